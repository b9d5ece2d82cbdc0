"""The list of a cluster that no zoom can part: whole, also where titles are read on demand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from explorer.ui import answers
from explorer.ui.main_window import MainWindow
from explorer.ui.timeline import view
from tests.builders import Given, build_database
from tests.ui.pilot import Pilot

EVENTS = 70


@pytest.fixture
def crowded(
    make_window: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Pilot:
    """A window on events of one day, of the size of database that reads titles when they are wanted."""
    monkeypatch.setattr(answers, "TITLES_AT_ONCE", 10)
    monkeypatch.setattr(view, "TITLES_AT_ONCE", 10)
    events = [Given(f"e{number}", f"Event {number}", "1990-05-05") for number in range(EVENTS)]
    events.append(Given("other", "Another", "1999"))
    return Pilot(make_window(build_database(tmp_path / "crowded.db", events)), qtbot)


def _open(pilot: Pilot) -> QListWidget:
    index = pilot.window.collection.index
    assert index is not None
    rows = [row for row in range(len(index)) if index.start[row] < index.start.max()]
    pilot.timeline.cluster_opened.emit(rows, pilot.timeline.mapToGlobal(QPoint(300, 200)))
    shown = QApplication.activePopupWidget()
    assert shown is not None
    return shown.findChildren(QListWidget)[0]


def _titles(listed: QListWidget) -> list[str]:
    return [listed.item(number).text() for number in range(listed.count())]


def test_every_member_is_listed_and_its_title_comes(crowded: Pilot) -> None:
    assert len(crowded.window.collection.titles) < EVENTS
    listed = _open(crowded)
    assert listed.count() == EVENTS
    crowded.settle()
    assert sorted(_titles(listed)) == sorted(f"Event {number}" for number in range(EVENTS))
    room = listed.screen().availableGeometry()
    assert room.contains(listed.window().geometry())
    QTest.keyClick(listed, Qt.Key.Key_Escape)


@pytest.mark.parametrize("by_key", [False, True])
def test_the_one_chosen_is_selected(crowded: Pilot, by_key: bool) -> None:
    listed = _open(crowded)
    crowded.settle()
    if by_key:
        QTest.keyClick(listed, Qt.Key.Key_End)
        QTest.keyClick(listed, Qt.Key.Key_Return)
    else:
        listed.scrollToBottom()
        middle = listed.visualItemRect(listed.item(EVENTS - 1)).center()
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    crowded.settle()
    assert QApplication.activePopupWidget() is None
    reading = crowded.window.collection.reading
    assert reading is not None
    assert reading.event.title == "Event 69"


def test_esc_chooses_nothing(crowded: Pilot) -> None:
    before = crowded.selected
    QTest.keyClick(_open(crowded), Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert crowded.selected == before
