"""Notices that another program has changed the open file, and has it read again.

By itself where nothing is lost by it; else a bar over the timeline says so and offers it. The window makes
one.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from explorer.domain.errors import ExplorerError
from explorer.domain.listing import with_and
from explorer.domain.tongue import translate
from explorer.state import request_of
from explorer.storage.file_state import state_of
from explorer.ui.loader import Loader
from explorer.ui.notice import Bar

if TYPE_CHECKING:
    from explorer.domain.view_request import ViewRequest
    from explorer.storage.opening import Database
    from explorer.ui.main_window import MainWindow

#: Milliseconds between two looks at the file.
LOOKS: Final = 500
#: Looks for which a file that goes on changing is waited for, and things named that a view would lack.
_PATIENCE: Final = 3
_NAMED: Final = 3


class FileWatch(QObject):
    """Looks at the state of the open file on a thread of its own: its disk may sleep."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._collection = window, window.collection
        self._looker: Loader | None = None
        self._seen: str | None = None
        self._waited = 0
        #: The state that was found, told or read; nothing more is done about that one.
        self._answered: str | None = None
        self._bar: Bar | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._collection.opened.connect(self._begin)
        self._collection.outdated.connect(self.look)
        self._collection.reread_refused.connect(self._tell_refusal)
        window.closing.connect(self._end)

    @property
    def bar(self) -> Bar | None:
        """What says that the file has changed, None where nothing does."""
        return self._bar

    def look(self) -> None:
        """Look at the file now."""
        self._timer.start(0)

    def _begin(self) -> None:
        self._seen, self._waited, self._answered = None, 0, None
        self._hide()
        self._timer.start(LOOKS)
        collection = self._collection
        if collection.is_reread:
            words = translate("Watch", "{name} was changed by another program and read again")
            self._window.status.say(words.format(name=self._name))

    def _end(self) -> None:
        self._timer.stop()
        if self._looker is not None:
            self._looker.stop()

    def _look(self) -> None:
        database = self._collection.database
        if database is None or self._collection.is_closed:
            return

        def take(state: str) -> None:
            if self._collection.database is database:
                self._take(database, state)

        self._looker = self._looker or Loader(self)
        self._looker.ask("look", lambda: state_of(database.path), take)

    def _take(self, database: "Database", state: str) -> None:
        self._timer.start(LOOKS)
        if self._collection.is_opening or database.is_as_opened(state) or state == self._answered:
            self._seen, self._waited = state, 0
            return
        self._waited += 1
        if state != self._seen and self._waited < _PATIENCE:
            # Another program may be writing just now.
            self._seen = state
            return
        self._seen, self._waited, self._answered = state, 0, state
        if not state:
            self._tell(translate("Watch", "{name} is no longer there. You see it as it was."))
        elif self._may_lose():
            self._tell(translate("Watch", "{name} has been changed by another program."))
        else:
            self._collection.read_again(self._present_view())

    def _may_lose(self) -> bool:
        """Whether reading again now would take away what the reader is in the middle of."""
        return (
            not self._collection.notebook.is_settled
            or self._collection.is_writing
            or QApplication.activeModalWidget() is not None
            or QApplication.activePopupWidget() is not None
        )

    def _present_view(self) -> "ViewRequest":
        """What is shown, by names: the file may have other numbers for it now."""
        collection, state = self._collection, self._window.store.state
        reading = collection.reading
        known = {event: title.slug for event, title in collection.titles.items()}
        for event in (reading and reading.event, reading and reading.compared and reading.compared.event):
            if event:
                known[event.id] = event.slug
        return request_of(state, known.get)

    def _tell_refusal(self, why: "ExplorerError | list[str]") -> None:
        if isinstance(why, ExplorerError):
            words = translate(
                "Watch", "{name} has been changed by another program and cannot be read now: {problem} "
                "You see it as it was."
            )  # fmt: skip
            self._tell(words.replace("{problem}", why.what))
            return
        words = translate("Watch", "{name} has been changed by another program and lacks now {what}.")
        self._tell(words.replace("{what}", with_and(why[:_NAMED])))

    @property
    def _name(self) -> str:
        database = self._collection.database
        return translate("Lists", "“{text}”").format(text=database.name) if database is not None else ""

    def _tell(self, words: str) -> None:
        self._hide()
        action = (
            translate("Watch", "Read again"),
            translate("Watch", "Show the file as it is now"),
            self._read_anew,
        )
        self._bar = Bar(words.replace("{name}", self._name), self._hide, action)
        self._window.put_above_timeline(self._bar)

    def _read_anew(self) -> None:
        """The reader asks for it: what the view names and the file lacks is left out."""
        self._hide()
        database = self._collection.database
        if database is not None:
            self._window.open(database.path, self._present_view(), [])

    def _hide(self) -> None:
        bar, self._bar = self._bar, None
        if bar is not None:
            bar.hide()
            bar.deleteLater()
