"""What one frame costs: axes, titles, a filter, pan and zoom steps at five zooms, 1920 × 1080.

    python -m tests.bench frame --events N [--db PATH] [--dim] [--against M]

CPU time of the main thread for one change of the window and its repaint. The reference is one pan step of
an empty pyqtgraph PlotWidget with axes in the same process. Titles are read between the frames, as in use.

With `--against M` a database of M events is measured in the same process, each case before and after the same
case of N events, at windows as much longer (N / M times at most, and the whole span) as it takes to draw as
many marks; the reference is then that case.
"""

import argparse
import json
import os
import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.bench.databases import database_of
from tests.bench.result import report

if TYPE_CHECKING:
    from explorer.domain.interval import Interval

DAY: Final = 86_400
ZOOMS: Final = (
    ("whole span", 0),
    ("decade", 3653 * DAY),
    ("year", 365 * DAY),
    ("two months", 61 * DAY),
    ("week", 7 * DAY),
)
WAYS: Final = ("pan", "zoom")
STEPS: Final = 24
#: Lengths of windows that are tried, beyond the first, to draw as many marks.
TRIALS: Final = 12


@dataclass(frozen=True, slots=True)
class Moved:
    """Milliseconds of each step of one way of moving at one zoom, and the median of the marks drawn."""

    times: list[float]
    marks: int


def main(arguments: list[str]) -> int:
    """Print a JSON line for each zoom and way of moving, and one for all of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench frame")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--lanes", default="relationship")
    parser.add_argument("--dim", action="store_true", help="leave what the filter shuts out as dim density")
    parser.add_argument("--against", type=int)
    chosen = parser.parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    stage = _Stage(chosen.db or database_of(chosen.events), chosen.lanes, is_dim=chosen.dim)
    if chosen.against is None:
        _alone(stage)
    else:
        _beside(stage, _Stage(database_of(chosen.against), chosen.lanes, is_dim=chosen.dim), chosen.against)
    return 0


def _alone(stage: "_Stage") -> None:
    reference = _empty_plot()
    medians: list[float] = []
    for name, length in ZOOMS:
        for way in WAYS:
            moved = stage.move(way, stage.window(length))
            medians.append(statistics.median(moved.times))
            report(
                "frame", f"{way}, {name}", stage.events, moved.times,
                reference="empty PlotWidget", reference_ms=reference, marks=moved.marks,
            )  # fmt: skip
    report("frame", "all cases", stage.events, medians, reference="empty PlotWidget", reference_ms=reference)


def _beside(stage: "_Stage", other: "_Stage", others: int) -> None:
    ratios: list[float] = []
    for name, length in ZOOMS:
        for way in WAYS:
            start = stage.window(length)
            wanted = stage.move(way, start).marks
            # Of windows from as long to as much longer as there are fewer events, the one with as many marks.
            longest = stage.events / others
            lengths = [round(start.length * longest ** (part / TRIALS)) for part in range(TRIALS + 1)]
            windows = [other.window(length) for length in lengths]
            like = min(windows, key=lambda window: abs(other.move(way, window).marks - wanted))
            # Half before and half after: the machine may change its mind meanwhile.
            first, moved, last = other.move(way, like), stage.move(way, start), other.move(way, like)
            reference = statistics.median(first.times + last.times)
            ratios.append(statistics.median(moved.times) / reference)
            report(
                "frame", f"{way}, {name}", stage.events, moved.times, reference=f"{others} events",
                reference_ms=reference, marks=moved.marks, reference_marks=first.marks,
            )  # fmt: skip
    print(json.dumps({
        "bench": "frame", "case": "all cases", "events": stage.events, "reference": f"{others} events",
        "ratio": round(statistics.median(ratios), 3), "worst_ratio": round(max(ratios), 3),
    }))  # fmt: skip


class _Stage:
    """A window on a database, filtered, and what its steps take."""

    def __init__(self, path: Path, lanes: str, *, is_dim: bool = False) -> None:
        from explorer import app as program
        from explorer.domain.filter import EventFilter
        from explorer.domain.view_request import ViewRequest

        self._app = program.application([])
        self._window = program.staged(path, ViewRequest(lanes=lanes), (1920, 1080), 1.0, "light")
        index = self._window.collection.index
        assert index is not None
        self.events = len(index)
        kinds = index.facets["kind"].slugs
        self._window.store.edit(
            dims=is_dim,
            filter=EventFilter(min_importance=2).choosing("kind", kinds[: max(1, len(kinds) - 2)]),
        )
        self._settle()
        everything = self._window.collection.whole
        assert everything is not None
        self._everything = everything

    def window(self, length: int) -> "Interval":
        """So many seconds in the middle of all time, all of it for 0 or where it is shorter."""
        middle, half = self._everything.middle, min(self._everything.length, length) // 2
        return type(self._everything)(middle - half, middle + half) if half else self._everything

    def move(self, way: str, start: "Interval") -> Moved:
        """Pan or zoom from a window on, half of the steps out and half of them back."""
        store, timeline = self._window.store, self._window.timeline
        store.edit(window=start)
        timeline.viewport().repaint()
        self._settle()
        times: list[float] = []
        marks: list[int] = []
        for step in range(STEPS):
            out = step >= STEPS // 2
            target = (
                timeline.scale.panned(-40 if out else 40)
                if way == "pan"
                else timeline.scale.zoomed(1 / 1.12 if out else 1.12, 700.0)
            )
            before = time.thread_time()
            store.edit(window=target)
            timeline.viewport().repaint()
            times.append((time.thread_time() - before) * 1000)
            marks.append(sum(len(lane.marks) for lane in timeline.marks))
            self._settle()
        return Moved(times, int(statistics.median(marks)))

    def _settle(self) -> None:
        """Let the worker answer, and the answers be painted."""
        while self._window.collection.is_busy:
            self._app.processEvents()
        self._app.processEvents()


def _empty_plot() -> float:
    """Median milliseconds of CPU of a pan step of an empty plot with axes."""
    import pyqtgraph  # pyright: ignore[reportMissingTypeStubs] - it has none

    from explorer import app as program

    pg: Any = pyqtgraph
    app = program.application([])
    plot = pg.PlotWidget()
    plot.resize(1920, 1080)
    plot.show()
    app.processEvents()
    times: list[float] = []
    for step in range(STEPS):
        before = time.thread_time()
        plot.setXRange(step, step + 100, padding=0)
        plot.viewport().repaint()
        times.append((time.thread_time() - before) * 1000)
        app.processEvents()
    plot.close()
    return statistics.median(times)
