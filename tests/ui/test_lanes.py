"""What is done to lanes: order and place, also of those that a filter hides for a while."""

from explorer.ui import lane_menu
from tests.ui.pilot import Pilot


def _order(pilot: Pilot) -> list[str]:
    return lane_menu.shown_order(pilot.window.store, pilot.window.collection)


def test_lanes_that_a_filter_leaves_out_keep_their_place_when_others_are_moved(pilot: Pilot) -> None:
    store, collection = pilot.window.store, pilot.window.collection
    everything = _order(pilot)
    # The user's own order first: the last lane on top.
    lane_menu.move(store, collection, everything[-1], 0)
    before = _order(pilot)
    assert before == [everything[-1], *everything[:-1]]
    shown = [before[1], before[4], before[6]]
    store.edit(filter=store.state.filter.choosing("relationship", shown))
    pilot.settle()
    assert _order(pilot) == shown
    lane_menu.move(store, collection, shown[2], 0)
    assert _order(pilot) == [shown[2], shown[0], shown[1]]
    pilot.window.commands.filters.clear()
    pilot.settle()
    after = _order(pilot)
    # The others stand as they did; the lane moved stands before the one that it was put before.
    assert [slug for slug in after if slug != shown[2]] == [slug for slug in before if slug != shown[2]]
    assert after.index(shown[2]) == after.index(shown[0]) - 1


def test_hidden_lanes_keep_their_place_too(pilot: Pilot) -> None:
    store, collection = pilot.window.store, pilot.window.collection
    before = _order(pilot)
    store.edit(hidden=frozenset({before[1]}))
    lane_menu.move(store, collection, before[-1], len(before) - 3)
    store.edit(hidden=frozenset[str]())
    after = _order(pilot)
    assert after.index(before[1]) == 1
    assert after[-2:] == [before[-1], before[-2]]
