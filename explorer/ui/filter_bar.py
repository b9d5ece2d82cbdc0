"""The active filters as chips beneath the toolbar; there only while something is filtered."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from explorer.domain.filter import EventFilter
from explorer.state import Store, ViewState
from explorer.ui.collection import Collection
from explorer.ui.widgets import FlowLayout, button, clear, label, on_click


class FilterBar(QFrame):
    """Observes the Store's filter; a chip pressed removes its restriction.

    `before` is the widget that Tab leaves for the chips. `cleared` asks to remove every filter.
    """

    cleared = Signal()

    def __init__(self, store: Store, collection: Collection, before: QWidget) -> None:
        super().__init__()
        self.setObjectName("filterBar")
        self.setAccessibleName("Active filters")
        self._store, self._collection, self._before = store, collection, before
        outside = QHBoxLayout(self)
        outside.setContentsMargins(16, 6, 14, 6)
        self._chips = FlowLayout()
        outside.addLayout(self._chips, 1)
        store.observe(self._follow)
        collection.opened.connect(lambda: self._show(store.state.filter))
        self.hide()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.filter != new.filter:
            self._show(new.filter)

    def _show(self, wanted: EventFilter) -> None:
        clear(self._chips)
        index = self._collection.index
        if index is None or wanted.is_empty:
            self.hide()
            return
        self._chips.addWidget(label("Showing only", "soft"))
        clauses = wanted.clauses(index.label_of)
        for _, words, without in clauses:
            self._chips.addWidget(chip(words, lambda without=without: self._store.edit(filter=without)))
        if len(clauses) > 1:
            every = button("Clear all", "link", "Remove every filter (Ctrl+Shift+F)")
            every.clicked.connect(self.cleared)
            self._chips.addWidget(every)
        previous = self._before
        for place in range(self._chips.count()):
            item = self._chips.itemAt(place)
            made = item.widget() if item is not None else None
            if made is not None and made.focusPolicy() != Qt.FocusPolicy.NoFocus:
                QWidget.setTabOrder(previous, made)
                previous = made
        self.show()


def chip(words: str, remove: Callable[[], object]) -> QWidget:
    """A removable filter."""
    made = button(f"{words}  ×", "filter", f"Remove this filter: {words}")
    made.setAccessibleName(f"Remove filter: {words}")
    on_click(made, remove)
    return made
