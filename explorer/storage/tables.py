"""The tables as SQLAlchemy knows them, and the rows that exports write.

Imported by exports and by what edits, never on the way to the first drawn timeline. *Which* events an
export holds is decided by EventIndex.match (docs/decisions/0004): here they are only looked up by id.
"""

import contextlib
import functools
import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import numpy as np
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from explorer.domain.facet import Bools
from explorer.domain.index import EventIndex, Rows
from explorer.domain.order import base_of, in_order, in_time
from explorer.storage.connection import LONGEST_VALUE, Cancelled, Connection, room_for
from explorer.storage.opening import Database
from explorer.storage.reading import ids_by_title
from explorer.storage.telling import is_of_value, numbers_in, told, typed

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

#: Rows in a chunk: enough to make the statements' own cost vanish, little enough to hold many times over.
CHUNK: Final = 4_000

#: A chunk ends early when its summaries have so many letters; rows are fetched few at a time to see that.
_LETTERS: Final = 2_000_000
_FETCHED: Final = 100

_e: Final = events.c

#: One value at each event. Bounds are seconds from 1970, half-open.
VALUES: Final[Mapping[str, sa.ColumnElement[Any]]] = {
    "id": _e.slug,
    "title": _e.title,
    "label": _e.label,
    "start": _e.start_edtf,
    "end": sa.func.coalesce(_e.end_edtf, sa.literal_column("''")),
    "earliest": _e.start_earliest,
    "start_latest": _e.start_latest,
    "end_earliest": _e.end_earliest,
    "latest": _e.end_latest,
    "precision": sa.case(
        (_e.start_precision == _e.end_precision, _e.start_precision),
        else_=_e.start_precision + sa.literal_column("'/'") + _e.end_precision,
    ),
    "kind": kinds.c.slug,
    "kind_label": kinds.c.label,
    "relationship": relationships.c.slug,
    "relationship_label": relationships.c.label,
    "place": places.c.name,
    "country": places.c.country,
    "country_code": places.c.country_code,
    "latitude": sa.func.coalesce(event_coordinates.c.latitude, places.c.latitude),
    "longitude": sa.func.coalesce(event_coordinates.c.longitude, places.c.longitude),
    "basis": _e.basis,
    "importance": _e.importance,
    "summary": _e.summary,
    "confidence": _e.confidence,
    "verification": _e.verification,
}

#: Any number of values at each event, a tuple each: the event, the values, where they are, their order.
LISTS: Final[Mapping[str, tuple[sa.Column[int], Sequence[Any], Any, Sequence[Any]]]] = {
    "people": (
        participations.c.event_id,
        (people.c.name, participations.c.office, participations.c.country, people.c.is_body),
        participations.join(people),
        (participations.c.position,),
    ),
    "paragraphs": (
        passage_events.c.event_id,
        (passages.c.number,),
        passage_events.join(passages),
        (passages.c.document_id, passages.c.number),
    ),
    "claims": (
        claim_events.c.event_id,
        (claims.c.slug, claim_events.c.role),
        claim_events.join(claims, claims.c.id == claim_events.c.claim_id),
        (claims.c.document_id, claims.c.position),
    ),
    "commentary": (
        commentary.c.event_id,
        (
            documents.c.slug,
            commentary.c.text,
            sa.select(sa.func.json_group_array(passages.c.number))
            .select_from(commentary_passages.join(passages))
            .where(commentary_passages.c.commentary_id == commentary.c.id)
            .scalar_subquery(),
        ),
        commentary.join(documents),
        (commentary.c.document_id,),
    ),
    "record_notes": (record_notes.c.event_id, (record_notes.c.text,), record_notes, (record_notes.c.id,)),
    "sources": (
        citations.c.event_id,
        (sources.c.citation,),
        citations.join(sources),
        (citations.c.position,),
    ),
}

#: The types of values that are no texts which may be missing; and of those of a list, behind the event.
_TYPES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("earliest", "start_latest", "end_earliest", "latest", "importance"), "I"),
    **dict.fromkeys(("latitude", "longitude"), "R"),
}
_LIST_TYPES: Final[Mapping[str, str]] = {
    "people": "ittti", "paragraphs": "ii", "claims": "itt", "commentary": "ittj", "record_notes": "it",
    "sources": "it",
}  # fmt: skip

#: The columns of export_rows.
EXPORTED: Final = (*VALUES, *LISTS)


def ordered_ids(
    database: Database,
    index: EventIndex,
    mask: Bools,
    sorted_by: str = "date",
    progress: Callable[[int, int], bool] | None = None,
) -> Rows:
    """The ids of the masked events in the order of a column of the table, one of SORTABLE or "-" and one.

    Titles are sorted by the database; `progress(done, total)` is asked meanwhile, and its False raises
    Cancelled. Raises DatabaseError.
    """
    if base_of(sorted_by) == "title":
        with contextlib.closing(database.connect()) as connection:
            ids = ids_by_title(connection, len(index), progress or (lambda _, __: True))
        return index.ids[in_order(index, mask, sorted_by, index.rows_of(ids))]
    rows = in_time(index, np.flatnonzero(mask))
    # All rows in order of time would take a large database seconds, for few matches.
    return index.ids[in_order(index, mask, sorted_by, rows)]


