"""All events of a database as numpy columns in drawing order: what drawing, filtering and counting need."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from explorer.domain.blocks import blocks
from explorer.domain.dating import restrict
from explorer.domain.errors import FilterError
from explorer.domain.facet import Bools, Facet, Ints
from explorer.domain.facet_words import unknown_value
from explorer.domain.filter import GREATEST_IMPORTANCE, LEAST_IMPORTANCE, MINE, EventFilter
from explorer.domain.interval import BEGINNING, Interval
from explorer.domain.listing import with_or
from explorer.domain.near_values import near_values
from explorer.domain.quoting import quotable
from explorer.domain.tongue import translate

__all__ = ["Bools", "EventIndex", "Facet", "Ints", "Matched", "Relief", "Rows"]

Rows = npt.NDArray[np.integer]

#: Ids looked through at a time for one, and answers remembered.
_SOUGHT: Final = 2**20
_REMEMBERED: Final = 1_000
#: In place of a row that was never asked for.
_NEVER: Final = -1

#: Ids that leave more than this share of their range unused are looked up by bisection.
_SPARSE: Final = 4


@dataclass(frozen=True, slots=True)
class Matched:
    """The events that pass a filter, and what each facet would offer under the others.

    `mask[row]` is True for a match; `counts[facet][slug]` counts the matches of that value as
    EventIndex.counts says.
    """

    filter: EventFilter
    mask: Bools
    total: int
    counts: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Relief:
    """One clause of a filter, as EventFilter.clauses names it, and how many events pass without it."""

    clause: str
    words: str
    without: EventFilter
    total: int


@dataclass(frozen=True, eq=False)
class EventIndex:
    """Every event as a row, ordered by relationship (as displayed), then start, then end, then id.

    What holds:
    - `offsets` has one entry more than there are relationships: the rows of relationship k are
      offsets[k]:offsets[k + 1], within which (start, end, id) ascends. A relationship without events
      is an empty stretch. Over all rows nothing is in order of time: `in_time` gives that.
    - Bounds are seconds from 1970, half-open, as in db/schema.sql: an event lies within
      [start[i], end[i]), has certainly begun by `start_latest` and was certainly still going on, or
      not yet over, at `end_earliest`. These two are kept as codes of `slacks`, the few lengths that
      occur: start_latest = start + slacks[start_slack], end_earliest = end - slacks[end_slack].
    - `qualified[i]` has bit 1 for an uncertain date, 2 for an approximate one, 4 for an open start, 8 for
      an open end, 16 where the end's qualifier differs from the start's.
    - `ids` are int32 where all fit, else int64; distinct, in no order. Every facet of domain.filter.FACETS
      but "mine" is in `facets`, that one where the reader's stars and notes are known; the codes of
      "relationship" ascend, by `offsets`.
    - No array is ever written to. `origin` is what storage knows the file's state by at the time of
      reading, "" where that does not matter.
    """

    ids: Rows
    start: Ints
    end: Ints
    slacks: Ints
    start_slack: npt.NDArray[np.unsignedinteger]
    end_slack: npt.NDArray[np.unsignedinteger]
    importance: npt.NDArray[np.uint8]
    qualified: npt.NDArray[np.uint8]
    offsets: Ints
    facets: Mapping[str, Facet]
    origin: str = ""
    _known: dict[int, int | None] = field(default_factory=dict[int, int | None], init=False, repr=False)

    def __len__(self) -> int:
        return len(self.ids)

    def start_latest(self, rows: Any) -> Ints:
        """When each of these rows (numbers, a slice or a mask) has certainly begun."""
        return self.start[rows] + self.slacks[self.start_slack[rows]]

    def end_earliest(self, rows: Any) -> Ints:
        """Until when each of these rows has certainly not been over."""
        return self.end[rows] - self.slacks[self.end_slack[rows]]

    def in_time(self, rows: Rows) -> Rows:
        """These rows ordered by start, then end, then id; what has no start, by its end."""
        return rows[np.lexsort((self.ids[rows], self.end[rows], self.sorted_start(rows)))]

    def sorted_start(self, rows: Any) -> Ints:
        """Where each of these rows stands in a list: at its start, or at its end where that is open."""
        start = self.start[rows]
        return np.where(start <= BEGINNING, self.end[rows], start)

    def row_of(self, event_id: int) -> int | None:
        """The row of an event, or None when the database has no such id.

        Every paint asks for the selected event, few others are ever asked for: where no table of ids was
        made for `rows_of`, they are looked through (3 ms for ten million at best) and the answers remembered.
        """
        known = self._known.get(event_id, _NEVER)
        if known != _NEVER:
            return known
        if "_lookup" in self.__dict__:
            found = self.rows_of(np.array([event_id], dtype=np.int64)).tolist()
            return self._remember(event_id, found[0] if found else None)
        return self._remember(event_id, self._seek(event_id))

    def id_of(self, row: int) -> int:
        """The id of a row, whose row is known from then on."""
        event_id = int(self.ids[row])
        self._remember(event_id, row)
        return event_id

    def _remember(self, event_id: int, row: int | None) -> int | None:
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[event_id] = row
        return row

    def rows_of(self, ids: Rows) -> Rows:
        """The rows of the ids that the database has, in their order.

        The first call makes a table of 4 bytes an event (8 where ids are sparse), which stays.
        """
        if not len(self) or not len(ids):
            return np.empty(0, np.int32)
        first, rows = self._lookup
        if first is None:
            at = np.searchsorted(self.ids, ids.astype(self.ids.dtype), sorter=rows)
            found = rows[np.minimum(at, len(rows) - 1)]
            return found[self.ids[found] == ids]
        if ids.min() < first or ids.max() >= first + len(rows):
            ids = ids[(ids >= first) & (ids < first + len(rows))]
        found = rows[ids - first]
        return found if found.min(initial=0) >= 0 else found[found >= 0]

    def put(self, facet: Facet) -> None:
        """Take a facet in, in place of the one of that name: the reader's own, which changes as he writes.

        Whoever goes through `facets` on another thread meanwhile goes through the former ones.
        """
        object.__setattr__(self, "facets", {**self.facets, facet.name: facet})

    def label_of(self, facet: str, slug: str) -> str:
        return self.facets[facet].label_of(slug) if facet in self.facets else slug

    def resolve(self, wanted: EventFilter) -> EventFilter:
        """The same filter with every label replaced by its identifier.

        Raises FilterError for a value that the database does not know, naming near ones.
        """
        for name, values in wanted.chosen.items():
            wanted = wanted.choosing(name, self._slugs(name, values))
        for name, values in wanted.excluded.items():
            wanted = wanted.excluding(name, self._slugs(name, values))
        return wanted

    def match(self, wanted: EventFilter, found: Bools | None = None) -> Matched:
        """Apply a filter: its mask and its counts."""
        mask = self.mask(wanted, found)
        return Matched(wanted, mask, int(np.count_nonzero(mask)), self.counts(wanted, found))

    def mask(self, wanted: EventFilter, found: Bools | None = None) -> Bools:
        """True for each event that passes. `found` is the mask of the events that its search text finds."""
        mask = np.ones(len(self), dtype=np.bool_)
        for name in _conditions(wanted):
            self._restrict(mask, name, wanted, found)
        return mask

    def counts(self, wanted: EventFilter, found: Bools | None = None) -> dict[str, dict[str, int]]:
        """By facet and value, the events with it that pass all of the filter but the facet's own choice.

        Where all of a facet's chosen values are wanted (`every`) its own choice counts as well: the number
        at another value is what choosing that one too would leave. What a facet excludes counts, save for
        the excluded values themselves: theirs is the number of events that pass but for what is chosen and
        excluded in their facet. "importance" has its levels, "1" to "5", as if it were a facet.
        """
        conditions = _conditions(wanted)
        failed = self._failed(conditions, wanted, found)
        counts: dict[str, dict[str, int]] = {}
        for name, facet in self.facets.items():
            aside = {name} - wanted.every
            numbers = self._numbers(facet, failed, conditions, aside)
            if excluded := wanted.excluded_in(name):
                anyway = self._numbers(facet, failed, conditions, {name, f"not {name}"})
                is_out = facet.wanted(excluded)
                numbers[is_out] = anyway[is_out]
            counts[name] = dict(zip(facet.slugs, numbers.tolist(), strict=True))
        counts["importance"] = self._levels(_passing(failed, conditions, {"importance"}))
        return counts

    def relief(self, wanted: EventFilter, found: Bools | None = None) -> list[Relief]:
        """For each clause of a filter, in their order, how many events would pass without it alone."""
        conditions = _conditions(wanted)
        failed = self._failed(conditions, wanted, found)
        return [
            Relief(name, words, without, int(np.count_nonzero(_passing(failed, conditions, {name}))))
            for name, words, without in wanted.clauses(self.label_of)
        ]

    def _slugs(self, name: str, values: Iterable[str]) -> set[str]:
        """The identifiers of some values of a facet. Raises FilterError for one that there is not."""
        facet = self.facets.get(name) or Facet(name, (), (), np.empty(0, np.uint8))
        if name == "mine":
            # What is not yet starred may be tomorrow.
            facet = Facet(name, MINE, MINE, facet.codes)
        slugs: set[str] = set()
        for value in values:
            code = facet.code_of(value)
            if code is None and name == "mine":
                raise FilterError(
                    translate("Errors", "No mark of yours is called “{value}”.").format(
                        value=quotable(value)
                    ),
                    translate("Errors", "Choose {values}.").format(values=with_or(MINE)),
                )
            if code is None:
                raise FilterError(f"{unknown_value(name, value)}.", f"{near_values(value, facet)}.")
            slugs.add(facet.slugs[code])
        return slugs

    def _failed(
        self, conditions: Sequence[str], wanted: EventFilter, found: Bools | None
    ) -> npt.NDArray[np.unsignedinteger[Any]]:
        """For each event, one bit for each condition that it fails."""
        room = np.uint8 if len(conditions) <= 8 else np.uint16 if len(conditions) <= 16 else np.uint32
        failed = np.zeros(len(self), dtype=room)
        passing = np.ones(len(self), dtype=np.bool_)
        for bit, name in enumerate(conditions):
            passing.fill(True)
            self._restrict(passing, name, wanted, found)
            for first, last in blocks(len(self)):
                failed[first:last] |= (~passing[first:last]).astype(room) << bit
        return failed

    def _numbers(
        self,
        facet: Facet,
        failed: npt.NDArray[np.unsignedinteger[Any]],
        conditions: Sequence[str],
        aside: Set[str],
    ) -> Ints:
        """How many of the events that fail none but the conditions aside have each value of a facet."""
        passing = _passing(failed, conditions, aside)
        return self._lane_counts(passing) if facet.name == "relationship" else facet.count(passing)

    def _restrict(self, mask: Bools, name: str, wanted: EventFilter, found: Bools | None) -> None:
        """Unmark what fails one condition."""
        if name == "search":
            np.logical_and(mask, False if found is None else found, out=mask)
        elif name == "importance":
            for first, last in blocks(len(self)):
                part = mask[first:last]
                if part.any():
                    _restrict_importance(part, self.importance[first:last], wanted)
        elif name == "dates":
            dates = wanted.dates
            assert dates is not None
            self.restrict_dates(mask, dates, wanted.certainty, wanted.dating)
        elif name.removeprefix("not ") == "relationship":
            facet = self.facets["relationship"]
            if name == "relationship":
                stays = facet.wanted(wanted.chosen_in(name))
                if "relationship" in wanted.every and len(wanted.chosen_in(name)) > 1:
                    stays.fill(False)
            else:
                stays = ~facet.wanted(wanted.excluded_in(facet.name))
            for (first, last), is_wanted in zip(pairwise(self.offsets.tolist()), stays.tolist(), strict=True):
                if not is_wanted:
                    mask[first:last] = False
        elif name.startswith("not "):
            name = name.removeprefix("not ")
            if name in self.facets:
                self.facets[name].exclude(mask, wanted.excluded_in(name))
        elif name in self.facets:
            self.facets[name].restrict(mask, wanted.chosen_in(name), every=name in wanted.every)
        else:
            mask.fill(False)

    def restrict_dates(self, mask: Bools, dates: Interval, certainty: str, dating: str = "in") -> None:
        """Unmark, in place, what does not stand so to a stretch of time, as domain.dating says."""
        restrict(self, mask, dates, certainty, dating)

    def _levels(self, mask: Bools) -> dict[str, int]:
        """How many of the masked events have each importance."""
        levels = range(LEAST_IMPORTANCE, GREATEST_IMPORTANCE + 1)
        counts = dict.fromkeys(levels, 0)
        for first, last in blocks(len(self)):
            part, importance = mask[first:last], self.importance[first:last]
            for level in levels:
                counts[level] += int(np.count_nonzero((importance == level) & part))
        return {str(level): count for level, count in counts.items()}

    def _lane_counts(self, mask: Bools) -> Ints:
        edges = pairwise(self.offsets.tolist())
        return np.fromiter((np.count_nonzero(mask[first:last]) for first, last in edges), np.int64)

    def _seek(self, event_id: int) -> int | None:
        for first, last in blocks(len(self), _SOUGHT):
            found = np.flatnonzero(self.ids[first:last] == event_id)
            if len(found):
                return first + int(found[0])
        return None

    @cached_property
    def _lookup(self) -> tuple[int | None, Rows]:
        """The least id and the row (-1: none) of each id from there on, or None and the rows by id."""
        first, last = int(self.ids.min()), int(self.ids.max())
        if last - first >= _SPARSE * len(self) + _SOUGHT:
            return None, np.argsort(self.ids)
        rows = np.full(last - first + 1, -1, dtype=np.int32)
        for begin, end in blocks(len(self)):
            rows[self.ids[begin:end] - first] = np.arange(begin, end, dtype=np.int32)
        return first, rows


def _conditions(wanted: EventFilter) -> list[str]:
    """What a filter asks for: first what rules out whole stretches of rows, which the others then skip.

    Each has the name that its clause has in EventFilter.clauses.
    """
    names: list[str] = []
    if "relationship" in wanted.chosen:
        names.append("relationship")
    if "relationship" in wanted.excluded:
        names.append("not relationship")
    if wanted.dates is not None:
        names.append("dates")
    if wanted.limits_importance:
        names.append("importance")
    if wanted.search.strip():
        names.append("search")
    names += [name for name in wanted.chosen if name != "relationship"]
    return names + [f"not {name}" for name in wanted.excluded if name != "relationship"]


def _restrict_importance(mask: Bools, importance: npt.NDArray[np.uint8], wanted: EventFilter) -> None:
    if wanted.min_importance > LEAST_IMPORTANCE:
        np.logical_and(mask, importance >= wanted.min_importance, out=mask)
    if wanted.max_importance < GREATEST_IMPORTANCE:
        np.logical_and(mask, importance <= wanted.max_importance, out=mask)


def _passing(
    failed: npt.NDArray[np.unsignedinteger[Any]], conditions: Sequence[str], aside: Set[str]
) -> Bools:
    """A mask of the events that fail none of the conditions but those aside."""
    passing = np.empty(len(failed), np.bool_)
    own = failed.dtype.type(sum(1 << bit for bit, name in enumerate(conditions) if name in aside))
    if not own:
        return np.equal(failed, 0, out=passing)
    for first, last in blocks(len(failed)):
        np.equal(failed[first:last] | own, own, out=passing[first:last])
    return passing
