"""Lit events: they get the rows, the others stand dim behind them; every one is drawn or counted."""

import random
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.index import Bools, EventIndex, Ints
from explorer.domain.interval import Interval
from explorer.layout import dims, frames
from explorer.layout.frames import Layout
from explorer.layout.gaps import find_gaps
from explorer.layout.lanes import Arrangement, Lanes
from explorer.layout.marks import THIN, LaneMarks, Mark, Marks
from explorer.layout.packing import Side
from explorer.layout.scale import TimeScale
from tests.layout.bundled import DAY, bundled_index, random_index, widths
from tests.layout.indexes import index_of

FACETS = ("relationship", "kind", "person", "place", "claim")
#: Half of a lit mark with the outline of its role.
RADIUS = 11.0


def _lit(lanes: Lanes, index: EventIndex, rows: Ints) -> Lanes:
    few = lanes.arrangement.among(index, rows)
    return Lanes.of(few, np.isin(np.arange(len(index)), rows))


def _cases(count: int, seed: int) -> Iterator[tuple[Layout, TimeScale, float, Bools, Bools]]:
    """Layouts with a few lit events, or with all that pass a filter lit; windows; what is drawn and lit."""
    chance = random.Random(seed)
    for _ in range(count):
        index = chance.choice([bundled_index, random_index])()
        first, last = int(index.start.min()), int(index.end.max())
        length = int(DAY * 10 ** chance.uniform(0.5, 4.6))
        start = chance.randint(first - length, last)
        window, width = Interval(start, start + length), chance.choice([180.0, 560.0, 900.0])
        arrangement = Arrangement.of(index, chance.choice(FACETS))
        numbers = np.random.default_rng(chance.randint(0, 10**6)).random(len(index))
        if chance.random() < 0.3:
            # Dimmed instead of hidden: all is drawn, what passes is lit.
            drawn, shining = np.ones(len(index), bool), numbers < chance.choice([0.0, 0.1, 0.6, 1.0])
            layout = Layout(
                index, Lanes.whole(arrangement, len(index)), widths, Lanes.of(arrangement, shining)
            )
        else:
            drawn = numbers < chance.choice([0.5, 1.0])
            shining = drawn & (numbers < chance.choice([0.0, 0.03, 0.1, 0.4]))
            lanes = Lanes.of(arrangement, drawn)
            rows = np.flatnonzero(shining)
            layout = Layout(index, lanes, widths, _lit(lanes, index, rows), RADIUS)
        gaps = find_gaps(index.start[drawn], index.end[drawn]) if chance.random() < 0.4 else ()
        scale = TimeScale(window, width, tuple(gap for gap in gaps if not gap.contains(window)))
        yield layout, scale, chance.choice([200.0, 600.0, 1200.0]), drawn, shining


def _rows_of(lane: LaneMarks) -> set[int]:
    """The lit rows that marks and clusters of a lane stand for."""
    return {mark.row for mark in lane.marks} | {row for cluster in lane.clusters for row in cluster.rows}


@pytest.mark.parametrize("limit", [500, 40, 0])
@pytest.mark.parametrize("seed", range(3))
def test_every_event_is_drawn_counted_or_announced_once(
    monkeypatch: pytest.MonkeyPatch, seed: int, limit: int
) -> None:
    monkeypatch.setattr(frames, "EXACT", limit)
    monkeypatch.setattr(dims, "DOTS", limit)
    for layout, scale, height, drawn, shining in _cases(60, seed):
        arrangement, index = layout.lanes.arrangement, layout.index
        frame = layout.frame(scale, height)
        is_in = (index.start < scale.window.end) & (index.end > scale.window.start)
        shown = 0
        for lane in frame:
            low, high = arrangement.span(lane.lane)
            rows = arrangement.rows_at(np.arange(low, high))
            rows = rows[drawn[rows]]
            assert lane.drawn + lane.earlier + lane.later == lane.total == len(rows)
            assert lane.lit == np.count_nonzero(shining[rows])
            here = rows[is_in[rows]]
            bright = len(lane.marks) + sum(cluster.count for cluster in lane.clusters)
            bright += lane.density.total if lane.density else 0
            dim = len(lane.dims) + (lane.dim_density.total if lane.dim_density else 0)
            beyond = lane.lit_earlier + lane.lit_later
            # A lane without a lit event in view has no rows.
            assert lane.is_thin == (not shining[here].any())
            assert (bright, dim) == (np.count_nonzero(shining[here]), np.count_nonzero(~shining[here]))
            assert bright + beyond == lane.lit
            for density in (lane.density, lane.dim_density):
                assert density is None or density.counts.min() >= 0
            assert _rows_of(lane) <= set(here[shining[here]].tolist())
            assert {dot.row for dot in lane.dims} <= set(here[~shining[here]].tolist())
            shown += lane.total
        column = index.facets[arrangement.facet]
        assert shown >= np.count_nonzero(drawn)
        assert column.rows is not None or shown == np.count_nonzero(drawn)


