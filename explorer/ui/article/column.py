"""The article's paragraphs as a column, of which only what is in view is made at once.

`Paragraphs` scrolls it and says what is in view. The rest follows in steps that a frame has room for: the
parts of the paragraphs nearby, and of those far off a name for screen readers. Until a paragraph has its
parts its height is a guess.
"""

import time
from bisect import bisect_right, insort
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from explorer.domain.argument import Passage
from explorer.domain.tongue import translate
from explorer.ui.article.passage import PassageView, rough_height
from explorer.ui.widgets import label

#: Seconds of one step: a quarter of a frame.
STEP = 0.004
#: Paragraphs that have their parts at one time, but for more in view.
KEPT = 60
#: Pixels left and right of the paragraphs, between two of them, and below the last.
SIDE, BETWEEN, BELOW = 9, 3, 16

#: Steps of the keys beyond one paragraph: a screen, and all there are.
PAGE, _END = 1_000, 1_000_000
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
    Qt.Key.Key_End: _END,
    Qt.Key.Key_Home: -_END,
}
_WALKS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class Column(QWidget):
    """Holds the views of passages by their place, 0 for the first.

    `make` gives a passage its view, without parts; `revise` shows in a view how its events stand now.
    `shifted` follows when heights turned out otherwise in a step: `arrange` is then to be called. `stepped`
    carries how many paragraphs a key goes on (±PAGE: a screen), `walked` ±1 within one.
    """

    shifted = Signal()
    stepped = Signal(int)
    walked = Signal(int)

    def __init__(
        self,
        passages: Sequence[Passage],
        make: Callable[[Passage, QWidget], PassageView],
        revise: Callable[[PassageView], None],
        note: str,
    ) -> None:
        super().__init__()
        self.setObjectName("articleBody")
        self.setAccessibleName(translate("Article", "Paragraphs of the article"))
        self.passages = passages
        self._make, self._revise = make, revise
        self._places = {passage.number: place for place, passage in enumerate(passages)}
        self._views: dict[int, PassageView] = {}
        self._made: list[int] = []
        #: Places whose view has its parts, and those whose view, where there is one, is out of date.
        self._whole: set[int] = set()
        self._stale: set[int] = set()
        self._heights: list[int] = []
        self._fitted: dict[int, int] = {}
        self.tops: list[int] = []
        self._middle = 0
        self._note = label(note, "soft", 0.86, is_selectable=True)
        self._note.setParent(self)
        self._note.setVisible(bool(note))
        self._note.setContentsMargins(17, 14, 11, 0)
        self._left: Iterator[tuple[int, bool]] = iter(())
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._go_on)

    # What there is

    @property
    def views(self) -> list[PassageView]:
        """The views made so far, in the order of the article."""
        return [self._views[place] for place in self._made]

    @property
    def is_settled(self) -> bool:
        """True when no step is left to do."""
        return not self._later.isActive()

    def place_of(self, number: int) -> int | None:
        """The place of the paragraph of that number, None when there is none."""
        return self._places.get(number)

    def made(self, number: int) -> PassageView | None:
        """The view of that number if it is made."""
        return self._views.get(self._places.get(number, -1))

    def place_at(self, y: int) -> int:
        """The place of the paragraph at a height, or of the last one before it."""
        return max(0, bisect_right(self.tops, y) - 1)

    def bottom(self, place: int) -> int:
        """Where a paragraph ends."""
        return self.tops[place] + self._heights[place]

    def is_whole(self, first: int, last: int) -> bool:
        """True when all between two places, in either order, have their parts."""
        return all(place in self._whole for place in range(min(first, last), max(first, last) + 1))

    # What is made when

    def complete(self, first: int, last: int) -> bool:
        """Have the paragraphs of these places whole, up to date and fitted; True if a height has changed."""
        found = False
        for place in range(max(0, first), min(last, len(self.passages) - 1) + 1):
            found = self._finish(place) or found
        return found

    def look(self, place: int) -> None:
        """Go on from a place, the nearest first, with what is still to be made."""
        self._middle = place
        self._left = self._unfinished()
        self._later.start()

    def outdate(self) -> None:
        """What the views show of their events no longer holds."""
        self._stale.update(range(len(self.passages)))

    def refit(self, view: PassageView) -> None:
        """The events of a view take more or less room than before."""
        place = self._places[view.passage.number]
        self._stale.add(place)
        self._fitted.pop(place, None)

    def _finish(self, place: int) -> bool:
        view = self._view(place)
        if place not in self._whole:
            view.furnish()
            self._whole.add(place)
            self._stale.add(place)
        if place in self._stale:
            self._revise(view)
            self._stale.discard(place)
            self._fitted.pop(place, None)
        width = self._room()
        if self._fitted.get(place) == width:
            return False
        self._fitted[place] = width
        height = view.fit(width)
        has_changed = height != self._heights[place]
        self._heights[place] = height
        return has_changed

    def _view(self, place: int) -> PassageView:
        """The view of a place, made now if need be, where a screen reader looks for it."""
        if place not in self._views:
            view = self._make(self.passages[place], self)
            after = bisect_right(self._made, place)
            # Children are told in their order, which is that of the article.
            view.stackUnder(self._views[self._made[after]] if after < len(self._made) else self._note)
            insort(self._made, place)
            self._views[place] = view
            self._stale.add(place)
            if self.tops:
                self._put(place)
            view.show()
        return self._views[place]

    def _unfinished(self) -> Iterator[tuple[int, bool]]:
        """Places with something left to do, the nearest first, and whether they get their parts.

        What is far off is only made and named, and loses the parts it had.
        """
        count, middle = len(self.passages), self._middle
        order = sorted(range(count), key=lambda place: abs(place - middle))
        for place in order[:KEPT]:
            if place not in self._whole or place in self._stale or self._fitted.get(place) != self._room():
                yield place, True
        for place in reversed(order[KEPT:]):
            if place in self._whole and self._views[place].strip():
                self._whole.discard(place)
        for place in order[KEPT:]:
            if place not in self._views or place in self._stale:
                yield place, place in self._whole

    def _go_on(self) -> None:
        """One step."""
        if not self.isVisible():
            return
        until, is_shifted = time.perf_counter() + STEP, False
        for place, has_parts in self._left:
            if has_parts:
                is_shifted = self._finish(place) or is_shifted
            else:
                self._revise(self._view(place))
                self._stale.discard(place)
            if time.perf_counter() > until:
                self._later.start()
                break
        if is_shifted:
            self.shifted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look(self._middle)

    # Where things are

    def set_width(self, width: int) -> None:
        """Take a width; what is not fitted to it yet has a height that is guessed anew."""
        if width == self.width() and self._heights:
            return
        self.resize(width, self.height())
        room, metrics = self._room(), QFontMetrics(self.font())
        former = self._heights or [0] * len(self.passages)
        self._heights = [
            former[place] if place in self._whole else rough_height(passage, room, metrics)
            for place, passage in enumerate(self.passages)
        ]
        self.arrange()

    def arrange(self) -> None:
        """Put everything where it belongs by the heights that are known."""
        steps = accumulate((height + BETWEEN for height in self._heights), initial=0)
        *self.tops, end = steps
        for place in self._made:
            self._put(place)
        if not self._note.isHidden():
            self._note.setGeometry(SIDE, end, self._room(), self._note.heightForWidth(self._room()))
            end += self._note.height()
        self.resize(self.width(), end + BELOW)

    def _put(self, place: int) -> None:
        view, target = self._views[place], QRect(SIDE, self.tops[place], self._room(), self._heights[place])
        if view.geometry() != target:
            view.setGeometry(target)

    def _room(self) -> int:
        return self.width() - 2 * SIDE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_plain and key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif is_plain and key in _WALKS:
            self.walked.emit(_WALKS[key])
        else:
            event.ignore()
