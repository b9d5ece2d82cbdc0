"""A private copy of a database that cannot be read in its place without a trace.

Two kinds are copied. One that another program left half changed has a journal beside it: to read it, SQLite
would put it back as it was, remove the journal, and any file that the journal names. One with a write-ahead
log would get files of SQLite's beside it, and lose them. Copies lie in the user's cache folder and go with
the last that refers to them; those of a program that was killed go at the next copy.
"""

import contextlib
import os
import secrets
import shutil
import sqlite3
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final

from explorer.domain.errors import DatabaseError
from explorer.domain.listing import quoted
from explorer.domain.tongue import grouped, translate
from explorer.storage.connection import Cancelled, budget_of, connect
from explorer.storage.file_state import Header, state_of
from explorer.storage.uri import beside, uri_of

_PIECE: Final = 2**20

#: What a journal begins with and what ends one that names other files; see SQLite's pager.c.
_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_JOURNAL_HEADER: Final = 28
_RECORD_END: Final = 16

#: How often a file that changes while it is being copied is copied again.
_TRIES: Final = 3


class Copy:
    """One private copy: `path` lasts as long as this does."""

    def __init__(self, folder: Path, name: str) -> None:
        self.path = folder / name
        self._finalizer = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)

    def remove(self) -> None:
        """Remove it now."""
        self._finalizer()


def has_journal(path: Path) -> bool:
    """Whether a journal lies beside a database that may have to be played back: not one that is spent."""
    journal = beside(path, "-journal")
    with contextlib.suppress(OSError):
        if journal.is_file():
            with journal.open("rb") as stream:
                return stream.read(1) not in {b"", b"\0"}
    return False


def names_another(journal: Path) -> bool:
    """Whether a journal names a file, which SQLite would remove when it plays the journal back."""
    with contextlib.suppress(OSError):
        if journal.is_file():
            with journal.open("rb") as stream:
                return _named_from(stream) is not None
    return False


def has_log(path: Path) -> bool:
    """Whether a write-ahead log with something in it lies beside a database."""
    with contextlib.suppress(OSError):
        return beside(path, "-wal").stat().st_size > 0
    return False


def copied(path: Path, home: Path, progress: Callable[[int, int], bool] | None = None) -> Copy:
    """A copy of a database as it stands with its log, or without what its journal takes back.

    It needs neither: it can be read as immutable. `progress` is told the bytes copied of how many, and may
    say no. Raises DatabaseError, Cancelled.
    """
    for _ in range(_TRIES):
        state = _state_of_all(path)
        copy = _copied_once(path, home, progress)
        if _state_of_all(path) == state:
            _settle(copy.path, path, progress)
            return copy
        copy.remove()
    raise DatabaseError(
        translate("Errors", "{name} is being written by another program.").format(name=quoted(path.name)),
        translate("Errors", "Close it there, then try again."),
    )


def _state_of_all(path: Path) -> str:
    return f"{state_of(path)} {state_of(beside(path, '-journal'))}"


def _copied_once(path: Path, home: Path, progress: Callable[[int, int], bool] | None) -> Copy:
    try:
        folder = new_folder(home)
    except (OSError, RuntimeError) as error:
        raise _no_room(path, str(error)) from error
    copy = Copy(folder, "copy.db")
    names = [ending for ending in ("", "-wal", "-journal") if beside(path, ending).is_file()]
    try:
        _copy_all(path, copy.path, names, progress)
    except OSError as error:
        copy.remove()
        raise _no_room(path, str(error)) from error
    except BaseException:
        copy.remove()
        raise
    return copy


def _copy_all(path: Path, to: Path, endings: list[str], progress: Callable[[int, int], bool] | None) -> None:
    total = sum(beside(path, ending).stat().st_size for ending in endings)
    if shutil.disk_usage(to.parent).free < total + total // 8:
        raise _no_room(path, f"{grouped(total)} bytes are needed")
    done = 0
    for ending in endings:
        with beside(path, ending).open("rb") as source, beside(to, ending).open("wb") as target:
            while piece := source.read(_PIECE):
                if piece.count(0) == len(piece):
                    # What a sparse file does not hold takes no room in the copy either.
                    target.seek(len(piece), os.SEEK_CUR)
                else:
                    target.write(piece)
                done += len(piece)
                if progress is not None and not progress(done, max(total, done)):
                    raise Cancelled
            target.truncate()


