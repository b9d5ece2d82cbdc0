"""What version 0.1 wrote is read today: databases, notes, saved views, exports, settings, calls and keys.

The files and how they were made: tests/fixtures/0.1/README.md.
"""

import contextlib
import hashlib
import json
import shlex
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QSettings

from explorer.cli.call import parser_of
from explorer.domain.view_line import line_of, read_line
from explorer.domain.view_request import ViewRequest
from explorer.formats.restoring import is_export, provenance_in, view_in
from explorer.storage.checking import check
from explorer.storage.index import load_index
from explorer.storage.notes import read_notes
from explorer.storage.opening import open_database
from explorer.storage.reading import read_titles
from explorer.storage.views import read_views
from explorer.ui.actions import TABLE
from explorer.ui.desktop.settings import Settings
from explorer.ui.exporting import remembering
from explorer.ui.shortcuts import PLACES, POINTER
from tests.cli.calling import status

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

OLD = Path(__file__).parent / "fixtures" / "0.1"
DATABASES = ("schema-1.db", "schema-2.db", "packed.db")
EXPORTS = (
    "timeline.png", "timeline.svg", "timeline.pdf", "events.csv", "events.jsonl", "events.xlsx", "events.md",
    "events.html", "events.ics",
)  # fmt: skip
EXPECTED: dict[str, Any] = json.loads((OLD / "expected.json").read_text("utf-8"))
VIEWS = [
    ("Summits", "--kind summit --sort=-date"),
    ("Ohne Bob – “ruhig” 🙂", "--collapse-gaps --not 'person=Bob Ó Briain'"),
    ("All of it", "--window 1980/2005 --lanes person"),
]


def _rows(name: str) -> list[str]:
    return (OLD / name).read_text("utf-8").splitlines()


LINES, OPTIONS = _rows("lines.txt"), _rows("options.txt")
KEYS = [row.split("\t") for row in _rows("shortcuts.txt")]


