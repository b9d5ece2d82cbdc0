"""Loading all events of a database into one EventIndex: from the column cache if that has them, else rows."""

import contextlib
import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from explorer.domain.blocks import blocks
from explorer.domain.event import BASES
from explorer.domain.index import EventIndex, Facet
from explorer.domain.listing import quoted
from explorer.domain.tongue import grouped, mark, translate
from explorer.storage import cache, mended
from explorer.storage.connection import Cancelled, Connection, path_of
from explorer.storage.memory import converted, joined, room
from explorer.storage.opening import TABLES, Database
from explorer.storage.rows import BLOCK, Columns, Ids, Positions, Tell, dtype_of, read_events, read_people
from explorer.storage.telling import UnsoundError, UnsoundFileError, asking, typed

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

#: Bytes of a file up to which SQLite looks for damage before anything is shown.
LOOKED_THROUGH: Final = 50 * 2**20

#: Tables whose values may be of any type.
_LAX: Final = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"

#: Letters of a label that lanes, lists and chips show, at the most.
LONGEST_LABEL: Final = 2_000

#: Events whose rows are compared with what the column cache says of them.
_SAMPLED: Final = 12

BOUNDS: Final = "SELECT (SELECT min(id) FROM events), (SELECT max(id) FROM events)"
SAMPLED: Final = """
    SELECT e.id, e.start_earliest, e.start_latest, e.end_earliest, e.end_latest, e.importance,
           r.slug, k.slug, p.name, p.country_code, e.basis
      FROM events e JOIN kinds k ON k.id = e.kind_id JOIN relationships r ON r.id = e.relationship_id
      LEFT JOIN places p ON p.id = e.place_id
     WHERE e.id IN (SELECT value FROM json_each(?))
"""
SAMPLED_VALUES: Final = ("relationship", "kind", "place", "country", "basis")
SAMPLED_LISTS: Final = {
    "person": "SELECT x.event_id, p.name FROM participations x JOIN people p ON p.id = x.person_id"
    " WHERE x.event_id IN (SELECT value FROM json_each(?))",
    "claim": "SELECT x.event_id, c.slug FROM claim_events x JOIN claims c ON c.id = x.claim_id"
    " WHERE x.event_id IN (SELECT value FROM json_each(?))",
    "source": "SELECT x.event_id, s.citation FROM citations x JOIN sources s ON s.id = x.source_id"
    " WHERE x.event_id IN (SELECT value FROM json_each(?))",
}
#: Progress is told out of so many.
WHOLE: Final = 1_000

_DAY: Final = 86_400


@dataclass(frozen=True, slots=True)
class Loaded:
    """An open database with its index. `damage` says in SQLite's words what is unsound in it, "" for nothing.

    `left_out` events are not in the index then.
    """

    database: Database
    connection: Connection
    index: EventIndex
    left_out: int = 0
    damage: str = ""

    @property
    def shortcoming(self) -> str:
        """One sentence on what is not shown of the file, "" when it is whole."""
        if not self.left_out and not self.damage:
            return ""
        name = quoted(self.database.name)
        if not self.left_out:
            return translate(
                "Errors", "{name} is damaged; what is sound is shown. `detente check` lists what is wrong."
            ).format(name=name)
        said = (
            translate(
                "Errors", "{n} event of {name} is damaged and left out; `detente check` lists what is wrong."
            )
            if self.left_out == 1
            else translate(
                "Errors",
                "{n} events of {name} are damaged and left out; `detente check` lists what is wrong.",
            )
        )
        return said.format(n=grouped(self.left_out), name=name)


def load(
    database: Database, progress: Progress | None = None, goes_on: Callable[[], bool] | None = None
) -> Loaded:
    """Every event of a database that is sound, on a connection that whoever asks for it closes.

    A small file is looked through by SQLite first. `progress` is told as load_index says, `goes_on` asked as
    Database.connect says. Raises DatabaseError, Cancelled.
    """
    damage = ""
    try:
        if not database.is_mended:
            damage = damage_of(database, goes_on) if database.size <= LOOKED_THROUGH else ""
            if not damage:
                return _loaded(database, progress, goes_on)
    except UnsoundFileError as error:
        damage = error.details
    return replace(_loaded(database.mended(), progress, goes_on), damage=damage)


def damage_of(database: Database, goes_on: Callable[[], bool] | None = None) -> str:
    """What SQLite finds damaged in a file, in its words; "" for nothing. Reads all of it.

    Raises DatabaseError, Cancelled.
    """
    with contextlib.closing(database.connect(goes_on)) as connection:
        return _damage_of(connection)


@asking
def _damage_of(connection: sqlite3.Connection) -> str:
    lax = [name for (name,) in connection.execute(_LAX) if name in TABLES]
    if lax:
        return f"the types of {', '.join(sorted(lax))} are not enforced"
    found: str = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    return "" if found == "ok" else found


def _loaded(database: Database, progress: Progress | None, goes_on: Callable[[], bool] | None) -> Loaded:
    connection = database.connect(goes_on)
    try:
        index = load_index(connection, progress)
        left_out = count_left_out(connection) if database.is_mended else 0
    except BaseException:
        connection.close()
        raise
    return Loaded(database, connection, index, left_out)


