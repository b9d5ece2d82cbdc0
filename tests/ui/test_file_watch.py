"""A file that another program changes, replaces or removes: one state of it at a time, and nothing lost."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.storage.notes import places_of
from explorer.ui import again, file_watch
from explorer.ui.file_watch import FileWatch
from explorer.ui.main_window import MainWindow
from tests.builders import Given, build_database
from tests.ui.pilot import Pilot

Make = Callable[..., MainWindow]

EVENTS = [
    Given("helsinki", "Helsinki summit", "2018-07-16", summary="They met alone."),
    Given("osaka", "Osaka meeting", "2019-06-28", summary="On the margins of another one."),
    Given("call", "A call", "2019-02", kind="call"),
]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(file_watch, "LOOKS", 20)
    monkeypatch.setattr(again, "SOON", 20)
    return build_database(tmp_path / "own.db", EVENTS, {"title": "Own", "first_event": "helsinki"})


@pytest.fixture
def pilot(file: Path, make_window: Make, qtbot: QtBot) -> Pilot:
    return Pilot(make_window(file), qtbot)


def _change(path: Path, statement: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as writer:
        writer.execute(statement)
        writer.commit()


def _watch(pilot: Pilot) -> FileWatch:
    return pilot.window.file_watch


def _titles(pilot: Pilot) -> set[str]:
    return {title.title for title in pilot.window.collection.titles.values()}


def _bar(pilot: Pilot) -> str:
    bar = _watch(pilot).bar
    return bar.accessibleName() if bar is not None and bar.isVisible() else ""


def _read(pilot: Pilot) -> str:
    reading = pilot.window.collection.reading
    return reading.event.title if reading is not None else ""


def test_a_changed_file_is_read_again_by_itself(pilot: Pilot, file: Path) -> None:
    before = pilot.window.store.state
    _change(file, "UPDATE events SET title = 'Helsinki, changed' WHERE slug = 'helsinki'")
    pilot.until(lambda: "Helsinki, changed" in _titles(pilot))
    pilot.until(lambda: _read(pilot) == "Helsinki, changed")
    pilot.settle()
    # The same view of it, and the way back through those before.
    assert pilot.window.store.state == before
    assert _bar(pilot) == ""
    assert "read again" in pilot.window.status.counts.text()


def test_a_file_that_was_replaced_is_read_again(pilot: Pilot, file: Path, tmp_path: Path) -> None:
    events = [*EVENTS, Given("new", "A new one", "2020")]
    build_database(tmp_path / "other.db", events, {"title": "Own"}).replace(file)
    pilot.until(lambda: "A new one" in _titles(pilot))
    pilot.until(lambda: _read(pilot) == "Helsinki summit")


def test_panel_and_timeline_are_of_one_state(
    pilot: Pilot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the panel has not read yet is not read from another state than the timeline shows."""
    watch, outdated = _watch(pilot), pilot.window.collection.outdated
    # As between two looks at the file.
    monkeypatch.setattr(file_watch, "LOOKS", 1_000_000)
    pilot.until(lambda: watch._looker is not None)  # pyright: ignore[reportPrivateUsage]
    watch.look()
    looker = watch._looker  # pyright: ignore[reportPrivateUsage]
    pilot.until(lambda: looker is not None and not looker.is_busy and watch._timer.remainingTime() > 10_000)  # pyright: ignore[reportPrivateUsage]
    outdated.disconnect(watch.look)
    _change(file, "UPDATE events SET title = title || ', changed'")
    (osaka,) = (event for event, title in pilot.window.collection.titles.items() if title.slug == "osaka")
    pilot.window.store.edit(selection=osaka)
    pilot.settle()
    assert _titles(pilot) == {"Helsinki summit", "Osaka meeting", "A call"}
    assert "changed" not in _read(pilot)
    monkeypatch.undo()
    outdated.connect(watch.look)
    watch.look()
    pilot.until(lambda: _read(pilot) == "Osaka meeting, changed")
    assert all(title.endswith(", changed") for title in _titles(pilot))


