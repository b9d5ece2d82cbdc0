"""How long a large PNG of a dense view takes, against an uncompressed save of the same image.

    python -m tests.bench export_picture [--events N] [--db PATH] [--runs N]

Ours is all of `write_figure`: painting in bands, packing, and the file on the disk. The reference takes the
painted image and only saves it, by Qt's own writer without compression. In the same process, in turns.
`paint_ms` is what painting the whole takes, `peak_mb` what writing adds to the process's memory at the peak.
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from explorer import app
from explorer.domain.errors import ExplorerError
from explorer.domain.figure import Figure
from explorer.domain.view_request import ViewRequest
from explorer.ui.figure.scene import Scene
from explorer.ui.figure.writing import write_figure
from tests.bench.databases import database_of
from tests.bench.result import memory, report

_SIZE: Final = (7680, 4320)
#: For Qt's PNG writer: as it is.
_UNCOMPRESSED: Final = 100


def main(arguments: list[str]) -> int:
    """Print one JSON line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench export_picture")
    parser.add_argument("--events", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--db", type=Path, metavar="PATH", help="another database than a generated one")
    parser.add_argument("--runs", type=int, default=5, metavar="N")
    chosen = parser.parse_args(arguments)
    path: Path = chosen.db or database_of(chosen.events)
    window = app.staged(path, ViewRequest(), (1440, 900), 1.0, "light")
    provenance = window.provenances.now()
    figure = Figure(*_SIZE, dpi=192, extent="all", title="A dense view", has_overview=True)
    scenes: list[Scene] = []

    def refuse(error: ExplorerError) -> None:
        raise error

    window.composer.ask("export", figure, provenance, scenes.append, refuse)
    while not scenes:
        QApplication.processEvents()
    scene = scenes[0]
    with tempfile.TemporaryDirectory(prefix="detente-bench-") as folder:
        out, plain = Path(folder, "ours.png"), Path(folder, "plain.png")
        ours: list[float] = []
        walls: list[float] = []
        painted: list[float] = []
        saved: list[float] = []
        memory(reset=True)
        before = memory()[1]
        write_figure(out, scene, "png")
        peak = memory()[0] - before
        for _ in range(chosen.runs):
            begun, wall = time.process_time(), time.perf_counter()
            write_figure(out, scene, "png")
            ours.append(1000 * (time.process_time() - begun))
            walls.append(1000 * (time.perf_counter() - wall))
            begun = time.process_time()
            image = _painted(scene)
            painted.append(1000 * (time.process_time() - begun))
            begun = time.process_time()
            image.save(str(plain), None, _UNCOMPRESSED)
            saved.append(1000 * (time.process_time() - begun))
        marks = sum(len(lane.marks) for lane in scene.frames[0].marks)
        size, plain_size = out.stat().st_size, plain.stat().st_size
    window.close()
    report(
        "export", "picture", chosen.events, ours,
        wall_ms=walls, reference="an uncompressed save", reference_ms=statistics.median(saved),
        paint_ms=round(statistics.median(painted), 1), marks=marks, bytes=size, reference_bytes=plain_size,
        peak_mb=round(peak / 1e6, 1),
    )  # fmt: skip
    return 0


def _painted(scene: Scene) -> QImage:
    image = QImage(*scene.size, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        scene.paint(painter)
    return image
