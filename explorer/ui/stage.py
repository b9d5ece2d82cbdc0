"""The middle of the window: the timeline, or in its place the table of the same events."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from explorer.state import Store, ViewState
from explorer.ui.collection import Collection
from explorer.ui.theme import Theme
from explorer.ui.timeline.view import TimelineView

if TYPE_CHECKING:
    from explorer.ui.desktop.settings import Settings
    from explorer.ui.table.page import TablePage
    from explorer.ui.table.view import EventTable


class Stage(QStackedWidget):
    """Observes whether the Store wants the table; builds it when it is first wanted.

    `progressed` tells how far a long sort is (done, total), `rested` that it is over or given up;
    `list_view_asked` comes from the box above the table. The keyboard stays here when one takes the
    other's place.
    """

    progressed = Signal(int, int)
    rested = Signal()
    list_view_asked = Signal()
    turned = Signal(bool)

    def __init__(
        self,
        store: Store,
        collection: Collection,
        timeline: TimelineView,
        settings: "Settings",
        theme: Theme,
    ) -> None:
        super().__init__()
        self._store, self._collection, self._timeline, self._theme = store, collection, timeline, theme
        self._settings = settings
        self.table: EventTable | None = None
        self._page: TablePage | None = None
        self.addWidget(timeline)
        self.setFocusProxy(timeline)
        store.observe(self._follow)

    @property
    def is_busy(self) -> bool:
        """True while the table is being sorted."""
        return self.table is not None and self.table.is_busy

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        self._theme = theme
        self._timeline.set_theme(theme)
        if self.table is not None:
            self.table.set_theme(theme)

    def list_view(self) -> None:
        """List in the table what the settings say: all that matches, or only what is in view."""
        if self._page is not None:
            self._page.list_view(self._settings.lists_view)

    def cancel(self) -> None:
        """Give up a long sort."""
        if self.table is not None:
            self.table.ordering.cancel()

    def close_table(self) -> None:
        """End the thread that sorts."""
        if self.table is not None:
            self.table.ordering.close()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if new.is_table != old.is_table:
            self._turn(is_table=new.is_table)

    def _turn(self, *, is_table: bool) -> None:
        shown: QWidget = self._built() if is_table else self._timeline
        had_focus = self.isAncestorOf(focused) if (focused := self.window().focusWidget()) else False
        self.setCurrentWidget(shown)
        taker: QWidget = self.table if is_table and self.table is not None else self._timeline
        self.setFocusProxy(taker)
        if had_focus:
            taker.setFocus()
        if self.table is not None and is_table:
            self.table.refresh()
        self.turned.emit(is_table)

    def _built(self) -> "TablePage":
        from explorer.ui.table.page import TablePage
        from explorer.ui.table.view import EventTable

        if self._page is None:
            table = self.table = EventTable(self._store, self._collection, self._theme)
            self._page = TablePage(table, self._collection)
            self._page.list_view(self._settings.lists_view)
            self._page.asked.connect(self.list_view_asked)
            self.addWidget(self._page)
            self.setTabOrder(self._timeline, self._page.only)
            self.setTabOrder(self._page.only, table)
            table.row_chosen.connect(self._timeline.travel.select)
            table.row_opened.connect(self._open)
            table.sort_asked.connect(self._sort)
            table.ordering.progressed.connect(self.progressed)
            table.ordering.ordered.connect(self.rested)
            table.ordering.cancelled.connect(self.rested)
            table.ordering.failed.connect(self._collection.failed)
        return self._page

    def _sort(self, sorted_by: str) -> None:
        self._store.edit(sorted_by=sorted_by)

    def _open(self, row: int) -> None:
        self._store.edit(is_table=False)
        self._timeline.travel.select(row)
