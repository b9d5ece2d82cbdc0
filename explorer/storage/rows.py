"""Reading every event's numbers from the rows, in blocks, in order of id.

SQLite writes a block of rows as one text of characters, char(n) for each number n below a million: it
costs a tenth of writing and parsing decimals, and SQLite does it without holding Python's lock, so that a
window stays fluid meanwhile. Times and ids are cut into pieces of 20 bits. What does not fit shows as the
character that SQLite puts for the impossible; such a block is read again in a form that holds anything.
"""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from explorer.domain.blocks import blocks
from explorer.domain.event import BASES
from explorer.domain.filter import GREATEST_IMPORTANCE, LEAST_IMPORTANCE
from explorer.domain.interval import BEGINNING, FOREVER
from explorer.storage.connection import room_for
from explorer.storage.memory import converted, joined, room
from explorer.storage.telling import UnsoundError

_Ints: TypeAlias = npt.NDArray[np.int64]
_Codes: TypeAlias = npt.NDArray[np.integer]
_Unsigned: TypeAlias = npt.NDArray[np.unsignedinteger]

#: Hears what share of its work a function has done; it raises Cancelled to stop it.
Tell: TypeAlias = Callable[[float], None]

#: Rows in a block: some ten milliseconds of work, so that progress and Cancel answer at once.
BLOCK: Final = 16_384

#: What char() gives for what is no character.
_IMPOSSIBLE: Final = 0xFFFD
_PIECE: Final = 0xFFFFF
_SHIFT: Final = 20
_BIAS: Final = 0x80000

# Within 17,000 years of 1970, and lengths up to that.
_NEAR_TIME: Final = f"{{0}} & {_PIECE}, ({{0}} >> {_SHIFT}) + {_BIAS}"
# Any number of 64 bits.
_ANY: Final = f"{{0}} & {_PIECE}, ({{0}} >> 20) & {_PIECE}, ({{0}} >> 40) & {_PIECE}, ({{0}} >> 60) + 8"

_TIMES: Final = (
    "start_earliest",
    "end_latest",
    "(start_latest - start_earliest)",
    "(end_latest - end_earliest)",
)
# 0 is for no place.
_KEYS: Final = ("kind_id", "relationship_id", "ifnull(place_id + 1, 0)")
# unicode() of '' is NULL.
_SMALL: Final = "importance, unicode(start_qualifier), unicode(end_qualifier), unicode(basis)"
_EVENTS: Final = """
    SELECT CAST(group_concat(char({}, {}), '') AS BLOB) FROM events WHERE id BETWEEN ?1 AND ?2
"""

EVENTS: Final = _EVENTS.format(
    ", ".join(["id - ?1", *(_NEAR_TIME.format(time) for time in _TIMES), *_KEYS]), _SMALL
)
EVENTS_ANY: Final = _EVENTS.format(
    ", ".join(_ANY.format(number) for number in ("(id - ?1)", *_TIMES, *_KEYS)), _SMALL
)

# The end of a block where ids have gaps.
UPTO: Final = "SELECT max(id) FROM (SELECT id FROM events WHERE id >= ? ORDER BY id LIMIT ?)"

_PEOPLE: Final = """
    SELECT CAST(group_concat(char({}), '') AS BLOB) FROM participations WHERE event_id BETWEEN ?1 AND ?2
"""
PEOPLE: Final = _PEOPLE.format("event_id - ?3, person_id")
PEOPLE_ANY: Final = _PEOPLE.format(", ".join(_ANY.format(key) for key in ("(event_id - ?3)", "person_id")))

_GREATEST: Final = 2**63 - 1

#: Ids beyond are not counted with: differences between two must fit.
_FAR: Final = 2**60

#: Bytes of the numbers of a block, four for a character; people may be many at an event.
_TEXT: Final = 2**23
_LONG_TEXT: Final = 2**26


@dataclass(slots=True)
class Columns:
    """Every event in order of id. `place` is 0 without one, else one more than the place's position."""

    ids: _Codes
    start: _Ints
    end: _Ints
    start_slack: _Unsigned
    end_slack: _Unsigned
    kind: _Codes
    lane: _Codes
    place: _Codes
    importance: npt.NDArray[np.uint8]
    qualified: npt.NDArray[np.uint8]
    basis: npt.NDArray[np.uint8]
    slacks: _Ints


class Positions:
    """Where each of some distinct numbers is among them."""

    def __init__(self, known: Sequence[int]) -> None:
        keys = np.array(known, dtype=np.int64)
        self.dtype = dtype_of(len(keys))
        self._order = np.argsort(keys)
        self._sorted = keys[self._order]
        self._table: npt.NDArray[np.int32] | None = None
        if len(keys) and keys.min() >= 0 and keys.max() < 2**20:
            # The last entry stands for all that is beyond.
            self._table = np.full(int(keys.max()) + 2, -1, dtype=np.int32)
            self._table[keys] = np.arange(len(keys), dtype=np.int32)

    def of(self, keys: _Codes) -> _Codes:
        """The position of each key. Raises UnsoundError for one that is a broken reference."""
        if self._table is None or (len(keys) and keys.min() < 0):
            return self._order[_found(self._sorted, keys.astype(np.int64))]
        positions = self._table.take(keys, mode="clip")
        if len(keys) and positions.min() < 0:
            raise _broken_reference()
        return positions


