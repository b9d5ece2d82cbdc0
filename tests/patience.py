"""How long tests wait for what must happen: far longer than the busiest machine takes, and never asserted.

No test claims that something took less than so long. One that waits in vain says what for.
"""

import time
from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

#: Seconds that anything may take before a test gives up on it, and in milliseconds, as Qt has them.
SECONDS = 60.0
PATIENCE = 60_000
#: Seconds that a process of its own may take from its start to its end.
PROCESS = 300.0


class PatientBot(QtBot):
    """pytest-qt's hands, whose waits end after PATIENCE where a test says nothing else."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)  # pyright: ignore[reportUnknownMemberType]

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]


def until(true: Callable[[], object], what: str, told: Callable[[], str] = str) -> None:
    """Wait, without turning Qt's event loop, until something is true; `told` adds to the complaint."""
    end = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < end, f"waited {SECONDS:.0f} s for {what}\n{told()}"
        time.sleep(0.005)
