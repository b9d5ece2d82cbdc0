"""Reduced motion: the preference, GTK's and KDE's files, and the desktop's portal are all heard."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.ui import motion
from explorer.ui.desktop.settings import Forgotten, Settings
from explorer.ui.motion import WISH
from explorer.ui.stillness import Stillness, is_asked_in_files

#: A desktop's portal of its own: it says what it is told to, and what changes later.
PORTAL = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QSocketNotifier, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant
app = QCoreApplication([])
reduced = int(sys.argv[1])

@ClassInfo({"D-Bus Interface": "org.freedesktop.portal.Settings"})
class Portal(QObject):
    @Slot(str, str, result="QDBusVariant")
    def ReadOne(self, namespace, key):
        return QDBusVariant(reduced if key == "reduced-motion" else True)

portal, bus = Portal(), QDBusConnection.sessionBus()
path = "/org/freedesktop/portal/desktop"
assert bus.registerObject(path, portal, QDBusConnection.RegisterOption.ExportAllSlots)
assert bus.registerService("org.freedesktop.portal.Desktop")
print("ready", flush=True)

def change():
    signal = QDBusMessage.createSignal(path, "org.freedesktop.portal.Settings", "SettingChanged")
    signal.setArguments(["org.freedesktop.appearance", "reduced-motion", QDBusVariant(1 - reduced)])
    bus.send(signal)

notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
notifier.activated.connect(lambda *_: (sys.stdin.readline(), change()))
QTimer.singleShot(250_000, app.quit)
app.exec()
"""

#: Says "reduced" or "" once at the start and once when that has changed, as the window would hear it.
LISTENER = """
import sys
from PySide6.QtCore import QTimer
from explorer.app import application
from explorer.ui.motion import WISH
from explorer.ui.desktop.settings import Forgotten, Settings
from explorer.ui.stillness import Stillness
app = application(["detente"])
stillness = Stillness(Settings(Forgotten()))
said = []

def look():
    wish = app.property(WISH)
    if not said or said[-1] != wish:
        said.append(wish)
        print(f"wish {wish!r}", flush=True)

timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
QTimer.singleShot(250_000, app.quit)
app.exec()
"""


@pytest.fixture
def stillness(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Stillness]:
    """On a desktop that says nothing, watched."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr(QApplication, "platformName", lambda: "xcb")
    made = Stillness(Settings(Forgotten()))
    yield made
    qapp.setProperty(WISH, None)
    made.deleteLater()


def test_the_preference_has_the_last_word(stillness: Stillness) -> None:
    usual = motion.is_reduced()
    assert usual == motion.is_reduced_by_style()
    stillness.pick("reduced")
    assert motion.is_reduced()
    stillness.pick("full")
    assert not motion.is_reduced()
    stillness.pick("system")
    assert motion.is_reduced() == usual


def test_nobody_watches_offscreen(qapp: QApplication) -> None:
    assert QApplication.platformName() == "offscreen"
    assert motion.is_reduced()


@pytest.mark.parametrize(
    ("name", "text", "still"),
    [
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations = false\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-theme-name=50% grey\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("kdeglobals", "no section\n", False),
        ("kdeglobals", "[KDE\n\udcff", False),
    ],
)
def test_the_files_of_desktops_are_read(tmp_path: Path, name: str, text: str, *, still: bool) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert is_asked_in_files({"XDG_CONFIG_HOME": str(tmp_path)}) == still
    assert is_asked_in_files({"HOME": str(tmp_path / "elsewhere")}) is False


@pytest.mark.skipif(sys.platform != "linux", reason="portals are Linux's")
@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")
@pytest.mark.parametrize("reduced", [0, 1])
def test_the_portal_is_heard_at_the_start_and_when_it_changes(tmp_path: Path, reduced: int) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DBUS_")}
    environment |= {"XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    root = str(Path(__file__).resolve().parents[2])
    with contextlib.ExitStack() as stack:

        def start(*words: str) -> subprocess.Popen[str]:
            made = subprocess.Popen(
                words, env=environment, cwd=root, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
            )
            stack.enter_context(made)
            # Before waiting for it, whatever has happened.
            stack.callback(made.kill)
            return made

        def hears(process: subprocess.Popen[str], line: str) -> bool:
            assert process.stdout is not None
            return any(said == f"{line}\n" for said in process.stdout)

        bus = start("dbus-daemon", "--session", "--nofork", "--print-address=1")
        assert bus.stdout is not None
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        portal = start(sys.executable, "-c", PORTAL, str(reduced))
        assert hears(portal, "ready")
        listener = start(sys.executable, "-c", LISTENER)
        first, other = ("''", "'reduced'")[:: -1 if reduced else 1]
        assert hears(listener, f"wish {first}")
        assert portal.stdin is not None
        portal.stdin.write("change\n")
        portal.stdin.flush()
        assert hears(listener, f"wish {other}")


def test_a_window_keeps_the_preference(qtbot: QtBot) -> None:
    settings = Settings(Forgotten())
    made = Stillness(settings)
    made.pick("reduced")
    assert settings.motion == "reduced"
    made.pick("system")
    assert settings.motion == "system"
    made.deleteLater()
