"""Reading the text of events, the document and its claims, one small answer at a time.

The detail panel, tooltips, labels and `detente info` ask here, on a connection of their own thread.
"""

import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np

from explorer.domain.argument import Argument, Claim, Passage
from explorer.domain.errors import DatabaseError
from explorer.domain.event import (
    Commentary,
    Document,
    Event,
    EventTitle,
    Participant,
    Place,
    ServedClaim,
)
from explorer.domain.index import Ints
from explorer.domain.interval import BEGINNING
from explorer.domain.tongue import translate
from explorer.storage.connection import Cancelled, Connection, path_of, room_for
from explorer.storage.telling import UnsoundError, numbers_in, telling, typed

EVENT: Final = """
    SELECT e.id, e.slug, e.title, coalesce(e.label, e.title), k.slug, k.label, r.slug, r.label,
           e.start_edtf, e.end_edtf, e.importance, e.basis, e.summary, e.confidence, e.verification,
           p.name, p.country_code, p.country,
           coalesce(c.latitude, p.latitude), coalesce(c.longitude, p.longitude)
      FROM events e
      JOIN kinds k ON k.id = e.kind_id
      JOIN relationships r ON r.id = e.relationship_id
      LEFT JOIN places p ON p.id = e.place_id
      LEFT JOIN event_coordinates c ON c.event_id = e.id
     WHERE e.id = ?
"""

PARTICIPANTS: Final = """
    SELECT p.name, t.office, t.country, p.is_body
      FROM participations t JOIN people p ON p.id = t.person_id
     WHERE t.event_id = ? ORDER BY t.position
"""

SOURCES: Final = """
    SELECT s.citation FROM citations c JOIN sources s ON s.id = c.source_id
     WHERE c.event_id = ? ORDER BY c.position
"""

PARAGRAPHS: Final = """
    SELECT p.number FROM passage_events x JOIN passages p ON p.id = x.passage_id
     WHERE x.event_id = ? ORDER BY p.document_id, p.number
"""

COMMENTARY: Final = """
    SELECT c.text,
           (SELECT json_group_array(number) FROM (
                SELECT p.number FROM commentary_passages x JOIN passages p ON p.id = x.passage_id
                 WHERE x.commentary_id = c.id ORDER BY p.number)),
           d.id, d.slug, d.title, d.author, d.publisher, d.date_edtf, d.note
      FROM commentary c JOIN documents d ON d.id = c.document_id
     WHERE c.event_id = ? ORDER BY d.id
"""

RECORD_NOTES: Final = "SELECT text FROM record_notes WHERE event_id = ? ORDER BY id"

SERVED_CLAIMS: Final = """
    SELECT c.slug, c.position, c.label, c.statement, x.role
      FROM claim_events x JOIN claims c ON c.id = x.claim_id
     WHERE x.event_id = ? ORDER BY c.document_id, c.position
"""

IDS: Final = "SELECT slug, id FROM events WHERE slug IN (SELECT value FROM json_each(?))"

TITLES: Final = """
    SELECT id, slug, title, coalesce(label, title), start_edtf, end_edtf
      FROM events WHERE id IN (SELECT value FROM json_each(?))
"""

#: Every event, whatever the filter: the order stays, and a filter only leaves some out.
BY_TITLE: Final = "SELECT id FROM events ORDER BY title COLLATE NOCASE, start_earliest, end_latest, id"

#: Ids fetched between two reports of progress.
_BLOCK: Final = 50_000

#: Events asked for by their identifiers at a time, and bytes of a list of numbers.
_ASKED: Final = 1_000
_NUMBERS: Final = 2**26

PROPERTIES: Final = "SELECT name, value FROM properties"

# The plus keeps the index on what bounds the search best.
_NEIGHBOURS: Final = """
    SELECT id, slug, title, coalesce(label, title), start_edtf, end_edtf, start_earliest, end_latest
      FROM events
     WHERE relationship_id = :lane AND +start_earliest > :beginning
       AND (start_earliest, end_latest, id) {sign} (:start, :end, :id)
     ORDER BY start_earliest {way}, end_latest {way}, id {way} LIMIT 2
"""
# What has no start stands at its end.
_OPEN_NEIGHBOURS: Final = """
    SELECT id, slug, title, coalesce(label, title), start_edtf, end_edtf, end_latest, end_latest
      FROM events
     WHERE relationship_id = :lane AND start_earliest = :beginning
       AND (end_latest, end_latest, id) {sign} (:start, :end, :id)
     ORDER BY end_latest {way}, id {way} LIMIT 2
"""
BEFORE: Final = _NEIGHBOURS.format(sign="<", way="DESC")
AFTER: Final = _NEIGHBOURS.format(sign=">", way="ASC")
OPEN_BEFORE: Final = _OPEN_NEIGHBOURS.format(sign="<", way="DESC")
OPEN_AFTER: Final = _OPEN_NEIGHBOURS.format(sign=">", way="ASC")

