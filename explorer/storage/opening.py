"""Opening a database file read-only, with one clear sentence for everything that may be wrong with it.

The window and every command come through here. Only the standard library is imported: this runs
before the first timeline is drawn.
"""

import contextlib
import functools
import os
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, Final, NoReturn, ParamSpec, TypeVar
from urllib.parse import quote_from_bytes

from explorer.domain.errors import DatabaseError
from explorer.domain.listing import quoted
from explorer.domain.tongue import grouped, mark, translate

APPLICATION_ID: Final = 0x44544E54
SCHEMA_VERSION: Final = 2

#: The oldest version that can still be read.
OLDEST_VERSION: Final = 1

#: What a file of ours has at the very least; `detente check` compares all of it.
TABLES: Final = frozenset({
    "properties", "relationships", "kinds", "places", "people", "events", "event_coordinates",
    "participations", "sources", "citations", "documents", "passages", "passage_events", "commentary",
    "commentary_passages", "record_notes", "claims", "claim_passages", "claim_events", "event_text",
    "event_text_terms", "packed_columns",
})  # fmt: skip

#: What versions after the first added.
_ADDED: Final = {2: frozenset({"views"})}

_MAGIC: Final = b"SQLite format 3\0"
_KNOWN: Final = (
    (b"\x89PNG", mark("Errors", "a PNG picture")),
    (b"\xff\xd8\xff", mark("Errors", "a JPEG picture")),
    (b"GIF8", mark("Errors", "a GIF picture")),
    (b"%PDF", mark("Errors", "a PDF document")),
    (b"PK\x03\x04", mark("Errors", "a ZIP archive or an office document")),
    (b"\x1f\x8b", mark("Errors", "a gzip archive")),
    (b"\x7fELF", mark("Errors", "a program")),
    (b"MZ", mark("Errors", "a program")),
    (b"SQLite", mark("Errors", "a damaged or very old SQLite file")),
)

# A file from elsewhere must not run functions or read other files through its views.
_PRAGMAS: Final = ("trusted_schema = OFF", "foreign_keys = ON", "query_only = ON", "cell_size_check = ON")

#: Where what comes and goes without the database being another begins.
_APART: Final = (
    "SELECT rootpage FROM sqlite_schema WHERE tbl_name IN ('packed_columns', 'views') AND rootpage > 0"
)

_CLOSED: Final = (
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_READONLY,
)

_Arguments = ParamSpec("_Arguments")
_Answer = TypeVar("_Answer")


class Cancelled(Exception):  # noqa: N818 - no error: the caller asked for it
    """The caller asked to stop: `progress` said no, or the connection was interrupted."""


@dataclass(frozen=True, slots=True)
class Database:
    """A file that was found to be a readable Détente database.

    `properties` is what the file says of itself: title, description, first_event, first_window.
    """

    path: Path
    schema_version: int
    properties: Mapping[str, str]

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return self.path.name

    def connect(self) -> sqlite3.Connection:
        """A new read-only connection in autocommit mode; whoever asks for it closes it.

        One for each thread: connections are never shared, though any thread may interrupt or close
        one. Raises DatabaseError.
        """
        return _connect(self.path)

    def fingerprint(self, progress: Callable[[int, int], bool] | None = None) -> str:
        """What the file holds as 16 hexadecimal digits; packed columns and saved views make no difference.

        Reads the whole file, telling `progress` the bytes read of how many. Raises DatabaseError, and
        Cancelled when `progress` says no.
        """
        from explorer.storage.fingerprint import fingerprint

        connection = self.connect()
        try:
            roots = [root for (root,) in connection.execute(_APART)]
            return fingerprint(self.path, roots, progress)
        except sqlite3.Error as error:
            tell(error, self.path)
        except OSError as error:
            raise DatabaseError(
                translate("Errors", "{name} cannot be read.").format(name=_named(self.path)),
                translate("Errors", "Check its disk."),
                str(error),
            ) from error
        finally:
            connection.close()


def sqlite_version() -> str:
    """The version of the library that reads databases."""
    return sqlite3.sqlite_version


def open_database(path: Path) -> Database:
    """The database in that file, checked to be whole at first sight, ours, and of a version we read.

    Reads a few pages only. Raises DatabaseError, which names the file and what it is instead.
    """
    _look_at(path)
    connection = _connect_sound(path)
    try:
        try:
            application = _pragma(connection, "application_id")
            version = _pragma(connection, "user_version")
            present = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
        except sqlite3.DatabaseError as error:
            tell(error, path)
        _recognise(path, application, version, present)
        try:
            properties = dict(connection.execute("SELECT name, value FROM properties"))
        except sqlite3.DatabaseError as error:
            tell(error, path)
    finally:
        connection.close()
    return Database(path, version, properties)


