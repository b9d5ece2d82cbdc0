"""The table with a line above it that says what it lists, and a box to choose that."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from explorer.domain.tongue import grouped, translate
from explorer.ui.collection import Collection
from explorer.ui.plain import set_tip
from explorer.ui.table.view import EventTable
from explorer.ui.widgets import Elided
from explorer.ui.wording import events_in_words


class TablePage(QWidget):
    """`only` is the box; `asked` says that it was clicked."""

    asked = Signal()

    def __init__(self, table: EventTable, collection: Collection) -> None:
        super().__init__()
        self._table, self._collection = table, collection
        self.words = Elided()
        self.words.setProperty("role", "soft")
        # Cut before it takes room from the panels beside the table.
        self.words.setMinimumWidth(1)
        self.words.setAccessibleDescription(translate("Table", "What the table lists"))
        self.only = QCheckBox(translate("Table", "In view only"))
        # A click leaves the keyboard where it was.
        self.only.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_tip(
            self.only,
            translate("Table", "List only events of the visible range, not all that match ({key})").format(
                key="I"
            ),
        )
        self.only.clicked.connect(self.asked)
        above = QHBoxLayout()
        above.setContentsMargins(12, 6, 12, 6)
        above.addWidget(self.words, 1)
        above.addWidget(self.only)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(above)
        inside.addWidget(table, 1)
        table.listed.connect(self._say)

    def list_view(self, is_only: bool) -> None:
        """List only what is in view, or all that matches."""
        self.only.setChecked(is_only)
        self._table.list_view(is_only)

    def _say(self) -> None:
        events, match = self._table.events, self._collection.match
        if match is None:
            return
        if not self._table.lists_view:
            said = translate("Table", "All that match: {events}, in view or not")
        elif match.total == len(events.order):
            said = translate("Table", "Only what is in view: {events}, all that match")
        else:
            said = translate("Table", "Only what is in view: {events} of {all} that match")
        self.words.setText(said.format(events=events_in_words(len(events.order)), all=grouped(match.total)))
