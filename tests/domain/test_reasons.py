"""Why a search finds an event: the words as they stand in the text, and which text that is."""

import pytest

from explorer.domain.query import parse_query
from explorer.domain.reasons import reasons
from explorer.storage.search import search_rows

TEXTS = {
    "title": ("Lech Wałęsa meets the envoy", ""),
    "people": ("金正恩 委员长 朝鲜",),
    "place": ("Gdańsk Poland",),
    "summary": ("They spoke of North Korea; the summit was near. Summits are rare.",),
    "commentary": (),
    "sources": ("A newspaper of Warsaw",),
    "note": ("ask again",),
}


@pytest.mark.parametrize(
    ("search", "why"),
    [
        ("walesa", ["“Wałęsa” in the title"]),
        ("wal summ", ["“Wałęsa” in the title", "“summit” in the summary"]),
        ("DPRK", ["“North Korea” in the summary"]),
        ("委员", ["“委员长” in the people"]),
        ("summary:the", ["“They” in the summary"]),
        ("note:ask gdansk", ["“ask” in your note", "“Gdańsk” in the place"]),
        ("(nothing OR warsaw) -trump 2018", ["“Warsaw” in the sources"]),
        ("-walesa", []),
        ("kind:letter", []),
        ('"the envoy"', ["“the envoy” in the title"]),
    ],
)
def test_why_an_event_is_found(search: str, why: list[str]) -> None:
    assert search_rows is not None
    assert [reason.in_words for reason in reasons(parse_query(search), TEXTS)] == why
