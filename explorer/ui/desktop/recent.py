"""The databases opened last: a submenu of the program's menu, and a menu of its own for the key.

Whether they are still there is asked off the main thread: one may lie on a disk that sleeps.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from explorer import bundle
from explorer.domain.tongue import translate
from explorer.host.places import without_home
from explorer.ui.menus import open_menu
from explorer.ui.plain import add_action, set_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from explorer.ui.main_window import MainWindow


def others(window: "MainWindow") -> list[Path]:
    """The databases opened last but for the one that is open, the latest first."""
    database = window.collection.database
    present = database.path.absolute() if database is not None else None
    return [path for path in window.settings.recent_databases if path != present]


def name_of(path: Path, among: list[Path]) -> str:
    """The file's name, with its folder where another one is called the same."""
    if path == bundle.path("db", "diplomacy.db").absolute():
        return translate("Recent", "{file} (the bundled timeline)").format(file=path.name)
    is_alone = sum(other.name == path.name for other in among) == 1
    return path.name if is_alone else f"{path.name} – {without_home(str(path.parent))}"


def pop_up(window: "MainWindow") -> None:
    """Open the list as a menu of its own, where the program's menu opens."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fill(menu, window)
    button = window.toolbar.app_button
    at = button.mapToGlobal(button.rect().bottomLeft())
    open_menu(menu, at, translate("Toolbar", "Open recent"))


def fill(menu: QMenu, window: "MainWindow") -> None:
    """List the databases in a menu; those that are gone are told as such once that is known."""
    menu.clear()
    menu.setToolTipsVisible(True)
    paths = others(window)
    made: dict[Path, QAction] = {}
    for number, path in enumerate(paths, 1):
        before = f"&{number}  " if number < 10 else f"{number}  "
        action = add_action(menu, name_of(path, paths), before=before)
        set_tip(action, without_home(str(path)))
        action.triggered.connect(lambda _=False, path=path: window.open(path))
        made[path] = action
    if not paths:
        menu.addAction(translate("Recent", "No other database has been opened")).setEnabled(False)
        return
    menu.addSeparator()
    clear = menu.addAction(translate("Recent", "Clear this list"))

    def forget() -> None:
        window.settings.forget_recent()
        window.status.say(translate("Recent", "The list is empty"))

    clear.triggered.connect(forget)

    missing = translate("Recent", "{file} (not there)")

    def note(gone: set[Path]) -> None:
        for path in gone & made.keys():
            try:
                made[path].setText(missing.format(file=made[path].text()))
                made[path].setEnabled(False)
            except RuntimeError:
                # The menu has been closed, and the entry with it.
                return

    window.collection.loader.ask("recent", lambda: {path for path in paths if not path.is_file()}, note)
