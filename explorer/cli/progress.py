"""How far a command has come, on standard error and only where that is a terminal."""

import contextlib
import sys
import time
from collections.abc import Callable, Generator
from typing import Final

from explorer.host.terminal import overwrite

#: Seconds after which work is worth a percentage.
SLOW: Final = 0.5


@contextlib.contextmanager
def progress_on_terminal(work: str) -> Generator[Callable[[int, int], bool] | None]:
    """What `progress(done, total)` of long work may be: “Reading … 40 %”, gone in the end; None elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    shown, begun = -1, time.monotonic()

    def show(done: int, total: int) -> bool:
        nonlocal shown
        percent = 100 * done // max(total, 1)
        if percent > shown and time.monotonic() - begun > SLOW:
            shown = percent
            overwrite(f"{work} … {percent} %")
        return True

    try:
        yield show
    finally:
        if shown >= 0:
            overwrite(" " * 20)
            overwrite("")
