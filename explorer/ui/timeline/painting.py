"""Paints one frame: lanes, marks, axis, headers, hairline. Knows what to draw only from its arguments."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen

from explorer.layout.marks import Cluster, LaneMarks, Mark
from explorer.layout.packing import MARK_RADIUS, Side
from explorer.ui.theme import dark_enough, softened
from explorer.ui.timeline.breaks import paint_breaks
from explorer.ui.timeline.density import paint_density
from explorer.ui.timeline.dims import paint_dims
from explorer.ui.timeline.frame import EventLook, Frame
from explorer.ui.timeline.glyphs import (
    paint_hatch,
    paint_hits,
    paint_role,
    paint_second_ring,
    paint_star,
    shape_of,
)  # fmt: skip
from explorer.ui.timeline.labels import Labels

#: Pixels: the axis above the lanes; the room a lane has free at its foot for "3 earlier".
AXIS = 46.0
FOOT = 6.5
_STRIPE = 4.0


def paint(painter: QPainter, frame: Frame) -> None:
    """Paint the whole timeline: the lanes under a sticky axis and sticky headers."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(frame.fonts.unit, frame.fonts.unit)
    theme = frame.theme
    frame.fonts.begin(painter.device().devicePixelRatioF())
    painter.fillRect(QRectF(0, 0, frame.width, frame.height), theme.colour("ground"))
    lanes = QRectF(0, AXIS, frame.width, frame.height - AXIS)
    painter.save()
    painter.setClipRect(lanes)
    _lane_grounds(painter, frame)
    _grid(painter, frame)
    painter.setClipRect(lanes.adjusted(frame.header, 0, 0, 0))
    breaks = (frame.marks.scale, frame.header, frame.theme, frame.fonts.strong)
    paint_breaks(painter, AXIS, frame.height, *breaks)
    for lane in _in_view(frame):
        _lane(painter, frame, lane)
    painter.restore()
    _axis(painter, frame)
    painter.save()
    painter.setClipRect(lanes)
    _headers(painter, frame)
    painter.restore()
    _hairline(painter, frame)
    if frame.span is not None:
        _span(painter, frame, *frame.span)
    if frame.drop is not None:
        painter.fillRect(QRectF(0, _y(frame, frame.drop) - 2, frame.width, 4), theme.colour("accent"))
    if frame.is_focused:
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(1, 1, frame.width - 2, frame.height - 2))


def _in_view(frame: Frame) -> list[LaneMarks]:
    top, bottom = frame.scroll, frame.scroll + frame.height - AXIS
    return [lane for lane in frame.marks if lane.top < bottom and lane.top + lane.height > top]


def _y(frame: Frame, y: float) -> float:
    return y + AXIS - frame.scroll


def _lane_grounds(painter: QPainter, frame: Frame) -> None:
    for number, lane in enumerate(frame.marks):
        top = _y(frame, lane.top)
        if number % 2:
            painter.fillRect(QRectF(0, top, frame.width, lane.height), frame.theme.colour("ground_alternate"))


