"""Judging every row by what our schema declares, whatever the file itself declares: SQLite is asked for the
rows that break a rule. Types, NOT NULL, CHECK, uniqueness, references, and texts as bytes."""

import codecs
import contextlib
import re
import sqlite3
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from explorer.storage.checking.declared import Schema, Table
from explorer.storage.checking.findings import (
    TOLD,
    Finding,
    Value,
    counted,
    error,
    shown,
    warning,
)
from explorer.storage.checking.guarded import is_too_big, name, scanned
from explorer.storage.connection import LONGEST_TEXT, LONGEST_VALUE

#: Texts that are decoded together.
_TOGETHER: Final = 2**20
_PIECE: Final = 2**20

#: Keys beyond this are numbers that the program adds to, and would leave 64 bits.
_FARTHEST: Final = 2**62

#: Tables of the full text index: FTS5 judges these itself.
SHADOWS: Final = ("event_text_data", "event_text_idx", "event_text_docsize", "event_text_config")

#: One row of each table, and the column that names it to people.
_NAMED: Final = {
    "events": ("event", "slug"),
    "kinds": ("kind", "slug"),
    "relationships": ("relationship", "slug"),
    "places": ("place", "name"),
    "people": ("person", "name"),
    "documents": ("document", "slug"),
    "claims": ("claim", "slug"),
    "properties": ("property", "name"),
    "views": ("saved view", "name"),
}


@dataclass(frozen=True, slots=True)
class _Rule:
    """A condition of SQL that is true of the rows that break it; `columns` are those that it looks at."""

    broken: str
    columns: tuple[str, ...]
    said: str


def breaches(connection: sqlite3.Connection, known: Schema, present: Schema) -> Iterator[Finding]:
    """What the rows of a file hold that the schema does not let in."""
    for table in _judged(known, present):
        there = {column.name for column in present.tables[table.name].columns}
        rules = [rule for rule in _rules(table, present) if there.issuperset(rule.columns)]
        broken = " OR ".join(f"({rule.broken})" for rule in rules)
        if broken and _is_any(connection, table.name, broken):
            for rule in rules:
                yield from _told(connection, table, present, rule)
        for columns in table.unique:
            if there.issuperset(columns):
                yield from _repeated(connection, table.name, columns)


def texts(connection: sqlite3.Connection, known: Schema, present: Schema) -> Iterator[Finding]:
    """Texts that are no UTF-8, and texts so long that they are cut when shown, or cannot be read."""
    for table in _judged(known, present):
        there = {column.name for column in present.tables[table.name].columns}
        columns = [one.name for one in table.columns if one.type == "text" and one.name in there]
        if columns:
            yield from counted(_texts_of(connection, table, columns, present))


def row_named(
    connection: sqlite3.Connection, table: str, present: Schema, source: str, given: Sequence[int] = ()
) -> str:
    """How to call the first row that `source` gives, a FROM and what follows it: `event “helsinki”`."""
    if table not in present.tables:
        return f"row of {table}"
    there = {column.name for column in present.tables[table].columns}
    singular, column = _NAMED.get(table, ("", ""))
    if column in there:
        found = _first(connection, f"SELECT typeof({name(column)}), {name(column)} {source}", given)
        if found and found[0] == b"text" and isinstance(found[1], bytes) and found[1].strip():
            return f"{singular} {shown(found[1])}"
    elif "event_id" in there and "id" in {one.name for one in present.tables["events"].columns}:
        found = _first(connection, f"SELECT event_id {source}", given)
        if found and isinstance(found[0], int):
            event = "FROM main.events WHERE id = ? LIMIT 1"
            is_there = _first(connection, f"SELECT 1 {event}", (found[0],))
            whose = row_named(connection, "events", present, event, (found[0],)) if is_there else ""
            return f"row of {table} of the {whose or f'event number {found[0]}'}"
    key = "id" if "id" in there else next(iter(there), "NULL")
    found = _first(connection, f"SELECT {name(key)} {source}", given)
    number = shown(found[0]) if found else "?"
    return f"{singular} number {number}" if singular else f"row {number} of {table}"


