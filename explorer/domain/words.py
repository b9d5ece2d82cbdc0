"""Every date in words: for lists, tooltips, the detail panel, exports and the hover readout.

Year 0 is never shown: -0043 is 44 BCE. Intervals drop what both ends share: 19–21 November 1985.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from explorer.domain.calendar import MEAN_YEAR_SECONDS, SECONDS_PER_DAY, civil_of, weekday
from explorer.domain.calendar_names import (
    ERAS,
    PARTS_OF_YEAR,
    SEASONS,
    WHOLES,
    Unit,
    length_of,
    month_name,
    weekday_name,
)
from explorer.domain.edtf import EdtfDate, End, parse
from explorer.domain.interval import BEGINNING, FOREVER
from explorer.domain.listing import with_and, with_or
from explorer.domain.tongue import localised, translate

_BARE: Final = re.compile(r"[?~%]")
_SEASON_TEXT: Final = re.compile(r"(-?[0-9X]{4})-(2[1-9]|3[0-9]|4[01])")
_UNSPECIFIED_AT_THE_END: Final = re.compile(r"-?[0-9]*X*(?:-XX)*|-?[0-9]{4}-[0-9]{2}-XX")
_ZONED: Final = re.compile(r"T.*[-Z+\u2212]")


@dataclass(frozen=True, slots=True)
class _Style:
    """`leaves` is left out since the other end of an interval says it; a part does not stand by itself."""

    is_short: bool = False
    names_weekday: bool = False
    leaves: Literal["", "year", "month"] = ""
    is_part: bool = False


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
    if seconds <= BEGINNING:
        return translate("Dates", "the beginning of time")
    if seconds >= FOREVER:
        return translate("Dates", "the end of time")
    year, month, day, hour, minute, second = civil_of(seconds)
    if resolution_seconds <= 2 * SECONDS_PER_DAY:
        date = _day(day, month, year, is_short=short)
        if resolution_seconds > 7200:
            return date
        time = f"{hour:02}:{minute:02}:{second:02}" if resolution_seconds <= 2 else f"{hour:02}:{minute:02}"
        return translate("Dates", "{date} {time}").format(date=date, time=time)
    if resolution_seconds <= MEAN_YEAR_SECONDS / 6:
        return _month(month, year, is_short=short)
    return _rounded_year(year, resolution_seconds / MEAN_YEAR_SECONDS)


def year_in_words(year: int) -> str:
    """The astronomical year as people number it: 1985, "44 BCE" for -43, "800 CE", "13.8 billion BCE"."""
    return _numbered(_counted(year), "CE" if year > 0 else "BCE")


def _counted(year: int) -> int:
    """The number of the year within its era."""
    if year > 0:
        return year
    # Whoever writes Y-17E7 means 170 million BCE, not the 170,000,001 BCE of strict counting.
    return -year if _is_round(-year) else 1 - year


def _is_round(number: int) -> bool:
    """Whether the number of years reads well in millions or billions, with at most three decimals."""
    return number >= 10**6 and number % (10**6 if number >= 10**9 else 10**3) == 0


def _numbered(number: int, era: str) -> str:
    if _is_round(number):
        unit = 10**9 if number >= 10**9 else 10**6
        decimals = f"{number % unit * 1000 // unit:03}".rstrip("0")
        shown = localised(f"{number // unit:,}{'.' if decimals else ''}{decimals}")
        return translate("Dates", ERAS[unit, era]).format(n=shown)
    shown = localised(f"{number:,}") if number > 9999 else str(number)
    if era == "CE" and 1000 <= number <= 9999:
        return shown
    return translate("Dates", ERAS[1, era]).format(n=shown)


def _rounded_year(year: int, years_per_pixel: float) -> str:
    """The year to the nearest power of ten that a pixel still resolves, counted as people count."""
    step = 1
    while step * 10 <= years_per_pixel:
        step *= 10
    number, era = (year, "CE") if year > 0 else (1 - year, "BCE")
    return _numbered(max(1, (number + step // 2) // step * step), era)


def _day(day: int, month: int, year: int, *, is_short: bool, leaves: str = "") -> str:
    if leaves == "month":
        return translate("Dates", "{day}", "a day alone, as the first of 19–21 November").format(day=day)
    name = month_name(month, is_short=is_short)
    if leaves == "year":
        return translate("Dates", "{day} {month}").format(day=day, month=name)
    said = translate("Dates", "{day} {month} {year}")
    return said.format(day=day, month=name, year=year_in_words(year))


def _month(month: int, year: int, *, is_short: bool, leaves: str = "") -> str:
    name = month_name(month, is_short=is_short)
    if leaves == "year":
        return name
    return translate("Dates", "{month} {year}").format(month=name, year=year_in_words(year))


def _words(edtf: EdtfDate, style: _Style) -> str:
    if edtf.form == "one of":
        return _one_of(edtf, replace(style, is_part=True))
    if edtf.form == "all of":
        return with_and([_words(m, replace(style, is_part=True)) for m in edtf.members])
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
        return _among((_first_text(first), first.start), (_last_text(last), last.end), style)
    return with_or([_choice(member, style) for member in members])


def _choice(member: EdtfDate, style: _Style) -> str:
    if member.form != "interval":
        return _words(member, style)
    if member.start.is_open:
        date = _single(_last_text(member), member.end, style)
        return translate("Dates", "{date} or before").format(date=date)
    if member.end.is_open:
        date = _single(_first_text(member), member.start, style)
        return translate("Dates", "{date} or after").format(date=date)
    return _among((_first_text(member), member.start), (_last_text(member), member.end), style)


def _first_text(member: EdtfDate) -> str:
    return member.text.partition("..")[0].strip()


def _last_text(member: EdtfDate) -> str:
    return member.text.rpartition("..")[2].strip()


def _among(first: tuple[str, End], last: tuple[str, End], style: _Style) -> str:
    """ "between 1667 and 1668"."""
    start, end = _single(*first, style), _single(*last, style)
    if all(one.precision == "day" and _is_exact(text) for text, one in (first, last)):
        return translate("Dates", "between {start} and {end}", "two days").format(start=start, end=end)
    return translate("Dates", "between {start} and {end}").format(start=start, end=end)


def _is_exact(text: str) -> bool:
    return _BARE.search(text) is None and "X" not in text and "S" not in text


def _between(first: tuple[str, End], last: tuple[str, End], style: _Style) -> str:
    """The words for start – end, either of which may be open or unknown."""
    (start_text, start), (end_text, end) = first, last
    style = replace(style, is_part=True)
    if not start.precision and not end.precision:
        if start.is_open and end.is_open:
            return translate("Dates", "at all times")
        return translate("Dates", "at an unknown time")
    if not start.precision:
        date = _single(end_text, end, style)
        if start.is_open:
            return translate("Dates", "until {date}").format(date=date)
        return translate("Dates", "until {date} (start unknown)").format(date=date)
    if not end.precision:
        date = _single(start_text, start, style)
        if end.is_open:
            return translate("Dates", "from {date}").format(date=date)
        return translate("Dates", "from {date} (end unknown)").format(date=date)
    left = _single(start_text, start, style)
    right = _single(end_text, end, style)
    if left == right:
        return left
    both = start_text + end_text
    if start.precision == end.precision and "X" not in both and "S" not in both:
        left = _without_shared(left, right, (start_text, start), end, style)
    # Between two bare numbers the dash stands without spaces.
    is_bare = left.removesuffix(".").isdigit() and right[0].isdigit()
    return f"{left}–{right}" if is_bare and start.precision == end.precision else f"{left} – {right}"


def _without_shared(left: str, right: str, first: tuple[str, End], end: End, style: _Style) -> str:
    """The left side without the year, month or era that the right side says again."""
    text, start = first
    year, month, *_ = civil_of(start.earliest)
    other_year, other_month, *_ = civil_of(end.earliest)
    if start.precision == "year":
        # Not "17–15 million BCE": there the left side would lose its million.
        if _is_round(_counted(year)) or _is_round(_counted(other_year)):
            return left
        eras = [translate("Dates", ERAS[1, era]).format(n="") for era in ("BCE", "CE")]
        shared = next((era for era in eras if right.endswith(era)), "")
        return left.removesuffix(shared)
    if start.precision not in ("month", "day") or year != other_year:
        return left
    leaves = "month" if start.precision == "day" and month == other_month else "year"
    return _single(text, start, replace(style, leaves=leaves))


def _single(text: str, end: End, style: _Style) -> str:
    bare = _BARE.sub("", text)
    words = _unqualified(bare, end, style)
    is_uncertain, is_approximate = end.qualifier in ("?", "%"), end.qualifier in ("~", "%")
    # A year to so many significant digits is approximate already.
    if is_approximate and not (_is_estimate(bare) and _years(end)[0] != _years(end)[1]):
        if style.is_short:
            words = translate("Dates", "c. {date}").format(date=words)
        elif end.precision == "year" and not style.is_part:
            words = translate("Dates", "about {date}", "a year by itself").format(date=words)
        else:
            words = translate("Dates", "about {date}").format(date=words)
    return translate("Dates", "perhaps {date}").format(date=words) if is_uncertain else words


def _is_estimate(text: str) -> bool:
    return "S" in text


def _years(end: End) -> tuple[int, int]:
    """The first and the last year that an end of a date may lie in."""
    return civil_of(end.earliest)[0], civil_of(end.latest - 1)[0]


def _unqualified(text: str, end: End, style: _Style) -> str:
    year, month, day, hour, minute, second = civil_of(end.earliest)
    if _is_estimate(text):
        return _estimated(text, end)
    if match := _SEASON_TEXT.fullmatch(text):
        return _part_of_year(
            int(match[2]), year, civil_of(end.latest - 1)[0], is_one_year="X" not in match[1]
        )
    if "X" in text:
        return _unspecified(text, end, style)
    if end.precision == "year":
        return year_in_words(year)
    if end.precision == "month":
        return _month(month, year, is_short=style.is_short, leaves=style.leaves)
    date = _day(day, month, year, is_short=style.is_short, leaves=style.leaves)
    if style.names_weekday:
        name = weekday_name(weekday(end.earliest // SECONDS_PER_DAY))
        date = translate("Dates", "{weekday} {date}").format(weekday=name, date=date)
    if end.precision == "day":
        return date
    time = f"{hour:02}:{minute:02}:{second:02}" if end.precision == "second" else f"{hour:02}:{minute:02}"
    if _ZONED.search(text) is not None:
        return translate("Dates", "{date} {time} UTC").format(date=date, time=time)
    return translate("Dates", "{date} {time}").format(date=date, time=time)


def _estimated(text: str, end: End) -> str:
    """ "about 1950 (between 1900 and 1999)" for 1950S2; in deep time the estimate says enough."""
    first, last = _years(end)
    guess = civil_of(parse(text.partition("S")[0]).earliest)[0]
    if first == last:
        return year_in_words(guess)
    if _is_round(_counted(guess)):
        return translate("Dates", "about {date}").format(date=year_in_words(guess))
    said = translate("Dates", "about {date} (between {first} and {last})")
    first, last = year_in_words(first), year_in_words(last)
    return said.format(date=year_in_words(guess), first=first, last=last)


def _part_of_year(code: int, first_year: int, last_year: int, *, is_one_year: bool) -> str:
    last_year -= code in (24, 28, 30)  # a winter ends in the year after the one that it is named for
    first, last = year_in_words(first_year), year_in_words(last_year)
    if code in PARTS_OF_YEAR:
        part = translate("Dates", PARTS_OF_YEAR[code])
        if is_one_year:
            return translate("Dates", "the {part} of {year}").format(part=part, year=first)
        said = translate("Dates", "the {part} of some year between {first} and {last}")
        return said.format(part=part, first=first, last=last)
    season = translate("Dates", SEASONS[(code - 21) % 4])
    if is_one_year:
        date = translate("Dates", "{season} {year}").format(season=season, year=first)
    else:
        said = translate("Dates", "{season} of some year between {first} and {last}")
        date = said.format(season=season, first=first, last=last)
    if code <= 24:
        return date
    if code <= 28:
        return translate("Dates", "{season} (northern hemisphere)").format(season=date)
    return translate("Dates", "{season} (southern hemisphere)").format(season=date)


def _unspecified(text: str, end: End, style: _Style) -> str:
    """ "the 1960s" where the X's stand at the end, otherwise the first and the last date that fit."""
    finest = ("year", "month", "day")[text.lstrip("-").count("-")]
    if _UNSPECIFIED_AT_THE_END.fullmatch(text):
        whole = _whole(text.lstrip("-")[:4], end, style)
        if finest == "year":
            return whole
        if finest == "month":
            return translate("Dates", "some month in {date}").format(date=whole)
        return translate("Dates", "some day in {date}").format(date=whole)
    plain = _Style(is_short=style.is_short)
    first = _unqualified("", End(end.earliest, end.latest, finest), plain)
    last = _unqualified("", End(end.latest - SECONDS_PER_DAY, end.latest, finest), plain)
    if finest == "year":
        return translate("Dates", "some year between {first} and {last}").format(first=first, last=last)
    if finest == "month":
        return translate("Dates", "some month between {first} and {last}").format(first=first, last=last)
    return translate("Dates", "some day between {first} and {last}").format(first=first, last=last)


