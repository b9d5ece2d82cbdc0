"""Events as texts for the clipboard: to read, for a spreadsheet, and as a table for a word processor."""

from collections.abc import Iterable

from explorer.domain.provenance import Provenance
from explorer.domain.tongue import translate
from explorer.formats.cells import cells_of, guarded, reading_cells_of
from explorer.formats.csv import lines_of
from explorer.formats.html import body, head
from explorer.formats.table import (
    DATE,
    LINE_ENDS,
    READING,
    Chunk,
    TableOptions,
    heading_of,
    reading_sources_of,
)

#: The columns that chunks must have for each of these.
NAMES = reading_sources_of(READING)

# A spreadsheet looks at the cell itself, not at a style sheet.
_AS_TEXT = " style=\"mso-number-format:'\\@'\""


def as_text(chunks: Iterable[Chunk], provenance: Provenance) -> str:
    """The events one under another, with dates in words, summary and sources; at the end how to cite them."""
    parts: list[str] = []
    for chunk in chunks:
        columns = [cells_of(chunk, name) for name in (DATE, "title", "people", "place", "summary", "sources")]
        for date, title, people, place, summary, sources in zip(*columns, strict=True):
            where = "; ".join(part for part in (people, place) if part)
            cited = translate("Export", "Sources: {sources}").format(sources=sources) if sources else ""
            lines = (f"{date}: {title}", where, summary, cited)
            parts.append("\n".join(line for line in lines if line))
    return "\n\n".join([*parts, provenance.citation]) + "\n"


def as_tsv(chunks: Iterable[Chunk], options: TableOptions) -> str:
    """The events as lines with tabs between cells, the header first, as spreadsheets paste them."""
    header = options.names(READING)
    lines = [lines_of([[heading_of(name)] for name in header], "\t", LINE_ENDS["lf"])]
    for chunk in chunks:
        columns = [reading_cells_of(chunk, name) for name in header]
        if options.is_safe:
            columns = [guarded(cells, name) for name, cells in zip(header, columns, strict=True)]
        lines.append(lines_of(columns, "\t", LINE_ENDS["lf"]))
    return "".join(lines)


def as_html(chunks: Iterable[Chunk], options: TableOptions) -> str:
    """The events as an HTML table, as word processors paste it; no spreadsheet runs a cell."""
    header = options.names(READING)
    rows = [body(header, [reading_cells_of(chunk, name) for name in header], _AS_TEXT) for chunk in chunks]
    return f"<table>\n{head(header)}<tbody>\n{''.join(rows)}</tbody>\n</table>\n"
