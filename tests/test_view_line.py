"""A view and the line of text that opens it: nothing is lost on the way there and back, of any field."""

import argparse
import ast
import contextlib
import re
import shlex
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer import bundle
from explorer.cli.call import parser_of
from explorer.domain import option_words, view_line
from explorer.domain.argument import Argument
from explorer.domain.calendar import seconds_of
from explorer.domain.errors import ExplorerError
from explorer.domain.filter import ARTICLE, CERTAINTIES, DATINGS, FACETS, MANY_VALUED, MINE, EventFilter
from explorer.domain.index import EventIndex
from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.domain.query import parse_query
from explorer.domain.query_rows import problems_of
from explorer.domain.quoting import QUOTED
from explorer.domain.view_line import (
    LONGEST,
    ViewLineError,
    is_line,
    joined_dates,
    line_of,
    quoted,
    read_line,
    view_of,
)
from explorer.domain.view_request import LANES, SORTABLE, ViewRequest, text_of_window, window_of
from explorer.state import ViewState, request_of
from explorer.storage.index import load_index
from explorer.storage.opening import open_database
from explorer.storage.reading import read_argument, read_titles


def _load() -> tuple[EventIndex, dict[int, str], Argument]:
    with contextlib.closing(open_database(bundle.path("db", "diplomacy.db")).connect()) as connection:
        index = load_index(connection)
        titles = read_titles(connection, index.ids.tolist())
        argument = read_argument(connection)
    assert argument is not None
    return index, {event: title.slug for event, title in titles.items()}, argument


INDEX, SLUGS, ARGUMENT = _load()
IDS = {slug: event for event, slug in SLUGS.items()}

# What each field may hold, by its name. A field without an entry here is one that nobody has thought of.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
SEARCHES = st.one_of(
    TEXTS.filter(lambda text: not list(problems_of(parse_query(text), INDEX))),
    st.sampled_from(["kim", '"in love" -"fire and fury"', "person:kim kind:letter after:2019", "-xi"]),
)
INSTANTS = st.one_of(
    st.integers(seconds_of(1900), seconds_of(2100)),
    st.integers(seconds_of(-9999), seconds_of(9999)),
    st.integers(BEGINNING, FOREVER),
    st.sampled_from([seconds_of(2017), seconds_of(2018, 3), seconds_of(-43, 3, 15), BEGINNING, FOREVER]),
)
WINDOWS = st.tuples(INSTANTS, INSTANTS).filter(lambda ends: ends[0] != ends[1]).map(sorted)
DATES = st.sampled_from(["", "1985", "1985-04~", "-0043", "198X", "2019?", "2017-01-20", "Y-50000"])


def _values(facet: str) -> tuple[str, ...]:
    return MINE if facet == "mine" else INDEX.facets[facet].slugs


def _choices() -> "st.SearchStrategy[Any]":
    one = {name: st.frozensets(st.sampled_from(_values(name)), min_size=1, max_size=4) for name in FACETS}
    return st.fixed_dictionaries({}, optional=one)


FILTER_FIELDS: dict[str, "st.SearchStrategy[Any]"] = {
    "search": SEARCHES,
    "chosen": _choices(),
    "after": DATES,
    "before": DATES,
    "certainty": st.sampled_from(CERTAINTIES),
    "dating": st.sampled_from(DATINGS),
    "min_importance": st.integers(1, 3),
    "max_importance": st.integers(3, 5),
    "excluded": _choices(),
    "every": st.frozensets(st.sampled_from(sorted(MANY_VALUED))),
}


def _possible(wanted: EventFilter) -> bool:
    try:
        _ = wanted.dates
    except ExplorerError:
        return False
    # A value is chosen or excluded, never both.
    return not any(wanted.chosen_in(name) & slugs for name, slugs in wanted.excluded.items())


