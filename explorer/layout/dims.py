"""What stands behind lit events: the others as dim dots beneath them, or as a density where they are many.

Layout asks here when some events are lit: those of a claim or a paragraph, or what passes the filter when
the rest is dimmed and not hidden.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from explorer.domain.index import Bools, EventIndex, Ints
from explorer.layout.cuts import Cuts, InView
from explorer.layout.lanes import Around, Lanes
from explorer.layout.marks import DOT_RADIUS, ROW, Density, LaneMarks, Mark
from explorer.layout.packing import Side
from explorer.layout.scale import TimeScale

#: Dimmed events up to which each is a dot.
DOTS = 500
#: Pixels that a strip of dots adds to a lane's height; where its dots stand, from the lane's foot, and in a
#: lane without rows, from its top: what is announced has room below them.
STRIP = 9.0
_FROM_FOOT = 15.5
_FROM_TOP = 9.0


@dataclass(slots=True)
class Dims:
    """The events of `lanes` that are not among those of `lit`, which stand in lanes of the same facet.

    `is_lit_dense` says that a density of lit events stands at the foot of each lane.
    """

    index: EventIndex
    lanes: Lanes
    lit: Lanes
    is_lit_dense: bool
    _known: dict[int, Ints] = field(default_factory=dict[int, Ints])
    _cuts: Cuts | None = None

    @property
    def are_dots(self) -> bool:
        """True when every dimmed event is drawn by itself."""
        return not self.is_lit_dense and int(self.lanes.passed[-1]) - int(self.lit.passed[-1]) <= DOTS

    def depth(self, lane: int) -> float:
        """The pixels that a lane with rows needs beneath them."""
        if self.is_lit_dense or self.lanes.total(lane) == self.lit.total(lane):
            return 0.0
        return STRIP if self.are_dots else ROW

    def put(
        self,
        lanes: Sequence[LaneMarks],
        scale: TimeScale,
        around: Mapping[int, Around],
        lit: Mapping[int, Around],
        lit_cuts: Cuts,
        selected: int | None,
    ) -> list[LaneMarks]:
        """Some lanes with their dimmed events; the selected one is a dot in any case.

        `around` and `lit` say by lane what of all events and of the lit ones stands in the window.
        """
        if self.are_dots:
            return [
                replace(lane, dims=self._dots(self._rows(lane.lane), scale, _height(lane))) for lane in lanes
            ]
        if self._cuts is None:
            self._cuts = Cuts.of(self.lanes, lit_cuts)
        numbers = [lane.lane for lane in lanes]
        # Bars depend on the scale alone: those of the lit events are the same.
        every, shining = self._cuts.in_view(scale, numbers), lit_cuts.in_view(scale, numbers)
        return [
            self._behind_bars(
                lane, scale, every, around[lane.lane], lit[lane.lane],
                lit_cuts.counts(shining, lane.lane, lit[lane.lane]), self._cuts, selected,
            )
            for lane in lanes
        ]  # fmt: skip

    def _behind_bars(
        self,
        lane: LaneMarks,
        scale: TimeScale,
        view: InView,
        around: Around,
        lit: Around,
        shining: Ints,
        cuts: Cuts,
        selected: int | None,
    ) -> LaneMarks:
        """A lane with a dim density, in which `shining` are the counts of the lit events."""
        dots = self._dots(self._apart(lane.lane, selected), scale, _height(lane))
        counts = cuts.counts(view, lane.lane, around) - shining
        counts[0] += len(around.ongoing) - len(lit.ongoing)
        for dot in dots:
            begun: Ints = view.times.searchsorted(self.index.start[[dot.row]], side="right")
            counts[max(0, int(begun[0]) - 1)] -= 1
        return replace(lane, dims=dots, dim_density=Density(view.times, view.edges, counts))

    def _rows(self, lane: int) -> Ints:
        found = self._known.get(lane)
        if found is None:
            every = self.lanes.events(lane)
            is_dim: Bools = np.isin(every, self.lit.events(lane), invert=True)
            found = self._known[lane] = every[is_dim]
        return found

    def _apart(self, lane: int, selected: int | None) -> Ints:
        """The selected row where it is a dimmed event of the lane, else none."""
        if selected is None:
            return np.empty(0, np.int64)
        chosen = (lanes.place_of(lane, self.index, selected) for lanes in (self.lanes, self.lit))
        is_dim = [place is not None for place in chosen] == [True, False]
        return np.array([selected] if is_dim else [], dtype=np.int64)

    def _dots(self, rows: Ints, scale: TimeScale, y: float) -> tuple[Mark, ...]:
        """A dot for each of some rows that reaches into the window, in the middle of what is in view."""
        start, end = self.index.start[rows], self.index.end[rows]
        is_in = (start < scale.window.end) & (end > scale.window.start)
        left, right = scale.to_px(start[is_in]), scale.to_px(end[is_in])
        middle = (np.maximum(left, 0.0) + np.minimum(right, scale.width)) / 2
        inner = np.clip(middle, DOT_RADIUS, max(DOT_RADIUS, scale.width - DOT_RADIUS))
        found: list[int] = rows[is_in].tolist()
        return tuple(
            Mark(row, x - DOT_RADIUS, x + DOT_RADIUS, y, False, Side.NONE, 0.0, 0.0)
            for row, x in zip(found, inner.tolist(), strict=True)
        )


def _height(lane: LaneMarks) -> float:
    """Where a lane's dots stand."""
    return lane.top + (_FROM_TOP if lane.is_thin else lane.height - _FROM_FOOT)
