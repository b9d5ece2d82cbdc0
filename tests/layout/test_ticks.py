"""Ticks stand on calendar boundaries, in order, in view; labels never touch; there is no year 0."""

import datetime as dt
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.calendar import civil_of, seconds_of
from explorer.domain.interval import Interval
from explorer.layout.scale import TimeScale
from explorer.layout.ticks import Ticks, ticks, year_label

THEIRS = Path(__file__).resolve().parents[3] / "shared" / "realdata" / "ticks" / "utc_ticks.json"


def measure(text: str, is_bold: bool) -> float:
    return len(text) * (8.0 if is_bold else 7.0)


def _made(span: Interval, width: float = 900.0) -> Ticks:
    return ticks(TimeScale(span, width), measure)


def _around(centre: int, digits: int, lead: float) -> Interval:
    half = int(lead * 10**digits)
    return Interval(centre - half, centre + half)


#: Any window from twenty seconds to thirty billion years, anywhere within that.
spans = st.builds(
    _around,
    st.integers(-(10**11), 10**11),
    st.integers(1, 17),
    st.floats(1.0, 9.9),
)


@given(spans, st.sampled_from([320.0, 900.0, 2400.0]))
def test_every_tick_is_a_boundary_in_view_in_order_and_no_labels_touch(span: Interval, width: float) -> None:
    made = _made(span, width)
    for row, is_bold in ((made.upper, True), (made.lower, False)):
        for tick in row:
            assert span.start <= tick.time <= span.end
            assert -0.01 <= tick.x <= width + 0.01
        for before, after in pairwise(row):
            assert before.time < after.time
        labelled = [tick for tick in row if tick.label]
        for before, after in pairwise(labelled):
            assert before.x + measure(before.label, is_bold) <= after.x
    for tick in made.upper:
        _, month, day, *clock = civil_of(tick.time)
        assert clock == [0, 0, 0]
        assert day == 1 or span.length < 60 * 86_400
        assert month == 1 or span.length < 20 * 366 * 86_400
    assert made.pinned or made.upper


@given(spans)
def test_some_tick_says_when_this_is(span: Interval) -> None:
    made = _made(span)
    assert made.pinned or any(tick.label for tick in made.upper)


@pytest.mark.parametrize(
    ("year", "label"), [(2018, "2018"), (1, "1"), (0, "1 BCE"), (-43, "44 BCE"), (-99, "100 BCE")]
)
def test_there_is_no_year_0(year: int, label: str) -> None:
    assert year_label(year).removesuffix(" CE") in (label, f"{label} CE")


def test_round_years_before_the_common_era_are_round_as_they_are_read() -> None:
    made = _made(Interval(seconds_of(-1000), seconds_of(1000)), 1200)
    for tick in made.upper:
        year = civil_of(tick.time)[0]
        read = year if year > 0 else 1 - year
        assert read % 100 == 0 or year == 1, tick.label


def _cases() -> list[Any]:
    if not THEIRS.is_file():
        return [pytest.param(None, marks=pytest.mark.skip(reason="../shared/realdata is not here"))]
    return [
        pytest.param(case, id=case["name"][21:]) for case in json.loads(THEIRS.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("case", _cases())
def test_ticks_are_aligned_as_d3_aligns_them(case: dict[str, Any]) -> None:
    def seconds(text: str) -> float:
        return dt.datetime.fromisoformat(text.replace("Z", "+00:00").replace("0000-", "0001-")).timestamp()

    first, last = (seconds(text) for text in case["domain"])
    if last - first < 20 or case["domain"][0].startswith("0000"):
        pytest.skip("closer than we zoom, or beyond Python's own calendar")
    theirs = {round(seconds(text)) for text in case["ticks"]}
    # As much room as their count of labels takes, and up to where ours are as fine.
    for width in (200.0, 400.0, 800.0, 1600.0, 3200.0):
        made = _made(Interval(round(first), round(last)), width)
        ours = {tick.time for tick in (*made.upper, *made.lower)}
        if theirs <= ours:
            return
    # Weeks begin on Monday here, on Sunday there; every second day is no boundary of ours.
    assert any(words in case["name"] for words in ("1-week", "2-day")), (sorted(theirs), sorted(ours))


@pytest.mark.parametrize("width", [280.0, 330.0, 380.0, 430.0])
def test_every_stretch_between_gaps_names_a_year_where_one_finds_room(width: float) -> None:
    # As a column of a journal shows the years of the bundled timeline.
    between = ((1946, 1984), (1993, 2008), (2010, 2016))
    gaps = tuple(Interval(seconds_of(first), seconds_of(last)) for first, last in between)
    scale = TimeScale(Interval(seconds_of(1939), seconds_of(2022, 10)), width, gaps)
    made = ticks(scale, measure)
    named = [tick for tick in made.upper if tick.label]
    for stretch in scale.stretches:
        low, high = scale.to_px([stretch.start, stretch.end]).tolist()
        has_year = any(low <= tick.x and tick.x + measure(tick.label, True) < high for tick in named)
        assert has_year or high - low < 44, (low, high, named)
    for before, after in pairwise(made.upper):
        assert before.time < after.time
    for before, after in pairwise(named):
        assert before.x + measure(before.label, True) <= after.x


@pytest.mark.parametrize(("year", "names_weekday"), [(1066, False), (1583, True)])
def test_no_day_of_the_week_is_named_before_the_calendar_began(year: int, names_weekday: bool) -> None:
    noon = seconds_of(year, 10, 14, 12)
    made = _made(Interval(noon - 20_000, noon + 20_000))
    labels = [tick.label for tick in made.upper] + [made.pinned or ""]
    assert any(f"14 October {year}" in label for label in labels)
    assert any(label.startswith(("Fri ", "Sat ")) for label in labels) == names_weekday
