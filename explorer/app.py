"""The desktop program: starts Qt, shows the window, opens the database; takes pictures without a display."""

import contextlib
import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QHashSeed, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from explorer import __version__, bundle
from explorer.host.terminal import warn
from explorer.ui import theme
from explorer.ui.application import Application
from explorer.ui.desktop.language import language_for, speak_in
from explorer.ui.desktop.settings import Forgotten, Settings
from explorer.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

    from PySide6.QtGui import QImage

    from explorer.domain.errors import ExplorerError
    from explorer.domain.figure import Figure
    from explorer.domain.view_request import ViewRequest
    from explorer.host.instance import Instance
    from explorer.ui.figure.scene import Scene

#: What malloc.h calls it, and the bytes from which an array counts as large.
_M_MMAP_THRESHOLD = -3
_LARGE = 2**20

#: Seconds that a picture may take before something must be wrong.
_PATIENCE = 600


def run_window(
    path: Path | None,
    view: "ViewRequest",
    *,
    is_export: bool = False,
    instance: "Instance | None" = None,
) -> int:
    """Show the window until it is closed: on `path`, on what was shown last, or on the bundled database.

    With `is_export`, the path is that of an exported file, and the window shows `view` of its database. With
    `instance`, the window is the one that later starts hand their files to, and that keeps the session.
    """
    from explorer.domain.view_request import ViewRequest
    from explorer.ui.desktop.arrivals import Arrivals
    from explorer.ui.desktop.ending import Ending
    from explorer.ui.desktop.failures import Failures
    from explorer.ui.desktop.journal import Journal
    from explorer.ui.desktop.session import Session

    app = application(sys.argv[:1])
    failures = Failures()
    failures.install()
    window = failures.window = MainWindow(Settings())
    is_plain = path is None and view == ViewRequest()
    session = Session(window) if instance is not None else None
    arrivals, journal, _ = Arrivals(window, instance), Journal(window), Ending(window)
    window.furnished.connect(journal.watch)
    # After what the call itself asks for.
    window.furnished.connect(lambda: QTimer.singleShot(0, arrivals.begin))
    if session is not None and not is_plain:
        window.furnished.connect(session.follow)

    def settle() -> None:
        # The log is loaded when the first picture is on the screen.
        journal.begin(is_first=instance is not None)
        arrivals.settle()

    start = session.begin if session is not None and is_plain else None
    begin(window, path or window.settings.last_database or bundled(), view, is_export=is_export, start=start)
    # After what `begin` does then.
    window.ready.connect(lambda: QTimer.singleShot(0, settle))
    status = app.exec()
    journal.end()
    failures.remove()
    if instance is not None:
        instance.close()
    return status


def begin(
    window: MainWindow,
    path: Path,
    view: "ViewRequest | None" = None,
    *,
    is_export: bool = False,
    start: "Callable[[], object] | None" = None,
) -> None:
    """Show a window, furnish it and open a database in it, or call `start`, once the application runs."""
    window.show()
    # The shell is on the screen before numpy and the panes are loaded.
    QTimer.singleShot(0, lambda: open_in(window, path, view, is_export=is_export, start=start))
    window.ready.connect(lambda: QTimer.singleShot(0, lambda: _complete(window)))


def _complete(window: MainWindow) -> None:
    window.finish()
    # What has been built until now stays: the collector need not look through it amid a movement.
    gc.freeze()


def _return_memory() -> None:
    """Let the C library give what is freed of large arrays back to the system, where it is glibc.

    Otherwise it would keep up to 32 MB of each kind for itself, in several places.
    """
    import ctypes

    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE)


def open_in(
    window: MainWindow,
    path: Path,
    view: "ViewRequest | None" = None,
    *,
    is_export: bool = False,
    start: "Callable[[], object] | None" = None,
) -> None:
    """Furnish a window that has been painted and open a database in it, or the view of an export.

    Where `start` is given, it opens what is to be shown.
    """
    from PySide6.QtGui import QIcon

    window.setWindowIcon(QIcon(str(bundle.path("resources", "icons", "detente.svg"))))
    window.furnish()
    if start is not None:
        start()
    elif is_export:
        window.open_file(path, view)
    else:
        from explorer.ui.desktop.asking import Asking

        Asking(window, path, view)


