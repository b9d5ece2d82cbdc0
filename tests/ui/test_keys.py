"""What the keyboard does: DESIGN.md's table "Pointer and keys", Esc's order, and the list of shortcuts."""

from collections.abc import Callable
from operator import attrgetter

import pytest
from PySide6.QtCore import QVariantAnimation
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from explorer.domain.filter import EventFilter
from explorer.domain.interval import Interval
from explorer.ui import motion
from explorer.ui.actions import TABLE, native
from explorer.ui.main_window import MainWindow
from tests.ui.pilot import Pilot, focused, play, running


def test_right_and_left_walk_every_event_in_order_of_time(pilot: Pilot) -> None:
    index = pilot.window.collection.index
    assert index is not None
    pilot.key("Home")
    seen = [pilot.row]
    for _ in range(len(index) + 2):
        pilot.key("Right")
        row = pilot.row
        assert row is not None
        assert pilot.span.start < index.end[row]
        assert index.start[row] < pilot.span.end
        if row != seen[-1]:
            seen.append(row)
    keys = zip(index.start.tolist(), index.end.tolist(), index.ids.tolist(), range(110), strict=True)
    in_order = [row for *_, row in sorted(keys)]
    assert seen == in_order
    for row in in_order[-2::-1]:
        pilot.key("Left")
        assert pilot.row == row
    pilot.key("End")
    assert pilot.row == in_order[-1]


def test_comma_and_full_stop_walk_one_lane(pilot: Pilot) -> None:
    lanes = pilot.timeline.lanes
    assert lanes is not None
    lane = lanes.arrangement.labels.index("Trump–Putin")
    rows = sorted(int(row) for row in lanes.events(lane))
    for _ in rows:
        pilot.key(",")
    walked = [pilot.row]
    for _ in rows[1:]:
        pilot.key(".")
        walked.append(pilot.row)
    assert walked == rows


def test_up_and_down_go_to_the_nearest_event_of_the_next_lane(pilot: Pilot) -> None:
    index, lanes = pilot.window.collection.index, pilot.timeline.lanes
    assert index is not None
    assert lanes is not None
    helsinki = pilot.row
    assert helsinki is not None
    codes = index.facets["relationship"].codes
    for key, step in (("Down", 1), ("Up", -1)):
        pilot.timeline.travel.select(helsinki)
        pilot.key(key)
        row = pilot.row
        assert row is not None
        assert int(codes[row]) == int(codes[helsinki]) + step
        middles = index.start + index.end
        others = lanes.events(int(codes[row]))
        assert abs(middles[row] - middles[helsinki]) == min(abs(middles[others] - middles[helsinki]))
    for _ in range(20):
        pilot.key("Up")
    assert codes[pilot.row or 0] == 0


@pytest.mark.parametrize(
    ("key", "grows", "moves"),
    [
        ("+", -1, 0), ("=", -1, 0), ("Ctrl++", -1, 0), ("-", 1, 0), ("Ctrl+-", 1, 0),
        ("0", 1, None), ("Ctrl+0", 1, None), ("PgUp", 0, -1), ("PgDown", 0, 1),
    ],
)  # fmt: skip
def test_a_key_zooms_or_pages(pilot: Pilot, key: str, grows: int, moves: int | None) -> None:
    before = pilot.span
    pilot.key(key)
    after = pilot.span
    assert (after.length > before.length) - (after.length < before.length) == grows
    if moves == 0:
        assert after.middle == pytest.approx(before.middle, abs=2)
    elif moves is not None:
        assert (after.middle - before.middle) / before.length == pytest.approx(0.9 * moves, abs=0.01)


def test_0_fits_everything_that_matches(pilot: Pilot) -> None:
    index = pilot.window.collection.index
    assert index is not None
    pilot.key("0")
    assert pilot.span.start < index.start.min()
    assert index.end.max() < pilot.span.end
    marks = pilot.timeline.marks
    assert sum(lane.drawn for lane in marks) == 110


