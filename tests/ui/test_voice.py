"""What is told aloud: every change of state, selection and count that a key makes, in one place, in words."""

import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from explorer.ui import announcing, voice
from explorer.ui.filtering import facet_list, section
from explorer.ui.filtering.facet_section import FacetSection
from explorer.ui.main_window import MainWindow
from explorer.ui.searching import suggestions
from tests.patience import PATIENCE
from tests.ui.pilot import Pilot
from tests.ui.reader import tree

Make = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    """Have Qt believe that a screen reader runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


class Ear:
    """Keeps what the window's voice says."""

    def __init__(self, pilot: Pilot) -> None:
        self._pilot = pilot
        self.heard: list[str] = []
        pilot.window.voice.told.connect(self.heard.append)

    def hears(self, *words: str) -> None:
        """Wait until a sentence with all these words is said; what came before it is forgotten."""

        def is_said() -> bool:
            return any(all(word in said for word in words) for said in self.heard)

        try:
            self._pilot.qtbot.waitUntil(is_said, timeout=PATIENCE)
        except Exception as error:
            raise AssertionError(f"waited for {words}, heard {self.heard}") from error
        self.heard.clear()


def _id_of(pilot: Pilot, title: str) -> int:
    return next(one.id for one in pilot.window.collection.titles.values() if one.title == title)


@pytest.fixture
def ear(pilot: Pilot) -> Ear:
    pilot.timeline.setFocus()
    return Ear(pilot)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (("Esc",), ("Nothing selected",)),
        (("C",), ("first of two events to compare", "Helsinki summit")),
        (("C", "Right", "Esc"), ("Nothing is compared any more",)),
        (("+",), (" – ", "events in view")),
        (("PgDown",), (" – ", "events in view")),
        (("0",), ("1940", "110 events in view")),
        (("G",), ("Gaps are collapsed",)),
        (("G", "G"), ("Gaps have their full length",)),
        (("D",), ("dimmed",)),
        (("M",), ("What the article says is hidden",)),
        (("M", "M"), ("What the article says is shown",)),
        (("K",), ("legend",)),
        (("T",), ("Table of events",)),
        (("T", "T"), ("Timeline",)),
        (("T", "Shift+S"), ("Sorted: Date, from last to first",)),
        (("Shift+S",), ("table",)),
        (("Esc", "S"), ("No event is selected",)),
        (("Esc", "C"), ("No event is selected",)),
        (("Shift+C",), ("No two events are compared",)),
        (("Alt+Left",), ("This is the first view",)),
        (("Ctrl+Z",), ("nothing to undo",)),
        (("Ctrl+2",), ("The article",)),
        (("Ctrl+2", "Ctrl+1"), ("Event",)),
    ],
    ids=" ".join,
)
def test_a_key_that_changes_something_says_what(
    pilot: Pilot, ear: Ear, keys: tuple[str, ...], words: tuple[str, ...]
) -> None:
    for key in keys:
        ear.heard.clear()
        pilot.key(key)
        pilot.settle()
    ear.hears(*words)


def test_a_star_is_told_as_it_comes_and_goes_and_is_undone(pilot: Pilot, ear: Ear) -> None:
    words = ("The star is taken away", "Starred")
    assert pilot.selected is not None
    was_starred = pilot.window.collection.notebook.note_of(pilot.selected).is_starred
    for key, is_starred in (("S", not was_starred), ("S", was_starred), ("Ctrl+Z", not was_starred)):
        pilot.key(key)
        ear.hears(words[is_starred])


def test_the_number_of_matches_is_told_while_one_types(pilot: Pilot, ear: Ear) -> None:
    pilot.key("Ctrl+F")
    pilot.type("kim")
    ear.hears(" of 110 events")
    pilot.type(" zzqx")
    ear.hears("0 of 110 events")


def test_a_selection_made_elsewhere_is_told(pilot: Pilot, ear: Ear) -> None:
    pilot.window.toolbar.search.setFocus()
    pilot.window.commands.moves.select_id(_id_of(pilot, "Singapore summit"))
    ear.hears("Selected: Singapore summit, 12 June 2018")


