"""What an export is of, as JSON and back."""

import json
from dataclasses import replace

import pytest

from explorer.domain.provenance import KEY, VERSION, Provenance, ProvenanceError, from_json

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
        "[" * 100_000,
    ],
)
def test_anything_else_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(ProvenanceError) as told:
        from_json(text)
    assert told.value.what.endswith(".")
    assert told.value.advice
