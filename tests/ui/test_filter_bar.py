"""The chips of the filter, its sentence, and what is said where nothing matches."""

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from explorer.domain.filter import EventFilter
from explorer.domain.index import EventIndex
from tests.ui.pilot import Pilot, focused

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from explorer.ui.main_window import MainWindow


def _index(pilot: Pilot) -> EventIndex:
    index = pilot.window.collection.index
    assert index is not None
    return index


def _filter(pilot: Pilot) -> EventFilter:
    return pilot.window.store.state.filter


# Chips and the sentence


def test_chips_are_walked_and_removed_by_key(pilot: Pilot) -> None:
    wanted = EventFilter(min_importance=2).choosing("kind", {"call"}).choosing("person", {"Xi Jinping"})
    pilot.window.store.edit(filter=wanted)
    pilot.settle()
    first = pilot.button("Remove filter: calls")
    first.setFocus(Qt.FocusReason.TabFocusReason)
    pilot.key("Right")
    now = focused()
    assert now is not None
    assert now.accessibleName() == "Remove filter: with Xi Jinping"
    pilot.key("Delete")
    pilot.settle()
    assert _filter(pilot) == EventFilter(min_importance=2).choosing("kind", {"call"})
    now = focused()
    assert now is not None
    assert now.accessibleName() == "Remove filter: importance 2 or more"
    pilot.key("Backspace")
    pilot.key("Space")
    pilot.settle()
    assert _filter(pilot).is_empty
    assert focused() is not None


def test_what_finds_no_room_on_two_lines_stands_behind_a_number(
    make_window: "Callable[..., MainWindow]", qtbot: "QtBot"
) -> None:
    window = make_window(size=(800, 600))
    wanted = EventFilter(search="the", after="1900", before="2020", min_importance=1, max_importance=4)
    for facet in ("relationship", "kind", "person", "place", "source"):
        values = window.collection.index.facets[facet].slugs  # type: ignore[union-attr]
        wanted = wanted.excluding(facet, values[:1]).choosing(facet, values[1:3])
    window.store.edit(filter=wanted)
    bar = window.filter_bar
    qtbot.waitUntil(bar.isVisible)
    QApplication.processEvents()
    chips = bar._chips  # pyright: ignore[reportPrivateUsage]
    hidden = [chip for chip in chips if chip.isHidden()]
    assert 0 < len(hidden) < len(chips)
    more = bar._more  # pyright: ignore[reportPrivateUsage]
    assert more.text() == f"+{len(hidden)}"
    assert hidden[0].words in more.toolTip()
    shown = [part for part in (*chips, *bar._links) if not part.isHidden()]  # pyright: ignore[reportPrivateUsage]
    assert len({part.y() for part in shown}) == 2
    more.click()
    assert not any(chip.isHidden() for chip in chips)
    more.click()
    assert sum(chip.isHidden() for chip in chips) == len(hidden)


def test_the_filter_is_a_sentence_with_its_count(pilot: Pilot) -> None:
    wanted = (
        EventFilter(search="coronavirus").choosing("kind", {"letter"}).choosing("relationship", {"Trump–Kim"})
    )
    pilot.window.store.edit(filter=wanted)
    pilot.settle()
    sentence = f"letters, Trump–Kim, naming “coronavirus”: {pilot.matching} of 110"
    assert pilot.window.filter_bar.sentence == sentence
    assert pilot.window.status.counts.toolTip() == sentence
    assert "letters, Trump–Kim" in pilot.window.status.counts.text()
    QGuiApplication.clipboard().clear()
    pilot.push(pilot.button("Copy filter as sentence"))
    assert QGuiApplication.clipboard().text() == sentence
    assert sentence in pilot.window.status.counts.text()


# No match


def test_no_match_says_what_each_filter_keeps_away(pilot: Pilot) -> None:
    wanted = (
        EventFilter(min_importance=2)
        .choosing("kind", {"sanction/tariff"})
        .choosing("person", {"Kim Jong Un"})
    )
    index = _index(pilot)
    pilot.window.store.edit(filter=wanted)
    pilot.settle()
    assert pilot.matching == 0
    notice = pilot.window.cards.notice
    words = [made.text() for made in notice.findChildren(QPushButton)]
    for _, said, without in wanted.clauses(index.label_of):
        left = int(index.mask(without).sum())
        offered = f"Without ‘{said}’: {left} event{'s' * (left != 1)}"
        assert (offered in words) == (left > 0), (offered, words)
    without_kind = wanted.choosing("kind", ())
    left = int(index.mask(without_kind).sum())
    pilot.push(pilot.button(f"Without ‘sanctions or tariffs’: {left} events", notice))
    pilot.settle()
    assert _filter(pilot) == without_kind
    assert not notice.isVisible()


def test_where_no_single_filter_is_to_blame_the_card_says_so(pilot: Pilot) -> None:
    pilot.window.store.edit(filter=EventFilter(search="zyzzyva", after="1700", before="1701"))
    pilot.settle()
    labels = pilot.window.cards.notice.accessibleName()
    assert "No single filter is to blame" in labels
    assert pilot.button("Without ‘naming “zyzzyva”’: 0 events", pilot.window.cards.notice).isVisible()


def test_the_bar_comes_and_goes_with_the_answer_so_that_the_timeline_is_painted_once(pilot: Pilot) -> None:
    bar, timeline = pilot.window.filter_bar, pilot.timeline
    heights: list[tuple[int, int]] = []

    def note() -> None:
        match = pilot.window.collection.match
        assert match is not None
        heights.append((timeline.height(), match.total))

    timeline.painted.connect(note)
    for wanted in (EventFilter().choosing("kind", {"letter"}), EventFilter()):
        heights.clear()
        pilot.window.store.edit(filter=wanted)
        assert bar.isVisible() is wanted.is_empty
        pilot.settle()
        assert bar.isVisible() is not wanted.is_empty
        # Never the new height with what was found before, nor the other way round.
        assert len(set(heights)) == 1


def test_the_bar_comes_without_the_answer_when_that_takes_long(pilot: Pilot) -> None:
    collection, bar = pilot.window.collection, pilot.window.filter_bar
    going = Event()
    collection.loader.ask("slow", going.wait, lambda _: None)
    pilot.window.store.edit(filter=EventFilter().choosing("kind", {"letter"}))
    pilot.until(bar.isVisible)
    assert pilot.matching == 110
    going.set()
    pilot.settle()
    assert pilot.matching < 110
