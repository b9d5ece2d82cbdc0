"""Whether a program is just writing into a database, asked of the system and not of SQLite.

To know it, SQLite opens the journal, and for root gives that the owner of the database: a change of a file
that was only to be read.
"""

import struct
import sys
from pathlib import Path
from typing import Final

#: The byte that SQLite locks to write: https://www.sqlite.org/lockingv3.html, os.h calls it RESERVED_BYTE.
_RESERVED: Final = 0x40000001

#: The struct flock of 64-bit Linux: type, whence, start, length, process.
_FLOCK: Final = struct.Struct("@hhqqi4x")


def is_being_written(path: Path) -> bool | None:
    """Whether another program holds the lock for writing; None where the system cannot be asked."""
    if sys.platform != "linux" or sys.maxsize < 2**32:
        return None
    import fcntl
    import os

    asked = _FLOCK.pack(fcntl.F_WRLCK, os.SEEK_SET, _RESERVED, 1, 0)
    try:
        with path.open("rb", buffering=0) as stream:
            found = fcntl.fcntl(stream, fcntl.F_GETLK, asked)
    except OSError:
        return None
    return bool(_FLOCK.unpack(found)[0] != fcntl.F_UNLCK)
