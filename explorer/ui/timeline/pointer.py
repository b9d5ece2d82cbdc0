"""What stands under the pointer in the timeline, and what a click, a hover or a drop there does."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer

from explorer.domain.interval import Interval
from explorer.layout.marks import Bar, Cluster, LaneMarks, Mark
from explorer.ui import lane_menu
from explorer.ui.plain import hide_tip, show_tip
from explorer.ui.timeline.frame import AXIS
from explorer.ui.timeline.lane import FOOT, earlier_text, later_text
from explorer.ui.timeline.tooltips import bar_text, cluster_text, event_text

if TYPE_CHECKING:
    from explorer.ui.timeline.view import TimelineView

_TOOLTIP_AFTER = 400


class Pointer:
    """Where it is, `at` (None outside); the `span` that it shades; where a lane that it drags would `drop`.

    Places are in units of the layout, `span` in its pixels right of the header, `drop` among the lanes.
    """

    def __init__(self, view: "TimelineView") -> None:
        self._view, self._store, self._collection = view, view.store, view.collection
        self.at: QPointF | None = None
        self.span: tuple[float, float] | None = None
        self.drop: float | None = None
        self._is_new = False
        view.painted.connect(self._meet)
        self._tooltip = QTimer(view)
        self._tooltip.setSingleShot(True)
        self._tooltip.setInterval(_TOOLTIP_AFTER)
        self._tooltip.timeout.connect(self._show_tooltip)

    def click(self, at: QPointF, *, is_pair: bool = False) -> None:
        """Select what is at a place, list what a count counts, go where an announcement points, or clear.

        With `is_pair`, compare the selection with it.
        """
        hit = self.hit(at)
        if isinstance(hit, Mark):
            assert self._collection.index is not None
            self._choose(self._collection.index.id_of(hit.row), is_pair=is_pair)
        elif isinstance(hit, Cluster):
            self.open_cluster(hit, self._view.on_screen(at))
        elif (
            not self._follow_announcement(at)
            and at.x() > self._view.header
            and at.y() > AXIS
            and self.bar_at(at) is None
        ):
            self._store.edit(selection=None, compared=None)

    def _choose(self, event_id: int, *, is_pair: bool) -> None:
        state = self._store.state
        if is_pair and state.selection not in (None, event_id):
            self._store.edit(compared=None if state.compared == event_id else event_id)
        else:
            # While only the first of two is chosen, this is the second.
            is_first = state.compared is not None and state.compared == state.selection
            self._store.edit(selection=event_id, compared=state.compared if is_first else None)

    def open_at(self, at: QPointF) -> None:
        """Centre and fit the event, or zoom to the members of the cluster, under a double click."""
        hit, index = self.hit(at), self._collection.index
        if isinstance(hit, Mark) and index is not None:
            self._store.edit(selection=index.id_of(hit.row))
            self._view.travel.fit_event(hit.row)
        elif isinstance(hit, Cluster):
            if (span := self.parting(hit.rows)) is not None:
                self._view.glide.to(span)
            else:
                self.open_cluster(hit, self._view.on_screen(at))
        elif (bar := self.bar_at(at)) is not None:
            self._view.glide.to(bar.window.padded(0.5))

    def open_cluster(self, cluster: Cluster, at: QPoint) -> None:
        """List a cluster's members; one alone is selected."""
        if cluster.count == 1:
            self._view.travel.select(cluster.rows[0])
        else:
            self._view.cluster_opened.emit(list(cluster.rows), at)

    def parting(self, rows: Sequence[int]) -> Interval | None:
        """The window in which the members of a cluster stand apart; None where no zoom can do that."""
        index = self._collection.index
        assert index is not None
        among = np.array(rows)
        middles = index.start[among] // 2 + index.end[among] // 2
        first, last = int(middles.min()), int(middles.max())
        return Interval(first, last).padded(0.25) if last - first > self._view.scale.width / 2 else None

    def hover(self, at: QPointF | None) -> None:
        """Follow the pointer with hairline and tooltip; None when it has left."""
        self.at = at
        self._tooltip.stop()
        hide_tip()
        self._is_new = at is not None
        self._view.refresh()

    def _meet(self) -> None:
        """Be ready for what the pointer has come to, once it is drawn: laid out for each move, it would be
        laid out twice while the wheel turns."""
        if self.at is None or not self._is_new:
            return
        self._is_new = False
        hit = self.hit(self.at)
        if hit is not None or self.bar_at(self.at) is not None:
            self._tooltip.start()
        can_click = hit is not None or self.announcement(self.at) is not None
        cursor = Qt.CursorShape.PointingHandCursor if can_click else Qt.CursorShape.ArrowCursor
        self._view.viewport().setCursor(cursor)

    def show_span(self, first: float, last: float) -> None:
        """Shade the stretch between two places."""
        self.span = (first - self._view.header, last - self._view.header)
        self._view.refresh()

    def offer_span(self, first: float, last: float, at: QPoint) -> None:
        """Announce the stretch that was shaded as a span of time."""
        low, high = sorted((first - self._view.header, last - self._view.header))
        scale = self._view.scale
        start, end = scale.to_time(max(0.0, low)), scale.to_time(min(scale.width, high))
        if end > start:
            self._view.span_offered.emit(Interval(start, end), at)
        self.drop_span()

    def drop_span(self) -> None:
        """Shade nothing."""
        self.span = None
        self._view.refresh()

    def hit(self, at: QPointF) -> Mark | Cluster | None:
        """The mark or cluster at a place."""
        x, y = self._among_lanes(at)
        return self._view.marks.hit(x, y) if x > 0 and at.y() > AXIS else None

    def bar_at(self, at: QPointF) -> Bar | None:
        """The bar of density at a place."""
        x, y = self._among_lanes(at)
        return self._view.marks.bar_at(x, y) if x > 0 and at.y() > AXIS else None

    def lane_at(self, at: QPointF) -> LaneMarks | None:
        """The lane at a place, header included."""
        return self._view.marks.lane_at(self._among_lanes(at)[1]) if at.y() > AXIS else None

    def _among_lanes(self, at: QPointF) -> tuple[float, float]:
        """A place counted from where the lanes begin, right of the header, however they are scrolled."""
        return at.x() - self._view.header, at.y() - AXIS + self._view.verticalScrollBar().value()

    def show_drop(self, at: QPointF | None) -> None:
        """Mark the lane whose place a dragged one would take; None ends that."""
        lane = self.lane_at(at) if at is not None else None
        self.drop = lane.top if lane is not None else None
        self._view.refresh()

    def drop_lane(self, lane: LaneMarks, at: QPointF) -> None:
        """Put a lane where it was dragged to."""
        lanes = self._view.lanes
        target = self.lane_at(at)
        if lanes is None or (target is not None and target.lane == lane.lane):
            return
        slugs = lanes.arrangement.slugs
        order = lane_menu.shown_order(self._store, self._collection)
        last = len(order) - 1 if at.y() > AXIS else 0
        to = order.index(slugs[target.lane]) if target is not None else last
        lane_menu.move(self._store, self._collection, slugs[lane.lane], to)

    def announcement(self, at: QPointF) -> tuple[LaneMarks, int] | None:
        """The lane and way (-1 earlier, 1 later) of the "3 earlier" at a pixel."""
        x, y = self._among_lanes(at)
        lane = self._view.marks.lane_at(y) if at.y() > AXIS else None
        if lane is None or (not lane.is_thin and y < lane.top + lane.height - 2 * FOOT - 2):
            return None
        small = self._view.fonts.small
        if lane.earlier and 0 < x < 10 + small.reckoned(earlier_text(lane)):
            return lane, -1
        if lane.later and at.x() > self._view.room.width() - 12 - small.reckoned(later_text(lane)):
            return lane, 1
        return None

    def _follow_announcement(self, at: QPointF) -> bool:
        found = self.announcement(at)
        if found is not None:
            lane, way = found
            self._view.travel.beyond(lane.lane, way)
        return found is not None

    def _show_tooltip(self) -> None:
        if self.at is None:
            return
        hit = self.hit(self.at)
        text = ""
        if isinstance(hit, Mark):
            text = event_text(self._collection, hit.row, self._view.looks.event(hit.row))
        elif isinstance(hit, Cluster):
            text = cluster_text(self._collection, hit)
        elif (bar := self.bar_at(self.at)) is not None:
            text = bar_text(self._collection, bar)
        if text:
            show_tip(self._view.on_screen(self.at) + QPoint(0, 8), text, self._view)
