"""Completions: fields and values for the word at the cursor, each of which the language understands."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.completion import EXPLAINED, OFFERED, completions, written
from explorer.domain.facet import Facet
from explorer.domain.index import EventIndex
from explorer.domain.query import FacetTerm, parse_query
from explorer.domain.query_parts import FIELDS
from explorer.domain.query_rows import problems_of, values_of

KINDS = (
    ("letter", "Letter"),
    ("late-call", "Late call"),
    ("call", "Call"),
    ("sanction/tariff", "Sanction or tariff"),
)
NAMES = ("Kim Jong Un", "Kim Yo Jong", "Recep Tayyip Erdoğan", "Jo “Joe” Kimball, Jr.")
COUNTS = {
    "kind": {"letter": 3, "call": 7, "late-call": 5, "sanction/tariff": 1},
    "person": {"Kim Yo Jong": 2},
}


def _facet(name: str, slugs: tuple[str, ...] = (), labels: tuple[str, ...] = ()) -> Facet:
    return Facet(name, slugs, labels, np.empty(0, np.uint8), np.empty(0, np.int32))


@pytest.fixture(scope="module")
def index() -> EventIndex:
    nothing = np.empty(0, np.int64)
    small = np.empty(0, np.uint8)
    facets = [_facet("kind", *zip(*KINDS, strict=True)), _facet("person", NAMES, NAMES)]
    facets += [_facet(name) for name in ("relationship", "place", "country", "basis", "claim", "source")]
    return EventIndex(
        ids=nothing, start=nothing, end=nothing, slacks=nothing, start_slack=small, end_slack=small,
        importance=small, qualified=small, offsets=np.zeros(1, np.int64),
        facets={facet.name: facet for facet in facets},
    )  # fmt: skip


def _offered(index: EventIndex, text: str) -> list[str]:
    return [one.text for one in completions(text, len(text), index, COUNTS)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ki", ["kind:"]),
        ("-ki", ["kind:"]),
        ("certainly-b", ["certainly-before:"]),
        ("kim", ['person:"Kim Yo Jong"', 'person:"Kim Jong Un"', 'person:"Jo  Joe  Kimball, Jr."']),
        ("kind:", ["call", "late-call", "letter", "sanction/tariff"]),
        ("kind:l", ["late-call", "letter"]),
        ("kind:call,l", ["late-call", "letter"]),
        ("kind:ca", ["call", "late-call"]),
        ("kind:TAR", ["sanction/tariff"]),
        ('person:"Kim J', ['"Kim Jong Un"']),
        ("person:érdo", ['"Recep Tayyip Erdoğan"']),
        ("x person:trump+kim y"[:18], ['"Kim Yo Jong"', '"Kim Jong Un"']),
        ("is:s", ["starred"]),
        ("importance:>", [">=4", ">=3"]),
        ("after:20", []),
        ("kind:letter ", []),
        ("", []),
        ('"a phrase', []),
        ("…", []),
    ],
)
def test_what_is_offered(index: EventIndex, text: str, first: list[str]) -> None:
    assert _offered(index, text)[: len(first)] == first
    assert first or not _offered(index, text)


def test_a_completion_replaces_what_is_typed(index: EventIndex) -> None:
    text = "after:2019 kind:call,le person:kim"
    (one,) = completions(text, 23, index, COUNTS)
    first, last = one.span
    assert text[:first] + one.text + text[last:] == "after:2019 kind:call,letter person:kim"
    assert (one.label, one.detail) == ("Letter", "3 events")
    (one,) = completions("kin", 3, index, None)[:1]
    assert one.detail == "what happened: kind:letter,call"


@given(st.text() | st.sampled_from(["kind:", "person:k", "-person:", "kim letter"]), st.integers(0, 20))
def test_whatever_is_typed_can_be_completed(index: EventIndex, text: str, cursor: int) -> None:
    cursor = min(cursor, len(text))
    offered = completions(text, cursor, index, COUNTS)
    assert len(offered) <= OFFERED
    for one in offered:
        assert 0 <= one.span[0] <= one.span[1] <= len(text)


def test_every_value_offered_is_understood_as_that_one(index: EventIndex) -> None:
    for name in ("kind", "person"):
        facet = index.facets[name]
        for slug in facet.slugs:
            query = parse_query(f"{name}:{written(slug)}")
            (term,) = query.terms
            assert isinstance(term, FacetTerm)
            assert values_of(facet, term.values[0]) == {slug}
            assert list(problems_of(query, index)) == []


def test_every_field_is_explained() -> None:
    possibly = {field for field in FIELDS if field.startswith("possibly-")}
    assert set(EXPLAINED) == set(FIELDS) - possibly
