"""Where keys, clicks and links take the timeline: to events, to everything, one screen on."""

from typing import TYPE_CHECKING

from explorer.domain.interval import Interval
from explorer.layout import steps
from explorer.layout.lanes import Lanes

if TYPE_CHECKING:
    from explorer.ui.timeline.view import TimelineView


class Travel:
    """Selects events and glides to them; what is selected is brought into view."""

    def __init__(self, view: "TimelineView") -> None:
        self._view, self._store, self._collection = view, view.store, view.collection
        self._awaited: int | None = None
        view.glide.arrived.connect(self._arrive)

    def fit(self) -> None:
        """Bring everything that matches into view, or everything when nothing does."""
        extent, every = self._collection.extent, self._collection.whole
        if extent is not None:
            self._view.glide.to(extent.padded(0.015))
        elif every is not None:
            self._view.glide.to(every)

    def fit_event(self, row: int) -> None:
        """Glide to a window in which the event takes a sixth, and never less than a few weeks for a day."""
        event = self._extent(row)
        if event is not None:
            self._view.glide.to(event.padded(max(2.5, 10 * 86_400 / event.length)))

    def focus_selection(self) -> None:
        """Centre the selection; once it is centred, fit it."""
        row, window = self._view.selected_row, self._store.state.window
        event = self._extent(row) if row is not None else None
        if row is None or event is None or window is None:
            return
        if abs(event.middle - window.middle) > window.length // 50:
            self._view.glide.to(window.shifted(event.middle - window.middle))
        else:
            self.fit_event(row)

    def page(self, share: float) -> None:
        """Move the window by a share of its length; negative is earlier."""
        window = self._store.state.window
        if window is not None:
            self._view.glide.to(window.shifted(round(window.length * share)))

    def select(self, row: int | None) -> None:
        """Make an event the selection and bring it into view; None clears it."""
        index = self._collection.index
        if index is None or row is None:
            self._store.edit(selection=None)
            return
        # The hairline names the date of the selection now, wherever the pointer rests.
        self._view.pointer.hover(None)
        self._store.edit(selection=index.id_of(row))
        self._awaited = row
        self.reveal(row)
        self._view.scroll_to(row)

    def reveal(self, row: int) -> None:
        """Move the window, as long as before, no more than it takes to have an event well in view."""
        event, window = self._extent(row), self._store.state.window
        if event is None or window is None or window.contains(event):
            return
        if event.overlaps(window) and event.length > window.length:
            return
        room = window.length // 6
        if event.end - event.start > window.length - 2 * room:
            self._view.glide.to(window.shifted(event.middle - window.middle))
        elif event.start < window.start:
            self._view.glide.to(window.shifted(event.start - room - window.start))
        else:
            self._view.glide.to(window.shifted(event.end + room - window.end))

    def in_time(self, step: int) -> None:
        """Select the match `step` events later, from no selection the first or the last."""
        index, lanes = self._collection.index, self._view.lanes
        if index is not None and lanes is not None:
            self._select_found(steps.in_time(index, lanes, self._view.selected_row, step, self._shown(lanes)))

    def in_lane(self, step: int) -> None:
        """Select the match `step` events later in the lane of the selection."""
        index, lanes, row = self._collection.index, self._view.lanes, self._view.selected_row
        if index is None or lanes is None or row is None or not lanes.mask[row]:
            self.in_time(step)
        else:
            self._select_found(steps.in_lane(index, lanes, row, step))

    def across(self, step: int) -> None:
        """Select the nearest match in the lane above (-1) or below (1)."""
        index, lanes, row = self._collection.index, self._view.lanes, self._view.selected_row
        every = self._collection.whole
        if index is None or every is None or lanes is None or row is None or not lanes.mask[row]:
            self.in_time(step)
        else:
            self._select_found(steps.across(index, lanes, self._shown(lanes), row, step, every))

    def beyond(self, lane: int, way: int) -> None:
        """Select the event of a lane that is nearest to the window, before (-1) or after it (1)."""
        self._select_found(self._view.beyond(lane, way))

    def to_end(self, step: int) -> None:
        """Select the first (1) or last (-1) match."""
        index, lanes = self._collection.index, self._view.lanes
        if index is not None and lanes is not None:
            self._select_found(steps.in_time(index, lanes, None, step, self._shown(lanes)))

    def to_hit(self, *, goes_on: bool) -> bool:
        """Select a match from where one is, and say whether it was reached by beginning again.

        That is the next one behind a selection in view, or the first in or after the window. Unless it
        `goes_on`, a selection in view that matches stays.
        """
        index, lanes, match = self._collection.index, self._view.lanes, self._collection.match
        window, row = self._store.state.window, self._view.selected_row
        if index is None or lanes is None or match is None or window is None or not match.total:
            return False
        shown = self._shown(lanes)
        event = self._extent(row) if row is not None else None
        if row is not None and event is not None and event.overlaps(window):
            if match.mask[row] and not goes_on:
                return False
            found = steps.in_time(index, lanes, row, 1, shown)
        else:
            found = steps.since(index, lanes, window, shown)
        begins_again = found is None
        self._select_found(steps.in_time(index, lanes, None, 1, shown) if begins_again else found)
        return begins_again

    def _shown(self, lanes: Lanes) -> list[int]:
        return self._view.choice.among(lanes.shown())

    def _select_found(self, row: int | None) -> None:
        if row is not None:
            self.select(row)

    def _extent(self, row: int) -> Interval | None:
        return self._collection.extent_of(row) if self._collection.index is not None else None

    def _arrive(self) -> None:
        # Only now the lane of what was selected is laid out around it.
        row, self._awaited = self._awaited, None
        if row is not None and row == self._view.selected_row:
            self._view.scroll_to(row)
