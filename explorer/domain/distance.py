"""How far apart two events lie, as sure as their dates are, in numbers and in words; and what lies between.

The panel asks when two events are compared. Nothing is claimed that some reading of the dates denies.
"""

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

import numpy as np

from explorer.domain.calendar import SECONDS_PER_DAY
from explorer.domain.calendar_names import length_of
from explorer.domain.edtf import EdtfDate, offset_of
from explorer.domain.index import EventIndex
from explorer.domain.interval import BEGINNING, FOREVER
from explorer.domain.listing import with_and
from explorer.domain.tongue import grouped, mark, translate

Order: TypeAlias = Literal["after", "before", "together", "unsure"]

_MONTH: Final = 30.436875
_YEAR: Final = 365.2425
#: Days up to which a length is told in days, and up to which in days and months both.
_DAYS: Final = 92
_BOTH: Final = 3_700

#: What is finer than a day, and the minutes up to which such dates are told apart by the clock.
_OF_A_DAY: Final = ("second", "minute", "hour")
_CLOSE: Final = 2_880


@dataclass(frozen=True, slots=True)
class Span:
    """When an event may have begun and may have ended, in whole units (days, say), all inclusive.

    `begins[0]` to `begins[1]` is its first day, `ends[0]` to `ends[1]` its last; None where a side is open
    or not known. `is_single`: both are one date as written; `is_approximate`: a date is about right.
    """

    begins: tuple[int | None, int | None]
    ends: tuple[int | None, int | None]
    is_single: bool = False
    is_approximate: bool = False
    is_uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Distance:
    """How an event stands to another one, over every reading of their dates.

    `order`: it certainly begins "after" the other is over, is over "before" the other begins, takes place
    at least partly "together" with it, or it is "unsure" which. `least` and `most` are the days from the last
    of the earlier to the first of the later, 0 where they may touch; `most` is None when nothing limits it.
    `starts` bounds the days from the other's first to its own first, in which None means not known.
    """

    order: Order
    least: int
    most: int | None
    starts: tuple[int | None, int | None]


def span_of(start: EdtfDate, end: EdtfDate | None, unit_seconds: int = SECONDS_PER_DAY) -> Span:
    """The days, or other units, that an event with these dates may take."""
    first, last = start.start, (end or start).end
    lowest, highest = _unit(first.earliest, unit_seconds), _unit(last.latest - 1, unit_seconds)
    begins = [lowest, _unit(first.latest - 1, unit_seconds)]
    ends = [_unit(last.earliest, unit_seconds), highest]
    # Whatever the dates turn out to be, an event does not end before it begins.
    if highest is not None:
        begins[1] = highest if begins[1] is None else min(begins[1], highest)
    if lowest is not None:
        ends[0] = lowest if ends[0] is None else max(ends[0], lowest)
    qualifiers = first.qualifier + last.qualifier
    return Span(
        (begins[0], begins[1]),
        (ends[0], ends[1]),
        is_single=end is None and start.form in ("date", "one of"),
        is_approximate="~" in qualifiers or "%" in qualifiers,
        is_uncertain="?" in qualifiers or "%" in qualifiers,
    )


def _unit(second: int, unit_seconds: int) -> int | None:
    return None if second <= BEGINNING or second >= FOREVER - 1 else second // unit_seconds


def distance(own: Span, other: Span) -> Distance:
    """How the event of one span stands to that of another."""
    after = _less(own.begins[0], other.ends[1]), _less(own.begins[1], other.ends[0])
    before = _less(other.begins[0], own.ends[1]), _less(other.begins[1], own.ends[0])
    starts = _less(own.begins[0], other.begins[1]), _less(own.begins[1], other.begins[0])
    if after[0] is not None and after[0] > 0:
        return Distance("after", after[0], after[1], starts)
    if before[0] is not None and before[0] > 0:
        return Distance("before", before[0], before[1], starts)
    if after[1] is not None and after[1] <= 0 and before[1] is not None and before[1] <= 0:
        return Distance("together", 0, 0, starts)
    most = None if after[1] is None or before[1] is None else max(after[1], before[1], 0)
    return Distance("unsure", 0, most, starts)


