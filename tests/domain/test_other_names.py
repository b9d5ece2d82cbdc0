"""Well-known names that a search takes for each other."""

import pytest

from explorer import bundle
from explorer.domain.other_names import other_names
from explorer.domain.query import TextTerm, parse_query
from explorer.storage.search import search_rows

LINES = bundle.path("resources", "search", "names.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("MBS", "Mohammed bin Salman"),
        ("mbs", "Mohammed bin Salman"),
        ("dprk", "North Korea"),
        ("North Korea", "DPRK"),
        ("U.N.", "UN"),
        ("un", "United Nations"),
        ("Cote d’Ivoire", "Ivory Coast"),
        ("WHO", "World Health Organization"),
    ],
)
def test_a_name_has_others(text: str, other: str) -> None:
    assert search_rows is not None
    assert other in other_names(text)


@pytest.mark.parametrize("text", ["who", "us", "kim", "", "north", "the UN", "—"])
def test_what_is_no_name_has_none(text: str) -> None:
    assert other_names(text) == ()


def test_another_name_is_a_phrase_of_the_same_term() -> None:
    (term,) = parse_query("-title:DPRK").terms
    assert isinstance(term, TextTerm)
    assert term.is_excluded
    assert ("north", "korea") in [phrase.words for phrase in term.phrases]
    assert [phrase.is_open for phrase in term.phrases].count(True) == 1


def test_no_name_stands_for_two() -> None:
    names = [
        name.strip().removeprefix("!").casefold()
        for line in LINES
        if line.strip() and not line.startswith("#")
        for name in line.split("|")
    ]
    assert len(names) == len(set(names)) > 100
    assert all(names)
