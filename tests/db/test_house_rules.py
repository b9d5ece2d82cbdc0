"""What holds for the whole bundled file: the record apart from the article, nothing later, one spelling."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db import build
from tests.db.spelling import AMERICAN, without_names

#: The states for which somebody acts; who acts for no single one has none.
STATES = {
    "China", "East Germany", "Mexico", "North Korea", "Philippines", "Qatar", "Russia", "Saudi Arabia",
    "South Korea", "Soviet Union", "Turkey", "United Kingdom", "United States",
}  # fmt: skip
#: Columns that hold identifiers, dates or terms of the format, and no text that a person reads.
NOT_TEXTS = {"slug", "shape", "basis", "role", "confidence"}


@pytest.fixture(scope="module")
def sources() -> build.Sources:
    return build.read_sources()


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str]]:
    """Every text that the file shows to a reader, and in which column it stands."""
    found: list[tuple[str, str]] = []
    with closing(sqlite3.connect(f"{build.DATABASE.as_uri()}?mode=ro", uri=True)) as connection:
        tables = connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            " AND name NOT LIKE 'sqlite%'"
        ).fetchall()
        for (table,) in tables:
            rows = connection.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in rows.description]
            for row in rows:
                for name, value in zip(names, row, strict=True):
                    if isinstance(value, str) and name not in NOT_TEXTS and not name.endswith("_edtf"):
                        found.append((f"{table}.{name}", value))
    assert len(found) > 1000
    return found


@pytest.fixture
def given(sources: build.Sources) -> str:
    """The day of the article, after which nothing here may be."""
    return sources.document.date


def test_no_summary_names_the_article(sources: build.Sources) -> None:
    naming = re.compile(r"\b(article|columns?|columnist|essay|the author)\b", re.IGNORECASE)
    for event in sources.events:
        assert not naming.search(event.summary), event.slug
        if event.relationship != "The article":
            assert "Brands" not in event.summary, event.slug


def test_no_citation_and_no_text_is_later_than_the_article(sources: build.Sources, given: str) -> None:
    assert given == "2020-04-24"
    dated = 0
    for event in sources.events:
        for field, text in build.texts_of(event):
            dated += field == "sources" and bool(list(build.dates_in(text)))
            assert build.later(text, sources.document) == [], (event.slug, field, text)
    assert dated > 120


@pytest.mark.parametrize(
    ("text", "is_later"),
    [
        ("Yonhap, 15 September 2020", True),
        ("Reuters, 25 April 2020", True),
        ("Reuters, May 2020", True),
        ("A history, 2021", True),
        ("Reuters, 24 April 2020", False),
        ("Reuters, April 2020", False),
        ("A book (2020)", False),
        ("UN Security Council Resolution 2397 (2017)", False),
        ("83 FR 40429", False),
    ],
)
def test_a_later_date_is_found_however_exact_it_is(sources: build.Sources, text: str, is_later: bool) -> None:
    assert bool(build.later(text, sources.document)) == is_later


def test_no_text_of_the_file_has_a_straight_quotation_mark(texts: list[tuple[str, str]]) -> None:
    assert [found for found in texts if "'" in found[1] or '"' in found[1]] == []


def test_every_quotation_mark_that_opens_is_closed(texts: list[tuple[str, str]]) -> None:
    for where, text in texts:
        depth = 0
        for mark in re.findall("[“”]", text):
            depth += 1 if mark == "“" else -1
            assert depth in (0, 1), (where, text)
        assert depth == 0, (where, text)


def test_the_paragraphs_of_a_claim_contain_those_of_its_events(sources: build.Sources) -> None:
    paragraphs = {event.slug: event.paragraphs for event in sources.events}
    for claim in sources.document.claims:
        for served in claim.events:
            assert served.paragraph in claim.paragraphs, (claim.slug, served.slug)
            assert served.paragraph in paragraphs[served.slug], (claim.slug, served.slug)


def test_the_spelling_is_british(texts: list[tuple[str, str]]) -> None:
    for where, text in texts:
        # The titles of works keep the spelling of whoever wrote them.
        if where not in ("sources.citation", "documents.title"):
            assert not AMERICAN.search(without_names(text)), (where, text)
            assert not re.search(r"\bprograms?\b", text), (where, text)


@pytest.mark.parametrize("name", ["Erdogan", "Reykjavik", "Malacanang", "Hofdi", "Murted", "Lopez"])
def test_names_keep_their_diacritics(texts: list[tuple[str, str]], name: str) -> None:
    assert [found for found in texts if name.casefold() in found[1].casefold()] == []


def test_the_article_is_called_the_article(texts: list[tuple[str, str]]) -> None:
    otherwise = re.compile(r"\b(column|essay|op-ed|the piece)\b", re.IGNORECASE)
    assert [found for found in texts if otherwise.search(found[1])] == []


def test_who_acts_for_no_single_state_has_no_country(sources: build.Sources) -> None:
    found = {person.country for event in sources.events for person in event.people}
    assert found == STATES | {""}
    for event in sources.events:
        for person in event.people:
            assert person.country or person.office, (event.slug, person.name)


def test_how_a_fact_was_checked_stays_with_the_editors(texts: list[tuple[str, str]]) -> None:
    assert {value for where, value in texts if where == "events.verification"} == {""}
    notes = "".join(path.read_text(encoding="utf-8") for path in (build.SOURCE / "events").glob("*.toml"))
    assert notes.count("\nchecked = ") == 110
    assert not re.search("conservapedia|treehouse|southfront|globalresearch|hotair|islamtimes|sott", notes)


def test_a_summary_is_not_repeated_in_the_commentary(sources: build.Sources) -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        found = re.findall(r"[a-z0-9]+", re.sub("[’]", "", text.lower()))
        return {tuple(found[at : at + 7]) for at in range(len(found) - 6)}

    for event in sources.events:
        assert not runs(event.summary) & runs(event.commentary), event.slug


def test_titles_and_labels_have_capitals_only_for_names(sources: build.Sources) -> None:
    for event in sources.events:
        for text in (event.title, event.label):
            assert not re.search(r"\w (Summit|Conference|Meeting|Speech|Visit|Letter|Call)\b", text), text


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        (
            "events/trump-putin.toml",
            'sources = [\n    "Washington Post, 7 July 2017"',
            'sources = [\n    "Washington Post, 7 July 2021"',
            "source/events/trump-putin.toml, event hamburg-meeting-2017, sources: 7 July 2021 is later"
            " than the document.",
        ),
        (
            "events/trump-putin.toml",
            'title = "Trump says he meant “wouldn’t”"',
            "title = \"Trump says he meant 'wouldn’t'\"",
            "source/events/trump-putin.toml, event would-wouldnt-2018, title: straight '"
            " (write ’ or “these”).",
        ),
        (
            "events/bush-gorbachev.toml",
            "as the state he led",
            "as the article says, while the state he led",
            "source/events/bush-gorbachev.toml, event gorbachev-resigns-1991: the summary names the document"
            " (“the article”).",
        ),
        (
            "document.toml",
            "paragraphs = [9, 10, 11, 14]",
            "paragraphs = [9, 11]",
            "source/document.toml, claim interests: its paragraphs leave out 10, which an event has.",
        ),
    ],
)
def test_the_build_refuses_what_breaks_a_rule(
    tmp_path: Path, file: str, old: str, new: str, sentence: str
) -> None:
    folder = tmp_path / "source"
    for path in build.SOURCE.rglob("*.*"):
        target = folder / path.relative_to(build.SOURCE)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        if path.relative_to(build.SOURCE).as_posix() == file:
            assert old in text
            text = text.replace(old, new, 1)
        target.write_text(text, encoding="utf-8")
    with pytest.raises(build.SourceError) as error:
        build.read_sources(folder)
    assert sentence in error.value.problems
