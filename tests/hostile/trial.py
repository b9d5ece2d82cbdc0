"""One input on one command, in a process of its own: what it said, what it cost, and what it did to files.

The process is a copy (fork) of one that has everything imported, so that a trial costs what the command
costs, and a crash, a leak or a hang ends with it.
"""

import contextlib
import ctypes
import faulthandler
import hashlib
import json
import os
import resource
import shutil
import signal
import stat
import struct
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tests.markup import Opened

#: Bytes that a trial may take at its peak, and seconds of the main thread's own that a turn may.
MOST_MEMORY: Final = 600 * 2**20
LONGEST_TURN: Final = 1.0
#: SQLite's steps that a command may take, whatever its file holds.
MOST_STEPS: Final = 1_500_000_000
#: Seconds of a processor and of a clock after which a trial is ended: what waits for a pipe waits for ever.
_PROCESSOR: Final = 100
_PATIENCE: Final = 400.0
#: Bytes of a file up to which it is read to see whether it changed; of larger ones, size and time tell.
_READ: Final = 2**23
#: What the program may write to, in the home that a trial has.
_OWN: Final = ("config", "cache", "data", "state", "run")
_SKIPPED_RIGHTS: Final = 0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH


@dataclass(slots=True)
class Outcome:
    """What a trial came to; `faults` is what must not be."""

    command: str
    status: int | None = None
    out: str = ""
    err: str = ""
    signal: int = 0
    seconds: float = 0.0
    memory: int = 0
    turn: float = 0.0
    steps: int = 0
    #: What the window left out or refused, in its own words.
    told: list[str] = field(default_factory=list[str])
    faults: list[str] = field(default_factory=list[str])

    @property
    def is_refusal(self) -> bool:
        """Whether it could not be done, or not whole."""
        return self.status != 0 or bool(self.told) or bool(self.err.strip())


def tried(
    command: str, work: Callable[[dict[str, Any]], int | str | None], place: Path, watched: list[Path]
) -> Outcome:
    """Run `work` in a copy of this process with a home of its own below `place`, and look for harm.

    `work` may put into the dictionary that it is given: turn, told, faults. `watched` are folders in which
    nothing may change; nothing in the one that is called “victims” may be opened.
    """
    outcome = Outcome(command)
    for name in ("home", "tmp", "cwd", "out"):
        (place / name).mkdir(exist_ok=True)
    before = {folder: listing(folder) for folder in watched}
    opened = [Opened(folder) for folder in watched if folder.name == "victims" and sys.platform == "linux"]
    child = os.fork()
    if child == 0:
        _be_tried(work, place)
    _wait(child, outcome)
    outcome.out = (place / "stdout").read_bytes().decode("utf-8", "replace")
    outcome.err = (place / "stderr").read_bytes().decode("utf-8", "replace")
    with contextlib.suppress(OSError, ValueError):
        said = json.loads((place / "said").read_bytes())
        outcome.turn, outcome.steps = said.get("turn", 0.0), said.get("steps", 0)
        outcome.memory, outcome.told = said["memory"], said.get("told", [])
        outcome.faults += said.get("faults", [])
    for one in opened:
        if times := one.taken():
            outcome.faults.append(f"opened: a file that only the data names, {times} times")
        one.close()
    for folder, was in before.items():
        outcome.faults += [f"changed: {said}" for said in differences(was, listing(folder))]
    for name in ("tmp", "cwd"):
        outcome.faults += [f"litter: {name}/{path.name}" for path in (place / name).iterdir()]
    strange = {path.name for path in (place / "home").iterdir()} - set(_OWN)
    outcome.faults += [f"litter: home/{name}" for name in sorted(strange)]
    _judge(outcome)
    for name in ("stdout", "stderr", "said"):
        (place / name).unlink(missing_ok=True)
    return outcome


def _judge(outcome: Outcome) -> None:
    faults, err = outcome.faults, outcome.err
    if outcome.signal:
        faults.append(f"crash: ended by {signal.Signals(outcome.signal).name}")
    elif outcome.status not in {0, 1}:
        faults.append(f"status: {outcome.status}")
    if "Traceback" in err or "made a mistake" in err or "Fatal Python" in err:
        faults.append("traceback: on standard error")
    if outcome.status == 1 and outcome.command not in {"check", "window"} and not err.strip():
        faults.append("silence: status 1 and not a word")
    for line in err.splitlines():
        if not line.startswith("detente: "):
            faults.append(f"stderr: {line[:200]!r}")
            break
        if not line.isprintable() or len(line) > 2_000:
            faults.append(f"stderr: no sentence: {line[:200]!r}")
            break
    if any(not letter.isprintable() and letter not in "\n\t" for letter in outcome.out):
        faults.append("stdout: control characters")
    if outcome.memory > MOST_MEMORY:
        faults.append(f"memory: {outcome.memory >> 20} MB")
    if outcome.turn > LONGEST_TURN:
        faults.append(f"turn: {outcome.turn:.2f} s of the main thread")
    if outcome.steps > MOST_STEPS:
        faults.append(f"steps: {outcome.steps:,} of SQLite")