def tables_of(version: int) -> frozenset[str]:
    """The tables that a file of a version has."""
    return TABLES.union(*(added for since, added in _ADDED.items() if since <= version))


def tell(error: sqlite3.Error, path: Path) -> NoReturn:
    """Raise the DatabaseError that says what SQLite's error means for the file, or Cancelled."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    details = f"{getattr(error, 'sqlite_errorname', 'SQLite')}: {error}"
    if primary == sqlite3.SQLITE_INTERRUPT:
        raise Cancelled from error
    if primary in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        raise DatabaseError(
            translate("Errors", "{name} is locked by another program.").format(name=_named(path)),
            translate("Errors", "Close it there, then try again."),
            details,
        ) from error
    if primary == sqlite3.SQLITE_NOTADB:
        raise DatabaseError(
            translate(
                "Errors", "{name} is not a database that can be read: it is damaged or encrypted."
            ).format(name=_named(path)),
            translate("Errors", "Use a sound copy."),
            details,
        ) from error
    if primary in _CLOSED:
        raise DatabaseError(
            translate("Errors", "{name} cannot be opened.").format(name=_named(path)),
            translate(
                "Errors",
                "Check that you may read it and write to its folder, "
                "where other programs leave their changes.",
            ),
            details,
        ) from error
    if primary == sqlite3.SQLITE_IOERR:
        raise DatabaseError(
            translate("Errors", "{name} cannot be read.").format(name=_named(path)),
            translate("Errors", "Check its disk."),
            details,
        ) from error
    if primary == sqlite3.SQLITE_ERROR and str(error).startswith("no such"):
        raise DatabaseError(
            translate("Errors", "{name} is not whole: there is {what}.").format(
                name=_named(path), what=str(error).replace("such ", "", 1)
            ),
            translate("Errors", "Use a sound copy; `detente check` lists what is missing."),
            details,
        ) from error
    raise DatabaseError(
        translate("Errors", "{name} is damaged.").format(name=_named(path)),
        translate("Errors", "Use a sound copy; `detente check` lists what is wrong."),
        details,
    ) from error


def telling(
    function: Callable[Concatenate[sqlite3.Connection, _Arguments], _Answer],
) -> Callable[Concatenate[sqlite3.Connection, _Arguments], _Answer]:
    """Make a function that reads from a connection raise DatabaseError, or Cancelled, for SQLite's errors.

    ProgrammingError stays as it is: a statement that does not fit the schema is a bug of ours.
    """

    @functools.wraps(function)
    def reading(
        connection: sqlite3.Connection, *args: _Arguments.args, **kwargs: _Arguments.kwargs
    ) -> _Answer:
        try:
            return function(connection, *args, **kwargs)
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
                # Whatever is still asked of the connection may be interrupted as well.
                raise Cancelled from error
            tell(error, path_of(connection))

    return reading


def path_of(connection: sqlite3.Connection) -> Path:
    """The file behind a connection."""
    return Path(connection.execute("PRAGMA database_list").fetchone()[2] or "memory")


def uri_of(path: Path, mode: str) -> str:
    """The path as SQLite's file URI, safe for spaces, ?, #, %, and names that are no Unicode."""
    absolute = path.absolute()
    # os.fsencode keeps the bytes of an undecodable name; Windows needs / and a third / before C:.
    raw = os.fsencode(absolute.as_posix())
    return f"file://{'' if raw.startswith(b'/') else '/'}{quote_from_bytes(raw)}?mode={mode}"


