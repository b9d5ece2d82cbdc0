"""Loading all events of a database into one EventIndex: from packed columns if there are any, else rows."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from explorer.domain.blocks import blocks
from explorer.domain.event import BASES
from explorer.domain.index import EventIndex, Facet
from explorer.domain.tongue import mark
from explorer.storage import cache, packed
from explorer.storage.memory import converted, joined, room
from explorer.storage.opening import Cancelled, path_of, telling
from explorer.storage.rows import BLOCK, Columns, Ids, Positions, Tell, dtype_of, read_events, read_people

Progress: TypeAlias = Callable[[int, int], bool]
_Ints: TypeAlias = npt.NDArray[np.int64]
_Codes: TypeAlias = npt.NDArray[np.integer]

PLACES: Final = "SELECT id, name, country_code, country FROM places ORDER BY name"

CLAIMS: Final = "SELECT event_id, claim_id FROM claim_events"

# An event may cite a source twice.
CITATIONS: Final = "SELECT DISTINCT event_id, source_id FROM citations"

_BASIS_LABELS: Final = {
    "named": mark("Facets", "Named"),
    "alluded": mark("Facets", "Alluded to"),
    "context": mark("Facets", "Context only"),
}

#: Progress is told out of so many.
WHOLE: Final = 1_000

_DAY: Final = 86_400


@telling
def load_index(connection: sqlite3.Connection, progress: Progress | None = None) -> EventIndex:
    """Every event of the database, in the order of domain.index, with all facets of domain.filter.FACETS.

    `progress(done, total)` is called after each block; when it returns False the reading stops with
    Cancelled. All is read in one transaction, so that a change made meanwhile does not show. The index's
    `origin` is "" when packed columns gave it, else what packed.pack needs. Raises DatabaseError.
    """

    def tell(share: float) -> None:
        if progress is not None and not progress(round(share * WHOLE), WHOLE):
            raise Cancelled

    connection.execute("BEGIN")
    try:
        index = packed.read_packed(connection, tell)
    finally:
        connection.execute("ROLLBACK")
    # Between transactions: reading the file by other means would take SQLite's locks from it.
    return index or cache.read_cached(path_of(connection), tell) or read_rows(connection, tell)


def read_rows(connection: sqlite3.Connection, tell: Tell) -> EventIndex:
    """The index as the rows give it, whatever is packed. Raises sqlite3.DatabaseError or Cancelled."""
    path = path_of(connection)
    origin = packed.state_of(path)
    connection.execute("BEGIN")
    try:
        kinds = connection.execute("SELECT id, slug, label FROM kinds ORDER BY position").fetchall()
        lanes = connection.execute("SELECT id, slug, label FROM relationships ORDER BY position").fetchall()
        places = connection.execute(PLACES).fetchall()
        columns = read_events(
            connection,
            Positions([kind[0] for kind in kinds]),
            Positions([lane[0] for lane in lanes]),
            # An event without a place has the key 0.
            Positions([0, *(place[0] + 1 for place in places)]),
            lambda share: tell(0.85 * share),
        )
        ids = Ids(columns.ids)
        rows, offsets = _put_in_order(columns, len(lanes))
        facets = [
            _facet("relationship", lanes, columns.lane),
            _facet("kind", kinds, columns.kind),
            _people(connection, ids, rows, lambda share: tell(0.9 + 0.1 * share)),
            *_places(places, columns.place),
            Facet("basis", BASES, tuple(_BASIS_LABELS[name] for name in BASES), columns.basis),
            _claims(connection, ids, rows),
            _sources(connection, ids, rows),
        ]
        if origin != packed.state_of(path):
            # Changed between the two first lines: whether what was read is old or new is unknown.
            origin = ""
    finally:
        connection.execute("ROLLBACK")
    return EventIndex(
        ids=columns.ids,
        start=columns.start,
        end=columns.end,
        slacks=columns.slacks,
        start_slack=columns.start_slack,
        end_slack=columns.end_slack,
        importance=columns.importance,
        qualified=columns.qualified,
        offsets=offsets,
        facets={facet.name: facet for facet in facets},
        origin=origin,
    )


def _put_in_order(columns: Columns, lanes: int) -> tuple[npt.NDArray[np.int32], _Ints]:
    """Bring columns from order of id into that of domain.index; the row of each former one, and offsets."""
    size = len(columns.ids)
    sizes = np.zeros(lanes, dtype=np.int64)
    for first, last in blocks(size):
        sizes += np.bincount(columns.lane[first:last], minlength=lanes)
    offsets = np.concatenate(([0], np.cumsum(sizes)))
    # A counting sort in blocks: equals stay in order of id, and no whole array of eight bytes is made.
    order = room(size, np.int32)
    used = offsets[:-1].copy()
    for first, last in blocks(size):
        codes = columns.lane[first:last]
        within = np.argsort(codes, kind="stable")
        counts = np.bincount(codes, minlength=lanes)
        order[np.repeat(used - np.cumsum(counts) + counts, counts) + np.arange(last - first)] = first + within
        used += counts
    for first, last in zip(offsets[:-1].tolist(), offsets[1:].tolist(), strict=True):
        members = order[first:last]
        if len(members) > 1:
            order[first:last] = members[_in_time(columns.start[members], columns.end[members])]
    for name in Columns.__slots__:
        if name != "slacks":
            # One after another, so that no two whole sets of columns are ever held.
            setattr(columns, name, _taken(getattr(columns, name), order))
    rows = room(size, np.int32)
    for first, last in blocks(size):
        rows[order[first:last]] = np.arange(first, last, dtype=np.int32)
    return rows, offsets


def _taken(column: Any, order: npt.NDArray[np.int32]) -> Any:
    taken = room(len(order), column.dtype)
    for first, last in blocks(len(order)):
        # numpy makes eight bytes of each position: a block at a time.
        np.take(column, order[first:last], out=taken[first:last], mode="clip")
    return taken


def _in_time(start: _Ints, end: _Ints) -> _Ints:
    """The stable order by start, then end: one sort of one number each where all three fit into it."""
    # Both are copies of the caller's, which has no further use for them.
    end -= start
    start -= start.min()
    for step in (1, _DAY):
        if step > 1:
            if not (_are_multiples(start, step) and _are_multiples(end, step)):
                break
            start //= step
            end //= step
        place, lasting = len(start).bit_length(), int(end.max()).bit_length()
        if int(start.max()).bit_length() + lasting + place < 64:
            start <<= lasting + place
            end <<= place
            start |= end
            for first, last in blocks(len(start)):
                start[first:last] |= np.arange(first, last)
            start.sort()
            start &= (1 << place) - 1
            return start
    return np.lexsort((end, start))


def _are_multiples(values: _Ints, step: int) -> bool:
    for first, last in blocks(len(values)):
        part = values[first:last]
        if np.any(part // step * step != part):
            return False
    return True


def _facet(
    name: str, values: Sequence[tuple[int, str, str]], codes: _Codes, rows: _Codes | None = None
) -> Facet:
    return Facet(name, tuple(value[1] for value in values), tuple(value[2] for value in values), codes, rows)


def _people(connection: sqlite3.Connection, ids: Ids, rows: _Codes, tell: Tell) -> Facet:
    people = connection.execute("SELECT id, name, name FROM people ORDER BY name").fetchall()
    events, codes = read_people(connection, ids, rows, Positions([person[0] for person in people]), tell)
    times = np.zeros(len(people), dtype=np.int64)
    for first, last in blocks(len(codes)):
        times += np.bincount(codes[first:last], minlength=len(people))
    # By frequency; stable, so that equals stay in order of name.
    order = np.argsort(-times, kind="stable")
    ranks = np.empty(len(people), dtype=codes.dtype)
    ranks[order] = np.arange(len(people))
    return _many("person", [people[position] for position in order], events, ranks[codes])


def _claims(connection: sqlite3.Connection, ids: Ids, rows: _Codes) -> Facet:
    values = connection.execute(
        "SELECT id, slug, label FROM claims ORDER BY document_id, position"
    ).fetchall()
    return _many("claim", values, *_pairs(connection, CLAIMS, ids, rows, values))


def _sources(connection: sqlite3.Connection, ids: Ids, rows: _Codes) -> Facet:
    values = connection.execute("SELECT id, citation, citation FROM sources ORDER BY citation").fetchall()
    return _many("source", values, *_pairs(connection, CITATIONS, ids, rows, values))


def _pairs(
    connection: sqlite3.Connection,
    statement: str,
    ids: Ids,
    rows: _Codes,
    values: Sequence[tuple[int, str, str]],
) -> tuple[_Codes, _Codes]:
    """Row and value of each pair of an event and a value that a statement gives, a block at a time.

    Raises sqlite3.DatabaseError for a broken reference.
    """
    positions = Positions([value[0] for value in values])
    events: list[_Codes] = [np.empty(0, np.int32)]
    codes: list[_Codes] = [np.empty(0, positions.dtype)]
    cursor = connection.execute(statement)
    while found := cursor.fetchmany(BLOCK):
        pairs = np.array(found, dtype=np.int64)
        events.append(rows[ids.positions_of(pairs[:, 0])])
        codes.append(positions.of(pairs[:, 1]).astype(positions.dtype))
    return joined(events), joined(codes)


def _many(name: str, values: Sequence[tuple[int, str, str]], rows: _Codes, codes: _Codes) -> Facet:
    """A facet of several values for each event: `codes[i]` is one of event `rows[i]`, in no order yet."""
    bits = len(values).bit_length()
    pairs = converted(rows, np.int64)
    pairs <<= bits
    pairs |= codes
    pairs.sort()
    codes = room(len(pairs), dtype_of(len(values)))
    for first, last in blocks(len(pairs)):
        codes[first:last] = pairs[first:last] & ((1 << bits) - 1)
    pairs >>= bits
    return _facet(name, values, codes, converted(pairs, np.int32))


def _places(places: Sequence[tuple[int, str, str, str]], codes: _Codes) -> tuple[Facet, Facet]:
    """Place and country: single-valued when every event has a place, otherwise with the rows that do."""
    # A country may be written in two ways over time; the one used most often names it.
    written: dict[str, dict[str, int]] = {}
    for _, _, code, country in places:
        names = written.setdefault(code, {})
        names[country] = names.get(country, 0) + 1
    label = {code: max(names, key=lambda name: names[name]) for code, names in written.items()}
    countries = sorted(label, key=lambda code: (label[code], code))
    # The first of the codes is no place at all.
    rows = None if np.all(codes) else converted(np.flatnonzero(codes), np.int32)
    codes = converted(codes if rows is None else codes[codes > 0], dtype_of(len(places)))
    codes -= 1
    position = {code: number for number, code in enumerate(countries)}
    of = np.array([position[place[2]] for place in places], dtype=dtype_of(len(countries)))
    names = tuple(place[1] for place in places)
    country = room(len(codes), of.dtype)
    for first, last in blocks(len(codes)):
        np.take(of, codes[first:last], out=country[first:last], mode="clip")
    return (
        Facet("place", names, names, codes, rows),
        Facet("country", tuple(countries), tuple(label[code] for code in countries), country, rows),
    )
