"""Lays out frames: which lanes get how many rows, where every mark stands, what is counted instead."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from explorer.domain.index import Bools, EventIndex, Ints
from explorer.domain.interval import BEGINNING, Interval
from explorer.layout.cuts import Cuts
from explorer.layout.dense import EDGE, DenseLanes, Widths
from explorer.layout.dims import Dims
from explorer.layout.extents import FIRST_ROW, bar_least, extents, marks_of, within
from explorer.layout.lanes import Lanes
from explorer.layout.marks import ROW, THIN, Cluster, LaneMarks, Mark, Marks
from explorer.layout.packing import MARK_RADIUS, Side, share_rows
from explorer.layout.placing import CLUSTER_HALF, LanePlacing
from explorer.layout.scale import TimeScale

#: Pixels: a lane without its rows; the widest label, and how far a label may reach beyond the first and the
#: last event of all.
LANE_BASE = 16.0
LABEL_LIMIT = 230.0
WALL = 12.0

#: Matches up to which every lane is placed whole, and the rows that a lane asks for beyond.
EXACT = 500
DENSE_ROWS = 4

#: Pixels that a float holds exactly to a small fraction of one.
_PRECISE = 2.0**36

#: Rows that an expanded lane may have.
EXPANDED_ROWS = 30


@dataclass(slots=True)
class _Exact:
    """One lane's events, all placed at the present zoom. `origin` is the second their pixels count from."""

    rows: Ints
    placing: LanePlacing
    origin: int


@dataclass(frozen=True, slots=True)
class LaneChoice:
    """Which lanes of an arrangement are drawn, in which order, and which are folded to a row or expanded.

    Lanes are numbers; `order` may leave some out, which then follow in display order.
    """

    order: tuple[int, ...] = ()
    hidden: frozenset[int] = frozenset()
    folded: frozenset[int] = frozenset()
    expanded: frozenset[int] = frozenset()

    def among(self, lanes: Sequence[int]) -> list[int]:
        """These lanes without the hidden ones, in the chosen order."""
        place = {lane: number for number, lane in enumerate(self.order)}
        return sorted(
            (lane for lane in lanes if lane not in self.hidden), key=lambda lane: place.get(lane, len(place))
        )


#: Every lane as it comes.
ALL = LaneChoice()


@dataclass(frozen=True, slots=True)
class _Shared:
    """How rows were shared in the frame before: `case` is all that decides it but the window."""

    case: tuple[object, ...]
    window: Interval
    rows: dict[int, int]


