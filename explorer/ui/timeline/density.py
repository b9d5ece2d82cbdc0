"""Bars of density: how many events a stretch of a lane holds beyond its marks, on a fixed log scale."""

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from shiboken6 import Shiboken

from explorer.layout.dense import Density

#: Pixels that one event takes, and each tenfold adds: the same everywhere, so that bars can be compared.
ONE = 4.0
TENFOLD = 6.5
_GAP = 1.0


def paint_density(painter: QPainter, density: Density, left: float, bottom: float, colour: QColor) -> None:
    """Paint the bars upwards from `bottom`; `left` is where the density's pixels begin."""
    heights = bar_heights(density.counts)
    filled = np.flatnonzero(heights)
    if not len(filled):
        return
    edges = np.round(density.edges + left)
    heights = heights[filled]
    bars = np.empty((len(filled), 4))
    bars[:, 0] = edges[filled]
    bars[:, 1] = bottom - heights
    bars[:, 2] = np.maximum(edges[filled + 1] - edges[filled] - _GAP, 1.0)
    bars[:, 3] = heights
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    fill = QColor(colour)
    fill.setAlphaF(0.72)
    painter.setBrush(fill)
    painter.drawRects(_rects.holding(bars))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def bar_heights(counts: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Whole pixels for each count: 0 for none, ONE for one event, TENFOLD more for ten times as many."""
    known = np.maximum(counts, 1)
    return np.where(counts > 0, np.round(ONE + TENFOLD * np.log10(known)), 0.0)


class _Rects:
    """QRectF objects over one numpy array, made once: filling the array moves them all."""

    def __init__(self) -> None:
        self._numbers = np.empty((0, 4))
        self._rects: list[QRectF] = []

    def holding(self, bars: npt.NDArray[np.float64]) -> list[QRectF]:
        """As many rectangles as `bars` has rows of x, y, width, height; valid until the next call."""
        count = len(bars)
        if count > len(self._rects):
            self._numbers = np.zeros((2 * count, 4))
            address, step = int(self._numbers.ctypes.data), self._numbers.strides[0]
            wrap: Any = Shiboken.wrapInstance
            self._rects = [wrap(address + n * step, QRectF) for n in range(2 * count)]
        self._numbers[:count] = bars
        return self._rects[:count]


_rects = _Rects()
