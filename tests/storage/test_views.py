"""Views kept in a database: whole or not at all, and only where there is a place for them."""

import contextlib
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from explorer import bundle
from explorer.domain.errors import DatabaseError
from explorer.domain.named_views import NamedView, NamedViews, removed, saved
from explorer.storage.connection import ChangedError, Connection
from explorer.storage.opening import open_database
from explorer.storage.views import change_views, is_writable, read_views
from tests.builders import Given, build_database

A, B = NamedView("Kim’s letters", '--person "Kim Jong Un"'), NamedView("All", "")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = build_database(tmp_path / "own.db", [Given("one")])
    with contextlib.closing(sqlite3.connect(made)) as connection:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS views"
            " (name TEXT PRIMARY KEY, view TEXT NOT NULL, position INTEGER NOT NULL) STRICT"
        )
    return made


def _read(path: Path) -> tuple[NamedViews, bool]:
    with contextlib.closing(open_database(path).connect()) as connection:
        return read_views(connection)


def test_views_are_kept_in_their_order(path: Path) -> None:
    assert _read(path) == ((), True)
    assert change_views(path, lambda views: saved(views, A)) == (A,)
    change_views(path, lambda views: saved(views, B, before=A.name))
    assert _read(path) == ((B, A), True)
    change_views(path, lambda views: removed(views, B.name))
    assert _read(path) == ((A,), True)


def test_a_change_that_fails_leaves_the_file_as_it_was(path: Path) -> None:
    change_views(path, lambda views: saved(views, A))
    with pytest.raises(DatabaseError):
        # The same name twice is what the table refuses.
        change_views(path, lambda views: (*views, B, B))
    assert _read(path) == ((A,), True)


def test_a_change_of_nothing_writes_nothing(path: Path) -> None:
    change_views(path, lambda views: saved(views, A))
    before = path.read_bytes()
    change_views(path, lambda views: saved(views, A))
    assert path.read_bytes() == before


def test_a_file_in_use_is_told(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseError, match="locked by another program"):
            change_views(path, lambda views: saved(views, A))


def test_a_database_without_the_table_has_none_and_takes_none(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE views")
        connection.execute("PRAGMA user_version = 1")
    assert _read(path) == ((), False)


def test_the_bundled_database_is_not_written_to() -> None:
    assert not is_writable(bundle.path("db", "diplomacy.db"))


def test_who_reads_while_this_program_writes_sees_no_change_of_another_s(path: Path) -> None:
    database = open_database(path)
    known = database.known
    assert known is not None
    with contextlib.closing(database.connect()) as connection:
        read_views(connection)
        with ThreadPoolExecutor(1) as pool:
            with known.being_written():
                # As `writing` does it, with all the time in the world between the commit and the note of it.
                with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as writer:
                    writer.execute("INSERT INTO views VALUES ('A', '', 0)")
                reading = pool.submit(_names, connection)
                with pytest.raises(TimeoutError):
                    reading.result(0.3)
                known.wrote()
            assert reading.result(60) == ["A"]
        # The same from another connection, which has not asked before.
        with contextlib.closing(database.connect()) as other:
            assert _names(other) == ["A"]
        # What another program writes is a change all the same.
        change_views(path, lambda views: saved(views, B))
        with pytest.raises(ChangedError):
            _names(connection)


def test_a_hundred_views_are_saved_while_others_read(path: Path) -> None:
    database = open_database(path)
    is_over = threading.Event()

    def read() -> int:
        asked = 0
        with contextlib.closing(database.connect()) as connection:
            while not is_over.is_set() or not asked:
                _names(connection)
                asked += 1
        return asked

    with ThreadPoolExecutor(2) as pool:
        readers = [pool.submit(read) for _ in range(2)]
        try:
            for number in range(100):
                view = NamedView(f"V{number % 7}", f"--search {number}")
                change_views(path, lambda views, view=view: saved(views, view), database.known)
        finally:
            is_over.set()
        assert all(reader.result(60) for reader in readers)


def _names(connection: Connection) -> list[str]:
    with connection.steady():
        return [view.name for view in read_views(connection)[0]]
