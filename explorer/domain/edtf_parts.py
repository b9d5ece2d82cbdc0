"""One EDTF date (no interval, no set) read into bounds, precision and qualifier.

Only `explorer.domain.edtf` calls this module. The grammar is the Library of Congress specification of
4 February 2019; where it leaves a choice, docs/EDTF.md says which was made.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from explorer.domain.calendar import SECONDS_PER_DAY, days_from_civil, days_in_month, seconds_of
from explorer.domain.errors import ExplorerError
from explorer.domain.interval import BEGINNING, FOREVER
from explorer.domain.quoting import shortened
from explorer.domain.tongue import mark, translate

PRECISIONS: Final = (
    "second",
    "minute",
    "hour",
    "day",
    "month",
    "season",
    "year",
    "decade",
    "century",
    "millennium",
)
"""From fine to coarse. An open or unknown end has none: its precision is the empty string."""

# fmt: off
SEASON_MONTHS: Final = {
    # code: (first month, number of months). A winter begins in December of the year it is named for.
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),  # spring to winter, hemisphere not said: the northern
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),  # spring to winter, northern hemisphere
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),  # spring to winter, southern hemisphere
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),  # quarters
    37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),  # thirds, halves
}
# fmt: on


class EdtfError(ExplorerError):
    """A text that is not a date of EDTF, or one that lies beyond what we can place."""

    def __init__(self, what: str, advice: str = "", details: str = "") -> None:
        # A date may be as long as who wrote it liked.
        super().__init__(shortened(what), advice, details)


@dataclass(frozen=True, slots=True)
class End:
    """One end of a date: seconds from 1970, half-open, never widened by a qualifier.

    `precision` is one of PRECISIONS; `qualifier` is '', '?', '~', '%', or '..' for an open end.
    """

    earliest: int
    latest: int
    precision: str
    qualifier: str = ""
    is_open: bool = False
    is_unknown: bool = False


_Q = "[?~%]?"
DATE: Final = re.compile(
    rf"{_Q}(?P<year>-?[0-9X]{{4}}){_Q}(?:-{_Q}(?P<month>[0-9X]{{2}}){_Q}(?:-{_Q}(?P<day>[0-9X]{{2}}){_Q})?)?"
)
YEAR: Final = re.compile(
    rf"{_Q}(?P<year>Y-?[1-9][0-9]*(?:E(?P<exponent>[0-9]+))?|-?[0-9]{{4}}(?=S))(?:S(?P<digits>[0-9]+))?{_Q}"
)
TIME: Final = re.compile(
    r"(?P<date>-?[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<hour>[0-9]{2})"
    r"(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?)?"
    r"(?P<zone>Z|[-+\u2212][0-9]{2}(?::?[0-9]{2})?)?"
)
_ADVICE = mark("Errors", "Write a date like 1985, 1985-04, 1985-04-12, 198X, 1985~ or 1984/1986.")
_TOO_FAR = mark("Errors", "Years reach from about 73 billion BCE to 73 billion CE.")
_UNSPECIFIED_YEAR = re.compile(r"-?[0-9]*(X*)")


def read_date(text: str) -> End:
    """The bounds, precision and qualifier of one date, or an EdtfError in one sentence and an advice."""
    if match := DATE.fullmatch(text):
        return _read_calendar_date(text, match)
    if match := TIME.fullmatch(text):
        return _read_time(text, match)
    if match := YEAR.fullmatch(text):
        return _read_year(text, match)
    raise _not_a_date(text)


def day_bounds(year: int, month: int, day: int, text: str) -> tuple[int, int]:
    """First second of the day, and of the next; an EdtfError naming `text` when there is no such day."""
    if not 1 <= month <= 12:
        raise EdtfError(
            translate("Errors", "“{text}” names month {month}, which does not exist.").format(
                text=text, month=f"{month:02}"
            ),
            translate(
                "Errors",
                "Months are 01 to 12; without a day, 21 to 41 name seasons and other parts of a year.",
            ),
        )
    if not 1 <= day <= (28 if day <= 28 else days_in_month(year, month)):
        raise EdtfError(
            translate("Errors", "“{text}” names day {day} of a month that has {n} days.").format(
                text=text, day=f"{day:02}", n=days_in_month(year, month)
            ),
            translate("Errors", "Correct the day, or leave it out."),
        )
    start = days_from_civil(year, month, day) * SECONDS_PER_DAY
    return start, start + SECONDS_PER_DAY


def qualifier_of(text: str) -> str:
    """'', '?', '~' or '%': all qualifiers that occur anywhere in the text, taken together."""
    uncertain, approximate = "?" in text, "~" in text
    if "%" in text or (uncertain and approximate):
        return "%"
    return "?" if uncertain else "~" if approximate else ""


def _read_calendar_date(text: str, match: re.Match[str]) -> End:
    year, month, day = match["year"], match["month"], match["day"]
    qualifier = qualifier_of(text)
    if year == "-0000":
        raise EdtfError(
            translate("Errors", "“{text}” names the year -0000.").format(text=text),
            translate("Errors", "The year before 0001 is written 0000 (1 BCE)."),
        )
    if "X" in text:
        earliest, latest, precision = _read_unspecified(text, year, month, day)
    elif day is not None:
        earliest, latest = day_bounds(int(year), int(month), int(day), text)
        precision = "day"
    else:
        first, length, precision = _months(month, text)
        earliest, latest = _month_bounds(int(year), first, length)
    return End(earliest, latest, precision, qualifier)


def _months(month: str | None, text: str) -> tuple[int, int, str]:
    """First month, number of months and precision of the second component (None: a whole year)."""
    if month is None:
        return 1, 12, "year"
    number = int(month)
    if number in SEASON_MONTHS:
        return *SEASON_MONTHS[number], "season"
    day_bounds(1970, number, 1, text)  # raises for a month that does not exist
    return number, 1, "month"


def _month_bounds(year: int, first: int, length: int) -> tuple[int, int]:
    carried, last = divmod(first - 1 + length, 12)
    return seconds_of(year, first), seconds_of(year + carried, last + 1)


def _read_unspecified(text: str, year: str, month: str | None, day: str | None) -> tuple[int, int, str]:
    """Bounds from the first to the last date that fits the X's, and what remains precise before them."""
    years = _years(year)
    if month is not None and month.isdigit() and day is None:
        first, length, precision = _months(month, text)
        return (
            _month_bounds(years[0], first, length)[0],
            _month_bounds(years[-1], first, length)[1],
            precision,
        )
    months = [m for m in map(int, _fillings(month or "XX")) if 1 <= m <= 12]
    days = [d for d in map(int, _fillings(day or "XX")) if 1 <= d <= 31]
    earliest = _first_day(years, months, days)
    latest = _first_day(years[::-1], months[::-1], days[::-1])
    if earliest is None or latest is None:
        raise EdtfError(
            translate("Errors", "“{text}” fits no day of the calendar.").format(text=text),
            translate("Errors", "Correct the month or the day around the X."),
        )
    precision = _unspecified_precision(year, month, day)
    return earliest * SECONDS_PER_DAY, (latest + 1) * SECONDS_PER_DAY, precision


