"""The tables as SQLAlchemy knows them, and the rows that exports write.

Imported by exports and by what edits, never on the way to the first drawn timeline. *Which* events an
export holds is decided by EventIndex.match (docs/decisions/0004): here they are only looked up by id.
"""

import contextlib
import json
import sqlite3
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from explorer.domain.index import Rows
from explorer.storage.opening import Cancelled, Database, tell

METADATA: Final = sa.MetaData()


def _table(name: str, *columns: sa.Column[Any]) -> sa.Table:
    return sa.Table(name, METADATA, *columns)


def _key(name: str, to: str = "") -> sa.Column[Any]:
    """A column of the primary key, which may refer to another table."""
    return sa.Column(name, sa.Integer, *([sa.ForeignKey(to)] if to else []), primary_key=True)


def _reference(name: str, to: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, sa.ForeignKey(to), nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _integer(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer, nullable=False)


properties = _table("properties", sa.Column("name", sa.Text, primary_key=True), _text("value"))
relationships = _table("relationships", _key("id"), _text("slug"), _text("label"), _integer("position"))
kinds = _table("kinds", _key("id"), _text("slug"), _text("label"), _text("shape"), _integer("position"))
places = _table(
    "places", _key("id"), _text("name"), _text("country_code"), _text("country"),
    sa.Column("latitude", sa.Float), sa.Column("longitude", sa.Float),
)  # fmt: skip
people = _table("people", _key("id"), _text("name"), _text("sort_name"), _integer("is_body"))
events = _table(
    "events",
    _key("id"),
    _text("slug"),
    _text("title"),
    _text("label", nullable=True),
    _reference("kind_id", "kinds.id"),
    _reference("relationship_id", "relationships.id"),
    _reference("place_id", "places.id", nullable=True),
    _text("start_edtf"),
    _text("end_edtf", nullable=True),
    _integer("start_earliest"),
    _integer("start_latest"),
    _integer("end_earliest"),
    _integer("end_latest"),
    _text("start_precision"),
    _text("end_precision"),
    _text("start_qualifier"),
    _text("end_qualifier"),
    _integer("importance"),
    _text("basis"),
    _text("summary"),
    _text("confidence"),
    _text("verification"),
)
event_coordinates = _table(
    "event_coordinates", _key("event_id", "events.id"),
    sa.Column("latitude", sa.Float, nullable=False), sa.Column("longitude", sa.Float, nullable=False),
)  # fmt: skip
participations = _table(
    "participations",
    _key("event_id", "events.id"),
    _key("position"),
    _reference("person_id", "people.id"),
    _text("office"),
    _text("country"),
)
sources = _table("sources", _key("id"), _text("citation"))
citations = _table(
    "citations", _key("event_id", "events.id"), _key("position"), _reference("source_id", "sources.id")
)
documents = _table(
    "documents", _key("id"), _text("slug"), _text("title"), _text("author"), _text("publisher"),
    _text("date_edtf"), _text("note"),
)  # fmt: skip
passages = _table(
    "passages", _key("id"), _reference("document_id", "documents.id"), _integer("number"), _text("summary")
)
passage_events = _table("passage_events", _key("passage_id", "passages.id"), _key("event_id", "events.id"))
commentary = _table(
    "commentary",
    _key("id"),
    _reference("event_id", "events.id"),
    _reference("document_id", "documents.id"),
    _text("text"),
)
commentary_passages = _table(
    "commentary_passages", _key("commentary_id", "commentary.id"), _key("passage_id", "passages.id")
)
record_notes = _table("record_notes", _key("id"), _reference("event_id", "events.id"), _text("text"))
claims = _table(
    "claims",
    _key("id"),
    _reference("document_id", "documents.id"),
    _text("slug"),
    _integer("position"),
    _text("label"),
    _text("statement"),
)
claim_passages = _table("claim_passages", _key("claim_id", "claims.id"), _key("passage_id", "passages.id"))
claim_events = _table(
    "claim_events",
    _key("claim_id", "claims.id"),
    _key("event_id", "events.id"),
    _text("role"),
    _reference("passage_id", "passages.id", nullable=True),
)
views = _table("views", sa.Column("name", sa.Text, primary_key=True), _text("view"), _integer("position"))

#: Rows in a chunk: enough to make the statement's own cost vanish, little enough to hold many times over.
CHUNK: Final = 5_000

#: The columns of export_rows, in this order. Bounds are seconds from 1970, half-open.
EXPORTED: Final = (
    "id", "title", "start", "end", "earliest", "latest", "precision", "kind", "relationship", "people",
    "place", "country", "latitude", "longitude", "basis", "paragraphs", "claims", "commentary", "summary",
    "sources", "importance",
)  # fmt: skip


def engine_of(database: Database) -> sa.Engine:
    """An engine whose connections are the database's own read-only ones."""
    return sa.create_engine("sqlite://", creator=database.connect, poolclass=NullPool)


def export_rows(
    database: Database,
    ids: Sequence[int] | Rows,
    chunk: int = CHUNK,
    progress: Callable[[int, int], bool] | None = None,
) -> Iterator[dict[str, list[Any]]]:
    """The events of these ids in this order, a chunk at a time, as lists by the names of EXPORTED.

    Read in one transaction; memory holds one chunk. `progress(done, total)` is asked before each, and may
    say False: then Cancelled is raised. People read "Name (office, country); …", paragraphs
    and claims "4;11", missing values None or "". Raises DatabaseError.
    """
    engine = engine_of(database)
    statement = export_statement()
    with _telling(database), engine.connect() as connection:
        # The driver is in autocommit mode; without this, each chunk would see a file of its own.
        connection.exec_driver_sql("BEGIN")
        for first in range(0, len(ids), chunk):
            if progress is not None and not progress(first, len(ids)):
                raise Cancelled
            wanted = json.dumps([int(event_id) for event_id in ids[first : first + chunk]])
            rows = connection.execute(statement, {"ids": wanted}).all()
            columns: list[Any] = list(zip(*rows, strict=True)) if rows else [() for _ in EXPORTED]
            yield {name: list(values) for name, values in zip(EXPORTED, columns, strict=True)}


@contextlib.contextmanager
def _telling(database: Database) -> Generator[None]:
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.DatabaseError) and not isinstance(
            error.orig, sqlite3.ProgrammingError
        ):
            tell(error.orig, database.path)
        raise


