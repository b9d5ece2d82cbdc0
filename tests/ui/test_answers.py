"""What the window shows is the answer to what it asked last, whatever was on the way."""

import gc
import threading
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.event import EventTitle
from explorer.domain.filter import EventFilter
from explorer.domain.index import Matched
from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.ui import answers
from explorer.ui.main_window import MainWindow
from explorer.ui.timeline import view as views
from tests.builders import Given, build_database
from tests.ui.pilot import Pilot

Make = Callable[..., MainWindow]


def _hold(window: MainWindow) -> threading.Event:
    """The loader answers nothing more until the event is set."""
    held = threading.Event()
    window.collection.loader.ask("gate", held.wait, lambda _: None)
    return held


def test_an_answer_to_a_filter_taken_back_meanwhile_is_not_shown(pilot: Pilot) -> None:
    store, held = pilot.window.store, _hold(pilot.window)
    store.edit(filter=EventFilter(search="Khashoggi"))
    store.edit(filter=EventFilter())
    store.edit(lanes="person")
    store.edit(lanes="relationship")
    held.set()
    pilot.settle()
    assert pilot.matching == 110
    assert pilot.timeline.lanes is not None
    assert pilot.timeline.lanes.arrangement.facet == "relationship"


def test_panning_while_an_answer_is_under_way_does_not_ask_again(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    loader = pilot.window.collection.loader
    ask: Callable[..., None] = loader.ask

    def noted(topic: str, *rest: object) -> None:
        asked.append(topic)
        ask(topic, *rest)

    monkeypatch.setattr(loader, "ask", noted)
    held = _hold(pilot.window)
    pilot.window.store.edit(filter=EventFilter(search="Khashoggi"))
    for _ in range(20):
        pilot.timeline.pan(5.0)
    held.set()
    pilot.settle()
    assert asked.count("match") == 1
    assert 0 < pilot.matching < 110


def test_regrouping_before_the_counts_have_come_shows_them_all_the_same(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "COUNTED_AT_ONCE", 0)
    counted: list[object] = []
    pilot.window.collection.counted.connect(counted.append)
    pilot.window.store.edit(filter=EventFilter(search="Khashoggi"))
    held = _hold(pilot.window)
    pilot.window.store.edit(lanes="person")
    held.set()
    pilot.settle()
    match = pilot.window.collection.match
    assert match is not None
    assert match.counts
    assert counted[-1] is match


def test_an_empty_stretch_of_a_large_database_is_drawn(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "TITLES_AT_ONCE", 0)
    pilot.window.store.edit(window=Interval(4 * 10**9, 4 * 10**9 + 86_400))
    assert pilot.marks() == []


def test_another_database_shows_all_its_lanes(pilot: Pilot, tmp_path: Path) -> None:
    events = [Given("a", relationship="Trump–Xi"), Given("b")]
    pilot.window.store.edit(hidden=frozenset({"Trump–Xi"}), lane_order=("Trump–Xi",))
    pilot.window.open(build_database(tmp_path / "other.db", events))
    pilot.settle()
    assert len(pilot.timeline.marks.lanes) == 2


def test_up_and_down_follow_the_lanes_as_they_stand(make_window: Make, qtbot: QtBot, tmp_path: Path) -> None:
    events = [Given(name, relationship=name) for name in "abc"]
    pilot = Pilot(make_window(build_database(tmp_path / "lanes.db", events)), qtbot)
    pilot.window.store.edit(lane_order=("c", "a"), hidden=frozenset({"b"}), selection=pilot.event_id("c"))
    pilot.key("Down")
    assert pilot.selected == pilot.event_id("a")
    pilot.key("Down")
    assert pilot.selected == pilot.event_id("a")


def test_events_with_open_ends_do_not_carry_the_view_off(
    make_window: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    events = [
        Given("a", start="1990"),
        Given("b", start="2004/.."),
        Given("c", start="../1950"),
        Given("d", start="../.."),
    ]
    pilot = Pilot(make_window(build_database(tmp_path / "open.db", events)), qtbot)
    year = 366 * 86_400
    for keys in (("0",), ("End",), ("F", "F"), ("Home",), ("F", "F"), ("0",)):
        for key in keys:
            pilot.key(key)
        assert pilot.span.length < 400 * year
        assert abs(pilot.span.middle) < 200 * year
    pilot.window.grab()


def test_the_window_never_leaves_time(pilot: Pilot) -> None:
    pilot.window.store.edit(window=Interval(FOREVER - 10**18, FOREVER))
    for _ in range(20):
        pilot.key("PgDown")
    pilot.window.grab()
    assert pilot.span == Interval(FOREVER - 10**18, FOREVER)
    pilot.window.store.edit(window=Interval(2 * BEGINNING, 2 * FOREVER))
    assert pilot.span == Interval(BEGINNING, FOREVER)
    pilot.window.grab()


def test_a_window_within_a_collapsed_gap_is_drawn_to_its_ends(pilot: Pilot) -> None:
    pilot.window.store.edit(collapse_gaps=True)
    pilot.settle()
    gap = pilot.window.collection.gaps[0]
    pilot.window.store.edit(window=Interval(gap.start + 86_400, gap.end - 86_400))
    scale = pilot.timeline.scale
    assert scale.px_of(scale.window.end) == pytest.approx(scale.width)
    pilot.window.grab()


def test_a_search_in_a_large_database_shows_hits_before_all_are_counted(
    make_window: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "COUNTED_AT_ONCE", 10)
    window = make_window()
    window.store.edit(selection=None)
    heard: list[int] = []

    def found(titles: tuple[EventTitle, ...]) -> None:
        heard.append(len(titles))

    def matched(answer: Matched) -> None:
        heard.append(answer.total)

    window.collection.found_first.connect(found)
    window.collection.matched.connect(matched)
    window.commands.filters.search("trump")
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[0] == 7
    assert heard[1] > 7
    qtbot.waitUntil(lambda: not window.collection.is_busy)
    assert window.collection.match is not None
    assert window.collection.match.counts


@pytest.mark.parametrize(("limit", "is_kept"), [(50, False), (500, True)])
def test_lanes_that_are_no_longer_shown_take_no_memory_of_a_large_database(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch, limit: int, is_kept: bool
) -> None:
    monkeypatch.setattr(answers, "ARRANGED_KEPT", limit)
    collection, store = pilot.window.collection, pilot.window.store
    store.edit(lanes="kind")
    pilot.settle()
    assert collection.lanes is not None
    kinds = weakref.ref(collection.lanes.arrangement.importance)
    store.edit(lanes="relationship")
    pilot.settle()
    gc.collect()
    assert (kinds() is not None) == is_kept
