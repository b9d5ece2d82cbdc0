"""Schemas that are not ours: triggers, views and virtual tables in the place of tables, computed columns."""

import contextlib
import sqlite3
from pathlib import Path

from tests.hostile.kinds import Ground, declare, declared, kind, lawless

ENDLESS = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r)"


@kind
def trigger(ground: Ground) -> Path:
    """A trigger on any table that removes what the file holds."""
    path, random = ground.sound(), ground.random
    table = random.choice([*declared(), "packed_columns"])
    when = f"{random.choice(('BEFORE', 'AFTER'))} {random.choice(('INSERT', 'UPDATE', 'DELETE'))}"
    deed = random.choice((
        "DELETE FROM commentary", "UPDATE events SET title = 'owned'", "DELETE FROM events",
        "INSERT INTO properties VALUES (hex(randomblob(8)), hex(randomblob(1000000)))",
    ))  # fmt: skip
    with lawless(path) as writer:
        writer.execute(f"CREATE TRIGGER ours {when} ON {table} BEGIN {deed}; END")
        if random.random() < 0.3:
            # Under the name of one of ours.
            writer.execute("DELETE FROM sqlite_schema WHERE name = 'events_inserted_unpack'")
            writer.execute(
                "UPDATE sqlite_schema SET name = 'events_inserted_unpack',"
                " sql = replace(sql, 'TRIGGER ours', 'TRIGGER events_inserted_unpack') WHERE name = 'ours'"
            )
        if random.random() < 0.5:
            _many(writer)
    return path


def _many(writer: sqlite3.Connection) -> None:
    """So many events that a cache of them is worth while."""
    names = [name for _, name, *_ in writer.execute("PRAGMA table_info(events)")]
    taken = ", ".join({"id": "1000 + n", "slug": "'copy-' || n"}.get(name, f"e.{name}") for name in names)
    writer.executescript("""
        CREATE TEMP TABLE statements AS SELECT sql FROM sqlite_schema WHERE type = 'trigger';
    """)
    triggers = [sql for (sql,) in writer.execute("SELECT sql FROM statements")]
    for (name,) in writer.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        writer.execute(f"DROP TRIGGER {name}")
    writer.execute(
        f"INSERT INTO events SELECT {taken} FROM (WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1"
        " FROM r WHERE n < 50100) SELECT n FROM r) JOIN events e ON e.id = 1 + n % 100"
    )
    for statement in triggers:
        writer.execute(statement)


@kind
def instead(ground: Ground) -> Path:
    """A view, an endless one, or a virtual table in the place of a table."""
    path, random = ground.sound(), ground.random
    table = random.choice([*declared(), "event_text", "event_text_terms", "event_text_content"])
    with lawless(path) as writer:
        writer.execute("PRAGMA legacy_alter_table = ON")
        names = [name for _, name, *_ in writer.execute(f"PRAGMA table_info({table})")]
        with contextlib.suppress(sqlite3.Error):
            writer.execute(f"ALTER TABLE {table} RENAME TO former")
        if not names or writer.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone():
            writer.execute("DELETE FROM sqlite_schema WHERE name = ?", (table,))
            names = names or ["id"]
        listed = ", ".join(names)
        endless = ", ".join(f"n AS {name}" for name in names)
        made = random.choice((
            f"CREATE VIEW {table} AS {ENDLESS} SELECT {endless} FROM r",
            f"CREATE VIEW {table} AS {ENDLESS} SELECT {endless} FROM r WHERE n < 0",
            f"CREATE VIEW {table} AS SELECT {listed} FROM former",
            f"CREATE VIEW {table} AS SELECT * FROM {table}",
            f"CREATE VIRTUAL TABLE {table} USING fts5 ({listed.replace('rank', 'r')})",
            f"CREATE TABLE {table} (wrong)",
            f"CREATE TABLE {table} AS SELECT 1 AS id",
        ))  # fmt: skip
        with contextlib.suppress(sqlite3.Error):
            writer.execute(made)
    return path


