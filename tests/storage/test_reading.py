"""Reading: all that a database knows of an event, its neighbours, the document and its claims."""

import contextlib
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from explorer.domain.errors import DatabaseError
from explorer.domain.event import Participant, Place
from explorer.storage.index import load_index
from explorer.storage.opening import open_database
from explorer.storage.reading import (
    id_of,
    neighbours,
    read_argument,
    read_event,
    read_titles,
)
from tests.builders import Given, build_database

HELSINKI, OSAKA, WAR, SAME_DAY = 2, 3, 4, 5


def test_an_event_is_read_with_all_that_is_known_of_it(connection: sqlite3.Connection) -> None:
    event = read_event(connection, HELSINKI)
    assert (event.slug, event.title, event.label) == ("helsinki", "Helsinki summit", "Helsinki")
    assert (event.kind, event.kind_label) == ("summit", "SUMMIT")
    assert (event.relationship, event.relationship_label) == ("Trump–Putin", "TRUMP–PUTIN")
    assert (event.start_edtf, event.end_edtf, event.importance, event.basis) == (
        "2018-07-16",
        None,
        5,
        "named",
    )
    assert event.place == Place("Presidential Palace, Helsinki", "FI", "Finland", 60.0, 25.0)
    assert event.participants == (
        Participant("Donald Trump", "President", "United States"),
        Participant("Vladimir Putin", "President", "Russia"),
    )
    assert event.sources == ("Remarks of 16 July 2018", "A newspaper")
    assert event.paragraphs == (4, 11)
    (said,) = event.commentary
    assert (said.document.author, said.paragraphs) == ("An author", (4, 11))
    assert said.text == "The column takes Helsinki as its example."
    assert event.record_notes == ("The record says otherwise.",)
    assert [(claim.slug, claim.role) for claim in event.claims] == [
        ("method", "evidence"),
        ("motive", "exception"),
    ]


def test_a_bare_event_has_its_title_for_a_label_and_nothing_else(connection: sqlite3.Connection) -> None:
    event = read_event(connection, SAME_DAY)
    assert event.label == event.title == "The same day"
    assert event.place is None
    assert event.participants == event.sources == event.paragraphs == event.commentary == event.claims == ()


def test_an_event_that_is_gone_is_an_error_that_says_so(connection: sqlite3.Connection) -> None:
    with pytest.raises(DatabaseError, match="no event number 99"):
        read_event(connection, 99)


def test_an_event_is_found_by_its_slug(connection: sqlite3.Connection) -> None:
    assert id_of(connection, "osaka") == OSAKA
    assert id_of(connection, "Osaka") is None


def test_titles_are_read_for_the_ids_that_exist(connection: sqlite3.Connection) -> None:
    titles = read_titles(connection, [HELSINKI, 99, WAR])
    assert {event_id: title.label for event_id, title in titles.items()} == {
        HELSINKI: "Helsinki",
        WAR: "A war",
    }
    assert read_titles(connection, []) == {}
    assert len(read_titles(connection, range(1, 100_000))) == 5


def test_neighbours_are_of_the_same_relationship_in_order_of_time(connection: sqlite3.Connection) -> None:
    def around(event_id: int) -> list[str]:
        return [title.slug for title in neighbours(connection, read_event(connection, event_id))]

    assert around(WAR) == ["helsinki", "same-day"]
    assert around(HELSINKI) == ["war", "same-day", "osaka"]
    assert around(SAME_DAY) == ["war", "helsinki", "osaka"]
    assert around(1) == []


def test_neighbours_follow_the_order_of_the_index(tmp_path: Path) -> None:
    dates = ["2001", "2000", "2000-01", "2000-01-01", "2000/2003", "1999"] * 2
    path = build_database(tmp_path / "n.db", [Given(f"e{n}", start=date) for n, date in enumerate(dates)])
    with contextlib.closing(open_database(path).connect()) as connection:
        ids: list[int] = load_index(connection).ids.tolist()
        for row, event_id in enumerate(ids):
            found = [title.id for title in neighbours(connection, read_event(connection, event_id))]
            assert found == ids[max(0, row - 2) : row] + ids[row + 1 : row + 3]


def test_the_document_has_its_paragraphs_with_events_and_claims(connection: sqlite3.Connection) -> None:
    found = read_argument(connection)
    assert found is not None
    passages = found.passages
    assert found.document.title == "A column"
    assert [(p.number, p.summary) for p in passages] == [(4, "Paragraph 4"), (11, "Paragraph 11")]
    assert passages[0].event_ids == (HELSINKI, OSAKA)
    assert passages[0].claims == ("method", "motive")
    assert passages[1].event_ids == (HELSINKI,)


def test_the_claims_come_in_the_order_of_the_argument(connection: sqlite3.Connection) -> None:
    found = read_argument(connection)
    assert found is not None
    method, motive = found.claims
    assert found.claim("motive") is motive
    assert found.claim("none") is None
    assert (method.slug, method.position, method.label) == ("method", 1, "METHOD")
    assert method.paragraphs == (4,)
    assert method.events == ((HELSINKI, "evidence"), (OSAKA, "precedent"))
    assert motive.events == ((HELSINKI, "exception"),)


def test_a_database_without_a_document_has_none(tmp_path: Path) -> None:
    path = build_database(tmp_path / "none.db", [Given("a")])
    with contextlib.closing(open_database(path).connect()) as connection:
        assert read_argument(connection) is None


def test_a_column_that_is_missing_is_told_as_such(file: Path) -> None:
    with contextlib.closing(sqlite3.connect(file)) as writer:
        writer.execute("ALTER TABLE claims DROP COLUMN statement")
    with (
        contextlib.closing(open_database(file).connect()) as connection,
        pytest.raises(DatabaseError, match="is not whole: there is no column"),
    ):
        read_argument(connection)


def test_what_has_no_start_is_the_neighbour_of_what_is_about_its_end(tmp_path: Path) -> None:
    path = build_database(
        tmp_path / "open.db",
        [
            Given("y1950", start="1950"),
            Given("until-1960", start="../1960"),
            Given("y1970", start="1970"),
            Given("until-1940", start="/1940"),
            Given("always", start="../.."),
        ],
    )
    slugs = ["until-1940", "y1950", "until-1960", "y1970", "always"]
    with contextlib.closing(open_database(path).connect()) as connection:
        index = load_index(connection)
        rows = index.in_time(np.arange(len(index)))
        known = dict(connection.execute("SELECT id, slug FROM events"))
        assert [known[event] for event in index.ids[rows].tolist()] == slugs
        for place, slug in enumerate(slugs):
            event_id = id_of(connection, slug)
            assert event_id is not None
            found = [one.slug for one in neighbours(connection, read_event(connection, event_id))]
            assert found == slugs[max(0, place - 2) : place] + slugs[place + 1 : place + 3]
