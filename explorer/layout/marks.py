"""What a frame paints: lanes with their marks, labels and clusters, each knowing the events it stands for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from explorer.domain.index import EventIndex
from explorer.domain.interval import Interval
from explorer.layout.lanes import Lanes
from explorer.layout.packing import LABEL_GAP, MARK_RADIUS, Side, share_rows
from explorer.layout.placing import CLUSTER_HALF, LanePlacing
from explorer.layout.scale import TimeScale

#: Pixels: a thin lane, a lane without its rows, one row, and where the first row's middle stands.
THIN = 24.0
LANE_BASE = 16.0
ROW = 24.0
FIRST_ROW = 17.0
#: Pixels: the widest label, what a bar is at least, where its label begins, and how far a label may
#: reach beyond the first and the last event of all.
LABEL_LIMIT = 230.0
BAR_LEAST = 18.0
INSET = 24.0
WALL = 12.0

Widths: TypeAlias = Callable[[npt.NDArray[np.int32]], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Mark:
    """One event drawn: `row` is its row in the EventIndex; pixels from the timeline's left and top.

    A bar covers [x0, x1]; anything else is a point in the middle of them. `label_x` is where the label
    starts; no label when `side` is NONE.
    """

    row: int
    x0: float
    x1: float
    y: float
    is_bar: bool
    side: Side
    label_x: float
    label_width: float

    @property
    def x(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def count(self) -> int:
        return 1


@dataclass(frozen=True, slots=True)
class Cluster:
    """Several events of one lane within a fixed stretch of time, drawn as a count."""

    rows: tuple[int, ...]
    x0: float
    x1: float
    y: float
    window: Interval

    @property
    def x(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def count(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class LaneMarks:
    """One lane's part of the frame; `top` and `height` in pixels, `total` its matching events."""

    lane: int
    top: float
    height: float
    total: int
    earlier: int
    later: int
    marks: tuple[Mark, ...] = ()
    clusters: tuple[Cluster, ...] = ()

    @property
    def is_thin(self) -> bool:
        return self.height <= THIN

    @property
    def drawn(self) -> int:
        """Events that the marks and clusters stand for."""
        return len(self.marks) + sum(cluster.count for cluster in self.clusters)


@dataclass(frozen=True, slots=True)
class Marks:
    """One frame. For every lane: drawn + earlier + later = total (DESIGN principle 2)."""

    scale: TimeScale
    lanes: tuple[LaneMarks, ...]
    height: float

    def __iter__(self) -> Iterator[LaneMarks]:
        return iter(self.lanes)

    def hit(self, x: float, y: float) -> Mark | Cluster | None:
        """The mark or cluster under a pixel; of overlapping ones the nearest to it."""
        best: tuple[float, Mark | Cluster] | None = None
        for lane in self.lanes:
            if not lane.top <= y < lane.top + lane.height:
                continue
            for mark in (*lane.marks, *lane.clusters):
                if abs(y - mark.y) > ROW / 2:
                    continue
                low, high = mark.x0, mark.x1
                if isinstance(mark, Mark):
                    if not mark.is_bar:
                        low, high = mark.x - MARK_RADIUS - 2, mark.x + MARK_RADIUS + 2
                    if mark.side is not Side.NONE:
                        low, high = min(low, mark.label_x), max(high, mark.label_x + mark.label_width)
                if low <= x <= high:
                    distance = abs(x - mark.x) + abs(y - mark.y)
                    if best is None or distance < best[0]:
                        best = (distance, mark)
        return best[1] if best else None

    def find(self, row: int) -> Mark | Cluster | None:
        """What stands for an event in this frame, or None when it is out of view."""
        for lane in self.lanes:
            for mark in lane.marks:
                if mark.row == row:
                    return mark
            for cluster in lane.clusters:
                if row in cluster.rows:
                    return cluster
        return None

    def lane_at(self, y: float) -> LaneMarks | None:
        return next((lane for lane in self.lanes if lane.top <= y < lane.top + lane.height), None)


@dataclass(slots=True)
class _Lane:
    """One lane's events, placed at the present zoom."""

    rows: npt.NDArray[np.int32]
    placing: LanePlacing
    origin: int


