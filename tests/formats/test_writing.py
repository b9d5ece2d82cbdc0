"""A file is written whole or not at all: every failure keeps the former one, leaves no litter, says why."""

import contextlib
import errno
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.formats.writing import ExportError, check_target, write_whole

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="not on Windows")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux")
IS_ROOT = sys.platform != "win32" and os.geteuid() == 0


@pytest.fixture(params=["unnamed", "named"])
def out(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with something in it, on a system with and one without files that have no name."""
    if request.param == "named":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    elif not hasattr(os, "O_TMPFILE"):
        pytest.skip("no files without a name here")
    path = tmp_path / "events.csv"
    path.write_text("former", encoding="utf-8")
    return path


def test_the_new_file_stands_in_place_of_the_former(out: Path) -> None:
    with write_whole(out) as stream:
        stream.write("né\n")
        assert out.read_text(encoding="utf-8") == "former"
    assert out.read_bytes() == "né\n".encode()
    with write_whole(out, "wb") as stream:
        stream.write(b"\0\r\n")
    assert out.read_bytes() == b"\0\r\n"
    assert list(out.parent.iterdir()) == [out]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, SystemExit, MemoryError])
def test_what_ends_the_writing_leaves_the_former_file_alone(out: Path, error: type[BaseException]) -> None:
    with pytest.raises(error), write_whole(out) as stream:  # noqa: PT012 - both belong to the writing
        stream.write("x" * 100_000)
        raise error
    assert out.read_text(encoding="utf-8") == "former"
    assert list(out.parent.iterdir()) == [out]


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_the_mode_of_a_former_file_stays(out: Path, mode: int) -> None:
    out.chmod(mode)
    with write_whole(out) as stream:
        stream.write("new")
    assert stat.S_IMODE(out.stat().st_mode) == mode


@POSIX
@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_a_new_file_has_what_the_umask_leaves(out: Path, mask: int) -> None:
    out.unlink()
    former = os.umask(mask)
    try:
        with write_whole(out) as stream:
            stream.write("new")
    finally:
        os.umask(former)
    assert stat.S_IMODE(out.stat().st_mode) == 0o666 & ~mask


@POSIX
def test_a_link_is_written_through(out: Path) -> None:
    folder = out.parent / "links"
    folder.mkdir()
    link, dangling = folder / "link.csv", folder / "dangling.csv"
    link.symlink_to(out)
    dangling.symlink_to(out.parent / "new.csv")
    for path in (link, dangling):
        with write_whole(path) as stream:
            stream.write("new")
        assert path.is_symlink()
        assert path.resolve().read_text() == "new"
    assert {path.name for path in out.parent.iterdir()} == {"events.csv", "new.csv", "links"}
    assert len(list(folder.iterdir())) == 2


@LINUX
def test_a_system_that_will_not_name_the_file_gets_a_copy(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOENT, "no such thing")

    monkeypatch.setattr(os, "link", refuse)
    out.chmod(0o640)
    with write_whole(out) as stream:
        stream.write("new" * 1_000_000)
    assert out.read_text() == "new" * 1_000_000
    assert stat.S_IMODE(out.stat().st_mode) == 0o640
    assert list(out.parent.iterdir()) == [out]


# What can be known before


def _told(path: Path, *, replaces: bool = True) -> str:
    with pytest.raises(ExportError) as told:
        check_target(path, replaces=replaces)
    assert told.value.advice
    # The writing itself says the same.
    if replaces:
        with pytest.raises(ExportError) as again, write_whole(path):
            pass
        assert again.value.what == told.value.what
    return told.value.what


def test_what_can_be_written_passes(tmp_path: Path) -> None:
    check_target(tmp_path / "events.csv")
    (tmp_path / "events.csv").touch()
    check_target(tmp_path / "events.csv")
    assert len(list(tmp_path.iterdir())) == 1


def test_what_stands_in_the_way_is_told_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "is a folder" in _told(tmp_path)
    assert "There is no folder" in _told(tmp_path / "none" / "events.csv")
    assert "is no folder" in _told(tmp_path / "file" / "events.csv")
    assert "exists already" in _told(tmp_path / "file", replaces=False)
    assert "too long" in _told(tmp_path / ("n" * 300))
    assert "letter" in _told(tmp_path / "a\0b")


@POSIX
def test_links_in_a_circle_and_devices_are_told(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.symlink_to(second)
    second.symlink_to(first)
    assert "cannot be written" in _told(first)
    os.mkfifo(tmp_path / "pipe")
    for device in (Path(os.devnull), tmp_path / "pipe"):
        assert "is a device or a pipe" in _told(device)
        assert not device.is_file()


@pytest.mark.skipif(IS_ROOT or sys.platform == "win32", reason="root may write anywhere")
def test_what_may_not_be_written_is_told(tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    out.write_text("former")
    out.chmod(0o444)
    assert "write-protected" in _told(out)
    out.chmod(0o644)
    tmp_path.chmod(0o555)
    try:
        assert "You may not write to the folder" in _told(tmp_path / "events.csv")
    finally:
        tmp_path.chmod(0o755)
    assert out.read_text() == "former"


@pytest.mark.skipif(not IS_ROOT, reason="only root becomes someone else")
def test_another_user_is_told_what_may_not_be_written() -> None:
    """As above for a machine where tests run as root: the sentences of a process without its rights."""
    # The folders above tmp_path are root's own.
    shared = Path(tempfile.mkdtemp(prefix="detente-"))
    shared.chmod(0o755)
    try:
        closed = shared / "closed"
        closed.mkdir(mode=0o755)
        opened = shared / "opened"
        opened.mkdir()
        opened.chmod(0o777)
        protected = opened / "events.csv"
        protected.write_text("former")
        code = (
            "import os, sys\nos.setgid(65534); os.setuid(65534)\nfrom pathlib import Path\n"
            "for name in sys.argv[1:]:\n"
            "    try:\n"
            "        with write_whole(Path(name)) as stream: stream.write('new')\n"
            "    except ExportError as error: print(error)\n"
            "    else: print('written')"
        )
        code = f"from explorer.formats.writing import ExportError, write_whole\n{code}"
        said = subprocess.run(
            [sys.executable, "-c", code, closed / "a.csv", protected, opened / "b.csv"],
            check=True, capture_output=True, text=True,
        ).stdout.splitlines()  # fmt: skip
        assert "You may not write to the folder" in said[0]
        assert "write-protected" in said[1]
        assert said[2] == "written"
        assert protected.read_text() == "former"
        assert {path.name for path in opened.iterdir()} == {"events.csv", "b.csv"}
    finally:
        shutil.rmtree(shared)


# A full disk, and one that can only be read


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = sys.platform == "linux" and IS_ROOT and shutil.which("mount") is not None
    if mounted:
        call = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
        mounted = subprocess.run(call, capture_output=True, check=False).returncode == 0
    if not mounted:
        pytest.skip("a small disk can only be mounted by root on Linux")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("has_names", [False, True])
@pytest.mark.parametrize("size", [1_000_000, 1_100_000, 50_000_000])
def test_a_full_disk_is_told_and_the_former_file_stays(
    small: Path, monkeypatch: pytest.MonkeyPatch, size: int, has_names: bool
) -> None:
    if has_names:
        monkeypatch.delattr(os, "O_TMPFILE")
    out = small / "events.csv"
    out.write_text("former" * 10_000)
    with pytest.raises(ExportError, match="the disk is full") as told, write_whole(out) as stream:
        stream.writelines("x" * 1000 for _ in range(size // 1000))
    assert told.value.advice
    assert out.read_text() == "former" * 10_000
    assert list(small.iterdir()) == [out]
    # Nothing holds on to the room that was taken.
    with write_whole(out) as stream:
        stream.write("x" * 900_000)
    assert out.stat().st_size == 900_000


def test_a_disk_that_can_only_be_read_is_told(small: Path) -> None:
    out = small / "events.csv"
    out.write_text("former")
    subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
    with pytest.raises(ExportError) as told, write_whole(out):
        pass
    assert "write-protected" in told.value.what or "can only be read" in told.value.what
    with pytest.raises(ExportError), write_whole(small / "new.csv"):
        pass
    assert out.read_text() == "former"


# What was killed

_SLOW = """
import os, sys, time
from pathlib import Path
if sys.argv[2] == "named" and hasattr(os, "O_TMPFILE"): del os.O_TMPFILE
from explorer.formats.writing import write_whole
with write_whole(Path(sys.argv[1])) as stream:
    stream.write("half")
    stream.flush()
    print("writing", flush=True)
    time.sleep(60)
"""


def _killed(out: Path, how: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _SLOW, str(out), how], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        process.kill()


@LINUX
def test_a_killed_process_leaves_nothing_where_files_need_no_name(tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    out.write_text("former")
    _killed(out, "unnamed")
    assert out.read_text() == "former"
    assert list(tmp_path.iterdir()) == [out]


@POSIX
def test_what_a_killed_process_leaves_is_removed_by_the_next_export(tmp_path: Path) -> None:
    out, other = tmp_path / "events.csv", tmp_path / ".detente-notes.txt"
    out.write_text("former")
    other.touch()
    _killed(out, "named")
    assert out.read_text() == "former"
    (left,) = [path for path in tmp_path.iterdir() if path.suffix == ".part"]
    with write_whole(out) as stream:
        stream.write("new")
    # It may still be someone's who has only just begun.
    assert left.exists()
    past = time.time() - 120
    os.utime(left, (past, past))
    with write_whole(out) as stream:
        stream.write("newer")
    assert sorted(tmp_path.iterdir()) == [other, out]


_SCRATCH = """
import time
from explorer.formats.writing import scratch_folder
with scratch_folder() as folder:
    (folder / "rows").write_text("half")
    print(folder, flush=True)
    time.sleep(60)
"""


@POSIX
def test_a_folder_of_a_killed_process_is_removed_by_the_next_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    with subprocess.Popen([sys.executable, "-c", _SCRATCH], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        left = Path(process.stdout.readline().strip())
        past = time.time() - 120
        os.utime(left, (past, past))
        with write_whole(tmp_path / "events.csv") as stream:
            stream.write("while it works")
        assert left.parent == scratch
        assert (left / "rows").exists()
        process.kill()
    with write_whole(tmp_path / "events.csv") as stream:
        stream.write("after it was killed")
    assert list(scratch.iterdir()) == []


@POSIX
def test_what_others_are_writing_is_left_to_them(tmp_path: Path) -> None:
    from explorer.formats import writing

    machine = writing._machine()  # pyright: ignore[reportPrivateUsage]
    living = tmp_path / f".detente-{machine}-{os.getpid()}-aaaa.part"
    elsewhere = tmp_path / ".detente-00000000-999999999-aaaa.part"
    odd = [tmp_path / ".detente-.part", tmp_path / f".detente-{machine}-{'9' * 40}-a.part"]
    past, long_past = time.time() - 600, time.time() - 100_000
    for path in (living, elsewhere, *odd):
        path.touch()
        os.utime(path, (past, past))
    with write_whole(tmp_path / "events.csv") as stream:
        stream.write("new")
    assert all(path.exists() for path in (living, elsewhere, *odd))
    os.utime(elsewhere, (long_past, long_past))
    with write_whole(tmp_path / "events.csv") as stream:
        stream.write("new")
    assert not elsewhere.exists()
    assert living.exists()


def test_two_at_once_do_not_mix(out: Path) -> None:
    def write(letter: str) -> None:
        with contextlib.suppress(ExportError), write_whole(out) as stream:
            for _ in range(200):
                stream.write(letter * 1000)

    threads = [threading.Thread(target=write, args=(letter,)) for letter in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    text = out.read_text()
    assert len(text) == 200_000
    assert len(set(text)) == 1
    assert list(out.parent.iterdir()) == [out]
