"""Whatever the screen and the text's size: the window and every dialog open within the room there is."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt

from explorer.ui.desktop.settings import Forgotten, Settings
from explorer.ui.main_window import MainWindow
from tests.ui._on_screen import DIALOGS

ROOT = Path(__file__).resolve().parents[2]
Make = Callable[..., MainWindow]

#: Pixels as programs see them: 1440 × 900 at 150 %, a small laptop, an old beamer, 1440 × 900 at 200 %.
SCREENS = [(960, 600), (1366, 768), (1024, 700), (720, 450), (1440, 900), (2560, 1440)]


def _looked_at(folder: Path, size: tuple[int, int], points: int) -> dict[str, Any]:
    screen = {"name": "one", "x": 0, "y": 0, "width": size[0], "height": size[1], "logicalDpi": 96}
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": [screen | {"logicalBaseDpi": 96, "dpr": 1.0}]}))
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui._on_screen", str(points), str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said


@pytest.mark.parametrize(
    ("size", "points"),
    [*((size, 0) for size in SCREENS), *((size, 18) for size in SCREENS[:3]), (SCREENS[4], 18)],
    ids=lambda one: f"{one[0]}x{one[1]}" if isinstance(one, tuple) else f"{one} pt",
)
def test_every_window_stands_within_its_screen_with_all_its_buttons(
    tmp_path: Path, size: tuple[int, int], points: int
) -> None:
    said = _looked_at(tmp_path, size, points)
    room = QRect(*said.pop("room"))
    assert (room.width(), room.height()) == size
    assert set(said) == {"window", *DIALOGS}
    for name, told in said.items():
        assert room.contains(QRect(*told["box"])), (name, told)
        assert told["least"][0] <= size[0], (name, told)
        assert told["least"][1] <= size[1], (name, told)
        assert told["cut"] == [], name


def test_on_a_large_screen_the_window_opens_as_it_is_designed(tmp_path: Path) -> None:
    assert _looked_at(tmp_path, (2560, 1440), 0)["window"]["size"] == [1440, 900]


def test_a_window_that_was_maximised_is_so_again(make_window: Make) -> None:
    settings = Settings(Forgotten())
    settings.hint_dismissed = True
    window = make_window(settings=settings)
    window.showMaximized()
    window.keep_shape()
    again = make_window(settings=settings, size=None)
    assert again.isMaximized()
    again.showNormal()
    assert not again.windowState() & Qt.WindowState.WindowMaximized