def _years(pattern: str) -> list[int]:
    """The years that a pattern stands for, ascending.

    People count no year 0: the first century and the first millennium begin with the year 1 and end with
    100 and 1000, and those before them end with 1 BCE, which is the year 0 here.
    """
    years = {int(year) for year in _fillings(pattern) if year != "-0000"}
    if pattern in ("00XX", "0XXX"):
        years = years - {0} | {10 ** pattern.count("X")}
    elif pattern in ("-00XX", "-0XXX", "-XXXX"):
        years.add(0)
    return sorted(years)


def _fillings(pattern: str) -> Iterator[str]:
    """Every text that the pattern stands for, with each X as 0 to 9, in ascending order of its digits."""
    choices = ["0123456789" if character == "X" else character for character in pattern]
    return map("".join, product(*choices))


def _first_day(years: list[int], months: list[int], days: list[int]) -> int | None:
    """Days from 1970 of the first existing date in the order given, or None."""
    # 2000 is a leap year: what it lacks, no year has. So 10 000 years are not searched in vain.
    existing = [(month, day) for month in months for day in days if day <= days_in_month(2000, month)]
    for year in years if existing else ():
        for month, day in existing:
            if day <= 28 or day <= days_in_month(year, month):
                return days_from_civil(year, month, day)
    return None


