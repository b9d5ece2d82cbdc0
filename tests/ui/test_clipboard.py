"""What is copied: a picture of the timeline, and events as a table that spreadsheets take."""

import csv
import io
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QMessageBox
from pytestqt.qtbot import QtBot

from explorer.app import bundled
from explorer.domain.provenance import from_json
from explorer.formats.table import READING, heading_of
from explorer.ui.exporting import clipboard
from explorer.ui.main_window import MainWindow
from tests.ui.pilot import Pilot


class _Cells(HTMLParser):
    """The cells of a table, row by row."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._is_in = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self._is_in = True
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self._is_in = self._is_in and tag not in {"td", "th"}

    def handle_data(self, data: str) -> None:
        if self._is_in:
            self.rows[-1][-1] += data


def _copied(pilot: Pilot) -> QMimeData:
    pilot.until(lambda: not pilot.window.exports.is_busy)
    return QGuiApplication.clipboard().mimeData()


def _rows(found: QMimeData) -> list[list[str]]:
    return list(csv.reader(io.StringIO(found.text()), delimiter="\t"))


@pytest.fixture(autouse=True)
def _empty(qapp: QApplication) -> None:
    QGuiApplication.clipboard().clear()


def test_the_picture_is_twice_as_fine_and_keeps_its_view(pilot: Pilot) -> None:
    pilot.search("Khashoggi")
    pilot.window.actions_by_name["copy-picture"].trigger()
    image = _copied(pilot).imageData()
    port = pilot.timeline.viewport()
    assert image.width() == 2 * port.width()
    assert image.height() >= 2 * port.height()
    assert from_json(image.text("detente")).matching == pilot.matching
    assert "Copied a picture" in pilot.window.status.counts.text()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)}
    assert len(colours) > 20


def test_the_picture_claims_the_events_that_it_shows(pilot: Pilot) -> None:
    pilot.window.actions_by_name["copy-picture"].trigger()
    told = from_json(_copied(pilot).imageData().text("detente"))
    seen = pilot.window.in_view.seen
    assert seen is not None
    assert told.matching == seen.inside < pilot.matching
    assert told.first >= "2017"


def test_all_matches_are_copied_as_a_table(pilot: Pilot) -> None:
    pilot.search("Khashoggi")
    pilot.window.actions_by_name["copy-table"].trigger()
    found = _copied(pilot)
    rows = _rows(found)
    assert rows[0] == [heading_of(name) for name in READING]
    assert len(rows) == pilot.matching + 1
    cells = _Cells(found.html()).rows
    assert [[" ".join(cell.split()) for cell in row] for row in cells] == [
        [" ".join(cell.split()) for cell in row] for row in rows
    ]
    assert f"Copied {pilot.matching} events as a table" in pilot.window.status.counts.text()


def test_the_selected_rows_of_the_table_are_copied_in_its_order(pilot: Pilot) -> None:
    pilot.window.store.edit(is_table=True, sorted_by="-title")
    table = pilot.window.stage.table
    assert table is not None
    pilot.until(lambda: not table.is_busy and table.events.rowCount() == 110)
    table.setFocus()
    pilot.key("Home")
    pilot.key("Shift+Down")
    pilot.key("Shift+Down")
    pilot.settle()
    assert len(table.selected_rows()) == 3
    assert pilot.row == table.events.order[2]
    pilot.key("Ctrl+C")
    rows = _rows(_copied(pilot))
    known, index = pilot.window.collection.titles, pilot.window.collection.index
    assert index is not None
    at = rows[0].index("Title")
    assert [row[at] for row in rows[1:]] == [
        known[int(index.ids[row])].title for row in table.events.order[:3]
    ]
    pilot.key("Down")
    assert len(table.selected_rows()) == 1


def test_on_the_timeline_the_event_is_copied_with_its_citation(pilot: Pilot) -> None:
    pilot.key("Ctrl+C")
    assert "Helsinki" in QGuiApplication.clipboard().text()
    assert "\t" not in QGuiApplication.clipboard().text()


def test_a_list_of_a_cluster_is_copied_whole(pilot: Pilot) -> None:
    index = pilot.window.collection.index
    assert index is not None
    pilot.timeline.cluster_opened.emit([5, 3, 9], pilot.timeline.mapToGlobal(QPoint(300, 200)))
    popup = QApplication.activePopupWidget()
    assert popup is not None
    listed = popup.findChildren(QListWidget)[0]
    QTest.keySequence(listed, "Ctrl+C")
    rows = _rows(_copied(pilot))
    expected = [
        pilot.window.collection.titles[int(index.ids[row])].title
        for row in index.in_time(index.rows_of(index.ids[[5, 3, 9]]))
    ]
    assert [row[rows[0].index("Title")] for row in rows[1:]] == expected
    popup.close()


def test_what_a_spreadsheet_would_run_is_made_safe(
    make_window: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    copy = tmp_path / "own.db"
    copy.write_bytes(bundled().read_bytes())
    pilot = Pilot(make_window(copy), qtbot)
    pilot.window.exports_notes = True
    notebook, reading = pilot.window.collection.notebook, pilot.window.collection.reading
    assert reading is not None
    notebook.write(reading.event.id, reading.event.slug, "=1+1")
    pilot.window.actions_by_name["copy-table"].trigger()
    notes = [row[-1] for row in _rows(_copied(pilot))]
    assert notes[0] == "Note"
    assert "'=1+1" in notes


def test_too_much_for_a_clipboard_is_refused(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "MOST", 20)
    pilot.window.actions_by_name["copy-table"].trigger()
    box = pilot.window.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "The clipboard takes 20 events at most, and these are 110."
    box.reject()
    assert QGuiApplication.clipboard().text() == ""
