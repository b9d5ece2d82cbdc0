"""Puts what matches in the order of a column, on a thread of its own: ten million rows take seconds.

The table asks; the answer comes by a signal. Orders by title come from the database and are kept.
"""

from collections.abc import Callable
from contextlib import closing

import numpy as np
from PySide6.QtCore import QObject, Signal

from explorer.domain.errors import ExplorerError
from explorer.domain.index import EventIndex, Matched, Rows
from explorer.domain.order import base_of, in_order, in_time
from explorer.storage.connection import Cancelled
from explorer.storage.opening import Database
from explorer.storage.reading import ids_by_title
from explorer.ui.loader import Loader

#: Events from which on sorting takes long enough to be told.
_TOLD = 200_000


class _Sorting:
    """One order asked for. `is_unwanted` is set on the main thread, read by the worker's."""

    is_unwanted = False


class Ordering(QObject):
    """Answers `ask` with `ordered`, which carries the Matched, the column and int32 rows in its order.

    Only the newest question is answered. `progressed` carries done and total, 0 done while nobody knows how
    much is; `cancelled` follows `cancel`, and `failed`, which carries an ExplorerError.
    """

    ordered = Signal(object, str, object)
    progressed = Signal(int, int)
    cancelled = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader: Loader | None = None
        self._sorting: _Sorting | None = None
        # All rows of the index by time, and once that is asked for by title: four bytes an event each.
        self._bases: dict[str, Rows] = {}
        self._index: EventIndex | None = None

    @property
    def is_busy(self) -> bool:
        """True while an order is being made."""
        return self._sorting is not None

    def ask(self, database: Database, index: EventIndex, matched: Matched, sorted_by: str) -> None:
        """Order what matches; an order still being made is given up."""
        self._give_up()
        sorting = self._sorting = _Sorting()
        if index is not self._index:
            self._index, self._bases = index, {}
        known = self._bases.get(base_of(sorted_by))

        def report(done: int, total: int) -> bool:
            if not sorting.is_unwanted and len(index) >= _TOLD:
                self.progressed.emit(done, total)
            return not sorting.is_unwanted

        def take(answer: tuple[Rows, Rows] | None) -> None:
            self._sorting = None
            # None is the answer to what nobody wants any more, which is not delivered.
            assert answer is not None
            rows, self._bases[base_of(sorted_by)] = answer
            self.ordered.emit(matched, sorted_by, rows)

        def refuse(error: ExplorerError) -> None:
            self._sorting = None
            self.failed.emit(error)
            self.cancelled.emit()

        self._loader = self._loader or Loader(self)
        if len(matched.mask) >= _TOLD:
            self.progressed.emit(0, 0)
        self._loader.ask(
            "order", lambda: _ordered(database, index, matched, sorted_by, known, report), take, refuse
        )

    def cancel(self) -> None:
        """Give up the order that is being made."""
        if self._sorting is not None:
            self._give_up()
            self._sorting = None
            self.cancelled.emit()

    def forget(self) -> None:
        """Let go of what was kept for a database that is open no more."""
        self._give_up()
        self._sorting = self._index = None
        self._bases = {}

    def close(self) -> None:
        """End the thread."""
        self.forget()
        if self._loader is not None:
            self._loader.stop()

    def _give_up(self) -> None:
        if self._sorting is not None:
            self._sorting.is_unwanted = True
        if self._loader is not None:
            self._loader.forget("order")


def _ordered(
    database: Database,
    index: EventIndex,
    matched: Matched,
    sorted_by: str,
    base: Rows | None,
    report: Callable[[int, int], bool],
) -> tuple[Rows, Rows] | None:
    """The rows, and all rows that they were picked from; None when nobody wants them any more."""
    if base is None and base_of(sorted_by) == "date":
        base = in_time(index, np.arange(len(index), dtype=np.int32))
    elif base is None:
        try:
            # A connection of its own, so that the window's questions are answered meanwhile.
            with closing(database.connect()) as connection:
                base = index.rows_of(ids_by_title(connection, len(index), report))
        except Cancelled:
            return None
    return (in_order(index, matched.mask, sorted_by, base), base) if report(0, 0) else None
