"""After a filter the window fits to what is left, and comes back when the filter is lifted."""

from dataclasses import replace

import numpy as np
import pytest

from explorer.domain.filter import EventFilter
from explorer.domain.interval import Interval
from tests.ui.pilot import Pilot

YEAR = 31_556_952


def _used(pilot: Pilot) -> float:
    """The share of the window from the first to the last match in it."""
    index, match = pilot.window.collection.index, pilot.window.collection.match
    assert index is not None
    assert match is not None
    rows = np.flatnonzero(match.mask & (index.start < pilot.span.end) & (index.end > pilot.span.start))
    if not len(rows):
        return 0.0
    first = max(int(index.start[rows].min()), pilot.span.start)
    return (min(int(index.end[rows].max()), pilot.span.end) - first) / pilot.span.length


def _filter(pilot: Pilot, wanted: EventFilter) -> None:
    pilot.window.store.edit(filter=wanted)
    pilot.settle()


@pytest.fixture
def whole(pilot: Pilot) -> Pilot:
    """All of time in the window."""
    pilot.key("0")
    return pilot


def test_what_would_fill_but_little_is_fitted_to_and_left_again(whole: Pilot) -> None:
    before = whole.span
    _filter(whole, EventFilter().choosing("relationship", {"Trump–Kim"}))
    assert whole.span.length < before.length / 4
    assert 0.8 < _used(whole) <= 1.0
    # Another filter on top of it: the way back is to where it began.
    wanted = whole.window.store.state.filter
    _filter(whole, replace(wanted, search="letter"))
    _filter(whole, wanted)
    _filter(whole, EventFilter())
    assert whole.span == before


def test_what_fills_enough_leaves_the_window_alone(whole: Pilot) -> None:
    before = whole.span
    _filter(whole, EventFilter().choosing("kind", {"summit", "meeting"}))
    assert _used(whole) > 1 / 3
    assert whole.span == before


def test_matches_outside_the_window_are_brought_into_it(pilot: Pilot) -> None:
    pilot.window.store.edit(window=Interval(0, YEAR))
    _filter(pilot, EventFilter().choosing("relationship", {"Reagan–Gorbachev"}))
    assert _used(pilot) > 0.8


def test_one_event_is_not_blown_up_to_a_day(whole: Pilot) -> None:
    _filter(whole, EventFilter(search="helsinki summit"))
    assert whole.matching >= 1
    assert whole.span.length > 30 * 86_400


def test_back_shows_the_very_view_of_before(whole: Pilot) -> None:
    whole.window.history.remember()
    before = whole.window.store.state
    _filter(whole, EventFilter().choosing("relationship", {"Trump–Kim"}))
    assert whole.span != before.window
    whole.key("Alt+Left")
    whole.settle()
    assert whole.window.store.state == before
    whole.key("Alt+Right")
    whole.settle()
    assert _used(whole) > 0.8


def test_who_has_moved_since_is_not_taken_back(whole: Pilot) -> None:
    _filter(whole, EventFilter().choosing("relationship", {"Trump–Kim"}))
    whole.key("-")
    moved = whole.span
    _filter(whole, EventFilter())
    assert whole.span == moved


def test_dim_dots_and_the_preference_leave_it_alone(whole: Pilot) -> None:
    before = whole.span
    whole.window.store.edit(dims=True)
    _filter(whole, EventFilter().choosing("relationship", {"Trump–Kim"}))
    assert whole.span == before
    whole.window.store.edit(dims=False)
    _filter(whole, EventFilter())
    whole.window.settings.fits_filter = False
    _filter(whole, EventFilter().choosing("relationship", {"Trump–Kim"}))
    assert whole.span == before


def test_a_view_that_is_opened_keeps_its_window(whole: Pilot) -> None:
    state = replace(
        whole.window.store.state,
        filter=EventFilter().choosing("relationship", {"Trump–Kim"}),
        window=Interval(-30 * YEAR, 50 * YEAR),
    )
    whole.window.show_view(state)
    whole.settle()
    assert whole.span == state.window
