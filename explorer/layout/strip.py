"""The heights of bars that say how many events begin where: the overview's, on the screen and in pictures."""

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from explorer.domain.blocks import RIGHT_OF_WAY
from explorer.domain.index import EventIndex
from explorer.layout.lanes import Lanes
from explorer.layout.scale import TimeScale

#: The tallest bar, of the room there is.
_TALLEST = 0.92


def bar_shares(index: EventIndex, lanes: Lanes, scale: TimeScale, bar: float) -> npt.NDArray[np.float64]:
    """Heights from 0 to about 1 of bars `bar` pixels wide: matches that start there, on a log scale.

    Each match counts once, in however many lanes it stands.
    """
    edges = np.array([scale.to_time(px) for px in np.arange(0.0, scale.width + bar, bar).tolist()], np.int64)
    counts = np.zeros(len(edges) - 1, dtype=np.int64)
    is_whole = lanes.arrangement.rows is None
    for first, last in pairwise(index.offsets.tolist()):
        RIGHT_OF_WAY.pass_()
        places = first + np.searchsorted(index.start[first:last], edges)
        if is_whole:
            counts += np.diff(lanes.passed[places])
        else:
            # The lanes' sums are in their own order; one of all ten million events takes a tenth of a second.
            passing = (np.count_nonzero(lanes.mask[low:high]) for low, high in pairwise(places.tolist()))
            counts += np.fromiter(passing, np.int64, len(counts))
    top = float(np.log1p(counts.max())) if counts.any() else 1.0
    return np.log1p(counts) / top * _TALLEST
