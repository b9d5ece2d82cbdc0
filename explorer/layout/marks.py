"""What a frame paints: lanes with their marks, labels and clusters, each knowing the events it stands for."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from explorer.domain.index import Ints
from explorer.domain.interval import Interval
from explorer.layout.packing import MARK_RADIUS, Side
from explorer.layout.scale import Floats, TimeScale

#: Pixels: a lane without rows, one row, and half of the dot that stands for a dimmed event.
THIN = 24.0
ROW = 24.0
DOT_RADIUS = 3.2


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


@dataclass(frozen=True, slots=True)
class LaneMarks:
    """One lane's part of the frame; `top` and `height` in pixels, `total` its events.

    `is_placed` is False for a lane that has events in the window but is scrolled out of view. Where some
    events are lit, `lit`, `lit_earlier` and `lit_later` count those of them (else `lit` is None); the others
    are the `dims`, and those of `dim_density`, whose bars are as those of `density`.
    """

    lane: int
    top: float
    height: float
    total: int
    earlier: int
    later: int
    marks: tuple[Mark, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    density: Density | None = None
    is_placed: bool = True
    lit: int | None = None
    lit_earlier: int = 0
    lit_later: int = 0
    dims: tuple[Mark, ...] = ()
    dim_density: Density | None = None

    @property
    def is_thin(self) -> bool:
        return self.height <= THIN

    @property
    def drawn(self) -> int:
        """Events that marks, clusters, dots and densities stand for, or would when scrolled to."""
        if not self.is_placed:
            return self.total - self.earlier - self.later
        counted = sum(cluster.count for cluster in self.clusters)
        dense = sum(density.total for density in (self.density, self.dim_density) if density is not None)
        return len(self.marks) + len(self.dims) + counted + dense


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
            for dot in lane.dims if best is None else ():
                distance = abs(x - dot.x) + abs(y - dot.y)
                if distance < DOT_RADIUS + 4 and (best is None or distance < best[0]):
                    best = (distance, dot)
        return best[1] if best else None

    def bar_at(self, x: float, y: float) -> Bar | None:
        """The bar of density under a pixel."""
        lane = self.lane_at(y)
        if lane is None or y < lane.top + lane.height - ROW:
            return None
        density = lane.density or lane.dim_density
        if density is None:
            return None
        at = int(np.searchsorted(density.edges, x, side="right")) - 1
        if not 0 <= at < len(density.counts):
            return None
        bright, dim = (int(part.counts[at]) if part else 0 for part in (lane.density, lane.dim_density))
        if not bright + dim:
            return None
        stretch = Interval(int(density.times[at]), int(density.times[at + 1]))
        low, high = float(density.edges[at]), float(density.edges[at + 1])
        return Bar(lane.lane, low, high, bright + dim, stretch, dim)

    def find(self, row: int) -> Mark | Cluster | None:
        """What stands for an event in this frame, or None when it is out of view."""
        for lane in self.lanes:
            for mark in (*lane.marks, *lane.dims):
                if mark.row == row:
                    return mark
            for cluster in lane.clusters:
                if row in cluster.rows:
                    return cluster
        return None

    def lane_at(self, y: float) -> LaneMarks | None:
        return next((lane for lane in self.lanes if lane.top <= y < lane.top + lane.height), None)
