"""One facet as a list: values with a check box, a swatch or shape, a small bar and a count."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)  # fmt: skip
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from explorer.ui import shapes
from explorer.ui.theme import Theme

ROW_HEIGHT = 22
_ANY = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet as it is shown. `colour` fills the check box, `shape` stands beside it."""

    slug: str
    label: str
    count: int
    is_checked: bool
    colour: QColor | None = None
    shape: str = ""


class ValuesModel(QAbstractListModel):
    """The values of a facet; setting new ones keeps selection and scrolling where rows stay the same."""

    def __init__(self) -> None:
        super().__init__()
        self.values: tuple[Value, ...] = ()

    def show(self, values: tuple[Value, ...]) -> None:
        """Replace what is listed."""
        if [v.slug for v in values] == [v.slug for v in self.values]:
            self.values = values
            if values:
                self.dataChanged.emit(self.index(0), self.index(len(values) - 1))
            return
        self.beginResetModel()
        self.values = values
        self.endResetModel()

    def rowCount(self, parent: _ANY = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.values)

    def data(self, index: _ANY, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        value = self.values[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return value.label
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if value.is_checked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{value.label}, {value.count} events"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{value.label}: {value.count:,} events under the other filters"
        return None

    def flags(self, _: _ANY) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class _Painter(QStyledItemDelegate):
    def __init__(self, owner: "FacetList") -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, _: QStyleOptionViewItem, _index: _ANY) -> QSize:
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _ANY) -> None:
        owner, theme = self._owner, self._owner.theme
        value = owner.model_of_values.values[index.row()]
        rect: QRectF = QRectF(option.rect)  # type: ignore[attr-defined] - Qt's stubs leave fields out
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_HasFocus and owner.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        middle = rect.center().y()
        _check_box(painter, QRectF(rect.left() + 6, middle - 7, 14, 14), value, theme)
        left = rect.left() + 28
        if value.shape:
            grey, ground = theme.colour("text_soft"), theme.colour("side")
            shapes.draw(painter, value.shape, QPointF(left + 6, middle), 5.0, grey, ground)
            left += 20
        metrics = QFontMetricsF(owner.font())
        right = rect.right() - 6
        painter.setPen(theme.colour("text_soft"))
        if owner.hovered == index.row():
            only = metrics.horizontalAdvance("only")
            painter.setPen(theme.colour("accent_text"))
            painter.drawText(
                QRectF(right - only, rect.top(), only, rect.height()), Qt.AlignmentFlag.AlignVCenter, "only"
            )
            right -= only + 8
        else:
            count = f"{value.count:,}"
            room = metrics.horizontalAdvance(count)
            painter.drawText(
                QRectF(right - room, rect.top(), room, rect.height()), Qt.AlignmentFlag.AlignVCenter, count
            )
            right -= max(room, metrics.horizontalAdvance("00")) + 8
            if value.colour is not None and value.count and owner.largest:
                # Bars share one scale within the facet: the longest belongs to the commonest value.
                length = max(5.0, 40.0 * value.count / owner.largest)
                label_end = left + metrics.horizontalAdvance(value.label)
                if right - length > label_end + 6:
                    bar = QColor(value.colour)
                    bar.setAlphaF(0.38)
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(bar)
                    painter.drawRoundedRect(QRectF(right - length, middle - 2.5, length, 5), 2.5, 2.5)
                    right -= length + 6
        painter.setPen(theme.colour("text" if value.count or value.is_checked else "text_soft"))
        text = metrics.elidedText(value.label, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(
            QRectF(left, rect.top(), right - left, rect.height()), Qt.AlignmentFlag.AlignVCenter, text
        )
        painter.restore()


def _check_box(painter: QPainter, box: QRectF, value: Value, theme: Theme) -> None:
    colour = value.colour or theme.colour("accent")
    painter.setPen(QPen(colour if value.is_checked else theme.colour("text_soft"), 1.2))
    painter.setBrush(colour if value.is_checked else theme.colour("control"))
    painter.drawRoundedRect(box, 3.5, 3.5)
    if value.is_checked:
        tick = theme.colour("on_accent") if value.colour is None else QColor("#ffffff")
        painter.setPen(
            QPen(tick, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        x, y = box.left(), box.top()
        painter.drawPolyline([QPointF(x + 3.4, y + 7.4), QPointF(x + 6, y + 10), QPointF(x + 10.8, y + 4.4)])


class FacetList(QListView):
    """Shows a facet's values at their full height; a click or Space toggles one, "only" or O takes it alone.

    `moved` carries the current row's rectangle when the keyboard has come there.
    """

    toggled = Signal(str)
    only = Signal(str)
    moved = Signal(QRect)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.hovered = -1
        self.largest = 0
        self._pressed = -1
        self.model_of_values = ValuesModel()
        self.setModel(self.model_of_values)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTipDuration(4000)

    def show_values(self, values: tuple[Value, ...]) -> None:
        """List these values and take the height they need."""
        self.largest = max((value.count for value in values), default=0)
        self.model_of_values.show(values)
        self.setFixedHeight(ROW_HEIGHT * len(values) + 2)
        if values and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model_of_values.index(0))
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.indexAt(event.position().toPoint()).row()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.row() == self._pressed and event.button() == Qt.MouseButton.LeftButton:
            slug = self.model_of_values.values[index.row()].slug
            edge = self.viewport().width() - 12 - QFontMetricsF(self.font()).horizontalAdvance("only")
            (self.only if event.position().x() >= edge else self.toggled).emit(slug)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid():
            slug = self.model_of_values.values[index.row()].slug
            if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.toggled.emit(slug)
                return
            if event.key() == Qt.Key.Key_O and not event.modifiers():
                self.only.emit(slug)
                return
        super().keyPressEvent(event)
        self._tell_where()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._tell_where()

    def _tell_where(self) -> None:
        if self.currentIndex().isValid():
            self.moved.emit(self.visualRect(self.currentIndex()))

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()
