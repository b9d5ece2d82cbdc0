"""A view in words becomes fields of ViewState, or one sentence on what does not exist."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.cli.call import parser_of, view_of
from explorer.domain.argument import Argument, Claim, Passage
from explorer.domain.calendar import seconds_of
from explorer.domain.errors import ExplorerError, FilterError
from explorer.domain.event import Document
from explorer.domain.filter import EventFilter
from explorer.domain.index import EventIndex
from explorer.domain.interval import Interval
from explorer.domain.view_request import ViewRequest, window_of
from explorer.state import Store, ViewState
from explorer.storage.index import load_index
from explorer.storage.opening import open_database
from tests.builders import Given, build_database


@pytest.fixture
def index(file: Path) -> Iterator[EventIndex]:
    with contextlib.closing(open_database(file).connect()) as connection:
        yield load_index(connection)


def _ids(slug: str) -> int | None:
    return {"one": 1, "two": 2}.get(slug)


def test_what_is_not_asked_for_is_left_to_the_database(index: EventIndex) -> None:
    fields = ViewRequest().resolve(index, _ids)
    assert not {"window", "selection"} & fields.keys()
    assert replace(ViewState(), **fields) == ViewState()


def test_what_fails_the_filter_can_be_left_dim(index: EventIndex) -> None:
    store = Store()
    store.edit(**ViewRequest(dims=True).resolve(index, _ids))
    assert store.state.dims
    assert view_of(parser_of("screenshot").parse_args(["a.png", "--dim"])).dims
    assert not view_of(parser_of("screenshot").parse_args(["a.png"])).dims


def test_lanes_of_claims_need_claims(index: EventIndex, tmp_path: Path) -> None:
    path = build_database(tmp_path / "claims.db", [Given("a", claims={"first": "evidence"}), Given("b")])
    with contextlib.closing(open_database(path).connect()) as connection:
        claimed = load_index(connection)
    assert ViewRequest(lanes="claim").resolve(claimed, _ids).get("lanes") == "claim"
    bare = replace(
        index, facets={**index.facets, "claim": replace(index.facets["claim"], slugs=(), labels=())}
    )
    with pytest.raises(FilterError, match="no claims to group lanes by"):
        ViewRequest(lanes="claim").resolve(bare, _ids)


def test_labels_become_identifiers(index: EventIndex) -> None:
    wanted = EventFilter(chosen={"kind": frozenset({"Summit"})})
    fields = ViewRequest(filter=wanted).resolve(index, _ids)
    assert fields.get("filter", EventFilter()).chosen_in("kind") == {"summit"}


def test_the_fields_are_those_of_the_store(index: EventIndex) -> None:
    store = Store()
    store.edit(**ViewRequest("2018/2019", "two", "kind").resolve(index, _ids))
    assert store.state.selection == 2
    assert store.state.lanes == "kind"
    assert store.state.window == Interval(seconds_of(2018), seconds_of(2020))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2018", (2018,), (2019,)),
        ("2018/2019-03", (2018,), (2019, 4)),
        ("2018-07-16T09:00/2018-07-16T18:00", (2018, 7, 16, 9), (2018, 7, 16, 18, 1)),
        ("-0043/0014", (-43,), (15,)),
        ("../1950", (1945,), (1951,)),
        ("2018/..", (2018,), (2021,)),
    ],
)
def test_a_window_reaches_from_the_first_second_to_the_last(
    text: str, start: tuple[int, ...], end: tuple[int, ...], index: EventIndex
) -> None:
    assert window_of(text, index) == Interval(seconds_of(*start), seconds_of(*end))


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (ViewRequest(select="four"), "There is no event “four”"),
        (ViewRequest(window="2019/2018"), "ends before it starts"),
        (ViewRequest(window="../1900"), "ends before it starts"),
        (ViewRequest(filter=EventFilter(chosen={"person": frozenset({"Zoe"})})), "There is no person “Zoe”"),
        (ViewRequest(filter=EventFilter(after="2020", before="2019")), "No time lies between"),
    ],
)
def test_what_does_not_exist_is_told(request_: ViewRequest, said: str, index: EventIndex) -> None:
    with pytest.raises(ExplorerError, match=said) as caught:
        request_.resolve(index, _ids)
    assert isinstance(caught.value, FilterError) or "date" in said


ARGUMENT = Argument(
    Document(1, "column", "A column", "An author", "Paper", "2020"),
    (Passage(3, "Third", (1,), ("first",)), Passage(5, "Fifth", (2,))),
    (Claim("first", 1, "The first", "That it is first", (3,), ((1, "evidence"),)),),
)


@pytest.mark.parametrize("name", ["first", "The first", "1", " FIRST "])
def test_a_claim_is_found_by_slug_label_or_number(name: str, index: EventIndex) -> None:
    assert ViewRequest(claim=name).resolve(index, _ids, ARGUMENT).get("claim") == "first"


def test_a_paragraph_is_lit_by_its_number(index: EventIndex) -> None:
    assert ViewRequest(paragraph=5).resolve(index, _ids, ARGUMENT).get("passage") == 5


@pytest.mark.parametrize(
    ("request_", "argument", "said"),
    [
        (ViewRequest(claim="second"), ARGUMENT, "The article makes no claim “second”. There are “first”."),
        (ViewRequest(paragraph=4), ARGUMENT, "no paragraph 4. Its paragraphs are numbered 3 to 5"),
        (ViewRequest(claim="first"), None, "no article that claims anything. Leave out --show-claim"),
        (ViewRequest(paragraph=3), None, "no article to read. Leave out"),
        (ViewRequest(tab="article"), None, "no article to read. Leave out"),
    ],
)
def test_what_the_article_does_not_have_is_told(
    request_: ViewRequest, argument: Argument | None, said: str, index: EventIndex
) -> None:
    with pytest.raises(FilterError) as error:
        request_.resolve(index, _ids, argument)
    assert said in f"{error.value.what} {error.value.advice}"
