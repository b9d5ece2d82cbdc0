"""The left panel: every gesture by mouse and keyboard, and counts as counting one by one gives them."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from explorer.domain.filter import EventFilter
from explorer.domain.index import EventIndex
from explorer.ui.desktop.settings import Forgotten, Settings
from explorer.ui.filtering.facet_list import ROW_HEIGHT, TALLEST, FacetList
from explorer.ui.filtering.facet_section import FacetSection
from explorer.ui.theme import DARK
from tests.builders import Given, build_database
from tests.ui.pilot import ALT, Pilot, focused

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.ui.main_window import MainWindow

FACETS = ("relationship", "kind", "person", "place", "country", "basis", "claim", "source")


def _index(pilot: Pilot) -> EventIndex:
    index = pilot.window.collection.index
    assert index is not None
    return index


def _filter(pilot: Pilot) -> EventFilter:
    return pilot.window.store.state.filter


def _section(pilot: Pilot, name: str) -> FacetSection:
    section = pilot.window.facets.section(name)
    assert isinstance(section, FacetSection)
    section.open()
    pilot.settle()
    return section


def _focus(pilot: Pilot, name: str, slug: str) -> FacetList:
    """Give the keyboard to a value of a facet."""
    shown = _section(pilot, name).list
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    shown.setCurrentIndex(shown.model_of_values.index(shown.model_of_values.row_of(slug)))
    return shown


def _values(shown: FacetList) -> dict[str, tuple[int, bool, bool]]:
    return {one.slug: (one.count, one.is_checked, one.is_excluded) for one in shown.model_of_values.values}


def _menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _count_one_by_one(index: EventIndex, wanted: EventFilter, facet: str) -> dict[str, int]:
    """The events of each value that pass all of a filter but the facet's own choice, looked at singly."""
    others = replace(wanted, chosen={name: slugs for name, slugs in wanted.chosen.items() if name != facet})
    counts = dict.fromkeys(index.facets[facet].slugs, 0)
    for row in range(len(index)):
        slugs = {name: {one.slugs[code] for code in one.values_of(row)} for name, one in index.facets.items()}
        dates = others.dates
        if dates is not None and not (index.start[row] < dates.end and index.end[row] > dates.start):
            continue
        if not others.min_importance <= int(index.importance[row]) <= others.max_importance:
            continue
        if any(not slugs[name] & chosen for name, chosen in others.chosen.items()):
            continue
        if any(slugs[name] & out for name, out in others.excluded.items()):
            continue
        for slug in slugs[facet]:
            counts[slug] += 1
    return counts


@pytest.mark.parametrize("facet", FACETS)
def test_every_section_s_counts_are_those_of_counting_one_by_one(pilot: Pilot, facet: str) -> None:
    wanted = (
        EventFilter(after="2016", before="2020", min_importance=2)
        .choosing("person", {"Donald Trump", "Xi Jinping"})
        .choosing("kind", {"meeting", "summit", "letter", "call"})
        .excluding("place", {"Helsinki"})
    )
    pilot.window.store.edit(filter=wanted)
    pilot.settle()
    section = _section(pilot, facet)
    if not section._more.isHidden() and "all" in section._more.text():  # pyright: ignore[reportPrivateUsage]
        section._more.click()  # pyright: ignore[reportPrivateUsage]
    shown = {slug: count for slug, (count, _, _) in _values(section.list).items()}
    assert shown == _count_one_by_one(_index(pilot), wanted, facet)
    assert any(shown.values())


