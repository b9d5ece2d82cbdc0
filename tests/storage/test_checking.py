"""Checking: a sound file has no finding; each kind of harm has one that names it."""

import contextlib
import sqlite3
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from explorer import bundle
from explorer.domain.errors import DatabaseError
from explorer.storage.checking import TOLD, check, opened
from explorer.storage.checking.declared import expected
from explorer.storage.checking.guarded import LONGEST
from explorer.storage.checking.rows import breaches
from explorer.storage.connection import LONGEST_VALUE
from explorer.storage.opening import SCHEMA_VERSION
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
        ("UPDATE documents SET date_edtf = 'soon'", "error", "“column” has a date that cannot be read"),
        ("DROP INDEX events_by_start", "warning", "The index events_by_start is missing"),
        ("CREATE TABLE stray (x)", "warning", "The table stray is not part"),
        ("CREATE TRIGGER t AFTER DELETE ON kinds BEGIN SELECT 1; END", "error", "trigger t is not part"),
        ("CREATE VIEW v AS SELECT 1", "error", "view v is not part"),
        ("DROP TRIGGER kinds_deleted_unpack", "error", "trigger kinds_deleted_unpack is missing"),
        ("ALTER TABLE claims DROP COLUMN statement", "error", "The table claims lacks statement"),
        ("ALTER TABLE claims ADD COLUMN more TEXT", "warning", "claims is declared differently"),
    ],
)  # fmt: skip
def test_each_kind_of_harm_is_named(statement: str, severity: str, said: str, file: Path) -> None:
    findings = _harmed(file, statement)
    assert {severity} == {found for found, sentence in findings if said in sentence}, findings


