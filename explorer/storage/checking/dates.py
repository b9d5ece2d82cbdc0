"""Comparing the dates that a file writes in EDTF with the seconds that it stores for them."""

import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, TypeAlias

from explorer.domain.edtf import End, parse
from explorer.domain.errors import ExplorerError
from explorer.storage.checking.declared import Schema
from explorer.storage.checking.findings import SHOWN, Finding, error, one_line, shown, text_of
from explorer.storage.checking.guarded import name, scanned
from explorer.storage.checking.rows import row_named

#: Bytes of a date: a longer one is none.
LONGEST: Final = 4_096

_TEXTS: Final = ("slug", "start_edtf", "end_edtf")
_STORED: Final = (
    "start_earliest", "start_latest", "end_earliest", "end_latest",
    "start_precision", "end_precision", "start_qualifier", "end_qualifier",
)  # fmt: skip
_BOUNDS: Final = 4

_Ends: TypeAlias = tuple[int, int, int, int, bytes, bytes, bytes, bytes]


class _UnreadableError(Exception):
    """A date is no EDTF; the text is what is wrong with it."""


def dates(connection: sqlite3.Connection, present: Schema) -> Iterator[Finding]:
    """Events whose date cannot be read, or is stored as another; and names of events that no one can type."""
    table = present.tables.get("events")
    if table is None or not {column.name for column in table.columns}.issuperset((*_TEXTS, *_STORED)):
        return
    listed = ", ".join(map(name, (*_TEXTS, *_STORED)))
    for position, row in scanned(connection, f"SELECT {listed} FROM main.events NOT INDEXED"):
        if row is None:
            source = f"FROM main.events NOT INDEXED LIMIT 1 OFFSET {position}"
            named = row_named(connection, "events", present, source)
            yield error(f"The {named} is too long to be compared with its date.")
            continue
        slug, start, end, *stored = row
        if not isinstance(slug, bytes) or _is_blank(slug):
            yield error(f"An event has the identifier {shown(slug)}, which is blank or has blanks.")
        if not isinstance(start, bytes) or not isinstance(end, bytes | None):
            # Of another type: told where types are.
            continue
        told = f"The event {shown(slug)}"
        try:
            expected = _ends(start, end)
        except _UnreadableError as unreadable:
            yield error(f"{told} has a date that cannot be read: {unreadable}")
            continue
        if tuple(stored) == expected:
            continue
        written = shown(start if end is None else start + b"/" + end)
        if tuple(stored[:_BOUNDS]) != expected[:_BOUNDS]:
            at = next(at for at in range(_BOUNDS) if stored[at] != expected[at])
            seconds = f"{_STORED[at]} is {shown(stored[at])}, not {expected[at]}"
            yield error(f"{told} is stored at another time than its date {written}: {seconds}.")
        else:
            at = next(at for at in range(_BOUNDS, len(expected)) if stored[at] != expected[at])
            which = f"{_STORED[at]} is {shown(stored[at])}, not {shown(expected[at])}"
            yield error(f"{told} has another precision or qualifier than its date {written}: {which}.")


def document_dates(connection: sqlite3.Connection, present: Schema) -> Iterator[Finding]:
    """Documents whose date cannot be read."""
    table = present.tables.get("documents")
    if table is None or not {column.name for column in table.columns}.issuperset(("slug", "date_edtf")):
        return
    for _, row in scanned(connection, "SELECT slug, date_edtf FROM main.documents NOT INDEXED"):
        slug, date = row or (None, None)
        if isinstance(date, bytes) and (problem := problem_of(date)):
            yield error(f"The document {shown(slug)} has a date that cannot be read: {problem}")


def problem_of(date: bytes) -> str:
    """What is wrong with a date, "" for one that can be read."""
    try:
        _ends(date, None)
    except _UnreadableError as unreadable:
        return str(unreadable)
    return ""


def _is_blank(slug: bytes) -> bool:
    # Most begin and end with a letter of ASCII.
    if slug and b" " < slug[:1] < b"\x7f" and b" " < slug[-1:] < b"\x7f":
        return False
    text = text_of(slug)
    return not text.strip() or text != text.strip()


@lru_cache(maxsize=50_000)
def _ends(start_text: bytes, end_text: bytes | None) -> _Ends:
    """What the schema stores of the dates of an event."""
    try:
        if len(start_text) + len(end_text or b"") > LONGEST:
            raise _UnreadableError(f"{shown(start_text)} is too long for a date.")
        start, end = _dates(start_text.decode(), None if end_text is None else end_text.decode())
    except UnicodeDecodeError as unreadable:
        raise _UnreadableError("it is no UTF-8.") from unreadable
    except ExplorerError as unreadable:
        # It quotes the date, which may be long.
        is_long = len(start_text) > SHOWN or len(end_text or b"") > SHOWN
        raise _UnreadableError(
            f"{shown(start_text)} is no date in EDTF." if is_long else one_line(unreadable.what)
        ) from unreadable
    if end.latest <= start.earliest:
        raise _UnreadableError(f"{shown(start_text + b'/' + (end_text or b''))} ends before it starts.")
    return (
        start.earliest, start.latest, end.earliest, end.latest,
        start.precision.encode(), end.precision.encode(), start.qualifier.encode(), end.qualifier.encode(),
    )  # fmt: skip


def _dates(start_text: str, end_text: str | None) -> tuple[End, End]:
    if end_text is None:
        single = parse(start_text)
        return single.start, single.end
    # An open end is placed by the other one: only the interval says where.
    if "" in (start_text, end_text) or ".." in (start_text, end_text):
        whole = parse(f"{start_text}/{end_text}")
        return whole.start, whole.end
    return parse(start_text).start, parse(end_text).end
