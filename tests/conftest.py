"""What every test stands on: no display, no language, no home of the user's; and real windows on real data.

The environment is set when this file is read, before anything imports Qt.
"""

import atexit
import gc
import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from explorer.domain.view_request import ViewRequest
    from explorer.ui.desktop.settings import Settings
    from explorer.ui.main_window import MainWindow

_HOME = tempfile.mkdtemp(prefix="detente-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ.update(
    {
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
        "HOME": _HOME,
        "XDG_CONFIG_HOME": f"{_HOME}/config",
        "XDG_DATA_HOME": f"{_HOME}/data",
        "XDG_CACHE_HOME": f"{_HOME}/cache",
        "XDG_STATE_HOME": f"{_HOME}/state",
        "XDG_RUNTIME_DIR": f"{_HOME}/run",
    }
)
for _name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "LANGUAGE"):
    os.environ.pop(_name, None)

for _number in (signal.SIGINT, getattr(signal, "SIGHUP", None)):
    # Whoever starts the tests in the background may have had them ignored, and children inherit that.
    if _number is not None and signal.getsignal(_number) == signal.SIG_IGN:
        signal.signal(_number, signal.SIG_DFL if _number != signal.SIGINT else signal.default_int_handler)

#: Milliseconds that anything may take before a test gives up on it.
PATIENCE = 10_000


def pytest_configure(config: pytest.Config) -> None:
    """Let pass what the offscreen platform says of every window and every menu."""
    for lacking in (r"propagateSizeHints\(\)", r"raise\(\)", "grabbing the (keyboard|mouse)"):
        config.addinivalue_line("qt_log_ignore", f"^This plugin does not support {lacking}$")


@pytest.fixture(scope="session")
def qapp() -> "QApplication":
    """The program's own application: its name, font, style and theme. pytest-qt's `qtbot` uses it."""
    from explorer.app import application

    return application(["detente"])


@pytest.fixture
def no_leaks(qapp: "QApplication") -> Iterator[None]:
    """Fail a test after which a top-level widget is left that was not there before it."""
    before = set(_shells(qapp))
    yield
    _collect()
    left = [repr(widget) for widget in set(_shells(qapp)) - before]
    assert not left, f"top-level widgets left behind: {left}"


@pytest.fixture
def make_window(
    qapp: "QApplication", no_leaks: None, qtbot: "QtBot"
) -> Iterator[Callable[..., "MainWindow"]]:
    """Build windows as the program does; each shows its database, or its failure, when it is returned.

    Arguments: the database (default: the bundled one; None: none), `settings`, `size`, `theme`, `request`.
    """
    from explorer.app import bundled
    from explorer.ui.desktop.settings import Forgotten, Settings
    from explorer.ui.main_window import MainWindow
    from explorer.ui.theme import apply, theme_for

    made: list[MainWindow] = []

    def make(
        path: Path | str | None = "bundled",
        *,
        settings: "Settings | None" = None,
        size: tuple[int, int] | None = (1440, 900),
        theme: str = "light",
        request: "ViewRequest | None" = None,
    ) -> MainWindow:
        if settings is None:
            settings = Settings(Forgotten())
            settings.hint_dismissed = True
        apply(qapp, theme_for(theme))
        window = MainWindow(settings, theme)
        made.append(window)
        if size is not None:
            window.resize(*size)
        window.show()
        window.furnish()
        window.finish()
        if path is not None:
            with qtbot.waitSignal(window.ready, timeout=PATIENCE):
                window.open(bundled() if path == "bundled" else Path(path), request)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
        qtbot.waitUntil(lambda: not window.collection.is_busy, timeout=PATIENCE)
        return window

    yield make
    while made:
        window = made.pop()
        window.close()
        window.deleteLater()
        del window
    _collect()


@pytest.fixture
def window(make_window: Callable[..., "MainWindow"]) -> "MainWindow":
    """A window of 1440 × 900 on the bundled database, its first event read."""
    return make_window()


def _shells(app: "QApplication") -> list[object]:
    # Qt keeps one label for all tooltips.
    return [widget for widget in app.topLevelWidgets() if widget.metaObject().className() != "QTipLabel"]


def _collect() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
