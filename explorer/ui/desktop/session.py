"""What was shown last comes back with the next start; after a crash it is offered, for it may be the cause.

The view is kept as a line of text (domain/view_line.py) whenever it has rested for a moment. app.run_window
makes a Session for the first window of a user's desktop; any other window leaves the settings alone.
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from explorer import bundle
from explorer.domain.tongue import translate

if TYPE_CHECKING:
    from explorer.domain.errors import ExplorerError
    from explorer.domain.view_request import ViewRequest
    from explorer.ui.main_window import MainWindow

#: Milliseconds for which a view rests before it is kept.
RESTED: Final = 1_000


class Session(QObject):
    """Restores the last session of a window and keeps the present one."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._last = window.settings.last_view
        self._has_crashed = window.settings.is_running
        # What is being opened again, what it turned out to lack, and whether that is with its view.
        self._expected: tuple[Path, list[str], bool] | None = None
        self._lost = ""
        self._is_followed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RESTED)
        self._timer.timeout.connect(self.keep)
        window.closing.connect(self.end)

    def begin(self) -> None:
        """Open what a start shows that nothing else is asked of. Call once, when the window is furnished."""
        self.follow()
        last, settings = self._last, self._window.settings
        if not settings.restores:
            self._window.open(_bundled())
        elif last is None:
            # A first start, or the first one of a version that keeps sessions.
            self._window.open(settings.last_database or _bundled())
        elif self._has_crashed:
            self._offer(*last)
        else:
            self._restore(*last)

    def follow(self) -> None:
        """Keep the view from now on, whenever it rests."""
        collection, self._is_followed = self._window.collection, True
        self._window.store.observe(lambda _old, _new: self._timer.start())
        collection.opened.connect(self._timer.start)
        collection.opening.connect(self._forget)
        collection.opened.connect(self._tell)
        collection.failed.connect(self._fall_back)
        self._window.settings.is_running = True

    def keep(self) -> None:
        """Keep database, view, panes and the window's place in the settings now."""
        database = self._window.collection.database
        if database is None:
            return
        from explorer.domain.view_line import as_line

        self._window.keep_shape()
        path = database.path.absolute()
        # The bundled database may lie elsewhere with the next version of the program.
        place = "" if path == _bundled() else str(path)
        self._window.settings.last_view = place, as_line(present_view(self._window))

    def end(self) -> None:
        """Keep what is shown; the session has ended well."""
        if self._is_followed:
            self._timer.stop()
            self.keep()
            self._window.settings.is_running = False

    def _offer(self, place: str, line: str) -> None:
        path = Path(place) if place else _bundled()
        text = translate("Session", "“{file}” was open. If it ends the program again, start anew.")
        self._window.cards.offer(
            translate("Session", "Détente did not end properly last time"),
            text.format(file=path.name),
            [
                ("again", lambda: self._restore(place, line)),
                ("anew", lambda: self._window.open(_bundled())),
            ],
        )

    def _restore(self, place: str, line: str) -> None:
        self._open(Path(place) if place else _bundled(), _read(line))

    def _open(self, path: Path, request: "ViewRequest | None") -> None:
        missing: list[str] = []
        self._window.open(path, request, missing)
        self._expected = path, missing, request is not None

    def _forget(self, _: Path) -> None:
        self._expected = None

    def _tell(self) -> None:
        if self._expected is not None:
            (_, missing, _), self._expected = self._expected, None
            name = translate("Session", "What was open last")
            self._window.views.tell_missing(name, missing, self._lost)
        self._lost = ""

    def _fall_back(self, error: "ExplorerError | None") -> None:
        """Open the database without its view, or else the bundled one, and say why."""
        if self._expected is None:
            return
        (path, _, has_view), self._expected = self._expected, None
        if error is None or (path == _bundled() and not has_view):
            # Cancelled; or nothing is left to try, and the card says why.
            return
        if has_view:
            lost = translate("Session", "The view of last time could not be shown again: {problem}")
            self._lost = lost.format(problem=error.what)
            self._open(path, None)
        else:
            lost = translate("Session", "What was open last could not be opened again: {problem}")
            self._lost = lost.format(problem=error.what)
            self._open(_bundled(), None)


def present_view(window: "MainWindow") -> "ViewRequest":
    """What the window shows, in words, without asking the database."""
    from explorer.state import request_of

    collection = window.collection
    slugs = {event: title.slug for event, title in collection.titles.items()}
    if collection.reading is not None:
        slugs[collection.reading.event.id] = collection.reading.event.slug
        if collection.reading.compared is not None:
            other = collection.reading.compared.event
            slugs[other.id] = other.slug
    request = request_of(window.store.state, slugs.get)
    return replace(request, tab="article" if window.reader.side.shows_article else "")


def _read(line: str) -> "ViewRequest | None":
    """The view of a line, None for one that cannot be read."""
    from explorer.domain.errors import ExplorerError
    from explorer.domain.view_line import read_line

    try:
        return read_line(f"detente {line}")[1]
    except ExplorerError:
        return None


def _bundled() -> Path:
    return bundle.path("db", "diplomacy.db").absolute()
