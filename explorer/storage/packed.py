"""The columns of an EventIndex packed into one small table, so that a large file opens in an instant.

The table `packed_columns` lies in the database itself; triggers delete its row 0 when a row changes that a
column stands for. A database that cannot be written to has the table in a file of its own in the user's
cache folder (explorer/storage/cache.py). A column is cut into pieces of a few megabytes, the numbers as
(value - offset) / step in the smallest type that holds them; row 0, “about”, written last, tells of all.
"""

import contextlib
import json
import os
import secrets
import sqlite3
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from explorer.domain.blocks import blocks
from explorer.domain.facet import Facet
from explorer.domain.index import EventIndex
from explorer.storage.memory import room
from explorer.storage.opening import Cancelled, uri_of
from explorer.storage.rows import Tell, dtype_of

_Column: TypeAlias = npt.NDArray[Any]

#: Below this, reading the rows takes no time worth saving.
LEAST: Final = 50_000

#: Rows in a piece, and bytes in a transaction: others may read and write between two.
PIECE: Final = 2**20
TOGETHER: Final = 2**23

#: Raised whenever columns are added: those written before are then read from the rows again.
VERSION: Final = 2

TABLE: Final = "CREATE TABLE packed_columns (id INTEGER PRIMARY KEY, name TEXT NOT NULL, data BLOB NOT NULL)"

ABOUT: Final = "SELECT data FROM packed_columns WHERE id = 0 AND name = 'about'"

#: Tried in turn for what all values of a column are a multiple of: a day, an hour, a minute.
_STEPS: Final = (86_400, 3_600, 60)

_NARROW: Final = (np.uint8, np.uint16, np.uint32)


#: The first version of the schema whose triggers guard all columns.
_GUARDED: Final = 2


class _StaleError(Exception):
    """The rows changed while their columns were being written."""


class _UnguardedError(Exception):
    """The file is of a version whose triggers do not know all that is packed."""


def needs_packing(index: EventIndex) -> bool:
    """Whether the next opening would gain by `pack`: the index is large and was read from the rows."""
    return bool(index.origin) and len(index) >= LEAST


def pack(path: Path, index: EventIndex, progress: Callable[[int, int], bool] | None = None) -> Path | None:
    """Write the columns of an index that load_index has read from this file, for the next opening.

    Gives the file they are in now: the database, or where that cannot be written to one in the user's
    cache folder. None when there is nothing to gain, the file has changed since, or neither could be
    written: that is no error. `progress(done, total)` may say False: Cancelled is raised, and nothing of
    it stays. Other connections may read and write throughout; none waits for more than a piece.
    """
    if not needs_packing(index):
        return None

    def tell(share: float) -> None:
        if progress is not None and not progress(round(share * 1_000), 1_000):
            raise Cancelled

    from explorer.storage import cache

    if state_of(path) != index.origin:
        return None
    try:
        if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
            _pack_into(path, index, tell)
            return path
    except _StaleError:
        return None
    except (sqlite3.Error, _UnguardedError):
        # Locked, full, on a read-only disk, too old: the cache may still do.
        pass
    try:
        return cache.keep(path, lambda connection: write(connection, index, tell))
    except (sqlite3.Error, OSError):
        return None


def _pack_into(path: Path, index: EventIndex, tell: Tell) -> None:
    connection = sqlite3.connect(uri_of(path, "rw"), uri=True, timeout=2.0, isolation_level=None)
    with contextlib.closing(connection):
        connection.execute("PRAGMA trusted_schema = OFF")
        if connection.execute("PRAGMA user_version").fetchone()[0] < _GUARDED:
            raise _UnguardedError

        def check() -> None:
            # Nobody else can commit any more.
            if state_of(path) != index.origin:
                raise _StaleError

        write(connection, index, tell, check)


