"""What the panel shows of the selected event, read on the worker thread: the event and those around it."""

from dataclasses import dataclass
from typing import Any, Final

from explorer.domain.distance import Between, apart_in_words, between
from explorer.domain.edtf import EdtfDate, stored
from explorer.domain.event import Event, EventTitle
from explorer.domain.index import EventIndex
from explorer.domain.tongue import translate
from explorer.storage.reading import neighbours, read_event, read_titles
from explorer.storage.telling import telling

#: Events listed of those between two.
LISTED: Final = 8


@dataclass(frozen=True, slots=True)
class Comparison:
    """Another event beside the selected one, and what lies between the two."""

    event: Event
    between: Between
    titles: tuple[EventTitle, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An event with the two before and after it in the same relationship, and the one it is compared with."""

    event: Event
    neighbours: tuple[EventTitle, ...]
    compared: Comparison | None = None


@telling
def read(connection: Any, index: EventIndex, event_id: int, compared_id: int | None) -> Reading:
    """All that the panel shows of an event. Raises DatabaseError."""
    event = read_event(connection, event_id)
    comparison = None
    if compared_id is not None and compared_id != event_id:
        rows = index.row_of(event_id), index.row_of(compared_id)
        if rows[0] is not None and rows[1] is not None:
            found = between(index, rows[0], rows[1], LISTED)
            ids: list[int] = index.ids[list(found.rows)].tolist()
            titles = read_titles(connection, ids)
            listed = tuple(titles[one] for one in ids if one in titles)
            comparison = Comparison(read_event(connection, compared_id), found, listed)
    return Reading(event, tuple(neighbours(connection, event)), comparison)


def dates_of(event: Event) -> tuple[EdtfDate, EdtfDate | None]:
    """An event's start and end."""
    return stored(event.start_edtf, event.end_edtf)


def apart(event: Event, other: Event) -> str:
    """How an event stands to another in time: "27 days after “The letter”"."""
    named = translate("Panel", "“{name}”").format(name=other.label)
    return apart_in_words(dates_of(event), dates_of(other), named)
