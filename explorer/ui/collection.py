"""The open database as the window knows it: its index, what matches, the event being read.

Data only, derived from the Store's intent and the database; every answer arrives by a signal.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from explorer.domain.argument import Argument
from explorer.domain.bearing import Bearing
from explorer.domain.edtf import parse
from explorer.domain.errors import DatabaseError, ExplorerError
from explorer.domain.event import EventTitle
from explorer.domain.filter import EventFilter
from explorer.domain.index import EventIndex, Matched, Relief
from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.domain.marks import facet_of, texts_of, wants_marks
from explorer.domain.note import FACET, Note
from explorer.domain.view_request import ViewRequest
from explorer.layout.gaps import find_gaps, known_span
from explorer.layout.lanes import Arrangement, Lanes
from explorer.state import Store, ViewState
from explorer.storage.index import load_index
from explorer.storage.notes import notes_by_id, read_notes
from explorer.storage.opening import Cancelled, Database, open_database
from explorer.storage.packed import needs_packing, pack
from explorer.storage.reading import (
    id_of,
    ids_of,
    read_argument,
    read_shapes,
    read_titles,
)
from explorer.storage.search import first_hits, search_rows
from explorer.ui.loader import Loader
from explorer.ui.notebook import Notebook
from explorer.ui.reading import Reading, read

if TYPE_CHECKING:
    from explorer.domain.completion import Completion

#: Titles are read with the index up to this many events, and on demand beyond; so many are kept.
TITLES_AT_ONCE = 20_000
TITLES_KEPT = 25_000
#: Events up to which facets are counted together with a match; beyond, the picture does not wait for them.
COUNTED_AT_ONCE = 200_000
#: Events up to which the lanes of another facet are kept for when they are asked for again: of ten million
#: they take 200 MB, and a second to arrange.
ARRANGED_KEPT = 2_000_000
#: Hits that a search in a large database shows before all are counted.
FIRST_HITS = 7
#: Milliseconds after the last edit of a note until it is searched.
REMATCHED_AFTER = 250


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening a database yields at once."""

    database: Database
    connection: Any
    index: EventIndex
    titles: Mapping[int, EventTitle]
    shapes: Mapping[str, str]
    argument: Argument | None
    bearing: Bearing | None
    shown: "Shown"
    state: ViewState
    notes: Mapping[int, Note]
    notes_problem: ExplorerError | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What matches a filter, arranged in the lanes of a facet.

    `extent` is the time it spans, None for nothing; `gaps` are the stretches without events in it.
    `every` has all events in the same lanes where those that fail the filter stay in the picture, dimmed.
    """

    matched: Matched
    lanes: Lanes
    extent: Interval | None
    gaps: tuple[Interval, ...]
    every: Lanes | None = None


class _Opening:
    """One attempt to open a database. `is_cancelled` is set on the main thread, read by the loader's."""

    is_cancelled = False


@dataclass(frozen=True, slots=True)
class _Broken:
    """What an opening yields that ended with an exception nobody expected."""

    path: Path
    error: Exception

    def told(self) -> ExplorerError:
        details = f"{type(self.error).__name__}: {self.error}"
        return DatabaseError(
            f"“{self.path.name}” could not be opened: Détente made a mistake.",
            "Open another database, and please report this one.",
            details,
        )


