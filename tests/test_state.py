"""The Store's rules, and back and forward."""

import pytest

from explorer.domain.filter import EventFilter
from explorer.domain.interval import Interval
from explorer.state import History, Store, ViewState


def test_an_edit_tells_every_observer_in_order_what_was_and_what_is() -> None:
    store, told = Store(), list[tuple[str, ViewState, ViewState]]()
    for name in "ab":
        store.observe(lambda old, new, name=name: told.append((name, old, new)))
    first = store.state
    second = store.edit(selection=7)
    assert told == [("a", first, second), ("b", first, second)]
    assert store.state is second


def test_an_edit_that_changes_nothing_is_silent() -> None:
    store, told = Store(), list[object]()
    store.observe(lambda old, new: told.append((old, new)))
    before = store.state
    assert store.edit(selection=None, filter=EventFilter(), window=None) is before
    assert told == []


def test_an_observer_that_edits_raises_and_the_store_lives_on() -> None:
    store, told = Store(), list[ViewState]()

    def greedy(_: ViewState, new: ViewState) -> None:
        store.edit(selection=(new.selection or 0) + 1)

    end = store.observe(greedy)
    with pytest.raises(RuntimeError, match="must not edit"):
        store.edit(selection=1)
    end()
    store.observe(lambda _, new: told.append(new))
    assert store.edit(selection=5).selection == 5
    assert [state.selection for state in told] == [5]


def test_who_stopped_observing_hears_nothing() -> None:
    store, told = Store(), list[object]()
    end = store.observe(lambda old, new: told.append((old, new)))
    end()
    store.edit(selection=1)
    assert told == []


def test_a_name_that_is_no_field_is_refused() -> None:
    with pytest.raises(TypeError):
        Store().edit(zoom=3)


def test_back_and_forward_walk_what_was_remembered_and_a_new_view_ends_forward() -> None:
    store = Store()
    history = History(store)
    for number in (1, 2, 3):
        store.edit(selection=number, window=Interval(0, number))
        history.remember()
    assert history.go(-1)
    assert history.go(-1)
    assert store.state == ViewState(window=Interval(0, 1), selection=1)
    assert not history.go(-1)
    assert history.go(1)
    store.edit(selection=9)
    history.remember()
    assert not history.go(1)
    assert history.go(-1)
    assert store.state.selection == 2
    history.forget()
    assert not history.go(-1)


def test_history_keeps_a_limited_number_of_views() -> None:
    store = Store()
    history = History(store, limit=3)
    for number in range(10):
        store.edit(selection=number)
        history.remember()
    assert [history.go(-1) for _ in range(3)] == [True, True, False]
    assert store.state.selection == 7


def test_whether_there_is_a_way_is_known_before_going() -> None:
    store = Store()
    history = History(store)
    assert not history.can_go(-1)
    for number in (1, 2):
        store.edit(selection=number)
        history.remember()
    assert history.can_go(-1)
    assert not history.can_go(1)
    history.go(-1)
    assert (history.can_go(-1), history.can_go(1)) == (False, True)
    # A view not remembered yet: back leads to the one we stood on, and nothing lies ahead.
    store.edit(selection=3)
    assert (history.can_go(-1), history.can_go(1)) == (True, False)
    history.remember()
    assert (history.can_go(-1), history.can_go(1)) == (True, False)
    assert history.go(-1)
    assert store.state.selection == 1


def test_words_typed_on_are_one_view() -> None:
    store = Store()
    history = History(store)
    history.remember()
    for text in ("k", "ki", "kim"):
        store.edit(filter=EventFilter(search=text))
        history.remember()
    store.edit(filter=EventFilter(search="xi"))
    history.remember()
    assert history.go(-1)
    assert store.state.filter.search == "kim"
    assert history.go(-1)
    assert store.state.filter.search == ""


def test_reading_on_moves_the_view_one_stands_on_along() -> None:
    store = Store(ViewState(window=Interval(0, 100)))
    history = History(store)
    history.remember()
    store.edit(passage=3)
    history.remember()
    store.edit(passage=4, window=Interval(50, 150))
    history.remember()
    store.edit(passage=5)
    history.remember()
    assert history.go(-1)
    assert store.state == ViewState(window=Interval(0, 100))
    assert history.go(1)
    assert store.state == ViewState(window=Interval(50, 150), passage=5)
    # What else changes on the way is a view to come back to.
    store.edit(passage=6, selection=1)
    history.remember()
    assert history.go(-1)
    assert store.state.passage == 5


def test_panning_while_a_paragraph_is_lit_is_a_view_to_come_back_to() -> None:
    store = Store(ViewState(window=Interval(0, 100), passage=3))
    history = History(store)
    history.remember()
    store.edit(window=Interval(50, 150))
    history.remember()
    assert history.go(-1)
    assert store.state.window == Interval(0, 100)