def take_screenshot(
    out: Path, path: Path, view: "ViewRequest", size: tuple[int, int], scale: float, theme_name: str
) -> None:
    """Write a PNG of the whole window: `size` pixels, `scale` device pixels to each. Raises ExplorerError."""
    window = staged(path, view, size, scale, theme_name)
    picture = window.grab().toImage()
    _finish(window, picture, out)


def export_picture(
    out: "Path | IO[bytes]",
    path: Path,
    view: "ViewRequest",
    figure: "Figure",
    format_name: str,
    progress: "Callable[[int, int], bool] | None" = None,
    *,
    has_notes: bool = False,
) -> int:
    """Write a picture of the timeline alone, as png, svg or pdf; with `has_notes` it has the reader's stars.

    The answer is by how many pixels it is higher than asked for. Raises ExplorerError.
    """
    window = staged(path, view, (1440, 900), 1.0, figure.theme, has_notes=has_notes)
    from explorer.domain.provenance import showing
    from explorer.ui.figure.writing import write_figure

    scenes: list[Scene] = []
    failures: list[ExplorerError] = []
    try:
        provenance = showing(window.provenances.now(), figure.extent)
        window.composer.ask("export", figure, provenance, scenes.append, failures.append)
        while not scenes and not failures:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        if failures:
            raise failures[0]
        write_figure(out, scenes[0], format_name, progress)
        return scenes[0].grown
    finally:
        window.close()


def application(arguments: list[str]) -> QApplication:
    """The one QApplication, with our name, font and theme."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # Qt orders what it writes into a PDF by its hashes: the same picture must be the same file.
    QHashSeed.setDeterministicGlobalSeed()
    QApplication.setApplicationName("detente")
    QApplication.setApplicationDisplayName("Détente")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("detente")
    QApplication.setStyle("Fusion")
    # Seconds after which a busy worker hands the interpreter over to the main thread.
    sys.setswitchinterval(0.001)
    _return_memory()
    app = Application(arguments or ["detente"])
    settings = Settings()
    speak_in(app, language_for(settings.language))
    theme.apply(app, theme.theme_for(settings.theme))
    return app


def bundled() -> Path:
    """The database that comes with the program."""
    return bundle.path("db", "diplomacy.db")


def staged(
    path: Path,
    view: "ViewRequest",
    size: tuple[int, int],
    scale: float,
    theme_name: str,
    *,
    has_notes: bool = False,
) -> MainWindow:
    """A window that no display shows, fully drawn, as it looks when it has just been opened."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_without_noise)
    # Set before the application starts: Qt reads it once.
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    app = application([])
    theme.apply(app, theme.theme_for(theme_name))
    # Nothing of the user's own settings shows in a picture, and nothing is left in them.
    settings = Settings(Forgotten())
    settings.hint_dismissed = True
    window = MainWindow(settings, theme_name)
    window.resize(*size)
    window.show()
    loop = QEventLoop()
    failures: list[ExplorerError] = []
    window.furnish()
    window.finish()
    window.collection.shows_notes = window.exports_notes = has_notes
    window.collection.failed.connect(failures.append)
    window.ready.connect(loop.quit)
    window.ready.connect(gc.freeze)
    QTimer.singleShot(_PATIENCE * 1000, loop.quit)
    window.open(path, view)
    loop.exec()
    # A large database gives counts and titles later, titles only of what has been drawn once.
    for _ in range(4):
        app.processEvents()
        window.stage.repaint()
        # What a lock refuses is asked again for ever: a picture is not waited for so long.
        while not failures and (window.collection.is_busy or window.stage.is_busy):
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    window.detail.show_important(window.timeline.most_important())
    if failures:
        window.close()
        raise failures[0]
    if window.collection.shortcoming:
        warn(f"detente: {window.collection.shortcoming}")
    return window


def _without_noise(_: QtMsgType, _context: object, text: str) -> None:
    # The offscreen platform says this of every window; it means nothing to who asked for a picture.
    if "propagateSizeHints" not in text:
        warn(*text.split("\n"))


def _finish(window: MainWindow, picture: "QImage", out: Path) -> None:
    """Write a picture as PNG, whole or not at all; the window is closed. Raises ExportError."""
    from PySide6.QtCore import QBuffer, QIODevice

    from explorer.formats.writing import ExportError, write_whole

    try:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if not picture.save(buffer, "PNG", 80):  # type: ignore[call-overload] - the stubs lack the device overload
            raise ExportError("The picture could not be encoded.", "Choose a smaller size.")
        with write_whole(out, "wb") as stream:
            stream.write(buffer.data().data())
    finally:
        window.close()
