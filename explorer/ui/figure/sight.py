"""What the window shows at one moment, kept to compose a picture of it while the window goes on.

Taken on the main thread, in a moment, by whatever wants a picture; composed of on any (`composing.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explorer.domain.argument import Argument
from explorer.domain.event import EventTitle
from explorer.domain.index import EventIndex, Matched
from explorer.domain.interval import Interval
from explorer.layout.frames import LaneChoice
from explorer.layout.lanes import Lanes
from explorer.state import ViewState
from explorer.ui.figure.faces import families_of
from explorer.ui.timeline.labels import Fonts

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Sight:
    """A view and the data that it is of, as the Collection has them; nothing here changes any more.

    `titles` are those that were read by then, `starred` the rows whose stars may be drawn. `families` are
    those of the window's font, `fonts` its faces: only the main thread may measure with them.
    """

    state: ViewState
    index: EventIndex | None
    match: Matched | None
    lanes: Lanes | None
    every: Lanes | None
    extent: Interval | None
    gaps: tuple[Interval, ...]
    titles: Mapping[int, EventTitle]
    shapes: Mapping[str, str]
    argument: Argument | None
    choice: LaneChoice
    starred: frozenset[int]
    families: tuple[str, ...]
    fonts: Fonts


def sight_of(window: "MainWindow") -> Sight:
    """What a window shows now."""
    collection, timeline = window.collection, window.timeline
    return Sight(
        window.store.state,
        collection.index,
        collection.match,
        collection.lanes,
        collection.every,
        collection.extent,
        collection.gaps,
        dict(collection.titles),
        collection.shapes,
        collection.argument,
        timeline.choice,
        timeline.starred_rows if window.exports_notes else frozenset(),
        families_of(timeline.font()),
        timeline.fonts,
    )
