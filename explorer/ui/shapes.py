"""The marks: one small shape for each kind of event, drawn once for each colour and size and kept.

Around a mark stands the outline of the role in which its event serves a claim; legends draw the same.
"""

from functools import lru_cache
from math import ceil, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

#: Every name that db/schema.sql's kinds.shape may hold. An unknown one is drawn as a disc.
NAMES = (
    "disc", "ring", "disc-half", "handset", "envelope", "diamond", "square", "square-open",
    "flag", "hexagon", "triangle-down", "triangle", "cross", "star", "page",
)  # fmt: skip

#: How far the outline of a role reaches at most, in radii of the mark that it stands around.
ROLE_REACH = 2.4


def draw(
    painter: QPainter, name: str, centre: QPointF, radius: float, colour: QColor, ground: QColor
) -> None:
    """Paint a shape of about `radius` pixels around `centre`; `ground` fills what is hollow in it."""
    painter.save()
    painter.translate(centre)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    r = radius
    line = QPen(colour, max(1.4, r * 0.3))
    line.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    line.setCapStyle(Qt.PenCapStyle.RoundCap)
    hollow = QPen(ground, max(1.1, r * 0.2))
    hollow.setCapStyle(Qt.PenCapStyle.RoundCap)
    if name in _POLYGONS:
        painter.drawPolygon(QPolygonF([QPointF(x * r, y * r) for x, y in _POLYGONS[name]]))
    elif name == "ring":
        painter.setPen(line)
        painter.setBrush(ground)
        painter.drawEllipse(QPointF(0, 0), r * 0.82, r * 0.82)
    elif name == "disc-half":
        painter.setPen(line)
        painter.setBrush(ground)
        painter.drawEllipse(QPointF(0, 0), r * 0.82, r * 0.82)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(QRectF(-r * 0.82, -r * 0.82, r * 1.64, r * 1.64), 90 * 16, 180 * 16)
    elif name == "square":
        painter.drawRect(QRectF(-r * 0.84, -r * 0.84, r * 1.68, r * 1.68))
    elif name == "square-open":
        painter.setPen(line)
        painter.setBrush(ground)
        painter.drawRect(QRectF(-r * 0.7, -r * 0.7, r * 1.4, r * 1.4))
    elif name == "envelope":
        painter.drawRoundedRect(QRectF(-r, -r * 0.72, 2 * r, r * 1.44), r * 0.15, r * 0.15)
        painter.setPen(hollow)
        painter.drawPolyline(
            [QPointF(-r * 0.8, -r * 0.42), QPointF(0, r * 0.18), QPointF(r * 0.8, -r * 0.42)]
        )
    elif name == "handset":
        _handset(painter, r, colour)
    elif name == "flag":
        painter.setPen(line)
        painter.drawLine(QPointF(-r * 0.62, -r * 0.9), QPointF(-r * 0.62, r * 0.95))
        painter.setPen(Qt.PenStyle.NoPen)
        points = ((-0.62, -0.95), (0.95, -0.42), (-0.62, 0.15))
        painter.drawPolygon(QPolygonF([QPointF(x * r, y * r) for x, y in points]))
    elif name == "page":
        painter.drawRoundedRect(QRectF(-r * 0.72, -r * 0.95, r * 1.44, r * 1.9), r * 0.12, r * 0.12)
        painter.setPen(hollow)
        for y in (-0.4, 0.0, 0.4):
            painter.drawLine(QPointF(-r * 0.36, y * r), QPointF(r * 0.36, y * r))
    else:
        painter.drawEllipse(QPointF(0, 0), r * 0.95, r * 0.95)
    painter.restore()


