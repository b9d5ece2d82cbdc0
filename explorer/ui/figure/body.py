"""The timeline on a page: axis, grid, headers and lanes, drawn so that any kind of file can hold them."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from explorer.ui.figure.faces import Faces
from explorer.ui.theme import Theme
from explorer.ui.timeline.breaks import paint_breaks
from explorer.ui.timeline.frame import AXIS, Frame
from explorer.ui.timeline.labels import Fonts, Labels
from explorer.ui.timeline.lane import paint_lane

#: Pixels: the stripe in a lane's colour, from the frame's left edge to its text, between text and lanes.
STRIPE = 4.0
INDENT = 13.0
GUTTER = 10.0
#: Pixels: the header column where lanes have no names: room for the stripe.
BARE = 10.0
_LINE = 1.0


@dataclass(frozen=True, slots=True)
class Body:
    """A still Frame whose upper left corner stands at `x`, `y` of the page."""

    frame: Frame
    x: float
    y: float
    has_headers: bool
    has_ground: bool

    def paint(self, painter: QPainter, faces: Faces, theme: Theme) -> None:
        frame = replace(self.frame, fonts=faces.lanes)
        frame.fonts.begin(1.0)
        painter.save()
        painter.translate(self.x, self.y)
        if self.has_ground:
            _grounds(painter, frame, theme)
        _grid(painter, frame, theme)
        scale, header = frame.marks.scale, frame.header
        breaks = (scale, header, theme)
        paint_breaks(painter, AXIS, frame.height, *breaks, faces.lanes.strong, is_still=True)
        for lane in frame.marks:
            paint_lane(painter, frame, lane)
        _axis(painter, frame, theme, faces.lanes)
        _headers(painter, frame, theme, faces.lanes, self.has_headers)
        painter.restore()


def _fill(painter: QPainter, x: float, y: float, width: float, height: float, colour: QColor) -> None:
    painter.fillRect(QRectF(x, y, width, height), colour)


def _grounds(painter: QPainter, frame: Frame, theme: Theme) -> None:
    alternate = theme.colour("ground_alternate")
    for number, lane in enumerate(frame.marks):
        if number % 2:
            _fill(painter, 0, frame.y(lane.top), frame.width, lane.height, alternate)


def _grid(painter: QPainter, frame: Frame, theme: Theme) -> None:
    bottom = AXIS + frame.marks.height
    for ticks, role, top in ((frame.ticks.lower, "grid", 27.0), (frame.ticks.upper, "grid_strong", 0.0)):
        colour = theme.colour(role)
        above = theme.colour("grid_strong")
        for tick in ticks:
            x = frame.header + tick.x
            _fill(painter, x, top, _LINE, AXIS - top, above)
            _fill(painter, x, AXIS, _LINE, bottom - AXIS, colour)
    colour = theme.colour("grid_strong")
    for lane in frame.marks:
        _fill(painter, 0, frame.y(lane.top + lane.height) - _LINE, frame.width, _LINE, colour)


def _axis(painter: QPainter, frame: Frame, theme: Theme, fonts: Fonts) -> None:
    ticks, room = frame.ticks, frame.width - frame.header
    soft, ink = theme.colour("text_soft"), theme.colour("text")
    for tick in ticks.lower:
        if tick.label and tick.x + fonts.small.width(tick.label) + 6 < room:
            fonts.small.draw(painter, frame.header + tick.x + 6, 35, tick.label, soft)
    first = next((t.x for t in ticks.upper if t.label), float("inf"))
    if ticks.pinned and fonts.year.width(ticks.pinned) + 16 < first:
        fonts.year.draw(painter, frame.header + 6, 14, ticks.pinned, ink)
    for tick in ticks.upper:
        # A label stands right of its line or not at all: left of it, it would name the time before.
        if tick.label and tick.x + fonts.year.width(tick.label) + 6 < room:
            fonts.year.draw(painter, frame.header + tick.x + 6, 14, tick.label, ink)
    paint_breaks(painter, 0, AXIS, frame.marks.scale, frame.header, theme, None, is_still=True)
    _fill(painter, 0, AXIS - _LINE, frame.width, _LINE, theme.colour("control_line"))


def _headers(painter: QPainter, frame: Frame, theme: Theme, fonts: Fonts, has_names: bool) -> None:
    room = frame.header - INDENT - GUTTER
    for lane in frame.marks:
        look, top = frame.lane_look(lane.lane), frame.y(lane.top)
        _fill(painter, 0, top, STRIPE, lane.height - _LINE, look.colour)
        if not has_names:
            continue
        if lane.is_thin:
            _write(fonts.label, painter, top + lane.height / 2, look.title, theme.colour("text_soft"), room)
            continue
        _write(fonts.strong, painter, top + 15, look.title, theme.colour("text"), room)
        inside = lane.total - lane.earlier - lane.later
        text = f"{lane.total:,} event{'s' * (lane.total != 1)}"
        shown = inside if lane.lit is None or lane.lit == lane.total else lane.lit
        if shown != lane.total:
            text = f"{shown:,} of {text}"
            if fonts.small.width(text) > room:
                text = f"{shown:,} of {lane.total:,}"
        _write(fonts.small, painter, top + 32, text, theme.colour("text_soft"), room)
    if has_names:
        x = frame.header - _LINE
        _fill(painter, x, 0, _LINE, AXIS + frame.marks.height, theme.colour("grid_strong"))


def _write(face: Labels, painter: QPainter, y: float, text: str, colour: QColor, room: float) -> None:
    face.draw(painter, INDENT, y, face.elided(text, room), colour)
