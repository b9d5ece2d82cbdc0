"""A command that is told to end while it writes: it ends at once, and leaves nothing half written.

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

    Other commands they end as the system does, and so does Ctrl+C: the main thread waits inside Qt or SQLite,
    where Python would see the signal only later, and Qt would swallow the exception.
    """
    wanted = (chosen.format or format_of(chosen.out)) if command == "export" else None
    if wanted is None or wanted.kind != "table":
        former = signal.getsignal(signal.SIGINT)
        is_changed = former is signal.default_int_handler
        if is_changed:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
        try:
            yield
        finally:
            if is_changed:
                signal.signal(signal.SIGINT, former)
        return
    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    formers = [(number, signal.signal(number, _end)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in formers:
            signal.signal(number, handler)


def _end(number: int, _: FrameType | None) -> NoReturn:
    # The status that a shell gives to what a signal has ended.
    raise SystemExit(128 + number)
