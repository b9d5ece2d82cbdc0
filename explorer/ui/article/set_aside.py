"""Switching what the article says off and on again: what filters by it is put aside meanwhile, not lost.

The command `M` calls `turn`. A search is left as it is typed: whoever writes `claim:` there asks for it.
"""

from dataclasses import replace

from explorer.domain.filter import ARTICLE, EventFilter
from explorer.state import Store, ViewState
from explorer.ui.collection import Collection


class SetAside:
    """Holds the view that was left when the article was switched off here, until it is switched on again.

    Another view that shows the article by itself, or another database, ends that.
    """

    def __init__(self, store: Store, collection: Collection) -> None:
        self._store = store
        self._left: ViewState | None = None
        self._lanes: tuple[object, ...] = ()
        self._turns = False
        store.observe(self._follow)
        collection.opened.connect(self._forget)

    def turn(self) -> None:
        """Leave out what the article says and what goes by it, or have both back."""
        self._turns = True
        if self._store.state.commentary:
            self._put_aside()
        else:
            self._take_back()
        self._turns = False

    def _put_aside(self) -> None:
        left = self._store.state
        lanes = {"lanes": left.lanes}
        if left.lanes == "claim":
            lanes = {name: getattr(ViewState(), name) for name in _LANES}
        wanted = left.filter.without_facets(ARTICLE)
        wanted = replace(wanted, every=wanted.every.difference(ARTICLE))
        new = self._store.edit(commentary=False, claim="", passage=0, filter=wanted, **lanes)
        self._left, self._lanes = left, _lanes_of(new)

    def _take_back(self) -> None:
        left, now = self._left, self._store.state
        self._left = None
        if left is None:
            self._store.edit(commentary=True)
            return
        lanes = {name: getattr(left, name) for name in _LANES}
        if left.lanes != "claim" or _lanes_of(now) != self._lanes:
            # Nothing was changed there, or the reader has done so since.
            lanes = {}
        self._store.edit(commentary=True, claim=left.claim, filter=_joined(now.filter, left.filter), **lanes)

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if new.commentary != old.commentary and not self._turns:
            self._forget()

    def _forget(self) -> None:
        self._left = None


_LANES = ("lanes", "lane_order", "hidden", "folded", "expanded")


def _lanes_of(state: ViewState) -> tuple[object, ...]:
    return tuple(getattr(state, name) for name in _LANES)


def _joined(now: EventFilter, left: EventFilter) -> EventFilter:
    """The present filter with what the former one asked of the article."""
    for name in ARTICLE:
        now = now.choosing(name, left.chosen_in(name)).excluding(name, left.excluded_in(name))
        now = now.requiring_all(name, name in left.every)
    return now
