"""What a schema declares: read from db/schema.sql by SQLite itself, and from the file that is checked."""

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from explorer import bundle
from explorer.storage.checking.findings import Finding, error, one_line, text_of, warning
from explorer.storage.opening import SCHEMA_VERSION

#: A kind ("table", "index", "trigger", "view") and a name.
Key: TypeAlias = tuple[str, str]

_TOKEN: Final = re.compile(
    r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^]]*\]|--[^\n]*|/\*.*?(?:\*/|\Z)"""
    r"""|\d+\.\d+|\w+|\|\||[<>!=]=|<>|[^\s\w]""",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column with the type of what it may hold, as typeof() says it."""

    name: str
    type: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that holds the key of a row of another table."""

    column: str
    table: str
    key: str


@dataclass(frozen=True, slots=True)
class Table:
    """The rules of a table: `checks` are expressions of SQL, `unique` the columns that no two rows share."""

    name: str
    columns: tuple[Column, ...]
    checks: tuple[str, ...]
    unique: tuple[tuple[str, ...], ...]
    references: tuple[Reference, ...]
    is_strict: bool


@dataclass(frozen=True, slots=True)
class Schema:
    """All that a file declares, as tokens of SQL, and its real tables: no views, none that a module makes."""

    statements: dict[Key, tuple[str, ...]]
    tables: dict[str, Table]

    def agrees(self, other: "Schema", *names: str) -> bool:
        """Whether both declare the same under each of these names."""
        mine, theirs = (
            {key: tokens for key, tokens in schema.statements.items() if key[1] in names}
            for schema in (self, other)
        )
        return mine == theirs


def expected(version: int) -> Schema:
    """What a sound file of that version declares."""
    declared = "schema.sql" if version == SCHEMA_VERSION else f"schema-{version:04}.sql"
    with contextlib.closing(sqlite3.connect(":memory:")) as model:
        model.executescript(bundle.path("db", declared).read_text(encoding="utf-8"))
        model.text_factory = bytes
        return read_schema(model)


def read_schema(connection: sqlite3.Connection) -> Schema:
    """What the file of a connection declares that gives texts as bytes. SQLite's own tables are left out."""
    statements: dict[Key, tuple[str, ...]] = {}
    tables: dict[str, Table] = {}
    rows = connection.execute("SELECT type, name, sql, rootpage FROM sqlite_schema").fetchall()
    strict = {
        text_of(name): bool(is_strict)
        for name, is_strict in connection.execute(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"
        )
    }
    for kind, name, sql, root in rows:
        key = (_text(kind), _text(name))
        if key[1].startswith("sqlite_"):
            continue
        statements[key] = tokens = tuple(_tokens(_text(sql)))
        is_real = isinstance(root, int) and root > 0
        if key[0] == "table" and is_real and [token.upper() for token in tokens[:2]] == ["CREATE", "TABLE"]:
            tables[key[1]] = _table(connection, key[1], tokens, is_strict=strict.get(key[1], False))
    return Schema(statements, tables)


def differences(known: Schema, present: Schema) -> Iterator[Finding]:
    """How the schema of a file differs from what it should be."""
    for key, tokens in known.statements.items():
        kind, name = key
        if key not in present.statements:
            others = [other for other, named in present.statements if named == name]
            if others:
                yield error(f"The {kind} {name} is a {one_line(others[0], 20)}.")
            else:
                # Without an index everything is right, only slower.
                finding = warning if kind == "index" else error
                yield finding(f"The {kind} {name} is missing.")
        elif present.statements[key] != tokens:
            if lost := list(_lost(name, known, present)):
                yield error(f"The table {name} {', '.join(lost)}.")
            else:
                # More columns than ours do no harm to those who read; what runs by itself may.
                finding = error if kind in {"view", "trigger"} or name not in known.tables else warning
                yield finding(f"The {kind} {name} is declared differently from this version.")
    for kind, name in present.statements:
        if (kind, name) not in known.statements and not any(named == name for _, named in known.statements):
            finding = error if kind in {"view", "trigger"} else warning
            shown = one_line(f"{kind} {name}", 80)
            yield finding(f"The {shown} is not part of a Détente database.")


