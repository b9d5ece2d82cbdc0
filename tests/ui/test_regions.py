"""By keyboard alone: F6 through the regions, the overview's brush, a focus that is seen in both themes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.view_request import ViewRequest
from explorer.ui.main_window import MainWindow
from explorer.ui.status import range_in_words
from tests.ui.pilot import Pilot, focused

Make = Callable[..., MainWindow]


def _regions(window: MainWindow) -> list[QWidget]:
    return [
        window.toolbar,
        window.reader.column,
        window.stage,
        window.overview,
        window.reader.side,
    ]


def _holder(window: MainWindow) -> QWidget | None:
    widget = focused()
    assert widget is not None
    every = [window.filter_bar, *_regions(window)]
    return next((one for one in every if one is widget or one.isAncestorOf(widget)), None)


def test_f6_goes_round_the_regions_and_shift_f6_back(pilot: Pilot) -> None:
    regions = _regions(pilot.window)
    pilot.window.stage.setFocus()
    found: list[QWidget | None] = []
    for _ in regions:
        pilot.key("F6")
        found.append(_holder(pilot.window))
    at = regions.index(pilot.window.stage)
    assert found == [*regions[at + 1 :], *regions[: at + 1]]
    back: list[QWidget | None] = []
    for _ in regions:
        pilot.key("Shift+F6")
        back.append(_holder(pilot.window))
    assert back == [*regions[:at][::-1], *regions[at:][::-1]]


def test_f6_takes_in_the_active_filters_and_comes_back_to_where_one_was(pilot: Pilot) -> None:
    window = pilot.window
    window.store.edit(filter=window.store.state.filter.choosing("kind", {"summit"}))
    pilot.settle()
    pilot.key("Ctrl+F")
    assert focused() is window.toolbar.search
    pilot.key("F6")
    assert _holder(window) is window.filter_bar
    pilot.key("F6")
    assert _holder(window) is window.reader.column
    pilot.key("Tab")
    here = focused()
    pilot.key("F6")
    assert focused() is pilot.timeline
    pilot.key("Shift+F6")
    assert focused() is here
    pilot.key("Shift+F6")
    pilot.key("Shift+F6")
    assert focused() is window.toolbar.search


def test_f6_goes_to_the_table_in_the_timelines_place(pilot: Pilot) -> None:
    pilot.key("T")
    table = pilot.window.stage.table
    assert table is not None
    pilot.key("F6")
    assert focused() is pilot.window.overview
    pilot.key("Shift+F6")
    assert focused() is table


@pytest.mark.parametrize(
    ("key", "moves", "grows"),
    [
        ("Left", -1, 0), ("Right", 1, 0), ("PgUp", -1, 0), ("PgDown", 1, 0),
        ("Up", 0, -1), ("Down", 0, 1), ("Shift+Left", -1, -1), ("Shift+Right", 1, 1),
    ],
)  # fmt: skip
def test_keys_move_the_brush(pilot: Pilot, key: str, moves: int, grows: int) -> None:
    pilot.window.store.edit(window=pilot.span.shifted(-20 * 31_556_952))
    pilot.window.overview.setFocus(Qt.FocusReason.TabFocusReason)
    selected, before = pilot.selected, pilot.span
    pilot.key(key)
    after = pilot.span
    assert (after.middle > before.middle) - (after.middle < before.middle) == moves
    assert (after.length > before.length) - (after.length < before.length) == grows
    if key == "Shift+Right":
        assert abs(after.start - before.start) <= 1
    assert pilot.selected == selected
    words = f"Visible: {range_in_words(pilot.span)}"
    pilot.until(lambda: pilot.window.overview.accessibleDescription() == words)


def test_home_and_end_take_the_brush_to_the_ends(pilot: Pilot) -> None:
    every = pilot.window.collection.whole
    assert every is not None
    pilot.window.overview.setFocus()
    length = pilot.span.length
    pilot.key("Home")
    assert (pilot.span.start, pilot.span.length) == (every.start, length)
    pilot.key("End")
    assert (pilot.span.end, pilot.span.length) == (every.end, length)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", [ViewRequest(), ViewRequest(tab="article"), ViewRequest(is_table=True)])
def test_wherever_tab_goes_the_focus_is_seen_and_has_a_name(
    make_window: Make, qtbot: QtBot, theme: str, view: ViewRequest
) -> None:
    pilot = Pilot(make_window(theme=theme, request=view), qtbot)
    window = pilot.window
    window.store.edit(filter=window.store.state.filter.choosing("basis", {"named", "alluded"}))
    pilot.settle()
    qtbot.waitUntil(lambda: not window.stage.is_busy)
    pilot.key("Ctrl+F")
    wrong: list[str] = []
    first, seen = focused(), 0
    while seen < 300:
        widget = focused()
        assert widget is not None
        if seen and widget is first:
            break
        seen += 1
        name = f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()}"
        # What an area holds covers it.
        is_area = isinstance(widget, QAbstractScrollArea)
        if not widget.isVisible() or (not is_area and widget.visibleRegion().isEmpty()):
            wrong.append(f"{name} is not seen")
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not widget.accessibleName() and not text:
            wrong.append(f"{name} has no name")
        if isinstance(widget, QAbstractButton) and not widget.toolTip():
            wrong.append(f"{name} has no tooltip")
        if isinstance(widget, QLineEdit):
            widget.deselect()
        with_focus = _picture(widget)
        widget.clearFocus()
        QApplication.processEvents()
        if _picture(widget) == with_focus:
            wrong.append(f"{name} looks the same without the focus")
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        pilot.key("Tab")
    assert seen > 25
    assert focused() is first
    assert wrong == []


def _picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()
