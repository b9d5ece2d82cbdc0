"""Which widgets answer screen readers themselves, where Qt would say too little of them.

Nothing is made before a screen reader, or the like, asks.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QStackedWidget, QWidget

_makers: dict[type, Callable[[Any], QAccessibleInterface | None]] = {}
_installed: list[Callable[[str, QObject], QAccessibleInterface | None]] = []


def answers_through(kind: type, make: Callable[[Any], QAccessibleInterface | None]) -> None:
    """Widgets of a class answer through what `make` makes of them; as Qt does where that is None."""
    _makers[kind] = make


def install() -> None:
    """From now on widgets that are made answer so. Once is enough; more often does no harm."""
    if not _installed:
        _installed.append(_made_for)
        QAccessible.installFactory(_made_for)


def set_states(state: QAccessible.State, *names: str, is_on: bool = True) -> QAccessible.State:
    """Turn some of Qt's flags on or off, which the stubs lack."""
    for name in names:
        setattr(state, name, 1 if is_on else 0)
    return state


class Holder(QAccessibleWidget):
    """What merely holds others, the one with the keyboard among them: it does not claim the focus itself.

    Qt lets whoever has a focus proxy claim it. Of a stack, as Qt has it, only the pages can be reached, not
    what lies over them, and readers say "layered pane".
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Client)

    def state(self) -> QAccessible.State:
        return set_states(super().state(), "focused", is_on=False)


answers_through(QStackedWidget, Holder)


def _made_for(_: str, asked: QObject) -> QAccessibleInterface | None:
    for kind in type(asked).__mro__:
        if kind in _makers:
            return _makers[kind](asked)
    return None
