"""Bars of density: how many events a stretch of a lane holds beyond its marks, on a fixed log scale."""

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from shiboken6 import Shiboken

from explorer.layout.marks import Density
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
    starts, ends = edges[filled], edges[filled + 1]
    bars = np.empty((len(filled), 4), np.int32)
    # A QRect is its first and its last pixel.
    bars[:, 0] = starts
    bars[:, 1] = round(bottom) - heights[filled]
    bars[:, 2] = np.maximum(ends - (_GAP + 1), starts)
    bars[:, 3] = round(bottom) - 1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(over(colour.rgba(), ground.rgba(), opacity))
    # On whole pixels, in an opaque colour, no edge smoothed: a third of the time of anything finer.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    # The array's memory is that of as many QRects; the stubs know only lists of them.
    draw: Any = painter.drawRects
    wrap: Any = Shiboken.wrapInstance
    draw(wrap(bars.ctypes.data, QRect), len(bars))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def bar_heights(counts: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
    """Whole pixels for each count: 0 for none, ONE for one event, TENFOLD more for ten times as many."""
    if len(counts) and int(counts.max()) < len(_HEIGHTS):
        return _HEIGHTS[np.maximum(counts, 0)]
    return _heights(counts)


def _heights(counts: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
    known = np.maximum(counts, 1)
    return np.where(counts > 0, np.rint(ONE + TENFOLD * np.log10(known)), 0).astype(np.int32)


#: The heights of what most bars count.
_HEIGHTS = _heights(np.arange(10_000))
