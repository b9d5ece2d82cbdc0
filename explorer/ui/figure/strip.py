"""The overview on a page: how dense all that matches is, with the stretch that the page shows marked."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from explorer.domain.interval import Interval
from explorer.domain.tongue import translate
from explorer.layout.scale import TimeScale
from explorer.layout.ticks import Tick
from explorer.ui.figure.body import INDENT
from explorer.ui.figure.faces import Faces
from explorer.ui.theme import Theme, over
from explorer.ui.timeline.breaks import paint_breaks

#: Pixels: the bars' room, the years beneath them, one bar, the width of a collapsed gap, the least brush.
_BARS = 36.0
_YEARS = 16.0
BAR = 6.0
GAP_WIDTH = 12.0
_LEAST = 4.0
HEIGHT = _BARS + _YEARS


@dataclass(frozen=True, slots=True)
class Strip:
    """Bars of `shares` of their room over `scale`, whose pixels begin `header` right of `x`.

    `shown` is None where the page shows everything.
    """

    x: float
    y: float
    header: float
    scale: TimeScale
    ticks: tuple[Tick, ...]
    shares: tuple[float, ...]
    shown: Interval | None
    has_names: bool

    def paint(self, painter: QPainter, faces: Faces, theme: Theme, _: tuple[float, float]) -> None:
        left, foot = self.x + self.header, self.y + _BARS
        ground, accent, soft = theme.colour("ground"), theme.colour("accent"), theme.colour("text_soft")
        painter.fillRect(QRectF(left, self.y, self.scale.width, _BARS), theme.colour("side"))
        ends = self._ends(self.shown) if self.shown is not None else ()
        if ends:
            brush = QRectF(left + ends[0], self.y, ends[1] - ends[0], _BARS)
            painter.fillRect(brush, over(accent.rgba(), ground.rgba(), 0.15))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(over(accent.rgba(), ground.rgba(), 0.78))
        painter.drawRects(
            [
                QRectF(left + n * BAR, foot - share * _BARS, BAR * 0.84, share * _BARS)
                for n, share in enumerate(self.shares)
                if share > 0 and n * BAR + BAR <= self.scale.width + 1
            ]
        )
        for x in ends:
            painter.fillRect(QRectF(left + x - 0.75, self.y, 1.5, _BARS), accent)
        painter.fillRect(QRectF(left, foot, self.scale.width, 0.75), theme.colour("control_line"))
        paint_breaks(painter, self.y, foot, self.scale, left, theme, None, is_still=True)
        for tick in self.ticks:
            half = faces.fine.width(tick.label) / 2
            if tick.label and half <= tick.x <= self.scale.width - half:
                faces.fine.draw(painter, left + tick.x - half, foot + 9, tick.label, soft)
        if self.has_names:
            words = faces.text.elided(translate("Picture", "Overview"), self.header - INDENT - 4)
            faces.text.draw(painter, self.x + INDENT, self.y + _BARS / 2, words, soft)

    def _ends(self, shown: Interval) -> tuple[float, float]:
        """Where the mark of a stretch begins and ends, wide enough to be seen."""
        width = self.scale.width
        low, high = (min(max(x, 0.0), width) for x in self.scale.to_px([shown.start, shown.end]).tolist())
        if high - low < _LEAST:
            low = min(max(0.0, (low + high - _LEAST) / 2), width - _LEAST)
            high = low + _LEAST
        return low, high
