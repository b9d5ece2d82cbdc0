"""Real starts one after another: a file handed over, a process killed, one told to end. No display."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from explorer.app import bundled
from tests.patience import PROCESS, until

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.slow


class Home:
    """A user's folders, and the programs started in them."""

    def __init__(self, folder: Path) -> None:
        folder.chmod(0o700)
        self.folder = folder
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith("XDG_")
        } | {
            "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder), "QT_QPA_PLATFORM": "offscreen",
            "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT),
        }  # fmt: skip
        self.running: list[subprocess.Popen[bytes]] = []

    def start(self, *words: str | Path) -> subprocess.Popen[bytes]:
        # From elsewhere: what is handed over must be found from anywhere.
        process = subprocess.Popen(
            [sys.executable, "-m", "explorer", *map(str, words)],
            cwd=self.folder, env=self.environment, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.running.append(process)
        return process

    def second(self, *words: str | Path) -> None:
        """A start that hands over and ends with 0."""
        assert self.start(*words).wait(PROCESS) == 0

    def takes_calls(self) -> bool:
        """Whether the first window is complete."""
        return any(lock.read_bytes() == b"r" for lock in self.folder.glob("detente/*/lock"))

    @property
    def log(self) -> str:
        path = self.folder / ".local" / "state" / "detente" / "detente.log"
        return path.read_text("utf-8") if path.exists() else ""

    @property
    def settings(self) -> str:
        path = self.folder / ".config" / "detente" / "detente.ini"
        return path.read_text("utf-8") if path.exists() else ""

    def until(self, true: Callable[[], object], what: str) -> None:
        until(true, what, lambda: f"{self.log}\n{self.settings}")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = Home(tmp_path)
    yield made
    for process in made.running:
        process.kill()
        process.communicate()


def test_a_second_start_hands_its_file_and_view_to_the_first(home: Home) -> None:
    first = home.start()
    home.until(home.takes_calls, "the first window")
    other = home.folder / "another name.db"
    shutil.copy(bundled(), other)
    for words in (("another name.db",), ("--search", "Khashoggi"), ()):
        home.second(*words)
    home.until(lambda: f"Opening {other}" in home.log, "the file in the first window")
    home.until(lambda: "another name.db" in home.settings and "Khashoggi" in home.settings, "its view")
    assert home.log.count("Started.") == 1
    first.send_signal(signal.SIGTERM)
    assert first.wait(PROCESS) == 0


def test_a_second_start_loads_neither_qt_nor_numpy(home: Home) -> None:
    home.start()
    home.until(home.takes_calls, "the first window")
    code = (
        "import sys; from explorer.cli import main\n"
        "status = main(['--search', 'Khashoggi'])\n"
        "late = sorted({'numpy', 'PySide6.QtGui', 'sqlite3', 'socket'} & set(sys.modules))\n"
        "sys.exit(status or ', '.join(late) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=home.environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_window_of_its_own_if_asked_for(home: Home) -> None:
    home.start()
    home.until(lambda: home.log.count("Started.") == 1, "the first window")
    other = home.start("--new-window")
    home.until(lambda: home.log.count("Started.") == 2, "the second window")
    assert other.poll() is None


def test_two_starts_at_once_are_one_window(home: Home) -> None:
    pair = [home.start(), home.start()]
    home.until(lambda: any(one.poll() is not None for one in pair), "one of them to end")
    home.until(lambda: "Opened 110 events" in home.log, "the other")
    assert sorted(str(one.poll()) for one in pair) == ["0", "None"]
    assert home.log.count("Started.") == 1


def test_a_window_that_hangs_does_not_keep_the_next_from_starting(home: Home) -> None:
    first = home.start()
    home.until(home.takes_calls, "the first window")
    first.send_signal(signal.SIGSTOP)
    second = home.start("--search", "Khashoggi")
    home.until(lambda: home.log.count("Started.") == 2, "a window of its own")
    assert second.poll() is None
    first.send_signal(signal.SIGCONT)
    # What it did not take in time, it does not show late.
    time.sleep(0.5)
    assert list(home.folder.glob("detente/*/*.call")) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_process_that_is_told_to_end_ends_well(home: Home, number: int) -> None:
    first = home.start("--search", "Khashoggi")
    home.until(lambda: "Opened 110 events" in home.log, "the window")
    first.send_signal(number)
    assert first.wait(PROCESS) == 0
    assert "is_running=false" in home.settings
    assert "Khashoggi" in home.settings
    assert home.log.rstrip().endswith("Ended")


def test_a_process_that_is_killed_has_kept_its_view_and_is_told(home: Home) -> None:
    first = home.start("--search", "Khashoggi")
    home.until(lambda: "Khashoggi" in home.settings, "the view")
    first.send_signal(signal.SIGSEGV)
    assert first.wait(PROCESS) == -signal.SIGSEGV
    assert "is_running=true" in home.settings
    second = home.start()
    home.until(lambda: home.log.count("Started.") == 2, "the next start")
    assert "The program before this one died:" in home.log
    assert "Segmentation fault" in home.log
    # It offers, and opens nothing by itself.
    time.sleep(1)
    assert home.log.count("Opened") == 1
    second.send_signal(signal.SIGTERM)
    assert second.wait(PROCESS) == 0
    # Closed without an answer: the view is still what comes back.
    assert "Khashoggi" in home.settings


def test_other_commands_take_no_notice_of_a_window(home: Home) -> None:
    home.start()
    home.until(lambda: "Opened 110 events" in home.log, "the window")
    words = [sys.executable, "-m", "explorer", "info", "--json"]
    done = subprocess.run(words, env=home.environment, cwd=home.folder, capture_output=True, check=True)
    assert json.loads(done.stdout)
    words = [sys.executable, "-m", "explorer", "--log"]
    done = subprocess.run(words, env=home.environment, cwd=home.folder, capture_output=True, check=True)
    assert Path(done.stdout.decode().strip()).read_text("utf-8") == home.log


def test_a_state_folder_that_cannot_be_written_to_keeps_nobody_from_starting(home: Home) -> None:
    (home.folder / ".local").write_text("a file")
    home.environment["XDG_RUNTIME_DIR"] = str(home.folder / ".local")
    first = home.start("--search", "Khashoggi")
    home.until(lambda: "last_database" in home.settings, "the window")
    first.send_signal(signal.SIGTERM)
    assert first.wait(PROCESS) == 0
