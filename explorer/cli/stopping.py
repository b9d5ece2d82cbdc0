"""A command that is told to end while it writes a table: it ends at once, and leaves nothing half written.

cli.main runs the commands that do not open the window in `ending_cleanly`.
"""

import argparse
import contextlib
import signal
from collections.abc import Generator
from types import FrameType
from typing import NoReturn

from explorer.formats import format_of

#: What a system sends at its end, and a terminal when its window closes.
_SIGNALS = ("SIGTERM", "SIGHUP")


@contextlib.contextmanager
def ending_cleanly(command: str, chosen: argparse.Namespace) -> Generator[None]:
    """While a table is exported, SIGTERM and SIGHUP end that as an exception, and the process as ever.

    Other commands they end as the system does. For a picture the main thread waits inside Qt, where Python
    would see the signal only later.
    """
    wanted = (chosen.format or format_of(chosen.out)) if command == "export" else None
    if wanted is None or wanted.kind != "table":
        yield
        return
    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    former = [(number, signal.signal(number, _end)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in former:
            signal.signal(number, handler)


def _end(number: int, _: FrameType | None) -> NoReturn:
    # The status that a shell gives to what a signal has ended.
    raise SystemExit(128 + number)
