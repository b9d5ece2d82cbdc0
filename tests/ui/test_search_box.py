"""The search box: completions that never take Enter from the search, problems in words."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel

from explorer.domain.completion import EXPLAINED
from explorer.domain.filter import EventFilter
from explorer.ui.searching.search_box import SearchBox
from tests.builders import Given, build_database
from tests.ui.pilot import Pilot, focused


def _box(pilot: Pilot) -> SearchBox:
    return pilot.window.toolbar.search


def _offered(pilot: Pilot) -> list[str]:
    return [one.label for one in _box(pilot).suggestions.rows]


def _type(pilot: Pilot, text: str) -> list[str]:
    """Type into the box and wait for what is offered."""
    pilot.key("Ctrl+F")
    pilot.type(text)
    pilot.until(lambda: not _box(pilot).is_waiting)
    pilot.settle()
    return _offered(pilot)


def test_fields_words_and_titles_are_offered(pilot: Pilot) -> None:
    offered = _type(pilot, "ki")
    assert offered[0] == "kind:"
    assert "kim" in offered
    assert any("Kim" in label for label in offered[2:])
    assert len(offered) == len(set(offered)) <= 10


def test_values_of_a_field_are_offered_with_their_counts(pilot: Pilot) -> None:
    _type(pilot, "person:kim")
    rows = _box(pilot).suggestions.rows
    assert rows[0].label.endswith("Kim Jong Un")
    assert rows[0].detail.endswith("events")


def test_enter_searches_though_completions_are_offered(pilot: Pilot) -> None:
    assert _type(pilot, "kim")
    pilot.key("Return")
    pilot.settle()
    assert pilot.window.store.state.filter.search == "kim"
    assert _box(pilot).text() == "kim"
    assert focused() is pilot.timeline
    assert _offered(pilot) == []


def test_arrows_come_to_a_completion_and_enter_takes_it(pilot: Pilot) -> None:
    offered = _type(pilot, "pers")
    assert offered[0] == "person:"
    pilot.key("Down")
    pilot.key("Return")
    assert _box(pilot).text() == "person:"
    pilot.type("kim jo")
    _box(pilot).clear()
    _type(pilot, "person:kim")
    chosen = _box(pilot).suggestions.rows[0]
    pilot.key("Up")
    pilot.key("Down")
    pilot.key("Down")
    pilot.key("Return")
    assert _box(pilot).text() == f"person:{chosen.text.removeprefix('person:')}"
    pilot.until(lambda: pilot.window.store.state.filter.search == _box(pilot).text())
    pilot.settle()
    index = pilot.window.collection.index
    assert index is not None
    facet = index.facets["person"]
    kim = facet.slugs.index("Kim Jong Un")
    assert pilot.matching == sum(kim in facet.values_of(row) for row in range(len(index)))


def test_tab_takes_the_first_completion_and_without_any_goes_on(pilot: Pilot) -> None:
    assert _type(pilot, "rela")[0] == "relationship:"
    pilot.key("Tab")
    assert _box(pilot).text() == "relationship:"
    assert focused() is _box(pilot)
    _box(pilot).clear()
    _type(pilot, "zyzzyva")
    assert _offered(pilot) == []
    pilot.key("Tab")
    assert focused() is not _box(pilot)


def test_a_click_takes_a_completion_and_leaves_the_keyboard_in_the_box(pilot: Pilot) -> None:
    _type(pilot, "coun")
    shown = _box(pilot).suggestions.list
    pilot.click(shown.visualRect(shown.model().index(0, 0)).center(), widget=shown.viewport())
    assert _box(pilot).text() == "country:"
    assert focused() is _box(pilot)


def test_esc_leaves_a_completion_first_and_else_does_what_it_did(pilot: Pilot) -> None:
    assert _type(pilot, "kim")
    pilot.key("Down")
    pilot.key("Esc")
    assert _offered(pilot) == []
    assert _box(pilot).text() == "kim"
    pilot.key("Esc")
    assert _box(pilot).text() == ""
    assert pilot.window.store.state.filter.is_empty
    assert focused() is pilot.timeline
    assert _type(pilot, "kim")
    pilot.key("Esc")
    assert _box(pilot).text() == ""
    assert _offered(pilot) == []


def test_completions_of_a_text_that_has_changed_are_dropped(pilot: Pilot) -> None:
    pilot.key("Ctrl+F")
    held = threading.Event()
    pilot.window.collection.aside.worker.ask("gate", held.wait, lambda _: None)
    pilot.type("ki")
    pilot.until(lambda: not _box(pilot).is_waiting)
    pilot.type("zzz")
    held.set()
    pilot.until(lambda: not _box(pilot).is_waiting)
    pilot.settle()
    assert _box(pilot).text() == "kizzz"
    assert _offered(pilot) == []


@pytest.fixture
def searching(pilot: Pilot) -> Iterator[threading.Event]:
    """A search that takes as long as it takes to set this."""
    held = threading.Event()
    pilot.window.collection.loader.ask("gate", held.wait, lambda _: None)
    yield held
    held.set()


def test_completions_do_not_wait_for_a_search(pilot: Pilot, searching: threading.Event) -> None:
    pilot.key("Ctrl+F")
    pilot.type("ki")
    pilot.until(lambda: bool(_offered(pilot)))
    assert pilot.window.collection.loader.is_busy
    assert "kim" in _offered(pilot)
    assert any(row.label.startswith("Kim") and row.detail for row in _box(pilot).suggestions.rows)
    searching.set()
    pilot.settle()
    assert pilot.window.store.state.filter.search == "ki"


def test_titles_and_the_selected_event_do_not_wait_for_a_search(
    pilot: Pilot, searching: threading.Event
) -> None:
    collection = pilot.window.collection
    assert collection.index is not None
    collection.titles.clear()
    with pilot.qtbot.waitSignal(collection.titles_read):
        collection.want_titles([0, 1])
    assert collection.title_of(0) is not None
    event_id = int(collection.index.ids[7])
    with pilot.qtbot.waitSignal(collection.read):
        pilot.window.store.edit(selection=event_id)
    assert collection.reading is not None
    assert collection.reading.event.id == event_id
    assert collection.loader.is_busy
    searching.set()
    pilot.settle()


def test_completions_of_another_database_are_not_offered(pilot: Pilot, tmp_path: Path) -> None:
    collection, held = pilot.window.collection, threading.Event()
    collection.aside.worker.ask("gate", held.wait, lambda _: None)
    pilot.key("Ctrl+F")
    pilot.type("ki")
    pilot.until(lambda: not _box(pilot).is_waiting)
    with pilot.qtbot.waitSignal(collection.matched):
        pilot.window.open(build_database(tmp_path / "kiwi.db", [Given("one", title="Kiwi")]))
    held.set()
    pilot.settle()
    assert _offered(pilot) == []
    assert _type(pilot, "ki")[-1] == "Kiwi"


def test_closing_ends_the_search_and_what_is_offered(pilot: Pilot) -> None:
    collection = pilot.window.collection
    endless = "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    collection.ask("search", lambda connection: connection.execute(endless).fetchone(), lambda _: None)
    aside = collection.aside._connection  # pyright: ignore[reportPrivateUsage]
    collection.aside.worker.ask("complete", lambda: aside.execute(endless).fetchone(), lambda _: None)
    pilot.qtbot.wait(100)
    pilot.window.close()
    # It would go on for ever otherwise, and closing would have given up on it.
    for worker in (collection.loader, collection.aside.worker):
        assert not worker._thread.is_alive()  # pyright: ignore[reportPrivateUsage]
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        aside.execute("SELECT 1")


def test_ctrl_space_offers_without_another_letter(pilot: Pilot) -> None:
    pilot.search("kim")
    pilot.timeline.setFocus()
    assert _offered(pilot) == []
    _box(pilot).setFocus()
    _box(pilot).setCursorPosition(3)
    pilot.key("Ctrl+Space")
    pilot.settle()
    assert _offered(pilot)
    assert _box(pilot).text() == "kim"


def test_the_chips_stay_in_reach_under_the_box(pilot: Pilot) -> None:
    pilot.search("kim")
    popup, bar = _box(pilot).suggestions, pilot.window.filter_bar
    assert popup.isVisible()
    assert not popup.geometry().intersects(
        bar.rect().translated(bar.mapTo(pilot.window, bar.rect().topLeft()))
    )


def test_what_cannot_be_understood_is_explained_in_a_line(pilot: Pilot) -> None:
    pilot.search("kim importance:lots persn:xi")
    said = pilot.window.filter_bar.problems
    assert said.isVisible()
    assert "importance" in said.text()
    assert "person" in said.text()
    assert pilot.window.findChild(QDialog) is None
    pilot.key("Esc")
    assert not said.isVisible()
    pilot.search("kim importance:4")
    assert not said.isVisible()


def test_the_help_has_every_field_of_the_language(pilot: Pilot) -> None:
    pilot.push(pilot.button("How to search"))
    dialog = pilot.window.findChild(QDialog)
    assert dialog is not None
    shown = " ".join(label.text() for label in dialog.findChildren(QLabel))
    missing = [name for name in EXPLAINED if f"{name.removeprefix('certainly-')}:" not in shown]
    assert missing == []
    assert "certainly-" in shown
    dialog.close()


def test_the_list_moves_up_when_the_chips_go(pilot: Pilot) -> None:
    pilot.search("kim")
    popup, bar = _box(pilot).suggestions, pilot.window.filter_bar
    assert popup.isVisible()
    low = popup.y()
    bar.hide()
    assert popup.y() < low


def test_a_complaint_goes_with_what_it_is_about(pilot: Pilot) -> None:
    pilot.search("persn:xi")
    assert pilot.window.filter_bar.problems.isVisible()
    pilot.window.store.edit(filter=EventFilter())
    assert not pilot.window.filter_bar.problems.isVisible()
