"""What a frame paints: lanes with their marks, labels and clusters, each knowing the events it stands for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from explorer.domain.index import EventIndex
from explorer.domain.interval import Interval
from explorer.layout.lanes import Lanes
from explorer.layout.packing import LABEL_GAP, MARK_RADIUS, Placed, Side, pack, share_rows
from explorer.layout.scale import TimeScale

#: Pixels: a thin lane, a lane without its rows, one row, where the first row's middle stands, the
#: widest label, what a bar is at least, and the stretch of time that one cluster stands for.
THIN = 24.0
LANE_BASE = 21.0
ROW = 25.0
FIRST_ROW = 18.0
LABEL_LIMIT = 230.0
BAR_LEAST = 18.0
CLUSTER = 50.0
CLUSTER_HALF = 17.0
#: Rows that a lane may have at most, and the lanes' longest exact layout, in events.
ROWS_MOST = 8

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
class _LaneLayout:
    """A whole lane placed at one resolution, in pixels from the lane's first event."""

    rows: npt.NDArray[np.int32]
    left: npt.NDArray[np.float64]
    right: npt.NDArray[np.float64]
    widths: Sequence[float]
    placed: dict[int, Placed]
    order: Sequence[int]
    walls: tuple[float, float]

    def at(self, row_limit: int) -> Placed:
        if row_limit not in self.placed:
            self.placed[row_limit] = pack(
                self.left.tolist(), self.right.tolist(), self.widths, self.order, row_limit, self.walls
            )
        return self.placed[row_limit]

    @property
    def wanted(self) -> int:
        return max(1, self.at(ROWS_MOST).row_count)


@dataclass(slots=True)
class Layout:
    """Lays out frames of one filtered arrangement; keeps each lane's placing while the zoom stays.

    `widths(rows)` gives the pixel width of each event's label, 0 for none. Rows depend on zoom and
    filter only, never on the window's place: an event keeps its row while the picture is panned.
    """

    index: EventIndex
    lanes: Lanes
    widths: Widths
    _zoom: tuple[float, int] = (0.0, 0)
    _placings: dict[int, _LaneLayout] = field(default_factory=dict[int, _LaneLayout])

    def frame(self, scale: TimeScale, height: float) -> Marks:
        """The marks of one window, `height` pixels being available for all lanes."""
        zoom = (round(float(np.log(scale.px_per_second)), 7), len(scale.gaps))
        if zoom != self._zoom:
            self._zoom, self._placings = zoom, {}
        shown = self.lanes.shown()
        around = {lane: self.lanes.around(lane, scale.window) for lane in shown}
        wanted = [self._placing(lane, scale).wanted if around[lane][1] else 0 for lane in shown]
        spare = height - THIN * sum(1 for want in wanted if not want)
        granted = share_rows(wanted, spare, LANE_BASE, ROW)
        top = 0.0
        lanes: list[LaneMarks] = []
        for lane, rows in zip(shown, granted, strict=True):
            lane_height = LANE_BASE + ROW * rows if rows else THIN
            lanes.append(self._lane(lane, scale, top, lane_height, rows, around[lane]))
            top += lane_height
        return Marks(scale, tuple(lanes), top)

    def _placing(self, lane: int, scale: TimeScale) -> _LaneLayout:
        found = self._placings.get(lane)
        if found is None:
            rows = self.lanes.events(lane)
            left, right = _extents(self.index, rows, scale)
            origin = float(left.min())
            ends = scale.to_px(np.array([self.index.start.min(), self.index.end.max()]))
            found = _LaneLayout(
                rows,
                left - origin,
                right - origin,
                self.widths(rows),
                {},
                np.lexsort((self.index.start[rows], -self.index.importance[rows].astype(np.int64))).tolist(),
                (float(ends[0]) - origin - 60, float(ends[1]) - origin + 60),
            )
            self._placings[lane] = found
        return found

    def _lane(
        self, lane: int, scale: TimeScale, top: float, height: float, row_limit: int, around: tuple[int, int, int]
    ) -> LaneMarks:
        earlier, inside, later = around
        total = earlier + inside + later
        if not inside:
            return LaneMarks(lane, top, height, total, earlier, later)
        placing = self._placing(lane, scale)
        placed = placing.at(row_limit)
        rows = placing.rows
        window = scale.window
        visible = np.flatnonzero((self.index.start[rows] < window.end) & (self.index.end[rows] > window.start))
        if -1 in placed.rows:
            # The last row is given to what finds no room: single marks, and clusters with a count.
            placed = placing.at(row_limit - 1)
        left, right = _extents(self.index, rows, scale)
        marks: list[Mark] = []
        rest: list[int] = []
        for i in visible.tolist():
            row = placed.rows[i]
            if row < 0:
                rest.append(i)
                continue
            x0, x1 = float(left[i]), float(right[i])
            is_bar = x1 - x0 >= BAR_LEAST
            width, side = placing.widths[i], placed.sides[i]
            label_x = _label_x(x0, x1, width, side, is_bar, scale.width)
            marks.append(Mark(int(rows[i]), x0, x1, top + FIRST_ROW + ROW * row, is_bar, side, label_x, width))
        strip = top + FIRST_ROW + ROW * (row_limit - 1)
        alone, clusters = self._clusters(rows, rest, scale, strip)
        return LaneMarks(lane, top, height, total, earlier, later, (*marks, *alone), tuple(clusters))

    def _clusters(
        self, rows: npt.NDArray[np.int32], rest: Sequence[int], scale: TimeScale, y: float
    ) -> tuple[list[Mark], list[Cluster]]:
        """Group what found no row by stretches of time that stay fixed while panning; one alone is a mark."""
        stretch = max(1, round(CLUSTER * scale.seconds_per_px))
        groups: dict[int, list[int]] = {}
        for i in rest:
            middle = (int(self.index.start[rows[i]]) + int(self.index.end[rows[i]])) // 2
            groups.setdefault(middle // stretch, []).append(int(rows[i]))
        alone: list[Mark] = []
        clusters: list[Cluster] = []
        for number, members in sorted(groups.items()):
            start = min(int(self.index.start[row]) for row in members)
            end = max(int(self.index.end[row]) for row in members)
            if len(members) == 1:
                x = (scale.px_of(start) + scale.px_of(end)) / 2
                alone.append(Mark(members[0], x - MARK_RADIUS, x + MARK_RADIUS, y, False, Side.NONE, x, 0.0))
                continue
            x = scale.px_of(number * stretch + stretch // 2)
            window = Interval(start, end)
            clusters.append(Cluster(tuple(members), x - CLUSTER_HALF, x + CLUSTER_HALF, y, window))
        return alone, clusters


def _extents(
    index: EventIndex, rows: npt.NDArray[np.int32], scale: TimeScale
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Pixels that each event's mark covers: its dates, or a point's width around their middle."""
    left, right = scale.to_px(index.start[rows]), scale.to_px(index.end[rows])
    middle = (left + right) / 2
    is_point = right - left < BAR_LEAST
    return np.where(is_point, middle - MARK_RADIUS, left), np.where(is_point, middle + MARK_RADIUS, right)


def _label_x(x0: float, x1: float, width: float, side: Side, is_bar: bool, visible: float) -> float:
    if side is Side.RIGHT:
        return x1 + LABEL_GAP
    if side is Side.LEFT:
        return x0 - LABEL_GAP - width
    # Inside a bar the label follows the part of the bar that is in view.
    inset = 24.0 if is_bar else 8.0
    return min(max(x0, 0.0) + inset, max(x1 - width - 8, x0 + inset))