def test_a_section_is_opened_and_closed_and_remembered(
    make_window: "Callable[..., MainWindow]", pilot: Pilot
) -> None:
    panel = pilot.window.facets
    place = panel.section("place")
    assert not place.is_open
    assert place.heading.accessibleName() == "Place"
    place.heading.setFocus(Qt.FocusReason.TabFocusReason)
    pilot.key("Right")
    assert place.is_open
    pilot.key("Tab")
    box = focused()
    assert box is not None
    assert box.accessibleName() == "Filter places"
    place.heading.setFocus(Qt.FocusReason.TabFocusReason)
    pilot.key("Return")
    assert not place.is_open
    pilot.push(place.heading)
    assert place.is_open
    pilot.key("Up")
    settings = Settings(Forgotten())
    settings.keep_section("kind", is_open=False)
    settings.keep_section("country", is_open=True)
    settings.keep_section_sort("kind", "name")
    other = make_window(settings=settings).facets
    assert [other.section(name).is_open for name in ("kind", "country", "person", "source")] == [
        False, True, True, False,
    ]  # fmt: skip


def test_arrows_walk_from_heading_to_heading(pilot: Pilot) -> None:
    panel = pilot.window.facets
    pilot.key("Ctrl+Shift+B")
    assert focused() is panel.dates.after
    pilot.key("Shift+Tab")
    assert focused() is panel.dates.heading
    pilot.key("Down")
    assert focused() is panel.section("relationship").heading
    pilot.key("Down")
    assert focused() is panel.section("kind").heading
    pilot.key("Left")
    assert not panel.section("kind").is_open
    pilot.key("Up")
    assert focused() is panel.section("relationship").heading


def test_a_closed_section_says_what_is_chosen_in_it(pilot: Pilot) -> None:
    section = pilot.window.facets.section("kind")
    section.open(False)
    pilot.window.store.edit(filter=EventFilter().choosing("kind", {"letter"}))
    pilot.settle()
    assert section.chosen.isVisible()
    assert section.chosen.text() == "Letter"
    assert section.heading.accessibleName() == "Kind, Letter"
    pilot.push(section.clear_button)
    pilot.settle()
    assert _filter(pilot).is_empty
    assert not section.chosen.isVisible()


def test_minus_leaves_a_person_out_and_again_takes_it_back(pilot: Pilot) -> None:
    shown = _focus(pilot, "person", "Donald Trump")
    with_him = _values(shown)["Donald Trump"][0]
    pilot.key("-")
    pilot.settle()
    assert _filter(pilot) == EventFilter().excluding("person", {"Donald Trump"})
    assert pilot.matching == 110 - with_him
    assert _values(shown)["Donald Trump"] == (with_him, False, True)
    text = shown.model_of_values.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == f"not Donald Trump, {with_him} events"
    assert pilot.button("Remove filter: without Donald Trump").isVisible()
    pilot.key("-")
    pilot.settle()
    assert _filter(pilot).is_empty


def test_alt_click_leaves_a_value_out_and_a_click_takes_it_in_again(pilot: Pilot) -> None:
    shown = pilot.window.facets.lists()["relationship"]
    port, at = shown.viewport(), QPoint(60, 4 * ROW_HEIGHT + 10)
    slug = shown.model_of_values.value(4).slug
    pilot.click(at, ALT, widget=port)
    pilot.settle()
    assert _filter(pilot) == EventFilter().excluding("relationship", {slug})
    pilot.click(at, widget=port)
    pilot.settle()
    assert _filter(pilot).is_empty


@pytest.mark.parametrize("facet", FACETS)
def test_a_click_means_the_same_in_every_facet(pilot: Pilot, facet: str) -> None:
    shown = _section(pilot, facet).list
    pilot.window.facets.ensureWidgetVisible(shown)
    # Nothing chosen is all, and nothing is ticked.
    assert not any(value.is_checked for value in shown.model_of_values.values)
    first, second = (value.slug for value in shown.model_of_values.values[:2])

    def click(slug: str, *modifiers: Qt.KeyboardModifier) -> None:
        row = shown.visualRect(shown.model_of_values.index(shown.model_of_values.row_of(slug)))
        body = pilot.window.facets.widget()
        assert body is not None
        pilot.window.facets.ensureVisible(0, shown.mapTo(body, row.center()).y())
        pilot.click(QPoint(40, row.center().y()), *modifiers, widget=shown.viewport())
        pilot.settle()

    click(first)
    assert _filter(pilot) == EventFilter().choosing(facet, {first})
    assert [slug for slug, (_, is_checked, _) in _values(shown).items() if is_checked] == [first]
    click(second)
    assert _filter(pilot) == EventFilter().choosing(facet, {first, second})
    click(first)
    assert _filter(pilot) == EventFilter().choosing(facet, {second})
    click(second)
    assert _filter(pilot).is_empty
    click(first, ALT)
    assert _filter(pilot) == EventFilter().excluding(facet, {first})
    click(first)
    assert _filter(pilot).is_empty


