"""What all tables share: their columns, and the choices that a reader has.

The command line and the window fill TableOptions; formats/cells.py makes texts of the columns.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from explorer.domain.errors import ExplorerError
from explorer.domain.note import Note
from explorer.domain.tongue import mark, translate

#: Columns by name, each with one value for each event: what storage.tables.export_rows yields.
Chunk: TypeAlias = Mapping[str, Sequence[Any]]

#: The columns of a table in their order. `earliest` and `latest` are the first and the last day that an event
#: may touch, both inclusive.
COLUMNS: Final = (
    "id", "title", "start", "end", "earliest", "latest", "precision", "kind", "relationship", "people",
    "place", "country", "latitude", "longitude", "basis", "paragraphs", "claims", "commentary", "summary",
    "sources", "importance",
)  # fmt: skip

#: What the document says of an event, left out where that is switched off; and what the reader says.
COMMENTARY: Final = ("basis", "paragraphs", "claims", "commentary")
OWN: Final = ("star", "note")

#: A column in words: “19–21 November 1985”. Only where it is asked for, and in tables that are to be read.
DATE: Final = "date"

#: Every name that may be asked for, and what a table to be read has unless another choice is made.
OFFERED: Final = (*COLUMNS, DATE, *OWN)
READING: Final = (DATE, "title", "relationship", "kind", "people", "place", "summary", "sources", "id")

#: Headings of tables that are to be read, where the name alone is not enough.
HEADINGS: Final = {
    "id": mark("Table", "Identifier"),
    "basis": mark("Table", "In the article"),
    "paragraphs": mark("Table", "¶"),
}
_PLAIN_HEADINGS: Final = {
    "title": mark("Table", "Title"),
    "start": mark("Table", "Start"),
    "end": mark("Table", "End"),
    "earliest": mark("Table", "Earliest"),
    "latest": mark("Table", "Latest"),
    "precision": mark("Table", "Precision"),
    "kind": mark("Table", "Kind"),
    "relationship": mark("Table", "Relationship"),
    "people": mark("Table", "People"),
    "place": mark("Table", "Place"),
    "country": mark("Table", "Country"),
    "latitude": mark("Table", "Latitude"),
    "longitude": mark("Table", "Longitude"),
    "claims": mark("Table", "Claims"),
    "commentary": mark("Table", "Commentary"),
    "summary": mark("Table", "Summary"),
    "sources": mark("Table", "Sources"),
    "importance": mark("Table", "Importance"),
    "date": mark("Table", "Date"),
    "star": mark("Table", "Star"),
    "note": mark("Table", "Note"),
}

#: By name, what may stand between the cells of a line.
SEPARATORS: Final = {"comma": ",", "semicolon": ";", "tab": "\t"}
#: By name, what may end a line: what RFC 4180 says, and what Unix has.
LINE_ENDS: Final = {"crlf": "\r\n", "lf": "\n"}

NUMBERS: Final = frozenset({"latitude", "longitude", "importance"})
#: Where identifiers are not for reading.
LABELS: Final = {"kind": "kind_label", "relationship": "relationship_label"}


class ColumnError(ExplorerError):
    """There is no such column."""


@dataclass(frozen=True, slots=True)
class TableOptions:
    """How a table is written. A format passes over what it has no use for.

    `columns` are names of OFFERED in the order wanted, () for what is usual in the format; `separator` is one
    of the values of SEPARATORS, `line_end` one of LINE_ENDS. `is_safe` guards texts that a spreadsheet
    would run as a formula. Without `has_commentary` the columns COMMENTARY are left out. With `has_notes` the
    columns OWN come last, unless `columns` name one of them.
    """

    columns: tuple[str, ...] = ()
    separator: str = ","
    line_end: str = LINE_ENDS["crlf"]
    has_bom: bool = False
    is_safe: bool = True
    has_commentary: bool = True
    has_notes: bool = False

    def names(self, usual: Sequence[str] = COLUMNS) -> tuple[str, ...]:
        """The header. Raises ColumnError."""
        for name in self.columns:
            if name not in OFFERED:
                raise ColumnError(
                    translate("Errors", "There is no column “{name}”.").format(name=name),
                    translate("Errors", "Choose from {columns}.").format(columns=", ".join(OFFERED)),
                )
        wanted = self.columns or tuple(usual)
        if self.has_notes and set(OWN).isdisjoint(wanted):
            wanted += OWN
        # A column named twice stands once, where it is named first.
        shown = tuple(name for name in dict.fromkeys(wanted) if self.has_commentary or name not in COMMENTARY)
        if not shown:
            raise ColumnError(
                translate("Errors", "No column is left."),
                translate("Errors", "Choose one that is not commentary."),
            )
        return shown


@dataclass(frozen=True, slots=True)
class Written:
    """The number of events in a file, and one sentence on what it cannot hold, "" when nothing is missing."""

    rows: int
    left_out: str = ""


def sources_of(names: Iterable[str]) -> tuple[str, ...]:
    """The columns that chunks must have for a table with these; OWN is what `with_notes` adds."""
    read = [name for name in names if name not in OWN and name != DATE]
    return tuple(dict.fromkeys([*read, "id", "start", "end"]))


def reading_sources_of(names: Iterable[str]) -> tuple[str, ...]:
    """The same for a table that is to be read, where labels stand for identifiers."""
    return tuple(LABELS.get(name, name) for name in sources_of(names))


def heading_of(name: str) -> str:
    """What stands above a column of a table that is to be read."""
    return translate("Table", HEADINGS.get(name) or _PLAIN_HEADINGS[name])


def with_notes(chunks: Iterable[Chunk], notes: Mapping[str, Note]) -> Iterator[Chunk]:
    """The chunks with the columns OWN: "1" for a starred event, and the note on it."""
    for chunk in chunks:
        found = [notes.get(slug) for slug in chunk["id"]]
        stars = ["1" if note is not None and note.is_starred else "" for note in found]
        texts = [note.text.strip() if note is not None else "" for note in found]
        yield {**chunk, "star": stars, "note": texts}
