"""Opening a database file for reading, with one clear sentence for everything that may be wrong with it.

The window and every command come through here. Nothing is opened read-write in order to read, and nothing is
created, changed or removed beside the file: what cannot be read so is read from a private copy. Only the
standard library is imported: this runs before the first timeline is drawn.
"""

import contextlib
import os
import re
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, TypeAlias

from explorer.domain.errors import DatabaseError
from explorer.domain.tongue import grouped, mark, translate
from explorer.storage.connection import ChangedError, Connection, KnownState, changed, connect
from explorer.storage.file_state import Header, identity_of, state_of
from explorer.storage.telling import named, tell, told
from explorer.storage.uri import beside

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

#: Those of them that are no tables of rows, and what makes them.
_VIRTUAL: Final = {"event_text": "fts5", "event_text_terms": "fts5vocab"}

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

#: Where what comes and goes without the database being another begins.
_APART: Final = (
    "SELECT rootpage FROM sqlite_schema WHERE tbl_name IN ('packed_columns', 'views') AND rootpage > 0"
)

_SCHEMA: Final = "SELECT name, type, sql FROM sqlite_schema"
_COMPUTES: Final = re.compile(r"\bas\b", re.IGNORECASE)
_GENERATED: Final = "SELECT 1 FROM pragma_table_xinfo(?) WHERE hidden > 1"

#: How often a file is looked at that another program is writing.
_TRIES: Final = 3

#: Told the work done of how much; its False ends that work.
Progress: TypeAlias = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class _Source:
    """What is really read: the file itself, as immutable where that is safe, or a private copy of it."""

    path: Path
    is_immutable: bool
    #: The state of the file that the user named.
    opened_as: KnownState
    identity: str
    #: Keeps the copy there.
    copy: object = None

    @property
    def known(self) -> KnownState | None:
        """What questions are held to: a private copy is changed by nobody."""
        return None if self.copy is not None else self.opened_as


@dataclass(frozen=True, slots=True)
class Database:
    """A file that was found to be a readable Détente database.

    `properties` is what the file says of itself: title, description, first_event, first_window. Where
    `is_mended`, what is not sound in it is left out. `size` is in bytes, as it was opened.
    """

    path: Path
    schema_version: int
    properties: Mapping[str, str]
    size: int
    is_mended: bool = False
    _source: _Source = field(kw_only=True, compare=False, repr=False)

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return self.path.name

    @property
    def known(self) -> KnownState | None:
        """The state in which the file was opened; None for a private copy, which nobody changes."""
        return self._source.known

    def is_as_opened(self, state: str) -> bool:
        """Whether a state of the file that state_of gave is the one in which it was opened."""
        return state == self._source.opened_as.state and not self._source.opened_as.is_over

    def connect(self, goes_on: Callable[[], bool] | None = None) -> Connection:
        """A new read-only connection in autocommit mode; whoever asks for it closes it.

        One for each thread: connections are never shared, though any thread may interrupt or close
        one. `goes_on` is asked every few milliseconds of long work. Raises DatabaseError, ChangedError.
        """
        return _connected(self.path, self._source, goes_on, is_mended=self.is_mended)

    def mended(self) -> "Database":
        """The same database with what is not sound in it left out."""
        return replace(self, is_mended=True)

    def fingerprint(self, progress: Progress | None = None) -> str:
        """What the file holds as 16 hexadecimal digits; packed columns and saved views make no difference.

        Reads the whole file, telling `progress` the bytes read of how many. Raises DatabaseError, and
        Cancelled when `progress` says no.
        """
        from explorer.storage.fingerprint import fingerprint

        connection = self.connect(None if progress is None else lambda: progress(0, 0))
        try:
            with told(self.path, connection), connection.steady():
                return fingerprint(self._source.path, connection, progress)
        except OSError as error:
            raise DatabaseError(
                translate("Errors", "{name} cannot be read.").format(name=named(self.path)),
                translate("Errors", "Check its disk."),
                str(error),
            ) from error
        finally:
            connection.close()


def sqlite_version() -> str:
    """The version of the library that reads databases."""
    return sqlite3.sqlite_version


def open_database(path: Path, progress: Progress | None = None) -> Database:
    """The database in that file, checked to be whole at first sight, ours, and of a version we read.

    Reads a few pages only, unless the file can only be read from a copy: then `progress` is told the bytes
    copied of how many, and may say no. Raises DatabaseError, which names the file and what it is instead, and
    Cancelled.
    """
    for tries_left in range(_TRIES - 1, -1, -1):
        try:
            return _opened(path, progress)
        except ChangedError:
            # Another program wrote while it was looked at.
            if not tries_left:
                raise
    raise AssertionError("the last try answers or raises")


def _opened(path: Path, progress: Progress | None) -> Database:
    source = _source_of(path, _look_at(path), progress)
    with contextlib.closing(_connected(path, source)) as connection, told(path, connection):
        with connection.steady():
            application = _pragma(connection, "application_id")
            version = _pragma(connection, "user_version")
            size = _pragma(connection, "page_count") * _pragma(connection, "page_size")
            schema = {name: (kind, sql or "") for name, kind, sql in connection.execute(_SCHEMA)}
            _recognise(path, application, version, set(schema))
            _require_tables(path, version, schema, connection)
        from explorer.storage.reading import read_properties

        properties = read_properties(connection)
    return Database(path, version, properties, size, _source=source)


