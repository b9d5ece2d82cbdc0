"""No network access at all: a whole session opens no socket but those of the desktop on this machine."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.patience import PROCESS, until
from tests.screen import virtual_screen

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow

#: A session of the real program without a display, with Python's own record of what touches the network.
SESSION = """
import sys
seen = []
NAMES = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.", "imaplib.", "telnetlib.", "ssl.",
         "webbrowser.", "nntplib.")
sys.addaudithook(lambda name, args: seen.append(name) if name.startswith(NAMES) else None)

from pathlib import Path
from PySide6.QtCore import QTimer
from explorer import app, cli
from explorer.ui import main_window

folder = Path(sys.argv[1])
made = []
class Window(main_window.MainWindow):
    def __init__(self, *words):
        super().__init__(*words)
        # Those that are made for pictures go their own way.
        if not made:
            self.ready.connect(lambda: QTimer.singleShot(300, lambda: step(0)))
        made.append(self)
app.MainWindow = Window

def step(number):
    if made[0].collection.is_busy:
        QTimer.singleShot(50, lambda: step(number))
    elif number < len(STEPS):
        STEPS[number](made[0])
        QTimer.singleShot(200, lambda: step(number + 1))
    else:
        made[0].close()

def show(name):
    return lambda window: window.actions_by_name[name].trigger()

def put_away(window):
    from PySide6.QtWidgets import QDialog
    for one in window.findChildren(QDialog):
        one.close()

STEPS = [
    lambda window: window.commands.filters.search("Khashoggi"),
    lambda window: window.commands.filters.search("kind:letter"),
    show("table"), show("table"), show("show-article"), show("next"), show("about"), put_away,
    show("report"), put_away, show("shortcuts"), put_away, show("search-help"), put_away, show("copy"),
    show("preferences"), put_away, lambda window: window.open(folder / "mine.db"), show("fit"),
]
QTimer.singleShot(250_000, lambda: made[0].close())
statuses = [cli.main([])]
steps = len(STEPS)
for name in ("figure.png", "figure.svg", "figure.pdf", "table.csv", "table.jsonl", "table.xlsx", "table.ics",
             "table.html", "table.md"):
    statuses.append(cli.main(["export", str(folder / name), "--force"]))
statuses.append(cli.main(["screenshot", str(folder / "window.png")]))
statuses.append(cli.main(["check", str(folder / "mine.db")]))
print(statuses, sorted(set(seen)))

# The record is one that would have shown it.
import socket
socket.socket().close()
print("socket.__new__" in seen)
"""


def _environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_"))}
    tmp_path.chmod(0o700)
    return kept | {
        "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT),
    }  # fmt: skip


def test_python_opens_no_socket_in_a_whole_session(tmp_path: Path) -> None:
    shutil.copy(ROOT / "db" / "diplomacy.db", tmp_path / "mine.db")
    done = subprocess.run(
        [sys.executable, "-c", SESSION, str(tmp_path)],
        env=_environment(tmp_path) | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=False, timeout=PROCESS,
    )  # fmt: skip
    *_, record, proof = done.stdout.splitlines() or [done.stderr]
    assert record == f"{[0] * 12} []", done.stderr
    assert proof == "True"
    for name in ("figure.png", "figure.svg", "figure.pdf", "table.csv", "table.xlsx", "window.png"):
        assert (tmp_path / name).stat().st_size > 500


def _traced(words: list[str], environment: dict[str, str], record: Path) -> str:
    """What strace records of a command, of all its threads and processes."""
    subprocess.run(
        ["strace", "-f", "-qq", "-o", str(record), "-e", "trace=socket,connect,bind,sendto", *words],
        env=environment, cwd=ROOT, capture_output=True, check=True, timeout=PROCESS,
    )  # fmt: skip
    return record.read_text()


def _families(record: str) -> set[str]:
    return set(re.findall(r"\bsocket\((\w+)", record)) | set(re.findall(r"sa_family=(\w+)", record))


_TRACES = shutil.which("strace") is not None and (
    subprocess.run(["strace", "-o", os.devnull, "true"], check=False, stderr=subprocess.DEVNULL).returncode
    == 0
)


@pytest.mark.skipif(not _TRACES, reason="needs strace, and to be allowed to trace")
def test_the_system_sees_no_other_socket_of_a_command(tmp_path: Path) -> None:
    environment = _environment(tmp_path) | {"QT_QPA_PLATFORM": "offscreen"}
    for out in ("figure.pdf", "table.xlsx"):
        words = [sys.executable, "-m", "explorer", "export", str(tmp_path / out), "--search", "Kim"]
        assert _families(_traced(words, environment, tmp_path / "record")) <= {"AF_UNIX"}
        assert (tmp_path / out).stat().st_size > 500
    # The record is one that would have shown it.
    words = [sys.executable, "-c", "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"]
    assert "AF_INET" in _families(_traced(words, environment, tmp_path / "record"))


@pytest.mark.window
@pytest.mark.skipif(
    not (_TRACES and shutil.which("Xvfb") and shutil.which("xdotool")),
    reason="needs strace, Xvfb and xdotool",
)
def test_the_system_sees_no_other_socket_of_the_window(tmp_path: Path) -> None:
    record = tmp_path / "record"
    with virtual_screen() as name:
        environment = _environment(tmp_path) | {"DISPLAY": name}
        environment["QT_QPA_PLATFORM"] = "xcb"
        process = subprocess.Popen(
            [
                "strace", "-f", "-qq", "-o", str(record), "-e", "trace=socket,connect,bind",
                sys.executable, "-m", "explorer",
            ],
            env=environment, cwd=ROOT, stderr=subprocess.DEVNULL,
        )  # fmt: skip

        def xdotool(*words: str) -> str:
            done = subprocess.run(
                ["xdotool", *words],
                env=environment,
                capture_output=True,
                text=True,
                check=False,
                timeout=PROCESS,
            )
            return done.stdout.strip()

        def window() -> str:
            assert process.poll() is None
            return xdotool("search", "--onlyvisible", "--name", "– Détente")

        until(window, "the window")
        xdotool("windowfocus", "--sync", window().split()[-1])
        for words in (
            ("key", "ctrl+f"), ("type", "--delay", "40", "Khashoggi"), ("key", "Return"), ("key", "p"),
            ("key", "t"), ("key", "t"), ("key", "ctrl+c"),
        ):  # fmt: skip
            xdotool(*words)
            time.sleep(0.4)
        xdotool("windowfocus", "--sync", window().split()[-1])
        xdotool("key", "ctrl+q")
        assert process.wait(PROCESS) == 0
        # The program under it ends with its screen.
    families = _families(record.read_text())
    # The screen, and the desktop's bus where there is one.
    assert families == {"AF_UNIX"}
