"""What matches as rows and columns for Qt: numbers from the index at once, text read a page at a time.

A row costs the four bytes of its place in the order; titles come from the Collection, which bounds them.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QPixmap

from explorer.domain.edtf import stored
from explorer.domain.event import EventTitle
from explorer.domain.index import EventIndex, Rows
from explorer.domain.tongue import mark, translate
from explorer.domain.words import span_in_words
from explorer.ui import shapes
from explorer.ui.collection import Collection
from explorer.ui.plain import tip
from explorer.ui.sizes import factor
from explorer.ui.theme import Theme, lane_colour

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

#: Shown while a title is being read, and where there is no value.
UNREAD: Final = "…"
#: True where an event lies, in part at least, in the Store's window.
IN_WINDOW: Final = int(_Role.UserRole) + 1
#: Rows whose titles are read together with those asked for, before and after them.
PAGE: Final = 60


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is one of SORTABLE; `width` in letters, 0 for what the others leave; `tip` says how to sort."""

    name: str
    heading: str
    width: int
    tip: str


COLUMNS: Final = (
    Column("date", mark("Table", "Date"), 19, mark("Table", "Sort by date; again: from last to first")),
    Column("title", mark("Table", "Title"), 0, mark("Table", "Sort by title; again: from last to first")),
    Column(
        "relationship",
        mark("Table", "Relationship"),
        20,
        mark("Table", "Sort by relationship; again: from last to first"),
    ),
    Column("kind", mark("Table", "Kind"), 15, mark("Table", "Sort by kind; again: from last to first")),
    Column("place", mark("Table", "Place"), 21, mark("Table", "Sort by place; again: from last to first")),
    Column("person", mark("Table", "People"), 26, mark("Table", "Sort by people; again: from last to first")),
    Column(
        "importance",
        mark("Table", "Importance"),
        11,
        mark("Table", "Sort by importance; again: from last to first"),
    ),
    Column(
        "basis",
        mark("Table", "In the article"),
        13,
        mark("Table", "Sort by in the article; again: from last to first"),
    ),
)


class EventTableModel(QAbstractTableModel):
    """The rows of `order` (of the index, in the order shown), each an event: all `matching`, or some."""

    def __init__(self, collection: Collection, theme: Theme) -> None:
        super().__init__(collection)
        self._collection, self._theme = collection, theme
        self.columns: tuple[Column, ...] = COLUMNS
        self.order: Rows = np.empty(0, dtype=np.int32)
        self.matching: Rows = self.order
        self._index: EventIndex | None = None
        self._dates: dict[tuple[str, str | None], str] = {}
        self._wanted: tuple[int, int] | None = None
        # Qt asks for one cell after another: what they lack is read in one question.
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(0)
        self._asking.timeout.connect(self._ask)
        collection.titles_read.connect(self._show_titles)

    def show_order(self, order: Rows) -> None:
        """Make these rows the table's, in this order."""
        self.beginResetModel()
        self._index, self.order = self._collection.index, order
        # What the article says of an event is left out with all the rest of it.
        has_article = self._collection.argument is not None and self._collection.store.state.commentary
        self.columns = COLUMNS if has_article else COLUMNS[:-1]
        self._wanted = None
        self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        self._theme = theme

    def place_of(self, row: int) -> int | None:
        """Where a row of the index stands in the table, None when it does not."""
        found = np.flatnonzero(self.order == row)
        return int(found[0]) if len(found) else None

    def number_of(self, name: str) -> int:
        """The number of a column, 0 when it is not shown."""
        return next((number for number, column in enumerate(self.columns) if column.name == name), 0)

    # Qt's questions

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.order)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _Role.DisplayRole:
            return translate("Table", self.columns[section].heading)
        if role == _Role.ToolTipRole:
            return tip(translate("Table", self.columns[section].tip))
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        at, events = index.row(), self._index
        if events is None or not 0 <= at < len(self.order) or index.column() >= len(self.columns):
            return None
        row, name = int(self.order[at]), self.columns[index.column()].name
        if role == _Role.DisplayRole:
            return self._text(events, row, name, at)
        if role == _Role.ToolTipRole:
            return tip(self._spoken(events, row, name, at))
        if role == _Role.AccessibleTextRole:
            return self._spoken(events, row, name, at)
        if role == _Role.DecorationRole:
            return self._mark(events, row) if name == "title" else None
        if role == IN_WINDOW:
            return self._is_in_window(row)
        return None

    def _spoken(self, events: EventIndex, row: int, name: str, at: int) -> str:
        said = self._said(events, row, name, at)
        if name == "date" and self._is_in_window(row):
            return translate("Table", "{date}, in the visible range").format(date=said)
        return said

    def _is_in_window(self, row: int) -> bool:
        events, window = self._index, self._collection.store.state.window
        if events is None or window is None:
            return False
        return bool(events.start[row] < window.end and events.end[row] > window.start)

    def _text(self, events: EventIndex, row: int, name: str, at: int) -> str:
        if name in {"title", "date"}:
            title = self._title(row, at)
            if title is None:
                return UNREAD
            return title.title if name == "title" else self._date(title)
        if name == "importance":
            importance = int(events.importance[row])
            return "●" * importance + "○" * (5 - importance)
        facet = events.facets[name]
        return ", ".join(facet.label_at(code) for code in facet.values_of(row))

    def _said(self, events: EventIndex, row: int, name: str, at: int) -> str:
        """The same in words alone."""
        if name == "importance":
            return translate("Table", "importance {n} of 5").format(n=int(events.importance[row]))
        text = self._text(events, row, name, at)
        return translate("Table", "being read") if text == UNREAD else text

    def _date(self, title: EventTitle) -> str:
        key = (title.start_edtf, title.end_edtf)
        found = self._dates.get(key)
        if found is None:
            if len(self._dates) > 10 * PAGE:
                self._dates.clear()
            found = self._dates[key] = span_in_words(*stored(title.start_edtf, title.end_edtf))
        return found

    def _mark(self, events: EventIndex, row: int) -> QPixmap:
        """The event's mark as the timeline draws it."""
        kind = events.facets["kind"]
        shape = self._collection.shapes.get(kind.slugs[int(kind.codes[row])], "disc")
        colour = lane_colour(int(events.facets["relationship"].codes[row]), self._theme)
        return shapes.pixmap(shape, 5.0 * factor(), colour.rgba(), self._theme.colour("ground").rgba(), 2.0)

    # Titles

    def _title(self, row: int, at: int) -> EventTitle | None:
        title = self._collection.title_of(row)
        if title is None:
            first, last = self._wanted or (at, at)
            self._wanted = min(first, at), max(last, at)
            if last - first > 20 * PAGE:
                # Someone asks for everything, as a screen reader might: only the latest is read.
                self._wanted = at, at
            self._asking.start()
        return title

    def _ask(self) -> None:
        if self._wanted is not None and self._index is self._collection.index:
            first, last = self._wanted
            rows: list[int] = self.order[max(0, first - PAGE) : last + PAGE].tolist()
            self._collection.want_titles(rows, "table")

    def _show_titles(self) -> None:
        if self._wanted is not None and len(self.order):
            first, last = self._wanted
            self._wanted = None
            last = min(last, len(self.order) - 1)
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
