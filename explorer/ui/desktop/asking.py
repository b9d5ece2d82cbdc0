"""A view that a call names and the database lacks: its own first view comes up instead, with why."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from explorer.domain.edtf_parts import EdtfError
from explorer.domain.errors import FilterError
from explorer.domain.tongue import translate

if TYPE_CHECKING:
    from explorer.domain.errors import ExplorerError
    from explorer.domain.view_request import ViewRequest
    from explorer.ui.main_window import MainWindow


class Asking(QObject):
    """Opens a database with a view, or else with its own first view and one sentence on why. Used once."""

    def __init__(self, window: "MainWindow", path: Path, request: "ViewRequest | None") -> None:
        super().__init__(window)
        self._window, self._path, self._problem = window, path, ""
        self._is_over = False
        window.collection.opened.connect(self._tell)
        window.collection.failed.connect(self._fall_back)
        window.open(path, request)

    def _fall_back(self, error: "ExplorerError | None") -> None:
        if self._is_over:
            return
        if self._problem or not isinstance(error, FilterError | EdtfError):
            self._end()
            return
        self._problem = str(error)
        self._window.open(self._path)

    def _tell(self) -> None:
        if self._is_over:
            return
        if self._problem:
            shown = translate("Views", "{problem} This is the database's first view.")
            self._window.tell(shown.format(problem=self._problem))
        self._end()

    def _end(self) -> None:
        self._is_over = True
        self.deleteLater()
