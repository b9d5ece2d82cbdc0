"""The columns of large databases, in the user's cache folder: a file for each, known to be of its rows.

Each is an SQLite file of explorer/storage/packed.py, named by the path of its database. It is written under
a temporary name and renamed; a damaged one, or one of another state of the database, is passed over; old ones
go.
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
from explorer.storage.connection import Cancelled
from explorer.storage.file_state import state_of
from explorer.storage.rows import Tell
from explorer.storage.uri import uri_of

#: Below this, reading the rows takes no time worth saving.
LEAST: Final = 50_000

#: How many databases the cache remembers, and for how long what was left half written stays.
KEPT: Final = 8
_ABANDONED: Final = 86_400.0

_ENDING: Final = ".columns"


def folder() -> Path:
    """Where the system wants a user's caches, with a folder of ours. Raises RuntimeError without a home."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        return base / "Detente" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "Detente"
    # The specification wants a relative path ignored.
    base = Path(named) if Path(named).is_absolute() else Path.home() / ".cache"
    return base / "detente"


def place_of(path: Path) -> Path:
    """The file that the columns of a database are kept in. Raises RuntimeError without a home."""
    name = hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:32]
    return folder() / (name + _ENDING)


def read_cached(path: Path, identity: str, tell: Tell) -> EventIndex | None:
    """The index kept of a database in the state known by `identity`, None without one. Raises Cancelled."""
    if not identity:
        return None
    try:
        kept = place_of(path)
        if not kept.is_file():
            return None
        connection = sqlite3.connect(uri_of(kept, "ro", is_immutable=True), uri=True, isolation_level=None)
        with contextlib.closing(connection):
            index = packed.read_packed(connection, identity, tell)
        # The ones used last are those that stay.
        with contextlib.suppress(OSError):
            os.utime(kept)
    except (sqlite3.Error, OSError, RuntimeError, UnicodeDecodeError):
        # RuntimeError: there is no home.
        return None
    return index


def needs_packing(index: EventIndex) -> bool:
    """Whether the next opening would gain by `pack`: the index is large and was read from the rows."""
    return bool(index.origin) and len(index) >= LEAST


def pack(path: Path, index: EventIndex, progress: Callable[[int, int], bool] | None = None) -> Path | None:
    """Keep the columns of an index that load_index has read from the rows of this file, for the next opening.

    Gives the file they are in now. None when there is nothing to gain, the database has changed since, or
    they could not be written: that is no error. `progress(done, total)` may say False: Cancelled is raised,
    and nothing of it stays. The database itself is not touched.
    """
    if not needs_packing(index) or state_of(path) not in index.origin:
        return None

    def tell(share: float) -> None:
        if progress is not None and not progress(round(share * 1_000), 1_000):
            raise Cancelled

    try:
        kept = place_of(path)
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_name(f"{secrets.token_hex(8)}.part")
        try:
            _write(part, index, tell)
            if state_of(path) not in index.origin:
                return None
            part.replace(kept)
        finally:
            part.unlink(missing_ok=True)
        _prune(kept)
    except (sqlite3.Error, OSError, RuntimeError):
        return None
    return kept


def _write(part: Path, index: EventIndex, tell: Tell) -> None:
    with contextlib.closing(sqlite3.connect(part, isolation_level=None)) as connection:
        # A file that is thrown away after a crash needs no journal.
        for pragma in ("journal_mode = OFF", "synchronous = OFF"):
            connection.execute(f"PRAGMA {pragma}")
        packed.write(connection, index, index.origin, tell)


def _prune(newest: Path) -> None:
    home = newest.parent
    with contextlib.suppress(OSError):
        others = [(one.stat().st_mtime, one) for one in home.glob("*" + _ENDING) if one != newest]
        old = [one for _, one in sorted(others, reverse=True)[KEPT - 1 :]]
        now = time.time()
        old += [one for one in home.glob("*.part") if now - one.stat().st_mtime > _ABANDONED]
        for one in old:
            one.unlink(missing_ok=True)