def test_the_history_of_views_survives(pilot: Pilot, file: Path) -> None:
    pilot.window.show_view(replace(pilot.window.store.state, lanes="kind"))
    _change(file, "UPDATE events SET title = 'Helsinki, changed' WHERE slug = 'helsinki'")
    pilot.until(lambda: "Helsinki, changed" in _titles(pilot))
    pilot.settle()
    assert pilot.window.store.state.lanes == "kind"
    assert pilot.window.history.can_go(-1)


def test_a_view_that_would_lose_something_is_asked_about(pilot: Pilot, file: Path) -> None:
    _change(file, "DELETE FROM events WHERE slug = 'helsinki'")
    pilot.until(lambda: "lacks now" in _bar(pilot))
    assert "Helsinki summit" in _titles(pilot)
    pilot.push(pilot.button("Read again"))
    pilot.until(lambda: "Helsinki summit" not in _titles(pilot))
    assert _bar(pilot) == ""


def test_edits_that_could_be_undone_are_not_lost(pilot: Pilot, file: Path) -> None:
    notebook, selected = pilot.window.collection.notebook, pilot.window.store.state.selection
    assert selected is not None
    notebook.write(selected, "helsinki", "My words")
    pilot.until(lambda: notebook.is_saved)
    _change(file, "UPDATE events SET title = 'Helsinki, changed' WHERE slug = 'helsinki'")
    pilot.until(lambda: "has been changed" in _bar(pilot))
    undone = notebook.undo()
    assert undone is not None
    assert undone.event_id == selected
    notebook.redo()
    pilot.until(lambda: notebook.is_saved)
    pilot.push(pilot.button("Read again"))
    pilot.until(lambda: "Helsinki, changed" in _titles(pilot))
    assert notebook.note_of(selected).text == "My words"
    assert places_of(file).beside.is_file()


@pytest.mark.parametrize("harm", ["cut", "text", "gone"])
def test_a_file_that_cannot_be_read_any_more_is_told_and_shown_as_it_was(
    pilot: Pilot, file: Path, harm: str, tmp_path: Path
) -> None:
    kept = shutil.copy(file, tmp_path / "kept.db")
    if harm == "cut":
        os.truncate(file, 5000)
    elif harm == "text":
        file.write_text("no database any more")
    else:
        file.unlink()
    pilot.until(lambda: "as it was" in _bar(pilot))
    assert pilot.matching == len(EVENTS)
    assert not pilot.window.cards.notice.isVisible()
    shutil.copy(kept, file)
    # It is back, and nothing was lost by it.
    pilot.until(lambda: _bar(pilot) == "")
    assert pilot.matching == len(EVENTS)


def test_views_that_are_saved_into_the_file_are_no_change_of_anothers(pilot: Pilot, file: Path) -> None:
    from explorer.domain.named_views import NamedView

    index = pilot.window.collection.index
    pilot.window.views.save(NamedView("Mine", "detente own.db"))
    pilot.settle()
    with contextlib.closing(sqlite3.connect(file)) as reader:
        pilot.until(lambda: reader.execute("SELECT name FROM views").fetchall() == [("Mine",)])
    pilot.qtbot.wait(200)
    assert pilot.window.collection.index is index
    assert _bar(pilot) == ""


def test_a_search_that_a_lock_refused_is_asked_again(pilot: Pilot, file: Path) -> None:
    """Chip, picture and counts are of one state: of the former one while it lasts, then of the new one."""
    with _locked(file):
        pilot.window.commands.filters.search("osaka")
        pilot.until(lambda: pilot.window.collection.again.is_waiting)
        assert pilot.matching == len(EVENTS)
    pilot.until(lambda: pilot.matching == 1)
    pilot.settle()
    assert not pilot.window.cards.notice.isVisible()


@contextlib.contextmanager
def _locked(path: Path) -> Generator[None]:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        try:
            yield
        finally:
            other.execute("ROLLBACK")
