"""The file of a reader's own notes and stars: a small SQLite file beside the database, never in it.

explorer/ui/notebook.py reads and writes it on a thread of its own, the command line reads it. Where the
database's folder cannot be written to, notes are kept in the user's data folder, and come back from there
when it can be. Every write is one transaction on one row, merged with what another window wrote meanwhile.
Reading changes neither file: what waits in the user's folder is brought back by the next write.

Where a note is cleared in one file while the other may still have it, a blank row stands for that: it has
the date of what was cleared, so that it does away with just that, and with nothing written later.
"""

import contextlib
import hashlib
import os
import sqlite3
import sys
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from explorer.domain.errors import DatabaseError, ExplorerError
from explorer.domain.note import Note, merged
from explorer.domain.tongue import grouped, translate
from explorer.storage import cache
from explorer.storage.connection import connect
from explorer.storage.file_state import Header
from explorer.storage.private_copy import copied, has_journal, has_log, names_another
from explorer.storage.uri import beside, uri_of

ENDING: Final = ".notes"
APPLICATION_ID: Final = 0x44544E4E
VERSION: Final = 1

_TABLE: Final = """
    CREATE TABLE IF NOT EXISTS notes (
        slug    TEXT PRIMARY KEY,           -- the event's identifier in its database
        starred INTEGER NOT NULL CHECK (starred IN (0, 1)),
        text    TEXT NOT NULL,
        changed TEXT NOT NULL               -- UTC, ISO 8601
    ) STRICT
"""
_ALL: Final = "SELECT slug, starred, text, changed FROM notes"
_ONE: Final = "SELECT slug, starred, text, changed FROM notes WHERE slug = ?"
_PUT: Final = """
    INSERT INTO notes VALUES (?, ?, ?, ?)
    ON CONFLICT (slug) DO UPDATE
        SET starred = excluded.starred, text = excluded.text, changed = excluded.changed
"""
_REMOVE: Final = "DELETE FROM notes WHERE slug = ?"


class NotesError(ExplorerError):
    """The file of notes cannot be read or written; `is_place` says that its folder is the reason."""

    is_place = False


@dataclass(frozen=True, slots=True)
class Places:
    """Where a database's notes may be: `beside` it, or in the user's `own` folder."""

    beside: Path
    own: Path

    @property
    def kept_in(self) -> Path:
        """The file that is written to now."""
        return self.beside if _is_writable(self.beside) else self.own


def places_of(database: Path) -> Places:
    """Both places for the notes on a database; neither need exist."""
    database = database.absolute()
    # Events keep their identifiers when a database is built anew: its place names it, not its content.
    key = hashlib.sha256(os.fsencode(database.resolve())).hexdigest()[:12]
    return Places(
        database.with_name(database.name + ENDING), folder() / f"{database.name[:80]}-{key}{ENDING}"
    )


def folder() -> Path:
    """Where the system wants what a user has made, with a folder of ours."""
    try:
        home = Path.home()
    except RuntimeError:
        home = Path.cwd()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / "Detente" / "Notes"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Detente" / "Notes"
    named = os.environ.get("XDG_DATA_HOME", "")
    # The specification wants a relative path ignored.
    base = Path(named) if Path(named).is_absolute() else home / ".local" / "share"
    return base / "detente" / "notes"


def now() -> str:
    """The present moment as `Note.changed` has it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def read_notes(database: Path) -> tuple[dict[str, Note], NotesError | None]:
    """Every note on a database by the event's slug, and why some file of them could not be read, if so.

    Nothing is written. Where one row of a file is no note, the others are read.
    """
    places = places_of(database)
    notes: dict[str, Note] = {}
    problem: NotesError | None = None
    for path in (places.own, places.beside):
        try:
            found, broken = _all(path)
        except NotesError as error:
            problem = problem or error
            continue
        for slug, theirs in found.items():
            former = notes.get(slug)
            notes[slug] = theirs if former is None else _joined(former, theirs)
        if broken:
            problem = problem or _left_out(path, broken)
    return {slug: note for slug, note in notes.items() if not note.is_blank}, problem


def write_note(database: Path, base: Note, mine: Note) -> Note:
    """Put a note, made of `base` as it was last read, into the file; the answer is what stands there now.

    It differs from `mine` when somebody else has changed the row since: then it has both. Raises NotesError.
    """
    places = places_of(database)
    path = places.kept_in
    other = places.own if path == places.beside else places.beside
    try:
        if path == places.beside:
            # First: `base` was read from both. A crash on the way leaves the notes in both.
            with contextlib.suppress(NotesError, OSError):
                _bring_back(places)
        return _write(path, base, mine, lambda: _may_have(other, mine.slug))
    except NotesError as error:
        # A folder may look writable and not be: a mounted picture, a full quota.
        if error.is_place and places.kept_in != places.own:
            return rescue_note(database, base, mine)
        raise


def rescue_note(database: Path, base: Note, mine: Note) -> Note:
    """As write_note, into the user's own folder: for when the file beside the database refuses."""
    # The other file is not asked: a lock would cost seconds for every note.
    return _write(places_of(database).own, base, mine, lambda: True)