class _Lengths:
    """The few lengths that occur, coded in order of appearance."""

    def __init__(self) -> None:
        self.known: list[int] = []
        self._positions = Positions(())
        self._sorted = np.empty(0, np.int64)

    def codes_of(self, lengths: _Ints) -> _Codes:
        """The code of each length; those not met before are learnt."""
        if lengths.min() == lengths.max():
            lengths = lengths[:1]
        at = np.searchsorted(self._sorted, lengths)
        is_known = at < len(self._sorted)
        is_known[is_known] = self._sorted[at[is_known]] == lengths[is_known]
        if not is_known.all():
            self.known += np.unique(lengths[~is_known]).tolist()
            self._sorted = np.sort(np.array(self.known, dtype=np.int64))
            self._positions = Positions(self.known)
        # One code for all, where all are equal, spreads by itself.
        return self._positions.of(lengths)


def read_events(
    connection: sqlite3.Connection, kinds: Positions, lanes: Positions, places: Positions, tell: Tell
) -> Columns:
    """The numbers of all events in small types. `places` begins with 0 for none, then has each id plus one.

    Raises UnsoundError for a broken reference.
    """
    least, most, total = connection.execute("SELECT min(id), max(id), count(*) FROM events").fetchone()
    if total and not (type(least) is type(most) is int and -_FAR <= least <= most <= _FAR):
        raise UnsoundError("an event has a number that is out of range")
    is_small = total == 0 or -(2**31) <= least <= most < 2**31
    columns = Columns(
        ids=room(total, np.int32 if is_small else np.int64),
        start=room(total, np.int64),
        end=room(total, np.int64),
        start_slack=room(total, np.uint8),
        end_slack=room(total, np.uint8),
        kind=room(total, kinds.dtype),
        lane=room(total, lanes.dtype),
        place=room(total, places.dtype),
        importance=room(total, np.uint8),
        qualified=room(total, np.uint8),
        basis=room(total, np.uint8),
        slacks=np.empty(0, np.int64),
    )
    bases = Positions([ord(basis[0]) for basis in BASES])
    lengths = _Lengths()
    done, first, is_dense = 0, least, True
    while done < total:
        if is_dense:
            last = min(first + BLOCK - 1, _GREATEST)
        else:
            last = connection.execute(UPTO, (first, BLOCK)).fetchone()[0]
        if last is None:
            raise sqlite3.DatabaseError("an index of the events does not agree with them")
        numbers = _events_between(connection, first, last)
        size = len(numbers[0])
        here = slice(done, done + size)
        if done + size > total:
            raise sqlite3.DatabaseError("an index of the events does not agree with them")
        if size:
            _require_sound(numbers)
            np.add(numbers[0], first, out=columns.ids[here], casting="same_kind")
            columns.start[here], columns.end[here] = numbers[1:3]
            for name, slacks in (("start_slack", numbers[3]), ("end_slack", numbers[4])):
                codes = lengths.codes_of(slacks)
                column: _Codes = getattr(columns, name)
                if np.iinfo(column.dtype).max < len(lengths.known) - 1:
                    column = converted(column, dtype_of(len(lengths.known)))
                    setattr(columns, name, column)
                column[here] = codes
            columns.kind[here] = kinds.of(numbers[5])
            columns.lane[here] = lanes.of(numbers[6])
            columns.place[here] = places.of(numbers[7])
            columns.importance[here] = numbers[8]
            columns.qualified[here] = _qualified(numbers[9], numbers[10])
            columns.basis[here] = bases.of(numbers[11])
        done += size
        is_dense = size > BLOCK // 4
        first = last + 1
        tell(done / total)
    columns.slacks = np.array(lengths.known, dtype=np.int64)
    return columns


def _require_sound(numbers: list[Any]) -> None:
    """Pass only events of a time and an importance that there are. Raises UnsoundError."""
    start, end, begun, ending, importance = (numbers[at] for at in (1, 2, 3, 4, 8))
    if (
        start.min() < BEGINNING
        or end.max() > FOREVER
        or begun.min() <= 0
        or ending.min() <= 0
        or max(begun.max(), ending.max()) > FOREVER - BEGINNING
        or np.any(start >= end)
    ):
        raise UnsoundError("an event lies outside of all time, or ends before it begins")
    if importance.min() < LEAST_IMPORTANCE or importance.max() > GREATEST_IMPORTANCE:
        raise UnsoundError("an event has an importance that there is not")


