"""Reading every event's numbers into one EventIndex, fast enough to do it each time a file is opened.

SQLite writes a block of rows as one text of numbers that numpy parses: half the time of fetching rows
one by one, and SQLite does it without holding Python's lock, so that a window stays fluid meanwhile.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

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
        columns = _read_events(connection, progress)
        ids = columns[0]
        order = np.lexsort((ids, columns[1] + columns[4], columns[1]))
        ids, start, *lengths = (column[order] for column in columns[:5])
        kind, relationship, place, importance, begun, ended, basis = (column[order] for column in columns[5:])
        rows = _Positions(ids)
        facets = (
            _ranked(connection, "relationship", "relationships", relationship),
            _ranked(connection, "kind", "kinds", kind),
            _people(connection, rows),
            *_places(connection, place),
            _bases(basis),
            _claims(connection, rows),
        )
    finally:
        connection.execute("ROLLBACK")
    return EventIndex(
        ids=ids,
        start=start,
        start_latest=start + lengths[0],
        end_earliest=start + lengths[1],
        end=start + lengths[2],
        importance=importance.astype(np.uint8),
        qualified=_qualified(begun, ended),
        facets={facet.name: facet for facet in facets},
    )


class _Positions:
    """Where each of some distinct numbers is among them."""

    def __init__(self, known: _Ints) -> None:
        self._order = np.argsort(known)
        self._sorted = known[self._order]
        self._order = self._order.astype(_dtype(len(known)))

    def of(self, keys: _Ints) -> _Codes:
        """The position of each key. Raises sqlite3.DatabaseError for one that is a broken reference."""
        found = np.searchsorted(self._sorted, keys)
        if len(keys) and (found.max() == len(self._sorted) or np.any(self._sorted[found] != keys)):
            raise sqlite3.DatabaseError("something refers to a row that does not exist")
        return self._order[found]


def _read_events(connection: sqlite3.Connection, progress: Progress | None) -> list[_Ints]:
    """The columns of EVENTS, in order of id."""
    first, total = connection.execute("SELECT min(id), max(id) FROM events").fetchone()
    blocks: list[_Ints] = []
    last = -1 if first is None else first - 1
    while block := connection.execute(EVENTS, (last, BLOCK)).fetchone()[0]:
        numbers = _numbers(block, _COLUMNS)
        blocks.append(numbers)
        last = int(numbers[0, -1])
        if progress is not None and not progress(last, total):
            raise Cancelled
    if not blocks:
        return [np.empty(0, np.int64) for _ in range(_COLUMNS)]
    return [np.concatenate([block[column] for block in blocks]) for column in range(_COLUMNS)]


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


def _ranked(connection: sqlite3.Connection, name: str, table: str, keys: _Ints) -> Facet:
    """A facet of one value for each event, from a table with slug, label and position."""
    statement = f"SELECT id, slug, label FROM {table} ORDER BY position"  # noqa: S608 - a name of ours
    values = connection.execute(statement).fetchall()
    return _single(name, values, keys)


def _single(name: str, values: Sequence[tuple[int, str, str]], keys: _Ints) -> Facet:
    codes = _recoded(keys, [value[0] for value in values])
    return Facet(name, tuple(value[1] for value in values), tuple(value[2] for value in values), codes)


def _people(connection: sqlite3.Connection, rows: _Positions) -> Facet:
    blocks: list[_Ints] = []
    last = (-(2**63), 0)
    while block := connection.execute(PEOPLE, (*last, 4 * BLOCK)).fetchone()[0]:
        numbers = _numbers(block, 3)
        last = (int(numbers[0, -1]), int(numbers[1, -1]))
        blocks.append(numbers[::2])
    events, keys = np.concatenate(blocks, axis=1) if blocks else np.empty((2, 0), np.int64)
    people = connection.execute("SELECT id, name, name FROM people ORDER BY name").fetchall()
    times = np.bincount(_recoded(keys, [person[0] for person in people]), minlength=len(people))
    # Stable, so that equals stay in order of name.
    people = [people[position] for position in np.argsort(-times, kind="stable")]
    return _many("person", people, rows.of(events), keys)


def _claims(connection: sqlite3.Connection, rows: _Positions) -> Facet:
    values = connection.execute(
        "SELECT id, slug, label FROM claims ORDER BY document_id, position"
    ).fetchall()
    text = connection.execute(CLAIMS).fetchone()[0]
    events, keys = _numbers(text, 2) if text else np.empty((2, 0), np.int64)
    return _many("claim", values, rows.of(events), keys)


def _many(name: str, values: Sequence[tuple[int, str, str]], rows: _Codes, keys: _Ints) -> Facet:
    """A facet of several values for each event: `keys[i]` is one of event `rows[i]`."""
    rows = rows.astype(np.int32)
    order = np.argsort(rows, kind="stable")
    facet = _single(name, values, keys[order])
    return Facet(name, facet.slugs, facet.labels, facet.codes, rows[order])


def _places(connection: sqlite3.Connection, keys: _Ints) -> tuple[Facet, Facet]:
    """Place and country: single-valued when every event has a place, otherwise with the rows that do."""
    places = connection.execute("SELECT id, name, country_code, country FROM places ORDER BY name").fetchall()
    # A country may be written in two ways over time; the one used most often names it.
    written: dict[str, dict[str, int]] = {}
    for _, _, code, country in places:
        names = written.setdefault(code, {})
        names[country] = names.get(country, 0) + 1
    label = {code: max(names, key=lambda name: names[name]) for code, names in written.items()}
    countries = sorted(label, key=lambda code: (label[code], code))
    rows = None if np.all(keys) else np.flatnonzero(keys).astype(np.int32)
    codes = _recoded(keys if rows is None else keys[rows], [place[0] for place in places])
    country_of = np.array([countries.index(place[2]) for place in places], dtype=_dtype(len(countries)))
    names = tuple(place[1] for place in places)
    return (
        Facet("place", names, names, codes, rows),
        Facet("country", tuple(countries), tuple(label[code] for code in countries), country_of[codes], rows),
    )


def _bases(letters: _Ints) -> Facet:
    codes = _recoded(letters, [ord(basis[0]) for basis in BASES])
    return Facet("basis", BASES, tuple(_BASIS_LABELS[basis] for basis in BASES), codes)


def _recoded(keys: _Ints, values: Iterable[int]) -> _Codes:
    """The position of each key among the values, in the smallest type that holds it."""
    return _Positions(np.fromiter(values, np.int64)).of(keys)


def _dtype(values: int) -> type[np.unsignedinteger]:
    return np.uint8 if values <= 2**8 else np.uint16 if values <= 2**16 else np.uint32
