"""Lanes cut into stretches of time of one length, kept while the picture moves: most frames take a slice.

DenseLanes asks here for the most important events of each cell and the counts of each bar of density.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from explorer.domain.index import Ints
from explorer.domain.interval import Interval
from explorer.layout.lanes import BLOCK, Around, Arrangement, Lanes
from explorer.layout.scale import Floats, TimeScale

#: Least pixels of a cell, from which the most important events are chosen, and of a bar of density.
CELL = 60.0
BIN = 5.0
#: Cells that are cut beyond the window: what stands at its edges is settled before it comes in.
_BEYOND: Final = 2
#: Places of a cell that are looked at one by one; in a fuller cell blocks stand for them.
_CLOSE: Final = 1024
#: A cut reaches this part of the window beyond either end, so that it serves some steps of a movement.
_MARGIN: Final = 4


@dataclass(slots=True)
class Grid:
    """Time cut into stretches of at least `least` pixels, and for some lanes the first place at or after
    each of the `times` it is cut at.

    It reaches beyond the window and stays while that moves. The stretches' length is a power of two of
    seconds: while one zooms they grow, and halve when twice as wide. It is the same under every filter.
    """

    arrangement: Arrangement
    least: float
    size: int = 0
    times: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    places: dict[int, Ints] = field(default_factory=dict[int, Ints])
    _gaps: tuple[Interval, ...] = ()
    _reach: Interval | None = None

    def cut(self, scale: TimeScale, lanes: Sequence[int]) -> None:
        """Cut anew where the window or some of the lanes need it."""
        size = _stretch(self.least, scale)
        reach = self._reach
        if reach is None or self.size != size or self._gaps != scale.gaps or not reach.contains(scale.window):
            self._cut_anew(size, scale, lanes)
        for lane in lanes:
            if lane not in self.places:
                self.places[lane] = self.arrangement.begun(lane, self.times)

    def _cut_anew(self, size: int, scale: TimeScale, lanes: Sequence[int]) -> None:
        more = scale.width / _MARGIN
        # In pixels: seconds would reach through a collapsed gap.
        reach = Interval(scale.to_time(-more), scale.to_time(scale.width + more))
        times = _boundaries(TimeScale(reach, scale.width, scale.gaps), size)
        former = {lane: self.places[lane] for lane in lanes if lane in self.places}
        places: dict[int, Ints] = {}
        if former:
            # Dates of ten million events lie far apart in memory: to find a place takes a dozen waits.
            at = np.minimum(self.times.searchsorted(times), len(self.times) - 1)
            is_new = self.times[at] != times
            for lane, known in former.items():
                found = places[lane] = known[at]
                found[is_new] = self.arrangement.begun(lane, times[is_new])
        self.size, self.times, self.places = size, times, places
        self._gaps, self._reach = scale.gaps, reach


@dataclass(frozen=True, slots=True)
class InView:
    """What of the cells and bars is in a window: positions in their grids.

    `times` are the edges of the bars, the window's own ends included, and `edges` the same in pixels.
    """

    cells: tuple[int, int]
    bars: tuple[int, int]
    times: Ints
    edges: Floats


@dataclass(slots=True)
class Cuts:
    """The cells and bars of lanes: the most important events of each cell, the counts of each bar."""

    lanes: Lanes
    cells: Grid
    bars: Grid
    _chosen: dict[int, tuple[Ints, int, Ints]] = field(default_factory=dict[int, "tuple[Ints, int, Ints]"])
    _passed: dict[int, tuple[Ints, Ints, Ints]] = field(default_factory=dict[int, "tuple[Ints, Ints, Ints]"])
    _view: tuple[TimeScale, Ints, Ints, InView] | None = None

    @classmethod
    def of(cls, lanes: Lanes, former: "Cuts | None" = None) -> "Cuts":
        """`former`, of the same arrangement under another filter, saves looking up what they share."""
        if former is not None and former.lanes.arrangement is lanes.arrangement:
            return cls(lanes, former.cells, former.bars)
        return cls(lanes, Grid(lanes.arrangement, CELL), Grid(lanes.arrangement, BIN))

    def in_view(self, scale: TimeScale, lanes: Sequence[int]) -> InView:
        """The cells and bars of some lanes in a window; both are kept for it until the next call."""
        self.cells.cut(scale, lanes)
        self.bars.cut(scale, lanes)
        known = self._view
        if (
            known is not None
            and known[0] is scale
            and known[1] is self.cells.times
            and known[2] is self.bars.times
        ):
            return known[3]
        window, margin, cells, bars = (
            scale.window,
            _BEYOND * self.cells.size,
            self.cells.times,
            self.bars.times,
        )
        first, last = cells.searchsorted(
            np.array([window.start - margin - self.cells.size + 1, window.end + margin])
        ).tolist()
        low = int(bars.searchsorted(np.int64(window.start), side="right"))
        high = max(low, int(bars.searchsorted(np.int64(window.end))))
        times = np.empty(high - low + 2, dtype=np.int64)
        times[0], times[1:-1], times[-1] = window.start, bars[low:high], window.end
        view = InView((first, min(last, len(cells) - 1)), (low, high), times, scale.to_px(times))
        self._view = scale, cells, bars, view
        return view

    def best(self, view: InView, lane: int, each: int) -> Ints:
        """Of each cell in view, and two beyond, the `each` most important places, the earliest of equals.

        They ascend. From a cell too full to look at every place at most one comes from each block of them.
        """
        places = self.cells.places[lane]
        known = self._chosen.get(lane)
        if known is None or known[0] is not places or known[1] != each:
            known = self._chosen[lane] = places, each, self._best(lane, places, each)
        chosen = known[2]
        first, last = view.cells
        return chosen[chosen.searchsorted(places[first]) : chosen.searchsorted(places[last])]

    def counts(self, view: InView, lane: int, around: Around) -> Ints:
        """How many matches begin in each bar in view."""
        places, (low, high) = self.bars.places[lane], view.bars
        known = self._passed.get(lane)
        if known is None or known[0] is not places:
            passed = self.lanes.passed[places].astype(np.int64)
            known = self._passed[lane] = places, passed, np.diff(passed)
        _, passed, steps = known
        counts = np.empty(high - low + 1, dtype=np.int64)
        begun, later = around.passed
        if low == high:
            counts[0] = later - begun
        else:
            counts[0], counts[1:-1], counts[-1] = (
                passed[low] - begun,
                steps[low : high - 1],
                later - passed[high - 1],
            )
        return counts

    def bar_of(self, view: InView, lane: int, places: Ints) -> Ints:
        """The bar in view in which each of some places begins that do begin in the window."""
        return self.bars.places[lane].searchsorted(places, side="right") - view.bars[0]

    def _best(self, lane: int, edges: Ints, each: int) -> Ints:
        is_full = np.diff(edges) > _CLOSE
        if not is_full.any():
            return np.sort(_best(self.lanes.weight, edges, each))
        found: list[Ints] = []
        turns = np.flatnonzero(np.diff(is_full)) + 1
        for first, last in zip((0, *turns.tolist()), (*turns.tolist(), len(is_full)), strict=True):
            alike = edges[first : last + 1]
            if is_full[first]:
                found.append(self._best_of_blocks(lane, alike, each))
            else:
                found.append(_best(self.lanes.weight, alike, each))
        return np.unique(np.concatenate(found))

    def _best_of_blocks(self, lane: int, edges: Ints, each: int) -> Ints:
        """The same from the strongest weight of each whole block: one event of a block at most."""
        weight = self.lanes.weight
        chosen = _best(self.lanes.strongest, -(-edges // BLOCK), each)
        if not len(chosen):
            return chosen
        whole = np.minimum(chosen[:, None] * BLOCK + np.arange(BLOCK), len(weight) - 1)
        places = chosen * BLOCK + weight[whole].argmax(axis=1)
        first, last = self.lanes.arrangement.span(lane)
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
