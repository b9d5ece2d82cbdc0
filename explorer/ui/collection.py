"""The open database as the window knows it: its index, what matches, the event being read.

Data only, derived from the Store's intent and the database; every answer arrives by a signal.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from explorer.domain.edtf import parse
from explorer.domain.errors import ExplorerError
from explorer.domain.event import Event, EventTitle
from explorer.domain.filter import EventFilter
from explorer.domain.index import Bools, EventIndex, Matched
from explorer.domain.interval import Interval
from explorer.domain.view_request import ViewRequest
from explorer.layout.lanes import Arrangement
from explorer.state import Store, ViewState
from explorer.storage.index import load_index
from explorer.storage.opening import Cancelled, Database, open_database
from explorer.storage.reading import id_of, neighbours, read_event, read_shapes, read_titles
from explorer.storage.search import search_ids
from explorer.ui.loader import Loader

#: Titles are read with the index up to this many events, and on demand beyond.
TITLES_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening a database yields at once."""

    database: Database
    connection: Any
    index: EventIndex
    titles: Mapping[int, EventTitle]
    shapes: Mapping[str, str]
    matched: Matched
    state: ViewState


class _Opening:
    """One attempt to open a database. `is_cancelled` is set on the main thread, read by the loader's."""

    is_cancelled = False


@dataclass(frozen=True, slots=True)
class Reading:
    """An event with the two before and after it in the same relationship."""

    event: Event
    neighbours: tuple[EventTitle, ...]


class Collection(QObject):
    """Answers the Store's state with data. Signals carry it; the attributes hold the latest.

    `opened` comes before `matched`; `read` carries a Reading, or None when nothing is selected;
    `failed` an ExplorerError, or None when the user cancelled.
    """

    opening = Signal(object)
    progressed = Signal(int, int)
    opened = Signal()
    matched = Signal(object)
    read = Signal(object)
    titles_read = Signal()
    failed = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.loader = Loader(self)
        self.loader.failed.connect(self.failed)
        self.database: Database | None = None
        self.index: EventIndex | None = None
        self.match: Matched | None = None
        self.reading: Reading | None = None
        self.titles: dict[int, EventTitle] = {}
        self.shapes: Mapping[str, str] = {}
        self._connection: Any = None
        self._arrangements: dict[str, Arrangement] = {}
        self._opening: _Opening | None = None
        store.observe(self._follow)

    def open(self, path: Path, request: ViewRequest | None = None) -> None:
        """Open a database in place of the present one, which stays if that fails.

        An opening still under way is given up.
        """
        self.cancel()
        opening = self._opening = _Opening()

        def report(done: int, total: int) -> bool:
            if not opening.is_cancelled:
                self.progressed.emit(done, total)
            return not opening.is_cancelled

        self.opening.emit(path)
        self.loader.ask("open", lambda: _open(path, request, report), self._take, self._refuse, _close)

    @property
    def is_opening(self) -> bool:
        """True while a database is being opened."""
        return self._opening is not None

    def cancel(self) -> None:
        """Stop an opening that is under way; what was open stays."""
        if self._opening is not None:
            self._opening.is_cancelled = True

    def close(self) -> None:
        """End the worker; nothing is answered any more."""
        self.cancel()
        self._opening = None
        if self._connection is not None:
            self._connection.interrupt()
        self.loader.stop()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def arrangement(self, facet: str) -> Arrangement:
        """All events in lanes by a facet, built once. There must be an open database."""
        assert self.index is not None
        if facet not in self._arrangements:
            self._arrangements[facet] = Arrangement.of(self.index, facet)
        return self._arrangements[facet]

    def title_of(self, row: int) -> EventTitle | None:
        """The title of an event by its row, None while it is still to be read."""
        assert self.index is not None
        return self.titles.get(int(self.index.ids[row]))

    def want_titles(self, rows: Sequence[int]) -> None:
        """Read the titles of some rows; `titles_read` follows when there were any new ones."""
        assert self.index is not None
        ids = [event for event in self.index.ids[np.asarray(rows)].tolist() if event not in self.titles]
        if ids:
            self._ask("titles", lambda connection: read_titles(connection, ids), self._take_titles)

    def _ask(self, topic: str, work: Callable[[Any], Any], then: Callable[[Any], None]) -> None:
        connection = self._connection
        if connection is not None:
            self.loader.ask(topic, lambda: work(connection), then)

    def _refuse(self, error: ExplorerError) -> None:
        self._opening = None
        self.failed.emit(error)

    def _take(self, opened: Opened | None) -> None:
        is_cancelled = self._opening is not None and self._opening.is_cancelled
        self._opening = None
        if opened is None or is_cancelled:
            _close(opened)
            self.failed.emit(None)
            return
        former, self._connection = self._connection, opened.connection
        for topic in ("match", "read", "titles"):
            self.loader.forget(topic)
        if former is not None:
            former.close()
        self.database, self.index, self.match = opened.database, opened.index, opened.matched
        self.titles, self.shapes = dict(opened.titles), opened.shapes
        self._arrangements, self.reading = {}, None
        self.opened.emit()
        old, new = self.store.state, opened.state
        self.store.edit(window=new.window, filter=new.filter, selection=new.selection, lanes=new.lanes)
        self.matched.emit(self.match)
        if old.selection == new.selection:
            # The same id in another database is another event: the Store stayed silent.
            self._read(new.selection)

    def _take_titles(self, found: Mapping[int, EventTitle]) -> None:
        self.titles.update(found)
        self.titles_read.emit()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        index = self.index
        if index is None:
            return
        if new.filter != old.filter and (self.match is None or self.match.filter != new.filter):
            wanted = new.filter
            self._ask("match", lambda connection: match(connection, index, wanted), self._take_match)
        if new.selection != old.selection:
            self._read(new.selection)

    def _take_match(self, matched: Matched) -> None:
        self.match = matched
        self.matched.emit(matched)

    def _read(self, event_id: int | None) -> None:
        if event_id is None:
            self.loader.forget("read")
            self._take_reading(None)
        else:
            self._ask("read", lambda connection: _read(connection, event_id), self._take_reading)

    def _take_reading(self, reading: Reading | None) -> None:
        self.reading = reading
        self.read.emit(reading)