def _unspecified_precision(year: str, month: str | None, day: str | None) -> str:
    """The precision that is left when the X's at the end are cut off."""
    if day is not None and not day.endswith("X"):
        return "day"
    if month is not None and not month.endswith("X"):
        return "month"
    trailing = _UNSPECIFIED_YEAR.fullmatch(year)
    count = len(trailing[1]) if trailing else 0
    return ("year", "decade", "century", "millennium", "millennium")[count]


def _read_year(text: str, match: re.Match[str]) -> End:
    written, exponent = match["year"], int((match["exponent"] or "0")[:9])
    mantissa = written.lstrip("Y").partition("E")[0]
    if len(mantissa) + exponent > 13:  # refused before ten is raised to a power that fills the memory
        raise EdtfError(
            translate("Errors", "“{text}” lies too far away to be placed.").format(text=text),
            translate("Errors", _TOO_FAR),
        )
    year = int(mantissa) * 10**exponent
    if written.startswith("Y") and abs(year) <= 9999:
        raise EdtfError(
            translate("Errors", "“{text}” has a Y before a year of four digits.").format(text=text),
            translate("Errors", "Write {year}.").format(year=_four_digits(year)),
        )
    if written == "-0000":
        raise EdtfError(
            translate("Errors", "“{text}” names the year -0000.").format(text=text),
            translate("Errors", "The year before 0001 is written 0000 (1 BCE)."),
        )
    unit = _significant_unit(text, year, match["digits"])
    magnitude = abs(year) // unit * unit
    first, last = (magnitude, magnitude + unit - 1) if year >= 0 else (1 - magnitude - unit, -magnitude)
    earliest, latest = seconds_of(first), seconds_of(last + 1)
    if earliest <= BEGINNING or latest >= FOREVER:
        raise EdtfError(
            translate("Errors", "“{text}” lies too far away to be placed.").format(text=text),
            translate("Errors", _TOO_FAR),
        )
    precision = {1: "year", 10: "decade", 100: "century"}.get(unit, "millennium")
    return End(earliest, latest, precision, qualifier_of(text))


def _significant_unit(text: str, year: int, digits: str | None) -> int:
    """How many years the last significant digit stands for: 100 in 1950S2."""
    length = len(str(abs(year)))
    if digits is None:
        return 1
    if len(digits) > 2 or not 1 <= int(digits) <= length:
        raise EdtfError(
            translate(
                "Errors", "“{text}” claims {digits} significant digits of a year that has {length}."
            ).format(text=text, digits=digits, length=length),
            translate("Errors", "After S write a number from 1 to {length}.").format(length=length),
        )
    return 10 ** (length - int(digits))


def _read_time(text: str, match: re.Match[str]) -> End:
    end = read_date(match["date"])
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    is_next_midnight = hour == 24 and minute == 0 and second == 0
    if not (hour <= 23 or is_next_midnight) or minute > 59 or second > 59:
        raise EdtfError(
            translate("Errors", "“{text}” names a time that no clock shows.").format(text=text),
            translate("Errors", "Times run from 00:00:00 to 24:00:00."),
        )
    _zone_seconds(text, match["zone"])  # raises for a zone that does not exist
    earliest = end.earliest + hour * 3600 + minute * 60 + second
    if match["second"] is not None:
        return End(earliest, earliest + 1, "second")
    if match["minute"] is not None:
        return End(earliest, earliest + 60, "minute")
    return End(earliest, earliest + 3600, "hour")


