"""Printing: a preview of the same scene, composed for the paper, that needs no printer to become a PDF."""

import os
import re
import select
import socket
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QMessageBox

from explorer.ui.exporting.printing import PrintPreview
from tests.ui.pilot import Pilot
from tests.ui.printer import open_preview, print_into


@pytest.mark.parametrize("orientation", list(QPageLayout.Orientation))
def test_what_is_printed_fills_its_paper_and_says_what_it_is_of(
    pilot: Pilot, tmp_path: Path, orientation: QPageLayout.Orientation
) -> None:
    pilot.search("Kim")
    preview = open_preview(pilot)
    widget = preview.findChild(QPrintPreviewWidget)
    assert widget is not None
    assert widget.pageCount() == 1
    preview.paper.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    preview.paper.setPageOrientation(orientation)
    out = tmp_path / "printed.pdf"
    print_into(preview, out)
    page = pypdf.PdfReader(out).pages[0]
    wide, high = float(page.mediabox.width), float(page.mediabox.height)
    assert sorted((round(wide), round(high))) == [420, 595]
    assert (wide > high) == (orientation == QPageLayout.Orientation.Landscape)
    text = " ".join(page.extract_text().split())
    # Readers of PDF make different dashes of what the font draws between figures.
    assert re.search("Personal diplomacy, 2017.?2020", text)
    seen = pilot.window.in_view.seen
    assert seen is not None
    assert f"{seen.inside} of 110 events" in text
    preview.reject()


@pytest.mark.qt_log_ignore("QPrinter|QPainter|QPdf")
def test_a_paper_that_cannot_be_written_is_told(pilot: Pilot, tmp_path: Path) -> None:
    preview = open_preview(pilot)
    print_into(preview, tmp_path / "missing" / "printed.pdf")
    box = preview.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "It could not be printed."
    box.reject()
    preview.reject()


def test_esc_ends_the_preview_and_another_database_too(pilot: Pilot, tmp_path: Path) -> None:
    open_preview(pilot).reject()
    pilot.until(lambda: pilot.window.findChild(PrintPreview) is None)
    preview = open_preview(pilot)
    other = tmp_path / "other.db"
    database = pilot.window.collection.database
    assert database is not None
    other.write_bytes(database.path.read_bytes())
    pilot.window.open(other)
    pilot.until(lambda: not pilot.window.findChildren(PrintPreview) or not preview.isVisible())


_LOOKS = """
import sys
from PySide6.QtPrintSupport import QPrinterInfo, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication
from explorer.ui.exporting.printing import paper_for
app = QApplication([])
preview = QPrintPreviewDialog(paper := paper_for("A picture"))
preview.show()
app.processEvents()
print("shown", flush=True)
sys.stdin.readline()
QPrinterInfo.availablePrinterNames()
print("asked", flush=True)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="has no CUPS of its own")
def test_no_printer_is_asked_for_before_the_user_prints(tmp_path: Path) -> None:
    path = tmp_path / "cups"
    with socket.socket(socket.AF_UNIX) as cups:
        cups.bind(str(path))
        cups.listen()
        command = [sys.executable, "-c", _LOOKS]
        pipe, environment = subprocess.PIPE, {**os.environ, "CUPS_SERVER": str(path)}
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment, text=True) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                # Whatever comes first: the preview, or a question that nobody answers.
                ready, _, _ = select.select([process.stdout, cups], [], [], 60)
                assert ready == [process.stdout]
                assert process.stdout.readline() == "shown\n"
                process.stdin.write("\n")
                process.stdin.flush()
                # Then it is asked: the test sees it, where there is CUPS at all.
                cups.settimeout(10)
                try:
                    cups.accept()[0].close()
                except TimeoutError:
                    pytest.skip("there is no client of CUPS")
            finally:
                process.kill()
