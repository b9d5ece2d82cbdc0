"""Paints one frame: lanes, marks, axis, headers, hairline. Knows what to draw only from its arguments."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.domain.tongue import grouped, translate
from explorer.layout.marks import LaneMarks
from explorer.layout.ticks import Tick
from explorer.ui.timeline.breaks import paint_breaks, taken_by
from explorer.ui.timeline.frame import AXIS, Frame
from explorer.ui.timeline.labels import Labels
from explorer.ui.timeline.lane import paint_lane
from explorer.ui.wording import events_in_words

_STRIPE = 4.0


def paint(painter: QPainter, frame: Frame) -> None:
    """Paint the whole timeline: the lanes under a sticky axis and sticky headers.

    Grounds and straight lines are painted on whole pixels, which takes a third of the time of smooth edges.
    """
    painter.scale(frame.fonts.unit, frame.fonts.unit)
    theme = frame.theme
    frame.fonts.begin(painter.device().devicePixelRatioF())
    painter.fillRect(QRectF(0, 0, frame.width, frame.height), theme.colour("ground"))
    lanes = QRectF(0, AXIS, frame.width, frame.height - AXIS)
    in_view = _in_view(frame)
    painter.save()
    painter.setClipRect(lanes)
    _lane_grounds(painter, frame, in_view)
    _grid(painter, frame, in_view)
    painter.setClipRect(lanes.adjusted(frame.header, 0, 0, 0))
    breaks = (frame.marks.scale, frame.header, frame.theme, frame.fonts.strong)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_breaks(painter, AXIS, frame.height, *breaks, taken=taken_by(frame))
    for _, lane in in_view:
        paint_lane(painter, frame, lane)
    painter.restore()
    _axis(painter, frame)
    painter.save()
    painter.setClipRect(lanes)
    _headers(painter, frame, in_view)
    painter.restore()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _hairline(painter, frame)
    if frame.span is not None:
        _span(painter, frame, *frame.span)
    if frame.drop is not None:
        painter.fillRect(QRectF(0, frame.y(frame.drop) - 2, frame.width, 4), theme.colour("accent"))
    if frame.is_focused:
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(1, 1, frame.width - 2, frame.height - 2))


def _in_view(frame: Frame) -> list[tuple[int, LaneMarks]]:
    """The lanes that are not scrolled away, numbered among all: of hundreds a screen shows a dozen."""
    top, bottom = frame.scroll, frame.scroll + frame.height - AXIS
    return [
        (number, lane)
        for number, lane in enumerate(frame.marks)
        if lane.top < bottom and lane.top + lane.height > top
    ]


def _lane_grounds(painter: QPainter, frame: Frame, in_view: Sequence[tuple[int, LaneMarks]]) -> None:
    ground = frame.theme.colour("ground_alternate")
    for number, lane in in_view:
        if number % 2:
            painter.fillRect(QRectF(0, frame.y(lane.top), frame.width, lane.height), ground)


def _grid(painter: QPainter, frame: Frame, in_view: Sequence[tuple[int, LaneMarks]]) -> None:
    bottom, right = round(frame.height), round(frame.width)
    for ticks, role in ((frame.ticks.lower, "grid"), (frame.ticks.upper, "grid_strong")):
        _lines(painter, frame.theme.colour(role), _upright(frame, ticks, round(AXIS), bottom))
    feet = [round(frame.y(lane.top + lane.height)) - 1 for _, lane in in_view]
    _lines(painter, frame.theme.colour("grid"), [QRect(0, y, right, 1) for y in feet])


def _upright(frame: Frame, ticks: Sequence[Tick], top: int, bottom: int) -> list[QRect]:
    """A line for each tick."""
    return [QRect(round(frame.header + round(tick.x)), top, 1, bottom - top) for tick in ticks]


def _lines(painter: QPainter, colour: QColor, boxes: Sequence[QRect]) -> None:
    """Lines as boxes: as lines they take three times as long."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRects(boxes)


