"""What an export is of: enough to cite it, to check it, and to open the same view again.

Every kind of file carries it: pictures in their metadata and, in words, in their small print; JSON Lines in
the first object; a CSV table in a file beside it. formats/restoring.py reads it back.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any, Final, cast, get_type_hints

from explorer.domain.errors import ExplorerError

#: What marks the JSON object as ours, and the version of its shape.
KEY: Final = "detente"
VERSION: Final = 1


class ProvenanceError(ExplorerError):
    """A text does not say what an export is of."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """One view of one database, as it was exported.

    `collection` is the database's title, `database` its file's name without a folder (a published figure must
    not tell where its author keeps files), `fingerprint` what it held. `filter` is the filter as a sentence,
    which `matching` of `events` pass; `first` and `last` are the ISO dates that these touch, "" without one.
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
        return f"{self.matching:,} of {self.events:,} event{'s' * (self.events != 1)}"

    @property
    def citation(self) -> str:
        """How to cite what was exported, on one line."""
        return (
            f"{self.collection or self.database}: {self.count} ({self.filter}). Database {self.database}, "
            f"fingerprint {self.fingerprint}. Made with {self.program}, {self.exported}."
        )

    def to_json(self) -> str:
        """One JSON object on one line; `from_json` reads it."""
        return json.dumps({KEY: VERSION, **asdict(self)}, ensure_ascii=False)


def from_json(text: str | bytes) -> Provenance:
    """What `to_json` wrote. Unknown names are passed over. Raises ProvenanceError for anything else."""
    try:
        read: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ProvenanceError("It does not say which view it shows.", "Open the database itself.") from error
    return from_mapping(read)


def from_mapping(read: Any) -> Provenance:
    """The same of an object already parsed. Raises ProvenanceError."""
    said = cast("dict[str, Any]", read) if isinstance(read, dict) else {}
    version = said.get(KEY)
    if type(version) is not int:
        raise ProvenanceError("It does not say which view it shows.", "Open the database itself.")
    if version > VERSION:
        raise ProvenanceError("It was written by a newer version of Détente.", "Update the program.")
    kinds = get_type_hints(Provenance)
    wanted: dict[str, Any] = {name: said.get(name) for name in kinds}
    wrong = [name for name, value in wanted.items() if type(value) is not kinds[name]]
    if wrong:
        raise ProvenanceError("It does not say which view it shows.", "Open the database itself.", wrong[0])
    return Provenance(**wanted)
