"""An export under way: on a thread of its own, to be cancelled, and never at the cost of a former file."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from explorer.app import bundled
from explorer.formats.writing import ExportError
from explorer.storage import tables
from explorer.storage.opening import Database
from explorer.ui.exporting.proposals import caption_of, file_name, title_of
from explorer.ui.exporting.sample import first_rows
from explorer.ui.exporting.writing import NOTHING
from explorer.ui.main_window import MainWindow
from tests.patience import SECONDS
from tests.ui.exporter import Exporter
from tests.ui.pilot import Pilot

Make = Callable[..., MainWindow]


@pytest.fixture
def exporter(pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Exporter:
    """Someone who exports from a window on the bundled database."""
    return Exporter(pilot, tmp_path, monkeypatch)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """What is read to be written goes on with the second chunk only once this is set."""
    opened = threading.Event()
    read = tables.export_rows

    def slow(*args: Any, **named: Any) -> Iterator[Any]:
        # The preview asks for its few rows without telling how far it is.
        is_preview = "progress" not in named
        for chunk in read(*args, **(named if is_preview else {**named, "chunk": 10})):
            yield chunk
            if not is_preview:
                opened.wait(SECONDS)

    monkeypatch.setattr(tables, "export_rows", slow)
    yield opened
    opened.set()


@pytest.mark.parametrize("key", ["", "Esc"])
def test_while_a_table_is_written_questions_are_answered_and_it_can_be_given_up(
    exporter: Exporter, monkeypatch: pytest.MonkeyPatch, gate: threading.Event, key: str
) -> None:
    pilot = exporter.pilot
    exporter.open("csv")
    exporter.out = exporter.folder / "events.csv"
    exporter.out.write_text("older")
    exporter.key("Return")
    pilot.until(lambda: pilot.window.collection.is_writing)
    exporter.activate()
    # Its reader is at work, the window's is free.
    pilot.search("Khashoggi")
    assert 0 < pilot.matching < 110
    assert pilot.window.exports.is_busy
    # No second one meanwhile.
    pilot.window.commands.files.copy_matches()
    assert pilot.window.status.counts.text() == "Another file is being written"
    if key:
        pilot.key("Ctrl+F")
        pilot.key(key)
    else:
        pilot.push(pilot.button("Cancel"))
    gate.set()
    pilot.until(lambda: not pilot.window.exports.is_busy)
    assert pilot.window.status.counts.text() == NOTHING
    assert exporter.out.read_text() == "older"
    assert [one.name for one in exporter.folder.iterdir()] == ["events.csv"]
    # The search, which Esc would otherwise have ended, is still there.
    assert 0 < pilot.matching < 110


def test_a_window_that_closes_gives_its_export_up(
    make_window: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gate: threading.Event
) -> None:
    exporter = Exporter(Pilot(make_window(), qtbot), tmp_path, monkeypatch)
    exporter.open("csv")
    exporter.out = tmp_path / "events.csv"
    exporter.out.write_text("older")
    exporter.key("Return")
    exporter.pilot.until(lambda: exporter.pilot.window.collection.is_writing)
    threading.Timer(0.2, gate.set).start()
    exporter.pilot.window.close()
    assert exporter.out.read_text() == "older"
    assert [one.name for one in tmp_path.iterdir()] == ["events.csv"]


def test_cancelling_while_the_database_is_looked_through_writes_nothing(
    exporter: Exporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilot = exporter.pilot
    held = threading.Event()
    whole = Database.fingerprint

    def slow(self: Database, *args: Any) -> str:
        held.wait(SECONDS)
        return whole(self, *args)

    monkeypatch.setattr(Database, "fingerprint", slow)
    pilot.key("Ctrl+E")
    exporter.out = exporter.folder / "picture.png"
    exporter.key("Return")
    assert pilot.window.exports.is_busy
    assert not pilot.window.collection.is_writing
    exporter.activate()
    pilot.key("Esc")
    assert not pilot.window.exports.is_busy
    assert pilot.window.status.counts.text() == NOTHING
    held.set()
    pilot.settle()
    assert list(exporter.folder.iterdir()) == []


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(exporter: Exporter) -> None:
    exporter.open("png")
    exporter.save("missing/picture.png")
    assert exporter.is_open
    assert "There is no folder" in exporter.dialog.problem.text()
    assert exporter.save("picture.png").exists()


def test_what_only_writing_shows_is_told_too(exporter: Exporter, monkeypatch: pytest.MonkeyPatch) -> None:
    exporter.open("csv")

    def full(*_: object, **__: object) -> Iterator[Any]:
        raise ExportError("“events.csv” cannot be written: the disk is full.", "Make room.")

    monkeypatch.setattr(tables, "export_rows", full)
    exporter.save("events.csv")
    box = exporter.pilot.window.findChild(QMessageBox)
    assert box is not None
    assert "the disk is full" in box.text()
    assert box.informativeText() == "Make room."
    box.reject()
    assert list(exporter.folder.iterdir()) == []


def test_notes_are_those_of_the_database_that_was_open(
    make_window: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "own.db"
    copy.write_bytes(bundled().read_bytes())
    exporter = Exporter(Pilot(make_window(copy), qtbot), tmp_path, monkeypatch)
    window = exporter.pilot.window
    exporter.pilot.key("S")
    out = tmp_path / "notes.md"
    database = window.collection.database
    assert database is not None

    def ask(*_: object) -> tuple[str, str]:
        # While the question stands, someone drops another database on the window.
        window.collection.database = None
        return str(out), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window.commands.files.export_notes()
    window.collection.database = database
    exporter.pilot.until(lambda: not window.exports.is_busy)
    assert "## ★" in out.read_text(encoding="utf-8")


class _Desktop(QObject):
    """What opens addresses in a desktop's place."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address.toLocalFile())


