"""Opening in the window: good files, bad files, two at once, one given up, the window closed meanwhile."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from explorer.app import bundled
from explorer.domain.filter import EventFilter
from explorer.storage import index
from explorer.storage.connection import Connection
from explorer.ui import answers
from explorer.ui.main_window import MainWindow
from tests.bad_files import BAD
from tests.builders import Given, build_database
from tests.patience import SECONDS
from tests.ui.pilot import NONE, Pilot

Make = Callable[..., MainWindow]


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another database of three events."""
    events = [
        Given("one", "First", "1066-10-14", people=[("Harold", "King", "England")]),
        Given("two", "Second", "1067", kind="visit"),
        Given("three", "Third", "1068~", relationship="Ann–Cid"),
    ]
    return build_database(tmp_path / "other.db", events, {"title": "Other events"})


def _words(window: MainWindow) -> str:
    labels = window.cards.notice.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def _open(pilot: Pilot, path: Path) -> None:
    pilot.window.open(path)
    pilot.settle()


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_gets_its_sentence_what_was_open_stays(pilot: Pilot, tmp_path: Path, kind: str) -> None:
    make, sentence = BAD[kind]
    bad = tmp_path / "bad.db"
    make(bad)
    window, state = pilot.window, pilot.window.store.state
    _open(pilot, bad)
    assert window.cards.notice.isVisible()
    assert sentence in _words(window)
    assert window.store.state == state
    assert window.collection.database is not None
    assert window.collection.database.path.name == bundled().name
    assert window.settings.last_database == bundled()
    # It still answers.
    pilot.push(pilot.button("Go back", window.cards.notice))
    assert not window.cards.notice.isVisible()
    pilot.search("Khashoggi")
    assert 0 < pilot.matching < 110


def test_esc_puts_the_card_of_a_failure_away_first(pilot: Pilot, tmp_path: Path) -> None:
    window = pilot.window
    window.store.edit(filter=EventFilter(search="zyzzyva"))
    pilot.settle()
    _open(pilot, tmp_path / "none.db")
    assert "There is no file" in _words(window)
    pilot.key("Esc")
    # Below it, nothing matched, and still nothing does.
    assert "No event matches" in _words(window)
    assert window.store.state.filter.search == "zyzzyva"


def test_what_exactly_went_wrong_is_behind_a_disclosure(pilot: Pilot, tmp_path: Path) -> None:
    make, _ = BAD["damage"]
    bad = tmp_path / "bad.db"
    make(bad)
    _open(pilot, bad)
    details = pilot.window.cards.notice.findChild(QPlainTextEdit)
    if details is None:
        pytest.skip("this failure has no details")
    assert not details.isVisible()
    pilot.push(pilot.button("Details", pilot.window.cards.notice))
    assert details.isVisible()
    assert details.toPlainText()


def test_a_first_database_that_fails_leaves_a_window_that_opens_another(
    make_window: Make, tmp_path: Path, qtbot: QtBot
) -> None:
    window = make_window(tmp_path / "none.db")
    pilot = Pilot(window, qtbot)
    assert "There is no file" in _words(window)
    for key in ("Home", "Right", "0", "F", "+", "PgUp", "Up", ".", "Esc", "Ctrl+C", "Alt+Left"):
        pilot.key(key)
    window.grab()
    _open(pilot, bundled())
    assert not window.cards.notice.isVisible()
    assert pilot.matching == 110


def test_another_database_replaces_everything(pilot: Pilot, other: Path) -> None:
    window = pilot.window
    window.store.edit(filter=EventFilter().choosing("kind", {"summit"}))
    pilot.settle()
    _open(pilot, other)
    assert pilot.matching == 3
    assert window.windowTitle() == "Other events – other.db – Détente"
    assert window.settings.last_database == other
    assert window.store.state.filter == EventFilter()
    assert window.store.state.selection is None
    assert not window.filter_bar.isVisible()
    assert "3 of 3 events" in window.status.counts.text()
    kinds = window.facets.lists()["kind"].model_of_values.values
    assert [value.slug for value in kinds] == ["meeting", "visit"]
    assert sum(lane.drawn for lane in window.timeline.marks) == 3
    window.grab()
    assert not window.history.go(-1)