def _judged(known: Schema, present: Schema) -> Iterator[Table]:
    """Our tables that are tables in the file as well. What is packed is no part of what a file says."""
    return (
        table
        for table in known.tables.values()
        if table.name in present.tables and table.name != "packed_columns" and table.name not in SHADOWS
    )


def _rules(table: Table, present: Schema) -> Iterator[_Rule]:
    for column in table.columns:
        at = name(column.name)
        if column.is_required:
            # Not IS NULL, which SQLite takes for never true of a column that is NOT NULL.
            yield _Rule(f"typeof({at}) = 'null'", (column.name,), "is missing")
        yield _Rule(
            f"typeof({at}) NOT IN ('{column.type}', 'null')",
            (column.name,),
            f"which is no {column.type}",
        )
        if column.name == "id":
            yield _Rule(f"abs({at} / 2) > {_FARTHEST // 2}", (column.name,), "which is too large a number")
    names = {column.name for column in table.columns}
    for check in table.checks:
        columns = tuple(dict.fromkeys(word for word in re.findall(r"\w+", check) if word in names))
        yield _Rule(f"NOT ifnull(({check}), 1)", columns, f"against the rule {check}")
    for reference in table.references:
        if reference.table not in present.tables:
            continue
        at, key = name(reference.column), name(reference.key)
        if reference.key in {column.name for column in present.tables[reference.table].columns}:
            parent = f"SELECT 1 FROM main.{name(reference.table)} AS parent WHERE parent.{key} = judged.{at}"
            yield _Rule(
                f"{at} IS NOT NULL AND NOT EXISTS ({parent})",
                (reference.column,),
                f"which refers to a row of {reference.table} that does not exist",
            )


def _is_any(connection: sqlite3.Connection, table: str, broken: str) -> bool:
    found = _first(
        connection, f"SELECT 1 FROM main.{name(table)} AS judged NOT INDEXED WHERE {broken} LIMIT 1"
    )
    return found is None or bool(found)


def _told(connection: sqlite3.Connection, table: Table, present: Schema, rule: _Rule) -> list[Finding]:
    """The rows that break a rule, by name and value."""
    where = f"FROM main.{name(table.name)} AS judged NOT INDEXED WHERE {rule.broken}"
    found = _first(connection, f"SELECT count(*) {where}")
    if found is None:
        return []
    (total,) = found
    findings: list[Finding] = []
    for position in range(min(total, TOLD)) if isinstance(total, int) else ():
        source = f"{where} LIMIT 1 OFFSET {position}"
        named = row_named(connection, table.name, present, source)
        columns = " and ".join(rule.columns)
        values = [_first(connection, f"SELECT {name(column)} {source}") for column in rule.columns]
        said = " and ".join("a long value" if row is None else shown(row[0]) for row in values if row != ())
        if rule.said == "is missing":
            findings.append(error(f"The {named} has no {columns}: it is NULL."))
        else:
            findings.append(error(f"The {named} has {said} as its {columns}, {rule.said}."))
    return counted(findings, total if isinstance(total, int) else None)


