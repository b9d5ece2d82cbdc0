"""Small pieces shared by the panels: chips, links, section titles, and a layout that wraps."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from explorer.ui.actions import is_command
from explorer.ui.plain import Label, caption, set_tip


def label(text: str, role: str = "", scale: float = 1.0, *, is_selectable: bool = False) -> QLabel:
    """A wrapping label; `role` is what resources/style.qss knows, `scale` relates to the base font."""
    made = Label(text)
    made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    if scale != 1.0:
        font = made.font()
        font.setPixelSize(max(9, round(font.pixelSize() * scale)))
        made.setFont(font)
    if is_selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def section(text: str) -> QLabel:
    """The small capital heading of a section."""
    made = label(text.upper(), "section", 0.82)
    made.setAccessibleName(text)
    return made


def button(text: str, role: str = "", tooltip: str = "") -> QPushButton:
    """A push button in one of the roles of resources/style.qss: "chip", "link", "filter" or plain."""
    made = QPushButton(text)
    # An ampersand in a name is no mnemonic.
    made.setText(caption(text))
    made.setAccessibleName(text)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    # A click leaves the keyboard where it was: on the timeline, as a rule.
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if role:
        made.setProperty("role", role)
    if tooltip:
        set_tip(made, tooltip)
    return made


class Field(QLineEdit):
    """A line to type in that leaves the window's shortcuts with Ctrl to the window."""

    def event(self, event: QEvent) -> bool:
        if is_command(event):
            event.ignore()
            return False
        return super().event(event)


class ElidedButton(QPushButton):
    """A button whose text ends in … where there is no room for all of it; its tooltip tells the rest."""

    def __init__(self, text: str, role: str = "", tooltip: str = "") -> None:
        super().__init__(caption(text))
        self._whole = text
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("role", role)
        set_tip(self, tooltip or text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint as the style does, but for the text, which is cut to the room there is."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, inside.width() + 1)
        option.text = caption(shown)  # type: ignore[attr-defined] - the stubs lack it
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()


def on_click(pressed: QAbstractButton, do: Callable[[], object]) -> None:
    """Call `do`, without Qt's own argument, at each click."""

    def run() -> None:
        do()

    pressed.clicked.connect(run)


def card(name: str) -> tuple[QFrame, QVBoxLayout]:
    """A framed box with its layout; `name` is its object name in the style sheet."""
    frame = QFrame()
    frame.setObjectName(name)
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(13, 11, 13, 12)
    inside.setSpacing(6)
    return frame, inside


class Elided(Label):
    """A label of one line that ends in "…" where it has no room; `text()` stays whole."""

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class FlowLayout(QLayout):
    """Lays widgets out left to right and wraps like text."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 7) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override] - Qt takes None for "no more"
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override] - Qt takes None for "no more"
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), moves=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        x, y, row = rect.x(), rect.y(), 0
        placed: list[tuple[QLayoutItem, QRect]] = []

        def end_row() -> None:
            # On one middle: a label is lower than a button.
            for item, place in placed if moves else ():
                item.setGeometry(place.translated(0, (row - place.height()) // 2))
            placed.clear()

        for item in self._items:
            widget = item.widget()
            # Put away on purpose, not merely in a parent that is still to be shown.
            explicit = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
            if widget is not None and widget.isHidden() and widget.testAttribute(explicit):
                continue
            size = item.sizeHint()
            width = min(size.width(), rect.width())
            if x > rect.x() and x + width > rect.x() + rect.width():
                end_row()
                x, y, row = rect.x(), y + row + self.spacing(), 0
            placed.append((item, QRect(QPoint(x, y), QSize(width, size.height()))))
            x += width + self.spacing()
            row = max(row, size.height())
        end_row()
        return y + row - rect.y()


def clear(layout: QLayout) -> None:
    """Remove and delete everything a layout holds."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def stretch(widget: QWidget) -> QWidget:
    """Let a widget take the width there is."""
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return widget
