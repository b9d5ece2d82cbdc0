"""Search, facets, chips, the filter bar and the view of no match: what passes, and the counts that follow."""

import contextlib
import threading

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from explorer.domain.edtf import parse
from explorer.domain.filter import EventFilter
from explorer.domain.interval import Interval
from explorer.storage.opening import open_database
from explorer.ui.filtering.facet_list import ROW_HEIGHT, FacetList
from explorer.ui.searching.search_box import PAUSE
from tests.ui.pilot import Pilot, focused


def _found_in_text(pilot: Pilot, word: str) -> set[int]:
    """Ids of the events that the full-text index has the word for, asked without the program's search."""
    database = pilot.window.collection.database
    assert database is not None
    with contextlib.closing(open_database(database.path).connect()) as connection:
        rows = connection.execute("SELECT rowid FROM event_text WHERE event_text MATCH ?", (word,))
        return {row[0] for row in rows}


def _shown_counts(pilot: Pilot, facet: str) -> dict[str, int]:
    return {value.slug: value.count for value in pilot.window.facets.lists()[facet].model_of_values.values}


def _words(pilot: Pilot) -> list[str]:
    return [label.text() for label in pilot.window.cards.notice.findChildren(QLabel) if label.isVisible()]


def _click_row(pilot: Pilot, facet: str, slug: str, *, only: bool = False) -> None:
    shown = pilot.window.facets.lists()[facet]
    at = [value.slug for value in shown.model_of_values.values].index(slug)
    body = pilot.window.facets.widget()
    assert body is not None
    pilot.window.facets.ensureVisible(20, shown.mapTo(body, QPoint(0, at * ROW_HEIGHT)).y())
    rect = shown.visualRect(shown.model_of_values.index(at))
    place = QPoint(rect.right() - 14, rect.center().y()) if only else QPoint(60, rect.center().y())
    pilot.click(place, widget=shown.viewport())
    pilot.settle()


def test_typing_khashoggi_leaves_what_names_him_and_every_count_follows(pilot: Pilot) -> None:
    found = _found_in_text(pilot, "khashoggi")
    assert 0 < len(found) < 110
    pilot.search("Khashoggi")
    assert pilot.matching == len(found)
    index, match = pilot.window.collection.index, pilot.window.collection.match
    assert index is not None
    assert match is not None
    assert set(index.ids[match.mask].tolist()) == found
    assert pilot.window.status.counts.text().split(" · ")[1] == f"{len(found)} of 110 events"
    assert sum(_shown_counts(pilot, "relationship").values()) == len(found)
    assert sum(_shown_counts(pilot, "kind").values()) == len(found)
    marks = pilot.timeline.marks
    assert sum(lane.total for lane in marks) == len(found)
    assert sum(lane.drawn + lane.earlier + lane.later for lane in marks) == len(found)
    pilot.push(pilot.button("Remove filter: naming “Khashoggi”"))
    pilot.settle()
    assert pilot.matching == 110
    assert pilot.window.toolbar.search.text() == ""
    assert not pilot.window.filter_bar.isVisible()


def _enter(pilot: Pilot, text: str) -> None:
    pilot.key("Ctrl+F")
    pilot.type(text)
    pilot.key("Return")
    pilot.settle()


def test_enter_in_the_search_box_goes_on_from_the_selection(pilot: Pilot) -> None:
    found = _found_in_text(pilot, "khashoggi")
    index = pilot.window.collection.index
    assert index is not None
    assert pilot.row is not None
    hits = index.in_time(np.array([index.row_of(event) for event in found])).tolist()
    began = int(index.start[pilot.row])
    behind = [row for row in hits if int(index.start[row]) > began] + [
        row for row in hits if int(index.start[row]) <= began
    ]
    _enter(pilot, "Khashoggi")
    for row in [*behind, behind[0]]:
        assert focused() is pilot.timeline
        assert pilot.row == row
        title = pilot.window.collection.title_of(row)
        assert title is not None
        assert title.title in pilot.window.status.counts.text()
        _enter(pilot, "")


def test_enter_takes_the_first_hit_in_or_after_the_view(pilot: Pilot) -> None:
    index = pilot.window.collection.index
    assert index is not None
    start, end = parse("2018").earliest, parse("2019").latest
    pilot.window.store.edit(selection=None, window=Interval(start, end))
    pilot.settle()
    _enter(pilot, "summit")
    assert pilot.row is not None
    match = pilot.window.collection.match
    assert match is not None
    rows = index.in_time(np.flatnonzero(match.mask)).tolist()
    assert pilot.row == next(row for row in rows if start <= int(index.start[row]))
    assert pilot.span == Interval(start, end)


def test_a_selection_out_of_view_is_no_place_to_go_on_from(pilot: Pilot) -> None:
    index = pilot.window.collection.index
    assert index is not None
    pilot.window.store.edit(window=Interval(parse("1985").earliest, parse("1988").latest))
    pilot.settle()
    _enter(pilot, "summit")
    assert pilot.row is not None
    assert parse("1985").earliest <= int(index.start[pilot.row]) < parse("1988").latest


