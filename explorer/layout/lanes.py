"""Events arranged in lanes by a facet, with prefix counts that answer "how many here?" under any filter.

Nothing here costs more per frame than the screen does: counts are differences of prefix sums, and the
events that reach into a window are found from the few that begin shortly before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from explorer.domain.blocks import blocks
from explorer.domain.facet_words import without
from explorer.domain.index import Bools, EventIndex, Ints
from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.layout.gaps import known_span, may_be_of_any_year

#: The identifier of the lane of events without any value of the facet.
NOTHING = ""
#: Events in a block of the running maximum of ends, and of the greatest importance.
BLOCK = 256
#: One in so many events of a lane may last longer than the lane's reach looks back.
_LONG_SHARE = 2048
_NONE = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The events of an EventIndex in lanes, one for each value of `facet`, each lane ordered by start.

    A place is a position in this order: `offsets[k]:offsets[k + 1]` are the places of lane k, `start`,
    `end` and `importance` hold the events' values by place, and `rows` their rows in the index, None
    where the index itself is in this order. An event with several values of the facet has several
    places.

    Each lane is cut into blocks of BLOCK places, counted from its first one; lane k has the blocks
    `blocks[k]:blocks[k + 1]`. `reach[b]` is the latest end of the places in block b and before it within its
    lane, the few longest events left out: those are the places `long`. `latest[b]` is the latest end of all
    places in block b, counted from the first place of all.
    """

    facet: str
    slugs: tuple[str, ...]
    labels: tuple[str, ...]
    offsets: Ints
    start: Ints
    end: Ints
    importance: npt.NDArray[np.uint8]
    rows: npt.NDArray[np.int32] | None
    blocks: Ints
    reach: Ints
    long: Ints
    latest: Ints

    @classmethod
    def of(cls, index: EventIndex, facet_name: str) -> "Arrangement":
        """Arrange all events by a facet; its values without any event get an empty lane."""
        facet = index.facets[facet_name]
        slugs, labels = facet.slugs, facet.labels
        if facet_name == "relationship":
            columns = (index.offsets, index.start, index.end, index.importance)
            return cls._reaching(facet_name, slugs, labels, *columns, rows=None)
        events, codes = np.arange(len(index), dtype=np.int32), facet.codes
        if facet.rows is not None:
            # What has no value at all stands in a last lane of its own: nothing is dropped.
            is_bare = np.ones(len(index), dtype=np.bool_)
            is_bare[facet.rows] = False
            rest = np.flatnonzero(is_bare).astype(np.int32)
            events = np.concatenate((facet.rows.astype(np.int32), rest))
            # The smallest type that holds them: sorting by two bytes or fewer takes no comparing.
            narrow = np.min_scalar_type(len(slugs))
            codes = np.concatenate((codes.astype(narrow), np.full(len(rest), len(slugs), narrow)))
            if facet_name == "claim":
                labels = tuple(f"{number}  {label}" for number, label in enumerate(labels, start=1))
            if len(rest):
                slugs, labels = (*slugs, NOTHING), (*labels, without(facet_name))
        return cls._sorted(index, facet_name, slugs, labels, events, codes)

    def among(self, index: EventIndex, rows: Ints) -> "Arrangement":
        """The same lanes with only these rows of the index, which ascend, in them."""
        facet = index.facets[self.facet]
        if facet.rows is None:
            codes, events = facet.codes[rows], rows
        else:
            # In the facet's own type: numpy would otherwise convert all of it.
            sought = rows.astype(facet.rows.dtype)
            first, last = (np.searchsorted(facet.rows, sought, side=side) for side in ("left", "right"))
            counts = last - first
            at: Ints = np.arange(int(counts.sum())) + np.repeat(first - np.cumsum(counts) + counts, counts)
            rest = rows[counts == 0]
            events = np.concatenate((np.repeat(rows, counts), rest))
            codes = np.concatenate((facet.codes[at].astype(np.int64), np.full(len(rest), len(facet.slugs))))
        return self._sorted(index, self.facet, self.slugs, self.labels, events.astype(np.int32), codes)

    @classmethod
    def _sorted(
        cls,
        index: EventIndex,
        facet_name: str,
        slugs: tuple[str, ...],
        labels: tuple[str, ...],
        events: npt.NDArray[np.int32],
        codes: npt.NDArray[np.integer],
    ) -> "Arrangement":
        """Lanes of known values: `events[i]` stands in lane `codes[i]`, and they ascend in each lane."""
        counts = np.bincount(codes, minlength=len(slugs))
        offsets = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
        rows = events[np.argsort(codes, kind="stable")]
        for first, last in zip(offsets[:-1].tolist(), offsets[1:].tolist(), strict=True):
            rows[first:last] = _by_time(index, rows[first:last])
        columns = (offsets, index.start[rows], index.end[rows], index.importance[rows])
        return cls._reaching(facet_name, slugs, labels, *columns, rows=rows)

    @classmethod
    def _reaching(
        cls,
        facet_name: str,
        slugs: tuple[str, ...],
        labels: tuple[str, ...],
        offsets: Ints,
        start: Ints,
        end: Ints,
        importance: npt.NDArray[np.uint8],
        *,
        rows: npt.NDArray[np.int32] | None,
    ) -> "Arrangement":
        """Find out how far each lane's events reach, when all else is known."""
        reach: list[Ints] = []
        long: list[Ints] = []
        for first, last in zip(offsets[:-1].tolist(), offsets[1:].tolist(), strict=True):
            ends, longest = _reach(start[first:last], end[first:last])
            reach.append(ends)
            long.append(longest + first)
        latest = (
            np.maximum.reduceat(end, np.arange(0, len(end), BLOCK)) if len(end) else np.empty(0, np.int64)
        )
        blocks = np.concatenate(([0], np.cumsum([len(ends) for ends in reach]))).astype(np.int64)
        reaches = blocks, np.concatenate([_NONE, *reach]), np.concatenate([_NONE, *long]), latest
        return cls(facet_name, slugs, labels, offsets, start, end, importance, rows, *reaches)

    def __len__(self) -> int:
        """How many lanes there are."""
        return len(self.slugs)

    def rows_at(self, places: Ints) -> Ints:
        """The rows in the index of some places."""
        return places if self.rows is None else self.rows[places].astype(np.int64)

    def span(self, lane: int) -> tuple[int, int]:
        """The first place of a lane and the one after its last."""
        return int(self.offsets[lane]), int(self.offsets[lane + 1])

    def begun(self, lane: int, times: npt.ArrayLike) -> Ints:
        """For each time the first place of the lane whose event begins then or later."""
        first, last = self.span(lane)
        # The times must be int64: searchsorted would convert the whole column for anything else.
        return first + self.start[first:last].searchsorted(np.asarray(times, dtype=np.int64))

    def begun_in(self, lanes: Ints, time: int) -> Ints:
        """For each of some lanes the first place whose event begins at a time or later."""
        return searched(self.start, self.offsets[lanes], self.offsets[lanes + 1], np.int64(time))


