"""The sheet of shortcuts holds every key and gesture, and finds them by what they do."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.ui.actions import TABLE, native
from explorer.ui.shortcuts import POINTER, ShortcutsDialog, sheet
from tests.ui.pilot import Pilot


def _open(pilot: Pilot) -> ShortcutsDialog:
    pilot.key("F1")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ShortcutsDialog)
    return dialog


def test_every_key_is_on_the_sheet() -> None:
    known = {key for lines in sheet().values() for line in lines for key in line.keys}
    assert {native(key) for entry in TABLE for key in entry.keys} <= known
    assert {gesture for gestures, _ in POINTER for gesture in gestures.split(", ")} <= known


def test_typing_leaves_what_it_names(pilot: Pilot) -> None:
    dialog = _open(pilot)
    whole = len(dialog.listed)
    assert whole > 40
    QTest.keyClicks(dialog.field, "zoom")
    assert dialog.listed[:2] == ["Zoom in", "Zoom out"]
    assert len(dialog.listed) < 8
    dialog.field.setText("alt+left")
    assert dialog.listed == ["Back to the view before"]
    dialog.field.setText("views saved")
    assert "Saved views" in dialog.listed
    dialog.field.setText("nothing of the kind")
    assert dialog.listed == []
    dialog.field.clear()
    assert len(dialog.listed) == whole
    dialog.close()
