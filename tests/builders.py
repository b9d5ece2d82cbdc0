"""Small real databases for tests: `build_database(path, [Given("a-slug", start="2018-07-16"), …])`."""

import contextlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from explorer import bundle
from explorer.domain.edtf import parse


def _no_claims() -> Mapping[str, str]:
    return {}


@dataclass(frozen=True)
class Given:
    """An event to put into a database; `people` are (name, office, country), `claims` role by slug."""

    slug: str
    title: str = "An event"
    start: str = "2018-07-16"
    end: str | None = None
    label: str | None = None
    kind: str = "meeting"
    relationship: str = "Ann–Bob"
    place: str | None = None
    country: tuple[str, str] = ("FI", "Finland")
    people: Sequence[tuple[str, str, str]] = ()
    importance: int = 3
    basis: str = "context"
    summary: str = ""
    sources: Sequence[str] = ()
    paragraphs: Sequence[int] = ()
    commentary: str = ""
    note: str = ""
    claims: Mapping[str, str] = field(default_factory=_no_claims)


def build_database(
    path: Path,
    events: Iterable[Given] = (),
    properties: Mapping[str, str] | None = None,
    schema: str = "schema.sql",
) -> Path:
    """A database with these events, ids from 1 in their order, and the values they name in that order too."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(bundle.path("db", schema).read_text(encoding="utf-8"))
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO properties VALUES (?, ?)", (properties or {}).items())
        for number, event in enumerate(events, start=1):
            _insert(connection, number, event)
        connection.execute("INSERT INTO event_text (event_text) VALUES ('rebuild')")
        connection.execute("COMMIT")
    return path


def _insert(connection: sqlite3.Connection, number: int, event: Given) -> None:
    start, end = parse(event.start), parse(event.end or event.start)
    connection.execute(
        "INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'high','')",
        (
            number,
            event.slug,
            event.title,
            event.label,
            _ranked(connection, "kinds", event.kind),
            _ranked(connection, "relationships", event.relationship),
            event.place and _value(connection, "places", event.place, *event.country, 60.0, 25.0),
            event.start,
            event.end,
            start.start.earliest,
            start.start.latest,
            end.end.earliest,
            end.end.latest,
            start.start.precision,
            end.end.precision,
            start.start.qualifier,
            end.end.qualifier,
            event.importance,
            event.basis,
            event.summary,
        ),
    )
    for position, (name, office, country) in enumerate(event.people):
        person = _value(connection, "people", name, name, 0)
        connection.execute(
            "INSERT INTO participations VALUES (?, ?, ?, ?, ?)", (number, position, person, office, country)
        )
    for position, citation in enumerate(event.sources):
        source = _value(connection, "sources", citation)
        connection.execute("INSERT INTO citations VALUES (?, ?, ?)", (number, position, source))
    if event.note:
        connection.execute("INSERT INTO record_notes (event_id, text) VALUES (?, ?)", (number, event.note))
    if event.paragraphs or event.commentary or event.claims:
        _insert_reading(connection, number, event)


def _insert_reading(connection: sqlite3.Connection, number: int, event: Given) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO documents VALUES (1, 'column', 'A column', 'An author', 'Paper', '2020', '')"
    )
    if event.commentary:
        connection.execute("INSERT INTO commentary VALUES (?1, ?1, 1, ?2)", (number, event.commentary))
    for paragraph in event.paragraphs:
        connection.execute(
            "INSERT OR IGNORE INTO passages VALUES (?1, 1, ?1, 'Paragraph ' || ?1)", (paragraph,)
        )
        connection.execute("INSERT INTO passage_events VALUES (?, ?)", (paragraph, number))
        if event.commentary:
            connection.execute("INSERT INTO commentary_passages VALUES (?, ?)", (number, paragraph))
    for slug, role in event.claims.items():
        connection.execute(
            "INSERT OR IGNORE INTO claims (document_id, slug, position, label, statement)"
            " VALUES (1, ?1, 1 + (SELECT count(*) FROM claims), upper(?1), 'That ' || ?1)",
            (slug,),
        )
        claim = connection.execute("SELECT id FROM claims WHERE slug = ?", (slug,)).fetchone()[0]
        passage = event.paragraphs[0] if event.paragraphs else None
        connection.execute("INSERT INTO claim_events VALUES (?, ?, ?, ?)", (claim, number, role, passage))
        if passage is not None:
            connection.execute("INSERT OR IGNORE INTO claim_passages VALUES (?, ?)", (claim, passage))


def _ranked(connection: sqlite3.Connection, table: str, slug: str) -> int:
    """The id of a kind or relationship, made the next in order if it is new; its label is in capitals."""
    count: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    shape = ("circle",) if table == "kinds" else ()
    values = (count + 1, slug, slug.upper(), *shape, count)
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", values)
    return connection.execute(f"SELECT id FROM {table} WHERE slug = ?", (slug,)).fetchone()[0]


def _value(connection: sqlite3.Connection, table: str, *values: str | float) -> int:
    """The id of a place, person or source, made if it is new; the first value is what makes it unique."""
    marks = ", ".join("?" * (len(values) + 1))
    connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", (None, *values))
    column = "citation" if table == "sources" else "name"
    return connection.execute(f"SELECT id FROM {table} WHERE {column} = ?", (values[0],)).fetchone()[0]
