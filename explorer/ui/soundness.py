"""Says over the timeline that the open file is damaged, and what of it is not shown.

A small file has been looked through before it is shown (storage/index.py); a large one is meanwhile, on a
thread of its own. The window makes one.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from explorer.domain.errors import ExplorerError
from explorer.domain.tongue import translate
from explorer.storage.connection import Cancelled
from explorer.storage.index import LOOKED_THROUGH, damage_of
from explorer.ui.loader import Loader
from explorer.ui.notice import Bar

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.storage.opening import Database
    from explorer.ui.main_window import MainWindow

#: Milliseconds after the opening: the first things that the user does come first.
LOOKS_AFTER: Final = 3_000


class Soundness(QObject):
    """Observes what is opened."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._collection = window, window.collection
        self._looker: Loader | None = None
        self.bar: Bar | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._collection.opened.connect(self._begin)
        window.closing.connect(self._end)

    def _begin(self) -> None:
        self._hide()
        self._timer.stop()
        collection = self._collection
        if collection.shortcoming:
            self._tell(collection.shortcoming)
        elif collection.database is not None and collection.database.size > LOOKED_THROUGH:
            self._timer.start(LOOKS_AFTER)

    def _end(self) -> None:
        self._timer.stop()
        if self._looker is not None:
            self._looker.stop()

    def _look(self) -> None:
        database = self._collection.database
        if database is None:
            return

        def goes_on() -> bool:
            return self._collection.database is database and not self._collection.is_closed

        def take(damage: str) -> None:
            if damage and goes_on():
                words = translate("Watch", "“{name}” is damaged: what you see may be wrong or not all.")
                advice = translate("Watch", "`detente check` lists what is wrong.")
                self._tell(f"{words.format(name=database.name)} {advice}")

        self._looker = self._looker or Loader(self)
        # A file that cannot be read meanwhile is told by whoever needs it.
        self._looker.ask("damage", lambda: _looked_through(database, goes_on), take, lambda _: None)

    def _tell(self, words: str) -> None:
        self._hide()
        self.bar = Bar(words, self._hide)
        self._window.put_above_timeline(self.bar)

    def _hide(self) -> None:
        bar, self.bar = self.bar, None
        if bar is not None:
            bar.hide()
            bar.deleteLater()


def _looked_through(database: "Database", goes_on: "Callable[[], bool]") -> str:
    try:
        return damage_of(database, goes_on)
    except Cancelled:
        return ""
    except ExplorerError as error:
        return error.what
