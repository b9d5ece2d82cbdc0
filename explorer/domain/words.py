"""Every date in words: for lists, tooltips, the detail panel, exports and the hover readout.

Year 0 is never shown: -0043 is 44 BCE. Intervals drop what both ends share: 19–21 November 1985.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from explorer.domain.calendar import MEAN_YEAR_SECONDS, REFORM, SECONDS_PER_DAY, civil_of, weekday
from explorer.domain.calendar_names import ERAS, Unit, length_of, weekday_name
from explorer.domain.edtf import EdtfDate, End, offset_of, parse
from explorer.domain.interval import BEGINNING, FOREVER
from explorer.domain.listing import with_and, with_or
from explorer.domain.tongue import translate
from explorer.domain.unspecified import part_of_year_in_words, unspecified_in_words
from explorer.domain.year_words import (
    counted_year,
    day_in_words,
    is_round,
    month_in_words,
    rounded_year,
    year_in_words,
)

_BARE: Final = re.compile(r"[?~%]")
_SEASON_TEXT: Final = re.compile(r"-?[0-9]{4}-(2[1-9]|3[0-9]|4[01])")

#: What another calendar would name otherwise.
_DATED: Final = ("month", "day", "hour", "minute", "second")


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
        date = day_in_words(day, month, year, is_short=short)
        if resolution_seconds > 7200:
            return date
        time = f"{hour:02}:{minute:02}:{second:02}" if resolution_seconds <= 2 else f"{hour:02}:{minute:02}"
        return translate("Dates", "{date} {time}").format(date=date, time=time)
    if resolution_seconds <= MEAN_YEAR_SECONDS / 6:
        return month_in_words(month, year, is_short=short)
    return rounded_year(year, resolution_seconds / MEAN_YEAR_SECONDS)


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
        if is_round(counted_year(year)) or is_round(counted_year(other_year)):
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
    if "X" in text:
        return unspecified_in_words(text, is_short=style.is_short)
    if match := _SEASON_TEXT.fullmatch(text):
        return part_of_year_in_words(int(match[1]), year)
    if end.precision == "year":
        return year_in_words(year)
    if end.precision == "month":
        return month_in_words(month, year, is_short=style.is_short, leaves=style.leaves)
    date = day_in_words(day, month, year, is_short=style.is_short, leaves=style.leaves)
    if style.names_weekday and end.earliest >= REFORM:
        name = weekday_name(weekday(end.earliest // SECONDS_PER_DAY))
        date = translate("Dates", "{weekday} {date}").format(weekday=name, date=date)
    if end.precision == "day":
        return date
    time = f"{hour:02}:{minute:02}:{second:02}" if end.precision == "second" else f"{hour:02}:{minute:02}"
    offset = offset_of(text)
    if offset is None:
        return translate("Dates", "{date} {time}").format(date=date, time=time)
    said = translate("Dates", "{date} {time} {zone}")
    return said.format(date=date, time=time, zone=zone_in_words(offset))


def zone_in_words(offset: int) -> str:
    """How far a place's clock is ahead of universal time, in seconds: "UTC", "UTC+9", "UTC−3:30"."""
    if not offset:
        return "UTC"
    hours, minutes = divmod(abs(offset) // 60, 60)
    sign = "+" if offset > 0 else "\u2212"
    return f"UTC{sign}{hours}:{minutes:02}" if minutes else f"UTC{sign}{hours}"


def calendar_in_words(start: EdtfDate, end: EdtfDate | None = None) -> str:
    """The calendar that these dates are written in, "" where nobody would ask.

    Before October 1582 no calendar in use agreed with ours: who reads a day there must know which is meant.
    """
    ends = [one for date in (start, end) if date is not None for one in _ends_of(date)]
    has_days = any(one.precision in _DATED and one.latest <= REFORM for one in ends)
    return translate("Dates", "proleptic Gregorian calendar") if has_days else ""


def _ends_of(date: EdtfDate) -> list[End]:
    if date.members:
        return [end for member in date.members for end in _ends_of(member)]
    return [date.start, date.end]


def _estimated(text: str, end: End) -> str:
    """ "about 1950 (between 1900 and 1999)" for 1950S2; in deep time the estimate says enough."""
    first, last = _years(end)
    guess = civil_of(parse(text.partition("S")[0]).earliest)[0]
    if first == last:
        return year_in_words(guess)
    if is_round(counted_year(guess)):
        return translate("Dates", "about {date}").format(date=year_in_words(guess))
    said = translate("Dates", "about {date} (between {first} and {last})")
    first, last = year_in_words(first), year_in_words(last)
    return said.format(date=year_in_words(guess), first=first, last=last)


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