def _state(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The folder with all files, where they may be written to."""
    return Path(shutil.copytree(OLD, tmp_path / "0.1"))


def _told(capsys: pytest.CaptureFixture[str], *words: str | Path) -> dict[str, Any]:
    assert status("info", "--json", *words) == 0
    told = json.loads(capsys.readouterr().out)
    return told | {"database": Path(told["database"]).name}


def test_none_of_the_files_is_missing_and_the_lists_are_those_of_then() -> None:
    assert {*DATABASES, *EXPORTS, "schema-2.db.notes", "detente.ini"} <= {path.name for path in OLD.iterdir()}
    assert (len(LINES), len(OPTIONS), len(KEYS)) == (32, 281, 92)
    assert sum(path.stat().st_size for path in OLD.iterdir()) < 1_500_000


# Databases


@pytest.mark.parametrize("name", DATABASES)
def test_a_database_says_what_it_said_and_no_byte_of_it_changes(
    copied: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    before = _state(copied)
    told, then = _told(capsys, copied / name), EXPECTED[name]
    # What is told today may be more.
    assert {key: told[key] for key in then} == then
    assert _state(copied) == before


@pytest.mark.parametrize("name", DATABASES)
def test_a_database_is_read_where_nothing_can_be_written(
    capsys: pytest.CaptureFixture[str], copied: Path, name: str
) -> None:
    before = _state(OLD)
    assert _told(capsys, OLD / name)["events"] == 12
    assert _state(OLD) == before
    for path in copied.iterdir():
        path.chmod(0o444)
    copied.chmod(0o555)
    try:
        assert _told(capsys, copied / name)["facets"] == EXPECTED[name]["facets"]
        assert _state(copied) == before
    finally:
        copied.chmod(0o755)


@pytest.mark.parametrize("name", DATABASES)
def test_its_events_have_their_titles_and_dates(copied: Path, name: str) -> None:
    with contextlib.closing(open_database(copied / name).connect()) as connection:
        index = load_index(connection)
        titles = read_titles(connection, index.ids.tolist())
    with contextlib.closing(sqlite3.connect(copied / name)) as connection:
        rows = connection.execute("SELECT id, slug, title, start_earliest, end_latest FROM events").fetchall()
    assert len(rows) == len(index) == 12
    for event, slug, title, start, end in rows:
        row = index.row_of(event)
        assert row is not None
        assert (titles[event].slug, titles[event].title) == (slug, title)
        assert (index.start[row], index.end[row]) == (start, end)


@pytest.mark.parametrize("name", DATABASES)
def test_nothing_about_it_is_found_to_be_wrong(copied: Path, name: str) -> None:
    assert [found.sentence for found in check(copied / name) if found.severity == "error"] == []


@pytest.mark.parametrize("name", DATABASES)
def test_the_window_opens_it_and_leaves_it_as_it_is(
    copied: Path, make_window: Callable[..., "MainWindow"], name: str
) -> None:
    before = (copied / name).read_bytes()
    window = make_window(copied / name)
    assert window.collection.match is not None
    assert window.collection.match.total == 12
    window.close()
    assert (copied / name).read_bytes() == before


def test_its_saved_views_are_there_in_their_order(copied: Path) -> None:
    for name in ("schema-2.db", "packed.db"):
        with contextlib.closing(open_database(copied / name).connect()) as connection:
            views, can_keep = read_views(connection)
        assert [(view.name, view.line) for view in views] == VIEWS
        assert can_keep
    for _, line in VIEWS:
        assert read_line(f"detente {line}")[1] != ViewRequest()


def test_its_notes_are_there(copied: Path) -> None:
    notes, problem = read_notes(copied / "schema-2.db")
    assert problem is None
    assert {slug: (note.is_starred, note.text, note.changed) for slug, note in notes.items()} == {
        "summit": (True, "My own words,\nin two lines. 🙂", "2026-11-30T10:00:00.000001+00:00"),
        "peace": (True, "", "2026-11-30T11:00:00.000001+00:00"),
        "ides": (False, "Only words.", "2026-11-30T12:00:00.000001+00:00"),
    }


# Views


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_understood_and_written_as_it_was(line: str) -> None:
    database, view = read_line(line)
    assert database == "schema-2.db"
    assert (view == ViewRequest()) == (line == "detente schema-2.db")
    assert line_of(database, view) == line


@pytest.mark.parametrize(("line", "expected"), list(zip(LINES, EXPECTED["lines"], strict=True)))
def test_a_line_shows_the_events_that_it_showed(
    copied: Path, capsys: pytest.CaptureFixture[str], line: str, expected: tuple[int, str]
) -> None:
    told = _told(capsys, copied / "schema-2.db", *shlex.split(line)[2:])
    assert (told["matching"], told["filter"]) == tuple(expected)


# Exports


@pytest.mark.parametrize("name", EXPORTS)
def test_an_exported_file_brings_its_view(
    copied: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = copied / name
    assert is_export(path)
    provenance = provenance_in(path)
    assert (provenance.database, provenance.program) == ("schema-2.db", "Détente 0.1.0")
    assert (provenance.matching, provenance.events) == (4, 12)
    view = view_in(path, provenance)
    line = "detente --kind summit --kind letter --window 1980/2005 --sort=-date"
    # In a picture nothing is selected.
    assert view == read_line(f'{line} --select ""' if name.startswith("timeline") else line)[1]
    # It knows the database that it is of.
    assert provenance.fingerprint == open_database(copied / "schema-2.db").fingerprint()
    told = _told(capsys, path)
    assert (told["database"], told["matching"]) == ("schema-2.db", 4)


# Settings


def test_settings_are_understood(copied: Path, qapp: object) -> None:
    settings = Settings(QSettings(str(copied / "detente.ini"), QSettings.Format.IniFormat))
    home = Path("/home/ann")
    assert (settings.theme, settings.language, settings.motion) == ("dark", "de", "reduced")
    assert settings.wheel_scrolls_lanes
    assert settings.hint_dismissed
    assert settings.shows_legend
    assert settings.is_running
    assert not any((settings.follows_article, settings.restores, settings.shows_facets))
    assert settings.recent_databases == [
        home / name for name in ("letters.db", "Briefe – 外交.db", "older.db")
    ]
    assert settings.last_view == (str(home / "letters.db"), "--kind summit --collapse-gaps")
    assert settings.opens_section("person", default=False)
    assert not settings.opens_section("basis", default=True)
    assert settings.section_sort("person", "listed") == "count"
    assert settings.recent_commands == ("export", "fit", "Kind: Brief")
    assert settings.views(home / "letters.db") == VIEWS
    assert not settings.geometry.isEmpty()
    assert not settings.panes.isEmpty()
    habits = remembering.from_text(settings.choice("export"), remembering.Habits())
    assert habits == remembering.Habits("pdf", "/home/ann", "visible", True)


def test_a_window_has_the_size_and_panes_of_then(
    copied: Path, make_window: Callable[..., "MainWindow"]
) -> None:
    settings = Settings(QSettings(str(copied / "detente.ini"), QSettings.Format.IniFormat))
    window = make_window(settings=settings, size=None)
    # The screen of the tests is narrower than the window was.
    assert window.height() == 700
    assert window.width() > 700
    assert window.facets.isHidden()


def test_the_export_dialog_begins_as_it_was_left(copied: Path, qapp: object) -> None:
    from explorer.domain.figure import Figure
    from explorer.formats.table import TableOptions

    settings = Settings(QSettings(str(copied / "detente.ini"), QSettings.Format.IniFormat))
    figure = remembering.from_text(settings.choice("figure"), Figure(width=1, height=1))
    assert (figure.width, figure.unit, figure.dpi, figure.theme) == (297, "mm", 300, "dark")
    assert figure.has_overview
    options = remembering.from_text(settings.choice("table"), TableOptions())
    assert (options.separator, options.has_bom) == ("semicolon", True)


# Calls and keys


@pytest.mark.parametrize("line", OPTIONS)
def test_every_option_of_then_is_accepted(line: str) -> None:
    words = shlex.split(line)
    command = "" if words[0].startswith("-") else words.pop(0)
    if words[-1] in {"-h", "--help", "--version"}:
        with pytest.raises(SystemExit) as stopped:
            parser_of(command).parse_args(words)
        assert stopped.value.code == 0
    else:
        parser_of(command).parse_args(words)


def test_every_shortcut_of_then_does_what_it_did() -> None:
    now = {(key, entry.name, entry.scope) for entry in TABLE for key in entry.keys}
    now |= {(key, does, "place") for key, does in PLACES}
    now |= {(gesture, does, "pointer") for gesture, does in POINTER}
    assert {tuple(row) for row in KEYS} - now == set()
