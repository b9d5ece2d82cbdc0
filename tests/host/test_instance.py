"""One window for a user's desktop: real processes that hold the lock, hang, crash and start at once."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from explorer.host import instance, places
from explorer.host.instance import Call, Entered, Instance, enter
from tests.patience import PROCESS, SECONDS

CALL = Call("/some/where/a file.db", '--search "kim jong"', token="t1")

#: Holds the lock; takes calls while it is told to, and prints them.
HOLDER = """
import sys, time
from explorer.host.instance import Call, enter
sys.stdout.reconfigure(errors="surrogateescape")
entered = enter(Call(), is_alone=True)
assert entered.instance is not None
if sys.argv[1] != "starting":
    entered.instance.say_ready(True)
print("holds", flush=True)
end = time.monotonic() + 300
while time.monotonic() < end:
    if sys.argv[1] == "takes":
        for call in entered.instance.taken():
            print(call.path, call.view, call.is_export, call.token, sep="|", flush=True)
    time.sleep(0.01)
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A runtime folder of its own."""
    tmp_path.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return tmp_path


@pytest.fixture
def hold() -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """Start a process that holds the lock."""
    running: list[subprocess.Popen[str]] = []

    def start(how: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", HOLDER, how], stdout=subprocess.PIPE, text=True, errors="surrogateescape"
        )
        running.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "holds\n"
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()


class Clock:
    """Time that passes only where someone sleeps, and then at once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        self.then: Callable[[], object] = lambda: None
        monkeypatch.setattr(instance, "time", self)

    def monotonic(self) -> float:
        return self.now

    def time(self) -> float:
        return time.time()

    def time_ns(self) -> int:
        return time.time_ns()

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.then()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def _left(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and path.name != "lock"]


def test_the_first_start_gets_the_lock_and_the_next_after_it() -> None:
    first = enter(CALL).instance
    assert first is not None
    assert enter(Call(), is_alone=True) == Entered()
    first.close()
    second = enter(CALL).instance
    assert second is not None
    second.close()


def test_a_call_reaches_the_window_that_runs(
    hold: Callable[[str], subprocess.Popen[str]], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "PATIENCE", SECONDS)
    holder = hold("takes")
    odd = Call("/tmp/né\udcff.db", "--search ü", is_export=True)
    for call in (CALL, odd):
        assert enter(call) == Entered(is_taken=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == '/some/where/a file.db|--search "kim jong"|False|t1\n'
    assert holder.stdout.readline() == "/tmp/né\udcff.db|--search ü|True|\n"
    assert _left(folder) == []


def test_a_window_that_hangs_is_not_waited_for_long(
    hold: Callable[[str], subprocess.Popen[str]], folder: Path, clock: Clock
) -> None:
    holder = hold("hangs")
    assert enter(CALL) == Entered()
    assert clock.now == pytest.approx(instance.PATIENCE, abs=0.05)
    # Stopped by the system is no different.
    holder.send_signal(signal.SIGSTOP)
    assert enter(CALL) == Entered()
    assert clock.now == pytest.approx(2 * instance.PATIENCE, abs=0.1)
    # Nobody will show it later.
    assert _left(folder) == []


def test_a_window_that_is_starting_gets_more_time(
    hold: Callable[[str], subprocess.Popen[str]], clock: Clock
) -> None:
    hold("starting")
    assert enter(CALL) == Entered()
    assert clock.now == pytest.approx(10 * instance.PATIENCE, abs=0.05)


def test_one_that_crashes_leaves_nothing_in_the_way(
    hold: Callable[[str], subprocess.Popen[str]], clock: Clock
) -> None:
    holder = hold("hangs")
    holder.kill()
    holder.wait()
    entered = enter(CALL)
    assert entered.instance is not None
    assert clock.now == 0
    entered.instance.close()


def test_one_that_ends_while_a_call_waits_makes_the_caller_the_first(
    hold: Callable[[str], subprocess.Popen[str]], folder: Path, clock: Clock
) -> None:
    holder = hold("starting")

    def ends() -> None:
        # In the caller's first pause: its call lies there.
        assert list(folder.rglob("*.call"))
        holder.kill()
        holder.wait()

    clock.then = ends
    first = enter(CALL).instance
    assert 0 < clock.now < 0.05
    assert isinstance(first, Instance)
    # Its own call is not left for itself to show twice.
    assert first.taken() == []
    assert _left(folder) == []
    first.close()


def test_of_many_at_once_one_is_first_and_all_others_are_shown() -> None:
    code = (
        "import time\n"
        "from explorer.host import instance\n"
        "from explorer.host.instance import Call, enter\n"
        f"instance.PATIENCE = {SECONDS}\n"
        "import os\n"
        "entered = enter(Call(str(os.getpid())))\n"
        "if entered.instance is None: print('taken' if entered.is_taken else 'lost'); raise SystemExit\n"
        "time.sleep(0.5)\n"
        "entered.instance.say_ready(True)\n"
        f"end, calls = time.monotonic() + {SECONDS}, 0\n"
        "while calls < 5 and time.monotonic() < end:\n"
        "    calls += len(entered.instance.taken()); time.sleep(0.01)\n"
        "print('first', calls)\n"
    )
    many = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(6)
    ]
    said = sorted(process.communicate(timeout=PROCESS)[0].strip() for process in many)
    assert said == ["first 5", *["taken"] * 5]


