"""`detente FILE` and `detente COMMAND … FILE` with an exported file in the place of the database."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from explorer.domain.provenance import Provenance
from explorer.formats.restoring import sidecar_of
from explorer.storage.opening import open_database
from tests.builders import Given, build_database
from tests.cli.calling import status


def _of(path: Path, view: str) -> Provenance:
    database = open_database(path)
    title = database.properties["title"]
    return Provenance(title, path.name, database.fingerprint(), "", 1, 1, "", "", view, "x", "2026-11-23")


def _table(path: Path, made: Provenance) -> Path:
    path.write_text("id\n")
    sidecar_of(path).write_text(made.to_json())
    return path


def test_a_command_takes_database_and_view_from_an_export(
    file: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    table = _table(tmp_path / "table.csv", _of(file, "--kind meeting"))
    assert status("info", table, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["matching"], told["events"], told["filter"]) == (2, 3, "MEETINGs")
    # What else is asked for comes on top.
    assert status("info", sidecar_of(table), "--json", "--search", "Khashoggi") == 0
    assert json.loads(capsys.readouterr().out)["matching"] == 1
    out = tmp_path / "again.csv"
    assert status("export", out, table) == 0
    assert len(out.read_text().splitlines()) == 3


@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".xlsx", ".md", ".html", ".ics"])
def test_what_is_exported_opens_the_same_view(
    file: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"table{ending}"
    asked = ["--kind", "meeting", "--search", 'Khashoggi -"a b"', "--from", "2000", "--lanes", "kind"]
    beside = ["--sidecar"] if ending != ".jsonl" else []
    assert status("export", out, file, *asked, *beside) == 0
    capsys.readouterr()
    for words in ([file, *asked], [out]):
        assert status("info", *words, "--json") == 0
    first, last = capsys.readouterr().out.split("}\n{")
    assert json.loads(f"{first}}}") == json.loads(f"{{{last}")


def test_a_database_that_is_not_found_is_named_with_what_to_call(
    file: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    made = replace(_of(file, '--kind meeting --search "a b"'), database="el\x1bsewhere.db")
    table = _table(tmp_path / "table.csv", made)
    file.unlink()
    assert status("info", table) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert 'detente "PATH/el' in said
    assert "--kind meeting" in said
    assert "\x1b" not in said


def test_a_database_that_has_changed_is_told(
    file: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    table = _table(tmp_path / "table.csv", _of(file, ""))
    file.unlink()
    build_database(file, [Given("one")], {"title": "Events"})
    assert status("info", table) == 0
    caught = capsys.readouterr()
    assert "1 of 1 events" in caught.out
    assert caught.err == "detente: “events.db” has changed since “table.csv” was exported (2026-11-23).\n"


@pytest.mark.parametrize(
    ("view", "sentence"),
    [
        ("--force", "The view in “table.csv” cannot be read"),
        ("--json", "The view in “table.csv” cannot be read"),
        ("'", "cannot be read"),
        ("--view x", "The view in “table.csv” cannot be read"),
    ],
)
def test_what_is_no_view_is_refused(
    file: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, view: str, sentence: str
) -> None:
    table = _table(tmp_path / "table.csv", _of(file, view))
    out = tmp_path / "out.csv"
    out.write_text("mine")
    assert status("export", out, table) == 1
    assert sentence in capsys.readouterr().err
    assert out.read_text() == "mine"


def test_what_the_database_lacks_is_an_error_of_a_command(
    file: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert status("info", _table(tmp_path / "table.csv", _of(file, "--kind nothing"))) == 1
    assert "nothing" in capsys.readouterr().err


def test_two_views_at_once_are_refused(
    file: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert status("info", _table(tmp_path / "t.csv", _of(file, "")), "--view", "mine") == 1
    assert "leave out --view" in capsys.readouterr().err


def test_a_table_without_its_sidecar_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("id\n")
    assert status("info", tmp_path / "table.csv") == 1
    assert "table.csv.detente.json" in capsys.readouterr().err


def test_the_window_opens_the_view_of_an_export(file: Path, tmp_path: Path) -> None:
    table = _table(tmp_path / "table.csv", _of(file, "--kind meeting"))
    code = (
        "import sys; from PySide6.QtCore import QTimer; from explorer import app, cli\n"
        "begin = app.begin\n"
        "def watched(window, *args, **words):\n"
        "    begin(window, *args, **words)\n"
        "    window.ready.connect(lambda: (print(window.windowTitle(), window.collection.match.total),"
        " window.close()))\n"
        "    QTimer.singleShot(250_000, window.close)\n"
        "app.begin = watched\n"
        "sys.exit(cli.main(sys.argv[1:]))"
    )
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", code, str(table)], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout == f"Events – {file.name} – Détente 2\n", done.stderr
    assert done.returncode == 0
