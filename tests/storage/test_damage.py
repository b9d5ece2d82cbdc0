"""What check passes opens whole, and what does not open has a finding: any damage of the bundled file."""

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from explorer import bundle
from explorer.domain.errors import DatabaseError
from explorer.storage.checking import check
from explorer.storage.index import load_index
from explorer.storage.opening import open_database
from explorer.storage.reading import read_argument, read_event
from explorer.storage.search import search_rows
from explorer.storage.tables import export_rows

SOUND = bundle.path("db", "diplomacy.db").read_bytes()
PAGE = int.from_bytes(SOUND[16:18], "big")
PAGES = len(SOUND) // PAGE

with contextlib.closing(sqlite3.connect(bundle.path("db", "diplomacy.db"))) as _reader:
    _STATEMENTS = dict(
        _reader.execute(
            "SELECT name, sql FROM sqlite_schema WHERE sql LIKE 'CREATE TABLE%' AND name <> 'packed_columns'"
            " AND name NOT LIKE 'event!_text%' ESCAPE '!' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
        )
    )
    _COLUMNS = [
        (table, column)
        for table in _STATEMENTS
        for (column,) in _reader.execute("SELECT name FROM pragma_table_info(?)", (table,))
    ]

_pages = st.integers(0, PAGES - 1)
_places = st.integers(0, len(SOUND) - 1)
_bytes = st.one_of(
    st.tuples(st.just("flip"), _places, st.integers(0, 7)),
    st.tuples(st.just("zero"), _pages, st.just(0)),
    st.tuples(st.just("cut"), _places, st.just(0)),
    st.tuples(st.just("swap"), _pages, _pages),
    st.tuples(st.just("copy"), _pages, _pages),
    # Where a page says what it is, and the cells that it has.
    st.tuples(st.just("head"), _pages, st.integers(0, 16 * 256 - 1)),
)
_values = st.sampled_from([
    None, 0, -1, 300, 2**31, 2**62, 2**63 - 1, -(2**63), 0.5, "", "x", " y ", "..", "2000/..", "2020-01-01",
    "a\0b", "\x1b[31m", b"", b"\x00\xff",
])  # fmt: skip


def _damaged(data: bytearray, how: str, first: int, second: int) -> None:
    one, other = (slice(page * PAGE, (page + 1) * PAGE) for page in (first, second))
    if how == "flip":
        data[first] ^= 1 << second
    elif how == "zero":
        data[one] = bytes(PAGE)
    elif how == "cut":
        del data[first:]
    elif how == "swap":
        data[one], data[other] = data[other], data[one]
    elif how == "copy":
        data[one] = data[other]
    else:
        data[first * PAGE + second // 256] = second % 256


@given(damages=st.lists(_bytes, min_size=1, max_size=3))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_harmed_pages_are_found_by_check_or_do_no_harm(
    tmp_path: Path, damages: list[tuple[str, int, int]]
) -> None:
    def harm(path: Path) -> None:
        data = bytearray(SOUND)
        for damage in damages:
            if len(data) == len(SOUND):
                _damaged(data, *damage)
        path.write_bytes(data)

    _passes_or_is_found(tmp_path / "d.db", harm)


@given(
    of=st.sampled_from(_COLUMNS),
    value=_values,
    row=st.integers(0, 500),
    keeps_rules=st.booleans(),
    is_indexed=st.booleans(),
)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(of=("events", "importance"), value=300, row=2, keeps_rules=True, is_indexed=True)
@example(of=("people", "name"), value=b"\x00\xff", row=2, keeps_rules=True, is_indexed=True)
@example(of=("places", "id"), value=2**63 - 1, row=2, keeps_rules=True, is_indexed=True)
@example(of=("events", "title"), value=None, row=2, keeps_rules=True, is_indexed=True)
def test_values_of_any_kind_are_found_by_check_or_do_no_harm(
    tmp_path: Path, of: tuple[str, str], value: object, row: int, *, keeps_rules: bool, is_indexed: bool
) -> None:
    table, column = of

    def harm(path: Path) -> None:
        path.write_bytes(SOUND)
        with _without_rules(path) as writer:
            # Without the rules the value goes in; with them again nothing but the row tells.
            loose = _STATEMENTS[table].replace("STRICT", "").replace(" ,", "").replace("NOT NULL", "")
            _declare(writer, table, loose.replace(") , WITHOUT", ") WITHOUT"))
        with _without_rules(path) as writer, contextlib.suppress(sqlite3.IntegrityError):
            total = writer.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            keys = [name for _, name, _, _, _, key in writer.execute(f"PRAGMA table_info({table})") if key]
            found: Any = (
                total
                and writer.execute(
                    f"SELECT {', '.join(keys)} FROM {table} LIMIT 1 OFFSET ?", (row % total,)
                ).fetchone()
            )
            if found:
                where = " AND ".join(f"{key} = ?" for key in keys)
                writer.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (value, *found))
        with _without_rules(path) as writer:
            if keeps_rules:
                _declare(writer, table, _STATEMENTS[table])
            if is_indexed:
                writer.execute("INSERT INTO event_text (event_text) VALUES ('rebuild')")

    _passes_or_is_found(tmp_path / "d.db", harm)


@contextlib.contextmanager
def _without_rules(path: Path) -> Any:
    with contextlib.closing(sqlite3.connect(path)) as writer:
        for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON", "writable_schema = ON"):
            writer.execute(f"PRAGMA {pragma}")
        yield writer
        writer.commit()


def _declare(writer: sqlite3.Connection, table: str, statement: str) -> None:
    writer.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (statement, table))
    (version,) = writer.execute("PRAGMA schema_version").fetchone()
    writer.execute(f"PRAGMA schema_version = {version + 1}")


def _passes_or_is_found(path: Path, harm: Callable[[Path], None]) -> None:
    harm(path)
    findings = check(path)
    for finding in findings:
        assert finding.sentence.isprintable()
    if not findings:
        _read_all(path)
    elif all(finding.severity == "warning" for finding in findings):
        with contextlib.suppress(DatabaseError):
            _read_all(path)
            return
        raise AssertionError(findings)


def _read_all(path: Path) -> None:
    """Everything is read of the file that commands and the window read of it."""
    database = open_database(path)
    with contextlib.closing(database.connect()) as connection:
        index = load_index(connection)
        ids = [int(number) for number in index.ids]
        assert len(ids) == connection.execute("SELECT count(*) FROM events").fetchone()[0]
        for number in ids:
            read_event(connection, number)
        read_argument(connection)
        assert search_rows(connection, index, "kim") is not None
        written = sum(len(chunk["id"]) for chunk in export_rows(database, ids))
        assert written == len(ids)
    database.fingerprint()