def test_only_drops_what_was_chosen_and_left_out_before(pilot: Pilot) -> None:
    pilot.window.store.edit(
        filter=EventFilter().choosing("person", {"Xi Jinping"}).excluding("person", {"Kim Jong Un"})
    )
    pilot.settle()
    _focus(pilot, "person", "Donald Trump")
    pilot.key("O")
    assert _filter(pilot) == EventFilter().choosing("person", {"Donald Trump"})
    pilot.key("Delete")
    assert _filter(pilot).is_empty


def test_all_of_the_chosen_people_on_one_event(pilot: Pilot) -> None:
    section = _section(pilot, "person")
    pilot.window.store.edit(filter=EventFilter().choosing("person", {"Donald Trump", "Kim Jong Un"}))
    pilot.settle()
    index, any_of = _index(pilot), pilot.matching
    switch = pilot.button("All of the chosen people on one event")
    pilot.window.facets.ensureWidgetVisible(switch)
    section.list.setFocus(Qt.FocusReason.TabFocusReason)
    pilot.key("Tab")
    assert focused() is switch
    pilot.key("Space")
    pilot.settle()
    facet = index.facets["person"]
    both = {facet.slugs.index("Donald Trump"), facet.slugs.index("Kim Jong Un")}
    assert pilot.matching == sum(both <= set(facet.values_of(row)) for row in range(len(index)))
    assert 0 < pilot.matching < any_of
    pilot.click(QPoint(120, 10), widget=switch)
    pilot.settle()
    assert pilot.matching == any_of


def test_letters_find_a_value_and_do_not_move_the_timeline(pilot: Pilot) -> None:
    shown = _focus(pilot, "relationship", "Roosevelt–Stalin")
    before = pilot.span
    for letters, label in (("pan", "Pandemic"), ("erdo", "Trump–Erdoğan"), ("gor", "Reagan–Gorbachev")):
        shown._typed = ""  # pyright: ignore[reportPrivateUsage] - as after a pause
        pilot.type(letters)
        assert shown.currentIndex().data() == label
    assert pilot.span == before
    assert _filter(pilot).is_empty


def test_values_are_sorted_by_count_and_by_name_from_the_menu(pilot: Pilot) -> None:
    section = _section(pilot, "kind")
    listed = [one.slug for one in section.list.model_of_values.values]
    section.heading.setFocus(Qt.FocusReason.TabFocusReason)
    menu = section.menu()
    assert [action.text() for action in menu.actions() if action.isCheckable()] == [
        "Sort: in their own order", "Sort: by count", "Sort: by name",
    ]  # fmt: skip
    next(action for action in menu.actions() if action.text() == "Sort: by count").trigger()
    counts = [one.count for one in section.list.model_of_values.values]
    assert counts == sorted(counts, reverse=True)
    section.sort("name")
    labels = [one.label.casefold() for one in section.list.model_of_values.values]
    assert labels == sorted(labels)
    assert pilot.window.settings.section_sort("kind", "listed") == "name"
    section.sort("listed")
    assert [one.slug for one in section.list.model_of_values.values] == listed
    menu.deleteLater()


def test_the_menu_of_a_value_takes_it_alone_and_leaves_it_out(pilot: Pilot) -> None:
    shown = _focus(pilot, "kind", "letter")
    shown.menu_asked.emit("letter", shown.mapToGlobal(QPoint(10, 10)))
    menu = _menu()
    assert [action.text() for action in menu.actions()[:2]] == ["Only Letter\tO", "Leave out Letter\t-"]
    menu.actions()[1].trigger()
    menu.close()
    assert _filter(pilot) == EventFilter().excluding("kind", {"letter"})
    shown.menu_asked.emit("letter", shown.mapToGlobal(QPoint(10, 10)))
    menu = _menu()
    assert menu.actions()[1].text() == "Do not leave out Letter\t-"
    menu.actions()[0].trigger()
    menu.close()
    assert _filter(pilot) == EventFilter().choosing("kind", {"letter"})


