"""Brings the events that are read about into view on the timeline, no further and no closer than needed."""

import time

from PySide6.QtCore import QObject

from explorer.domain.index import Rows
from explorer.domain.interval import Interval
from explorer.layout import steps
from explorer.layout.marks import ROW
from explorer.state import Store
from explorer.ui.collection import Collection
from explorer.ui.motion import JUMP, Slide
from explorer.ui.timeline.frame import AXIS
from explorer.ui.timeline.view import TimelineView

#: Air on either side of the events, as a share of what they span.
_AIR = 0.08


class Following(QObject):
    """Moves the timeline's window and lanes for whoever asks; what the user has set meanwhile is kept.

    A paragraph whose events lie far apart makes the window longer; the next one gets back the length that
    the user had chosen.
    """

    def __init__(self, store: Store, collection: Collection, timeline: TimelineView) -> None:
        super().__init__(timeline)
        self._store, self._collection, self._timeline = store, collection, timeline
        self._length = 0
        self._goal: Interval | None = None
        self._rows: Rows | None = None
        self._since = 0.0
        self._slide = Slide(timeline.verticalScrollBar(), self)
        timeline.glide.arrived.connect(self._arrive)

    def bring(self, rows: Rows) -> None:
        """Have these rows in the window, and at least one of them in its height. No rows, no movement."""
        window = self._store.state.window
        span = self._span(rows)
        if window is None or span is None:
            return
        now = time.monotonic()
        is_ours = window == self._goal or (self._goal is not None and now - self._since < 2 * JUMP / 1000)
        if not is_ours:
            self._length = window.length
        goal = window_around(span, window, self._length)
        self._since, self._rows = now, rows
        if goal == window:
            self._goal = goal if is_ours else None
            self._arrive()
        else:
            self._goal = goal
            self._timeline.glide.to(goal)

    def _span(self, rows: Rows) -> Interval | None:
        index, whole = self._collection.index, self._collection.whole
        if index is None or whole is None or not len(rows):
            return None
        start = max(whole.start, int(index.start[rows].min()))
        end = min(whole.end, int(index.end[rows].max()))
        return Interval(start, max(end, start + 1))

    def _arrive(self) -> None:
        """Scroll the lanes when every one that holds the rows is out of sight."""
        rows, lanes, view, index = self._rows, self._timeline.lanes, self._timeline, self._collection.index
        self._rows = None
        if rows is None or lanes is None or index is None:
            return
        found = (steps.lane_of(index, lanes, row) for row in rows[:8].tolist())
        wanted = {lane for lane in found if lane is not None}
        tops = [lane.top for lane in view.marks if lane.lane in wanted]
        bar, room = view.verticalScrollBar(), view.viewport().height() - AXIS
        if tops and not any(bar.value() <= top <= bar.value() + room - ROW for top in tops):
            self._slide.to(max(0, min(bar.maximum(), round(min(tops) - ROW))))


def window_around(span: Interval, window: Interval, length: int) -> Interval:
    """`window` if it shows `span` well; else one of `length`, or longer, moved no more than it takes."""
    wanted = span.padded(_AIR)
    length = max(length, wanted.length)
    if window.contains(span) and window.length <= 1.5 * length:
        return window
    if wanted.length >= length:
        return wanted
    start = window.middle - length // 2
    start = max(wanted.end - length, min(start, wanted.start))
    return Interval(start, start + length)
