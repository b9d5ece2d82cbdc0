"""A lane with too many events to place one by one: the most important as marks, the rest as density.

A frame looks at cells and bins of the screen, never at every event (cuts.py). They stay while the picture is
panned, so that the same events are chosen, and what was given a row keeps it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from explorer.domain.index import Ints
from explorer.domain.interval import Interval
from explorer.layout.cuts import LaneCuts
from explorer.layout.lanes import Around
from explorer.layout.packing import NO_WALLS, Held, Placed, Side, pack
from explorer.layout.scale import TimeScale

Floats: TypeAlias = npt.NDArray[np.float64]

#: Pixels from which a bar counts as one that would shut others out.
WIDE = 700.0


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
    """One bar of a lane's density: `count` events that begin in `window`, of which `dim` are dimmed."""

    lane: int
    x0: float
    x1: float
    count: int
    window: Interval
    dim: int = 0


@dataclass(slots=True)
class DenseLane:
    """One lane at one zoom. Remembers which place stands in which row, so that it stays there."""

    cuts: LaneCuts
    held: dict[int, Held] = field(default_factory=dict[int, Held])

    def candidates(self, scale: TimeScale, around: Around, each: int, wanted: int | None) -> Ints:
        """The places to draw: of each cell in view the `each` most important, the earliest of equals.

        Cells reach beyond the window, so that labels at its edges are settled before they come in. `wanted`
        is a place to draw in any case.
        """
        found, more = self.cuts.best(scale, each), around.ongoing
        if len(more) > 4 * each:
            more = more[np.argsort(-self.cuts.lanes.weight[more].astype(np.int64), kind="stable")[: 4 * each]]
        if not len(more) and wanted is None:
            return found
        return np.unique(np.concatenate((found, more, [] if wanted is None else [wanted])).astype(np.int64))

    def place(
        self,
        places: Ints,
        left: Floats,
        right: Floats,
        widths: Sequence[float],
        rows: int,
        wanted: int | None,
        blocked: Sequence[tuple[float, float]] = (),
        walls: tuple[float, float] = NO_WALLS,
    ) -> Placed:
        """Rows and label sides of some places, in pixels of the window; whoever had a row keeps it.

        Of bars longer than WIDE only the most important get rows, a third of them: the rest would shut
        out everything else. `wanted` gets a row in any case.
        """
        known = places.tolist()
        order: list[int] = np.lexsort((places, -self.cuts.lanes.weight[places].astype(np.int64))).tolist()
        if wanted is not None:
            order.sort(key=lambda i: known[i] != wanted)
        is_wide = (right - left > WIDE).tolist()
        # Where there is nothing else, one may stand.
        least = 1 if all(is_wide) else 0
        wide = [i for i in order if is_wide[i] and known[i] != wanted][max(least, rows // 3) :]
        order = [i for i in order if i not in set(wide)] if wide else order
        held = [self.held.get(place) for place in known]
        placed = pack(left.tolist(), right.tolist(), widths, order, rows, walls, held, blocked)
        if wanted is not None and placed.rows[order[0]] < 0 and rows:
            # Only then does another give way.
            held[order[0]] = Held(0, Side.NONE, 0.0)
            placed = pack(left.tolist(), right.tolist(), widths, order, rows, walls, held, blocked)
        self.held = {
            place: was if was is not None and was.row == row and was.side == side else Held(row, side, width)
            for place, row, side, width, was in zip(
                known, placed.rows, placed.sides, widths, held, strict=True
            )
            if row >= 0
        }
        return placed

    def density(self, scale: TimeScale, around: Around, drawn: Ints) -> Density:
        """How many of the matches in the window are not among `drawn`, ascending places in it, by bar."""
        bins = self.cuts.bins(scale, around.first, around.last)
        counts = np.diff(bins.passed)
        before = int(np.searchsorted(drawn, np.int64(around.first)))
        # What is in the window and began before it is still going on at its start.
        counts[0] += len(around.ongoing) - before
        at = np.searchsorted(bins.places, drawn[before:], side="right") - 1
        np.subtract.at(counts, at, 1)
        return Density(bins.times, scale.to_px(bins.times), counts)
