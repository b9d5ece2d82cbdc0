"""The list under the search box: ways to go on with what is being typed. search_box.py owns it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)  # fmt: skip
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.completion import Completion
from explorer.domain.tongue import translate
from explorer.ui.sizes import scaled
from explorer.ui.voice import tell_row

_ROW: Final = 26
_MOST: Final = 10
#: What may change how far down the list stands.
_MOVES: Final = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize)
_ANY = QModelIndex | QPersistentModelIndex


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Completion, ...] = ()

    def show(self, rows: Sequence[Completion]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _ANY = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _ANY, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{one.label}, {one.detail}" if one.detail else one.label
        return None


class Suggestions(QFrame):
    """A frame over the window below a field, which keeps the keyboard. `picked` carries what was clicked."""

    picked = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self._beneath: QWidget | None = None
        self.setObjectName("suggestions")
        self.setAccessibleName(translate("Search", "Suggestions"))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(4, 4, 4, 4)
        self._model = _Model()
        self.list = QListView()
        self.list.setAccessibleName(translate("Search", "Suggestions"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._pick)
        inside.addWidget(self.list)
        self.hide()

    @property
    def rows(self) -> tuple[Completion, ...]:
        """What is offered."""
        return self._model.rows if self.isVisible() else ()

    @property
    def chosen(self) -> Completion | None:
        """What the arrow keys have come to."""
        index = self.list.currentIndex()
        return self._model.rows[index.row()] if self.isVisible() and index.isValid() else None

    def offer(self, rows: Sequence[Completion], beneath: QWidget | None = None) -> None:
        """Show these, none chosen; nothing is shown for none.

        They stand below the field, and below `beneath` where that is on the screen: it is to stay in reach.
        """
        self._model.show(rows[:_MOST])
        self.list.setCurrentIndex(QModelIndex())
        if not rows:
            self.hide()
            return
        if beneath is not self._beneath:
            if self._beneath is not None:
                self._beneath.removeEventFilter(self)
            if beneath is not None:
                beneath.installEventFilter(self)
            self._beneath = beneath
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make way for what comes, goes or grows beneath the field meanwhile."""
        if self.isVisible() and event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window, beneath = self._field.window(), self._beneath
        at = self._field.mapTo(window, self._field.rect().bottomLeft())
        if beneath is not None and beneath.isVisible():
            corner = beneath.mapTo(window, beneath.rect().bottomLeft())
            at.setX(max(at.x(), corner.x() + 8))
            at.setY(max(at.y(), corner.y()))
        width = min(max(self._field.width(), 380), window.width() - at.x() - 8)
        self.setGeometry(at.x(), at.y() + 3, width, scaled(_ROW) * len(self._model.rows) + 12)

    def step(self, step: int) -> None:
        """Choose the next or previous one; beyond either end none is chosen."""
        count = self._model.rowCount()
        at = self.list.currentIndex().row() if self.list.currentIndex().isValid() else -1
        at = (at + 1 + step) % (count + 1) - 1
        self.list.setCurrentIndex(self._model.index(at) if at >= 0 else QModelIndex())
        # The field keeps the keyboard: a screen reader is told of the row that Enter takes, or of the field.
        if at >= 0:
            tell_row(self.list, at)
        elif QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self._field, QAccessible.Event.Focus))

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(self._model.rows[index.row()])


class _Row(QStyledItemDelegate):
    def sizeHint(self, _: QStyleOptionViewItem, _index: _ANY) -> QSize:
        return QSize(100, scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _ANY) -> None:
        view = self.parent()
        assert isinstance(view, QListView)
        one = _suggestion(index)
        rect: QRectF = QRectF(option.rect)  # type: ignore[attr-defined] - Qt's stubs leave fields out
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        palette = view.palette()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        text = palette.color(QPalette.ColorRole.Text)
        soft = palette.color(QPalette.ColorRole.PlaceholderText)
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
            text = soft = palette.color(QPalette.ColorRole.HighlightedText)
        metrics = QFontMetricsF(view.font())
        room = rect.adjusted(9, 0, -9, 0)
        detail = metrics.elidedText(one.detail, Qt.TextElideMode.ElideRight, room.width() * 0.62)
        taken = metrics.horizontalAdvance(detail)
        painter.setPen(soft)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, detail)
        painter.setPen(text)
        label = metrics.elidedText(one.label, Qt.TextElideMode.ElideRight, room.width() - taken - 12)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, label)
        painter.restore()


def _suggestion(index: _ANY) -> Completion:
    model = index.model()
    assert isinstance(model, _Model)
    return model.rows[index.row()]