_REST = '"view": "", "is_export": false, "token": ""'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"form": 1}',
        f'{{"form": 2, "path": "", {_REST}}}',
        f'{{"form": 1, "path": 3, {_REST}}}',
    ],
)
def test_what_is_no_call_of_ours_is_not_shown(text: str) -> None:
    first = enter(CALL).instance
    assert first is not None
    (first.folder / "1.call").write_text(text)
    assert first.taken() == []
    first.close()


def test_an_old_call_that_nobody_waits_for_is_not_shown_but_removed(folder: Path) -> None:
    first = enter(CALL).instance
    assert first is not None
    first.say_ready(True)
    assert enter(CALL) == Entered()
    old = first.folder / "1.call"
    old.write_text('{"form": 1, "path": "/x", "view": "", "is_export": false, "token": ""}')
    assert [call.path for call in first.taken()] == ["/x"]
    old.write_text('{"form": 1, "path": "/x", "view": "", "is_export": false, "token": ""}')
    os.utime(old, (time.time() - 3600, time.time() - 3600))
    assert first.taken() == []
    enter(CALL)
    assert _left(folder) == []
    first.close()


def test_another_screen_has_a_window_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    first = enter(CALL).instance
    monkeypatch.setenv("DISPLAY", ":77")
    other = enter(CALL).instance
    assert first is not None
    assert other is not None
    assert first.folder != other.folder
    first.close()
    other.close()


def test_nobody_else_can_look_into_the_folder(folder: Path) -> None:
    first = enter(CALL).instance
    assert first is not None
    assert first.folder.stat().st_mode & 0o077 == 0
    assert (first.folder / "lock").stat().st_mode & 0o077 == 0
    first.close()


def test_a_folder_that_is_not_ours_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    theirs = folder / "theirs"
    theirs.mkdir()
    os.chown(theirs, 12345, 12345)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(theirs))
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "state"))
    assert places.running() == folder / "state" / "detente" / "running"
    entered = enter(CALL)
    assert entered.instance is not None
    entered.instance.close()
    assert list(theirs.iterdir()) == []


def test_where_nothing_can_be_written_each_start_has_its_own_window(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = folder / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(blocked))
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    assert enter(CALL) == Entered()


def test_it_needs_neither_qt_nor_numpy_nor_a_socket() -> None:
    code = "import sys, explorer.host.instance; print({'PySide6', 'numpy', 'socket'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
