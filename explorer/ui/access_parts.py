"""What accessible objects of our own are made of: parts without a widget, what presses and keeps them."""

from collections.abc import Callable, Collection
from typing import Any, cast

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from explorer.ui.access import set_states

_Kind = QAccessible.InterfaceType


def nothing() -> QAccessibleInterface:
    """What Qt takes for no object."""
    return cast("QAccessibleInterface", None)


class Press(QAccessibleActionInterface):
    """The one thing to do with an object, `do`; `focus` gives the keyboard to what it is on."""

    def __init__(self, do: Callable[[], object], focus: Callable[[], object]) -> None:
        super().__init__()
        self._do, self._focus = do, focus

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()]

    def doAction(self, name: str) -> None:
        self._do()
        if name == QAccessibleActionInterface.setFocusAction():
            self._focus()

    def keyBindingsForAction(self, _name: str) -> list[str]:
        return []


def offered(press: Press | None, kind: QAccessible.InterfaceType) -> Any:
    """What an object's `interface_cast` answers that offers nothing but to be pressed."""
    # Anything but a null pointer of shiboken's own, None too, would be taken for an interface.
    return press if press is not None and kind == _Kind.ActionInterface else shiboken6.VoidPtr(0)


class Part(QAccessibleInterface):
    """A part of a widget that is no widget itself, with what all of them answer alike."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__()
        self._owner = owner

    def isValid(self) -> bool:
        return shiboken6.isValid(self._owner)

    def object(self) -> QObject:
        return cast("QObject", None)

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Nothing here can be written to."""

    def focusChild(self) -> QAccessibleInterface:
        return nothing()

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface:
        return nothing()

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        return nothing()


class Parts:
    """The parts that Qt knows of. Each is Qt's to delete, and told to when it is no longer needed."""

    def __init__(self) -> None:
        self._known: dict[tuple[Any, ...], tuple[int, Part]] = {}

    def __len__(self) -> int:
        return len(self._known)

    def of(self, key: tuple[Any, ...], make: Callable[[], Part]) -> Part:
        """The part of a key, made when it is first asked for."""
        found = self._known.get(key)
        if found is None:
            part = make()
            found = self._known[key] = QAccessible.registerAccessibleInterface(part), part
        return found[1]

    def drop_all_but(self, wanted: Collection[tuple[Any, ...]]) -> None:
        """Let go of all but these. Never within an answer to Qt."""
        for key in [key for key in self._known if key not in wanted]:
            number, _ = self._known.pop(key)
            QAccessible.deleteAccessibleInterface(number)

    def clear(self) -> None:
        """Let go of all: the widget is gone."""
        self.drop_all_but(())


class Pressable(QAccessibleWidget):
    """A button of a kind that Qt does not know: a link, or with `is_open` one that opens something."""

    def __init__(
        self,
        button: QWidget,
        role: QAccessible.Role,
        press: Callable[[], object],
        is_open: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(button, role)
        self._is_open = is_open
        self._press = Press(press, button.setFocus)

    def state(self) -> QAccessible.State:
        state = super().state()
        if self._is_open is not None:
            set_states(state, "expandable")
            set_states(state, "expanded" if self._is_open() else "collapsed")
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        return offered(self._press, kind)
