"""Random keys, words, clicks, drags, wheels, sizes, themes and files in the window, until something breaks.

    python -m tests.monkey DATABASE EVENTS SEED [--offscreen]

Everything happens in the window's own process, in a folder of its own that is gone afterwards. Without
--offscreen the window is a real one, under Xvfb. Prints one JSON line: what was done, and the memory after an
eighth and after all of it, both times with the same view and nothing else open. A crash, an exception that
nobody took and a complaint of Qt's end it with status 1 and with what was done last; the same seed does the
same again, but for what other threads answer when.
"""

import argparse
import ctypes
import faulthandler
import gc
import importlib
import json
import os
import pkgutil
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter, deque
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from shiboken6 import isValid

import explorer
from tests.odd_databases import NAMES, made
from tests.screen import virtual_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QWidget

    from explorer.state import ViewState
    from explorer.ui.main_window import MainWindow

ROOT: Final = Path(__file__).parents[1]
#: Share of the events after which memory is taken for the first time.
FIRST: Final = 8
#: Seconds after which something within an event must be waiting for an answer.
_HELD: Final = 0.5
#: Events that a failure tells of, two words each.
_TOLD: Final = 40
#: Turns of the event loop with nothing to do before memory is taken.
_CALM: Final = 200
#: What Qt says without anything being wrong: the offscreen platform, and menus on a server without a manager.
_NOISE: Final = (
    "This plugin does not support",
    "grabbing the",
    "XDG_RUNTIME_DIR",
    "Keyboard event not accepted",
    "Mouse event",
)
_WORDS: Final = (
    "zzqx", "kim", "letter", "summit", "2018", "after:2019", "kind:", "person:ki", '"', "-", "שלום", "金正恩",
    "a b c d e f", "\u200f", "😀", "%s", "<b>x</b>", "   ",
)  # fmt: skip
_PLAIN: Final = (
    "Escape", "F6", "Shift+F6", "Tab", "Shift+Tab", "Return", "Space", "Left", "Right", "Up", "Down", "Home",
    "End", "PgUp", "PgDown", "Delete", "Backspace", "Menu", "Shift+F10", "Alt+Down", "Shift+Left",
    "Shift+Right", "Ctrl+A", "Ctrl+Space", "Alt+Left", "Alt+Right",
)  # fmt: skip
#: Keys of actions that would end the session.
_NEVER: Final = {"quit"}


def main(arguments: list[str]) -> int:
    """The status: 0 when nothing broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.monkey", description=__doc__)
    parser.add_argument("database", metavar="DATABASE", help=f"a file, or one of {', '.join(NAMES)}")
    parser.add_argument("events", type=int, metavar="EVENTS")
    parser.add_argument("seed", type=int, metavar="SEED")
    parser.add_argument("--offscreen", action="store_true", help="no window, no Xvfb")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.inside:
        return Monkey(Path(chosen.database), chosen.events, chosen.seed).run()
    name = chosen.database if chosen.database in NAMES else str(Path(chosen.database).resolve())
    words = [name, str(chosen.events), str(chosen.seed)]
    if chosen.offscreen:
        return _start(words, {"QT_QPA_PLATFORM": "offscreen"})
    with virtual_screen() as display:
        return _start(words, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display})


def _start(words: list[str], environment: dict[str, str]) -> int:
    """Run the session in a process and a home of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_"))}
    with tempfile.TemporaryDirectory(prefix="detente-monkey-") as folder:
        own = {
            f"XDG_{kind}_HOME": f"{folder}/{kind.lower()}" for kind in ("CONFIG", "DATA", "CACHE", "STATE")
        }
        file = [str(made(words[0], Path(folder)))] if words[0] in NAMES else words[:1]
        own |= {"HOME": folder, "XDG_RUNTIME_DIR": folder, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-X", "faulthandler", "-m", "tests.monkey", *file, *words[1:], "--inside"],
            cwd=folder,
            env=kept | own | environment,
            check=False,
        )
    if done.returncode:
        print(
            f"The monkey broke it ({done.returncode}): python -m tests.monkey {' '.join(words)}",
            file=sys.stderr,
        )
    return 1 if done.returncode else 0