def export_rows(
    database: Database,
    ids: Sequence[int] | Rows,
    names: Collection[str] = EXPORTED,
    chunk: int = CHUNK,
    progress: Callable[[int, int], bool] | None = None,
) -> Iterator[dict[str, list[Any]]]:
    """The events of these ids in this order, a chunk at a time, as lists by name: `names` are of EXPORTED.

    Read in one transaction; memory holds one chunk, and a chunk of long texts is short. Before each,
    `progress(done, total)` is asked, and may say False: then Cancelled is raised. At each event

    - people are (name, office, country, is_body), claims (slug, role), commentary (document, text,
      paragraphs), record notes, paragraphs and sources as they are: a tuple of each;
    - missing values are None, a missing end is "".

    Raises DatabaseError.
    """
    values = [name for name in VALUES if name in names]
    lists = [name for name in LISTS if name in names]
    # One transaction for all: without it, each chunk would see a file of its own.
    with (
        contextlib.closing(database.connect()) as connection,
        told(database.path, connection),
        connection.steady(),
        # What is shown is cut, what is exported is whole.
        room_for(connection, LONGEST_VALUE),
    ):
        for first in range(0, len(ids), chunk):
            if progress is not None and not progress(first, len(ids)):
                raise Cancelled
            connection.begin_question()
            last, taken = min(first + chunk, len(ids)), 0
            try:
                for size, found in _chunk(connection, ids[first:last], values, lists):
                    yield found
                    taken += size
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                if not is_of_value(error) or connection.is_mended or connection.reopen is None:
                    raise
            else:
                continue
            with contextlib.closing(connection.reopen()) as mended, mended.steady():
                for _, found in _chunk(mended, ids[first + taken : last], values, lists):
                    yield found


def _chunk(
    connection: Connection, ids: Sequence[int] | Rows, values: list[str], lists: list[str]
) -> Iterator[tuple[int, dict[str, list[Any]]]]:
    """What is known of some events in one or more parts, and how many of the ids each part is about.

    Raises sqlite3.DatabaseError.
    """
    wanted = _json(ids)
    types = "I" + "".join(_TYPES.get(name, "T") for name in values)
    for rows in _pieces(connection.execute(values_statement(tuple(values)), (wanted,)), values):
        # The database may have lost an event since its ids were read.
        there = [row for row in typed(rows, types, LONGEST_VALUE) if row[0] is not None]
        keys, *columns = map(list, zip(*there, strict=True)) if there else ([], *([] for _ in values))
        found: dict[str, list[Any]] = dict(zip(values, columns, strict=True))
        if len(keys) < len(ids):
            wanted = _json(keys)
        for name in lists:
            known = _lists(connection, name, wanted)
            found[name] = [known.get(key, ()) for key in keys] if known else [()] * len(keys)
        yield len(rows), found


def _pieces(cursor: sqlite3.Cursor, values: Sequence[str]) -> Iterator[list[tuple[Any, ...]]]:
    """All rows of a cursor, in lists that are cut where summaries are long."""
    at = values.index("summary") + 1 if "summary" in values else None
    rows: list[tuple[Any, ...]] = []
    letters = 0
    while fetched := cursor.fetchmany(_FETCHED):
        rows += fetched
        letters += sum(len(row[at] or "") for row in fetched) if at is not None else 0
        if letters > _LETTERS:
            yield rows
            rows, letters = [], 0
    if rows:
        yield rows


def _lists(connection: sqlite3.Connection, name: str, wanted: str) -> dict[int, tuple[Any, ...]]:
    """The values of a list by event, without the events that have none; `wanted` are their ids as JSON."""
    rows: Iterable[tuple[Any, ...]] = typed(
        connection.execute(list_statement(name), (wanted,)), _LIST_TYPES[name], LONGEST_VALUE
    )
    if name == "commentary":
        rows = ((*row[:3], tuple(sorted(numbers_in(row[3])))) for row in rows)
    grouped = groupby(rows, itemgetter(0))
    if name == "paragraphs":
        # Several documents may be numbered alike.
        return {event: tuple(dict.fromkeys(row[1] for row in group)) for event, group in grouped}
    if name in {"record_notes", "sources"}:
        return {event: tuple(row[1] for row in group) for event, group in grouped}
    return {event: tuple(row[1:] for row in group) for event, group in grouped}


def _json(ids: Sequence[int] | Rows) -> str:
    return json.dumps(ids.tolist() if isinstance(ids, np.ndarray) else list(ids))


def _wanted() -> Any:
    """The ids that a statement is about: its one parameter is a JSON array."""
    return sa.func.json_each(sa.bindparam("ids")).table_valued("key", "value", name="wanted")


@functools.cache
def values_statement(values: Sequence[str]) -> str:
    """The query for the values of some events, in the order of their ids; the id itself comes first."""
    wanted = _wanted()
    # Outer joins throughout: the ids are then the outer loop, and rows come in their order without sorting.
    tables = wanted.outerjoin(events, _e.id == wanted.c.value)
    if any(name.startswith("kind") for name in values):
        tables = tables.outerjoin(kinds, kinds.c.id == _e.kind_id)
    if any(name.startswith("relationship") for name in values):
        tables = tables.outerjoin(relationships, relationships.c.id == _e.relationship_id)
    if not {"place", "country", "country_code", "latitude", "longitude"}.isdisjoint(values):
        tables = tables.outerjoin(places, places.c.id == _e.place_id)
    if not {"latitude", "longitude"}.isdisjoint(values):
        tables = tables.outerjoin(event_coordinates, event_coordinates.c.event_id == _e.id)
    return _sql(sa.select(_e.id, *(VALUES[name] for name in values)).select_from(tables))


@functools.cache
def list_statement(name: str) -> str:
    """The query for one of LISTS: the event's id, then what is known, each event's rows together."""
    event, values, tables, order = LISTS[name]
    return _sql(
        sa.select(event, *values)
        .select_from(tables)
        .where(event.in_(sa.select(_wanted().c.value)))
        .order_by(event, *order)
    )


def _sql(statement: sa.Select[Any]) -> str:
    return str(statement.compile(dialect=sqlite.dialect()))
