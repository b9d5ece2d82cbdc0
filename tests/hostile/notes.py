"""Files of notes beside a database that are none of ours, or not as we left them."""

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path

from tests.hostile.journals import hot_journal, special
from tests.hostile.kinds import Ground, kind
from tests.hostile.schema import ENDLESS


def _written(path: Path) -> None:
    """A file of notes as the program writes it."""
    from explorer.domain.note import Note
    from explorer.storage.notes import write_note

    database = path.with_name(path.name.removesuffix(".notes"))
    for slug in ("helsinki", "unknown-event"):
        write_note(database, Note(slug), Note(slug, is_starred=True, text="Mine", changed=""))


@kind
def notes(ground: Ground) -> Path:
    """A file of notes of any bad kind."""
    path, random = ground.sound(), ground.random
    beside = Path(f"{path}.notes")
    how = random.choice(
        ("special", "noise", "schema", "rows", "journal", "log", "pages", "empty", "database")
    )
    if how == "special":
        special(beside, ground)
    elif how == "noise":
        beside.write_bytes(
            random.choice((b"", b"x", random.randbytes(3000), b"SQLite format 3\0" + bytes(84)))
        )
    elif how == "database":
        shutil.copyfile(path, beside)
    elif how in {"schema", "empty"}:
        _made(beside, random.choice((
            "CREATE TABLE notes (slug, starred, text, changed);"
            " INSERT INTO notes VALUES (x'00', 'x', 5, NULL)",
            f"CREATE VIEW notes AS {ENDLESS} SELECT n AS slug, 1 AS starred, 't' AS text, "
            "'c' AS changed FROM r",
            "CREATE TABLE other (x)", "CREATE VIRTUAL TABLE notes USING fts5 (slug, starred, text, changed)",
            "",
            "PRAGMA application_id = 1146375780; PRAGMA user_version = 99",
            "CREATE TABLE notes (slug AS (hex(zeroblob(900000000))), starred, text, changed)",
        )))  # fmt: skip
    else:
        _written(beside)
        if how == "rows":
            _rows(ground, beside)
        elif how == "journal":
            Path(f"{beside}-journal").write_bytes(hot_journal(beside, ground.victim, random))
        elif how == "log":
            data = bytearray(beside.read_bytes())
            data[18:20] = b"\2\2"
            beside.write_bytes(data)
            if random.random() < 0.6:
                Path(f"{beside}-wal").write_bytes(random.choice((b"", random.randbytes(5000))))
        else:
            data = bytearray(beside.read_bytes())
            for _ in range(random.choice((1, 10, 100))):
                data[random.randrange(len(data))] = random.randrange(256)
            beside.write_bytes(data)
    if random.random() < 0.2:
        ending = random.choice(("-journal", "-wal"))
        if not os.path.lexists(f"{beside}{ending}"):
            special(Path(f"{beside}{ending}"), ground)
    if random.random() < 0.15:
        ground.folder.chmod(0o555)
    return path


def _made(path: Path, script: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as writer:
        writer.executescript(script)


def _rows(ground: Ground, path: Path) -> None:
    random = ground.random
    with contextlib.closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA writable_schema = ON")
        writer.execute("PRAGMA ignore_check_constraints = ON")
        (sql,) = writer.execute("SELECT sql FROM sqlite_schema WHERE name = 'notes'").fetchone()
        loose = sql.replace("STRICT", "").replace("NOT NULL", "")
        writer.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'notes'", (loose.rstrip(" ,"),))
        writer.commit()
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA writable_schema = ON")
        values = (
            None,
            5,
            -1,
            2**62,
            0.5,
            "",
            "x",
            "\x1b[31m",
            "\0",
            b"\xff",
            b"",
            "<img src=x>",
            "w" * 3_000_000,
        )
        for number in range(random.choice((1, 20))):
            slug = random.choice((f"slug-{number}", "helsinki", *values))
            row = (slug, random.choice((0, 1, *values)), random.choice(values), random.choice(values))
            with contextlib.suppress(sqlite3.Error):
                writer.execute("INSERT OR REPLACE INTO notes VALUES (?, ?, ?, ?)", row)
        if random.random() < 0.3:
            writer.execute("CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END")
        if random.random() < 0.7:
            writer.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'notes'", (sql,))
        writer.commit()