def _be_tried(work: Callable[[dict[str, Any]], int | str | None], place: Path) -> None:
    status: int | str | None = 70
    said: dict[str, Any] = {}
    try:
        for number, name in ((1, "stdout"), (2, "stderr")):
            target = os.open(place / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(target, number)
            os.close(target)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        # Whatever stood in their place, as a test's own record.
        sys.stdout, sys.stderr = (open(n, "w", encoding="utf-8", closefd=False) for n in (1, 2))  # noqa: SIM115
        os.chdir(place / "cwd")
        home = place / "home"
        os.environ.update({f"XDG_{name.upper()}_HOME": str(home / name) for name in _OWN[:-1]})
        os.environ.update(HOME=str(home), TMPDIR=str(place / "tmp"), XDG_RUNTIME_DIR=str(home / "run"))
        (home / "run").mkdir(mode=0o700, exist_ok=True)
        resource.setrlimit(resource.RLIMIT_CPU, (_PROCESSOR, _PROCESSOR + 5))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        faulthandler.enable()
        _drop_rights()
        _count_steps(said)
        with contextlib.suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        try:
            status = work(said)
        except SystemExit as stopped:
            status = stopped.code
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:  # noqa: BLE001 - whatever it is, it is told and the copy ends here
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        said["memory"] = _peak()
        with contextlib.suppress(OSError):
            (place / "said").write_text(json.dumps(said), encoding="utf-8")
        os._exit(status if isinstance(status, int) else 70)


def _drop_rights() -> None:
    """Let even root be refused what the owner of a file may not do."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    head = ctypes.create_string_buffer(struct.pack("=Ii", 0x20080522, 0))
    data = ctypes.create_string_buffer(24)
    if libc.capget(head, data) == 0:
        rights = list(struct.unpack("=6I", data.raw))
        for at in (0, 1):
            rights[at] &= ~_SKIPPED_RIGHTS
        libc.capset(head, ctypes.create_string_buffer(struct.pack("=6I", *rights), 24))


def _count_steps(said: dict[str, Any]) -> None:
    from explorer.storage import connection

    spend = connection.Connection._spend  # pyright: ignore[reportPrivateUsage] - nothing else sees each look

    def counted(self: connection.Connection) -> int:
        said["steps"] = said.get("steps", 0) + connection.STEPS
        return spend(self)

    connection.Connection._spend = counted  # pyright: ignore[reportPrivateUsage]


def _peak() -> int:
    with contextlib.suppress(OSError):
        text = Path("/proc/self/status").read_text(encoding="ascii")
        return int(text.partition("VmHWM:")[2].split()[0]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _wait(child: int, outcome: Outcome) -> None:
    begun, pause = time.monotonic(), 0.001
    while True:
        pid, status, used = os.wait4(child, os.WNOHANG)
        if pid:
            break
        if time.monotonic() - begun > _PATIENCE:
            os.kill(child, signal.SIGKILL)
            outcome.faults.append(f"hang: no end after {_PATIENCE:.0f} s")
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)
    outcome.seconds, outcome.memory = used.ru_utime + used.ru_stime, used.ru_maxrss * 1024
    if os.WIFSIGNALED(status):
        outcome.signal = os.WTERMSIG(status)
    else:
        outcome.status = os.WEXITSTATUS(status)


def listing(folder: Path) -> dict[str, tuple[object, ...]]:
    """What is in a folder: kind, rights, size, time and digest of each thing by its name."""
    return dict(_listed(folder, folder))


def _listed(folder: Path, root: Path) -> Iterator[tuple[str, tuple[object, ...]]]:
    about = folder.stat()
    yield str(folder.relative_to(root)) + "/", (stat.S_IMODE(about.st_mode), about.st_mtime_ns)
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        status = entry.stat(follow_symlinks=False)
        if stat.S_ISDIR(status.st_mode):
            yield from _listed(Path(entry.path), root)
            continue
        digest = ""
        if stat.S_ISLNK(status.st_mode):
            digest = str(Path(entry.path).readlink())
        elif stat.S_ISREG(status.st_mode) and status.st_size <= _READ:
            with contextlib.suppress(PermissionError):
                digest = hashlib.sha256(Path(entry.path).read_bytes()).hexdigest()
        name = str(Path(entry.path).relative_to(root))
        yield name, (status.st_mode, status.st_size, status.st_mtime_ns, status.st_ino, digest)


def differences(before: dict[str, tuple[object, ...]], after: dict[str, tuple[object, ...]]) -> list[str]:
    """What is gone, new or another of two listings."""
    found = [f"{name!r} is gone" for name in before.keys() - after.keys()]
    found += [f"{name!r} is new" for name in after.keys() - before.keys()]
    return found + [
        f"{name!r} is another" for name in before.keys() & after.keys() if before[name] != after[name]
    ]


def removed(place: Path) -> None:
    """Nothing is left of a trial, whatever rights its folders have."""
    for folder, _, _ in os.walk(place):
        Path(folder).chmod(0o700)
    shutil.rmtree(place, ignore_errors=True)