def match(connection: Any, index: EventIndex, wanted: EventFilter) -> Matched:
    """Apply a filter: words through the full-text index, everything else over the columns."""
    found: Bools | None = None
    if wanted.search.strip():
        found = np.isin(index.ids, search_ids(connection, wanted.search))
    return index.match(wanted, found)


def _read(connection: Any, event_id: int) -> Reading:
    event = read_event(connection, event_id)
    return Reading(event, tuple(neighbours(connection, event)))


def _close(opened: Opened | None) -> None:
    if opened is not None:
        opened.connection.close()


def _open(path: Path, request: ViewRequest | None, report: Callable[[int, int], bool]) -> Opened | None:
    database = open_database(path)
    connection = database.connect()
    try:
        index = load_index(connection, report)
        titles = read_titles(connection, index.ids.tolist()) if len(index) <= TITLES_AT_ONCE else {}
        state = _first_state(database, connection, index, request)
        matched = match(connection, index, state.filter)
        return Opened(database, connection, index, titles, read_shapes(connection), matched, state)
    except Cancelled:
        connection.close()
        return None
    except BaseException:
        connection.close()
        raise


def _first_state(
    database: Database, connection: Any, index: EventIndex, request: ViewRequest | None
) -> ViewState:
    """What is shown first: what was asked for, else what the database names, else everything."""
    window = selection = None
    if named := database.properties.get("first_window"):
        date = parse(named)
        window = Interval(date.earliest, date.latest)
    if first := database.properties.get("first_event"):
        selection = id_of(connection, first)
    state = ViewState(window=window or whole(index), selection=selection)
    if request is None:
        return state
    return replace(state, **request.resolve(index, lambda slug: id_of(connection, slug)))


def whole(index: EventIndex) -> Interval | None:
    """All events with a little air at both ends, None when there are none."""
    if not len(index):
        return None
    return Interval(int(index.start.min()), int(index.end.max())).padded(0.02)