def searched(
    column: npt.NDArray[np.integer],
    low: Ints,
    high: Ints,
    wanted: "npt.NDArray[np.integer] | np.integer",
    *,
    is_after: bool = False,
) -> Ints:
    """The positions in many stretches [low, high) of a column, each of which ascends, where values belong.

    The first position whose value is not below what is wanted there, with `is_after` the first above it.
    `wanted` must be of the column's type, or numpy would convert each stretch.
    """
    side = "right" if is_after else "left"
    values = np.broadcast_to(wanted, len(low))
    return np.array(
        [
            first + column[first:last].searchsorted(value, side)
            for first, last, value in zip(low.tolist(), high.tolist(), values, strict=True)
        ],
        dtype=np.int64,
    )


def _by_time(index: EventIndex, rows: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """These rows, given in ascending order, by start, then end, then row.

    Rows are in order of time within each relationship: one number for both dates lets a merge sort find
    those stretches, in a quarter of the time of a lexsort and without holding up other threads.
    """
    if not len(rows):
        return rows
    key = index.start[rows]
    length = index.end[rows] - key
    low, high, longest = int(key.min()), int(key.max()), int(length.max()) + 1
    if (high - low + 1) * longest >= 2**62:
        # Open ends and the age of the universe.
        return rows[np.lexsort((length, key))]
    key -= low
    key *= longest
    key += length
    return rows[np.argsort(key, kind="stable")]


def _reach(start: Ints, end: Ints) -> tuple[Ints, Ints]:
    """The running maximum of `end` by block without the longest events, and those events' positions."""
    if not len(start):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    length = end - start
    sample = np.sort(length[:: max(1, len(length) // 4096)])
    limit = int(sample[-1 - len(sample) // _LONG_SHARE]) if len(sample) > 64 else int(sample[-1])
    long = np.flatnonzero(length > limit)
    kept = end
    if len(long):
        kept = end.copy()
        kept[long] = start[long]
    blocks = np.maximum.reduceat(kept, np.arange(0, len(kept), BLOCK))
    return np.maximum.accumulate(blocks), long


def _strongest(weight: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """The greatest weight of each block of BLOCK places."""
    if not len(weight):
        return np.empty(0, np.uint8)
    return np.maximum.reduceat(weight, np.arange(0, len(weight), BLOCK))


@dataclass(frozen=True, slots=True)
class Lanes:
    """An Arrangement under a filter.

    `passed[p]` counts the matches among the first p places. `weight[p]` is the importance of a match and
    0 for what does not match; `strongest[b]` the greatest weight in block b of BLOCK places.
    """

    arrangement: Arrangement
    mask: Bools
    passed: npt.NDArray[np.int32]
    weight: npt.NDArray[np.uint8]
    strongest: npt.NDArray[np.uint8]

    @classmethod
    def of(cls, arrangement: Arrangement, mask: Bools) -> "Lanes":
        """Count the events that `mask`, one entry for each row of the index, lets through."""
        # Bytes, not truth values: numpy would convert those bit by bit and hold up every other thread.
        matches, rows = mask.view(np.uint8), arrangement.rows
        size = len(arrangement.start)
        passed, weight = np.empty(size + 1, dtype=np.int32), np.empty(size, dtype=np.uint8)
        passed[0] = 0
        # In blocks that stay in the processor's cache: two thirds of the time.
        for first, last in blocks(size):
            here = matches[first:last] if rows is None else matches[rows[first:last]]
            np.multiply(arrangement.importance[first:last], here, out=weight[first:last])
            sums = passed[first + 1 : last + 1]
            np.cumsum(here, dtype=np.int32, out=sums)
            sums += passed[first]
        return cls(arrangement, mask, passed, weight, _strongest(weight))

    @classmethod
    def whole(cls, arrangement: Arrangement, size: int) -> "Lanes":
        """All of an arrangement's events as matches; `size` is the number of rows of the index."""
        passed = np.arange(len(arrangement.start) + 1, dtype=np.int32)
        weight = arrangement.importance
        return cls(arrangement, np.broadcast_to(np.True_, size), passed, weight, _strongest(weight))

    def total(self, lane: int) -> int:
        """Matching events of one lane."""
        first, last = self.arrangement.span(lane)
        return int(self.passed[last] - self.passed[first])

    def places(self, lane: int) -> Ints:
        """The matching places of one lane, in order of start."""
        first, last = self.arrangement.span(lane)
        return first + np.flatnonzero(self.weight[first:last])

    def events(self, lane: int) -> Ints:
        """The matching rows of one lane, in order of start."""
        return self.arrangement.rows_at(self.places(lane))

    def place_of(self, lane: int, index: EventIndex, row: int) -> int | None:
        """Where in a lane a row of the index stands that matches, None when it does not."""
        begun = int(index.start[row])
        first, last = (int(place) for place in self.arrangement.begun(lane, [begun, begun + 1]))
        places = np.arange(first, last)
        found = places[(self.arrangement.rows_at(places) == row) & (self.weight[first:last] > 0)]
        return int(found[0]) if len(found) else None

    def ongoing(self, lanes: Ints, time: int, begun: Ints) -> list[Ints]:
        """For each of some lanes the matching places before `begun`, the first to begin at a time, that are
        not over then."""
        kept, weight = self.arrangement, self.weight
        blocks = kept.blocks[lanes]
        over = searched(kept.reach, blocks, kept.blocks[lanes + 1], np.int64(time), is_after=True) - blocks
        low = np.minimum(begun, kept.offsets[lanes] + over * BLOCK)
        found: list[Ints] = []
        for first, last in zip(low.tolist(), begun.tolist(), strict=True):
            is_on = (kept.end[first:last] > time) & (weight[first:last] > 0)
            found.append(first + np.flatnonzero(is_on))
        if len(kept.long):
            is_on = (kept.end[kept.long] > time) & (weight[kept.long] > 0)
            long = kept.long[is_on]
            ends = np.searchsorted(long, kept.offsets[lanes]).tolist(), np.searchsorted(long, low).tolist()
            for number, (first, last) in enumerate(zip(*ends, strict=True)):
                if first < last:
                    found[number] = np.concatenate((long[first:last], found[number]))
        return found

    def around(self, lanes: Sequence[int], window: Interval) -> "list[Around]":
        """For each of some lanes the matches that are over before the window, overlap it, begin after it."""
        if not lanes:
            return []
        kept, passed, chosen = self.arrangement, self.passed, np.array(lanes, dtype=np.int64)
        begun, later = kept.begun_in(chosen, window.start), kept.begun_in(chosen, window.end)
        ongoing = self.ongoing(chosen, window.start, begun)
        edges = kept.offsets[chosen], begun, later, kept.offsets[chosen + 1]
        columns = [passed[edge].tolist() for edge in edges] + [begun.tolist(), later.tolist()]
        return [
            Around(
                here - first - len(on), there - here + len(on), last - there, begins, ends, (here, there), on
            )
            for first, here, there, last, begins, ends, on in zip(*columns, ongoing, strict=True)
        ]

    def extent(self) -> Interval | None:
        """The time from the first to the last date known of the matches, None when there are none.

        As known_span gives it, but without a look at every event.
        """
        kept, passed = self.arrangement, self.passed
        total = int(passed[-1])
        if not total:
            return None
        low, high = FOREVER, BEGINNING
        for lane in self.shown():
            first, last = kept.span(lane)
            # An int32, or searchsorted would convert the whole stretch.
            rank = np.int32(int(passed[first]) + 1)
            low = min(low, int(kept.start[first + np.searchsorted(passed[first : last + 1], rank) - 1]))
        blocks = np.flatnonzero(self.strongest)
        for block in blocks[np.argsort(-kept.latest[blocks])].tolist():
            if int(kept.latest[block]) <= high:
                break
            part = slice(block * BLOCK, (block + 1) * BLOCK)
            high = max(high, int(np.max(kept.end[part][self.weight[part] > 0])))
        if low > BEGINNING and high < FOREVER and not may_be_of_any_year(low, high):
            return Interval(low, high)
        matches = self.weight > 0
        return known_span(kept.start, kept.end, matches)

    def shown(self) -> Sequence[int]:
        """The lanes that have a match anywhere, in display order."""
        edges = self.passed[self.arrangement.offsets]
        return np.flatnonzero(np.diff(edges)).tolist()


def seen_among(
    index: EventIndex, lanes: Lanes, mask: Bools, window: Interval, hidden: frozenset[str]
) -> Bools:
    """True for each event of the mask that lies in a window, in part at least, and in a lane not hidden."""
    return in_window(index, unhidden(lanes, mask, hidden), window)


def in_window(index: EventIndex, mask: Bools, window: Interval) -> Bools:
    """True for each event of the mask that lies in a window, in part at least."""
    return mask & (index.start < window.end) & (index.end > window.start)


def unhidden(lanes: Lanes, mask: Bools, hidden: frozenset[str]) -> Bools:
    """True for each event of the mask that stands in a lane not hidden; the mask itself where none is."""
    slugs, every = lanes.arrangement.slugs, lanes.shown()
    shown = [lane for lane in every if slugs[lane] not in hidden]
    if len(shown) == len(every):
        return mask
    # An event with several values is in view in any lane of theirs.
    laned = np.zeros(len(mask), dtype=np.bool_)
    for lane in shown:
        laned[lanes.events(lane)] = True
    return mask & laned


@dataclass(frozen=True, slots=True)
class Around:
    """What lies before, in and after a window: counts, the places [first, last) that begin in it, how many
    matches were `passed` before these two, and the places that began before it and reach into it."""

    earlier: int
    inside: int
    later: int
    first: int
    last: int
    passed: tuple[int, int]
    ongoing: Ints
