"""Collapsed gaps and open ends: what reaches to the end of time neither hides gaps nor costs frames."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explorer.domain.calendar import civil_of, seconds_of
from explorer.domain.edtf import parse
from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.layout.frames import Layout
from explorer.layout.gaps import find_gaps, known_span
from explorer.layout.lanes import Arrangement, Lanes
from explorer.layout.packing import Side
from explorer.layout.scale import TimeScale
from explorer.layout.ticks import Tick, strip_ticks, ticks
from tests.layout.indexes import index_of

DAY = 86_400
YEAR = 365 * DAY


def test_an_open_end_counts_as_the_date_that_is_known() -> None:
    start, end = np.array([0, BEGINNING, 90 * YEAR]), np.array([YEAR, -(5 * YEAR), FOREVER])
    assert known_span(start, end) == Interval(-5 * YEAR, 90 * YEAR)
    assert known_span(start[2:], end[2:]) == Interval(90 * YEAR, 90 * YEAR + DAY)
    assert known_span(start[:0], end[:0]) is None
    assert known_span(start, end, np.array([True, False, False])) == Interval(0, YEAR)


def test_an_open_end_hides_no_gap_before_it() -> None:
    start, end = np.array([0, 50 * YEAR]), np.array([YEAR, FOREVER])
    (gap,) = find_gaps(start, end)
    assert YEAR < gap.start < gap.end < 50 * YEAR


def test_ticks_and_bars_around_a_gap_are_bounded_by_the_screen() -> None:
    gap = Interval(0, 1000 * YEAR)
    scale = TimeScale(Interval(-3600, 1000 * YEAR + 3600), 900.0, (gap,))
    made = ticks(scale, lambda text, _: 8.0 * len(text))
    assert 0 < len(made.lower) < 100
    assert all(a.time < b.time for a, b in pairwise(made.lower))
    count = 3000
    index = index_of(
        np.linspace(-10_000, -2, count).astype(np.int64), [1] * count, [0] * count, [3] * count, 1
    )
    lanes = Lanes.of(Arrangement.of(index, "relationship"), np.ones(count, np.bool_))
    (lane,) = Layout(index, lanes, lambda rows: [60.0] * len(rows)).frame(scale, 400).lanes
    assert lane.density is not None
    assert len(lane.density.counts) < 900 / 6 + 10
    assert lane.drawn + lane.earlier + lane.later == count


def test_nothing_touches_at_an_hour_s_zoom_in_a_lane_that_begins_with_the_big_bang() -> None:
    starts = [-435 * 10**15, *(1_500_000_000 + 10 * number for number in range(40))]
    index = index_of(starts, [1] * 41, [0] * 41, [3] * 41, 1)
    lanes = Lanes.of(Arrangement.of(index, "relationship"), np.ones(41, np.bool_))
    scale = TimeScale(Interval(1_499_999_900, 1_500_000_900), 1000.0)
    (lane,) = Layout(index, lanes, lambda rows: [60.0] * len(rows)).frame(scale, 400).lanes
    assert lane.marks
    taken: dict[float, list[tuple[float, float]]] = {}
    for mark in lane.marks:
        low, high = mark.x0, mark.x1
        if mark.side is not Side.NONE:
            low, high = min(low, mark.label_x), max(high, mark.label_x + mark.label_width)
        taken.setdefault(mark.y, []).append((low, high))
    for stretches in taken.values():
        assert all(a[1] <= b[0] for a, b in pairwise(sorted(stretches)))


def _labelled(years: list[int], width: float) -> tuple[TimeScale, tuple[Tick, ...]]:
    """A strip over events that each take one of these years, gaps collapsed, and its labels."""
    start = np.array([seconds_of(year) for year in years], np.int64)
    end = np.array([seconds_of(year + 1) for year in years], np.int64)
    whole = Interval(int(start.min()), int(end.max())).padded(0.02)
    scale = TimeScale(whole, width, find_gaps(start, end), 12.0)
    return scale, strip_ticks(scale, lambda text: 6.0 * len(text))


def _extents(labels: tuple[Tick, ...]) -> list[tuple[float, float]]:
    return [(tick.x - 3.0 * len(tick.label), tick.x + 3.0 * len(tick.label)) for tick in labels]


@given(st.lists(st.integers(1200, 2020), min_size=2, max_size=30), st.floats(200, 1600))
@example([1200, 1433, 1538, 1553, 1919], 246.0)
def test_labels_of_a_strip_neither_touch_nor_leave_it(years: list[int], width: float) -> None:
    _, labels = _labelled(years, width)
    extents = _extents(labels)
    assert all(low[1] + 10 <= high[0] for low, high in pairwise(extents))
    assert all(low >= 0 and high <= width + 1e-6 for low, high in extents)
    assert all(tick.label == str(civil_of(tick.time)[0]) for tick in labels)


@given(st.lists(st.integers(1200, 2020), min_size=2, max_size=30), st.floats(400, 1600))
def test_years_of_a_strip_stand_evenly_and_none_has_wide_stretches_without(
    years: list[int], width: float
) -> None:
    scale, labels = _labelled(years, width)
    if not scale.gaps or scale.px_per_second * 31_556_952 > 150:
        return
    parts = [
        [tick for tick in labels if stretch.start <= tick.time <= stretch.end] for stretch in scale.stretches
    ]
    years_apart = {
        civil_of(two.time)[0] - civil_of(one.time)[0] for part in parts for one, two in pairwise(part)
    }
    # One step for all; not even a single one is left out.
    assert len(years_apart) <= 1
    for stretch, part in zip(scale.stretches, parts, strict=True):
        low, high = scale.to_px([stretch.start, stretch.end]).tolist()
        assert part or high - low < 180


def test_a_stretch_too_short_for_the_step_gets_a_year_of_its_own() -> None:
    gaps = Interval(seconds_of(1056), seconds_of(1503)), Interval(seconds_of(1508), seconds_of(1941))
    scale = TimeScale(Interval(seconds_of(1000), seconds_of(2020)), 800.0, gaps, 12.0)
    labels = strip_ticks(scale, lambda text: 6.0 * len(text))
    assert [tick.label for tick in labels if tick.label[:2] == "15"] in (["1505"], ["1506"])
    assert {tick.label for tick in labels} > {"1020", "1040", "1960", "1980", "2000"}


@pytest.mark.parametrize("unknown", ["XXXX", "XXXX-12", "XXXX-12-25", "-XXXX", "../..", "/"])
def test_a_date_without_a_year_does_not_widen_the_picture(unknown: str) -> None:
    dates = [parse(text) for text in ("1985-04-12", unknown, "1991-12-25")]
    start = np.array([date.earliest for date in dates])
    end = np.array([date.latest for date in dates])
    assert known_span(start, end) == Interval(seconds_of(1985, 4, 12), seconds_of(1991, 12, 26))
    alone = known_span(start[1:2], end[1:2])
    assert alone is not None
    assert alone.length > 0
