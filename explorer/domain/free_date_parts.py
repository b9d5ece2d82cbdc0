"""One date as people write it, in the signs of domain/date_words.py, read into EDTF: "12 M7 2018".

Each function gives every reading that a text has, none for what it does not know; domain/free_dates.py
makes spans of them.
"""

import re
from collections.abc import Callable
from typing import Final

from explorer.domain.calendar import civil_from_days, days_from_civil, days_in_month, weekday
from explorer.domain.edtf import EdtfError, parse

_ERA: Final = r"(?: (?P<era>BCE|CE))?"
_TIME: Final = re.compile(
    r"(?P<date>.*\d)(?: | ?T ?)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d+)?)?"
    r"(?: ?(?P<half>AM|PM))?(?: ?(?P<utc>UTC))?(?: ?(?P<zone>[-+]\d{2}:?\d{2}))?"
)
_Readings = list[str]


def readings_of(signs: str) -> _Readings:
    """Every date that some signs may mean, as EDTF; none where they are no single date.

    Each is one that `parse` reads: a date, or a set "[A..B]" for a date within bounds.
    """
    return [text for text in dict.fromkeys(unchecked_readings_of(signs)) if text and _is_read(text)]


def unchecked_readings_of(signs: str) -> _Readings:
    """The same with days and months that do not exist, and with "" for what cannot be written."""
    signs = re.sub(r"^GREGORIAN ", "", signs)
    is_julian = "JULIAN" in signs
    signs = " ".join(re.sub(r"\(? ?JULIAN ?\)?", " ", signs).split())
    named = re.match(r"W(\d) ", signs)
    if named:
        signs = signs[named.end() :]
    timed = _timed(signs)
    found = timed if timed is not None else _untimed(signs)
    if is_julian:
        found = [_from_julian(text) for text in found]
    if named:
        found = [text for text in found if _is_on(text, int(named[1]))]
    return found


def _is_read(text: str) -> bool:
    try:
        parse(text)
    except EdtfError:
        return False
    return True


