"""Gives marks and their labels rows, so that no label touches a label or a mark."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

#: Pixels: half a mark, between mark and label, kept free after whatever stands in a row.
MARK_RADIUS = 7.0
LABEL_GAP = 8.0
ROOM = 9.0
#: Pixels that a bar must have beyond its label to hold it.
INSIDE_ROOM = 36.0


class Side(IntEnum):
    """Where a mark's label stands."""

    NONE = 0
    RIGHT = 1
    LEFT = 2
    INSIDE = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """The row (from 0, -1 for none) and label side of each mark, in the order of the input."""

    rows: list[int]
    sides: list[Side]

    @property
    def row_count(self) -> int:
        return max(self.rows, default=-1) + 1


class Row:
    """One row: stretches taken so far, sorted; a new one is accepted only where nothing stands."""

    __slots__ = ("taken",)

    def __init__(self) -> None:
        self.taken: list[tuple[float, float]] = []

    def accepts(self, low: float, high: float) -> bool:
        at = bisect_left(self.taken, (low,))
        if at < len(self.taken) and self.taken[at][0] < high:
            return False
        return at == 0 or self.taken[at - 1][1] <= low

    def take(self, low: float, high: float) -> None:
        insort(self.taken, (low, high))


def pack(
    left: Sequence[float],
    right: Sequence[float],
    label_widths: Sequence[float],
    order: Sequence[int],
    row_limit: int,
    walls: tuple[float, float] = (float("-inf"), float("inf")),
) -> Placed:
    """Place marks that cover [left, right] pixels in at most `row_limit` rows, those first in `order` first.

    A label goes right of its mark, else left, or inside a mark that is wide enough; `walls` are the
    pixels it may not cross. What finds no room with its label is then tried without one; what finds
    none at all has row -1. Rows of labelled marks do not depend on `row_limit`: a lower limit only
    cuts. A label width of 0 asks for none.
    """
    rows = [Row() for _ in range(row_limit)]
    got = [-1] * len(left)
    sides = [Side.NONE] * len(left)
    unlabelled: list[int] = []
    for mark in order:
        width = label_widths[mark]
        if width <= 0:
            unlabelled.append(mark)
            continue
        low, high = left[mark], right[mark]
        if high - low >= width + INSIDE_ROOM:
            choices = [(Side.INSIDE, low, high)]
        else:
            choices: list[tuple[Side, float, float]] = []
            if high + LABEL_GAP + width <= walls[1]:
                choices.append((Side.RIGHT, low, high + LABEL_GAP + width))
            if low - LABEL_GAP - width >= walls[0]:
                choices.append((Side.LEFT, low - LABEL_GAP - width, high))
        for number, row in enumerate(rows):
            chosen = next((c for c in choices if row.accepts(c[1], c[2] + ROOM)), None)
            if chosen is not None:
                row.take(chosen[1], chosen[2] + ROOM)
                got[mark], sides[mark] = number, chosen[0]
                break
        else:
            unlabelled.append(mark)
    for mark in unlabelled:
        low, high = left[mark], right[mark]
        for number, row in enumerate(rows):
            if row.accepts(low, high + 2):
                row.take(low, high + 2)
                got[mark] = number
                break
    return Placed(got, sides)


def share_rows(wanted: Sequence[int], available: float, base: float, row_height: float) -> list[int]:
    """Rows for each lane so that all fit `available` pixels; spare rows go where they are shortest.

    A lane costs `base` pixels and `row_height` a row. A lane that wants none (0) gets none and costs
    nothing; one that wants more than one gets two whatever the space, so that what finds no row has
    one of its own: then the lanes are higher than `available` and scroll.
    """
    rows = [min(2, want) for want in wanted]
    left = available - sum(base + row_height * row for row in rows if row)
    while left >= row_height:
        open_lanes = [n for n, want in enumerate(wanted) if rows[n] < want]
        if not open_lanes:
            break
        neediest = max(open_lanes, key=lambda n: (wanted[n] / rows[n], -n))
        rows[neediest] += 1
        left -= row_height
    return rows
