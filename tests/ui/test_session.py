"""The last session: restored, offered after a crash, overridden by a call, never in a start's way."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from explorer import app
from explorer.app import bundled
from explorer.domain.view_request import ViewRequest
from explorer.ui.desktop.session import Session, present_view
from explorer.ui.desktop.settings import Settings
from explorer.ui.main_window import MainWindow
from tests.builders import Given, build_database
from tests.ui.pilot import Pilot

Start = Callable[..., Pilot]

CRASHED = "Détente did not end properly last time"
OPEN, ANEW = "Open what was open", "Start anew"


@pytest.fixture
def ini(tmp_path: Path) -> Path:
    return tmp_path / "detente.ini"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    events = [Given("one", "First", "1066-10-14"), Given("two", "Second", "1067", kind="visit")]
    return build_database(tmp_path / "other.db", events, {"title": "Other events"})


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, ini: Path, no_leaks: None) -> Iterator[Start]:
    """Start a window as the program does, with the settings of the test; `plain`: nothing was asked for."""
    made: list[MainWindow] = []

    def run(path: Path | None = None, view: ViewRequest | None = None) -> Pilot:
        window = MainWindow(Settings(QSettings(str(ini), QSettings.Format.IniFormat)))
        made.append(window)
        session = Session(window)
        is_plain = path is None and view is None
        if not is_plain:
            window.furnished.connect(session.follow)
        with qtbot.waitSignal(window.ready):
            place = path or window.settings.last_database or bundled()
            app.begin(window, place, view, start=session.begin if is_plain else None)
        qtbot.waitUntil(lambda: hasattr(window, "overview"))
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        pilot = Pilot(window, qtbot)
        pilot.settle()
        return pilot

    yield run
    for window in made:
        window.close()
        window.deleteLater()


def _settings(ini: Path) -> Settings:
    return Settings(QSettings(str(ini), QSettings.Format.IniFormat))


def _crash(ini: Path) -> None:
    """What a process that dies leaves: all that was kept before."""
    settings = _settings(ini)
    settings.is_running = True


def _words(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.cards.notice.findChildren(QLabel) if label.isVisible())


def test_the_first_start_shows_the_bundled_database_and_the_hint(start: Start) -> None:
    pilot = start()
    assert pilot.matching == 110
    assert pilot.window.collection.reading is not None
    assert pilot.window.collection.reading.event.slug == "helsinki-summit-2018"
    hint = pilot.button("Dismiss the hint")
    assert hint.isVisible()
    pilot.key("Right")
    assert hint.isVisible()
    pilot.key("+")
    pilot.until(lambda: not hint.isVisible())
    assert pilot.window.settings.hint_dismissed


def test_database_view_and_panes_come_back(start: Start, other: Path, ini: Path) -> None:
    first = start(other)
    window = first.window
    window.resize(780, 600)
    window.store.edit(
        filter=window.store.state.filter.choosing("kind", {"visit"}), selection=2, lanes="kind", is_table=True
    )
    first.settle()
    first.key("Ctrl+B")
    wanted, view = window.store.state, present_view(window)
    assert view.select == "two"
    window.close()
    assert not _settings(ini).is_running
    again = start()
    assert again.window.collection.database is not None
    assert again.window.collection.database.path == other
    assert again.window.store.state == wanted
    assert (again.window.width(), again.window.height()) == (780, 600)
    assert again.window.facets.isHidden()
    assert not again.window.cards.notice.isVisible()
    assert again.window.told is None


def test_a_claim_a_passage_and_the_tab_come_back(start: Start) -> None:
    first = start()
    first.key("Ctrl+2")
    first.window.commands.choose_claim("no-return")
    first.settle()
    wanted = first.window.store.state
    first.window.close()
    again = start()
    assert again.window.store.state.claim == wanted.claim == "no-return"
    assert again.window.reader.side.shows_article
    assert again.window.store.state.window == wanted.window


def test_nothing_selected_comes_back_as_nothing_selected(start: Start) -> None:
    first = start()
    first.window.store.edit(selection=None)
    first.settle()
    first.window.close()
    assert start().selected is None


def test_a_view_is_kept_when_it_has_rested(start: Start, ini: Path, qtbot: QtBot) -> None:
    pilot = start()
    pilot.window.store.edit(collapse_gaps=True)
    qtbot.waitUntil(lambda: "--collapse-gaps" in str(_settings(ini).last_view))
    # As it would be found after a crash.
    assert _settings(ini).is_running


def test_a_call_that_names_a_view_or_a_file_overrides_it(start: Start, other: Path, ini: Path) -> None:
    first = start()
    first.search("Khashoggi")
    first.window.close()
    _crash(ini)
    asked = start(None, ViewRequest(window="2018/2019"))
    assert asked.window.store.state.filter.search == ""
    assert not asked.window.cards.notice.isVisible()
    asked.window.close()
    _crash(ini)
    named = start(other)
    assert named.matching == 2
    assert not named.window.cards.notice.isVisible()
    named.window.close()
    # And is what comes back.
    assert start().matching == 2


def test_it_can_be_switched_off(start: Start, other: Path) -> None:
    first = start(other)
    first.window.settings.restores = False
    first.window.close()
    again = start()
    assert again.matching == 110


# After a crash


def test_after_a_crash_it_is_offered_and_can_be_taken(start: Start, other: Path, ini: Path) -> None:
    first = start(other, ViewRequest(filter=ViewRequest().filter.choosing("kind", {"visit"})))
    first.window.close()
    _crash(ini)
    again = start()
    window = again.window
    assert window.collection.database is None
    assert "Détente did not end properly last time" in _words(window)
    assert "“other.db” was open." in _words(window)
    # By the keyboard alone.
    assert again.button("Open what was open", window.cards.notice).hasFocus()
    again.key("Space")
    again.until(lambda: window.collection.index is not None)
    again.settle()
    assert not window.cards.notice.isVisible()
    assert again.matching == 1


def test_after_a_crash_one_can_start_anew(start: Start, other: Path, ini: Path) -> None:
    first = start(other)
    first.window.close()
    _crash(ini)
    again = start()
    again.push(again.button("Start anew", again.window.cards.notice))
    again.until(lambda: again.window.collection.index is not None)
    again.settle()
    assert again.matching == 110
    again.window.close()
    # That was a session like any other.
    assert not _settings(ini).is_running
    assert start().matching == 110


def test_an_offer_that_is_closed_is_not_forgotten(start: Start, other: Path, ini: Path) -> None:
    first = start(other)
    first.window.close()
    _crash(ini)
    start().window.close()
    last = _settings(ini).last_view
    assert last is not None
    assert last[0] == str(other)
    assert start().matching == 2


# What stands in its way


def test_a_database_that_is_gone_gives_way_to_the_bundled_one(start: Start, other: Path) -> None:
    start(other).window.close()
    other.unlink()
    again = start()
    again.until(lambda: again.window.collection.index is not None)
    again.settle()
    assert again.matching == 110
    assert not again.window.cards.notice.isVisible()
    assert again.window.told is not None
    assert (
        "What was open last could not be opened again: There is no file" in again.window.told.accessibleName()
    )


def test_a_damaged_one_too(start: Start, other: Path) -> None:
    start(other).window.close()
    other.write_bytes(b"no database at all" * 1000)
    again = start()
    again.until(lambda: again.window.collection.index is not None)
    again.settle()
    assert again.matching == 110
    assert again.window.told is not None


def test_a_view_opens_without_what_is_gone(start: Start, other: Path, tmp_path: Path) -> None:
    first = start(other)
    first.window.store.edit(filter=first.window.store.state.filter.choosing("kind", {"visit"}), selection=2)
    first.settle()
    first.window.close()
    other.unlink()
    build_database(other, [Given("three", "Third", "1068")], {"title": "Other events"})
    again = start()
    assert again.matching == 1
    assert again.window.told is not None
    said = again.window.told.accessibleName()
    assert said.startswith("What was open last opened without what is gone:")
    assert "two" in said


@pytest.mark.parametrize(
    "line", ["--lanes claim", "--window nonsense", "--no-such-option", '"', "--from 2020 --to 1900"]
)
def test_a_view_that_cannot_be_shown_leaves_the_database(
    start: Start, other: Path, ini: Path, line: str
) -> None:
    settings = _settings(ini)
    settings.last_view = str(other), line
    settings.save()
    again = start()
    again.until(lambda: again.window.collection.index is not None)
    again.settle()
    assert again.matching == 2
    assert not again.window.cards.notice.isVisible()


@pytest.mark.parametrize("value", ["", "garbage", "[]", '["a"]', "[1, 2]", '{"a": 1}'])
def test_odd_settings_are_no_session(ini: Path, value: str, start: Start) -> None:
    kept = QSettings(str(ini), QSettings.Format.IniFormat)
    kept.setValue("last_view", value)
    kept.setValue("is_running", value)
    kept.sync()
    assert start().matching == 110
