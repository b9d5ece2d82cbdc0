"""What other starts, and the desktop, hand to a window: shown as far as it is not shown already."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from pytestqt.qtbot import QtBot

from explorer.app import bundled
from explorer.host.instance import Call, Instance, enter
from explorer.ui.application import Application
from explorer.ui.desktop.arrivals import Arrivals
from explorer.ui.main_window import MainWindow
from tests.builders import Given, build_database
from tests.ui.pilot import Pilot


@pytest.fixture
def other(tmp_path: Path) -> Path:
    events = [Given("one", "First", "1066-10-14"), Given("two", "Second", "1067", kind="visit")]
    return build_database(tmp_path / "other.db", events, {"title": "Other events"})


@pytest.fixture
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Instance]:
    tmp_path.chmod(0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    first = enter(Call()).instance
    assert first is not None
    yield first
    first.close()


@pytest.fixture
def arrivals(pilot: Pilot, instance: Instance) -> Arrivals:
    made = Arrivals(pilot.window, instance)
    made.begin()
    assert (instance.folder / "lock").read_bytes() == b"-"
    made.settle()
    assert (instance.folder / "lock").read_bytes() == b"r"
    return made


def _waits(instance: Instance, name: str, call: str) -> None:
    draft = instance.folder / "draft.part"
    draft.write_text(call)
    draft.rename(instance.folder / f"{name}.call")


def test_a_file_put_into_the_folder_is_noticed_and_opened(
    pilot: Pilot, arrivals: Arrivals, instance: Instance, other: Path
) -> None:
    call = {"form": 1, "path": str(other), "view": "--kind visit", "is_export": False, "token": ""}
    with pilot.qtbot.waitSignal(arrivals.arrived):
        _waits(instance, "1", json.dumps(call))
    pilot.settle()
    pilot.until(lambda: pilot.window.windowTitle().startswith("Other events"))
    pilot.settle()
    assert pilot.matching == 1
    assert list(instance.folder.glob("*.call")) == []


def test_what_is_open_already_is_only_brought_to_the_front(pilot: Pilot, arrivals: Arrivals) -> None:
    pilot.search("Khashoggi")
    state = pilot.window.store.state
    arrivals.show(Call(path=str(bundled().absolute())))
    arrivals.show(Call())
    pilot.settle()
    assert pilot.window.store.state == state
    assert not pilot.window.collection.is_opening


def test_a_view_without_a_file_is_shown_of_what_is_open(pilot: Pilot, arrivals: Arrivals) -> None:
    arrivals.show(Call(view="--search Khashoggi"))
    pilot.settle()
    assert pilot.window.store.state.filter.search == "Khashoggi"
    arrivals.show(Call(view="--no-such-option"))
    pilot.settle()
    assert pilot.window.store.state.filter.search == "Khashoggi"


def test_a_hidden_window_comes_back(pilot: Pilot, arrivals: Arrivals) -> None:
    pilot.window.showMinimized()
    arrivals.show(Call(token="the-token"))
    assert not pilot.window.isMinimized()
    # Children of the program must not believe that the click was theirs.
    assert "XDG_ACTIVATION_TOKEN" not in os.environ


def test_a_file_that_cannot_be_opened_is_told_and_what_is_open_stays(
    pilot: Pilot, arrivals: Arrivals, tmp_path: Path
) -> None:
    arrivals.show(Call(path=str(tmp_path / "none.db")))
    pilot.settle()
    assert pilot.window.cards.notice.isVisible()
    assert pilot.matching == 110


def test_after_closing_nothing_is_taken(pilot: Pilot, arrivals: Arrivals, instance: Instance) -> None:
    pilot.window.close()
    _waits(instance, "1", '{"form": 1, "path": "", "view": "", "is_export": false, "token": ""}')
    QCoreApplication.processEvents()
    assert len(list(instance.folder.glob("*.call"))) == 1


def test_a_file_that_macos_tells_of_is_opened(
    qapp: Application, make_window: Callable[..., MainWindow], qtbot: QtBot, other: Path
) -> None:
    # Before there is a window for it; delivered here as macOS would.
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(other))))
    assert qapp.waiting == [str(other)]
    pilot = Pilot(make_window(), qtbot)
    arrivals = Arrivals(pilot.window, None)
    arrivals.begin()
    pilot.settle()
    pilot.until(lambda: pilot.window.windowTitle().startswith("Other events"))
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(bundled()))))
    pilot.settle()
    pilot.until(lambda: not pilot.window.windowTitle().startswith("Other events"))
    assert qapp.waiting == []
