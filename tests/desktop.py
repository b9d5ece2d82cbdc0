"""A desktop without a desk: a screen, a session bus and accessibility switched on, for one test."""

import os
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.patience import PROCESS
from tests.screen import virtual_screen


@contextmanager
def desktop(home: Path) -> Generator[dict[str, str]]:
    """The environment of programs on it. It ends with the block, `home` stays."""
    with virtual_screen() as display:
        home.chmod(0o700)
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_", "DBUS_"))
        }
        environment = kept | {
            "DISPLAY": display, "HOME": str(home), "XDG_RUNTIME_DIR": str(home),
            "XDG_CONFIG_HOME": str(home / "config"), "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_DATA_HOME": str(home / "data"),
            "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LC_ALL": "C.UTF-8",
        }  # fmt: skip
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        assert bus.stdout is not None
        try:
            environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
            yield environment
        finally:
            bus.terminate()
            bus.wait(PROCESS)
            bus.stdout.close()
