"""The table widget: what matches as rows to sort and read, the selection in step with the timeline's."""

import numpy as np
from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from explorer.domain.index import Bools, EventIndex, Matched, Rows
from explorer.domain.interval import Interval
from explorer.domain.order import column_of, is_descending
from explorer.domain.tongue import translate
from explorer.state import Store, ViewState
from explorer.ui.answers import COUNTED_AT_ONCE
from explorer.ui.collection import Collection
from explorer.ui.sizes import scaled
from explorer.ui.table.cells import INSET, Cells
from explorer.ui.table.model import EventTableModel
from explorer.ui.table.ordering import Ordering
from explorer.ui.theme import Theme

#: Keys that move in the table, and not on the timeline.
_OWN = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
#: Milliseconds between lists while the window moves.
_PAUSE = 120
#: What a title keeps at least, in letters.
_TITLE = 40
#: Columns whose greatest comes first when they are first sorted by.
_GREATEST_FIRST = {"importance"}


class EventTable(QTableView):
    """Lists what matches in the Store's order while it is shown.

    With `lists_view` these are only those in the window. `listed` follows each change of the rows.
    `row_chosen` carries the row of the index that a person moved to, `row_opened` one to be shown on the
    timeline; `sort_asked` an order. Nothing is sorted or read while the timeline stands in its place.
    """

    row_chosen = Signal(int)
    row_opened = Signal(int)
    sort_asked = Signal(str)
    listed = Signal()

    def __init__(
        self, store: Store, collection: Collection, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("eventTable")
        self.setAccessibleName(translate("Table", "Table of events"))
        self._store, self._collection = store, collection
        self.ordering = Ordering(self)
        self.events = EventTableModel(collection, theme)
        self._cells = Cells(theme, self)
        # Mask and order: of the rows asked for, and of those shown.
        self._asked: tuple[Bools, str] | None = None
        self._shown: tuple[Bools, str] | None = None
        self._is_ours = self._has_own_widths = False
        self.lists_view = False
        self._narrowing = QTimer(self)
        self._narrowing.setSingleShot(True)
        self._narrowing.setInterval(_PAUSE)
        self._narrowing.timeout.connect(self._narrow)
        # The column that the keyboard is in, also while no row is.
        self._column = 0
        self.setModel(self.events)
        self.setItemDelegate(self._cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMinimumSize(310, 160)
        self._set_headers()
        self.selectionModel().currentChanged.connect(self._choose)
        self.activated.connect(self._open)
        self.ordering.ordered.connect(self._take_order)
        self.ordering.cancelled.connect(self._keep_order)
        collection.matched.connect(self._refresh)
        collection.opened.connect(self._forget)
        store.observe(self._follow)

    def _set_headers(self) -> None:
        # One height for all rows: none is ever asked for its own.
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        along = self.horizontalHeader()
        along.setSectionsClickable(True)
        along.setSortIndicatorShown(True)
        along.setHighlightSections(False)
        along.setStretchLastSection(False)
        along.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        along.setMinimumSectionSize(48)
        along.setAccessibleName(translate("Table", "Columns"))
        along.sectionClicked.connect(self.sort_by)
        # Two quick clicks are two clicks.
        along.sectionDoubleClicked.connect(self.sort_by)
        along.sectionResized.connect(self._keep_widths)
        self._fit_font()

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        self._cells.theme = theme
        self.events.set_theme(theme)
        self.viewport().update()

    def sort_by(self, number: int) -> None:
        """Sort by a column; by the one it is sorted by already, the other way. The keyboard goes there."""
        self._column = number
        name, now = self.events.columns[number].name, self._store.state.sorted_by
        is_last_first = name in _GREATEST_FIRST
        if column_of(now) == name:
            is_last_first = not is_descending(now)
        self.sort_asked.emit(f"-{name}" if is_last_first else name)

    def list_view(self, is_only: bool) -> None:
        """List only what is in the window, or all that matches."""
        if is_only != self.lists_view:
            self.lists_view = is_only
            self._narrow()

    def sort_by_current(self) -> None:
        """Sort by the column that the keyboard is in."""
        self.sort_by(self._column)

    def refresh(self) -> None:
        """Bring rows and selection up to date: it has just been shown."""
        self._refresh()
        self._show_selection(QAbstractItemView.ScrollHint.PositionAtCenter)

    @property
    def is_busy(self) -> bool:
        """True while an order is being made."""
        return self.ordering.is_busy

    def selected_rows(self) -> Rows:
        """The rows of the index that are selected, in the table's order."""
        # Qt gives stretches of rows: ten million are one.
        found = self.selectionModel().selection()
        spans = sorted((found.at(at).top(), found.at(at).bottom() + 1) for at in range(found.count()))
        parts = [self.events.order[first:last] for first, last in spans]
        return np.concatenate(parts) if parts else np.empty(0, np.int32)

    # Following

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if not new.is_table:
            return
        if new.sorted_by != old.sorted_by:
            self._refresh()
        if new.commentary != old.commentary and self._shown is not None:
            self._reshape()
        if new.selection != old.selection:
            self._show_selection()
        if new.window != old.window:
            self.viewport().update()
            if self.lists_view and not self._narrowing.isActive():
                self._narrowing.start()

    def _forget(self) -> None:
        self.ordering.forget()
        self._asked = self._shown = None
        self.events.matching = np.empty(0, dtype=np.int32)
        self.events.show_order(self.events.matching)

    def _refresh(self, _: Matched | None = None) -> None:
        collection, state = self._collection, self._store.state
        database, index, match = collection.database, collection.index, collection.match
        if not state.is_table or database is None or index is None or match is None:
            return
        if self._asked is None or self._asked[0] is not match.mask or self._asked[1] != state.sorted_by:
            self._asked = match.mask, state.sorted_by
            self.ordering.ask(database, index, match, state.sorted_by)

    def _take_order(self, matched: Matched, sorted_by: str, rows: Rows) -> None:
        self._shown = matched.mask, sorted_by
        self.events.matching = rows
        self._narrow()

    def _narrow(self) -> None:
        """List of what matches what is wanted: all, or only what is in the window."""
        index, window = self._collection.index, self._store.state.window
        rows = self.events.matching
        if self._shown is None or index is None or not self._store.state.is_table:
            return
        if not self.lists_view or window is None:
            self._list(rows)
        elif len(rows) <= COUNTED_AT_ONCE:
            self._list(_within(index, rows, window))
        else:
            self._collection.compute("table in view", lambda: _within(index, rows, window), self._list)

    def _list(self, rows: Rows) -> None:
        if self._shown is None:
            return
        sorted_by = self._shown[1]
        is_first = not self.events.rowCount()
        across = self.horizontalScrollBar().value()
        self._is_ours = True
        self.events.show_order(rows)
        self._is_ours = False
        self._show_sorting(sorted_by)
        if not self._has_own_widths:
            self._share_width()
        # New rows begin at the first column: who looked at another goes on there.
        self.horizontalScrollBar().setValue(across)
        hint = QAbstractItemView.ScrollHint
        self._show_selection(hint.PositionAtCenter if is_first else hint.EnsureVisible)
        self.listed.emit()

    def _reshape(self) -> None:
        """Show the same rows in other columns."""
        self._is_ours = True
        self.events.show_order(self.events.order)
        self._is_ours = False
        self._show_sorting(self._store.state.sorted_by)
        self._share_width()
        self._show_selection()

    def _keep_order(self) -> None:
        """Go back to the order shown; where that fits the filter no more, or is none, to that of time."""
        self._asked = self._shown
        now = self._store.state.sorted_by
        former = self._shown[1] if self._shown is not None else now
        self.sort_asked.emit(former if former != now else "date")
        self._refresh()

    def _show_sorting(self, sorted_by: str) -> None:
        way = Qt.SortOrder.DescendingOrder if is_descending(sorted_by) else Qt.SortOrder.AscendingOrder
        name = column_of(sorted_by)
        is_there = any(column.name == name for column in self.events.columns)
        # Rows may be in the order of a column that is left out at the moment.
        self.horizontalHeader().setSortIndicator(self.events.number_of(name) if is_there else -1, way)

    def _show_selection(
        self, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        index, selection = self._collection.index, self._store.state.selection
        row = index.row_of(selection) if index is not None and selection is not None else None
        place = self.events.place_of(row) if row is not None else None
        self._is_ours = True
        if place is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        else:
            if self.currentIndex().row() != place:
                # Else the rows chosen beside it, to be copied, would be no longer.
                self.setCurrentIndex(self.events.index(place, self._column))
            across = self.horizontalScrollBar().value()
            self.scrollTo(self.currentIndex(), hint)
            self.horizontalScrollBar().setValue(across)
        self._is_ours = False

    def _choose(self, now: QModelIndex, before: QModelIndex) -> None:
        if self._is_ours or not now.isValid():
            return
        self._column = now.column()
        if now.row() != before.row():
            self.row_chosen.emit(int(self.events.order[now.row()]))

    def _open(self, at: QModelIndex | QPersistentModelIndex) -> None:
        if at.isValid():
            self.row_opened.emit(int(self.events.order[at.row()]))

    # Widths and heights

    def _keep_widths(self) -> None:
        # Whoever has moved a border has chosen the widths.
        if not self._is_ours:
            self._has_own_widths = True

    def _share_width(self) -> None:
        """Give each column its letters and the title what is left."""
        letter = self.fontMetrics().averageCharWidth()
        along, columns = self.horizontalHeader(), self.events.columns
        taken = 0
        self._is_ours = True
        for number, column in enumerate(columns):
            if column.width:
                width = column.width * letter + 2 * INSET
                along.resizeSection(number, width)
                taken += width
        title = self.events.number_of("title")
        along.resizeSection(title, max(_TITLE * letter, self.viewport().width() - taken))
        self._is_ours = False

    def _fit_font(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + scaled(10))

    # Qt's events

    def event(self, event: QEvent) -> bool:
        """Take the keys that move in a table before the timeline's shortcuts do."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _OWN
            and not event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last row: there is no need of Ctrl."""
        last = self.events.rowCount() - 1
        if event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and last >= 0:
            row = 0 if event.key() == Qt.Key.Key_Home else last
            self.setCurrentIndex(self.events.index(row, self._column))
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _: str) -> None:
        """Letters are shortcuts here; Qt's own search would read every row."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._has_own_widths:
            self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "events"):
            self._fit_font()


def _within(index: EventIndex, rows: Rows, window: Interval) -> Rows:
    """Those of the rows that lie in a window, in part at least."""
    return rows[(index.start[rows] < window.end) & (index.end[rows] > window.start)]
