"""Where the keyboard goes next: the neighbours of an event in time, in its lane, in the lane above or below."""

from collections.abc import Sequence

import numpy as np

from explorer.domain.index import Bools, EventIndex
from explorer.layout.lanes import Lanes


def in_time(mask: Bools, row: int | None, step: int) -> int | None:
    """The matching row `step` events after (before, if negative) a row; from None the first or the last.

    Rows of an EventIndex are in order of time. None when there is no further one.
    """
    matching = np.flatnonzero(mask)
    if not len(matching):
        return None
    if row is None:
        return int(matching[0 if step > 0 else -1])
    at = int(np.searchsorted(matching, row, side="right" if step > 0 else "left"))
    target = at + step - 1 if step > 0 else at + step
    return int(matching[target]) if 0 <= target < len(matching) else None


def in_lane(lanes: Lanes, row: int, step: int) -> int | None:
    """The same within the first lane that holds the row."""
    lane = lane_of(lanes, row)
    if lane is None:
        return None
    events = np.sort(lanes.events(lane))
    at = int(np.searchsorted(events, row)) + step
    return int(events[at]) if 0 <= at < len(events) else None


def across(index: EventIndex, lanes: Lanes, order: Sequence[int], row: int, step: int) -> int | None:
    """The event nearest in time in the next lane of `order` above (-1) or below (1) that has any."""
    lane = lane_of(lanes, row)
    if lane is None or lane not in order:
        return None
    at = list(order).index(lane) + step
    if not 0 <= at < len(order):
        return None
    events = lanes.events(order[at])
    middle = int(index.start[row]) + int(index.end[row])
    return int(events[np.argmin(np.abs(index.start[events] + index.end[events] - middle))])


def lane_of(lanes: Lanes, row: int) -> int | None:
    """The first lane in which a matching row stands."""
    found = np.flatnonzero(lanes.arrangement.rows == row)
    if not len(found) or not lanes.mask[row]:
        return None
    return int(np.searchsorted(lanes.arrangement.offsets, found[0], side="right")) - 1
