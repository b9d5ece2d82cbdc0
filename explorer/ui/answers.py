"""What the loader's thread works out for the Collection: an opened database, what matches, counts, relief.

Nothing here touches a widget or the Collection: everything comes as arguments and goes as a value.
"""

from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from explorer.domain.argument import Argument
from explorer.domain.bearing import Bearing
from explorer.domain.edtf import EdtfError, parse
from explorer.domain.errors import DatabaseError, ExplorerError
from explorer.domain.event import EventTitle
from explorer.domain.filter import EventFilter
from explorer.domain.index import EventIndex, Matched, Relief
from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.domain.marks import facet_of, texts_of, wants_marks
from explorer.domain.note import Note
from explorer.domain.query import parse_query
from explorer.domain.query_rows import problems_of
from explorer.domain.tongue import translate
from explorer.domain.view_request import ViewRequest
from explorer.layout.gaps import find_gaps, known_span
from explorer.layout.lanes import Arrangement, Lanes
from explorer.state import ViewState
from explorer.storage.cache import pack
from explorer.storage.connection import Cancelled, ChangedError
from explorer.storage.index import load
from explorer.storage.notes import notes_by_id, read_notes
from explorer.storage.opening import Database, open_database
from explorer.storage.reading import id_of, ids_of, near_slugs, read_argument, read_shapes, read_titles
from explorer.storage.search import first_hits, search_rows
from explorer.storage.spelling import make_spelling, postpone

#: Titles are read with the index up to this many events, and on demand beyond.
TITLES_AT_ONCE = 20_000
#: Events up to which facets are counted together with a match; beyond, the picture does not wait for them.
COUNTED_AT_ONCE = 200_000
#: What stands at either end of all time, as a share of it.
_AIR = 0.02
#: Events up to which the lanes of another facet are kept for when they are asked for again: of ten million
#: they take 200 MB, and a second to arrange.
ARRANGED_KEPT = 2_000_000
#: How often a file that another program is writing is read.
_TRIES = 3
#: Hits that a search in a large database shows before all are counted.
FIRST_HITS = 7


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening a database yields at once. `aside` is a connection for a worker of its own.

    `shortcoming` is a sentence on what is not shown of a damaged file.
    """

    database: Database
    connection: Any
    aside: Any
    index: EventIndex
    titles: Mapping[int, EventTitle]
    shapes: Mapping[str, str]
    argument: Argument | None
    bearing: Bearing | None
    shown: "Shown"
    state: ViewState
    notes: Mapping[int, Note]
    notes_problem: ExplorerError | None
    shortcoming: str = ""


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


@dataclass(frozen=True, slots=True)
class Broken:
    """What an opening yields that ended with an exception nobody expected."""

    path: Path
    error: Exception

    def told(self) -> ExplorerError:
        details = f"{type(self.error).__name__}: {self.error}"
        return DatabaseError(
            translate("Panel", "“{name}” could not be opened: Détente made a mistake.").format(
                name=self.path.name
            ),
            translate("Panel", "Open another database, and please report this one."),
            details,
        )


def shown_for(
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


def hits_of(connection: Any, words: str) -> tuple[EventTitle, ...]:
    """The titles of the first few events that have these words."""
    return tuple(read_titles(connection, first_hits(connection, words, FIRST_HITS)).values())


def counted(connection: Any, index: EventIndex, matched: Matched, texts: Mapping[int, str]) -> Matched:
    """The same match with every facet's counts."""
    found = search_rows(connection, index, matched.filter.search, texts)
    return replace(matched, counts=index.counts(matched.filter, found))


def relief_of(
    connection: Any, index: EventIndex, wanted: EventFilter, texts: Mapping[int, str]
) -> list[Relief]:
    """How many events each clause of a filter keeps away."""
    return index.relief(wanted, search_rows(connection, index, wanted.search, texts))


def write_packed(path: Path, index: EventIndex, goes_on: Callable[[int, int], bool]) -> None:
    """The packed columns are written for the next opening, unless `goes_on` says no."""
    with suppress(Cancelled):
        pack(path, index, goes_on)