def _whole(digits: str, end: End, style: _Style) -> str:
    """The month, year, decade, century or millennium that the bounds fill."""
    year, month, *_ = civil_of(end.earliest)
    last_year = civil_of(end.latest - 1)[0]
    if end.precision == "month":
        return _month(month, year, is_short=style.is_short)
    if end.precision == "year":
        return year_in_words(year)
    if digits == "XXXX":
        return (
            translate("Dates", "an unknown year") if year >= 0 else translate("Dates", "an unknown year BCE")
        )
    if end.precision == "decade":
        if year >= 1000:
            return translate("Dates", "the {year}s").format(year=year)
        if year >= 10:
            return translate("Dates", "the {year}s CE").format(year=year)
        said = translate("Dates", "between {start} and {end}")
        return said.format(start=year_in_words(year), end=year_in_words(last_year))
    era = "BCE" if year < 0 else "CE" if year < 1000 else ""
    length = 100 if end.precision == "century" else 1000
    number = (abs(last_year) if year < 0 else year) // length + 1
    return translate("Dates", WHOLES[length, era]).format(nth=_ordinal(number))


def _ordinal(number: int) -> str:
    ending = 0 if 10 <= number % 100 <= 20 else number % 10
    if ending == 1:
        return translate("Dates", "{n}st").format(n=number)
    if ending == 2:
        return translate("Dates", "{n}nd").format(n=number)
    if ending == 3:
        return translate("Dates", "{n}rd").format(n=number)
    return translate("Dates", "{n}th").format(n=number)


_UNITS: Final[tuple[tuple[int, Unit], ...]] = (
    (MEAN_YEAR_SECONDS, "year"),
    (MEAN_YEAR_SECONDS // 12, "month"),
    (SECONDS_PER_DAY, "day"),
    (3600, "hour"),
    (60, "minute"),
    (1, "second"),
)


def length_in_words(seconds: int) -> str:
    """About how long a stretch of time is, in its largest whole unit: "39 years", "12 days", "5 hours"."""
    size, unit = next((found for found in _UNITS if seconds >= found[0]), _UNITS[-1])
    return length_of(round(seconds / size), unit)
