"""Which events an export has, and cells of some: what the dialog shows and the clipboard takes."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np

from explorer.domain.index import Bools, EventIndex, Matched, Rows
from explorer.domain.interval import Interval
from explorer.domain.note import Note
from explorer.domain.view_request import window_of
from explorer.storage.opening import Database

if TYPE_CHECKING:
    from explorer.formats import Format
    from explorer.formats.table import TableOptions
    from explorer.ui.main_window import MainWindow

#: The cells of some columns, each a list.
Columns: TypeAlias = Sequence[Sequence[Any]]

#: Formats whose table is to be read rather than computed with.
READ: Final = frozenset({"markdown", "html", "icalendar"})


def span_of(index: EventIndex, extent: str, visible: Interval | None) -> Interval | None:
    """The stretch of time of an extent, "visible", "all" or dates "A/B"; None for all of it.

    Raises ExplorerError for dates that cannot be read.
    """
    if extent == "all":
        return None
    return visible if extent == "visible" else window_of(extent, index)


def mask_of(index: EventIndex, match: Matched, span: Interval | None) -> Bools:
    """True for each event that matches and touches the span."""
    if span is None:
        return match.mask
    return match.mask & (index.start < span.end) & (index.end > span.start)


def shown_order(window: "MainWindow") -> Rows | None:
    """The rows of the table in its order while it is shown and sorted, else None: in order of time."""
    table, match = window.stage.table, window.collection.match
    if table is None or match is None or not window.store.state.is_table or table.is_busy:
        return None
    order = table.events.matching
    return order if len(order) == match.total else None


def first_rows(index: EventIndex, mask: Bools, order: Rows | None, most: int) -> Rows:
    """The first of the masked rows in an order, or in that of time: of ten million without sorting them."""
    if order is not None:
        return order[np.flatnonzero(mask[order])[:most]]
    rows = np.flatnonzero(mask)
    if len(rows) > 100 * most:
        starts = index.start[rows]
        rows = rows[starts <= np.partition(starts, most)[most]]
    return index.in_time(rows)[:most]


def usual_columns(chosen: "Format") -> tuple[str, ...]:
    """The columns of a format's table unless others are chosen."""
    from explorer.formats.table import COLUMNS, READING

    return READING if chosen.name in READ else COLUMNS


def cells(
    chosen: "Format", database: Database, options: "TableOptions", ids: Rows, notes: Mapping[str, Note]
) -> tuple[tuple[str, ...], Columns]:
    """The header and the columns of a table of these events. Reads the database; raises ExplorerError."""
    from explorer.formats.cells import cells_of, guarded, reading_cells_of
    from explorer.formats.table import heading_of, reading_sources_of, sources_of, with_notes
    from explorer.storage.tables import export_rows

    is_read = chosen.name in READ
    header = options.names(usual_columns(chosen))
    chunks = export_rows(database, ids, reading_sources_of(header) if is_read else sources_of(header))
    if options.has_notes:
        chunks = with_notes(chunks, notes)
    columns: list[list[Any]] = [[] for _ in header]
    for chunk in chunks:
        for name, column in zip(header, columns, strict=True):
            found = reading_cells_of(chunk, name) if is_read else cells_of(chunk, name)
            column.extend(guarded(found, name) if options.is_safe and chosen.name == "csv" else found)
    return tuple(heading_of(name) for name in header) if is_read else header, columns