@kind
def statement(ground: Ground) -> Path:
    """A table is declared otherwise: computed columns, defaults and checks that run for ever, noise."""
    path, random = ground.sound(), ground.random
    tables = declared()
    table = random.choice(list(tables))
    said = tables[table]
    long = f"(SELECT count(*) FROM ({ENDLESS} SELECT n FROM r))"
    first, rest = said.split("(", 1)
    other = random.choice((
        f"{first}(computed AS (hex(zeroblob(900000000))), {rest}",
        f"{first}(computed TEXT GENERATED ALWAYS AS ('x') VIRTUAL, {rest}",
        said.replace("TEXT NOT NULL", "TEXT AS ('x')", 1),
        said.replace("INTEGER NOT NULL", f"INTEGER CHECK {long}", 1),
        said.replace("TEXT NOT NULL", f"TEXT DEFAULT {long}", 1),
        said.replace("TEXT", "TEXT COLLATE nocase", 1),
        said.replace("TEXT", "TEXT COLLATE unknown", 1),
        said.replace("STRICT", ""), said.replace("NOT NULL", ""), said.replace("PRIMARY KEY", ""),
        said[: random.randrange(len(said))], said.replace("a", "\0", 1),
        said + " /* " + "x" * 200_000 + " */",
        said.replace("(", "(x" + ", x".join(map(str, range(1900))) + ",", 1),
    ))  # fmt: skip
    with lawless(path) as writer:
        declare(writer, table, other)
    return path


@kind
def master(ground: Ground) -> Path:
    """Rows of the schema table are of other values: root pages, names, types, statements."""
    path, random = ground.sound(), ground.random
    with lawless(path) as writer:
        rows = writer.execute("SELECT rowid FROM sqlite_schema").fetchall()
        for (row,) in random.sample(rows, random.choice((1, 1, 2, 4))):
            column = random.choice(("type", "name", "tbl_name", "rootpage", "sql"))
            value = random.choice((
                None, 0, 1, 2, 7, -1, 2**31, 2**62, "", "x", "events", "table", "sqlite_x", b"\xff", "a\0b",
            ))  # fmt: skip
            writer.execute(f"UPDATE sqlite_schema SET {column} = ? WHERE rowid = ?", (value, row))
    return path


@kind
def index(ground: Ground) -> Path:
    """An index says another thing than its table, so that what should be unique is not."""
    path, random = ground.sound(), ground.random
    with lawless(path) as writer:
        table = random.choice([
            "kinds", "relationships", "places", "people", "events", "sources", "documents", "claims", "views",
        ])  # fmt: skip
        kept = writer.execute(
            "SELECT rowid, type, name, tbl_name, rootpage, sql FROM sqlite_schema"
            " WHERE type = 'index' AND tbl_name = ?", (table,)
        ).fetchall()  # fmt: skip
        statement: str = writer.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[
            0
        ]
        writer.execute("DELETE FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?", (table,))
        declare(writer, table, statement.replace("UNIQUE", "").replace("(, )", ""))
    # Without the index nothing says that it is there twice.
    with contextlib.suppress(sqlite3.Error), lawless(path) as writer:
        column = {"places": "name", "people": "name", "sources": "citation", "views": "name"}.get(
            table, "slug"
        )
        writer.execute(
            f"UPDATE {table} SET {column} = (SELECT {column} FROM {table} LIMIT 1)"
            " WHERE rowid IN (SELECT rowid FROM " + table + " LIMIT ?)", (random.choice((2, 3, 50)),)
        )  # fmt: skip
    with contextlib.suppress(sqlite3.Error), lawless(path) as writer:
        if random.random() < 0.7:
            for row in kept:
                writer.execute(
                    "INSERT INTO sqlite_schema (rowid, type, name, tbl_name, rootpage, sql)"
                    " VALUES (?, ?, ?, ?, ?, ?)", row
                )  # fmt: skip
            declare(writer, table, statement)
    return path
