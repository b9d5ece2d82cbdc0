"""A lane with too many events to place one by one: the most important as marks, the rest as density.

A frame looks at cells and bins of the screen, never at every event. Cells and bins are stretches of time
whose length is a power of two of seconds: while one zooms they grow, and halve when they are twice as wide.
They stay while the picture is panned, so that the same events are chosen, and what was given a row keeps it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from explorer.domain.index import Ints
from explorer.domain.interval import Interval
from explorer.layout.lanes import BLOCK, Around, Lanes
from explorer.layout.packing import Held, Placed, Side, pack
from explorer.layout.scale import TimeScale

Floats: TypeAlias = npt.NDArray[np.float64]

#: Least pixels of a cell, from which the most important events are chosen, and of a bar of density.
CELL = 60.0
BIN = 5.0
#: Pixels from which a bar counts as one that would shut others out.
WIDE = 700.0
#: Places that are looked at one by one in a frame and lane; beyond, blocks stand for them.
_CLOSE = 16_384


@dataclass(frozen=True, slots=True)
class Density:
    """Counts of events not drawn as marks: `counts[i]` begin in [times[i], times[i + 1]).

    Those that began before the window and reach into it are counted in the first bar. `edges` are the
    times as pixels.
    """

    times: Ints
    edges: Floats
    counts: Ints

    @property
    def total(self) -> int:
        return int(self.counts.sum())


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a lane's density: `count` events that begin in `window`."""

    lane: int
    x0: float
    x1: float
    count: int
    window: Interval


@dataclass(slots=True)
class DenseLane:
    """One lane at one zoom. Remembers which place stands in which row, so that it stays there."""

    lanes: Lanes
    lane: int
    held: dict[int, Held] = field(default_factory=dict[int, Held])

    def candidates(self, scale: TimeScale, around: Around, each: int, wanted: int | None) -> Ints:
        """The places to draw: of each cell in view the `each` most important, the earliest of equals.

        Cells reach one beyond the window, so that labels at its edges are settled before they come in.
        `wanted` is a place to draw in any case.
        """
        kept = self.lanes.arrangement
        size = _stretch(CELL, scale)
        edges = kept.begun(self.lane, _boundaries(scale, size, 2))
        if edges[-1] - edges[0] <= _CLOSE:
            found = _best(self.lanes.weight, edges, each)
        else:
            found = self._best_of_blocks(edges, each)
        more = around.ongoing
        if len(more) > 4 * each:
            more = more[np.argsort(-self.lanes.weight[more].astype(np.int64), kind="stable")[: 4 * each]]
        found = np.concatenate((found, more, [] if wanted is None else [wanted])).astype(np.int64)
        return np.unique(found)

    def _best_of_blocks(self, edges: Ints, each: int) -> Ints:
        """The same from the strongest weight of each block: one event of a block at most."""
        weight = self.lanes.weight
        chosen = _best(self.lanes.strongest, -(-edges // BLOCK), each)
        if not len(chosen):
            return chosen
        whole = np.minimum(chosen[:, None] * BLOCK + np.arange(BLOCK), len(weight) - 1)
        places = chosen * BLOCK + weight[whole].argmax(axis=1)
        first, last = self.lanes.arrangement.span(self.lane)
        # A block at the lane's edge may have its strongest event in the neighbouring lane.
        return places[(places >= first) & (places < last)]

    def place(
        self,
        places: Ints,
        left: Floats,
        right: Floats,
        widths: Sequence[float],
        rows: int,
        wanted: int | None,
        blocked: Sequence[tuple[float, float]] = (),
    ) -> Placed:
        """Rows and label sides of some places, in pixels of the window; whoever had a row keeps it.

        Of bars longer than WIDE only the most important get rows, a third of them: the rest would shut
        out everything else. `wanted` gets a row in any case.
        """
        known = places.tolist()
        order: list[int] = np.lexsort((places, -self.lanes.weight[places].astype(np.int64))).tolist()
        if wanted is not None:
            order.sort(key=lambda i: known[i] != wanted)
        is_wide = (right - left > WIDE).tolist()
        # Where there is nothing else, one may stand.
        least = 1 if all(is_wide) else 0
        wide = [i for i in order if is_wide[i] and known[i] != wanted][max(least, rows // 3) :]
        order = [i for i in order if i not in set(wide)] if wide else order
        held = [self.held.get(place) for place in known]
        placed = pack(left.tolist(), right.tolist(), widths, order, rows, held=held, blocked=blocked)
        if wanted is not None and placed.rows[order[0]] < 0 and rows:
            # Only then does another give way.
            held[order[0]] = Held(0, Side.NONE, 0.0)
            placed = pack(left.tolist(), right.tolist(), widths, order, rows, held=held, blocked=blocked)
        self.held = {
            place: was if was is not None and was.row == row and was.side == side else Held(row, side, width)
            for place, row, side, width, was in zip(
                known, placed.rows, placed.sides, widths, held, strict=True
            )
            if row >= 0
        }
        return placed

    def density(self, scale: TimeScale, around: Around, drawn: Ints) -> Density:
        """How many of the matches in the window are not among the places `drawn`, by bar."""
        size = _stretch(BIN, scale)
        window = scale.window
        inner = _boundaries(scale, size, 0)
        inner = inner[(inner > window.start) & (inner < window.end)]
        times = np.concatenate(([window.start], inner, [window.end])).astype(np.int64)
        places = self.lanes.arrangement.begun(self.lane, times)
        places[0], places[-1] = around.first, around.last
        counts = np.diff(self.lanes.passed[places]).astype(np.int64)
        counts[0] += len(around.ongoing)
        inside = drawn[(drawn >= around.first) & (drawn < around.last)]
        at = np.searchsorted(places, inside, side="right") - 1
        np.subtract.at(counts, at, 1)
        counts[0] -= len(np.intersect1d(drawn, around.ongoing))
        return Density(times, scale.to_px(times), counts)


def _boundaries(scale: TimeScale, size: int, beyond: int) -> Ints:
    """The multiples of `size` seconds in view, those around it and `beyond` more at either end.

    Collapsed gaps are left out: they may hold more multiples than there are pixels.
    """
    parts = [
        np.arange(part.start // size - beyond, part.end // size + 2 + beyond) for part in scale.stretches
    ]
    if not parts:
        parts = [np.array([scale.window.start // size - beyond, scale.window.end // size + 1 + beyond])]
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
