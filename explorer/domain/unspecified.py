"""Dates of which some digits are not known, in words that keep all that is known.

domain/words.py calls this for every text with an X in it.
"""

import re
from collections.abc import Sequence
from itertools import product
from typing import Final

from explorer.domain.calendar import days_in_month
from explorer.domain.calendar_names import PARTS_OF_YEAR, SEASONS, WHOLES, month_name
from explorer.domain.listing import with_or
from explorer.domain.tongue import translate
from explorer.domain.year_words import day_in_words, ordinal, year_in_words

_DATE: Final = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?")
_UNKNOWN: Final = ("XXXX", "-XXXX")

#: Digits of a year with the unknown ones at the end; and those behind the unknown ones.
_TRAILING: Final = re.compile(r"-?[0-9]*X*")
_LAST_KNOWN: Final = re.compile(r"[0-9X]*X([0-9]+)(X*)")

#: More days or months than this are told by the first and the last.
_LISTED: Final = 3


def unspecified_in_words(text: str, *, is_short: bool) -> str:
    """The words for a date that `parse` reads, without qualifiers, with an X in it."""
    match = _DATE.fullmatch(text)
    assert match is not None
    year, month, day = match.groups()
    if month is None:
        return _year(year)
    if "X" not in month and int(month) > 12:
        return _part_of_year(int(month), year)
    if month == "XX" and day in (None, "XX"):
        return _some(year, is_day=day is not None)
    if day is None:
        return _in_year(_either(_months(month, ""), is_short=is_short), year)
    if day == "XX":
        months = _either(_months(month, ""), is_short=is_short)
        return translate("Dates", "some day in {date}").format(date=_in_year(months, year))
    return _in_year(_days_of(month, day, is_short=is_short), year)


def _year(year: str) -> str:
    """A year by itself: "the 1960s", or what its digits leave."""
    if _TRAILING.fullmatch(year):
        return whole_in_words(year)
    first, last = _ends(year)
    low, high = _last_digits(year)
    if not low:
        said = translate("Dates", "some year between {first} and {last}")
    elif low == high:
        said = translate("Dates", "some year between {first} and {last} that ends in {low}")
    else:
        said = translate("Dates", "some year between {first} and {last} that ends in {low} to {high}")
    return said.format(first=first, last=last, low=low, high=high)


def _in_year(date: str, year: str) -> str:
    """The date within its year: "December 1985", "25 December of a year in the 1560s"."""
    if "X" not in year:
        return translate("Dates", "{date} {year}").format(date=date, year=year_in_words(int(year)))
    if year in _UNKNOWN:
        said = (
            translate("Dates", "{date} of an unknown year BCE")
            if year.startswith("-")
            else translate("Dates", "{date} of an unknown year")
        )
        return said.format(date=date)
    first, last = _ends(year)
    low, high = _last_digits(year)
    if _TRAILING.fullmatch(year) and not _is_unnamed(year):
        said = (
            translate("Dates", "{date} of a year in {years}", "a decade")
            if year.count("X") == 1
            else translate("Dates", "{date} of a year in {years}", "a century or a millennium")
        )
        return said.format(date=date, years=whole_in_words(year))
    if not low:
        said = translate("Dates", "{date} of a year between {first} and {last}")
    elif low == high:
        said = translate("Dates", "{date} of a year between {first} and {last} that ends in {low}")
    else:
        said = translate("Dates", "{date} of a year between {first} and {last} that ends in {low} to {high}")
    return said.format(date=date, first=first, last=last, low=low, high=high)


def _ends(year: str) -> tuple[str, str]:
    """The first and the last year that a pattern allows."""
    ends = sorted((int(year.replace("X", "0")), int(year.replace("X", "9"))))
    return year_in_words(ends[0]), year_in_words(ends[1])


def _is_unnamed(year: str) -> bool:
    """True for a decade that no number names: 000X, and every one BCE."""
    return year.count("X") == 1 and year.startswith(("-", "000"))


def _last_digits(year: str) -> tuple[str, str]:
    """The least and the greatest digits that the year may end in, as far as known; "" where nothing is.

    >>> _last_digits("19X5"), _last_digits("1X6X"), _last_digits("156X"), _last_digits("-1X64")
    (('5', '5'), ('60', '69'), ('', ''), ('', ''))
    """
    match = _LAST_KNOWN.fullmatch(year)
    if match is None or not int(year.replace("X", "0")):
        # Before the year 1 people count the other way: -1063 is 1064 BCE, and 0000 is 1 BCE.
        return "", ""
    digits, after = match.groups()
    return digits + "0" * len(after), digits + "9" * len(after)


