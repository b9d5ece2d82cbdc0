"""Frames of bundled and of random data: every event accounted for, nothing overlaps, nothing jumps."""

import random
from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest

from explorer.domain.filter import EventFilter
from explorer.domain.index import Bools, EventIndex
from explorer.domain.interval import Interval
from explorer.layout.frames import Layout
from explorer.layout.lanes import Arrangement, Lanes
from explorer.layout.marks import Marks
from explorer.layout.packing import MARK_RADIUS, Side
from explorer.layout.scale import TimeScale
from tests.layout.bundled import DAY, bundled_index, random_index, widths

FACETS = ("relationship", "kind", "person", "place", "claim")


def _cases(count: int, seed: int) -> Iterator[tuple[EventIndex, str, Bools, TimeScale, float]]:
    """Random windows, sizes, facets and filters over both data sets."""
    chance = random.Random(seed)
    for _ in range(count):
        index = chance.choice([bundled_index, random_index])()
        first, last = int(index.start.min()), int(index.end.max())
        length = int(DAY * 10 ** chance.uniform(0.5, 4.6))
        start = chance.randint(first - length, last)
        wanted = EventFilter(min_importance=chance.choice([1, 1, 2, 4]))
        if chance.random() < 0.4:
            facet = index.facets["kind"]
            wanted = wanted.choosing("kind", chance.sample(facet.slugs, min(3, len(facet.slugs))))
        width = chance.choice([180.0, 560.0, 900.0, 2000.0])
        scale = TimeScale(Interval(start, start + length), width)
        yield (
            index,
            chance.choice(FACETS),
            index.match(wanted).mask,
            scale,
            chance.choice([200.0, 600.0, 1200.0]),
        )


def _frame(index: EventIndex, facet: str, mask: Bools, scale: TimeScale, height: float) -> Marks:
    return Layout(index, Lanes.of(Arrangement.of(index, facet), mask), widths).frame(scale, height)


@pytest.mark.parametrize("seed", range(4))
def test_drawn_and_earlier_and_later_are_all_that_match_in_every_lane(seed: int) -> None:
    for index, facet, mask, scale, height in _cases(60, seed):
        column = index.facets[facet]
        matching = column.count(mask)
        frame = _frame(index, facet, mask, scale, height)
        expected = {lane: int(count) for lane, count in enumerate(matching) if count}
        if column.rows is not None:
            # What has no value stands in one lane more.
            without = mask.copy()
            without[column.rows] = False
            if without.any():
                expected[len(column.slugs)] = int(without.sum())
        assert {lane.lane: lane.total for lane in frame} == expected
        for lane in frame:
            assert lane.drawn + lane.earlier + lane.later == lane.total


@pytest.mark.parametrize("seed", range(4))
def test_lanes_count_what_lies_before_in_and_after_as_brute_force_does(seed: int) -> None:
    for index, facet, mask, scale, _ in _cases(60, 100 + seed):
        lanes, column, window = (
            Lanes.of(Arrangement.of(index, facet), mask),
            index.facets[facet],
            scale.window,
        )
        for lane, slug in enumerate(column.slugs):
            here = index.match(EventFilter().choosing(facet, {slug})).mask & mask
            earlier = int((here & (index.end <= window.start)).sum())
            later = int((here & (index.start >= window.end)).sum())
            around = lanes.around([lane], window)[0]
            assert (around.earlier, around.later) == (earlier, later)
            assert around.inside == int(here.sum()) - earlier - later


@pytest.mark.parametrize("seed", range(4))
def test_no_label_touches_a_label_or_a_mark(seed: int) -> None:
    for case in _cases(50, 200 + seed):
        for lane in _frame(*case):
            boxes: list[tuple[float, float, float]] = []
            for mark in lane.marks:
                low, high = (
                    (mark.x0, mark.x1) if mark.is_bar else (mark.x - MARK_RADIUS, mark.x + MARK_RADIUS)
                )
                if mark.side in (Side.LEFT, Side.RIGHT):
                    low, high = min(low, mark.label_x), max(high, mark.label_x + mark.label_width)
                elif mark.side is Side.INSIDE:
                    assert low <= mark.label_x
                    assert mark.label_x + mark.label_width <= high
                boxes.append((mark.y, low, high))
            boxes.extend((cluster.y, cluster.x0, cluster.x1) for cluster in lane.clusters)
            for (y, low, high), (other_y, other_low, other_high) in combinations(boxes, 2):
                if abs(y - other_y) < 12:
                    assert high <= other_low + 0.01 or other_high <= low + 0.01, (case[1:4], y)


def test_an_event_keeps_its_row_while_the_picture_is_panned() -> None:
    index = bundled_index()
    mask = np.ones(len(index), bool)
    layout = Layout(index, Lanes.of(Arrangement.of(index, "relationship"), mask), widths)
    scale = TimeScale(Interval(1_483_228_800, 1_590_969_600), 600.0)
    places: dict[int, set[float]] = {}
    for _ in range(60):
        # Tall enough that every lane has all the rows it wants: then nothing but time moves.
        for lane in layout.frame(scale, 5000.0):
            for mark in lane.marks:
                places.setdefault(mark.row, set()).add(round(mark.y - lane.top, 3))
        scale = TimeScale(scale.panned(-11.0), 600.0)
    assert len(places) > 60
    assert all(len(rows) == 1 for rows in places.values())


@pytest.mark.parametrize("height", [260.0, 420.0, 700.0])
@pytest.mark.parametrize("days", [200, 1_500, 9_000])
@pytest.mark.parametrize("facet", ["relationship", "kind"])
def test_lanes_that_come_and_go_leave_the_others_their_rows(facet: str, days: int, height: float) -> None:
    index = bundled_index()
    layout = Layout(index, Lanes.of(Arrangement.of(index, facet), np.ones(len(index), bool)), widths)
    first = int(index.start.min())
    scale = TimeScale(Interval(first - days * DAY // 2, first + days * DAY // 2), 700.0)
    step = (int(index.end.max()) - first) * scale.px_per_second / 250
    before: dict[tuple[int, int], float] = {}
    shown: set[tuple[int, ...]] = set()
    # There and back.
    for number in range(500):
        now: dict[tuple[int, int], float] = {}
        frame = layout.frame(scale, height)
        for lane in frame:
            now |= {(lane.lane, mark.row): round(mark.y - lane.top, 3) for mark in lane.marks}
        moved = [at for at in now.keys() & before.keys() if now[at] != before[at]]
        assert not moved
        shown.add(tuple(lane.lane for lane in frame if not lane.is_thin))
        before = now
        scale = TimeScale(scale.panned(step if number < 250 else -step), 700.0)
    assert len(shown) > 3


@pytest.mark.parametrize("seed", range(4))
def test_whatever_counts_as_drawn_can_be_seen(seed: int) -> None:
    for case in _cases(60, 300 + seed):
        width = case[3].width
        for lane in _frame(*case):
            for mark in (*lane.marks, *lane.clusters):
                assert mark.x1 >= 0, (case[1], mark)
                assert mark.x0 <= width, (case[1], mark)
