"""Opening a file that was dropped, chosen or named in a call: a database, or the view that an export shows.

What such a file says, and which database it means, is found out on a thread of its own: the fingerprint of a
large database takes seconds. The export does not say in which folder its database lay, so this looks in a
few places and then asks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from explorer import bundle
from explorer.domain.errors import ExplorerError
from explorer.domain.provenance import Provenance
from explorer.domain.tongue import translate
from explorer.domain.view_request import ViewRequest
from explorer.formats.restoring import is_export, provenance_in, shown, view_in
from explorer.storage.connection import Cancelled
from explorer.storage.finding import Found, compared, find_database
from explorer.ui.loader import Loader
from explorer.ui.plain import message, set_tip

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

#: Bytes of a database from which reading it is worth a bar.
_LARGE: Final = 2**26


@dataclass(frozen=True, slots=True)
class _Export:
    """An exported file and what it asks for; `found` is its database, None while nobody knows where it is."""

    path: Path
    provenance: Provenance
    request: ViewRequest
    found: Found | None

    @property
    def name(self) -> str:
        return translate("Restoring", "“{name}”").format(name=shown(self.path.name))


@dataclass(frozen=True, slots=True)
class _Database:
    """A file that is no export, so that opening it tells what it is."""

    path: Path


class Restoring(QObject):
    """Opens files. Of several only the last one asked for is shown; `cancel` gives up."""

    progressed = Signal(int, int)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._loader: Loader | None = None
        self._attempt = 0
        self._is_busy = self._is_slow = self._is_closed = False
        self._expected: tuple[_Export, list[str]] | None = None
        self.progressed.connect(self._show_progress)
        window.status.cancelled.connect(self.cancel)
        window.collection.opening.connect(self._forget)
        window.collection.opened.connect(self._tell)

    @property
    def is_busy(self) -> bool:
        """True while a file is looked at, and its database looked for."""
        return self._is_busy

    def open(self, path: Path, request: ViewRequest | None = None) -> None:
        """Open a database, or the view that an exported file shows: `request` where there is one.

        What is open stays until then. What goes wrong is told as with any opening.
        """
        places = self._places(path)
        self._ask(partial(self._looked_at, path, request, places))

    def cancel(self) -> None:
        """Give up what is under way; what is open stays."""
        if self._is_busy:
            self._attempt += 1
            self._rest()
            self._window.collection.failed.emit(None)

    def close(self) -> None:
        """End the thread."""
        self._is_closed = True
        if self._loader is not None:
            self._loader.stop()

    # On the loader's thread

    def _looked_at(
        self,
        path: Path,
        request: ViewRequest | None,
        places: list[Path],
        progress: Callable[[int, int], bool],
    ) -> _Export | _Database:
        if not is_export(path):
            return _Database(path)
        provenance = provenance_in(path)
        wanted = request or view_in(path, provenance)
        found = find_database(provenance, places, progress, self._window.provenances.fingerprint)
        return _Export(path, provenance, wanted, found)

    def _compared_with(
        self, export: _Export, path: Path, progress: Callable[[int, int], bool]
    ) -> _Export | _Database:
        found = compared(path, export.provenance, progress, self._window.provenances.fingerprint)
        return _Export(export.path, export.provenance, export.request, found)

    # On the main thread

    def _places(self, path: Path) -> list[Path]:
        """Where the database of an export may be, the likeliest first."""
        database = self._window.collection.database
        is_open = [database.path] if database is not None else []
        recent = self._window.settings.recent_databases
        return [*is_open, bundle.path("db", "diplomacy.db"), *recent, path.absolute().parent]

    def _ask(self, work: Callable[[Callable[[int, int], bool]], _Export | _Database]) -> None:
        self._attempt += 1
        attempt, self._is_busy = self._attempt, True

        def goes_on(done: int, total: int) -> bool:
            is_wanted = attempt == self._attempt and not self._is_closed
            if is_wanted and total > _LARGE:
                self.progressed.emit(done, total)
            return is_wanted

        def look() -> _Export | _Database | None:
            try:
                return work(goes_on)
            except Cancelled:
                return None

        def take(found: _Export | _Database | None) -> None:
            if attempt == self._attempt:
                self._rest()
                self._take(found)

        def refuse(error: ExplorerError) -> None:
            if attempt == self._attempt:
                self._rest()
                self._window.collection.failed.emit(error)

        self._loader = self._loader or Loader(self)
        self._loader.ask("file", look, take, refuse)

    def _show_progress(self, done: int, total: int) -> None:
        if self._is_busy:
            self._is_slow = True
            self._window.status.show_progress(done, total)

    def _rest(self) -> None:
        self._is_busy = False
        if self._is_slow:
            self._is_slow = False
            self._window.status.end_progress()

    def _take(self, found: _Export | _Database | None) -> None:
        if isinstance(found, _Database):
            self._window.open(found.path)
        elif found is not None and found.found is not None:
            self._show(found, found.found)
        elif found is not None:
            self._ask_for_database(found)

    def _show(self, export: _Export, found: Found) -> None:
        window, path = self._window, found.database.path.absolute()
        database = window.collection.database
        is_open = database is not None and database.path.absolute() == path
        if is_open and not window.collection.is_opening:
            window.views.show(export.request, export.name, _changed(export))
        else:
            missing: list[str] = []
            window.open(path, export.request, missing)
            self._expected = export, missing

    def _forget(self, _: Path) -> None:
        self._expected = None

    def _tell(self) -> None:
        """Say what differs from what was exported, once the database is open."""
        if self._expected is not None:
            (export, missing), self._expected = self._expected, None
            self._window.views.tell_missing(export.name, missing, _changed(export))

    def _ask_for_database(self, export: _Export) -> None:
        window, named = self._window, shown(export.provenance.database)
        lost = translate(
            "Restoring", "{file} shows a view of the database “{database}”, which was not found."
        )
        where = translate("Restoring", "Say where it is, and the view opens.")
        lost = lost.format(file=export.name, database=named)
        box = message(window, QMessageBox.Icon.Question, lost, where, is_answered=False)
        find = box.addButton(translate("Restoring", "Find it…"), QMessageBox.ButtonRole.AcceptRole)
        set_tip(find, translate("Restoring", "Choose the file of the database: the view opens in it"))
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(find)

        def answer() -> None:
            if box.clickedButton() is find:
                self._find(export, named)
            elif window.collection.index is None:
                window.collection.failed.emit(None)

        box.finished.connect(answer)
        box.open()

    def _find(self, export: _Export, named: str) -> None:
        ours, others = translate("Restoring", "Détente databases"), translate("Restoring", "All files")
        kinds = f"{ours} (*.db *.detente);;{others} (*)"
        folder = str(export.path.absolute().parent)
        title = translate("Restoring", "Find “{name}”").format(name=named)
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        if name:
            self._ask(partial(self._compared_with, export, Path(name)))
        elif self._window.collection.index is None:
            self._window.collection.failed.emit(None)


def _changed(export: _Export) -> str:
    """What to say of a database that holds something else by now, "" where it does not."""
    found, made = export.found, export.provenance
    if found is None or not found.has_changed:
        return ""
    name, day = shown(found.database.name), shown(made.exported)
    words = translate("Restoring", "“{database}” has changed since {file} was exported ({day}).")
    return words.format(database=name, file=export.name, day=day)
