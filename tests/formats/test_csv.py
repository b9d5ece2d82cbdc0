"""CSV: what is written is read back the same, no spreadsheet runs it, and a file is whole or not there."""

import csv
import io
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.calendar import civil_of, seconds_of
from explorer.domain.interval import BEGINNING, FOREVER
from explorer.formats import FORMATS, format_named, format_of
from explorer.formats.cells import bare, guarded, harmless, iso_texts
from explorer.formats.csv import names, read_csv, write
from explorer.formats.table import COLUMNS, LINE_ENDS, SEPARATORS, Chunk, ColumnError, TableOptions
from explorer.formats.writing import ExportError, write_whole

DAY = 86_400
USUAL = TableOptions()
RAW = TableOptions(is_safe=False)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
#: Texts that are all signs, so that many of them are formulas.
SIGNS = st.text(st.sampled_from("'\"=+-@\t\r\n\0 ＝＋－＠−,;a1\ufeff\u200b\u3164"), max_size=6)


def _chunk(rows: int = 1, **columns: list[Any]) -> dict[str, list[Any]]:
    values: dict[str, Any] = {
        "earliest": 0,
        "latest": DAY,
        "latitude": None,
        "longitude": 1.5,
        "importance": 3,
    }
    values |= dict.fromkeys(("people", "paragraphs", "claims", "commentary", "sources"), ())
    return {name: [values.get(name, "x")] * rows for name in COLUMNS} | columns


def _text(*chunks: Chunk, options: TableOptions = USUAL) -> str:
    stream = io.StringIO(newline="")
    assert write(stream, chunks, options).rows == sum(len(chunk["id"]) for chunk in chunks)
    return stream.getvalue()


def _written(*chunks: Chunk, options: TableOptions = USUAL) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_text(*chunks, options=options), newline="")))


def test_the_header_comes_first_even_without_an_event() -> None:
    assert _text() == ",".join(COLUMNS) + "\r\n"


def test_chunks_follow_each_other_in_one_table() -> None:
    rows = _written(_chunk(2, id=["a", "b"]), _chunk(1, id=["c"]))
    assert [row["id"] for row in rows] == ["a", "b", "c"]
    assert (rows[0]["earliest"], rows[0]["latest"]) == ("1970-01-01", "1970-01-01")
    assert (rows[0]["latitude"], rows[0]["longitude"], rows[0]["importance"]) == ("", "1.5", "3")


def test_columns_are_among_those_that_storage_gives() -> None:
    from explorer.storage.tables import EXPORTED

    assert set(COLUMNS) <= set(EXPORTED)
    assert set(names(USUAL)) == set(COLUMNS)


def test_lists_are_joined_in_their_order() -> None:
    chunk = _chunk(
        people=[(("Ann", "President", "Aland", 0), ("Bob", "", "Bland", 0), ("Cid", "", "", 1))],
        paragraphs=[(4, 11)],
        claims=[(("method", "evidence"), ("motive", "exception"))],
        commentary=[(("a", "First.", (4,)), ("b", "Second.", ()))],
        sources=[("One", "Two")],
    )
    (row,) = _written(chunk)
    assert row["people"] == "Ann (President, Aland); Bob (Bland); Cid"
    assert (row["paragraphs"], row["claims"]) == ("4;11", "method;motive")
    assert (row["commentary"], row["sources"]) == ("First. Second.", "One; Two")


FORMULAS = ["=1+1", "+1", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "-1+2",
            "\n=1", "\0=1", " =1", '"=1',
            "＝1", "＋1", "－1", "＠A1", "−1", "\ufeff=1", "\u200b=1", "\u202e\xa0@A1"]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_only_text(text: str) -> None:
    chunk = _chunk(title=[text], sources=[(text,)], people=[((text, "", "", 0),)], place=[text], id=[text])
    (row,) = _written(chunk)
    assert {row[name] for name in ("id", "title", "sources", "people", "place")} == {f"'{text}"}
    (row,) = _written(chunk, options=RAW)
    assert {row[name] for name in ("id", "title", "sources", "people", "place")} == {text}


@pytest.mark.parametrize("text", ["-0043-03-15", "-004X", "-0043~/-0042", "1-2", "a=b", ""])
def test_a_date_before_year_0_and_plain_text_stay_as_they_are(text: str) -> None:
    (row,) = _written(_chunk(start=[text]))
    assert row["start"] == text


def test_a_formula_in_the_place_of_a_date_is_only_text() -> None:
    (row,) = _written(_chunk(start=["-1+cmd"], title=["-0043"]))
    assert (row["start"], row["title"]) == ("'-1+cmd", "'-0043")


