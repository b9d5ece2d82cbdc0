"""The paragraphs of the article one below the other, scrolled by hand, by keys, or from elsewhere."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from explorer.domain.tongue import translate
from explorer.ui.article.passage import PassageView
from explorer.ui.motion import Slide
from explorer.ui.widgets import label

#: Pixels from the top: where the reading line is, and where a paragraph gone to comes to stand.
LINE, LEAD = 26, 4
#: Steps of the keys beyond one paragraph: a screen, and all there are.
_PAGE, _END = 1_000, 1_000_000

_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_End: _END,
    Qt.Key.Key_Home: -_END,
}
_WALKS: Final = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class Paragraphs(QScrollArea):
    """Keeps one paragraph lit: the topmost read, or the one gone to.

    `reached` carries the number of a paragraph that the reader has come to, by wheel, bar, keys or click.
    """

    reached = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Article", "Paragraphs"))
        self.views: list[PassageView] = []
        self.lit = 0
        #: The paragraph to keep at its place when the room changes; None after a hand has scrolled.
        self._anchor: int | None = None
        self._slide = Slide(self.verticalScrollBar(), self)
        # Only what a hand does to the bar is reading: its range changes with the window's size too.
        self.verticalScrollBar().actionTriggered.connect(self._read)
        self.viewport().installEventFilter(self)
        self._moved = QTimer(self)
        self._moved.setSingleShot(True)
        self._moved.setInterval(0)
        self._moved.timeout.connect(self.stand)

    def fill(self, views: Sequence[PassageView], note: str) -> None:
        """Show these paragraphs in place of others, and below them a note on the text."""
        self.views = list(views)
        body = _Body()
        body.setObjectName("articleBody")
        body.setAccessibleName(translate("Article", "Paragraphs of the article"))
        body.stepped.connect(self._step)
        body.walked.connect(self._walk)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(9, 0, 9, 16)
        inside.setSpacing(3)
        for view in self.views:
            view.pressed.connect(self._press)
            view.focused.connect(self._reveal)
            view.installEventFilter(self)
            inside.addWidget(view)
        if note:
            about = label(note, "soft", 0.86, is_selectable=True)
            about.setContentsMargins(17, 14, 11, 0)
            inside.addWidget(about)
        inside.addStretch(1)
        self.setWidget(body)

    def view_of(self, number: int) -> PassageView | None:
        """The paragraph of that number."""
        return next((view for view in self.views if view.passage.number == number), None)

    def light(self, number: int) -> None:
        """Mark a paragraph as the one that is read."""
        self.lit = number
        for view in self.views:
            is_lit = view.passage.number == number
            view.set_lit(is_lit)
            if is_lit != view.is_current:
                view.set_current(is_lit)

    def go(self, number: int) -> None:
        """Light a paragraph and scroll to it."""
        view = self.view_of(number)
        if view is not None:
            self.light(number)
            self._anchor = number
            self._slide.to(self._value_for(view))

    def stand(self) -> None:
        """Put the paragraph that was gone to where it belongs: its place or the room may have changed."""
        view = self.view_of(self._anchor) if self._anchor is not None else None
        if view is not None:
            self._slide.stop()
            self.verticalScrollBar().setValue(self._value_for(view))

    # What a reader does

    def _read(self) -> None:
        self._slide.stop()
        self._anchor = None
        number = self._number_at(self._line(self.verticalScrollBar().sliderPosition()))
        if number and number != self.lit:
            self.light(number)
            self.reached.emit(number)

    def _press(self, number: int) -> None:
        self.go(number)
        self.reached.emit(number)

    def _step(self, step: int) -> None:
        """Go `step` paragraphs on; ±_PAGE goes as far as the screen is high."""
        if not self.views:
            return
        at = next((n for n, view in enumerate(self.views) if view.passage.number == self.lit), 0)
        to, last = at + step, len(self.views) - 1
        if abs(step) == _PAGE:
            room, top, way = self.viewport().height() - LINE, self.views[at].y(), 1 if step > 0 else -1
            to = at + way
            while 0 <= to + way <= last and abs(self.views[to + way].y() - top) <= room:
                to += way
        view = self.views[max(0, min(last, to))]
        self._press(view.passage.number)
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _walk(self, step: int) -> None:
        """Give the keyboard to the next or previous tag or chip of the paragraph that has it."""
        view = self.view_of(self.lit)
        stops = view.stops if view is not None else []
        had = next((n for n, stop in enumerate(stops) if stop.hasFocus()), 0)
        if 0 <= had + step < len(stops):
            stops[had + step].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _reveal(self, widget: QWidget) -> None:
        """Keep what the keyboard has come to in view; the paragraph it is in counts as read."""
        body = self.widget()
        view = widget if isinstance(widget, PassageView) else widget.parentWidget()
        if body is None or not isinstance(view, PassageView):
            return
        if view.passage.number != self.lit:
            self._press(view.passage.number)
            return
        room, goal = self.viewport().height(), self._slide.goal
        place = QRect(widget.mapTo(body, widget.rect().topLeft()), widget.size())
        if place.top() < goal:
            self._slide.to(max(0, place.top() - 8))
        elif place.bottom() > goal + room and place.height() < room:
            self._slide.to(min(self.verticalScrollBar().maximum(), place.bottom() + 8 - room))

    # Where things are

    def _line(self, value: int) -> int:
        """The reading line in the body for a value of the scroll bar.

        It is LINE below the top; over the last screen it sinks to the bottom, so that the last paragraphs
        are come to like any other.
        """
        most, room = self.verticalScrollBar().maximum(), self.viewport().height()
        last = max(0, most - room)
        sunk = (value - last) / (most - last) if value > last else 0.0
        return round(value + LINE + sunk * (room - 2 * LINE))

    def _number_at(self, y: int) -> int:
        found = 0
        for view in self.views:
            if found and view.y() > y:
                break
            found = view.passage.number
        return found

    def _value_for(self, view: PassageView) -> int:
        """Where the bar has a paragraph at the top or, near the end, read and whole."""
        most, room = self.verticalScrollBar().maximum(), self.viewport().height()
        top, bottom = view.y(), view.y() + view.height()
        last = max(0, most - room)
        if top - LEAD <= last:
            return max(0, min(most, top - LEAD))
        reading = [value for value in range(last, most + 1) if top <= self._line(value) < bottom]
        if not reading:
            return max(0, min(most, top - LEAD))
        return min(max(reading[0], bottom - room), reading[-1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the paragraph in its place when the room for it changes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self._anchor is not None:
            self._moved.start()
        return super().eventFilter(watched, event)


class _Body(QWidget):
    """Holds the paragraphs. `stepped` carries how many of them a key goes on, `walked` ±1 within one."""

    stepped = Signal(int)
    walked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_plain and key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif is_plain and key in _WALKS:
            self.walked.emit(_WALKS[key])
        else:
            event.ignore()
