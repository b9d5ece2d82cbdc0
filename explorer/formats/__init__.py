"""One module for each kind of file that is read or written, and FORMATS, which dialogs and the CLI share."""

import importlib
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import IO, TYPE_CHECKING, Any, Final, Literal, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from explorer.domain.provenance import Provenance
    from explorer.formats.table import Chunk, TableOptions, Written


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that an export may have.

    `endings` begin with a dot, in lower case, the usual one first. A "table" holds the matching events
    and is written by formats/<name>.py; a "picture" shows the timeline and is painted by ui. `most` is the
    number of events that it holds, None for any; a stream for what `is_binary` takes bytes.
    """

    name: str
    endings: tuple[str, ...]
    kind: Literal["table", "picture"]
    description: str
    is_binary: bool = False
    most: int | None = None

    @property
    def in_words(self) -> str:
        """“a CSV table”, “an HTML table”."""
        return f"{'an' if self.name in {'svg', 'excel', 'html', 'icalendar'} else 'a'} {self.description}"


FORMATS: Final = (
    Format("png", (".png",), "picture", "PNG picture", is_binary=True),
    Format("svg", (".svg",), "picture", "SVG picture", is_binary=True),
    Format("pdf", (".pdf",), "picture", "PDF document", is_binary=True),
    Format("csv", (".csv",), "table", "CSV table"),
    Format("jsonl", (".jsonl", ".ndjson"), "table", "JSON Lines file"),
    Format("excel", (".xlsx",), "table", "Excel workbook", is_binary=True, most=1_048_575),
    Format("markdown", (".md", ".markdown"), "table", "Markdown table"),
    Format("html", (".html", ".htm"), "table", "HTML table"),
    Format("icalendar", (".ics",), "table", "iCalendar file"),
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

        raise ExportError(
            f"A{table.in_words[1:]} holds {table.most:,} events at most, and these are {rows:,}.",
            "Narrow the filter, or write CSV.",
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