@pytest.fixture
def desktop() -> Iterator[_Desktop]:
    """A desktop that shows folders."""
    made = _Desktop()
    # The stubs want bytes, which it does not take.
    QDesktopServices.setUrlHandler("file", made, "open")  # pyright: ignore[reportArgumentType]
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.mark.parametrize("name", ["events.csv", "picture.png"])
def test_the_folder_of_a_written_file_is_a_click_or_a_key_away(
    exporter: Exporter, desktop: _Desktop, name: str
) -> None:
    window, pilot = exporter.pilot.window, exporter.pilot
    offer = window.status.folder
    assert not offer.isVisible()
    assert not window.commands.has("exported file")
    exporter.open(name.rpartition(".")[2])
    exporter.save(name)
    exporter.activate()
    assert name in window.status.counts.text()
    assert offer.isVisible()
    assert offer.toolTip()
    pilot.push(pilot.button("Show in folder"))
    assert desktop.opened == [str(exporter.folder)]
    offer.setFocus(Qt.FocusReason.TabFocusReason)
    assert offer.hasFocus()
    pilot.key("Space")
    assert len(desktop.opened) == 2
    # With the next file under way, it is gone; the palette knows it still.
    window.status.show_progress(0, 0)
    assert not offer.isVisible()
    window.actions_by_name["show-export"].trigger()
    assert len(desktop.opened) == 3


@pytest.mark.qt_log_ignore("openDocument")
def test_a_folder_that_cannot_be_shown_is_named(exporter: Exporter) -> None:
    exporter.open("csv")
    exporter.save("events.csv")
    # Without a display there is no desktop to show it.
    exporter.pilot.window.actions_by_name["show-export"].trigger()
    box = exporter.pilot.window.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "The folder of “events.csv” cannot be shown."
    assert str(exporter.folder) in box.informativeText()
    box.reject()


def test_nothing_is_offered_after_what_was_given_up(
    exporter: Exporter, gate: threading.Event, desktop: _Desktop
) -> None:
    window, pilot = exporter.pilot.window, exporter.pilot
    exporter.open("csv")
    exporter.out = exporter.folder / "events.csv"
    exporter.key("Return")
    pilot.until(lambda: window.collection.is_writing)
    exporter.activate()
    pilot.push(pilot.button("Cancel"))
    gate.set()
    pilot.until(lambda: not window.exports.is_busy)
    assert not window.status.folder.isVisible()
    window.actions_by_name["show-export"].trigger()
    assert window.status.counts.text() == "Nothing was exported yet"
    assert desktop.opened == []


def test_what_is_proposed_follows_collection_and_filter(pilot: Pilot) -> None:
    # The years are those of what is drawn: the first window has none of the events before 2017.
    assert title_of(pilot.window) == "Personal diplomacy, 2017–2020"
    assert title_of(pilot.window, "all") == "Personal diplomacy, 1941–2020"
    assert caption_of(pilot.window) == ""
    assert file_name(pilot.window, ".png") == "Personal diplomacy, 2017–2020.png"
    assert file_name(pilot.window, ".csv", "all") == "Personal diplomacy, 1941–2020.csv"
    pilot.search("Khashoggi")
    assert "Khashoggi" in caption_of(pilot.window)
    assert caption_of(pilot.window)[0].isupper()
    assert "Khashoggi" in file_name(pilot.window, ".csv")
    pilot.search("x" * 300)
    assert len(file_name(pilot.window, ".csv")) < 90


def test_the_first_rows_are_those_of_the_whole_order(pilot: Pilot) -> None:
    index, match = pilot.window.collection.index, pilot.window.collection.match
    assert index is not None and match is not None  # noqa: PT018
    whole = first_rows(index, match.mask, None, len(index))
    assert first_rows(index, match.mask, None, 1).tolist() == whole[:1].tolist()
    assert first_rows(index, match.mask, whole[::-1], 7).tolist() == whole[::-1][:7].tolist()
    starts = [int(index.start[row]) for row in whole]
    assert starts == sorted(starts)