def write(
    connection: sqlite3.Connection, index: EventIndex, tell: Tell, check: Callable[[], None] | None = None
) -> None:
    """Fill the table; `check` is called in the first transaction.

    Raises sqlite3.Error, and what `check` and `tell` raise.
    """
    # Stands in the place of “about”: the triggers delete it like that one.
    mark = secrets.token_bytes(8)
    waiting = 0
    columns: dict[str, Any] = {}
    about = _about(index, columns)
    packed = {name: _packed(column) for name, column in columns.items()}
    size = sum(
        kind.itemsize * len(column)
        for column, (kind, _, _) in zip(columns.values(), packed.values(), strict=True)
    )
    done = 0
    try:
        connection.execute("BEGIN IMMEDIATE")
        if check is not None:
            check()
        connection.execute("DELETE FROM packed_columns")
        connection.execute("INSERT INTO packed_columns VALUES (0, 'unfinished', ?)", (mark,))
        for name, column in columns.items():
            kind, offset, step = packed[name]
            pieces: list[int] = []
            for first, last in blocks(len(column), PIECE):
                data = _narrowed(column[first:last], kind, offset, step)
                cursor = connection.execute(
                    "INSERT INTO packed_columns (name, data) VALUES (?, ?)", (name, data)
                )
                pieces.append(cursor.lastrowid or 0)
                waiting += len(data)
                done += len(data)
                if waiting >= TOGETHER:
                    waiting = 0
                    connection.execute("COMMIT")
                    tell(done / max(size, 1))
                    connection.execute("BEGIN IMMEDIATE")
                    _check_unchanged(connection, mark)
            about["columns"][name] = {
                "size": len(column), "type": column.dtype.str, "packed": kind.str,
                "offset": offset, "step": step, "pieces": pieces,
            }  # fmt: skip
        text = json.dumps(about, ensure_ascii=False).encode()
        connection.execute("UPDATE packed_columns SET name = 'about', data = ? WHERE id = 0", (text,))
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            _forget(connection, mark)
        raise
    tell(1.0)


def _check_unchanged(connection: sqlite3.Connection, mark: bytes) -> None:
    # A change of a row has deleted the mark; another window that packs has put its own there.
    if connection.execute("SELECT data FROM packed_columns WHERE id = 0").fetchone() != (mark,):
        raise _StaleError


def _forget(connection: sqlite3.Connection, mark: bytes) -> None:
    """Delete what was written, unless another window has begun anew."""
    connection.execute("BEGIN IMMEDIATE")
    found = connection.execute("SELECT data FROM packed_columns WHERE id = 0").fetchone()
    if found in {None, (mark,)}:
        connection.execute("DELETE FROM packed_columns")
    connection.execute("COMMIT")


def _about(index: EventIndex, columns: dict[str, Any]) -> dict[str, Any]:
    """What stands in “about”, but for the columns; these are put into `columns` by name."""
    columns |= {
        "ids": index.ids,
        "start": index.start,
        "length": index.end - index.start,
        "slacks": index.slacks,
        "start_slack": index.start_slack,
        "end_slack": index.end_slack,
        "importance": index.importance,
        "qualified": index.qualified,
        "offsets": index.offsets,
    }
    facets: list[dict[str, Any]] = []
    shared: dict[int, str] = {}
    for name, facet in index.facets.items():
        said: dict[str, Any] = {"name": name, "slugs": facet.slugs, "labels": facet.labels}
        if name != "relationship":
            # That one's codes are told by the offsets.
            columns[name] = facet.codes
        if facet.rows is not None:
            # Place and country share theirs.
            said["rows"] = shared.setdefault(id(facet.rows), f"{name} rows")
            columns[said["rows"]] = facet.rows
        facets.append(said)
    return {
        "version": VERSION,
        "byteorder": sys.byteorder,
        "events": len(index),
        "columns": {},
        "facets": facets,
    }


def _packed(column: _Column) -> tuple[np.dtype[Any], int, int]:
    """In which type a column is stored, less which offset and divided by which step."""
    if not len(column) or column.dtype.itemsize == 1:
        return column.dtype, 0, 1
    least, most = int(column.min()), int(column.max())
    for step in (*_STEPS, 1):
        if step > 1 and ((most - least) % step or not _is_multiple(column, least, step)):
            continue
        for kind in _NARROW:
            if (most - least) // step <= np.iinfo(kind).max and np.dtype(
                kind
            ).itemsize < column.dtype.itemsize:
                return np.dtype(kind), least, step
    return column.dtype, 0, 1