def _boxes(lane: LaneMarks) -> Iterator[tuple[float, float, float]]:
    for mark in lane.marks:
        low, high = mark.x0, mark.x1
        if mark.side in (Side.LEFT, Side.RIGHT):
            low, high = min(low, mark.label_x), max(high, mark.label_x + mark.label_width)
        yield mark.y, low, high
    yield from ((cluster.y, cluster.x0, cluster.x1) for cluster in lane.clusters)


@pytest.mark.parametrize("seed", range(4))
def test_no_label_touches_a_label_a_mark_or_a_dot(seed: int) -> None:
    for layout, scale, height, _, _ in _cases(50, 100 + seed):
        for lane in layout.frame(scale, height):
            boxes = list(_boxes(lane))
            for (y, low, high), (other_y, other_low, other_high) in combinations(boxes, 2):
                if abs(y - other_y) < 20:
                    assert high <= other_low + 0.01 or other_high <= low + 0.01
            for dot in lane.dims:
                assert all(dot.y - y >= RADIUS + dims.DOT_RADIUS for y, _, _ in boxes)
                assert lane.top < dot.y - dims.DOT_RADIUS
                # What is announced at the foot stands below.
                assert dot.y + dims.DOT_RADIUS < lane.top + lane.height - 6.5 - 5


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_drawn_can_be_seen(seed: int) -> None:
    for layout, scale, height, _, _ in _cases(60, 200 + seed):
        for lane in layout.frame(scale, height):
            for mark in (*lane.marks, *lane.clusters, *lane.dims):
                assert mark.x1 >= 0
                assert mark.x0 <= scale.width
            for dot in lane.dims:
                assert 0 <= dot.x0 <= dot.x1 <= scale.width


def test_a_lit_event_keeps_its_row_while_the_picture_is_panned() -> None:
    index = bundled_index()
    lanes = Lanes.of(Arrangement.of(index, "relationship"), np.ones(len(index), bool))
    layout = Layout(index, lanes, widths, _lit(lanes, index, np.arange(0, len(index), 4)), RADIUS)
    scale = TimeScale(Interval(1_483_228_800, 1_590_969_600), 600.0)
    places: dict[int, set[float]] = {}
    for _ in range(60):
        for lane in layout.frame(scale, 5000.0):
            for mark in lane.marks:
                places.setdefault(mark.row, set()).add(round(mark.y - lane.top, 3))
        scale = TimeScale(scale.panned(-11.0), 600.0)
    assert len(places) > 15
    assert all(len(rows) == 1 for rows in places.values())


@pytest.mark.parametrize("facet", FACETS)
def test_few_events_stand_in_the_lanes_that_they_have_among_all(facet: str) -> None:
    for index in (bundled_index(), random_index()):
        arrangement = Arrangement.of(index, facet)
        for share in (0.0, 0.05, 0.5, 1.0):
            mask = np.random.default_rng(7).random(len(index)) < share
            few = Lanes.of(arrangement.among(index, np.flatnonzero(mask)), mask)
            every = Lanes.of(arrangement, mask)
            assert few.arrangement.slugs == arrangement.slugs
            for lane in range(len(arrangement)):
                assert few.events(lane).tolist() == every.events(lane).tolist()


def test_all_events_as_matches_are_as_if_a_filter_let_them_through() -> None:
    index = random_index()
    for facet in ("relationship", "person"):
        arrangement = Arrangement.of(index, facet)
        whole, every = Lanes.whole(arrangement, len(index)), Lanes.of(arrangement, np.ones(len(index), bool))
        assert (whole.mask == every.mask).all()
        assert (whole.passed == every.passed).all()
        assert (whole.weight == every.weight).all()
        assert (whole.strongest == every.strongest).all()


def _many(seed: int, count: int) -> EventIndex:
    rng = np.random.default_rng(seed)
    length = np.where(rng.random(count) < 0.7, DAY, rng.integers(1, 400 * DAY, count))
    length[rng.random(count) < 0.002] = 40_000 * DAY
    start = np.sort(rng.integers(-(10**9), 10**9, count))
    return index_of(start, length, rng.integers(0, 3, count), rng.integers(1, 6, count), 3)


def _frame_of(layout: Layout, window: Interval, selected: int | None = None) -> Marks:
    return layout.frame(TimeScale(window, 900.0), 700, selected)


