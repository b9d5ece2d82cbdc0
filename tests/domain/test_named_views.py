"""Changes to a list of views do what they say, to any list that has the view, and twice as well as once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.named_views import (
    Change,
    NamedView,
    NamedViews,
    merged,
    named,
    ordered,
    removed,
    renamed,
    saved,
)

A, B, C = NamedView("A", "--kind a"), NamedView("B", "--kind b"), NamedView("C", "--kind c")
LISTS = st.lists(st.sampled_from("ABCDE"), unique=True).map(
    lambda names: tuple(NamedView(name, f"--kind {name}") for name in names)
)


def test_a_view_is_saved_last_or_where_it_was() -> None:
    assert saved((A, B), C) == (A, B, C)
    assert saved((A, C), B, before="C") == (A, B, C)
    assert saved((A, B), B, before="gone") == (A, B)
    newer = NamedView("b", "--kind x")
    assert saved((A, B, C), newer) == (A, newer, C)


def test_a_name_belongs_to_one_view() -> None:
    assert renamed((A, B), "A", "C") == (NamedView("C", "--kind a"), B)
    assert renamed((A, B), "A", "b") == (A, B)
    assert renamed((A, B), "A", "a") == (NamedView("a", "--kind a"), B)


def test_an_order_may_name_more_or_fewer() -> None:
    assert ordered((A, B, C), ["C", "gone", "A"]) == (C, A, B)


def test_what_both_lists_have_is_taken_from_the_first() -> None:
    other = NamedView("b", "--kind other")
    assert merged((A, B), (other, C)) == (A, B, C)


def test_a_view_is_found_whatever_its_case() -> None:
    assert named((A, B), "b") == B
    assert named((A, B), "c") is None


CHANGES: list[Change] = [
    lambda views: saved(views, NamedView("X", "--kind x"), "B"),
    lambda views: saved(views, NamedView("b", "--kind x")),
    lambda views: renamed(views, "A", "X"),
    lambda views: removed(views, "A"),
    lambda views: ordered(views, ["C", "A"]),
]


@pytest.mark.parametrize("change", CHANGES)
@given(views=LISTS)
def test_doing_it_twice_is_doing_it_once(change: Change, views: NamedViews) -> None:
    once = change(views)
    assert change(once) == once
    assert len({view.name.casefold() for view in once}) == len(once)