def test_lanes_say_how_they_are_grouped_hidden_folded_and_ordered(pilot: Pilot, ear: Ear) -> None:
    store = pilot.window.store
    lanes = pilot.timeline.lanes
    assert lanes is not None
    slugs, labels = lanes.arrangement.slugs, lanes.arrangement.labels
    for change, words in (
        ({"hidden": frozenset({slugs[0]})}, f"Hidden: {labels[0]}"),
        ({"hidden": frozenset[str]()}, f"Shown again: {labels[0]}"),
        ({"folded": frozenset(slugs[:3])}, "Folded: 3 lanes"),
        ({"expanded": frozenset({slugs[1]}), "folded": frozenset[str]()}, f"Expanded: {labels[1]}"),
        ({"lane_order": (slugs[2], slugs[0])}, f"{labels[2]}, {labels[0]}"),
        ({"lane_order": ()}, "usual order"),
        ({"lanes": "person"}, "Lanes by Person"),
    ):
        store.edit(**change)
        ear.hears(words)


def test_what_is_said_together_comes_in_one_breath_and_once(pilot: Pilot, ear: Ear) -> None:
    voice = pilot.window.voice
    for words in ("One", "Two", "One"):
        voice.tell(words)
    ear.hears("One. Two")
    assert voice.said[-1] == "One. Two"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt announces")
def test_what_is_said_is_a_notification_that_comes_up(pilot: Pilot, ear: Ear) -> None:
    pilot.window.voice.tell("Hear, hear")
    ear.hears("Hear, hear")
    shown = [part for part in tree(pilot.window) if part.role == "Notification"]
    assert [part.name for part in shown] == ["Hear, hear"]
    pilot.window.voice.tell("Hear again")
    ear.hears("Hear again")
    shown = [part for part in tree(pilot.window) if part.role == "Notification"]
    assert [part.name for part in shown] == ["Hear again"]


def test_cards_hints_and_bars_are_notifications(pilot: Pilot, ear: Ear) -> None:
    pilot.window.commands.filters.search("zzqx")
    pilot.until(lambda: pilot.matching == 0)
    pilot.until(pilot.window.cards.notice.isVisible)
    pilot.window.tell("A word over the timeline")
    names = [part.name for part in tree(pilot.window) if part.role == "Notification"]
    assert any("A word over the timeline" in name for name in names)
    assert len(names) > 1, names


def test_nothing_is_said_where_nobody_listens(pilot: Pilot, ear: Ear) -> None:
    QAccessible.setActive(False)
    pilot.key("Esc")
    pilot.settle()
    QApplication.processEvents()
    assert not ear.heard
    assert not pilot.window.voice.said


def _section(pilot: Pilot, name: str) -> section.Section:
    return next(one for one in pilot.window.facets.sections if one.name == name)


class Bus:
    """Keeps the events that Qt hands to the bus of readers: what kind, of which object, with which states."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.events: list[tuple[str, str]] = []
        for module in (facet_list, section, suggestions, voice, announcing):
            monkeypatch.setattr(module, "QAccessible", _Tapped(self))


class _Tapped:
    """Qt's own, but that events are written down on their way."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus

    def __getattr__(self, name: str) -> object:
        return getattr(QAccessible, name)

    def updateAccessibility(self, event: QAccessibleEvent) -> None:
        told = event.accessibleInterface()
        self._bus.events.append((event.type().name, told.text(QAccessible.Text.Name)))
        QAccessible.updateAccessibility(event)


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Bus:
    return Bus(monkeypatch)


def test_a_facet_that_is_turned_says_so(pilot: Pilot, bus: Bus, ear: Ear) -> None:
    shown = _section(pilot, "person")
    assert isinstance(shown, FacetSection)
    shown.list.setFocus(Qt.FocusReason.TabFocusReason)
    name = shown.list.model_of_values.value(0).label
    for is_checked in (True, False):
        bus.events.clear()
        pilot.key("Space")
        pilot.settle()
        assert [kind for kind, said in bus.events if said.startswith(name)] == ["StateChanged"]
        cell = QAccessible.queryAccessibleInterface(shown.list).child(0)
        assert bool(getattr(cell.state(), "checked")) == is_checked  # noqa: B009 - the stubs lack the fields
    for words in (f"not {name}, ", f"{name}, "):
        ear.heard.clear()
        pilot.key("-")
        ear.hears(words, "events")


