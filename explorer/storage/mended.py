"""What is sound of a database in which something is not: texts cut and made readable, unsound rows left out.

A connection is mended by temporary views that stand in the place of the tables, column by column as the
schema declares them: every statement of ours then reads what a sound file could hold. storage/telling.py
turns to one where a question fails on a text, storage/index.py where the numbers of events cannot be read.
"""

import functools
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from explorer import bundle
from explorer.domain.event import BASES
from explorer.domain.filter import GREATEST_IMPORTANCE, LEAST_IMPORTANCE
from explorer.domain.interval import BEGINNING, FOREVER
from explorer.storage.connection import LONGEST_TEXT, LONGEST_VALUE, Connection

#: Letters that are left of a text that is cut, at the most: of one that stands on one line, and of prose.
_LINE: Final = 2_000
_PROSE: Final = LONGEST_TEXT // 4

#: Columns that hold prose; all other texts stand on one line.
_LONG: Final = frozenset({
    ("events", "summary"), ("events", "verification"), ("commentary", "text"), ("record_notes", "text"),
    ("passages", "summary"), ("claims", "statement"), ("documents", "note"),
})  # fmt: skip

#: What stands for a value that is no text, and after a text that was cut.
_NO_TEXT: Final = "�"
_CUT: Final = " … [cut here: {n} characters in all]"

#: What the schema forbids beside types, in words that hold for an unsound value too.
_LEAST_ID: Final = -(2**60)
_IS_SOUND: Final = {
    "events": (
        f"importance BETWEEN {LEAST_IMPORTANCE} AND {GREATEST_IMPORTANCE}",
        f"basis IN ({', '.join(repr(basis) for basis in BASES)})",
        "start_qualifier IN ('', '?', '~', '%', '..')",
        "end_qualifier IN ('', '?', '~', '%', '..')",
        f"start_earliest BETWEEN {BEGINNING} AND {FOREVER}",
        f"start_latest BETWEEN {BEGINNING} AND {FOREVER}",
        f"end_earliest BETWEEN {BEGINNING} AND {FOREVER}",
        f"end_latest BETWEEN {BEGINNING} AND {FOREVER}",
        "start_earliest < start_latest",
        "end_earliest < end_latest",
        "start_earliest < end_latest",
    ),
}

#: Tables that are read as they are: no text of theirs is shown, or nothing but texts of ours.
_AS_IT_IS: Final = frozenset({"packed_columns", "views"})

_REFERENCE: Final = re.compile(r"(\w+)\s+INTEGER\b[^,]*?\bREFERENCES\s+(\w+)\s*\((\w+)\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    kind: str
    is_needed: bool
    parent: str


def mend(connection: Connection) -> None:
    """Whatever is asked of the connection from now on is answered by what is sound. To be called before use.

    Raises sqlite3.Error.
    """
    connection.is_mended = True
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    # Bytes that are no UTF-8 are shown as such, instead of refusing the row.
    connection.text_factory = _decoded
    present = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for table, columns in _tables().items():
        if table in present and table not in _AS_IT_IS:
            connection.execute(_view(table, columns))


def left_out(connection: Connection) -> int:
    """How many events a mended connection leaves out. Raises sqlite3.Error."""
    whole: int = connection.execute("SELECT sum(1) FROM main.events").fetchone()[0] or 0
    sound: int = connection.execute("SELECT sum(1) FROM events").fetchone()[0] or 0
    return whole - sound


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _view(table: str, columns: tuple[_Column, ...]) -> str:
    shown = ", ".join(_shown(table, column) for column in columns)
    conditions = [*(sound for column in columns for sound in _conditions(column)), *_IS_SOUND.get(table, ())]
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return f"CREATE TEMP VIEW {table} AS SELECT {shown} FROM main.{table}{where}"  # noqa: S608 - our names


def _shown(table: str, column: _Column) -> str:
    name = column.name
    if column.kind != "TEXT":
        return name
    most = _PROSE if (table, name) in _LONG else _LINE
    before, after = _CUT.split("{n}")
    text = (
        # In bytes too: letters are counted up to the first NUL.
        f"CASE WHEN length({name}) > {most} OR length(CAST({name} AS BLOB)) > {4 * most}"
        f" THEN substr({name}, 1, {most}) || '{before}' || length({name}) || '{after}' ELSE {name} END"
    )
    missing = f"'{_NO_TEXT}'" if column.is_needed else f"iif({name} IS NULL, NULL, '{_NO_TEXT}')"
    return f"iif(typeof({name}) = 'text', {text}, {missing}) AS {name}"


def _conditions(column: _Column) -> Iterator[str]:
    name = column.name
    if column.kind == "INTEGER":
        yield (
            f"typeof({name}) = 'integer'" if column.is_needed else f"typeof({name}) IN ('integer', 'null')"
        )
        if name == "id" or name.endswith("_id"):
            yield f"ifnull({name}, 0) BETWEEN {_LEAST_ID} AND {-_LEAST_ID}"
    elif column.kind == "REAL":
        kinds = "'real', 'integer'" if column.is_needed else "'real', 'integer', 'null'"
        yield f"typeof({name}) IN ({kinds})"
    if column.parent:
        known = f"{name} IN (SELECT id FROM {column.parent})"  # noqa: S608 - our names
        yield known if column.is_needed else f"({name} IS NULL OR {known})"


@functools.cache
def _tables() -> dict[str, tuple[_Column, ...]]:
    """The columns of each table that the schema declares, parents before what refers to them."""
    found: dict[str, tuple[_Column, ...]] = {}
    model = sqlite3.connect(":memory:")
    try:
        model.executescript(bundle.path("db", "schema.sql").read_text(encoding="utf-8"))
        tables = model.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%' ORDER BY rowid"
        ).fetchall()
        for table, statement in tables:
            parents = {child: parent for child, parent, _ in _REFERENCE.findall(statement)}
            rows = model.execute('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', (table,))
            found[table] = tuple(
                _Column(name, kind, bool(needed or key), parents.get(name, ""))
                for name, kind, needed, key in rows
            )
    finally:
        model.close()
    return found
