"""What the export dialog proposes for the open collection and its filter: title, caption, name."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from explorer.domain.errors import ExplorerError
from explorer.domain.provenance import first_and_last
from explorer.domain.tongue import translate
from explorer.layout.lanes import seen_among
from explorer.ui.answers import COUNTED_AT_ONCE
from explorer.ui.exporting.sample import span_of

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

#: What some system does not take in a file's name, and what Windows takes for a device.
_REFUSED: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_DEVICES: Final = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$")
#: Letters of a proposed name; bytes would be too many with more of most scripts.
_LONGEST: Final = 70
#: Two years with a dash, as a title has them.
_YEARS: Final = re.compile(r"\b[0-9]{3,4}\s?[–-]\s?[0-9]{3,4}\b")


def title_of(window: "MainWindow", extent: str = "visible") -> str:
    """The collection's own title, or its file's name.

    Years in it become those of the events that an extent draws, where it does not draw them all.
    """
    database = window.collection.database
    if database is None:
        return ""
    title = database.properties.get("title", "")
    if not title:
        return Path(database.name).stem
    return _YEARS.sub(lambda found: _years_of(window, extent) or found[0], title, count=1)


def _years_of(window: "MainWindow", extent: str) -> str:
    """ "1985–1991" for what an extent draws; "" for all events, and for what is not known."""
    collection, state = window.collection, window.store.state
    index, match, lanes = collection.index, collection.match, collection.lanes
    if index is None or match is None or lanes is None or len(index) > COUNTED_AT_ONCE:
        return ""
    try:
        span = span_of(index, extent, state.window) or collection.extent
    except ExplorerError:
        # Half a date: the dialog says so.
        return ""
    if span is None:
        return ""
    drawn = seen_among(index, lanes, match.mask, span, state.hidden)
    if not drawn.any() or drawn.all():
        return ""
    first, last = (int(day.rsplit("-", 2)[0].lstrip("Y") or 0) for day in first_and_last(index, drawn))
    return f"{first}" if first == last else f"{first}–{last}"


def caption_of(window: "MainWindow") -> str:
    """The filter as a sentence, "" where nothing is filtered."""
    sentence = _filter_of(window)
    return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""


def file_name(window: "MainWindow", ending: str, extent: str = "visible") -> str:
    """A name for an export of an extent of the present view, that every system takes."""
    words = [words for words in (title_of(window, extent), _filter_of(window)) if words]
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
