"""A section of the left panel: a heading that opens and closes it, "clear" while it restricts anything.

What is inside is made when the section is first opened: a closed one costs two buttons.
"""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleStateChangeEvent,
    QContextMenuEvent,
    QEnterEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from explorer.domain.filter import EventFilter
from explorer.domain.tongue import translate
from explorer.state import Store
from explorer.ui.access import answers_through, set_states
from explorer.ui.access_parts import Pressable
from explorer.ui.collection import Collection
from explorer.ui.desktop.settings import Settings
from explorer.ui.menus import open_menu
from explorer.ui.plain import add_action, caption, set_tip
from explorer.ui.sizes import scaled
from explorer.ui.theme import Theme
from explorer.ui.widgets import Elided, button

_HEAD = 24


class Section(QWidget):
    """One part of the filter. A kind of section overrides `make`, `update_body` and so on.

    `turned` follows opening and closing; `walked` is emitted with -1 or 1 when an arrow key leaves the
    heading for the one above or below.
    """

    turned = Signal()
    walked = Signal(int)

    def __init__(
        self,
        name: str,
        title: str,
        store: Store,
        collection: Collection,
        settings: Settings,
        theme: Theme,
        *,
        is_open: bool,
    ) -> None:
        super().__init__()
        self.name, self.title = name, title
        self.store, self.collection, self.settings, self.theme = store, collection, settings, theme
        # As high as what is in it, in any size of text: the panel scrolls.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._body: QWidget | None = None
        self._is_open = settings.opens_section(name, is_open)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 4)
        self._inside.setSpacing(3)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 2, 0)
        head.setSpacing(4)
        self.heading = Heading(title, self)
        self.heading.clicked.connect(lambda: self.open(not self._is_open))
        head.addWidget(self.heading, 1)
        self.chosen = Elided("")
        self.chosen.setProperty("role", "accent")
        self.chosen.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.chosen.setMinimumWidth(1)
        self.chosen.hide()
        head.addWidget(self.chosen)
        tip = translate("Filters", "Clear the choice in {title}").format(title=title)
        self.clear_button = button(translate("Filters", "clear"), "link", tip)
        self.clear_button.setAccessibleName(translate("Filters", "Clear {title}").format(title=title))
        self.clear_button.clicked.connect(self.clear)
        size = self.clear_button.sizePolicy()
        size.setRetainSizeWhenHidden(True)
        self.clear_button.setSizePolicy(size)
        self.clear_button.hide()
        head.addWidget(self.clear_button)
        self._inside.addLayout(head)

    # What a kind of section is

    def has_values(self) -> bool:
        """True when there is anything to choose from; the section is hidden otherwise."""
        raise NotImplementedError

    def make(self, inside: QVBoxLayout) -> None:
        """Build what stands below the heading."""
        raise NotImplementedError

    def update_body(self) -> None:
        """Show the present filter and counts. Called only while the section is open."""
        raise NotImplementedError

    def lifted(self, wanted: EventFilter) -> EventFilter:
        """A filter without what this section restricts."""
        raise NotImplementedError

    def in_short(self, wanted: EventFilter) -> str:
        """What is chosen, in a word or two, for the heading of a closed section; "" for nothing."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """What Tab comes to inside, in order."""
        raise NotImplementedError

    def main_stop(self) -> QWidget:
        """What of them a shortcut goes to."""
        return self.stops()[0]

    def fill_menu(self, menu: QMenu) -> None:
        """Put the section's own choices into its menu."""

    # What all have in common

    @property
    def is_open(self) -> bool:
        return self._is_open

    def open(self, is_open: bool = True) -> None:
        """Open or close the section, and remember it."""
        if is_open != self._is_open:
            self._is_open = is_open
            self.settings.keep_section(self.name, is_open)
        self.refresh()
        self.turned.emit()

    def refresh(self) -> None:
        """Show the present state of the filter and of the counts."""
        has_values = self.collection.index is not None and self.has_values()
        self.setVisible(has_values)
        if not has_values:
            return
        if self._is_open and self._body is None:
            self._body = QWidget()
            inside = QVBoxLayout(self._body)
            inside.setContentsMargins(0, 0, 0, 8)
            inside.setSpacing(4)
            self.make(inside)
            self._inside.addWidget(self._body)
            previous: QWidget = self.clear_button
            for stop in self.stops():
                QWidget.setTabOrder(previous, stop)
                previous = stop
        short = self.in_short(self.store.state.filter)
        self.heading.show_state(self._is_open, short)
        self.chosen.setText(short)
        set_tip(self.chosen, short)
        self.chosen.setVisible(bool(short) and not self._is_open)
        self.clear_button.setVisible(bool(short))
        if self._body is not None:
            self._body.setVisible(self._is_open)
            if self._is_open:
                self.update_body()

    def clear(self) -> None:
        """Lift what this section restricts."""
        if self.clear_button.hasFocus():
            # The button goes away; the keyboard stays in the section.
            self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self.store.edit(filter=self.lifted(self.store.state.filter))

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        self.theme = theme
        self.heading.update()
        self.refresh()

    def menu(self) -> QMenu:
        """Everything the section can do; the caller pops it up."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        clears = add_action(menu, translate("Filters", "Clear {title}").format(title=self.title), self.clear)
        clears.setEnabled(not self.clear_button.isHidden())
        close, open_it = translate("Filters", "Close the section"), translate("Filters", "Open the section")
        menu.addAction(close if self._is_open else open_it, self.heading.click)
        return menu


class Heading(QPushButton):
    """The title of a section in small capitals; a click or Enter opens and closes it.

    Left closes, Right opens, Up and Down go to the headings above and below, the menu key shows what the
    section can do, as a right click does and the dots at its end, which come with the pointer.
    """

    def __init__(self, title: str, owner: Section) -> None:
        super().__init__(owner)
        self._title, self._owner = title, owner
        self._is_open, self._has_pointer = True, False
        self.setProperty("role", "heading")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(scaled(_HEAD))
        font = self.font()
        font.setPixelSize(max(9, round(font.pixelSize() * 0.82)))
        font.setBold(True)
        font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, 1)
        self.setFont(font)
        self.setText(caption(title.upper()))
        # Title and arrow: what is chosen gives way.
        self.setMinimumWidth(round(QFontMetricsF(font).horizontalAdvance(title.upper())) + 24)

    @property
    def is_open(self) -> bool:
        """Whether what stands below is shown."""
        return self._is_open

    def show_state(self, is_open: bool, short: str) -> None:
        """Say whether the section is open and what is chosen in it."""
        was_open, self._is_open = self._is_open, is_open
        self.setAccessibleName(", ".join(filter(None, (self._title, short))))
        if is_open != was_open and QAccessible.isActive():
            told = QAccessibleStateChangeEvent(self, set_states(QAccessible.State(), "expanded"))
            QAccessible.updateAccessibility(told)
        tip = translate("Filters", "Open {title} (Enter); right click for more")
        if is_open:
            tip = translate("Filters", "Close {title} (Enter); right click for more")
        set_tip(self, tip.format(title=self._title))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        theme = self._owner.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        title = self._title.upper()
        painter.setFont(self.font())
        painter.setPen(theme.colour("text" if self._has_pointer else "text_soft"))
        rect = self.rect().toRectF().adjusted(6, 0, -2, 0)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        x, y = rect.left() + metrics.horizontalAdvance(title) + 7, rect.center().y()
        painter.setPen(QPen(theme.colour("text_soft"), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if not self._is_open:
            painter.drawPolyline([QPointF(x, y - 3.5), QPointF(x + 3.5, y), QPointF(x, y + 3.5)])
        elif self._has_pointer or self.hasFocus():
            painter.drawPolyline([QPointF(x, y - 1.7), QPointF(x + 3.5, y + 1.8), QPointF(x + 7, y - 1.7)])
        if self._has_pointer or self.hasFocus():
            painter.setBrush(theme.colour("text_soft"))
            painter.setPen(Qt.PenStyle.NoPen)
            for dot in range(3):
                painter.drawEllipse(QPointF(rect.right() - 5 - 5 * dot, y), 1.4, 1.4)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 1.2))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 2, -1, -2), 4, 4)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self.rect().contains(place) and place.x() > self.width() - 22 and self.isDown():
            self.setDown(False)
            at = self.mapToGlobal(self.rect().bottomRight() - QPoint(20, 0))
            open_menu(self._owner.menu(), at, self._title, by_key=False)
            return
        super().mouseReleaseEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._has_pointer = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._has_pointer = False
        super().leaveEvent(event)
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what the section can do."""
        place = event.globalPos()
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if by_key:
            place = self.mapToGlobal(self.rect().bottomLeft())
        open_menu(self._owner.menu(), place, self._title, by_key=by_key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._owner.open(key == Qt.Key.Key_Right)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._owner.walked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._owner.clear()
        else:
            super().keyPressEvent(event)


def _access_to(heading: Heading) -> Pressable:
    return Pressable(heading, QAccessible.Role.Button, heading.click, lambda: heading.is_open)


answers_through(Heading, _access_to)
