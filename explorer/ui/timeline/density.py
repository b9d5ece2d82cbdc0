"""Bars of density: how many events a stretch of a lane holds beyond its marks, on a fixed log scale."""

import threading
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from shiboken6 import Shiboken

from explorer.layout.dense import Density
from explorer.ui.theme import over

#: Pixels that one event takes, and each tenfold adds: the same everywhere, so that bars can be compared.
ONE = 4.0
TENFOLD = 6.5
_GAP = 1


def paint_density(
    painter: QPainter,
    density: Density,
    left: float,
    bottom: float,
    colour: QColor,
    ground: QColor,
    opacity: float = 0.72,
    share: float = 1.0,
) -> None:
    """Paint the bars upwards from `bottom`; `left` is where the density's pixels begin.

    `share` of their usual height is drawn.
    """
    heights = bar_heights(density.counts)
    if share < 1:
        heights = np.ceil(heights * share).astype(np.int32)
    filled = np.flatnonzero(heights)
    if not len(filled):
        return
    edges = np.rint(density.edges + left).astype(np.int32)
    bars = np.empty((len(filled), 4), np.int32)
    # A QRect is its first and its last pixel.
    bars[:, 0] = edges[filled]
    bars[:, 1] = round(bottom) - heights[filled]
    bars[:, 2] = np.maximum(edges[filled + 1] - _GAP, edges[filled] + 1) - 1
    bars[:, 3] = round(bottom) - 1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(over(colour.rgba(), ground.rgba(), opacity))
    # On whole pixels, in an opaque colour: a third of the time of anything finer.
    painter.drawRects(_rects.holding(bars))


def bar_heights(counts: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
    """Whole pixels for each count: 0 for none, ONE for one event, TENFOLD more for ten times as many."""
    known = np.maximum(counts, 1)
    return np.where(counts > 0, np.rint(ONE + TENFOLD * np.log10(known)), 0).astype(np.int32)


class _Rects(threading.local):
    """QRect objects over one numpy array, made once: filling the array moves them all.

    Each thread that paints has its own.
    """

    def __init__(self) -> None:
        self._numbers = np.empty((0, 4), np.int32)
        self._rects: list[QRect] = []

    def holding(self, bars: npt.NDArray[np.int32]) -> list[QRect]:
        """As many rectangles as `bars` has rows of left, top, right, bottom; valid until the next call.

        The last two are inclusive.
        """
        count = len(bars)
        if count > len(self._rects):
            self._numbers = np.zeros((2 * count, 4), np.int32)
            address, step = int(self._numbers.ctypes.data), self._numbers.strides[0]
            wrap: Any = Shiboken.wrapInstance
            self._rects = [wrap(address + n * step, QRect) for n in range(2 * count)]
        self._numbers[:count] = bars
        return self._rects[:count]


_rects = _Rects()