def _lost(name: str, known: Schema, present: Schema) -> Iterator[str]:
    """What a table of ours lacks in the file."""
    if name not in known.tables:
        return
    ours, theirs = known.tables[name], present.tables.get(name)
    if theirs is None:
        yield "is no table of rows"
        return
    there = {column.name: column for column in theirs.columns}
    if lost := [column.name for column in ours.columns if column.name not in there]:
        yield f"lacks {', '.join(sorted(lost))}"
    if ours.is_strict and not theirs.is_strict:
        yield "is not STRICT"
    if checks := [check for check in ours.checks if check not in theirs.checks]:
        yield f"lacks {len(checks)} of its CHECKs, as of {checks[0]}"
    if unique := [" with ".join(columns) for columns in ours.unique if columns not in theirs.unique]:
        yield f"does not keep unique {', '.join(unique)}"
    if references := [one.column for one in ours.references if one not in theirs.references]:
        yield f"has no reference by {', '.join(references)}"
    if loose := [one.name for one in ours.columns if one != there.get(one.name, one)]:
        yield f"declares otherwise {', '.join(loose)}"


def _table(connection: sqlite3.Connection, name: str, tokens: tuple[str, ...], *, is_strict: bool) -> Table:
    # Generated columns are listed by table_xinfo alone: they are none of ours.
    columns = connection.execute(
        'SELECT name, type, "notnull", pk FROM pragma_table_info(?)', (name,)
    ).fetchall()
    keys = sorted((pk, _text(column)) for column, _, __, pk in columns if pk)
    unique = [tuple(column for _, column in keys)] if keys else []
    for index, origin in connection.execute(
        'SELECT name, origin FROM pragma_index_list(?) WHERE "unique" AND NOT partial ORDER BY seq DESC',
        (name,),
    ).fetchall():
        if origin == b"u":
            parts = connection.execute(
                "SELECT name FROM pragma_index_info(?) ORDER BY seqno", (text_of(index),)
            ).fetchall()
            unique.append(tuple(_text(part) for (part,) in parts))
    references = connection.execute(
        'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?) ORDER BY id DESC', (name,)
    ).fetchall()
    return Table(
        name,
        tuple(
            Column(_text(column), _text(of).lower(), bool(required or pk))
            for column, of, required, pk in columns
        ),
        tuple(_checks(tokens)),
        tuple(unique),
        tuple(Reference(*map(_text, reference)) for reference in references),
        is_strict,
    )


def _checks(tokens: tuple[str, ...]) -> Iterator[str]:
    """The expressions of the CHECK constraints of a statement."""
    for at, token in enumerate(tokens):
        if token.upper() != "CHECK" or tokens[at + 1 : at + 2] != ("(",):
            continue
        depth = 0
        for end in range(at + 1, len(tokens)):
            depth += {"(": 1, ")": -1}.get(tokens[end], 0)
            if not depth:
                yield _written(tokens[at + 2 : end])
                break


def _written(tokens: tuple[str, ...]) -> str:
    """Tokens as people write them."""
    text = ""
    for before, word in zip(("(", *tokens), tokens, strict=False):
        is_tight = before in {"(", "-"} or word in {")", ","} or (word == "(" and before.upper() != "IN")
        text += word if is_tight else f" {word}"
    return text


def _tokens(statement: str) -> Iterator[str]:
    """A statement without comments and blanks; what stands in quotation marks stays as it is."""
    for found in _TOKEN.finditer(statement):
        if not found[0].startswith(("--", "/*")):
            yield found[0]


def _text(value: object) -> str:
    return text_of(value) if isinstance(value, bytes) else "" if value is None else str(value)
