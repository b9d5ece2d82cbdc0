"""The queries that are really issued use the keys and indexes of the schema; none reads a whole table."""

import contextlib
import re
import sqlite3
from pathlib import Path

import pytest

from explorer.storage import reading, rows, search, tables, vocabulary
from explorer.storage.opening import open_database
from tests.bench.generate import generate

#: What SQLite may read whole: what the caller gives, blocks of ids, and tables as short as the claims.
SMALL = {
    "json_each",
    "wanted",
    "claims",
    "c",
    "passages",
    "p",
    "documents",
    "CONSTANT ROW",
    "(subquery-",
    "anon_",
}


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plans") / "some.db"
    generate(path, 2_000)
    return path


def _plan(connection: sqlite3.Connection, statement: str) -> list[str]:
    # Named parameters want a mapping, numbered and plain ones a sequence; the plan needs no real values.
    named = re.findall(r":(\w+)", statement)
    numbered = set(re.findall(r"\?\d+", statement)) or re.findall(r"\?", statement)
    parameters = dict.fromkeys(named, "1") if named else ["1"] * len(numbered)
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)]


EXPECTED = {
    "events in blocks": (rows.EVENTS, "SEARCH events USING INTEGER PRIMARY KEY"),
    "events of any size": (rows.EVENTS_ANY, "SEARCH events USING INTEGER PRIMARY KEY"),
    "the end of a block": (rows.UPTO, "SEARCH events USING INTEGER PRIMARY KEY"),
    "participations in blocks": (rows.PEOPLE, "SEARCH participations USING"),
    "participations of any size": (rows.PEOPLE_ANY, "SEARCH participations USING"),
    "an event": (reading.EVENT, "SEARCH e USING INTEGER PRIMARY KEY"),
    "participants": (reading.PARTICIPANTS, "SEARCH t USING PRIMARY KEY (event_id=?)"),
    "sources": (reading.SOURCES, "SEARCH c USING PRIMARY KEY (event_id=?)"),
    "paragraphs": (reading.PARAGRAPHS, "passage_events_by_event"),
    "commentary": (reading.COMMENTARY, "sqlite_autoindex_commentary_1 (event_id=?)"),
    "record notes": (reading.RECORD_NOTES, "record_notes_by_event"),
    "claims served": (reading.SERVED_CLAIMS, "claim_events_by_event"),
    "titles": (reading.TITLES, "SEARCH events USING INTEGER PRIMARY KEY"),
    "before": (reading.BEFORE, "events_by_relationship (relationship_id=? AND start_earliest<?)"),
    "after": (reading.AFTER, "events_by_relationship (relationship_id=? AND start_earliest>?)"),
    "passages": (reading.PASSAGES, "SEARCH x USING PRIMARY KEY (passage_id=?)"),
    "claims": (reading.CLAIMS, "SEARCH x USING PRIMARY KEY (claim_id=?)"),
    "words": (search.MATCHING, "VIRTUAL TABLE INDEX"),
    "first words": (search.FIRST, "VIRTUAL TABLE INDEX"),
    "the beginning of a word": (search.BEGINNING, "VIRTUAL TABLE INDEX 6"),
    "beginnings of slugs": (search.BY_SLUGS, "sqlite_autoindex_events_1 (slug>? AND slug<?)"),
    "paragraphs of a number": (search.BY_PARAGRAPH, "SEARCH x USING PRIMARY KEY (passage_id=?)"),
    "the next word": (vocabulary.NEXT, "VIRTUAL TABLE INDEX 6"),
    "occurrences of a word": (vocabulary.OCCURRENCES, "VIRTUAL TABLE INDEX 1"),
    "titles with a word": (vocabulary.IN_TITLES, "VIRTUAL TABLE INDEX 6"),
    "a slug": (search.BY_SLUG, "sqlite_autoindex_events_1 (slug=?)"),
    "an export": (tables.values_statement(tuple(tables.VALUES)), "SEARCH events USING INTEGER PRIMARY KEY"),
    "people of an export": (tables.list_statement("people"), "SEARCH participations USING PRIMARY KEY"),
    "paragraphs of an export": (tables.list_statement("paragraphs"), "passage_events_by_event"),
    "claims of an export": (tables.list_statement("claims"), "claim_events_by_event"),
    "commentary of an export": (tables.list_statement("commentary"), "sqlite_autoindex_commentary_1"),
    "record notes of an export": (tables.list_statement("record_notes"), "record_notes_by_event"),
    "sources of an export": (tables.list_statement("sources"), "SEARCH citations USING PRIMARY KEY"),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_query_uses_its_index(name: str, generated: Path) -> None:
    statement, expected = EXPECTED[name]
    with contextlib.closing(open_database(generated).connect()) as connection:
        plan = _plan(connection, statement)
    assert any(expected in step for step in plan), plan
    for step in plan:
        if step.startswith("SCAN"):
            scanned = step.removeprefix("SCAN ")
            is_small = any(scanned.startswith(name) for name in SMALL) or "VIRTUAL TABLE" in step
            assert is_small, plan


def test_no_query_sorts_all_events(generated: Path) -> None:
    with contextlib.closing(open_database(generated).connect()) as connection:
        for name in ("before", "after"):
            plan = _plan(connection, EXPECTED[name][0])
            # Only events with the very same start are sorted among themselves.
            assert not any(step == "USE TEMP B-TREE FOR ORDER BY" for step in plan), plan
