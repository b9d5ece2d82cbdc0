"""The reader's notes and stars in the window: kept as typed, undone, found, exported, never lost."""

import contextlib
import csv
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Generator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from explorer.app import bundled
from explorer.domain.note import Note
from explorer.storage.notes import now, places_of, read_notes, write_note
from explorer.ui.main_window import MainWindow
from explorer.ui.notebook import PAUSE, SAVED_AFTER, Notebook
from tests.patience import SECONDS
from tests.ui.pilot import Pilot, focused

Make = Callable[..., MainWindow]
ROOT = Path(__file__).parents[2]
HELSINKI = "helsinki-summit-2018"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A copy of the bundled database, in a folder where notes may be written."""
    return Path(shutil.copy(bundled(), tmp_path / "mine.db"))


@pytest.fixture
def mine(make_window: Make, qtbot: QtBot, database: Path) -> Pilot:
    """A window on it."""
    return Pilot(make_window(database), qtbot)


def _slug(pilot: Pilot) -> str:
    reading = pilot.window.collection.reading
    assert reading is not None
    return reading.event.slug


def _kept(database: Path) -> dict[str, Note]:
    notes, problem = read_notes(database)
    assert problem is None
    return notes


def _saved(pilot: Pilot) -> None:
    pilot.until(lambda: pilot.window.collection.notebook.is_saved)


def _text(pilot: Pilot) -> str:
    return pilot.window.detail.editor.text.toPlainText()


def test_what_is_typed_is_in_the_file_within_a_second(mine: Pilot, database: Path) -> None:
    assert SAVED_AFTER < 1000
    mine.key("N")
    mine.type("Ask about the interpreter")
    assert focused() is mine.window.detail.editor.text
    _saved(mine)
    assert _kept(database)[_slug(mine)].text == "Ask about the interpreter"
    assert database.with_name("mine.db.notes").is_file()
    assert database.read_bytes() == bundled().read_bytes()


def test_a_note_stays_with_its_event(mine: Pilot, database: Path) -> None:
    first = _slug(mine)
    mine.key("N")
    mine.type("one")
    mine.key("Esc")
    mine.key("Right")
    mine.settle()
    assert _slug(mine) != first
    assert _text(mine) == ""
    mine.key("N")
    mine.type("two")
    mine.key("Esc")
    mine.key("Left")
    mine.settle()
    assert _text(mine) == "one"
    _saved(mine)
    assert sorted(note.text for note in _kept(database).values()) == ["one", "two"]


def test_closing_the_window_saves_the_last_letter(mine: Pilot, database: Path) -> None:
    mine.key("N")
    mine.type("unfinished sent")
    mine.window.close()
    assert [note.text for note in _kept(database).values()] == ["unfinished sent"]


def test_opening_another_database_saves_first(mine: Pilot, database: Path, tmp_path: Path) -> None:
    mine.key("N")
    mine.type("before")
    other = Path(shutil.copy(bundled(), tmp_path / "other.db"))
    with mine.qtbot.waitSignal(mine.window.collection.opened):
        mine.window.open(other)
    mine.settle()
    assert _text(mine) == ""
    mine.window.close()
    assert [note.text for note in _kept(database).values()] == ["before"]
    assert _kept(other) == {}


def test_notes_are_there_when_the_database_is_opened_again(
    make_window: Make, qtbot: QtBot, database: Path
) -> None:
    write_note(
        database, Note("kim-love-letters"), Note("nobody-knows-this", True, "of another version", now())
    )
    pilot = Pilot(make_window(database), qtbot)
    write_note(database, Note(_slug(pilot)), Note(_slug(pilot), True, "from last time", now()))
    pilot.window.close()
    again = Pilot(make_window(database), qtbot)
    assert _text(again) == "from last time"
    star = again.window.detail.findChild(QToolButton, "starButton")
    assert isinstance(star, QToolButton)
    assert star.isChecked()
    # What belongs to no event of this version stays.
    again.key("S")
    _saved(again)
    assert "nobody-knows-this" in _kept(database)


def test_s_and_the_button_star_and_unstar(mine: Pilot, database: Path) -> None:
    mine.key("S")
    _saved(mine)
    assert _kept(database)[_slug(mine)].is_starred
    star = mine.button("Take the star away")
    assert star.toolTip() == "Take the star away (S)"
    mine.push(star)
    _saved(mine)
    assert _kept(database) == {}


def test_a_star_shows_at_the_mark(mine: Pilot) -> None:
    row = mine.row
    (mark,) = [mark for mark in mine.marks() if mark.row == row]
    at = mine.at(mark) + QPoint(6, -7)
    colour = mine.window.theme.colour("star").rgb()

    def pixel() -> int:
        return mine.timeline.viewport().grab().toImage().pixelColor(at).rgb()

    assert pixel() != colour
    mine.key("S")
    QApplication.processEvents()
    assert pixel() == colour


def test_the_context_menu_stars_the_event_under_the_pointer(mine: Pilot) -> None:
    index = mine.window.collection.index
    assert index is not None
    mark = next(mark for mark in mine.marks() if mark.row != mine.row)
    at = mine.at(mark)
    view = mine.timeline
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), asked)
    (menu,) = [menu for menu in view.findChildren(QMenu) if menu.isVisible()]
    texts = [action.text().partition("\t")[0] for action in menu.actions()[:3]]
    assert texts[1:] == ["Star", "Compare with the selection"]
    menu.actions()[1].trigger()
    menu.close()
    assert mine.window.collection.notebook.note_of(int(index.ids[mark.row])).is_starred


def test_undo_and_redo_reach_over_events(mine: Pilot, database: Path) -> None:
    notebook = mine.window.collection.notebook
    first = mine.selected
    assert first is not None
    mine.key("N")
    mine.type("one")
    mine.key("Esc")
    mine.key("Right")
    mine.settle()
    mine.key("S")
    second = mine.selected
    assert second is not None
    mine.key("Ctrl+Z")
    assert not notebook.note_of(second).is_starred
    assert mine.selected == second
    mine.key("Ctrl+Z")
    assert notebook.note_of(first).text == ""
    assert mine.selected == first
    mine.key("Ctrl+Y")
    assert notebook.note_of(first).text == "one"
    mine.key("Ctrl+Shift+Z")
    assert notebook.note_of(second).is_starred
    mine.key("Ctrl+Z")
    _saved(mine)
    assert [note.text for note in _kept(database).values()] == ["one"]


def test_undo_works_while_one_writes(mine: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("explorer.ui.notebook.time", SimpleNamespace(monotonic=lambda: now[0]))
    mine.key("N")
    mine.type("words")
    now[0] += PAUSE
    mine.type(" and more")
    mine.key("Ctrl+Z")
    assert _text(mine) == "words"
    mine.key("Ctrl+Z")
    assert _text(mine) == ""
    mine.key("Ctrl+Y")
    assert _text(mine) == "words"


def test_what_is_starred_and_noted_can_be_filtered_by(mine: Pilot) -> None:
    index = mine.window.collection.index
    assert index is not None
    mine.key("S")
    mine.key("Right")
    mine.settle()
    mine.key("N")
    mine.type("x")
    mine.key("Esc")
    facet = index.facets["mine"]
    assert (facet.slugs, facet.labels) == (("starred", "noted"), ("Starred", "With a note"))
    match = mine.window.collection.match
    assert match is not None
    assert match.counts["mine"] == {"starred": 1, "noted": 1}
    store = mine.window.store
    store.edit(filter=store.state.filter.choosing("mine", {"starred"}))
    mine.settle()
    assert mine.matching == 1
    mine.key("S")
    mine.until(lambda: mine.matching == 2)


def test_two_windows_lose_nothing_of_each_other(make_window: Make, qtbot: QtBot, database: Path) -> None:
    one, other = Pilot(make_window(database), qtbot), Pilot(make_window(database), qtbot)
    one.window.detail.editor.text.setPlainText("written in one")
    other.window.detail.editor.text.setPlainText("written in the other")
    one.window.collection.notebook.star(one.selected or 0, _slug(one))
    _saved(one)
    _saved(other)
    kept = _kept(database)[_slug(one)]
    assert "written in one" in kept.text
    assert "written in the other" in kept.text
    assert kept.is_starred
    # The one that came second shows both, and goes on from there.
    assert kept.text in {_text(one), _text(other)}


def test_a_locked_file_is_told_and_written_when_it_is_free(mine: Pilot, database: Path) -> None:
    write_note(database, Note("something"), Note("something", True, "", now()))
    with contextlib.closing(sqlite3.connect(places_of(database).beside, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        mine.key("N")
        mine.type("patient words")
        notebook = mine.window.collection.notebook
        mine.until(lambda: notebook.problem is not None)
        assert _text(mine) == "patient words"
        assert "is locked by another program" in str(notebook.problem)
        other.execute("ROLLBACK")
    _saved(mine)
    assert notebook.problem is None
    assert _kept(database)[_slug(mine)].text == "patient words"


@pytest.mark.parametrize("kind", ["damaged", "newer", "not ours"])
def test_notes_beside_a_file_that_cannot_be_used_are_kept_all_the_same(
    make_window: Make, qtbot: QtBot, database: Path, kind: str
) -> None:
    beside = places_of(database).beside
    if kind == "newer":
        write_note(database, Note("a"), Note("a", True, "", now()))
        with contextlib.closing(sqlite3.connect(beside)) as file:
            file.execute("PRAGMA user_version = 9")
    else:
        beside.write_bytes(b"something else" if kind == "damaged" else bundled().read_bytes())
    content = beside.read_bytes()
    pilot = Pilot(make_window(database), qtbot)
    problem = pilot.window.collection.notebook.problem
    assert problem is not None
    assert str(beside) in problem.what
    pilot.key("N")
    pilot.type("not to be lost")
    pilot.window.close()
    assert beside.read_bytes() == content
    notes, told = read_notes(database)
    assert told is not None
    assert [note.text for note in notes.values()] == ["not to be lost"]


def test_what_can_be_saved_nowhere_is_copied_after_what_was_copied_before(
    make_window: Callable[..., MainWindow], database: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in (places_of(database).beside, places_of(database).own):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"something else")
    pilot = Pilot(make_window(database), qtbot)
    QApplication.clipboard().setText("copied before")
    pilot.key("S")
    pilot.key("N")
    pilot.type("not to be lost")
    pilot.window.close()
    said = QApplication.clipboard().text()
    assert said.startswith("copied before\n\n★ ")
    assert said.endswith(": not to be lost")
    assert "not to be lost" in capsys.readouterr().err


_TYPIST = """
import sys
import threading
import time
from pathlib import Path
from PySide6.QtCore import QTimer
from explorer.app import application, staged
from explorer.domain.view_request import ViewRequest
window = staged(Path(sys.argv[1]), ViewRequest(), (900, 600), 1.0, "light", has_notes=True)
notebook, text = window.collection.notebook, window.detail.editor.text
count = 0
def type_on():
    global count
    count += 1
    text.insertPlainText("x")
    if notebook._book.written:
        print(max(len(note.text) for note in notebook._book.written.values()), flush=True)