VIEW_FIELDS: dict[str, "st.SearchStrategy[Any]"] = {
    "window": st.none() | WINDOWS.map(lambda ends: Interval(*ends)),
    "filter": st.builds(EventFilter, **FILTER_FIELDS).filter(_possible),
    "selection": st.none() | st.sampled_from(sorted(SLUGS)),
    "collapse_gaps": st.booleans(),
    "dims": st.booleans(),
    "compared": st.none() | st.sampled_from(sorted(SLUGS)),
    "commentary": st.booleans(),
    "is_table": st.booleans(),
    "sorted_by": st.sampled_from([f"{way}{name}" for name in SORTABLE for way in ("", "-")]),
    "passage": st.sampled_from([0, *(passage.number for passage in ARGUMENT.passages)]),
    "claim": st.sampled_from(["", *(claim.slug for claim in ARGUMENT.claims)]),
}
#: These hold values of the facet that lanes stand for, "" the lane of events without any.
OF_LANES = ("lane_order", "hidden", "folded", "expanded")


@st.composite
def states(draw: st.DrawFn) -> ViewState:
    lanes = draw(st.sampled_from(LANES))
    state = {name: draw(strategy) for name, strategy in VIEW_FIELDS.items()}
    if lanes == "claim":
        state["commentary"] = True
    values = st.sampled_from([*INDEX.facets[lanes].slugs, ""])
    state["lane_order"] = tuple(draw(st.lists(values, unique=True, max_size=4)))
    for name in OF_LANES[1:]:
        state[name] = draw(st.frozensets(values, max_size=4))
    if not state["commentary"]:
        # What the document says is switched off: nothing of it is shown, and nothing filters by it.
        state |= {"claim": "", "passage": 0, "filter": state["filter"].without_facets(ARTICLE)}
    if state["compared"] == state["selection"]:
        state["compared"] = None
    return ViewState(lanes=lanes, **state)


def _shown(request: ViewRequest) -> ViewState:
    """The state that a request makes of that of a window which has just been opened."""
    usual = ViewState(window=None, selection=min(SLUGS))
    return replace(usual, **request.resolve(INDEX, IDS.get, ARGUMENT))


def _read_by_the_command(line: str) -> ViewRequest:
    words = joined_dates(shlex.split(line)[1:])
    return view_of(parser_of("info").parse_intermixed_args(words))


@settings(max_examples=400)
@given(states())
def test_a_view_comes_back_from_its_line(state: ViewState) -> None:
    line = line_of("my own.db", request_of(state, SLUGS.get))
    assert "\n" not in line
    assert _shown(_read_by_the_command(line)) == state
    assert read_line(line) == ("my own.db", _read_by_the_command(line))


def test_the_window_takes_a_search_that_a_command_refuses() -> None:
    state = ViewState(filter=EventFilter(search="kind:nothing-of-that"))
    request = read_line(line_of("", request_of(state, SLUGS.get)))[1]
    assert replace(ViewState(), **request.resolve(INDEX, IDS.get, ARGUMENT, [])) == state
    with pytest.raises(ExplorerError, match="nothing-of-that"):
        request.resolve(INDEX, IDS.get, ARGUMENT)


def test_no_field_is_left_out() -> None:
    # A new field needs its words in explorer/domain/view_line.py, and what it may hold in the tables above.
    assert {one.name for one in fields(ViewState)} == {*VIEW_FIELDS, *OF_LANES, "lanes"}
    assert {one.name for one in fields(EventFilter)} == set(FILTER_FIELDS)


@pytest.mark.parametrize("facet", FACETS)
def test_every_facet_has_an_option(facet: str) -> None:
    slug = _values(facet)[0]
    state = ViewState(filter=EventFilter(chosen={facet: frozenset({slug})}))
    assert _shown(_read_by_the_command(line_of("", request_of(state, SLUGS.get)))) == state


