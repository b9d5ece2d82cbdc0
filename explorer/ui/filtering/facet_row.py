"""How one value of a facet is painted: its box, its swatch or shape, its label, a bar and a count."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QCheckBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from explorer.domain.tongue import grouped, translate
from explorer.ui import shapes
from explorer.ui.filtering.facet_list import ROW_HEIGHT, Value
from explorer.ui.pixmaps import Pixmaps
from explorer.ui.sizes import designed, factor, scaled
from explorer.ui.theme import Theme, ink_on

if TYPE_CHECKING:
    from explorer.ui.filtering.facet_list import FacetList

_ANY = QModelIndex | QPersistentModelIndex

#: Rows as they were painted last, of all lists: each look says all that is seen of it. Some 300 rows.
_PAINTED = Pixmaps[tuple[object, ...]](1_500_000)


class RowPainter(QStyledItemDelegate):
    """Paints the rows of one list."""

    def __init__(self, owner: "FacetList") -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, _: QStyleOptionViewItem, _index: _ANY) -> QSize:
        return QSize(80, scaled(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _ANY) -> None:
        """Copy the row as it was painted when it last looked like this: most rows do so again and again."""
        owner = self._owner
        whole: QRect = option.rect  # type: ignore[attr-defined] - Qt's stubs leave fields out
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        value = owner.model_of_values.value(index.row())
        is_focused = bool(state & QStyle.StateFlag.State_HasFocus) and owner.hasFocus()
        is_hovered = owner.hovered == index.row()
        ratio = painter.device().devicePixelRatioF()
        box = painter.deviceTransform().mapRect(QRectF(whole))
        if any(edge != round(edge) for edge in (box.left(), box.top(), box.width(), box.height())):
            # Between device pixels a copy would be blurred.
            painter.save()
            painter.translate(whole.topLeft())
            self._paint(painter, whole.size(), value, is_focused=is_focused, is_hovered=is_hovered)
            painter.restore()
            return
        look = (
            value.label, value.count, value.is_checked, value.is_excluded, value.shape,
            value.colour.rgba() if value.colour is not None else None, is_focused, is_hovered, owner.largest,
            whole.width(), whole.height(), owner.theme.name, owner.font().key(), ratio,
        )  # fmt: skip
        pixmap = _PAINTED.get(look)
        if pixmap is None:
            pixmap = QPixmap(whole.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(owner.theme.colour("side"))
            with QPainter(pixmap) as painter_of_row:
                self._paint(painter_of_row, whole.size(), value, is_focused=is_focused, is_hovered=is_hovered)
            _PAINTED.keep(look, pixmap)
        painter.drawPixmap(whole.topLeft(), pixmap)

    def _paint(
        self, painter: QPainter, size: QSize, value: Value, *, is_focused: bool, is_hovered: bool
    ) -> None:
        owner, theme = self._owner, self._owner.theme
        rect, font = _as_designed(painter, QRectF(QPointF(0, 0), size), owner.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_focused:
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        middle = rect.center().y()
        _check_box(painter, QRectF(rect.left() + 6, middle - 7, 14, 14), value, theme)
        left = rect.left() + 28
        if value.shape:
            grey, ground = theme.colour("text_soft"), theme.colour("side")
            shapes.draw(painter, value.shape, QPointF(left + 6, middle), 5.0, grey, ground)
            left += 20
        metrics = QFontMetricsF(font)
        right = rect.right() - 6
        if is_hovered:
            right = (
                self._word(painter, translate("Filters", "only"), rect, right, theme.colour("accent_text"))
                - 8
            )
        else:
            count = grouped(value.count)
            self._word(painter, count, rect, right, theme.colour("text_soft"))
            room = metrics.horizontalAdvance(count)
            right -= max(room, metrics.horizontalAdvance("00")) + 8
            if value.colour is not None and value.count and owner.largest and not value.is_excluded:
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
        is_strong = (value.count or value.is_checked) and not value.is_excluded
        painter.setPen(theme.colour("text" if is_strong else "text_soft"))
        if value.is_excluded:
            struck = QFont(font)
            struck.setStrikeOut(True)
            painter.setFont(struck)
        text = metrics.elidedText(value.label, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(
            QRectF(left, rect.top(), right - left, rect.height()), Qt.AlignmentFlag.AlignVCenter, text
        )

    def _word(self, painter: QPainter, word: str, rect: QRectF, right: float, colour: QColor) -> float:
        """Write a word that ends at `right`; where it begins."""
        room = QFontMetricsF(painter.font()).horizontalAdvance(word)
        painter.setPen(colour)
        painter.drawText(
            QRectF(right - room, rect.top(), room, rect.height()), Qt.AlignmentFlag.AlignVCenter, word
        )
        return right - room


class CheckBox(QCheckBox):
    """A switch below a list, that looks like one of its rows."""

    def __init__(self, text: str, owner: "FacetList") -> None:
        super().__init__(text)
        self._owner = owner
        self.setFixedHeight(scaled(ROW_HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def hitButton(self, at: QPoint) -> bool:
        """The whole row answers, not only Qt's own box."""
        return self.rect().contains(at)

    def paintEvent(self, _: QPaintEvent) -> None:
        theme = self._owner.theme
        painter = QPainter(self)
        rect = _as_designed(painter, self.rect().toRectF(), self.font())[0]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        box = QRectF(rect.left() + 7, rect.center().y() - 7, 14, 14)
        _check_box(painter, box, Value("", "", 0, self.isChecked()), theme)
        painter.setPen(theme.colour("text_soft"))
        painter.drawText(rect.adjusted(29, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


def _as_designed(painter: QPainter, whole: QRectF, font: QFont) -> tuple[QRectF, QFont]:
    """Paint a row in the design's size from now on: its rectangle and font there."""
    by = factor(font)
    painter.translate(whole.topLeft())
    painter.scale(by, by)
    font = designed(font)
    painter.setFont(font)
    return QRectF(0, 0, whole.width() / by, whole.height() / by), font


def _check_box(painter: QPainter, box: QRectF, value: Value, theme: Theme) -> None:
    x, y = box.left(), box.top()
    if value.is_excluded:
        painter.setPen(QPen(theme.colour("warning"), 1.2))
        painter.setBrush(theme.colour("control"))
        painter.drawRoundedRect(box, 3.5, 3.5)
        painter.setPen(QPen(theme.colour("warning"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(x + 4, y + 7), QPointF(x + 10, y + 7))
        return
    colour = value.colour or theme.colour("accent")
    # An empty box still tells the colour of the lane.
    edge = colour if value.is_checked or value.colour is not None else theme.colour("text_soft")
    painter.setPen(QPen(edge, 1.2 if value.is_checked or value.colour is None else 2.0))
    painter.setBrush(colour if value.is_checked else theme.colour("control"))
    painter.drawRoundedRect(box, 3.5, 3.5)
    if value.is_checked:
        tick = theme.colour("on_accent") if value.colour is None else ink_on(value.colour)
        painter.setPen(
            QPen(tick, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.drawPolyline([QPointF(x + 3.4, y + 7.4), QPointF(x + 6, y + 10), QPointF(x + 10.8, y + 4.4)])
