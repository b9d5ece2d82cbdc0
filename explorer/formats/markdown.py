"""Writing events as a Markdown text with one table, to be read or pasted into a document.

A title, the filter and how to cite it surround the table, as GitHub's and pandoc's Markdown know it.
"""

import contextlib
import re
from collections.abc import Iterable
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

_SPECIAL: Final = re.compile(r"[\\`*_\[\]|~$#]")
_LINE_END: Final = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BARE: Final = re.compile("[\0-\x08\x0e-\x1b\x1f\x7f]")


def names(options: TableOptions) -> tuple[str, ...]:
    """The columns that chunks must have."""
    return reading_sources_of(options.names(READING))


def write(
    out: Path | IO[str], chunks: Iterable[Chunk], options: TableOptions, provenance: Provenance
) -> Written:
    """The text is in the file or stream. A file appears whole or not at all. Raises ExportError."""
    with contextlib.ExitStack() as stack:
        stream = stack.enter_context(write_whole(out)) if isinstance(out, Path) else out
        header = options.names(READING)
        stream.write(f"# {escaped(provenance.collection or provenance.database)}\n\n")
        stream.write(f"{escaped(provenance.count)}: {escaped(provenance.filter)}\n\n")
        stream.write(_line([heading_of(name) for name in header]))
        stream.write(_line(["---:" if name in NUMBERS else "---" for name in header]))
        rows = 0
        for chunk in chunks:
            columns = [reading_cells_of(chunk, name) for name in header]
            stream.write(
                "".join(_line([_cell(value) for value in row]) for row in zip(*columns, strict=True))
            )
            rows += len(chunk["id"])
        stream.write(f"\n{escaped(provenance.citation)}\n")
    return Written(rows)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _cell(value: Any) -> str:
    return "" if value is None else escaped(str(value))


def escaped(text: str) -> str:
    """The text on one line, so that it reads as it is: no letter of it means anything in Markdown."""
    text = _BARE.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LINE_END.sub("<br>", _SPECIAL.sub(r"\\\g<0>", text))
