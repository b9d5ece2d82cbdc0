"""Migrations: each raises the version by one, all or none, and only where it is asked for."""

import contextlib
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from explorer.domain.blocks import blocks
from explorer.domain.errors import DatabaseError
from explorer.domain.filter import EventFilter
from explorer.domain.index import EventIndex
from explorer.storage.checking import check
from explorer.storage.index import load_index
from explorer.storage.migrations import migrate, migrations
from explorer.storage.opening import SCHEMA_VERSION, open_database
from explorer.storage.reading import read_event
from explorer.storage.search import search_rows
from tests.builders import build_database
from tests.storage.conftest import EVENTS

THIRD = """-- A first step; with a semicolon.
ALTER TABLE people ADD COLUMN born TEXT;
UPDATE people SET born = 'a;b';
"""
FOURTH = "CREATE TRIGGER t AFTER DELETE ON kinds BEGIN\n  SELECT 1;\n  SELECT 2;\nEND;"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0003_born.sql").write_text(THIRD, encoding="utf-8")
    (folder / "0004_trigger.sql").write_text(FOURTH, encoding="utf-8")
    return folder


def _state(file: Path) -> tuple[int, list[str]]:
    with contextlib.closing(sqlite3.connect(file)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(people)")]
        return connection.execute("PRAGMA user_version").fetchone()[0], columns


def test_a_file_is_brought_to_the_version_asked_for(file: Path, folder: Path) -> None:
    assert migrate(file, folder, to=4) == 2
    version, columns = _state(file)
    assert version == 4
    assert "born" in columns
    assert migrate(file, folder, to=4) == 0


def test_when_one_fails_the_file_is_as_it_was(file: Path, folder: Path) -> None:
    before = file.read_bytes()
    (folder / "0004_trigger.sql").write_text("DROP TABLE nosuch;", encoding="utf-8")
    with pytest.raises(DatabaseError):
        migrate(file, folder, to=4)
    assert _state(file)[0] == 2
    assert file.read_bytes() == before


def test_a_reference_that_would_break_undoes_all(file: Path, folder: Path) -> None:
    (folder / "0004_trigger.sql").write_text("DELETE FROM people;", encoding="utf-8")
    with pytest.raises(DatabaseError, match="was left as it was"):
        migrate(file, folder, to=4)
    assert _state(file)[0] == 2


def test_a_gap_is_told(file: Path, folder: Path) -> None:
    (folder / "0003_born.sql").unlink()
    with pytest.raises(DatabaseError, match="cannot be brought from schema 2 to 3"):
        migrate(file, folder, to=4)


def test_a_name_out_of_line_is_our_mistake(folder: Path) -> None:
    (folder / "4_short.sql").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="NNNN_what"):
        migrations(folder)


def test_the_migrations_there_are_lead_to_the_present_version(file: Path) -> None:
    assert sorted(migrations()) == list(range(2, SCHEMA_VERSION + 1))
    assert migrate(file) == 0


# From version 1 ------------------------------------------------------------------------------------


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A database of version 1 with EVENTS."""
    return build_database(tmp_path / "first.db", EVENTS, {"title": "Old"}, schema="schema-0001.sql")


def test_a_file_of_version_1_is_opened_and_searched_as_it_is(first: Path) -> None:
    before = first.read_bytes()
    database = open_database(first)
    assert database.schema_version == 1
    with contextlib.closing(database.connect()) as connection:
        index = load_index(connection)
        for text, found in (("helsinki", ["helsinki"]), ("newspaper", []), ("erdogan", ["later-call"])):
            mask = search_rows(connection, index, text)
            assert mask is not None
            assert [read_event(connection, event).slug for event in index.ids[mask].tolist()] == found, text
        assert index.match(EventFilter()).counts["source"]["A newspaper"] == 1
    assert check(first) == []
    assert first.read_bytes() == before


def test_version_1_becomes_what_is_declared_now(first: Path, tmp_path: Path) -> None:
    with contextlib.closing(open_database(first).connect()) as connection:
        before = [read_event(connection, number) for number in range(1, len(EVENTS) + 1)]
    assert migrate(first) == 1
    database = open_database(first)
    assert database.schema_version == 2
    assert check(first) == []
    fresh = build_database(tmp_path / "fresh.db", EVENTS, {"title": "Old"})
    with (
        contextlib.closing(database.connect()) as connection,
        contextlib.closing(open_database(fresh).connect()) as other,
    ):
        assert [read_event(connection, number) for number in range(1, len(EVENTS) + 1)] == before
        assert _declared(connection) == _declared(other)
        assert _differ(load_index(connection), load_index(other)) is None
        found = search_rows(connection, load_index(connection), "newspaper")
        assert found is not None
        assert found.sum() == 1
        assert connection.execute("SELECT count(*) FROM views").fetchone() == (0,)


def _declared(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {name: " ".join(statement.split()) for name, statement in rows}


def _differ(one: EventIndex, other: EventIndex) -> str | None:
    """The name of a column in which two indexes differ, None when they say the same."""
    if len(one) != len(other) or list(one.facets) != list(other.facets):
        return "events"
    for name in ("ids", "start", "end", "importance", "qualified", "offsets"):
        if not np.array_equal(getattr(one, name), getattr(other, name)):
            return name
    for first, last in blocks(len(one)):
        rows = slice(first, last)
        if not np.array_equal(one.start_latest(rows), other.start_latest(rows)):
            return "start_latest"
        if not np.array_equal(one.end_earliest(rows), other.end_earliest(rows)):
            return "end_earliest"
    for name, facet in one.facets.items():
        twin = other.facets[name]
        if (facet.slugs, facet.labels, facet.rows is None) != (twin.slugs, twin.labels, twin.rows is None):
            return name
        if not np.array_equal(facet.codes, twin.codes):
            return name
        if facet.rows is not None and twin.rows is not None and not np.array_equal(facet.rows, twin.rows):
            return name
    return None