def _is_unseen(letter: str) -> bool:
    # By Unicode's own list of what is seen as nothing, as far as Python knows it.
    return unicodedata.category(letter) in {"Cc", "Cf", "Zs", "Zl", "Zp"} or letter in (
        "\u034f\u115f\u1160\u17b4\u17b5\u180b\u2800\u3164\ufe0f\uffa0\U000e0100"
    )


def test_nothing_that_is_not_seen_hides_a_formula() -> None:
    unseen = [letter for letter in map(chr, range(sys.maxunicode + 1)) if _is_unseen(letter)]
    assert {"\ufeff", "\u200b", "\u202e", "\xad", "\u3000", "\t", "\r"} <= set(unseen)
    for letter in unseen:
        for sign in "=+-@\uff1d\uff0b\uff0d\uff20\u2212\ufe66":
            text = f"{letter}{sign}1+1"
            assert harmless(text) == f"'{text}", (letter, sign)
            assert guarded([text], "title") == [f"'{text}"], (letter, sign)
            assert harmless(f"\u200b\"'{letter} {text}")[0] == "'"
    assert guarded(["\u200bquiet", "\u3164"], "title") == ["\u200bquiet", "\u3164"]


def test_a_text_of_nothing_but_quotes_is_looked_at_once() -> None:
    # A second look for each apostrophe would take hours.
    assert harmless("'" * 2_000_000) == "'" * 2_000_000


@given(st.one_of(TEXTS, SIGNS), st.sampled_from(["title", "start"]))
def test_what_makes_a_text_harmless_can_be_taken_off(text: str, name: str) -> None:
    assert bare(harmless(text, name), name) == text
    assert bare(harmless(harmless(text, name), name), name) == harmless(text, name)


@settings(max_examples=200)
@given(
    st.lists(st.tuples(st.one_of(TEXTS, SIGNS), st.one_of(TEXTS, SIGNS)), min_size=1),
    st.sampled_from(sorted(SEPARATORS.values())),
    st.sampled_from(sorted(LINE_ENDS.values())),
    st.booleans(),
    st.booleans(),
)
def test_any_text_comes_back(
    pairs: list[tuple[str, str]], separator: str, line_end: str, has_bom: bool, is_safe: bool
) -> None:
    summaries, sources = [a for a, _ in pairs], [b for _, b in pairs]
    chunk = _chunk(len(pairs), summary=summaries, sources=[(text,) for text in sources], id=summaries)
    options = TableOptions(separator=separator, line_end=line_end, has_bom=has_bom, is_safe=is_safe)
    rows = list(read_csv(io.StringIO(_text(chunk, options=options), newline=""), is_safe=is_safe))
    assert [row["summary"] for row in rows] == [row["id"] for row in rows] == summaries
    assert [row["sources"] for row in rows] == sources


@settings(max_examples=100)
@given(st.lists(st.one_of(TEXTS, SIGNS), min_size=1))
def test_pandas_reads_the_same(texts: list[str]) -> None:
    # Its reader ends a text at a zero byte.
    texts = [text.replace("\0", "") for text in texts]
    written = _text(_chunk(len(texts), summary=texts), options=RAW)
    frame = pd.read_csv(io.StringIO(written, newline=""), dtype=str, keep_default_na=False)
    assert frame["summary"].tolist() == texts


def test_a_megabyte_comes_back(tmp_path: Path) -> None:
    out, text = tmp_path / "out.csv", 'été, "x"\r\n' * 100_000
    write(out, [_chunk(summary=[text])], USUAL)
    assert [row["summary"] for row in read_csv(out)] == [text]
    assert pd.read_csv(out, dtype=str)["summary"].tolist() == [text]


@pytest.mark.parametrize("has_bom", [False, True])
@pytest.mark.parametrize("separator", SEPARATORS.values())
def test_the_columns_that_are_asked_for_in_their_order(separator: str, has_bom: bool, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    options = TableOptions(("title", "id", "title"), separator=separator, has_bom=has_bom)
    write(out, [_chunk(title=["a,b;c\td"])], options)
    content = out.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") == has_bom
    assert list(read_csv(out)) == [{"title": "a,b;c\td", "id": "x"}]
    assert content.decode("utf-8-sig") == f'title{separator}id\r\n"a,b;c\td"{separator}x\r\n'


def test_an_unknown_column_is_told() -> None:
    with pytest.raises(ColumnError, match="no column “titel”"):
        names(TableOptions(("titel",)))
    with pytest.raises(ColumnError, match="No column is left"):
        names(TableOptions(("claims",), has_commentary=False))


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "1970-01-01"),
        (DAY - 1, "1970-01-01T23:59:59"),
        (seconds_of(-43, 3, 15), "-0043-03-15"),
        (seconds_of(0), "0000-01-01"),
        (seconds_of(9999, 12, 31), "9999-12-31"),
        (seconds_of(10_000), "+10000-01-01"),
        (seconds_of(-13_800_000_000), "-13800000000-01-01"),
        (BEGINNING, ""),
        (FOREVER, ""),
    ],
)
def test_instants_are_iso_8601(seconds: int, text: str) -> None:
    assert iso_texts(np.array([seconds])) == [text]


