"""The table: the same events, filter and selection as the timeline, sorted by any column, at any size."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from explorer.cli.call import parser_of, view_of
from explorer.domain.view_request import SORTABLE, ViewRequest
from explorer.ui.main_window import MainWindow
from explorer.ui.table import ordering, view
from explorer.ui.table.model import COLUMNS, IN_WINDOW, UNREAD
from explorer.ui.table.page import TablePage
from explorer.ui.table.view import EventTable
from tests.bench.generate import generate
from tests.builders import Given, build_database
from tests.ui.pilot import Pilot, focused

Make = Callable[..., MainWindow]


@pytest.fixture
def table(pilot: Pilot) -> EventTable:
    """The table of the bundled database, opened by its key."""
    pilot.key("T")
    return _settled(pilot)


def _settled(pilot: Pilot) -> EventTable:
    table = pilot.window.stage.table
    assert table is not None
    pilot.until(lambda: not table.is_busy)
    pilot.settle()
    return table


def _cells(table: EventTable, name: str) -> list[str]:
    model = table.events
    column = model.number_of(name)
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def _ids(pilot: Pilot, table: EventTable) -> list[int]:
    index = pilot.window.collection.index
    assert index is not None
    return index.ids[table.events.order].tolist()


def test_it_lists_exactly_what_matches_in_order_of_time(pilot: Pilot, table: EventTable) -> None:
    index, match = pilot.window.collection.index, pilot.window.collection.match
    assert index is not None
    assert match is not None
    assert table.isVisible()
    assert not pilot.timeline.isVisible()
    assert table.events.rowCount() == match.total == 110
    starts = index.start[table.events.order].tolist()
    assert starts == sorted(starts)
    pilot.search("khashoggi")
    _settled(pilot)
    assert table.events.rowCount() == pilot.matching < 110
    assert all(pilot.window.collection.match.mask[row] for row in table.events.order)  # type: ignore[union-attr]


def test_it_says_what_it_lists_all_that_matches_or_what_is_in_view(pilot: Pilot, table: EventTable) -> None:
    page = table.parentWidget()
    assert isinstance(page, TablePage)
    assert page.words.text() == "All that match: 110 events, in view or not"
    pilot.window.store.edit(sorted_by="-importance")
    _settled(pilot)
    pilot.key("I")
    assert page.only.isChecked()
    seen = pilot.window.in_view.seen
    assert seen is not None
    assert 0 < table.events.rowCount() == seen.inside < 110
    assert page.words.text() == f"Only what is in view: {seen.inside} events of 110 that match"
    assert pilot.selected in _ids(pilot, table)
    before = seen.inside
    pilot.key("+")
    pilot.until(lambda: 0 < table.events.rowCount() < before)
    pilot.key("0")
    pilot.until(lambda: table.events.rowCount() == 110)
    assert page.words.text() == "Only what is in view: 110 events, all that match"
    pilot.push(page.only)
    assert not page.only.isChecked()
    assert page.words.text() == "All that match: 110 events, in view or not"
    assert table.hasFocus()


def test_a_large_table_lists_what_is_in_view_too(
    pilot: Pilot, table: EventTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "COUNTED_AT_ONCE", 10)
    pilot.key("I")
    seen = pilot.window.in_view.seen
    assert seen is not None
    pilot.until(lambda: table.events.rowCount() == seen.inside)
    pilot.search("hanoi")
    _settled(pilot)
    pilot.until(lambda: 0 < table.events.rowCount() <= pilot.matching < 110)


def test_the_selection_is_one_both_ways(pilot: Pilot, table: EventTable) -> None:
    assert table.currentIndex().isValid()
    assert _ids(pilot, table)[table.currentIndex().row()] == pilot.selected
    assert table.visualRect(table.currentIndex()).intersects(table.viewport().rect())
    before = table.currentIndex().row()
    pilot.key("Down")
    assert table.currentIndex().row() == before + 1
    assert pilot.selected == _ids(pilot, table)[before + 1]
    pilot.key("End")
    assert pilot.selected == _ids(pilot, table)[-1]
    pilot.key("Home")
    assert pilot.selected == _ids(pilot, table)[0]
    other = _ids(pilot, table)[77]
    pilot.window.commands.moves.select_id(other)
    assert table.currentIndex().row() == 77
    assert table.visualRect(table.currentIndex()).intersects(table.viewport().rect())
    pilot.key("Esc")
    assert pilot.selected is None
    assert not table.selectionModel().hasSelection()


def test_a_click_selects_and_the_panel_reads(pilot: Pilot, table: EventTable) -> None:
    first = table.rowAt(3)
    at = table.visualRect(table.events.index(first + 2, 1)).center()
    pilot.click(at, widget=table.viewport())
    pilot.settle()
    chosen = _ids(pilot, table)[first + 2]
    assert pilot.selected == chosen
    assert pilot.window.collection.reading is not None
    assert pilot.window.collection.reading.event.id == chosen
    pilot.key("Ctrl+C")
    title = pilot.window.collection.reading.event.title
    pilot.until(lambda: title in QGuiApplication.clipboard().text())


@pytest.mark.parametrize("name", SORTABLE)
def test_a_click_on_a_heading_sorts_and_another_reverses(pilot: Pilot, table: EventTable, name: str) -> None:
    pilot.until(lambda: not pilot.window.collection.is_busy)
    if name == "date":
        pilot.window.store.edit(sorted_by="title")
        _settled(pilot)
    header = table.horizontalHeader()
    column = table.events.number_of(name)
    table.scrollTo(table.events.index(0, column))
    at = QPoint(header.sectionViewportPosition(column) + 12, header.height() // 2)
    pilot.click(at, widget=header.viewport())
    _settled(pilot)
    assert pilot.window.store.state.sorted_by.removeprefix("-") == name
    first = _ids(pilot, table)
    pilot.click(at, widget=header.viewport())
    _settled(pilot)
    assert pilot.window.store.state.sorted_by.removeprefix("-") == name
    assert _ids(pilot, table) != first
    assert sorted(_ids(pilot, table)) == sorted(first)
    assert header.sortIndicatorSection() == column


def test_titles_are_sorted_whatever_their_case(make_window: Make, qtbot: QtBot, tmp_path: Path) -> None:
    titles = ["beta", "Alpha", "Gamma", "alpha two", "Beta"]
    path = build_database(
        tmp_path / "t.db", [Given(f"e{n}", title=title, start=f"200{n}") for n, title in enumerate(titles)]
    )
    pilot = Pilot(make_window(path, request=ViewRequest(is_table=True, sorted_by="title")), qtbot)
    assert _cells(_settled(pilot), "title") == ["Alpha", "alpha two", "beta", "Beta", "Gamma"]


def test_the_keyboard_sorts_by_its_column(pilot: Pilot, table: EventTable) -> None:
    for _ in range(table.events.number_of("kind")):
        pilot.key("Right")
    pilot.key("Shift+S")
    _settled(pilot)
    assert pilot.window.store.state.sorted_by == "kind"
    kinds = _cells(table, "kind")
    assert kinds == sorted(kinds, key=str.casefold)
    pilot.key("Shift+S")
    _settled(pilot)
    assert _cells(table, "kind") == kinds[::-1]


def test_cells_say_what_the_event_is(pilot: Pilot, table: EventTable) -> None:
    row = _ids(pilot, table).index(pilot.selected or 0)
    said = {
        column.name: str(table.events.index(row, number).data())
        for number, column in enumerate(table.events.columns)
    }
    reading = pilot.window.collection.reading
    assert reading is not None
    event = reading.event
    assert said["title"] == event.title
    assert said["date"] == "16 July 2018"
    assert (said["relationship"], said["kind"]) == (event.relationship_label, event.kind_label)
    assert event.place is not None
    assert said["place"] == event.place.name
    assert set(said["person"].split(", ")) == {one.name for one in event.participants}
    assert said["importance"] == "●" * event.importance + "○" * (5 - event.importance)
    number = table.events.number_of("importance")
    spoken = table.events.index(row, number).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"importance {said['importance'].count('●')} of 5"


def test_the_column_of_the_article_is_there_only_with_one(
    make_window: Make, qtbot: QtBot, tmp_path: Path, pilot: Pilot, table: EventTable
) -> None:
    assert [column.name for column in table.events.columns] == [column.name for column in COLUMNS]
    path = build_database(tmp_path / "plain.db", [Given("a"), Given("b")])
    other = _settled(Pilot(make_window(path, request=ViewRequest(is_table=True)), qtbot))
    assert [column.name for column in other.events.columns] == [c.name for c in COLUMNS if c.name != "basis"]


def test_without_commentary_the_article_has_no_column(pilot: Pilot, table: EventTable) -> None:
    ids = _ids(pilot, table)
    pilot.window.store.edit(commentary=False)
    assert "basis" not in [column.name for column in table.events.columns]
    assert _ids(pilot, table) == ids
    assert ids[table.currentIndex().row()] == pilot.selected
    pilot.window.store.edit(commentary=True)
    assert table.events.columns[-1].name == "basis"


def test_what_lies_in_the_window_is_marked(pilot: Pilot, table: EventTable) -> None:
    index, span = pilot.window.collection.index, pilot.span
    assert index is not None
    for place, row in enumerate(table.events.order.tolist()):
        inside = bool(index.start[row] < span.end and index.end[row] > span.start)
        assert table.events.index(place, 0).data(IN_WINDOW) == inside


def test_enter_shows_the_event_on_the_timeline(pilot: Pilot, table: EventTable) -> None:
    pilot.key("Home")
    pilot.key("Return")
    pilot.settle()
    assert pilot.timeline.isVisible()
    assert pilot.timeline.hasFocus()
    assert not pilot.window.store.state.is_table
    row = pilot.row
    assert row is not None
    assert pilot.timeline.marks.find(row) is not None


def test_the_keyboard_stays_in_the_middle(pilot: Pilot, table: EventTable) -> None:
    assert focused() is table
    pilot.key("T")
    assert focused() is pilot.timeline
    button = pilot.button("Table")
    assert not button.isChecked()
    pilot.push(button)
    assert pilot.window.store.state.is_table
    assert button.isChecked()
    assert not pilot.button("Lanes").isEnabled()


def test_no_match_is_told_over_the_table_too(pilot: Pilot, table: EventTable) -> None:
    pilot.search("zzzzz")
    _settled(pilot)
    assert table.events.rowCount() == 0
    assert pilot.window.cards.notice.isVisible()
    at = pilot.window.cards.notice.mapTo(pilot.window, pilot.window.cards.notice.rect().center())
    over = pilot.window.childAt(at)
    assert over is not None
    assert over is pilot.window.cards.notice or pilot.window.cards.notice.isAncestorOf(over)
    pilot.key("Esc")
    pilot.settle()
    _settled(pilot)
    assert table.events.rowCount() == 110
    assert not pilot.window.cards.notice.isVisible()


def test_back_and_forward_turn_between_both(pilot: Pilot) -> None:
    pilot.window.history.remember()
    pilot.key("T")
    _settled(pilot)
    pilot.key("Alt+Left")
    assert pilot.timeline.isVisible()
    pilot.key("Alt+Right")
    assert _settled(pilot).isVisible()


def test_another_database_fills_it_anew(pilot: Pilot, table: EventTable, tmp_path: Path) -> None:
    path = build_database(tmp_path / "other.db", [Given("a", title="One"), Given("b", title="Two")])
    with pilot.qtbot.waitSignal(pilot.window.collection.opened):
        pilot.window.open(path, ViewRequest(is_table=True))
    _settled(pilot)
    assert sorted(_cells(table, "title")) == ["One", "Two"]


def test_titles_of_a_large_database_are_read_a_page_at_a_time(
    make_window: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.db"
    generate(path, 30_000)
    pilot = Pilot(make_window(path, request=ViewRequest(is_table=True)), qtbot)
    table = _settled(pilot)
    assert table.events.rowCount() == 30_000
    pilot.until(lambda: UNREAD not in _shown(table))
    assert len(pilot.window.collection.titles) < 3_000
    table.setFocus()
    pilot.key("End")
    pilot.until(lambda: UNREAD not in _shown(table))
    last = table.events.index(29_999, 1)
    assert table.visualRect(last).intersects(table.viewport().rect())
    assert len(pilot.window.collection.titles) < 6_000
    monkeypatch.setattr(ordering, "_TOLD", 1_000)
    with pilot.qtbot.waitSignal(pilot.window.stage.progressed):
        pilot.window.store.edit(sorted_by="title")
    _settled(pilot)
    shown = [text.casefold() for text in _shown(table)]
    pilot.until(lambda: UNREAD not in _shown(table))
    assert shown == sorted(shown)


def test_a_long_sort_is_given_up_and_the_rows_stay(
    make_window: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.db"
    generate(path, 30_000)
    pilot = Pilot(make_window(path, request=ViewRequest(is_table=True)), qtbot)
    table = _settled(pilot)
    before = _ids(pilot, table)
    monkeypatch.setattr(ordering, "_TOLD", 1_000)
    pilot.window.store.edit(sorted_by="title")
    assert table.is_busy
    pilot.key("Esc")
    assert not table.is_busy
    pilot.qtbot.wait(300)
    assert _ids(pilot, table) == before
    assert pilot.window.store.state.sorted_by == "date"


def _shown(table: EventTable) -> list[str]:
    model, column = table.events, table.events.number_of("title")
    first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
    rows = range(max(0, first), (last if last >= 0 else model.rowCount() - 1) + 1)
    return [str(model.index(row, column).data()) for row in rows]


def test_a_call_asks_for_the_table() -> None:
    view = view_of(parser_of("").parse_args(["--table", "--sort=-importance"]))
    assert (view.is_table, view.sorted_by) == (True, "-importance")
