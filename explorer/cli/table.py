"""`detente export` into a table: which events, in which order, and what goes beside them."""

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Any, cast

from explorer.cli.call import view_of
from explorer.domain.index import EventIndex, Matched
from explorer.domain.interval import Interval
from explorer.domain.provenance import UNTOLD, part_of, provenance_of
from explorer.domain.view_request import window_of
from explorer.formats import Format, check_rows, columns_read, write_table
from explorer.formats.sidecar import forget_sidecar, write_sidecar
from explorer.formats.table import COMMENTARY, LINE_ENDS, OWN, SEPARATORS, Chunk, TableOptions, with_notes
from explorer.host.terminal import Shown, warn
from explorer.storage.notes import read_notes
from explorer.storage.opening import Database

#: Formats that have the columns one asks for; the others always have all that they can hold.
_WITH_COLUMNS = ("csv", "excel", "markdown", "html")


def check_table(parser: argparse.ArgumentParser, wanted: Format, chosen: argparse.Namespace) -> None:
    """End with status 2 when an option is for another kind of file, or contradicts another one."""
    given = {
        "columns": (bool(chosen.columns), wanted.name in _WITH_COLUMNS),
        "separator": (bool(chosen.separator), wanted.name == "csv"),
        "line-ends": (bool(chosen.line_ends), wanted.name == "csv"),
        "bom": (chosen.bom, wanted.name == "csv"),
        "raw": (chosen.raw, wanted.name == "csv"),
        "sidecar": (chosen.sidecar, wanted.kind == "table" and wanted.name != "jsonl"),
    }
    for option, (is_given, is_fit) in given.items():
        if is_given and not is_fit:
            parser.error(f"--{option} is not for {wanted.in_words}")
    if chosen.sidecar and str(chosen.out) == "-":
        parser.error("--sidecar needs a file to stand beside")
    hidden = [name for name in chosen.columns or () if name in COMMENTARY]
    if hidden and chosen.no_commentary:
        parser.error(f"--no-commentary leaves out the column {hidden[0]}")


def export_table(
    wanted: Format,
    out: Path | None,
    database: Database,
    index: EventIndex,
    matched: Matched,
    window: Interval | None,
    chosen: argparse.Namespace,
    progress: Callable[[int, int], bool] | None,
) -> None:
    """The table is in the file, or on standard output; what it cannot hold is told on standard error.

    `window` is the view's, None for one that names none. Raises ExplorerError.
    """
    from explorer.storage.tables import export_rows, ordered_ids

    options = TableOptions(
        columns=chosen.columns or (),
        separator=SEPARATORS[chosen.separator or "comma"],
        line_end=LINE_ENDS[chosen.line_ends or "crlf"],
        has_bom=chosen.bom,
        is_safe=not chosen.raw,
        has_commentary=not chosen.no_commentary,
        # Who names one of these columns wants what is in it.
        has_notes=chosen.with_notes or not set(OWN).isdisjoint(chosen.columns or ()),
    )
    mask, extent = matched.mask, chosen.extent or "all"
    shown = window_of(extent, index) if extent not in {"all", "visible"} else window
    if extent == "all":
        shown = None
    if shown is not None:
        mask = mask & (index.start < shown.end) & (index.end > shown.start)
    ids = ordered_ids(database, index, mask, chosen.sorted_by, progress)
    check_rows(wanted, len(ids))
    chunks: Iterable[Chunk] = export_rows(database, ids, columns_read(wanted, options), progress=progress)
    if options.has_notes:
        notes, problem = read_notes(database.path)
        if problem is not None:
            raise problem
        chunks = with_notes(chunks, notes)
    provenance = UNTOLD
    if wanted.name != "csv" or chosen.sidecar:
        # The fingerprint reads the whole database: not for a table that does not carry it.
        known = database.properties, database.name, database.fingerprint(progress)
        provenance = provenance_of(*known, index, matched, view_of(chosen))
        if shown is not None:
            provenance = part_of(provenance, shown, index, mask)
    written = write_table(wanted, _stream(wanted) if out is None else out, chunks, options, provenance)
    if out is not None and chosen.sidecar:
        write_sidecar(out, provenance)
    elif out is not None:
        forget_sidecar(out)
    if written.left_out:
        warn(f"detente: {written.left_out}")


def _stream(wanted: Format) -> IO[Any]:
    """Standard output for bytes, or for texts whose line ends stay as they are."""
    sys.stdout.flush()
    if wanted.is_binary:
        return sys.stdout.buffer
    if sys.stdout.isatty():
        # A file or another program gets the very texts, a terminal none that it would obey.
        return cast("IO[Any]", Shown(sys.stdout))
    return open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False)
