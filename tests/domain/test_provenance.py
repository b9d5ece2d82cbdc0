"""What an export is of, as JSON and back."""

import contextlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from explorer import __version__
from explorer.domain.filter import EventFilter
from explorer.domain.index import EventIndex, Matched
from explorer.domain.provenance import (
    KEY,
    VERSION,
    Provenance,
    ProvenanceError,
    from_json,
    provenance_of,
    today,
)
from explorer.domain.view_line import read_line
from explorer.domain.view_request import ViewRequest
from explorer.storage.index import load_index
from explorer.storage.opening import open_database
from tests.builders import Given, build_database

OURS = Provenance(
    collection="Personal “diplomacy”, 1941–2020",
    database="diplomacy.db",
    fingerprint="0123456789abcdef",
    filter="kind summit, found by “oil”",
    matching=5,
    events=110,
    first="1941-08-09",
    last="2020-04-12",
    view='--kind summit --search "oil"',
    program="Détente 0.4.0",
    exported="2026-11-23",
)


def test_what_is_written_is_read() -> None:
    assert from_json(OURS.to_json()) == OURS


def test_names_added_later_are_passed_over() -> None:
    assert from_json(json.dumps(json.loads(OURS.to_json()) | {"mood": "calm"})) == OURS


def test_a_citation_says_what_is_needed_to_check_it() -> None:
    for told in ("5 of 110 events", "diplomacy.db", OURS.fingerprint, OURS.program, OURS.filter):
        assert told in OURS.citation


def test_one_event_is_no_events() -> None:
    assert replace(OURS, matching=1, events=1).count == "1 of 1 event"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "7",
        "{}",
        '{"detente": "1"}',
        '{"detente": true}',
        json.dumps({KEY: VERSION}),
        json.dumps(json.loads(OURS.to_json()) | {"events": "110"}),
        json.dumps(json.loads(OURS.to_json()) | {"view": None}),
        json.dumps(json.loads(OURS.to_json()) | {KEY: VERSION + 1}),
        OURS.to_json().replace("oil", "\\ud800"),
        "[" * 100_000,
    ],
)
def test_anything_else_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ProvenanceError) as told:
        from_json(text)
    assert told.value.what.endswith(".")
    assert told.value.advice


def _found(path: Path, view: ViewRequest) -> tuple[EventIndex, Matched]:
    with contextlib.closing(open_database(path).connect()) as connection:
        index = load_index(connection)
    return index, index.match(view.filter)


def _made(path: Path, view: ViewRequest) -> Provenance:
    properties = open_database(path).properties
    return provenance_of(properties, path.name, "0" * 16, *_found(path, view), view)


def test_the_provenance_of_a_view_opens_that_view(tmp_path: Path) -> None:
    events = [
        Given("one", start="-0043-03-15", kind="summit"),
        Given("two", start="2018-07-16", end="2018-07-18", kind="summit"),
        Given("three", start="2019/..", kind="letter"),
    ]
    path = build_database(tmp_path / "own one.db", events, {"title": "Own"})
    view = ViewRequest(
        window="2017/2020",
        filter=EventFilter(search='"a \n b" -x').choosing("kind", {"summit"}),
        select="two",
    )
    made = _made(path, replace(view, filter=view.filter.choosing("kind", {"summit"})))
    assert read_line(made.view) == ("", view)
    made = _made(path, ViewRequest(filter=EventFilter().choosing("kind", {"summit"})))
    assert (made.collection, made.database, made.matching, made.events) == ("Own", "own one.db", 2, 3)
    assert (made.first, made.last) == ("-0043-03-15", "2018-07-18")
    assert made.filter == "SUMMITs"
    assert made.program == f"Détente {__version__}"
    assert str(tmp_path) not in made.to_json()


def test_a_name_of_bytes_that_are_no_letters_is_made_one_that_files_take(tmp_path: Path) -> None:
    path, torn = build_database(tmp_path / "own.db", [Given("one")]), ViewRequest(select="\ud800")
    made = provenance_of({}, "o\udcffn.db", "0" * 16, *_found(path, ViewRequest()), torn)
    assert from_json(made.to_json().encode()) == made
    assert made.database == "o?n.db"


def test_open_ends_are_no_dates(tmp_path: Path) -> None:
    path = build_database(tmp_path / "own.db", [Given("a", start="../2019"), Given("b", start="2019/..")])
    made = _made(path, ViewRequest())
    assert (made.first, made.last) == ("2019-01-01", "2019-12-31")
    none = _made(path, ViewRequest(filter=EventFilter(min_importance=5)))
    assert (none.matching, none.first, none.last) == (0, "", "")


def test_a_build_that_must_be_reproducible_says_its_own_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert today() == "1970-01-02"
    for odd in ("", "now", "9" * 40):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", odd)
        assert date.fromisoformat(today()).year > 2020
