"""Text follows the system's size: at any of them nothing is cut, overlaps, or stays small."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.domain.view_request import ViewRequest
from explorer.ui.main_window import MainWindow
from explorer.ui.sizes import DESIGNED, factor, scaled
from explorer.ui.widgets import Elided, ElidedButton
from tests.ui.pilot import Pilot

Make = Callable[..., MainWindow]

#: Points of the system's font; at 96 dots to the inch 18 of them are 24 pixels.
POINTS = pytest.mark.parametrize("points", [9, 13, 18])


@pytest.fixture
def in_size(qapp: QApplication, make_window: Make, qtbot: QtBot) -> Iterator[Callable[..., Pilot]]:
    """A window under a system whose font has so many points."""
    usual = QApplication.font()

    def make(points: int, **how: object) -> Pilot:
        font = QFont(usual)
        font.setPointSize(points)
        QApplication.setFont(font)
        return Pilot(make_window(**how), qtbot)

    yield make
    QApplication.setFont(usual)


def _cut(window: MainWindow) -> list[str]:
    """What does not fit into the place it has."""
    found: list[str] = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        line = widget.fontMetrics().height()
        text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
        name = f"{type(widget).__name__} “{widget.accessibleName() or text}”"
        is_text = bool(text)
        if is_text and widget.height() < line:
            found.append(f"{name} is {widget.height()} high, its line {line}")
        if isinstance(widget, QLabel) and widget.text() and not isinstance(widget, Elided):
            needed = (
                widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            )
            if widget.height() < needed - 1:
                found.append(f"{name} is {widget.height()} high and needs {needed}")
            if not widget.wordWrap() and widget.width() < widget.sizeHint().width() - 1:
                found.append(f"{name} is {widget.width()} wide and needs {widget.sizeHint().width()}")
        if isinstance(widget, QAbstractButton) and not isinstance(widget, ElidedButton):
            is_tool = isinstance(widget, QToolButton)
            advance = widget.fontMetrics().horizontalAdvance(text)
            needed = advance if is_tool else widget.minimumSizeHint().width()
            if widget.text() and widget.width() < needed - 1:
                found.append(f"{name} is {widget.width()} wide and needs {needed}")
        if isinstance(widget, QTabBar):
            last = max(widget.tabRect(at).right() for at in range(widget.count()) if widget.isTabVisible(at))
            if last > widget.width() + 1:
                found.append(f"{name} ends at {widget.width()}, its tabs at {last}")
        if isinstance(widget, QListView) and widget.model().rowCount():
            row = widget.visualRect(widget.model().index(0, 0)).height()
            if row < line:
                found.append(f"{name} has rows of {row} for lines of {line}")
    return found


@POINTS
@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
@pytest.mark.parametrize("view", [ViewRequest(), ViewRequest(tab="article"), ViewRequest(is_table=True)])
def test_nothing_is_cut(
    in_size: Callable[..., Pilot], points: int, size: tuple[int, int], view: ViewRequest
) -> None:
    pilot = in_size(points, size=size, request=view)
    pilot.settle()
    assert _cut(pilot.window) == []


@POINTS
def test_buttons_of_the_toolbar_do_not_overlap(in_size: Callable[..., Pilot], points: int) -> None:
    for width in (1440, 1024, 760):
        window = in_size(points, size=(width, 700)).window
        boxes = [
            child.geometry()
            for child in window.toolbar.children()
            if isinstance(child, QWidget) and child.isVisible()
        ]
        for at, box in enumerate(boxes):
            assert window.toolbar.rect().contains(box), (points, width, box)
            assert not any(box.intersects(other) for other in boxes[at + 1 :]), (points, width, box)


@POINTS
def test_rows_marks_and_axis_grow_with_the_text(in_size: Callable[..., Pilot], points: int) -> None:
    pilot = in_size(points)
    fonts = pilot.timeline.fonts
    pixels = QFontMetricsF(pilot.timeline.font()).height()
    painted = fonts.label.metrics.height() * fonts.unit
    assert painted == pytest.approx(pixels, rel=0.06)
    assert 24 * fonts.unit >= painted
    assert fonts.unit == factor(pilot.timeline.font())
    table_row = scaled(24)
    pilot.key("T")
    table = pilot.window.stage.table
    assert table is not None
    pilot.until(lambda: not table.is_busy)
    assert table.rowHeight(0) >= max(pixels, table_row - 4)


def test_usual_sizes_look_as_designed(in_size: Callable[..., Pilot]) -> None:
    assert in_size(9).timeline.fonts.unit == 1.0
    assert factor() == 1.0
    assert scaled(DESIGNED) == DESIGNED


def test_the_pointer_finds_what_is_painted_large(in_size: Callable[..., Pilot]) -> None:
    pilot = in_size(18)
    unit = pilot.timeline.fonts.unit
    assert unit > 1.5
    index = pilot.window.collection.index
    assert index is not None
    for mark in pilot.marks()[:8]:
        at = (pilot.at(mark).toPointF() * unit).toPoint()
        if pilot.timeline.viewport().rect().contains(at):
            pilot.click(at)
            assert pilot.selected == index.ids[mark.row]
    header = QPoint(round(pilot.timeline.header * unit) + 40, round(46 * unit) // 2)
    before = pilot.instant((header.x() + 200) / unit)
    pilot.wheel(QPoint(header.x() + 200, 300), 2)
    assert abs(pilot.instant((header.x() + 200) / unit) - before) <= 2 * pilot.timeline.scale.seconds_per_px
