"""The line at the bottom: how many events are in view, match, and are there, whatever the window shows."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from explorer.domain.filter import EventFilter
from explorer.domain.interval import Interval
from explorer.ui import answers, in_view
from tests.builders import Given, build_database
from tests.ui.pilot import Pilot

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from explorer.ui.main_window import MainWindow

Make = Callable[..., "MainWindow"]


def _inside(pilot: Pilot) -> int:
    """The matches in the window, counted one by one."""
    index, match = pilot.window.collection.index, pilot.window.collection.match
    assert index is not None
    assert match is not None
    return sum(
        bool(index.start[row] < pilot.span.end and index.end[row] > pilot.span.start)
        for row in np.flatnonzero(match.mask)
    )


def test_it_says_how_many_are_in_view_how_many_match_and_how_many_there_are(pilot: Pilot) -> None:
    status, store = pilot.window.status, pilot.window.store
    for wanted in (EventFilter(), EventFilter().choosing("kind", {"letter", "summit"})):
        store.edit(filter=wanted)
        pilot.settle()
        for first, last in ((1985, 1992), (2018, 2019), (1900, 1901), (1940, 2021)):
            year = 31_556_952
            store.edit(window=Interval((first - 1970) * year, (last - 1970) * year))
            said = f"{_inside(pilot)} in view · {pilot.matching} of 110 events · "
            pilot.until(lambda said=said: status.counts.text().startswith(said))
    assert _inside(pilot) == pilot.matching < 110


def test_what_stands_in_a_hidden_lane_is_not_in_view(pilot: Pilot) -> None:
    pilot.key("0")
    pilot.until(lambda: pilot.window.status.counts.text().startswith("110 in view"))
    pilot.window.store.edit(hidden=frozenset({"Trump–Kim"}))
    index, lanes = pilot.window.collection.index, pilot.window.collection.lanes
    assert index is not None
    assert lanes is not None
    gone = lanes.total(lanes.arrangement.slugs.index("Trump–Kim"))
    assert gone
    assert pilot.window.status.counts.text().startswith(f"{110 - gone} in view · 110 of 110 events")
    # The table has no lanes to hide.
    pilot.key("T")
    assert pilot.window.status.counts.text().startswith("110 in view")


def test_an_event_with_several_lanes_is_counted_once(pilot: Pilot) -> None:
    pilot.key("0")
    pilot.window.store.edit(lanes="person")
    pilot.settle()
    pilot.until(lambda: pilot.window.status.counts.text().startswith("110 in view"))


def test_events_without_a_year_are_told_apart_and_fit_leaves_them_alone(
    make_window: Make, qtbot: "QtBot", tmp_path: Path
) -> None:
    path = build_database(
        tmp_path / "open.db",
        [Given("a", start="1985-11-19"), Given("b", start="1991"), Given("c", start="XXXX-12-25")],
    )
    pilot = Pilot(make_window(path), qtbot)
    said = pilot.window.status.counts.text()
    assert "3 of 3 events" in said
    assert "1 without a year" in said
    assert pilot.span.start > -31_556_952_000
    pilot.window.store.edit(filter=EventFilter(before="1991", after="1985", certainty="certain"))
    pilot.settle()
    assert "without a year" not in pilot.window.status.counts.text()


def test_a_large_database_is_counted_as_a_small_one(
    make_window: Make, qtbot: "QtBot", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_view, "COUNTED_AT_ONCE", 10)
    monkeypatch.setattr(answers, "COUNTED_AT_ONCE", 10)
    pilot = Pilot(make_window(), qtbot)
    pilot.key("0")
    pilot.until(lambda: pilot.window.status.counts.text().startswith("110 in view"))
    pilot.key("+")
    pilot.settle()
    pilot.until(lambda: pilot.window.status.counts.text().startswith(f"{_inside(pilot)} in view"))


def test_the_title_names_the_file(make_window: Make, tmp_path: Path) -> None:
    assert make_window().windowTitle().endswith(" – diplomacy.db – Détente")
    path = build_database(tmp_path / "one.db", [Given("a")], properties={"title": "The same"})
    assert make_window(path).windowTitle() == "The same – one.db – Détente"
    path = build_database(tmp_path / "two.db", [Given("a")], properties={"title": "The same"})
    assert make_window(path).windowTitle() == "The same – two.db – Détente"
