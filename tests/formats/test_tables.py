"""JSON Lines, Excel, Markdown, HTML and iCalendar: read back by others, they hold the very same texts."""

import contextlib
import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explorer.domain.note import Note
from explorer.domain.provenance import Provenance
from explorer.formats import FORMATS, Format, check_rows, columns_read, format_named, write_table
from explorer.formats.clipboard import NAMES, as_html, as_text, as_tsv
from explorer.formats.csv import read_csv
from explorer.formats.jsonl import JsonLinesError, read_jsonl
from explorer.formats.markdown import escaped
from explorer.formats.restoring import provenance_in
from explorer.formats.table import READING, Chunk, TableOptions, Written, with_notes
from explorer.formats.writing import ExportError
from explorer.storage.opening import open_database
from explorer.storage.tables import export_rows
from tests.builders import Given, build_database

OF = Provenance(
    collection='A <"collection"> & more',
    database="events.db",
    fingerprint="0123456789abcdef",
    filter="all events",
    matching=8,
    events=9,
    first="-0043-03-15",
    last="2020-12-31",
    view="--kind summit",
    program="Détente 0.1.0",
    exported="2020-02-29",
)

NAUGHTY = (
    "=1+1",
    "'=1+1",
    "@SUM(A1)",
    "-1",
    "\t tab",
    "lone\rreturn",
    "two\r\nlines\n",
    ' "quoted", "", ',
    "a,b;c\td|e",
    "\u202eright to left\u202c אבג عربى",
    "👩‍👩‍👧‍👦🏳️‍🌈 emoji",
    "e\u0301\u200b\ufeff",
    "<b>&amp;</b> </script>",
    "`*_[x](y)~#\\",
    "_x0041_ _x000D_",
    "_x000D_",
    "a_x0041_x0041_x000d_",
    "<r><t>x</t></r>",
    "Zalgo Ḫ̷̯o̵̗p",
    "  blanks  ",
    "NULL",
    "nan",
    "1e5",
    "007",
    "𝕌𝕟𝕚\U0010ffff\ufffe",
)


def _events() -> Iterator[Given]:
    for number, text in enumerate(NAUGHTY):
        yield Given(
            f"n{number}{text}",
            text,
            "2018-07-16",
            kind=f"kind {text}",
            relationship=f"lane {text}",
            place=f"at {text}",
            people=[(f"who {text}", text, text)],
            summary=text,
            sources=[text, f"another {text}"],
            paragraphs=(number + 1,),
            commentary=text,
            note=text,
            claims={f"claim {text}": "evidence"},
        )
    yield Given("long", "Long", summary='naïve, "quoted"\n' * 64_000)


PLAIN = (
    Given("exact", "Exact", "2018-07-16", importance=5, place="Oslo"),
    Given("span", "Span", "1985-11-19", "1985-11-21", summary="Three days"),
    Given("month", "Month", "2019-02~"),
    Given("years", "Years", "2003", "2011"),
    Given("early", "Early", "1899-12-31"),
    Given("ides", "Ides of March", "-0043-03-15"),
    Given("open", "Open", "2014/.."),
    Given("century", "Century", "18XX"),
    Given("clock", "Clock", "2018-07-16T13:00:00Z"),
)


@pytest.fixture(scope="module")
def naughty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_database(tmp_path_factory.mktemp("tables") / "naughty.db", _events())


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_database(tmp_path_factory.mktemp("tables") / "plain.db", PLAIN)


def _chunks(path: Path, names: Sequence[str]) -> list[Chunk]:
    return list(export_rows(open_database(path), range(1, 50), names))


def _write(name: str, out: Path | io.StringIO | io.BytesIO, path: Path, options: TableOptions) -> Written:
    known = format_named(name)
    assert known is not None
    chunks: Any = _chunks(path, columns_read(known, options))
    if options.has_notes:
        chunks = with_notes(chunks, {"exact": Note("exact", True, "=mine | <own>")})
    return write_table(known, out, chunks, options, OF)


TABLES = [known for known in FORMATS if known.kind == "table"]


