"""The mark of a collapsed gap: a band with torn edges that says how long the gap is."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from explorer.domain.words import length_in_words
from explorer.layout.scale import TimeScale
from explorer.ui.theme import Theme
from explorer.ui.timeline.labels import Labels

_TOOTH = 5.0
#: Pixels between a band's end and its name.
_MARGIN = 3.0


def paint_breaks(
    painter: QPainter,
    top: float,
    bottom: float,
    scale: TimeScale,
    left: float,
    theme: Theme,
    font: Labels | None,
    *,
    is_still: bool = False,
) -> None:
    """Paint a break for each gap in view; pixels of `scale` begin at `left`. With a font it is named.

    For a picture that `is_still` nothing is clipped: the band ends where it should.
    """
    for gap, (low, high) in zip(scale.gaps, scale.gap_pixels, strict=True):
        if not gap.overlaps(scale.window):
            continue
        first, last = left + low + 3, left + high - 3
        painter.save()
        if is_still:
            edges = _edges(first, last, left, left + scale.width, top, bottom)
        else:
            painter.setClipRect(QRectF(left, top, scale.width, bottom - top))
            edges = [_torn(x, top, bottom) for x in (first, last)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("side"))
        painter.drawPolygon(QPolygonF([*edges[0], *reversed(edges[1])]))
        painter.setPen(QPen(theme.colour("text_soft"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for edge in edges:
            if len(edge) > 2:
                painter.drawPolyline(edge)
        middle = (first + last) / 2
        if font is not None and (not is_still or left < middle < left + scale.width):
            text = length_in_words(gap.length)
            down = _middle_of(font.width(text), bottom - top)
            if down is not None:
                painter.translate(middle, top + down)
                painter.rotate(-90)
                painter.setFont(font.font)
                painter.drawText(QPointF(-font.width(text) / 2, font.metrics.ascent() / 2 - 1), text)
        painter.restore()


def _middle_of(length: float, height: float) -> float | None:
    """How far below the top of a band the middle of its name is: uncut, or None where it has no room."""
    half = length / 2 + _MARGIN
    return None if height < 2 * half else min(max(min(height / 4, 180.0), half), height - half)


def _edges(
    first: float, last: float, left: float, right: float, top: float, bottom: float
) -> list[list[QPointF]]:
    """Both edges of a band between `top` and `bottom`, straight where the picture ends before it."""
    found: list[list[QPointF]] = []
    for x in (first, last):
        inside = min(max(x, left), right)
        if inside != x:
            found.append([QPointF(inside, top), QPointF(inside, bottom)])
        else:
            torn = _torn(x, top, bottom)
            found.append([QPointF(p.x(), min(max(p.y(), top), bottom)) for p in torn])
    return found


def _torn(x: float, top: float, bottom: float) -> list[QPointF]:
    # Teeth are counted from the top of the timeline, so that two stretches of an edge meet.
    first, last = int(top / _TOOTH) - 1, int(bottom / _TOOTH) + 2
    return [QPointF(x + (2.5 if number % 2 else -2.5), number * _TOOTH) for number in range(first, last)]
