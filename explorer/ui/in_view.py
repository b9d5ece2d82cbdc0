"""How many of the matches lie in the visible stretch of time, each counted once; the status line says it."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from explorer.domain.index import Bools, EventIndex
from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.layout.gaps import is_of_any_year
from explorer.layout.lanes import Lanes, in_window, unhidden
from explorer.state import Store, ViewState
from explorer.ui.answers import COUNTED_AT_ONCE
from explorer.ui.collection import Collection

#: Milliseconds between counts of a large database while the window moves.
_PAUSE = 120


@dataclass(frozen=True, slots=True)
class Seen:
    """Of the matches: `inside` lie in the window and in a lane that is not hidden, `undated` have no year.

    `reach` goes from the first to the last of those inside, as far as the window; None when there are none.
    """

    inside: int
    undated: int
    reach: Interval | None


class InView(QObject):
    """Observes window, match and lanes. `seen` is None while nothing is known.

    `counted` carries each count, `changed` follows one that differs. A small database is counted at once, a
    large one off the main thread.
    """

    counted = Signal(object)
    changed = Signal()

    def __init__(self, store: Store, collection: Collection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._collection = store, collection
        self.seen: Seen | None = None
        self._ground: _Ground | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._count)
        store.observe(self._follow)
        collection.opened.connect(self._forget)
        collection.matched.connect(self._count)
        collection.arranged.connect(self._count)

    def _forget(self) -> None:
        self.seen = self._ground = None

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if (new.window, new.hidden, new.is_table) == (old.window, old.hidden, old.is_table):
            return
        index = self._collection.index
        if index is not None and len(index) <= COUNTED_AT_ONCE:
            self._count()
        elif not self._timer.isActive():
            self._timer.start()

    def _count(self, _: object = None) -> None:
        index, match, lanes = self._collection.index, self._collection.match, self._collection.lanes
        state = self._store.state
        window = state.window
        if index is None or match is None or lanes is None or window is None:
            self._take(None)
            return
        # The table has no lanes that could be hidden.
        hidden, former = frozenset[str]() if state.is_table else state.hidden, self._ground

        def count() -> tuple[_Ground, Seen]:
            ground = former
            if ground is None or not ground.is_of(match.mask, lanes, hidden):
                ground = _ground_of(index, match.mask, lanes, hidden)
            return ground, _seen(index, ground, window)

        if len(index) <= COUNTED_AT_ONCE:
            self._take(count())
        else:
            self._collection.compute("in view", count, self._take)

    def _take(self, counted: "tuple[_Ground, Seen] | None") -> None:
        self._ground, seen = counted or (None, None)
        if seen != self.seen:
            self.seen = seen
            self.changed.emit()
        self.counted.emit(seen)


@dataclass(frozen=True, slots=True, eq=False)
class _Ground:
    """What no movement of the window changes: the matches outside hidden lanes, and how many have no year."""

    mask: Bools
    lanes: Lanes
    hidden: frozenset[str]
    shown: Bools
    undated: int

    def is_of(self, mask: Bools, lanes: Lanes, hidden: frozenset[str]) -> bool:
        """Whether it is that of these matches, lanes and hidden ones."""
        return self.mask is mask and self.lanes is lanes and self.hidden == hidden


def _ground_of(index: EventIndex, mask: Bools, lanes: Lanes, hidden: frozenset[str]) -> _Ground:
    undated = is_of_any_year(index.start, index.end)
    undated |= (index.start <= BEGINNING) & (index.end >= FOREVER)
    number = int(np.count_nonzero(undated & mask))
    return _Ground(mask, lanes, hidden, unhidden(lanes, mask, hidden), number)


def _seen(index: EventIndex, ground: _Ground, window: Interval) -> Seen:
    inside = in_window(index, ground.shown, window)
    number, reach = int(np.count_nonzero(inside)), None
    if number:
        first = int(np.min(index.start, where=inside, initial=FOREVER))
        last = int(np.max(index.end, where=inside, initial=BEGINNING))
        reach = Interval(max(first, window.start), min(last, window.end))
    return Seen(number, ground.undated, reach)