@dataclass(slots=True)
class Layout:
    """Lays out frames of one filtered arrangement; keeps each lane's placing while the zoom stays.

    `widths(rows)` gives the pixel width of each event's label, 0 for none. Up to EXACT matches lanes are
    placed whole; with more, each shows its most important events above the density of all others.

    With `lit`, some of the events of `lanes` in lanes of the same facet, only those get rows and labels:
    the others are dim dots beneath them. `radius` is half of a mark's width.

    One that `is_still` lays out pictures: as nothing moves, only what is in the window is placed, no label
    crosses its edges or is cut, and lanes may have as many rows as there is room for.
    """

    index: EventIndex
    lanes: Lanes
    widths: Widths
    lit: Lanes | None = None
    radius: float = MARK_RADIUS
    is_still: bool = False
    _behind: Dims | None = None
    _zoom: tuple[float, int] = (0.0, 0)
    _shared: _Shared | None = None
    _exact: dict[int, _Exact] = field(default_factory=dict[int, _Exact])
    _dense: DenseLanes = field(init=False)

    def __post_init__(self) -> None:
        cuts = Cuts.of(self._front)
        self._dense = DenseLanes(self.index, cuts, self.widths, self.radius, self.is_still)

    def follow(self, former: "Layout") -> None:
        """Take over where time was cut, which costs most of the first frame of another filter."""
        self._dense.cuts = Cuts.of(self._front, former._dense.cuts)

    def frame(
        self,
        scale: TimeScale,
        height: float,
        selected: int | None = None,
        choice: LaneChoice = ALL,
        scroll: float | None = None,
    ) -> Marks:
        """The marks of one window, `height` pixels being available for all lanes.

        `selected` is the row of an event that is drawn by itself wherever it is in view. With `scroll`, the
        pixels that the lanes are scrolled by, marks are placed only in lanes that can be seen.
        """
        zoom = (round(float(np.log(scale.px_per_second)), 7), len(scale.gaps))
        if zoom != self._zoom or self.is_still:
            self._zoom, self._exact = zoom, {}
            self._dense.forget()
        shown = choice.among(self.lanes.shown())
        around = dict(zip(shown, self._front.around(shown, scale.window), strict=True))
        dims = self._dims
        behind = around
        if dims is not None:
            behind = dict(zip(shown, self.lanes.around(shown, scale.window), strict=True))
        wanted = [self._wanted(lane, scale, choice) if around[lane].inside else 0 for lane in shown]
        depths = [
            dims.depth(lane) if dims is not None and want else 0.0
            for lane, want in zip(shown, wanted, strict=True)
        ]
        fixed = [want if lane in choice.expanded else 0 for lane, want in zip(shown, wanted, strict=True)]
        spare = height - THIN * sum(1 for want in wanted if not want) - sum(depths)
        granted = self._share(shown, wanted, spare, fixed, (zoom, height, choice), scale.window)
        top = 0.0
        lanes: list[LaneMarks] = []
        #: The lanes in view that have rows, as positions among all, and their rows.
        placed: dict[int, int] = {}
        in_view: list[int] = []
        for lane, rows, depth in zip(shown, granted, depths, strict=True):
            here, every = around[lane], behind[lane]
            lane_height = LANE_BASE + ROW * rows + depth if rows else THIN
            total = every.earlier + every.inside + every.later
            is_seen = scroll is None or (top < scroll + height and top + lane_height > scroll)
            if is_seen:
                in_view.append(len(lanes))
                if rows:
                    placed[len(lanes)] = rows
            lanes.append(LaneMarks(
                lane, top, lane_height, total, every.earlier, every.later,
                is_placed=is_seen or not every.inside,
                lit=None if dims is None else here.earlier + here.inside + here.later,
                lit_earlier=0 if dims is None else here.earlier,
                lit_later=0 if dims is None else here.later,
            ))  # fmt: skip
            top += lane_height
        if self._is_dense:
            # With those that are only counted in: what is cut anew keeps what it knows of the lanes it cuts.
            self._dense.cuts.in_view(scale, [lanes[at].lane for at in in_view])
            some = [lanes[at] for at in placed]
            found = self._dense.put(
                some, list(placed.values()), [around[lane.lane] for lane in some], scale, selected
            )
        else:
            found = [self._exact_marks(lanes[at], scale, rows) for at, rows in placed.items()]
        for at, lane in zip(placed, found, strict=True):
            lanes[at] = lane
        if dims is not None:
            some = [lanes[at] for at in in_view]
            for at, lane in zip(
                in_view, dims.put(some, scale, behind, around, self._dense.cuts, selected), strict=True
            ):
                lanes[at] = lane
        return Marks(scale, tuple(lanes), top)

    def _share(
        self,
        shown: Sequence[int],
        wanted: Sequence[int],
        spare: float,
        fixed: Sequence[int],
        case: tuple[object, ...],
        window: Interval,
    ) -> list[int]:
        """Rows for each lane shown. While the picture is panned a lane in view has as many as before.

        Only a lane that comes into view is given rows, of what is left: were they shared anew, all other
        lanes would place their events in other rows.
        """
        former = self._shared
        is_panned = former is not None and former.case == case and former.window.overlaps(window)
        kept = former.rows if former is not None and is_panned else {}
        granted = share_rows(wanted, spare, LANE_BASE, ROW, fixed, [kept.get(lane, 0) for lane in shown])
        self._shared = _Shared(case, window, dict(zip(shown, granted, strict=True)))
        return granted

    def release(self, width: float) -> None:
        """Place anew what holds a row with a label of this width, which was a guess: by now it is known."""
        self._dense.release(width)
        known = {lane: one for lane, one in self._exact.items() if width not in one.placing.widths}
        if len(known) < len(self._exact):
            self._exact, self._shared = known, None

    @property
    def _front(self) -> Lanes:
        """The events that get rows."""
        return self.lanes if self.lit is None else self.lit

    @property
    def _is_dense(self) -> bool:
        return int(self._front.passed[-1]) > EXACT

    @property
    def _dims(self) -> Dims | None:
        """What stands behind the lit events; made once, with the zoom it does not change."""
        if self._behind is None and self.lit is not None:
            self._behind = Dims(self.index, self.lanes, self.lit, self._is_dense)
        return self._behind

    def _wanted(self, lane: int, scale: TimeScale, choice: LaneChoice) -> int:
        if lane in choice.folded:
            return 1
        is_expanded = lane in choice.expanded
        if self._is_dense:
            return 2 * DENSE_ROWS if is_expanded or self.is_still else DENSE_ROWS
        placing = self._placed(lane, scale).placing
        return placing.wanted(EXPANDED_ROWS) if is_expanded or self.is_still else placing.wanted()

    def _placed(self, lane: int, scale: TimeScale) -> _Exact:
        found = self._exact.get(lane)
        if found is None:
            rows = self._front.events(lane)
            if self.is_still:
                rows = rows[self._is_in(rows, scale)]
            left, right = self._extents(rows, scale)
            # Pixels from an instant that stays the same while panning, and not so far away that a float
            # could not tell two pixels apart, as from the Big Bang at an hour's zoom.
            step = round(_PRECISE * scale.seconds_per_px) + 1
            origin = max(BEGINNING, (scale.window.start + step // 2) // step * step)
            shift = scale.px_of(origin)
            ends = scale.to_px([int(self.index.start.min()), int(self.index.end.max())]) - shift
            importance = self.index.importance[rows].astype(np.int64)
            order = np.lexsort((self.index.start[rows], -importance)).tolist()
            walls = (float(ends[0]) - WALL, float(ends[1]) + WALL)
            if self.is_still:
                walls = (EDGE - shift, scale.width - EDGE - shift)
            blocked = [(low - shift, high - shift) for low, high in scale.gap_pixels]
            edges = left - shift, right - shift
            widths = self.widths(rows)
            placing = LanePlacing(
                *edges, widths, order, walls, blocked, self.radius, cuts_labels=not self.is_still
            )
            found = self._exact[lane] = _Exact(rows, placing, origin)
        return found

    def _exact_marks(self, lane: LaneMarks, scale: TimeScale, row_limit: int) -> LaneMarks:
        placed = self._placed(lane.lane, scale)
        rows = placed.rows
        placing = placed.placing.at(row_limit)
        is_visible = self._is_in(rows, scale)
        left, right = self._extents(rows, scale)
        for i in placing.points:
            middle = (left[i] + right[i]) / 2
            left[i], right[i] = middle - self.radius, middle + self.radius
        visible: list[int] = np.flatnonzero(is_visible).tolist()
        lists = rows.tolist(), left.tolist(), right.tolist()
        least = bar_least(self.radius)
        marks = marks_of(*lists, placing.rows, placing.sides, placing.widths, visible, lane.top, least)
        strip = lane.top + FIRST_ROW + ROW * (row_limit - 1)
        beside = [mark for mark in marks if mark.y == strip]
        shift = scale.px_of(placed.origin)
        clusters: list[Cluster] = []
        for group in placing.groups:
            members = tuple(int(rows[i]) for i in group.members if is_visible[i])
            if members:
                x = _kept_in_view(group.x + shift, scale.width, beside)
                if clusters and x - clusters[-1].x < 2 * CLUSTER_HALF + 2:
                    # Two that the window's edge has pushed together count as one.
                    former = clusters.pop()
                    members, x = former.rows + members, former.x if x > scale.width / 2 else x
                clusters.append(self._cluster(members, x, strip))
        marks, clusters = self._gathered(marks, clusters, strip, scale.width)
        return replace(lane, marks=tuple(marks), clusters=tuple(clusters))

    def _gathered(
        self, marks: list[Mark], clusters: list[Cluster], y: float, width: float
    ) -> tuple[list[Mark], list[Cluster]]:
        """The same with what would be drawn beyond the window counted at its edge.

        A long event without a row is drawn at its middle, which may lie outside though the event does not.
        """
        inside = [mark for mark in marks if mark.is_bar or 0 <= mark.x <= width]
        kept = [c for c in clusters if 0 <= c.x <= width]
        for is_left in (True, False):
            lost = [m.row for m in marks if not m.is_bar and (m.x < 0 if is_left else m.x > width)]
            lost += [row for c in clusters if (c.x < 0 if is_left else c.x > width) for row in c.rows]
            slot = None
            while lost and slot is None:
                beside = [mark for mark in inside if mark.y == y]
                taken = [*map(_reach, beside), *((c.x0, c.x1) for c in kept)]
                slot = _free_slot(taken, width, is_left=is_left)
                if slot is None and kept:
                    # No room at all: the nearest count takes them in, or a mark becomes one with them.
                    former = kept.pop(0 if is_left else -1)
                    lost, slot = [*former.rows, *lost], former.x
                elif slot is None and beside:
                    nearest = (min if is_left else max)(beside, key=lambda mark: mark.x)
                    inside.remove(nearest)
                    lost.append(nearest.row)
                elif slot is None:
                    slot = width / 2
            if lost and slot is not None:
                kept.append(self._cluster(tuple(lost), slot, y))
                kept.sort(key=lambda cluster: cluster.x)
        return inside, kept

    def _is_in(self, rows: Ints, scale: TimeScale) -> Bools:
        """Which of some rows reach into the window."""
        window = scale.window
        return (self.index.start[rows] < window.end) & (self.index.end[rows] > window.start)

    def _extents(
        self, rows: Ints, scale: TimeScale
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """As `extents`; of a picture's marks just a pixel lies outside the window, and no point does."""
        left, right = extents(self.index, rows, scale, self.radius)
        if not self.is_still:
            return left, right
        return within(left, right, scale.width, self.radius)

    def _cluster(self, members: tuple[int, ...], x: float, y: float) -> Cluster:
        chosen = np.array(members)
        span = Interval(int(self.index.start[chosen].min()), int(self.index.end[chosen].max()))
        return Cluster(members, x - CLUSTER_HALF, x + CLUSTER_HALF, y, span)


def _reach(mark: Mark) -> tuple[float, float]:
    """The pixels that a mark takes with its label."""
    if mark.side is Side.NONE:
        return mark.x0, mark.x1
    return min(mark.x0, mark.label_x), max(mark.x1, mark.label_x + mark.label_width)


def _free_slot(taken: Sequence[tuple[float, float]], width: float, *, is_left: bool) -> float | None:
    """The middle of the room for a cluster that is nearest to an edge of the window, None without any."""
    step = 2 * CLUSTER_HALF + 2
    for number in range(max(1, int(width / step))):
        away = CLUSTER_HALF + 2 + number * step
        x = away if is_left else width - away
        if not any(low < x + CLUSTER_HALF + 2 and high > x - CLUSTER_HALF - 2 for low, high in taken):
            return x
    return None


def _kept_in_view(x: float, width: float, neighbours: Sequence[Mark]) -> float:
    """The middle of a cluster, moved off the window's edge unless a mark or label stands there."""
    low, high = CLUSTER_HALF + 2, width - CLUSTER_HALF - 2
    if low <= x <= high or high < low:
        return x
    moved = min(max(x, low), high)
    for mark in neighbours:
        first, last = _reach(mark)
        if first < moved + CLUSTER_HALF + 2 and last > moved - CLUSTER_HALF - 2:
            return x
    return moved
