"""The open database as the window knows it: its index, what matches, the event being read.

Data only, derived from the Store's intent and the database; every answer arrives by a signal.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from explorer.domain.errors import ExplorerError
from explorer.domain.event import EventTitle
from explorer.domain.folding import is_blank
from explorer.domain.index import EventIndex, Matched, Relief
from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.domain.marks import facet_of, wants_marks
from explorer.domain.note import FACET
from explorer.domain.view_request import ViewRequest
from explorer.layout.gaps import known_span
from explorer.state import Store, ViewState
from explorer.storage.cache import needs_packing
from explorer.storage.connection import ChangedError
from explorer.storage.reading import read_titles
from explorer.storage.spelling import is_postponed
from explorer.ui import answers
from explorer.ui.again import Again
from explorer.ui.answers import Broken, Opened, Shown, shown_for
from explorer.ui.aside import Aside
from explorer.ui.event.reading import Reading, read
from explorer.ui.loader import Loader
from explorer.ui.notebook import Notebook
from explorer.ui.right_of_way import Hurry

if TYPE_CHECKING:
    from explorer.domain.argument import Argument
    from explorer.domain.bearing import Bearing
    from explorer.domain.completion import Completion
    from explorer.layout.lanes import Arrangement, Lanes
    from explorer.storage.offers import Offer
    from explorer.storage.opening import Database

#: Titles kept of a database that is too large to keep all.
TITLES_KEPT = 8_000
#: Milliseconds after the last edit of a note until it is searched.
REMATCHED_AFTER = 250


class _Opening:
    """One attempt to open a database. `is_cancelled` is set on the main thread, read by the loader's.

    `keeps`: no view was asked for, so what the reader has switched off stays off. With `missing`, the open
    database is read again, and stays as it is where the present view names what is put there.
    """

    is_cancelled = False

    def __init__(self, *, keeps: bool, missing: list[str] | None = None) -> None:
        self.keeps, self.missing = keeps, missing


class Collection(QObject):
    """Answers the Store's state with data. Signals carry it; the attributes hold the latest.

    `outdated` says that a question found the file changed by another program, `reread_refused` why it is not
    shown anew: an ExplorerError, or a list of what the present view would lack.

    `opened` comes before `matched`, and `is_reread` is true meanwhile where the same file was read again;
    `counted` follows `matched` when the facets' counts are known, at once in a small database. `found_first`
    comes before `matched` when words are looked for in a large one, with the titles of a few hits.
    `arranged` says that the same matches stand in other lanes. `read` carries a Reading, or None when nothing
    is selected; `failed` an ExplorerError, or None after a cancellation.
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
    outdated = Signal()
    reread_refused = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.loader = Loader(self)
        self.loader.failed.connect(self._fail)
        self.hurry = Hurry(self)
        self.aside = Aside(self._fail, self.hurry, self)
        self.again = Again(self)
        self.is_reread = False
        #: What is left out of a damaged file, in one sentence.
        self.shortcoming = ""
        self.database: Database | None = None
        self.index: EventIndex | None = None
        self.match: Matched | None = None
        self.lanes: Lanes | None = None
        self.every: Lanes | None = None
        self.gaps: tuple[Interval, ...] = ()
        self.extent: Interval | None = None
        #: From the first to the last date known, and that with some air.
        self.known: Interval | None = None
        self.whole: Interval | None = None
        self.reading: Reading | None = None
        self.titles: dict[int, EventTitle] = {}
        self.shapes: Mapping[str, str] = {}
        self.argument: Argument | None = None
        self.bearing: Bearing | None = None
        self.notebook = Notebook(self)
        self.notebook.changed.connect(self._take_note)
        # Not with every letter of a note.
        self._rematch = QTimer(self)
        self._rematch.setSingleShot(True)
        self._rematch.setInterval(REMATCHED_AFTER)
        self._rematch.timeout.connect(self._match_again)
        #: False for pictures, which show nothing of the reader's own unless asked, but find by it.
        self.shows_notes = True
        self._connection: Any = None
        self._asked: tuple[object, ...] = ()
        self._arrangements: dict[str, Arrangement] = {}
        self._opening: _Opening | None = None
        self._packer: Loader | None = None
        self._learning: EventIndex | None = None
        self._writer: Loader | None = None
        self._is_closed = False
        store.observe(self._follow)

    def open(self, path: Path, request: ViewRequest | None = None, missing: list[str] | None = None) -> None:
        """Open a database in place of the present one, which stays if that fails.

        An opening still under way is given up. With a list `missing`, what the request names and the database
        lacks is put there, in words, before `opened`.
        """
        self._begin(path, request, missing, _Opening(keeps=request is None))
        self.opening.emit(path)

    def read_again(self, request: ViewRequest) -> None:
        """Read the open file again, which another program has changed, and show the same view of it.

        What is shown stays until then, and where the file cannot be read or lacks what the view names.
        """
        assert self.database is not None
        missing: list[str] = []
        self._begin(self.database.path, request, missing, _Opening(keeps=False, missing=missing))

    def _begin(
        self, path: Path, request: ViewRequest | None, missing: list[str] | None, opening: _Opening
    ) -> None:
        self.cancel()
        self._opening = opening

        def report(done: int, total: int) -> bool:
            if total and not opening.is_cancelled:
                self.progressed.emit(done, total)
            return not opening.is_cancelled

        work = partial(answers.opened_from, path, request, report, self.shows_notes, missing)
        self.loader.ask("open", work, self._take, self._refuse, self._drop)

    @property
    def state(self) -> ViewState:
        """What the Store holds: what is shown, or asked for by now."""
        return self.store.state

    @property
    def has_claims(self) -> bool:
        """True when the database has claims that events serve."""
        return self.index is not None and bool(self.index.facets["claim"].slugs)

    @property
    def is_opening(self) -> bool:
        """True while a database is being opened."""
        return self._opening is not None

    @property
    def is_busy(self) -> bool:
        """True while a question is unanswered."""
        return (
            self.loader.is_busy or self.aside.is_busy or self.again.is_waiting or self.aside.again.is_waiting
        )

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
        self.again.forget_all()
        self.loader.stop()
        self.aside.stop()
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
            self.aside.ask(topic, lambda connection: read_titles(connection, ids), self._take_titles)

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
            self.hurry.begin()
            if self._connection is connection:
                then(answer)

        def refuse(error: ExplorerError) -> None:
            if self._connection is not connection:
                return
            if otherwise is None or isinstance(error, ChangedError):
                self._fail(error)
            else:
                otherwise(error)

        self.again.forget(topic)
        refused = self.again.refusing(topic, lambda: self.ask(topic, work, then, otherwise), refuse)
        self.loader.ask(topic, lambda: work(connection), answered, refused)

    def compute(self, topic: str, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Run what takes long in a large database off the main thread, `then` here with its answer."""
        self.ask(topic, lambda _: work(), then)

    def want_completions(self, text: str, cursor: int, then: "Callable[[list[Completion]], None]") -> None:
        """Find ways to go on with what is typed into the search box, and call `then` with them."""
        index, matched = self.index, self.match
        if index is None or matched is None:
            return
        # Not loaded before someone types.
        from explorer.ui.searching.completing import completed

        texts = self.notebook.texts
        self.aside.ask("complete", lambda one: completed(one, index, matched, text, cursor, texts), then)

    def want_problems(self, search: str, then: "Callable[[list[str]], None]") -> None:
        """Find what a search asks for in vain, and call `then` with a sentence on each."""
        index = self.index
        if index is not None:
            self.aside.ask("problems", lambda _: answers.problems_in(search, index), then)

    def want_offers(self, matched: Matched, then: "Callable[[list[Offer]], None]") -> None:
        """Find how else a search may be read, or what was meant where it found nothing; tell `then`."""
        index, texts = self.index, self.notebook.texts
        if index is not None:
            # Not loaded before there is something to offer.
            from explorer.storage.offers import offers_of

            self.aside.ask("offers", lambda one: offers_of(one, index, matched, texts), then)

    def want_relief(self, then: Callable[[list[Relief]], None]) -> None:
        """Find how many events each clause of the present filter keeps away, and call `then` with it."""
        index, matched = self.index, self.match
        assert index is not None and matched is not None  # noqa: PT018
        wanted, texts = matched.filter, self.notebook.texts
        self.ask("relief", lambda connection: answers.relief_of(connection, index, wanted, texts), then)

    def _fail(self, error: ExplorerError) -> None:
        if isinstance(error, ChangedError):
            # Not answered from another state of the file than the one that is shown.
            self.outdated.emit()
        else:
            self.failed.emit(error)

    def _refuse(self, error: ExplorerError) -> None:
        opening, self._opening = self._opening, None
        if opening is not None and opening.missing is not None:
            self.reread_refused.emit(error)
        else:
            self.failed.emit(error)

    def _drop(self, opened: Opened | Broken | None) -> None:
        if isinstance(opened, Opened):
            opened.aside.close()
            self._put_away(opened.connection)

    def _put_away(self, connection: Any) -> None:
        """Close a connection on the loader's thread, after whatever that still does with it."""
        if self._is_closed:
            connection.close()
        else:
            self.loader.run(connection.close)

    def _take(self, opened: Opened | Broken | None) -> None:
        opening, self._opening = self._opening, None
        is_cancelled = opening is not None and opening.is_cancelled
        if isinstance(opened, Broken):
            # A bug of ours: told as a failure, so that the window goes on, and raised for the excepthook.
            self.failed.emit(opened.told())
            raise opened.error
        if opened is None or is_cancelled:
            self._drop(opened)
            self.failed.emit(None)
            return
        if opening is not None and opening.missing:
            self._drop(opened)
            self.reread_refused.emit(opening.missing)
            return
        former, self._connection = self._connection, opened.connection
        self.aside.turn_to(opened.aside)
        if former is not None:
            self._put_away(former)
        self.again.forget_all()
        self.database, self.index = opened.database, opened.index
        self.shortcoming = opened.shortcoming
        self.titles, self.shapes = dict(opened.titles), opened.shapes
        self.argument, self.bearing = opened.argument, opened.bearing
        self.notebook.show(opened.database.path, opened.notes, opened.notes_problem)
        arrangement = opened.shown.lanes.arrangement
        self._arrangements = {arrangement.facet: arrangement}
        self.known = known_span(opened.index.start, opened.index.end)
        self.whole, self.reading = answers.whole(self.known), None
        self._keep(opened.shown)
        self.is_reread = opening is not None and opening.missing is not None
        self.opened.emit()
        self.is_reread = False
        old, new = self.store.state, opened.state
        if opening is not None and opening.keeps:
            new = replace(new, commentary=old.commentary)
        self._asked = _wanted_of(new)
        self.store.show(new)
        self._tell_match()
        if (old.selection, old.compared) == (new.selection, new.compared):
            # The same id in another database is another event: the Store stayed silent.
            self._read(new)
        if needs_packing(opened.index):
            self._pack(opened.database.path, opened.index)

    def _learn(self, database: "Database", index: EventIndex) -> None:
        """Learn how a large database spells its words, on the thread that packs, and then search again.

        With its first search: all texts are read for it.
        """
        if self._learning is index or not is_postponed(index):
            return
        self._learning = index

        def goes_on() -> bool:
            return self.index is index and not self._is_closed

        def take(is_learnt: bool) -> None:
            if is_learnt and goes_on() and not is_blank(self.store.state.filter.search):
                self._match_again()

        self._packer = self._packer or Loader(self)
        work = partial(answers.learn_spelling, database, index, goes_on)
        self._packer.ask("spelling", work, take, lambda _: None)

    def _pack(self, path: Path, index: EventIndex) -> None:
        """Write the packed columns for the next opening, on a thread of its own: it may take a while."""

        def goes_on(_done: int, _total: int) -> bool:
            return self.index is index and not self._is_closed

        self._packer = self._packer or Loader(self)
        self._packer.ask(
            "pack", lambda: answers.write_packed(path, index, goes_on), lambda _: None, lambda _: None
        )

    def _take_titles(self, found: Mapping[int, EventTitle]) -> None:
        if len(self.titles) > TITLES_KEPT:
            self.titles.clear()
        self.titles.update(found)
        self.titles_read.emit()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        self.hurry.begin()
        index = self.index
        if index is None:
            return
        if self._asked != (asked := _wanted_of(new)):
            # Also on the way back to what is shown: another answer may be under way.
            self._asked = asked
            former = self.match if self.match is not None and self.match.filter == new.filter else None
            if former is None:
                self.loader.forget("count")
                if new.filter.search.strip() and len(index) > answers.COUNTED_AT_ONCE:
                    # Asked before the match, and so answered before it: counting may take a while.
                    words = new.filter.search
                    self.ask(
                        "hits", lambda connection: answers.hits_of(connection, words), self.found_first.emit
                    )
            self._match(index, new, former)
        if (new.selection, new.compared) != (old.selection, old.compared):
            self._read(new)

    def _match(self, index: EventIndex, state: ViewState, former: Matched | None) -> None:
        known, texts = self._arrangements, self.notebook.texts
        self.ask(
            "match",
            lambda connection: shown_for(connection, index, state, known, texts, former),
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
        database, index = self.database, self.index
        if database is not None and index is not None and not is_blank(shown.matched.filter.search):
            self._learn(database, index)

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
        self.ask(
            "count", lambda connection: answers.counted(connection, index, matched, texts), self._take_counts
        )

    def _take_counts(self, matched: Matched) -> None:
        if self.match is not None and self.match.filter == matched.filter:
            self.match = matched
            self.counted.emit(matched)

    def _read(self, state: ViewState) -> None:
        index, event_id, compared = self.index, state.selection, state.compared
        if event_id is None or index is None:
            self.aside.forget("read")
            self._take_reading(None)
        else:
            self.aside.ask(
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
