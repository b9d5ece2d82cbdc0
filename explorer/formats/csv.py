"""Writing events as one CSV table, for spreadsheets and for pandas.

UTF-8 without a byte order mark, lines ended by a line feed, the header first. Safe to open in a
spreadsheet: a text that would be taken for a formula is preceded by an apostrophe. Line ends within a
text are line feeds too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from explorer.domain.calendar import SECONDS_PER_DAY, civil_from_days, days_from_civil
from explorer.domain.interval import BEGINNING, FOREVER
from explorer.domain.note import Note
from explorer.formats.writing import write_whole

#: Columns by name, each with one value for each event.
Chunk: TypeAlias = Mapping[str, Sequence[Any]]

#: The header. `earliest` and `latest` bound the event: [earliest, latest), the midnight after its last day.
COLUMNS: Final = (
    "id", "title", "start", "end", "earliest", "latest", "precision", "kind", "relationship", "people",
    "place", "country", "latitude", "longitude", "basis", "paragraphs", "claims", "commentary", "summary",
    "sources", "importance",
)  # fmt: skip

#: What the document says of an event, left out where that is switched off; and what the reader says.
COMMENTARY: Final = ("basis", "paragraphs", "claims", "commentary")
OWN: Final = ("star", "note")

_BOUNDS: Final = ("earliest", "latest")
_NUMBERS: Final = ("latitude", "longitude", "importance")
_RISKY: Final = frozenset("=+-@\t\r")
#: What numpy writes just as we do: years 0 to 9999.
_FIRST_DAY: Final = days_from_civil(0)
_LAST_DAY: Final = days_from_civil(9999, 12, 31)
# A date before the year 0 begins with a minus; computing with digits alone does no harm.
_BCE: Final = re.compile(r"-[0-9X][-0-9X~?%/.]*")


def columns_for(*, has_commentary: bool, has_notes: bool) -> tuple[str, ...]:
    """The header of a table with or without what the document says, and what the reader has noted."""
    shown = tuple(name for name in COLUMNS if has_commentary or name not in COMMENTARY)
    return shown + OWN if has_notes else shown


def with_notes(chunks: Iterable[Chunk], notes: Mapping[str, Note]) -> Iterator[Chunk]:
    """The chunks with the columns OWN: "1" for a starred event, and the note on it."""
    for chunk in chunks:
        found = [notes.get(slug) for slug in chunk["id"]]
        stars = ["1" if note is not None and note.is_starred else "" for note in found]
        texts = [note.text.strip() if note is not None else "" for note in found]
        yield {**chunk, "star": stars, "note": texts}


def write_csv(out: Path | IO[str], chunks: Iterable[Chunk], columns: Sequence[str] = COLUMNS) -> int:
    """The table is in the file or stream, one row for each event of the chunks; the answer is their number.

    Chunks have at least these columns, `earliest` and `latest` as seconds from 1970. A file appears whole or
    not at all, replacing an older one. Raises ExportError.
    """
    if isinstance(out, Path):
        with write_whole(out) as stream:
            return _write(stream, chunks, columns)
    return _write(out, chunks, columns)


def _write(stream: IO[str], chunks: Iterable[Chunk], names: Sequence[str]) -> int:
    import pandas as pd

    stream.write(",".join(names) + "\n")
    rows = 0
    for chunk in chunks:
        columns = {name: _cells(name, chunk[name]) for name in names}
        frame = pd.DataFrame(columns, columns=list(names), dtype=object)
        frame.to_csv(stream, header=False, index=False, lineterminator="\n")
        rows += len(frame)
    return rows


def _cells(name: str, values: Sequence[Any]) -> Sequence[Any]:
    if name in _BOUNDS:
        return iso_texts(np.asarray(values, dtype=np.int64))
    if name in _NUMBERS:
        return values
    # Nearly every text is harmless: a look at its first letter is cheaper than a call.
    return [harmless(value) if value and (value[0] in _RISKY or "\r" in value) else value for value in values]


def harmless(value: str) -> str:
    """The text, preceded by an apostrophe where a spreadsheet would take it for a formula."""
    mark = "'" if value[0] in _RISKY and not _BCE.fullmatch(value) else ""
    # Python's writer leaves a lone carriage return without quotation marks, and readers end the row there.
    return mark + value.replace("\r\n", "\n").replace("\r", "\n")


def iso_texts(seconds: npt.NDArray[np.int64]) -> list[str]:
    """Instants as ISO 8601, the time of day only where it is not midnight, '' for the ends of all time.

    Years before 0000 and beyond 9999 carry a sign and as many digits as they need: -0043-03-15,
    +12000-01-01. Year 0000 is 1 BCE.
    """
    days, rest = np.divmod(seconds, SECONDS_PER_DAY)
    if not rest.any() and len(days) and days.min() >= _FIRST_DAY and days.max() <= _LAST_DAY:
        return np.datetime_as_string(days.astype("datetime64[D]")).tolist()
    years, months, dates = civil_from_days(days)
    texts: list[str] = []
    for instant, year, month, day, second in zip(
        *(column.tolist() for column in (seconds, years, months, dates, rest)), strict=True
    ):
        if instant <= BEGINNING or instant >= FOREVER:
            texts.append("")
            continue
        text = f"{_year(year)}-{month:02}-{day:02}"
        if second:
            text += f"T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
        texts.append(text)
    return texts


def _year(year: int) -> str:
    if year < 0:
        return f"-{-year:04}"
    return f"{year:04}" if year <= 9999 else f"+{year}"
