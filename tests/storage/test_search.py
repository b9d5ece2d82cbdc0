"""Search: words are beginnings of words, all of them required; nothing that is typed can break the query."""

import contextlib
import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.domain.facet import Facet
from explorer.domain.filter import MINE, EventFilter
from explorer.domain.query import parse_query
from explorer.storage.connection import Cancelled
from explorer.storage.index import load_index
from explorer.storage.opening import open_database
from explorer.storage.search import Notes, expression_of, first_hits, search_rows
from tests.bench.generate import generate

CALL, HELSINKI, OSAKA, WAR, SAME_DAY = 1, 2, 3, 4, 5


def _found(connection: sqlite3.Connection, text: str, notes: Notes | None = None) -> list[int]:
    index = load_index(connection)
    mask = search_rows(connection, index, text, notes)
    return [] if mask is None else sorted(index.ids[mask].tolist())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("helsinki", [HELSINKI]),
        ("HELS", [HELSINKI]),
        ("sinki", []),
        ("trump putin", [HELSINKI, OSAKA]),
        ("trump erdogan", [CALL]),
        ("Erdoğan", [CALL]),
        ("Erdog\u0306an", [CALL]),
        ("russia finland", [HELSINKI]),
        ("japan", [OSAKA]),
        ("Khashoggi's", [OSAKA]),
        ("Khashoggi’s", [OSAKA]),
        ("khashoggi", [OSAKA]),
        ("COVID-19", [HELSINKI]),
        ("covid", [HELSINKI]),
        ("example column", [HELSINKI]),
        ("otherwise", [HELSINKI]),
        ('"takes Helsinki"', [HELSINKI]),
        ('"Helsinki takes"', []),
        ("“takes Helsinki”", [HELSINKI]),
        ('"takes Hels', [HELSINKI]),
        ('"takes Hels"', []),
        ("same-day", [SAME_DAY]),
        ("later-call", [CALL]),
        (" later-call ", [CALL]),
        ("nothing here", []),
        ("", []),
        ("   ", []),
        ("— … &", [CALL, HELSINKI, OSAKA, WAR, SAME_DAY]),
        ("-", [CALL, HELSINKI, OSAKA, WAR, SAME_DAY]),
        ("helsinki -", [HELSINKI]),
        ("war — &", [WAR]),
        ("nofield:war", []),
        ("newspaper", [HELSINKI]),
        ("war OR osaka", [OSAKA, WAR]),
        ("war OR", [WAR]),
        ("helsinki OR (osaka khashoggi) OR nothing", [HELSINKI, OSAKA]),
        ("(helsinki OR osaka) khashoggi", [OSAKA]),
        ("helsinki OR osaka khashoggi", [HELSINKI, OSAKA]),
        ("trump AND erdogan", [CALL]),
        ("trump -(helsinki OR osaka)", [CALL]),
        ("2019", [CALL, OSAKA, WAR]),
        ("16 July 2018 -war", [HELSINKI, SAME_DAY]),
        ("Helsinki 2018", [HELSINKI]),
        ('"16 July 2018"', [HELSINKI]),
        ("(kind:call OR 16.7.2018) -war", [CALL, HELSINKI, SAME_DAY]),
        ("NOT war", []),
        ("wa*", [HELSINKI, WAR]),
        ("(war", [WAR]),
        ("^war", [WAR]),
        ("war\0", [WAR]),
        ("war\udcff", [WAR]),
        ("'; DROP TABLE events; --", []),
    ],
)
def test_what_is_typed_finds(text: str, found: list[int], connection: sqlite3.Connection) -> None:
    assert _found(connection, text) == found


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.text() | st.text(alphabet="\"*^():-+ANDORT NEAR{}'a1’“”"))
def test_no_text_is_a_syntax_error(connection: sqlite3.Connection, text: str) -> None:
    index = load_index(connection)
    mask = search_rows(connection, index, text)
    assert mask is None or len(mask) == len(index)
    assert len(first_hits(connection, text)) <= len(index)


def test_thousands_of_words_are_no_error(connection: sqlite3.Connection) -> None:
    assert _found(connection, " ".join(f"word{n}" for n in range(5_000))) == []


def test_one_word_more_never_finds_more(connection: sqlite3.Connection) -> None:
    some = set(_found(connection, "trump"))
    fewer = set(_found(connection, "trump president"))
    assert fewer <= some
    assert expression_of(parse_query("a a")) == '"a"*'


def test_the_rows_found_are_a_mask_for_the_predicate(connection: sqlite3.Connection) -> None:
    index = load_index(connection)
    found = search_rows(connection, index, "trump putin")
    assert found is not None
    assert sorted(index.ids[found].tolist()) == [HELSINKI, OSAKA]
    assert search_rows(connection, index, "  ") is None


