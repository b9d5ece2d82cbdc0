"""Checking a database thoroughly, for `detente check`: every finding is a sentence, nothing is changed."""

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from explorer import bundle
from explorer.domain.edtf import End, parse
from explorer.domain.errors import DatabaseError, ExplorerError
from explorer.storage.opening import SCHEMA_VERSION, Database, open_database
from explorer.storage.telling import tell

#: How many findings of one kind are told one by one; more are only counted.
TOLD: Final = 5
CHUNK: Final = 10_000

#: Up to this size the full-text index is compared with the text it stands for, in a copy.
COPIED_BYTES: Final = 2**30

_UNINDEXED: Final = """
    SELECT (SELECT count(*) FROM (SELECT id FROM events EXCEPT SELECT id FROM event_text_docsize)),
           (SELECT count(*) FROM (SELECT id FROM event_text_docsize EXCEPT SELECT id FROM events))
"""

_Ends = tuple[int, int, int, int, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or odd: an "error" makes the file unsound, a "warning" does not."""

    severity: Literal["error", "warning"]
    sentence: str


def check(path: Path) -> list[Finding]:
    """Everything that is wrong with the file; an empty list when it is sound and ours.

    A file that cannot even be opened gives the one finding that says why. Never raises DatabaseError.
    """
    findings: list[Finding] = []
    try:
        database = open_database(path)
        with contextlib.closing(database.connect()) as connection:
            for step in (_integrity, _schema, _references, _events, _properties, _search):
                try:
                    findings += _shortened(list(step(database, connection)))
                except sqlite3.DatabaseError as error:
                    tell(error, path)
    except DatabaseError as error:
        findings.append(Finding("error", error.what))
    return list(dict.fromkeys(findings))


def _shortened(findings: list[Finding]) -> list[Finding]:
    """At most TOLD findings, the worst first, and one that counts the others."""
    findings = sorted(findings, key=lambda finding: finding.severity)
    if len(findings) <= TOLD:
        return findings
    return [
        *findings[:TOLD],
        Finding(findings[TOLD].severity, f"{len(findings) - TOLD:,} more of this kind."),
    ]


def _integrity(_: Database, connection: sqlite3.Connection) -> Iterator[Finding]:
    for (found,) in connection.execute("PRAGMA integrity_check"):
        if found != "ok":
            yield Finding("error", f"SQLite finds damage: {' '.join(found.split())}.")


def _schema(database: Database, connection: sqlite3.Connection) -> Iterator[Finding]:
    version = database.schema_version
    declared = "schema.sql" if version == SCHEMA_VERSION else f"schema-{version:04}.sql"
    with contextlib.closing(sqlite3.connect(":memory:")) as model:
        model.executescript(bundle.path("db", declared).read_text(encoding="utf-8"))
        expected, present = _declared(model), _declared(connection)
        for (kind, name), statement in expected.items():
            if (kind, name) not in present:
                # Without an index everything is right, only slower.
                severity = "warning" if kind == "index" else "error"
                yield Finding(severity, f"The {kind} {name} is missing.")
            elif kind == "table" and (lost := _columns(model, name) - _columns(connection, name)):
                yield Finding("error", f"The table {name} lacks {', '.join(sorted(lost))}.")
            elif present[kind, name] != statement:
                yield Finding("warning", f"The {kind} {name} is declared differently from this version.")
    for kind, name in present:
        if (kind, name) not in expected:
            yield Finding("warning", f"The {kind} {name} is not part of a Détente database.")


def _declared(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """What a schema declares, by kind and name; SQLite's own and the shadows of FTS5 are left out."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'"
        " AND name NOT LIKE 'event!_text!_%' ESCAPE '!' OR name = 'event_text_source'"
    )
    return {(kind, name): " ".join((statement or "").split()) for kind, name, statement in rows}


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}


def _references(_: Database, connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, row, parent, _number in connection.execute("PRAGMA foreign_key_check"):
        where = f"row {row} of {table}" if row is not None else f"a row of {table}"
        yield Finding("error", f"The {where} refers to a row of {parent} that does not exist.")


def _events(_: Database, connection: sqlite3.Connection) -> Iterator[Finding]:
    statement = (
        "SELECT slug, start_edtf, end_edtf, start_earliest, start_latest, end_earliest, end_latest,"
        " start_precision, end_precision, start_qualifier, end_qualifier FROM events ORDER BY id"
    )
    cursor = connection.execute(statement)
    while rows := cursor.fetchmany(CHUNK):
        for slug, start, end, *stored in rows:
            if not slug.strip() or slug != slug.strip():
                yield Finding("error", f"An event has the identifier “{slug}”, which is blank or has blanks.")
            try:
                expected = _ends(start, end)
            except ExplorerError as error:
                yield Finding("error", f"The event “{slug}” has a date that cannot be read: {error.what}")
                continue
            if tuple(stored[:4]) != expected[:4]:
                text = f"{start}/{end}" if end else start
                yield Finding("error", f"The event “{slug}” is stored at another time than its date {text}.")
            elif tuple(stored) != expected:
                yield Finding(
                    "error", f"The event “{slug}” has another precision or qualifier than its date."
                )


@lru_cache(maxsize=50_000)
def _ends(start_text: str, end_text: str | None) -> _Ends:
    """What the schema stores of the dates of an event. Raises EdtfError."""
    start, end = _dates(start_text, end_text)
    return (
        start.earliest, start.latest, end.earliest, end.latest,
        start.precision, end.precision, start.qualifier, end.qualifier,
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


def _properties(database: Database, connection: sqlite3.Connection) -> Iterator[Finding]:
    first = database.properties.get("first_event")
    known = connection.execute("SELECT 1 FROM events WHERE slug = ?", (first,)).fetchone()
    if first is not None and known is None:
        yield Finding("warning", f"The first event to show, “{first}”, does not exist.")
    window = database.properties.get("first_window")
    if window is not None:
        try:
            parse(window)
        except ExplorerError as error:
            yield Finding("warning", f"The first window to show cannot be read: {error.what}")


def _search(database: Database, connection: sqlite3.Connection) -> Iterator[Finding]:
    """The full-text index knows every event, and each by the text it has now."""
    lost, surplus = connection.execute(_UNINDEXED).fetchone()
    if lost or surplus:
        yield Finding(
            "error", f"The search index misses {lost:,} events and holds {surplus:,} that are gone."
        )
        return
    if database.path.stat().st_size > COPIED_BYTES:
        return
    # FTS5 checks itself by a command that counts as writing: it gets a temporary copy.
    with contextlib.closing(sqlite3.connect("", isolation_level=None)) as copy:
        copy.execute("PRAGMA trusted_schema = OFF")
        connection.backup(copy)
        try:
            copy.execute("INSERT INTO event_text (event_text, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            yield Finding("error", "The search index does not agree with the text of the events.")
