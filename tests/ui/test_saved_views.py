"""Saving views under a name, opening them, keeping them in order; views as text; back and forward."""

import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from explorer import bundle
from explorer.domain.calendar import seconds_of
from explorer.domain.filter import EventFilter
from explorer.domain.interval import Interval
from explorer.domain.named_views import NamedView
from explorer.domain.view_line import read_line
from explorer.storage.uri import uri_of
from explorer.ui.desktop.settings import Forgotten, Settings
from explorer.ui.main_window import SETTLED, MainWindow
from explorer.ui.views_dialog import EditViews, menu_for
from tests.patience import PATIENCE
from tests.ui.pilot import NONE, Pilot, focused

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

KIM = EventFilter(chosen={"person": frozenset({"Kim Jong Un"})})


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A database of the user's that takes views."""
    path = tmp_path / "own.db"
    shutil.copy(bundle.path("db", "diplomacy.db"), path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS views"
            " (name TEXT PRIMARY KEY, view TEXT NOT NULL, position INTEGER NOT NULL) STRICT"
        )
    return path


def _kept(path: Path) -> list[str]:
    # As another program would: what the window writes meanwhile is no change of the file for it.
    with contextlib.closing(sqlite3.connect(uri_of(path, "ro"), uri=True)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM views ORDER BY position, name")]


def _modal(pilot: Pilot) -> QWidget:
    """The dialog that comes up."""
    pilot.until(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


def _ask_name(pilot: Pilot) -> QWidget:
    pilot.window.activateWindow()
    pilot.until(pilot.window.isActiveWindow)
    pilot.key("Ctrl+S")
    return _modal(pilot)


def _save(pilot: Pilot, name: str) -> None:
    dialog = _ask_name(pilot)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(name)
    QTest.keyClick(field, Qt.Key.Key_Return)
    pilot.until(lambda: QApplication.activeModalWidget() is None)
    pilot.settle()


def test_a_view_is_saved_with_a_key_and_opened_again(pilot: Pilot) -> None:
    window = pilot.window
    span = Interval(seconds_of(2018, 3, 5, 7), seconds_of(2019, 1))
    window.store.edit(filter=KIM, window=span, selection=None, lanes="kind", collapse_gaps=True)
    pilot.settle()
    saved = window.store.state
    _save(pilot, "Kim")
    window.commands.filters.clear()
    window.commands.moves.fit()
    pilot.settle()
    menu = menu_for(window)
    menu.actions()[0].trigger()
    menu.close()
    pilot.settle()
    assert window.store.state == saved


def test_a_name_is_suggested_and_a_name_taken_is_replaced(pilot: Pilot) -> None:
    window = pilot.window
    window.store.edit(filter=KIM)
    pilot.settle()
    dialog = _ask_name(pilot)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.text() == "With Kim Jong Un"
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Save")
    field.setText("  ")
    assert not button.isEnabled()
    dialog.close()
    _save(pilot, "Kim")
    window.commands.filters.clear()
    pilot.settle()
    _save(pilot, "kim")
    assert [view.name for view in window.views.listed] == ["kim"]
    assert "--person" not in window.views.listed[0].line


def test_views_outlive_the_window(make_window: Callable[..., MainWindow]) -> None:
    settings = Settings(Forgotten())
    settings.hint_dismissed = True
    first = make_window(settings=settings)
    first.views.save(NamedView("Kim", "--kind letter"))
    second = make_window(settings=settings)
    assert second.views.listed == (NamedView("Kim", "--kind letter"),)


def test_views_are_kept_in_a_database_that_takes_them(
    own: Path, make_window: Callable[..., MainWindow], qtbot: "QtBot"
) -> None:
    window = make_window(own)
    qtbot.waitUntil(lambda: not window.collection.is_busy)
    for name in ("A", "B", "C"):
        window.views.save(NamedView(name, f"--search {name}"))
    window.views.order(["C", "A"])
    window.views.rename("B", "Z")
    window.views.remove("A")
    qtbot.waitUntil(lambda: _kept(own) == ["C", "Z"])
    # Another user of the same file finds them, and those of this one's settings come last.
    others = Settings(Forgotten())
    others.hint_dismissed = True
    others.keep_views(own, [("mine", "--kind letter"), ("C", "--kind call")])
    other = make_window(own, settings=others)
    qtbot.waitUntil(lambda: len(other.views.listed) == 3)
    assert [view.name for view in other.views.listed] == ["C", "Z", "mine"]
    assert other.views.listed[0].line == "--search C"


@pytest.mark.parametrize("place", ["own", "bundled"])
def test_what_another_window_removed_or_renamed_does_not_come_back(
    own: Path, make_window: Callable[..., MainWindow], qtbot: "QtBot", place: str
) -> None:
    settings = Settings(Forgotten())
    settings.hint_dismissed = True

    def rest(*windows: MainWindow) -> None:
        qtbot.waitUntil(lambda: not any(window.collection.is_busy for window in windows))

    path = own if place == "own" else bundle.path("db", "diplomacy.db")
    first = make_window(path, settings=settings)
    for name in ("A", "B", "C"):
        first.views.save(NamedView(name, f"--search {name}"))
    rest(first)
    second = make_window(path, settings=settings)
    assert [view.name for view in second.views.listed] == ["A", "B", "C"]
    first.views.remove("A")
    first.views.rename("B", "Z")
    rest(first)
    # It still lists what was.
    second.views.save(NamedView("D", "--search D"))
    second.views.order(["D"])
    rest(second)
    assert [view.name for view in second.views.listed] == ["D", "Z", "C"]
    assert [name for name, _ in settings.views(path)] == ["D", "Z", "C"]
    assert _kept(path) == (["D", "Z", "C"] if place == "own" else [])


def test_what_the_loader_did_not_come_to_is_written_when_the_window_closes(
    own: Path, make_window: Callable[..., MainWindow]
) -> None:
    window = make_window(own)
    window.views.save(NamedView("Last", "--kind letter"))
    window.close()
    assert _kept(own) == ["Last"]


def test_a_database_in_use_keeps_nothing_and_the_settings_do(
    own: Path, make_window: Callable[..., MainWindow], qtbot: "QtBot"
) -> None:
    window = make_window(own)
    with contextlib.closing(sqlite3.connect(own, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        window.views.save(NamedView("Kim", "--kind letter"))
        qtbot.waitUntil(lambda: not window.collection.is_busy)
    assert "Kept in your settings only" in window.status.counts.text()
    assert window.settings.views(own) == [("Kim", "--kind letter")]
    assert _kept(own) == []


def test_a_view_opens_without_what_is_gone_and_says_so(pilot: Pilot) -> None:
    window = pilot.window
    line = '--person Nobody --person "Kim Jong Un" --select no-such-event --hide Nowhere --collapse-gaps'
    window.views.open(NamedView("Old", line))
    pilot.settle()
    state = window.store.state
    assert state.filter == KIM
    assert state.collapse_gaps
    assert state.selection is None
    told = window.told
    assert told is not None
    assert told.isVisible()
    for gone in ("the person “Nobody”", "the event “no-such-event”", "the lane “Nowhere”"):
        assert gone in told.accessibleName()


def test_a_view_that_cannot_be_read_is_told_and_kept(pilot: Pilot) -> None:
    before = pilot.window.store.state
    pilot.window.views.save(NamedView("Odd", "--colour red"))
    pilot.window.views.open(pilot.window.views.listed[0])
    pilot.settle()
    assert pilot.window.store.state == before
    told = pilot.window.told
    assert told is not None
    assert "--colour" in told.accessibleName()
    assert len(pilot.window.views.listed) == 1


def _edit(pilot: Pilot, *names: str) -> EditViews:
    for name in names:
        pilot.window.views.save(NamedView(name, f"--search {name}"))
    pilot.window.commands.edit_views()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EditViews)
    return dialog


def _names(pilot: Pilot) -> list[str]:
    return [view.name for view in pilot.window.views.listed]


def test_views_are_moved_deleted_and_brought_back_by_keyboard(pilot: Pilot) -> None:
    dialog = _edit(pilot, "A", "B", "C")
    QTest.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert _names(pilot) == ["B", "A", "C"]
    assert dialog.list.currentRow() == 1
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert _names(pilot) == ["B", "C"]
    assert dialog.undo_button.isVisible()
    dialog.undo_button.click()
    assert _names(pilot) == ["B", "A", "C"]
    assert pilot.window.views.listed[1].line == "--search A"
    assert not dialog.undo_button.isVisible()
    dialog.close()


def test_a_view_is_renamed_where_it_stands_but_not_to_a_name_that_is_taken(pilot: Pilot) -> None:
    dialog = _edit(pilot, "A", "B")
    dialog.list.item(0).setText("  New   name ")
    assert _names(pilot) == ["New name", "B"]
    dialog.list.item(0).setText("b")
    assert _names(pilot) == ["New name", "B"]
    assert dialog.list.item(0).text() == "New name"
    dialog.list.item(0).setText("")
    assert _names(pilot) == ["New name", "B"]
    dialog.close()


def test_enter_opens_the_chosen_view(pilot: Pilot) -> None:
    dialog = _edit(pilot, "trade", "letters")
    dialog.list.setCurrentRow(1)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    pilot.settle()
    assert QApplication.activeModalWidget() is None
    assert pilot.window.store.state.filter.search == "letters"


def test_a_view_is_copied_as_a_line_that_opens_it_again(pilot: Pilot) -> None:
    window = pilot.window
    window.store.edit(filter=KIM, window=Interval(seconds_of(2018), seconds_of(2019)))
    pilot.settle()
    state = window.store.state
    pilot.key("Ctrl+Shift+C")
    pilot.settle()
    line = QApplication.clipboard().text()
    assert line.startswith('detente diplomacy.db --window 2018 --person "Kim Jong Un" --select ')
    window.commands.filters.clear()
    window.commands.moves.fit()
    window.store.edit(selection=None)
    pilot.settle()
    window.views.open_line(line)
    pilot.settle()
    assert window.store.state == state


def test_a_line_names_the_database_that_it_opens(
    own: Path, make_window: Callable[..., MainWindow], qtbot: "QtBot"
) -> None:
    window = make_window()
    with qtbot.waitSignal(window.collection.matched):
        window.views.open_line(f'detente "{own.as_posix()}" --kind letter')
    assert window.collection.database is not None
    assert window.collection.database.path == own
    assert window.store.state.filter.chosen_in("kind") == {"letter"}
    window.views.copy()
    qtbot.waitUntil(lambda: not window.collection.is_busy)
    assert read_line(QApplication.clipboard().text())[0] == own.as_posix()


def test_back_and_forward_are_like_a_browsers(pilot: Pilot) -> None:
    window = pilot.window
    begun = window.store.state
    settle = window._settle  # pyright: ignore[reportPrivateUsage]
    pilot.until(lambda: not settle.isActive())
    # A turn of the wheel is one view, however many notches it has and however long a machine takes for them.
    settle.setInterval(10 * PATIENCE)
    for _ in range(5):
        pilot.wheel(pilot.empty(), 1)
    settle.setInterval(SETTLED)
    pilot.until(lambda: not settle.isActive())
    zoomed = window.store.state
    assert window.toolbar.back_button.isEnabled()
    assert not window.toolbar.forward_button.isEnabled()
    pilot.key("Alt+Left")
    assert window.store.state == begun
    assert not window.toolbar.back_button.isEnabled()
    pilot.push(window.toolbar.forward_button)
    assert window.store.state == zoomed
    pilot.key("Alt+Left")
    # Something new ends the way forward.
    window.store.edit(collapse_gaps=True)
    pilot.key("Alt+Right")
    assert window.store.state.collapse_gaps
    assert not window.toolbar.forward_button.isEnabled()


def test_the_mouse_has_buttons_for_back_and_forward(pilot: Pilot) -> None:
    window = pilot.window
    window.history.remember()
    begun = window.store.state
    window.store.edit(collapse_gaps=True)
    at = window.facets.mapTo(window, window.facets.rect().center())
    QTest.mouseClick(pilot.handle, Qt.MouseButton.BackButton, NONE, at)
    assert window.store.state == begun
    QTest.mouseClick(pilot.handle, Qt.MouseButton.ForwardButton, NONE, at)
    assert window.store.state.collapse_gaps
    assert focused() is window.timeline


def test_preferences_take_effect_at_once_and_menus_follow(pilot: Pilot) -> None:
    window = pilot.window
    pilot.key("Ctrl+,")
    dialog = _modal(pilot)
    pilot.button("Theme: Dark", dialog).click()
    pilot.button("Mouse wheel: Scrolls lanes", dialog).click()
    pilot.button("Reading the article: Leaves the timeline alone", dialog).click()
    assert (window.theme.name, window.settings.theme) == ("dark", "dark")
    assert window.timeline.gestures.wheel_scrolls_lanes
    assert not window.settings.follows_article
    assert not window.actions_by_name["follow-article"].isChecked()
    dialog.close()
    window.theme_picked.emit("light")
