"""What the user looks at, and the one place where it changes.

Every view observes the Store; none keeps a copy of what is in the ViewState.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeAlias

from explorer.domain.filter import EventFilter
from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.domain.view_request import ViewRequest, text_of_window

Observer: TypeAlias = Callable[["ViewState", "ViewState"], None]


@dataclass(frozen=True, slots=True)
class ViewState:
    """One view: small, immutable, comparable, enough to draw the same picture again.

    `window` is the visible stretch of time (None until data is known), `selection` the chosen event's
    id, `compared` that of the event it is compared with, `commentary` whether what the document says is shown
    anywhere, `lanes` the facet that groups events into lanes. Of these lanes, by the identifiers of their
    values, `lane_order` comes first in this order, `hidden` is left out, `folded` takes one row and
    `expanded` as many as it needs. `passage` is the number of the document's paragraph whose events are
    lit (0: none) and `claim` the slug of the claim chosen to be shown ("": none); neither filters. With
    `dims`, events that fail the filter stay as dim dots. With `is_table` the events are listed
    instead of drawn, in the order of the column `sorted_by` (of domain.view_request.SORTABLE, "-" before
    it for from last to first).
    """

    window: Interval | None = None
    filter: EventFilter = field(default_factory=EventFilter)
    selection: int | None = None
    compared: int | None = None
    commentary: bool = True
    lanes: str = "relationship"
    collapse_gaps: bool = False
    lane_order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    folded: frozenset[str] = frozenset()
    expanded: frozenset[str] = frozenset()
    passage: int = 0
    claim: str = ""
    dims: bool = False
    is_table: bool = False
    sorted_by: str = "date"


def request_of(state: ViewState, slug_of: Callable[[int], str | None]) -> ViewRequest:
    """The request that resolves to this state in the database of `slug_of`, which names an event's slug."""
    return ViewRequest(
        window=text_of_window(state.window) if state.window is not None else "",
        select="" if state.selection is None else slug_of(state.selection),
        compare="" if state.compared is None else slug_of(state.compared) or "",
        commentary=state.commentary,
        is_table=state.is_table,
        sorted_by=state.sorted_by,
        lanes=state.lanes,
        filter=state.filter,
        collapse_gaps=state.collapse_gaps,
        dims=state.dims,
        lane_order=state.lane_order,
        hidden=state.hidden,
        folded=state.folded,
        expanded=state.expanded,
        claim=state.claim,
        paragraph=state.passage,
    )


class Store:
    """Holds the ViewState; `edit` is the only way to change it.

    Observers are called with (old, new) in the order of their subscription. An edit that changes
    nothing is silent. An observer that edits is a bug and raises RuntimeError.
    """

    def __init__(self, state: ViewState | None = None) -> None:
        self._state = state or ViewState()
        self._observers: list[Observer] = []
        self._telling = False

    @property
    def state(self) -> ViewState:
        return self._state

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Call `observer` after each change from now on; the returned function ends that."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def edit(self, **changes: Any) -> ViewState:
        """Replace fields of the state, tell the observers if it differs, and return it.

        Raises TypeError for a name that is no field, RuntimeError inside an observer.
        """
        if self._telling:
            raise RuntimeError("an observer of the Store must not edit it")
        old, new = self._state, replace(self._state, **changes)
        if new.window is not None:
            new = replace(new, window=_within_time(new.window))
        if new == old:
            return old
        self._state = new
        self._telling = True
        try:
            for observer in tuple(self._observers):
                observer(old, new)
        finally:
            self._telling = False
        return new

    def show(self, state: ViewState) -> ViewState:
        """Put a whole state in place of the present one, as `edit` does."""
        return self.edit(**{kept.name: getattr(state, kept.name) for kept in fields(state)})


def _reads_on(old: ViewState, new: ViewState) -> bool:
    """True when only another paragraph is read, with the window that followed it."""
    return old.passage != new.passage and replace(old, passage=new.passage, window=new.window) == new


def _within_time(window: Interval) -> Interval:
    if window.start >= BEGINNING and window.end <= FOREVER:
        return window
    start = max(BEGINNING, min(window.start, FOREVER - window.length))
    return Interval(start, min(start + window.length, FOREVER))


def _types_on(old: ViewState, new: ViewState) -> bool:
    """Whether only the search differs, and one begins like the other."""
    before, after = old.filter.search, new.filter.search
    if not before or not after or replace(old, filter=new.filter) != new:
        return False
    same = replace(old.filter, search=after) == new.filter
    return same and (after.startswith(before) or before.startswith(after))


class History:
    """The views looked at, oldest first: back and forward are moves in a list of states."""

    def __init__(self, store: Store, limit: int = 200) -> None:
        self._store, self._limit = store, limit
        self._states: list[ViewState] = []
        self._at = -1

    def remember(self) -> None:
        """Keep the present view unless it is the one we stand on; what lay ahead of it is forgotten.

        Reading on from one paragraph to the next is no view of its own: the one we stand on moves along. So
        with words that are typed on, however slowly they come.
        """
        state = self._store.state
        if self._at >= 0:
            stood = self._states[self._at]
            if stood == state:
                return
            if 0 not in (stood.passage, state.passage) and _reads_on(stood, state):
                self._states[self._at] = state
                return
            if _types_on(stood, state):
                self._states[self._at :] = [state]
                return
        self._states = [*self._states[: self._at + 1], state][-self._limit :]
        self._at = len(self._states) - 1

    def can_go(self, step: int) -> bool:
        """Whether there is a view `step` back (negative) or forward from what is shown now."""
        is_new = self._at >= 0 and self._states[self._at] != self._store.state
        if is_new:
            # `remember` would put it behind the view we stand on, and forget what lay ahead.
            return step < 0 and self._at + 1 + step >= 0
        return 0 <= self._at + step < len(self._states)

    def forget(self) -> None:
        """Begin anew, as with another database."""
        self._states, self._at = [], -1

    def go(self, step: int) -> bool:
        """Show the view `step` back (negative) or forward; False when there is none."""
        target = self._at + step
        if not 0 <= target < len(self._states):
            return False
        self._at = target
        self._store.show(self._states[target])
        return True
