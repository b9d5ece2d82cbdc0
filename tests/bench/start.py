"""How long the program takes to its first paint and to the drawn timeline, against the least Qt could take.

    python -m tests.bench start [--runs N]

Every run is a fresh process; ours and the reference take turns. CPU time of the process, all threads.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.bench.result import report

ROOT: Final = Path(__file__).parents[2]

#: Ends a run with its figure once the events of the paint at hand are done.
_TAIL: Final = """
def done():
    import os, sys, time
    sys.stdout.write(repr(time.process_time()))
    sys.stdout.flush()
    os._exit(0)
"""

_BARE: Final = f"""{_TAIL}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""

_SHELL: Final = f"""{_TAIL}
import sys
from PySide6.QtCore import QTimer
from explorer import app as program
from explorer.ui.main_window import MainWindow
from explorer.ui.desktop.settings import Settings
class Window(MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        late = sorted({{"numpy", "pandas", "sqlalchemy", "sqlite3", "pyqtgraph"}} & set(sys.modules))
        assert not late, late
        QTimer.singleShot(0, done)
app = program.application([])
window = Window(Settings())
window.show()
app.exec()
"""

_PLOT: Final = f"""{_TAIL}
import pyqtgraph as pg
from PySide6.QtCore import QTimer
class Plot(pg.PlotWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)
app = pg.mkQApp()
plot = Plot()
plot.resize(1440, 900)
plot.show()
app.exec()
"""

_DRAWN: Final = f"""{_TAIL}
import sys
from PySide6.QtCore import QTimer
from explorer import app as program
from explorer.ui.main_window import MainWindow
from explorer.ui.desktop.settings import Settings
app = program.application([])
window = MainWindow(Settings())
window.show()
QTimer.singleShot(0, lambda: program.open_in(window, program.bundled()))
def painted():
    marks = sum(len(lane.marks) for lane in window.timeline.marks)
    if marks and window.collection.reading is not None:
        QTimer.singleShot(0, done)
def ready():
    window.timeline.painted.connect(painted)
    window.timeline.viewport().update()
window.ready.connect(ready)
app.exec()
"""

CASES: Final = (
    ("first paint", _SHELL, "QMainWindow", _BARE),
    ("timeline drawn", _DRAWN, "PlotWidget", _PLOT),
)


def main(arguments: list[str]) -> int:
    """Print a JSON line for each case."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench start")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--events", type=int, default=110, help="taken for the other benchmarks' sake")
    runs = parser.parse_args(arguments).runs
    for case, ours, name, reference in CASES:
        times: dict[str, list[float]] = {"ours": [], "reference": []}
        for _ in range(runs + 1):
            times["ours"].append(_cpu(ours))
            times["reference"].append(_cpu(reference))
        # The first of each warms the caches.
        mine, theirs = times["ours"][1:], times["reference"][1:]
        report("start", case, 110, mine, reference=name, reference_ms=statistics.median(theirs))
    return 0


def _cpu(script: str) -> float:
    """Milliseconds of CPU that a fresh process took until the script ended it."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {
            "HOME": home,
            "XDG_CONFIG_HOME": home,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
        }
        # An installed program has its modules compiled.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run(
            [sys.executable, "-c", script],
            env=environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
    if done.returncode:
        sys.exit(done.stderr)
    return float(done.stdout) * 1000
