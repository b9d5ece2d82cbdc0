"""What every test stands on: no display, no language, no home of the user's; and real windows on real data.

The environment is set when this file is read, before anything imports Qt.
"""

import atexit
import gc
import os
import random
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
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


# Nothing here depends on how fast the machine is, and each run tries other cases than the last.
hypothesis.settings.register_profile(
    "any-machine",
    deadline=None,
    derandomize=False,
    print_blob=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("any-machine")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Draw the seed of this run, and let pass what the offscreen platform says of windows and menus."""
    # Before hypothesis reads it; the processes of pytest-xdist get the options of the first one.
    if config.option.hypothesis_seed is None:
        config.option.hypothesis_seed = str(random.SystemRandom().randrange(2**32))
    for lacking in (r"propagateSizeHints\(\)", r"raise\(\)", "grabbing the (keyboard|mouse)"):
        config.addinivalue_line("qt_log_ignore", f"^This plugin does not support {lacking}$")


@pytest.hookimpl(trylast=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Say by which seed this run can be had again; a quiet run has no other header."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None and not hasattr(session.config, "workerinput"):
        reporter.write_line(_seed_of(session.config))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> None:
    """Say it again below a failure."""
    if exitstatus not in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
        terminalreporter.write_line(_seed_of(config))


def _seed_of(config: pytest.Config) -> str:
    return f"The seed of this run: --hypothesis-seed={config.option.hypothesis_seed}"


@pytest.fixture
def qtbot(qapp: "QApplication", request: pytest.FixtureRequest) -> "QtBot":
    """pytest-qt's own, with the patience of these tests."""
    from tests.patience import PatientBot

    return PatientBot(request)


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
            with qtbot.waitSignal(window.ready):
                window.open(bundled() if path == "bundled" else Path(path), request)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.waitUntil(lambda: not window.collection.is_busy)
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
