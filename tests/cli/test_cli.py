"""The command line: what it answers, writes, finds and explains."""

import contextlib
import csv
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from explorer import __version__, bundle
from explorer.cli import main, one_sentence
from explorer.cli.call import COMMANDS, OFFERED, parser_of, view_of
from explorer.domain.errors import ExplorerError
from explorer.domain.note import Note
from explorer.formats.table import COLUMNS, COMMENTARY
from explorer.storage.notes import write_note
from explorer.storage.opening import open_database
from tests.builders import Given, build_database
from tests.cli.calling import status

Capture = pytest.CaptureFixture[str]


def _told(capsys: Capture, *words: str | Path) -> dict[str, Any]:
    assert main(["info", *map(str, words), "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return json.loads(out)


# info --------------------------------------------------------------------------------------------


def test_info_tells_what_the_database_holds(file: Path, capsys: Capture) -> None:
    told = _told(capsys, file)
    assert told["database"] == str(file)
    assert (told["schema"], told["events"], told["matching"]) == (2, 3, 3)
    assert (told["first"], told["last"], told["filter"]) == ("1945-01-01", "2020-12-31", "all events")
    assert told["fingerprint"] == open_database(file).fingerprint()
    assert set(OFFERED) - {"mine"} == set(told["facets"])
    assert told["facets"]["country"] == {"TR": 1}
    assert told["facets"]["source"] == {}
    assert told["facets"]["kind"] == {"summit": 1, "meeting": 2}
    assert told["facets"]["basis"] == {"named": 1, "context": 2}
    assert told["facets"]["claim"] == {"method": 1}
    assert told["facets"]["person"] == {"Ann": 1}
    assert told["facets"]["place"] == {"Istanbul": 1}


@pytest.mark.parametrize(
    ("words", "matching"),
    [
        ("--search khash", 1),
        ("--search", 3),
        ("--kind summit", 1),
        ("--kind SUMMIT", 1),
        ("--kind summit --kind meeting", 3),
        ("--relationship Ann–Cid", 1),
        ("--relationship ann–cid", 1),
        ("--basis Named", 1),
        ("--claim method", 1),
        ("--person Ann --place Istanbul", 0),
        ("--min-importance 4", 1),
        ("--from 2018", 2),
        ("--to 2018", 2),
        ("--from 2019-02-10 --to 2020", 1),
        ("--from 2019-02-10 --to 2020 --certainty certain", 0),
        ("--from -0043 --to 1950", 1),
        ("--window 1900/1950", 3),
        ("--select two", 3),
    ],
)
def test_the_view_decides_what_matches(words: str, matching: int, file: Path, capsys: Capture) -> None:
    given = words.split() + ([""] if words == "--search" else [])
    assert _told(capsys, file, *given)["matching"] == matching


def test_facets_count_under_the_other_filters(file: Path, capsys: Capture) -> None:
    facets = _told(capsys, file, "--kind", "summit")["facets"]
    assert facets["kind"] == {"summit": 1, "meeting": 2}
    assert facets["basis"] == {"named": 0, "context": 1}


def test_no_match_is_an_answer(file: Path, capsys: Capture) -> None:
    told = _told(capsys, file, "--search", "nothing at all")
    assert (told["matching"], told["first"], told["last"]) == (0, None, None)
    assert status("info", file, "--search", "nothing at all") == 0


def test_info_for_people_names_labels_and_counts(file: Path, capsys: Capture) -> None:
    assert main(["info", str(file), "--min-importance", "5"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Events\n1 of 3 events: importance 5\n1945-01-01 to 1945-12-31\n")
    assert re.search(r"^ +1  SUMMIT$", out, re.MULTILINE)
    assert "Istanbul" not in out


def test_the_order_of_words_does_not_matter(file: Path, capsys: Capture) -> None:
    assert main(["info", "--kind", "summit", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["matching"] == 1


# The bundled database ------------------------------------------------------------------------------


# Counted in the table of facts that the bundled database was made from.
BASIS = {"named": 15, "alluded": 82, "context": 13}
RELATIONSHIP = {
    "FDR–Stalin": 6, "Reagan–Gorbachev": 9, "Bush–Gorbachev": 7, "Obama–Muslim world": 3, "Trump–Kim": 29,
    "Trump–Xi": 10, "Trump–Putin": 5, "Trump–MBS": 12, "Trump–Duterte": 6, "Trump–Erdogan": 8, "Oil 2020": 7,
    "Pandemic": 6, "The article": 2,
}  # fmt: skip
KIND = {
    "summit": 14, "meeting": 13, "visit": 5, "call": 7, "letter": 13, "agreement": 3, "speech": 6,
    "statement": 14, "announcement": 7, "policy": 7, "sanction/tariff": 2, "missile-test": 6, "military": 1,
    "crisis": 10, "publication": 2,
}  # fmt: skip


def test_the_bundled_database_is_told_by_default(capsys: Capture) -> None:
    told = _told(capsys)
    facets = told["facets"]
    assert told["events"] == told["matching"] == 110
    assert len(facets["relationship"]) == 13
    assert len(facets["claim"]) == 10
    for facet in ("relationship", "kind", "basis"):
        assert sum(facets[facet].values()) == 110, facet
    assert facets["basis"] == BASIS
    assert facets["relationship"] == RELATIONSHIP
    assert facets["kind"] == KIND


def test_trump_and_putin_match_five_events_by_identifier_and_label(capsys: Capture) -> None:
    assert _told(capsys, "--relationship", "Trump–Putin")["matching"] == 5
    by_identifier = _told(capsys, "--relationship", "Trump–MBS")
    by_label = _told(capsys, "--relationship", "Trump–Mohammed bin Salman")
    assert by_identifier == by_label
    assert by_label["matching"] == 12


# export ------------------------------------------------------------------------------------------


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_an_export_holds_the_matching_events_in_order(file: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out.csv"
    assert main(["export", str(out), str(file), "--from", "2018"]) == 0
    assert capsys.readouterr() == ("", "")
    rows = _rows(out.read_text(encoding="utf-8"))
    assert [row["id"] for row in rows] == ["two", "three"]
    assert (rows[1]["start"], rows[1]["end"], rows[1]["latest"]) == ("2019-02~", "2020", "2020-12-31")
    assert rows[1]["precision"] == "month/year"


def test_an_existing_file_is_replaced_only_by_force(file: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out.csv"
    out.write_text("mine", encoding="utf-8")
    assert status("export", out, file) == 1
    assert re.fullmatch(r"detente: [^\n]*exists already[^\n]*--force[^\n]*\.\n", capsys.readouterr().err)
    assert out.read_text(encoding="utf-8") == "mine"
    assert status("export", out, file, "--force") == 0
    assert len(_rows(out.read_text(encoding="utf-8"))) == 3


def test_the_database_itself_is_never_replaced(file: Path, capsys: Capture) -> None:
    before = file.read_bytes()
    assert status("export", file, file, "--format", "csv", "--force") == 1
    assert "is the database itself" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_only_what_the_window_shows_when_asked(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    words = ["export", str(out), str(file), "--window", "2018/2018", "--force"]
    assert main(words) == 0
    assert len(_rows(out.read_text(encoding="utf-8"))) == 3
    assert main([*words, "--extent", "visible"]) == 0
    assert [row["id"] for row in _rows(out.read_text(encoding="utf-8"))] == ["two"]


def _program(*words: str | Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "explorer", *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_a_table_goes_to_standard_output(file: Path) -> None:
    with _program("export", "-", file, "--format", "csv") as process:
        out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    assert [row["id"] for row in _rows(out.decode())] == ["one", "two", "three"]
    assert out.count(b"\r\n") == out.count(b"\n") > 3


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break differently there")
def test_a_reader_that_has_seen_enough_is_no_failure(tmp_path: Path) -> None:
    path = build_database(tmp_path / "many.db", [Given(f"e{n}", summary="x" * 900) for n in range(600)])
    with _program("export", "-", path, "--format", "csv") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        err = process.stderr.read()
    assert (process.returncode, err) == (0, b"")


# The rest ------------------------------------------------------------------------------------------


def test_check_tells_findings_and_ends_with_1_for_an_error(file: Path, capsys: Capture) -> None:
    assert main(["check", str(file)]) == 0
    assert capsys.readouterr().out == f"“{file}” is sound.\n"
    assert main(["check", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"database": str(file), "sound": True, "findings": []}
    with contextlib.closing(sqlite3.connect(file)) as writer:
        writer.execute("UPDATE events SET start_earliest = 0 WHERE id = 2")
        writer.commit()
    assert main(["check", str(file)]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert "error: The event “two” is stored at another time" in out
    assert out.endswith("is not sound.\n")


@pytest.mark.skipif(sys.platform != "linux", reason="such names are not allowed elsewhere")
def test_check_tells_a_name_and_values_of_any_characters_on_one_line(
    file: Path, tmp_path: Path, capsys: Capture
) -> None:
    path = file.rename(tmp_path / os.fsdecode(b"\x1b]0;owned\x07\xff.db"))
    with contextlib.closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA ignore_check_constraints = ON")
        writer.execute("UPDATE events SET slug = char(27) || '[31m' || 'x', basis = char(10) WHERE id = 2")
        writer.commit()
    assert main(["check", str(path)]) == 1
    out = capsys.readouterr().out
    assert all(line.isprintable() for line in out.splitlines())
    assert all(line.startswith(("error: ", "warning: ", "“")) for line in out.splitlines())
    assert main(["check", str(path), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["sound"] is False


def test_check_of_no_database_is_json_when_asked(tmp_path: Path, capsys: Capture) -> None:
    assert main(["check", str(tmp_path / "none.db"), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["sound"] is False
    assert len(told["findings"]) == 1


def test_without_a_display_a_sentence_names_what_works(
    file: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert status(file) == 1
    err = capsys.readouterr().err
    assert "detente screenshot" in err
    assert "detente export" in err


def test_the_version_is_told(capsys: Capture) -> None:
    assert status("--version") == 0
    assert capsys.readouterr().out == f"Détente {__version__}\n"


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_names_every_option(command: str, capsys: Capture) -> None:
    assert status(*([command] if command else []), "--help") == 0
    out = capsys.readouterr().out
    view = [
        "--window",
        "--select",
        "--lanes",
        "--search",
        "--from",
        "--to",
        "--certainty",
        "--min-importance",
    ]
    options = {
        "": [*view, "--version", *COMMANDS],
        "screenshot": [*view, "--size", "--scale", "--theme"],
        "export": [*view, "--extent", "--size", "--scale", "--theme", "--title", "--force", "--format"],
        "info": [*view, "--json"],
        "check": ["--json"],
    }[command]
    for option in options + ([] if command == "check" else [f"--{name}" for name in OFFERED]):
        assert option in out
    assert all(len(line) <= 120 for line in out.splitlines())


def test_a_call_becomes_a_view_request() -> None:
    words = [
        "x.db",
        "--window",
        "2018/2019",
        "--lanes",
        "kind",
        "--kind",
        "a",
        "--kind",
        "b",
        "--search",
        "c",
    ]
    view = view_of(parser_of("").parse_intermixed_args(words))
    assert (view.window, view.lanes, view.select, view.filter.search) == ("2018/2019", "kind", None, "c")
    assert view.filter.chosen_in("kind") == {"a", "b"}
    assert view_of(parser_of("").parse_intermixed_args([])).filter.is_empty


def test_an_error_is_said_in_one_sentence() -> None:
    assert one_sentence(ExplorerError("It is\nbroken.", "Mend it.")) == "It is broken; mend it."
    assert one_sentence(ExplorerError("It is broken.")) == "It is broken."


def test_the_bundled_database_is_where_the_bundle_says() -> None:
    assert bundle.path("db", "diplomacy.db").is_file()


def _noted(tmp_path: Path) -> Path:
    """A database of two events, the second starred and with a note."""
    path = build_database(
        tmp_path / "noted.db",
        [Given("a", basis="named", paragraphs=(3,), commentary="Said", claims={"c": "evidence"}), Given("b")],
    )
    write_note(path, Note("b"), Note("b", True, "=mine, and\nmine alone", "2026-01-01"))
    return path


def test_a_table_has_what_the_reader_has_noted_when_asked(tmp_path: Path) -> None:
    path, plain, noted = _noted(tmp_path), tmp_path / "plain.csv", tmp_path / "noted.csv"
    assert main(["export", str(plain), str(path)]) == 0
    assert "mine" not in plain.read_text(encoding="utf-8")
    assert main(["export", str(noted), str(path), "--with-notes"]) == 0
    first, second = csv.DictReader(io.StringIO(noted.read_text(encoding="utf-8")))
    assert (first["star"], first["note"]) == ("", "")
    assert (second["star"], second["note"]) == ("1", "'=mine, and\nmine alone")


def test_notes_that_cannot_be_read_are_told_when_asked_for(tmp_path: Path, capsys: Capture) -> None:
    path = _noted(tmp_path)
    path.with_name("noted.db.notes").write_text("no notes")
    assert main(["info", str(path)]) == 0
    capsys.readouterr()
    assert status("export", "-", "--format", "csv", path, "--with-notes") == 1
    assert "is damaged or not a file of notes; move it away" in capsys.readouterr().err


def test_without_commentary_nothing_of_the_article_is_told(tmp_path: Path, capsys: Capture) -> None:
    path, out = _noted(tmp_path), tmp_path / "record.csv"
    assert main(["export", str(out), str(path), "--no-commentary"]) == 0
    header = out.read_text(encoding="utf-8").partition("\n")[0].split(",")
    assert header == [name for name in COLUMNS if name not in COMMENTARY]
    facets = _told(capsys, path, "--no-commentary")["facets"]
    assert {"basis", "claim"}.isdisjoint(facets)
    assert {"relationship", "kind"} <= set(facets)
    assert {"basis", "claim"} <= set(_told(capsys, path)["facets"])
    assert status("info", path, "--no-commentary", "--basis", "named") == 1
    assert "--no-commentary hides what the article says" in capsys.readouterr().err


def test_an_event_is_not_compared_with_itself(tmp_path: Path, capsys: Capture) -> None:
    assert status("info", _noted(tmp_path), "--select", "a", "--compare", "a") == 1
    assert "An event cannot be compared with itself" in capsys.readouterr().err


def test_stars_are_in_a_picture_when_asked(tmp_path: Path) -> None:
    path, plain, starred = _noted(tmp_path), tmp_path / "plain.png", tmp_path / "starred.png"
    for out, more in ((plain, []), (starred, ["--with-notes"])):
        words = ["export", str(out), str(path), "--extent", "all", *more]
        done = subprocess.run(
            [sys.executable, "-m", "explorer", *words], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
    assert plain.read_bytes() != starred.read_bytes()
