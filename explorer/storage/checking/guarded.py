"""Reading a file that may be harmed or hostile: bounded in steps and in memory, texts as they lie there."""

import contextlib
import sqlite3
from collections.abc import Generator, Iterator
from typing import Final

from explorer.storage.checking.findings import Value
from explorer.storage.opening import Database

#: Bytes of a value that are read to be looked at; a longer one is told, and its row judged without it.
LONGEST: Final = 2**24

#: Steps of SQLite that a check may take: no sound file needs a tenth of them.
_STEPS: Final = 20_000_000
_STEPS_PER_BYTE: Final = 20
_EVERY: Final = 100_000

#: Pages that are copied before Ctrl+C is heard.
_PAGES: Final = 4_096


class EndlessError(Exception):
    """A query took more steps than any that reads a sound file of this size."""


def connect(database: Database) -> sqlite3.Connection:
    """A connection that gives texts as bytes and no value above LONGEST."""
    connection = database.connect()
    connection.text_factory = bytes
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    return connection


def copy_of(connection: sqlite3.Connection, longest: int) -> sqlite3.Connection:
    """A private writable copy, in a temporary file that no one else sees and that goes by itself."""
    copy = sqlite3.connect("", isolation_level=None)
    try:
        connection.backup(copy, pages=_PAGES, progress=_go_on)
        copy.text_factory = bytes
        copy.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, longest)
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "recursive_triggers = OFF"):
            copy.execute(f"PRAGMA {pragma}")
    except BaseException:
        copy.close()
        raise
    return copy


def _go_on(_: int, __: int, ___: int) -> None:
    """Nothing to tell: between two calls Python hears Ctrl+C."""


@contextlib.contextmanager
def limited(connection: sqlite3.Connection, size: int) -> Generator[None]:
    """Whatever is asked of the connection meanwhile ends: with EndlessError when it should have long before.

    `size` is that of the file in bytes. Ctrl+C ends it as well, as KeyboardInterrupt.
    """
    left = _STEPS + _STEPS_PER_BYTE * size

    def is_spent() -> bool:
        nonlocal left
        left -= _EVERY
        return left < 0

    connection.set_progress_handler(is_spent, _EVERY)
    try:
        yield
    except sqlite3.OperationalError as failure:
        if failure.sqlite_errorcode & 0xFF != sqlite3.SQLITE_INTERRUPT:
            raise
        if left < 0:
            raise EndlessError from failure
        # Python swallows the exception that a signal raises inside the handler.
        raise KeyboardInterrupt from failure
    finally:
        connection.set_progress_handler(None, 0)


def scanned(connection: sqlite3.Connection, statement: str) -> Iterator[tuple[int, tuple[Value, ...] | None]]:
    """The rows of a query with their positions; None for each row that has a value longer than is read.

    The query must give its rows in the same order each time it is asked, and compare no values: what SQLite
    reads to sort or group, it reads again for the rows that are passed over.
    """
    position = 0
    while True:
        try:
            for row in connection.execute(f"{statement} LIMIT -1 OFFSET ?", (position,)):
                yield position, row
                position += 1
        except sqlite3.DataError as failure:
            if not is_too_big(failure):
                raise
        else:
            return
        yield position, None
        # SQLite passes over rows without reading their values.
        position += 1


def is_too_big(failure: sqlite3.Error) -> bool:
    """Whether a value is longer than the connection reads."""
    return getattr(failure, "sqlite_errorcode", None) == sqlite3.SQLITE_TOOBIG


def name(identifier: str) -> str:
    """A name of a table or column as SQL writes it, for statements that are put together."""
    return '"' + identifier.replace('"', '""') + '"'