DOCUMENT: Final = (
    "SELECT id, slug, title, author, publisher, date_edtf, note FROM documents ORDER BY id LIMIT 1"
)

PASSAGES: Final = """
    SELECT p.number, p.summary,
           (SELECT json_group_array(id) FROM (
                SELECT e.id FROM passage_events x JOIN events e ON e.id = x.event_id
                 WHERE x.passage_id = p.id ORDER BY e.start_earliest, e.end_latest, e.id)),
           (SELECT json_group_array(slug) FROM (
                SELECT c.slug FROM claims c JOIN claim_passages x ON x.claim_id = c.id
                 WHERE c.document_id = p.document_id AND x.passage_id = p.id ORDER BY c.position))
      FROM passages p WHERE p.document_id = ? ORDER BY p.number
"""

CLAIMS: Final = """
    SELECT c.slug, c.position, c.label, c.statement,
           (SELECT json_group_array(number) FROM (
                SELECT p.number FROM claim_passages x JOIN passages p ON p.id = x.passage_id
                 WHERE x.claim_id = c.id ORDER BY p.number)),
           (SELECT json_group_array(json_array(id, role)) FROM (
                SELECT e.id, x.role FROM claim_events x JOIN events e ON e.id = x.event_id
                 WHERE x.claim_id = c.id ORDER BY e.start_earliest, e.end_latest, e.id))
      FROM claims c WHERE c.document_id = ? ORDER BY c.position
"""

#: Identifiers that are compared with a misspelt one, named for it, and how much alike they must be.
_COMPARED: Final = 20_000
_NEAR: Final = 3
_ALIKE: Final = 0.6


@telling
def read_properties(connection: sqlite3.Connection) -> dict[str, str]:
    """What the file says of itself, by name."""
    return dict(typed(connection.execute(PROPERTIES), "tt"))


@telling
def read_event(connection: sqlite3.Connection, event_id: int) -> Event:
    """All that is known of one event. Raises DatabaseError when there is none with that id."""
    row = connection.execute(EVENT, (event_id,)).fetchone()
    if row is None:
        raise DatabaseError(
            translate("Errors", "There is no event number {event_id} in “{name}” any more.").format(
                event_id=event_id, name=path_of(connection).name
            ),
            translate("Errors", "Open the database again."),
        )

    def rows(statement: str, types: str) -> list[tuple[Any, ...]]:
        return typed(connection.execute(statement, (event_id,)), types)

    typed([row], "i" + 8 * "t" + "Titttt" + "TTTRR")
    return Event(
        *row[:15],
        place=Place(*row[15:]) if row[15] is not None else None,
        participants=tuple(
            Participant(name, office, country, bool(is_body))
            for name, office, country, is_body in rows(PARTICIPANTS, "ttti")
        ),
        sources=_column(rows(SOURCES, "t")),
        # Several documents may be numbered alike.
        paragraphs=tuple(dict.fromkeys(_column(rows(PARAGRAPHS, "i")))),
        commentary=tuple(
            Commentary(Document(*document), text, numbers_in(numbers))
            for text, numbers, *document in rows(COMMENTARY, "tji" + 6 * "t")
        ),
        record_notes=_column(rows(RECORD_NOTES, "t")),
        claims=tuple(ServedClaim(*claim) for claim in rows(SERVED_CLAIMS, "ti" + 3 * "t")),
    )


@telling
def id_of(connection: sqlite3.Connection, slug: str) -> int | None:
    """The id of the event with that identifier, None when there is none."""
    row = connection.execute("SELECT id FROM events WHERE slug = ?", (slug,)).fetchone()
    return None if row is None else row[0]


@telling
def near_slugs(connection: sqlite3.Connection, slug: str) -> list[str]:
    """Identifiers of events, the likeliest first, that one who gave an unknown one may have meant."""
    # Only when something is misspelt.
    import difflib

    plain = slug.casefold()
    # As many as are compared in a moment, those that begin alike first.
    begun = f"{plain[:2]}%"
    sql = "SELECT slug FROM events ORDER BY slug LIKE ? DESC LIMIT ?"
    known = [slug for (slug,) in typed(connection.execute(sql, (begun, _COMPARED)), "t")]
    holding = [one for one in known if plain in one.casefold()][:_NEAR] if plain else []
    return holding or difflib.get_close_matches(plain, known, n=_NEAR, cutoff=_ALIKE)


