"""What a card over the timeline says: that a database is being opened, what failed, why nothing is seen."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from explorer.domain.errors import ExplorerError
from explorer.domain.index import Matched
from explorer.domain.tongue import translate
from explorer.ui.filtering.no_match import show_no_match
from explorer.ui.notice import Notice, Way

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


class Cards:
    """Chooses what the window's one Notice says, and puts it away."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._collection = window, window.collection
        self.notice = Notice(window.stage)
        self._shows_failure = False

    def show_opening(self, path: Path) -> None:
        """Say that a database is being opened, once that takes a moment."""
        self._window.status.show_progress(0, 0)
        if self._collection.index is None:
            # A quick opening shows no card at all.
            QTimer.singleShot(250, self._window, lambda: self._still_opening(path))

    def _still_opening(self, path: Path) -> None:
        if self._collection.index is None and self._collection.loader.is_busy:
            words = translate("Window", "Opening {file}…").format(file=path.name)
            self.notice.show_message(words, shows_progress=True)

    @property
    def shows_failure(self) -> bool:
        """True while a card tells of a failure over what is open."""
        return self._shows_failure and self.notice.isVisible() and self._collection.index is not None

    def show_failure(self, error: ExplorerError | None) -> None:
        """Say what went wrong, and where to go from here; None for an opening that was cancelled."""
        self._window.status.end_progress()
        self._shows_failure = error is not None
        ways: list[Way] = [("another", self._window.commands.files.ask_open)]
        if self._collection.index is not None:
            ways.insert(0, ("back", self.end))
        if error is None:
            if self._collection.index is None:
                cancelled = translate("Window", "Opening was cancelled")
                self.notice.show_message(cancelled, translate("Window", "No database is open."), ways)
            return
        self.notice.show_message(error.what, error.advice, ways, details=error.details)
        self._window.check_ready(is_failed=True)

    def offer(self, title: str, text: str, ways: list[Way]) -> None:
        """Ask over the empty timeline what to open; the first of the ways out has the keyboard."""
        self.notice.show_message(title, text, ways)
        self.notice.take_keyboard()
        self._window.check_ready(is_failed=True)

    def end(self) -> None:
        """Put the card of a failure away, unless what is open has something to say itself."""
        self.notice.hide()
        if self._collection.match is not None:
            self.show_matched(self._collection.match)

    def show_matched(self, matched: Matched) -> None:
        """Put the card away when there is something to see, else say why there is nothing."""
        self._shows_failure = False
        index = self._collection.index
        assert index is not None
        if not len(index):
            self.notice.show_message(
                translate("Window", "This database holds no events"),
                translate("Window", "Open another one."),
                [("another", self._window.commands.files.ask_open)],
            )
        elif not matched.total:
            show_no_match(
                self.notice, self._window.store, self._collection, self._window.commands.filters.clear
            )
        else:
            self.notice.hide()
        self._window.timeline.viewport().update()