class Collection(QObject):
    """Answers the Store's state with data. Signals carry it; the attributes hold the latest.

    `opened` comes before `matched`; `counted` follows `matched` when the facets' counts are known, at
    once in a small database. `found_first` comes before `matched` when words are looked for in a large one,
    with the titles of a few hits. `arranged` says that the same matches stand in other lanes. `read` carries
    a Reading, or None when nothing is selected; `failed` an ExplorerError, or None after a cancellation.
    """

    opening = Signal(object)
    progressed = Signal(int, int)
    opened = Signal()
    found_first = Signal(object)
    matched = Signal(object)
    counted = Signal(object)
    arranged = Signal()
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
        self.lanes: Lanes | None = None
        self.every: Lanes | None = None
        self.gaps: tuple[Interval, ...] = ()
        self.extent: Interval | None = None
        self.whole: Interval | None = None
        self.reading: Reading | None = None
        self.titles: dict[int, EventTitle] = {}
        self.shapes: Mapping[str, str] = {}
        self.argument: Argument | None = None
        self.bearing: Bearing | None = None
        self.notebook = Notebook(self)
        self.notebook.changed.connect(self._take_note)
        # Not with every letter of a note.
        self._rematch = QTimer(self, singleShot=True, interval=REMATCHED_AFTER)
        self._rematch.timeout.connect(self._match_again)
        #: False for pictures, which show nothing of the reader's own unless asked, but find by it.
        self.shows_notes = True
        self._connection: Any = None
        self._asked: tuple[object, ...] = ()
        self._arrangements: dict[str, Arrangement] = {}
        self._opening: _Opening | None = None
        self._packer: Loader | None = None
        self._writer: Loader | None = None
        self._is_closed = False
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
        noted = self.shows_notes
        work = partial(_open, path, request, report, noted)
        self.loader.ask("open", work, self._take, self._refuse, self._drop)

    @property
    def has_claims(self) -> bool:
        """True when the database has claims that events serve."""
        return self.index is not None and bool(self.index.facets["claim"].slugs)

    @property
    def is_opening(self) -> bool:
        """True while a database is being opened."""
        return self._opening is not None

    @property
    def is_closed(self) -> bool:
        """True once nothing is answered any more: whatever runs aside should end."""
        return self._is_closed

    @property
    def is_writing(self) -> bool:
        """True while the writer is at work."""
        return self._writer is not None and self._writer.is_busy

    @property
    def writer(self) -> Loader:
        """A worker for what may take minutes while questions go on being answered, as an export does."""
        self._writer = self._writer or Loader(self)
        return self._writer

    def cancel(self) -> None:
        """Stop an opening that is under way; what was open stays."""
        if self._opening is not None:
            self._opening.is_cancelled = True

    def close(self) -> None:
        """End the worker; nothing is answered any more."""
        self.cancel()
        self._opening, self._is_closed = None, True
        if self._connection is not None:
            self._connection.interrupt()
        self.loader.stop()
        for aside in (self._packer, self._writer):
            if aside is not None:
                aside.stop()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def title_of(self, row: int) -> EventTitle | None:
        """The title of an event by its row, None while it is still to be read."""
        assert self.index is not None
        return self.titles.get(int(self.index.ids[row]))

    def extent_of(self, row: int) -> Interval:
        """The time that an event takes; where it is open, as far as the events of the database reach."""
        index, every = self.index, self.whole
        assert index is not None and every is not None  # noqa: PT018
        start, end = int(index.start[row]), int(index.end[row])
        if start <= BEGINNING < every.start:
            start = min(every.start, end - 1)
        if end >= FOREVER > every.end:
            end = max(every.end, start + 1)
        return Interval(start, end)

    def want_titles(self, rows: Sequence[int], topic: str = "titles") -> None:
        """Read the titles of some rows; `titles_read` follows when there were any new ones.

        Of what is wanted under one topic only the latest is sure to be read.
        """
        assert self.index is not None
        known: list[int] = self.index.ids[np.asarray(rows, dtype=np.int64)].tolist()
        ids = [event for event in known if event not in self.titles]
        if ids:
            self.ask(topic, lambda connection: read_titles(connection, ids), self._take_titles)

    def ask(
        self,
        topic: str,
        work: Callable[[Any], Any],
        then: Callable[[Any], None],
        otherwise: Callable[[ExplorerError], None] | None = None,
    ) -> None:
        """Ask the open database something: `work` gets its connection, on the loader's thread.

        `then` gets the answer and `otherwise` (without it, `failed`) the error, unless another database is
        open by then. Of one topic only what was asked last is answered.
        """
        connection = self._connection
        if connection is None:
            return

        def answered(answer: Any) -> None:
            if self._connection is connection:
                then(answer)

        def refused(error: ExplorerError) -> None:
            if self._connection is connection:
                (otherwise or self.failed.emit)(error)

        self.loader.ask(topic, lambda: work(connection), answered, refused)

    def compute(self, topic: str, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Run what takes long in a large database off the main thread, `then` here with its answer."""
        self.ask(topic, lambda _: work(), then)

    def want_completions(self, text: str, cursor: int, then: "Callable[[list[Completion]], None]") -> None:
        """Find ways to go on with what is typed into the search box, and call `then` with them."""
        index, matched = self.index, self.match
        if index is not None and matched is not None:
            # Not loaded before someone types.
            from explorer.ui.completing import completed

            self.ask("complete", lambda one: completed(one, index, matched.counts, text, cursor), then)

    def want_relief(self, then: Callable[[list[Relief]], None]) -> None:
        """Find how many events each clause of the present filter keeps away, and call `then` with it."""
        index, matched = self.index, self.match
        assert index is not None and matched is not None  # noqa: PT018
        wanted, texts = matched.filter, self.notebook.texts
        self.ask("relief", lambda connection: _relief(connection, index, wanted, texts), then)

    def _refuse(self, error: ExplorerError) -> None:
        self._opening = None
        self.failed.emit(error)

    def _drop(self, opened: "Opened | _Broken | None") -> None:
        if isinstance(opened, Opened):
            self._put_away(opened.connection)

    def _put_away(self, connection: Any) -> None:
        """Close a connection on the loader's thread, after whatever that still does with it."""
        if self._is_closed:
            connection.close()
        else:
            self.loader.run(connection.close)

    def _take(self, opened: "Opened | _Broken | None") -> None:
        is_cancelled = self._opening is not None and self._opening.is_cancelled
        self._opening = None
        if isinstance(opened, _Broken):
            # A bug of ours: told as a failure, so that the window goes on, and raised for the excepthook.
            self.failed.emit(opened.told())
            raise opened.error
        if opened is None or is_cancelled:
            self._drop(opened)
            self.failed.emit(None)
            return
        former, self._connection = self._connection, opened.connection
        if former is not None:
            self._put_away(former)
        self.database, self.index = opened.database, opened.index
        self.titles, self.shapes = dict(opened.titles), opened.shapes
        self.argument, self.bearing = opened.argument, opened.bearing
        self.notebook.show(opened.database.path, opened.notes, opened.notes_problem)
        arrangement = opened.shown.lanes.arrangement
        self._arrangements = {arrangement.facet: arrangement}
        self.whole, self.reading = whole(opened.index), None
        self._keep(opened.shown)
        self.opened.emit()
        old, new = self.store.state, opened.state
        self._asked = _wanted_of(new)
        self.store.show(new)
        self._tell_match()
        if (old.selection, old.compared) == (new.selection, new.compared):
            # The same id in another database is another event: the Store stayed silent.
            self._read(new)
        if needs_packing(opened.index):
            self._pack(opened.database.path, opened.index)

    def _pack(self, path: Path, index: EventIndex) -> None:
        """Write the packed columns for the next opening, on a thread of its own: it may take a while."""

        def goes_on(_done: int, _total: int) -> bool:
            return self.index is index and not self._is_closed

        self._packer = self._packer or Loader(self)
        self._packer.ask("pack", lambda: _packed(path, index, goes_on), lambda _: None, lambda _: None)

    def _take_titles(self, found: Mapping[int, EventTitle]) -> None:
        if len(self.titles) > TITLES_KEPT:
            self.titles.clear()
        self.titles.update(found)
        self.titles_read.emit()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        index = self.index
        if index is None:
            return
        if self._asked != (asked := _wanted_of(new)):
            # Also on the way back to what is shown: another answer may be under way.
            self._asked = asked
            former = self.match if self.match is not None and self.match.filter == new.filter else None
            if former is None:
                self.loader.forget("count")
                if new.filter.search.strip() and len(index) > COUNTED_AT_ONCE:
                    # Asked before the match, and so answered before it: counting may take a while.
                    words = new.filter.search
                    self.ask("hits", lambda connection: _hits(connection, words), self.found_first.emit)
            self._match(index, new, former)
        if (new.selection, new.compared) != (old.selection, old.compared):
            self._read(new)

    def _match(self, index: EventIndex, state: ViewState, former: Matched | None) -> None:
        known, texts = self._arrangements, self.notebook.texts
        self.ask(
            "match",
            lambda connection: _shown(connection, index, state, known, texts, former),
            self._take_match,
        )

    def _take_match(self, shown: Shown) -> None:
        former = self.match
        if former is None or shown.matched.mask is not former.mask:
            self._keep(shown)
            self._tell_match()
            return
        # The same events: their counts may have come meanwhile, or have been forgotten.
        self._keep(replace(shown, matched=former))
        self.arranged.emit()
        if not former.counts:
            self._count()

    def _keep(self, shown: Shown) -> None:
        self.match, self.lanes, self.every = shown.matched, shown.lanes, shown.every
        self.extent, self.gaps = shown.extent, shown.gaps

    def _tell_match(self) -> None:
        matched = self.match
        assert matched is not None
        self.matched.emit(matched)
        if matched.counts:
            self.counted.emit(matched)
        else:
            self._count()

    def _count(self) -> None:
        index, matched = self.index, self.match
        assert index is not None and matched is not None  # noqa: PT018
        texts = self.notebook.texts
        self.ask("count", lambda connection: _counted(connection, index, matched, texts), self._take_counts)

    def _take_counts(self, matched: Matched) -> None:
        if self.match is not None and self.match.filter == matched.filter:
            self.match = matched
            self.counted.emit(matched)

    def _read(self, state: ViewState) -> None:
        index, event_id, compared = self.index, state.selection, state.compared
        if event_id is None or index is None:
            self.loader.forget("read")
            self._take_reading(None)
        else:
            self.ask(
                "read", lambda connection: read(connection, index, event_id, compared), self._take_reading
            )

    def _match_again(self) -> None:
        if self.index is not None:
            self._match(self.index, self.store.state, None)

    def _take_note(self, _: int) -> None:
        """Let filter and counts know what the reader has marked."""
        index, matched = self.index, self.match
        if index is None or matched is None:
            return
        facet = facet_of(self.notebook.notes, index)
        index.put(facet)
        wanted = self.store.state.filter
        if wants_marks(wanted) or wanted.search.strip():
            self._rematch.start()
        elif matched.counts:
            own = dict(zip(facet.slugs, facet.count(matched.mask).tolist(), strict=True))
            self.match = replace(matched, counts={**matched.counts, FACET: own})
            self.counted.emit(self.match)

    def _take_reading(self, reading: Reading | None) -> None:
        self.reading = reading
        self.read.emit(reading)


def _wanted_of(state: ViewState) -> tuple[object, ...]:
    """What of a state decides which events are shown, and in which lanes."""
    return state.filter, state.lanes, state.collapse_gaps, state.dims


def _shown(
    connection: Any,
    index: EventIndex,
    state: ViewState,
    known: dict[str, Arrangement],
    texts: Mapping[int, str],
    former: Matched | None = None,
) -> Shown:
    """Apply a state's filter, unless `former` has, and arrange what passes; `known` keeps arrangements.

    `texts` are the reader's notes by the id of their event.
    """
    matched, wanted, facet = former, state.filter, state.lanes
    if matched is None:
        found = search_rows(connection, index, wanted.search, texts)
        if len(index) <= COUNTED_AT_ONCE:
            matched = index.match(wanted, found)
        else:
            mask = index.mask(wanted, found)
            matched = Matched(wanted, mask, int(np.count_nonzero(mask)), {})
    if facet not in known or len(index) > ARRANGED_KEPT:
        # Those that need memory of their own are let go of, in a small database when another takes its place.
        for other in [name for name, kept in known.items() if kept.rows is not None and name != facet]:
            del known[other]
    if facet not in known:
        known[facet] = Arrangement.of(index, facet)
    gaps: tuple[Interval, ...] = ()
    if state.collapse_gaps:
        rows = slice(None) if state.dims else np.flatnonzero(matched.mask)
        gaps = find_gaps(index.start[rows], index.end[rows])
    every = Lanes.whole(known[facet], len(index)) if state.dims else None
    lanes = Lanes.of(known[facet], matched.mask)
    return Shown(matched, lanes, lanes.extent(), gaps, every)


def _hits(connection: Any, words: str) -> tuple[EventTitle, ...]:
    return tuple(read_titles(connection, first_hits(connection, words, FIRST_HITS)).values())


def _counted(connection: Any, index: EventIndex, matched: Matched, texts: Mapping[int, str]) -> Matched:
    found = search_rows(connection, index, matched.filter.search, texts)
    return replace(matched, counts=index.counts(matched.filter, found))


def _relief(
    connection: Any, index: EventIndex, wanted: EventFilter, texts: Mapping[int, str]
) -> list[Relief]:
    return index.relief(wanted, search_rows(connection, index, wanted.search, texts))


def _packed(path: Path, index: EventIndex, goes_on: Callable[[int, int], bool]) -> None:
    with suppress(Cancelled):
        pack(path, index, goes_on)


def _open(
    path: Path, request: ViewRequest | None, report: Callable[[int, int], bool], shows_notes: bool
) -> "Opened | _Broken | None":
    try:
        return _read_all(path, request, report, shows_notes)
    except ExplorerError:
        raise
    except Exception as error:  # noqa: BLE001 - raised again on the main thread
        return _Broken(path, error)


def _read_all(
    path: Path, request: ViewRequest | None, report: Callable[[int, int], bool], shows_notes: bool
) -> Opened | None:
    database = open_database(path)
    connection = database.connect()
    try:
        index = load_index(connection, report)
        written, problem = read_notes(path)
        notes = notes_by_id(written, ids_of(connection, list(written)).get)
        is_asked_for = request is not None and wants_marks(request.filter)
        index.put(facet_of(notes if shows_notes or is_asked_for else {}, index))
        titles = read_titles(connection, index.ids.tolist()) if len(index) <= TITLES_AT_ONCE else {}
        argument = read_argument(connection)
        state = _first_state(database, connection, index, argument, request)
        shown = _shown(connection, index, state, {}, texts_of(notes))
        bearing = Bearing.of(argument, index) if argument is not None else None
        shapes = read_shapes(connection)
        return Opened(
            database,
            connection,
            index,
            titles,
            shapes,
            argument,
            bearing,
            shown,
            state,
            notes if shows_notes else {},
            problem,
        )
    except Cancelled:
        connection.close()
        return None
    except BaseException:
        connection.close()
        raise


def _first_state(
    database: Database,
    connection: Any,
    index: EventIndex,
    argument: Argument | None,
    request: ViewRequest | None,
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
    return replace(state, **request.resolve(index, lambda slug: id_of(connection, slug), argument))


def whole(index: EventIndex) -> Interval | None:
    """All events with a little air at both ends, None when there are none."""
    span = known_span(index.start, index.end)
    return span.padded(0.02) if span is not None else None
