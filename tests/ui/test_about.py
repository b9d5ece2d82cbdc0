"""The About box, a report of a problem, and the databases opened last."""

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QPlainTextEdit, QTextBrowser

from explorer.ui.desktop import recent
from explorer.ui.desktop.about import About, licences
from explorer.ui.desktop.settings import Settings
from explorer.ui.desktop.versions import versions
from explorer.ui.searching import choices
from tests.builders import Given, build_database
from tests.ui.pilot import Pilot


def _dialog(pilot: Pilot, title: str) -> QDialog:
    def found() -> list[QDialog]:
        shown = [one for one in pilot.window.findChildren(QDialog) if one.isVisible()]
        return [one for one in shown if one.windowTitle() == title]

    pilot.until(lambda: bool(found()))
    return found()[0]


def test_every_version_is_told_and_can_be_copied(pilot: Pilot) -> None:
    pilot.window.actions_by_name["about"].trigger()
    dialog = _dialog(pilot, "About Détente")
    assert isinstance(dialog, About)
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    for name, version in versions():
        assert any(version in text for text in shown), name
    assert [name for name, version in versions() if version in ("", "not installed")] == []
    assert any(text.endswith("detente.log") for text in shown)
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    for name in (
        "Détente",
        "Python",
        "Qt",
        "PySide6",
        "numpy",
        "pandas",
        "pyqtgraph",
        "SQLAlchemy",
        "SQLite",
    ):
        assert f"\n{name} " in f"\n{copied}"
    dialog.close()


def test_the_licences_are_read_inside(pilot: Pilot) -> None:
    dialog = About(pilot.window)
    dialog.tabs.setCurrentIndex(1)
    shown = dialog.findChild(QTextBrowser)
    assert shown is not None
    for text in ("Third-party licences", "LGPL-3.0-only", "XlsxWriter", "MIT License"):
        assert text in shown.toPlainText()
    assert not shown.openLinks()
    assert "missing" not in licences()
    dialog.close()


def test_a_report_holds_versions_view_and_log_but_nobody_s_folder(
    pilot: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "ann"
    (home / "private").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    path = build_database(home / "private" / "mine.db", [Given("one", "First", "1945")], {"title": "Mine"})
    logging.getLogger("detente").warning("could not read %s", path)
    pilot.window.open(path)
    pilot.settle()
    pilot.search("first")
    pilot.window.actions_by_name["report"].trigger()
    dialog = _dialog(pilot, "Report a problem")
    report = QGuiApplication.clipboard().text()
    body = dialog.findChild(QPlainTextEdit)
    assert body is not None
    assert body.toPlainText() == report
    assert "Détente 0." in report
    assert "detente mine.db" in report
    assert "--search first" in report
    assert "could not read ~/private/mine.db" in report
    assert str(home) not in report
    assert any("Nothing has been sent" in label.text() for label in dialog.findChildren(QLabel))
    dialog.close()


# Databases opened last


def _opened(pilot: Pilot, folder: Path, *names: str) -> list[Path]:
    paths: list[Path] = []
    for name in names:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        build_database(path, [Given("one", "First", "1945")], {"title": path.stem})
        pilot.window.open(path)
        pilot.settle()
        paths.append(path)
    return paths


def _listed(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_recent_databases_are_listed_opened_and_cleared(pilot: Pilot, tmp_path: Path) -> None:
    one, _, _ = _opened(pilot, tmp_path, "one.db", "a/same & so.db", "b/same & so.db")
    menu = QMenu(pilot.window)
    recent.fill(menu, pilot.window)
    pilot.settle()
    # The present one is left out; a name that is there once needs no folder.
    assert _listed(menu) == [
        "&1  same && so.db",
        "&2  one.db",
        "&3  diplomacy.db (the bundled timeline)",
        "Clear this list",
    ]
    menu.actions()[1].trigger()
    pilot.settle()
    assert pilot.window.collection.database is not None
    assert pilot.window.collection.database.path == one
    recent.fill(menu, pilot.window)
    assert _listed(menu)[:2] == [f"&1  same && so.db – {tmp_path}/b", f"&2  same && so.db – {tmp_path}/a"]
    menu.actions()[-1].trigger()
    recent.fill(menu, pilot.window)
    assert _listed(menu) == ["No other database has been opened"]


def test_one_that_is_gone_is_told_as_such(pilot: Pilot, tmp_path: Path) -> None:
    one, _ = _opened(pilot, tmp_path, "one.db", "two.db")
    one.unlink()
    menu = QMenu(pilot.window)
    recent.fill(menu, pilot.window)
    pilot.settle()
    gone = menu.actions()[0]
    assert gone.text() == "&1  one.db (not there)"
    assert not gone.isEnabled()
    # A menu that is closed before that is known is none the worse.
    recent.fill(menu, pilot.window)
    menu.clear()
    pilot.settle()


def test_the_key_opens_the_list_and_a_digit_chooses(pilot: Pilot, tmp_path: Path) -> None:
    _opened(pilot, tmp_path, "one.db", "two.db")
    pilot.key("Ctrl+Shift+O")
    (menu,) = [one for one in pilot.window.findChildren(QMenu) if one.isVisible()]
    assert menu.activeAction().text() == "&1  one.db"
    menu.actions()[0].trigger()
    menu.close()
    pilot.settle()
    assert pilot.window.windowTitle() == "one – one.db – Détente"


def test_the_program_s_menu_has_them_under_open(pilot: Pilot, tmp_path: Path) -> None:
    _opened(pilot, tmp_path, "one.db", "two.db")
    menu = pilot.window.toolbar.app_button.menu()
    entries = [action.text() for action in menu.actions()]
    assert entries[:2] == ["Open…", "Open recent"]
    inner = menu.actions()[1].menu()
    assert isinstance(inner, QMenu)
    inner.aboutToShow.emit()
    assert _listed(inner)[0] == "&1  one.db"
    assert "Report a problem…" in entries


def test_the_palette_has_them(pilot: Pilot, tmp_path: Path) -> None:
    _opened(pilot, tmp_path, "one.db", "two.db")
    found = choices.ranked(pilot.window, "one.db", ())
    assert found[0].text == "Open one.db"
    found[0].run()
    pilot.settle()
    assert pilot.window.windowTitle() == "one – one.db – Détente"


def test_forgetting_recent_ones_leaves_what_the_next_start_opens(tmp_path: Path) -> None:
    settings = Settings(QSettings(str(tmp_path / "a.ini"), QSettings.Format.IniFormat))
    path = tmp_path / "one.db"
    path.write_text("")
    settings.last_database = path
    settings.forget_recent()
    assert settings.recent_databases == []
    assert settings.last_database == path
