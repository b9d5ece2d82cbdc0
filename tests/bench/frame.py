"""What one frame costs: axes, titles, a filter, pan and zoom steps at five zooms, 1920 × 1080.

    python -m tests.bench frame --events N [--db PATH]

CPU time of the main thread for one change of the window and its repaint. The reference is one pan step of
an empty pyqtgraph PlotWidget with axes in the same process. Titles are read between the frames, as in use.
"""

import argparse
import os
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.bench.databases import database_of
from tests.bench.result import report

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from explorer.ui.collection import Collection

DAY: Final = 86_400
ZOOMS: Final = (
    ("whole span", 0),
    ("decade", 3653 * DAY),
    ("year", 365 * DAY),
    ("two months", 61 * DAY),
    ("week", 7 * DAY),
)
STEPS: Final = 24


def main(arguments: list[str]) -> int:
    """Print a JSON line for each zoom and way of moving, and one for all of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench frame")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--lanes", default="relationship")
    chosen = parser.parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from explorer import app as program
    from explorer.domain.filter import EventFilter
    from explorer.domain.interval import Interval
    from explorer.domain.view_request import ViewRequest
    from explorer.ui.collection import whole

    path = chosen.db or database_of(chosen.events)
    window = program.staged(path, ViewRequest(lanes=chosen.lanes), (1920, 1080), 1.0, "light")
    collection, timeline, store = window.collection, window.timeline, window.store
    index = collection.index
    assert index is not None
    app = program.application([])
    kinds = index.facets["kind"].slugs
    store.edit(filter=EventFilter(min_importance=2).choosing("kind", kinds[: max(1, len(kinds) - 2)]))
    _settle(app, collection)
    reference = _empty_plot(app)
    everything = whole(index)
    assert everything is not None
    medians: list[float] = []
    for name, length in ZOOMS:
        middle = everything.middle
        start = everything if not length else Interval(middle - length // 2, middle + length // 2)
        for way in ("pan", "zoom"):
            store.edit(window=start)
            timeline.viewport().repaint()
            _settle(app, collection)
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
                _settle(app, collection)
            medians.append(statistics.median(times))
            report(
                "frame", f"{way}, {name}", len(index), times,
                reference="empty PlotWidget", reference_ms=reference, marks=int(statistics.median(marks)),
            )  # fmt: skip
    report("frame", "all cases", len(index), medians, reference="empty PlotWidget", reference_ms=reference)
    window.close()
    return 0


def _settle(app: "QApplication", collection: "Collection") -> None:
    """Let the worker answer, and the answers be painted."""
    while collection.loader.is_busy:
        app.processEvents()
    app.processEvents()


def _empty_plot(app: "QApplication") -> float:
    """Median milliseconds of CPU of a pan step of an empty plot with axes."""
    import pyqtgraph  # pyright: ignore[reportMissingTypeStubs] - it has none

    pg: Any = pyqtgraph
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
