"""The room that a screen leaves for windows: none opens larger than that, or reaches beyond it."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

#: What window managers put around a window: its sides together, its title and its lower edge.
_FRAME: Final = QSize(8, 36)


def room_for(window: QWidget) -> QSize:
    """The largest size that a window may have on its screen, beside panels and with its own frame."""
    return window.screen().availableSize() - _FRAME


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give a window that is to be shown a size, or as much of it as the screen has room for."""
    parent, room = window.parentWidget(), room_for(window)
    if parent is not None:
        # A little of what it belongs to is seen around it.
        room = room.boundedTo(parent.size() - QSize(40, 40))
    least = window.minimumSizeHint().boundedTo(room_for(window))
    # A layout alone would have the window as large as all in it asks for.
    window.setMinimumSize(least)
    window.resize(QSize(width, height).boundedTo(room).expandedTo(least))
