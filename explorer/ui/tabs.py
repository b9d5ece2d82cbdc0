"""A bar of tabs of which only that claims the focus of a screen reader that has it, other than Qt's own."""

from typing import Any

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFocusEvent
from PySide6.QtWidgets import QAccessibleWidget, QTabBar

from explorer.ui.access import answers_through, set_states
from explorer.ui.access_parts import Part, Parts, Press, nothing, offered
from explorer.ui.voice import tell_row

_Text, _Role = QAccessible.Text, QAccessible.Role


class Tabs(QTabBar):
    """A bar of tabs. Each is described by its tooltip."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Later: Qt itself is about to say that the bar as a whole has the keyboard.
        QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        if self.hasFocus():
            tell_row(self, self.currentIndex())


class _TabsAccess(QAccessibleWidget):
    """The bar: a list of tabs."""

    def __init__(self, tabs: Tabs) -> None:
        super().__init__(tabs, _Role.PageTabList)
        self._tabs, self._parts = tabs, Parts()
        tabs.destroyed.connect(self._parts.clear)

    def state(self) -> QAccessible.State:
        # The tab that is shown has the focus, not the bar around it.
        return set_states(super().state(), "focused", is_on=False)

    def focusChild(self) -> QAccessibleInterface:
        return self.child(self._tabs.currentIndex()) if self._tabs.hasFocus() else nothing()

    def childCount(self) -> int:
        return self._tabs.count()

    def child(self, index: int) -> QAccessibleInterface:
        if not 0 <= index < self._tabs.count():
            return nothing()
        return self._parts.of((index,), lambda: _TabAccess(self._tabs, index))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.at if isinstance(child, _TabAccess) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return self.child(self._tabs.tabAt(self._tabs.mapFromGlobal(QPoint(x, y))))


class _TabAccess(Part):
    """One tab."""

    def __init__(self, tabs: Tabs, at: int) -> None:
        super().__init__(tabs)
        self._tabs, self.at = tabs, at
        self._press = Press(lambda: tabs.setCurrentIndex(at), tabs.setFocus)

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._tabs)

    def role(self) -> QAccessible.Role:
        return _Role.PageTab

    def state(self) -> QAccessible.State:
        state = set_states(QAccessible.State(), "focusable", "selectable")
        if not self._tabs.isTabVisible(self.at):
            set_states(state, "invisible")
        if self.at == self._tabs.currentIndex():
            set_states(state, "selected")
            set_states(state, "focused", "active", is_on=self._tabs.hasFocus())
        return state

    def rect(self) -> QRect:
        box = self._tabs.tabRect(self.at)
        return QRect(self._tabs.mapToGlobal(box.topLeft()), box.size())

    def text(self, t: QAccessible.Text) -> str:
        if t == _Text.Name:
            return self._tabs.tabText(self.at)
        return self._tabs.tabToolTip(self.at) if t == _Text.Description else ""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        return offered(self._press, kind)


answers_through(Tabs, _TabsAccess)
