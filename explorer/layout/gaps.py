"""Stretches of time in which nothing that matches falls, to be shrunk to a break mark."""

import numpy as np

from explorer.domain.index import Ints
from explorer.domain.interval import Interval

#: A stretch is collapsed when it is longer than this share of all time that the matches span.
SHARE = 1 / 16
#: What stays of it at either end, as a share of the span, so that events do not stand on the break.
_MARGIN = 1 / 120


def find_gaps(start: Ints, end: Ints) -> tuple[Interval, ...]:
    """The empty stretches among events with these bounds (seconds, any order), in order of time."""
    if len(start) < 2:
        return ()
    order = np.argsort(start, kind="stable")
    start = start[order]
    covered = np.maximum.accumulate(end[order])
    span = int(covered[-1] - start[0])
    margin = max(1, round(span * _MARGIN))
    after = np.flatnonzero(start[1:] - covered[:-1] > span * SHARE)
    return tuple(
        Interval(int(covered[at]) + margin, int(start[at + 1]) - margin)
        for at in after.tolist()
        if start[at + 1] - covered[at] > 3 * margin
    )
