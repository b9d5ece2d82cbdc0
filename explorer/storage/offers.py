"""Other searches that a reader may have meant, each with how many events it would leave."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from explorer.domain.filter import EventFilter
from explorer.domain.index import EventIndex
from explorer.domain.query import parse_query
from explorer.domain.readings import Reading, readings_of
from explorer.storage.search import Notes, search_rows


@dataclass(frozen=True, slots=True)
class Offer:
    """A search in place of the present one, `words` on what is different, and the events it leaves."""

    words: str
    search: str
    total: int
    is_present: bool = False


def offers_of(
    connection: sqlite3.Connection, index: EventIndex, wanted: EventFilter, notes: Notes | None = None
) -> list[Offer]:
    """Both readings of the dates in a filter's search. Raises DatabaseError."""
    return counted(connection, index, wanted, readings_of(parse_query(wanted.search)), notes)


def counted(
    connection: sqlite3.Connection,
    index: EventIndex,
    wanted: EventFilter,
    readings: Iterable[Reading],
    notes: Notes | None = None,
) -> list[Offer]:
    """Some readings, each with the events that it would leave. Raises DatabaseError."""
    found: list[Offer] = []
    for one in readings:
        rows = search_rows(connection, index, one.search, notes)
        mask = index.mask(replace(wanted, search=one.search), rows)
        found.append(Offer(one.words, one.search, int(np.count_nonzero(mask)), one.is_present))
    return found
