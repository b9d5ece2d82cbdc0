"""`--view NAME` and the views that `info --json` lists: the settings', and the database's own."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from explorer.cli import main
from explorer.ui.desktop.settings import Settings


@pytest.fixture
def kept(file: Path) -> Iterator[Settings]:
    """The user's settings, with a view of the database, emptied again."""
    settings = Settings()
    settings.keep_views(file, [("Two people", "--person Ann --from=-0043")])
    settings.save()
    yield settings
    QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "detente", "detente").clear()


def test_a_view_of_the_settings_is_listed_and_used(
    kept: Settings, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kept.views(file)
    assert main(["info", str(file), "--json", "--view", "two people"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["views"] == {"Two people": "--person Ann --from=-0043"}
    assert answer["filter"] == "with Ann, from 44 BCE on"
    # What else is said comes on top.
    assert main(["info", str(file), "--json", "--view", "Two people", "--from", "2018"]) == 0
    assert json.loads(capsys.readouterr().out)["filter"] == "with Ann, from 2018 on"


def test_a_view_of_the_database_comes_first(
    kept: Settings, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kept.views(file)
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS views"
            " (name TEXT PRIMARY KEY, view TEXT NOT NULL, position INTEGER NOT NULL) STRICT"
        )
        connection.execute("INSERT INTO views VALUES ('All', '--collapse-gaps', 0)")
        connection.commit()
    assert main(["info", str(file), "--json", "--view", "All"]) == 0
    assert list(json.loads(capsys.readouterr().out)["views"]) == ["All", "Two people"]


def test_a_name_that_is_not_there_is_told_with_those_that_are(
    kept: Settings, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kept.views(file)
    assert main(["info", str(file), "--view", "Three"]) == 1
    said = capsys.readouterr().err
    assert "no saved view “Three”" in said
    assert "“Two people”" in said
    assert said.count("\n") == 1


def test_the_bundled_database_is_found_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["info", "diplomacy.db"]) == 0
    assert "110 of 110 events" in capsys.readouterr().out
    assert main(["info", "other.db"]) == 1
    (tmp_path / "diplomacy.db").write_bytes(b"not ours")
    assert main(["info", "diplomacy.db"]) == 1
