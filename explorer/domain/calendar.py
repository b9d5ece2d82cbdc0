"""The proleptic Gregorian calendar with astronomical years, exact far beyond ±13.8 billion years.

Every function works on Python ints and, element by element, on numpy int64 arrays. Year 0 is 1 BCE.
Python's `datetime` stops at years 1 and 9999; these formulas (Hinnant's, by eras of 400 years) do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar, overload

if TYPE_CHECKING:
    # Only for the types: the window's first paint must not wait for numpy.
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

Whole = TypeVar("Whole", int, "Ints")

SECONDS_PER_DAY: Final = 86_400
DAYS_PER_ERA: Final = 146_097
"""Days in 400 Gregorian years: the calendar repeats after this many days, weekdays included."""
MEAN_YEAR_SECONDS: Final = DAYS_PER_ERA * SECONDS_PER_DAY // 400
"""31 556 952: the mean Gregorian year, exact."""

_EPOCH_OFFSET: Final = 719_468  # days from 0000-03-01 to 1970-01-01


@overload
def days_from_civil(year: int, month: int = 1, day: int = 1) -> int: ...
@overload
def days_from_civil(year: Ints, month: Ints | int = 1, day: Ints | int = 1) -> Ints: ...
@overload
def days_from_civil(year: int, month: Ints, day: Ints | int = 1) -> Ints: ...
def days_from_civil(year: int | Ints, month: int | Ints = 1, day: int | Ints = 1) -> int | Ints:
    """Days from 1970-01-01 to that civil date; negative before it.

    Month is 1–12. A day outside its month counts on from it: (2021, 2, 29) is 1 March 2021.
    """
    # Years begin in March here, so that the leap day is the last of its year.
    before_march = (14 - month) // 12  # 1 in January and February, otherwise 0
    shifted = year - before_march
    era = shifted // 400
    year_of_era = shifted - era * 400
    day_of_year = (153 * (month + 12 * before_march - 3) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * DAYS_PER_ERA + day_of_era - _EPOCH_OFFSET


@overload
def civil_from_days(days: int) -> tuple[int, int, int]: ...
@overload
def civil_from_days(days: Ints) -> tuple[Ints, Ints, Ints]: ...
def civil_from_days(days: int | Ints) -> tuple[int | Ints, int | Ints, int | Ints]:
    """(year, month, day) of the day that many days from 1970-01-01."""
    shifted = days + _EPOCH_OFFSET
    era = shifted // DAYS_PER_ERA
    day_of_era = shifted - era * DAYS_PER_ERA
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    march_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * march_month + 2) // 5 + 1
    in_next_year = march_month // 10  # 1 in January and February, otherwise 0
    return era * 400 + year_of_era + in_next_year, march_month + 3 - 12 * in_next_year, day


def weekday(days: Whole) -> Whole:
    """0 for a Monday … 6 for a Sunday, of the day that many days from 1970-01-01 (a Thursday)."""
    return (days + 3) % 7


@overload
def is_leap(year: int) -> bool: ...
@overload
def is_leap(year: Ints) -> NDArray[np.bool_]: ...
def is_leap(year: int | Ints) -> bool | NDArray[np.bool_]:
    """Whether the astronomical year has 366 days; 0 (1 BCE) and -4 do."""
    return (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))


@overload
def days_in_month(year: int, month: int) -> int: ...
@overload
def days_in_month(year: Ints, month: Ints | int) -> Ints: ...
def days_in_month(year: int | Ints, month: int | Ints) -> int | Ints:
    """28 to 31; month is 1–12."""
    february = 28 + is_leap(year)
    # 31 and 30 alternate, with the rhythm broken after July.
    other = 30 + (month + month // 8) % 2
    is_february = (month == 2) * 1
    return other + is_february * (february - other)


def seconds_of(
    year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0
) -> int:
    """Seconds from 1970-01-01T00:00:00 to that instant, as a Python int of any size.

    An hour, minute or second beyond its range counts on (hour 24 is the next midnight); no leap seconds.
    """
    return days_from_civil(year, month, day) * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second


def civil_of(seconds: int) -> tuple[int, int, int, int, int, int]:
    """(year, month, day, hour, minute, second) of the instant that many seconds from 1970."""
    days, rest = divmod(seconds, SECONDS_PER_DAY)
    year, month, day = civil_from_days(days)
    return year, month, day, rest // 3600, rest // 60 % 60, rest % 60


def iso_day(seconds: int) -> str:
    """The ISO date of the day that holds an instant: 2018-07-16, -0043-03-15, +12000-01-01."""
    year, month, day, *_ = civil_of(seconds)
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04}-{month:02}-{day:02}"


REFORM: Final = seconds_of(1582, 10, 15)
"""The first day of the Gregorian calendar, where it began; before it all its dates are reckoned back."""
