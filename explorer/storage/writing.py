"""Writing into a database that may be anyone's: nothing happens in it but what is asked for.

A file takes writes only where every trigger and view in it is exactly the schema's, nothing in its journal
or log has to be played back first, and SQLite is told to refuse all but the tables that are named.
"""

import contextlib
import functools
import sqlite3
from collections.abc import Generator
from pathlib import Path
from typing import Final

from explorer import bundle
from explorer.domain.errors import DatabaseError
from explorer.domain.tongue import translate
from explorer.storage.connection import KnownState
from explorer.storage.file_state import Header
from explorer.storage.telling import named
from explorer.storage.uri import beside, uri_of

#: What runs by itself when rows are written or read.
_MOVING: Final = "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')"

_SCHEMAS: Final = {1: "schema-0001.sql", 2: "schema.sql"}

_UNWRITABLE: Final = frozenset({
    sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR,
})  # fmt: skip

#: What SQLite asks about that is allowed for any table.
_HARMLESS: Final = frozenset({
    sqlite3.SQLITE_SELECT, sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION,
})  # fmt: skip
_CHANGES: Final = frozenset({sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE})


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether every trigger and view of a file is one that its version of the schema declares.

    Raises sqlite3.Error.
    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    expected = _declared(version)
    return all(
        expected.get((kind, name)) == " ".join((sql or "").split())
        for kind, name, sql in connection.execute(_MOVING)
    )


@contextlib.contextmanager
def writing(path: Path, known: KnownState | None, tables: set[str]) -> Generator[sqlite3.Connection]:
    """One transaction on a file, which may change rows of these tables and nothing else.

    Where the file was in the state `known` before, that is the one after it now. Raises DatabaseError,
    sqlite3.Error.
    """
    with _telling_of_writing(path):
        _require_settled(path)
        connection = sqlite3.connect(uri_of(path, "rw"), uri=True, timeout=2.0, isolation_level=None)
    with _telling_of_writing(path), contextlib.closing(connection):
        for pragma in ("trusted_schema = OFF", "foreign_keys = ON", "cell_size_check = ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Nobody else can commit any more.
            is_known = known is not None and known.holds()
            if not is_ours(connection):
                raise _refused(
                    path, translate("Errors", "{name} has triggers or views that are not Détente’s.")
                )
            version: int = connection.execute("PRAGMA data_version").fetchone()[0]
            connection.set_authorizer(functools.partial(_allows, tables))
            yield connection
            connection.set_authorizer(None)
            with known.being_written() if known is not None else contextlib.nullcontext():
                connection.execute("COMMIT")
                if known is not None and is_known:
                    _take_note(connection, known, version)
        finally:
            connection.set_authorizer(None)
            if connection.in_transaction:
                connection.execute("ROLLBACK")


@contextlib.contextmanager
def _telling_of_writing(path: Path) -> Generator[None]:
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        if isinstance(error, OSError) or getattr(error, "sqlite_errorcode", 0) & 0xFF in _UNWRITABLE:
            raise DatabaseError(
                translate("Errors", "“{name}” cannot be written to.").format(name=path.name),
                translate("Errors", "Check that you may write to it and that its disk is not full."),
                str(error),
            ) from error
        raise


def _take_note(connection: sqlite3.Connection, known: KnownState, version: int) -> None:
    """What was just committed is known, unless another program has committed since."""
    connection.execute("BEGIN")
    if connection.execute("PRAGMA data_version").fetchone()[0] == version:
        known.wrote()
    connection.execute("ROLLBACK")


def _allows(
    tables: set[str], action: int, one: str | None, _two: str | None, _database: str | None, by: str | None
) -> int:
    if by is not None:
        # A trigger or a view asks.
        return sqlite3.SQLITE_DENY
    is_allowed = action in _HARMLESS or (action in _CHANGES and one in tables)
    return sqlite3.SQLITE_OK if is_allowed else sqlite3.SQLITE_DENY


def _require_settled(path: Path) -> None:
    """Pass a file that nothing has to be put back or played into first. Raises DatabaseError, OSError."""
    from explorer.storage.private_copy import has_journal, has_log

    with path.open("rb", buffering=0) as stream:
        header = Header(stream.read(100))
    if header.has_log or has_log(path) or beside(path, "-wal").exists() or has_journal(path):
        raise _refused(
            path, translate("Errors", "{name} is kept with a log or a journal of another program.")
        )


def _refused(path: Path, said: str) -> DatabaseError:
    return DatabaseError(
        said.format(name=named(path)), translate("Errors", "What you write is kept in your settings instead.")
    )


@functools.cache
def _declared(version: int) -> dict[tuple[str, str], str]:
    """The triggers and views of a version of the schema, their words parted by single blanks."""
    if version not in _SCHEMAS:
        return {}
    with contextlib.closing(sqlite3.connect(":memory:")) as model:
        model.executescript(bundle.path("db", _SCHEMAS[version]).read_text(encoding="utf-8"))
        return {(kind, name): " ".join(sql.split()) for kind, name, sql in model.execute(_MOVING)}
