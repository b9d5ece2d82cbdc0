"""The one window of a user's desktop: the first start holds a lock, later ones hand over their call.

What is handed over is a file in a folder that only the user can look into; the window removes it when it
takes it, the later start when it has waited long enough. Whichever removes it decides, so that a call is
shown once and never lost. Nothing here opens a socket, and the system lets go of the lock whatever ends its
process. cli.window calls `enter` before Qt is loaded; ui.arrivals reads the calls.
"""

import contextlib
import hashlib
import json
import os
import sys
import time
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Final

from explorer.host import places

#: The form of a call; a window of another version leaves it alone.
_FORM: Final = 1
#: Seconds that a window may take to take a call, and one that is starting or ending; between looks.
PATIENCE: Final = 1.0
_LONG_PATIENCE: Final = 10.0
_PAUSE: Final = 0.01
#: Seconds after which nobody waits for a call any more.
_STALE: Final = 2 * _LONG_PATIENCE
#: Bytes of a call that is worth reading.
_LARGE: Final = 1_000_000

_ENDING: Final = ".call"
#: The first byte of the lock's file says whether its window takes calls.
_READY, _BUSY = b"r", b"-"
#: Where Windows locks a byte: beyond what is read.
_FAR: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Call:
    """What a start was called with: a file, absolute, or ""; the options of VIEW as a line; whether the
    file is an export; what lets a window of Wayland or X11 come to the front.
    """

    path: str = ""
    view: str = ""
    is_export: bool = False
    token: str = ""


class Instance:
    """The lock, held until `close` or the end of the process."""

    def __init__(self, folder: Path, lock: int) -> None:
        self.folder = folder
        self._lock = lock

    def say_ready(self, is_ready: bool) -> None:
        """Tell later starts whether to wait for a moment only, or for a window that is starting or ending."""
        if self._lock >= 0:
            _write(self._lock, _READY if is_ready else _BUSY)

    def taken(self) -> list[Call]:
        """The calls that wait, the earliest first; each is given once."""
        found: list[Call] = []
        for path in _waiting(self.folder):
            call = _read(path)
            if call is None:
                continue
            try:
                path.unlink()
            except OSError:
                # Whoever called has given up, and shows a window of its own.
                continue
            found.append(call)
        return found

    def close(self) -> None:
        """Let a later start be the first."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


@dataclass(frozen=True, slots=True)
class Entered:
    """What `enter` came to: `is_taken` when the running window shows the call, else perhaps the lock."""

    is_taken: bool = False
    instance: Instance | None = None


def enter(call: Call, *, is_alone: bool = False) -> Entered:
    """Hand the call to the window that runs, or become it.

    With `is_alone` nothing is handed over. Where the lock cannot be had and the window does not answer, or
    where no file can be written, the answer is neither: a window of its own.
    """
    try:
        folder = _made(places.running())
        instance = _claimed(folder)
    except OSError:
        return Entered()
    if instance is not None or is_alone:
        return Entered(instance=instance)
    try:
        return _handed_over(folder, call)
    except OSError:
        return Entered()


def _handed_over(folder: Path, call: Call) -> Entered:
    _remove_stale(folder)
    # The time first: calls are taken in their order.
    name = f"{time.time_ns():020}-{os.getpid()}-{os.urandom(4).hex()}"
    waiting, draft = folder / (name + _ENDING), folder / (name + ".part")
    draft.write_text(json.dumps({"form": _FORM, **asdict(call)}), encoding="ascii")
    draft.rename(waiting)
    began = time.monotonic()
    while waiting.exists():
        instance = _claimed(folder)
        waited = time.monotonic() - began
        is_over = waited > (PATIENCE if _is_ready(folder) else _LONG_PATIENCE)
        if instance is not None or is_over:
            try:
                waiting.unlink()
            except FileNotFoundError:
                # Taken just now.
                if instance is not None:
                    instance.close()
                break
            return Entered(instance=instance)
        time.sleep(_PAUSE)
    return Entered(is_taken=True)


def _made(parent: Path) -> Path:
    """The folder for this screen: a window on another one is of no use here. Raises OSError."""
    screen = "\n".join(os.environ.get(name, "") for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"))
    folder = parent / hashlib.sha256(screen.encode(errors="surrogateescape")).hexdigest()[:12]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not places.is_ours(folder):
        raise PermissionError(f"{folder} is another user's.")
    if sys.platform != "win32":
        folder.chmod(0o700)
    return folder


def _claimed(folder: Path) -> Instance | None:
    """The lock, None while another process holds it. Raises OSError where there can be none."""
    lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        is_held = _lock(lock)
        if is_held:
            _write(lock, _BUSY)
            if sys.platform != "win32":
                # The sticky bit keeps it from being tidied away under a window that is open for days.
                with contextlib.suppress(OSError):
                    os.fchmod(lock, 0o1600)
    except BaseException:
        os.close(lock)
        raise
    if not is_held:
        os.close(lock)
        return None
    return Instance(folder, lock)


def _lock(descriptor: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _write(descriptor: int, state: bytes) -> None:
    # A full disk only makes later starts wait longer.
    with contextlib.suppress(OSError):
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, state)


def _is_ready(folder: Path) -> bool:
    with contextlib.suppress(OSError), (folder / "lock").open("rb") as stream:
        return stream.read(1) == _READY
    return False


def _waiting(folder: Path) -> list[Path]:
    try:
        return sorted(folder.glob("*" + _ENDING))
    except OSError:
        return []


def _read(path: Path) -> Call | None:
    """The call in a file, None for one that is none of ours or that nobody waits for."""
    try:
        found = path.stat()
        if found.st_size > _LARGE or time.time() - found.st_mtime > _STALE:
            return None
        told: Any = json.loads(path.read_text(encoding="ascii"))
        if told["form"] != _FORM:
            return None
        values = {one.name: told[one.name] for one in fields(Call)}
    except (OSError, ValueError, KeyError, TypeError):
        return None
    is_sound = all(isinstance(values[name], str) for name in ("path", "view", "token"))
    return Call(**values) if is_sound and isinstance(values["is_export"], bool) else None


def _remove_stale(folder: Path) -> None:
    for path in (*_waiting(folder), *folder.glob("*.part")):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > _STALE:
                path.unlink()