def _headers(painter: QPainter, frame: Frame, in_view: Sequence[tuple[int, LaneMarks]]) -> None:
    theme, fonts = frame.theme, frame.fonts
    grounds = theme.colour("ground"), theme.colour("ground_alternate")
    text, soft = theme.colour("text"), theme.colour("text_soft")
    for number, lane in in_view:
        top = frame.y(lane.top)
        look = frame.lane_look(lane.lane)
        painter.fillRect(QRectF(0, top, frame.header, lane.height - 1), grounds[number % 2])
        painter.fillRect(QRectF(0, top, _STRIPE, lane.height), look.colour)
        room = frame.header - 15 - 8
        if lane.is_thin:
            _draw(fonts.label, painter, top + lane.height / 2, look.title, soft, room)
            continue
        # A header stays readable while its lane scrolls away under the axis.
        y = max(top + 14, min(AXIS + 14, top + lane.height - 32))
        _draw(fonts.strong, painter, y, look.title, text, room)
        inside = lane.total - lane.earlier - lane.later
        words = events_in_words(lane.total)
        shown = inside if lane.lit is None or lane.lit == lane.total else lane.lit
        if shown != lane.total:
            words = translate("Timeline", "{shown} of {events}").format(shown=grouped(shown), events=words)
            if fonts.small.reckoned(words) > room:
                words = translate("Timeline", "{n} of {all}")
                words = words.format(n=grouped(shown), all=grouped(lane.total))
        if fonts.small.reckoned(words) > room:
            words = fonts.small.elided(words, room)
        fonts.small.draw(painter, 15, y + 18, words, soft, is_passing=True)
    painter.setPen(QPen(theme.colour("grid_strong"), 1))
    painter.drawLine(QLineF(frame.header - 0.5, AXIS, frame.header - 0.5, frame.height))


def _draw(font: Labels, painter: QPainter, y: float, text: str, colour: QColor, room: float) -> None:
    font.draw(painter, 15, y, font.elided(text, room), colour)


def _axis(painter: QPainter, frame: Frame) -> None:
    theme, fonts, ticks = frame.theme, frame.fonts, frame.ticks
    painter.fillRect(QRectF(0, 0, frame.width, AXIS), theme.colour("ground"))
    painter.save()
    painter.setClipRect(QRectF(frame.header, 0, frame.width - frame.header, AXIS))
    strong = theme.colour("grid_strong")
    _lines(painter, strong, _upright(frame, ticks.lower, 27, round(AXIS)))
    _lines(painter, strong, _upright(frame, ticks.upper, 0, round(AXIS)))
    soft, text = theme.colour("text_soft"), theme.colour("text")
    for tick in ticks.lower:
        if tick.label and tick.x + fonts.small.width(tick.label) + 6 < frame.width - frame.header:
            fonts.small.draw(painter, frame.header + tick.x + 6, 35, tick.label, soft)
    first = next((t.x for t in ticks.upper if t.label), float("inf"))
    if ticks.pinned and fonts.year.width(ticks.pinned) + 16 < first:
        fonts.year.draw(painter, frame.header + 6, 14, ticks.pinned, text)
    for tick in ticks.upper:
        # A label stands right of its line or not at all: left of it, it would name the time before.
        if tick.label and tick.x + fonts.year.width(tick.label) + 6 < frame.width - frame.header:
            fonts.year.draw(painter, frame.header + tick.x + 6, 14, tick.label, text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_breaks(painter, 0, AXIS, frame.marks.scale, frame.header, theme, None)
    painter.restore()
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(QLineF(0, AXIS - 0.5, frame.width, AXIS - 0.5))
    painter.setPen(QPen(theme.colour("grid_strong"), 1))
    painter.drawLine(QLineF(frame.header - 0.5, 0, frame.header - 0.5, AXIS))


def _hairline(painter: QPainter, frame: Frame) -> None:
    if frame.hairline is None or not 0 <= frame.hairline <= frame.width - frame.header:
        return
    theme, font = frame.theme, frame.fonts.strong
    x = round(frame.header + frame.hairline) + 0.5
    pen = QPen(theme.colour("accent"), 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.drawLine(QLineF(x, AXIS, x, frame.height))
    if not frame.hairline_text:
        return
    width = font.width(frame.hairline_text) + 20
    left = max(frame.header + 2, min(x - width / 2, frame.width - width - 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(QRectF(left, AXIS - 22, width, 20), 4, 4)
    ink = theme.colour("on_accent")
    font.draw(painter, left + 10, AXIS - 12, frame.hairline_text, ink, is_passing=True)


def _span(painter: QPainter, frame: Frame, first: float, last: float) -> None:
    fill = frame.theme.colour("accent")
    fill.setAlphaF(0.14)
    box = QRectF(frame.header + min(first, last), 0, abs(last - first), frame.height)
    painter.fillRect(box, fill)
    painter.setPen(QPen(frame.theme.colour("accent"), 1))
    painter.drawLine(box.topLeft(), box.bottomLeft())
    painter.drawLine(box.topRight(), box.bottomRight())
