"""Claims about arrangements against brute force: their order, what they span, where the next event stands."""

from dataclasses import replace

import numpy as np
import pytest

from explorer.domain.facet import Facet
from explorer.domain.index import EventIndex
from explorer.domain.interval import BEGINNING, FOREVER
from explorer.layout.gaps import known_span
from explorer.layout.lanes import Arrangement, Lanes
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
    rows = np.sort(random.integers(0, count, count // 2)).astype(np.int32)
    people = Facet("person", ("p", "q"), ("P", "Q"), random.integers(0, 2, len(rows)).astype(np.uint8), rows)
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
