"""What later starts of the program, and on macOS the desktop, hand to the window that runs.

app.run_window makes one for the window that holds the lock (host/instance.py).
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, QTimer, Signal

from explorer.domain.tongue import translate
from explorer.host.instance import Call, Instance
from explorer.ui.application import Application

if TYPE_CHECKING:
    from explorer.domain.view_request import ViewRequest
    from explorer.ui.main_window import MainWindow

#: Milliseconds between looks where the system does not tell of new files.
_LOOKS: Final = 300


class Arrivals(QObject):
    """Shows each call in the window and brings that to the front; `arrived` carries the call."""

    arrived = Signal(object)

    def __init__(self, window: "MainWindow", instance: Instance | None) -> None:
        super().__init__(window)
        self._window, self._instance = window, instance
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOKS)
        self._timer.timeout.connect(self._look)
        window.closing.connect(self.end)

    def begin(self) -> None:
        """Take calls from now on, first those that wait already. The window must be furnished."""
        app = QCoreApplication.instance()
        if isinstance(app, Application):
            app.file_opened.connect(self._show_file)
            while app.waiting:
                self._show_file(app.waiting.pop(0))
        if self._instance is not None:
            if not self._watcher.addPath(str(self._instance.folder)):
                self._timer.start()
            self._look()

    def settle(self) -> None:
        """The window is complete: from now on, one that takes no call within a second hangs."""
        if self._instance is not None:
            self._instance.say_ready(True)

    def end(self) -> None:
        """Take no more calls: a start that comes now waits until the lock is free."""
        self._timer.stop()
        if self._instance is not None:
            if self._watcher.directories():
                self._watcher.removePaths(self._watcher.directories())
            self._instance.say_ready(False)
            self._instance = None

    def show(self, call: Call) -> None:
        """Show what the call names, as far as it is not shown already, and the window before others."""
        window = self._window
        path = Path(call.path) if call.path else None
        database = window.collection.database
        is_open = database is not None and path == database.path.absolute()
        request = _read(call.view) if call.view else None
        if path is not None and call.is_export:
            window.open_file(path, request)
        elif path is not None and request is not None and not is_open:
            window.open(path, request)
        elif path is not None and not is_open:
            window.open_file(path)
        elif request is not None:
            window.views.show(request, translate("Views", "This view"))
        self._come_to_front(call.token)
        self.arrived.emit(call)

    def _show_file(self, name: str) -> None:
        self.show(Call(path=str(Path(name).absolute())))

    def _look(self) -> None:
        if self._instance is not None:
            for call in self._instance.taken():
                self.show(call)

    def _come_to_front(self, token: str) -> None:
        window = self._window
        if token:
            # Wayland lets only that window come to the front which shows what the user's click is known by.
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()
        os.environ.pop("XDG_ACTIVATION_TOKEN", None)


def _read(line: str) -> "ViewRequest | None":
    from explorer.domain.errors import ExplorerError
    from explorer.domain.view_line import read_line

    try:
        return read_line(f"detente {line}")[1]
    except ExplorerError:
        return None
