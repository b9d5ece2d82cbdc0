"""The log in the user's state folder: what was opened, what failed, what Qt said, and how a crash came about.

`begin` may be called late: what is said before is kept until then. A folder that cannot be written to is no
error: then there is only what `tail` remembers of this session.
"""

import collections
import contextlib
import faulthandler
import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO, Final

from explorer.host import places
from explorer.host.terminal import visible_lines

LOG: Final = logging.getLogger("detente")

#: Bytes of one file of the log, and older ones kept beside it; bytes of a crash that are copied into it.
_SIZE: Final = 500_000
_KEPT: Final = 3
_CRASH: Final = 20_000
#: Lines remembered of a session whose log cannot be written.
_REMEMBERED: Final = 300


class _Quiet(RotatingFileHandler):
    """A full disk, or a log that another window has open where that matters, stops nothing."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        del record

    def close(self) -> None:
        # What is still to be written may find no room either.
        with contextlib.suppress(OSError):
            super().close()


class _Memory(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: collections.deque[str] = collections.deque(maxlen=_REMEMBERED)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


class _Shown(logging.Formatter):
    """Lines in which nothing acts on a terminal, those of one entry set off from the next."""

    def format(self, record: logging.LogRecord) -> str:
        return visible_lines(super().format(record)).replace("\n", "\n    ")


_FORM: Final = _Shown("%(asctime)s %(levelname)s %(threadName)s: %(message)s")
_MEMORY: Final = _Memory()
_MEMORY.setFormatter(_FORM)
LOG.addHandler(_MEMORY)
LOG.setLevel(logging.INFO)
# Nothing of ours on standard error: who asked for a log finds it in its file.
LOG.propagate = False

_open_crash: list[IO[bytes]] = []


def path() -> Path:
    """The file of the log, whether it is there or not."""
    return places.state() / "detente.log"


def crash_path() -> Path:
    """The file that the interpreter writes to while the process dies."""
    return places.state() / "crash.txt"


def begin(*, is_first: bool) -> bool:
    """Write to the log's file from now on; False where that cannot be.

    The first window of a user also keeps what its process says as it dies, and puts into the log what the
    one before said.
    """
    try:
        path().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = _Quiet(path(), maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return False
    file.setFormatter(_FORM)
    with (
        contextlib.suppress(OSError),
        path().open("a", encoding="utf-8", errors="backslashreplace") as stream,
    ):
        stream.writelines(f"{line}\n" for line in _MEMORY.lines)
    LOG.addHandler(file)
    if is_first:
        with contextlib.suppress(OSError):
            _watch_for_crashes()
    return True


def end() -> None:
    """Close the log's file: nothing is written to it any more."""
    for handler in list(LOG.handlers):
        if isinstance(handler, _Quiet):
            LOG.removeHandler(handler)
            handler.close()
    if _open_crash:
        faulthandler.disable()
        _open_crash.pop().close()


def _watch_for_crashes() -> None:
    crash = crash_path()
    with contextlib.suppress(FileNotFoundError):
        said = crash.read_bytes()[:_CRASH].decode(errors="replace").strip()
        if said:
            LOG.error("The program before this one died:\n%s", said)
    stream = crash.open("wb")
    _open_crash.append(stream)
    faulthandler.enable(stream, all_threads=True)


def tail(letters: int = 12_000) -> str:
    """The end of the log in whole lines: of its file, and of this session where that is not written to it.

    Reads from the disk.
    """
    for handler in LOG.handlers:
        handler.flush()
    try:
        with path().open("rb") as stream:
            stream.seek(0, os.SEEK_END)
            stream.seek(max(0, stream.tell() - 4 * letters))
            text = stream.read().decode(errors="replace")
    except OSError:
        text = ""
    if not any(isinstance(handler, _Quiet) for handler in LOG.handlers):
        text = "\n".join([*text.splitlines(), *_MEMORY.lines])
    if len(text) > letters:
        text = text[-letters:].partition("\n")[2]
    return text.strip()