def _less(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one - other


_AFTER: Final = mark("Distance", "{length} after {name}")
_BEFORE: Final = mark("Distance", "{length} before {name}")

#: A lasting event is measured from its end, or to its beginning: by whether this and the other one last.
_LASTING: Final = {
    ("after", False, False): _AFTER,
    ("after", True, False): _AFTER,
    ("after", False, True): mark("Distance", "{length} after {name} ended"),
    ("after", True, True): mark("Distance", "{length} after {name} ended"),
    ("before", False, False): _BEFORE,
    ("before", True, False): mark("Distance", "ended {length} before {name}"),
    ("before", False, True): mark("Distance", "{length} before {name} began"),
    ("before", True, True): mark("Distance", "ended {length} before {name} began"),
}


def apart_in_words(
    own: tuple[EdtfDate, EdtfDate | None], other: tuple[EdtfDate, EdtfDate | None], name: str
) -> str:
    """How one event, by its start and end as written, stands to another, of which `name` is the name.

    In days and longer; where both dates have a time of day and are close, in hours and minutes.
    """
    if all(end.precision in _OF_A_DAY for date in (*own, *other) if date for end in (date.start, date.end)):
        found = distance(_on_one_clock(own), _on_one_clock(other))
        is_close = found.most is not None and found.most < _CLOSE
        if is_close and found.least == found.most and found.order in ("after", "before"):
            hours, minutes = divmod(found.least, 60)
            parts = [length_of(hours, "hour")] * (hours > 0) + [length_of(minutes, "minute")] * (minutes > 0)
            said = _AFTER if found.order == "after" else _BEFORE
            return translate("Distance", said).format(length=with_and(parts), name=name)
    return distance_in_words(span_of(*own), span_of(*other), name)


def _on_one_clock(dates: tuple[EdtfDate, EdtfDate | None]) -> Span:
    """The minutes of two ends with a time of day, by universal time where their places' clocks are known."""
    start, end = (None if date is None else _universal(date) for date in dates)
    assert start is not None
    return span_of(start, end, 60)


def _universal(date: EdtfDate) -> EdtfDate:
    ahead = offset_of(date.text) or 0
    end = replace(date.start, earliest=date.start.earliest - ahead, latest=date.start.latest - ahead)
    return replace(date, start=end, end=end) if date.form == "date" else date


def distance_in_words(own: Span, other: Span, name: str) -> str:
    """ "27 days after the letter", "between 3 and 33 days before …": how `own` stands to `other`."""
    found = distance(own, other)
    is_about = own.is_approximate or other.is_approximate
    if found.order in ("after", "before"):
        length = _length(found.least, found.most, is_about=is_about)
        text = _LASTING[found.order, not own.is_single, not other.is_single]
        said = translate("Distance", text).format(length=length, name=name)
    elif found.order == "together":
        said = _together(own, other, found, name)
    elif found.most is None:
        said = translate("Distance", "how far from {name} is not known").format(name=name)
    else:
        length = _length(found.most, found.most, is_about=is_about)
        said = translate("Distance", "perhaps at the same time as {name}, at most {length} apart")
        return said.format(name=name, length=length)
    if own.is_uncertain or other.is_uncertain:
        return translate("Distance", "perhaps {said}").format(said=said)
    return said


def _together(own: Span, other: Span, found: Distance, name: str) -> str:
    least, most = found.starts
    if own.is_single and other.is_single and own.begins[0] == own.begins[1]:
        return translate("Distance", "on the same day as {name}").format(name=name)
    if least is None or most is None:
        return translate("Distance", "while {name} lasted").format(name=name)
    if least > 0:
        said = translate("Distance", "{length} after {name} began, while it lasted")
        return said.format(length=_length(least, most), name=name)
    if most < 0:
        said = translate("Distance", "begun {length} before {name}, and lasting into it")
        return said.format(length=_length(-most, -least), name=name)
    if least == most == 0:
        return translate("Distance", "begun on the same day as {name}").format(name=name)
    return translate("Distance", "at the same time as {name}").format(name=name)


def _length(least: int, most: int | None, *, is_about: bool = False) -> str:
    """A number of days from `least` to `most` in words; about as fine as their difference allows."""
    first = length_of(least, "day") if least <= _DAYS else _long(least)
    if most is None:
        if is_about:
            return translate("Distance", "at least about {length}").format(length=first)
        return translate("Distance", "at least {length}").format(length=first)
    if least == most:
        if least <= _DAYS and not is_about:
            return first
        if is_about or least > _BOTH:
            return translate("Distance", "about {length}").format(length=first)
        return translate("Distance", "{days} (about {length})").format(
            days=length_of(least, "day"), length=first
        )
    if most <= _DAYS:
        said = (
            translate("Distance", "between about {least} and {days}")
            if is_about
            else translate("Distance", "between {least} and {days}")
        )
        return said.format(least=grouped(least), days=length_of(most, "day"))
    last = _long(most)
    if first != last:
        return translate("Distance", "between about {first} and {last}").format(first=first, last=last)
    if is_about or most > _BOTH:
        return translate("Distance", "about {length}").format(length=last)
    said = translate("Distance", "about {length} ({least} to {days})")
    return said.format(length=last, least=grouped(least), days=length_of(most, "day"))


def _long(days: int) -> str:
    """A long time in years and months, beyond ten years in years: "2 years and 3 months", "170 years"."""
    months = round(days / _MONTH)
    if days >= 10 * _YEAR:
        return length_of(round(days / _YEAR), "year")
    years, months = divmod(months, 12)
    return with_and([length_of(years, "year")] * (years > 0) + [length_of(months, "month")] * (months > 0))


@dataclass(frozen=True, slots=True)
class Between:
    """The events strictly between two in the order of time, in the relationships of both.

    `total` counts them; `rows` are at most as many of their rows as were asked for, the most important of
    them, in order of time. `relationships` are the identifiers of one or two.
    """

    relationships: tuple[str, ...]
    total: int
    rows: tuple[int, ...]


def between(index: EventIndex, one: int, other: int, most: int) -> Between:
    """What lies between the events of two rows: by bisection in each relationship, whatever its size."""
    facet = index.facets["relationship"]
    first, last = sorted((_key(index, one), _key(index, other)))
    lanes = sorted({int(facet.codes[one]), int(facet.codes[other])})
    stretches: list[tuple[int, int]] = []
    for lane in lanes:
        begin, end = int(index.offsets[lane]), int(index.offsets[lane + 1])
        rows = range(begin, end)

        def key(row: int) -> tuple[int, int, int]:
            return _key(index, row)

        low = begin + bisect_left(rows, (*first[:2], first[2] + 1), key=key)
        high = begin + bisect_left(rows, last, key=key)
        stretches.append((low, max(low, high)))
    total = sum(high - low for low, high in stretches)
    chosen: list[int] = []
    for importance in range(5, -1, -1):
        for low, high in stretches:
            room = most - len(chosen)
            if room > 0:
                # A block of the stretch is enough in most: looked at one after another until full.
                chosen += _of_importance(index, low, high, importance, room)
    chosen.sort(key=lambda row: _key(index, row))
    return Between(tuple(facet.slugs[lane] for lane in lanes), total, tuple(chosen))


def _of_importance(index: EventIndex, low: int, high: int, importance: int, most: int) -> list[int]:
    found: list[int] = []
    for first in range(low, high, 2**17):
        part = index.importance[first : min(first + 2**17, high)]
        hits: list[int] = (first + np.flatnonzero(part == importance)[: most - len(found)]).tolist()
        found += hits
        if len(found) >= most:
            break
    return found


def _key(index: EventIndex, row: int) -> tuple[int, int, int]:
    return int(index.start[row]), int(index.end[row]), int(index.ids[row])
