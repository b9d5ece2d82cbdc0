"""Opens the print preview as a person does, and prints it into a file."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget

from explorer.ui.exporting.printing import PrintPreview
from tests.ui.pilot import Pilot


def open_preview(pilot: Pilot) -> PrintPreview:
    """The preview that Ctrl+P opens, once it is seen."""
    pilot.window.activateWindow()
    pilot.until(pilot.window.isActiveWindow)
    pilot.key("Ctrl+P")
    pilot.until(lambda: pilot.window.findChild(PrintPreview) is not None)
    preview = pilot.window.findChild(PrintPreview)
    assert preview is not None
    pilot.until(preview.isVisible)
    return preview


def print_into(preview: PrintPreview, out: Path) -> None:
    """Print what the preview shows into a PDF."""
    preview.paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    preview.paper.setOutputFileName(str(out))
    widget = preview.findChild(QPrintPreviewWidget)
    assert widget is not None
    widget.print_()