def test_enter_in_the_empty_box_goes_nowhere(pilot: Pilot) -> None:
    before = pilot.selected, pilot.span
    _enter(pilot, "")
    assert (pilot.selected, pilot.span) == before
    _enter(pilot, " - ")
    assert (pilot.selected, pilot.span) == before
    assert focused() is pilot.timeline


def test_a_click_chooses_a_value_and_another_lets_it_go_again(pilot: Pilot) -> None:
    counts = _shown_counts(pilot, "relationship")
    _click_row(pilot, "relationship", "Trump–Kim")
    assert pilot.matching == counts["Trump–Kim"]
    # Counted under the *other* filters: the facet's own stay.
    assert _shown_counts(pilot, "relationship") == counts
    assert sum(_shown_counts(pilot, "kind").values()) == pilot.matching
    _click_row(pilot, "relationship", "Trump–Kim")
    assert pilot.window.store.state.filter == EventFilter()


def test_only_takes_one_value_and_clear_takes_all(pilot: Pilot) -> None:
    counts = _shown_counts(pilot, "kind")
    _click_row(pilot, "kind", "summit", only=True)
    assert pilot.window.store.state.filter == EventFilter().choosing("kind", {"summit"})
    assert pilot.matching == counts["summit"]
    pilot.push(pilot.button("Clear Kind"))
    pilot.settle()
    assert pilot.matching == 110


def test_a_person_is_chosen_by_a_click_on_an_open_facet(pilot: Pilot) -> None:
    slug = "Kim Jong Un"
    count = _shown_counts(pilot, "person")[slug]
    _click_row(pilot, "person", slug)
    assert pilot.matching == count
    assert pilot.window.store.state.filter.chosen_in("person") == {slug}
    _click_row(pilot, "person", slug)
    assert pilot.matching == 110


def test_a_facet_works_by_keyboard_alone(pilot: Pilot) -> None:
    shown = pilot.window.facets.lists()["relationship"]
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    pilot.key("Home")
    pilot.key("Down")
    second = shown.model_of_values.values[1]
    pilot.key("Space")
    pilot.settle()
    assert pilot.matching == second.count
    pilot.key("-")
    pilot.settle()
    assert pilot.matching == 110 - second.count
    pilot.key("O")
    pilot.settle()
    assert pilot.matching == second.count
    pilot.key("Tab")
    pilot.key("Shift+Tab")
    assert focused() is shown
    pilot.key("Shift+Tab")
    clear = focused()
    assert isinstance(clear, QAbstractButton)
    assert clear.accessibleName() == "Clear Relationship"
    pilot.key("Space")
    pilot.settle()
    assert pilot.matching == 110


@pytest.mark.parametrize("name", ["relationship", "kind", "person", "place", "basis"])
def test_the_row_that_the_keyboard_reaches_is_in_view(pilot: Pilot, name: str) -> None:
    panel, shown = pilot.window.facets, pilot.window.facets.lists()[name]
    panel.section(name).open()
    pilot.settle()
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    for key, at in (("End", len(shown.model_of_values.values) - 1), ("Home", 0)):
        pilot.key(key)
        assert shown.currentIndex().row() == at
        row = shown.visualRect(shown.currentIndex())
        port = panel.viewport().rect()
        assert port.contains(shown.viewport().mapTo(panel.viewport(), row.topLeft()))
        assert port.contains(shown.viewport().mapTo(panel.viewport(), row.bottomLeft()))


def test_a_press_that_slips_to_another_row_changes_nothing(pilot: Pilot) -> None:
    port = pilot.window.facets.lists()["relationship"].viewport()
    pilot.press(QPoint(60, 10), widget=port)
    pilot.move(QPoint(60, 10 + 3 * ROW_HEIGHT), widget=port)
    pilot.release(QPoint(60, 10 + 3 * ROW_HEIGHT), widget=port)
    assert pilot.window.store.state.filter == EventFilter()


def test_a_long_facet_is_cut_shown_whole_and_filtered(pilot: Pilot) -> None:
    panel, shown = pilot.window.facets, pilot.window.facets.lists()["person"]
    values = shown.model_of_values
    assert values.rowCount() == 8
    panel.ensureWidgetVisible(shown)
    more = next(b for b in panel.findChildren(QAbstractButton) if b.text() == "Show all 57")
    panel.ensureWidgetVisible(more)
    pilot.push(more)
    assert values.rowCount() == 57
    counts = [value.count for value in shown.model_of_values.values]
    assert counts == sorted(counts, reverse=True)
    from PySide6.QtWidgets import QLineEdit

    box = next(b for b in panel.findChildren(QLineEdit) if b.accessibleName() == "Filter people")
    box.setFocus()
    pilot.type("kim")
    assert {value.slug for value in shown.model_of_values.values} >= {"Kim Jong Un"}
    assert all("kim" in value.label.casefold() for value in shown.model_of_values.values)


def test_a_chip_of_the_panel_filters_to_its_person(pilot: Pilot) -> None:
    pilot.push(pilot.button("Vladimir Putin", pilot.window.detail))
    pilot.settle()
    assert pilot.window.store.state.filter == EventFilter().choosing("person", {"Vladimir Putin"})
    assert pilot.matching == _shown_counts(pilot, "person")["Vladimir Putin"]
    assert pilot.window.filter_bar.isVisible()