def export_statement() -> Any:
    """The query behind export_rows; its one parameter `ids` is a JSON array."""
    wanted = sa.func.json_each(sa.bindparam("ids")).table_valued("key", "value", name="wanted")
    e = events.c
    precision = sa.case(
        (e.start_precision == e.end_precision, e.start_precision),
        else_=e.start_precision + "/" + e.end_precision,
    )
    standing = (
        sa.select(people.c.name, participations.c.office, participations.c.country)
        .join_from(participations, people)
        .where(participations.c.event_id == e.id)
        .order_by(participations.c.position)
    )
    cited = (
        sa.select(sources.c.citation)
        .join_from(citations, sources)
        .where(citations.c.event_id == e.id)
        .order_by(citations.c.position)
    )
    numbered = (
        sa.select(passages.c.number)
        .distinct()
        .join_from(passage_events, passages)
        .where(passage_events.c.event_id == e.id)
        .order_by(passages.c.number)
    )
    served = (
        sa.select(claims.c.slug)
        .join_from(claim_events, claims)
        .where(claim_events.c.event_id == e.id)
        .order_by(claims.c.document_id, claims.c.position)
    )
    said = (
        sa.select(commentary.c.text).where(commentary.c.event_id == e.id).order_by(commentary.c.document_id)
    )
    return (
        sa.select(
            e.slug,
            e.title,
            e.start_edtf,
            sa.func.coalesce(e.end_edtf, ""),
            e.start_earliest,
            e.end_latest,
            precision,
            kinds.c.slug,
            relationships.c.slug,
            _joined(standing, "; ", _standing),
            places.c.name,
            places.c.country,
            sa.func.coalesce(event_coordinates.c.latitude, places.c.latitude),
            sa.func.coalesce(event_coordinates.c.longitude, places.c.longitude),
            e.basis,
            _joined(numbered, ";"),
            _joined(served, ";"),
            _joined(said, " "),
            e.summary,
            _joined(cited, "; "),
            e.importance,
        )
        .select_from(wanted)
        .join(events, e.id == wanted.c.value)
        .join(kinds, kinds.c.id == e.kind_id)
        .join(relationships, relationships.c.id == e.relationship_id)
        .outerjoin(places, places.c.id == e.place_id)
        .outerjoin(event_coordinates, event_coordinates.c.event_id == e.id)
        .order_by(wanted.c.key)
    )


def _standing(row: sa.Subquery) -> sa.ColumnElement[str]:
    """“Vladimir Putin (President, Russia)”, without what is not known."""
    office, country = row.c.office, row.c.country
    comma = sa.case((sa.and_(office != "", country != ""), ", "), else_="")
    inside = office + comma + country
    return row.c.name + sa.case((inside == "", ""), else_=" (" + inside + ")")


def _joined(values: Any, separator: str, said: Any = None) -> sa.ColumnElement[str]:
    """The rows of a select that depends on an event, joined in its order into one text."""
    row = values.correlate(events).subquery()
    text = said(row) if said else next(iter(row.c))
    joined = sa.select(sa.func.group_concat(text, separator)).select_from(row).scalar_subquery()
    return sa.func.coalesce(joined, "")
