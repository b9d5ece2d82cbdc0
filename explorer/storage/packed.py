"""The columns of an EventIndex packed into one small table, so that a large file opens in an instant.

The table lies in a file of its own in the user's cache folder (explorer/storage/cache.py), never in the
database: nothing of a stranger's file is taken for what its rows say. A column is cut into pieces of a few
megabytes, the numbers as (value - offset) / step in the smallest type that holds them; the row “about” tells
of all others in JSON, and of which state of which database they are.
"""

import json
import sqlite3
import sys
from collections.abc import Mapping
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from explorer.domain.blocks import blocks
from explorer.domain.facet import Facet
from explorer.domain.index import EventIndex
from explorer.storage.memory import room
from explorer.storage.rows import Tell, dtype_of

_Column: TypeAlias = npt.NDArray[Any]

#: Rows in a piece.
PIECE: Final = 2**20

#: Raised whenever columns are added: those written before are then read from the rows again.
VERSION: Final = 3

_TABLE: Final = "CREATE TABLE columns (id INTEGER PRIMARY KEY, name TEXT NOT NULL, data BLOB NOT NULL)"
_PUT: Final = "INSERT INTO columns (name, data) VALUES (?, ?)"
_ABOUT: Final = "SELECT data FROM columns WHERE name = 'about'"

#: Tried in turn for what all values of a column are a multiple of: a day, an hour, a minute.
_STEPS: Final = (86_400, 3_600, 60)

_NARROW: Final = (np.uint8, np.uint16, np.uint32)

#: What a column may be of, in memory and in the file.
_TYPES: Final = frozenset(np.dtype(kind).str for kind in (*_NARROW, np.int32, np.int64))


def write(connection: sqlite3.Connection, index: EventIndex, identity: str, tell: Tell) -> None:
    """Fill an empty file with the columns of an index of the database that is known by `identity`.

    Raises sqlite3.Error, and what `tell` raises.
    """
    connection.execute(_TABLE)
    columns: dict[str, Any] = {}
    about = _about(index, identity, columns)
    packed = {name: _packed(column) for name, column in columns.items()}
    size = sum(
        kind.itemsize * len(column)
        for column, (kind, _, _) in zip(columns.values(), packed.values(), strict=True)
    )
    done = 0
    connection.execute("BEGIN")
    for name, column in columns.items():
        kind, offset, step = packed[name]
        pieces: list[int] = []
        for first, last in blocks(len(column), PIECE):
            data = _narrowed(column[first:last], kind, offset, step)
            pieces.append(connection.execute(_PUT, (name, data)).lastrowid or 0)
            done += len(data)
            tell(done / max(size, 1))
        about["columns"][name] = {
            "size": len(column), "type": column.dtype.str, "packed": kind.str,
            "offset": offset, "step": step, "pieces": pieces,
        }  # fmt: skip
    connection.execute(_PUT, ("about", json.dumps(about, ensure_ascii=False).encode()))
    connection.execute("COMMIT")
    tell(1.0)


def _about(index: EventIndex, identity: str, columns: dict[str, Any]) -> dict[str, Any]:
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
        "of": identity,
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


def read_packed(connection: sqlite3.Connection, identity: str, tell: Tell) -> EventIndex | None:
    """The index that a file holds of the database known by `identity`, None when it holds none, or not whole.

    Raises sqlite3.Error, and Cancelled by `tell`.
    """
    found = connection.execute(_ABOUT).fetchone()
    if found is None:
        return None
    try:
        about = json.loads(found[0])
        if (about["version"], about["of"], about["byteorder"]) != (VERSION, identity, sys.byteorder):
            return None
        return _index(about, _columns(connection, about["columns"], tell))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError, MemoryError):
        # Damaged: the rows are read.
        return None


def _columns(connection: sqlite3.Connection, said: Mapping[str, Any], tell: Tell) -> dict[str, Any]:
    """Raises ValueError and the like for columns that are not as they are said to be."""
    lengths: dict[int, int] = dict(connection.execute("SELECT id, length(data) FROM columns"))
    total, done = max(1, sum(lengths.values())), 0
    columns: dict[str, Any] = {}
    for name, column in said.items():
        _require(column["type"] in _TYPES and column["packed"] in _TYPES)
        stored = np.dtype(column["packed"])
        # Looked at before room is made for it.
        _require(column["size"] * stored.itemsize == sum(lengths[piece] for piece in column["pieces"]))
        values = columns[name] = room(column["size"], np.dtype(column["type"]))
        at = 0
        for piece in column["pieces"]:
            with connection.blobopen("columns", "data", piece, readonly=True) as blob:
                raw = np.frombuffer(blob.read(), stored)
            _spread(raw, values[at : at + len(raw)], column["offset"], column["step"])
            at += len(raw)
            done += raw.nbytes
            tell(done / total)
    return columns


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
