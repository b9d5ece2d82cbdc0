"""The log: where it is, that it turns over, what it keeps of a crash; nothing in its way is an error."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.host import log, places


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A state folder of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    yield tmp_path
    log.end()


def test_what_was_said_before_is_written_too(state: Path) -> None:
    log.LOG.info("said early")
    assert log.begin(is_first=False)
    log.LOG.warning("said late: %s", "é")
    text = (state / "detente" / "detente.log").read_text(encoding="utf-8")
    assert text.index("said early") < text.index("WARNING MainThread: said late: é")
    assert log.tail().endswith("said late: é")
    assert log.path() == state / "detente" / "detente.log"


def test_it_turns_over(state: Path) -> None:
    log.begin(is_first=False)
    for number in range(2_500):
        log.LOG.info("%d %s", number, "x" * 1000)
    sizes = {path.name: path.stat().st_size for path in (state / "detente").iterdir()}
    assert set(sizes) == {"detente.log", "detente.log.1", "detente.log.2", "detente.log.3"}
    assert all(size <= 500_000 for size in sizes.values())
    end = log.tail(5_000)
    assert len(end) <= 5_000
    assert end.splitlines()[-1].startswith(end.splitlines()[-2][:10])
    assert "2499 x" in end


def test_a_folder_that_cannot_be_written_to_is_no_error(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (state / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(state / "file"))
    assert not log.begin(is_first=True)
    log.LOG.info("remembered all the same")
    assert "remembered all the same" in log.tail()


def test_what_is_said_before_the_log_begins_follows_what_is_in_it(state: Path) -> None:
    (state / "detente").mkdir()
    (state / "detente" / "detente.log").write_text("of the last session\n")
    log.LOG.info("of this session")
    assert log.tail(10**7).startswith("of the last session\n")
    assert log.tail().endswith("of this session")


def test_a_disk_that_fills_up_stops_nothing(capfd: pytest.CaptureFixture[str], state: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    (state / "detente").mkdir()
    (state / "detente" / "detente.log").symlink_to("/dev/full")
    log.begin(is_first=False)
    log.LOG.info("nowhere to go")
    assert capfd.readouterr() == ("", "")


def test_what_a_process_says_as_it_dies_is_in_the_next_log(state: Path) -> None:
    code = "from explorer.host import log; log.begin(is_first=True); import os; os.abort()"
    died = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert died.returncode < 0
    assert log.begin(is_first=True)
    text = log.tail()
    assert "The program before this one died:" in text
    assert "Fatal Python error: Aborted" in text
    log.end()
    # Told once.
    assert log.begin(is_first=True)
    assert log.tail().count("Fatal Python error") == 1


def test_a_second_window_leaves_the_first_one_s_crash_file_alone(state: Path) -> None:
    log.begin(is_first=True)
    inode = log.crash_path().stat().st_ino
    code = "from explorer.host import log; log.begin(is_first=False); log.LOG.info('two'); log.end()"
    subprocess.run([sys.executable, "-c", code], check=True)
    assert log.crash_path().stat().st_ino == inode
    assert "two" in log.tail()


def test_the_user_s_folder_is_not_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    home = tmp_path / "ann"
    home.mkdir()
    other = tmp_path / "link"
    other.symlink_to(home)
    monkeypatch.setenv("HOME", str(other))
    text = f"{other}/a.db, {home}/b.db, {home}, {home}s/c.db"
    assert places.without_home(text) == f"~/a.db, ~/b.db, ~, {home}s/c.db"


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("darwin", "Library/Logs/Détente"),
        ("win32", "AppData/Local/Detente"),
        ("linux", ".local/state/detente"),
    ],
)
def test_each_system_has_its_place(
    platform: str, expected: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert places.state() == tmp_path / expected
    monkeypatch.setenv("XDG_STATE_HOME", "relative")
    assert places.state() == tmp_path / expected
    assert os.fspath(log.path()).endswith("detente.log")
