"""Opening an exported file in the window: its database is found or asked for, and its view is shown."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from explorer.app import bundled
from explorer.domain.filter import EventFilter
from explorer.domain.provenance import Provenance
from explorer.formats.restoring import sidecar_of
from explorer.storage.opening import Database, open_database
from explorer.ui.desktop.settings import Forgotten, Settings
from explorer.ui.main_window import MainWindow
from tests.builders import Given, build_database
from tests.patience import SECONDS
from tests.ui.pilot import NONE, Pilot

Make = Callable[..., MainWindow]

EVENTS = (
    Given("one", "First", "2001", kind="summit"),
    Given("two", "Second", "2002", kind="letter"),
    Given("three", "Third", "2003", kind="letter"),
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "kept").mkdir()
    return build_database(tmp_path / "kept" / "own.db", EVENTS, {"title": "Own"})


def _of(path: Path, view: str) -> Provenance:
    database = open_database(path)
    title = database.properties["title"]
    return Provenance(title, path.name, database.fingerprint(), "", 1, 1, "", "", view, "x", "2026-11-23")


def _table(folder: Path, made: Provenance) -> Path:
    table = folder / "events.csv"
    table.write_text("id\n")
    sidecar_of(table).write_text(made.to_json())
    return table


def _drop(pilot: Pilot, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    pilot.window.dropEvent(
        QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE)
    )
    pilot.settle()


def _told(pilot: Pilot) -> str:
    return "" if pilot.window.told is None else pilot.window.told.accessibleName()


def _card(window: MainWindow) -> str:
    return "\n".join(one.text() for one in window.cards.notice.findChildren(QLabel) if one.isVisible())


def _choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    """Let the system's dialog answer with a file; the kinds of files that it offers are noted."""
    kinds: list[str] = []

    def choose(*words: object) -> tuple[str, str]:
        kinds.append(str(words[-1]))
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    return kinds


def _question(window: MainWindow) -> QMessageBox | None:
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)


def test_a_dropped_export_of_the_open_database_shows_its_view(pilot: Pilot, tmp_path: Path) -> None:
    pilot.window.store.edit(
        filter=EventFilter().choosing("kind", {"summit"}),
        dims=True,
        selection=pilot.event_id("helsinki-summit-2018"),
    )
    pilot.settle()
    answers: list[Provenance] = []
    pilot.window.provenances.want(answers.append)
    pilot.until(lambda: bool(answers))
    table = _table(tmp_path, answers[0])
    state = pilot.window.store.state
    pilot.window.commands.filters.clear()
    pilot.window.store.edit(dims=False, selection=None)
    pilot.window.timeline.zoom(3)
    pilot.settle()
    for dropped in (table, sidecar_of(table)):
        _drop(pilot, dropped)
        assert pilot.window.store.state == state
        assert not _told(pilot)
        # The view before it is one step back.
        pilot.window.go(-1)
        pilot.settle()
        assert pilot.window.store.state.filter.is_empty


@pytest.mark.parametrize("format_name", ["png", "svg", "pdf"])
def test_a_picture_shows_its_view_again(pilot: Pilot, tmp_path: Path, format_name: str) -> None:
    from explorer.domain.figure import Figure
    from explorer.ui.figure.composing import compose
    from explorer.ui.figure.sight import sight_of
    from explorer.ui.figure.writing import write_figure

    window, out = pilot.window, tmp_path / "a figure"
    wanted = EventFilter(search="trump -kim").choosing("kind", {"summit", "visit"})
    window.store.edit(
        filter=wanted, lanes="kind", collapse_gaps=True, selection=None, hidden=frozenset({"visit"})
    )
    pilot.settle()
    state, made = window.store.state, window.provenances.now()
    write_figure(out, compose(sight_of(window), Figure(width=600, height=400), made), format_name)
    window.open(bundled())
    pilot.settle()
    assert window.store.state != state
    _drop(pilot, out)
    assert window.store.state == state
    assert not _told(pilot)


