"""`detente export` killed, told to end, interrupted: the former file is untouched, and there is no litter."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bench.generate import generate
from tests.patience import PROCESS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")

#: Events that take about a second to write.
MANY = 30_000
KILLS = 10


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.db"
    generate(path, MANY, 1, search=False)
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    path = tmp_path / "events.csv"
    path.write_text("former")
    return path


def _export(large: Path, out: Path, code: str = "") -> subprocess.Popen[bytes]:
    start = f"{code}\nimport sys\nfrom explorer.cli import main\nsys.exit(main(sys.argv[1:]))"
    call = [sys.executable, "-B", "-c", start, "export", str(out), str(large), "--force"]
    return subprocess.Popen(call, stderr=subprocess.PIPE)


def _once_writing(process: subprocess.Popen[bytes], folder: Path, size: int) -> bool:
    """Wait until the process has written so much of a file in the folder, with a name or without.

    False when it ended before that was seen.
    """
    while process.poll() is None:
        for link in Path(f"/proc/{process.pid}/fd").iterdir():
            # Some are closed by the time they are looked at.
            with contextlib.suppress(OSError):
                if str(link.readlink()).startswith(str(folder)) and link.stat().st_size >= size:
                    return True
        time.sleep(0.002)
    return False


_NAMED = "import os; del os.O_TMPFILE" if sys.platform == "linux" else ""


#: The system kills it as soon as a file of its would be larger.
_LIMITED = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
"""


def test_killed_at_ten_points_it_leaves_the_former_file_alone(large: Path, out: Path) -> None:
    with _export(large, out) as process:
        assert process.wait() == 0
    whole = out.read_bytes()
    assert whole.count(b"\n") > MANY
    for point in range(KILLS):
        out.write_text("former")
        size = len(whole) * point // KILLS + 1
        with _export(large, out, _LIMITED.format(size=size)) as process:
            assert process.wait() == -signal.SIGXFSZ
        assert out.read_bytes() == b"former"
        if sys.platform == "linux":
            assert list(out.parent.iterdir()) == [out]


@pytest.mark.parametrize("after", [0.05, 0.3, 0.6])
def test_killed_at_some_moment_it_leaves_the_former_file_or_the_new_one(
    large: Path, out: Path, after: float
) -> None:
    with _export(large, out) as process:
        time.sleep(after)
        process.kill()
    text = out.read_text()
    assert text == "former" or text.count("\n") > MANY


def _told(large: Path, out: Path, number: signal.Signals, code: str) -> int:
    """The status of an export that has got a signal amid its writing."""
    for _ in range(20):
        with _export(large, out, code) as process:
            if _once_writing(process, out.parent, 500_000):
                process.send_signal(number)
        if process.returncode != 0:
            return process.returncode
        # All was written before it was looked at again: the next may be caught.
        out.write_text("former")
    raise AssertionError("none of them was caught amid its writing")


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("code", ["", _NAMED], ids=["unnamed", "named"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_told_to_end_amid_the_writing_it_leaves_nothing(
    large: Path, out: Path, number: signal.Signals, code: str
) -> None:
    status = _told(large, out, number, code)
    assert status == (-number if number == signal.SIGKILL else 128 + number)
    assert out.read_text() == "former"
    left = [path.name for path in out.parent.iterdir() if path != out]
    # Only a killed process cannot tidy up, and only where files need names.
    assert bool(left) == (number == signal.SIGKILL and bool(code))


def test_afterwards_signals_are_what_they_were(large: Path, out: Path) -> None:
    from explorer.cli import main

    before = signal.getsignal(signal.SIGTERM)
    assert main(["export", str(out), str(large), "--force"]) == 0
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_picture_that_is_interrupted_ends_at_once(large: Path, out: Path, number: signal.Signals) -> None:
    call = [sys.executable, "-m", "explorer", "export", str(out), str(large), "--force", "--format", "png"]
    for pause in (0.0, 0.3, 0.6):
        with subprocess.Popen([*call, "--size", "9000x9000"], stderr=subprocess.PIPE) as process:
            while process.poll() is None and "libQt6Widgets" not in _maps(process):
                time.sleep(0.002)
            time.sleep(pause)
            if not pause:
                # From before anything is painted they do what they do by default: they wait for nothing.
                assert not _caught(process) & {signal.SIGINT, signal.SIGTERM}
            process.send_signal(number)
            try:
                assert process.wait(PROCESS) == -number
            finally:
                process.kill()
            assert process.stderr is not None
            assert process.stderr.read() == b""
    assert out.read_text() == "former"
    assert list(out.parent.iterdir()) == [out]


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_picture_for_standard_output_leaves_nothing_in_the_folder_for_drafts(
    large: Path, tmp_path: Path
) -> None:
    call = [sys.executable, "-m", "explorer", "export", "-", str(large), "--format", "png"]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(call, stdout=subprocess.DEVNULL, env=environment) as process:
        while process.poll() is None and not any(str(tmp_path) in link for link in _opened(process)):
            time.sleep(0.002)
        process.terminate()
    assert list(tmp_path.iterdir()) == []


def _caught(process: subprocess.Popen[bytes]) -> set[int]:
    """The signals that a process handles, ignores or puts off."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    masks = [
        int(line.split()[1], 16) for line in status.splitlines() if line[:6] in {"SigCgt", "SigIgn", "SigBlk"}
    ]
    assert len(masks) == 3
    return {number for number in range(1, 32) for mask in masks if mask >> (number - 1) & 1}


def _maps(process: subprocess.Popen[bytes]) -> str:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{process.pid}/maps").read_text()
    return ""


def _opened(process: subprocess.Popen[bytes]) -> list[str]:
    found: list[str] = []
    with contextlib.suppress(OSError):
        for link in Path(f"/proc/{process.pid}/fd").iterdir():
            with contextlib.suppress(OSError):
                found.append(str(link.readlink()))
    return found