def test_f_centres_the_selection_and_again_fits_it(pilot: Pilot) -> None:
    index, row = pilot.window.collection.index, pilot.row
    assert index is not None
    assert row is not None
    pilot.key("PgUp")
    before = pilot.span
    pilot.key("F")
    middle = (int(index.start[row]) + int(index.end[row])) // 2
    assert pilot.span.length == before.length
    assert pilot.span.middle == pytest.approx(middle, abs=2)
    pilot.key("F")
    assert pilot.span.length < before.length / 10
    assert pilot.span.middle == pytest.approx(middle, abs=2)


def test_esc_undoes_search_then_selection_then_filters_then_the_zoom(pilot: Pilot) -> None:
    window, store = pilot.window, pilot.window.store
    store.edit(filter=EventFilter().choosing("kind", {"summit"}))
    pilot.search("Kim")
    pilot.settle()
    assert pilot.selected is not None
    window.toolbar.search.setFocus()
    pilot.key("Esc")
    assert store.state.filter == EventFilter().choosing("kind", {"summit"})
    assert window.toolbar.search.text() == ""
    assert focused() is pilot.timeline
    pilot.key("Esc")
    assert pilot.selected is None
    assert not store.state.filter.is_empty
    pilot.key("Esc")
    assert store.state.filter.is_empty
    pilot.settle()
    pilot.key("+")
    for _ in range(8):
        pilot.key("Esc")
    assert sum(lane.drawn for lane in pilot.timeline.marks) == 110


