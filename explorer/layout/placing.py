"""One lane placed whole at one zoom: rows for what fits, and a last row that counts the rest.

Depends on zoom and filter only, never on where the window stands: an event keeps its row while the
picture is panned.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from explorer.layout.packing import LABEL_GAP, MARK_RADIUS, ROOM, Placed, Row, Side, pack, stretch

#: Pixels: the stretch of time that one cluster stands for, and half of what it is drawn as.
CLUSTER = 50.0
CLUSTER_HALF = 17.0
#: What a label that is cut must keep: pixels, and a share of its own width.
CUT_LEAST = 56.0
CUT_SHARE = 0.5
#: Rows that are tried for a lane at most.
ROWS_MOST = 8


@dataclass(frozen=True, slots=True)
class Group:
    """Members of a lane (positions in it) that stand together in the last row, centred on pixel `x`."""

    members: tuple[int, ...]
    x: float


@dataclass(frozen=True, slots=True)
class Placing:
    """Where every event of a lane stands: `rows` and `sides` by position, -1 where a group counts it.

    `widths` are the labels', less than asked for where one is cut.
    `points` are the positions that stand alone in the last row: as points, however long they last.
    """

    rows: Sequence[int]
    sides: Sequence[Side]
    widths: Sequence[float]
    groups: tuple[Group, ...]
    points: frozenset[int] = frozenset()


@dataclass(slots=True)
class LanePlacing:
    """The events of one lane as pixels from a fixed origin; `at(rows)` places them in so many rows.

    `left` and `right` are what the marks cover, `widths` their labels' widths (0: none), `order` the
    positions by importance, `walls` the pixels that no label may cross, `blocked` collapsed gaps,
    `radius` half of the width of what stands as a point. With `cuts_labels` a label may be cut where there is
    room for part of it, or at the window's edge.
    """

    left: npt.NDArray[np.float64]
    right: npt.NDArray[np.float64]
    widths: Sequence[float]
    order: Sequence[int]
    walls: tuple[float, float]
    blocked: Sequence[tuple[float, float]] = ()
    radius: float = MARK_RADIUS
    cuts_labels: bool = True
    _known: dict[int, Placing] = field(default_factory=dict[int, Placing])
    _packed: dict[int, Placed] = field(default_factory=dict[int, Placed])

    def wanted(self, most: int = ROWS_MOST) -> int:
        """Rows that would show every event with its label, `most` at most."""
        return max(1, self._pack(most).row_count)

    def at(self, row_limit: int) -> Placing:
        """The lane in at most `row_limit` rows. What finds no room is grouped in the last of them."""
        found = self._known.get(row_limit)
        if found is None:
            found = self._known[row_limit] = self._place(row_limit)
        return found

    def _pack(self, row_limit: int) -> Placed:
        found = self._packed.get(row_limit)
        if found is None:
            left, right = self.left.tolist(), self.right.tolist()
            found = pack(left, right, self.widths, self.order, row_limit, self.walls, blocked=self.blocked)
            self._packed[row_limit] = found
        return found

    def _place(self, row_limit: int) -> Placing:
        placed = self._pack(row_limit)
        if -1 not in placed.rows:
            sides, widths = self._late_labels(placed)
            return Placing(placed.rows, sides, widths, ())
        placed = self._pack(row_limit - 1)
        rows, (sides, widths) = list(placed.rows), self._late_labels(placed)
        rest = [i for i, row in enumerate(rows) if row < 0]
        groups = _groups(rest, self.left, self.right, self.radius, self.blocked)
        last = Row(self.blocked)
        for group in groups:
            half = CLUSTER_HALF if len(group.members) > 1 else self.radius
            last.take(group.x - half, group.x + half)
        alone = {group.members[0] for group in groups if len(group.members) == 1}
        for i in (i for i in self.order if i in alone):
            rows[i], sides[i] = row_limit - 1, self._label_in(last, i)
        together = tuple(group for group in groups if len(group.members) > 1)
        return Placing(rows, sides, widths, together, frozenset(alone))

    def _late_labels(self, placed: Placed) -> tuple[list[Side], list[float]]:
        """Sides and widths with a label for each mark that stands without one and has some room beside it.

        To the left it is cut to the room there is, if half of it fits; to the right it may cross a wall, and
        be cut at the window's edge: better than none.
        """
        sides, widths = list(placed.sides), list(self.widths)
        rows = [Row(self.blocked) for _ in range(placed.row_count)]
        for i, row in enumerate(placed.rows):
            if row >= 0:
                rows[row].take(*stretch(float(self.left[i]), float(self.right[i]), self.widths[i], sides[i]))
        for i in self.order:
            if placed.rows[i] >= 0 and sides[i] is Side.NONE and self.widths[i] > 0:
                row, left, right = rows[placed.rows[i]], float(self.left[i]), float(self.right[i])
                end = right + LABEL_GAP + self.widths[i] + ROOM
                start = left - LABEL_GAP
                room = start - max(row.end_before(left) + 2, self.walls[0])
                least = max(CUT_LEAST, CUT_SHARE * widths[i]) if self.cuts_labels else widths[i]
                if room >= least:
                    widths[i] = min(widths[i], room)
                    row.take(start - widths[i], left)
                    sides[i] = Side.LEFT
                elif row.accepts(right + 2, end) and (self.cuts_labels or end <= self.walls[1] + ROOM):
                    row.take(right + 2, end)
                    sides[i] = Side.RIGHT
        return sides, widths

    def _label_in(self, row: Row, i: int) -> Side:
        """The side on which a mark of the last row finds room for its label, which is then taken."""
        width = self.widths[i]
        middle = float(self.left[i] + self.right[i]) / 2
        right, left = middle + self.radius, middle - self.radius
        end = right + LABEL_GAP + width + ROOM
        if width > 0 and end <= self.walls[1] + ROOM and row.accepts(right, end):
            row.take(right, end)
            return Side.RIGHT
        start = left - LABEL_GAP - width
        if width > 0 and start >= self.walls[0] and row.accepts(start - ROOM, left):
            row.take(start - ROOM, left)
            return Side.LEFT
        return Side.NONE


def _groups(
    rest: Sequence[int],
    left: npt.NDArray[np.float64],
    right: npt.NDArray[np.float64],
    radius: float,
    blocked: Sequence[tuple[float, float]],
) -> list[Group]:
    """Group positions by cells of CLUSTER pixels; two alone in theirs that touch become a pair.

    A count stands beside a collapsed gap, not on it, together with its neighbour if that needs its place.
    """
    # Wide marks need wider cells, so that one at the edge of its own does not touch the next one's count.
    size = max(CLUSTER, 2 * (CLUSTER_HALF + radius))
    cells: dict[int, list[int]] = {}
    for i in rest:
        cells.setdefault(int((left[i] + right[i]) / 2 // size), []).append(i)
    groups: list[Group] = []
    is_moved = False
    for cell, members in sorted(cells.items()):
        middle = float(left[members[0]] + right[members[0]]) / 2
        x = middle if len(members) == 1 else _beside(blocked, (cell + 0.5) * size, middle)
        was_moved, is_moved = is_moved, len(members) > 1 and x != (cell + 0.5) * size
        if groups and len(members) == len(groups[-1].members) == 1 and x - groups[-1].x < 2 * radius + 3:
            pair = (*groups[-1].members, *members)
            groups[-1] = Group(pair, _beside(blocked, (groups[-1].x + x) / 2, middle))
        elif groups and (is_moved or was_moved) and x - groups[-1].x < 2 * CLUSTER_HALF + 2:
            both = (*groups[-1].members, *members)
            groups[-1] = Group(both, x if is_moved else groups[-1].x)
            is_moved = True
        else:
            groups.append(Group(tuple(members), x))
    return groups


def _beside(blocked: Sequence[tuple[float, float]], x: float, member: float) -> float:
    """Where a count around `x` stands clear of collapsed gaps, on the side where its `member` is."""
    room = CLUSTER_HALF + 1
    for low, high in blocked:
        if low < x + room and high > x - room:
            return low - room if member < (low + high) / 2 else high + room
    return x
