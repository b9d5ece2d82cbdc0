"""Room for large columns that goes back to the system the moment a column is dropped.

The C library keeps what was freed below 32 MB for itself: loading ten million events would leave a third
of its own work behind as memory that nobody uses.
"""

import mmap
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

#: Below this, the C library knows best.
_LARGE: Final = 2**20


def room(size: int, kind: npt.DTypeLike) -> npt.NDArray[Any]:
    """An array of `size` numbers, not filled in."""
    dtype = np.dtype(kind)
    length = size * dtype.itemsize
    if length < _LARGE:
        return np.empty(size, dtype)
    if hasattr(mmap, "MAP_PRIVATE"):
        memory = mmap.mmap(-1, length, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    else:
        memory = mmap.mmap(-1, length)
    if hasattr(mmap, "MADV_HUGEPAGE"):
        # Half the time to fill it, as numpy does for its own.
        memory.madvise(mmap.MADV_HUGEPAGE)
    return np.frombuffer(memory, dtype)


def joined(pieces: Sequence[npt.NDArray[Any]]) -> npt.NDArray[Any]:
    """All of some arrays of one type, one after another."""
    whole = room(sum(len(piece) for piece in pieces), pieces[0].dtype)
    return np.concatenate(pieces, out=whole)


def converted(values: npt.NDArray[Any], kind: npt.DTypeLike) -> npt.NDArray[Any]:
    """A copy of an array in another type."""
    copy = room(len(values), kind)
    np.copyto(copy, values, casting="unsafe")
    return copy