def test_the_same_id_in_another_database_is_another_event(pilot: Pilot, tmp_path: Path) -> None:
    selected = pilot.selected
    assert selected is not None
    events = [Given(f"e{number}", f"Event {number}", str(1900 + number)) for number in range(1, selected + 1)]
    path = build_database(tmp_path / "many.db", events, {"first_event": f"e{selected}"})
    _open(pilot, path)
    assert pilot.selected == selected
    assert pilot.window.collection.reading is not None
    assert pilot.window.collection.reading.event.slug == f"e{selected}"


def test_what_was_asked_of_one_database_is_not_answered_in_another(pilot: Pilot, other: Path) -> None:
    collection, seen = pilot.window.collection, list[int]()

    def counted(connection: sqlite3.Connection) -> int:
        return int(connection.execute("SELECT count(*) FROM events").fetchone()[0])

    with pilot.qtbot.waitSignal(collection.opened):
        collection.open(other)
        # It waits behind the opening, and its answer would come when the other database is open.
        collection.ask("count of rows", counted, seen.append)
    pilot.settle()
    assert seen == []
    collection.ask("count of rows", counted, seen.append)
    pilot.settle()
    assert seen == [3]


def test_an_empty_database_says_so_and_every_key_is_harmless(pilot: Pilot, tmp_path: Path) -> None:
    empty = build_database(tmp_path / "empty.db")
    _open(pilot, empty)
    window = pilot.window
    assert "This database holds no events" in _words(window)
    assert window.status.range.text() == ""
    assert window.status.counts.text().startswith("0 of 0 events")
    for key in ("Home", "Right", "0", "F", "+", "PgUp", "Up", ".", "Esc", "Ctrl+C"):
        pilot.key(key)
    pilot.search("anything")
    assert "This database holds no events" in _words(window)
    window.grab()
    _open(pilot, bundled())
    assert pilot.matching == 110


def test_a_window_can_begin_with_an_empty_database(make_window: Make, tmp_path: Path) -> None:
    window = make_window(build_database(tmp_path / "empty.db"))
    assert "This database holds no events" in _words(window)
    window.grab()


