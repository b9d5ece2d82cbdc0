"""Paints what stands in one lane of a frame: marks, bars, clusters, labels, density, what is out of view."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from explorer.domain.tongue import grouped, translate
from explorer.layout.marks import Cluster, LaneMarks, Mark
from explorer.layout.packing import MARK_RADIUS, Side
from explorer.ui.theme import dark_enough, softened
from explorer.ui.timeline.density import paint_density
from explorer.ui.timeline.dims import paint_dims
from explorer.ui.timeline.frame import EventLook, Frame
from explorer.ui.timeline.glyphs import (
    faded,
    paint_hatch,
    paint_hits,
    paint_role,
    paint_second_ring,
    paint_star,
    put_shape,
    shape_of,
)  # fmt: skip

#: Pixels: the room a lane has free at its foot for "3 earlier".
FOOT = 6.5
#: How much of the bars behind a text is covered.
_VEIL = 0.8


def paint_lane(painter: QPainter, frame: Frame, lane: LaneMarks) -> None:
    if lane.lit is not None:
        paint_dims(painter, frame, lane, frame.y(lane.top))
    if lane.density is not None:
        bottom = frame.y(lane.top + lane.height - 1)
        colour, ground = frame.lane_look(lane.lane).colour, frame.theme.colour("ground")
        share = min(1.0, frame.pitch)
        paint_density(painter, lane.density, frame.header, bottom, colour, ground, share=share)
    ink = frame.theme.colour("text")
    for mark in lane.marks:
        _mark(painter, frame, mark, ink)
    for cluster in lane.clusters:
        _cluster(painter, frame, cluster, frame.lane_look(lane.lane).colour)
    middle = frame.y(lane.top + (lane.height / 2 if lane.is_thin else lane.height - FOOT))
    if lane.is_thin and lane.dims:
        # Beneath the dots.
        middle += 5.5
    small, soft = frame.fonts.small, frame.theme.colour("text_soft")
    has_bars = lane.density is not None or lane.dim_density is not None
    veil = frame.theme.colour("ground")
    veil.setAlphaF(_VEIL)
    said: list[tuple[float, float, str]] = []
    if lane.earlier:
        text = earlier_text(lane)
        said.append((frame.header + 6, small.reckoned(text), text))
    if lane.later:
        text = later_text(lane)
        width = small.reckoned(text)
        said.append((frame.width - 8 - width, width, text))
    for x, width, text in said:
        if has_bars:
            # Bars stand behind it, and show through: a bar of which only a corner is seen looks like none.
            painter.fillRect(QRectF(x - 4, middle - 8, width + 8, 14.5), veil)
        small.draw(painter, x, middle, text, soft, is_passing=True)


def earlier_text(lane: LaneMarks) -> str:
    return translate("Timeline", "◂ {n} earlier").format(n=_of(lane, lane.lit_earlier, lane.earlier))


def later_text(lane: LaneMarks) -> str:
    return translate("Timeline", "{n} later ▸").format(n=_of(lane, lane.lit_later, lane.later))


def _of(lane: LaneMarks, lit: int, every: int) -> str:
    """A count, and where events are lit how many of it: none of 7 must not read like 7."""
    if lane.lit is None or lit == every:
        return grouped(every)
    return translate("Timeline", "{n} of {all}").format(n=grouped(lit), all=grouped(every))


def _mark(painter: QPainter, frame: Frame, mark: Mark, ink: QColor) -> None:
    look = frame.look(mark.row)
    y = frame.y(mark.y)
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
    elif x + room > frame.width - 4:
        room = frame.width - 4 - x
    if room < min(mark.label_width, 36.0):
        # Too little is left of it to be read.
        return
    # In steps, so that a label at the edge is not cut anew with every pixel.
    room = room if room >= mark.label_width else room // 8 * 8
    text = font.elided(look.label, room + 0.5)
    if mark.side is Side.LEFT:
        # The layout reserved the width of the strong face; a label stands close to its mark.
        x += mark.label_width - font.width(text)
    if look.hits:
        paint_hits(painter, look, text, font, x, y, frame.theme)
    font.draw(painter, x, y, text, ink)


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
    if frame.is_still:
        put_shape(painter, frame, look, 5.0 if look.role else 6.0, ratio, x, y)
    else:
        drawn = look.drawn.get(ratio)
        if drawn is None:
            drawn = look.drawn[ratio] = shape_of(frame.theme, look, 5.0 if look.role else 6.0, ratio)
        half = 8.0 if look.role else 9.0
        at = QPointF(round((x - half) * ratio) / ratio, round((y - half) * ratio) / ratio)
        painter.drawPixmap(at, drawn)
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
    is_cut_left = frame.is_still and x0 < frame.header
    is_cut_right = frame.is_still and x1 > frame.width
    # What lies far outside need not be rasterised; a still frame does not clip.
    beyond = 0 if frame.is_still else 40
    x0, x1 = max(x0, frame.header - beyond), min(x1, frame.width + beyond)
    if x1 <= x0:
        return
    box = QRectF(x0, y - 8.5, x1 - x0, 17)
    pale = look.pale
    painter.setPen(Qt.PenStyle.NoPen)
    if look.is_approximate or look.opens_left or look.opens_right:
        fades_left = (look.is_approximate or look.opens_left) and not is_cut_left
        fades_right = (look.is_approximate or look.opens_right) and not is_cut_right
        fade = faded(painter, box, pale, theme.colour("ground"), left=fades_left, right=fades_right)
        painter.setBrush(QBrush(fade))
    else:
        painter.setBrush(pale)
    if is_cut_left or is_cut_right:
        painter.drawPath(_open_box(box, is_cut_left=is_cut_left, is_cut_right=is_cut_right))
    else:
        painter.drawRoundedRect(box, 3, 3)
    if look.is_context:
        # The shape stays clear of the strokes.
        first = max(x0, frame.header) + 24 if box.width() > 34 else x0
        paint_hatch(painter, box.adjusted(first - x0, 0, 0, 0), softened(look.colour, theme))
    if not look.is_approximate and not look.opens_left and not is_cut_left:
        painter.fillRect(QRectF(x0, y - 8.5, 3, 17), look.colour)
    if look.is_uncertain or is_selected or is_hovered:
        pen = QPen(theme.colour("accent") if is_selected else look.colour, 2 if is_selected else 1.2)
        if look.is_uncertain and not is_selected:
            pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge_box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        if is_cut_left or is_cut_right:
            painter.drawPath(_open_box(edge_box, is_cut_left=is_cut_left, is_cut_right=is_cut_right))
        else:
            painter.drawRoundedRect(edge_box, 3, 3)
    shape_x = max(x0, frame.header) + 13
    if shape_x + 8 < x1:
        if look.role:
            paint_role(painter, frame, look, shape_x, y, is_selected=is_selected, is_hovered=False)
        put_shape(painter, frame, look, 5.0, frame.fonts.label.ratio, shape_x, y)
    for opens, x, way in ((look.opens_left, x0, -1), (look.opens_right, x1, 1)):
        if opens and not (is_cut_left if way < 0 else is_cut_right):
            painter.setPen(QPen(look.colour, 2))
            painter.drawPolyline([QPointF(x - 5 * way, y - 5), QPointF(x, y), QPointF(x - 5 * way, y + 5)])


def _open_box(box: QRectF, *, is_cut_left: bool, is_cut_right: bool) -> QPainterPath:
    """A bar whose end that lies outside the picture is straight: it goes on."""
    left, right = (0.0 if is_cut else 3.0 for is_cut in (is_cut_left, is_cut_right))
    path = QPainterPath(QPointF(box.left() + left, box.top()))
    path.lineTo(box.right() - right, box.top())
    path.quadTo(box.right(), box.top(), box.right(), box.top() + right)
    path.lineTo(box.right(), box.bottom() - right)
    path.quadTo(box.right(), box.bottom(), box.right() - right, box.bottom())
    path.lineTo(box.left() + left, box.bottom())
    path.quadTo(box.left(), box.bottom(), box.left(), box.bottom() - left)
    path.lineTo(box.left(), box.top() + left)
    path.quadTo(box.left(), box.top(), box.left() + left, box.top())
    return path


def _cluster(painter: QPainter, frame: Frame, cluster: Cluster, colour: QColor) -> None:
    y = frame.y(cluster.y)
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
