"""Writing events as a calendar (RFC 5545) that other programs can show.

A time of day is that of its place, with the place's offset as a time zone of its own; all else is all day.
A month or a year is a span of days, and the date as it is known stands in the description. What a calendar
cannot show is left out and told: years before 1, open ends, and spans longer than a reader's calendar is for.
"""

import contextlib
import datetime as dt
import re
import uuid
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any, Final, TypeAlias

from explorer.domain.calendar import SECONDS_PER_DAY, civil_of, days_from_civil
from explorer.domain.edtf import offset_of, parse
from explorer.domain.interval import BEGINNING, FOREVER
from explorer.domain.provenance import Provenance
from explorer.domain.tongue import grouped, mark, translate
from explorer.formats.cells import cells_of
from explorer.formats.table import Chunk, TableOptions, Written, sources_of
from explorer.formats.writing import write_whole

#: Days of the longest entry: ten years with their leap days.
LONGEST: Final = 3_653

_FIRST: Final = days_from_civil(1)
_LAST: Final = days_from_civil(9999, 12, 31)
_EPOCH: Final = dt.date(1970, 1, 1).toordinal()
_NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "urn:detente:event")

_CONTROL: Final = re.compile("[\0-\x08\x0b-\x1f\x7f]")

#: A time on the clock of a place, and how far that is ahead of UTC, None where that is not known.
_Time: TypeAlias = tuple[dt.datetime, int | None]

#: Why an event is left out.
_REASONS: Final = {
    "open": mark("Export", "{n} with an open end"),
    "early": mark("Export", "{n} before the year 1"),
    "late": mark("Export", "{n} after the year 9999"),
    "long": mark("Export", "{n} longer than ten years"),
}


def names(options: TableOptions) -> tuple[str, ...]:
    """The columns that chunks must have."""
    shown = ("commentary",) if options.has_commentary else ()
    columns = ("title", "earliest", "latest", "kind_label", "relationship_label", "people", "summary")
    return sources_of((*columns, "place", "country", "latitude", "longitude", "sources", *shown))


