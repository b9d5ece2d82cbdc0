"""One thing in each turn of the event loop, so that what the user does and what is painted come between."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer


class Turns(QObject):
    """Calls, one in each turn, in the order in which they were added."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._call)

    @staticmethod
    def of_program() -> "Turns":
        """Those that all of the program takes together."""
        program = QCoreApplication.instance()
        assert program is not None
        found = program.findChild(Turns)
        return found if isinstance(found, Turns) else Turns(program)

    def add(self, call: Callable[[], None]) -> None:
        """Call this when its turn comes."""
        self._calls.append(call)
        self._timer.start()

    def _call(self) -> None:
        call = self._calls.popleft()
        if self._calls:
            # Before the call: it may turn an event loop of its own, as a dialog does.
            self._timer.start()
        call()
