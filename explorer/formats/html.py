"""Writing events as an HTML page with one table: it stands alone, and follows the reader's light or dark."""

import contextlib
import re
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import IO, Any, Final

from explorer.domain.provenance import Provenance
from explorer.formats.cells import reading_cells_of
from explorer.formats.table import (
    NUMBERS,
    READING,
    Chunk,
    TableOptions,
    Written,
    heading_of,
    reading_sources_of,
)
from explorer.formats.writing import write_whole

# The browser's own colours; mso-number-format keeps a spreadsheet from running a text as a formula.
_STYLE: Final = r"""
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 96rem; padding: 0 1.5rem; background: Canvas; color: CanvasText; }
h1 { font-size: 1.5rem; margin: 0 0 0.25rem; }
p { margin: 0 0 1.25rem; max-width: 60rem; }
div { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: 0.4rem 0.9rem 0.4rem 0; text-align: start; vertical-align: top; }
th { position: sticky; top: 0; background: Canvas; border-bottom: 1px solid; white-space: nowrap; }
td { border-bottom: 1px solid color-mix(in srgb, CanvasText 15%, Canvas); overflow-wrap: break-word;
     white-space: pre-line; mso-number-format: "\@"; }
.number { text-align: end; }
footer { margin-top: 1.5rem; font-size: 0.85rem; color: color-mix(in srgb, CanvasText 70%, Canvas); }
@media print { body { margin: 0; max-width: none; padding: 0; } th { position: static; } }
"""
#: What no page may hold, even escaped.
_FORBIDDEN: Final = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def names(options: TableOptions) -> tuple[str, ...]:
    """The columns that chunks must have."""
    return reading_sources_of(options.names(READING))


def write(
    out: Path | IO[str], chunks: Iterable[Chunk], options: TableOptions, provenance: Provenance
) -> Written:
    """The page is in the file or stream. A file appears whole or not at all. Raises ExportError."""
    with contextlib.ExitStack() as stack:
        stream = stack.enter_context(write_whole(out)) if isinstance(out, Path) else out
        header = options.names(READING)
        title = safe(provenance.collection or provenance.database)
        stream.write(
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta name="generator" content="{safe(provenance.program)}">\n'
            f'<meta name="detente" content="{safe(provenance.to_json())}">\n'
            f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
            f"<h1>{title}</h1>\n<p>{safe(provenance.count)}: {safe(provenance.filter)}</p>\n<div>\n"
        )
        stream.write(f"<table>\n{head(header)}<tbody>\n")
        rows = 0
        for chunk in chunks:
            stream.write(body(header, [reading_cells_of(chunk, name) for name in header]))
            rows += len(chunk["id"])
        stream.write(
            f"</tbody>\n</table>\n</div>\n</main>\n<footer>{safe(provenance.citation)}</footer>\n"
            "</body>\n</html>\n"
        )
    return Written(rows)


def head(header: Sequence[str]) -> str:
    """The row of headings."""
    cells = "".join(f'<th scope="col"{_class(name)}>{safe(heading_of(name))}</th>' for name in header)
    return f"<thead>\n<tr>{cells}</tr>\n</thead>\n"


def body(header: Sequence[str], columns: Sequence[Sequence[Any]], style: str = "") -> str:
    """The rows that columns make; each cell finds the direction of its own text."""
    opening = [f'<td dir="auto"{_class(name)}{style}>' for name in header]
    return "".join(
        f"<tr>{''.join(f'{tag}{_cell(value)}</td>' for tag, value in zip(opening, row, strict=True))}</tr>\n"
        for row in zip(*columns, strict=True)
    )


def _class(name: str) -> str:
    return ' class="number"' if name in NUMBERS else ""


def _cell(value: Any) -> str:
    return "" if value is None else safe(str(value))


def safe(text: str) -> str:
    """The text as HTML, in which nothing of it is markup."""
    return escape(_FORBIDDEN.sub("\ufffd", text)).replace("\r", "&#13;")
