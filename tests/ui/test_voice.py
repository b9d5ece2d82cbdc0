"""What is told aloud: every change of state, selection and count that a key makes, in one place, in words."""

import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from explorer.ui.main_window import MainWindow
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
