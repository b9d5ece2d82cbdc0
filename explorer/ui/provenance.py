"""What the window's present view is of: asked by whatever exports it.

The fingerprint of a large database takes seconds: it is read on a thread of its own, and kept while the
file stays as it is.
"""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject

from explorer.domain.errors import ExplorerError
from explorer.domain.provenance import Provenance, provenance_of
from explorer.domain.view_request import ViewRequest
from explorer.storage.connection import Cancelled
from explorer.storage.opening import Database
from explorer.storage.uri import beside
from explorer.ui.loader import Loader

if TYPE_CHECKING:
    from pathlib import Path

    from explorer.domain.index import EventIndex, Matched
    from explorer.ui.main_window import MainWindow


class Provenances(QObject):
    """Answers what an export of the present view is of."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._loader: Loader | None = None
        self._asked = 0
        self._known: dict[Path, tuple[tuple[object, ...], str]] = {}

    def want(
        self, then: Callable[[Provenance], object], otherwise: Callable[[ExplorerError], object] | None = None
    ) -> None:
        """Call `then` with the provenance of the present view, or `otherwise` with what went wrong.

        Later, on this thread: of the view that was present when this was asked, or of a newer one that is
        shown by then. Every question is answered, unless no database is open, another one is opened meanwhile
        or the window is closed. Without `otherwise` an error is told by the window.
        """
        self._asked += 1
        topic = f"provenance {self._asked}"
        collection = self._window.collection
        wanted = self._window.store.state.filter

        def take(request: ViewRequest) -> None:
            index, matched, database = collection.index, collection.match, collection.database
            assert index is not None and matched is not None and database is not None  # noqa: PT018
            if wanted not in (matched.filter, self._window.store.state.filter):
                # Edited since: the answer is of the view that is shown by now.
                self.want(then, otherwise)
                return
            # Where finding has failed, the former match is still what is shown.
            request = replace(request, filter=matched.filter)

            def give(made: Provenance | None) -> None:
                if made is not None and collection.database is database:
                    then(made)

            self._loader = self._loader or Loader(self)
            self._loader.ask(
                topic,
                lambda: self._made(database, index, matched, request),
                give,
                partial(self._refuse, otherwise),
            )

        self._window.views.write(take, topic)

    def now(self) -> Provenance:
        """The same at once: for a picture without a display, where nobody waits. Raises ExplorerError."""
        loop, made, wrong = QEventLoop(), list[Provenance](), list[ExplorerError]()
        self.want(
            lambda one: (made.append(one), loop.quit()),
            lambda error: (wrong.append(error), loop.quit()),
        )
        if not made and not wrong:
            loop.exec()
        if wrong:
            raise wrong[0]
        return made[0]

    def fingerprint(self, database: Database, progress: Callable[[int, int], bool] | None = None) -> str:
        """What the file holds, read once while it stays as it is; on any thread but the main one.

        Raises DatabaseError, and Cancelled when `progress` says no.
        """
        looks = _looks_of(database)
        known = self._known.get(database.path)
        if known is None or known[0] != looks:
            known = self._known[database.path] = looks, database.fingerprint(progress)
        return known[1]

    def close(self) -> None:
        """Answer nothing any more. Call when the Collection is closed."""
        if self._loader is not None:
            self._loader.stop()

    def _made(
        self, database: Database, index: "EventIndex", matched: "Matched", request: ViewRequest
    ) -> Provenance | None:
        """On the loader's thread; None once the window is closed or another database open."""
        collection = self._window.collection

        def goes_on(_done: int, _total: int) -> bool:
            return not collection.is_closed and collection.database is database

        try:
            fingerprint = self.fingerprint(database, goes_on)
        except Cancelled:
            return None
        return provenance_of(database.properties, database.name, fingerprint, index, matched, request)

    def _refuse(self, otherwise: Callable[[ExplorerError], object] | None, error: ExplorerError) -> None:
        if otherwise is not None:
            otherwise(error)
        else:
            self._window.tell(str(error))


def _looks_of(database: Database) -> tuple[object, ...]:
    """What differs once the file has been written to."""
    looks: list[object] = []
    for ending in ("", "-wal"):
        with contextlib.suppress(OSError):
            found = beside(database.path, ending).stat()
            looks += [found.st_ino, found.st_size, found.st_mtime_ns]
    return tuple(looks)
