"""A command that is told to end while it writes a table: it ends at once, and leaves nothing half written."""

import contextlib
import signal
from collections.abc import Generator
from types import FrameType
from typing import NoReturn

#: What a system sends at its end, and a terminal when its window closes.
_SIGNALS = ("SIGTERM", "SIGHUP")


@contextlib.contextmanager
def ending_cleanly() -> Generator[None]:
    """While the block runs, SIGTERM and SIGHUP end it as an exception, and the process as they always do.

    Not for a block that waits inside Qt, which does not let Python see signals.
    """
    former = {
        getattr(signal, name): signal.signal(getattr(signal, name), _end)
        for name in _SIGNALS
        if hasattr(signal, name)
    }
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def _end(number: int, _: FrameType | None) -> NoReturn:
    # The status that a shell gives to what a signal has ended.
    raise SystemExit(128 + number)