def test_a_dropped_file_is_opened(pilot: Pilot, other: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    event = QDropEvent(QPointF(700, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, NONE)
    # Qt delivers a drop only at the end of a drag of its own.
    pilot.window.dropEvent(event)
    pilot.settle()
    assert pilot.matching == 3


# While it runs


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Hold every reading of an index until the event is set; it can be cancelled meanwhile."""
    opened = threading.Event()
    load = index.load_index

    def slow(connection: sqlite3.Connection, report: Callable[[int, int], bool]) -> object:
        while not opened.wait(0.005):
            if not report(1, 2):
                raise answers.Cancelled
        return load(connection, report)

    monkeypatch.setattr(index, "load_index", slow)
    yield opened
    opened.set()


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    """Every connection that the window opens."""
    made: list[sqlite3.Connection] = []
    connect = answers.Database.connect

    def counted(database: answers.Database, goes_on: Callable[[], bool] | None = None) -> sqlite3.Connection:
        connection = connect(database, goes_on)
        made.append(connection)
        return connection

    monkeypatch.setattr(answers.Database, "connect", counted)
    return made


def _open_ones(connections: list[sqlite3.Connection]) -> int:
    alive = 0
    for connection in connections:
        try:
            connection.in_transaction  # noqa: B018 - raises nothing, unlike a statement
            connection.execute("SELECT 1")
        except sqlite3.ProgrammingError as error:
            assert "closed" in str(error)  # noqa: PT017 - not another thread's
        else:
            alive += 1
    return alive


def test_esc_gives_up_an_opening_and_what_was_open_stays(
    pilot: Pilot, other: Path, gate: threading.Event, connections: list[sqlite3.Connection]
) -> None:
    window, state = pilot.window, pilot.window.store.state
    window.open(other)
    pilot.until(window.status._cancel.isVisible)  # pyright: ignore[reportPrivateUsage]
    pilot.key("Esc")
    pilot.settle()
    assert window.store.state == state
    assert not window.cards.notice.isVisible()
    assert not window.status._cancel.isVisible()  # pyright: ignore[reportPrivateUsage]
    assert _open_ones(connections) == 0
    assert not gate.is_set()
    pilot.key("Esc")
    assert pilot.selected is None


def test_the_button_gives_up_an_opening_too(pilot: Pilot, other: Path, gate: threading.Event) -> None:
    pilot.window.open(other)
    pilot.until(pilot.window.status._cancel.isVisible)  # pyright: ignore[reportPrivateUsage]
    pilot.push(pilot.button("Cancel"))
    pilot.settle()
    assert pilot.window.collection.database is not None
    assert pilot.window.collection.database.path.name == bundled().name


def test_a_second_opening_gives_the_first_up(
    pilot: Pilot, other: Path, tmp_path: Path, gate: threading.Event, connections: list[sqlite3.Connection]
) -> None:
    last = build_database(tmp_path / "last.db", [Given("a"), Given("b")], {"title": "Last"})
    pilot.window.open(other)
    pilot.until(lambda: len(connections) == 2)
    pilot.window.open(last)
    pilot.until(lambda: len(connections) == 4)
    gate.set()
    pilot.settle()
    assert pilot.matching == 2
    assert pilot.window.windowTitle() == "Last – last.db – Détente"
    assert not pilot.window.cards.notice.isVisible()
    assert _open_ones(connections) == 2


def test_an_answer_that_comes_too_late_is_closed(
    pilot: Pilot, other: Path, tmp_path: Path, connections: list[sqlite3.Connection]
) -> None:
    last = build_database(tmp_path / "last.db", [Given("a"), Given("b")])
    window = pilot.window
    window.open(other)
    # The first has been read to its end, its answer is on the way to this thread.
    reached = threading.Event()
    window.collection.loader.run(reached.set)
    assert reached.wait(SECONDS)
    assert connections
    window.open(last)
    pilot.settle()
    assert pilot.matching == 2
    assert _open_ones(connections) == 2


def test_the_window_can_be_closed_while_it_opens(
    make_window: Make, qtbot: QtBot, gate: threading.Event, connections: list[sqlite3.Connection]
) -> None:
    window = make_window(None)
    pilot = Pilot(window, qtbot)
    window.open(bundled())
    pilot.until(lambda: len(connections) == 2)
    window.close()
    assert not window.collection.loader._thread.is_alive()  # pyright: ignore[reportPrivateUsage]
    # Longer than the card "Opening…" takes to appear.
    pilot.qtbot.wait(300)
    assert _open_ones(connections) == 0


def test_a_slow_first_opening_shows_its_card_and_cancelling_it_a_way_on(
    make_window: Make, qtbot: QtBot, gate: threading.Event
) -> None:
    window = make_window(None)
    pilot = Pilot(window, qtbot)
    window.open(bundled())
    pilot.until(lambda: "Opening diplomacy.db" in _words(window))
    window.grab()
    pilot.key("Esc")
    pilot.until(lambda: "Opening was cancelled" in _words(window))
    gate.set()
    _open(pilot, bundled())
    assert pilot.matching == 110


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_told(pilot: Pilot, other: Path) -> None:
    other.chmod(0)
    _open(pilot, other)
    assert "other.db" in _words(pilot.window)


def test_the_former_database_is_closed_where_its_questions_are_answered(
    make_window: Make, qtbot: QtBot, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[str] = []

    def close(connection: Connection) -> None:
        closed.append(threading.current_thread().name)
        sqlite3.Connection.close(connection)

    monkeypatch.setattr(Connection, "close", close)
    pilot = Pilot(make_window(), qtbot)
    closed.clear()
    _open(pilot, other)
    pilot.settle()
    # One that looked at the file, then the one of the database before.
    assert closed
    assert set(closed) == {"loader"}


def test_a_mistake_of_ours_while_opening_leaves_a_window_that_goes_on(
    pilot: Pilot, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("a bug")

    window = pilot.window
    with monkeypatch.context() as patch:
        patch.setattr(answers, "read_argument", broken)
        with pilot.qtbot.captureExceptions() as raised:  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
            window.open(other)
            pilot.until(lambda: not window.collection.is_opening)
        assert [str(error[1]) for error in raised] == ["a bug"]  # pyright: ignore[reportUnknownVariableType]
    assert "could not be opened" in _words(window)
    assert not window.status._cancel.isVisible()  # pyright: ignore[reportPrivateUsage]
    pilot.key("Esc")
    assert not window.cards.shows_failure
    pilot.key("Escape")
    assert pilot.selected is None
    _open(pilot, other)
    assert pilot.matching == 3