def learn_spelling(database: Database, index: EventIndex, goes_on: Callable[[], bool]) -> bool:
    """Make the spelling of a large database, which was postponed, unless `goes_on` says no.

    False where it could not be made: a damaged file is searched as its index has it.
    """
    with suppress(Cancelled, DatabaseError), closing(database.connect(goes_on)) as connection:
        make_spelling(connection, index)
        return True
    return False


def opened_from(
    path: Path,
    request: ViewRequest | None,
    report: Callable[[int, int], bool],
    shows_notes: bool,
    missing: list[str] | None = None,
) -> Opened | Broken | None:
    """A database with all that is shown first; None when `report` says no. Raises ExplorerError.

    With a list `missing`, what the request names and the database lacks is put there and left out.
    """
    try:
        for tries_left in range(_TRIES - 1, -1, -1):
            try:
                return _read_all(path, request, report, shows_notes, missing)
            except ChangedError:
                # Another program wrote while it was read: once more, from the beginning.
                if not tries_left:
                    raise
                if missing is not None:
                    missing.clear()
    except Cancelled:
        return None
    except ExplorerError:
        raise
    except Exception as error:  # noqa: BLE001 - raised again on the main thread
        return Broken(path, error)
    raise AssertionError("the last try answers or raises")


def _read_all(
    path: Path,
    request: ViewRequest | None,
    report: Callable[[int, int], bool],
    shows_notes: bool,
    missing: list[str] | None,
) -> Opened:
    database = open_database(path, report)
    with ExitStack() as opening:
        loaded = load(database, report, lambda: report(0, 0))
        connection = opening.enter_context(closing(loaded.connection))
        database, index = loaded.database, loaded.index
        aside = opening.enter_context(closing(database.connect()))
        written, problem = read_notes(path)
        notes = notes_by_id(written, ids_of(connection, list(written)).get)
        is_asked_for = request is not None and wants_marks(request.filter)
        index.put(facet_of(notes if shows_notes or is_asked_for else {}, index))
        if len(index) > COUNTED_AT_ONCE:
            postpone(index)
        titles = read_titles(connection, index.ids.tolist()) if len(index) <= TITLES_AT_ONCE else {}
        argument = read_argument(connection)
        state = _first_state(database, connection, index, argument, request, missing)
        shown = shown_for(connection, index, state, {}, texts_of(notes))
        bearing = Bearing.of(argument, index) if argument is not None else None
        shapes = read_shapes(connection)
        opened = Opened(
            database,
            connection,
            aside,
            index,
            titles,
            shapes,
            argument,
            bearing,
            shown,
            state,
            notes if shows_notes else {},
            problem,
            loaded.shortcoming,
        )
        # What is asked from now on has no cancellation of its own: it is interrupted.
        loaded.connection.goes_on = None
        opening.pop_all()
        return opened


def _first_state(
    database: Database,
    connection: Any,
    index: EventIndex,
    argument: Argument | None,
    request: ViewRequest | None,
    missing: list[str] | None,
) -> ViewState:
    """What is shown first: what was asked for, else what the database names, else everything."""
    window = selection = None
    if named := database.properties.get("first_window"):
        # A window that cannot be read, or is open, is none; `detente check` says so.
        with suppress(EdtfError):
            date = parse(named)
            if BEGINNING < date.earliest < date.latest < FOREVER:
                window = Interval(date.earliest, date.latest)
    if first := database.properties.get("first_event"):
        selection = id_of(connection, first)
    state = ViewState(window=window or whole(known_span(index.start, index.end)), selection=selection)
    if request is None:
        return state
    fields = request.resolve(
        index, partial(id_of, connection), argument, missing, partial(near_slugs, connection)
    )
    return replace(state, **fields)


def whole(span: Interval | None) -> Interval | None:
    """All events with a little air at both ends; `span` goes from the first to the last date known."""
    return span.padded(_AIR) if span is not None else None


def problems_in(search: str, index: EventIndex) -> list[str]:
    """What a search asks for in vain, or cannot ask for, in a sentence each."""
    return [problem.sentence for problem in problems_of(parse_query(search), index)]