#: Of each kind of rule, what breaks it with the constraints off, and what must be said.
BREACHES = {
    "a number beyond its CHECK": (
        "UPDATE events SET importance = 300 WHERE id = 2",
        "The event “helsinki” has 300 as its importance, against the rule importance BETWEEN 1 AND 5.",
    ),
    "a text beyond its CHECK": (
        "UPDATE events SET basis = 'zzz' WHERE id = 2",
        "The event “helsinki” has “zzz” as its basis, against the rule basis IN ('named', ",
    ),
    "bounds the wrong way round": (
        "UPDATE events SET start_latest = start_earliest WHERE id = 2",
        "against the rule start_earliest < start_latest.",
    ),
    "a CHECK of another table": (
        "UPDATE places SET country_code = 'FIN' WHERE name LIKE '%Helsinki'",
        "The place “Presidential Palace, Helsinki” has “FIN” as its country_code",
    ),
    "an end before the start": (
        "UPDATE events SET end_edtf = '1900' WHERE id = 2",
        "The event “helsinki” has a date that cannot be read: “2018-07-16/1900” ends before it starts.",
    ),
    "bounds at the end of 64 bits": (
        "UPDATE events SET end_latest = 9223372036854775807 WHERE id = 2",
        "The event “helsinki” is stored at another time than its date “2018-07-16”:"
        " end_latest is 9223372036854775807, not 1531785600.",
    ),
    "an id at the end of 64 bits": (
        "UPDATE places SET id = 9223372036854775807 WHERE name = 'Osaka'",
        "The place “Osaka” has 9223372036854775807 as its id, which is too large a number.",
    ),
    "a reference from a row that has no name": (
        "UPDATE participations SET person_id = 77 WHERE event_id = 2 AND position = 0",
        "The row of participations of the event “helsinki” has 77 as its person_id, which refers to a row of",
    ),
    "a row of no event": (
        "UPDATE record_notes SET event_id = 77",
        "The row of record_notes of the event number 77 has 77 as its event_id, which refers to a row of",
    ),
    "a text that is no UTF-8": (
        "UPDATE relationships SET slug = CAST(x'41FF42' AS TEXT) WHERE id = 1",
        "The relationship “A�B” has “A�B” as its slug, which is no text in UTF-8.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BREACHES)
def test_a_row_that_breaks_a_rule_is_named_with_its_value(name: str, file: Path) -> None:
    statement, said = BREACHES[name]
    findings = _harmed(file, f"PRAGMA ignore_check_constraints = ON; {statement}")
    assert any(said in sentence and severity == "error" for severity, sentence in findings), findings


#: A table of the file that no longer has the constraints of ours, a change to it, and what must be said.
LOOSENED = {
    "a blob for a text": (
        "people", "UPDATE people SET name = x'00FF41' WHERE id = 2",
        "The person number 2 has “��A” as its name, which is no text.",
    ),
    "an integer for a text": (
        "kinds", "UPDATE kinds SET label = 5 WHERE slug = 'summit'",
        "The kind “summit” has 5 as its label, which is no text.",
    ),
    "a text for a number": (
        "events", "UPDATE events SET importance = 'much' WHERE id = 2",
        "The event “helsinki” has “much” as its importance, which is no integer.",
    ),
    "a fraction for a bound": (
        "events", "UPDATE events SET end_latest = 0.5 WHERE id = 2",
        "The event “helsinki” has 0.5 as its end_latest, which is no integer.",
    ),
    "nothing for a title": (
        "events", "UPDATE events SET title = NULL WHERE id = 2",
        "The event “helsinki” has no title: it is NULL.",
    ),
    "nothing for a slug": (
        "events", "UPDATE events SET slug = NULL WHERE id = 2",
        "The event number 2 has no slug: it is NULL.",
    ),
    "a blob for a date": (
        "events", "UPDATE events SET start_edtf = x'00' WHERE id = 2",
        "The event “helsinki” has “�” as its start_edtf, which is no text.",
    ),
    "a slug twice": (
        "kinds", "UPDATE kinds SET slug = 'summit'",
        "Several rows of kinds have the same slug: “summit”.",
    ),
    "no STRICT": ("kinds", "", "is not STRICT"),
    "no CHECK": ("events", "", "of its CHECKs, as of start_qualifier IN"),
    "no uniqueness": ("kinds", "", "does not keep unique slug, position"),
    "no reference": ("events", "", "has no reference by "),
}  # fmt: skip


@pytest.mark.parametrize("name", LOOSENED)
def test_what_a_file_lets_into_its_tables_is_judged_by_our_rules(name: str, file: Path) -> None:
    table, change, said = LOOSENED[name]
    with contextlib.closing(sqlite3.connect(file)) as writer:
        columns = ", ".join(row[1] for row in writer.execute(f"PRAGMA table_info({table})"))
        columns = columns.replace("id,", "id INTEGER PRIMARY KEY,", 1)
        writer.executescript(f"""
            PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON; BEGIN;
            CREATE TABLE loose ({columns}); INSERT INTO loose SELECT * FROM {table};
            DROP TABLE {table}; ALTER TABLE loose RENAME TO {table}; {change}; COMMIT;
        """)
    findings = [(finding.severity, finding.sentence) for finding in check(file)]
    assert any(said in sentence and severity == "error" for severity, sentence in findings), findings


def test_what_is_missing_is_found_where_the_file_says_that_it_cannot_be(file: Path) -> None:
    optional = "title           TEXT"
    required = f"{optional} NOT NULL"
    declare = (
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '{}', '{}')"
        " WHERE name = 'events'; PRAGMA schema_version = 1000;"
    )
    for harm in (
        declare.format(required, optional),
        "UPDATE events SET title = NULL WHERE id = 2",
        declare.format(optional, required),
    ):
        with contextlib.closing(sqlite3.connect(file)) as writer:
            writer.executescript(harm)
    findings = [finding.sentence for finding in check(file)]
    assert "The event “helsinki” has no title: it is NULL." in findings
    assert not any("declare" in sentence for sentence in findings)


def test_a_view_in_the_place_of_a_table_is_an_error(file: Path) -> None:
    harm = """
        PRAGMA legacy_alter_table = ON; ALTER TABLE record_notes RENAME TO former;
        CREATE VIEW record_notes AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r)
            SELECT n AS id, 1 AS event_id, 'x' AS text FROM r;
    """
    assert any(severity == "error" and "record_notes" in said for severity, said in _harmed(file, harm))


def test_a_virtual_table_in_the_place_of_a_table_is_an_error(file: Path) -> None:
    harm = "DROP TABLE record_notes; CREATE VIRTUAL TABLE record_notes USING fts5 (id, event_id, text)"
    assert any(severity == "error" and "record_notes" in said for severity, said in _harmed(file, harm))


def test_how_a_statement_is_laid_out_makes_no_difference(file: Path) -> None:
    harm = """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(replace(sql, char(10), char(13, 10)), '  ', ' ')
            WHERE name = 'events';
    """
    assert _harmed(file, harm) == []


def test_texts_of_another_encoding_are_an_error(tmp_path: Path) -> None:
    path = tmp_path / "u.db"
    with contextlib.closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA encoding = 'UTF-16le'")
        writer.executescript(bundle.path("db", "schema.sql").read_text(encoding="utf-8"))
    assert any("UTF-16le" in finding.sentence and finding.severity == "error" for finding in check(path))


def test_a_sentence_is_one_line_and_shows_little_of_a_long_value(file: Path) -> None:
    basis = "\x1b]0;owned\x07\n\x9b31m" + "long " * 100_000
    with contextlib.closing(sqlite3.connect(file)) as writer:
        writer.execute("PRAGMA ignore_check_constraints = ON")
        writer.execute(
            "UPDATE events SET basis = ?1, slug = ?1, title = ?1, start_edtf = ?1 WHERE id = 2", (basis,)
        )
        writer.commit()
    findings = check(file)
    assert findings
    for finding in findings:
        assert finding.sentence.isprintable(), finding
        assert "long " * 17 not in finding.sentence


def test_control_characters_are_no_fault(file: Path) -> None:
    assert _harmed(file, "UPDATE properties SET value = char(27, 0, 7) || 'x' WHERE name = 'title'") == []


def test_a_text_that_is_cut_when_shown_is_a_warning(file: Path) -> None:
    for table, column, named in (("properties", "value", "The property “title” has a value"),
                                 ("kinds", "label", "The kind “summit” has a label")):  # fmt: skip
        where = "name = 'title'" if table == "properties" else "slug = 'summit'"
        harm = f"UPDATE {table} SET {column} = CAST(zeroblob(%d) AS TEXT) WHERE {where}"
        assert _harmed(file, harm % 1_000_000) == []
        for size in (1_000_001, 20_000_000):
            assert _harmed(file, harm % size) == [
                ("warning", f"{named} of {size:,} bytes: it is cut when shown.")
            ]
        assert _harmed(file, harm % 10) == []


class _Counted(sqlite3.Connection):
    """Says of a check that asks more than any check needs."""

    asked = 0

    def execute(self, *given: Any) -> sqlite3.Cursor:
        self.asked += 1
        assert self.asked < 2_000
        return super().execute(*given)


@pytest.mark.parametrize("size", [20_000_000, 70_000_000])
def test_a_long_value_where_values_must_differ_is_judged_in_few_questions(size: int, file: Path) -> None:
    with contextlib.closing(sqlite3.connect(file)) as writer:
        writer.execute("UPDATE people SET name = CAST(zeroblob(?) AS TEXT) WHERE id = 1", (size,))
        writer.commit()
    with contextlib.closing(sqlite3.connect(file, factory=_Counted)) as connection:
        connection.text_factory = bytes
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
        schema = expected(SCHEMA_VERSION)
        assert list(breaches(connection, schema, schema)) == []
    found = [one.severity for one in check(file) if "has a name of" in one.sentence]
    assert found == ["warning" if size < LONGEST_VALUE else "error"]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the most memory ever used is told there")
def test_a_huge_value_takes_little_memory(file: Path) -> None:
    code = (
        "import sqlite3, sys; writer = sqlite3.connect(sys.argv[1])\n"
        "writer.execute('UPDATE kinds SET label = CAST(zeroblob(300000000) AS TEXT) WHERE id = 1')\n"
        "writer.commit()"
    )
    subprocess.run([sys.executable, "-c", code, str(file)], check=True)
    code = (
        "import sys; from pathlib import Path; from explorer.storage.checking import check\n"
        "print([found.severity for found in check(Path(sys.argv[1]))])\n"
        "print(Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)
    severities, most = done.stdout.splitlines()
    assert severities == "['error']"
    assert int(most) < 250_000


def test_pages_that_lead_in_circles_end_in_a_sentence(file: Path) -> None:
    """A table whose pages each lead to the next three hundred times: no scan of it ever ends."""
    with contextlib.closing(sqlite3.connect(file)) as reader:
        size = reader.execute("PRAGMA page_size").fetchone()[0]
        (root,) = reader.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'record_notes'").fetchone()
    data = bytearray(file.read_bytes())
    leaf = bytes(data[(root - 1) * size : root * size])
    first, depth = len(data) // size + 1, 8

    def leading_to(page: int) -> bytes:
        cells, start = 300, size - 300 * 5
        head = bytes([5]) + struct.pack(">HHHBI", 0, cells, start, 0, page)
        pointers = b"".join(struct.pack(">H", start + 5 * cell) for cell in range(cells))
        cell = struct.pack(">I", page) + b"\1"
        return (head + pointers).ljust(start, b"\0") + cell * cells

    data[(root - 1) * size : root * size] = leading_to(first)
    for page in range(first, first + depth):
        data += leading_to(page + 1)
    data += leaf
    data[28:32] = struct.pack(">I", len(data) // size)
    file.write_bytes(data)
    findings = check(file)
    assert any("SQLite finds damage" in finding.sentence for finding in findings)
    assert findings[-1].severity == "error"


def test_a_file_that_sqlite_names_in_no_utf8_is_an_error(file: Path) -> None:
    harm = """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET name = CAST(x'FF41' AS TEXT) WHERE name = 'record_notes_by_event'
    """
    assert any(severity == "error" for severity, _ in _harmed(file, harm))


def test_an_unopenable_file_is_not_told_to_be_checked(file: Path) -> None:
    with file.open("r+b") as stream:
        stream.seek(100)
        stream.write(b"\xff" * 3_000)
    with pytest.raises(DatabaseError) as told:
        opened(file)
    assert told.value.advice
    assert "detente check" not in told.value.advice


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