def test_the_database_is_found_among_the_recent_ones(
    make_window: Make, own: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    settings = Settings(Forgotten())
    settings.hint_dismissed = True
    settings.last_database = own
    pilot = Pilot(make_window(settings=settings), qtbot)
    _drop(pilot, _table(tmp_path, _of(own, "--kind letter --select two --window 2001/2004")))
    assert pilot.window.collection.database is not None
    assert pilot.window.collection.database.path == own
    assert pilot.matching == 2
    assert pilot.selected == 2
    assert not _told(pilot)


def test_the_database_is_found_beside_the_file(pilot: Pilot, own: Path) -> None:
    _drop(pilot, _table(own.parent, _of(own, "--kind letter")))
    assert pilot.window.collection.database is not None
    assert pilot.window.collection.database.path == own
    assert pilot.matching == 2


def test_a_database_that_has_changed_is_told_in_a_line(pilot: Pilot, own: Path) -> None:
    made = _of(own, "--kind letter --kind gone")
    own.unlink()
    build_database(own, EVENTS[:2], {"title": "Own"})
    table = _table(own.parent, made)
    said = "“own.db” has changed since “events.csv” was exported (2026-11-23)."
    for _ in ("to be opened", "open"):
        _drop(pilot, table)
        assert pilot.matching == 1
        assert _told(pilot) == f"“events.csv” opened without what is gone: the kind “gone”. {said}"
        pilot.window.commands.filters.clear()
        pilot.window.tell("")
        pilot.settle()
    # What is opened next is not told of it.
    pilot.window.open(bundled())
    pilot.settle()
    assert said not in _told(pilot)


def test_a_database_that_is_not_found_is_asked_for(
    pilot: Pilot, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = _table(tmp_path, replace(_of(own, "--kind letter"), database="<b>own.db"))
    moved = own.rename(own.with_name("moved.db"))
    state = pilot.window.store.state
    _drop(pilot, table)
    box = _question(pilot.window)
    assert box is not None
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert "“<b>own.db”" in box.text()
    box.reject()
    assert pilot.window.store.state == state
    _drop(pilot, table)
    box = _question(pilot.window)
    assert box is not None
    _choose(monkeypatch, moved)
    next(one for one in box.buttons() if one.text() == "Find it…").click()
    pilot.until(lambda: pilot.window.windowTitle().startswith("Own"))
    assert pilot.matching == 2
    assert not _told(pilot)


def test_pointing_at_no_database_is_told(
    pilot: Pilot, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = _table(tmp_path, _of(own, ""))
    own.unlink()
    _drop(pilot, table)
    box = _question(pilot.window)
    assert box is not None
    _choose(monkeypatch, table)
    next(one for one in box.buttons() if one.text() == "Find it…").click()
    pilot.until(lambda: "is not a database" in _card(pilot.window))
    assert pilot.window.collection.database is not None
    assert pilot.window.collection.database.path == bundled()


def test_a_file_that_says_nothing_gets_a_sentence(pilot: Pilot, tmp_path: Path) -> None:
    table = tmp_path / "events.csv"
    table.write_text("id\n")
    state = pilot.window.store.state
    _drop(pilot, table)
    assert "“events.csv” does not say which view it shows" in _card(pilot.window)
    assert pilot.window.store.state == state
    pilot.key("Esc")
    assert not pilot.window.cards.notice.isVisible()


def test_a_view_that_is_no_view_gets_a_sentence(pilot: Pilot, own: Path) -> None:
    _drop(pilot, _table(own.parent, _of(own, "--force --window '; rm -rf'")))
    assert "The view in “events.csv” cannot be read." in _card(pilot.window)
    assert pilot.window.collection.database is not None
    assert pilot.window.collection.database.path == bundled()


def test_a_dropped_database_is_opened(pilot: Pilot, own: Path) -> None:
    _drop(pilot, own)
    assert pilot.window.windowTitle().startswith("Own")


def test_the_file_dialog_takes_exports(pilot: Pilot, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = _table(own.parent, _of(own, "--kind letter"))
    kinds = _choose(monkeypatch, table)
    pilot.key("Ctrl+O")
    pilot.until(lambda: pilot.window.windowTitle().startswith("Own"))
    pilot.settle()
    assert pilot.matching == 2
    assert all(ending in kinds[0] for ending in ("*.png", "*.svg", "*.pdf", "*.jsonl", "*.detente.json"))


def test_looking_can_be_given_up(pilot: Pilot, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads, goes_on = threading.Event(), threading.Event()
    fingerprint = Database.fingerprint

    def slow(self: Database, progress: Callable[[int, int], bool] | None = None) -> str:
        reads.set()
        assert goes_on.wait(SECONDS)
        return fingerprint(self, progress)

    monkeypatch.setattr(Database, "fingerprint", slow)
    table = own.parent / "events.csv.detente.json"
    monkeypatch.undo()
    table.write_text(_of(own, "--kind letter").to_json())
    monkeypatch.setattr(Database, "fingerprint", slow)
    pilot.window.open_file(table)
    pilot.until(reads.is_set)
    restoring = pilot.window.restoring
    assert restoring is not None
    assert restoring.is_busy
    pilot.key("Esc")
    assert not restoring.is_busy
    goes_on.set()
    pilot.settle()
    assert pilot.window.collection.database is not None
    assert pilot.window.collection.database.path == bundled()
    assert not pilot.window.cards.notice.isVisible()


def test_a_window_opened_with_an_export(make_window: Make, own: Path, qtbot: QtBot) -> None:
    window = make_window(None)
    with qtbot.waitSignal(window.ready):
        window.open_file(_table(own.parent, _of(own, "--kind letter")))
    assert Pilot(window, qtbot).matching == 2


def test_an_export_without_its_database_leaves_an_empty_window_that_opens_others(
    make_window: Make, own: Path, qtbot: QtBot
) -> None:
    window = make_window(None)
    table = _table(own.parent, _of(own, ""))
    own.unlink()
    window.open_file(table)
    qtbot.waitUntil(lambda: _question(window) is not None)
    box = _question(window)
    assert box is not None
    box.reject()
    assert "No database is open" in _card(window)


def test_closing_the_window_while_it_looks(pilot: Pilot, own: Path) -> None:
    pilot.window.open_file(_table(own.parent, _of(own, "")))
    pilot.window.close()


def test_recent_databases_are_remembered_once_each(tmp_path: Path) -> None:
    settings = Settings(Forgotten())
    assert settings.recent_databases == []
    for number in (1, 2, 1, *range(3, 20)):
        settings.last_database = tmp_path / f"{number}.db"
    names = [path.name for path in settings.recent_databases]
    assert names == [f"{number}.db" for number in range(19, 7, -1)]
    settings.last_database = tmp_path / "10.db"
    assert settings.recent_databases[0].name == "10.db"
    assert len(set(settings.recent_databases)) == 12
