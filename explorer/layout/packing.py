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
#: Pixels that labels may not cross where there are none.
NO_WALLS = (float("-inf"), float("inf"))


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

    def __init__(self, blocked: Sequence[tuple[float, float]] = ()) -> None:
        self.taken = sorted(blocked)

    def accepts(self, low: float, high: float) -> bool:
        at = bisect_left(self.taken, (low,))
        if at < len(self.taken) and self.taken[at][0] < high:
            return False
        return at == 0 or self.taken[at - 1][1] <= low

    def end_before(self, high: float) -> float:
        """Where the last thing that begins before `high` ends; minus infinity without any."""
        at = bisect_left(self.taken, (high,))
        return self.taken[at - 1][1] if at else float("-inf")

    def take(self, low: float, high: float) -> None:
        insort(self.taken, (low, high))


@dataclass(frozen=True, slots=True)
class Held:
    """Where a mark stood in the frame before: its row, label side, and the width its label had."""

    row: int
    side: Side
    width: float


def pack(
    left: Sequence[float],
    right: Sequence[float],
    label_widths: Sequence[float],
    order: Sequence[int],
    row_limit: int,
    walls: tuple[float, float] = NO_WALLS,
    held: Sequence[Held | None] = (),
    blocked: Sequence[tuple[float, float]] = (),
) -> Placed:
    """Place marks that cover [left, right] pixels in at most `row_limit` rows, those first in `order` first.

    A label goes right of its mark, else left, or inside a mark that is wide enough; `walls` are the
    pixels it may not cross. What finds no room with its label is then tried without one; what finds
    none at all has row -1. A label width of 0 asks for none. Nothing stands in
    the `blocked` stretches. Marks that are `held` come before all
    others and stay where they were. Without them the rows of labelled marks do not depend on
    `row_limit`: a lower limit only cuts.
    """
    rows = [Row(blocked) for _ in range(row_limit)]
    got = [-1] * len(left)
    sides = [Side.NONE] * len(left)
    fresh: list[int] = []
    for mark in order:
        was = held[mark] if held else None
        if was is None or was.row >= row_limit:
            fresh.append(mark)
            continue
        low, high = stretch(left[mark], right[mark], was.width, was.side)
        if rows[was.row].accepts(low, high):
            rows[was.row].take(low, high)
            got[mark], sides[mark] = was.row, was.side
        else:
            fresh.append(mark)
    bare: list[int] = []
    for mark in fresh:
        # A mark that finds no room by itself finds none with its label.
        low, high = left[mark], right[mark] + 2
        free: list[int] = []
        for number, row in enumerate(rows):
            # As Row.accepts: most of what is tried here fails.
            taken = row.taken
            at = bisect_left(taken, (low,))
            if (at == len(taken) or taken[at][0] >= high) and (at == 0 or taken[at - 1][1] <= low):
                free.append(number)
        if not free:
            continue
        bare.append(mark)
        for side, low, high in _choices(left[mark], right[mark], label_widths[mark], walls):
            number = next((number for number in free if rows[number].accepts(low, high)), -1)
            if number >= 0 and (got[mark] < 0 or number < got[mark]):
                got[mark], sides[mark] = number, side
                if number == free[0]:
                    # No side can be better.
                    break
        if got[mark] >= 0:
            bare.pop()
            rows[got[mark]].take(*stretch(left[mark], right[mark], label_widths[mark], sides[mark]))
    for mark in bare:
        low, high = left[mark], right[mark] + 2
        for number, row in enumerate(rows):
            if row.accepts(low, high):
                row.take(low, high)
                got[mark] = number
                break
    return Placed(got, sides)


def _choices(
    left: float, right: float, width: float, walls: tuple[float, float]
) -> list[tuple[Side, float, float]]:
    """The sides on which a label could stand, each with what mark and label then take of a row."""
    if width <= 0:
        return []
    if right - left >= width + INSIDE_ROOM:
        return [(Side.INSIDE, *stretch(left, right, width, Side.INSIDE))]
    found: list[tuple[Side, float, float]] = []
    if right + LABEL_GAP + width <= walls[1]:
        found.append((Side.RIGHT, *stretch(left, right, width, Side.RIGHT)))
    if left - LABEL_GAP - width >= walls[0]:
        found.append((Side.LEFT, *stretch(left, right, width, Side.LEFT)))
    return found


def stretch(left: float, right: float, width: float, side: Side) -> tuple[float, float]:
    """What a mark takes of a row together with its label."""
    if side is Side.RIGHT:
        return left, right + LABEL_GAP + width + ROOM
    if side is Side.LEFT:
        return left - LABEL_GAP - width, right + ROOM
    return left, right + (ROOM if side is Side.INSIDE else 2)


def share_rows(
    wanted: Sequence[int],
    available: float,
    base: float,
    row_height: float,
    fixed: Sequence[int] = (),
    kept: Sequence[int] = (),
) -> list[int]:
    """Rows for each lane so that all fit `available` pixels; spare rows go where they are shortest.

    A lane costs `base` pixels and `row_height` a row. A lane that wants none (0) gets none and costs
    nothing; one that wants more than one gets two whatever the space, so that what finds no row has
    one of its own: then the lanes are higher than `available` and scroll. `fixed` are rows that a lane
    gets in any case, `kept` those that it has and shall have, no more and no fewer (0: none yet).
    """
    nothing = [0] * len(wanted)
    given = zip(wanted, fixed or nothing, kept or nothing, strict=True)
    rows = [max(has or min(2, want), least) if want else 0 for want, least, has in given]
    settled = {number for number, has in enumerate(kept) if has}
    left = available - sum(base + row_height * row for row in rows if row)
    while left >= row_height:
        open_lanes = [n for n, want in enumerate(wanted) if rows[n] < want and n not in settled]
        if not open_lanes:
            break
        neediest = max(open_lanes, key=lambda n: (wanted[n] / rows[n], -n))
        rows[neediest] += 1
        left -= row_height
    return rows