def test_searching_within_a_facet_does_not_mind_diacritics(pilot: Pilot) -> None:
    section = _section(pilot, "person")
    section._search.setText("ÉRDOĞAN")  # pyright: ignore[reportPrivateUsage]
    assert [one.slug for one in section.list.model_of_values.values] == ["Recep Tayyip Erdoğan"]


def test_the_panel_is_hidden_and_shown_and_one_facet_cleared(pilot: Pilot) -> None:
    window = pilot.window
    pilot.key("Ctrl+B")
    assert not window.facets.isVisible()
    assert not window.settings.shows_facets
    pilot.key("Ctrl+Shift+B")
    assert window.facets.isVisible()
    assert window.facets.focused_section() is window.facets.dates
    window.store.edit(filter=EventFilter().choosing("kind", {"call"}).choosing("person", {"Xi Jinping"}))
    _focus(pilot, "kind", "call")
    pilot.key("Ctrl+Shift+Backspace")
    assert _filter(pilot) == EventFilter().choosing("person", {"Xi Jinping"})
    window.store.edit(filter=_filter(pilot).choosing("kind", {"call"}))
    pilot.timeline.setFocus()
    pilot.key("Ctrl+Shift+Backspace")
    menu = _menu()
    assert [action.text() for action in menu.actions()] == ["Clear: calls", "Clear: with Xi Jinping"]
    menu.actions()[1].trigger()
    menu.close()
    assert _filter(pilot) == EventFilter().choosing("kind", {"call"})


def test_without_an_article_its_sections_are_not_there(
    make_window: "Callable[..., MainWindow]", tmp_path: Path
) -> None:
    path = build_database(tmp_path / "plain.db", [Given("a"), Given("b")])
    panel = make_window(path).facets
    assert panel.section("basis").isHidden()
    assert panel.section("claim").isHidden()
    assert panel.section("mine").isHidden()
    assert not panel.section("relationship").isHidden()


def test_thousands_of_people_are_one_list_that_makes_rows_as_they_are_seen(
    make_window: "Callable[..., MainWindow]", tmp_path: Path
) -> None:
    people = [(f"Person {number:04}", "", "") for number in range(3000)]
    events = [Given(f"e{number}", people=people[number * 30 : number * 30 + 30]) for number in range(100)]
    window = make_window(build_database(tmp_path / "people.db", events))
    section = window.facets.section("person")
    assert isinstance(section, FacetSection)
    assert section.list.model_of_values.rowCount() == 8
    section._more.click()  # pyright: ignore[reportPrivateUsage]
    assert section.list.model_of_values.rowCount() == 3000 > TALLEST
    assert section.list.height() < 20 * ROW_HEIGHT
    window.grab()


def test_a_row_that_looks_as_before_is_copied_and_any_other_painted(pilot: Pilot) -> None:
    kinds = pilot.window.facets.lists()["kind"]

    def seen() -> list[str]:
        picture = kinds.viewport().grab().toImage()
        boxes = [kinds.visualRect(kinds.model().index(row, 0)) for row in range(kinds.model().rowCount())]
        # The pictures must outlive what is read from them.
        rows = [picture.copy(box) for box in boxes]
        return [sha256(row.constBits()).hexdigest() for row in rows]

    first = seen()
    assert seen() == first
    kinds.toggled.emit(kinds.model_of_values.value(1).slug)
    pilot.settle()
    assert seen()[1] != first[1]
    kinds.toggled.emit(kinds.model_of_values.value(1).slug)
    pilot.settle()
    assert seen() == first
    pilot.window.facets.set_theme(DARK)
    assert not set(seen()) & set(first)
