"""Packed columns of databases that cannot be written to, in the user's cache folder, by content.

Each is an SQLite file with the table of explorer/storage/packed.py, named by a key of what the database
holds. It is written under a temporary name and renamed; a damaged one is passed over; old ones go.
"""

import contextlib
import hashlib
import os
import secrets
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from explorer.domain.index import EventIndex
from explorer.storage import packed
from explorer.storage.opening import uri_of
from explorer.storage.rows import Tell

#: How many databases the cache remembers, and for how long what was left half written stays.
KEPT: Final = 8
_ABANDONED: Final = 86_400.0

#: Bytes in a sample, and samples spread over the file.
_SAMPLE: Final = 4_096
_SAMPLES: Final = 64

_ENDING: Final = ".columns"


def folder() -> Path:
    """Where the system wants a user's caches, with a folder of ours."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        return base / "Detente" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "Detente"
    # The specification wants a relative path ignored.
    base = Path(named) if Path(named).is_absolute() else Path.home() / ".cache"
    return base / "detente"


def read_cached(path: Path, tell: Tell) -> EventIndex | None:
    """The index kept for a database with this content, None without a whole one. Raises Cancelled."""
    try:
        if not any(folder().glob("*" + _ENDING)):
            return None
        kept = folder() / (key_of(path) + _ENDING)
        if not kept.is_file():
            return None
        connection = sqlite3.connect(uri_of(kept, "ro"), uri=True, isolation_level=None)
        with contextlib.closing(connection):
            index = packed.read_packed(connection, tell)
        # The ones used last are those that stay.
        with contextlib.suppress(OSError):
            os.utime(kept)
    except (sqlite3.Error, OSError, RuntimeError):
        # RuntimeError: there is no home.
        return None
    return index


def keep(path: Path, write: Callable[[sqlite3.Connection], None]) -> Path | None:
    """Let `write` fill a new cache file for a database; None when the database changes meanwhile.

    Raises OSError, sqlite3.Error and what `write` raises; no file is left then.
    """
    state = packed.state_of(path)
    try:
        home = folder()
    except RuntimeError as error:
        raise OSError("there is no folder for caches") from error
    home.mkdir(parents=True, exist_ok=True)
    kept = home / (key_of(path) + _ENDING)
    part = home / f"{secrets.token_hex(8)}.part"
    try:
        connection = sqlite3.connect(part, isolation_level=None)
        with contextlib.closing(connection):
            # A file that is thrown away after a crash needs no journal.
            for pragma in ("journal_mode = OFF", "synchronous = OFF"):
                connection.execute(f"PRAGMA {pragma}")
            connection.execute(packed.TABLE)
            write(connection)
        if packed.state_of(path) != state:
            return None
        part.replace(kept)
    finally:
        part.unlink(missing_ok=True)
    _prune(home, kept)
    return kept


def key_of(path: Path) -> str:
    """A name for what the file holds: its size, change counter, time of change and samples of its bytes.

    Must not be called while this process reads the file in a transaction: closing a file takes all of a
    process's locks on it. Raises OSError.
    """
    digest = hashlib.sha256(f"{packed.VERSION} {sys.byteorder} {path.stat().st_mtime_ns}".encode())
    with path.open("rb") as stream:
        size = stream.seek(0, os.SEEK_END)
        digest.update(size.to_bytes(8, "big"))
        # The first has SQLite's header with the change counter.
        for sample in range(_SAMPLES):
            stream.seek(size * sample // _SAMPLES // _SAMPLE * _SAMPLE)
            digest.update(stream.read(_SAMPLE))
    log = path.with_name(path.name + "-wal")
    if log.exists():
        digest.update(f"{log.stat().st_size} {log.stat().st_mtime_ns}".encode())
    return digest.hexdigest()[:32]


def _prune(home: Path, newest: Path) -> None:
    with contextlib.suppress(OSError):
        others = [(one.stat().st_mtime, one) for one in home.glob("*" + _ENDING) if one != newest]
        old = [one for _, one in sorted(others, reverse=True)[KEPT - 1 :]]
        now = time.time()
        old += [one for one in home.glob("*.part") if now - one.stat().st_mtime > _ABANDONED]
        for one in old:
            one.unlink(missing_ok=True)
