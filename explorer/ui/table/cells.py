"""Paints the table's cells: selection, focus, and a mark beside what lies in the timeline's window."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.ui.table.model import IN_WINDOW, UNREAD
from explorer.ui.theme import Theme

_State = QStyle.StateFlag
_Role = Qt.ItemDataRole

#: Pixels: beside a text, and the mark of the window.
INSET = 10
_STRIPE = 3


class Cells(QStyledItemDelegate):
    """One line of text a cell, cut at its end; the first column has the window's mark."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, box = self.theme, _rect(option)
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined] - the stubs lack the fields
        is_selected = bool(state & _State.State_Selected)
        ground = "accent_soft" if is_selected else "ground_alternate" if index.row() % 2 else "ground"
        painter.fillRect(box, theme.colour(ground))
        text = str(index.data(_Role.DisplayRole) or "")
        left = box.left() + INSET
        if index.column() == 0 and index.data(IN_WINDOW):
            painter.fillRect(
                QRect(box.left(), box.top() + 3, _STRIPE, box.height() - 6), theme.colour("accent")
            )
        mark = index.data(_Role.DecorationRole)
        if isinstance(mark, QPixmap):
            size = mark.deviceIndependentSize()
            painter.drawPixmap(QPointF(left, box.top() + (box.height() - size.height()) / 2), mark)
            left += round(size.width()) + 6
        room = box.right() - INSET // 2 - left
        is_main = isinstance(mark, QPixmap)
        painter.setPen(theme.colour("text" if is_main and text != UNREAD else "text_soft"))
        if is_selected:
            painter.setPen(theme.colour("text"))
        painter.setFont(option.font)  # type: ignore[attr-defined] - the stubs lack the fields
        metrics: QFontMetrics = option.fontMetrics  # type: ignore[attr-defined] - the stubs lack the fields
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            QRect(left, box.top(), room, box.height()),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            words,
        )
        if state & _State.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(box).adjusted(1, 1, -1, -1))

    def sizeHint(self, option: QStyleOptionViewItem, _: QModelIndex | QPersistentModelIndex) -> QSize:
        metrics: QFontMetrics = option.fontMetrics  # type: ignore[attr-defined] - the stubs lack the fields
        return QSize(80, metrics.height() + 10)


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect  # type: ignore[attr-defined] - the stubs lack the fields