def _may_have(path: Path, slug: str) -> bool:
    try:
        return _row(path, slug) is not None
    except NotesError:
        return True


def _joined(own: Note, beside: Note) -> Note:
    for blank, other in ((own, beside), (beside, own)):
        if blank.is_blank and other.changed <= blank.changed:
            return blank
    newer = own if own.changed > beside.changed else beside
    return replace(merged(Note(own.slug), own, beside), is_starred=newer.is_starred, changed=newer.changed)


def _bring_back(places: Places) -> None:
    """Move the notes of the user's folder beside the database; a crash on the way leaves both.

    The emptied file stays: SQLite takes back half a transaction by a file's name, so that one which is
    removed while another window has it open can cost the notes of the one made in its place.
    """
    if not places.own.is_file() or not _all(places.own)[0]:
        return
    with _writing(places.own, "rw") as connection:
        waiting = [_note(row) for row in connection.execute(_ALL)]
        with _writing(places.beside, "rwc") as target:
            for own in waiting:
                row = target.execute(_ONE, (own.slug,)).fetchone()
                note = _joined(own, _note(row)) if row else own
                if note.is_blank:
                    target.execute(_REMOVE, (note.slug,))
                else:
                    _put(target, note)
        connection.execute("DELETE FROM notes")


def _all(path: Path) -> tuple[dict[str, Note], int]:
    """The notes of a file, none where there is no file, and how many rows of it are no notes.

    Raises NotesError.
    """
    if not os.path.lexists(path):
        return {}, 0
    _require_file(path)
    # To read what a crash left half written, SQLite would take it back: in a copy, not in its place.
    with _said_of(path):
        copy = copied(path, cache.folder()) if has_journal(path) or has_log(path) else None
        source = path if copy is None else copy.path
        is_immutable = copy is not None or beside(path, "-wal").exists() or _head(path).has_log
        with contextlib.closing(connect(source, path, is_immutable=is_immutable)) as connection:
            connection.text_factory = _decoded
            if not _is_recognised(connection, path):
                return {}, 0
            rows = connection.execute(_ALL).fetchall()
    notes = {row[0]: _note(row) for row in rows if _is_note(row)}
    return notes, len(rows) - len(notes)


def _row(path: Path, slug: str) -> Note | None:
    return _all(path)[0].get(slug)


def _is_note(row: tuple[Any, ...]) -> bool:
    slug, is_starred, text, changed = row
    return type(slug) is type(text) is type(changed) is str and is_starred in {0, 1}


def _left_out(path: Path, rows: int) -> NotesError:
    said = (
        translate("Errors", "“{path}” holds {n} row that is no note: it is left out.")
        if rows == 1
        else translate("Errors", "“{path}” holds {n} rows that are no notes: they are left out.")
    )
    return NotesError(
        said.format(path=path, n=grouped(rows)), translate("Errors", "Your other notes are there.")
    )


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _head(path: Path) -> Header:
    with path.open("rb", buffering=0) as stream:
        return Header(stream.read(100))


def _require_file(path: Path) -> None:
    """Pass what is a file, with files beside it. Raises NotesError.

    SQLite would wait for a pipe for ever, and read or write whatever a link leads to.
    """
    for one in (path, beside(path, "-journal"), beside(path, "-wal")):
        if os.path.lexists(one) and (one.is_symlink() or not one.is_file()):
            raise NotesError(
                translate("Errors", "“{path}” is not a file of notes.").format(path=one),
                translate("Errors", "Move it away, or give the database another name."),
            )


def _require_settled(path: Path) -> None:
    """Pass a file that SQLite can write to without playing back what another left. Raises NotesError."""
    _require_file(path)
    if path.exists() and (
        names_another(beside(path, "-journal")) or beside(path, "-wal").exists() or _head(path).has_log
    ):
        said = NotesError(
            translate("Errors", "“{path}” is kept with a log or a journal of another program.").format(
                path=path
            ),
            translate("Errors", "Move it away."),
        )
        said.is_place = True
        raise said


def _write(path: Path, base: Note, mine: Note, is_elsewhere: Callable[[], bool]) -> Note:
    """Put a note into one file; `is_elsewhere` says whether `base` may have been read from the other one."""
    # What is answered is the base of the next write: it has to be what stands in the file.
    mine = replace(mine, text=_encodable(mine.text))
    # What a file that is new, or never had the row, does not have was cleared by nobody.
    is_apart = not base.is_blank and (not path.exists() or is_elsewhere())
    try:
        _require_settled(path)
    except OSError as error:
        raise _refused(path, error) from error
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(path, error) from error
    with _writing(path, "rwc") as connection:
        row = connection.execute(_ONE, (mine.slug,)).fetchone()
        theirs = _note(row) if row else base if is_apart else Note(mine.slug)
        kept = mine if theirs.says(base) else merged(base, mine, theirs)
        if not kept.is_blank:
            _put(connection, kept)
        elif is_apart:
            connection.execute(_PUT, (kept.slug, 0, "", base.changed))
        elif not (row and theirs.is_blank and is_elsewhere()):
            connection.execute(_REMOVE, (kept.slug,))
    return kept


