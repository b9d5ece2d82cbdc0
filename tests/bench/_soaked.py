"""The program as a soak under Xvfb runs it: the real window, with a heart, told what to do on standard input.

    python -m tests.bench._soaked DATABASE

Says on standard output, one JSON line each: `ready` with where things are on the screen, once the window is
drawn; `begun` with the memory, after the line "begin"; the figures, after the line "end", and ends.
"""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSocketNotifier, QTimer
from PySide6.QtWidgets import QWidget

from explorer import app as program
from explorer.domain.view_request import ViewRequest
from explorer.state import ViewState
from explorer.ui.desktop.settings import Forgotten, Settings
from explorer.ui.main_window import MainWindow
from explorer.ui.timeline.frame import AXIS
from tests.bench._heart import Heart, resident


def main(arguments: list[str]) -> int:
    """Run until told to end."""
    app = program.application([])
    settings = Settings(Forgotten())
    settings.hint_dismissed = True
    window = MainWindow(settings, "light")
    window.setGeometry(QRect(QPoint(0, 0), app.primaryScreen().size()))
    heart = Heart()
    edits: dict[str, int] = {}
    mib: list[int] = []
    begun: list[ViewState] = []

    def count(old: ViewState, new: ViewState) -> None:
        for name in ViewState.__slots__:
            if getattr(old, name) != getattr(new, name):
                edits[name] = edits.get(name, 0) + 1

    def ready() -> None:
        window.store.observe(count)
        QTimer.singleShot(1000, lambda: _say({"said": "ready"} | _places(window)))

    def told() -> None:
        for order in os.read(0, 1000).decode().split():
            if order == "begin":
                mib.append(resident())
                begun.append(window.store.state)
                edits.clear()
                heart.start()
                _say({"said": "begun"})
            elif order == "end":
                heart.stop()
                figures = heart.told() | {"edits": edits, "mib_first": mib[0], "mib_last": resident()}
                same = replace(begun[0], window=window.store.state.window) == window.store.state
                events = len(window.collection.index or ())
                _say({"said": "ended", "is_same_view": same, "events": events} | figures)
                window.close()
            elif order == "idle":
                _say({"said": "idle", "is": not window.collection.is_busy})

    orders = QSocketNotifier(0, QSocketNotifier.Type.Read)
    orders.activated.connect(told)
    program.begin(window, Path(arguments[0]), ViewRequest())
    window.ready.connect(lambda: QTimer.singleShot(0, ready))
    return app.exec()


def _places(window: MainWindow) -> dict[str, Any]:
    """Where the timeline, the overview and the kinds are, as left, top, width and height on the screen."""
    timeline = window.timeline
    port = _rect(timeline.viewport())
    left, top = timeline.header, round(AXIS)
    kinds = window.facets.lists()["kind"]
    origin = kinds.viewport().mapToGlobal(QPoint(0, 0))
    rows = [
        kinds.visualRect(kinds.model().index(at, 0)).translated(origin)
        for at in range(kinds.model().rowCount())
    ]
    return {
        "timeline": [port[0] + left, port[1] + top, port[2] - left, port[3] - top],
        "overview": _rect(window.overview),
        "kinds": [[row.left() + 14, row.center().y()] for row in rows],
    }


def _rect(widget: QWidget) -> list[int]:
    at = widget.mapToGlobal(QPoint(0, 0))
    return [at.x(), at.y(), widget.width(), widget.height()]


def _say(said: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
