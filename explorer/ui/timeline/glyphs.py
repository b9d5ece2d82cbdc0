"""What a mark is made of: shape, outline of a role, strokes of context, hits in its label, ring, star."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGradient, QLinearGradient, QPaintEngine, QPainter, QPen, QPixmap

from explorer.layout.marks import Mark
from explorer.layout.packing import MARK_RADIUS
from explorer.ui import shapes
from explorer.ui.theme import Theme, over, softened
from explorer.ui.timeline.frame import EventLook, Frame
from explorer.ui.timeline.labels import Labels

#: Pixels: the mark that the outline of a role is drawn around, and about how far the outline reaches; the
#: way from one stroke through a bar to the next.
ROLE_SIZE = 5.8
ROLE_RADIUS = 10.0
_HATCH = 9.0


def shape_of(theme: Theme, look: EventLook, radius: float, ratio: float) -> QPixmap:
    """An event's shape, lighter and struck through where the document never discusses it."""
    colour = softened(look.colour, theme) if look.is_context else look.colour
    ground = theme.colour("ground").rgba()
    return shapes.pixmap(look.shape, radius, colour.rgba(), ground, ratio, look.is_context)


def put_shape(
    painter: QPainter, frame: Frame, look: EventLook, radius: float, ratio: float, x: float, y: float
) -> None:
    """The same put at a place."""
    if frame.is_still:
        theme = frame.theme
        colour = softened(look.colour, theme) if look.is_context else look.colour
        ground, is_context = theme.colour("ground"), look.is_context
        shapes.draw_sign(painter, look.shape, QPointF(x, y), radius, colour, ground, is_context=is_context)
        return
    half = radius + 3
    drawn = shape_of(frame.theme, look, radius, ratio)
    painter.drawPixmap(QPointF(round((x - half) * ratio) / ratio, round((y - half) * ratio) / ratio), drawn)


def paint_role(
    painter: QPainter,
    frame: Frame,
    look: EventLook,
    x: float,
    y: float,
    *,
    is_selected: bool,
    is_hovered: bool,
) -> None:
    """The outline of the role in which an event serves the chosen claim, on a disc of its own."""
    theme, ratio = frame.theme, frame.fonts.label.ratio
    painter.setBrush(theme.colour("accent_soft" if is_selected else "ground"))
    painter.setPen(Qt.PenStyle.NoPen)
    if is_selected or is_hovered:
        painter.setPen(QPen(theme.colour("accent" if is_selected else "control_line"), 1.6))
    painter.drawEllipse(QPointF(x, y), ROLE_RADIUS + 2, ROLE_RADIUS + 2)
    colour = theme.colour(f"role_{look.role}")
    if frame.is_still:
        shapes.draw_role(painter, look.role, QPointF(x, y), ROLE_SIZE, colour)
        return
    drawn = shapes.role_pixmap(look.role, ROLE_SIZE, colour.rgba(), ratio)
    half = drawn.width() / ratio / 2
    painter.drawPixmap(QPointF(round((x - half) * ratio) / ratio, round((y - half) * ratio) / ratio), drawn)


def paint_hits(
    painter: QPainter, look: EventLook, text: str, font: Labels, x: float, y: float, theme: Theme
) -> None:
    """Paint the ground of what a search has found in a label, of which `text` is drawn from `x` on."""
    kept = len(text) if text == look.label else len(text) - 1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("hit"))
    half = font.metrics.height() / 2
    for first, last in look.hits:
        if first < kept:
            left, right = (font.width(text[:place]) for place in (first, min(last, kept)))
            painter.drawRoundedRect(QRectF(x + left - 1, y - half, right - left + 2, 2 * half), 2.5, 2.5)


def faded(
    painter: QPainter, box: QRectF, pale: QColor, ground: QColor, *, left: bool, right: bool
) -> QLinearGradient:
    """The fill of a bar whose ends become clear where a date is not known to the day."""
    clear = QColor(pale)
    clear.setAlpha(0)
    if painter.paintEngine().type() is QPaintEngine.Type.Pdf:
        # Of a gradient, Qt's PDFs keep the colours only: there it fades to what it stands on.
        clear, pale = QColor(ground), over(pale.rgb(), ground.rgb(), pale.alphaF())
    fade = QLinearGradient(box.topLeft(), box.topRight())
    # The same colour all along: with the other mode an SVG has fifty stops for each bar.
    fade.setInterpolationMode(QGradient.InterpolationMode.ComponentInterpolation)
    edge = min(0.4, 22 / max(box.width(), 1))
    fade.setColorAt(0, clear if left else pale)
    fade.setColorAt(edge, pale)
    fade.setColorAt(1 - edge, pale)
    fade.setColorAt(1, clear if right else pale)
    return fade


def paint_hatch(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Strike a bar through many times, as a point is once."""
    pen = QPen(colour, 1.4)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    left, right, bottom, height = box.left(), box.right(), box.bottom(), box.height()
    first, last = int((left - height) / _HATCH), int(right / _HATCH) + 1
    strokes: list[QLineF] = []
    for number in range(first, last):
        # Cut to the bar here: clipping costs more, and some kinds of pictures cannot.
        foot = number * _HATCH
        low, high = max(foot, left), min(foot + height, right)
        if high > low:
            strokes.append(QLineF(low, bottom - (low - foot), high, bottom - (high - foot)))
    painter.drawLines(strokes)


def paint_second_ring(painter: QPainter, frame: Frame, mark: Mark, x0: float, x1: float, y: float) -> None:
    """The ring, or frame, of the event that the selection is compared with: dashed, where its is whole."""
    pen = QPen(frame.theme.colour("accent"), 2)
    pen.setDashPattern([2.2, 1.6])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark.is_bar:
        left, right = max(x0, frame.header - 40), min(x1, frame.width + 40)
        painter.drawRoundedRect(QRectF(left - 2, y - 10.5, right - left + 4, 21), 4, 4)
    else:
        painter.drawEllipse(QPointF((x0 + x1) / 2, y), MARK_RADIUS + 4, MARK_RADIUS + 4)


def paint_star(painter: QPainter, frame: Frame, x: float, y: float) -> None:
    """The reader's star, small, at the upper right of what it is on."""
    ground, ratio = frame.theme.colour("ground").rgba(), frame.fonts.label.ratio
    for radius, colour in ((5.5, ground), (4.2, frame.theme.colour("star").rgba())):
        if frame.is_still:
            ink = QColor.fromRgba(colour)
            shapes.draw(painter, "star", QPointF(x, y), radius, ink, ink)
            continue
        pixmap = shapes.pixmap("star", radius, colour, ground, ratio)
        half = pixmap.width() / ratio / 2
        painter.drawPixmap(
            QPointF(round((x - half) * ratio) / ratio, round((y - half) * ratio) / ratio), pixmap
        )
