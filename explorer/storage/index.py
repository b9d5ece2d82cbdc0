"""Reading every event's numbers into one EventIndex, fast enough to do it each time a file is opened.

SQLite writes a block of rows as one text of numbers that numpy parses: half the time of fetching rows
one by one, and SQLite does it without holding Python's lock, so that a window stays fluid meanwhile.
"""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from explorer.domain.event import BASES
from explorer.domain.index import EventIndex, Facet
from explorer.storage.opening import Cancelled, telling

Progress: TypeAlias = Callable[[int, int], bool]
_Ints: TypeAlias = npt.NDArray[np.int64]
_Codes: TypeAlias = npt.NDArray[np.integer]

#: Rows in a block: some ten milliseconds of work, so that progress and Cancel answer at once.
BLOCK: Final = 16_384

# Times are one instant and three lengths: fewer digits to write and to parse. unicode() of '' is NULL and
# a missing place too, both printed as 0. The last subquery ends a block: ids may have gaps of any size.
EVENTS: Final = """
    SELECT group_concat(printf('%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d',
               id, start_earliest, start_latest - start_earliest, end_earliest - start_earliest,
               end_latest - start_earliest, kind_id, relationship_id, place_id, importance,
               unicode(start_qualifier), unicode(end_qualifier), unicode(basis)))
      FROM events
     WHERE id > ?1
       AND id <= (SELECT max(id) FROM (SELECT id FROM events WHERE id > ?1 ORDER BY id LIMIT ?2))
"""
_COLUMNS: Final = 12

# Both primary keys begin with what is counted past, so a block is a stretch of a B-tree.
PEOPLE: Final = """
    SELECT group_concat(event_id || ',' || position || ',' || person_id)
      FROM (SELECT event_id, position, person_id FROM participations
             WHERE (event_id, position) > (?, ?) ORDER BY event_id, position LIMIT ?)
"""

PLACES: Final = "SELECT id, name, country_code, country FROM places ORDER BY name"

CLAIMS: Final = "SELECT group_concat(event_id || ',' || claim_id) FROM claim_events"

_UNCERTAIN: Final = (ord("?"), ord("%"))
_APPROXIMATE: Final = (ord("~"), ord("%"))
_OPEN: Final = ord(".")

_BASIS_LABELS: Final = {"named": "Named", "alluded": "Alluded to", "context": "Context only"}


@telling
def load_index(connection: sqlite3.Connection, progress: Progress | None = None) -> EventIndex:
    """Every event of the database, ordered by start, end and id, with all facets of domain.filter.FACETS.

    `progress(done, total)` is called after each block, in ids; when it returns False the reading stops
    with Cancelled. All is read in one transaction, so that a change made meanwhile does not show.
    Raises DatabaseError.
    """
    connection.execute("BEGIN")
    try:
        kinds = connection.execute("SELECT id, slug, label FROM kinds ORDER BY position").fetchall()
        lanes = connection.execute("SELECT id, slug, label FROM relationships ORDER BY position").fetchall()
        # An event without a place has the key 0, which the first row stands for.
        places = [(0, "", "", ""), *connection.execute(PLACES)]
        columns = _read_events(connection, [_keys(kinds), _keys(lanes), _keys(places)], progress)
        # By start, then end, then id: the order of domain.index.
        order = np.lexsort((columns[0], columns[1] + columns[4], columns[1]))
        rows = _Rows(columns[0], order)
        for position, column in enumerate(columns):
            # In place of the old one, so that no two whole sets of columns are ever held.
            columns[position] = column[order]
        ids, start, *lengths = columns[:5]
        kind, lane, place, importance, qualified, basis = columns[5:]
        facets = (
            _facet("relationship", lanes, lane),
            _facet("kind", kinds, kind),
            _people(connection, rows),
            *_places(places, place),
            Facet("basis", BASES, tuple(_BASIS_LABELS[name] for name in BASES), basis),
            _claims(connection, rows),
        )
    finally:
        connection.execute("ROLLBACK")
    # The lengths are ours alone: they become the bounds where they are.
    for length in lengths:
        np.add(length, start, out=length)
    return EventIndex(
        ids=ids,
        start=start,
        start_latest=lengths[0],
        end_earliest=lengths[1],
        end=lengths[2],
        importance=importance,
        qualified=qualified,
        facets={facet.name: facet for facet in facets},
    )


class _Positions:
    """Where each of some distinct numbers is among them."""

    def __init__(self, known: _Ints) -> None:
        order = np.argsort(known)
        self._sorted = known[order]
        self._order = order.astype(_dtype(len(known)))

    def of(self, keys: _Ints) -> _Codes:
        """The position of each key. Raises sqlite3.DatabaseError for one that is a broken reference."""
        return self._order[_found(self._sorted, keys)]


class _Rows:
    """The row of each event: `ids` ascending, `order` the rows' positions among them."""

    def __init__(self, ids: _Ints, order: _Ints) -> None:
        self._ids = ids
        self._rows = np.empty(len(order), np.int32)
        self._rows[order] = np.arange(len(order), dtype=np.int32)

    def of(self, ids: _Ints) -> _Codes:
        """The row of each id. Raises sqlite3.DatabaseError for one that is a broken reference."""
        return self._rows[_found(self._ids, ids)]


def _found(ascending: _Ints, keys: _Ints) -> _Ints:
    found = np.searchsorted(ascending, keys)
    if len(keys) and (found.max() == len(ascending) or np.any(ascending[found] != keys)):
        raise sqlite3.DatabaseError("something refers to a row that does not exist")
    return found


