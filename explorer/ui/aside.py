"""Answers short questions to the database beside the long ones: a search of millions takes seconds, and what
is drawn, read or typed meanwhile wants titles, an article's words, completions.

The Collection owns it and gives it a connection of its own with each database, opened with the other.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from explorer.ui.again import Again
from explorer.ui.loader import Loader
from explorer.ui.right_of_way import Hurry

if TYPE_CHECKING:
    from collections.abc import Callable

    from explorer.domain.errors import ExplorerError


class Aside(QObject):
    """Has a worker, from the first question on. Of one topic only the newest question is answered, and none
    any more that was asked of a database before the present one."""

    def __init__(self, refuse: "Callable[[ExplorerError], None]", hurry: Hurry, parent: QObject) -> None:
        super().__init__(parent)
        self._refuse, self._hurry = refuse, hurry
        self.again = Again(self)
        self._connection: Any = None
        self._worker: Loader | None = None

    @property
    def worker(self) -> Loader:
        """What the questions are answered on."""
        self._worker = self._worker or Loader(self)
        return self._worker

    @property
    def is_busy(self) -> bool:
        """True while a question is unanswered."""
        return self._worker is not None and self._worker.is_busy

    def turn_to(self, connection: Any) -> None:
        """Ask another database from now on; the former connection is closed once nothing uses it."""
        former, self._connection = self._connection, connection
        if former is not None:
            self.worker.forget_all()
            self.again.forget_all()
            # Nobody waits for what it is at.
            former.interrupt()
            self.worker.run(former.close)

    def ask(self, topic: str, work: "Callable[[Any], Any]", then: "Callable[[Any], None]") -> None:
        """Ask the open database: `work` gets a connection, on the worker's thread, and `then` the answer."""
        connection = self._connection
        if connection is None:
            return

        def answered(answer: Any) -> None:
            self._hurry.begin()
            then(answer)

        self.again.forget(topic)
        refused = self.again.refusing(topic, lambda: self.ask(topic, work, then), self._refuse)
        self.worker.ask(topic, lambda: work(connection), answered, refused)

    def forget(self, topic: str) -> None:
        """Drop whatever was asked of a topic and is not answered yet."""
        self.again.forget(topic)
        if self._worker is not None:
            self._worker.forget(topic)

    def stop(self) -> None:
        """End the worker and close the connection; nothing is answered any more."""
        self.again.forget_all()
        if self._connection is not None:
            self._connection.interrupt()
        if self._worker is not None:
            self._worker.stop()
        if self._connection is not None:
            self._connection.close()
            self._connection = None