def _zone_seconds(text: str, zone: str | None) -> int:
    """Seconds that the zone is ahead of UTC."""
    if zone is None or zone == "Z":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[3:].lstrip(":") or 0)
    west = zone[0] != "+"
    if (
        int(zone[3:].lstrip(":") or 0) > 59
        or minutes > (12 * 60 if west else 14 * 60)
        or (west and not minutes)
    ):
        raise EdtfError(
            translate("Errors", "“{text}” names a time zone that does not exist.").format(text=text),
            translate("Errors", "Zones run from -12:00 to +14:00."),
        )
    return -minutes * 60 if west else minutes * 60


def offset_of(text: str) -> int | None:
    """Seconds that the clock of a date's place is ahead of UTC, None for a date that does not say it.

    `text` is one date that `read_date` reads, with or without a qualifier.
    """
    match = TIME.fullmatch(text)
    return _zone_seconds(text, match["zone"]) if match is not None and match["zone"] else None


def _is_date(text: str) -> bool:
    if not any(pattern.fullmatch(text) for pattern in (DATE, TIME, YEAR)):
        return False
    try:
        read_date(text)
    except EdtfError:
        return False
    return True


def _corrections(text: str) -> Iterator[str]:
    """What may have been meant, likeliest first; not all of it is a date."""
    if match := re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})?", text):
        yield "-".join(part for part in match.groups() if part)
    if match := re.fullmatch(r"([0-9]{2})([0-9]{2})([0-9]{4})", text):
        yield "-".join(reversed(match.groups()))
    if match := re.fullmatch(r"(-?[0-9]{4})[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?", text):
        yield "-".join(part.zfill(2) for part in match.groups() if part)
    if re.search(r"[0-9].*[?~]{2}|[?~]{2}.*[0-9]", text):
        yield re.sub(r"\?~|~\?", "%", text)
    if re.match(r"-?[0-9uUxX]{4}", text) and re.search("[uUx]", text):
        yield re.sub("[uUx]", "X", text)
    if re.fullmatch(r"y-?[0-9]+(e[0-9]+)?", text):
        yield text.upper()
    # Six, eight and ten digits are days and seconds more often than years.
    if re.fullmatch(r"-[0-9]{5,}|[0-9]{5}|[0-9]{7}|[0-9]{9}", text):
        yield f"Y{text}"


def _advice(text: str) -> str:
    """What to write instead: never what is no date either."""
    meant = next((one for one in _corrections(text) if _is_date(one)), "")
    if meant and re.search("[uUx]", text):
        return translate("Errors", "Write a capital X for an unspecified digit: {date}.").format(date=meant)
    if meant:
        return translate("Errors", "If that is what you mean, write {date}.").format(date=meant)
    if match := re.fullmatch(r"([0-9]{1,3})([?~%]?)", text):
        number, qualifier = match.groups()
        if len(number) == 3:
            return translate(
                "Errors", "A year has four digits: write {year}, or {decade} for the ten years."
            ).format(year=f"0{number}{qualifier}", decade=f"{number}X{qualifier}")
        return translate("Errors", "A year has four digits, such as {year}.").format(
            year=f"{number:0>4}{qualifier}"
        )
    if match := re.fullmatch(r"-([0-9]{1,3})[?~%]?", text):
        number = int(match[1])
        if number:
            return translate(
                "Errors", "A year has four digits: {year} is {n} BCE, {before} is {m} BCE."
            ).format(year=_four_digits(1 - number), n=number, before=_four_digits(-number), m=number + 1)
    if "(" in text:
        return translate(
            "Errors", "Write the qualifier beside its part, as in 2004-06~-11, without brackets."
        )
    if re.fullmatch(r"[^/]*[0-9]{4}[^/]*/[^/]*[0-9]{4}[^/]*/.*", text):
        return translate("Errors", "An interval has one start and one end: 1984/1986.")
    return translate("Errors", _ADVICE)


def _not_a_date(text: str) -> EdtfError:
    if not text:
        return EdtfError(translate("Errors", "The date is empty."), translate("Errors", _ADVICE))
    shown = text if len(text) <= 60 else text[:59] + "…"
    return EdtfError(
        translate("Errors", "“{shown}” is not a date in EDTF.").format(shown=shown),
        _advice(text),
    )


def _four_digits(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"
