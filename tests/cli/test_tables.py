"""`detente export` into tables of every kind: options, orders, extents, what lies beside, what is refused."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from explorer.cli import main
from explorer.domain.note import Note
from explorer.domain.provenance import from_json
from explorer.formats import FORMATS, Format
from explorer.formats.csv import read_csv
from explorer.formats.jsonl import read_jsonl
from explorer.formats.restoring import provenance_in
from explorer.storage.notes import write_note
from explorer.storage.opening import open_database
from tests.builders import Given, build_database
from tests.cli.calling import status

Capture = pytest.CaptureFixture[str]
TABLES = [known for known in FORMATS if known.kind == "table"]


def _ids(out: Path) -> list[str]:
    return [row["id"] for row in read_csv(out)]


@pytest.mark.parametrize("known", TABLES, ids=lambda known: known.name)
def test_every_ending_makes_its_table(known: Format, file: Path, tmp_path: Path, capsys: Capture) -> None:
    for ending in known.endings:
        out, named = tmp_path / f"out{ending.upper()}", tmp_path / f"named{ending}.out"
        assert main(["export", str(out), str(file)]) == 0
        assert main(["export", str(named), str(file), "--format", ending.removeprefix(".")]) == 0
        assert capsys.readouterr() == ("", "")
        first, second = [path.read_bytes() for path in (out, named)]
        if known.name == "excel":
            first, second = (_sheet(content) for content in (first, second))
        assert first == second
        assert b"three" in first


def _sheet(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


def test_a_workbook_goes_to_standard_output(file: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", "-", str(file), "--format", "xlsx"]) == 0
    out, err = capfdbinary.readouterr()
    assert err == b""
    assert b"three" in _sheet(out)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("", "one two three"),
        ("--sort=-date", "three two one"),
        ("--sort title", "one two three"),
        ("--sort=-title", "three two one"),
        ("--sort=-importance --from 1900", "one two three"),
        ("--sort importance", "two three one"),
        ("--extent 2018", "two"),
        ("--extent 2018-11/2019-02", "three"),
        ("--extent visible --window 1900/1950", "one"),
        ("--extent all --window 1900/1950", "one two three"),
        ("--extent ../1950", "one"),
    ],
)
def test_order_and_extent(words: str, ids: str, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert main(["export", str(out), str(file), *words.split()]) == 0
    assert _ids(out) == ids.split()


def test_columns_separator_and_mark(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    words = ["--columns", "title, date,id", "--separator", "semicolon", "--bom"]
    assert main(["export", str(out), str(file), *words]) == 0
    assert out.read_bytes().decode() == (
        "\ufefftitle;date;id\r\nFirst meeting;1945;one\r\nKhashoggi;2 October 2018;two\r\n"
        "Last;about February 2019 – 2020;three\r\n"
    )


def test_lines_end_as_rfc_4180_says_or_as_unix_has_it(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    for words, ends in (([], (4, 4)), (["--line-ends", "crlf"], (4, 4)), (["--line-ends", "lf"], (0, 4))):
        assert main(["export", str(out), str(file), "--force", *words]) == 0
        content = out.read_bytes()
        assert (content.count(b"\r\n"), content.count(b"\n")) == ends
        assert len(_ids(out)) == 3


def test_a_formula_is_guarded_unless_it_is_to_be_raw(tmp_path: Path) -> None:
    path = build_database(tmp_path / "formula.db", [Given("a", "=1+1")])
    safe, raw = tmp_path / "safe.csv", tmp_path / "raw.csv"
    assert main(["export", str(safe), str(path)]) == 0
    assert main(["export", str(raw), str(path), "--raw"]) == 0
    (row,) = csv.DictReader(io.StringIO(safe.read_text(encoding="utf-8")))
    assert row["title"] == "'=1+1"
    (row,) = csv.DictReader(io.StringIO(raw.read_text(encoding="utf-8")))
    assert row["title"] == "=1+1"


def test_your_own_columns_only_when_they_are_named(tmp_path: Path) -> None:
    path = build_database(tmp_path / "noted.db", [Given("a"), Given("b")])
    write_note(path, Note("b"), Note("b", True, "mine alone", "2026-01-01"))
    headers = {
        "": None,
        "--with-notes": ("star", "note"),
        "--columns id,star": ("star",),
        "--columns note,id --with-notes": ("note",),
    }
    for words, own in headers.items():
        out = tmp_path / "out.csv"
        assert main(["export", str(out), str(path), "--force", *words.split()]) == 0
        row = list(read_csv(out))[1]
        assert [name for name in row if name in {"star", "note"}] == sorted(own or (), reverse=True)
        assert row.get("star", "1") == "1"
        assert ("mine alone" in out.read_text(encoding="utf-8")) == ("note" in (own or ()))


def test_a_table_says_what_it_is_of_in_a_file_beside_it(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert main(["export", str(out), str(file), "--kind", "meeting", "--sort=-date", "--sidecar"]) == 0
    beside = tmp_path / "out.csv.detente.json"
    assert sorted(path.name for path in tmp_path.iterdir() if "out" in path.name) == [out.name, beside.name]
    told = from_json(beside.read_text(encoding="utf-8"))
    assert told == provenance_in(out)
    assert (told.matching, told.events, told.filter) == (2, 3, "MEETINGs")
    assert told.view == "--kind meeting --sort=-date"
    assert told.fingerprint == open_database(file).fingerprint()
    assert told.database == file.name


def test_an_extent_is_in_what_is_said_of_the_table(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["export", str(out), str(file), "--extent", "2018/2019"]) == 0
    told, events = read_jsonl(out)
    assert told.matching == len(list(events)) == 2
    assert told.filter == "all events, of these what lies in 2018–2019"
    # What is said is of the rows, and the view shows them.
    assert told.first >= "2018"
    assert told.view == "--window 2018/2019"


def test_a_table_that_is_replaced_is_not_told_of_any_more(file: Path, tmp_path: Path) -> None:
    out, beside = tmp_path / "out.csv", tmp_path / "out.csv.detente.json"
    assert status("export", out, file, "--sidecar") == 0
    assert status("export", out, file, "--force", "--kind", "meeting") == 0
    assert not beside.exists()
    for foreign in ("mine", '{"mine": 1}'):
        beside.write_text(foreign)
        assert status("export", out, file, "--force") == 0
        assert beside.read_text() == foreign


def test_neither_the_table_nor_what_is_beside_it_is_replaced(
    file: Path, tmp_path: Path, capsys: Capture
) -> None:
    out, beside = tmp_path / "out.csv", tmp_path / "out.csv.detente.json"
    beside.write_text("mine")
    assert status("export", out, file, "--sidecar") == 1
    assert re.fullmatch(
        r"detente: “[^\n]*out.csv.detente.json” exists already[^\n]*\n", capsys.readouterr().err
    )
    assert not out.exists()
    assert status("export", out, file, "--sidecar", "--force") == 0
    assert json.loads(beside.read_text(encoding="utf-8"))["detente"] == 1


def test_what_a_calendar_leaves_out_is_told(tmp_path: Path, capsys: Capture) -> None:
    path = build_database(tmp_path / "old.db", [Given("ides", start="-0043-03-15"), Given("now")])
    assert main(["export", str(tmp_path / "out.ics"), str(path)]) == 0
    assert capsys.readouterr() == (
        "",
        "detente: 1 event does not fit into a calendar: 1 before the year 1.\n",
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("out.csv --columns id,titel", "“titel” is not a column: choose from id, title"),
        ("out.csv --columns id,", "“” is not a column"),
        ("out.csv --columns claims --no-commentary", "--no-commentary leaves out the column claims"),
        ("out.jsonl --columns id", "--columns is not for a JSON Lines file"),
        ("out.ics --columns id", "--columns is not for an iCalendar file"),
        ("out.xlsx --separator tab", "--separator is not for an Excel workbook"),
        ("out.xlsx --line-ends lf", "--line-ends is not for an Excel workbook"),
        ("out.html --bom", "--bom is not for an HTML table"),
        ("out.png --raw", "--raw is not for a PNG picture"),
        ("out.jsonl --sidecar", "--sidecar is not for a JSON Lines file"),
        ("out.png --sidecar", "--sidecar is not for a PNG picture"),
        ("- --format csv --sidecar", "--sidecar needs a file to stand beside"),
        ("out.md --size 100x100", "--size is for pictures, not for a Markdown table"),
        ("out.csv --extent most", "“most” is not visible, all or two dates"),
        ("out.csv --extent 2020/2018", "“2020/2018” is not visible, all or two dates"),
        ("out.csv --format docx", "“docx” is not a format: choose from png, "),
        ("out.docx", "OUT must end in .png or "),
    ],
)
def test_a_wrong_word_is_told_before_the_work(
    words: str, said: str, file: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    out, *more = words.split()
    assert status("export", out, file, *more) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1
    assert [path for path in tmp_path.iterdir() if path.name.startswith("out")] == []


def test_help_names_the_options_and_every_format(capsys: Capture) -> None:
    assert status("export", "--help") == 0
    out = " ".join(capsys.readouterr().out.split())
    for option in (
        "--columns",
        "--separator",
        "--line-ends",
        "--bom",
        "--raw",
        "--sidecar",
        "--with-notes",
        "--extent",
    ):
        assert option in out
    for known in FORMATS:
        assert f"{known.name} ({known.in_words})" in out
        assert all(ending in out for ending in known.endings)


def test_far_and_partly_unknown_dates_are_exported_in_every_format_and_read_back(tmp_path: Path) -> None:
    events = [
        Given("deep", "Ice age", "Y-170000"),
        Given("first", "Bang", "Y-138E8S3"),
        Given("future", "Later", "Y12000"),
        Given("far", "Much later", "Y17E7/Y18E7"),
        Given("near", "Now", "2018-01-01"),
        Given("some", "Some day", "XXXX-12-25"),
        Given("open", "Open", "../.."),
    ]
    database = build_database(tmp_path / "far.db", events)
    for name in ("png", "svg", "pdf", "csv", "jsonl", "md", "html", "xlsx"):
        for words in ((), ("--extent", "all"), ("--from", "Y-200000", "--to", "2018")):
            out = tmp_path / f"out.{name}"
            out.unlink(missing_ok=True)
            assert status("export", str(out), str(database), *words) == 0, (name, words)
            assert out.stat().st_size
    assert status("export", str(tmp_path / "cited.svg"), str(database), "--window", "Y-170000/Y12000") == 0
    assert status("info", str(tmp_path / "cited.svg")) == 0


def test_an_open_start_stands_at_its_known_end_in_an_export(tmp_path: Path) -> None:
    events = [
        Given("until-1985", start="../1985"),
        Given("before-1823", start="[..1823]"),
        Given("since-1900", start="1900-01-01/.."),
        Given("in-1823", start="1823"),
        Given("in-1899", start="1899-12-30"),
        Given("in-1950", start="1950"),
        Given("bce-44", start="-0043-03-15"),
        Given("far", start="Y-12000"),
        Given("never", start="../.."),
        Given("in-1990", start="1990"),
    ]
    database = build_database(tmp_path / "sort.db", events)
    out = tmp_path / "out.csv"
    assert status("export", str(out), str(database)) == 0
    with out.open(encoding="utf-8", newline="") as stream:
        order = [row["id"] for row in csv.DictReader(stream)]
    expected = "far bce-44 in-1823 before-1823 in-1899 since-1900 in-1950 until-1985 in-1990 never"
    assert " ".join(order) == expected
