"""The panel of one event: its parts apart, what it asks for, the layer of commentary, two events compared."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget
from pytestqt.qtbot import QtBot

from explorer.app import bundled
from explorer.domain.filter import EventFilter
from explorer.domain.view_request import ViewRequest
from explorer.ui import lane_menu
from explorer.ui.main_window import MainWindow
from tests.builders import Given, build_database
from tests.ui.pilot import CTRL, Pilot

Make = Callable[..., MainWindow]


def _said(widget: QWidget) -> list[str]:
    """What the labels of a widget say, in their order."""
    return [
        label.accessibleName() or label.text() for label in widget.findChildren(QLabel) if label.isVisible()
    ]


def _body(pilot: Pilot) -> list[str]:
    pilot.settle()
    return _said(pilot.window.detail)


def _cards(pilot: Pilot, name: str) -> list[QFrame]:
    return [card for card in pilot.window.detail.findChildren(QFrame, name) if card.isVisible()]


def _open(pilot: Pilot, slug: str) -> None:
    pilot.window.commands.moves.select_id(pilot.event_id(slug))
    pilot.settle()


def test_the_record_comes_first_then_the_article_then_on_the_record(pilot: Pilot) -> None:
    said = _body(pilot)
    order = [
        said.index(next(one for one in said if one.startswith(words)))
        for words in (
            "The record", "Event: Helsinki", "Monday 16 July 2018", "Known to the day", "After talking",
            "Sources",
            "What the article says", "Helsinki is", "Claims it serves", "On the record", "Before and after",
        )
    ]  # fmt: skip
    assert order == sorted(order)
    (article,) = _cards(pilot, "noteCard")
    (record,) = _cards(pilot, "recordCard")
    assert not any("16 July" in one or one.startswith("After talking") for one in _said(article))
    assert not any("Helsinki is the article" in one for one in _said(record))


def test_an_event_that_the_article_does_not_discuss_says_so(pilot: Pilot) -> None:
    index = pilot.window.collection.index
    assert index is not None
    basis = index.facets["basis"]
    for row in range(len(index)):
        slug = basis.slugs[int(basis.codes[row])]
        pilot.window.store.edit(selection=int(index.ids[row]))
        said = _body(pilot)
        assert ("The article does not discuss this event." in said) == (slug == "context")
        assert ("What the article alludes to" in said) == (slug == "alluded")


def test_paragraphs_and_claims_ask_for_what_they_name(pilot: Pilot) -> None:
    asked: list[object] = []
    pilot.window.detail.passage_asked.connect(asked.append)
    pilot.window.detail.claim_chosen.connect(asked.append)
    pilot.push(pilot.button("Show paragraph 16 in the article"))
    assert pilot.window.reader.side.shows_article
    pilot.key("Ctrl+1")
    (name,) = [
        button.accessibleName()
        for button in pilot.window.detail.findChildren(QWidget)
        if button.accessibleName().startswith("Claim 7")
    ]
    assert name.endswith("Evidence")
    pilot.push(pilot.button(name))
    assert asked[0] == 16
    reading = pilot.window.collection.reading
    assert reading is not None
    assert asked[1] == next(claim.slug for claim in reading.event.claims if claim.position == 7)
    assert pilot.window.store.state.claim == asked[1]


def test_m_switches_off_what_the_article_says_and_on_again(pilot: Pilot) -> None:
    before = _body(pilot)
    pilot.key("M")
    said = _body(pilot)
    assert not _cards(pilot, "noteCard") + _cards(pilot, "recordCard")
    assert {"The record", "Sources"} <= set(said)
    assert not any("article" in one.lower() or "¶" in one or "Claim" in one for one in said)
    assert not pilot.window.actions_by_name["commentary"].isChecked()
    pilot.key("Ctrl+C")
    assert "Discussed in" not in QGuiApplication.clipboard().text()
    pilot.key("M")
    assert _body(pilot) == before
    pilot.key("Ctrl+C")
    assert "Discussed in" in QGuiApplication.clipboard().text()


def test_without_commentary_nothing_filters_by_what_the_article_says(pilot: Pilot) -> None:
    window = pilot.window
    wanted = EventFilter(min_importance=2).choosing("kind", {"summit"})
    window.store.edit(filter=wanted.choosing("basis", {"named"}).excluding("claim", {"leverage"}))
    pilot.settle()
    assert window.facets.section("basis").isVisibleTo(window)
    pilot.key("M")
    pilot.settle()
    assert window.store.state.filter == wanted
    assert not window.facets.section("basis").isVisibleTo(window)
    assert not window.facets.section("claim").isVisibleTo(window)
    pilot.key("M")
    pilot.settle()
    assert window.facets.section("basis").isVisibleTo(window)
    # All of it is back, and what was changed meanwhile stays changed.
    assert window.store.state.filter == wanted.choosing("basis", {"named"}).excluding("claim", {"leverage"})


def test_what_goes_by_the_article_comes_back_with_it(pilot: Pilot) -> None:
    store = pilot.window.store
    both = EventFilter().choosing("claim", {"leverage", "no-return"}).requiring_all("claim")
    store.edit(filter=both, claim="no-return", lanes="claim", folded=frozenset({"leverage"}))
    before = store.state
    pilot.key("M")
    pilot.settle()
    assert store.state.filter.is_empty
    assert pilot.matching == 110
    assert (store.state.claim, store.state.lanes) == ("", "relationship")
    store.edit(filter=store.state.filter.choosing("kind", {"summit"}))
    pilot.key("M")
    pilot.settle()
    assert store.state.filter == both.choosing("kind", {"summit"})
    assert replace(store.state, filter=both) == before
    # Lanes that were grouped anew meanwhile stay so.
    pilot.key("M")
    lane_menu.regroup(store, "kind")
    pilot.key("M")
    assert store.state.lanes == "kind"


def test_what_was_put_aside_does_not_come_back_in_another_view(pilot: Pilot, tmp_path: Path) -> None:
    store = pilot.window.store
    store.edit(filter=EventFilter().choosing("basis", {"named"}))
    pilot.window.history.remember()
    pilot.key("M")
    pilot.settle()
    pilot.window.history.remember()
    pilot.key("Alt+Left")
    pilot.settle()
    assert store.state.filter.chosen_in("basis") == {"named"}
    store.edit(filter=EventFilter())
    store.edit(commentary=False)
    pilot.key("M")
    assert store.state.filter.is_empty
    store.edit(filter=EventFilter().choosing("basis", {"named"}))
    pilot.key("M")
    with pilot.qtbot.waitSignal(pilot.window.collection.matched):
        pilot.window.open(build_database(tmp_path / "other.db", [Given("one", basis="context")]))
    pilot.key("M")
    assert store.state.filter.is_empty


def test_another_database_opens_without_what_was_switched_off(pilot: Pilot, tmp_path: Path) -> None:
    window, path = pilot.window, build_database(tmp_path / "other.db", [Given("one", commentary="Said")])
    pilot.key("M")
    for request, shows in ((None, False), (ViewRequest(), True), (None, True)):
        with pilot.qtbot.waitSignal(window.collection.matched):
            window.open(path, request)
        assert window.store.state.commentary == shows
        assert window.actions_by_name["commentary"].isChecked() == shows


def test_a_view_without_commentary_opens_without_it(make_window: Make, qtbot: QtBot) -> None:
    pilot = Pilot(make_window(request=ViewRequest(commentary=False)), qtbot)
    assert not _cards(pilot, "noteCard")


EVENTS = (
    Given("letter", "The letter", "2018-06-19", label="Letter"),
    Given("between", "In between", "2018-07-01"),
    Given("meeting", "The meeting", "2018-07-16", label="Meeting"),
    Given("month", "A month", "2018-08", label="Some day"),
    Given("elsewhere", "Elsewhere", "2018-07-03", relationship="Cid–Dan"),
)


@pytest.fixture
def few(make_window: Make, qtbot: QtBot, tmp_path: Path) -> Pilot:
    """A window on EVENTS, the meeting selected."""
    path = build_database(tmp_path / "few.db", EVENTS, {"first_event": "meeting"})
    return Pilot(make_window(path), qtbot)


def _at(pilot: Pilot, slug: str) -> None:
    index = pilot.window.collection.index
    assert index is not None
    row = index.row_of(pilot.event_id(slug))
    (mark,) = [mark for mark in pilot.marks() if mark.row == row]
    pilot.click(pilot.at(mark), CTRL)
    pilot.settle()


def test_an_event_that_a_filter_leaves_out_stays_and_says_so(pilot: Pilot) -> None:
    words = "The filter leaves this event out."
    _open(pilot, "helsinki-summit-2018")
    assert words not in _said(pilot.window.detail)
    pilot.window.commands.filters.show_only("kind", "letter")
    pilot.settle()
    assert words in _said(pilot.window.detail)
    assert "Event: Helsinki summit" in _said(pilot.window.detail)
    pilot.window.commands.filters.clear()
    pilot.settle()
    assert words not in _said(pilot.window.detail)


def test_ctrl_click_compares_the_selection_with_another_event(few: Pilot) -> None:
    _at(few, "letter")
    assert few.selected == few.event_id("meeting")
    assert few.window.store.state.compared == few.event_id("letter")
    said = _body(few)
    assert "27 days after “Letter”" in said
    assert "1 event between them in ANN–BOB" in said
    few.push(few.button("In between"))
    few.settle()
    assert few.selected == few.event_id("between")
    assert "12 days after “Letter”" in _body(few)
    _at(few, "letter")
    assert few.window.store.state.compared is None
    assert not _cards(few, "compareCard")


def test_two_events_are_compared_by_the_keyboard_alone(few: Pilot) -> None:
    few.key("C")
    assert any(one.startswith("Choose the event to compare “Meeting” with") for one in _body(few))
    few.key("Right")
    said = _body(few)
    assert "Between 16 and 46 days after “Meeting”" in said
    assert "Nothing lies between them in ANN–BOB." in said
    few.key("Shift+C")
    few.settle()
    assert few.selected == few.event_id("meeting")
    assert "Between 16 and 46 days before “Some day”" in _body(few)
    few.key("Esc")
    assert few.window.store.state.compared is None
    assert few.selected == few.event_id("meeting")


def test_events_of_two_relationships_have_what_lies_between_in_both(few: Pilot) -> None:
    _at(few, "elsewhere")
    assert "Nothing lies between them in ANN–BOB and CID–DAN." in _body(few)
    _open(few, "letter")
    assert "1 event between them in ANN–BOB and CID–DAN" in _body(few)


def test_a_plain_click_ends_a_comparison(few: Pilot) -> None:
    _at(few, "letter")
    few.click(few.empty())
    assert (few.selected, few.window.store.state.compared) == (None, None)


def test_a_second_ring_marks_the_event_compared_with(few: Pilot) -> None:
    index = few.window.collection.index
    assert index is not None
    (mark,) = [mark for mark in few.marks() if mark.row == index.row_of(few.event_id("letter"))]
    at = few.at(mark)
    accent = few.window.theme.colour("accent").rgb()

    def ring() -> int:
        image = few.timeline.viewport().grab().toImage()
        around = [(x, y) for x in range(-13, 14) for y in range(-13, 14)]
        return sum(image.pixelColor(at.x() + x, at.y() + y).rgb() == accent for x, y in around)

    without = ring()
    few.window.store.edit(compared=few.event_id("letter"))
    few.settle()
    assert ring() > without + 8


def test_a_title_of_any_length_or_direction_keeps_the_panel_s_width(
    make_window: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    events = (
        Given("long", "word " * 400, summary="An extraordinarilylongword" * 30, people=[("N" * 300, "", "")]),
        Given("hebrew", "פגישה בין שני נשיאים", "2018-08-01", summary="שלום <b> & goodbye"),
    )
    path = build_database(tmp_path / "odd.db", events, {"first_event": "long"})
    pilot = Pilot(make_window(path, size=(1024, 700)), qtbot)
    panel = pilot.window.detail
    assert panel.width() < 300
    _open(pilot, "hebrew")
    (title,) = [one for one in panel.findChildren(QLabel) if one.accessibleName().startswith("Event: פ")]
    assert title.alignment() & Qt.AlignmentFlag.AlignRight
    (summary,) = [one for one in panel.findChildren(QLabel) if "goodbye" in one.text()]
    assert "&lt;b&gt;" in summary.text()
    assert 'dir="rtl"' in summary.text()
    QApplication.processEvents()
    assert panel.width() < 300


def test_what_a_search_finds_is_marked_in_the_panel(make_window: Make, qtbot: QtBot, tmp_path: Path) -> None:
    pilot = Pilot(make_window(shutil.copy(bundled(), tmp_path)), qtbot)
    pilot.window.detail.editor.text.setPlainText("Ask about 𝔭utin & <Putin>")
    pilot.search("putin")
    _open(pilot, "helsinki-summit-2018")
    panel, hit = pilot.window.detail, pilot.window.theme.hit
    marked = [one.text() for one in panel.findChildren(QLabel) if hit in one.text()]
    assert any(f'<span style="background-color: {hit}">Putin</span>' in one for one in marked)
    chip = pilot.button("Vladimir Putin", panel)
    assert chip.property("found") is True
    assert pilot.button("Donald Trump", panel).property("found") is False
    selections = panel.editor.text.extraSelections()
    assert [selection.cursor.selectedText() for selection in selections] == ["𝔭utin", "Putin"]
    pilot.window.commands.filters.clear()
    pilot.settle()
    assert not any(hit in one.text() for one in panel.findChildren(QLabel))
    assert panel.editor.text.extraSelections() == []


def test_the_timeline_shows_nothing_of_the_article_without_commentary(pilot: Pilot) -> None:
    index = pilot.window.collection.index
    assert index is not None
    basis, looks = index.facets["basis"], pilot.timeline.looks
    row = next(mark.row for mark in pilot.marks() if basis.slugs[int(basis.codes[mark.row])] == "context")
    assert looks.event(row).is_context
    argument = pilot.window.collection.argument
    assert argument is not None
    pilot.key("Ctrl+2")
    pilot.window.store.edit(claim=argument.claims[0].slug, lanes="claim")
    pilot.settle()
    assert pilot.window.reader.side.shows_article
    pilot.timeline.setFocus()
    assert any(looks.event(mark.row).role for mark in pilot.marks())
    pilot.key("M")
    pilot.settle()
    assert pilot.window.store.state.lanes == "relationship"
    assert not pilot.window.reader.side.shows_article
    assert not pilot.window.reader.side.tabs.isTabVisible(1)
    assert not pilot.window.reader.claims.isVisible()
    assert not pilot.window.reader.banner.isVisible()
    pilot.key("Ctrl+2")
    assert not pilot.window.reader.side.shows_article
    assert not looks.event(row).is_context
    assert not any(looks.event(mark.row).role for mark in pilot.marks())
    pilot.key("M")
    pilot.settle()
    assert pilot.window.reader.side.tabs.isTabVisible(1)
    assert looks.event(row).is_context
