"""What the actions on files, the clipboard and the printer do; Commands has it as `files`."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from explorer.domain.tongue import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.domain.index import Rows
    from explorer.ui.main_window import MainWindow


class FileCommands:
    """What leads out of the window and into it; holds nothing itself."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def ask_open(self) -> None:
        """Let the user choose a database, or an exported file to open its view."""
        from explorer.formats.restoring import ENDINGS

        database = self._window.collection.database
        folder = str(database.path.parent) if database else ""
        exports = " ".join(f"*{ending}" for ending in ENDINGS)
        databases = "*.db *.detente"
        kinds = ";;".join(
            f"{words} ({endings})"
            for words, endings in (
                (translate("Status", "Databases and exports"), f"{databases} {exports}"),
                (translate("Status", "Détente databases"), databases),
                (translate("Status", "Exports, to open their view"), exports),
                (translate("Status", "All files"), "*"),
            )
        )
        name, _ = QFileDialog.getOpenFileName(
            self._window, translate("Status", "Open a database, or the view of an export"), folder, kinds
        )
        if name:
            self._window.open_file(Path(name))

    def show_recent(self) -> None:
        """Offer the databases opened last."""
        from explorer.ui.desktop.recent import pop_up

        pop_up(self._window)

    def open_another(self) -> None:
        """Open another window on the same file and view."""
        from explorer.ui.desktop.another import open_another

        if open_another(self._window):
            self._window.status.say(translate("Status", "Another window is opening"))
        else:
            self._window.status.say(translate("Status", "No other window could be started"))

    def export(self) -> None:
        """Show what an export will look like, and let the user choose all about it."""
        from explorer.ui.exporting.dialog import ExportDialog

        if self._window.collection.match is not None:
            ExportDialog(self._window).open()

    def show_export(self) -> None:
        """Open the folder of the file that was exported last."""
        from explorer.ui.exporting.folder import show_folder

        if (path := self._window.exports.written) is None:
            self._window.status.say(translate("Actions", "Nothing was exported yet"))
        else:
            show_folder(self._window, path)

    def export_notes(self) -> None:
        """Ask for a name and write the stars and notes as Markdown or CSV."""
        from explorer.ui.exporting.notes import export_notes

        export_notes(self._window)

    def print(self) -> None:
        """Show the timeline as it will be printed."""
        from explorer.ui.exporting.printing import preview_print

        preview_print(self._window)

    def copy(self) -> None:
        """Put the selection on the clipboard: the event as text with its citation, or rows of the table."""
        table = self._window.stage.table
        if table is not None and table.hasFocus():
            self.copy_rows(table.selected_rows())
        else:
            self.copy_citation()

    def copy_rows(self, rows: "Rows | Sequence[int]") -> None:
        """Put the events of some rows of the index on the clipboard as a table."""
        from explorer.ui.exporting.clipboard import copy_events

        copy_events(self._window, rows)

    def copy_citation(self) -> None:
        """Put the selected event as text with its citation on the clipboard."""
        from explorer.ui.event.panel import citation

        window = self._window
        reading = window.collection.reading
        if reading is not None:
            has_commentary = window.store.state.commentary
            QGuiApplication.clipboard().setText(citation(reading, has_commentary=has_commentary))
            window.status.say(translate("Status", "Copied the event with its citation"))

    def copy_picture(self) -> None:
        """Put a picture of the timeline on the clipboard, twice as fine as the screen."""
        from explorer.ui.exporting.clipboard import copy_picture

        copy_picture(self._window)

    def copy_matches(self) -> None:
        """Put everything that matches on the clipboard, as a table for a spreadsheet."""
        from explorer.ui.exporting.clipboard import copy_matches

        copy_matches(self._window)
