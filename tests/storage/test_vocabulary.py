"""Words and titles offered for what is being typed: those of the texts, whatever is typed."""

import contextlib
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.storage import vocabulary
from explorer.storage.opening import open_database
from explorer.storage.vocabulary import complete_titles, complete_words
from tests.builders import Given, build_database


@pytest.mark.parametrize(
    ("begun", "words"),
    [
        ("he", ["helsinki"]),
        ("Ru", ["russia"]),
        ("ERDO", ["erdogan"]),
        ("érd", ["erdogan"]),
        ("pu", ["putin"]),
        ("newsp", ["newspaper"]),
        ("x", []),
        ("h", []),
        ("zz", []),
        ("", []),
        ("trump pu", []),
        ("…", []),
    ],
)
def test_words_that_begin_so(begun: str, words: list[str], connection: sqlite3.Connection) -> None:
    assert complete_words(connection, begun) == words


def test_the_more_frequent_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events = [Given(f"e{n}", "tonic", summary="toast" if n % 2 else "tone toast toast") for n in range(9)]
    path = build_database(tmp_path / "d.db", events)
    with contextlib.closing(open_database(path).connect()) as connection:
        assert complete_words(connection, "to") == ["toast", "tonic", "tone"]
        assert complete_words(connection, "to", limit=1) == ["toast"]
        monkeypatch.setattr(vocabulary, "_COMPARED", 2)
        assert complete_words(connection, "to") == ["toast", "tone"]


def test_titles_have_the_word_in_the_title(connection: sqlite3.Connection) -> None:
    assert [title.slug for title in complete_titles(connection, "hel")] == ["helsinki"]
    assert [title.slug for title in complete_titles(connection, "wa")] == ["war"]
    assert complete_titles(connection, "russia") == []
    assert complete_titles(connection, "h") == []


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.text())
def test_nothing_typed_is_an_error(connection: sqlite3.Connection, begun: str) -> None:
    assert len(complete_words(connection, begun)) <= 8
    assert len(complete_titles(connection, begun)) <= 5
