"""What tells one state of a database file from another: asked at every question, and by the column cache.

`state_of` looks at the file system alone; `Header` reads the few bytes at a file's head that SQLite counts
by.
"""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from explorer.storage.uri import beside

#: Bytes of SQLite's header, and of that of a write-ahead log.
_HEADER: Final = 100
_LOG_HEADER: Final = 32
_WAL: Final = 2


def state_of(path: Path) -> str:
    """What changes with every change of a database, by name, size and times; "" where there is no file.

    Told without opening it: opening and closing a file takes SQLite's locks on it from this process. The time
    of the last change of the inode counts too, which no program can set back.
    """
    # Asked several times at every question: without the detours of pathlib.
    name = os.fspath(path)
    if os.path.islink(name):  # noqa: PTH114
        # SQLite keeps its log beside what the link leads to.
        name = os.path.realpath(name)
    log = _state_of(name + "-wal")
    return f"{_state_of(name)} {log}" if log else _state_of(name)


def _state_of(name: str) -> str:
    try:
        status = os.stat(name)  # noqa: PTH116 - see above
    except (OSError, ValueError):
        return ""
    # An empty log of changes is as good as none.
    if not status.st_size:
        return ""
    return f"{status.st_ino}:{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}"


@dataclass(frozen=True, slots=True)
class Header:
    """The first bytes of a database: https://www.sqlite.org/fileformat2.html#the_database_header."""

    data: bytes

    @property
    def page_size(self) -> int:
        """Bytes in a page."""
        size = int.from_bytes(self.data[16:18], "big")
        return 65_536 if size <= 1 else size

    @property
    def claimed_size(self) -> int:
        """Bytes that the file has by its header, 0 where that does not say so reliably."""
        if len(self.data) < _HEADER or self.data[24:28] != self.data[92:96]:
            return 0
        return self.page_size * int.from_bytes(self.data[28:32], "big")

    @property
    def has_log(self) -> bool:
        """True for a database that is written through a write-ahead log."""
        return self.data[18:20].find(_WAL) >= 0

    @property
    def counters(self) -> str:
        """How often the file was written, and its schema changed, in hexadecimal digits."""
        return f"{self.data[24:28].hex()} {self.data[40:44].hex()} {self.data[92:96].hex()}"


def identity_of(path: Path, header: Header) -> str:
    """What a cache of a database is known by: its state, SQLite's counters, and the salts of its log."""
    log = b""
    with contextlib.suppress(OSError):
        if beside(path, "-wal").is_file():
            with beside(path, "-wal").open("rb") as stream:
                log = stream.read(_LOG_HEADER)
    return f"{os.fsencode(path.absolute()).hex()} {state_of(path)} {header.counters} {log.hex()}"
