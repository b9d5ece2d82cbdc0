"""One module for each kind of file that is read or written, and FORMATS, which dialogs and the CLI share."""

import importlib
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import IO, TYPE_CHECKING, Any, Final, Literal, Protocol, cast

from explorer.domain.tongue import grouped, mark, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from explorer.domain.provenance import Provenance
    from explorer.formats.table import Chunk, TableOptions, Written


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that an export may have.

    `endings` begin with a dot, in lower case, the usual one first. A "table" holds the matching events
    and is written by formats/<name>.py; a "picture" shows the timeline and is painted by ui. `described` is
    what it is in English, `most` the number of events that it holds, None for any; a stream for what
    `is_binary` takes bytes.
    """

    name: str
    endings: tuple[str, ...]
    kind: Literal["table", "picture"]
    described: str
    is_binary: bool = False
    most: int | None = None

    @property
    def description(self) -> str:
        """“CSV table”, in the language spoken."""
        return translate("Format", self.described)

    @property
    def in_words(self) -> str:
        """“a CSV table”, “an HTML table”."""
        return translate("Format", _IN_WORDS[self.name])


_IN_WORDS: Final = {
    "png": mark("Format", "a PNG picture"),
    "svg": mark("Format", "an SVG picture"),
    "pdf": mark("Format", "a PDF document"),
    "csv": mark("Format", "a CSV table"),
    "jsonl": mark("Format", "a JSON Lines file"),
    "excel": mark("Format", "an Excel workbook"),
    "markdown": mark("Format", "a Markdown table"),
    "html": mark("Format", "an HTML table"),
    "icalendar": mark("Format", "an iCalendar file"),
}

FORMATS: Final = (
    Format("png", (".png",), "picture", mark("Format", "PNG picture"), is_binary=True),
    Format("svg", (".svg",), "picture", mark("Format", "SVG picture"), is_binary=True),
    Format("pdf", (".pdf",), "picture", mark("Format", "PDF document"), is_binary=True),
    Format("csv", (".csv",), "table", mark("Format", "CSV table")),
    Format("jsonl", (".jsonl", ".ndjson"), "table", mark("Format", "JSON Lines file")),
    Format("excel", (".xlsx",), "table", mark("Format", "Excel workbook"), is_binary=True, most=1_048_575),
    Format("markdown", (".md", ".markdown"), "table", mark("Format", "Markdown table")),
    Format("html", (".html", ".htm"), "table", mark("Format", "HTML table")),
    Format("icalendar", (".ics",), "table", mark("Format", "iCalendar file")),
)


class _Module(Protocol):
    """What the module of a table offers."""

    names: "Callable[[TableOptions], tuple[str, ...]]"
    write: "Callable[[Path | IO[Any], Iterable[Chunk], TableOptions, Provenance], Written]"


def format_named(name: str) -> Format | None:
    """The format of that name or ending, whatever its letter case."""
    lower = name.lower()
    return next((known for known in FORMATS if known.name == lower or f".{lower}" in known.endings), None)


def format_of(path: PurePath) -> Format | None:
    """The format that the ending of a file's name stands for."""
    ending = path.suffix.lower()
    return next((known for known in FORMATS if ending in known.endings), None)


def check_rows(table: Format, rows: int) -> None:
    """Nothing, or ExportError where a file of that kind cannot hold so many events: ask before the work."""
    if table.most is not None and rows > table.most:
        from explorer.formats.writing import ExportError

        words = table.in_words
        raise ExportError(
            translate("Errors", "{format} holds {most} events at most, and these are {rows}.").format(
                format=f"{words[0].upper()}{words[1:]}",
                most=grouped(table.most),
                rows=grouped(rows),
            ),
            translate("Errors", "Narrow the filter, or write CSV."),
        )


def columns_read(table: Format, options: "TableOptions") -> tuple[str, ...]:
    """The columns that chunks must have for a table to be written. Raises ColumnError."""
    return _module(table).names(options)


def write_table(
    table: Format,
    out: Path | IO[Any],
    chunks: "Iterable[Chunk]",
    options: "TableOptions",
    provenance: "Provenance",
) -> "Written":
    """The events of the chunks are in the file or stream, and what it cannot hold is told.

    A file appears whole or not at all, replacing an older one. With `options.has_notes` chunks have gone
    through table.with_notes. Raises ExportError or ColumnError.
    """
    return _module(table).write(out, chunks, options, provenance)


def _module(table: Format) -> _Module:
    # Its libraries are loaded only now.
    return cast("_Module", importlib.import_module(f"explorer.formats.{table.name}"))