@given(
    seed=st.integers(0, 10**6),
    count=st.integers(600, 4000),
    share=st.sampled_from([0.0, 0.002, 0.05, 0.6, 1.0]),
    begin=st.integers(-(11 * 10**8), 11 * 10**8),
    length=st.integers(1200, 2 * 10**9),
)
@settings(max_examples=100)
def test_of_many_events_none_is_lost_between_the_two_densities(
    seed: int, count: int, share: float, begin: int, length: int
) -> None:
    index = _many(seed, count)
    mask = np.random.default_rng(seed + 1).random(count) < share
    lanes = Lanes.whole(Arrangement.of(index, "relationship"), count)
    few = _lit(lanes, index, np.flatnonzero(mask))
    selected = seed % count
    window = Interval(begin, begin + length)
    is_in = (index.start < window.end) & (index.end > window.start)
    for lit in (few, Lanes.of(lanes.arrangement, mask)):
        shown: list[Mark] = []
        for lane in _frame_of(Layout(index, lanes, _labels, lit, RADIUS), window, selected):
            first, last = int(index.offsets[lane.lane]), int(index.offsets[lane.lane + 1])
            bright, dim = is_in[first:last] & mask[first:last], is_in[first:last] & ~mask[first:last]
            assert lane.drawn + lane.earlier + lane.later == lane.total == last - first
            counted = sum(cluster.count for cluster in lane.clusters)
            counted += lane.density.total if lane.density else 0
            assert len(lane.marks) + counted == np.count_nonzero(bright)
            dimmed = len(lane.dims) + (lane.dim_density.total if lane.dim_density else 0)
            assert dimmed == np.count_nonzero(dim)
            assert lane.dim_density is None or lane.dim_density.counts.min() >= 0
            shown += [*lane.marks, *lane.dims]
        in_clusters = {
            row
            for lane in _frame_of(Layout(index, lanes, _labels, lit, RADIUS), window, selected)
            for cluster in lane.clusters
            for row in cluster.rows
        }
        if is_in[selected]:
            assert selected in {mark.row for mark in shown} | in_clusters


def _labels(rows: Ints) -> Sequence[float]:
    return [60.0 + int(row) % 90 for row in rows]


def test_few_lit_events_among_many_are_all_marks_with_labels() -> None:
    index = _many(5, 200_000)
    lanes = Lanes.whole(Arrangement.of(index, "relationship"), len(index))
    rows = np.arange(20_000, 180_000, 16_000)
    frame = _frame_of(
        Layout(index, lanes, _labels, _lit(lanes, index, rows), RADIUS), Interval(-(10**9), 10**9 + 10**8)
    )
    labelled = {mark.row for lane in frame for mark in lane.marks if mark.side is not Side.NONE}
    assert labelled == set(rows.tolist())
    assert all(lane.dim_density is not None for lane in frame)


def test_a_lane_with_nothing_lit_in_view_is_thin_and_shows_its_dots() -> None:
    index = index_of([0, 10 * DAY, 20 * DAY, 5 * DAY], [DAY] * 4, [0, 0, 0, 1], [3] * 4, 2)
    lanes = Lanes.of(Arrangement.of(index, "relationship"), np.ones(4, bool))
    layout = Layout(index, lanes, widths, _lit(lanes, index, np.array([0])), RADIUS)
    upper, lower = _frame_of(layout, Interval(-DAY, 30 * DAY)).lanes
    assert (upper.lit, upper.total, len(upper.marks), len(upper.dims)) == (1, 3, 1, 2)
    assert (lower.lit, lower.total, lower.height, len(lower.dims)) == (0, 1, THIN, 1)
    upper, lower = _frame_of(layout, Interval(2 * DAY, 30 * DAY)).lanes
    assert (upper.height, upper.earlier, upper.lit_earlier, len(upper.dims)) == (THIN, 1, 1, 2)


def test_the_pointer_finds_a_dot_and_a_bar_says_how_many_of_it_are_dimmed() -> None:
    index = _many(9, 3000)
    arrangement = Arrangement.of(index, "relationship")
    lanes, mask = Lanes.whole(arrangement, 3000), np.arange(3000) % 3 == 0
    frame = _frame_of(Layout(index, lanes, _labels, Lanes.of(arrangement, mask)), Interval(-(10**9), 10**9))
    (lane, *_) = frame.lanes
    assert lane.density is not None and lane.dim_density is not None  # noqa: PT018
    at = int(np.argmax(lane.dim_density.counts))
    x = float(lane.dim_density.edges[at] + lane.dim_density.edges[at + 1]) / 2
    bar = frame.bar_at(x, lane.top + lane.height - 3)
    assert bar is not None
    assert bar.dim == lane.dim_density.counts[at] > 0
    assert bar.count == bar.dim + lane.density.counts[at]
    index = index_of([0, 10 * DAY], [DAY] * 2, [0, 0], [3] * 2, 1)
    lanes = Lanes.of(Arrangement.of(index, "relationship"), np.ones(2, bool))
    frame = _frame_of(
        Layout(index, lanes, widths, _lit(lanes, index, np.array([0])), RADIUS), Interval(-DAY, 12 * DAY)
    )
    (dot,) = frame.lanes[0].dims
    assert frame.hit(dot.x + 3, dot.y - 2) == dot == frame.find(1)
    assert frame.hit(dot.x + 30, dot.y) is None