@pytest.mark.parametrize(
    ("end", "text"),
    [
        (DAY, "1970-01-01"),
        (DAY + 1, "1970-01-02T00:00:00"),
        (DAY - 1, "1970-01-01T23:59:58"),
        (seconds_of(0), "-0001-12-31"),
        (seconds_of(10_000), "9999-12-31"),
        (seconds_of(10_001), "+10000-12-31"),
        (FOREVER, ""),
    ],
)
def test_the_last_day_or_second_is_told_of_an_end(end: int, text: str) -> None:
    assert iso_texts(np.array([end]), is_end=True) == [text]
    assert iso_texts(np.array([end, 5 * DAY + 7]), is_end=True)[0] == text


@given(st.integers(BEGINNING + 1, FOREVER - 1))
def test_iso_texts_agree_with_the_calendar(seconds: int) -> None:
    (text,) = iso_texts(np.array([seconds]))
    date, _, time = text.partition("T")
    year, month, day = date.rsplit("-", 2)
    hour, minute, second = (int(part) for part in (time or "0:0:0").split(":"))
    assert (int(year), int(month), int(day), hour, minute, second) == civil_of(seconds)


@pytest.mark.parametrize("name", LINE_ENDS)
def test_a_file_is_utf_8_with_the_line_ends_that_are_asked_for(name: str, tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    chunk = _chunk(2, title=["Erdoğan – “süß”"] * 2, summary=["two\nlines", "lone\rreturn"])
    assert write(out, [chunk], TableOptions(line_end=LINE_ENDS[name])).rows == 2
    content = out.read_bytes()
    assert "Erdoğan – “süß”".encode() in content
    assert not content.startswith(b"\xef\xbb\xbf")
    # Within quotation marks each text keeps its own.
    assert b'"two\nlines"' in content
    assert b'"lone\rreturn"' in content
    outside = b"".join(content.split(b'"')[::2])
    ends = (outside.count(b"\r\n"), outside.count(b"\n"), outside.count(b"\r"))
    assert ends == ((3, 3, 3) if name == "crlf" else (0, 3, 0))


def test_lines_end_as_rfc_4180_says_unless_another_choice_is_made() -> None:
    assert USUAL.line_end == "\r\n"


def _broken() -> Iterator[Chunk]:
    yield _chunk()
    raise RuntimeError("half way")


def test_a_failure_leaves_the_older_file_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    out.write_text("older", encoding="utf-8")
    with pytest.raises(RuntimeError, match="half way"):
        write(out, _broken(), USUAL)
    assert out.read_text(encoding="utf-8") == "older"
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_that_is_missing_or_a_file_that_is_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="There is no folder"):
        write(tmp_path / "nosuch" / "events.csv", [], USUAL)
    with pytest.raises(ExportError, match="is a folder"):
        write(tmp_path, [], USUAL)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /proc")
def test_a_folder_that_takes_no_file_is_told() -> None:
    with pytest.raises(ExportError, match="cannot be written"), write_whole(Path("/proc/events.csv")):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="no permission bits there")
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    write(out, [], USUAL)
    assert out.stat().st_mode & 0o600 == 0o600
    out.chmod(0o640)
    write(out, [], USUAL)
    assert out.stat().st_mode & 0o777 == 0o640


def test_formats_are_found_by_name_and_ending() -> None:
    assert format_of(Path("A.CSV")) is format_named("csv") is not None
    assert format_of(Path("a.tar")) is None
    assert format_named("docx") is None
    endings = [ending for known in FORMATS for ending in known.endings]
    assert len(endings) == len(set(endings))
    assert all(ending == ending.lower() and ending.startswith(".") for ending in endings)


@given(st.lists(st.integers(-719_528 - 5, 2_932_896 + 5), min_size=1))
def test_the_short_cut_for_whole_days_writes_the_same(days: list[int]) -> None:
    seconds = np.array(days) * DAY
    slowly = [text.partition("T")[0] for text in iso_texts(np.append(seconds, 1))]
    assert iso_texts(seconds) == slowly[:-1]