@dataclass(slots=True)
class Layout:
    """Lays out frames of one filtered arrangement; keeps each lane's placing while the zoom stays.

    `widths(rows)` gives the pixel width of each event's label, 0 for none.
    """

    index: EventIndex
    lanes: Lanes
    widths: Widths
    _zoom: tuple[float, int] = (0.0, 0)
    _placed: dict[int, _Lane] = field(default_factory=dict[int, _Lane])

    def frame(self, scale: TimeScale, height: float) -> Marks:
        """The marks of one window, `height` pixels being available for all lanes."""
        zoom = (round(float(np.log(scale.px_per_second)), 7), len(scale.gaps))
        if zoom != self._zoom:
            self._zoom, self._placed = zoom, {}
        shown = self.lanes.shown()
        around = {lane: self.lanes.around(lane, scale.window) for lane in shown}
        wanted = [self._lane(lane, scale).placing.wanted if around[lane][1] else 0 for lane in shown]
        spare = height - THIN * sum(1 for want in wanted if not want)
        granted = share_rows(wanted, spare, LANE_BASE, ROW)
        top = 0.0
        lanes: list[LaneMarks] = []
        for lane, rows in zip(shown, granted, strict=True):
            lane_height = LANE_BASE + ROW * rows if rows else THIN
            lanes.append(self._marks(lane, scale, top, lane_height, rows, around[lane]))
            top += lane_height
        return Marks(scale, tuple(lanes), top)

    def _lane(self, lane: int, scale: TimeScale) -> _Lane:
        found = self._placed.get(lane)
        if found is None:
            rows = self.lanes.events(lane)
            left, right = extents(self.index, rows, scale)
            # Pixels from the lane's first event, so that they stay the same while panning.
            origin = int(self.index.start[rows].min())
            shift = scale.px_of(origin)
            ends = scale.to_px([int(self.index.start.min()), int(self.index.end.max())]) - shift
            importance = self.index.importance[rows].astype(np.int64)
            order = np.lexsort((self.index.start[rows], -importance)).tolist()
            walls = (float(ends[0]) - WALL, float(ends[1]) + WALL)
            placing = LanePlacing(left - shift, right - shift, self.widths(rows), order, walls)
            found = self._placed[lane] = _Lane(rows, placing, origin)
        return found

    def _marks(
        self, lane: int, scale: TimeScale, top: float, height: float, row_limit: int, around: tuple[int, int, int]
    ) -> LaneMarks:
        earlier, inside, later = around
        total = earlier + inside + later
        if not inside:
            return LaneMarks(lane, top, height, total, earlier, later)
        placed = self._lane(lane, scale)
        rows, window = placed.rows, scale.window
        placing = placed.placing.at(row_limit)
        is_visible = (self.index.start[rows] < window.end) & (self.index.end[rows] > window.start)
        left, right = extents(self.index, rows, scale)
        marks: list[Mark] = []
        for i in np.flatnonzero(is_visible).tolist():
            row = placing.rows[i]
            if row >= 0:
                x0, x1 = float(left[i]), float(right[i])
                is_bar = x1 - x0 >= BAR_LEAST
                width, side = placed.placing.widths[i], placing.sides[i]
                label_x = _label_x(x0, x1, width, side)
                y = top + FIRST_ROW + ROW * row
                marks.append(Mark(int(rows[i]), x0, x1, y, is_bar, side, label_x, width))
        clusters: list[Cluster] = []
        shift = scale.px_of(placed.origin)
        strip = top + FIRST_ROW + ROW * (row_limit - 1)
        for group in placing.groups:
            members = [int(rows[i]) for i in group.members if is_visible[i]]
            if members:
                start, end = self.index.start[members].min(), self.index.end[members].max()
                x = _kept_in_view(group.x + shift, scale.width, [*(m for m in marks if m.y == strip), *clusters])
                span = Interval(int(start), int(end))
                clusters.append(Cluster(tuple(members), x - CLUSTER_HALF, x + CLUSTER_HALF, strip, span))
        return LaneMarks(lane, top, height, total, earlier, later, tuple(marks), tuple(clusters))


def extents(
    index: EventIndex, rows: npt.NDArray[np.int32], scale: TimeScale
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Pixels that each event's mark covers: its dates, or a point's width around their middle."""
    left, right = scale.to_px(index.start[rows]), scale.to_px(index.end[rows])
    middle = (left + right) / 2
    is_point = right - left < BAR_LEAST
    return np.where(is_point, middle - MARK_RADIUS, left), np.where(is_point, middle + MARK_RADIUS, right)


def _kept_in_view(x: float, width: float, neighbours: Sequence[Mark | Cluster]) -> float:
    """The middle of a cluster, moved off the window's edge unless a mark or label stands there."""
    low, high = CLUSTER_HALF + 2, width - CLUSTER_HALF - 2
    if low <= x <= high or high < low:
        return x
    moved = min(max(x, low), high)
    for mark in neighbours:
        first, last = mark.x0, mark.x1
        if isinstance(mark, Mark) and mark.side is not Side.NONE:
            first, last = min(first, mark.label_x), max(last, mark.label_x + mark.label_width)
        if first < moved + CLUSTER_HALF + 2 and last > moved - CLUSTER_HALF - 2:
            return x
    return moved


def _label_x(x0: float, x1: float, width: float, side: Side) -> float:
    if side is Side.RIGHT:
        return x1 + LABEL_GAP
    if side is Side.LEFT:
        return x0 - LABEL_GAP - width
    # Inside a bar the label follows the part of the bar that is in view.
    return min(max(x0, 0.0) + INSET, max(x1 - width - LABEL_GAP, x0 + INSET))
