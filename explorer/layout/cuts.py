"""A lane cut into stretches of time of one length, kept while the picture moves: most frames take a slice.

DenseLane asks here for the most important events of each cell and the counts of each bar of density.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from explorer.domain.index import Ints
from explorer.domain.interval import Interval
from explorer.layout.lanes import BLOCK, Lanes
from explorer.layout.scale import TimeScale

#: Least pixels of a cell, from which the most important events are chosen, and of a bar of density.
CELL = 60.0
BIN = 5.0
#: Cells that are cut beyond the window: what stands at its edges is settled before it comes in.
_BEYOND: Final = 2
#: Places of a cell that are looked at one by one; in a fuller cell blocks stand for them.
_CLOSE: Final = 1024
#: A cut reaches this part of the window beyond either end, so that it serves some steps of a movement.
_MARGIN: Final = 4


@dataclass(frozen=True, slots=True)
class Bins:
    """Bars of density in a window: `times` and `places` of their edges, `passed` the matches before each."""

    times: Ints
    places: Ints
    passed: Ints


@dataclass(frozen=True, slots=True)
class _Cut:
    """The times that `window` is cut at, and the first place of the lane at or after each."""

    size: int
    gaps: tuple[Interval, ...]
    window: Interval
    times: Ints
    places: Ints

    def serves(self, size: int, scale: TimeScale) -> bool:
        return self.size == size and self.window.contains(scale.window) and self.gaps == scale.gaps

    @classmethod
    def of(cls, lanes: Lanes, lane: int, size: int, scale: TimeScale, former: "_Cut | None") -> "_Cut":
        """The cut of a window; `former`, another of the same lane, saves looking up the times they share.

        Dates of ten million events lie far apart in memory: to find the place of one takes a dozen waits.
        """
        more = scale.width / _MARGIN
        # In pixels: seconds would reach through a collapsed gap.
        window = Interval(scale.to_time(-more), scale.to_time(scale.width + more))
        wider = TimeScale(window, scale.width, scale.gaps)
        times = _boundaries(wider, size)
        if former is None:
            return cls(size, scale.gaps, window, times, lanes.arrangement.begun(lane, times))
        at = np.minimum(np.searchsorted(former.times, times), len(former.times) - 1)
        places = former.places[at]
        is_new = former.times[at] != times
        places[is_new] = lanes.arrangement.begun(lane, times[is_new])
        return cls(size, scale.gaps, window, times, places)


@dataclass(slots=True)
class LaneCuts:
    """The cells and bars of one lane, of which some are in a window.

    Their lengths are powers of two of seconds: while one zooms they grow, and halve when twice as wide.
    """

    lanes: Lanes
    lane: int
    _cells: tuple[int, _Cut, Ints] | None = None
    _bins: tuple[_Cut, Ints] | None = None

    def best(self, scale: TimeScale, each: int) -> Ints:
        """Of each cell in view, and two beyond, the `each` most important places, the earliest of equals.

        They ascend. From a cell too full to look at every place at most one comes from each block of them.
        """
        size = _stretch(CELL, scale)
        if self._cells is None or self._cells[0] != each or not self._cells[1].serves(size, scale):
            cut = _Cut.of(self.lanes, self.lane, size, scale, self._cells[1] if self._cells else None)
            self._cells = each, cut, self._chosen(cut.places, each)
        _, cut, chosen = self._cells
        window = scale.window
        low, high = np.searchsorted(
            cut.times, np.array([window.start - (_BEYOND + 1) * size + 1, window.end + _BEYOND * size])
        )
        places = cut.places[[low, min(high, len(cut.places) - 1)]]
        first, last = np.searchsorted(chosen, places)
        return chosen[first:last]

    def bins(self, scale: TimeScale, first: int, last: int) -> Bins:
        """The bars in the window, in which the places [first, last) begin."""
        size = _stretch(BIN, scale)
        if self._bins is None or not self._bins[0].serves(size, scale):
            cut = _Cut.of(self.lanes, self.lane, size, scale, self._bins[0] if self._bins else None)
            self._bins = cut, self.lanes.passed[cut.places].astype(np.int64)
        cut, passed = self._bins
        window = scale.window
        low = int(np.searchsorted(cut.times, np.int64(window.start), side="right"))
        high = max(low, int(np.searchsorted(cut.times, np.int64(window.end))))

        def framed(begin: int, inner: Ints, end: int) -> Ints:
            whole = np.empty(high - low + 2, dtype=np.int64)
            whole[0], whole[1:-1], whole[-1] = begin, inner[low:high], end
            return whole

        ends = self.lanes.passed[first], self.lanes.passed[last]
        return Bins(
            framed(window.start, cut.times, window.end),
            framed(first, cut.places, last),
            framed(int(ends[0]), passed, int(ends[1])),
        )

    def _chosen(self, edges: Ints, each: int) -> Ints:
        is_full = np.diff(edges) > _CLOSE
        if not is_full.any():
            return np.sort(_best(self.lanes.weight, edges, each))
        found: list[Ints] = []
        turns = np.flatnonzero(np.diff(is_full)) + 1
        for first, last in zip((0, *turns.tolist()), (*turns.tolist(), len(is_full)), strict=True):
            alike = edges[first : last + 1]
            choose = self._best_of_blocks if is_full[first] else self._best_of_places
            found.append(choose(alike, each))
        return np.unique(np.concatenate(found))

    def _best_of_places(self, edges: Ints, each: int) -> Ints:
        return _best(self.lanes.weight, edges, each)

    def _best_of_blocks(self, edges: Ints, each: int) -> Ints:
        """The same from the strongest weight of each whole block: one event of a block at most."""
        weight = self.lanes.weight
        chosen = _best(self.lanes.strongest, -(-edges // BLOCK), each)
        if not len(chosen):
            return chosen
        whole = np.minimum(chosen[:, None] * BLOCK + np.arange(BLOCK), len(weight) - 1)
        places = chosen * BLOCK + weight[whole].argmax(axis=1)
        first, last = self.lanes.arrangement.span(self.lane)
        # A block at the lane's edge may have its strongest event in the neighbouring lane.
        return places[(places >= first) & (places < last)]


def _boundaries(scale: TimeScale, size: int) -> Ints:
    """The multiples of `size` seconds in view and some beyond either end.

    Collapsed gaps are left out but for their ends: they may hold more multiples than there are pixels.
    """
    parts = [
        np.arange(part.start // size - _BEYOND, part.end // size + 2 + _BEYOND) for part in scale.stretches
    ]
    if not parts:
        window = scale.window
        parts = [np.array([window.start // size - _BEYOND, window.end // size + 1 + _BEYOND])]
    return (np.unique(np.concatenate(parts)) if len(parts) > 1 else parts[0]) * size


def _best(weight: npt.NDArray[np.uint8], edges: Ints, each: int) -> Ints:
    """Positions of the `each` greatest weights above 0 between neighbouring edges, the first of equals."""
    low, high = int(edges[0]), int(edges[-1])
    if high <= low:
        return np.empty(0, np.int64)
    # The weight above, the position below and turned round: the greatest key is the first of the best.
    position = np.arange(high - low, dtype=np.int64)
    key = (weight[low:high].astype(np.int64) << 40) - position
    cuts = np.unique(edges[:-1] - low)
    cuts = cuts[cuts < high - low]
    found: list[Ints] = []
    for _ in range(each):
        best = np.maximum.reduceat(key, cuts)
        # A weight of w leaves a key in ((w - 1) << 40, w << 40].
        at = (-best) & ((1 << 40) - 1)
        at = at[best > 0]
        if not len(at):
            break
        found.append(at + low)
        key[at] = 0 - position[at]
    return np.concatenate(found) if found else np.empty(0, np.int64)


def _stretch(px: float, scale: TimeScale) -> int:
    """The shortest power of two of seconds that takes at least so many pixels."""
    return 1 << max(0, math.ceil(math.log2(px * scale.seconds_per_px)))
