"""A worker thread: runs questions to the database off the main thread, drops stale answers.

One answers the window, others beside it: short questions (`aside.py`), packing, exports, pictures.
"""

import queue
import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from explorer.domain.blocks import RIGHT_OF_WAY
from explorer.domain.errors import ExplorerError
from explorer.ui.turns import Turns


@dataclass(frozen=True, slots=True)
class _Question:
    topic: str
    generation: int
    work: Callable[[], Any]
    then: Callable[[Any], None]
    otherwise: Callable[[ExplorerError], None] | None
    discard: Callable[[Any], None] | None
    is_needed: bool = False


class Loader(QObject):
    """Asks one thing after another on a thread of its own and answers on the main thread.

    Guarantees: questions run in the order asked, and each is answered in a turn of the event loop of its
    own; of one topic only the newest is answered, an older one still waiting is not even run; an
    ExplorerError goes to `otherwise`, or else to `failed`; any other exception is raised on the main thread,
    where the excepthook sees it; after `stop` nothing is answered, but whatever `run` was given before is
    done.
    """

    failed = Signal(object)
    idle = Signal()
    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._questions: queue.SimpleQueue[_Question | None] = queue.SimpleQueue()
        self._newest: dict[str, int] = {}
        self._waiting = 0
        self._answers: deque[tuple[_Question, Any]] = deque()
        self._turns = Turns.of_program()
        self._answered.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="loader", daemon=True)
        self._thread.start()

    @property
    def is_busy(self) -> bool:
        """True while any question is unanswered."""
        return self._waiting > 0

    def ask(
        self,
        topic: str,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        otherwise: Callable[[ExplorerError], None] | None = None,
        discard: Callable[[Any], None] | None = None,
    ) -> None:
        """Run `work` on the loader's thread and `then` with its result on this one, unless asked anew.

        `discard` gets a result that nobody wants any more, on the main thread: what must be closed, say.
        """
        generation = self._newest.get(topic, 0) + 1
        self._newest[topic] = generation
        self._waiting += 1
        self._questions.put(_Question(topic, generation, work, then, otherwise, discard))

    def run(self, work: Callable[[], object]) -> None:
        """Run something on the loader's thread, after what was asked before, that nobody waits for."""
        self._waiting += 1
        self._questions.put(_Question("", 0, work, lambda _: None, None, None, is_needed=True))

    def forget(self, topic: str) -> None:
        """Drop whatever was asked of a topic and is not answered yet."""
        self._newest[topic] = self._newest.get(topic, 0) + 1

    def forget_all(self) -> None:
        """Drop whatever was asked and is not answered yet."""
        for topic in self._newest:
            self.forget(topic)

    def stop(self) -> None:
        """End the thread after the question it is at. Interrupt long work before."""
        self._newest = dict.fromkeys(self._newest, -1)
        self._questions.put(None)
        RIGHT_OF_WAY.give()
        self._thread.join(5.0)
        # What is answered but not delivered yet is discarded now, not when nobody is left to do it.
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        while self._answers:
            try:
                self._deliver()
            except Exception as error:  # noqa: BLE001 - told as one in a slot is; the rest is still due
                sys.excepthook(type(error), error, error.__traceback__)

    def _run(self) -> None:
        while (question := self._questions.get()) is not None:
            result: Any = None
            if question.is_needed or self._newest.get(question.topic) == question.generation:
                try:
                    result = question.work()
                except BaseException as error:  # noqa: BLE001 - raised again on the main thread
                    result = error
            self._answered.emit(question, result)

    def _take(self, question: _Question, result: Any) -> None:
        # Several answers at once, each with what it paints, would hold up the user.
        self._answers.append((question, result))
        self._turns.add(self._deliver)

    def _deliver(self) -> None:
        if not self._answers:
            return
        question, result = self._answers.popleft()
        self._waiting -= 1
        if question.is_needed and isinstance(result, BaseException):
            raise result
        if self._newest.get(question.topic) == question.generation:
            if isinstance(result, ExplorerError):
                (question.otherwise or self.failed.emit)(result)
            elif isinstance(result, BaseException):
                raise result
            else:
                question.then(result)
        elif question.discard is not None and result is not None and not isinstance(result, BaseException):
            question.discard(result)
        if not self._waiting:
            self.idle.emit()
