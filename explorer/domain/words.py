"""Every date in English words: for lists, tooltips, the detail panel, exports and the hover readout.

Year 0 is never shown: -0043 is 44 BCE. Intervals drop what both ends share: 19–21 November 1985.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from explorer.domain.calendar import MEAN_YEAR_SECONDS, SECONDS_PER_DAY, civil_of, weekday
from explorer.domain.edtf import EdtfDate, End, parse
from explorer.domain.interval import BEGINNING, FOREVER

# fmt: off
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_PARTS_OF_YEAR: Final = {
    33: "first quarter", 34: "second quarter", 35: "third quarter", 36: "fourth quarter",
    37: "first third", 38: "second third", 39: "third third", 40: "first half", 41: "second half",
}
# fmt: on
_QUALIFIERS: Final = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}
_BARE: Final = re.compile(r"[?~%]")
_SEASON_TEXT: Final = re.compile(r"(-?[0-9X]{4})-(2[1-9]|3[0-9]|4[01])")
_UNSPECIFIED_AT_THE_END: Final = re.compile(r"-?[0-9]*X*(?:-XX)*|-?[0-9]{4}-[0-9]{2}-XX")
_ZONED: Final = re.compile(r"T.*[-Z+\u2212]")


@dataclass(frozen=True, slots=True)
class _Style:
    is_short: bool = False
    names_weekday: bool = False


def date_in_words(edtf: EdtfDate, *, weekday: bool = False) -> str:
    """The date as a reader would say it: "about February 2019", "19–21 November 1985", "44 BCE"."""
    return _words(edtf, _Style(names_weekday=weekday))


def short_date(edtf: EdtfDate) -> str:
    """The date with its months cut to three letters, for lists and narrow columns: "16 Jul 2018"."""
    return _words(edtf, _Style(is_short=True))


def span_in_words(start: EdtfDate, end: EdtfDate | None, *, weekday: bool = False) -> str:
    """What an event with these dates covers: "31 May – 3 June 1990"; without an end, its start."""
    if end is None:
        return date_in_words(start, weekday=weekday)
    if start.form == "date" == end.form:
        return _between((start.text, start.start), (end.text, end.end), _Style(names_weekday=weekday))
    return f"{date_in_words(start, weekday=weekday)} – {date_in_words(end, weekday=weekday)}"


def instant_in_words(seconds: int, resolution_seconds: float, *, short: bool = False) -> str:
    """The instant named as precisely as one pixel of `resolution_seconds` can point at it.

    A unit is named while a pixel covers no more than two of them: time of day, day, month, year. Beyond,
    years are rounded: at a hundred years per pixel, "12,300 BCE". `short` cuts the months.
    """
    if seconds <= BEGINNING or seconds >= FOREVER:
        return "the beginning of time" if seconds <= BEGINNING else "the end of time"
    year, month, day, hour, minute, second = civil_of(seconds)
    month_year = f"{_month(month, short)} {year_in_words(year)}"
    if resolution_seconds <= 2 * SECONDS_PER_DAY:
        date = f"{day} {month_year}"
        if resolution_seconds <= 2:
            return f"{date} {hour:02}:{minute:02}:{second:02}"
        return f"{date} {hour:02}:{minute:02}" if resolution_seconds <= 7200 else date
    if resolution_seconds <= MEAN_YEAR_SECONDS / 6:
        return month_year
    return _rounded_year(year, resolution_seconds / MEAN_YEAR_SECONDS)


def year_in_words(year: int) -> str:
    """The astronomical year as people number it: 1985, "44 BCE" for -43, "800 CE", "13.8 billion BCE"."""
    if year > 0:
        return _numbered(year, "CE")
    # Whoever writes Y-17E7 means 170 million BCE, not the 170,000,001 BCE of strict counting.
    return _numbered(-year if _is_round(-year) else 1 - year, "BCE")


def _is_round(number: int) -> bool:
    """Whether the number of years reads well in millions or billions, with at most three decimals."""
    return number >= 10**6 and number % (10**6 if number >= 10**9 else 10**3) == 0


def _numbered(number: int, era: str) -> str:
    if _is_round(number):
        unit, name = (10**9, "billion") if number >= 10**9 else (10**6, "million")
        decimals = f"{number % unit * 1000 // unit:03}".rstrip("0")
        return f"{number // unit:,}{'.' if decimals else ''}{decimals} {name} {era}"
    shown = f"{number:,}" if number > 9999 else str(number)
    return shown if era == "CE" and 1000 <= number <= 9999 else f"{shown} {era}"


def _rounded_year(year: int, years_per_pixel: float) -> str:
    """The year to the nearest power of ten that a pixel still resolves, counted as people count."""
    step = 1
    while step * 10 <= years_per_pixel:
        step *= 10
    number, era = (year, "CE") if year > 0 else (1 - year, "BCE")
    return _numbered(max(1, (number + step // 2) // step * step), era)


def _month(month: int, is_short: bool) -> str:
    return _MONTHS[month - 1][:3] if is_short else _MONTHS[month - 1]


def _words(edtf: EdtfDate, style: _Style) -> str:
    if edtf.form == "one of":
        return _one_of(edtf, style)
    if edtf.form == "all of":
        return _listed([_words(m, style) for m in edtf.members], "and")
    if edtf.form == "interval":
        separator = "/" if "/" in edtf.text else ".."
        start_text, _, end_text = edtf.text.partition(separator)
        return _between((start_text, edtf.start), (end_text, edtf.end), style)
    return _single(edtf.text, edtf.start, style)


def _one_of(edtf: EdtfDate, style: _Style) -> str:
    """ "between 1667 and 1668" for dates without a gap, otherwise "1667 or December 1760"."""
    members = edtf.members
    first, last = members[0], members[-1]
    has_no_gap = all(a.latest == b.earliest for a, b in pairwise(members))
    is_bounded = first.earliest != BEGINNING and last.latest != FOREVER
    if has_no_gap and is_bounded and (len(members) > 1 or first.form == "interval"):
        start = _single(_first_text(first), first.start, style)
        end = _single(_last_text(last), last.end, style)
        return f"between {start} and {end}"
    return _listed([_choice(member, style) for member in members], "or")


def _choice(member: EdtfDate, style: _Style) -> str:
    if member.form != "interval":
        return _words(member, style)
    if member.start.is_open:
        return f"{_single(_last_text(member), member.end, style)} or before"
    start = _single(_first_text(member), member.start, style)
    if member.end.is_open:
        return f"{start} or after"
    return f"between {start} and {_single(_last_text(member), member.end, style)}"


def _first_text(member: EdtfDate) -> str:
    return member.text.partition("..")[0].strip()


def _last_text(member: EdtfDate) -> str:
    return member.text.rpartition("..")[2].strip()


def _listed(parts: list[str], conjunction: str) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {conjunction} {parts[-1]}"


def _between(first: tuple[str, End], last: tuple[str, End], style: _Style) -> str:
    """The words for start – end, either of which may be open or unknown."""
    (start_text, start), (end_text, end) = first, last
    if not start.precision and not end.precision:
        return "at all times" if start.is_open and end.is_open else "at an unknown time"
    if not start.precision:
        until = _single(end_text, end, style)
        return f"until {until}" if start.is_open else f"until {until} (start unknown)"
    if not end.precision:
        since = _single(start_text, start, style)
        return f"from {since}" if end.is_open else f"from {since} (end unknown)"
    left = _single(start_text, start, style)
    right = _single(end_text, end, style)
    if left == right:
        return left
    if (
        start.precision == end.precision
        and "X" not in start_text + end_text
        and "S" not in start_text + end_text
    ):
        left = _without_shared(left, right, start, end)
    # Between two bare numbers the dash stands without spaces.
    is_tight = left.isdigit() and right[0].isdigit() and start.precision == end.precision
    return f"{left}–{right}" if is_tight else f"{left} – {right}"


def _without_shared(left: str, right: str, start: End, end: End) -> str:
    """The left side without the year, month or era that the right side says again."""
    year, month, *_ = civil_of(start.earliest)
    other_year, other_month, *_ = civil_of(end.earliest)
    if start.precision == "year":
        # Not "17–15 million BCE": there the left side would lose its million.
        era = right[right.rfind(" ") :]
        return left.removesuffix(era) if era in (" BCE", " CE") and "illion" not in left + right else left
    if start.precision not in ("month", "day") or year != other_year:
        return left
    left = left.removesuffix(f" {year_in_words(year)}")
    if start.precision == "day" and month == other_month:
        left = left.rpartition(" ")[0]
    return left


def _single(text: str, end: End, style: _Style) -> str:
    bare = _BARE.sub("", text)
    qualifier = _QUALIFIERS.get(end.qualifier, "")
    if style.is_short:
        qualifier = qualifier.replace("about", "c.")
    words = _unqualified(bare, end, style)
    if words.startswith("about "):  # a year to so many significant digits is approximate already
        qualifier = "perhaps " if qualifier.startswith("perhaps") else ""
    return qualifier + words


def _unqualified(text: str, end: End, style: _Style) -> str:
    year, month, day, hour, minute, second = civil_of(end.earliest)
    if "S" in text:
        return _estimated(text, end)
    if match := _SEASON_TEXT.fullmatch(text):
        return _part_of_year(
            int(match[2]), year, civil_of(end.latest - 1)[0], is_one_year="X" not in match[1]
        )
    if "X" in text:
        return _unspecified(text, end, style)
    if end.precision == "year":
        return year_in_words(year)
    month_year = f"{_month(month, style.is_short)} {year_in_words(year)}"
    if end.precision == "month":
        return month_year
    date = f"{day} {month_year}"
    if style.names_weekday:
        date = f"{_WEEKDAYS[weekday(end.earliest // SECONDS_PER_DAY)]} {date}"
    if end.precision == "day":
        return date
    has_zone = _ZONED.search(text) is not None
    clock = f"{hour:02}:{minute:02}:{second:02}" if end.precision == "second" else f"{hour:02}:{minute:02}"
    return f"{date} {clock}{' UTC' if has_zone else ''}"


def _estimated(text: str, end: End) -> str:
    """ "about 1950 (between 1900 and 1999)" for 1950S2; in deep time the estimate says enough."""
    first, last = civil_of(end.earliest)[0], civil_of(end.latest - 1)[0]
    estimate = year_in_words(civil_of(parse(text.partition("S")[0]).earliest)[0])
    if first == last:
        return estimate
    if "illion" in estimate:
        return f"about {estimate}"
    return f"about {estimate} (between {year_in_words(first)} and {year_in_words(last)})"


def _part_of_year(code: int, first_year: int, last_year: int, *, is_one_year: bool) -> str:
    last_year -= code in (24, 28, 30)  # a winter ends in the year after the one that it is named for
    year = year_in_words(first_year)
    if not is_one_year:
        year = f"some year between {year} and {year_in_words(last_year)}"
    if code in _PARTS_OF_YEAR:
        return f"the {_PARTS_OF_YEAR[code]} of {year}"
    hemisphere = "" if code <= 24 else f" ({'northern' if code <= 28 else 'southern'} hemisphere)"
    return f"{_SEASONS[(code - 21) % 4]} {'' if is_one_year else 'of '}{year}{hemisphere}"


def _unspecified(text: str, end: End, style: _Style) -> str:
    """ "the 1960s" where the X's stand at the end, otherwise the first and the last date that fit."""
    finest = ("year", "month", "day")[text.lstrip("-").count("-")]
    if _UNSPECIFIED_AT_THE_END.fullmatch(text):
        whole = _whole(text.lstrip("-")[:4], end, style)
        return whole if finest == "year" else f"some {finest} in {whole}"
    plain = _Style(is_short=style.is_short)
    first = _unqualified("", End(end.earliest, end.latest, finest), plain)
    last = _unqualified("", End(end.latest - SECONDS_PER_DAY, end.latest, finest), plain)
    return f"some {finest} between {first} and {last}"


