"""The calendar against Python's own where that reaches, and against itself beyond."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.calendar import (
    DAYS_PER_ERA,
    MEAN_YEAR_SECONDS,
    SECONDS_PER_DAY,
    civil_from_days,
    civil_of,
    days_from_civil,
    days_in_month,
    is_leap,
    seconds_of,
    weekday,
)

years = st.integers(-13_800_000_000, 13_800_000_000)


@pytest.mark.parametrize(
    ("civil", "days", "day_of_week"),
    [
        ((1970, 1, 1), 0, 3),
        ((1969, 12, 31), -1, 2),
        ((2000, 2, 29), 11_016, 1),
        ((2018, 7, 16), 17_728, 0),
        ((0, 3, 1), -719_468, 2),
        ((-43, 3, 15), -735_160, 4),
    ],
)
def test_a_civil_date_is_this_many_days_from_1970(civil: tuple[int, int, int], days: int, day_of_week: int):
    assert days_from_civil(*civil) == days
    assert civil_from_days(days) == civil
    assert weekday(days) == day_of_week


@given(st.dates())
def test_the_calendar_agrees_with_python_between_years_1_and_9999(day: date):
    days = days_from_civil(day.year, day.month, day.day)
    assert days == (day - date(1970, 1, 1)).days
    assert civil_from_days(days) == (day.year, day.month, day.day)
    assert weekday(days) == day.weekday()


@given(years, st.integers(1, 12), st.data())
def test_every_date_of_deep_time_comes_back(year: int, month: int, data: st.DataObject):
    day = data.draw(st.integers(1, days_in_month(year, month)))
    assert civil_from_days(days_from_civil(year, month, day)) == (year, month, day)


@given(years, st.integers(1, 12), st.integers(1, 28))
def test_the_calendar_repeats_every_400_years(year: int, month: int, day: int):
    days = days_from_civil(year, month, day)
    assert days_from_civil(year + 400, month, day) == days + DAYS_PER_ERA
    assert weekday(days + DAYS_PER_ERA) == weekday(days)
    assert DAYS_PER_ERA * SECONDS_PER_DAY == 400 * MEAN_YEAR_SECONDS


@given(years)
def test_the_months_of_a_year_follow_each_other_without_a_gap(year: int):
    lengths = [days_in_month(year, month) for month in range(1, 13)]
    for month, length in enumerate(lengths[:-1], 1):
        assert days_from_civil(year, month + 1) == days_from_civil(year, month) + length
    assert days_from_civil(year + 1) - days_from_civil(year) == sum(lengths) == 365 + is_leap(year)


@given(st.lists(st.integers(-(2**61), 2**61), min_size=1, max_size=20))
def test_arrays_give_what_ints_give(seconds: list[int]):
    days = np.array(seconds, dtype=np.int64) // SECONDS_PER_DAY
    year, month, day = civil_from_days(days)
    assert year.dtype == month.dtype == day.dtype == np.int64
    singles = [civil_from_days(int(number)) for number in days]
    assert list(zip(year.tolist(), month.tolist(), day.tolist(), strict=True)) == singles
    assert np.array_equal(days_from_civil(year, month, day), days)
    assert weekday(days).tolist() == [weekday(int(number)) for number in days]
    assert days_in_month(year, month).tolist() == [days_in_month(y, m) for y, m, _ in singles]
    assert is_leap(year).tolist() == [is_leap(y) for y, *_ in singles]


@given(st.integers(-(2**61), 2**61))
def test_every_second_comes_back(seconds: int):
    assert seconds_of(*civil_of(seconds)) == seconds


@given(st.integers(-(2**40), 2**40))
def test_seconds_are_those_of_numpy(seconds: int):
    year, month, day, hour, minute, second = civil_of(seconds)
    text = str(np.datetime64(seconds, "s"))
    assert text == f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
