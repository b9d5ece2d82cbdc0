"""Answers what the search box wants to offer beside whatever the Collection is asked: a search takes seconds.

The Collection owns it and gives it a connection of its own with each database, opened with the other.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from explorer.ui.loader import Loader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from explorer.domain.completion import Completion
    from explorer.domain.errors import ExplorerError
    from explorer.domain.index import EventIndex


class Prompter(QObject):
    """Has a worker, from the first question on. Of several questions only the newest is answered, and none
    any more that was asked of a database before the present one."""

    def __init__(self, refuse: "Callable[[ExplorerError], None]", parent: QObject) -> None:
        super().__init__(parent)
        self._refuse = refuse
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
            for topic in ("complete", "problems"):
                self.worker.forget(topic)
            # Nobody waits for what it is at.
            former.interrupt()
            self.worker.run(former.close)

    def want(
        self,
        index: "EventIndex",
        counts: "Mapping[str, Mapping[str, int]]",
        text: str,
        cursor: int,
        then: "Callable[[list[Completion]], None]",
    ) -> None:
        """Find ways to go on with a text at a cursor, and call `then` with them."""
        # Not loaded before someone types.
        from explorer.ui.searching.completing import completed

        self._ask("complete", lambda one: completed(one, index, counts, text, cursor), then)

    def want_problems(self, index: "EventIndex", search: str, then: "Callable[[list[str]], None]") -> None:
        """Find what in a search cannot be understood or is not in the database, and call `then` with it."""
        from explorer.domain.query import parse_query
        from explorer.domain.query_rows import problems_of

        self._ask(
            "problems", lambda _: [one.sentence for one in problems_of(parse_query(search), index)], then
        )

    def _ask(self, topic: str, work: "Callable[[Any], Any]", then: "Callable[[Any], None]") -> None:
        connection = self._connection
        if connection is None:
            return

        def answered(answer: Any) -> None:
            if self._connection is connection:
                then(answer)

        self.worker.ask(topic, lambda: work(connection), answered, self._refuse)

    def stop(self) -> None:
        """End the worker and close the connection; nothing is answered any more."""
        if self._connection is not None:
            self._connection.interrupt()
        if self._worker is not None:
            self._worker.stop()
        if self._connection is not None:
            self._connection.close()
            self._connection = None
