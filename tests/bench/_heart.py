"""A heart on the main thread of a program: how long its event loop was ever held up, and by what.

Beats of a timer are expected every BEAT milliseconds. What a beat comes late by is told apart, as the
system counts it: time that the main thread computed, time that it (or a thread it waited for) was ready to
run while another program had the processor, and the rest, spent waiting for a lock or a disk.
"""

import contextlib
import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer

BEAT: Final = 5
#: Milliseconds that count as held up.
LONG: Final = 100


@dataclass(frozen=True, slots=True)
class Late:
    """One beat more than LONG late, in milliseconds: `wall` beyond BEAT, and what it went by.

    `own` is the main thread's processor time, `others` that of all other threads of the program; `queued` is
    how long the main thread stood ready without a processor, `others_queued` the same of the others.
    """

    at: float
    wall: float
    own: float
    others: float
    queued: float
    others_queued: float

    @property
    def is_ours(self) -> bool:
        """Whether it was late by more than LONG even without the waits that other programs caused."""
        return self.wall - self.queued - self.others_queued > LONG


class Heart(QObject):
    """Beats from `start` to `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gaps: list[float] = []
        self.late: list[Late] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._main = _Queue(threading.get_native_id())
        self._others: list[_Queue] = []
        self._begun = 0.0
        self._last = (0.0, 0.0, 0.0, 0.0, 0.0)

    def start(self) -> None:
        """Begin to measure; the threads that run now are the ones that are looked at."""
        own = threading.get_native_id()
        with contextlib.suppress(OSError):
            self._others = [_Queue(thread) for thread in _threads() if thread != own]
        self.gaps.clear()
        self.late.clear()
        self._begun = time.perf_counter()
        self._last = self._now()
        self._timer.start(BEAT)

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()

    def told(self) -> dict[str, Any]:
        """The figures, as a soak prints them."""
        gaps = sorted(self.gaps) or [0.0]
        return {
            "beats": len(self.gaps),
            "p50_ms": round(gaps[len(gaps) // 2], 1),
            "p99_ms": round(gaps[int(len(gaps) * 0.99)], 1),
            "longest_ms": round(gaps[-1], 1),
            "over_100_ms": len(self.late),
            "over_100_ms_by_itself": sum(late.is_ours for late in self.late),
            "longest_by_itself_ms": round(
                max((late.wall - late.queued - late.others_queued for late in self.late), default=0.0), 1
            ),
            "late": [
                {name: round(getattr(late, name), 1) for name in Late.__slots__}
                for late in sorted(self.late, key=lambda late: -late.wall)[:12]
            ],
        }

    def _now(self) -> tuple[float, float, float, float, float]:
        own = time.thread_time() * 1000
        return (
            time.perf_counter() * 1000,
            own,
            time.process_time() * 1000 - own,
            self._main.waited(),
            sum(other.waited() for other in self._others),
        )

    def _beat(self) -> None:
        now = self._now()
        wall, own, others, queued, others_queued = (b - a for a, b in zip(self._last, now, strict=True))
        self._last = now
        self.gaps.append(wall - BEAT)
        if wall - BEAT > LONG:
            at = now[0] / 1000 - self._begun
            self.late.append(Late(at, wall - BEAT, own, others, queued, others_queued))


def _threads() -> list[int]:
    return [int(folder.name) for folder in Path("/proc/self/task").iterdir()]


class _Queue:
    """How long one thread of this process has stood ready without a processor, where the system says so."""

    def __init__(self, thread: int) -> None:
        self._file = -1
        with contextlib.suppress(OSError):
            self._file = os.open(f"/proc/self/task/{thread}/schedstat", os.O_RDONLY)

    def waited(self) -> float:
        """Milliseconds so far, 0 where nobody knows."""
        if self._file < 0:
            return 0.0
        try:
            return int(os.pread(self._file, 100, 0).split()[1]) / 1e6
        except (OSError, IndexError):
            return 0.0


def resident() -> int:
    """MiB of memory that the process holds; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024