class Monkey:
    """One session; `run` is over when all is done or something broke."""

    def __init__(self, database: Path, events: int, seed: int) -> None:
        self._events, self._random = events, random.Random(seed)
        self._seed, self._done, self._name = seed, 0, database.stem
        self._counts: Counter[str] = Counter()
        self._last: deque[str] = deque(maxlen=_TOLD)
        self._broken: list[str] = []
        self._mib: list[float] = []
        self._calm, self._begun = 0, 0.0
        self._files = [Path.cwd() / f"{name}.db" for name in ("first", "second")]
        for file in self._files:
            shutil.copy(database, file)
        self._odd = Path.cwd() / "no database.db"
        self._odd.write_text("no database")
        self._deeds: list[tuple[int, Callable[[], str]]] = [
            (30, self._press), (10, self._type), (8, self._act), (24, self._click), (7, self._drag),
            (12, self._wheel), (3, self._hover), (2, self._resize), (1, self._turn_theme), (1, self._open),
            (2, self._rest),
        ]  # fmt: skip

    def run(self) -> int:
        """The status; see the module."""
        from PySide6.QtCore import QTimer, qInstallMessageHandler

        from explorer import app as program
        from explorer.ui.desktop.settings import Forgotten, Settings
        from explorer.ui.main_window import MainWindow

        faulthandler.enable()
        # What is loaded once, when first needed, is no growth: SQLAlchemy, pandas, the writers of files.
        for module in pkgutil.walk_packages(explorer.__path__, "explorer."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
        self._app = program.application(["detente"])
        sys.excepthook = lambda _kind, error, _trace: self._break(error)
        sys.unraisablehook = lambda unraisable: self._break(unraisable.exc_value)
        threading.excepthook = lambda args: self._break(args.exc_value)
        qInstallMessageHandler(self._hear)
        _guard(Path.cwd(), self._random)
        window = self._window = MainWindow(Settings(Forgotten()), "light")
        self._locks = _Locked(window)
        program.begin(window, self._files[0])
        window.ready.connect(lambda: QTimer.singleShot(500, self._begin))
        self._app.exec()
        self._print()
        sys.stdout.flush()
        # What Qt and Python clear away when a process ends is no part of the session.
        os._exit(1 if self._broken else 0)

    # One event after another

    def _begin(self) -> None:
        from PySide6.QtCore import QTimer

        self._home: ViewState = self._window.store.state
        self._window.activateWindow()
        self._watch = QTimer()
        self._watch.setInterval(100)
        self._watch.timeout.connect(self._look)
        self._watch.start()
        self._soon()

    def _soon(self) -> None:
        from PySide6.QtCore import QTimer

        # A timer of its own each time: none comes again before what it called is through.
        self._begun = 0.0
        QTimer.singleShot(0, self._tick)

    def _look(self) -> None:
        """Go on within a dialog that keeps whoever opened it waiting."""
        if self._begun and time.monotonic() - self._begun > _HELD:
            self._soon()

    def _tick(self) -> None:
        if self._broken:
            self._app.exit(1)
            return
        if self._done in (self._events // FIRST, self._events) and len(self._mib) < 2:
            if not self._is_home():
                self._soon()
                return
            self._mib.append(_resident())
            if self._done == self._events:
                self._app.exit(0)
                return
        if self._done >= self._events:
            self._app.exit(0)
            return
        self._done += 1
        if _put_away_foreign():
            self._soon()
            return
        weights, deeds = zip(*self._deeds, strict=True)
        deed = self._random.choices(deeds, weights)[0]
        self._counts[deed.__name__.strip("_")] += 1
        self._last.append(deed.__name__.strip("_"))
        number, self._begun = self._done, time.monotonic()
        self._last.append(deed())
        if number == self._done:
            # Else whatever came within it has gone on already.
            self._soon()

    def _is_home(self) -> bool:
        """True once all is closed, answered and drawn with the view of the beginning; brings it nearer."""
        from PySide6.QtWidgets import QDialog

        popup = self._app.activePopupWidget()
        if popup is not None:
            popup.close()
            return False
        for shell in self._app.topLevelWidgets():
            if isinstance(shell, QDialog) and shell.isVisible():
                shell.reject()
                return False
        window = self._window
        if window.collection.is_busy or (window.restoring is not None and window.restoring.is_busy):
            return False
        if window.collection.database is None or window.collection.database.path != self._files[0]:
            window.open(self._files[0])
            return False
        if window.store.state != self._home:
            window.cards.end()
            window.show_view(self._home)
            return False
        if window.size().toTuple() != (1440, 900):
            window.resize(1440, 900)
            return False
        self._calm += 1
        return self._calm % _CALM == 0

    # What it does

    def _target(self) -> "QWidget":
        """Where input goes: a menu, else a dialog, else the window."""
        app, window = self._app, self._window
        target = app.activePopupWidget() or app.activeModalWidget() or app.activeWindow() or window
        return target.window()

    def _place(self) -> "tuple[QWidget, Any, Any]":
        """What input goes to, what QTest hands it to there, and a point in that.

        The window gets it as from the window system, with all that follows from it. QTest would not live on
        if that deleted what it was handed to, as it does menus and dialogs: these get it as widgets.
        """
        from PySide6.QtCore import QPoint

        target = self._target()
        if not target.isActiveWindow() and target is not self._app.activePopupWidget():
            target.activateWindow()
        wide, high = max(1, target.width()), max(1, target.height())
        at = QPoint(self._random.randrange(wide), self._random.randrange(high))
        if target is self._window:
            return target, target.windowHandle(), at
        child = target.childAt(at) or target
        return target, child, child.mapFrom(target, at)

    def _press(self) -> str:
        return self._keys(self._random.choice(_PLAIN))

    def _act(self) -> str:
        names = [name for name in self._window.actions_by_name if name not in _NEVER]
        keys = self._window.actions_by_name[self._random.choice(sorted(names))].shortcuts()
        return self._keys(self._random.choice(keys).toString()) if keys else ""

    def _keys(self, keys: str) -> str:
        from PySide6.QtGui import QKeySequence

        sequence: Any = QKeySequence(keys)
        combination: Any = sequence[0]
        self._strike(combination.key(), combination.keyboardModifiers())
        return keys

    def _strike(self, *key: Any) -> None:
        from PySide6.QtTest import QTest

        target, into, _ = self._place()
        if target is not self._window:
            focus = self._app.focusWidget()
            into = focus if focus is not None and target.isAncestorOf(focus) else target
        QTest.keyClick(into, *key)

    def _type(self) -> str:
        words = self._random.choice(_WORDS)
        if self._random.random() < 0.5:
            self._keys("Ctrl+F")
        for letter in words:
            # Letters beyond ASCII have no key in QTest.
            if letter.isascii():
                self._strike(letter)
        from PySide6.QtWidgets import QLineEdit

        focus: Any = self._app.focusWidget()
        if not words.isascii() and isinstance(focus, QLineEdit):
            focus.insert(words)
        return words

    def _modifiers(self) -> Any:
        from PySide6.QtCore import Qt

        kinds = Qt.KeyboardModifier
        return self._random.choices(
            [kinds.NoModifier, kinds.ShiftModifier, kinds.ControlModifier, kinds.AltModifier], [20, 2, 2, 1]
        )[0]

    def _click(self) -> str:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        _, into, at = self._place()
        buttons = Qt.MouseButton
        button = self._random.choices(
            [buttons.LeftButton, buttons.RightButton, buttons.MiddleButton, buttons.BackButton], [20, 4, 1, 1]
        )[0]
        held, steps = self._modifiers(), [QTest.mousePress, QTest.mouseRelease]
        if self._random.random() < 0.15:
            steps = [*steps, QTest.mouseDClick]
        for step in steps:
            # What is clicked may be gone with the press, and QTest would not notice.
            if isValid(into):
                step(into, button, held, at)
        return f"{button.name} {at.toTuple()}"

    def _hover(self) -> str:
        from PySide6.QtTest import QTest

        _, into, at = self._place()
        QTest.mouseMove(into, at)
        return f"{at.toTuple()}"

    def _drag(self) -> str:
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        target, into, first = self._place()
        last = QPoint(self._random.randrange(target.width() + 1), self._random.randrange(target.height() + 1))
        held = self._modifiers()
        QTest.mousePress(into, Qt.MouseButton.LeftButton, held, first)
        for step in range(1, 5):
            if isValid(into):
                QTest.mouseMove(into, first + (last - first) * step / 4)
        if isValid(into):
            QTest.mouseRelease(into, Qt.MouseButton.LeftButton, held, last)
        return f"{first.toTuple()} {last.toTuple()}"

    def _wheel(self) -> str:
        from PySide6.QtCore import QPoint, QPointF
        from PySide6.QtGui import QWindow
        from PySide6.QtTest import QTest

        _, into, at = self._place()
        notches = self._random.choice((-600, -120, 120, 600))
        delta = QPoint(notches, 0) if self._random.random() < 0.2 else QPoint(0, notches)
        if isinstance(into, QWindow):
            QTest.wheelEvent(into, QPointF(at), delta, QPoint(), self._modifiers())
        return f"{delta.toTuple()} at {at.toTuple()}"

    def _resize(self) -> str:
        size = self._random.randrange(700, 1560), self._random.randrange(440, 980)
        self._window.resize(*size)
        return f"{size}"

    def _turn_theme(self) -> str:
        name = self._random.choice(("light", "dark", "system"))
        self._window.theme_picked.emit(name)
        return name

    def _open(self) -> str:
        file = self._random.choice((*self._files, self._odd))
        self._window.open_file(file)
        return file.name

    def _rest(self) -> str:
        from PySide6.QtTest import QTest

        QTest.qWait(self._random.choice((1, 50, 300)))
        return ""

    # What goes wrong

    def _break(self, error: BaseException | None) -> None:
        if error is not None and not isinstance(error, SystemExit):
            self._broken.append("".join(traceback.format_exception(error)))

    def _hear(self, _kind: "QtMsgType", _context: "QMessageLogContext", text: str) -> None:
        if not text.startswith(_NOISE):
            self._broken.append(f"Qt: {text}")

    def _print(self) -> None:
        told: dict[str, Any] = {"monkey": self._name, "events": self._done, "seed": self._seed}
        told["mib"] = [round(mib, 1) for mib in self._mib]
        if len(self._mib) == 2:
            told["growth"] = round(self._mib[1] / self._mib[0], 3)
        told["did"] = dict(self._counts)
        print(json.dumps(told))
        for text in self._broken[:3]:
            print(text, file=sys.stderr)
        if self._broken:
            print(f"Event {self._done} of seed {self._seed}; before it: {list(self._last)}", file=sys.stderr)


class _Locked:
    """Keeps the window open, whatever asks it to close."""

    def __init__(self, window: "MainWindow") -> None:
        from PySide6.QtCore import QEvent, QObject

        class Filter(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Close:
                    event.ignore()
                    return True
                return super().eventFilter(watched, event)

        self._filter = Filter()
        window.installEventFilter(self._filter)


def _guard(folder: Path, dice: random.Random) -> None:
    """What leaves the window stays in the folder: file dialogs name files in it, nothing is opened."""
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtGui import QDesktopServices
    from PySide6.QtWidgets import QFileDialog

    from explorer.ui.desktop import another

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    number = iter(range(1_000_000))

    def opened(*_: object, **__: object) -> tuple[str, str]:
        return dice.choice(("", str(folder / "first.db"), str(folder / "second.db"))), ""

    def saved(*_: object, **__: object) -> tuple[str, str]:
        # Over and over into a few files: a session must not fill the disk.
        return dice.choice(("", str(folder / f"saved {next(number) % 5}"))), ""

    QFileDialog.getOpenFileName = opened  # type: ignore[method-assign, assignment]
    QFileDialog.getSaveFileName = saved  # type: ignore[method-assign, assignment]
    QDesktopServices.openUrl = lambda _: True  # type: ignore[method-assign, assignment]
    another.open_another = lambda _: 0


def _put_away_foreign() -> bool:
    """Close a dialog of Qt's own that could print or write elsewhere, before anything is typed into it."""
    from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog
    from PySide6.QtWidgets import QApplication, QFileDialog

    for shell in QApplication.topLevelWidgets():
        if shell.isVisible() and isinstance(shell, QPrintDialog | QPageSetupDialog | QFileDialog):
            shell.reject()
            return True
    return False


def _resident() -> float:
    """MiB that the process holds once Python and the C library have given back what they need not keep."""
    for _ in range(3):
        gc.collect()
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).malloc_trim(0)
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    return 0.0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
