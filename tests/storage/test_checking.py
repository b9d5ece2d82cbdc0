"""Checking: a sound file has no finding; each kind of harm has one that names it."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from explorer import bundle
from explorer.storage.checking import TOLD, check
from tests.bad_files import BAD
from tests.builders import Given, build_database


def _harmed(file: Path, statement: str) -> list[tuple[str, str]]:
    with contextlib.closing(sqlite3.connect(file)) as writer:
        writer.execute("PRAGMA foreign_keys = OFF")
        writer.executescript(statement)
    return [(finding.severity, finding.sentence) for finding in check(file)]


def test_a_sound_file_has_no_finding(file: Path) -> None:
    assert check(file) == []


def test_the_bundled_database_is_sound() -> None:
    assert check(bundle.path("db", "diplomacy.db")) == []


def test_open_and_approximate_dates_are_sound(tmp_path: Path) -> None:
    dates = ["../1900", "2000/..", "198X", "2017~", "Y-13800000000", "2001-21", "[1667,1668]"]
    path = build_database(tmp_path / "d.db", [Given(f"e{n}", start=text) for n, text in enumerate(dates)])
    assert check(path) == []


@pytest.mark.parametrize("name", sorted(set(BAD) - {"older"}))
def test_a_file_that_cannot_be_opened_is_one_error(name: str, tmp_path: Path) -> None:
    make, said = BAD[name]
    make(tmp_path / "bad.db")
    (finding,) = check(tmp_path / "bad.db")
    assert finding.severity == "error"
    assert said in finding.sentence


@pytest.mark.parametrize(
    ("statement", "severity", "said"),
    [
        ("UPDATE events SET start_earliest = 0 WHERE id = 2", "error", "stored at another time"),
        ("UPDATE events SET start_precision = 'year' WHERE id = 2", "error", "another precision"),
        ("UPDATE events SET start_edtf = '16 July 2018' WHERE id = 2", "error", "a date that cannot be read"),
        ("UPDATE events SET slug = ' ' WHERE id = 2", "error", "blank or has blanks"),
        ("UPDATE events SET kind_id = 77 WHERE id = 2", "error", "refers to a row of kinds that"),
        ("DELETE FROM people WHERE id = 1", "error", "refers to a row of people that does not exist"),
        ("UPDATE events SET title = 'Another'", "error", "search index does not agree"),
        ("UPDATE properties SET value = 'x' WHERE name = 'first_event'", "warning", "“x”, does not exist"),
        ("INSERT INTO properties VALUES ('first_window', 'soon')", "warning", "cannot be read"),
        ("DROP INDEX events_by_start", "warning", "The index events_by_start is missing"),
        ("CREATE TABLE stray (x)", "warning", "The table stray is not part"),
        ("CREATE TRIGGER t AFTER DELETE ON kinds BEGIN SELECT 1; END", "warning", "trigger t is not part"),
        ("ALTER TABLE claims DROP COLUMN statement", "error", "The table claims lacks statement"),
        ("ALTER TABLE claims ADD COLUMN more TEXT", "warning", "claims is declared differently"),
    ],
)  # fmt: skip
def test_each_kind_of_harm_is_named(statement: str, severity: str, said: str, file: Path) -> None:
    findings = _harmed(file, statement)
    assert [(severity, True)] == [(found, True) for found, sentence in findings if said in sentence], findings


def test_an_event_that_the_search_index_misses_is_named(file: Path) -> None:
    harm = """
        CREATE TEMP TABLE added AS SELECT * FROM events WHERE id = 1;
        UPDATE added SET id = 99, slug = 'new';
        INSERT INTO events SELECT * FROM added;
    """
    findings = _harmed(file, harm)
    assert findings == [("error", "The search index misses 1 events and holds 0 that are gone.")]


def test_many_findings_of_a_kind_are_counted(tmp_path: Path) -> None:
    path = build_database(tmp_path / "m.db", [Given(f"e{n}") for n in range(30)])
    findings = _harmed(path, "UPDATE events SET end_latest = end_latest + 1")
    assert len(findings) == TOLD + 1
    assert findings[-1] == ("error", f"{30 - TOLD} more of this kind.")


def test_damaged_pages_are_found(tmp_path: Path) -> None:
    path = build_database(tmp_path / "d.db", [Given(f"e{n}", summary="x" * 500) for n in range(200)])
    size = path.stat().st_size
    with path.open("r+b") as stream:
        stream.seek(size // 2)
        stream.write(b"\xa5" * 8192)
    assert any(finding.severity == "error" for finding in check(path))


def test_checking_changes_nothing(file: Path) -> None:
    before = file.read_bytes()
    check(file)
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]
