"""One module for each kind of file that is read or written, and FORMATS, which dialogs and the CLI share."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that an export may have.

    `endings` begin with a dot, in lower case, the usual one first. A "table" holds the matching events
    and is written by formats/<name>.py; a "picture" shows the timeline and is painted by ui.
    """

    name: str
    endings: tuple[str, ...]
    kind: Literal["table", "picture"]
    description: str


FORMATS: Final = (
    Format("png", (".png",), "picture", "PNG picture"),
    Format("csv", (".csv",), "table", "CSV table"),
)


def format_named(name: str) -> Format | None:
    """The format of that name, whatever its letter case."""
    return next((known for known in FORMATS if known.name == name.lower()), None)


def format_of(path: PurePath) -> Format | None:
    """The format that the ending of a file's name stands for."""
    ending = path.suffix.lower()
    return next((known for known in FORMATS if ending in known.endings), None)