def _settle(copy: Path, named: Path, progress: Callable[[int, int], bool] | None) -> None:
    """The copy is one sound file. Raises DatabaseError, Cancelled."""
    journal = beside(copy, "-journal")
    if journal.exists():
        with copy.open("rb") as stream:
            header = Header(stream.read(100))
        _make_harmless(journal, header, copy.stat().st_size, named)
    try:
        # Nothing of the schema is run: no trigger fires when pages are put back.
        connection = sqlite3.connect(uri_of(copy, "rw"), uri=True, timeout=2.0, isolation_level=None)
        with contextlib.closing(connection):
            left = budget_of(copy.stat().st_size)

            def spend() -> int:
                nonlocal left
                left -= 100_000
                return int(left < 0 or (progress is not None and not progress(0, 0)))

            connection.set_progress_handler(spend, 100_000)
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
            connection.execute("PRAGMA schema_version").fetchone()
        with contextlib.closing(connect(copy, named, is_immutable=True)) as reader:
            reader.execute("PRAGMA schema_version").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise DatabaseError(
            translate("Errors", "{name} was left half changed by another program.").format(
                name=quoted(named.name)
            ),
            translate("Errors", "Open it once with the program that wrote it, or use a sound copy."),
            str(error),
        ) from error
    for ending in ("-wal", "-shm", "-journal"):
        beside(copy, ending).unlink(missing_ok=True)


def _make_harmless(journal: Path, header: Header, size: int, named: Path) -> None:
    """A copied journal names no other file, and makes the database no larger than its pages do.

    Raises DatabaseError.
    """
    with journal.open("r+b") as stream:
        head = stream.read(_JOURNAL_HEADER)
        begin = _named_from(stream)
        if begin is not None:
            stream.truncate(begin)
        length = stream.seek(0, os.SEEK_END)
    pages = int.from_bytes(head[16:20], "big")
    if head.startswith(_MAGIC) and pages * header.page_size > size + length + header.page_size:
        raise DatabaseError(
            translate("Errors", "The journal beside {name} is damaged.").format(name=quoted(named.name)),
            translate("Errors", "Use a sound copy."),
        )


def _named_from(journal: BinaryIO) -> int | None:
    """Where the record of another file's name begins in a journal, None without one."""
    size = journal.seek(0, os.SEEK_END)
    if size < _RECORD_END:
        return None
    journal.seek(size - _RECORD_END)
    end = journal.read(_RECORD_END)
    length = int.from_bytes(end[:4], "big")
    if end[8:] != _MAGIC or not length:
        return None
    # The number of a page that is never used, the name, its length, a checksum and the magic.
    return max(0, size - _RECORD_END - length - 4)


def new_folder(home: Path) -> Path:
    """A folder for one copy, for this user alone. Raises OSError."""
    folder = home / "reading"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for old in folder.iterdir():
        if not _is_alive(old.name.partition("-")[0]):
            shutil.rmtree(old, ignore_errors=True)
    made = folder / f"{os.getpid()}-{secrets.token_hex(8)}"
    made.mkdir(mode=0o700)
    return made


def _is_alive(process: str) -> bool:
    if not process.isdecimal():
        return False
    if os.name == "nt":
        # What is open there cannot be removed anyway.
        return int(process) == os.getpid()
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _no_room(path: Path, details: str) -> DatabaseError:
    return DatabaseError(
        translate("Errors", "{name} can only be read from a copy, and there is no room for one.").format(
            name=quoted(path.name)
        ),
        translate("Errors", "Make room in the folder for caches, or close the program that writes the file."),
        details,
    )
