"""The tables of SQLAlchemy are those of the schema; exported rows are whole and in the order asked for."""

import contextlib
import sqlite3
from pathlib import Path

import numpy as np
import pytest
import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from explorer.domain.edtf import parse
from explorer.domain.errors import DatabaseError
from explorer.storage.connection import Cancelled
from explorer.storage.index import load_index
from explorer.storage.opening import open_database
from explorer.storage.tables import EXPORTED, METADATA, export_rows, ordered_ids
from tests.builders import Given, build_database


def test_the_tables_are_those_of_the_schema(file: Path) -> None:
    engine = sa.create_engine("sqlite://", creator=open_database(file).connect, poolclass=NullPool)
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
    assert set(row) == set(EXPORTED)
    assert row == {
        "label": "Helsinki",
        "start_latest": day.latest,
        "end_earliest": day.earliest,
        "kind_label": "SUMMIT",
        "relationship_label": "TRUMP–PUTIN",
        "country_code": "FI",
        "confidence": "high",
        "verification": "",
        "record_notes": ("The record says otherwise.",),
        "id": "helsinki",
        "title": "Helsinki summit",
        "start": "2018-07-16",
        "end": "",
        "earliest": day.earliest,
        "latest": day.latest,
        "precision": "day",
        "kind": "summit",
        "relationship": "Trump–Putin",
        "people": (
            ("Donald Trump", "President", "United States", 0),
            ("Vladimir Putin", "President", "Russia", 0),
        ),
        "place": "Presidential Palace, Helsinki",
        "country": "Finland",
        "latitude": 60.0,
        "longitude": 25.0,
        "basis": "named",
        "paragraphs": (4, 11),
        "claims": (("method", "evidence"), ("motive", "exception")),
        "commentary": (("column", "The column takes Helsinki as its example.", (4, 11)),),
        "summary": "They met alone; COVID-19 was far away.",
        "sources": ("Remarks of 16 July 2018", "A newspaper"),
        "importance": 5,
    }


def test_what_is_not_known_of_a_person_is_left_out(file: Path) -> None:
    (chunk,) = export_rows(open_database(file), [1])
    assert chunk["people"] == [
        (("Donald Trump", "President", "United States", 0), ("Recep Tayyip Erdoğan", "", "Turkey", 0))
    ]
    assert chunk["precision"] == ["month"]


def test_only_the_columns_asked_for_are_read(file: Path) -> None:
    for name in EXPORTED:
        (whole,) = export_rows(open_database(file), [1, 2, 3, 4, 5])
        (chunk,) = export_rows(open_database(file), [1, 2, 3, 4, 5], {name})
        assert chunk == {name: whole[name]}


def test_an_event_that_is_gone_is_left_out(file: Path) -> None:
    (chunk,) = export_rows(open_database(file), [5, 77, 2])
    assert chunk["id"] == ["same-day", "helsinki"]
    assert chunk["sources"] == [(), ("Remarks of 16 July 2018", "A newspaper")]
    assert [len(gone["id"]) for gone in export_rows(open_database(file), [77])] == [0]


def test_long_texts_make_short_chunks(tmp_path: Path) -> None:
    path = build_database(tmp_path / "long.db", (Given(f"e{n}", summary="x" * 20_000) for n in range(600)))
    chunks = list(export_rows(open_database(path), range(600, 0, -1), {"id", "summary"}))
    assert [slug for chunk in chunks for slug in chunk["id"]] == [f"e{n}" for n in range(599, -1, -1)]
    assert max(len(chunk["id"]) for chunk in chunks) == 200


def test_a_no_to_progress_ends_it(file: Path) -> None:
    told: list[tuple[int, int]] = []

    def report(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 4

    rows = export_rows(open_database(file), [5, 2, 4, 1, 3], {"id"}, 2, report)
    assert next(rows)["id"] == ["same-day", "helsinki"]
    assert next(rows)["id"] == ["war", "later-call"]
    with pytest.raises(Cancelled):
        next(rows)
    assert told == [(0, 5), (2, 5), (4, 5)]


@pytest.mark.parametrize(
    ("sorted_by", "slugs"),
    [
        ("date", "war helsinki same-day later-call osaka"),
        ("-date", "osaka later-call same-day helsinki war"),
        ("title", "later-call war helsinki osaka same-day"),
        ("-title", "same-day osaka helsinki war later-call"),
        ("-importance", "helsinki same-day later-call osaka war"),
    ],
)
def test_ids_in_the_order_of_a_column(sorted_by: str, slugs: str, file: Path) -> None:
    database = open_database(file)
    with contextlib.closing(database.connect()) as connection:
        index = load_index(connection)
    ids = ordered_ids(database, index, np.ones(len(index), np.bool_), sorted_by)
    (chunk,) = export_rows(database, ids, {"id"})
    assert chunk["id"] == slugs.split()
    with_place = np.isin(index.ids, [2, 3])
    (chunk,) = export_rows(database, ordered_ids(database, index, with_place, sorted_by), {"id"})
    assert chunk["id"] == [slug for slug in slugs.split() if slug in {"helsinki", "osaka"}]


def test_no_event_is_no_row(file: Path) -> None:
    assert list(export_rows(open_database(file), [])) == []


def test_damage_found_meanwhile_is_one_sentence(file: Path) -> None:
    with contextlib.closing(sqlite3.connect(file)) as writer:
        (root,) = writer.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'events'").fetchone()
        (size,) = writer.execute("PRAGMA page_size").fetchone()
    with file.open("r+b") as stream:
        stream.seek((root - 1) * size)
        stream.write(b"\xa5" * size)
    database = open_database(file)
    with pytest.raises(DatabaseError, match="is damaged"):
        list(export_rows(database, [2]))
