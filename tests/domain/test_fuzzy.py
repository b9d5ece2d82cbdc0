"""A few letters find what is meant: in order, without case and accents, the best place first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.fuzzy import find, folded

NAMES = (
    "Fit all",
    "Zoom in",
    "Zoom out",
    "Clear filters",
    "Collapse gaps",
    "Copy view as a line of text",
    "Copy event with citation",
    "Next event",
    "Next event in the lane",
    "Back to the view before",
    "Recep Tayyip Erdoğan",
    "Trump–Kim",
    "About Détente",
)


def _ranked(pattern: str) -> list[str]:
    hits = [(hit.score, name) for name in NAMES if (hit := find(pattern, name)) is not None]
    return [name for _, name in sorted(hits, key=lambda hit: -hit[0])]


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        ("fit", "Fit all"),
        ("zoo", "Zoom in"),
        ("zi", "Zoom in"),
        ("cf", "Clear filters"),
        ("gaps", "Collapse gaps"),
        ("cv", "Copy view as a line of text"),
        ("next", "Next event"),
        ("view copy", "Copy view as a line of text"),
        ("erdogan", "Recep Tayyip Erdoğan"),
        ("TRUMP-KIM", "Trump–Kim"),
        ("detente", "About Détente"),
        ("out zoom", "Zoom out"),
    ],
)
def test_the_best_comes_first(pattern: str, first: str) -> None:
    assert _ranked(pattern)[0] == first


def test_letters_out_of_order_are_not_found() -> None:
    assert find("tif", "Fit all") is None
    assert find("zz", "Zoom in") is None


def test_nothing_is_found_everywhere() -> None:
    hit = find("  ", "Fit all")
    assert hit is not None
    assert (hit.score, hit.places) == (0.0, ())


@given(st.text(max_size=12), st.text(max_size=30))
def test_places_hold_the_letters_of_the_pattern(pattern: str, text: str) -> None:
    assert len(folded(text)) == len(text)
    hit = find(pattern, text)
    if hit is None:
        return
    assert list(hit.places) == sorted(set(hit.places))
    found = [folded(text)[place] for place in hit.places]
    assert set(found) == set("".join(folded(pattern).split()))


@given(st.text(min_size=1, max_size=30), st.data())
def test_letters_taken_in_order_are_always_found(text: str, data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.booleans(), min_size=len(text), max_size=len(text)))
    assert find("".join(letter for letter, keep in zip(text, kept, strict=True) if keep), text) is not None