def test_esc_takes_one_filter_at_a_time_and_the_zoom_step_by_step(pilot: Pilot) -> None:
    store = pilot.window.store
    pilot.key("0")
    whole = pilot.span
    both = EventFilter().choosing("kind", {"summit"}).choosing("relationship", {"Trump–Kim"})
    store.edit(filter=both, selection=None, window=whole)
    pilot.settle()
    pilot.key("Esc")
    assert store.state.filter == EventFilter().choosing("kind", {"summit"})
    pilot.key("Esc")
    assert store.state.filter.is_empty
    pilot.settle()
    store.edit(window=Interval(0, whole.length // 10))
    pilot.key("Esc")
    assert pilot.span.length == pytest.approx(whole.length / 5, rel=0.01)
    for _ in range(6):
        pilot.key("Esc")
    assert pilot.span == whole


def test_esc_right_after_typing_forgets_what_was_typed(pilot: Pilot) -> None:
    pilot.key("Ctrl+F")
    pilot.type("Putin")
    pilot.key("Esc")
    pilot.qtbot.wait(200)
    assert pilot.window.store.state.filter.is_empty
    assert pilot.window.toolbar.search.text() == ""
    assert pilot.selected is not None


def test_single_keys_type_in_the_search_box(pilot: Pilot) -> None:
    before, selected = pilot.span, pilot.selected
    pilot.search("0f+-,.?")
    assert (pilot.span, pilot.selected) == (before, selected)
    assert pilot.window.toolbar.search.text() == "0f+-,.?"


def test_ctrl_c_copies_the_event_with_its_sources(pilot: Pilot) -> None:
    QGuiApplication.clipboard().clear()
    pilot.key("Ctrl+C")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Helsinki summit, Monday 16 July 2018, Presidential Palace, Helsinki, Finland.")
    assert "Sources: " in text
    assert "Hal Brands, Bloomberg Opinion, 24 April 2020, ¶ 16" in text
    assert "Copied" in pilot.window.status.counts.text()
    QGuiApplication.clipboard().clear()
    pilot.push(pilot.button("Copy citation"))
    assert QGuiApplication.clipboard().text() == text


def test_back_and_forward_go_through_the_views_that_were_looked_at(pilot: Pilot) -> None:
    window, first = pilot.window, pilot.window.store.state
    pilot.until(lambda: window.history._states != [])  # pyright: ignore[reportPrivateUsage]
    pilot.key("End")
    pilot.until(lambda: len(window.history._states) == 2)  # pyright: ignore[reportPrivateUsage]
    second = window.store.state
    pilot.search("Xi")
    third = window.store.state
    pilot.timeline.setFocus()
    # The present view counts although it has not settled yet.
    pilot.key("Alt+Left")
    assert window.store.state == second
    assert window.toolbar.search.text() == ""
    pilot.key("Alt+Left")
    assert window.store.state == first
    pilot.key("Alt+Left")
    assert window.store.state == first
    pilot.key("Alt+Right")
    pilot.key("Alt+Right")
    assert window.store.state == third
    assert window.toolbar.search.text() == "Xi"
    pilot.settle()
    assert pilot.matching < 110


@pytest.mark.parametrize("key", ["F1", "?"])
def test_the_list_of_shortcuts_names_every_action_that_has_one(pilot: Pilot, key: str) -> None:
    pilot.key(key)
    dialog = pilot.window.findChild(QDialog)
    assert dialog is not None
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    for entry in TABLE:
        if entry.keys:
            assert entry.text.rstrip("…") in shown
            assert {native(key) for key in entry.keys} <= set(shown)
    dialog.close()


def test_no_key_has_two_meanings() -> None:
    keys = [key for entry in TABLE for key in entry.keys]
    assert len(keys) == len(set(keys))


def test_every_action_has_something_to_do(window: MainWindow) -> None:
    for entry in TABLE:
        assert callable(attrgetter(entry.method)(window.commands))


# Movement


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let jumps take their time, as on a screen."""
    monkeypatch.setattr(motion, "is_reduced", lambda: False)


def test_a_jump_is_eased_and_ends_where_it_should(pilot: Pilot, watched: None) -> None:
    before, seen = pilot.span, list[int]()
    stop = pilot.window.store.observe(lambda _old, _new: seen.append(pilot.span.start))
    pilot.key("PgDown")
    assert pilot.span == before
    (jump,) = running(pilot.window)
    play(jump)
    stop()
    assert pilot.span == before.shifted(round(before.length * 0.9))
    assert seen == sorted(seen)
    assert len(seen) > 3
    assert motion.JUMP <= 250


def test_a_hand_on_the_wheel_ends_a_jump(pilot: Pilot, watched: None) -> None:
    pilot.key("PgDown")
    pilot.until(lambda: pilot.span.start > 0)
    pilot.wheel(pilot.empty(), 1)
    held = pilot.span
    pilot.qtbot.wait(motion.JUMP + 100)
    assert pilot.span == held


def test_another_view_that_moves_the_window_ends_a_jump(pilot: Pilot, watched: None) -> None:
    pilot.key("PgDown")
    target = pilot.span.shifted(-10_000_000)
    pilot.qtbot.wait(40)
    pilot.window.store.edit(window=target)
    pilot.qtbot.wait(motion.JUMP + 100)
    assert pilot.span == target


def test_after_a_jump_the_selected_event_is_in_view_also_vertically(
    make_window: Callable[..., MainWindow], qtbot: QtBot, watched: None
) -> None:
    pilot = Pilot(make_window(size=(1024, 480)), qtbot)
    pilot.key("Home")
    pilot.qtbot.wait(motion.JUMP + 150)
    pilot.key("End")
    animation = pilot.timeline.glide.findChild(QVariantAnimation)
    assert animation is not None
    pilot.until(lambda: animation.state() == QVariantAnimation.State.Stopped)
    assert pilot.row is not None
    mark = pilot.timeline.marks.find(pilot.row)
    assert mark is not None
    top = pilot.timeline.verticalScrollBar().value()
    assert top < mark.y < top + pilot.timeline.viewport().height() - 46


def test_arrows_pass_over_lanes_that_are_hidden(pilot: Pilot) -> None:
    pilot.window.store.edit(hidden=frozenset({"Trump–Kim"}))
    index = pilot.window.collection.index
    assert index is not None
    kim = index.facets["relationship"].slugs.index("Trump–Kim")
    pilot.key("Home")
    walked = [pilot.row]
    for _ in range(200):
        pilot.key("Right")
        if pilot.row == walked[-1]:
            break
        walked.append(pilot.row)
    assert len(walked) == 110 - 29
    assert all(row is not None and index.facets["relationship"].codes[row] != kim for row in walked)
