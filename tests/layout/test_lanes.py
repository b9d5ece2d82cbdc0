"""Claims about arrangements against brute force: their order, what they span, where the next event stands."""

from dataclasses import replace

import numpy as np
import pytest

from explorer.domain.blocks import blocks
from explorer.domain.facet import Facet
from explorer.domain.index import EventIndex
from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.layout import steps
from explorer.layout.gaps import known_span
from explorer.layout.lanes import BLOCK, Arrangement, Lanes
from tests.layout.indexes import index_of

FACETS = ("relationship", "kind", "person")


def _random(seed: int, count: int, *, has_open_ends: bool = False) -> EventIndex:
    """Many events at the same instants, in lanes, of kinds, with persons (some have two, some none)."""
    random = np.random.default_rng(seed)
    start = random.integers(-50, 50, count) * 86_400
    length = random.integers(1, 9, count) * 86_400 * np.where(random.random(count) < 0.02, 400, 1)
    if has_open_ends:
        opens, goes_on = random.random(count) < 0.05, random.random(count) < 0.05
        length = np.where(goes_on, FOREVER - start, length)
        start, length = np.where(opens, BEGINNING, start), np.where(opens, length + start - BEGINNING, length)
    index = index_of(start, length, random.integers(0, 5, count), random.integers(1, 6, count), 5)
    kinds = Facet("kind", ("a", "b", "c"), ("A", "B", "C"), random.integers(0, 3, count).astype(np.uint8))
    named = np.unique(random.integers(0, 2 * count, count // 2))
    rows, codes = (named // 2).astype(np.int32), (named % 2).astype(np.uint8)
    people = Facet("person", ("p", "q"), ("P", "Q"), codes, rows)
    return replace(index, facets={**index.facets, "kind": kinds, "person": people})


def _mask(index: EventIndex, seed: int, share: float) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    return np.random.default_rng(seed + 1).random(len(index)) < share


@pytest.mark.parametrize("has_open_ends", [False, True])
@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize("seed", range(4))
def test_every_lane_holds_its_events_by_start_end_and_row(seed: int, facet: str, has_open_ends: bool) -> None:
    index = _random(seed, 1_500, has_open_ends=has_open_ends)
    arrangement = Arrangement.of(index, facet)
    held = index.facets[facet]
    having: set[int] = set()
    for lane, slug in enumerate(arrangement.slugs):
        first, last = arrangement.span(lane)
        rows = arrangement.rows_at(np.arange(first, last))
        expected = {row for row in range(len(index)) if lane in held.values_of(row)} if slug else None
        having |= expected or set()
        assert expected is None or set(rows.tolist()) == expected
        keys = list(zip(index.start[rows].tolist(), index.end[rows].tolist(), rows.tolist(), strict=True))
        assert keys == sorted(keys)
        if expected is None:
            assert set(rows.tolist()) == set(range(len(index))) - having
        assert np.array_equal(arrangement.start[first:last], index.start[rows])
        assert np.array_equal(arrangement.end[first:last], index.end[rows])


@pytest.mark.parametrize("has_open_ends", [False, True])
@pytest.mark.parametrize("share", [1.0, 0.5, 0.003, 0.0])
@pytest.mark.parametrize("facet", FACETS)
def test_the_extent_is_that_of_the_matches(facet: str, share: float, has_open_ends: bool) -> None:
    for seed in range(6):
        index = _random(seed, 2_000, has_open_ends=has_open_ends)
        mask = _mask(index, seed, share)
        lanes = Lanes.of(Arrangement.of(index, facet), mask)
        assert lanes.extent() == known_span(index.start, index.end, mask)


@pytest.mark.parametrize("has_open_ends", [False, True])
@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize("share", [0.7, 0.02])
def test_a_step_goes_where_a_look_at_every_event_would(facet: str, share: float, has_open_ends: bool) -> None:
    index = _random(3, 1_200, has_open_ends=has_open_ends)
    mask = _mask(index, 3, share)
    lanes = Lanes.of(Arrangement.of(index, facet), mask)
    every = _whole(index)
    assert every is not None
    order = lanes.shown()
    extents = [_extent(index, row, every) for row in range(len(index))]
    chosen: list[int] = np.flatnonzero(mask)[:: max(1, int(mask.sum()) // 80)].tolist()
    for row in chosen:
        members = [lane for lane in order if row in lanes.events(lane)]
        lane = steps.lane_of(index, lanes, row)
        assert lane is not None and lane == min(members)  # noqa: PT018
        # In time, what has no start at its end.
        events: list[int] = sorted(
            lanes.events(lane).tolist(),
            key=lambda one: (
                index.start[one] if index.start[one] > BEGINNING else index.end[one],
                index.end[one],
                index.ids[one],
            ),
        )
        at = events.index(row)
        assert steps.in_lane(index, lanes, row, -1) == (events[at - 1] if at else None)
        assert steps.in_lane(index, lanes, row, 1) == (events[at + 1] if at + 1 < len(events) else None)
        for step in (-1, 1):
            beside = order.index(lane) + step
            found = steps.across(index, lanes, order, row, step, every)
            if not 0 <= beside < len(order):
                assert found is None
                continue
            others: list[int] = lanes.events(order[beside]).tolist()
            middle = sum(extents[row])
            distances = [abs(sum(extents[other]) - middle) for other in others]
            assert found == others[distances.index(min(distances))]
    window = Interval(-20 * 86_400, 3 * 86_400)
    for lane in order:
        rows = lanes.events(lane)
        earlier, later = rows[index.end[rows] <= window.start], rows[index.start[rows] >= window.end]
        assert steps.beyond(lanes, None, lane, window, -1) == (int(earlier[-1]) if len(earlier) else None)
        assert steps.beyond(lanes, None, lane, window, 1) == (int(later[0]) if len(later) else None)


def test_an_event_with_an_open_end_is_where_it_is_drawn() -> None:
    # 2004/.. is drawn to the end of all events: its neighbour above is at the end, not beyond it.
    day = 86_400
    index = index_of(
        [0, 4_000 * day, 9_000 * day, 8_000 * day], [day, day, day, FOREVER - 8_000 * day], [0, 0, 0, 1],
        [3, 3, 3, 3], 2,
    )  # fmt: skip
    lanes = Lanes.of(Arrangement.of(index, "relationship"), np.ones(4, dtype=np.bool_))
    every = _whole(index)
    assert every is not None
    assert steps.across(index, lanes, [0, 1], 3, -1, every) == 2
    # From the middle of all time the event that is drawn around 8,500 days is no neighbour at infinity.
    assert steps.across(index, lanes, [0, 1], 1, 1, every) == 3


def _extent(index: EventIndex, row: int, every: Interval) -> tuple[int, int]:
    start, end = int(index.start[row]), int(index.end[row])
    if start <= BEGINNING < every.start:
        start = min(every.start, end - 1)
    if end >= FOREVER > every.end:
        end = max(every.end, start + 1)
    return start, end


def _whole(index: EventIndex) -> Interval | None:
    span = known_span(index.start, index.end)
    return span.padded(0.02) if span is not None else None


@pytest.mark.parametrize("size", [7, 256, 1_000])
@pytest.mark.parametrize("facet", FACETS)
def test_sums_and_maxima_are_those_of_the_mask_whatever_the_blocks(
    facet: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "__defaults__", (size,))
    index = _random(2, 1_000)
    arrangement = Arrangement.of(index, facet)
    mask = _mask(index, 2, 0.4)
    lanes = Lanes.of(arrangement, mask)
    rows = arrangement.rows_at(np.arange(len(arrangement.start)))
    assert lanes.passed.tolist() == [0, *np.cumsum(mask[rows]).tolist()]
    assert lanes.weight.tolist() == (index.importance[rows] * mask[rows]).tolist()
    assert lanes.strongest.tolist() == [
        int(lanes.weight[first : first + BLOCK].max()) for first in range(0, len(rows), BLOCK)
    ]