def _repeated(connection: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> list[Finding]:
    """The values that a table holds twice and may hold once."""
    listed = ", ".join(map(name, columns))
    missing = " AND ".join(f"{name(column)} IS NOT NULL" for column in columns)
    statement = (
        f"SELECT {listed} FROM main.{name(table)} WHERE {missing} GROUP BY {listed} HAVING count(*) > 1"
    )
    found: list[Finding] = []
    total = 0
    # SQLite compares every value, those of the rows that an OFFSET passes over too: `scanned` would not end.
    with _longer(connection):
        try:
            for row in connection.execute(statement):
                total += 1
                if total <= TOLD:
                    said = " and ".join(map(shown, row))
                    alike = " and ".join(columns)
                    found.append(error(f"Several rows of {table} have the same {alike}: {said}."))
        except sqlite3.DataError as failure:
            # `texts` tells of a value that is too long even for this.
            if not is_too_big(failure):
                raise
    return counted(found, total)


def _texts_of(
    connection: sqlite3.Connection, table: Table, columns: list[str], present: Schema
) -> Iterator[Finding]:
    listed = ", ".join(map(_as_bytes, columns))
    source = f"FROM main.{name(table.name)} NOT INDEXED"
    waiting: list[tuple[int, tuple[Value, ...]]] = []
    size = 0

    def looked_at(position: int, row: tuple[Value, ...] | None) -> Iterator[Finding]:
        for at, column in enumerate(columns):
            value = (
                row[at]
                if row is not None
                else _long(connection, column, f"{source} LIMIT 1 OFFSET {position}")
            )
            if value is not None and not (
                isinstance(value, bytes) and (len(value) > LONGEST_TEXT or not _is_utf8(value))
            ):
                continue
            named = row_named(connection, table.name, present, f"{source} LIMIT 1 OFFSET {position}")
            if value is None:
                yield error(
                    f"The {named} has a {column} of more than {LONGEST_VALUE:,} bytes: too long to be read."
                )
                continue
            assert isinstance(value, bytes)
            if not _is_utf8(value):
                yield error(f"The {named} has {shown(value)} as its {column}, which is no text in UTF-8.")
            if len(value) > LONGEST_TEXT:
                yield warning(f"The {named} has a {column} of {len(value):,} bytes: it is cut when shown.")

    def decoded() -> Iterator[Finding]:
        # Texts of many rows at once: a blank between two keeps the end of one from the beginning of another.
        if not _is_utf8(b" ".join(value for _, row in waiting for value in row if isinstance(value, bytes))):
            for position, row in waiting:
                yield from looked_at(position, row)

    for position, row in scanned(connection, f"SELECT {listed} {source}"):
        length = _TOGETHER if row is None else sum(len(value) for value in row if isinstance(value, bytes))
        if row is None or length >= _TOGETHER or length > LONGEST_TEXT:
            yield from looked_at(position, row)
            continue
        waiting.append((position, row))
        size += length
        if size >= _TOGETHER or len(waiting) >= _TOGETHER // 64:
            yield from decoded()
            waiting.clear()
            size = 0
    yield from decoded()


def _long(connection: sqlite3.Connection, column: str, source: str) -> Value:
    """One value as bytes, up to LONGEST_VALUE bytes of it; None for a longer one."""
    with _longer(connection):
        found = _first(connection, f"SELECT {_as_bytes(column)} {source}")
    return found[0] if found else None


@contextlib.contextmanager
def _longer(connection: sqlite3.Connection) -> Generator[None]:
    """Values of up to LONGEST_VALUE bytes are read meanwhile."""
    former = connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    try:
        yield
    finally:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, former)


def _as_bytes(column: str) -> str:
    """What a column holds where that is a text: of others it is told where types are."""
    return f"CASE typeof({name(column)}) WHEN 'text' THEN CAST({name(column)} AS BLOB) ELSE x'' END"


def _is_utf8(value: bytes) -> bool:
    try:
        if len(value) <= _PIECE:
            value.decode()
        else:
            decoder = codecs.getincrementaldecoder("utf-8")()
            for begin in range(0, len(value), _PIECE):
                decoder.decode(value[begin : begin + _PIECE], begin + _PIECE >= len(value))
    except UnicodeDecodeError:
        return False
    return True


def _first(
    connection: sqlite3.Connection, statement: str, given: Sequence[int] = ()
) -> tuple[Value, ...] | None:
    """The first row of a query, () without one, and None when a value of it is longer than is read."""
    try:
        return connection.execute(statement, given).fetchone() or ()
    except sqlite3.DataError as failure:
        if not is_too_big(failure):
            raise
        return None
