"""Where the keyboard goes next: neighbours of an event in time, in its lane, in the lanes beside it."""

from collections.abc import Sequence

import numpy as np

from explorer.domain.index import EventIndex, Ints
from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.layout.lanes import Lanes, searched


def in_time(
    index: EventIndex, lanes: Lanes, row: int | None, step: int, among: Sequence[int] | None = None
) -> int | None:
    """The matching row next in time (step 1) or before (-1); from None the first or the last of all.

    Time orders by start, then end, then id; what has no start stands at its end. Only the lanes `among` are
    looked through, all by default. None when there is no further one.
    """
    key = None if row is None else _key(index, row)
    return _next(index, lanes, key, forward=step > 0, among=among)


def since(
    index: EventIndex, lanes: Lanes, window: Interval, among: Sequence[int] | None = None
) -> int | None:
    """The first match that begins within a window; else one under way in it, else the first after it."""
    found = _next(index, lanes, (window.start, BEGINNING, -1), forward=True, among=among)
    if found is not None and int(index.start[found]) < window.end:
        return found
    ongoing = lanes.mask & (index.start < window.start) & (index.end > window.start)
    shown = None if among is None else set(among)
    rows = index.in_time(np.flatnonzero(ongoing)).tolist()
    return next(
        (row for row in reversed(rows) if shown is None or lane_of(index, lanes, row) in shown), found
    )


def _next(
    index: EventIndex,
    lanes: Lanes,
    own: tuple[int, int, int] | None,
    *,
    forward: bool,
    among: Sequence[int] | None,
) -> int | None:
    """The matching row next to a key of order, or the first or last of all."""
    among = range(len(lanes.arrangement)) if among is None else among
    kept, chosen = lanes.arrangement, np.array(among, dtype=np.int64)
    # What has no start stands first in its lane, and elsewhere in time.
    first, last = kept.begun_in(chosen, BEGINNING + 1), kept.offsets[chosen + 1]
    found: list[Ints] = []
    if own is None:
        places = _matches(lanes, first, last, forward=forward)
    else:
        here, past = (np.maximum(kept.begun_in(chosen, own[0] + more), first) for more in (0, 1))
        found.append(_rows_between(lanes, here, past))
        places = (
            _matches(lanes, past, last, forward=True)
            if forward
            else _matches(lanes, first, here, forward=False)
        )
    starts = index.start[kept.rows_at(places)]
    if len(starts):
        # What begins together stands in a lane by row, and in time by id.
        nearest = int(starts.min() if forward else starts.max())
        here, past = (np.maximum(kept.begun_in(chosen, nearest + more), first) for more in (0, 1))
        found.append(_rows_between(lanes, here, past))
    found.append(_rows_between(lanes, kept.offsets[chosen], first))
    return _nearest(index, np.concatenate(found), own, forward=forward)


def _rows_between(lanes: Lanes, begin: Ints, end: Ints) -> Ints:
    """The matching rows at the places [begin, end) of some lanes."""
    places = [
        one + np.flatnonzero(lanes.weight[one:other])
        for one, other in zip(begin.tolist(), end.tolist(), strict=True)
        if one < other
    ]
    return lanes.arrangement.rows_at(np.concatenate(places) if places else np.empty(0, np.int64))


def _nearest(index: EventIndex, rows: Ints, own: tuple[int, int, int] | None, *, forward: bool) -> int | None:
    """Of some rows the first behind a key of order, or the last before it; without one the first or last."""
    way = 1 if forward else -1
    keys = [way * index.sorted_start(rows), way * index.end[rows], way * index.ids[rows].astype(np.int64)]
    if own is not None:
        is_beyond = np.zeros(len(rows), dtype=np.bool_)
        is_level = ~is_beyond
        for key, mine in zip(keys, own, strict=True):
            is_beyond |= is_level & (key > way * mine)
            is_level &= key == way * mine
        rows, keys = rows[is_beyond], [key[is_beyond] for key in keys]
    for at in range(len(keys)):
        if not len(rows):
            return None
        is_least = keys[at] == keys[at].min()
        rows, keys = rows[is_least], [key[is_least] for key in keys]
    return int(rows[0])


def in_lane(index: EventIndex, lanes: Lanes, row: int, step: int) -> int | None:
    """The matching row next to this one within the first lane that holds it."""
    lane = lane_of(index, lanes, row)
    return None if lane is None else in_time(index, lanes, row, step, [lane])


