"""What is damaged in a file is said over the timeline, whether or not it was found before the first frame."""

import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.app import bundled
from explorer.storage import index
from explorer.ui import soundness
from explorer.ui.main_window import MainWindow
from tests.ui.pilot import Pilot

Make = Callable[..., MainWindow]


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A database of which one event is not sound."""
    path = Path(shutil.copy(bundled(), tmp_path / "damaged.db"))
    with contextlib.closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA ignore_check_constraints = ON")
        writer.execute("UPDATE events SET importance = 300 WHERE id = 3")
        writer.commit()
    return path


_ROOT = "SELECT rootpage FROM sqlite_schema WHERE name = 'participations_by_person'"


def _said(pilot: Pilot) -> str:
    bar = pilot.window.soundness.bar
    return bar.accessibleName() if bar is not None and bar.isVisible() else ""


def test_what_is_left_out_is_said(damaged: Path, make_window: Make, qtbot: QtBot) -> None:
    pilot = Pilot(make_window(damaged), qtbot)
    assert _said(pilot).startswith("1 event of “damaged.db” is damaged and left out")
    assert pilot.matching == 109
    pilot.push(pilot.button("Dismiss"))
    assert _said(pilot) == ""


def test_a_large_file_is_looked_through_behind_what_is_shown(
    tmp_path: Path, make_window: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(bundled(), tmp_path / "large.db"))
    with contextlib.closing(sqlite3.connect(path)) as reader:
        (root,) = reader.execute(_ROOT).fetchone()
        (size,) = reader.execute("PRAGMA page_size").fetchone()
    data = bytearray(path.read_bytes())
    data[(root - 1) * size] = 0xA5
    path.write_bytes(data)
    for module in (index, soundness):
        monkeypatch.setattr(module, "LOOKED_THROUGH", 1_000)
    monkeypatch.setattr(soundness, "LOOKS_AFTER", 10)
    pilot = Pilot(make_window(path), qtbot)
    assert pilot.matching == 110
    pilot.until(lambda: "“large.db” is damaged" in _said(pilot))


def test_a_sound_file_has_no_bar(make_window: Make, qtbot: QtBot) -> None:
    assert _said(Pilot(make_window(), qtbot)) == ""
