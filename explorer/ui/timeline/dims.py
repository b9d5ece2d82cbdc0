"""Paints what stands behind lit events: dim dots, and a dim density where they are many."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.layout.marks import DOT_RADIUS, Density, LaneMarks
from explorer.ui.theme import dimmed
from explorer.ui.timeline.density import paint_density
from explorer.ui.timeline.frame import Frame

#: How much of its height a bar has in a lane without rows.
_THIN_SHARE = 0.45


def paint_dims(painter: QPainter, frame: Frame, lane: LaneMarks, top: float) -> None:
    """Paint a lane's dimmed events; `top` is where the lane begins. Marks and labels come above them."""
    if lane.dim_density is not None:
        density = lane.dim_density
        if lane.density is not None:
            # The lit bars stand in front: what shows above them are the dimmed events.
            density = Density(density.times, density.edges, density.counts + lane.density.counts)
        colour = dimmed(frame.lane_look(lane.lane).colour, frame.theme)
        share = _THIN_SHARE if lane.is_thin else min(1.0, frame.pitch)
        bottom = top + lane.height - 1
        # Paler than dots: so many bars side by side are not looked past otherwise.
        ground = frame.theme.colour("ground")
        paint_density(painter, density, frame.header, bottom, colour, ground, 0.66, share)
    for dot in lane.dims:
        look = frame.look(dot.row)
        centre = QPointF(dot.x + frame.header, top + dot.y - lane.top)
        if dot.row in (frame.selected, frame.hovered):
            chosen = dot.row == frame.selected
            painter.setPen(QPen(frame.theme.colour("accent" if chosen else "control_line"), 1.8))
            painter.setBrush(frame.theme.colour("ground"))
            painter.drawEllipse(centre, DOT_RADIUS + 2.2, DOT_RADIUS + 2.2)
        colour = QColor(dimmed(look.colour, frame.theme))
        if look.is_context:
            painter.setPen(QPen(colour, 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, DOT_RADIUS - 0.7, DOT_RADIUS - 0.7)
        else:
            # Dots that stand upon one another are darker together.
            colour.setAlphaF(0.85)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(centre, DOT_RADIUS, DOT_RADIUS)