def across(
    index: EventIndex, lanes: Lanes, order: Sequence[int], row: int, step: int, every: Interval
) -> int | None:
    """The event nearest in time in the next lane of `order` above (-1) or below (1).

    Near is what has its middle near; of equals the first. An end that is open counts as that of `every`,
    the time of all events, as it is drawn.
    """
    at = _place_of(index, lanes, row)
    if at is None or at[0] not in order:
        return None
    position = list(order).index(at[0]) + step
    if not 0 <= position < len(order):
        return None
    kept, lane = lanes.arrangement, order[position]
    # Twice the middle: no half seconds.
    wanted = int(_doubled(index.start[row : row + 1], index.end[row : row + 1], every)[0])
    begun = int(kept.begun(lane, [wanted // 2])[0])
    first, last = kept.span(lane)
    before, after = _match(lanes, first, begun, forward=False), _match(lanes, begun, last, forward=True)
    beside = np.array([place for place in (before, after) if place is not None], np.int64)
    if not len(beside):
        return None
    away = int(np.abs(_doubled(kept.start[beside], kept.end[beside], every) - wanted).min())
    # Nothing that is over before, or begins after, is nearer than one of these two.
    low, high = (wanted - away) // 2 - 1, (wanted + away) // 2 + 2
    ongoing = lanes.ongoing(np.array([lane]), low, kept.begun(lane, [low]))[0]
    begins, ends = (int(place) for place in kept.begun(lane, [low, high]))
    places = np.concatenate((ongoing, begins + np.flatnonzero(lanes.weight[begins:ends])))
    places = np.sort(places)
    distances = np.abs(_doubled(kept.start[places], kept.end[places], every) - wanted)
    return _row_at(lanes, int(places[np.argmin(distances)]))


def beyond(lanes: Lanes, lit: Lanes | None, lane: int, window: Interval, step: int) -> int | None:
    """The event of a lane nearest to a window before (step -1) or after it (1): a lit one if there is one."""
    for among in (lanes,) if lit is None else (lit, lanes):
        found = _beyond(among, lane, window, step)
        if found is not None:
            return found
    return None


def _beyond(lanes: Lanes, lane: int, window: Interval, way: int) -> int | None:
    kept = lanes.arrangement
    first, last = kept.span(lane)
    if way > 0:
        return _row_at(lanes, _match(lanes, int(kept.begun(lane, [window.end])[0]), last, forward=True))
    high, room = int(kept.begun(lane, [window.start])[0]), 1024
    while high > first:
        low = max(first, high - room)
        over = np.flatnonzero((lanes.weight[low:high] > 0) & (kept.end[low:high] <= window.start))
        if len(over):
            return _row_at(lanes, low + int(over[-1]))
        high, room = low, room * 4
    return None


def lane_of(index: EventIndex, lanes: Lanes, row: int) -> int | None:
    """The first lane in which a matching row stands."""
    at = _place_of(index, lanes, row)
    return at[0] if at is not None else None


def _place_of(index: EventIndex, lanes: Lanes, row: int) -> tuple[int, int] | None:
    """The first lane in which a matching row stands, and its place there."""
    kept = lanes.arrangement
    if not lanes.mask[row]:
        return None
    if kept.rows is None:
        return int(np.searchsorted(kept.offsets, row, side="right")) - 1, row
    start, every = int(index.start[row]), np.arange(len(kept))
    # Only those that begin at the same instant need to be looked at.
    here, past = kept.begun_in(every, start), kept.begun_in(every, start + 1)
    for lane in np.flatnonzero(here < past).tolist():
        found = np.flatnonzero(kept.rows[here[lane] : past[lane]] == row)
        if len(found):
            return lane, int(here[lane] + found[0])
    return None


def _doubled(start: Ints, end: Ints, every: Interval) -> Ints:
    """Twice the middle of some events, open ends cut as Collection.extent_of cuts them."""
    if every.start > BEGINNING:
        start = np.where(start <= BEGINNING, np.minimum(every.start, end - 1), start)
    if every.end < FOREVER:
        end = np.where(end >= FOREVER, np.maximum(every.end, start + 1), end)
    return start + end


def _row_at(lanes: Lanes, place: int | None) -> int | None:
    return None if place is None else int(lanes.arrangement.rows_at(np.array([place], np.int64))[0])


def _match(lanes: Lanes, first: int, last: int, *, forward: bool) -> int | None:
    """The first (or last) matching place in [first, last)."""
    found = _matches(lanes, np.array([first]), np.array([last]), forward=forward)
    return int(found[0]) if len(found) else None


def _matches(lanes: Lanes, first: Ints, last: Ints, *, forward: bool) -> Ints:
    """The first (or last) matching places in those stretches [first, last) that have one."""
    passed = lanes.passed
    has_one = (first < last) & (passed[first] < passed[np.maximum(first, last)])
    first, last = first[has_one], last[has_one]
    rank = passed[first] + 1 if forward else passed[last]
    return searched(passed, first, last + 1, rank) - 1


def _key(index: EventIndex, row: int) -> tuple[int, int, int]:
    return int(index.sorted_start(row)), int(index.end[row]), int(index.ids[row])