def _put(connection: sqlite3.Connection, note: Note) -> None:
    values = (note.slug, int(note.is_starred), note.text, note.changed or now())
    connection.execute(_PUT, values)


@contextlib.contextmanager
def _writing(path: Path, mode: str) -> Generator[sqlite3.Connection]:
    """One transaction on a file. Raises NotesError."""
    with _opened(path, mode) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def _encodable(text: str) -> str:
    # Half a surrogate pair may be pasted; SQLite takes none.
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _note(row: tuple[str, int, str, str]) -> Note:
    return Note(row[0], bool(row[1]), row[2], row[3])


@contextlib.contextmanager
def _opened(path: Path, mode: str) -> Generator[sqlite3.Connection]:
    """A connection that writes to a file of notes, made if `mode` says so. Raises NotesError."""
    with _said_of(path):
        connection = sqlite3.connect(uri_of(path, mode), uri=True, timeout=2.0, isolation_level=None)
        with contextlib.closing(connection):
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA synchronous = FULL")
            connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
            _make(connection, path, may_make=mode == "rwc")
            yield connection


@contextlib.contextmanager
def _said_of(path: Path) -> Generator[None]:
    """Whatever goes wrong with a file of notes meanwhile is raised as NotesError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _said(path, error) from error
    except DatabaseError as error:
        raise NotesError(error.what, error.advice, error.details) from error
    except OSError as error:
        raise _refused(path, error) from error
    except (UnicodeDecodeError, MemoryError, RuntimeError) as error:
        # SQLite quotes names of the file in its messages, and these may be any bytes.
        raise NotesError(
            translate("Errors", "“{path}” is damaged or not a file of notes.").format(path=path),
            translate("Errors", "Move it away."),
            str(error),
        ) from error


def _make(connection: sqlite3.Connection, path: Path, *, may_make: bool) -> None:
    # Of one moment: another window may be making the file.
    connection.execute("BEGIN")
    try:
        is_there = _is_recognised(connection, path)
    finally:
        connection.execute("ROLLBACK")
    if is_there:
        return
    if not may_make:
        # Another window is just making it.
        connection.execute("CREATE TEMP TABLE notes (slug, starred, text, changed)")
        return
    connection.execute("BEGIN IMMEDIATE")
    # Another window may have been faster.
    connection.execute(_TABLE)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def _is_recognised(connection: sqlite3.Connection, path: Path) -> bool:
    """True for a file of notes, False for one that is still empty. Raises NotesError, sqlite3.Error."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    present = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    if not present and not application:
        return False
    if application == APPLICATION_ID and version > VERSION:
        raise NotesError(
            translate("Errors", "“{path}” was written by a newer Détente.").format(path=path),
            translate("Errors", "Install the latest Détente."),
        )
    # A view in the place of the table may run for ever, and a trigger writes what nobody asked for.
    is_ours = [(kind, name) for kind, name, _ in present] == [("table", "notes")]
    if application != APPLICATION_ID or not is_ours or not _is_declared(present[0][2]):
        raise NotesError(
            translate("Errors", "“{path}” is not a file of notes.").format(path=path),
            translate("Errors", "Move it away, or give the database another name."),
        )
    return True


def _is_declared(statement: str) -> bool:
    """Whether a table is declared as ours, comments and blanks aside."""
    declared = _TABLE.replace("IF NOT EXISTS ", "")
    return _plain(statement) == _plain(declared)


def _plain(statement: str) -> str:
    return " ".join(" ".join(line.partition("--")[0] for line in statement.splitlines()).split())


def _said(path: Path, error: sqlite3.DatabaseError) -> NotesError:
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    details = f"{getattr(error, 'sqlite_errorname', 'SQLite')}: {error}"
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return NotesError(
            translate("Errors", "“{path}” is locked by another program.").format(path=path),
            translate("Errors", "Close it there."),
            details,
        )
    if code in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR}:
        return NotesError(
            translate("Errors", "“{path}” is damaged or not a file of notes.").format(path=path),
            translate("Errors", "Move it away."),
            details,
        )
    if code == sqlite3.SQLITE_FULL:
        return NotesError(
            translate("Errors", "“{path}” cannot be written: the disk is full.").format(path=path),
            translate("Errors", "Make room."),
            details,
        )
    said = NotesError(
        translate("Errors", "“{path}” cannot be read or written.").format(path=path),
        translate("Errors", "Check its folder and its disk."),
        details,
    )
    said.is_place = code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}
    return said


def _refused(path: Path, error: OSError) -> NotesError:
    return NotesError(
        translate("Errors", "“{path}” cannot be written: {reason}.").format(
            path=path, reason=error.strerror or error
        ),
        translate("Errors", "Check its folder."),
    )


def _is_writable(path: Path) -> bool:
    # SQLite needs a journal beside the file.
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def notes_by_id(notes: Mapping[str, Note], id_of: Callable[[str], int | None]) -> dict[int, Note]:
    """The notes on events that the database has, by the event's id; those on others stay in the file."""
    found = ((id_of(slug), note) for slug, note in notes.items())
    return {event_id: note for event_id, note in found if event_id is not None}
