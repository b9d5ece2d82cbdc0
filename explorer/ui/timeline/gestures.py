"""What mouse, wheel, touchpad and pinch do to the timeline."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QSinglePointEvent, QWheelEvent

from explorer.domain.interval import Interval
from explorer.ui import motion

if TYPE_CHECKING:
    from explorer.layout.marks import LaneMarks
    from explorer.ui.timeline.view import TimelineView

#: Magnification of one notch of the wheel; pixels before a press becomes a drag; share of speed kept a frame.
NOTCH = 1.25
DRAG = 4
_FRICTION = 0.90
_FRAME = 16


@dataclass(frozen=True, slots=True)
class _Owed:
    """What of a wheel's or a touchpad's turns a window has not followed yet: pixels, and a magnification."""

    window: Interval
    px: float = 0.0
    factor: float = 1.0


class Gestures(QObject):
    """Turns pointer events on a TimelineView's viewport into changes of its window and selection."""

    def __init__(self, view: "TimelineView") -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._grabbed = view.scale
        self._lane: LaneMarks | None = None
        self._is_panning = False
        self._is_spanning = False
        self._is_shifted = False
        self._trail: list[tuple[float, float]] = []
        self._speed = self._coasted = 0.0
        self._owed = _Owed(Interval(0, 1))
        self._inertia = QTimer(self)
        self._inertia.setInterval(_FRAME)
        self._inertia.timeout.connect(self._coast)
        self.wheel_scrolls_lanes = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Take pointer events; leave the rest to the view."""
        kind = event.type()
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self._zoom(1.0 + event.value(), self._at(event).x())
                return True
        elif isinstance(event, QMouseEvent):
            if kind == QEvent.Type.MouseButtonPress:
                return self._press(event)
            if kind == QEvent.Type.MouseMove:
                return self._move(event)
            if kind == QEvent.Type.MouseButtonRelease:
                return self._release(event)
            if kind == QEvent.Type.MouseButtonDblClick and event.button() == Qt.MouseButton.LeftButton:
                self._view.pointer.open_at(self._at(event))
                return True
        elif kind == QEvent.Type.Leave:
            self._view.pointer.hover(None)
        return False

    def _at(self, event: QSinglePointEvent) -> QPointF:
        """Where an event is, in the units that the view lays out in."""
        return self._view.local(event.position())

    def _wheel(self, event: QWheelEvent) -> bool:
        self._halt()
        delta, pixels = event.angleDelta(), event.pixelDelta()
        modifiers = event.modifiers()
        # Alt turns the wheel sideways on some systems: take whichever axis moved.
        along = delta.y() or delta.x()
        is_sideways = abs(delta.x()) > abs(delta.y())
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._zoom(NOTCH ** (along / 120), self._at(event).x())
        elif modifiers & Qt.KeyboardModifier.AltModifier:
            self._scroll(along)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or is_sideways:
            moved = pixels.x() if is_sideways and not pixels.isNull() else along * 0.75
            self._pan(-moved / self._view.fonts.unit)
        elif self.wheel_scrolls_lanes:
            self._scroll(along)
        else:
            self._zoom(NOTCH ** (along / 120), self._at(event).x())
        return True

    def _zoom(self, factor: float, x: float) -> None:
        """Magnify around a pixel; what rounding to seconds leaves out is added to the next turn."""
        before = self._view.scale.window
        if self._owed.window == before:
            factor *= self._owed.factor
        self._view.zoom(factor, x - self._view.header)
        after = self._view.scale.window
        left = factor * after.length / before.length
        # More than half a second is not left by rounding, but by the closest or the farthest zoom.
        is_rest = abs(after.length / left - after.length) <= 0.5
        self._owed = _Owed(after, factor=left if is_rest else 1.0)

    def _pan(self, px: float) -> None:
        """Move by so many pixels; what rounding to seconds leaves out is added to the next movement."""
        scale = self._view.scale
        if self._owed.window == scale.window:
            px += self._owed.px
        self._view.pan(px)
        after = self._view.scale.window
        left = px - scale.px_of(after.start)
        # What is left of a whole movement has come to where the events end.
        self._owed = _Owed(after, px=left if abs(left) <= 1 / scale.seconds_per_px else 0.0)

    def _scroll(self, along: int) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() - round(along / 120 * 48))

    def _press(self, event: QMouseEvent) -> bool:
        self._halt()
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed = self._last = self._at(event)
        self._grabbed = self._view.scale
        self._trail = [(time.monotonic(), self._at(event).x())]
        self._is_panning = self._is_spanning = False
        self._is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        is_header = self._at(event).x() < self._view.header
        self._lane = self._view.pointer.lane_at(self._at(event)) if is_header else None
        return True

    def _move(self, event: QMouseEvent) -> bool:
        here = self._at(event)
        if self._pressed is not None and not event.buttons() & Qt.MouseButton.LeftButton:
            self._let_go()
        if self._pressed is None:
            self._view.pointer.hover(here)
            return True
        if not self._is_panning and not self._is_spanning:
            if (here - self._pressed).manhattanLength() < DRAG:
                return True
            if self._lane is not None:
                self._view.viewport().setCursor(Qt.CursorShape.SizeVerCursor)
                self._view.pointer.show_drop(here)
                return True
            if self._is_shifted:
                self._is_spanning = True
            else:
                self._is_panning = True
                self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._view.pointer.hover(None)
        if self._is_spanning:
            self._view.pointer.show_span(self._pressed.x(), here.x())
        else:
            # Measured from the press: steps of less than a second must add up.
            self._view.move_to(self._grabbed.panned(self._pressed.x() - here.x()))
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() - round(here.y() - self._last.y()))
            self._trail = [*self._trail[-4:], (time.monotonic(), here.x())]
        self._last = here
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return False
        pressed, self._pressed = self._pressed, None
        if self._lane is not None and (self._at(event) - pressed).manhattanLength() >= DRAG:
            self._view.viewport().unsetCursor()
            self._view.pointer.show_drop(None)
            self._view.pointer.drop_lane(self._lane, self._at(event))
            return True
        if self._is_spanning:
            self._view.pointer.offer_span(pressed.x(), self._at(event).x(), event.globalPosition().toPoint())
        elif self._is_panning:
            self._view.viewport().unsetCursor()
            self._fling()
        else:
            is_pair = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._view.pointer.click(self._at(event), is_pair=is_pair)
        return True

    def _let_go(self) -> None:
        """End a drag whose release went elsewhere, as when another window took over."""
        self._pressed = None
        self._view.viewport().unsetCursor()
        self._view.pointer.show_drop(None)
        self._view.pointer.drop_span()

    def _fling(self) -> None:
        (then, from_x), (now, to_x) = self._trail[0], self._trail[-1]
        is_recent = time.monotonic() - now < 0.06
        if motion.is_reduced() or not is_recent or now - then < 0.005:
            return
        self._speed = (from_x - to_x) / (now - then) * _FRAME / 1000
        self._grabbed, self._coasted = self._view.scale, 0.0
        self._inertia.start()

    def _coast(self) -> None:
        self._coasted += self._speed
        self._view.move_to(self._grabbed.panned(self._coasted))
        self._speed *= _FRICTION
        if abs(self._speed) < 0.4:
            self._halt()

    def _halt(self) -> None:
        self._inertia.stop()
        self._view.glide.stop()
