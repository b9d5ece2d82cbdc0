"""Every file that is not a database of ours, for the tests of opening and of the command line."""

import contextlib
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.builders import build_database


def _nothing(path: Path) -> None:
    """No file at all."""


def _magic(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("Dear diary – não é uma base de dados.\n" * 300, encoding="utf-8")


def _picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))


def _bytes(path: Path) -> None:
    path.write_bytes(bytes(range(256)))


def _pragma(statement: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        build_database(path)
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.executescript(statement)

    return change


def _another(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (id INTEGER PRIMARY KEY)")


def _truncated(path: Path) -> None:
    build_database(path)
    os.truncate(path, path.stat().st_size // 2)


def _scribbled(path: Path) -> None:
    build_database(path)
    with path.open("r+b") as stream:
        stream.seek(100)
        stream.write(b"\xff" * 3000)


#: By what it is: a function that makes the file, and words that its one sentence has.
BAD: Final[dict[str, tuple[Callable[[Path], object], str]]] = {
    "a missing file": (_nothing, "There is no file"),
    "a folder": (Path.mkdir, "is a folder"),
    "an empty file": (_empty, "is an empty file"),
    "a text": (_text, "is not a database: it is a text file"),
    "a PNG picture": (_picture, "is not a database: it is a PNG picture"),
    "other bytes": (_bytes, "is not a database: it is a file of another kind"),
    "the magic alone": (_magic, "is damaged"),
    "another program's": (_another, "is an SQLite database of another program"),
    "a newer version": (_pragma("PRAGMA user_version = 999"), "was made by a newer Détente"),
    "an older version": (_pragma("PRAGMA user_version = 0"), "was made by an older Détente"),
    "a table missing": (_pragma("DROP TABLE record_notes"), "lacks the table record_notes"),
    "half a file": (_truncated, "is damaged: it ends after"),
    "damage": (_scribbled, "is damaged"),
}  # fmt: skip