def write(
    out: Path | IO[str], chunks: Iterable[Chunk], options: TableOptions, provenance: Provenance
) -> Written:
    """The calendar is in the file or stream. A file appears whole or not at all. Raises ExportError.

    The same events, exported on the same day, are the same bytes.
    """
    import icalendar

    calendar: Any = icalendar.Calendar()
    calendar.add("prodid", f"-//Détente//{provenance.program}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _line(provenance.collection or provenance.database))
    calendar.add("x-wr-caldesc", _line(provenance.citation))
    opening, ending = calendar.to_ical().decode().split("END:VCALENDAR")
    stamp = dt.datetime.fromisoformat(f"{provenance.exported}T00:00:00+00:00")
    left_out: Counter[str] = Counter()
    rows = 0
    with contextlib.ExitStack() as stack:
        stream = stack.enter_context(write_whole(out)) if isinstance(out, Path) else out
        stream.write(opening)
        zones: set[int] = set()
        for chunk in chunks:
            told = {name: cells_of(chunk, name) for name in ("people", "place", "country", "sources")}
            told["commentary"] = cells_of(chunk, "commentary") if options.has_commentary else ()
            for at in range(len(chunk["id"])):
                reason = _unfit(chunk["earliest"][at], chunk["latest"][at])
                if reason:
                    left_out[reason] += 1
                    continue
                for offset in _offsets(chunk, at) - zones:
                    zones.add(offset)
                    stream.write(_zone(offset))
                entry = _entry(chunk, at, told, options, provenance)
                entry.add("dtstamp", stamp)
                stream.write(entry.to_ical().decode())
                rows += 1
        stream.write(f"END:VCALENDAR{ending}")
    return Written(rows, _told(left_out))


def _unfit(earliest: int, latest: int) -> str:
    """Why a calendar cannot show the event, one of _REASONS, or ""."""
    if earliest <= BEGINNING or latest >= FOREVER:
        return "open"
    first, last = earliest // SECONDS_PER_DAY, (latest - 1) // SECONDS_PER_DAY
    if first < _FIRST:
        return "early"
    # The entry ends on the day after its last, which must be a date too.
    if last >= _LAST:
        return "late"
    return "long" if last - first >= LONGEST else ""


def _entry(chunk: Chunk, at: int, told: dict[str, Any], options: TableOptions, provenance: Provenance) -> Any:
    import icalendar

    slug, start, end = chunk["id"][at], chunk["start"][at], chunk["end"][at]
    entry: Any = icalendar.Event()
    entry.add("uid", str(uuid.uuid5(_NAMESPACE, f"{provenance.collection or provenance.database}/{slug}")))
    entry.add("summary", _text(chunk["title"][at]))
    times = _times(start, end)
    if times is None:
        entry.add("dtstart", _date(chunk["earliest"][at] // SECONDS_PER_DAY))
        entry.add("dtend", _date((chunk["latest"][at] - 1) // SECONDS_PER_DAY + 1))
    else:
        for name, (time, offset) in zip(("dtstart", "dtend"), times, strict=True):
            entry.add(name, time, {"TZID": _zone_name(offset)} if offset else None)
    # Nobody is busy on the day of the Yalta conference.
    entry.add("transp", "TRANSPARENT")
    entry.add("categories", [_text(chunk["kind_label"][at]), _text(chunk["relationship_label"][at])])
    place, country = told["place"][at], told["country"][at]
    if place:
        entry.add("location", _text(place if country in place else f"{place}, {country}"))
    if chunk["latitude"][at] is not None and chunk["longitude"][at] is not None:
        entry.add("geo", (chunk["latitude"][at], chunk["longitude"][at]))
    parts = [chunk["summary"][at], told["people"][at]]
    if options.has_commentary:
        parts.append(told["commentary"][at])
    if options.has_notes:
        parts.append(chunk["note"][at])
    if told["sources"][at]:
        parts.append(translate("Export", "Sources: {sources}").format(sources=told["sources"][at]))
    date = f"{start}/{end}" if end else start
    parts.append(translate("Export", "Date (EDTF): {date}").format(date=date))
    parts.append(translate("Export", "Event: {id}").format(id=slug))
    entry.add("description", _text("\n\n".join(part for part in parts if part)))
    return entry


def _times(start: str, end: str | None) -> tuple[_Time, _Time] | None:
    """Both ends on their places' clocks, a moment as long as it is precise; None without times of day."""
    last = end or start
    if not all("T" in text and "/" not in text for text in (start, last)):
        return None
    first, until = parse(start).earliest, parse(last).earliest
    if offset_of(start) == offset_of(last) and until <= first:
        until = parse(last).latest
    return _time(first, offset_of(start)), _time(until, offset_of(last))


def _time(seconds: int, offset: int | None) -> _Time:
    # Without a zone the time floats: it is read on the clock of whoever looks.
    return dt.datetime(*civil_of(seconds), tzinfo=dt.UTC if offset == 0 else None), offset


def _offsets(chunk: Chunk, at: int) -> set[int]:
    times = _times(chunk["start"][at], chunk["end"][at]) or ()
    return {offset for _, offset in times if offset}


def _zone_name(offset: int) -> str:
    return f"UTC{_offset(offset)}"


def _offset(offset: int) -> str:
    hours, minutes = divmod(abs(offset) // 60, 60)
    return f"{'-' if offset < 0 else '+'}{hours:02}{minutes:02}"


def _zone(offset: int) -> str:
    """The time zone of a place of which nothing but the offset is known."""
    lines = (
        "BEGIN:VTIMEZONE",
        f"TZID:{_zone_name(offset)}",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        f"TZOFFSETFROM:{_offset(offset)}",
        f"TZOFFSETTO:{_offset(offset)}",
        f"TZNAME:{_zone_name(offset)}",
        "END:STANDARD",
        "END:VTIMEZONE",
    )
    return "".join(f"{line}\r\n" for line in lines)


def _date(day: int) -> dt.date:
    return dt.date.fromordinal(day + _EPOCH)


def _text(text: str) -> str:
    """The text without what no line of a calendar may hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("\ufffd", text)


def _line(text: str) -> str:
    """The same for what has no way to write a line end."""
    return _text(text).replace("\n", " ")


def _told(left_out: Counter[str]) -> str:
    if not left_out:
        return ""
    count = sum(left_out.values())
    why = ", ".join(
        translate("Export", said).format(n=grouped(left_out[key]))
        for key, said in _REASONS.items()
        if left_out[key]
    )
    said = (
        translate("Export", "{n} event does not fit into a calendar: {why}.")
        if count == 1
        else translate("Export", "{n} events do not fit into a calendar: {why}.")
    )
    return said.format(n=grouped(count), why=why)
