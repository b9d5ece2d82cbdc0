"""The mark of a collapsed gap: a band with torn edges that says how long the gap is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from explorer.domain.words import length_in_words
from explorer.layout.marks import Mark, Side
from explorer.layout.scale import TimeScale
from explorer.ui.theme import Theme
from explorer.ui.timeline.labels import Labels

if TYPE_CHECKING:
    from explorer.ui.timeline.frame import Frame

_TOOTH = 5.0
#: Pixels: half of a mark, around a name that is to be read, and by which a name moves to where it can be.
_HALF = 9.0
_CLEAR = 4.0
_STEP = 2.0


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
    taken: Sequence[QRectF] = (),
) -> None:
    """Paint a break for each gap in view; pixels of `scale` begin at `left`. With a font it is named.

    The name stands clear of what is `taken` by marks that are wider than their time, as counts are, or is
    left out. For a
    picture that `is_still` nothing is clipped: the band ends where it should.
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
            name = QRectF(0, 0, font.metrics.height(), font.width(text) + 2 * _CLEAR)
            if name.height() <= bottom - top:
                down = max(min((bottom - top) / 4, 180.0), name.height() / 2)
                name.moveCenter(QPointF(middle, min(top + down, bottom - name.height() / 2)))
                place = _clear(name, top, bottom, taken)
                if place is not None:
                    painter.translate(middle, place.center().y())
                    painter.rotate(-90)
                    painter.setFont(font.font)
                    painter.drawText(QPointF(-font.width(text) / 2, font.metrics.ascent() / 2 - 1), text)
        painter.restore()


def taken_by(frame: "Frame") -> list[QRectF]:
    """The rectangles of the marks and counts in the lanes of a frame, labels included."""
    if not frame.marks.scale.gaps:
        return []
    found: list[QRectF] = []
    for lane in frame.marks:
        for mark in (*lane.marks, *lane.clusters):
            first, last = mark.x0, mark.x1
            if isinstance(mark, Mark):
                first, last = min(first, mark.x - _HALF), max(last, mark.x + _HALF)
                if mark.side is not Side.NONE:
                    first, last = min(first, mark.label_x), max(last, mark.label_x + mark.label_width)
            top = frame.y(mark.y) - _HALF
            found.append(QRectF(frame.header + first, top, last - first, 2 * _HALF))
    return found


def _clear(name: QRectF, top: float, bottom: float, taken: Sequence[QRectF]) -> QRectF | None:
    """The name moved down, or else up, until nothing is in its way; None if that is nowhere."""
    beside = [one for one in taken if one.left() < name.right() and one.right() > name.left()]
    for by in (_STEP, -_STEP):
        moved = QRectF(name)
        while top <= moved.top() and moved.bottom() <= bottom:
            if not any(moved.intersects(one) for one in beside):
                return moved
            moved.translate(0, by)
    return None


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
