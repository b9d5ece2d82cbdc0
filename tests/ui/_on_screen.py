"""Shows the window and every dialog as on a first start, and says as JSON where they stand.

    python -m tests.ui._on_screen POINTS FOLDER

The platform, with its screen, comes from the environment.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QDialog, QWidget

from explorer import app as program
from explorer.ui.desktop.settings import Forgotten, Settings
from explorer.ui.main_window import MainWindow

DIALOGS = (
    "export", "preferences", "shortcuts", "about", "print", "save-view", "edit-views", "search-help",
    "report",
)  # fmt: skip


def main(arguments: list[str]) -> None:
    """Print one object: the screen's room, and of each window its box and what is out of reach in it."""
    app = program.application(["detente"])
    if points := int(arguments[0]):
        font = app.font()
        font.setPointSize(points)
        app.setFont(font)
    window = MainWindow(Settings(Forgotten()), "light")
    program.begin(window, program.bundled())
    _until(lambda: hasattr(window, "regions"))
    QTest.qWait(100)
    said = {"room": app.primaryScreen().availableGeometry().getRect(), "window": _of(window)}
    window.grab().save(str(Path(arguments[1]) / "window.png"))
    for name in DIALOGS:
        window.actions_by_name[name].trigger()
        _until(_dialogs)
        QTest.qWait(200)
        for dialog in _dialogs():
            said[name] = _of(dialog)
            dialog.grab().save(str(Path(arguments[1]) / f"{name}.png"))
            dialog.reject()
        QTest.qWait(10)
    print(json.dumps(said))
    sys.stdout.flush()
    os._exit(0)


def _until(true: Callable[[], object]) -> None:
    for _ in range(2_000):
        if true():
            return
        QTest.qWait(20)


def _dialogs() -> list[QDialog]:
    shells = program.QApplication.topLevelWidgets()
    return [shell for shell in shells if isinstance(shell, QDialog) and shell.isVisible()]


def _of(window: QWidget) -> dict[str, object]:
    least = window.minimumSize()
    return {
        "box": window.frameGeometry().getRect(),
        "size": [window.width(), window.height()],
        "least": [least.width(), least.height()],
        "cut": [
            f"{button.text() or button.accessibleName()} {_box(button, window).getRect()}"
            for button in window.findChildren(QAbstractButton)
            if button.isVisible()
            and not _scrolls(button)
            and not window.rect().contains(_box(button, window))
        ],
    }


def _box(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def _scrolls(widget: QWidget) -> bool:
    """Whether it stands in something that can be scrolled to it, or is a part of what scrolls."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


if __name__ == "__main__":
    main(sys.argv[1:])
