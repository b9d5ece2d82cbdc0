"""A command that meets a mistake of ours: one sentence and status 1, the traceback in the log.

cli.main runs every command that opens no window in `mistakes_caught`. Those that paint let Qt call functions
of ours, whose exceptions Qt would only print before it goes on.
"""

import contextlib
import sys
from collections.abc import Generator
from types import TracebackType

from explorer.domain.errors import ExplorerError
from explorer.host import log


class MistakeError(ExplorerError):
    """An exception that nobody expected."""


@contextlib.contextmanager
def mistakes_caught() -> Generator[None]:
    """Raise the first exception that nobody expected as MistakeError, also one that Qt was given."""
    met: list[BaseException] = []

    def keep(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        met.append(error)

    former, sys.excepthook = sys.excepthook, keep
    try:
        yield
    except (ExplorerError, OSError):
        # Told as what it is, unless it only follows from the mistake.
        if not met:
            raise
    except Exception as error:  # noqa: BLE001 - whatever it is, it goes into the log and is told
        met.append(error)
    finally:
        sys.excepthook = former
    for error in met:
        if isinstance(error, KeyboardInterrupt):
            raise error
    if met:
        raise _told(met[0])


def _told(error: BaseException) -> MistakeError:
    is_kept = log.begin(is_first=False)
    log.LOG.error("A command failed", exc_info=error)
    log.end()
    where = f"“{log.path()}” has the details" if is_kept else "no log could be written"
    return MistakeError(
        f"Détente made a mistake ({type(error).__name__}: {str(error)[:200]}).",
        f"Please report it; {where}.",
    )