def read_people(
    connection: sqlite3.Connection, ids: "Ids", rows: _Codes, people: Positions, tell: Tell
) -> tuple[_Codes, _Codes]:
    """Row and person of each participation; `rows` has the row of each of `ids`, those of all events.

    Raises UnsoundError for a broken reference.
    """
    events: list[_Codes] = [np.empty(0, np.int32)]
    persons: list[_Codes] = [np.empty(0, people.dtype)]
    for begin, end in blocks(len(ids), 2 * BLOCK):
        # What refers to no event lies between two blocks as well as within one.
        base = ids.at(begin)
        first = base if begin else -_GREATEST
        last = ids.at(end) - 1 if end < len(ids) else _GREATEST
        numbers, keys = _people_between(connection, first, last, base)
        if len(numbers):
            events.append(rows[ids.positions_of(numbers + base)])
            persons.append(people.of(keys).astype(people.dtype))
        tell(end / len(ids))
    return joined(events), joined(persons)


class Ids:
    """All ids in ascending order; the column itself is kept only where it has gaps."""

    def __init__(self, ids: _Codes) -> None:
        self._size = len(ids)
        self._first = int(ids[0]) if len(ids) else 0
        has_gaps = len(ids) > 0 and int(ids[-1]) - self._first >= len(ids)
        self._ids = ids if has_gaps else None

    def __len__(self) -> int:
        return self._size

    def at(self, position: int) -> int:
        return self._first + position if self._ids is None else int(self._ids[position])

    def positions_of(self, keys: _Ints) -> _Ints:
        """The position of each id. Raises UnsoundError for one that is a broken reference."""
        if self._ids is not None:
            return _found(self._ids, keys.astype(self._ids.dtype))
        positions = keys - self._first
        if len(keys) and not 0 <= positions.min() <= positions.max() < self._size:
            raise _broken_reference()
        return positions


def _found(ascending: _Codes, keys: _Codes) -> _Ints:
    """The position of each key among all. Raises UnsoundError for one that is a broken reference."""
    at = np.searchsorted(ascending, keys)
    if len(keys) and (at.max() == len(ascending) or np.any(ascending[at] != keys)):
        raise _broken_reference()
    return at


def _broken_reference() -> UnsoundError:
    return UnsoundError("something refers to a row that does not exist")


def dtype_of(values: int) -> type[np.unsignedinteger[Any]]:
    """The smallest type with room for so many different codes."""
    return np.uint8 if values <= 2**8 else np.uint16 if values <= 2**16 else np.uint32


def _events_between(connection: sqlite3.Connection, first: int, last: int) -> list[Any]:
    """Id less `first`, start, end, both slacks, three keys, importance, two qualifiers and basis."""
    with room_for(connection, _TEXT):
        table = _characters(connection.execute(EVENTS, (first, last)).fetchone()[0], 16)
    if not np.any(table[:, [0, 2, 4, 6, 8, 9, 10, 11]] == _IMPOSSIBLE):
        near = [_near(table[:, at], table[:, at + 1]) for at in (1, 3, 5, 7)]
        return [table[:, 0].astype(np.int64), *near, *table[:, 9:].T]
    with room_for(connection, _TEXT):
        table = _characters(connection.execute(EVENTS_ANY, (first, last)).fetchone()[0], 36)
    return [*(_any(table[:, at : at + 4]) for at in range(0, 32, 4)), *table[:, 32:].T]


def _people_between(connection: sqlite3.Connection, first: int, last: int, base: int) -> tuple[_Ints, _Ints]:
    """Event less `base`, and person, of the participations of a stretch of ids."""
    given = (first, last, base)
    with room_for(connection, _LONG_TEXT):
        table = _characters(connection.execute(PEOPLE, given).fetchone()[0], 2)
        if not np.any(table == _IMPOSSIBLE):
            return table[:, 0].astype(np.int64), table[:, 1].astype(np.int64)
        table = _characters(connection.execute(PEOPLE_ANY, given).fetchone()[0], 8)
    return _any(table[:, :4]), _any(table[:, 4:])


def _characters(text: bytes | None, width: int) -> npt.NDArray[np.uint32]:
    """The numbers of a text, `width` to a row."""
    # Halves of surrogate pairs are numbers like any other here.
    letters = (text or b"").decode("utf-8", "surrogatepass")
    return np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), np.dtype("<u4")).reshape(-1, width)


def _near(low: npt.NDArray[np.uint32], high: npt.NDArray[np.uint32]) -> _Ints:
    return ((high.astype(np.int64) - _BIAS) << _SHIFT) | low


def _any(pieces: npt.NDArray[np.uint32]) -> _Ints:
    low, middle, high, top = pieces.T.astype(np.int64)
    return low | (middle << 20) | (high << 40) | ((top - 8) << 60)


def _bits(*letters: tuple[str, int]) -> npt.NDArray[np.uint8]:
    table = np.zeros(128, dtype=np.uint8)
    for letter, bits in letters:
        table[ord(letter)] = bits
    return table


_BEGUN: Final = _bits(("?", 1), ("~", 2), ("%", 3), (".", 4))
_ENDED: Final = _bits(("?", 1), ("~", 2), ("%", 3), (".", 8))


def _qualified(begun: _Codes, ended: _Codes) -> npt.NDArray[np.uint8]:
    if not begun.any() and not ended.any():
        return np.zeros(len(begun), dtype=np.uint8)
    differs = (begun != ended).astype(np.uint8) << 4
    return _BEGUN.take(begun, mode="clip") | _ENDED.take(ended, mode="clip") | differs
