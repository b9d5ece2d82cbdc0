"""Eased jumps from one window to another, and whether the user wants any motion at all."""

import math

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal
from PySide6.QtWidgets import QApplication, QScrollBar, QStyle

from explorer.domain.interval import Interval
from explorer.state import Store, ViewState

#: Milliseconds of a jump.
JUMP = 200


#: The application's property with the wish that stillness.py keeps: "reduced", "full", or "" for none.
WISH = "detente_motion"


def is_reduced() -> bool:
    """True when the user or the desktop wants no animation, or nobody watches (offscreen)."""
    app = QApplication.instance()
    if app is None or QApplication.platformName() in ("offscreen", "minimal"):
        return True
    wish = app.property(WISH)
    return wish == "reduced" or (wish != "full" and is_reduced_by_style())


def is_reduced_by_style() -> bool:
    """True when Qt's style, which follows macOS and Windows, has animations take no time."""
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


class Glide(QObject):
    """Moves the Store's window to a target in one eased step; a new one takes over from where it is.

    Whoever else moves the window meanwhile ends it. `arrived` follows a movement that reached its target.
    """

    arrived = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._from = self._to = Interval(0, 1)
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(JUMP)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self.arrived)
        self._is_ours = False
        store.observe(self._follow)

    def to(self, target: Interval) -> None:
        """Make `target` the window, at once where motion is unwanted."""
        self.stop()
        now = self._store.state.window
        if now is None or is_reduced():
            self._store.edit(window=target)
            self.arrived.emit()
            return
        self._from, self._to = now, target
        self._animation.start()

    @property
    def is_moving(self) -> bool:
        """True while the window is on its way."""
        return self._animation.state() == QVariantAnimation.State.Running

    @property
    def goal(self) -> Interval | None:
        """Where the window will come to rest."""
        return self._to if self.is_moving else self._store.state.window

    def stop(self) -> None:
        """Stay where the window is now: the user has taken hold of it."""
        self._animation.stop()

    def _step(self, share: float) -> None:
        self._is_ours = True
        self._store.edit(window=self._to if share >= 1.0 else between(self._from, self._to, share))
        self._is_ours = False

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if new.window != old.window and not self._is_ours:
            self.stop()


class Slide(QObject):
    """Moves a scroll bar to a value in one eased step."""

    def __init__(self, bar: QScrollBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(JUMP)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.valueChanged.connect(self._step)

    def to(self, value: int) -> None:
        """Scroll to a value, at once where motion is unwanted or the bar cannot be seen."""
        self.stop()
        if is_reduced() or not self._bar.window().isVisible():
            self._bar.setValue(value)
        elif value != self._bar.value():
            self._animation.setStartValue(self._bar.value())
            self._animation.setEndValue(value)
            self._animation.start()

    def stop(self) -> None:
        """Stay where the bar is now: the user has taken hold of it."""
        self._animation.stop()

    @property
    def goal(self) -> int:
        """Where the bar will come to rest."""
        is_running = self._animation.state() == QVariantAnimation.State.Running
        return int(self._animation.endValue()) if is_running else self._bar.value()

    def _step(self, value: int) -> None:
        self._bar.setValue(value)


def between(first: Interval, last: Interval, share: float) -> Interval:
    """The window `share` of the way: lengths change by equal ratios, so that zooming feels even."""
    length = math.exp(math.log(first.length) * (1 - share) + math.log(last.length) * share)
    # Weight the centre by what is covered, so that the target stays in view while zooming in.
    if abs(last.length - first.length) > 1:
        share = (length - first.length) / (last.length - first.length)
    middle = first.middle + round((last.middle - first.middle) * share)
    start = middle - round(length / 2)
    return Interval(start, start + max(1, round(length)))