@given(WINDOWS)
def test_a_window_is_exact_to_the_second(ends: list[int]) -> None:
    window = Interval(*ends)
    assert window_of(text_of_window(window), INDEX) == window


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ((2017,), (2020, 6), "2017/2020-05"),
        ((2018,), (2019,), "2018"),
        ((2018, 7, 16), (2018, 7, 17), "2018-07-16"),
        ((2018, 7, 16, 9), (2018, 8), "2018-07-16T09:00:00/2018-07"),
        ((-43, 3, 15), (14,), "-0043-03-15/0013"),
    ],
)
def test_a_window_is_written_as_short_as_can_be(
    start: tuple[int, ...], end: tuple[int, ...], text: str
) -> None:
    assert text_of_window(Interval(seconds_of(*start), seconds_of(*end))) == text


@given(TEXTS)
def test_a_shell_reads_a_quoted_word_as_it_was(word: str) -> None:
    assert shlex.split(quoted(word)) == [word]


def test_a_line_is_short_and_readable() -> None:
    wanted = EventFilter(chosen={"person": frozenset({"Kim Jong Un"})})
    view = ViewRequest("2017/2020-05", filter=wanted, collapse_gaps=True)
    assert line_of("diplomacy.db", view) == (
        'detente diplomacy.db --window 2017/2020-05 --person "Kim Jong Un" --collapse-gaps'
    )


@pytest.mark.parametrize(
    "line",
    [
        "detente a.db --kind summit",
        "$ .venv/bin/detente a.db --kind summit",
        r"  C:\Programs\detente.exe a.db --kind summit",
        "a.db --kind summit",
    ],
)
def test_a_line_may_be_called_in_many_ways(line: str) -> None:
    database, view = read_line(line)
    assert (database, view.filter.chosen_in("kind")) == ("a.db", {"summit"})


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("détente", False),
        ("detente ", False),
        ("detente --kind x", True),
        ("detentes", False),
        ("--kind x", True),
        ("kim", False),
    ],
)
def test_a_line_is_told_from_a_search(text: str, answer: bool) -> None:
    assert is_line(text) is answer


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("detente --colour red", "--colour"),
        ("detente --from 2019-13", "month 13"),
        ("detente --window", "--window"),
        ('detente "a', "quotation mark"),
        ("detente a.db b.db", "b.db"),
        ("detente --lanes colour", "colour"),
        ("detente --help", "--help"),
    ],
)
def test_what_is_off_is_told_in_a_sentence(line: str, said: str) -> None:
    with pytest.raises(ViewLineError) as caught:
        read_line(line)
    assert said in caught.value.what
    assert "\n" not in str(caught.value)


#: Lines at the limit that cost the most: what stands there, so often that it fills a line.
COSTLY = [
    "/", "x", "x/detente", "$ ", "\\", "--dim ", "-x ", "a ", "detente ", "--kind a ", "--not kind=a ",
    "--hide=a ", "--from -1 ", '"a" ', "'", "--search=-a ", "--window=1/", "--from=[1,1] ", "--", "-- ", "= ",
    "\u2028", "\U0001f642",
]  # fmt: skip


def _steps(do: Callable[[], object]) -> int:
    """How many lines of Python are run."""
    steps = 0

    def count(_: FrameType, event: str, __: object) -> Any:
        nonlocal steps
        steps += event == "line"
        return count

    former = sys.gettrace()
    sys.settrace(count)
    try:
        do()
    finally:
        sys.settrace(former)
    return steps


def _refusal(line: str) -> str:
    """What is said against a line, "" where it is read."""
    try:
        read_line(line)
    except ViewLineError as error:
        return str(error)
    return ""


def _read(line: str) -> None:
    is_line(line)
    _refusal(line)


@pytest.mark.parametrize("piece", COSTLY)
def test_the_work_on_a_line_grows_with_its_length(piece: str) -> None:
    short, long = ((f"detente {piece * (size // len(piece))}") for size in (1_000, 8_000))
    # What is done once for any line is in both.
    once = _steps(lambda: _read("detente"))
    few, many = (_steps(lambda line=line: _read(line)) - once for line in (short, long))
    assert many <= 10 * max(few, 100)


