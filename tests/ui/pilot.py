"""Drives a MainWindow as a person does: events go in through the window, as from the window system."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt, QVariantAnimation
from PySide6.QtGui import QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from explorer.domain.interval import Interval
from explorer.layout.marks import Cluster, LaneMarks, Mark
from explorer.ui.main_window import MainWindow
from explorer.ui.timeline.frame import AXIS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Pilot:
    """Hands and eyes on one window. Points on the timeline are pixels of its viewport."""

    def __init__(self, window: MainWindow, qtbot: "QtBot") -> None:
        self.window, self.qtbot = window, qtbot
        self.timeline = window.timeline

    # Eyes

    @property
    def span(self) -> Interval:
        """The visible stretch of time."""
        span = self.window.store.state.window
        assert span is not None
        return span

    @property
    def selected(self) -> int | None:
        return self.window.store.state.selection

    @property
    def row(self) -> int | None:
        return self.timeline.selected_row

    @property
    def matching(self) -> int:
        assert self.window.collection.match is not None
        return self.window.collection.match.total

    def event_id(self, slug: str) -> int:
        return next(title.id for title in self.window.collection.titles.values() if title.slug == slug)

    def marks(self) -> list[Mark]:
        return [mark for lane in self.timeline.marks for mark in lane.marks]

    def clusters(self) -> list[Cluster]:
        return [cluster for lane in self.timeline.marks for cluster in lane.clusters]

    def lane(self, title: str) -> LaneMarks:
        lanes = self.timeline.lanes
        assert lanes is not None
        number = lanes.arrangement.labels.index(title)
        return next(lane for lane in self.timeline.marks if lane.lane == number)

    def at(self, mark: Mark | Cluster) -> QPoint:
        """The middle of a mark in the viewport, of a bar a point in view."""
        x = min(max(mark.x, mark.x0, 6.0), mark.x1)
        scroll = self.timeline.verticalScrollBar().value()
        return QPointF(x + self.timeline.header, mark.y + AXIS - scroll).toPoint()

    def empty(self) -> QPoint:
        """A point of the timeline, in view, where nothing stands."""
        scroll = self.timeline.verticalScrollBar().value()
        port = self.timeline.viewport()
        for lane in self.timeline.marks:
            for x in range(self.timeline.header + 160, port.width() - 160, 7):
                y = round(lane.top + lane.height / 2 + AXIS - scroll)
                if (
                    AXIS < y < port.height() - 40
                    and self.timeline.marks.hit(x - self.timeline.header, y - AXIS + scroll) is None
                ):
                    return QPoint(x, y)
        raise AssertionError("nothing is empty")

    def instant(self, x: float) -> int:
        """The second at a pixel of the viewport."""
        return self.timeline.scale.to_time(x - self.timeline.header)

    # Hands

    @property
    def handle(self) -> QWindow:
        handle = self.window.windowHandle()
        assert handle is not None
        return handle

    def inside(self, widget: QWidget, at: QPoint) -> QPoint:
        return widget.mapTo(self.window, at)

    def key(self, keys: str) -> None:
        """Press a key with its modifiers, as "Ctrl+F"; it goes where the focus is."""
        combination = QKeySequence(keys)[0]  # pyright: ignore[reportIndexIssue, reportUnknownVariableType] - stubs
        QTest.keyClick(self.handle, combination.key(), combination.keyboardModifiers())  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self.handle, letter)  # type: ignore[call-overload] - the stubs lack letters

    def press(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE, widget: QWidget | None = None) -> None:
        QTest.mousePress(self.handle, LEFT, modifiers, self.inside(widget or self.timeline.viewport(), at))

    def move(self, at: QPoint, widget: QWidget | None = None) -> None:
        QTest.mouseMove(self.handle, self.inside(widget or self.timeline.viewport(), at))

    def release(
        self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE, widget: QWidget | None = None
    ) -> None:
        QTest.mouseRelease(self.handle, LEFT, modifiers, self.inside(widget or self.timeline.viewport(), at))

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE, widget: QWidget | None = None) -> None:
        # Never so soon after another click that both are a double click.
        QTest.mouseClick(self.handle, LEFT, modifiers, self.inside(widget or self.timeline.viewport(), at), 0)
        QTest.qWait(1)

    def double_click(self, at: QPoint) -> None:
        QTest.mouseDClick(self.handle, LEFT, NONE, self.inside(self.timeline.viewport(), at))

    def push(self, button: QAbstractButton) -> None:
        """Scroll to a button and click it."""
        above = button.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(button)
            above = above.parentWidget()
        self.click(button.rect().center(), widget=button)

    def drag(
        self, first: QPoint, last: QPoint, modifiers: Qt.KeyboardModifier = NONE, steps: int = 6
    ) -> None:
        self.press(first, modifiers)
        for step in range(1, steps + 1):
            self.move(first + (last - first) * step / steps)
        self.release(last, modifiers)

    def wheel(
        self, at: QPoint, notches: float, modifiers: Qt.KeyboardModifier = NONE, *, sideways: bool = False
    ) -> None:
        delta = QPoint(round(notches * 120), 0) if sideways else QPoint(0, round(notches * 120))
        place = QPointF(self.inside(self.timeline.viewport(), at))
        QTest.wheelEvent(self.handle, place, delta, QPoint(), modifiers)
        QCoreApplication.processEvents()

    def settle(self) -> None:
        """Wait until a file is looked at, everything asked of the database is answered, and drawn."""
        restoring, collection = self.window.restoring, self.window.collection
        self.qtbot.waitUntil(
            lambda: not (collection.is_busy or (restoring is not None and restoring.is_busy)),
        )
        QCoreApplication.processEvents()

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)

    def search(self, text: str) -> None:
        """Ctrl+F, type, and wait for the answer."""
        self.key("Ctrl+F")
        self.type(text)
        self.until(lambda: self.window.store.state.filter.search == text)
        self.settle()

    def button(self, name: str, within: QWidget | None = None) -> QAbstractButton:
        """The visible button with that accessible name or text."""
        for button in (within or self.window).findChildren(QAbstractButton):
            if button.isVisible() and name in (button.accessibleName(), button.text()):
                return button
        raise AssertionError(f"no button {name!r} is visible")


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def running(window: MainWindow) -> list[QVariantAnimation]:
    """The movements that are going on."""
    moving = window.findChildren(QVariantAnimation)
    return [one for one in moving if one.state() == QVariantAnimation.State.Running]


def play(animation: QVariantAnimation, frames: int = 8) -> None:
    """Go through a movement frame by frame to its end, whatever the time that a machine needs for them."""
    animation.pause()
    for frame in range(1, frames + 1):
        animation.setCurrentTime(animation.duration() * frame // frames)
    assert animation.state() == QVariantAnimation.State.Stopped