def _handset(painter: QPainter, r: float, colour: QColor) -> None:
    painter.rotate(-45)
    path = QPainterPath()
    path.moveTo(-r, -r * 0.05)
    path.quadTo(0, -r * 1.15, r, -r * 0.05)
    path.lineTo(r * 0.92, r * 0.5)
    path.lineTo(r * 0.4, r * 0.42)
    path.lineTo(r * 0.36, -r * 0.02)
    path.quadTo(0, -r * 0.26, -r * 0.36, -r * 0.02)
    path.lineTo(-r * 0.4, r * 0.42)
    path.lineTo(-r * 0.92, r * 0.5)
    path.closeSubpath()
    painter.setPen(QPen(colour, 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(path)


def _star(points: int, inner: float) -> tuple[tuple[float, float], ...]:
    return tuple(
        (
            sin(k * pi / points) * (1.05 if k % 2 == 0 else inner),
            -cos(k * pi / points) * (1.05 if k % 2 == 0 else inner),
        )
        for k in range(2 * points)
    )


_POLYGONS: dict[str, tuple[tuple[float, float], ...]] = {
    "diamond": ((0, -1.1), (1.1, 0), (0, 1.1), (-1.1, 0)),
    "triangle": ((0, -1.0), (1.08, 0.86), (-1.08, 0.86)),
    "triangle-down": ((0, 1.0), (1.08, -0.86), (-1.08, -0.86)),
    "hexagon": tuple((sin(k * pi / 3) * 1.02, -cos(k * pi / 3) * 1.02) for k in range(6)),
    "cross": (
        (-0.36, -1), (0.36, -1), (0.36, -0.36), (1, -0.36), (1, 0.36), (0.36, 0.36),
        (0.36, 1), (-0.36, 1), (-0.36, 0.36), (-1, 0.36), (-1, -0.36), (-0.36, -0.36),
    ),
    "star": _star(5, 0.5),
}  # fmt: skip


def draw_role(painter: QPainter, role: str, centre: QPointF, radius: float, colour: QColor) -> None:
    """Paint the outline of a role (one of domain.event.ROLES) around a mark of about `radius` pixels.

    Evidence is a ring, precedent a dashed one, exception a square, consequence a triangle; any other role
    a ring. Nothing is filled.
    """
    painter.save()
    painter.translate(centre)
    r = radius
    line = QPen(colour, max(1.4, r * 0.32))
    line.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if role == "precedent":
        # Eight dashes, whatever the radius: lengths of a dash pattern are in widths of the pen.
        length = 2 * pi * 1.5 * r / line.widthF() / 8
        line.setDashPattern([length * 0.58, length * 0.42])
        line.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(line)
    if role == "exception":
        painter.drawRect(QRectF(-r * 1.42, -r * 1.42, r * 2.84, r * 2.84))
    elif role == "consequence":
        # Raised a little less than its centroid would be, so that it stays within a row.
        points = ((0, -2.0), (1.9, 1.28), (-1.9, 1.28))
        painter.drawPolygon(QPolygonF([QPointF(x * r, y * r) for x, y in points]))
    else:
        painter.drawEllipse(QPointF(0, 0), r * 1.5, r * 1.5)
    painter.restore()


def draw_sign(
    painter: QPainter,
    name: str,
    centre: QPointF,
    radius: float,
    colour: QColor,
    ground: QColor,
    *,
    is_context: bool = False,
) -> None:
    """Paint a shape; what is only context is struck through: a stroke of the ground cuts it in two."""
    draw(painter, name, centre, radius, colour, ground)
    if is_context:
        painter.setPen(QPen(ground, max(1.6, radius * 0.36)))
        reach = radius * 1.2
        painter.drawLine(centre + QPointF(-reach, reach), centre + QPointF(reach, -reach))


@lru_cache(maxsize=256)
def role_pixmap(role: str, radius: float, colour: int, ratio: float) -> QPixmap:
    """The outline of a role as a pixmap ROLE_REACH·radius pixels to each side; colour as QColor.rgba()."""
    size = ceil(2 * ROLE_REACH * radius)
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_role(painter, role, QPointF(size / 2, size / 2), radius, QColor.fromRgba(colour))
    painter.end()
    return drawn


@lru_cache(maxsize=2048)
def pixmap(
    name: str, radius: float, colour: int, ground: int, ratio: float, is_context: bool = False
) -> QPixmap:
    """What `draw_sign` paints as a pixmap 2·radius + 6 pixels wide; colours as QColor.rgba()."""
    size = round(2 * radius + 6)
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    centre, ink, paper = QPointF(size / 2, size / 2), QColor.fromRgba(colour), QColor.fromRgba(ground)
    draw_sign(painter, name, centre, radius, ink, paper, is_context=is_context)
    painter.end()
    return drawn
