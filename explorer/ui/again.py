"""Asks again what a file could not answer while another program had it to itself."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from explorer.domain.errors import ExplorerError
from explorer.storage.telling import BusyError

#: Milliseconds until a question is asked again.
SOON: Final = 1_000


class Again(QObject):
    """Keeps the questions that a lock refused, one of each topic, and asks them until they are answered."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._questions: dict[str, Callable[[], object]] = {}
        self._told: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)

    @property
    def is_waiting(self) -> bool:
        """True while a question is to be asked again."""
        return bool(self._questions)

    def refusing(
        self, topic: str, ask: Callable[[], object], refuse: Callable[[ExplorerError], object]
    ) -> Callable[[ExplorerError], None]:
        """What a refused question is answered by: a lock is told once, and then `ask` is called again."""

        def refused(error: ExplorerError) -> None:
            if not isinstance(error, BusyError):
                refuse(error)
                return
            self._questions[topic] = ask
            self._timer.start(SOON)
            if topic not in self._told:
                self._told.add(topic)
                refuse(error)

        return refused

    def forget(self, topic: str) -> None:
        """Do not ask any more what was asked of a topic: it is asked anew, or nobody wants to know."""
        self._questions.pop(topic, None)
        if not self._questions:
            self._told.clear()

    def forget_all(self) -> None:
        """Ask nothing any more."""
        self._questions.clear()
        self._told.clear()
        self._timer.stop()

    def _ask(self) -> None:
        waiting = list(self._questions.values())
        for ask in waiting:
            ask()