def _is_multiple(column: _Column, least: int, step: int) -> bool:
    for first, last in blocks(len(column)):
        above = column[first:last].astype(np.int64) - least
        if np.any(above // step * step != above):
            return False
    return True


def _narrowed(values: _Column, kind: np.dtype[Any], offset: int, step: int) -> bytes:
    if kind != values.dtype:
        values = (values.astype(np.int64) - offset) // step
    return values.astype(kind).tobytes()


def read_packed(connection: sqlite3.Connection, tell: Tell) -> EventIndex | None:
    """The index that the table holds, None when it is empty or not whole. To be called in a transaction.

    Raises sqlite3.DatabaseError, and Cancelled by `tell`.
    """
    found = connection.execute(ABOUT).fetchone()
    if found is None:
        return None
    try:
        about = json.loads(found[0])
        if about["version"] != VERSION or about["byteorder"] != sys.byteorder:
            return None
        total = max(
            1,
            sum(column["size"] * np.dtype(column["packed"]).itemsize for column in about["columns"].values()),
        )
        done = 0
        columns: dict[str, Any] = {}
        for name, column in about["columns"].items():
            values = room(column["size"], np.dtype(column["type"]))
            columns[name] = values
            at = 0
            for piece in column["pieces"]:
                with connection.blobopen("packed_columns", "data", piece, readonly=True) as blob:
                    raw = np.frombuffer(blob.read(), np.dtype(column["packed"]))
                _spread(raw, values[at : at + len(raw)], column["offset"], column["step"])
                at += len(raw)
                done += raw.nbytes
                tell(done / total)
            if at != len(values):
                return None
        return _index(about, columns)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    except sqlite3.OperationalError as error:
        if "no such rowid" in str(error):
            return None
        raise


def is_outdated(connection: sqlite3.Connection) -> bool:
    """Whether the table was written for other columns than ours, and so is passed over."""
    found = connection.execute(ABOUT).fetchone()
    if found is None:
        return False
    try:
        return json.loads(found[0])["version"] != VERSION
    except (ValueError, KeyError, TypeError):
        return False


def _spread(raw: _Column, values: _Column, offset: int, step: int) -> None:
    if len(raw) != len(values):
        raise ValueError("a piece that is too long")
    for first, last in blocks(len(raw)):
        # In steps: numpy is slow at converting and reckoning at once.
        part = values[first:last]
        np.copyto(part, raw[first:last], casting="unsafe")
        if step != 1:
            part *= step
        if offset:
            part += offset


def _index(about: Mapping[str, Any], columns: dict[str, Any]) -> EventIndex:
    """Raises ValueError or KeyError when the columns do not fit each other."""
    size: int = about["events"]
    offsets = columns["offsets"]
    _require(
        len(offsets) > 0 and offsets[0] == 0 and offsets[-1] == size and bool(np.all(np.diff(offsets) >= 0))
    )
    for name in ("ids", "start", "length", "start_slack", "end_slack", "importance", "qualified"):
        _require(len(columns[name]) == size)
    for name in ("start_slack", "end_slack"):
        _require(not size or int(columns[name].max()) < len(columns["slacks"]))
    facets: dict[str, Facet] = {}
    for said in about["facets"]:
        name, slugs, labels = said["name"], tuple(said["slugs"]), tuple(said["labels"])
        rows = columns[said["rows"]] if "rows" in said else None
        if name == "relationship":
            _require(len(offsets) == len(slugs) + 1)
            codes = np.repeat(np.arange(len(slugs), dtype=dtype_of(len(slugs))), np.diff(offsets))
        else:
            codes = columns[name]
        _require(len(labels) == len(slugs) and len(codes) == (size if rows is None else len(rows)))
        _require(not len(codes) or int(codes.max()) < len(slugs))
        if rows is not None and len(rows):
            _require(rows[0] >= 0 and rows[-1] < size and bool(np.all(rows[1:] >= rows[:-1])))
        facets[name] = Facet(name, slugs, labels, codes, rows)
    end = columns["length"]
    for first, last in blocks(size):
        end[first:last] += columns["start"][first:last]
    return EventIndex(
        ids=columns["ids"],
        start=columns["start"],
        end=end,
        slacks=columns["slacks"],
        start_slack=columns["start_slack"],
        end_slack=columns["end_slack"],
        importance=columns["importance"],
        qualified=columns["qualified"],
        offsets=offsets,
        facets=facets,
    )


def _require(holds: bool) -> None:
    if not holds:
        raise ValueError("packed columns that do not fit each other")


def state_of(path: Path) -> str:
    """What changes with every change of a file, told without opening it.

    Opening and closing it would take SQLite's locks from this process.
    """
    said: list[str] = []
    for one in (path, path.with_name(path.name + "-wal")):
        with contextlib.suppress(OSError):
            status = one.stat()
            # An empty log of changes is as good as none.
            if status.st_size:
                said.append(f"{status.st_ino}:{status.st_size}:{status.st_mtime_ns}")
    return " ".join(said)


def differ(one: EventIndex, other: EventIndex) -> str | None:
    """The name of a column in which two indexes differ, None when they say the same."""
    if len(one) != len(other) or list(one.facets) != list(other.facets):
        return "events"
    for name in ("ids", "start", "end", "importance", "qualified", "offsets"):
        if not np.array_equal(getattr(one, name), getattr(other, name)):
            return name
    for first, last in blocks(len(one)):
        rows = slice(first, last)
        if not np.array_equal(one.start_latest(rows), other.start_latest(rows)):
            return "start_latest"
        if not np.array_equal(one.end_earliest(rows), other.end_earliest(rows)):
            return "end_earliest"
    for name, facet in one.facets.items():
        twin = other.facets[name]
        if (facet.slugs, facet.labels, facet.rows is None) != (twin.slugs, twin.labels, twin.rows is None):
            return name
        if not np.array_equal(facet.codes, twin.codes):
            return name
        if facet.rows is not None and twin.rows is not None and not np.array_equal(facet.rows, twin.rows):
            return name
    return None
