"""Stretches of time in which nothing that matches falls, to be shrunk to a break mark."""

import numpy as np

from explorer.domain.calendar import MEAN_YEAR_SECONDS, seconds_of
from explorer.domain.index import Bools, Ints
from explorer.domain.interval import BEGINNING, FOREVER, Interval

#: A stretch is collapsed when it is longer than this share of all time that the matches span.
SHARE = 1 / 16
#: What stays of it at either end, as a share of the span, so that events do not stand on the break.
_MARGIN = 1 / 120
#: Events up to which the stretches are found exactly; beyond, to a part in so many of the span.
_EXACT = 100_000
_CELLS = 2**16
_DAY = 86_400
#: The years of four digits in either era, and how long a date is that may be in any of them.
_YEARS = (seconds_of(-9999), seconds_of(10_000))
_ANY_YEAR = (9_997 * MEAN_YEAR_SECONDS, 10_001 * MEAN_YEAR_SECONDS)


def is_of_any_year(start: Ints, end: Ints) -> Bools:
    """True for dates that may be in any year of four digits, as XXXX and XXXX-12-25 are, and those BCE."""
    length = end - start
    is_long = (length >= _ANY_YEAR[0]) & (length <= _ANY_YEAR[1])
    return is_long & (start >= _YEARS[0]) & (end <= _YEARS[1])


def may_be_of_any_year(low: int, high: int) -> bool:
    """Whether the first start and the last end of some dates may be those of one that `is_of_any_year`."""
    is_early = _YEARS[0] <= low < _YEARS[0] + 2 * MEAN_YEAR_SECONDS
    return is_early or high > _YEARS[1] - 2 * MEAN_YEAR_SECONDS


def known_span(start: Ints, end: Ints, among: Bools | bool = True) -> Interval | None:
    """The time from the first to the last date known of events with these bounds, None when there are none.

    An open end says nothing of how far a picture should reach: "2004/.." counts as 2004. Nor does a date of
    which no year is known, unless there are none but such.
    """
    dated = among & ~is_of_any_year(start, end)
    if dated.any():
        among = dated
    low = int(np.min(start, where=among, initial=FOREVER))
    high = int(np.max(end, where=among, initial=BEGINNING))
    if low >= high:
        return None
    if low > BEGINNING and high < FOREVER:
        return Interval(low, high)
    begun, ended = among & (start > BEGINNING), among & (end < FOREVER)
    if not begun.any() and not ended.any():
        return Interval(low, high)
    first = min(
        np.min(dates, where=known, initial=FOREVER) for dates, known in ((start, begun), (end, ended))
    )
    last = max(
        np.max(dates, where=known, initial=BEGINNING) for dates, known in ((start, begun), (end, ended))
    )
    return Interval(int(first), max(int(last), int(first) + _DAY))


def find_gaps(start: Ints, end: Ints) -> tuple[Interval, ...]:
    """The empty stretches among events with these bounds (seconds, any order), in order of time."""
    span = known_span(start, end)
    if len(start) < 2 or span is None:
        return ()
    low, high = span.start, span.end
    if int(start.min()) < low or int(end.max()) > high:
        start, end = np.clip(start, low, high), np.clip(end, low, high)
    begins, ends = _exact(start, end) if len(start) <= _EXACT else _coarse(start, end, low, high)
    margin = max(1, round((high - low) * _MARGIN))
    return tuple(
        Interval(begin + margin, stop - margin)
        for begin, stop in zip(begins.tolist(), ends.tolist(), strict=True)
        if stop - begin > max((high - low) * SHARE, 3 * margin)
    )


def _exact(start: Ints, end: Ints) -> tuple[Ints, Ints]:
    order = np.argsort(start, kind="stable")
    covered = np.maximum.accumulate(end[order])[:-1]
    following = start[order][1:]
    empty = following > covered
    return covered[empty], following[empty]


def _coarse(start: Ints, end: Ints, low: int, high: int) -> tuple[Ints, Ints]:
    """The same to a cell of the span: cells that no event touches."""
    size = max(1, (high - low) // _CELLS + 1)
    change = np.zeros(_CELLS + 2, dtype=np.int64)
    for first in range(0, len(start), 2**20):
        part = slice(first, first + 2**20)
        change += np.bincount((start[part] - low) // size, minlength=len(change))
        change -= np.bincount((end[part] - 1 - low) // size + 1, minlength=len(change))
    edges = np.flatnonzero(np.diff(np.concatenate(([1], np.cumsum(change) > 0, [1])).astype(np.int8)))
    return edges[::2] * size + low, edges[1::2] * size + low
