"""Lanes too full to place one by one: nothing is lost or jumps; a frame costs what the screen costs."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.facet import Facet
from explorer.domain.index import EventIndex, Ints
from explorer.domain.interval import BEGINNING, Interval
from explorer.layout import cuts, steps
from explorer.layout import frames as layout
from explorer.layout.lanes import Arrangement, Lanes
from explorer.layout.packing import Side
from explorer.layout.scale import TimeScale
from tests.layout.indexes import index_of

WIDTH = 900.0
DAY = 86_400


@pytest.fixture(autouse=True)
def _always_dense(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "EXACT", 0)


def _labels(rows: Ints) -> Sequence[float]:
    return [60.0 + int(row) % 90 for row in rows]


def _random(seed: int, count: int, *, lanes: int = 3, longest: int = 400 * DAY) -> EventIndex:
    rng = np.random.default_rng(seed)
    length = np.where(rng.random(count) < 0.7, DAY, rng.integers(1, longest, count))
    # Now and then one that outlasts everything else.
    length[rng.random(count) < 0.002] = 40_000 * DAY
    start = np.sort(rng.integers(-(10**9), 10**9, count))
    return index_of(start, length, rng.integers(0, lanes, count), rng.integers(1, 6, count), lanes)


def _layout(index: EventIndex, mask: np.ndarray) -> layout.Layout:
    return layout.Layout(index, Lanes.of(Arrangement.of(index, "relationship"), mask), _labels)


@given(
    seed=st.integers(0, 10**6),
    count=st.integers(1, 3000),
    share=st.sampled_from([0.02, 0.5, 1.0]),
    begin=st.integers(-(11 * 10**8), 11 * 10**8),
    length=st.integers(1200, 2 * 10**9),
)
@settings(max_examples=150)
def test_every_match_is_drawn_counted_or_announced(
    seed: int, count: int, share: float, begin: int, length: int
) -> None:
    index = _random(seed, count)
    mask = np.random.default_rng(seed + 1).random(count) < share
    window = Interval(begin, begin + length)
    frame = _layout(index, mask).frame(TimeScale(window, WIDTH), 500)
    shown = 0
    for lane in frame:
        first, last = int(index.offsets[lane.lane]), int(index.offsets[lane.lane + 1])
        rows = np.arange(first, last)[mask[first:last]]
        assert lane.earlier == np.count_nonzero(index.end[rows] <= window.start)
        assert lane.later == np.count_nonzero(index.start[rows] >= window.end)
        assert lane.drawn + lane.earlier + lane.later == lane.total == len(rows)
        assert lane.density is None or lane.density.counts.min() >= 0
        assert len({mark.row for mark in lane.marks}) == len(lane.marks)
        assert all(mask[mark.row] for mark in lane.marks)
        shown += lane.total
    assert shown == np.count_nonzero(mask)


@pytest.mark.parametrize("length", [10**9, 10**8, 10**7, 10**6])
def test_an_event_keeps_its_row_while_the_picture_is_panned(length: int) -> None:
    index = _random(7, 20_000)
    placed = _layout(index, np.ones(len(index), dtype=np.bool_))
    scale = TimeScale(Interval(0, length), WIDTH)
    rows: dict[int, float] = {}
    for _ in range(60):
        now = {mark.row: mark.y - lane.top for lane in placed.frame(scale, 500) for mark in lane.marks}
        moved = [row for row in now.keys() & rows.keys() if now[row] != rows[row]]
        assert not moved
        rows = now
        scale = TimeScale(scale.panned(37.0), WIDTH)


def test_full_lanes_that_come_and_go_leave_the_others_their_rows() -> None:
    # Each lane is empty for most of the time, at another time than the next.
    random = np.random.default_rng(5)
    lane = random.integers(0, 6, 6_000)
    start = lane * 10**7 + random.integers(0, 2 * 10**7, 6_000)
    index = index_of(start, random.integers(1, 86_400, 6_000), lane, random.integers(1, 6, 6_000), 6)
    placed = _layout(index, np.ones(len(index), dtype=np.bool_))
    scale = TimeScale(Interval(-(10**7), 0), WIDTH)
    before: dict[int, float] = {}
    shown: set[tuple[int, ...]] = set()
    for _ in range(500):
        frame = placed.frame(scale, 330)
        now = {mark.row: mark.y - lane.top for lane in frame for mark in lane.marks}
        assert not [row for row in now.keys() & before.keys() if now[row] != before[row]]
        shown.add(tuple(lane.lane for lane in frame if not lane.is_thin))
        before = now
        scale = TimeScale(scale.panned(WIDTH / 55), WIDTH)
    assert len(shown) > 6


@pytest.mark.parametrize("length", [2 * 10**9, 10**8, 10**7, 10**6])
def test_no_label_touches_a_label_or_a_mark(length: int) -> None:
    index = _random(11, 20_000)
    placed = _layout(index, np.ones(len(index), dtype=np.bool_))
    scale = TimeScale(Interval(-(10**8), -(10**8) + length), WIDTH)
    for _ in range(25):
        for lane in placed.frame(scale, 500):
            taken: dict[float, list[tuple[float, float]]] = {}
            for mark in lane.marks:
                low, high = mark.x0, mark.x1
                if mark.side in (Side.LEFT, Side.RIGHT):
                    low, high = min(low, mark.label_x), max(high, mark.label_x + mark.label_width)
                taken.setdefault(mark.y, []).append((low, high))
            for stretches in taken.values():
                stretches.sort()
                assert all(a[1] <= b[0] for a, b in pairwise(stretches))
        scale = TimeScale(scale.panned(61.0), WIDTH)


def test_the_most_important_events_get_the_rows_first() -> None:
    start = list(range(0, 5000 * DAY, DAY))
    importance = [5 if number % 500 == 250 else 1 for number in range(5000)]
    index = index_of(start, [DAY] * 5000, [0] * 5000, importance, 1)
    frame = _layout(index, np.ones(5000, dtype=np.bool_)).frame(
        TimeScale(Interval(0, 5000 * DAY), WIDTH), 500
    )
    (lane,) = frame.lanes
    drawn = {mark.row for mark in lane.marks if mark.side is not Side.NONE}
    assert {row for row, weight in enumerate(importance) if weight == 5} <= drawn


def test_the_selected_event_is_drawn_however_many_surround_it() -> None:
    index = _random(3, 50_000, lanes=1)
    row = next(row for row in range(20_000, 50_000) if index.importance[row] == 1)
    window = Interval(int(index.start[row]) - 10**8, int(index.start[row]) + 10**8)
    frame = _layout(index, np.ones(len(index), dtype=np.bool_)).frame(TimeScale(window, WIDTH), 500, row)
    assert row in {mark.row for lane in frame for mark in lane.marks}


@pytest.mark.parametrize("count", [5_000, 50_000, 500_000])
def test_marks_and_bars_are_bounded_by_the_screen_not_by_the_data(count: int) -> None:
    index = _random(5, count)
    placed = _layout(index, np.ones(count, dtype=np.bool_))
    for length in (2 * 10**9, 10**8, 10**7):
        for lane in placed.frame(TimeScale(Interval(0, length), WIDTH), 500):
            assert len(lane.marks) <= 4 * (WIDTH / 14 + 2)
            assert lane.density is not None
            assert len(lane.density.counts) <= WIDTH / cuts.BIN + 2


def test_many_lanes_cost_what_can_be_seen_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "EXACT", 500)
    index = _random(17, 40_000, lanes=200)
    placed = _layout(index, np.ones(len(index), dtype=np.bool_))
    frame = placed.frame(TimeScale(Interval(-(10**9), 10**9), WIDTH), 500, scroll=0.0)
    assert sum(lane.is_placed for lane in frame) < 12
    assert all(lane.drawn + lane.earlier + lane.later == lane.total for lane in frame if lane.is_placed)


def test_events_without_any_value_of_a_facet_stand_in_a_lane_of_their_own() -> None:
    index = _random(19, 300)
    rows = np.flatnonzero(np.arange(300) % 3 > 0)
    people = Facet("person", ("a",), ("A",), np.zeros(len(rows), dtype=np.uint8), rows)
    index = replace(index, facets={**index.facets, "person": people})
    lanes = Lanes.of(Arrangement.of(index, "person"), np.ones(300, dtype=np.bool_))
    assert lanes.arrangement.labels == ("A", "No person")
    assert [lanes.total(lane) for lane in lanes.shown()] == [200, 100]
    assert sorted([*lanes.events(0).tolist(), *lanes.events(1).tolist()]) == list(range(300))


@pytest.mark.parametrize("open_ones", [0, 30])
def test_steps_in_time_walk_every_match_once_in_order(open_ones: int) -> None:
    index = _random(13, 400)
    if open_ones:
        index = _with_open_starts(index, open_ones)
    mask = np.random.default_rng(2).random(400) < 0.6
    lanes = Lanes.of(Arrangement.of(index, "relationship"), mask)
    walked: list[int] = []
    row = steps.in_time(index, lanes, None, 1)
    while row is not None:
        walked.append(row)
        row = steps.in_time(index, lanes, row, 1)
    assert walked == index.in_time(np.flatnonzero(mask)).tolist()
    back: list[int] = []
    row = steps.in_time(index, lanes, None, -1)
    while row is not None:
        back.append(row)
        row = steps.in_time(index, lanes, row, -1)
    assert back == walked[::-1]
    for lane in lanes.shown():
        inside = [row for row in walked if row in set(lanes.events(lane).tolist())]
        assert [steps.in_lane(index, lanes, row, 1) for row in inside] == [*inside[1:], None]
        assert [steps.in_lane(index, lanes, row, -1) for row in inside] == [None, *inside[:-1]]


def _with_open_starts(index: EventIndex, count: int) -> EventIndex:
    """The index with an open start for the first events of each lane, in order again."""
    start, end, ids = index.start.copy(), index.end.copy(), index.ids.copy()
    for first, last in pairwise(index.offsets.tolist()):
        opened = slice(first, min(last, first + count))
        start[opened] = BEGINNING
        order = first + np.lexsort((ids[first:last], end[first:last], start[first:last]))
        start[first:last], end[first:last], ids[first:last] = start[order], end[order], ids[order]
    return replace(index, start=start, end=end, ids=ids)
