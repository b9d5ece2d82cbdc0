"""How an event may stand to a stretch of time: it takes place, begins or ends there, or is under way.

`restrict` is the one predicate on dates of an EventIndex, for filters and searches alike.
"""

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.domain.blocks import blocks
from explorer.domain.interval import Interval

if TYPE_CHECKING:
    from explorer.domain.facet import Bools, Ints
    from explorer.domain.index import EventIndex

#: Bits of EventIndex.qualified: ends that are open, not unknown. What has no beginning never begins.
_OPEN_START: Final = 4
_OPEN_END: Final = 8


def restrict(index: "EventIndex", mask: "Bools", dates: Interval, certainty: str, dating: str) -> None:
    """Unmark, in place, what does not stand so to a stretch of time, perhaps or for certain.

    `certainty` is one of CERTAINTIES, `dating` one of DATINGS of domain.filter.
    """
    is_certain = certainty == "certain"
    for first, last in pairwise(index.offsets.tolist()):
        # Starts ascend within a relationship: only some of the rest need to be looked at.
        bounds = np.array([dates.start, dates.start + 1, dates.end])
        before, after, until = np.searchsorted(index.start[first:last], bounds) + first
        if dating == "in":
            if is_certain:
                mask[first:before] = False
                mask[before:until] &= index.end[before:until] <= dates.end
            else:
                mask[first:before] &= index.end[first:before] > dates.start
            mask[until:last] = False
            continue
        low = before if dating == "begins" and is_certain else first
        high = after if dating == "throughout" and not is_certain else until
        mask[first:low] = False
        mask[high:last] = False
        for begin, end in blocks(high - low):
            rows = slice(low + begin, low + end)
            if mask[rows].any():
                mask[rows] &= _stands(index, rows, dates, dating, is_certain)


def _stands(index: "EventIndex", rows: slice, dates: Interval, dating: str, is_certain: bool) -> "Bools":
    """For rows that begin before the stretch ends: whether they stand so to it."""
    start, end, qualified = index.start[rows], index.end[rows], index.qualified[rows]
    if dating == "begins":
        latest = _start_latest(index, rows)
        within = latest <= dates.end if is_certain else latest > dates.start
        return within & (qualified & _OPEN_START == 0)
    if dating == "ends":
        earliest = _end_earliest(index, rows)
        within = (
            (earliest >= dates.start) & (end <= dates.end)
            if is_certain
            else (earliest < dates.end) & (end > dates.start)
        )
        return within & (qualified & _OPEN_END == 0)
    if dating == "underway":
        if not is_certain:
            return end > dates.start
        begun = (_start_latest(index, rows) <= dates.end) | (qualified & _OPEN_START > 0)
        return begun & ((_end_earliest(index, rows) >= dates.start) | (qualified & _OPEN_END > 0))
    if not is_certain:
        return (start <= dates.start) & (end >= dates.end)
    begun = (_start_latest(index, rows) <= dates.start + 1) | (qualified & _OPEN_START > 0)
    return begun & ((_end_earliest(index, rows) >= dates.end - 1) | (qualified & _OPEN_END > 0))


def _start_latest(index: "EventIndex", rows: slice) -> "Ints":
    """By when each has begun: nothing begins after it is over."""
    return np.minimum(index.start_latest(rows), index.end[rows])


def _end_earliest(index: "EventIndex", rows: slice) -> "Ints":
    """Until when each is not over: nothing is over before it begins."""
    return np.maximum(index.end_earliest(rows), index.start[rows])
