"""The members of a cluster that no zoom can part, as a list to choose from; Commands opens it.

It scrolls, however many they are. Titles that are not read yet are asked for, and fill in as they come.
"""

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from explorer.domain.tongue import grouped, mark, translate
from explorer.ui.access import Holder, answers_through
from explorer.ui.actions import native
from explorer.ui.collection import Collection
from explorer.ui.plain import Label, set_tip

#: Pixels: the widest list; rows that it shows at once.
_WIDEST = 460
_ROWS = 14
_UNREAD = mark("Panel", "Reading…")


class ClusterList(QFrame):
    """A small window over the timeline; whatever is chosen, or a press elsewhere, ends it.

    `pick` gets the row of the event chosen, `copy` all rows in order of time.
    """

    def __init__(
        self,
        collection: Collection,
        rows: Sequence[int],
        pick: Callable[[int], object],
        copy: Callable[[Sequence[int]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("clusterList")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._collection, self._pick = collection, pick
        assert collection.index is not None
        self._rows: list[int] = collection.index.in_time(np.array(rows, dtype=np.int64)).tolist()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(6, 8, 6, 6)
        inside.setSpacing(4)
        head = Label(translate("Panel", "{n} events at the same time").format(n=grouped(len(rows))))
        head.setProperty("role", "soft")
        head.setContentsMargins(6, 0, 6, 0)
        inside.addWidget(head)
        self._list = QListWidget()
        self._list.setAccessibleName(head.text())
        set_tip(
            self._list,
            translate(
                "Panel",
                "Choose an event: a click, or ↑ ↓ and Enter; {copy} copies all; Esc closes the list",
            ).format(copy=native("Ctrl+C")),
        )
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for _ in self._rows:
            self._list.addItem(QListWidgetItem(translate("Panel", _UNREAD)))
        self._list.setCurrentRow(0)
        self._list.itemClicked.connect(self._choose)
        inside.addWidget(self._list)
        self.setFocusProxy(self._list)
        # The list would copy the one line that it is on.
        QShortcut(QKeySequence.StandardKey.Copy, self, lambda: copy(self._rows))
        collection.titles_read.connect(self._fill)
        self._fill()
        collection.want_titles(self._rows, "cluster")

    def open_at(self, at: QPoint) -> None:
        """Show the list there, as far as the screen has room."""
        height = self._list.sizeHintForRow(0) * min(_ROWS, len(self._rows)) + 4
        self._list.setFixedHeight(height)
        self._list.setFixedWidth(_WIDEST)
        self.move(at)
        self.show()
        # Only now the style sheet has given it its border.
        room = self.screen().availableGeometry()
        left = max(room.left(), min(at.x(), room.right() + 1 - self.width()))
        top = max(room.top(), min(at.y(), room.bottom() + 1 - self.height()))
        self.move(left, top)
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses; the list leaves it, and Esc, to whoever is around it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        notes = self._collection.notebook
        for number, row in enumerate(self._rows):
            title = self._collection.title_of(row)
            if title is not None:
                star = "★ " * notes.note_of(title.id).is_starred
                item = self._list.item(number)
                item.setText(star + title.title)
                set_tip(item, title.title)

    def _choose(self, _: object = None) -> None:
        row = self._rows[self._list.currentRow()]
        self.close()
        self._pick(row)


answers_through(ClusterList, Holder)