def _whole(digits: str, end: End, style: _Style) -> str:
    """The month, year, decade, century or millennium that the bounds fill."""
    year, month, *_ = civil_of(end.earliest)
    last_year = civil_of(end.latest - 1)[0]
    if end.precision == "month":
        return f"{_month(month, style.is_short)} {year_in_words(year)}"
    if end.precision == "year":
        return year_in_words(year)
    if digits == "XXXX":
        return "an unknown year" if year >= 0 else "an unknown year BCE"
    era = " BCE" if year < 0 else " CE" if year < 1000 else ""
    if end.precision == "decade":
        if year >= 10:
            return f"the {year}s{era}"
        return f"between {year_in_words(year)} and {year_in_words(last_year)}"
    length = 100 if end.precision == "century" else 1000
    number = (abs(last_year) if year < 0 else year) // length + 1
    return f"the {_ordinal(number)} {end.precision}{era}"


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def length_in_words(seconds: int) -> str:
    """About how long a stretch of time is, in its largest whole unit: "39 years", "12 days", "5 hours"."""
    for unit, name in (
        (MEAN_YEAR_SECONDS, "year"),
        (MEAN_YEAR_SECONDS // 12, "month"),
        (SECONDS_PER_DAY, "day"),
        (3600, "hour"),
        (60, "minute"),
        (1, "second"),
    ):
        count = round(seconds / unit)
        if seconds >= unit or name == "second":
            shown = f"{count / 10**9:.3g} billion" if count >= 10**9 else f"{count:,}"
            if 10**6 <= count < 10**9:
                shown = f"{count / 10**6:.3g} million"
            return f"{shown} {name}{'s' * (count != 1)}"
    raise AssertionError("a second is the least unit")
