"""The paragraphs of the article one below the other, scrolled by hand, by keys, or from elsewhere.

They are made as they come into view (`column.py`); what turns out higher than guessed moves nothing that
is read.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from explorer.domain.argument import Passage
from explorer.domain.tongue import translate
from explorer.ui.article.column import PAGE, Column
from explorer.ui.article.passage import PassageView
from explorer.ui.motion import Slide

#: Pixels from the top: where the reading line is, and where a paragraph gone to comes to stand.
LINE, LEAD = 26, 4
#: How often what has come into view may turn out higher or lower and bring others into view.
_ROUNDS = 12


class Paragraphs(QScrollArea):
    """Keeps one paragraph lit: the topmost read, or the one gone to.

    `reached` carries the number of a paragraph that the reader has come to, by wheel, bar, keys or click.
    """

    reached = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Article", "Paragraphs"))
        self.lit = 0
        self._column: Column | None = None
        #: The paragraph to keep at its place when the room changes; None after a hand has scrolled.
        self._anchor: int | None = None
        #: Without one, what stands at the top: the place of a paragraph and how far it is scrolled past.
        self._held = (0, 0)
        self._is_settling = False
        bar = self.verticalScrollBar()
        self._slide = Slide(bar, self)
        # Only what a hand does to the bar is reading: its range changes with the window's size too.
        bar.actionTriggered.connect(self._read)
        bar.valueChanged.connect(self._scrolled)

    def fill(
        self,
        passages: Sequence[Passage],
        make: Callable[[Passage, QWidget], PassageView],
        revise: Callable[[PassageView], None],
        note: str,
    ) -> None:
        """Show these paragraphs in place of others, and below them a note on the text.

        `make` gives a passage its view, still without parts; `revise` shows in a view how its events stand.
        """

        def made(passage: Passage, parent: QWidget) -> PassageView:
            view = make(passage, parent)
            view.pressed.connect(self._press)
            view.focused.connect(self._reveal)
            view.grown.connect(lambda: self._refit(view))
            return view

        self._slide.stop()
        self.lit, self._anchor, self._held = 0, None, (0, 0)
        self._column = column = Column(passages, made, revise, note)
        column.stepped.connect(self._step)
        column.walked.connect(self._walk)
        column.shifted.connect(self._settle)
        column.set_width(self.viewport().width())
        self.setWidget(column)
        column.show()
        self._settle()

    def empty(self) -> None:
        """Show nothing."""
        self._slide.stop()
        self.lit, self._anchor, self._column = 0, None, None
        self.setWidget(QWidget())

    @property
    def views(self) -> list[PassageView]:
        """The paragraphs made so far, in their order."""
        return self._column.views if self._column is not None else []

    @property
    def is_settled(self) -> bool:
        """True when nothing is left to be made."""
        return self._column is None or self._column.is_settled

    def view_of(self, number: int) -> PassageView | None:
        """The paragraph of that number, whole and in its place."""
        column = self._column
        place = column.place_of(number) if column is not None else None
        if column is None or place is None:
            return None
        if column.complete(place, place):
            self._settle()
        return column.made(number)

    def revise(self) -> None:
        """Show anew how the events stand: at once in what is in view, in steps in the rest."""
        if self._column is not None:
            self._column.outdate()
            self._settle()

    def light(self, number: int) -> None:
        """Mark a paragraph as the one that is read."""
        former = self._column.made(self.lit) if self._column is not None else None
        self.lit = number
        for view in {former, self.view_of(number)} - {None}:
            assert view is not None
            is_lit = view.passage.number == number
            view.set_lit(is_lit)
            if is_lit != view.is_current:
                view.set_current(is_lit)

    def go(self, number: int) -> None:
        """Light a paragraph and scroll to it."""
        column = self._column
        place = column.place_of(number) if column is not None else None
        if column is None or place is None:
            return
        self._anchor = number
        self.light(number)
        if column.is_whole(column.place_at(self.verticalScrollBar().value()), place):
            self._slide.to(self._value_for(place))
        else:
            # Nothing glides by that would have to be made for it.
            self._slide.stop()
            self._settle()

    def stand(self) -> None:
        """Put the paragraph that was gone to where it belongs: its place or the room may have changed."""
        place = self._place_of(self._anchor)
        if place is not None:
            self._slide.stop()
            self.verticalScrollBar().setValue(self._value_for(place))

    # What is in view

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the paragraphs into the width, and keep in its place what is read."""
        super().resizeEvent(event)
        if self._column is not None:
            self._is_settling = True
            self._column.set_width(self.viewport().width())
            self._is_settling = False
            self._settle()

    def _scrolled(self, value: int) -> None:
        column = self._column
        if column is None or self._is_settling or not column.passages:
            return
        place = column.place_at(value)
        self._held = place, value - column.tops[place]
        if column.complete(place, column.place_at(value + self.viewport().height())):
            self._settle()
        else:
            column.look(place)

    def _settle(self) -> None:
        """Have what is in view whole, and what is read where it was."""
        column, bar = self._column, self.verticalScrollBar()
        if column is None or self._is_settling or not column.passages:
            return
        self._is_settling = True
        for _ in range(_ROUNDS):
            column.arrange()
            anchor = self._place_of(self._anchor)
            if self._slide.goal != bar.value():
                if anchor is not None and self._slide.goal != (goal := self._value_for(anchor)):
                    self._slide.to(goal)
            elif anchor is not None:
                bar.setValue(self._value_for(anchor))
            else:
                place, past = self._held
                bar.setValue(column.tops[place] + past)
            top = bar.value()
            if not column.complete(column.place_at(top), column.place_at(top + self.viewport().height())):
                break
        self._is_settling = False
        column.look(column.place_at(bar.value()))

    def _refit(self, view: PassageView) -> None:
        if self._column is not None:
            self._column.refit(view)
            self._settle()

    def _place_of(self, number: int | None) -> int | None:
        return self._column.place_of(number) if self._column is not None and number is not None else None

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
        """Go `step` paragraphs on; ±PAGE goes as far as the screen is high."""
        column = self._column
        if column is None or not column.passages:
            return
        at, last = column.place_of(self.lit) or 0, len(column.passages) - 1
        to = at + step
        if abs(step) == PAGE:
            room, way = self.viewport().height() - LINE, 1 if step > 0 else -1
            # Far off heights are guessed, but not as far as this goes.
            column.complete(*sorted((at, column.place_at(column.tops[at] + way * room))))
            self._settle()
            tops = column.tops
            to = at + way
            while 0 <= to + way <= last and abs(tops[to + way] - tops[at]) <= room:
                to += way
        number = column.passages[max(0, min(last, to))].number
        self._press(number)
        view = self.view_of(number)
        assert view is not None
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
            self._anchor = None
            self._slide.to(max(0, place.top() - 8))
        elif place.bottom() > goal + room and place.height() < room:
            self._anchor = None
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
        column = self._column
        return column.passages[column.place_at(y)].number if column is not None and column.passages else 0

    def _value_for(self, place: int) -> int:
        """Where the bar has a paragraph at the top or, near the end, read and whole."""
        assert self._column is not None
        most, room = self.verticalScrollBar().maximum(), self.viewport().height()
        top, bottom = self._column.tops[place], self._column.bottom(place)
        last = max(0, most - room)
        if top - LEAD <= last:
            return max(0, min(most, top - LEAD))
        reading = [value for value in range(last, most + 1) if top <= self._line(value) < bottom]
        if not reading:
            return max(0, min(most, top - LEAD))
        return min(max(reading[0], bottom - room), reading[-1])