timer = QTimer()
timer.timeout.connect(type_on)
timer.start(5)
application([]).exec()
"""


def test_a_window_that_is_killed_has_saved_what_it_said_it_had(database: Path) -> None:
    typist = subprocess.Popen(
        [sys.executable, "-c", _TYPIST, str(database)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert typist.stdout is not None
    with contextlib.closing(typist.stdout) as told:
        said = 0
        while said < 60:
            line = told.readline()
            assert line, "the typist ended by itself"
            said = int(line)
        os.kill(typist.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        typist.wait()
        said = max([said, *(int(line) for line in told.read().split("\n")[:-1])])
    (note,) = _kept(database).values()
    assert len(note.text) >= said
    assert set(note.text) == {"x"}


def _choosing(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Answer the question for a name, which Qt would show outside our window."""

    def chosen(*_: object) -> tuple[str, str]:
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)


@pytest.mark.parametrize("ending", [".md", ".csv"])
def test_notes_are_exported_on_request(
    mine: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    mine.key("S")
    mine.key("N")
    mine.type("=a note")
    out = tmp_path / f"notes{ending}"
    _choosing(monkeypatch, out)
    mine.window.actions_by_name["export-notes"].trigger()
    mine.until(lambda: not mine.window.collection.is_writing)
    text = out.read_text(encoding="utf-8")
    if ending == ".md":
        assert "\n## ★ Helsinki summit\n\n16 July 2018\n\n=a note\n" in text
    else:
        (row,) = csv.DictReader(text.splitlines())
        assert out.read_bytes().count(b"\r\n") == out.read_bytes().count(b"\n") == 2
        assert (row["title"], row["star"], row["note"]) == ("Helsinki summit", "1", "'=a note")


def test_tab_leaves_the_note_and_return_stays_in_it(mine: Pilot) -> None:
    mine.key("N")
    mine.type("a")
    mine.key("Return")
    mine.type("s")
    assert _text(mine) == "a\ns"
    mine.key("Tab")
    assert focused() is not mine.window.detail.editor.text
    assert mine.window.detail.editor.text.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_notes_are_searched_with_everything_else(mine: Pilot) -> None:
    mine.key("N")
    mine.type("zyzzyva")
    mine.search("zyzz")
    assert mine.matching == 1
    mine.key("Esc")
    mine.search("is:starred")
    assert mine.matching == 0
    mine.key("Ctrl+Shift+F")
    mine.settle()
    mine.timeline.setFocus()
    mine.key("Home")
    mine.settle()
    mine.key("S")
    mine.search("is:starred")
    mine.until(lambda: mine.matching == 1)
    mine.key("Ctrl+Shift+F")
    mine.search("has:note")
    assert mine.matching == 1


@contextlib.contextmanager
def _busy(notebook: Notebook) -> Generator[threading.Event]:
    """Keep the saving thread at something else."""
    gate = threading.Event()
    notebook._loader.run(lambda: gate.wait(SECONDS))  # pyright: ignore[reportPrivateUsage]
    try:
        yield gate
    finally:
        gate.set()


@pytest.fixture
def notebook(qtbot: QtBot, database: Path) -> Generator[Notebook]:
    """A notebook without a window, open on the database."""
    notebook = Notebook()
    notebook.show(database, {}, None)
    yield notebook
    notebook.close()


def test_what_waits_to_be_saved_outlives_another_database(
    notebook: Notebook, database: Path, tmp_path: Path
) -> None:
    with _busy(notebook):
        notebook.write(1, "one", "queued")
        notebook.save()
        notebook.show(tmp_path / "other.db", {}, None)
        notebook.write(1, "two", "of the other")
        notebook.save()
    assert notebook.close() == []
    assert {slug: note.text for slug, note in _kept(database).items()} == {"one": "queued"}
    assert {slug: note.text for slug, note in _kept(tmp_path / "other.db").items()} == {"two": "of the other"}


def test_a_note_that_cannot_be_written_at_all_holds_up_no_other(notebook: Notebook, database: Path) -> None:
    # SQLite takes no half of a letter, and says so with no error of its own.
    notebook.write(1, "\ud83d", "odd")
    notebook.write(2, "two", "even")
    assert [note.text for note in notebook.close()] == ["odd"]
    assert {slug: note.text for slug, note in _kept(database).items()} == {"two": "even"}


def test_what_is_not_written_in_time_is_told_as_lost(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.ui.notebook._PATIENCE", 0.05)
    with _busy(notebook) as gate:
        saver = notebook._loader  # pyright: ignore[reportPrivateUsage]
        stop = saver.stop
        # The thread is held until closing has given up on it.
        monkeypatch.setattr(saver, "stop", lambda: (gate.set(), stop()))
        notebook.write(1, "one", "on its way")
        notebook.save()
        notebook.write(2, "two", "not yet sent")
        lost = notebook.close()
    assert sorted(note.text for note in lost) == ["not yet sent", "on its way"]


@pytest.mark.parametrize("is_sent", [False, True])
def test_the_same_database_opened_again_shows_what_is_not_written_yet(
    notebook: Notebook, database: Path, *, is_sent: bool
) -> None:
    cleared = write_note(database, Note("two"), Note("two", True, "", now()))
    notebook.show(database, {2: cleared}, None)
    with _busy(notebook):
        notebook.write(1, "one", "just typed")
        if is_sent:
            notebook.save()
        notebook.star(2, "two")
        # What was read before either was written.
        notebook.show(database, {2: cleared}, None)
        assert {event: note.text for event, note in notebook.notes.items()} == {1: "just typed"}
    notebook.write(1, "one", "just put otherwise")
    assert notebook.close() == []
    assert {slug: note.text for slug, note in _kept(database).items()} == {"one": "just put otherwise"}


def test_what_is_undone_is_named(mine: Pilot) -> None:
    mine.key("S")
    mine.key("Ctrl+Z")
    said = mine.window.status.counts.text()
    assert said.startswith("Undone: your star or note on Helsinki summit")
    assert "Ctrl+Y" in said
    mine.key("Ctrl+Y")
    assert mine.window.status.counts.text().startswith("Done again: your star or note on Helsinki summit")