def _some(year: str, *, is_day: bool) -> str:
    """ "some month in 1999", "some day of a year between 1003 and 1993 that ends in 3"."""
    if _TRAILING.fullmatch(year):
        date = whole_in_words(year) if "X" in year else year_in_words(int(year))
        said = (
            translate("Dates", "some day in {date}") if is_day else translate("Dates", "some month in {date}")
        )
        return said.format(date=date)
    some = translate("Dates", "some day") if is_day else translate("Dates", "some month")
    return _in_year(some, year)


def _fillings(pattern: str) -> list[int]:
    """The numbers that a pattern of two digits stands for, in order."""
    choices = ["0123456789" if character == "X" else character for character in pattern]
    return [int("".join(digits)) for digits in product(*choices)]


def _months(pattern: str, day: str) -> list[int]:
    """The months that a pattern allows, of those that have such a day; "" for any."""
    days = _fillings(day) if day else [1]
    longest = {month: days_in_month(2000, month) for month in range(1, 13)}
    return [
        month
        for month in _fillings(pattern)
        if month in longest and any(1 <= number <= longest[month] for number in days)
    ]


def _either(months: Sequence[int], *, is_short: bool) -> str:
    """ "January or November", "a month from January to September"."""
    names = [month_name(month, is_short=is_short) for month in months]
    if len(names) <= _LISTED:
        return with_or(names)
    return translate("Dates", "some month from {first} to {last}").format(first=names[0], last=names[-1])


def _days_of(month: str, day: str, *, is_short: bool) -> str:
    """The days that two patterns allow, without their year."""
    months = _months(month, day)
    longest = max(days_in_month(2000, one) for one in months)
    days = [number for number in _fillings(day) if 1 <= number <= longest]
    if len(months) == 1:
        dates = [day_in_words(one, months[0], 0, is_short=is_short, leaves="month") for one in days[:-1]]
        last = day_in_words(days[-1], months[0], 0, is_short=is_short, leaves="year")
        if len(days) <= _LISTED or not _is_unbroken(days):
            return with_or([*dates, last])
        return translate("Dates", "some day from {first} to {last}").format(first=dates[0], last=last)
    names = [translate("Dates", "the {nth}").format(nth=ordinal(one)) for one in days]
    if len(days) <= _LISTED or not _is_unbroken(days):
        numbers = with_or(names)
    else:
        numbers = translate("Dates", "some day from {first} to {last}").format(first=names[0], last=names[-1])
    said = translate("Dates", "{day} of {month}", "a day of one of several months")
    if month == "XX":
        return said.format(day=numbers, month=translate("Dates", "some month", "of some month"))
    return said.format(day=numbers, month=_either(months, is_short=is_short))


def _is_unbroken(numbers: Sequence[int]) -> bool:
    return numbers[-1] - numbers[0] == len(numbers) - 1


def _part_of_year(code: int, year: str) -> str:
    """ "spring of a year in the 1960s", "the second half of an unknown year"."""
    if code in PARTS_OF_YEAR:
        part = translate("Dates", "the {part}").format(part=translate("Dates", PARTS_OF_YEAR[code]))
        return _in_year(part, year)
    return in_hemisphere(code, _in_year(translate("Dates", SEASONS[(code - 21) % 4]), year))


def part_of_year_in_words(code: int, year: int) -> str:
    """A season or another part of a year, by EDTF's number: "spring 2001", "the first half of 2018"."""
    number = year_in_words(year)
    if code in PARTS_OF_YEAR:
        part = translate("Dates", PARTS_OF_YEAR[code])
        return translate("Dates", "the {part} of {year}").format(part=part, year=number)
    season = translate("Dates", SEASONS[(code - 21) % 4])
    return in_hemisphere(code, translate("Dates", "{season} {year}").format(season=season, year=number))


def in_hemisphere(code: int, season: str) -> str:
    """The season with the hemisphere that it is of, where that is said."""
    if code <= 24:
        return season
    if code <= 28:
        return translate("Dates", "{season} (northern hemisphere)").format(season=season)
    return translate("Dates", "{season} (southern hemisphere)").format(season=season)


def whole_in_words(year: str) -> str:
    """The decade, century or millennium that a year with its last digits unknown stands for."""
    if year in _UNKNOWN:
        is_bce = year.startswith("-")
        return translate("Dates", "an unknown year BCE") if is_bce else translate("Dates", "an unknown year")
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    digits = year.count("X")
    if digits == 1:
        if _is_unnamed(year):
            said = translate("Dates", "between {start} and {end}")
            return said.format(start=year_in_words(min(first, last)), end=year_in_words(max(first, last)))
        if first >= 1000:
            return translate("Dates", "the {year}s").format(year=first)
        return translate("Dates", "the {year}s CE").format(year=first)
    era = "BCE" if year.startswith("-") else "CE" if first < 1000 else ""
    length = 100 if digits == 2 else 1000
    return translate("Dates", WHOLES[length, era]).format(nth=ordinal(abs(first) // length + 1))