def _grid(painter: QPainter, frame: Frame) -> None:
    bottom = frame.height
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for ticks, role in ((frame.ticks.lower, "grid"), (frame.ticks.upper, "grid_strong")):
        painter.setPen(QPen(frame.theme.colour(role), 1))
        painter.drawLines(
            [QLineF(frame.header + round(t.x), AXIS, frame.header + round(t.x), bottom) for t in ticks]
        )
    painter.setPen(QPen(frame.theme.colour("grid"), 1))
    for lane in frame.marks:
        y = round(_y(frame, lane.top + lane.height)) - 1
        painter.drawLine(QLineF(0, y, frame.width, y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _lane(painter: QPainter, frame: Frame, lane: LaneMarks) -> None:
    if lane.lit is not None:
        paint_dims(painter, frame, lane, _y(frame, lane.top))
    if lane.density is not None:
        bottom = _y(frame, lane.top + lane.height - 1)
        colour, ground = frame.lane_look(lane.lane).colour, frame.theme.colour("ground")
        paint_density(painter, lane.density, frame.header, bottom, colour, ground)
    for mark in lane.marks:
        _mark(painter, frame, mark)
    for cluster in lane.clusters:
        _cluster(painter, frame, cluster, frame.lane_look(lane.lane).colour)
    middle = _y(frame, lane.top + (lane.height / 2 if lane.is_thin else lane.height - FOOT))
    if lane.is_thin and lane.dims:
        # Beneath the dots.
        middle += 5.5
    small, soft = frame.fonts.small, frame.theme.colour("text_soft")
    said: list[tuple[float, float, str]] = []
    if lane.earlier:
        text = earlier_text(lane)
        said.append((frame.header + 6, small.width(text), text))
    if lane.later:
        text = later_text(lane)
        width = small.width(text)
        said.append((frame.width - 8 - width, width, text))
    for x, width, text in said:
        if lane.density is not None or lane.dim_density is not None:
            # Bars stand behind it.
            box = QRectF(x - 4, middle - 8, width + 8, 14.5)
            painter.fillRect(box, frame.theme.colour("ground"))
        small.draw(painter, x, middle, text, soft)


def earlier_text(lane: LaneMarks) -> str:
    return f"◂ {_of(lane, lane.lit_earlier, lane.earlier)} earlier"


def later_text(lane: LaneMarks) -> str:
    return f"{_of(lane, lane.lit_later, lane.later)} later ▸"


def _of(lane: LaneMarks, lit: int, every: int) -> str:
    """A count, and where events are lit how many of it: none of 7 must not read like 7."""
    return f"{every:,}" if lane.lit is None or lit == every else f"{lit:,} of {every:,}"


def _mark(painter: QPainter, frame: Frame, mark: Mark) -> None:
    look = frame.look(mark.row)
    y = _y(frame, mark.y)
    x0, x1 = mark.x0 + frame.header, mark.x1 + frame.header
    is_selected = mark.row == frame.selected
    if mark.is_bar:
        _bar(painter, frame, look, x0, x1, y, is_selected=is_selected, is_hovered=mark.row == frame.hovered)
    else:
        is_hovered = mark.row == frame.hovered
        _point(painter, frame, look, (x0 + x1) / 2, y, is_selected=is_selected, is_hovered=is_hovered)
    if mark.row == frame.compared:
        paint_second_ring(painter, frame, mark, x0, x1, y)
    if mark.row in frame.starred:
        paint_star(painter, frame, (max(x0, frame.header) + 3 if mark.is_bar else (x0 + x1) / 2 + 6), y - 7)
    if mark.side is Side.NONE:
        return
    font = frame.fonts.strong if is_selected or mark.row == frame.compared else frame.fonts.label
    x = mark.label_x + frame.header
    room = mark.label_width
    if mark.side is Side.LEFT:
        room = min(room, x + room - frame.header - 4)
        if room < 36:
            return
    elif x + room > frame.width - 4:
        room = frame.width - 4 - x
        if room < 36:
            return
    # In steps, so that a label at the edge is not cut anew with every pixel.
    room = room if room >= mark.label_width else room // 8 * 8
    text = font.elided(look.label, room + 0.5)
    if mark.side is Side.LEFT:
        # The layout reserved the width of the strong face; a label stands close to its mark.
        x += mark.label_width - font.width(text)
    if look.hits:
        paint_hits(painter, look, text, font, x, y, frame.theme)
    font.draw(painter, x, y, text, frame.theme.colour("text"))


def _point(
    painter: QPainter,
    frame: Frame,
    look: EventLook,
    x: float,
    y: float,
    *,
    is_selected: bool,
    is_hovered: bool,
) -> None:
    ratio = frame.fonts.label.ratio
    if look.role:
        paint_role(painter, frame, look, x, y, is_selected=is_selected, is_hovered=is_hovered)
    elif is_selected or is_hovered:
        painter.setBrush(frame.theme.colour("ground"))
        painter.setPen(QPen(frame.theme.colour("accent" if is_selected else "control_line"), 2.4))
        painter.drawEllipse(QPointF(x, y), MARK_RADIUS + 4, MARK_RADIUS + 4)
    drawn = look.drawn.get(ratio)
    if drawn is None:
        drawn = look.drawn[ratio] = shape_of(frame.theme, look, 5.0 if look.role else 6.0, ratio)
    half = 8.0 if look.role else 9.0
    painter.drawPixmap(QPointF(round((x - half) * ratio) / ratio, round((y - half) * ratio) / ratio), drawn)
    if look.is_uncertain or look.is_approximate:
        pen = QPen(look.colour, 1.2)
        pen.setDashPattern([1.5, 2.0] if look.is_uncertain else [0.1, 2.2])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, y), MARK_RADIUS + 2, MARK_RADIUS + 2)


