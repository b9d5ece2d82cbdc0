"""Tells screen readers what changed that the eye would see, wherever the keyboard is. The window makes one.

Nothing happens unless a screen reader, or the like, runs.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.domain.index import Matched
from explorer.domain.tongue import translate
from explorer.state import ViewState
from explorer.ui.changes import changes_in_words
from explorer.ui.collection import Reading
from explorer.ui.status import counts_in_words, range_in_words
from explorer.ui.timeline.accessible import access_to
from explorer.ui.timeline.spoken import event_name
from explorer.ui.wording import events_in_words

if TYPE_CHECKING:
    from explorer.domain.interval import Interval
    from explorer.ui.main_window import MainWindow

#: Milliseconds of rest after which the visible stretch of time is told.
RESTED: Final = 400


class Announcer(QObject):
    """Observes selection, window, matches, all that a key can turn, and what the status line says.

    With the keyboard on the timeline the selected event becomes what has the focus, as an item of a list
    would; the table's own rows do that for themselves; everything else goes to the window's voice.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.stage)
        self._collection, self._timeline, self._stage = window.collection, window.timeline, window.stage
        self._voice, self._in_view = window.voice, window.in_view
        self._said = window.store.state.filter
        self._is_new = False
        # Where a selection, or what is read, takes the window is not worth a sentence of its own.
        self._leads = False
        self._led_to: Interval | None = None
        self._told = window.store.state.window
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(RESTED)
        self._resting.timeout.connect(self._tell_window)
        self._collection.read.connect(self._tell_selection)
        self._collection.matched.connect(self._tell_matches)
        self._collection.notebook.starred.connect(self._tell_star)
        window.status.spoke.connect(self._voice.tell)
        window.reader.side.turned.connect(self._tell_tab)
        window.store.observe(self._follow)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._take_focus)
        self._tabs = window.reader.side.tabs
        self._take_focus(None, QApplication.focusWidget())

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if not QAccessible.isActive():
            return
        if new.selection != old.selection:
            # The answer to "nothing" is there before its observers are: it is not waited for.
            self._is_new = new.selection is not None
            if new.selection is None:
                self._voice.tell(translate("Panel", "Nothing selected"))
        if (new.selection, new.passage) != (old.selection, old.passage):
            self._leads = True
            QTimer.singleShot(0, self, self._end_lead)
        if new.window != old.window:
            glide = self._timeline.glide
            if self._leads or (glide.is_moving and glide.goal == self._led_to):
                self._told = new.window
            else:
                self._resting.start()
        for words in changes_in_words(old, new, self._collection):
            self._voice.tell(words)

    def _end_lead(self) -> None:
        self._leads, self._led_to = False, self._timeline.glide.goal

    def _tell_selection(self, reading: Reading | None) -> None:
        is_new, self._is_new = self._is_new, False
        index = self._collection.index
        if not QAccessible.isActive() or not is_new or index is None or reading is None:
            return
        row = index.row_of(reading.event.id)
        if row is None:
            return
        if self._timeline.hasFocus():
            self._focus()
        elif not self._stage.isAncestorOf(QApplication.focusWidget() or self._stage):
            words = translate("Panel", "Selected: {event}")
            self._voice.tell(words.format(event=event_name(row, self._collection)))

    def _take_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        # Later: Qt itself is about to say that the timeline as a whole has the keyboard.
        if now is self._timeline and QAccessible.isActive():
            QTimer.singleShot(0, self, self._focus)

    def _focus(self) -> None:
        access, row = access_to(self._timeline), self._timeline.selected_row
        if access is not None and row is not None and self._timeline.hasFocus():
            part = access.part_of_event(row)
            QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Focus))
            QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Selection))

    def _tell_window(self) -> None:
        former, self._told = self._told, self._timeline.store.state.window
        if self._told is not None and self._told != former:
            seen = self._in_view.seen
            words = translate("Changes", "{range}, {events} in view")
            inside = events_in_words(seen.inside if seen is not None else 0)
            self._voice.tell(words.format(range=range_in_words(self._told), events=inside))

    def _tell_matches(self, matched: Matched) -> None:
        former, self._said = self._said, matched.filter
        index = self._collection.index
        if QAccessible.isActive() and index is not None and former != matched.filter:
            self._voice.tell(counts_in_words(index, matched, self._collection.extent))

    def _tell_star(self, is_starred: bool) -> None:
        words = (
            translate("Changes", "Starred") if is_starred else translate("Changes", "The star is taken away")
        )
        self._voice.tell(words)

    def _tell_tab(self, tab: int) -> None:
        if not self._tabs.hasFocus():
            self._voice.tell(self._tabs.tabText(tab))
