"""The mark of a collapsed gap: a band with torn edges that says how long the gap is."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from explorer.domain.words import length_in_words
from explorer.layout.scale import TimeScale
from explorer.ui.theme import Theme
from explorer.ui.timeline.labels import Labels

_TOOTH = 5.0


def paint_breaks(
    painter: QPainter,
    top: float,
    bottom: float,
    scale: TimeScale,
    left: float,
    theme: Theme,
    font: Labels | None,
) -> None:
    """Paint a break for each gap in view; pixels of `scale` begin at `left`. With a font it is named."""
    for gap, (low, high) in zip(scale.gaps, scale.gap_pixels, strict=True):
        if not gap.overlaps(scale.window):
            continue
        first, last = left + low + 3, left + high - 3
        painter.save()
        painter.setClipRect(QRectF(left, top, scale.width, bottom - top))
        edges = [_torn(x, top, bottom) for x in (first, last)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("side"))
        painter.drawPolygon(QPolygonF([*edges[0], *reversed(edges[1])]))
        painter.setPen(QPen(theme.colour("text_soft"), 1))
        for edge in edges:
            painter.drawPolyline(edge)
        if font is not None:
            text = length_in_words(gap.length)
            painter.translate((first + last) / 2, top + min((bottom - top) * 0.25, 180.0))
            painter.rotate(-90)
            painter.setFont(font.font)
            painter.drawText(QPointF(-font.width(text) / 2, font.metrics.ascent() / 2 - 1), text)
        painter.restore()


def _torn(x: float, top: float, bottom: float) -> list[QPointF]:
    # Teeth are counted from the top of the timeline, so that two stretches of an edge meet.
    first, last = int(top / _TOOTH) - 1, int(bottom / _TOOTH) + 2
    return [QPointF(x + (2.5 if number % 2 else -2.5), number * _TOOTH) for number in range(first, last)]
