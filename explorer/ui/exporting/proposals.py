"""What the export dialog proposes for the open collection and its filter: title, caption, name."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from explorer.domain.tongue import translate

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

#: What some system does not take in a file's name, and what Windows takes for a device.
_REFUSED: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_DEVICES: Final = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$")
#: Letters of a proposed name; bytes would be too many with more of most scripts.
_LONGEST: Final = 70


def title_of(window: "MainWindow") -> str:
    """The collection's own title, or its file's name."""
    database = window.collection.database
    if database is None:
        return ""
    return database.properties.get("title", "") or Path(database.name).stem


def caption_of(window: "MainWindow") -> str:
    """The filter as a sentence, "" where nothing is filtered."""
    sentence = _filter_of(window)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def file_name(window: "MainWindow", ending: str) -> str:
    """A name for an export of the present view, that every system takes."""
    words = [words for words in (title_of(window), _filter_of(window)) if words]
    name = _REFUSED.sub(" ", ", ".join(words))
    name = " ".join(name.split())[:_LONGEST].strip(" .,")
    if not name or _DEVICES.match(name):
        name = translate("Export", "timeline {name}").format(name=name).strip()
    return f"{name}{ending}"


def _filter_of(window: "MainWindow") -> str:
    index, match = window.collection.index, window.collection.match
    if index is None or match is None or match.filter.is_empty:
        return ""
    return match.filter.sentence(index.label_of)