def test_a_section_is_open_by_its_state_not_by_its_name(pilot: Pilot, bus: Bus) -> None:
    heading = _section(pilot, "kind").heading
    heading.setFocus()
    access = QAccessible.queryAccessibleInterface(heading)
    for is_open in (False, True):
        bus.events.clear()
        pilot.key("Return")
        assert bus.events == [("StateChanged", "Kind")]
        assert access.text(QAccessible.Text.Name) == "Kind"
        assert bool(getattr(access.state(), "expandable"))  # noqa: B009
        assert bool(getattr(access.state(), "expanded")) == is_open  # noqa: B009
    access.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert not getattr(access.state(), "expanded")  # noqa: B009


def test_a_suggestion_is_said_as_the_arrows_come_to_it(pilot: Pilot, bus: Bus) -> None:
    pilot.key("Ctrl+F")
    pilot.type("kim")
    search = pilot.window.toolbar.search
    pilot.until(lambda: len(search.suggestions.rows) > 1)
    pilot.settle()
    for at in range(2):
        bus.events.clear()
        pilot.key("Down")
        assert [kind for kind, _ in bus.events] == ["Focus"]
        assert bus.events[0][1].startswith(search.suggestions.rows[at].label)
    for _ in range(2):
        bus.events.clear()
        pilot.key("Up")
    assert bus.events == [("Focus", "Search")]


def test_one_object_at_a_time_claims_the_focus(pilot: Pilot) -> None:
    pilot.timeline.setFocus()
    pilot.settle()
    for region in range(12):
        claimants = [part for part in tree(pilot.window) if part.is_focused]
        # A list that has the keyboard and its current row are one.
        told = [part for part in claimants if part.role not in ("List", "PageTabList")]
        assert len(told) == 1, f"after F6 × {region}: {claimants}"
        pilot.key("F6")
        QApplication.processEvents()


def test_f6_comes_to_the_selected_event(pilot: Pilot, bus: Bus) -> None:
    pilot.window.toolbar.search.setFocus()
    for _ in range(8):
        bus.events.clear()
        pilot.key("F6")
        QApplication.processEvents()
        if pilot.timeline.hasFocus():
            break
    assert ("Focus", "Helsinki summit, 16 July 2018, Summit") in bus.events


def test_the_tab_that_is_shown_is_said_as_the_keyboard_comes_to_the_tabs(pilot: Pilot, bus: Bus) -> None:
    tabs = pilot.window.reader.side.tabs
    tabs.setFocus()
    pilot.until(lambda: ("Focus", "Event") in bus.events)
    pilot.key("Right")
    access = QAccessible.queryAccessibleInterface(tabs)
    states = [access.child(at).state() for at in range(access.childCount())]
    assert [bool(getattr(state, "focused")) for state in states] == [False, True]  # noqa: B009
    access.child(0).actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert tabs.currentIndex() == 0


def test_choices_of_which_one_holds_are_radio_buttons(pilot: Pilot) -> None:
    from explorer.ui.exporting.dialog import ExportDialog

    pilot.key("Ctrl+E")
    pilot.until(lambda: any(isinstance(one, ExportDialog) for one in QApplication.topLevelWidgets()))
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ExportDialog))
    grouped = [made for made in dialog.findChildren(QAbstractButton) if made.group()]
    assert len(grouped) > 8
    for made in grouped:
        access = QAccessible.queryAccessibleInterface(made)
        assert access.role() == QAccessible.Role.RadioButton, made.accessibleName()
    dialog.reject()
    dates = _section(pilot, "dates")
    dates.open()
    for made in dates.findChildren(QAbstractButton):
        if made.group():
            access = QAccessible.queryAccessibleInterface(made)
            assert access.role() == QAccessible.Role.RadioButton, made.text()


@pytest.mark.parametrize(("key", "name"), [("L", "Lanes"), ("V", "Saved views")])
def test_a_menu_has_a_name_and_begins_with_an_entry(pilot: Pilot, key: str, name: str) -> None:
    pilot.key(key)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert QAccessible.queryAccessibleInterface(menu).text(QAccessible.Text.Name) == name
    assert menu.activeAction() is not None
    menu.close()
