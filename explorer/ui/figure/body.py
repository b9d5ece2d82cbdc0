"""The timeline on a page: axis, grid, headers and lanes, drawn so that any kind of file can hold them."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from explorer.domain.tongue import grouped, translate
from explorer.layout.extents import FIRST_ROW
from explorer.ui.figure.faces import Faces, name_in_lines
from explorer.ui.theme import Theme
from explorer.ui.timeline.breaks import paint_breaks, taken_by
from explorer.ui.timeline.frame import AXIS, Frame
from explorer.ui.timeline.labels import Fonts, Labels
from explorer.ui.timeline.lane import paint_lane
from explorer.ui.wording import events_in_words

#: Pixels: the stripe in a lane's colour, from the frame's left edge to its text, between text and lanes.
STRIPE = 4.0
INDENT = 13.0
GUTTER = 10.0
#: Pixels: the header column where lanes have no names: room for the stripe.
BARE = 10.0
#: Pixels: a line of the grid, and how high a lane must be for a header of two lines.
_LINE = 0.75
_TWO_LINES = 39.0
#: Pixels: from one line of a name to the next, from the last to the count, from a line's middle to its foot.
_STEP = 15.0
_SMALL_STEP = 13.0
_COUNT = 16.5
_FOOT = 7.0
#: Pixels that what stands in a lane may reach beyond it.
_REACH = 20.0


@dataclass(frozen=True, slots=True)
class Body:
    """A still Frame whose upper left corner stands at `x`, `y` of the page.

    With `has_tail` the lanes are named at their right end as well.
    """

    frame: Frame
    x: float
    y: float
    has_headers: bool
    has_ground: bool
    has_tail: bool = False

    @property
    def width(self) -> float:
        """The width of everything, names included."""
        return self.frame.width + (self.frame.header if self.has_tail else 0.0)

    def paint(self, painter: QPainter, faces: Faces, theme: Theme, band: tuple[float, float]) -> None:
        frame = replace(self.frame, fonts=faces.lanes)
        frame.fonts.begin(1.0)
        painter.save()
        painter.translate(self.x, self.y)
        if self.has_ground:
            _grounds(painter, frame, theme, self.width)
        _grid(painter, frame, theme, self.width)
        scale, header = frame.marks.scale, frame.header
        breaks = (scale, header, theme)
        taken = taken_by(frame)
        paint_breaks(painter, AXIS, frame.height, *breaks, faces.lanes.strong, is_still=True, taken=taken)
        low, high = band[0] - self.y - _REACH, band[1] - self.y + _REACH
        for lane in frame.marks:
            if frame.y(lane.top) < high and frame.y(lane.top + lane.height) > low:
                paint_lane(painter, frame, lane)
        _axis(painter, frame, theme, faces.lanes, self.width)
        _stripes(painter, frame, 0.0)
        if self.has_headers:
            rule = theme.colour("grid_strong")
            for left in (0.0, frame.width) if self.has_tail else (0.0,):
                _headers(painter, frame, theme, faces.lanes, left)
                x = left + (frame.header - _LINE if not left else 0.0)
                _fill(painter, x, 0, _LINE, AXIS + frame.marks.height, rule)
            if self.has_tail:
                _stripes(painter, frame, self.width - STRIPE)
        painter.restore()


def _fill(painter: QPainter, x: float, y: float, width: float, height: float, colour: QColor) -> None:
    painter.fillRect(QRectF(x, y, width, height), colour)


def _grounds(painter: QPainter, frame: Frame, theme: Theme, width: float) -> None:
    alternate = theme.colour("ground_alternate")
    for number, lane in enumerate(frame.marks):
        if number % 2:
            _fill(painter, 0, frame.y(lane.top), width, lane.height, alternate)


def _grid(painter: QPainter, frame: Frame, theme: Theme, width: float) -> None:
    bottom = AXIS + frame.marks.height
    for ticks, role, top in ((frame.ticks.lower, "grid", 27.0), (frame.ticks.upper, "grid_strong", 0.0)):
        colour = theme.colour(role)
        above = theme.colour("grid_strong")
        for tick in ticks:
            x = frame.header + tick.x - _LINE / 2
            _fill(painter, x, top, _LINE, AXIS - top, above)
            _fill(painter, x, AXIS, _LINE, bottom - AXIS, colour)
    colour = theme.colour("grid_strong")
    for lane in frame.marks:
        _fill(painter, 0, frame.y(lane.top + lane.height) - _LINE, width, _LINE, colour)


def _axis(painter: QPainter, frame: Frame, theme: Theme, fonts: Fonts, width: float) -> None:
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
    _fill(painter, 0, AXIS - _LINE, width, _LINE, theme.colour("control_line"))


def _headers(painter: QPainter, frame: Frame, theme: Theme, fonts: Fonts, left: float) -> None:
    """The names of the lanes with their counts, in a column that begins at `left`."""
    room = frame.header - INDENT - GUTTER
    soft, ink = theme.colour("text_soft"), theme.colour("text")
    for lane in frame.marks:
        look, top = frame.lane_look(lane.lane), frame.y(lane.top)
        if lane.is_thin:
            face = fonts.label if fonts.label.width(look.title) <= room else fonts.small
            _write(face, painter, left, top + lane.height / 2, look.title, soft, room)
            continue
        inside = lane.total - lane.earlier - lane.later
        shown = inside if lane.lit is None or lane.lit == lane.total else lane.lit
        count = grouped(lane.total)
        if shown != lane.total:
            count = translate("Timeline", "{n} of {all}").format(n=grouped(shown), all=count)
        y = top + max(FIRST_ROW * frame.pitch, 13.0)
        if lane.height < _TWO_LINES and fonts.strong.width(look.title) > room:
            # Too low for two lines of the usual size.
            name = name_in_lines(fonts.small, look.title, room)
            y = top + lane.height / 2 - _SMALL_STEP * (len(name) - 1) / 2
            for number, line in enumerate(name):
                _write(fonts.small, painter, left, y + _SMALL_STEP * number, line, ink, room)
            continue
        name = name_in_lines(fonts.strong, look.title, room)
        for number, line in enumerate(name):
            _write(fonts.strong, painter, left, y + _STEP * number, line, ink, room)
        y += _STEP * (len(name) - 1)
        if y + _COUNT + _FOOT <= top + lane.height:
            said = events_in_words(lane.total)
            if shown != lane.total:
                said = translate("Timeline", "{shown} of {events}").format(shown=grouped(shown), events=said)
            said = count if fonts.small.width(said) > room else said
            _write(fonts.small, painter, left, y + _COUNT, said, soft, room)
            continue
        beside = fonts.small.width(count) + 8
        if fonts.strong.width(name[-1]) <= room - beside:
            fonts.small.draw(painter, left + frame.header - GUTTER - beside + 8, y + 0.5, count, soft)


def _write(
    face: Labels, painter: QPainter, left: float, y: float, text: str, colour: QColor, room: float
) -> None:
    face.draw(painter, left + INDENT, y, face.elided(text, room), colour)


def _stripes(painter: QPainter, frame: Frame, left: float) -> None:
    for lane in frame.marks:
        colour = frame.lane_look(lane.lane).colour
        _fill(painter, left, frame.y(lane.top), STRIPE, lane.height - _LINE, colour)