def _connect(path: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(
            uri_of(path, "ro"),
            uri=True,
            timeout=2.0,
            isolation_level=None,
            # SQLite itself is thread-safe; the window closes a worker's connection from its own thread.
            check_same_thread=False,
        )
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error as error:
        tell(error, path)
    return connection


def _connect_sound(path: Path) -> sqlite3.Connection:
    """A connection to a file in which a change that another program has broken off is undone first.

    What cannot be undone, as in a folder that may not be written to, is told by whoever reads it next.
    """
    connection = _connect(path)
    try:
        _pragma(connection, "schema_version")
    except sqlite3.DatabaseError as error:
        connection.close()
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_READONLY_ROLLBACK:
            tell(error, path)
        with contextlib.suppress(sqlite3.Error):
            writer = sqlite3.connect(uri_of(path, "rw"), uri=True, timeout=2.0)
            with contextlib.closing(writer):
                _pragma(writer, "schema_version")
        return _connect(path)
    return connection


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def _named(path: Path) -> str:
    """The path in quotation marks, on one line, whatever characters it holds."""
    text = os.fsencode(path).decode(errors="replace")
    return quoted("".join(letter if letter.isprintable() else "�" for letter in text))


def _look_at(path: Path) -> None:
    """Pass only files that begin like an SQLite database and have all the pages they claim."""
    name = _named(path)
    try:
        if path.is_dir():
            raise DatabaseError(
                translate("Errors", "{name} is a folder, not a database.").format(name=name),
                translate("Errors", "Name the file inside it."),
            )
        if not path.exists():
            raise DatabaseError(
                translate("Errors", "There is no file {name}.").format(name=name),
                translate("Errors", "Check its name and folder."),
            )
        if not path.is_file():
            raise DatabaseError(
                translate("Errors", "{name} is a device or a pipe, not a database.").format(name=name),
                translate("Errors", "Name a file."),
            )
        with path.open("rb") as stream:
            header = stream.read(4096)
            size = stream.seek(0, os.SEEK_END)
    except PermissionError as error:
        raise DatabaseError(
            translate("Errors", "You may not read {name}.").format(name=name),
            translate("Errors", "Ask its owner for read permission."),
        ) from error
    except (OSError, ValueError) as error:
        raise DatabaseError(
            translate("Errors", "{name} cannot be read.").format(name=name),
            translate("Errors", "Check its name and its disk."),
            str(error),
        ) from error
    if not header:
        raise DatabaseError(
            translate("Errors", "{name} is an empty file, not a database.").format(name=name),
            translate("Errors", "Name another, or use a sound copy."),
        )
    if not header.startswith(_MAGIC):
        raise DatabaseError(
            translate("Errors", "{name} is not a database: it is {kind}.").format(
                name=name, kind=_kind_of(header)
            ),
            translate("Errors", "Name a Détente database."),
        )
    claimed = _claimed_size(header)
    # Pages that another program has not yet moved out of its write-ahead log may be missing here.
    if claimed > size and not path.with_name(path.name + "-wal").exists():
        raise DatabaseError(
            translate("Errors", "{name} is damaged: it ends after {size} of {claimed} bytes.").format(
                name=name, size=grouped(size), claimed=grouped(claimed)
            ),
            translate("Errors", "Copy or download it again."),
        )


def _claimed_size(header: bytes) -> int:
    """Bytes that the SQLite header says the file has, 0 where it does not say so reliably."""
    if len(header) < 100 or header[24:28] != header[92:96]:
        return 0
    page = int.from_bytes(header[16:18], "big")
    return (65536 if page == 1 else page) * int.from_bytes(header[28:32], "big")


def _kind_of(header: bytes) -> str:
    for start, kind in _KNOWN:
        if header.startswith(start):
            return translate("Errors", kind)
    # The last character may have been cut in two.
    text = header.decode("utf-8", "ignore")
    is_text = len(text.encode()) > len(header) - 4 and "\0" not in text
    return translate("Errors", "a text file") if is_text else translate("Errors", "a file of another kind")


def _recognise(path: Path, application: int, version: int, present: set[str]) -> None:
    name = _named(path)
    if application != APPLICATION_ID:
        raise DatabaseError(
            translate("Errors", "{name} is an SQLite database of another program.").format(name=name),
            translate("Errors", "Name a database made by Détente."),
        )
    if version > SCHEMA_VERSION:
        raise DatabaseError(
            translate(
                "Errors", "{name} was made by a newer Détente (schema {version}, this one reads {known})."
            ).format(name=name, version=version, known=SCHEMA_VERSION),
            translate("Errors", "Install the latest Détente."),
        )
    if version < OLDEST_VERSION:
        raise DatabaseError(
            translate(
                "Errors", "{name} was made by an older Détente (schema {version}, this one reads {known})."
            ).format(name=name, version=version, known=SCHEMA_VERSION),
            translate("Errors", "Get a newer copy: this one cannot be brought up to date."),
        )
    missing = sorted(tables_of(version) - present)
    if missing:
        said = (
            translate("Errors", "{name} is not whole: it lacks the table {tables}.")
            if len(missing) == 1
            else translate("Errors", "{name} is not whole: it lacks the tables {tables}.")
        )
        raise DatabaseError(
            said.format(name=name, tables=", ".join(missing)),
            translate("Errors", "Use a sound copy."),
        )
