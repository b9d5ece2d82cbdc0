"""What an export is of: enough to cite it, to check it, and to open the same view again.

Every kind of file carries it: pictures in their metadata and, in words, in their small print; JSON Lines in
the first object; a CSV table in a file beside it. formats/restoring.py reads it back. `provenance_of` makes
it, for the command line and, by ui/provenance.py, for the window.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final, cast, get_type_hints

from explorer import __version__
from explorer.domain.edtf import text_of_day
from explorer.domain.errors import ExplorerError
from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.domain.tongue import grouped, translate
from explorer.domain.view_line import as_line, read_line
from explorer.domain.view_request import ViewRequest, text_of_window, window_dates
from explorer.domain.words import span_in_words

if TYPE_CHECKING:  # a file's provenance is read before numpy is loaded
    from explorer.domain.facet import Bools
    from explorer.domain.index import EventIndex, Matched

#: What marks the JSON object as ours, and the version of its shape.
KEY: Final = "detente"
VERSION: Final = 1


class ProvenanceError(ExplorerError):
    """A text does not say what an export is of."""


class NewerProvenanceError(ProvenanceError):
    """A text says it in a way that only a newer version of the program reads."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """One view of one database, as it was exported.

    `collection` is the database's title, `database` its file's name without a folder (a published figure must
    not tell where its author keeps files), `fingerprint` what it held. `filter` is the filter as a sentence,
    which `matching` of `events` pass; `first` and `last` are the days that these touch (years where EDTF
    writes no days), "" without one.
    `view` is the words of VIEW on one line (domain.view_line). `program` is the program with its version,
    `exported` the ISO date of the day.
    """

    collection: str
    database: str
    fingerprint: str
    filter: str
    matching: int
    events: int
    first: str
    last: str
    view: str
    program: str
    exported: str

    @property
    def count(self) -> str:
        """How many of how many: “86 of 110 events”."""
        one, many = translate("Export", "{n} of {all} event"), translate("Export", "{n} of {all} events")
        said = one if self.events == 1 else many
        return said.format(n=grouped(self.matching), all=grouped(self.events))

    @property
    def citation(self) -> str:
        """How to cite what was exported, on one line."""
        said = translate(
            "Export",
            "{collection}: {count} ({filter}). Database {database}, fingerprint {fingerprint}. "
            "Made with {program}, {date}.",
        )
        return said.format(
            collection=self.collection or self.database,
            count=self.count,
            filter=self.filter,
            database=self.database,
            fingerprint=self.fingerprint,
            program=self.program,
            date=self.exported,
        )

    def to_json(self) -> str:
        """One JSON object on one line; `from_json` reads it."""
        return json.dumps({KEY: VERSION, **asdict(self)}, ensure_ascii=False)


#: For a table that does not say what it is of.
UNTOLD: Final = Provenance("", "", "", "", 0, 0, "", "", "", "", "")


def provenance_of(
    properties: Mapping[str, str],
    database: str,
    fingerprint: str,
    index: "EventIndex",
    matched: "Matched",
    view: ViewRequest,
) -> Provenance:
    """The provenance of what matches a view, exported today.

    `properties`, `database` and `fingerprint` are those of the storage.opening.Database: what it says of
    itself, its file's name without a folder, what it holds. `matched` is what passes the view's filter.
    """
    first, last = first_and_last(index, matched.mask)
    return Provenance(
        collection=properties.get("title", ""),
        database=_whole(database),
        fingerprint=fingerprint,
        filter=_whole(matched.filter.sentence(index.label_of)),
        matching=matched.total,
        events=len(index),
        first=first,
        last=last,
        view=_whole(as_line(view)),
        program=f"Détente {__version__}",
        exported=today(),
    )


def part_of(whole: Provenance, span: Interval, index: "EventIndex", mask: "Bools") -> Provenance:
    """What a table is of that has only what lies in a span, the events of the mask."""
    text = text_of_window(span)
    first, last = window_dates(text)
    words = span_in_words(first, last if "/" in text else None)
    first, last = first_and_last(index, mask)
    part = replace(whole, matching=int(mask.sum()), first=first, last=last)
    said = translate("Export", "{filter}, of these what lies in {span}")
    return showing(replace(part, filter=said.format(filter=whole.filter, span=words)), text)


def drawn_of(whole: Provenance, index: "EventIndex", mask: "Bools") -> Provenance:
    """What a picture is of that has only the events of the mask, of all that matches the view."""
    first, last = first_and_last(index, mask)
    return replace(whole, matching=int(mask.sum()), first=first, last=last)


def showing(whole: Provenance, extent: str) -> Provenance:
    """The same of a view that shows an extent: "visible" for its own, "all", or dates "A/B"."""
    if extent == "visible" or (extent == "all" and not (whole.first and whole.last)):
        return whole
    window = f"{whole.first}/{whole.last}" if extent == "all" else extent
    try:
        window_dates(window)
        return replace(whole, view=as_line(replace(read_line(whole.view)[1], window=window)))
    except ExplorerError:
        return whole


def first_and_last(index: "EventIndex", mask: "Bools") -> tuple[str, str]:
    """The dates, in EDTF, of the first and the last day that events of the mask touch, "" without one.

    Open ends do not count.
    """
    # No copies: of ten million events each would take 80 MB.
    start = int(index.start.min(initial=FOREVER, where=mask & (index.start > BEGINNING)))
    end = int(index.end.max(initial=BEGINNING, where=mask & (index.end < FOREVER)))
    return (
        text_of_day(start) if start < FOREVER else "",
        text_of_day(end - 1) if end > BEGINNING else "",
    )


def today() -> str:
    """The ISO date of today; of SOURCE_DATE_EPOCH where that is set, so that one call writes the same."""
    try:
        told = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date()
    except (KeyError, ValueError, OverflowError, OSError):
        told = date.today()  # noqa: DTZ011 - the reader's own day
    return told.isoformat()


def from_json(text: str | bytes) -> Provenance:
    """What `to_json` wrote. Unknown names are passed over. Raises ProvenanceError for anything else."""
    try:
        read: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _unsaid() from error
    return from_mapping(read)


def from_mapping(read: Any) -> Provenance:
    """The same of an object already parsed. Raises ProvenanceError."""
    said = cast("dict[str, Any]", read) if isinstance(read, dict) else {}
    version = said.get(KEY)
    if type(version) is not int:
        raise _unsaid()
    if version > VERSION:
        raise NewerProvenanceError(
            translate("Errors", "It was written by a newer version of Détente."),
            translate("Errors", "Update the program."),
        )
    kinds = get_type_hints(Provenance)
    wanted: dict[str, Any] = {name: said.get(name) for name in kinds}
    wrong = [name for name, value in wanted.items() if type(value) is not kinds[name] or _is_torn(value)]
    if wrong:
        raise _unsaid(wrong[0])
    return Provenance(**wanted)


def _whole(text: str) -> str:
    """The text with a question mark for each half of a character, which names of files may have."""
    return text.encode(errors="replace").decode()


def _unsaid(details: str = "") -> ProvenanceError:
    return ProvenanceError(
        translate("Errors", "It does not say which view it shows."),
        translate("Errors", "Open the database itself."),
        details,
    )


def _is_torn(value: object) -> bool:
    """True for half a character, which no file and no window takes."""
    return isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value)
