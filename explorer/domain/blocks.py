"""Long columns a block at a time, between which a thread that computes aside lets the one in a hurry pass.

Two threads of Python that both call into numpy or Qt thousands of times a second hold each other up at every
call: a frame that takes 15 ms alone takes 100 beside them. Whoever paints takes the right of way meanwhile.
"""

import threading
import time
from collections.abc import Iterator
from typing import Final

#: Rows in a block: a few arrays of as many bytes stay in the second-level cache.
BLOCK: Final = 2**17

#: Seconds that a computation stands aside at once, and the share of that for which it then goes on.
_LONGEST: Final = 0.05
_SHARE: Final = 0.25


class RightOfWay:
    """Held by one thread from `take` to `give`; any other that asks to `pass_` waits for a while.

    However long it is held, the others go on for a part of the time.
    """

    def __init__(self) -> None:
        self._is_free = threading.Event()
        self._is_free.set()
        self._owner = 0
        self._goes_on = 0.0

    def take(self) -> None:
        """Let the others stand aside from now on."""
        self._owner = threading.get_ident()
        self._is_free.clear()

    def give(self) -> None:
        """Let the others go on."""
        self._is_free.set()

    def pass_(self) -> None:
        """Wait while another thread holds it, at most a moment."""
        if self._is_free.is_set() or threading.get_ident() == self._owner:
            return
        begun = time.monotonic()
        if begun < self._goes_on:
            return
        self._is_free.wait(_LONGEST)
        now = time.monotonic()
        self._goes_on = now + (now - begun) * _SHARE


#: The one of this process: the window's thread takes it while it handles events.
RIGHT_OF_WAY: Final = RightOfWay()


def blocks(size: int, block: int = BLOCK) -> Iterator[tuple[int, int]]:
    """The stretches [first, last) that together make up [0, size)."""
    for first in range(0, size, block):
        if first:
            RIGHT_OF_WAY.pass_()
        yield first, min(first + block, size)
