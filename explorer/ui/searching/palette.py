"""The command palette: a field to type into and, beneath it, all that can be done, best first.

It lies over the window, so that what a command does is seen at once, and is there only while it is open.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

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
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.tongue import translate
from explorer.ui.plain import Label, tip
from explorer.ui.searching.choices import Choice
from explorer.ui.theme import Theme
from explorer.ui.voice import tell_row

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

#: Pixels: the card's width and distance from the top, a row, the heading above the first of a group.
_WIDTH: Final = 620
_TOP: Final = 64
_ROW: Final = 32
_HEADING: Final = 28
_ROWS: Final = 11

#: Pixels of the card that are no rows: the field, and air.
_HEAD: Final = 62

#: Names of what was used last that are kept.
_KEPT: Final = 12

_ANY = QModelIndex | QPersistentModelIndex
_Rank = Callable[[str, Sequence[str]], list[Choice]]


class Choices(QAbstractListModel):
    """The rows in the order in which they stand; a row that begins a group has its name above it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Choice] = []
        self.is_grouped = False

    def show(self, rows: list[Choice], *, is_grouped: bool) -> None:
        self.beginResetModel()
        self.rows, self.is_grouped = rows, is_grouped
        self.endResetModel()

    def heading(self, row: int) -> str:
        """The name of the group that begins with this row, or nothing."""
        group = self.rows[row].group
        begins = self.is_grouped and (row == 0 or self.rows[row - 1].group != group)
        return group if begins else ""

    def rowCount(self, parent: _ANY = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _ANY, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(choice)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(choice.why_not) or None
        return None

    def flags(self, _: _ANY) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def spoken(choice: Choice) -> str:
    """A row as it is read aloud."""
    return ", ".join(
        filter(None, (choice.text, _on() * choice.is_on, *choice.keys, choice.why_not, choice.group))
    )


def _on() -> str:
    return translate("Palette", "on", "what a command switches is switched on")


class _Painter(QStyledItemDelegate):
    def __init__(self, rows: Choices, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows, self.theme, self._font = rows, theme, parent.font()

    def sizeHint(self, _: QStyleOptionViewItem, index: _ANY) -> QSize:
        return QSize(100, _ROW + _HEADING * bool(self._rows.heading(index.row())))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _ANY) -> None:
        theme, choice = self.theme, self._rows.rows[index.row()]
        rect = QRectF(option.rect)  # type: ignore[attr-defined] - Qt's stubs leave fields out
        is_current = self.parent().currentIndex().row() == index.row()  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading = self._rows.heading(index.row())
        if heading:
            self._draw_heading(painter, QRectF(rect.left(), rect.top(), rect.width(), _HEADING), heading)
            rect.setTop(rect.top() + _HEADING)
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(rect.adjusted(6, 1, -6, -1), 6, 6)
        rect = rect.adjusted(18, 0, -16, 0)
        if choice.why_not:
            right = self._draw_note(painter, rect, choice.why_not)
        elif choice.keys:
            right = self._draw_keys(painter, rect, choice.keys[:2])
        elif not self._rows.is_grouped:
            right = self._draw_note(painter, rect, choice.group)
        else:
            right = rect.right()
        if choice.is_on:
            right = self._draw_note(painter, rect.adjusted(0, 0, right - rect.right() - 12, 0), _on())
        rect.setRight(right - 14)
        self._draw_text(painter, rect, choice)
        painter.restore()

    def _draw_heading(self, painter: QPainter, rect: QRectF, text: str) -> None:
        font = QFont(self._font)
        font.setPixelSize(max(9, round(self._font.pixelSize() * 0.82)))
        font.setWeight(QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1)
        painter.setFont(font)
        painter.setPen(self.theme.colour("text_soft"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(rect.adjusted(18, 0, 0, -5), flags, text.upper())

    def _draw_note(self, painter: QPainter, rect: QRectF, text: str) -> float:
        """Draw soft words at the right; the answer is where they begin."""
        painter.setFont(self._font)
        painter.setPen(self.theme.colour("text_soft"))
        metrics = QFontMetricsF(self._font)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() * 0.6)
        left = rect.right() - metrics.horizontalAdvance(text)
        painter.drawText(QRectF(left, rect.top(), rect.right() - left, rect.height()), _MIDDLE, text)
        return left

    def _draw_keys(self, painter: QPainter, rect: QRectF, keys: Sequence[str]) -> float:
        """Draw shortcuts as caps at the right; the answer is where they begin."""
        font = QFont(self._font)
        font.setPixelSize(max(9, round(self._font.pixelSize() * 0.88)))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        left = rect.right()
        for key in reversed(keys):
            width = max(22.0, metrics.horizontalAdvance(key) + 13)
            cap = QRectF(left - width, rect.center().y() - 10, width, 20)
            draw_cap(painter, cap, key, self.theme)
            left -= width + 6
        return left

    def _draw_text(self, painter: QPainter, rect: QRectF, choice: Choice) -> None:
        """Draw the row's text, the letters that were found strong."""
        plain, strong = QFont(self._font), QFont(self._font)
        strong.setWeight(QFont.Weight.Bold)
        colour = self.theme.colour("text_soft" if choice.why_not else "text")
        found = self.theme.colour("accent_text")
        text = choice.text
        whole = QFontMetricsF(strong).horizontalAdvance(text)
        if whole > rect.width():
            text = QFontMetricsF(strong).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        left = rect.left()
        for first, last, is_found in _stretches(text, choice.places):
            part, font = text[first:last], strong if is_found else plain
            painter.setFont(font)
            painter.setPen(found if is_found else colour)
            width = QFontMetricsF(font).horizontalAdvance(part)
            painter.drawText(QRectF(left, rect.top(), width + 2, rect.height()), _MIDDLE, part)
            left += width


_MIDDLE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def _stretches(text: str, places: Sequence[int]) -> list[tuple[int, int, bool]]:
    """The text in stretches of letters found and not found: (first, after the last, found)."""
    found, made, first = set(places), list[tuple[int, int, bool]](), 0
    for place in range(1, len(text) + 1):
        if place == len(text) or (place in found) != (first in found):
            made.append((first, place, first in found))
            first = place
    return made


def draw_cap(painter: QPainter, cap: QRectF, text: str, theme: Theme) -> None:
    """Draw a key of the keyboard."""
    painter.setPen(QPen(theme.colour("control_line"), 1))
    painter.setBrush(theme.colour("side"))
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(theme.colour("text_soft"))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, text)


class Palette(QWidget):
    """The palette over one window. `closed` follows when it goes, whether or not something was chosen."""

    closed = Signal()

    def __init__(self, window: "MainWindow", rank: _Rank, typed: str = "", hint: str = "") -> None:
        super().__init__(window)
        self._window, self._rank = window, rank
        self._before = window.focusWidget()
        self.setAccessibleName(translate("Palette", "All commands"))
        self.card = QFrame(self)
        self.card.setObjectName("paletteCard")
        shadow = QGraphicsDropShadowEffect(self.card)
        shadow.setBlurRadius(42)
        shadow.setOffset(0, 12)
        shadow.setColor(QColor(0, 0, 0, 150 if window.theme.name == "dark" else 70))
        self.card.setGraphicsEffect(shadow)
        self.field = QLineEdit(typed)
        self.field.setObjectName("paletteField")
        self.field.setPlaceholderText(
            hint or translate("Palette", "Type a command, a person, a place, a saved view…")
        )
        self.field.setAccessibleName(translate("Palette", "Command"))
        self.rows = Choices(self)
        self.list = QListView()
        self.list.setObjectName("paletteList")
        self.list.setAccessibleName(translate("Palette", "Commands"))
        self.list.setModel(self.rows)
        self._painter = _Painter(self.rows, window.theme, self.list)
        self.list.setItemDelegate(self._painter)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.nothing = Label(translate("Palette", "Nothing of that name"))
        self.nothing.setProperty("role", "soft")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(1, 8, 1, 8)
        inside.setSpacing(6)
        inside.addWidget(self.field)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.nothing, 1)
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._click)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.selectionModel().currentChanged.connect(self._announce)
        window.installEventFilter(self)
        self._place()
        self._search(typed)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the field move through the rows; the palette follows the window's size."""
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.Resize:
                self._place()
            return False
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            # What the window would take for a shortcut of its own.
            event.accept()
            return True
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        if kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            still_ours = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
            if event.reason() not in still_ours:
                self._before = None
                self.dismiss()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card puts the palette away."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def dismiss(self) -> None:
        """Go, and give the keyboard back to what had it."""
        if self.isHidden():
            return
        self.field.removeEventFilter(self)
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def _press(self, event: QKeyEvent) -> bool:
        key, page = event.key(), _ROWS - 2
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Tab: 1,
            Qt.Key.Key_Backtab: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
        }
        if key == Qt.Key.Key_Escape:
            self.dismiss()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex().row())
        elif key in steps:
            self._move(steps[Qt.Key(key)])
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        count = len(self.rows.rows)
        if not count:
            return
        row = self.list.currentIndex().row() + step
        # One step past an end comes round; a page stops there.
        row = row % count if abs(step) == 1 else max(0, min(row, count - 1))
        self.list.setCurrentIndex(self.rows.index(row))
        if row == 0:
            self.list.scrollToTop()

    def _search(self, typed: str) -> None:
        found = self._rank(typed, self._window.settings.recent_commands)
        self.rows.show(found, is_grouped=not typed.strip())
        self._place()
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self.rows.index(0))
            self.list.scrollToTop()

    def _run(self, row: int) -> None:
        if not 0 <= row < len(self.rows.rows):
            return
        choice = self.rows.rows[row]
        if choice.why_not:
            return
        settings = self._window.settings
        others = [name for name in settings.recent_commands if name != choice.name]
        settings.recent_commands = (choice.name, *others)[:_KEPT]
        self.dismiss()
        choice.run()

    def _click(self, index: QModelIndex) -> None:
        self._run(index.row())

    def _announce(self, now: QModelIndex) -> None:
        if now.isValid():
            # The field keeps the keyboard: a screen reader is told of the row that Enter takes.
            tell_row(self.list, now.row())

    def _place(self) -> None:
        whole = self._window.rect()
        self.setGeometry(whole)
        width = min(_WIDTH, whole.width() - 40)
        rows = self.rows.rows
        wanted = sum(_ROW + _HEADING * bool(self.rows.heading(row)) for row in range(min(len(rows), _ROWS)))
        height = min(_HEAD + max(wanted, _ROW), whole.height() - _TOP - 40)
        self.card.setGeometry((whole.width() - width) // 2, _TOP, width, height)


def _is_ours(event: QKeyEvent) -> bool:
    return event.key() in (
        Qt.Key.Key_Escape,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    ) and not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
