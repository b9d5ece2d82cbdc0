"""The tables of SQLAlchemy are those of the schema; exported rows are whole and in the order asked for."""

import contextlib
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from explorer.domain.edtf import parse
from explorer.domain.errors import DatabaseError
from explorer.storage.opening import open_database
from explorer.storage.tables import EXPORTED, METADATA, engine_of, export_rows


def test_the_tables_are_those_of_the_schema(file: Path) -> None:
    engine = engine_of(open_database(file))
    inspector = sa.inspect(engine)
    present = {name for name in inspector.get_table_names() if not name.startswith("event_text")}
    # Numbers for drawing, not content: only storage/packed.py knows them.
    present.discard("packed_columns")
    assert present == set(METADATA.tables)
    for name, table in METADATA.tables.items():
        columns = {column["name"]: bool(column["nullable"]) for column in inspector.get_columns(name)}
        assert set(columns) == {column.name for column in table.columns}, name
        for column in table.columns:
            assert column.primary_key or columns[column.name] == column.nullable, (name, column.name)
        keys = {
            key["constrained_columns"][0]: key["referred_table"] for key in inspector.get_foreign_keys(name)
        }
        ours = {key.parent.name: key.column.table.name for key in table.foreign_keys}
        assert keys == ours, name
    engine.dispose()


def test_rows_come_in_the_order_asked_for_whatever_the_chunk(file: Path) -> None:
    database = open_database(file)
    order = [5, 2, 4, 1, 3]
    whole = list(export_rows(database, order))
    pieces = list(export_rows(database, order, chunk=2))
    assert [len(chunk["id"]) for chunk in pieces] == [2, 2, 1]
    assert len(whole) == 1
    for name in EXPORTED:
        assert whole[0][name] == [value for chunk in pieces for value in chunk[name]], name
    assert whole[0]["id"] == ["same-day", "helsinki", "war", "later-call", "osaka"]


def test_a_row_has_every_field(file: Path) -> None:
    (chunk,) = export_rows(open_database(file), [2])
    row = {name: values[0] for name, values in chunk.items()}
    day = parse("2018-07-16")
    assert row == {
        "id": "helsinki",
        "title": "Helsinki summit",
        "start": "2018-07-16",
        "end": "",
        "earliest": day.earliest,
        "latest": day.latest,
        "precision": "day",
        "kind": "summit",
        "relationship": "Trump–Putin",
        "people": "Donald Trump (President, United States); Vladimir Putin (President, Russia)",
        "place": "Presidential Palace, Helsinki",
        "country": "Finland",
        "latitude": 60.0,
        "longitude": 25.0,
        "basis": "named",
        "paragraphs": "4;11",
        "claims": "method;motive",
        "commentary": "The column takes Helsinki as its example.",
        "summary": "They met alone; COVID-19 was far away.",
        "sources": "Remarks of 16 July 2018; A newspaper",
        "importance": 5,
    }


def test_what_is_not_known_of_a_person_is_left_out(file: Path) -> None:
    (chunk,) = export_rows(open_database(file), [1])
    assert chunk["people"] == ["Donald Trump (President, United States); Recep Tayyip Erdoğan (Turkey)"]
    assert chunk["precision"] == ["month"]


def test_no_event_is_no_row(file: Path) -> None:
    assert list(export_rows(open_database(file), [])) == []


def test_damage_found_meanwhile_is_one_sentence(file: Path) -> None:
    database = open_database(file)
    with contextlib.closing(sqlite3.connect(file)) as writer:
        (root,) = writer.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'events'").fetchone()
        (size,) = writer.execute("PRAGMA page_size").fetchone()
    with file.open("r+b") as stream:
        stream.seek((root - 1) * size)
        stream.write(b"\xa5" * size)
    with pytest.raises(DatabaseError, match="is damaged"):
        list(export_rows(database, [2]))