def test_ids_that_are_rare_among_numbers_are_found_as_well(file: Path) -> None:
    with contextlib.closing(sqlite3.connect(file)) as writer:
        writer.execute("PRAGMA foreign_keys = OFF")
        writer.execute("UPDATE events SET id = 1000000000000 * id")
        for table in ("participations", "claim_events", "citations"):
            writer.execute(f"UPDATE {table} SET event_id = 1000000000000 * event_id")
        writer.execute("INSERT INTO event_text (event_text) VALUES ('rebuild')")
        writer.commit()
    with contextlib.closing(open_database(file).connect()) as connection:
        index = load_index(connection)
        found = search_rows(connection, index, "trump putin")
    assert found is not None
    assert sorted(index.ids[found].tolist()) == [HELSINKI * 10**12, OSAKA * 10**12]
    assert index.rows_of(np.array([5, 10**12, 7 * 10**12])).tolist() == [index.row_of(10**12)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kind:summit", [HELSINKI]),
        ("-kind:summit", [CALL, OSAKA, WAR, SAME_DAY]),
        ("person:erdogan", [CALL]),
        ("country:JP,FI", [HELSINKI, OSAKA]),
        ("country:japan -trump", []),
        ("place:palace", [HELSINKI]),
        ("title:helsinki", [HELSINKI]),
        ("title:helsinki,osaka", [HELSINKI, OSAKA]),
        ("people:russia", [HELSINKI, OSAKA]),
        ("summary:trump", []),
        ("commentary:column", [HELSINKI]),
        ("commentary:record", [HELSINKI]),
        ("source:newspaper", [HELSINKI]),
        ("paragraph:4", [HELSINKI, OSAKA]),
        ("paragraph:5..", [CALL, HELSINKI, OSAKA, WAR, SAME_DAY]),
        ("paragraph:>4", [HELSINKI]),
        ("importance:5", [HELSINKI]),
        ("importance:<=3 -importance:1", [CALL, OSAKA, SAME_DAY]),
        ("claim:method", [HELSINKI, OSAKA]),
        ("claim:method+motive", [HELSINKI]),
        ("claim:9", []),
        ("claim:0", []),
        ("id:war,osaka", [OSAKA, WAR]),
        ("id:wa*", [WAR]),
        ("during:2018-07-16", [HELSINKI, WAR, SAME_DAY]),
        ("certainly-during:2018-07-16", [HELSINKI, SAME_DAY]),
        ("certainly-before:2018", []),
        ("-certainly-during:2017/2020", []),
        ("note:x", []),
        ("is:starred", []),
        ("-is:starred war", [WAR]),
        ("kind:", [CALL, HELSINKI, OSAKA, WAR, SAME_DAY]),
        ("kind: war", [WAR]),
        ("helsinki kind:nosuch", []),
        ("title:\udcff war", [WAR]),
    ],
)
def test_fields_find(text: str, found: list[int], connection: sqlite3.Connection) -> None:
    assert _found(connection, text) == found


NOTES: Notes = {CALL: "Check the Helsinki transcript", WAR: "About the Straße; see HELSINKI", SAME_DAY: ""}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("helsinki", [CALL, HELSINKI, WAR]),
        ("note:helsinki", [CALL, WAR]),
        ("note:transc,stra", [CALL, WAR]),
        ("note:transc note:stra", []),
        ("-note:helsinki", [HELSINKI, OSAKA, SAME_DAY]),
        ("erdogan transcript", [CALL]),
        ("war helsinki", [WAR]),
        ("putin transcript", []),
        ("-helsinki", [OSAKA, SAME_DAY]),
        ('"helsinki transcript"', [CALL]),
        ("title:helsinki", [HELSINKI]),
        ("title:war helsinki", [WAR]),
        ("title:war,call straße", [WAR]),
        ("helsinki note:check", [CALL]),
    ],
)
def test_the_readers_own_notes_are_searched(
    text: str, found: list[int], connection: sqlite3.Connection
) -> None:
    assert _found(connection, text, NOTES) == found


def test_notes_of_events_that_are_gone_find_nothing(connection: sqlite3.Connection) -> None:
    assert _found(connection, "lost", {999: "lost", -1: "lost"}) == []


def test_the_readers_marks_are_a_facet(connection: sqlite3.Connection) -> None:
    index = load_index(connection)
    row = index.row_of(WAR)
    assert row is not None
    mine = Facet("mine", MINE, MINE, np.array([0, 1], np.uint8), np.array([row, row], np.int32))
    index = replace(index, facets={**index.facets, "mine": mine})
    for text in ("is:starred", "has:note", "is:starred,noted", "has:star war"):
        found = search_rows(connection, index, text)
        assert found is not None
        assert index.ids[found].tolist() == [WAR], text
    assert index.match(EventFilter().choosing("mine", {"starred"})).total == 1
    assert index.match(EventFilter().excluding("mine", {"noted"})).total == 4


@pytest.mark.parametrize(
    "text", ["title:osaka", "tru -putin", "title:he,os", "trump -title:helsinki", "kim -"]
)
def test_first_hits_know_what_is_excluded(text: str, connection: sqlite3.Connection) -> None:
    assert sorted(first_hits(connection, text)) == _found(connection, text)


@pytest.mark.parametrize("text", ["kind:summit", "-trump", "trump after:2018", "note:x", "id:war"])
def test_only_words_have_first_hits(text: str, connection: sqlite3.Connection) -> None:
    assert first_hits(connection, text) == []


@pytest.mark.parametrize(
    "text", ["tru", "T", "trump putin", "Erdoğ", "erdo", "khash", "COVID-19", '"takes Hels', "x", ""]
)
def test_the_first_hits_are_some_of_all(text: str, connection: sqlite3.Connection) -> None:
    every = _found(connection, text)
    assert sorted(first_hits(connection, text)) == every
    some = first_hits(connection, text, 2)
    assert len(some) == min(2, len(every))
    assert set(some) <= set(every)


def test_a_slug_is_the_first_hit(connection: sqlite3.Connection) -> None:
    assert first_hits(connection, "later-call", 1) == [CALL]


def test_a_search_can_be_interrupted(tmp_path: Path) -> None:
    generate(tmp_path / "many.db", 20_000)
    with contextlib.closing(open_database(tmp_path / "many.db").connect()) as connection:
        index = load_index(connection)
        connection.set_progress_handler(lambda: 1, 1)
        with pytest.raises(Cancelled):
            search_rows(connection, index, "a")
