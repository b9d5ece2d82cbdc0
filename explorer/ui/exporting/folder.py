"""Shows where an exported file is: its folder, in the desktop's own program for files."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from explorer.domain.errors import ExplorerError
from explorer.domain.tongue import translate
from explorer.ui.exporting.writing import refuse

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


def show_folder(window: "MainWindow", path: Path) -> None:
    """Open the folder of a file; where the desktop cannot, say where the file is."""
    folder = path.absolute().parent
    if folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        window.status.say(translate("Export", "{name} is in {folder}").format(name=path.name, folder=folder))
        return
    words = translate("Export", "The folder of “{name}” cannot be shown.").format(name=path.name)
    advice = translate("Export", "The file was written to {folder}.").format(folder=folder)
    refuse(window, ExplorerError(words, advice))
