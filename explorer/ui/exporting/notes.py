"""Asks for a name and has the reader's own stars and notes written."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from explorer.domain.tongue import mark, translate

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

_KINDS = mark("Export", "Markdown texts (*.md);;CSV tables (*.csv)")


def export_notes(window: "MainWindow") -> None:
    """Ask for a name and write the stars and notes of the database that is open now, off the main thread."""
    notes, exports = window.collection.notebook.notes, window.exports
    if not notes:
        window.status.say(translate("Export", "There are no stars and notes yet"))
        return
    if not exports.is_free():
        return
    # Another database may be open by the time a name is given.
    write = exports.notes()
    chosen, _ = QFileDialog.getSaveFileName(
        window, translate("Export", "Export my notes"), "notes.md", translate("Export", _KINDS)
    )
    if chosen and write is not None:
        path = Path(chosen)
        write(path if path.suffix else path.with_suffix(".md"))
