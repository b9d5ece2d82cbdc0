"""Writing a reader's own stars and notes as a Markdown text to read, or as a CSV table."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from explorer.domain.edtf import stored
from explorer.domain.event import EventTitle
from explorer.domain.note import Note
from explorer.domain.tongue import translate
from explorer.domain.words import span_in_words
from explorer.formats.cells import harmless
from explorer.formats.writing import write_whole

COLUMNS = ("id", "title", "start", "end", "star", "note", "changed")


@dataclass(frozen=True, slots=True)
class NotedEvent:
    """An event and what the reader has put on it."""

    title: EventTitle
    note: Note


def write_notes(path: Path, events: Sequence[NotedEvent], heading: str) -> None:
    """The notes are in the file, in order of time: CSV for that ending, else Markdown. Raises ExportError."""
    ordered = sorted(events, key=lambda one: (stored(one.title.start_edtf)[0].earliest, one.title.id))
    with write_whole(path) as stream:
        if path.suffix.lower() == ".csv":
            table = csv.writer(stream, lineterminator="\r\n")
            table.writerow(COLUMNS)
            table.writerows(
                [harmless(cell, name) for name, cell in zip(COLUMNS, _cells(one), strict=True)]
                for one in ordered
            )
        else:
            title = translate("Export", "Notes on {collection}").format(collection=_line(heading))
            stream.write(f"# {title}\n")
            for one in ordered:
                stream.write(_section(one))


def _cells(one: NotedEvent) -> tuple[str, ...]:
    title, note = one.title, one.note
    star = "1" if note.is_starred else ""
    return (
        title.slug, title.title, title.start_edtf, title.end_edtf or "", star, note.text.strip(), note.changed
    )  # fmt: skip


def _section(one: NotedEvent) -> str:
    title, note = one.title, one.note
    star = "★ " if note.is_starred else ""
    text = f"\n{note.text.strip()}\n" if note.text.strip() else ""
    date = span_in_words(*stored(title.start_edtf, title.end_edtf))
    return f"\n## {star}{_line(title.title)}\n\n{date}\n{text}"


def _line(text: str) -> str:
    return " ".join(text.split())
