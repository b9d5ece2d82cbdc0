"""Fits the lanes of a picture into the room that its page has, and its time onto its pages."""

from dataclasses import replace

from explorer.domain.interval import Interval
from explorer.layout.frames import LANE_BASE, LaneChoice, Layout
from explorer.layout.marks import ROW, LaneMarks, Marks
from explorer.layout.scale import TimeScale

#: How close and how far apart rows may stand, in what they are on the screen.
CLOSEST = 0.8
LOOSEST = 1.5
#: Pixels.
_FOOT = 5.0


def fitted(layout: Layout, scale: TimeScale, height: float, choice: LaneChoice) -> tuple[Marks, float]:
    """The lanes in a height, and how far apart their rows stand, in what they are on the screen.

    Rows come as close as can be read before any event loses its own, and then lanes are folded to a row,
    those with the fewest events in view first: what has no place of its own is counted. With a row for each
    lane they may still be higher than `height`.
    """
    marks = layout.frame(scale, height / CLOSEST, None, choice)
    room = (height - _feet(marks)) / CLOSEST
    if room < height / CLOSEST:
        marks = layout.frame(scale, room, None, choice)
    excess, one = marks.height - room, LANE_BASE + ROW
    if excess > 0:
        folded = set(choice.folded)
        for lane in sorted(marks, key=lambda lane: lane.total - lane.earlier - lane.later):
            if excess > 0 and not lane.is_thin and lane.lane not in folded and lane.height > one:
                folded.add(lane.lane)
                excess -= lane.height - one
        expanded = choice.expanded - folded
        marks = layout.frame(
            scale, room, None, LaneChoice(choice.order, choice.hidden, frozenset(folded), expanded)
        )
    return _spaced(marks, height)


def _spaced(marks: Marks, room: float) -> tuple[Marks, float]:
    """The lanes with rows closer together or farther apart, so that they fill the room if they can."""
    thin = sum(lane.height for lane in marks if lane.is_thin)
    thick = marks.height - thin
    pitch = (room - _feet(marks)) / max(marks.height, 1.0)
    if pitch > 1 or room >= marks.height:
        # What has no rows needs no air.
        pitch = (room - thin) / thick if thick else 1.0
    pitch = min(LOOSEST, max(CLOSEST, pitch))
    top = 0.0
    lanes: list[LaneMarks] = []
    for lane in marks:
        by = min(pitch, 1.0) if lane.is_thin else pitch
        # What is said at its foot stays clear of its last row.
        foot = _FOOT if by < 1 and _is_announced(lane) else 0.0
        lanes.append(_moved(lane, top, by, foot))
        top = lanes[-1].top + lanes[-1].height
    return Marks(marks.scale, tuple(lanes), top), pitch


def _is_announced(lane: LaneMarks) -> bool:
    """Whether something is said at the foot of its rows."""
    return not lane.is_thin and bool(lane.earlier or lane.later)


def _feet(marks: Marks) -> float:
    return _FOOT * sum(1 for lane in marks if _is_announced(lane))


def _moved(lane: LaneMarks, top: float, by: float, foot: float) -> LaneMarks:
    """The lane from another top on, all its heights multiplied, with more room at its foot."""

    def moved(y: float) -> float:
        return top + (y - lane.top) * by

    return replace(
        lane,
        top=top,
        height=lane.height * by + foot,
        marks=tuple(replace(mark, y=moved(mark.y)) for mark in lane.marks),
        clusters=tuple(replace(cluster, y=moved(cluster.y)) for cluster in lane.clusters),
        dims=tuple(replace(dot, y=moved(dot.y)) for dot in lane.dims),
    )


def parted(scale: TimeScale, count: int) -> list[Interval]:
    """The window of a scale in `count` stretches of as many pixels each; none ends within a collapsed gap."""
    cuts, window = [scale.window.start], scale.window
    for number in range(1, count):
        at = scale.to_time(scale.width * number / count)
        at = next((gap.end for gap in scale.gaps if gap.start < at < gap.end), at)
        if cuts[-1] < at < window.end:
            cuts.append(at)
    return [Interval(*pair) for pair in zip(cuts, [*cuts[1:], window.end], strict=True)]
