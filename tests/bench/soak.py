"""A long session: wheel, drag, brush, search, filter, regroup. How long the event loop was ever held up.

    python -m tests.bench soak --events N --minutes M

Prints the longest and the 99th percentile of the gaps between beats of a timer on the main thread, beyond
its interval, in wall milliseconds, and the memory before and after. Actions take turns every 150 ms.
"""

import argparse
import json
import os
import random
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.bench.databases import database_of

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

BEAT: Final = 5
TURN: Final = 150


def main(arguments: list[str]) -> int:
    """Print one JSON line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench soak")
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--minutes", type=float, default=10.0)
    chosen = parser.parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    from explorer import app as program
    from explorer.domain.view_request import ViewRequest

    path = chosen.db or database_of(chosen.events)
    window = program.staged(path, ViewRequest(), (1920, 1080), 1.0, "light")
    session = _Session(window)
    loop = QEventLoop()
    gaps: list[float] = []
    last = [time.perf_counter()]

    def beat() -> None:
        now = time.perf_counter()
        gaps.append((now - last[0]) * 1000 - BEAT)
        last[0] = now

    # Each action has been tried once before memory is first read: caches have their size then.
    for _ in range(2 * len(session.actions)):
        session.act()
        program.application([]).processEvents()
        while window.collection.loader.is_busy:
            program.application([]).processEvents()
    first = _resident()
    heart = QTimer()
    heart.setTimerType(Qt.TimerType.PreciseTimer)
    heart.timeout.connect(beat)
    turns = QTimer()
    turns.timeout.connect(session.act)
    last[0] = time.perf_counter()
    heart.start(BEAT)
    turns.start(TURN)
    QTimer.singleShot(round(chosen.minutes * 60_000), loop.quit)
    loop.exec()
    heart.stop()
    turns.stop()
    while window.collection.loader.is_busy:
        program.application([]).processEvents()
    gaps.sort()
    print(
        json.dumps(
            {
                "bench": "soak",
                "case": f"{chosen.minutes:g} minutes",
                "events": len(window.collection.index or ()),
                "actions": session.done,
                "longest_ms": round(gaps[-1], 1),
                "p99_ms": round(gaps[int(len(gaps) * 0.99)], 1),
                "over_100_ms": sum(gap > 100 for gap in gaps),
                "slowest_call_ms": session.slowest,
                "mib_first": first,
                "mib_last": _resident(),
            }
        )
    )
    window.close()
    return 0


class _Session:
    """What a user does, in turn, with numbers from a fixed seed."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._random = random.Random(1)
        self.done = 0
        self.slowest: dict[str, float] = {}
        self.actions = (
            self._wheel, self._drag, self._wheel, self._drag, self._brush, self._filter, self._wheel,
            self._search, self._step, self._clear, self._regroup, self._wheel, self._fit,
        )  # fmt: skip

    def act(self) -> None:
        """Do the next thing."""
        action = self.actions[self.done % len(self.actions)]
        before = time.perf_counter()
        action()
        took = (time.perf_counter() - before) * 1000
        name = action.__name__.strip("_")
        self.slowest[name] = max(self.slowest.get(name, 0.0), round(took, 1))
        self.done += 1

    def _wheel(self) -> None:
        self._window.timeline.zoom(self._random.choice([0.6, 1.5, 2.5, 4.0]), self._random.uniform(100, 900))

    def _drag(self) -> None:
        self._window.timeline.pan(self._random.uniform(-300, 300))

    def _brush(self) -> None:
        every = self._window.collection.whole
        if every is not None:
            length = round(every.length * self._random.uniform(0.01, 0.4))
            start = every.start + round((every.length - length) * self._random.random())
            self._window.store.edit(window=replace(every, start=start, end=start + length))

    def _filter(self) -> None:
        index, store = self._window.collection.index, self._window.store
        assert index is not None
        kinds = self._random.sample(index.facets["kind"].slugs, 5)
        store.edit(filter=store.state.filter.choosing("kind", kinds))

    def _search(self) -> None:
        self._window.commands.search(self._random.choice(["nem", "tor", "hemnaki", "vert"]))

    def _step(self) -> None:
        self._window.timeline.travel.in_time(1)

    def _clear(self) -> None:
        self._window.commands.clear_filters()

    def _regroup(self) -> None:
        self._window.store.edit(lanes=self._random.choice(["relationship", "kind", "person"]))

    def _fit(self) -> None:
        self._window.timeline.travel.fit()


def _resident() -> int:
    """MiB of memory that the process holds; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024
