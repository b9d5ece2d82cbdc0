"""Where an event's mark and label stand on the line of time: pixels for its dates, and its Mark."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from explorer.domain.index import EventIndex, Ints
from explorer.layout.marks import ROW, Mark
from explorer.layout.packing import LABEL_GAP, MARK_RADIUS, Side
from explorer.layout.scale import TimeScale

#: Pixels: where the first row's middle stands, what a bar is at least, where its label begins.
FIRST_ROW = 17.0
BAR_LEAST = 18.0
INSET = 24.0


def marks_of(
    rows: Sequence[int],
    left: Sequence[float],
    right: Sequence[float],
    in_rows: Sequence[int],
    sides: Sequence[Side],
    widths: Sequence[float],
    visible: Sequence[int],
    top: float,
    least: float,
) -> list[Mark]:
    """The marks of the visible ones among some placed events that have a row, from `least` pixels on bars."""
    found: list[Mark] = []
    for i in visible:
        row = in_rows[i]
        if row >= 0:
            x0, x1, side, width = left[i], right[i], sides[i], widths[i]
            label_x = _label_x(x0, x1, width, side)
            y = top + FIRST_ROW + ROW * row
            found.append(Mark(rows[i], x0, x1, y, x1 - x0 >= least, side, label_x, width))
    return found


def bar_least(radius: float) -> float:
    """Pixels from which an event is a bar: more than a point takes."""
    return max(BAR_LEAST, 2 * radius + 1)


def extents(
    index: EventIndex, rows: Ints, scale: TimeScale, radius: float = MARK_RADIUS
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Pixels that each event's mark covers: its dates, or a point's width around their middle."""
    return spread(index.start[rows], index.end[rows], scale, radius)


def spread(
    start: Ints, end: Ints, scale: TimeScale, radius: float
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """The same for the dates themselves."""
    left, right = scale.to_px(start), scale.to_px(end)
    middle = (left + right) / 2
    is_point = right - left < bar_least(radius)
    return np.where(is_point, middle - radius, left), np.where(is_point, middle + radius, right)


def within(
    left: npt.NDArray[np.float64], right: npt.NDArray[np.float64], width: float, radius: float
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """The same of what is cut at the edges of a picture: a bar goes on for a pixel beyond, no point does."""
    is_in = (right > 0) & (left < width)
    left, right = (
        np.where(is_in, np.maximum(left, -1.0), left),
        np.where(is_in, np.minimum(right, width + 1), right),
    )
    is_point = right - left < bar_least(radius)
    middle = np.where(is_in, np.clip((left + right) / 2, 0.0, width), (left + right) / 2)
    return np.where(is_point, middle - radius, left), np.where(is_point, middle + radius, right)


def _label_x(x0: float, x1: float, width: float, side: Side) -> float:
    if side is Side.RIGHT:
        return x1 + LABEL_GAP
    if side is Side.LEFT:
        return x0 - LABEL_GAP - width
    # Inside a bar the label follows the part of the bar that is in view.
    return min(max(x0, 0.0) + INSET, max(x1 - width - LABEL_GAP, x0 + INSET))
