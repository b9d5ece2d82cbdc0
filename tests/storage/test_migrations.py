"""Migrations: each raises the version by one, all or none, and only where it is asked for."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from explorer.domain.errors import DatabaseError
from explorer.storage.migrations import migrate, migrations
from explorer.storage.opening import SCHEMA_VERSION

SECOND = """-- A first step; with a semicolon.
ALTER TABLE people ADD COLUMN born TEXT;
UPDATE people SET born = 'a;b';
"""
THIRD = "CREATE TRIGGER t AFTER DELETE ON kinds BEGIN\n  SELECT 1;\n  SELECT 2;\nEND;"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0002_born.sql").write_text(SECOND, encoding="utf-8")
    (folder / "0003_trigger.sql").write_text(THIRD, encoding="utf-8")
    return folder


def _state(file: Path) -> tuple[int, list[str]]:
    with contextlib.closing(sqlite3.connect(file)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(people)")]
        return connection.execute("PRAGMA user_version").fetchone()[0], columns


def test_a_file_is_brought_to_the_version_asked_for(file: Path, folder: Path) -> None:
    assert migrate(file, folder, to=3) == 2
    version, columns = _state(file)
    assert version == 3
    assert "born" in columns
    assert migrate(file, folder, to=3) == 0


def test_when_one_fails_the_file_is_as_it_was(file: Path, folder: Path) -> None:
    before = file.read_bytes()
    (folder / "0003_trigger.sql").write_text("DROP TABLE nosuch;", encoding="utf-8")
    with pytest.raises(DatabaseError):
        migrate(file, folder, to=3)
    assert _state(file)[0] == 1
    assert file.read_bytes() == before


def test_a_reference_that_would_break_undoes_all(file: Path, folder: Path) -> None:
    (folder / "0003_trigger.sql").write_text("DELETE FROM people;", encoding="utf-8")
    with pytest.raises(DatabaseError, match="was left as it was"):
        migrate(file, folder, to=3)
    assert _state(file)[0] == 1


def test_a_gap_is_told(file: Path, folder: Path) -> None:
    (folder / "0002_born.sql").unlink()
    with pytest.raises(DatabaseError, match="cannot be brought from schema 1 to 2"):
        migrate(file, folder, to=3)


def test_a_name_out_of_line_is_our_mistake(folder: Path) -> None:
    (folder / "4_short.sql").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="NNNN_what"):
        migrations(folder)


def test_the_migrations_there_are_lead_to_the_present_version(file: Path) -> None:
    assert sorted(migrations()) == list(range(2, SCHEMA_VERSION + 1))
    assert migrate(file) == 0
