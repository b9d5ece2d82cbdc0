"""The window itself: remembered panes, the order and the visibility of the focus, names and tooltips."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from explorer.app import bundled
from explorer.ui.desktop.settings import Settings
from explorer.ui.main_window import MainWindow
from tests.ui.pilot import Pilot, focused

Make = Callable[..., MainWindow]


def _settings(path: Path) -> Settings:
    return Settings(QSettings(str(path), QSettings.Format.IniFormat))


def test_panes_size_and_database_are_remembered_over_close_and_reopen(
    make_window: Make, tmp_path: Path
) -> None:
    ini = tmp_path / "detente.ini"
    window = make_window(settings=_settings(ini), size=(780, 600))
    splitter = window.findChildren(QSplitter)[0]
    splitter.setSizes([172, 345, 261])
    sizes = splitter.sizes()
    window.close()
    assert ini.is_file()
    settings = _settings(ini)
    assert settings.last_database == bundled()
    again = make_window(settings=settings, size=None)
    assert (again.width(), again.height()) == (780, 600)
    assert again.findChildren(QSplitter)[0].sizes() == sizes


@pytest.mark.parametrize("value", ["", "garbage", "@ByteArray(\\x1)", "[]"])
def test_odd_settings_are_the_defaults(make_window: Make, tmp_path: Path, value: str) -> None:
    ini = tmp_path / "detente.ini"
    names = ("panes", "geometry", "theme", "wheel_scrolls_lanes", "hint_dismissed", "last_database")
    ini.write_text("[General]\n" + "".join(f"{name}={value}\n" for name in names))
    settings = _settings(ini)
    assert settings.last_database is None
    assert settings.theme == "system"
    window = make_window(settings=settings)
    assert all(size > 150 for size in window.findChildren(QSplitter)[0].sizes())


def test_the_hint_of_a_first_start_is_dismissed_for_good(
    make_window: Make, tmp_path: Path, qtbot: QtBot
) -> None:
    settings = _settings(tmp_path / "detente.ini")
    pilot = Pilot(make_window(settings=settings), qtbot)
    close = pilot.button("Dismiss the hint")
    pilot.push(close)
    assert not close.isVisible()
    assert settings.hint_dismissed


def _chain(pilot: Pilot) -> list[QWidget]:
    """What Tab comes to, from the search box on, once around."""
    pilot.key("Ctrl+F")
    found: list[QWidget] = []
    for _ in range(200):
        widget = focused()
        assert widget is not None
        if found and widget is found[0]:
            return found
        found.append(widget)
        pilot.key("Tab")
    raise AssertionError("Tab does not come back")


@pytest.mark.parametrize("tab", ["event", "article"])
def test_tab_goes_through_the_regions_as_they_are_read(pilot: Pilot, tab: str) -> None:
    window = pilot.window
    _show_tab(pilot, tab)
    window.store.edit(filter=window.store.state.filter.choosing("basis", {"named", "alluded"}))
    pilot.settle()
    reader = window.reader
    regions = [
        window.toolbar,
        window.filter_bar,
        reader.column,
        window.timeline,
        reader.banner,
        window.overview,
        reader.side,
    ]
    order: list[int] = []
    for widget in _chain(pilot)[1:]:
        at = next(
            (n for n, region in enumerate(regions) if region is widget or region.isAncestorOf(widget)), None
        )
        assert at is not None, widget
        if not order or order[-1] != at:
            order.append(at)
    every = [0, 1, 2, 3, 4, 5, 6] if tab == "article" else [0, 1, 2, 3, 5, 6]
    assert order in (every, [*every, 0])


def _show_tab(pilot: Pilot, tab: str) -> None:
    """Show a tab of the panel on the right; with the article, choose one of its claims as well."""
    if tab == "article":
        pilot.key("Ctrl+2")
        pilot.window.commands.choose_claim("no-return")
        pilot.settle()


@pytest.mark.parametrize("tab", ["event", "article"])
def test_the_focus_can_be_seen_wherever_it_is(pilot: Pilot, tab: str) -> None:
    _show_tab(pilot, tab)
    unseen: list[str] = []
    for widget in _chain(pilot):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if isinstance(widget, QLineEdit):
            widget.deselect()
        there = widget.grab().toImage()
        pilot.window.setFocus()
        widget.clearFocus()
        QApplication.processEvents()
        if widget.grab().toImage() == there:
            unseen.append(f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()}")
    assert unseen == []


@pytest.mark.parametrize("tab", ["event", "article"])
def test_every_control_has_a_name_and_every_button_a_tooltip(pilot: Pilot, tab: str) -> None:
    window = pilot.window
    _show_tab(pilot, tab)
    window.store.edit(filter=window.store.state.filter.choosing("basis", {"named", "alluded"}))
    pilot.settle()
    for kind in (QAbstractButton, QLineEdit, QListView):
        for widget in window.findChildren(kind):
            if (
                not widget.isVisible()
                or widget.objectName().startswith("qt_")
                or "Scroll" in widget.objectName()
            ):
                continue
            if isinstance(widget.parentWidget(), QLineEdit):
                continue  # Qt's own button that clears a field
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or text, widget
            if isinstance(widget, QAbstractButton):
                assert widget.toolTip(), (widget.accessibleName(), text)


@pytest.mark.parametrize(
    ("name", "key"), [("Fit all", "0"), ("Zoom in", "+"), ("Zoom out", "-"), ("Export", "Ctrl+E")]
)
def test_a_button_s_tooltip_names_its_key(pilot: Pilot, name: str, key: str) -> None:
    assert f"({key})" in pilot.button(name, pilot.window.toolbar).toolTip()