def _source_of(path: Path, header: Header, progress: Progress | None) -> _Source:
    """How a file is to be read. Raises DatabaseError, Cancelled."""
    from explorer.storage.private_copy import copied, has_journal, has_log

    for ending in ("-journal", "-wal"):
        _require_file(beside(path, ending))
    # First: whatever is read from now on is of this state, or the change is noticed.
    known = KnownState(path, state_of(path))
    identity = identity_of(path, header)
    # SQLite would take a log into account whatever the header says, and make files of its own for it.
    if header.has_log or beside(path, "-wal").exists():
        is_copied = has_log(path) or has_journal(path)
    else:
        is_copied = has_journal(path) and _is_half_changed(path, known)
    if not is_copied:
        is_immutable = header.has_log or beside(path, "-wal").exists()
        return _Source(path, is_immutable=is_immutable, opened_as=known, identity=identity)
    from explorer.storage import cache

    try:
        copy = copied(path, cache.folder(), progress)
    except RuntimeError as error:
        raise DatabaseError(
            translate("Errors", "{name} cannot be opened.").format(name=named(path)),
            translate("Errors", "Name a folder for caches in XDG_CACHE_HOME."),
            str(error),
        ) from error
    return _Source(copy.path, is_immutable=True, opened_as=known, identity=identity, copy=copy)


def _require_file(path: Path) -> None:
    """Pass what is a file or is not there. Raises DatabaseError.

    SQLite would wait for a pipe for ever, and read whatever a link leads to.
    """
    if os.path.lexists(path) and (path.is_symlink() or not path.is_file()):
        raise DatabaseError(
            translate("Errors", "{name} is no file, and SQLite would read it.").format(name=named(path)),
            translate("Errors", "Move it away."),
        )


def _is_half_changed(path: Path, known: KnownState) -> bool:
    """Whether another program has broken off a change, which would have to be undone before reading."""
    from explorer.storage.locks import is_being_written

    is_written = is_being_written(path)
    if is_written is not None:
        return not is_written
    source = _Source(path, is_immutable=False, opened_as=known, identity="")
    with contextlib.closing(_connected(path, source)) as connection:
        try:
            _pragma(connection, "schema_version")
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_READONLY_ROLLBACK:
                return True
            tell(error, path)
    # Another program is just writing.
    return False


def _connected(
    path: Path, source: _Source, goes_on: Callable[[], bool] | None = None, *, is_mended: bool = False
) -> Connection:
    from explorer.storage.mended import mend

    if source.known is not None and not source.known.holds():
        source.known.is_over = True
        raise changed(path)
    with told(path):
        connection = connect(
            source.path,
            path,
            is_immutable=source.is_immutable,
            goes_on=goes_on,
            before=mend if is_mended else None,
        )
    connection.known, connection.identity = source.known, source.identity
    connection.reopen = lambda: _connected(path, source, goes_on, is_mended=True)
    return connection


def tables_of(version: int) -> frozenset[str]:
    """The tables that a file of a version has."""
    return TABLES.union(*(added for since, added in _ADDED.items() if since <= version))


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def _look_at(path: Path) -> Header:
    """The header of a file that begins like an SQLite database and has all the pages it claims."""
    name = named(path)
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
        with path.open("rb", buffering=0) as stream:
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
    found = Header(header[:100])
    claimed = found.claimed_size
    # Pages that another program has not yet moved out of its write-ahead log may be missing here.
    if claimed > size and not beside(path, "-wal").exists():
        raise DatabaseError(
            translate("Errors", "{name} is damaged: it ends after {size} of {claimed} bytes.").format(
                name=name, size=grouped(size), claimed=grouped(claimed)
            ),
            translate("Errors", "Copy or download it again."),
        )
    return found


def _kind_of(header: bytes) -> str:
    for start, kind in _KNOWN:
        if header.startswith(start):
            return translate("Errors", kind)
    # The last character may have been cut in two.
    text = header.decode("utf-8", "ignore")
    is_text = len(text.encode()) > len(header) - 4 and "\0" not in text
    return translate("Errors", "a text file") if is_text else translate("Errors", "a file of another kind")


def _recognise(path: Path, application: int, version: int, present: set[str]) -> None:
    name = named(path)
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


def _require_tables(
    path: Path, version: int, schema: Mapping[str, tuple[str, str]], connection: sqlite3.Connection
) -> None:
    """Pass only files whose tables are tables: what else has their names may run for ever.

    Raises DatabaseError, sqlite3.Error.
    """
    for table in sorted(tables_of(version)):
        kind, statement = schema[table]
        words = statement.split("(", 1)[0].casefold().split()
        module = _VIRTUAL.get(table)
        expected = ["create", "table"] if module is None else ["create", "virtual", "table"]
        is_ours = kind == "table" and words[: len(expected)] == expected
        if is_ours and module is not None:
            is_ours = words[-2:] == ["using", module]
        if not is_ours:
            raise DatabaseError(
                translate(
                    "Errors", "{name} is not whole: its “{table}” is no table of a Détente database."
                ).format(name=named(path), table=table),
                translate("Errors", "Use a sound copy."),
            )
    # A look at the words first: that at the columns costs more than all the rest.
    suspects = [table for table in tables_of(version) - _VIRTUAL.keys() if _COMPUTES.search(schema[table][1])]
    computed = {table for table in suspects if connection.execute(_GENERATED, (table,)).fetchone()}
    if computed:
        raise DatabaseError(
            translate("Errors", "{name} is not whole: values of its table {tables} are computed.").format(
                name=named(path), tables=", ".join(sorted(computed))
            ),
            translate("Errors", "Use a sound copy."),
        )
    encoding = connection.execute("PRAGMA encoding").fetchone()[0]
    if encoding != "UTF-8":
        raise DatabaseError(
            translate("Errors", "{name} keeps its texts as {encoding}, not as UTF-8.").format(
                name=named(path), encoding=encoding
            ),
            translate("Errors", "Dump it to SQL and read that into a new database."),
        )
