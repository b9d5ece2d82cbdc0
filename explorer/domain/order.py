"""Rows of a filtered index in the order of a column: what the table shows.

Only titles need the database (storage.reading.ids_by_title); every other column is in the index.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

from explorer.domain.facet import Bools, Facet, Ints
from explorer.domain.index import EventIndex, Rows
from explorer.domain.view_request import SORTABLE

_DAY: Final = 86_400


def is_descending(sorted_by: str) -> bool:
    """True for "-title" and the like."""
    return sorted_by.startswith("-")


def column_of(sorted_by: str) -> str:
    """The name of SORTABLE that an order is by; "date" for what is none."""
    name = sorted_by.removeprefix("-")
    return name if name in SORTABLE else SORTABLE[0]


def base_of(sorted_by: str) -> str:
    """What all rows must be in the order of before `in_order` can tell: "title" or "date"."""
    return "title" if column_of(sorted_by) == "title" else "date"


def in_order(index: EventIndex, mask: Bools, sorted_by: str, base: Rows) -> Rows:
    """The rows of a mask in the order of a column; equals stay in order of time.

    `base` are all rows of the index in the order of `base_of(sorted_by)`: a filter only leaves some out.
    What has no value in a column comes last either way.
    """
    name, is_last_first = column_of(sorted_by), is_descending(sorted_by)
    rows = base[mask[base]]
    if name in {"title", "date"}:
        return rows[::-1] if is_last_first else rows
    ranks, last = _ranks(index, name)
    if is_last_first:
        # Not in the type's own range: the rank of "no value" stays the last.
        ranks = np.where(ranks < last, last - 1 - ranks, last).astype(ranks.dtype)
    return rows[np.argsort(ranks[rows], kind="stable")]


def in_time(index: EventIndex, rows: Rows) -> Rows:
    """These rows in the order of EventIndex.in_time: quicker for millions.

    Rows that stand as in the index are a few ascending stretches, which a stable sort only merges.
    """
    if not len(rows):
        return rows
    start, lasting = index.sorted_start(rows), index.end[rows]
    ids = index.ids[rows].astype(np.int64)
    lasting -= start
    start -= start.min()
    ids -= ids.min()
    if not np.any(start % _DAY) and not np.any(lasting % _DAY):
        start //= _DAY
        lasting //= _DAY
    bits = [int(part.max()).bit_length() for part in (start, lasting, ids)]
    # The differences of far apart dates may leave what 64 bits hold: then they are negative.
    if sum(bits) < 64 and start.min() >= 0 and lasting.min() >= 0:
        start <<= bits[1] + bits[2]
        lasting <<= bits[2]
        start |= lasting
        start |= ids
        return rows[np.argsort(start, kind="stable")]
    return index.in_time(rows)


def _ranks(index: EventIndex, name: str) -> tuple[npt.NDArray[np.unsignedinteger], int]:
    """The place of each event's value among all values of a column, and that of having none."""
    if name == "importance":
        return index.importance, int(np.iinfo(np.uint8).max)
    facet = index.facets[name]
    places = _by_label(facet) if name != "basis" else np.arange(len(facet.slugs), dtype=np.uint32)
    none = len(places)
    kind = np.uint8 if none < 2**8 else np.uint16 if none < 2**16 else np.uint32
    places = places.astype(kind)
    if facet.rows is None:
        return places[facet.codes], none
    ranks = np.full(len(index), none, dtype=kind)
    # The first value of an event is the one that its cell begins with.
    first = np.flatnonzero(np.diff(facet.rows, prepend=-1))
    ranks[facet.rows[first]] = places[facet.codes[first]]
    return ranks, none


def _by_label(facet: Facet) -> Ints:
    """For each code its place in the alphabet."""
    order = sorted(range(len(facet.labels)), key=lambda code: facet.labels[code].casefold())
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.arange(len(order))
    return places