def _bar(
    painter: QPainter,
    frame: Frame,
    look: EventLook,
    x0: float,
    x1: float,
    y: float,
    *,
    is_selected: bool,
    is_hovered: bool,
) -> None:
    theme = frame.theme
    # What lies far outside need not be rasterised.
    x0, x1 = max(x0, frame.header - 40), min(x1, frame.width + 40)
    box = QRectF(x0, y - 8.5, x1 - x0, 17)
    pale = look.pale
    painter.setPen(Qt.PenStyle.NoPen)
    if look.is_approximate or look.opens_left or look.opens_right:
        fade = QLinearGradient(box.topLeft(), box.topRight())
        clear = QColor(pale)
        clear.setAlpha(0)
        edge = min(0.4, 22 / max(box.width(), 1))
        fade.setColorAt(0, clear if look.is_approximate or look.opens_left else pale)
        fade.setColorAt(edge, pale)
        fade.setColorAt(1 - edge, pale)
        fade.setColorAt(1, clear if look.is_approximate or look.opens_right else pale)
        painter.setBrush(QBrush(fade))
    else:
        painter.setBrush(pale)
    painter.drawRoundedRect(box, 3, 3)
    if look.is_context:
        # The shape stays clear of the strokes.
        first = max(x0, frame.header) + 24 if box.width() > 34 else x0
        paint_hatch(painter, box.adjusted(first - x0, 0, 0, 0), softened(look.colour, theme))
    if not look.is_approximate and not look.opens_left:
        painter.fillRect(QRectF(x0, y - 8.5, 3, 17), look.colour)
    if look.is_uncertain or is_selected or is_hovered:
        pen = QPen(theme.colour("accent") if is_selected else look.colour, 2 if is_selected else 1.2)
        if look.is_uncertain and not is_selected:
            pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    shape_x = max(x0, frame.header) + 13
    if shape_x + 8 < x1:
        if look.role:
            paint_role(painter, frame, look, shape_x, y, is_selected=is_selected, is_hovered=False)
        ratio = frame.fonts.label.ratio
        pixmap = shape_of(theme, look, 5.0, ratio)
        painter.drawPixmap(
            QPointF(round((shape_x - 8) * ratio) / ratio, round((y - 8) * ratio) / ratio), pixmap
        )
    for opens, x, way in ((look.opens_left, x0, -1), (look.opens_right, x1, 1)):
        if opens:
            painter.setPen(QPen(look.colour, 2))
            painter.drawPolyline([QPointF(x - 5 * way, y - 5), QPointF(x, y), QPointF(x - 5 * way, y + 5)])


def _cluster(painter: QPainter, frame: Frame, cluster: Cluster, colour: QColor) -> None:
    y = _y(frame, cluster.y)
    box = QRectF(cluster.x0 + frame.header, y - 9, cluster.x1 - cluster.x0, 18)
    is_selected = frame.selected is not None and frame.selected in cluster.rows
    pen = QPen(frame.theme.colour("accent"), 2.4)
    if not is_selected and frame.compared is not None and frame.compared in cluster.rows:
        is_selected = True
        pen.setDashPattern([2.2, 1.6])
    painter.setPen(pen if is_selected else Qt.PenStyle.NoPen)
    colours = {frame.look(row).colour.rgba() for row in cluster.rows[:50]}
    fill = QColor.fromRgba(colours.pop()) if len(colours) == 1 else colour
    fill, ink = QColor.fromRgba(dark_enough(fill.rgba())), QColor("#ffffff")
    painter.setBrush(fill)
    painter.drawRoundedRect(box, 9, 9)
    text = count_text(cluster.count)
    font = frame.fonts.count
    font.draw(painter, box.center().x() - font.width(text) / 2, y, text, ink)
    if not frame.starred.isdisjoint(cluster.rows):
        paint_star(painter, frame, box.right() - 2, y - 8)


