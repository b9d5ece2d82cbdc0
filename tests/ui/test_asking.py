"""A start that names what the database does not have: its first view comes up, and one sentence says why."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from explorer.app import bundled, open_in
from explorer.domain.filter import EventFilter
from explorer.domain.view_request import ViewRequest
from explorer.ui.desktop.settings import Forgotten, Settings
from explorer.ui.main_window import MainWindow
from tests.cli.calling import status

Make = Callable[..., MainWindow]


def _started(window: MainWindow, qtbot: QtBot, request: ViewRequest | None) -> MainWindow:
    window.show()
    open_in(window, bundled(), request)
    qtbot.waitUntil(lambda: window.timeline.lanes is not None, timeout=10_000)
    qtbot.waitUntil(lambda: not window.collection.is_busy, timeout=10_000)
    window.finish()
    return window


@pytest.fixture
def start(qapp: object, no_leaks: None, qtbot: QtBot) -> Any:
    """Start a window as a call does."""
    made: list[MainWindow] = []

    def run(request: ViewRequest | None = None) -> MainWindow:
        settings = Settings(Forgotten())
        settings.hint_dismissed = True
        made.append(MainWindow(settings, "light"))
        return _started(made[-1], qtbot, request)

    yield run
    for window in made:
        window.close()
        window.deleteLater()


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (ViewRequest(select="helsinki-sumit"), "There is no event “helsinki-sumit”"),
        (ViewRequest(select="nosuch"), "There is no event “nosuch”"),
        (ViewRequest(compare="nosuch"), "There is no event “nosuch”"),
        (ViewRequest(claim="nosuch"), "“nosuch”"),
        (ViewRequest(paragraph=9_999), "9999"),
        (ViewRequest(hidden=frozenset({"nosuch"})), "nosuch"),
        (ViewRequest(filter=EventFilter().choosing("person", {"nosuch"})), "nosuch"),
        (ViewRequest(window="2019/2018"), "2019/2018"),
    ],
    ids=lambda one: "" if isinstance(one, str) else None,
)
def test_what_is_not_there_is_told_over_the_first_view(start: Any, request_: ViewRequest, said: str) -> None:
    plain = start().store.state
    window = start(request_)
    assert window.store.state == plain
    assert window.told is not None
    assert window.told.isVisible()
    assert said in window.told.accessibleName()
    assert not window.cards.notice.isVisible()


def test_a_start_with_what_is_there_says_nothing(start: Any) -> None:
    window = start(ViewRequest(paragraph=3))
    assert window.store.state.passage == 3
    assert window.told is None


@pytest.mark.parametrize("command", ["screenshot", "export"])
def test_a_command_names_the_events_that_are_like_it(
    command: str, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    index = {"screenshot": "x.png", "export": "x.csv"}[command]
    assert status(command, tmp_path / index, "--select", "helsinki-sumit") == 1
    told = capsys.readouterr().err
    assert "no event “helsinki-sumit”" in told
    assert "perhaps you mean “" in told.lower()
    assert "helsinki" in told.split("mean")[1]
    assert told.count("\n") == 1
    assert not (tmp_path / index).exists()