def _is_on(text: str, number: int) -> bool:
    """Whether the day is one of that name, for a day since the calendar began."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", text)
    if match is None:
        return False
    year, month, day = map(int, match.groups())
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        return False
    return year < 1583 or weekday(days_from_civil(year, month, day)) == number


def _from_julian(text: str) -> str:
    """A Julian day as a Gregorian one, "" for anything coarser."""
    match = re.fullmatch(r"(-?\d{4})-(\d\d)-(\d\d)", text)
    if match is None:
        return ""
    year, month, day = map(int, match.groups())
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ""
    before_march = (14 - month) // 12
    shifted, counted = year - before_march, month + 12 * before_march - 3
    days = day + (153 * counted + 2) // 5 + 365 * shifted + shifted // 4 - 719_471
    return _day(*civil_from_days(days))


def _timed(signs: str) -> _Readings | None:
    """A day with a time of day; None where there is no time."""
    # "Fri M11 22 1963 12:30:00 GMT-0600", and the year behind the time.
    match = _TIME.fullmatch(signs)
    if match is None:
        return None
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return []
        hour = hour % 12 + 12 * (match["half"] == "PM")
    zone = match["zone"] or ("Z" if match["utc"] and "UTC" in signs else "")
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    clock = f"{hour:02}:{match['minute']}" + (f":{match['second']}" if match["second"] else "")
    days = [text for text in _untimed(match["date"]) if re.fullmatch(r"-?\d{4}-\d\d-\d\d", text)]
    return [f"{text}T{clock}{zone}" for text in days]


def year_text(number: int, era: str | None = None) -> str:
    """A year as people number it, in EDTF; "" for a year 0."""
    if number == 0:
        return ""
    # Whoever says 66 million years means no single year: as Y-66000000 is told in words.
    is_round = number >= 10**6 and number % 1000 == 0
    year = (-number if is_round else 1 - number) if era == "BCE" else number
    if abs(year) > 9999:
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def _day(year: int, month: int, day: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"


def _dated(year: str, month: int, day: int | None = None) -> str:
    """A month or a day of a year in EDTF, "" where there is none."""
    if year.startswith("Y") or not year or not 1 <= month <= 12:
        return ""
    return f"{year}-{month:02}" + ("" if day is None else f"-{day:02}")


def _years(digits: str, era: str | None) -> _Readings:
    """The years that some digits may mean: two without an era may be of this century or of the last."""
    if len(digits) == 2 and not era:
        return [f"19{digits}", f"20{digits}"]
    if len(digits) < 4 and not era:
        return []
    return [year_text(int(digits), era)]


def _untimed(signs: str) -> _Readings:
    for pattern, reader in _GRAMMAR:
        match = pattern.fullmatch(signs)
        if match is not None:
            return reader(match)
    return []


def _of_year(match: re.Match[str]) -> _Readings:
    if len(match["year"]) < 4 and not match["era"]:
        return []
    if len(match["year"]) > 4 and not match["era"]:
        return []
    return [year_text(int(match["year"]), match["era"])]


def _of_named_month(match: re.Match[str]) -> _Readings:
    fields = match.groupdict()
    month, day = int(fields["month"]), fields.get("day")
    if fields.get("year") is None:
        return [f"XXXX-{month:02}" + (f"-{int(day):02}" if day else "")]
    years = _years(fields["year"], fields.get("era"))
    if day is None and len(fields["year"]) == 2 and not fields.get("era"):
        # "June 12": a day or a year.
        return [f"XXXX-{month:02}-{fields['year']}", *(f"{year}-{month:02}" for year in years)]
    return [_dated(year, month, int(day) if day else None) for year in years]


def _of_numbers(match: re.Match[str]) -> _Readings:
    """A day and a month by their numbers: which is which may be open."""
    first, mark, second = int(match["first"]), match["mark"], int(match["second"])
    years = _years(match["year"], match["era"])
    orders = [(first, second)] if mark == "." else [(first, second), (second, first)]
    fitting = [(day, month) for day, month in orders if 1 <= month <= 12 and 1 <= day <= 31]
    return [_dated(year, month, day) for year in years for day, month in dict.fromkeys(fitting)]


def _of_ymd(match: re.Match[str]) -> _Readings:
    return [_dated(match["year"], int(match["month"]), int(match["day"]))]


def _of_ym(match: re.Match[str]) -> _Readings:
    return [_dated(match["year"], int(match["month"]))]


def _of_ym_or_span(match: re.Match[str]) -> _Readings:
    """ "2018/07"; "1910/11" may be a month or two years."""
    year, other = match["year"], match["month"]
    spans = [f"{year}/{year[:2]}{other}"] if int(other) > int(year[2:]) else []
    return [_dated(year, int(other)), *spans]


def _of_basic(match: re.Match[str]) -> _Readings:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if 1000 <= year <= 2999 and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month):
        return [_day(year, month, day)]
    return []


def _of_season(match: re.Match[str]) -> _Readings:
    years = _years(match["year"], match["era"]) if len(match["year"]) != 2 else []
    if not match["next"]:
        return [f"{year}-{match['season']}" for year in years]
    if match["season"] != "24" or len(years) != 1:
        return []
    year = int(match["year"])
    if int(match["next"]) not in (year + 1, (year + 1) % 100):
        return []
    return [f"[{year:04}-12..{year + 1:04}-02]"]


def _of_decade(match: re.Match[str]) -> _Readings:
    digits = match["decade"]
    if len(digits) != 4 or match["era"] == "BCE":
        return []
    if digits.endswith("00"):
        # The 1900s may be ten years or a hundred.
        return [f"{digits[:2]}XX", f"{digits[:3]}X"]
    return [f"{digits[:3]}X"]


def _of_whole(match: re.Match[str]) -> _Readings:
    """A century or a millennium."""
    number = int(match["number"]) - 1
    digits = f"{number:02}XX" if match["whole"] == "CENTURY" else f"{number}XXX"
    if number < 0 or len(digits) > 4:
        return []
    return [f"-{digits}" if match["era"] == "BCE" else digits]


def _of_age(match: re.Match[str]) -> _Readings:
    number = match["number"].replace(",", ".")
    size = {"MILLION": 6, "BILLION": 9}[match["size"]]
    whole, _, fraction = number.partition(".")
    if len(fraction) > size:
        return []
    years = int(whole + fraction.ljust(size, "0"))
    return [year_text(years, "CE" if match["era"] == "CE" else "BCE")] if years else []


def _of_third(match: re.Match[str]) -> _Readings:
    """The early, middle or late part of what has a beginning and an end: a third of it."""
    which = ("EARLY", "MID", "LATE").index(match["which"])
    return [_part(text, which, 3) for text in _untimed(match["rest"])]


def _of_fraction(match: re.Match[str]) -> _Readings:
    number = int(match["number"]) - 1
    parts = {"HALF": 2, "QUARTER": 4, "3°": 3}[match["part"]]
    if number >= parts:
        return []
    found = _untimed(match["rest"])
    if len(found) == 1 and re.fullmatch(r"-?\d{4}", found[0]):
        return [f"{found[0]}-{ {2: 40, 3: 37, 4: 33}[parts] + number }"]
    return [_part(text, number, parts) for text in found]


def _part(text: str, which: int, parts: int) -> str:
    """One of so many parts of a century, decade, year or month, as a date within bounds; or ""."""
    if match := re.fullmatch(r"(-?)(\d{2})XX|(\d{3})X", text):
        size = 100 if match[2] else 10
        first = int(f"{match[1] or ''}{match[2] or match[3]}") * size
        if match[1]:
            first -= size - 1
        elif match[2] == "00":
            first = 1
        starts = [first + -(-size * number // parts) for number in range(parts)] + [first + size]
        years = [_year(starts[which]), _year(starts[which + 1] - 1)]
        return f"[{years[0]}..{years[1]}]"
    if re.fullmatch(r"-?\d{4}", text) and 12 % parts == 0:
        size = 12 // parts
        return f"[{text}-{which * size + 1:02}..{text}-{(which + 1) * size:02}]"
    if (match := re.fullmatch(r"(-?\d{4})-(\d\d)", text)) and parts == 3 and int(match[2]) <= 12:
        last = (10, 20, days_in_month(int(match[1]), int(match[2])))[which]
        return f"[{text}-{which * 10 + 1:02}..{text}-{last:02}]"
    return ""


def _year(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"


_DAY: Final = r"(?P<day>\d{1,2})(?:°|\.)?"
_MONTH: Final = r"M(?P<month>\d{1,2})"
_YEAR: Final = r"(?P<year>\d{1,9})"
_PLAIN_YEAR: Final = r"(?P<year>\d{4})"

_GRAMMAR: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Readings]], ...]] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)", _of_basic),
        (rf"{_YEAR}{_ERA}", _of_year),
        (r"(?P<era>BCE|CE) (?P<year>\d{1,9})", _of_year),
        (rf"{_DAY} {_MONTH} {_YEAR}{_ERA}", _of_named_month),
        (rf"{_DAY}-{_MONTH}-{_YEAR}", _of_named_month),
        (rf"{_DAY} ?- ?{_MONTH} ?- ?{_YEAR}", _of_named_month),
        (rf"{_MONTH} {_DAY} {_YEAR}{_ERA}", _of_named_month),
        (rf"{_PLAIN_YEAR} {_MONTH} {_DAY}", _of_named_month),
        (rf"{_PLAIN_YEAR} {_MONTH}", _of_named_month),
        (rf"{_MONTH} (?P<day>\d{{1,2}}(?=°)|\d)°?", _of_named_month),
        (rf"{_MONTH} {_YEAR}{_ERA}", _of_named_month),
        (rf"{_DAY} {_MONTH}", _of_named_month),
        (_MONTH, _of_named_month),
        (
            r"(?P<first>\d{1,2})(?P<mark>[./-]) ?(?P<second>\d{1,2})(?P=mark) ?(?P<year>\d{4}|\d\d)" + _ERA,
            _of_numbers,
        ),
        (rf"{_PLAIN_YEAR}(?P<mark>[-./,])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})", _of_ymd),
        (rf"(?P<month>\d{{1,2}})[./-]{_PLAIN_YEAR}", _of_ym),
        (rf"{_PLAIN_YEAR}[./](?P<month>\d\d)", _of_ym_or_span),
        (rf"S(?P<season>\d\d) {_YEAR}(?: ?[-–/] ?(?P<next>\d{{2}}|\d{{4}}))?{_ERA}", _of_season),
        (rf"(?P<decade>\d{{2,4}})S{_ERA}", _of_decade),
        (rf"(?P<number>\d{{1,2}})[°.] ?(?P<whole>CENTURY|MILLENNIUM){_ERA}", _of_whole),
        (r"(?P<number>\d{1,5}(?:[.,]\d{1,9})?) (?P<size>MILLION|BILLION) YEARS (?P<era>AGO|BCE)", _of_age),
        (r"BEFORE (?P<number>\d{1,5}(?:[.,]\d{1,9})?) (?P<size>MILLION|BILLION) (?P<era>YEARS)", _of_age),
        (r"(?P<number>\d{1,5}(?:[.,]\d{1,9})?) (?P<size>MILLION|BILLION) (?P<era>BCE|CE)", _of_age),
        (r"(?P<which>EARLY|MID|LATE) (?P<rest>.+)", _of_third),
        (r"(?P<number>\d)[°.] ?(?P<part>HALF|QUARTER|3°) (?P<rest>.+)", _of_fraction),
    )
)