def count_text(count: int) -> str:
    """A count in at most four characters: 9, 120, 3.4k, 12k, 1.2M."""
    for size, unit in ((10**9, "G"), (10**6, "M"), (10**3, "k")):
        if count >= size:
            value = count / size
            return f"{value:.1f}{unit}" if value < 10 and f"{value:.1f}"[-1] != "0" else f"{value:.0f}{unit}"
    return str(count)


def _headers(painter: QPainter, frame: Frame) -> None:
    theme, fonts = frame.theme, frame.fonts
    for number, lane in enumerate(frame.marks):
        top = _y(frame, lane.top)
        if top > frame.height or top + lane.height < AXIS:
            continue
        look = frame.lane_look(lane.lane)
        ground = theme.colour("ground_alternate" if number % 2 else "ground")
        painter.fillRect(QRectF(0, top, frame.header, lane.height - 1), ground)
        painter.fillRect(QRectF(0, top, _STRIPE, lane.height), look.colour)
        room = frame.header - 15 - 8
        if lane.is_thin:
            _draw(fonts.label, painter, top + lane.height / 2, look.title, theme.colour("text_soft"), room)
            continue
        # A header stays readable while its lane scrolls away under the axis.
        y = max(top + 14, min(AXIS + 14, top + lane.height - 32))
        _draw(fonts.strong, painter, y, look.title, theme.colour("text"), room)
        inside = lane.total - lane.earlier - lane.later
        text = f"{lane.total:,} event{'s' * (lane.total != 1)}"
        shown = inside if lane.lit is None or lane.lit == lane.total else lane.lit
        if shown != lane.total:
            text = f"{shown:,} of {text}"
            if fonts.small.width(text) > room:
                text = f"{shown:,} of {lane.total:,}"
        _draw(fonts.small, painter, y + 18, text, theme.colour("text_soft"), room)
    painter.setPen(QPen(theme.colour("grid_strong"), 1))
    painter.drawLine(QLineF(frame.header - 0.5, AXIS, frame.header - 0.5, frame.height))


def _draw(font: Labels, painter: QPainter, y: float, text: str, colour: QColor, room: float) -> None:
    font.draw(painter, 15, y, font.elided(text, room), colour)


def _axis(painter: QPainter, frame: Frame) -> None:
    theme, fonts, ticks = frame.theme, frame.fonts, frame.ticks
    painter.fillRect(QRectF(0, 0, frame.width, AXIS), theme.colour("ground"))
    painter.save()
    painter.setClipRect(QRectF(frame.header, 0, frame.width - frame.header, AXIS))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.colour("grid_strong"), 1))
    painter.drawLines(
        [QLineF(frame.header + round(t.x), 27, frame.header + round(t.x), AXIS) for t in ticks.lower]
    )
    painter.drawLines(
        [QLineF(frame.header + round(t.x), 0, frame.header + round(t.x), AXIS) for t in ticks.upper]
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for tick in ticks.lower:
        if tick.label and tick.x + fonts.small.width(tick.label) + 6 < frame.width - frame.header:
            fonts.small.draw(painter, frame.header + tick.x + 6, 35, tick.label, theme.colour("text_soft"))
    first = next((t.x for t in ticks.upper if t.label), float("inf"))
    if ticks.pinned and fonts.year.width(ticks.pinned) + 16 < first:
        fonts.year.draw(painter, frame.header + 6, 14, ticks.pinned, theme.colour("text"))
    for tick in ticks.upper:
        # A label stands right of its line or not at all: left of it, it would name the time before.
        if tick.label and tick.x + fonts.year.width(tick.label) + 6 < frame.width - frame.header:
            fonts.year.draw(painter, frame.header + tick.x + 6, 14, tick.label, theme.colour("text"))
    painter.restore()
    paint_breaks(painter, 0, AXIS, frame.marks.scale, frame.header, theme, None)
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
    font.draw(painter, left + 10, AXIS - 12, frame.hairline_text, theme.colour("on_accent"))


def _span(painter: QPainter, frame: Frame, first: float, last: float) -> None:
    fill = frame.theme.colour("accent")
    fill.setAlphaF(0.14)
    box = QRectF(frame.header + min(first, last), 0, abs(last - first), frame.height)
    painter.fillRect(box, fill)
    painter.setPen(QPen(frame.theme.colour("accent"), 1))
    painter.drawLine(box.topLeft(), box.bottomLeft())
    painter.drawLine(box.topRight(), box.bottomRight())
