"""Opening a menu: by its name, and at an entry, so that a screen reader has something to say."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu


def open_menu(menu: QMenu, at: QPoint, name: str, *, by_key: bool = True) -> None:
    """Show a menu at a point of the screen; opened by a key, it begins with its first entry."""
    # Without one, Qt calls it by the program's name.
    menu.setAccessibleName(name)
    menu.popup(at)
    first = next(
        (action for action in menu.actions() if action.isEnabled() and not action.isSeparator()), None
    )
    if by_key and first is not None:
        menu.setActiveAction(first)
