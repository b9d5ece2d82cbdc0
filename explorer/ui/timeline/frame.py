"""All that one frame of the timeline shows, as the view gives it to be painted."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QPixmap

from explorer.layout.marks import Marks
from explorer.layout.ticks import Ticks
from explorer.ui.theme import Theme
from explorer.ui.timeline.labels import Fonts

#: Pixels: the axis above the lanes.
AXIS = 46.0


@dataclass(frozen=True, slots=True)
class EventLook:
    """How one event is drawn: its label, colour, shape, a bar's fill, and how sure its date is.

    `is_context` says that the document never discusses it, `role` how it serves the chosen claim, if it does;
    `hits` are the stretches of the label that the search has found.
    `drawn` keeps the shape as a pixmap by device pixel ratio.
    """

    label: str
    colour: QColor
    shape: str
    pale: QColor
    is_uncertain: bool = False
    is_approximate: bool = False
    opens_left: bool = False
    opens_right: bool = False
    is_context: bool = False
    role: str = ""
    hits: tuple[tuple[int, int], ...] = ()
    drawn: dict[float, QPixmap] = field(default_factory=dict[float, QPixmap], compare=False)


@dataclass(frozen=True, slots=True)
class LaneLook:
    """How one lane's header is drawn."""

    title: str
    colour: QColor


@dataclass(frozen=True, slots=True)
class Frame:
    """All that a frame shows. In pixels: `header`, the header column's width, `scroll`, the lanes' offset.

    One that `is_still` is painted for a picture and not for the screen: shapes as shapes instead of copied
    pixels, nothing moved to whole pixels, and cut to size before it is drawn, because not every kind of file
    can clip. It may be painted on any thread. Its rows stand `pitch` times as far apart as on the screen.
    """

    marks: Marks
    ticks: Ticks
    look: Callable[[int], EventLook]
    lane_look: Callable[[int], LaneLook]
    theme: Theme
    fonts: Fonts
    width: float
    height: float
    header: float
    scroll: float = 0.0
    selected: int | None = None
    compared: int | None = None
    starred: frozenset[int] = frozenset()
    hovered: int | None = None
    hairline: float | None = None
    hairline_text: str = ""
    is_focused: bool = False
    span: tuple[float, float] | None = None
    drop: float | None = None
    is_still: bool = False
    pitch: float = 1.0

    def y(self, y: float) -> float:
        """A height among the lanes as one in the frame."""
        return y + AXIS - self.scroll
