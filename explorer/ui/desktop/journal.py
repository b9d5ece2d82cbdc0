"""Writes into the log what happens in the window: what was opened, what failed, how the session ended."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.domain.errors import ExplorerError
    from explorer.ui.main_window import MainWindow


class Journal(QObject):
    """Notes failures from `watch` on, and all else from `begin` on, which loads the log."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def watch(self) -> None:
        """Note what fails, in a window that has been furnished."""
        self._window.collection.failed.connect(self._failed)

    def begin(self, *, is_first: bool) -> None:
        """Write the log into its file from now on, first who writes."""
        from explorer.host import log
        from explorer.ui.desktop.versions import as_text

        log.begin(is_first=is_first)
        log.LOG.info("Started. %s", as_text().replace("\n", ", "))
        database = self._window.collection.database
        if database is not None:
            self._opening(database.path)
            self._opened()
        self._window.collection.opening.connect(self._opening)
        self._window.collection.opened.connect(self._opened)

    def end(self) -> None:
        """The program ends well; close the log."""
        from explorer.host import log

        log.LOG.info("Ended")
        log.end()

    def _opening(self, path: "Path") -> None:
        from explorer.host.log import LOG

        LOG.info("Opening %s", path)

    def _opened(self) -> None:
        from explorer.host.log import LOG

        LOG.info("Opened %d events", len(self._window.collection.index or ()))

    def _failed(self, error: "ExplorerError | None") -> None:
        from explorer.host.log import LOG

        if error is None:
            LOG.info("Cancelled")
        else:
            LOG.warning("Failed: %s %s", error, error.details)
