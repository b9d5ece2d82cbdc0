"""Lanes with too many events to place one by one: the most important as marks, the rest as density.

A frame looks at cells and bars of the screen, never at every event (cuts.py). They stay while the picture is
panned, so that the same events are chosen, and what was given a row keeps it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import TypeAlias

import numpy as np

from explorer.domain.index import EventIndex, Ints
from explorer.layout.cuts import Cuts, InView
from explorer.layout.extents import bar_least, marks_of, spread, within
from explorer.layout.lanes import Around
from explorer.layout.marks import Density, LaneMarks
from explorer.layout.packing import NO_WALLS, Held, Placed, Side, pack
from explorer.layout.scale import TimeScale

Widths: TypeAlias = Callable[[Ints], Sequence[float]]

#: Pixels from which a bar counts as one that would shut others out.
WIDE = 700.0
#: Pixels that the labels of a picture keep from its edges.
EDGE = 4.0


@dataclass(slots=True)
class DenseLanes:
    """The lanes of a Layout at one zoom. Remembers which place stands in which row, so that it stays there.

    All lanes of a frame are looked up and scaled together: for a dozen events in each, a dozen calls cost
    more than what they do.
    """

    index: EventIndex
    cuts: Cuts
    widths: Widths
    radius: float
    is_still: bool
    _held: dict[int, dict[int, Held]] = field(default_factory=dict[int, dict[int, Held]])

    def forget(self) -> None:
        """Place everything anew: at another zoom."""
        self._held.clear()

    def release(self, width: float) -> None:
        """Place anew what holds a row with a label of this width."""
        for lane, known in self._held.items():
            self._held[lane] = {place: held for place, held in known.items() if held.width != width}

    def put(
        self,
        lanes: Sequence[LaneMarks],
        limits: Sequence[int],
        around: Sequence[Around],
        scale: TimeScale,
        selected: int | None,
    ) -> list[LaneMarks]:
        """These lanes with marks in at most so many rows each, the last of them being the density's.

        The selected event gets a row in any case.
        """
        if not lanes:
            return []
        numbers, kept, window = [lane.lane for lane in lanes], self.cuts.lanes, scale.window
        view = self.cuts.in_view(scale, numbers)
        wanted = self._wanted(numbers, selected)
        chosen = [
            self._candidates(view, lane, here, max(1, limit - 1), want)
            for lane, here, limit, want in zip(numbers, around, limits, wanted, strict=True)
        ]
        places = np.concatenate(chosen)
        rows = kept.arrangement.rows_at(places)
        start, end = self.index.start[rows], self.index.end[rows]
        is_in = (start < window.end) & (end > window.start)
        counts = [len(some) for some in chosen]
        if self.is_still:
            counts = [int(some.sum()) for some in np.split(is_in, list(accumulate(counts))[:-1])]
            places, rows, start, end = places[is_in], rows[is_in], start[is_in], end[is_in]
            is_in = is_in[is_in]
        left, right = spread(start, end, scale, self.radius)
        if self.is_still:
            left, right = within(left, right, scale.width, self.radius)
        walls = (EDGE, scale.width - EDGE) if self.is_still else NO_WALLS
        widths = self.widths(rows)
        weights: list[int] = kept.weight[places].tolist()
        lists = places.tolist(), rows.tolist(), left.tolist(), right.tolist(), is_in.tolist()
        found: list[LaneMarks] = []
        edges = [0, *accumulate(counts)]
        for lane, here, limit, want, (low, high) in zip(
            lanes, around, limits, wanted, pairwise(edges), strict=True
        ):
            mine, events, lefts, rights, visible = (one[low:high] for one in lists)
            label_widths, part = widths[low:high], weights[low:high]
            placed = self._place(
                lane.lane, mine, lefts, rights, label_widths, part, limit - 1, want, scale.gap_pixels, walls
            )
            shown = [i for i, row in enumerate(placed.rows) if row >= 0 and visible[i]]
            held = self._held[lane.lane]
            widths_held = [held[place].width if place in held else 0.0 for place in mine]
            marks = marks_of(
                events, lefts, rights, placed.rows, placed.sides, widths_held, shown, lane.top,
                bar_least(self.radius),
            )  # fmt: skip
            density = self._density(view, lane.lane, here, [mine[i] for i in shown])
            found.append(replace(lane, marks=tuple(marks), density=density))
        return found

    def _wanted(self, lanes: Sequence[int], selected: int | None) -> list[int | None]:
        """For each of some lanes the place of the selected event."""
        if selected is None:
            return [None] * len(lanes)
        return [self.cuts.lanes.place_of(lane, self.index, selected) for lane in lanes]

    def _candidates(self, view: InView, lane: int, around: Around, each: int, wanted: int | None) -> Ints:
        """The places to draw: of each cell in view the `each` most important, the earliest of equals.

        Cells reach beyond the window, so that labels at its edges are settled before they come in. `wanted`
        is a place to draw in any case.
        """
        found, more = self.cuts.best(view, lane, each), around.ongoing
        if len(more) > 4 * each:
            more = more[np.argsort(-self.cuts.lanes.weight[more].astype(np.int64), kind="stable")[: 4 * each]]
        if not len(more) and wanted is None:
            return found
        return np.unique(np.concatenate((found, more, [] if wanted is None else [wanted])).astype(np.int64))

    def _place(
        self,
        lane: int,
        places: Sequence[int],
        left: Sequence[float],
        right: Sequence[float],
        widths: Sequence[float],
        weights: Sequence[int],
        rows: int,
        wanted: int | None,
        blocked: Sequence[tuple[float, float]],
        walls: tuple[float, float],
    ) -> Placed:
        """Rows and label sides of some ascending places, in pixels of the window; whoever had a row keeps it.

        Of bars longer than WIDE only the most important get rows, a third of them: the rest would shut
        out everything else. `wanted` gets a row in any case.
        """
        # Sorting keeps the order of equals.
        order = sorted(range(len(places)), key=weights.__getitem__, reverse=True)
        if wanted is not None:
            order.sort(key=lambda i: places[i] != wanted)
        is_wide = [high - low > WIDE for low, high in zip(left, right, strict=True)]
        if any(is_wide):
            # Where there is nothing else, one may stand.
            least = 1 if all(is_wide) else 0
            wide = [i for i in order if is_wide[i] and places[i] != wanted][max(least, rows // 3) :]
            order = [i for i in order if i not in set(wide)] if wide else order
        former = self._held.get(lane, {})
        held = [former.get(place) for place in places]
        placed = pack(left, right, widths, order, rows, walls, held, blocked)
        if wanted is not None and placed.rows[order[0]] < 0 and rows:
            # Only then does another give way.
            held[order[0]] = Held(0, Side.NONE, 0.0)
            placed = pack(left, right, widths, order, rows, walls, held, blocked)
        self._held[lane] = {
            place: was if was is not None and was.row == row and was.side == side else Held(row, side, width)
            for place, row, side, width, was in zip(
                places, placed.rows, placed.sides, widths, held, strict=True
            )
            if row >= 0
        }
        return placed

    def _density(self, view: InView, lane: int, around: Around, drawn: Sequence[int]) -> Density:
        """How many of the matches in the window are not among `drawn`, ascending places in it, by bar."""
        counts = self.cuts.counts(view, lane, around)
        begun = [place for place in drawn if place >= around.first]
        # What is in the window and began before it is still going on at its start.
        counts[0] += len(around.ongoing) - (len(drawn) - len(begun))
        for bar in self.cuts.bar_of(view, lane, np.array(begun, dtype=np.int64)).tolist():
            counts[bar] -= 1
        return Density(view.times, view.edges, counts)
