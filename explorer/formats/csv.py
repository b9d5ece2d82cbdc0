"""Writing events as one CSV table, for spreadsheets and for pandas, and reading such a table back.

UTF-8, lines ended as RFC 4180 says unless the options say otherwise, the header first. Safe to open in a
spreadsheet unless that is switched off: a text that would be run as a formula is preceded by an apostrophe,
which `read_csv` takes off again.
docs/decisions/0010-tables-and-pandas.md tells what was measured.
"""

import contextlib
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any, Final

from explorer.domain.provenance import Provenance
from explorer.formats.cells import bare, cells_of, guarded
from explorer.formats.table import LINE_ENDS, Chunk, TableOptions, Written, sources_of
from explorer.formats.writing import write_whole

#: The longest cell that is read.
_LONGEST: Final = 2**31 - 1


def names(options: TableOptions) -> tuple[str, ...]:
    """The columns that chunks must have."""
    return sources_of(options.names())


def write(
    out: Path | IO[str], chunks: Iterable[Chunk], options: TableOptions, _: Provenance | None = None
) -> Written:
    """The table is in the file or stream, one row for each event of the chunks.

    A file appears whole or not at all, replacing an older one. Raises ExportError.
    """
    with contextlib.ExitStack() as stack:
        stream = stack.enter_context(write_whole(out)) if isinstance(out, Path) else out
        header = options.names()
        if options.has_bom:
            stream.write("\ufeff")
        stream.write(lines_of([[name] for name in header], options.separator, options.line_end))
        rows = 0
        for chunk in chunks:
            columns = [cells_of(chunk, name) for name in header]
            if options.is_safe:
                columns = [guarded(cells, name) for name, cells in zip(header, columns, strict=True)]
            stream.write(_lines_of(columns, options.separator, options.line_end))
            rows += len(chunk["id"])
    return Written(rows)


def _lines_of(columns: Sequence[Sequence[Any]], separator: str, line_end: str) -> str:
    """The same as `lines_of`, by pandas: for many rows."""
    import pandas as pd

    frame = pd.DataFrame(dict(enumerate(columns)), dtype=object)
    text = io.StringIO(newline="")
    frame.to_csv(text, header=False, index=False, sep=separator, lineterminator=line_end)
    lines = text.getvalue()
    is_quoted = line_end == LINE_ENDS["crlf"] or "\r" not in lines
    return lines if is_quoted else lines_of(columns, separator, line_end)


def lines_of(columns: Sequence[Sequence[Any]], separator: str, line_end: str) -> str:
    """The rows that columns make, as lines of CSV; `line_end` is one of the values of LINE_ENDS."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator=line_end).writerows(zip(*columns, strict=True))
    lines = text.getvalue()
    if line_end == LINE_ENDS["crlf"] or "\r" not in lines:
        return lines
    # Python leaves a lone carriage return without quotation marks, and readers end the row there; unless
    # rows end with one as well. Each row comes in one piece.
    pieces: list[str] = []
    writer = csv.writer(_Pieces(pieces), delimiter=separator, lineterminator="\r\n")
    writer.writerows(zip(*columns, strict=True))
    return "".join(f"{piece[:-2]}{line_end}" for piece in pieces)


class _Pieces:
    """A stream that keeps apart what is written to it."""

    def __init__(self, pieces: list[str]) -> None:
        self.write = pieces.append


def read_csv(source: Path | IO[str], *, is_safe: bool = True) -> Iterator[dict[str, str]]:
    """Each row of a table that `write` wrote, by column, with the very texts that it was given.

    The separator, the line ends and a byte order mark are found out; `is_safe` is what the options said.
    """
    with contextlib.ExitStack() as stack:
        stream: IO[str] = (
            stack.enter_context(source.open(encoding="utf-8", newline=""))
            if isinstance(source, Path)
            else source
        )
        first = stream.readline().removeprefix("\ufeff")
        # Names of columns have letters only.
        separator = (re.search("[^a-z]", first.rstrip("\r\n")) or [","])[0]
        header = first.rstrip("\r\n").split(separator)
        csv.field_size_limit(_LONGEST)
        for row in csv.reader(stream, delimiter=separator):
            if is_safe:
                row = [bare(cell, name) for name, cell in zip(header, row, strict=True)]  # noqa: PLW2901
            yield dict(zip(header, row, strict=True))
