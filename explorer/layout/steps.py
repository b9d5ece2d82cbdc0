"""Where the keyboard goes next: neighbours of an event in time, in its lane, in the lanes beside it."""

from collections.abc import Iterable, Sequence

import numpy as np

from explorer.domain.index import EventIndex, Ints
from explorer.domain.interval import Interval
from explorer.layout.lanes import Lanes


def in_time(
    index: EventIndex, lanes: Lanes, row: int | None, step: int, among: Sequence[int] | None = None
) -> int | None:
    """The matching row next in time (step 1) or before (-1); from None the first or the last of all.

    Time orders by start, then end, then id. Only the lanes `among` are looked through, all by default.
    None when there is no further one.
    """
    forward = step > 0
    among = range(len(lanes.arrangement)) if among is None else among
    if row is None:
        edges = (lanes.arrangement.span(lane) for lane in among)
        found = (_match(lanes, first, last, forward=forward) for first, last in edges)
        return _extreme(index, lanes, (place for place in found if place is not None), forward=forward)
    start = int(index.start[row])
    level: list[int] = []
    beyond: list[int] = []
    for lane in among:
        first, last = lanes.arrangement.span(lane)
        here, past = (int(place) for place in lanes.arrangement.begun(lane, [start, start + 1]))
        level.extend((here + np.flatnonzero(lanes.weight[here:past])).tolist())
        place = (
            _match(lanes, past, last, forward=True) if forward else _match(lanes, first, here, forward=False)
        )
        if place is not None:
            beyond.append(place)
    own = _key(index, row)
    keys = [
        (_key(index, other), other)
        for other in set(lanes.arrangement.rows_at(np.array(level, np.int64)).tolist())
    ]
    beside = [pair for pair in keys if (pair[0] > own if forward else pair[0] < own)]
    if beside:
        return (min if forward else max)(beside)[1]
    return _extreme(index, lanes, beyond, forward=forward)


def in_lane(lanes: Lanes, row: int, step: int) -> int | None:
    """The matching row next to this one within the first lane that holds it."""
    lane = lane_of(lanes, row)
    if lane is None:
        return None
    events = lanes.events(lane)
    at = int(np.flatnonzero(events == row)[0]) + step
    return int(events[at]) if 0 <= at < len(events) else None


def across(index: EventIndex, lanes: Lanes, order: Sequence[int], row: int, step: int) -> int | None:
    """The event nearest in time in the next lane of `order` above (-1) or below (1)."""
    lane = lane_of(lanes, row)
    if lane is None or lane not in order:
        return None
    at = list(order).index(lane) + step
    if not 0 <= at < len(order):
        return None
    events = lanes.events(order[at])
    middle = int(index.start[row]) + int(index.end[row])
    return int(events[np.argmin(np.abs(index.start[events] + index.end[events] - middle))])


def beyond(
    index: EventIndex, lanes: Lanes, lit: Lanes | None, lane: int, window: Interval, step: int
) -> int | None:
    """The event of a lane nearest to a window before (step -1) or after it (1): a lit one if there is one."""
    for among in (lanes,) if lit is None else (lit, lanes):
        rows = among.events(lane)
        out = rows[index.end[rows] <= window.start] if step < 0 else rows[index.start[rows] >= window.end]
        if len(out):
            return int(out[-1] if step < 0 else out[0])
    return None


def lane_of(lanes: Lanes, row: int) -> int | None:
    """The first lane in which a matching row stands."""
    kept = lanes.arrangement
    place = row
    if kept.rows is not None:
        places = np.flatnonzero(kept.rows == row)
        if not len(places):
            return None
        place = int(places[0])
    return int(np.searchsorted(kept.offsets, place, side="right")) - 1 if lanes.mask[row] else None


def _match(lanes: Lanes, first: int, last: int, *, forward: bool) -> int | None:
    """The first (or last) matching place in [first, last)."""
    passed = lanes.passed
    if last <= first or passed[last] == passed[first]:
        return None
    # An int32, or searchsorted would convert the whole stretch.
    rank = np.int32(int(passed[first]) + 1) if forward else np.int32(int(passed[last]))
    return first + int(np.searchsorted(passed[first : last + 1], rank)) - 1


def _extreme(index: EventIndex, lanes: Lanes, places: Iterable[int], *, forward: bool) -> int | None:
    rows: Ints = lanes.arrangement.rows_at(np.array(list(places), dtype=np.int64))
    if not len(rows):
        return None
    known: list[int] = rows.tolist()
    return (min if forward else max)((_key(index, row), row) for row in known)[1]


def _key(index: EventIndex, row: int) -> tuple[int, int, int]:
    return int(index.start[row]), int(index.end[row]), int(index.ids[row])