@asking
def count_left_out(connection: sqlite3.Connection) -> int:
    """How many events a mended connection leaves out."""
    assert isinstance(connection, Connection)
    return mended.left_out(connection)


@asking
def load_index(connection: sqlite3.Connection, progress: Progress | None = None) -> EventIndex:
    """Every event of the database, in the order of domain.index, with all facets of domain.filter.FACETS.

    `progress(done, total)` is called after each block; when it returns False the reading stops with
    Cancelled. All is of one state of the file. The index's `origin` is "" when the column cache gave it,
    else what cache.pack needs. Raises DatabaseError, UnsoundFileError.
    """

    def tell(share: float) -> None:
        if progress is not None and not progress(round(share * WHOLE), WHOLE):
            raise Cancelled

    identity = connection.identity if isinstance(connection, Connection) and not connection.is_mended else ""
    kept = cache.read_cached(path_of(connection), identity, tell)
    if kept is not None and _is_of(connection, kept):
        return kept
    return replace(read_rows(connection, tell), origin=identity)


def _is_of(connection: sqlite3.Connection, index: EventIndex) -> bool:
    """Whether an index says what the rows do, in a sample of these spread over all. Raises sqlite3.Error."""
    least, most = connection.execute(BOUNDS).fetchone()
    if (len(index) > 0) != (least is not None):
        return False
    if not len(index):
        return True
    size = max(1, len(index) // _SAMPLED)
    sampled = np.unique(np.append(np.arange(0, len(index), size), len(index) - 1)).tolist()
    ids = index.ids[sampled].tolist()
    if int(index.ids.min()) != least or int(index.ids.max()) != most:
        return False
    text = json.dumps(ids)
    lists: dict[str, dict[int, set[str]]] = {name: {} for name in SAMPLED_LISTS}
    for name, statement in SAMPLED_LISTS.items():
        for event, value in connection.execute(statement, (text,)):
            lists[name].setdefault(event, set()).add(value)
    found: dict[int, tuple[Any, ...]] = {row[0]: row[1:] for row in connection.execute(SAMPLED, (text,))}
    columns = (
        index.start[sampled], index.start_latest(sampled), index.end_earliest(sampled), index.end[sampled],
        index.importance[sampled],
    )  # fmt: skip
    for row, event, *numbers in zip(sampled, ids, *(column.tolist() for column in columns), strict=True):
        said = (*numbers, *(next(iter(_values(index, name, row)), None) for name in SAMPLED_VALUES))
        if said != found.get(event):
            return False
        if any(_values(index, name, row) != lists[name].get(event, set()) for name in lists):
            return False
    return True


def _values(index: EventIndex, name: str, row: int) -> set[str]:
    facet = index.facets[name]
    return {facet.slugs[code] for code in facet.values_of(row)}


def read_rows(connection: sqlite3.Connection, tell: Tell) -> EventIndex:
    """The index as the rows give it, whatever is kept. Raises sqlite3.DatabaseError or Cancelled."""
    kinds = typed(connection.execute("SELECT id, slug, label FROM kinds ORDER BY position"), "itt")
    lanes = typed(connection.execute("SELECT id, slug, label FROM relationships ORDER BY position"), "itt")
    places = typed(connection.execute(PLACES), "ittt")
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
    labels = tuple(_shown(value[2]) for value in values)
    return Facet(name, tuple(value[1] for value in values), labels, codes, rows)


def _shown(label: str) -> str:
    """The label as lanes, lists and chips show it: measuring one of a megabyte would hold up the window."""
    return label if len(label) <= LONGEST_LABEL else f"{label[:LONGEST_LABEL]}…"


def _people(connection: sqlite3.Connection, ids: Ids, rows: _Codes, tell: Tell) -> Facet:
    people = typed(connection.execute("SELECT id, name, name FROM people ORDER BY name"), "itt")
    events, codes = read_people(connection, ids, rows, Positions([person[0] for person in people]), tell)
    times = np.zeros(len(people), dtype=np.int64)
    for first, last in blocks(len(codes)):
        times += np.bincount(codes[first:last], minlength=len(people))
    # By frequency; stable, so that equals stay in order of name.
    order = np.argsort(-times, kind="stable")
    ranks = np.empty(len(people), dtype=codes.dtype)
    ranks[order] = np.arange(len(people))
    by_frequency: list[tuple[int, str, str]] = [people[position] for position in order.tolist()]
    return _many("person", by_frequency, events, ranks[codes])


def _claims(connection: sqlite3.Connection, ids: Ids, rows: _Codes) -> Facet:
    values = typed(
        connection.execute("SELECT id, slug, label FROM claims ORDER BY document_id, position"), "itt"
    )
    return _many("claim", values, *_pairs(connection, CLAIMS, ids, rows, values))


def _sources(connection: sqlite3.Connection, ids: Ids, rows: _Codes) -> Facet:
    values = typed(connection.execute("SELECT id, citation, citation FROM sources ORDER BY citation"), "itt")
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
        pairs: npt.NDArray[Any] = np.array(found)
        if pairs.dtype != np.int64:
            raise UnsoundError("a reference is no number")
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
        Facet("place", names, tuple(map(_shown, names)), codes, rows),
        Facet("country", tuple(countries), tuple(_shown(label[code]) for code in countries), country, rows),
    )
