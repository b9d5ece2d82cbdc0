"""The reader's stars and notes as a facet of the index, so that events can be chosen by them."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from explorer.domain.facet import Facet
from explorer.domain.filter import EventFilter
from explorer.domain.index import EventIndex
from explorer.domain.note import FACET, LABELS, Note
from explorer.domain.query import FacetTerm, TextTerm, parse_query

#: Events looked for one by one: more are worth the index's table of all ids.
_FEW: Final = 300


def facet_of(notes: Mapping[int, Note], index: EventIndex) -> Facet:
    """Which events are starred, and which have a note, as the facet "mine"; no event that is gone."""
    rows_of = _rows_of(list(notes), index)
    pairs = sorted(
        (row, code)
        for event, note in notes.items()
        if (row := rows_of.get(event)) is not None
        for code, is_so in enumerate((note.is_starred, bool(note.text.strip())))
        if is_so
    )
    rows = np.array([row for row, _ in pairs], dtype=np.int32)
    codes = np.array([code for _, code in pairs], dtype=np.uint8)
    return Facet(FACET, tuple(LABELS), tuple(LABELS.values()), codes, rows)


def texts_of(notes: Mapping[int, Note]) -> dict[int, str]:
    """The words of every note by the event's id, for the search."""
    return {event: note.text for event, note in notes.items() if note.text.strip()}


def wants_marks(wanted: EventFilter) -> bool:
    """True for a filter that names the reader's stars and notes, by facet or by words of the search."""
    if FACET in wanted.chosen or FACET in wanted.excluded:
        return True
    return any(
        isinstance(term, FacetTerm | TextTerm) and term.field in (FACET, "note")
        for term in parse_query(wanted.search).leaves
    )


def _rows_of(events: list[int], index: EventIndex) -> dict[int, int]:
    if len(events) <= _FEW:
        found = ((event, index.row_of(event)) for event in events)
        return {event: row for event, row in found if row is not None}
    rows = index.rows_of(np.array(events))
    return dict(zip(index.ids[rows].tolist(), rows.tolist(), strict=True))
