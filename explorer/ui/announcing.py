"""Tells screen readers what changed that the eye would see: the selection, and how many events match.

The window makes one. Nothing happens unless a screen reader, or the like, runs.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication

from explorer.domain.index import Matched
from explorer.domain.tongue import translate
from explorer.state import ViewState
from explorer.ui.collection import Collection, Reading
from explorer.ui.stage import Stage
from explorer.ui.status import counts_in_words
from explorer.ui.timeline.accessible import access_to
from explorer.ui.timeline.spoken import event_name
from explorer.ui.timeline.view import TimelineView


class Announcer(QObject):
    """Observes selection and matches.

    With the keyboard on the timeline the selected event becomes what has the focus, as an item of a list
    would; the table's own rows do that for themselves; from anywhere else the selection is announced.
    """

    def __init__(self, collection: Collection, timeline: TimelineView, stage: Stage) -> None:
        super().__init__(stage)
        self._collection, self._timeline, self._stage = collection, timeline, stage
        self._said = collection.store.state.filter
        self._is_new = False
        collection.read.connect(self._tell_selection)
        collection.matched.connect(self._tell_matches)
        collection.store.observe(self._follow)

    def _follow(self, old: ViewState, new: ViewState) -> None:
        self._is_new = self._is_new or new.selection != old.selection

    def _tell_selection(self, reading: Reading | None) -> None:
        is_new, self._is_new = self._is_new, False
        index = self._collection.index
        if not QAccessible.isActive() or not is_new or index is None:
            return
        row = index.row_of(reading.event.id) if reading is not None else None
        if row is None:
            self._announce(translate("Panel", "Nothing selected"))
        elif self._timeline.hasFocus():
            self._focus(row)
        elif not self._stage.isAncestorOf(QApplication.focusWidget() or self._stage):
            self._announce(
                translate("Panel", "Selected: {event}").format(event=event_name(row, self._collection))
            )

    def _focus(self, row: int) -> None:
        access = access_to(self._timeline)
        part = access.part_of_event(row) if access is not None else None
        if part is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Focus))
            QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Selection))
        else:
            self._announce(
                translate("Panel", "Selected: {event}").format(event=event_name(row, self._collection))
            )

    def _tell_matches(self, matched: Matched) -> None:
        former, self._said = self._said, matched.filter
        index = self._collection.index
        if QAccessible.isActive() and index is not None and former != matched.filter:
            self._announce(counts_in_words(index, matched, self._collection.extent))

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._stage, text))