@pytest.mark.parametrize("known", TABLES, ids=lambda known: known.name)
def test_a_file_and_a_stream_hold_the_same(known: Format, plain: Path, tmp_path: Path) -> None:
    out = tmp_path / f"out{known.endings[0]}"
    stream = io.BytesIO() if known.is_binary else io.StringIO(newline="")
    options = TableOptions(has_notes=True)
    assert _write(known.name, out, plain, options) == _write(known.name, stream, plain, options)
    content = stream.getvalue()
    assert out.read_bytes() == (content.encode() if isinstance(content, str) else content)
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("known", TABLES, ids=lambda known: known.name)
def test_a_failure_leaves_the_older_file_and_nothing_else(
    known: Format, plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, scratch = tmp_path / f"out{known.endings[0]}", tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    out.write_text("older")

    def broken() -> Iterator[Chunk]:
        yield from _chunks(plain, columns_read(known, TableOptions()))
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        write_table(known, out, broken(), TableOptions(), OF)
    assert out.read_text() == "older"
    assert sorted(tmp_path.iterdir()) == [out, scratch]
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize("known", TABLES, ids=lambda known: known.name)
def test_commentary_and_notes_are_in_it_only_when_asked(known: Format, tmp_path: Path) -> None:
    said = Given(
        "exact", basis="named", commentary="Said-of-it", note="On-record", claims={"claimed": "evidence"}
    )
    path = build_database(tmp_path / "some.db", [replace(said, paragraphs=(3,))])

    def written(options: TableOptions) -> str:
        out = tmp_path / f"out{known.endings[0]}"
        _write(known.name, out, path, options)
        if not known.is_binary:
            return out.read_text(encoding="utf-8")
        with zipfile.ZipFile(out) as archive:
            return "".join(archive.read(name).decode() for name in archive.namelist())

    without = written(TableOptions(has_commentary=False))
    for private in ("Said-of-it", "On-record", "claimed", "named", "own"):
        assert private not in without.replace("unnamed", "")
    assert "own" in written(TableOptions(has_notes=True))


# CSV ---------------------------------------------------------------------------------------------


def test_nothing_naughty_is_lost_in_csv(naughty: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    _write("csv", out, naughty, TableOptions())
    rows = list(read_csv(out))
    _write("csv", out, naughty, TableOptions(is_safe=False))
    frame = pd.read_csv(out, dtype=str, keep_default_na=False)
    given_ = list(_events())
    for name, texts in {
        "id": [event.slug for event in given_],
        "title": [event.title for event in given_],
        "summary": [event.summary for event in given_],
        "sources": ["; ".join(event.sources) for event in given_],
        "commentary": [event.commentary for event in given_],
        "place": [event.place or "" for event in given_],
    }.items():
        assert [row[name] for row in rows] == texts, name
        assert frame[name].tolist() == texts, name


BLNS = Path(__file__).resolve().parents[3] / "shared" / "realdata" / "text" / "blns.json"


@pytest.mark.skipif(not BLNS.is_file(), reason="../shared/realdata is not here")
def test_strings_that_others_found_naughty_come_back(tmp_path: Path) -> None:
    texts: list[str] = [text for text in json.loads(BLNS.read_text(encoding="utf-8")) if text]
    path = build_database(
        tmp_path / "blns.db",
        (Given(f"n{number}", text, summary=text, sources=[text]) for number, text in enumerate(texts)),
    )
    known = format_named("csv")
    assert known is not None
    for options in (TableOptions(), TableOptions(is_safe=False, separator="\t")):
        chunks = list(
            export_rows(open_database(path), range(1, len(texts) + 1), columns_read(known, options))
        )
        write_table(known, tmp_path / "out.csv", chunks, options, OF)
        rows = list(read_csv(tmp_path / "out.csv", is_safe=options.is_safe))
        assert [row["title"] for row in rows] == [row["summary"] for row in rows] == texts
        assert [row["sources"] for row in rows] == texts
    frame = pd.read_csv(tmp_path / "out.csv", sep="\t", dtype=str, keep_default_na=False)
    assert frame["summary"].tolist() == texts


# JSON Lines --------------------------------------------------------------------------------------


def test_json_lines_hold_all_that_is_known(naughty: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    _write("jsonl", out, naughty, TableOptions())
    provenance, events = read_jsonl(out)
    assert provenance == OF == provenance_in(out)
    found = list(events)
    assert len(found) == len(NAUGHTY) + 1
    for number, (event, text) in enumerate(zip(found, NAUGHTY, strict=False)):
        assert event == {
            "id": f"n{number}{text}",
            "title": text,
            "label": None,
            "kind": f"kind {text}",
            "kind_label": f"kind {text}".upper(),
            "relationship": f"lane {text}",
            "relationship_label": f"lane {text}".upper(),
            "importance": 3,
            "summary": text,
            "confidence": "high",
            "verification": "",
            "start": "2018-07-16",
            "end": None,
            "earliest": "2018-07-16",
            "start_latest": "2018-07-16",
            "end_earliest": "2018-07-16",
            "latest": "2018-07-16",
            "precision": "day",
            "place": {
                "name": f"at {text}",
                "country": "Finland",
                "country_code": "FI",
                "latitude": 60.0,
                "longitude": 25.0,
            },
            "people": [{"name": f"who {text}", "office": text, "country": text, "is_body": False}],
            "sources": [text, f"another {text}"],
            "basis": "context",
            "paragraphs": [number + 1],
            "claims": [{"id": f"claim {text}", "role": "evidence"}],
            "commentary": [{"document": "column", "text": text, "paragraphs": [number + 1]}],
            "record_notes": [text],
        }
    assert found[-1]["summary"] == list(_events())[-1].summary
    assert found[-1]["place"] is None


def test_json_lines_are_one_object_on_each_line(plain: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    _write("jsonl", out, plain, TableOptions(has_notes=True))
    lines = out.read_text(encoding="utf-8").split("\n")
    assert lines.pop() == ""
    assert [json.loads(line).get("id") for line in lines] == [None, *(event.slug for event in PLAIN)]
    exact, span, *_, opened, century, clock = (json.loads(line) for line in lines[1:])
    assert (exact["star"], exact["note"]) == (True, "=mine | <own>")
    assert (span["star"], span["note"], span["end"]) == (False, "", "1985-11-21")
    assert (span["start_latest"], span["end_earliest"]) == ("1985-11-19", "1985-11-21")
    assert (opened["earliest"], opened["latest"]) == ("2014-01-01", None)
    assert (century["earliest"], century["latest"]) == ("1800-01-01", "1899-12-31")
    assert clock["earliest"] == clock["latest"] == "2018-07-16T13:00:00Z"


@pytest.mark.parametrize("text", ["", "{", "[]\n", '{"detente": 1}\n', "id,title\n"])
def test_what_is_no_json_lines_of_ours_is_told(text: str, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text(text)
    with pytest.raises(Exception, match=r"\.$") as caught:
        read_jsonl(out)
    assert type(caught.value).__name__ in {"JsonLinesError", "ProvenanceError"}


def test_a_broken_line_is_told_when_it_is_reached(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text(f'{OF.to_json()}\n{{"id": "a"}}\n{{"id": \n')
    _, events = read_jsonl(out)
    assert next(events)["id"] == "a"
    with pytest.raises(JsonLinesError, match="can be read"):
        next(events)


# Excel -------------------------------------------------------------------------------------------


def _sheet(out: Path) -> list[dict[str, Any]]:
    with contextlib.closing(openpyxl.load_workbook(out)) as book:
        header, *rows = book["Events"].iter_rows()
        return [
            {str(name.value): cell for name, cell in zip(header, row, strict=True)} for row in rows
        ]  # fmt: skip


def _unescaped(text: Any) -> str:
    """What Excel shows of a text, or of a part of it: openpyxl and pandas leave _x0041_ as it is."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), str(text or ""))


def _shown(out: Path) -> Iterator[list[str]]:
    """The texts of each row as Excel shows them, which reads each part of a cell by itself."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(out) as book, book.open("xl/worksheets/sheet1.xml") as stream:
        for row in ET.parse(stream).iter(f"{space}row"):
            cells = row.iter(f"{space}is")
            yield ["".join(_unescaped(part.text) for part in cell.iter(f"{space}t")) for cell in cells]


def _lines(text: str) -> str:
    """As it stands in a cell, which knows one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def test_pandas_and_excel_read_the_same_texts(naughty: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    _write("excel", out, naughty, TableOptions(("title", "summary")))
    reading: Any = pd
    frame = reading.read_excel(out, dtype=str, keep_default_na=False)
    shown = list(_shown(out))[1:]
    for text, title, summary, cells in zip(NAUGHTY, frame["title"], frame["summary"], shown, strict=False):
        assert cells == [_lines(text)] * 2
        if text.endswith("\ufffe"):
            # What XML cannot hold is written as Excel does it.
            assert title == f"{text[:-1]}_xFFFE_"
        else:
            assert title == summary == _lines(text)


def test_nothing_naughty_is_lost_in_excel_but_what_is_told(naughty: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    written = _write("excel", out, naughty, TableOptions())
    assert written.left_out == "1 text was cut to the 32,767 letters that a cell of Excel holds."
    rows = _sheet(out)
    assert len(rows) == written.rows == len(NAUGHTY) + 1
    for row, text in zip(rows, NAUGHTY, strict=False):
        assert {cell.data_type for cell in row.values()} <= {"s", "n", "d", "inlineStr"}
        assert _unescaped(row["title"].value) == _unescaped(_lines(text))
        assert _unescaped(row["summary"].value) == _unescaped(_lines(text))
        assert _unescaped(row["sources"].value) == _unescaped(_lines(f"{text}; another {text}"))
        assert _unescaped(row["place"].value) == _unescaped(_lines(f"at {text}"))
    summary = str(rows[-1]["summary"].value)
    assert len(summary) == 32_767
    assert list(_events())[-1].summary.startswith(summary[:-1])


def test_exact_days_are_dates_in_excel(plain: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    _write("excel", out, plain, TableOptions())
    rows = {row["id"].value: row for row in _sheet(out)}
    assert rows["exact"]["start"].value == dt.datetime(2018, 7, 16)  # noqa: DTZ001 - Excel has no zones
    assert rows["exact"]["start"].number_format == "yyyy-mm-dd"
    assert rows["span"]["latest"].value == dt.datetime(1985, 11, 21)  # noqa: DTZ001
    assert rows["exact"]["importance"].value == 5
    assert rows["exact"]["end"].value is None
    told = {slug: row["start"].value for slug, row in rows.items() if slug not in {"exact", "span"}}
    assert told == {event.slug: event.start for event in PLAIN[2:]}
    assert rows["month"]["earliest"].value == dt.datetime(2019, 2, 1)  # noqa: DTZ001
    assert rows["early"]["earliest"].value == "1899-12-31"


def test_a_workbook_has_a_header_to_filter_by_and_says_what_it_is(plain: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    _write("excel", out, plain, TableOptions(("title", "date", "start")))
    with contextlib.closing(openpyxl.load_workbook(out)) as book:
        sheet = book["Events"]
        assert [cell.value for cell in sheet[1]] == ["title", "date", "start"]
        assert sheet["B3"].value == "19–21 November 1985"
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == f"A1:C{len(PLAIN) + 1}"
        assert book.properties.title == OF.collection
        assert book.properties.description == OF.citation
        custom: Any = book
        assert {one.name: one.value for one in custom.custom_doc_props.props}["view"] == OF.view


def test_more_events_than_a_sheet_holds_are_told_before_the_work() -> None:
    excel = format_named("xlsx")
    assert excel is not None
    check_rows(excel, 1_048_575)
    with pytest.raises(ExportError, match=r"An Excel workbook holds 1,048,575 events at most.*1,048,576"):
        check_rows(excel, 1_048_576)


# Markdown ----------------------------------------------------------------------------------------


def _row(line: str) -> list[str]:
    assert line.startswith("| ")
    assert line.endswith(" |")
    # A pipe of a text has a backslash before it, never a blank.
    return line[2:-2].split(" | ")


def test_a_markdown_table_is_whole(naughty: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    _write("markdown", out, naughty, TableOptions())
    lines = out.read_bytes().decode().split("\n")
    assert lines[0] == '# A &lt;"collection"&gt; &amp; more'
    assert lines[2] == "8 of 9 events: all events"
    assert _row(lines[4])[:3] == ["Date", "Title", "Relationship"]
    assert set(_row(lines[5])) == {"---"}
    rows = [_row(line) for line in lines[6:-3]]
    assert {len(row) for row in rows} == {len(READING)}
    assert [row[1] for row in rows] == [escaped(text) for text in (*NAUGHTY, "Long")]
    assert lines[-2] == escaped(OF.citation)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_markdown_means_nothing_by_a_text(text: str) -> None:
    told = escaped(text)
    assert len(told.splitlines()) <= 1
    assert not re.search(r"(?<!\\)(?:\\\\)*[|`*_\[\]~#]", told)
    assert "<" not in told.replace("<br>", "")


# HTML --------------------------------------------------------------------------------------------


class _Page(HTMLParser):
    """The cells of a page, and whether every element is closed in its order."""

    VOID = frozenset({"meta", "br"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.met: list[str] = []
        self.texts: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.met.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[self.open[-1]][-1] += data


def _parsed(text: str) -> _Page:
    page = _Page()
    page.feed(text)
    page.close()
    assert page.open == []
    return page


def test_an_html_page_is_whole_and_says_the_same(naughty: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    _write("html", out, naughty, TableOptions())
    page = _parsed(out.read_bytes().decode())
    assert page.met[:2] == ["html", "head"]
    assert page.texts["title"] == page.texts["h1"] == [OF.collection]
    assert page.texts["footer"] == [OF.citation]
    assert page.texts["th"][:2] == ["Date", "Title"]
    cells = page.texts["td"]
    assert len(cells) == len(READING) * (len(NAUGHTY) + 1)
    titles, summaries = cells[1 :: len(READING)], cells[6 :: len(READING)]
    assert titles[:-1] == summaries[:-1] == [text.replace("\ufffe", "\ufffd") for text in NAUGHTY]
    assert summaries[-1] == list(_events())[-1].summary
    assert not {"script", "b", "r", "t"} & set(page.met)


# iCalendar ---------------------------------------------------------------------------------------


def _entries(out: Path) -> dict[str, Any]:
    return {str(entry["SUMMARY"]): entry for entry in _walked(out)}


def _walked(out: Path) -> list[Any]:
    calendar: Any = icalendar.Calendar.from_ical(out.read_bytes())
    return calendar.walk("VEVENT")


def test_a_calendar_holds_what_it_can_and_says_what_it_leaves_out(plain: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.ics"
    written = _write("icalendar", out, plain, TableOptions())
    entries = _entries(out)
    assert written.rows == len(entries) == 6
    assert written.left_out == (
        "3 events do not fit into a calendar: 1 with an open end, 1 before the year 1, "
        "1 longer than ten years."
    )  # fmt: skip
    days = {name: (entry["DTSTART"].dt, entry["DTEND"].dt) for name, entry in entries.items()}
    assert days == {
        "Exact": (dt.date(2018, 7, 16), dt.date(2018, 7, 17)),
        "Span": (dt.date(1985, 11, 19), dt.date(1985, 11, 22)),
        "Month": (dt.date(2019, 2, 1), dt.date(2019, 3, 1)),
        "Years": (dt.date(2003, 1, 1), dt.date(2012, 1, 1)),
        "Early": (dt.date(1899, 12, 31), dt.date(1900, 1, 1)),
        "Clock": (
            dt.datetime(2018, 7, 16, 13, tzinfo=dt.UTC),
            dt.datetime(2018, 7, 16, 13, 0, 1, tzinfo=dt.UTC),
        ),
    }
    assert "Date (EDTF): 2019-02~" in entries["Month"]["DESCRIPTION"]
    assert "Date (EDTF): 1985-11-19/1985-11-21" in entries["Span"]["DESCRIPTION"]
    assert entries["Exact"]["LOCATION"] == "Oslo, Finland"
    assert {entry["DTSTAMP"].dt for entry in entries.values()} == {dt.datetime(2020, 2, 29, tzinfo=dt.UTC)}
    assert len({entry["UID"] for entry in entries.values()}) == 6


def test_a_calendar_is_the_same_each_time(plain: Path, tmp_path: Path) -> None:
    out, again = tmp_path / "out.ics", tmp_path / "again.ics"
    _write("icalendar", out, plain, TableOptions())
    known = format_named("ics")
    assert known is not None
    chunks = _chunks(plain, columns_read(known, TableOptions()))
    write_table(known, again, chunks, TableOptions(), OF)
    assert again.read_bytes() == out.read_bytes()
    write_table(known, again, chunks, TableOptions(), replace(OF, exported="2021-01-01", fingerprint="other"))
    assert {entry["UID"] for entry in _entries(again).values()} == {
        entry["UID"] for entry in _entries(out).values()
    }


def test_nothing_naughty_breaks_a_calendar(naughty: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.ics"
    assert _write("icalendar", out, naughty, TableOptions()).left_out == ""
    lines = out.read_bytes().split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    titles = [str(entry["SUMMARY"]) for entry in _walked(out)]
    assert titles == [text.replace("\r\n", "\n").replace("\r", "\n") for text in (*NAUGHTY, "Long")]


# The clipboard -----------------------------------------------------------------------------------


def _copied(path: Path) -> list[Chunk]:
    return _chunks(path, NAMES)


def test_events_as_a_text_to_paste(plain: Path) -> None:
    text = as_text(_copied(plain)[:1], OF)
    assert text.startswith("16 July 2018: Exact\nOslo\n\n19–21 November 1985: Span\nThree days\n\n")
    assert text.endswith(f"\n\n{OF.citation}\n")


def test_events_as_cells_to_paste(naughty: Path) -> None:
    (*_, table) = [as_tsv(_copied(naughty), TableOptions())]
    rows: list[Mapping[str, str]] = pd.read_csv(
        io.StringIO(table, newline=""), sep="\t", dtype=str, keep_default_na=False
    ).to_dict("records")  # type: ignore[assignment] - the stubs know only hashable keys
    guarded = {"=1+1": "'=1+1", "'=1+1": "''=1+1", "@SUM(A1)": "'@SUM(A1)", "-1": "'-1", "\t tab": "'\t tab"}
    assert [row["Title"] for row in rows] == [guarded.get(text, text) for text in (*NAUGHTY, "Long")]
    page = _parsed(as_html(_copied(naughty), TableOptions()))
    assert page.met[:2] == ["table", "thead"]
    assert len(page.texts["td"]) == len(READING) * (len(NAUGHTY) + 1)


# Any text ----------------------------------------------------------------------------------------


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_is_in_every_table(text: str, tmp_path: Path, plain: Path) -> None:
    def chunks(known: Format) -> list[Chunk]:
        (chunk, *_) = _chunks(plain, columns_read(known, TableOptions()))
        return [{**chunk, "title": [text] * len(chunk["id"]), "summary": [text] * len(chunk["id"])}]

    for known in TABLES:
        out = tmp_path / f"out{known.endings[0]}"
        write_table(known, out, chunks(known), TableOptions(), OF)
    assert {row["summary"] for row in read_csv(tmp_path / "out.csv")} == {text}
    assert {event["summary"] for event in read_jsonl(tmp_path / "out.jsonl")[1]} == {text}
    values = {str(row["title"].value or "") for row in _sheet(tmp_path / "out.xlsx")}
    assert {_unescaped(value) for value in values} == {_unescaped(_lines(text))}
    page = _parsed((tmp_path / "out.html").read_bytes().decode())
    # What no page may hold has another sign in its place.
    assert [len(cell) for cell in page.texts["td"][1 :: len(READING)]] == [len(text)] * len(PLAIN)
    assert len(_entries(tmp_path / "out.ics")) == 1


def test_a_clock_time_keeps_its_place_s_day_and_offset_in_every_table(tmp_path: Path) -> None:
    events = [
        Given("night", "Night in Seoul", "2017-12-01T01:00:00+09:00"),
        Given("span", "Talks", "2018-06-12T09:04:00+08:00", "2018-06-12T13:00:00+08:00"),
        Given("midnight", "Midnight", "2018-01-01T00:00-03:30"),
        Given("utc", "By universal time", "2018-01-02T12:00Z"),
        Given("local", "By some clock", "2018-01-03T12:00"),
        Given("flight", "Over the sea", "2018-01-04T11:00+09:00", "2018-01-04T18:00+01:00"),
    ]
    database = build_database(tmp_path / "zones.db", events)
    out = tmp_path / "out.csv"
    _write("csv", out, database, TableOptions())
    rows = {row["id"]: (row["earliest"], row["latest"]) for row in read_csv(out)}
    assert rows == {
        "night": ("2017-12-01T01:00:00+09:00", "2017-12-01T01:00:00+09:00"),
        "span": ("2018-06-12T09:04:00+08:00", "2018-06-12T13:00:00+08:00"),
        "midnight": ("2018-01-01T00:00:00-03:30", "2018-01-01T00:00:59-03:30"),
        "utc": ("2018-01-02T12:00:00Z", "2018-01-02T12:00:59Z"),
        "local": ("2018-01-03T12:00:00", "2018-01-03T12:00:59"),
        "flight": ("2018-01-04T11:00:00+09:00", "2018-01-04T18:00:59+01:00"),
    }
    calendar = tmp_path / "out.ics"
    _write("icalendar", calendar, database, TableOptions())
    entries = _entries(calendar)

    def instant(title: str, name: str) -> dt.datetime:
        return entries[title][name].dt

    assert instant("Night in Seoul", "DTSTART").isoformat() == "2017-12-01T01:00:00+09:00"
    assert instant("Talks", "DTEND").isoformat() == "2018-06-12T13:00:00+08:00"
    assert instant("Midnight", "DTSTART").utcoffset() == -dt.timedelta(hours=3, minutes=30)
    assert instant("By universal time", "DTSTART") == dt.datetime(2018, 1, 2, 12, tzinfo=dt.UTC)
    assert instant("By some clock", "DTSTART").tzinfo is None
    flown = instant("Over the sea", "DTEND") - instant("Over the sea", "DTSTART")
    assert flown == dt.timedelta(hours=15)