@telling
def ids_of(connection: sqlite3.Connection, slugs: Sequence[str]) -> dict[str, int]:
    """The ids of the events with these identifiers, by identifier; those of no event are left out."""
    found: dict[str, int] = {}
    for first in range(0, len(slugs), _ASKED):
        asked = json.dumps(list(slugs[first : first + _ASKED]))
        found |= dict(typed(connection.execute(IDS, (asked,)), "ti"))
    return found


@telling
def read_titles(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, EventTitle]:
    """The titles of these events by id; ids that do not exist are left out. A missing label is the title."""
    # One JSON text instead of a ? for each id: the statement stays the same, whatever their number.
    text = json.dumps([int(event_id) for event_id in ids])
    return {row[0]: EventTitle(*row) for row in typed(connection.execute(TITLES, (text,)), "ittttT")}


@telling
def ids_by_title(connection: sqlite3.Connection, total: int, report: Callable[[int, int], bool]) -> Ints:
    """The ids of all events, `total` of them, in order of title, letter case aside; equals in order of time.

    `report(done, of)` is called often, with 0 done while SQLite sorts; its False raises Cancelled.
    """
    ids = np.empty(total, dtype=np.int64)
    done = 0
    assert isinstance(connection, Connection)
    with connection.reporting(lambda: report(done, total)):
        cursor = connection.execute(BY_TITLE)
        while (block := cursor.fetchmany(_BLOCK)) and done < total:
            found = [row[0] for row in block][: total - done]
            ids[done : done + len(found)] = found
            done += len(found)
            if not report(done, total):
                raise Cancelled
    return ids[:done]


@telling
def neighbours(connection: sqlite3.Connection, event: Event) -> list[EventTitle]:
    """Up to two events before and two after this one in the same relationship, in order of time.

    The order is the EventIndex's, by start, end and id; the event itself is not among them.
    """
    place = connection.execute(
        "SELECT relationship_id, start_earliest, end_latest, id FROM events WHERE id = ?", (event.id,)
    ).fetchone()
    if place is None:
        return []
    given: dict[str, int] = dict(zip(("lane", "start", "end", "id"), place, strict=True))
    given["beginning"] = BEGINNING
    if given["start"] <= BEGINNING:
        given["start"] = given["end"]

    def nearest(statements: tuple[str, str], *, is_before: bool) -> list[EventTitle]:
        rows = [row for one in statements for row in typed(connection.execute(one, given), "ittttTii")]
        rows.sort(key=lambda row: (row[6], row[7], row[0]), reverse=is_before)
        return [EventTitle(*row[:6]) for row in rows[:2]]

    before = nearest((BEFORE, OPEN_BEFORE), is_before=True)
    return before[::-1] + nearest((AFTER, OPEN_AFTER), is_before=False)


@telling
def read_argument(connection: sqlite3.Connection) -> Argument | None:
    """The first document with its paragraphs and claims, and the events of each; None without one."""
    rows = typed(connection.execute(DOCUMENT), "i" + 6 * "t")
    if not rows:
        return None
    # Lists with a number for each event; what is a text is measured.
    with room_for(connection, _NUMBERS):
        passages = typed(connection.execute(PASSAGES, (rows[0][0],)), "itjj")
        claims = typed(connection.execute(CLAIMS, (rows[0][0],)), "tittjj")
    return Argument(
        Document(*rows[0]),
        tuple(
            Passage(number, summary, numbers_in(events), _texts_in(slugs))
            for number, summary, events, slugs in passages
        ),
        tuple(
            Claim(*claim[:4], paragraphs=numbers_in(claim[4]), events=_roles_in(claim[5])) for claim in claims
        ),
    )


def _texts_in(text: str) -> tuple[str, ...]:
    found = json.loads(text)
    if not all(type(one) is str for one in found):
        raise UnsoundError("a text is none")
    return tuple(found)


def _roles_in(text: str) -> tuple[tuple[int, str], ...]:
    found = json.loads(text)
    if not all(type(event) is int and type(role) is str for event, role in found):
        raise UnsoundError("an event or a role is none")
    return tuple((event, role) for event, role in found)


def _column(rows: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    return tuple(value for (value,) in rows)


@telling
def read_shapes(connection: sqlite3.Connection) -> dict[str, str]:
    """The name of the mark that each kind of event is drawn with, by the kind's identifier."""
    return dict(typed(connection.execute("SELECT slug, shape FROM kinds"), "tt"))
