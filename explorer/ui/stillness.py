"""Whether anything may move: the user's preference, else what the desktop asks for.

Qt tells macOS's and Windows's wish by the style. On Linux it does not: the desktop portal is asked, without
waiting for it, and the files in which GTK and KDE keep theirs are read.
"""

import configparser
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtWidgets import QApplication

from explorer.ui.desktop.settings import Settings
from explorer.ui.motion import WISH

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusPendingCallWatcher

_SERVICE: Final = "org.freedesktop.portal.Desktop"
_PATH: Final = "/org/freedesktop/portal/desktop"
_INTERFACE: Final = "org.freedesktop.portal.Settings"

#: What the portal may be asked for, and the answer that means: nothing is to move.
ASKED: Final = {
    ("org.freedesktop.appearance", "reduced-motion"): 1,
    ("org.gnome.desktop.interface", "enable-animations"): False,
}

#: File below the configuration folder, section, name, and what values mean the same there.
_FILES: Final = (
    ("gtk-4.0/settings.ini", "Settings", "gtk-enable-animations", {"0", "false"}),
    ("gtk-3.0/settings.ini", "Settings", "gtk-enable-animations", {"0", "false"}),
    ("kdeglobals", "KDE", "AnimationDurationFactor", {"0", "0.0"}),
)


class Stillness(QObject):
    """Keeps the application's wish up to date: of the preference, and of the desktop as far as it says."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._wishes: dict[tuple[str, str], bool] = {}
        if sys.platform == "linux":
            self._wishes[("files", "")] = is_asked_in_files(os.environ)
            self._ask_portal()
        self._apply()

    def pick(self, value: str) -> None:
        """Keep a preference: "system", "reduced" or "full"."""
        self._settings.motion = value
        self._apply()

    def _apply(self) -> None:
        chosen = self._settings.motion
        if chosen == "system":
            chosen = "reduced" if any(self._wishes.values()) else ""
        app = QApplication.instance()
        assert app is not None
        app.setProperty(WISH, chosen)

    def _ask_portal(self) -> None:
        if not _has_bus(os.environ):
            return
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        for namespace, key in ASKED:
            call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _INTERFACE, "ReadOne")
            call.setArguments([namespace, key])
            watcher = QDBusPendingCallWatcher(bus.asyncCall(call), self)

            def take(done: "QDBusPendingCallWatcher", namespace: str = namespace, key: str = key) -> None:
                self._take(namespace, key, done)

            watcher.finished.connect(take)
        slot = SLOT("setting_changed(QString,QString,QDBusVariant)")
        bus.connect(_SERVICE, _PATH, _INTERFACE, "SettingChanged", self, slot)  # type: ignore[call-overload] - the stubs lack bytes

    def _take(self, namespace: str, key: str, done: "QDBusPendingCallWatcher") -> None:
        # A desktop that does not know the setting answers with an error: it has no wish then.
        answer = [] if done.isError() else done.reply().arguments()
        if answer:
            self._learn(namespace, key, answer[0])
        done.deleteLater()

    @Slot("QString", "QString", "QDBusVariant")
    def setting_changed(self, namespace: str, key: str, value: Any) -> None:
        """Follow the desktop while the program runs."""
        self._learn(namespace, key, value)

    def _learn(self, namespace: str, key: str, value: Any) -> None:
        if (namespace, key) in ASKED:
            plain = value.variant() if hasattr(value, "variant") else value
            self._wishes[(namespace, key)] = plain == ASKED[(namespace, key)]
            self._apply()


def is_asked_in_files(environment: Mapping[str, str]) -> bool:
    """True when GTK's or KDE's own settings say that nothing is to move. What cannot be read says nothing."""
    home = environment.get("HOME", "")
    folder = Path(environment.get("XDG_CONFIG_HOME") or Path(home, ".config"))
    for name, section, key, still in _FILES:
        read = configparser.ConfigParser(interpolation=None, strict=False)
        try:
            read.read(folder / name, encoding="utf-8")
            value = read.get(section, key, fallback="")
        except (configparser.Error, OSError, UnicodeDecodeError):
            continue
        if value.strip().lower() in still:
            return True
    return False


def _has_bus(environment: Mapping[str, str]) -> bool:
    # Without an address, Qt's library would start a bus of its own.
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    return bool(environment.get("DBUS_SESSION_BUS_ADDRESS")) or bool(
        runtime and Path(runtime, "bus").exists()
    )