def _read_events(
    connection: sqlite3.Connection, keys: Sequence[_Positions], progress: Progress | None
) -> list[Any]:
    """The columns of EVENTS in order of id, from the sixth: codes of kind, relationship and place,
    importance, bits of `qualified` and the code of the basis, each in a small type.
    """
    first, total = connection.execute("SELECT min(id), max(id) FROM events").fetchone()
    bases = _Positions(np.array([ord(basis[0]) for basis in BASES]))
    blocks: list[list[Any]] = []
    last = -1 if first is None else first - 1
    while block := connection.execute(EVENTS, (last, BLOCK)).fetchone()[0]:
        numbers = _numbers(block, _COLUMNS)
        blocks.append(
            [
                *numbers[:5].copy(),
                *(known.of(numbers[5 + n]) for n, known in enumerate(keys)),
                numbers[8].astype(np.uint8),
                _qualified(numbers[9], numbers[10]),
                bases.of(numbers[11]),
            ]
        )
        last = int(numbers[0, -1])
        if progress is not None and not progress(last, total):
            raise Cancelled
    if not blocks:
        return [np.empty(0, np.int64 if column < 5 else np.uint8) for column in range(11)]
    columns: list[Any] = []
    while blocks[0]:
        # The last column of each block goes as it is joined.
        columns.append(np.concatenate([block.pop() for block in blocks]))
    return columns[::-1]


def _numbers(text: str, width: int) -> _Ints:
    """A text of numbers, `width` to a row, as `width` contiguous columns."""
    return np.ascontiguousarray(np.fromstring(text, np.int64, sep=",").reshape(-1, width).T)


def _qualified(begun: _Ints, ended: _Ints) -> npt.NDArray[np.uint8]:
    bits = np.zeros(len(begun), dtype=np.uint8)
    for bit, found in (
        (1, np.isin(begun, _UNCERTAIN) | np.isin(ended, _UNCERTAIN)),
        (2, np.isin(begun, _APPROXIMATE) | np.isin(ended, _APPROXIMATE)),
        (4, begun == _OPEN),
        (8, ended == _OPEN),
        (16, begun != ended),
    ):
        bits[found] |= bit
    return bits


def _keys(values: Sequence[tuple[Any, ...]]) -> _Positions:
    """The positions of a table's rows, as they were read, by id."""
    return _Positions(np.fromiter((value[0] for value in values), np.int64))


def _facet(
    name: str, values: Sequence[tuple[int, str, str]], codes: _Codes, rows: _Codes | None = None
) -> Facet:
    return Facet(name, tuple(value[1] for value in values), tuple(value[2] for value in values), codes, rows)


def _people(connection: sqlite3.Connection, rows: _Rows) -> Facet:
    blocks: list[_Ints] = []
    last = (-(2**63), 0)
    while block := connection.execute(PEOPLE, (*last, 4 * BLOCK)).fetchone()[0]:
        numbers = _numbers(block, 3)
        last = (int(numbers[0, -1]), int(numbers[1, -1]))
        blocks.append(numbers[::2].copy())
    events, keys = np.concatenate(blocks, axis=1) if blocks else np.empty((2, 0), np.int64)
    people = connection.execute("SELECT id, name, name FROM people ORDER BY name").fetchall()
    times = np.bincount(_keys(people).of(keys), minlength=len(people))
    # Stable, so that equals stay in order of name.
    people = [people[position] for position in np.argsort(-times, kind="stable")]
    return _many("person", people, rows.of(events), keys)


def _claims(connection: sqlite3.Connection, rows: _Rows) -> Facet:
    values = connection.execute(
        "SELECT id, slug, label FROM claims ORDER BY document_id, position"
    ).fetchall()
    text = connection.execute(CLAIMS).fetchone()[0]
    events, keys = _numbers(text, 2) if text else np.empty((2, 0), np.int64)
    return _many("claim", values, rows.of(events), keys)


def _many(name: str, values: Sequence[tuple[int, str, str]], rows: _Codes, keys: _Ints) -> Facet:
    """A facet of several values for each event: `keys[i]` is one of event `rows[i]`."""
    order = np.argsort(rows, kind="stable")
    return _facet(name, values, _keys(values).of(keys)[order], rows[order])


def _places(places: Sequence[tuple[int, str, str, str]], codes: _Codes) -> tuple[Facet, Facet]:
    """Place and country: single-valued when every event has a place, otherwise with the rows that do.

    The first of the places is none at all.
    """
    # A country may be written in two ways over time; the one used most often names it.
    written: dict[str, dict[str, int]] = {}
    for _, _, code, country in places[1:]:
        names = written.setdefault(code, {})
        names[country] = names.get(country, 0) + 1
    label = {code: max(names, key=lambda name: names[name]) for code, names in written.items()}
    countries = sorted(label, key=lambda code: (label[code], code))
    rows = None if np.all(codes) else np.flatnonzero(codes).astype(np.int32)
    codes = (codes if rows is None else codes[rows]) - 1
    of = np.array([countries.index(place[2]) for place in places[1:]], dtype=_dtype(len(countries)))
    names = tuple(place[1] for place in places[1:])
    return (
        Facet("place", names, names, codes, rows),
        Facet("country", tuple(countries), tuple(label[code] for code in countries), of[codes], rows),
    )


def _dtype(values: int) -> type[np.unsignedinteger]:
    return np.uint8 if values <= 2**8 else np.uint16 if values <= 2**16 else np.uint32