def test_the_filter_bar_removes_one_filter_and_clears_all(pilot: Pilot) -> None:
    wanted = (
        EventFilter(search="summit")
        .choosing("person", {"Donald Trump"})
        .choosing("kind", {"summit", "meeting"})
    )
    pilot.window.store.edit(filter=wanted)
    pilot.settle()
    bar = pilot.window.filter_bar
    removers = [b for b in bar.findChildren(QAbstractButton) if b.isVisible() and "×" in b.text()]
    assert len(removers) == 3
    pilot.push(removers[0])
    pilot.settle()
    assert pilot.window.store.state.filter != wanted
    pilot.push(pilot.button("Clear all", bar))
    pilot.settle()
    assert pilot.window.store.state.filter == EventFilter()
    assert not bar.isVisible()


def test_clear_all_forgets_what_is_still_being_typed(pilot: Pilot) -> None:
    pilot.window.store.edit(filter=EventFilter(min_importance=2).choosing("kind", {"summit", "meeting"}))
    pilot.settle()
    pilot.key("Ctrl+F")
    pilot.type("zyzzyva")
    pilot.push(pilot.button("Clear all", pilot.window.filter_bar))
    assert pilot.window.toolbar.search.text() == ""
    pilot.qtbot.wait(2 * PAUSE)
    assert pilot.window.store.state.filter == EventFilter()


def test_where_nothing_matches_the_view_says_so_and_offers_each_filter(pilot: Pilot) -> None:
    wanted = EventFilter(search="zyzzyva").choosing("kind", {"summit"})
    pilot.window.store.edit(filter=wanted)
    pilot.settle()
    notice = pilot.window.cards.notice
    assert notice.isVisible()
    assert "No event matches" in _words(pilot)
    assert pilot.window.status.counts.text().startswith("0 in view · 0 of 110 events")
    pilot.push(pilot.button("Without ‘naming “zyzzyva”’: 14 events", notice))
    pilot.settle()
    assert not notice.isVisible()
    assert pilot.matching == 14
    pilot.window.store.edit(filter=wanted)
    pilot.settle()
    pilot.push(pilot.button("Clear filters", notice))
    pilot.settle()
    assert pilot.matching == 110
    assert not notice.isVisible()


def test_where_a_value_is_misspelt_the_view_says_what_may_have_been_meant(pilot: Pilot) -> None:
    pilot.window.store.edit(filter=EventFilter(search="kind:sumit"))
    pilot.settle()
    assert "No event matches" in " ".join(_words(pilot))
    problems = pilot.window.filter_bar.problems
    assert problems.isVisible()
    assert problems.text() == "There is no kind “sumit” in this database; perhaps you mean “summit”."


@pytest.mark.parametrize(
    ("search", "told"),
    [
        ("kind:sumit,letter", ["There is no kind “sumit” in this database; perhaps you mean “summit”."]),
        ("-person:Erdogam", ["There is no person “Erdogam” in this database; perhaps you mean “Recep"]),
        ("persn:xi kind:sumit", ["There is no field “persn:”", "There is no kind “sumit”"]),
        ("kind:summit person:erdogan", []),
        ("kind:sum", []),
        ("sumit", []),
    ],
)
def test_a_misspelt_value_is_told_in_the_words_of_the_command_line(
    pilot: Pilot, search: str, told: list[str]
) -> None:
    problems = pilot.window.filter_bar.problems
    pilot.search(search)
    said = problems.text().split("\n") if problems.isVisible() else []
    assert len(said) == len(told)
    for sentence, begun in zip(said, told, strict=True):
        assert sentence.startswith(begun)
    pilot.search("kind:summit")
    assert not problems.isVisible()


def test_a_misspelt_value_is_told_while_the_search_is_still_running(pilot: Pilot) -> None:
    held = threading.Event()
    pilot.window.collection.loader.ask("gate", held.wait, lambda _: None)
    pilot.window.store.edit(filter=EventFilter(search="kind:sumit"))
    pilot.until(lambda: "perhaps you mean" in pilot.window.filter_bar.problems.text())
    assert pilot.window.collection.loader.is_busy
    held.set()
    pilot.settle()


def test_home_in_a_view_of_no_match_keeps_the_selection(pilot: Pilot) -> None:
    before = pilot.selected
    pilot.window.store.edit(filter=EventFilter(search="zyzzyva"))
    pilot.settle()
    for key in ("Home", "Right", "Up", ".", "0", "F"):
        pilot.key(key)
    assert pilot.selected == before


def test_filters_are_the_same_object_everywhere(pilot: Pilot) -> None:
    pilot.window.store.edit(filter=EventFilter().choosing("relationship", {"Trump–Xi"}))
    pilot.settle()
    lists: dict[str, FacetList] = pilot.window.facets.lists()
    checked = [value.slug for value in lists["relationship"].model_of_values.values if value.is_checked]
    assert checked == ["Trump–Xi"]
    assert [lane.lane for lane in pilot.timeline.marks] == [5]
