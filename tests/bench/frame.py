"""What one frame costs: axes, titles, a filter, pan and zoom steps at five zooms, 1920 × 1080.

    python -m tests.bench frame --events N [--db PATH] [--dim] [--against M]

CPU time of the main thread for one change of the window and its repaint. The reference is one pan step of
an empty pyqtgraph PlotWidget with axes in the same process. Titles are read between the frames, as in use.

With `--against M` a database of M events is measured in the same process, at windows N / M times as long (at
most the whole span), so that as many marks are drawn; the reference is then the same case there.
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


@dataclass(frozen=True, slots=True)
class Case:
    """Milliseconds of each step of one way of moving at one zoom, and the median of the marks drawn."""

    name: str
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
    from explorer import app as program

    path, lanes = chosen.db or database_of(chosen.events), chosen.lanes
    app = program.application([])
    if chosen.against is None:
        reference = _empty_plot(app)
        events, cases = _measured(path, lanes, is_dim=chosen.dim)
        for case in cases:
            report(
                "frame", case.name, events, case.times,
                reference="empty PlotWidget", reference_ms=reference, marks=case.marks,
            )  # fmt: skip
        medians = [statistics.median(case.times) for case in cases]
        report("frame", "all cases", events, medians, reference="empty PlotWidget", reference_ms=reference)
        return 0
    # Half of the smaller one before and half after: the machine may change its mind meanwhile.
    longer = chosen.events / chosen.against
    _, before = _measured(database_of(chosen.against), lanes, longer, is_dim=chosen.dim)
    events, cases = _measured(path, lanes, is_dim=chosen.dim)
    _, after = _measured(database_of(chosen.against), lanes, longer, is_dim=chosen.dim)
    ratios: list[float] = []
    for case, first, last in zip(cases, before, after, strict=True):
        reference = statistics.median(first.times + last.times)
        ratios.append(statistics.median(case.times) / reference)
        report(
            "frame", case.name, events, case.times, reference=f"{chosen.against} events",
            reference_ms=reference, marks=case.marks, reference_marks=first.marks,
        )  # fmt: skip
    print(json.dumps({
        "bench": "frame", "case": "all cases", "events": events, "reference": f"{chosen.against} events",
        "ratio": round(statistics.median(ratios), 3), "worst_ratio": round(max(ratios), 3),
    }))  # fmt: skip
    return 0


def _measured(path: Path, lanes: str, longer: float = 1.0, *, is_dim: bool = False) -> tuple[int, list[Case]]:
    """The number of events of a database and what each case takes, at windows `longer` times as long."""
    from explorer import app as program
    from explorer.domain.filter import EventFilter
    from explorer.domain.interval import Interval
    from explorer.domain.view_request import ViewRequest
    from explorer.ui.answers import whole

    window = program.staged(path, ViewRequest(lanes=lanes), (1920, 1080), 1.0, "light")
    collection, timeline, store = window.collection, window.timeline, window.store
    index = collection.index
    assert index is not None
    app = program.application([])
    kinds = index.facets["kind"].slugs
    store.edit(
        dims=is_dim,
        filter=EventFilter(min_importance=2).choosing("kind", kinds[: max(1, len(kinds) - 2)]),
    )
    _settle(app, collection)
    everything = whole(index)
    assert everything is not None
    cases: list[Case] = []
    for name, length in ZOOMS:
        middle, half = everything.middle, min(everything.length, round(length * longer)) // 2
        start = everything if not half else Interval(middle - half, middle + half)
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
            cases.append(Case(f"{way}, {name}", times, int(statistics.median(marks))))
    window.close()
    return len(index), cases


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