@pytest.mark.parametrize("piece", COSTLY)
def test_the_longest_line_is_read_or_refused_in_a_sentence(piece: str) -> None:
    line = (piece * LONGEST).encode()[: LONGEST - 8].decode(errors="ignore")
    for one in (line, f"detente {line}", f"--search {line}"[:LONGEST], f"--from {line}"[:LONGEST]):
        is_line(one)
        said = _refusal(one)
        assert max(map(len, re.findall("“([^”]*)”", said)), default=0) <= QUOTED
        assert len(said) < 600


def test_only_what_takes_one_look_at_each_letter_is_asked_of_a_line() -> None:
    # An expression that is looked for anywhere begins anew at each letter.
    for module in (view_line, option_words):
        for node in ast.walk(ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                assert node.func.attr not in {
                    "search",
                    "findall",
                    "finditer",
                    "sub",
                    "subn",
                    "parse_intermixed_args",
                }


@pytest.mark.parametrize("letter", ["x", "\u00e9", "\U0001f642", "\ud800"])
def test_a_line_beyond_the_limit_is_refused(letter: str) -> None:
    size = len(letter.encode(errors="surrogatepass"))
    line = f"--hide {letter * ((LONGEST - 7) // size)}"
    assert read_line(line)[1].hidden == {line[7:]}
    with pytest.raises(ViewLineError, match="too long") as caught:
        read_line(f"{line}{letter}{letter}")
    assert len(str(caught.value)) < 200


def test_the_name_of_the_program_is_a_word_like_others_within_a_line() -> None:
    assert read_line("detente --search detente")[1].filter.search == "detente"
    assert read_line("--hide bin/detente --dim") == (
        "",
        ViewRequest(hidden=frozenset({"bin/detente"}), dims=True),
    )


WORDS = st.lists(
    st.one_of(
        st.sampled_from([
            "--dim", "--kind", "--kind=", "--kind=a", "--not", "kind=a", "--not=person=-x", "--lanes",
            "person", "a", "--select", "", "-", "-1", "-.5", "-a b", "--from", "2019", "--from=-0043",
            "--colour", "-k",
            "--ki", "--paragraph", "3", "--dim=1", "--all-of", "claim", "--min-importance", "6", "--hide",
            "a b", "--kind a",
        ]),
        # What stands behind a bare -- argparse reads in another way in every version.
        TEXTS.filter(lambda text: text != "--"),
    ),
    max_size=6,
)  # fmt: skip


class _Strict(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise ViewLineError(message)


@settings(max_examples=300, deadline=None)
@given(WORDS)
def test_a_line_means_what_argparse_makes_of_it(words: list[str]) -> None:
    parser = _Strict(add_help=False, allow_abbrev=False)
    parser.add_argument("database", nargs="?", default="")
    view_line.add_options(parser, is_lenient=True)
    joined = joined_dates(words)
    try:
        chosen = parser.parse_intermixed_args(joined)
        wanted = chosen.database, view_of(chosen)
    except ViewLineError:
        wanted = None
    try:
        read = read_line(shlex.join(words))
    except ViewLineError:
        read = None
    assert read == wanted


def test_what_is_gone_is_left_out_and_told() -> None:
    view = ViewRequest(
        select="no-such-event",
        filter=EventFilter(chosen={"person": frozenset({"Nobody", "Kim Jong Un"})}, min_importance=2),
        hidden=frozenset({"Nowhere"}),
        collapse_gaps=True,
        claim="no-such-claim",
        paragraph=999,
    )
    missing: list[str] = []
    state = replace(ViewState(), **view.resolve(INDEX, IDS.get, ARGUMENT, missing))
    assert missing == [
        "the person “Nobody”",
        "the lane “Nowhere”",
        "the event “no-such-event”",
        "the claim “no-such-claim”",
        "paragraph 999 of the article",
    ]
    assert state.filter.chosen_in("person") == {"Kim Jong Un"}
    assert (state.filter.min_importance, state.collapse_gaps, state.selection) == (2, True, None)
    with pytest.raises(ExplorerError):
        view.resolve(INDEX, IDS.get, ARGUMENT)
