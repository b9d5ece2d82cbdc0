"""What is heard of ten keys: what reaches the accessibility bus, and what Orca makes of it, word by word.

The listener, and Orca, are of the system's own Python, with what Debian has for it.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.desktop import desktop
from tests.patience import PROCESS, until

ROOT = Path(__file__).resolve().parents[2]
PYTHON = "/usr/bin/python3"
_LACKING = [name for name in ("Xvfb", "dbus-daemon", "xdotool") if shutil.which(name) is None]


def _has(module: str) -> bool:
    asked = [PYTHON, "-c", f"import {module}"]
    return Path(PYTHON).exists() and subprocess.run(asked, check=False, capture_output=True).returncode == 0


if not Path("/usr/libexec/at-spi-bus-launcher").is_file():
    _LACKING.append("at-spi2-core")
if not _has("pyatspi"):
    _LACKING.append("python3-pyatspi")
pytestmark = [
    pytest.mark.window,
    pytest.mark.slow,
    pytest.mark.skipif(bool(_LACKING), reason=f"needs {', '.join(_LACKING)}"),
]

#: One after the other: keys ("type:" types), and what is heard of them.
STEPS = (
    # In a count: the event, not the count.
    (("Right",), "Trump says he meant “wouldn’t”, 17 July 2018, Statement"),
    # While the view glides.
    (("Home",), "Harry Hopkins meets Stalin in the Kremlin, 30–31 July 1941, Meeting"),
    (("End",), "The article appears, 24 April 2020, Publication"),
    (("c",), "The first of two events to compare: The article appears"),
    (("Escape",), "Nothing is compared any more"),
    (("Escape",), "Nothing selected"),
    (("shift+s",), "Only the table is sorted"),
    (("plus",), "in view"),
    (("Next",), "in view"),
    (("l",), "Relationship"),
    (("Escape", "ctrl+f"), "Search"),
    (("type:kim",), "31 of 110 events"),
    (("Down",), "person:Kim Jong Un"),
    (("Escape", "Escape", "ctrl+shift+b", "Down", "Tab"), "Roosevelt–Stalin, 6 events"),
    (("space",), "6 of 110 events"),
)

#: Prints what a reader speaks of: the object with the focus, how it stands, and notifications that come up.
LISTENER = """
import pyatspi

def tell(event):
    is_news = event.source.getRole() == pyatspi.ROLE_NOTIFICATION or not event.type.endswith("showing")
    if event.detail1 and is_news:
        print(event.type, event.source.name.replace("\\n", " "), sep="\\t", flush=True)

kinds = ("focused", "showing", "checked", "expanded")
pyatspi.Registry.registerEventListener(tell, *(f"object:state-changed:{kind}" for kind in kinds))
print("ready", flush=True)
pyatspi.Registry.start()
"""


#: Runs Orca with a log that is written line by line: the last words would stay in a buffer.
ORCA = """
import builtins, runpy, sys

plain = builtins.open

def opened(name, mode="r", *rest, **named):
    if name == sys.argv[2] and mode == "w":
        named["buffering"] = 1
    return plain(name, mode, *rest, **named)

builtins.open = opened
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@contextmanager
def _running(
    command: list[str], environment: dict[str, str], out: Path
) -> Generator[subprocess.Popen[bytes]]:
    with out.open("wb") as stream:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=stream, stderr=stream)
    try:
        yield process
    finally:
        process.kill()
        process.wait(PROCESS)


def _hear(
    environment: dict[str, str], home: Path, heard: Callable[[], str], is_done: Callable[[], bool]
) -> None:
    """Start the program, press the keys, and wait for each until `heard` has its words anew.

    The next one comes when the reader is done, as a person waits who wants to hear the end: Orca drops what
    comes while it is far behind.
    """

    def xdotool(*words: str, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=environment, capture_output=True, text=True, check=check, timeout=PROCESS
        )
        return done.stdout

    errors = home / "errors.txt"
    with _running([sys.executable, "-m", "explorer"], environment, errors) as program:

        def window() -> str:
            assert program.poll() is None, errors.read_text()
            return xdotool("search", "--onlyvisible", "--name", "– Détente", check=False)

        until(window, "the window")
        # There is no window manager that would give it the keyboard.
        xdotool("windowfocus", "--sync", window().split()[-1], check=False)
        until(lambda: "Helsinki summit" in heard(), "what is said at first", heard)
        for keys, words in STEPS:
            before = len(heard())
            for key in keys:
                until(is_done, "the reader to be done")
                if key.startswith("type:"):
                    xdotool("type", "--delay", "60", key.removeprefix("type:"))
                else:
                    xdotool("key", key)
            until(
                lambda words=words, before=before: words in heard()[before:],
                f"“{words}” after {' '.join(keys)}",
                lambda before=before: heard()[before:],
            )
        assert program.poll() is None, errors.read_text()
        assert "Traceback" not in errors.read_text()


class _Rest:
    """Whether a file has not grown for a moment."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._size, self._since = -1, 0.0

    def is_there(self) -> bool:
        size = self._path.stat().st_size
        if size != self._size:
            self._size, self._since = size, time.monotonic()
        return time.monotonic() - self._since > 0.7


def test_what_ten_keys_do_reaches_the_bus(tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    with desktop(tmp_path) as environment, _running([PYTHON, "-c", LISTENER], environment, told):
        until(lambda: "ready" in told.read_text(encoding="utf-8"), "the listener")
        _hear(environment, tmp_path, lambda: told.read_text(encoding="utf-8", errors="replace"), lambda: True)


@pytest.mark.skipif(shutil.which("orca") is None, reason="needs orca")
def test_orca_speaks_of_ten_keys(tmp_path: Path) -> None:
    log = tmp_path / "orca.txt"

    def spoken() -> str:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
        return "\n".join(line.partition("SPEECH OUTPUT: ")[2] for line in lines if "SPEECH OUTPUT: " in line)

    begin = (
        f"import sys; sys.argv = {[shutil.which('orca'), '--debug-file', str(log), '--disable=braille']!r}"
    )
    command = [PYTHON, "-c", begin + ORCA]
    with desktop(tmp_path) as environment, _running(command, environment, tmp_path / "complaints.txt"):
        until(spoken, "Orca")
        _hear(environment, tmp_path, spoken, _Rest(log).is_there)
