"""Views kept in a database: whole or not at all, and only where there is a place for them."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from explorer import bundle
from explorer.domain.errors import DatabaseError
from explorer.domain.named_views import NamedView, NamedViews, removed, saved
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
