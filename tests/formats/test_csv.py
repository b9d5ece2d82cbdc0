"""CSV: what is written is read back the same, no spreadsheet runs it, and a file is whole or not there."""

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.calendar import civil_of, seconds_of
from explorer.domain.interval import BEGINNING, FOREVER
from explorer.formats import FORMATS, format_named, format_of
from explorer.formats.csv import COLUMNS, Chunk, iso_texts, write_csv
from explorer.formats.writing import ExportError, write_whole

DAY = 86_400


def _chunk(rows: int = 1, **columns: list[Any]) -> dict[str, list[Any]]:
    numbers = {"earliest": 0, "latest": DAY, "latitude": None, "longitude": 1.5, "importance": 3}
    return {name: [numbers.get(name, "x")] * rows for name in COLUMNS} | columns


def _written(*chunks: Chunk) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    assert write_csv(stream, chunks) == sum(len(chunk["id"]) for chunk in chunks)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


def test_the_header_comes_first_even_without_an_event() -> None:
    stream = io.StringIO()
    assert write_csv(stream, []) == 0
    assert stream.getvalue() == ",".join(COLUMNS) + "\n"


def test_chunks_follow_each_other_in_one_table() -> None:
    rows = _written(_chunk(2, id=["a", "b"]), _chunk(1, id=["c"]))
    assert [row["id"] for row in rows] == ["a", "b", "c"]
    assert (rows[0]["earliest"], rows[0]["latest"]) == ("1970-01-01", "1970-01-02")
    assert (rows[0]["latitude"], rows[0]["longitude"], rows[0]["importance"]) == ("", "1.5", "3")


def test_columns_are_the_same_as_those_that_storage_gives() -> None:
    from explorer.storage.tables import EXPORTED

    assert EXPORTED == COLUMNS


@pytest.mark.parametrize("text", ["=1+1", "+1", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "-1+2"])
def test_a_formula_is_only_text(text: str) -> None:
    (row,) = _written(_chunk(title=[text], sources=[text]))
    assert row["title"] == row["sources"] == f"'{text}".replace("\r", "\n")


@pytest.mark.parametrize("text", ["-0043-03-15", "-004X", "-0043~/-0042", "1-2", "a=b", ""])
def test_a_date_before_year_0_and_plain_text_stay_as_they_are(text: str) -> None:
    (row,) = _written(_chunk(start=[text]))
    assert row["start"] == text


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1))
def test_any_text_comes_back(texts: list[str]) -> None:
    rows = _written(_chunk(len(texts), summary=texts))
    plain = [text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("'") for text in texts]
    assert [row["summary"].removeprefix("'") for row in rows] == plain


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


@given(st.integers(BEGINNING + 1, FOREVER - 1))
def test_iso_texts_agree_with_the_calendar(seconds: int) -> None:
    (text,) = iso_texts(np.array([seconds]))
    date, _, time = text.partition("T")
    year, month, day = date.rsplit("-", 2)
    hour, minute, second = (int(part) for part in (time or "0:0:0").split(":"))
    assert (int(year), int(month), int(day), hour, minute, second) == civil_of(seconds)


def test_a_file_is_utf_8_with_line_feeds(tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    assert write_csv(out, [_chunk(title=["Erdoğan – “süß”"])]) == 1
    content = out.read_bytes()
    assert "Erdoğan – “süß”".encode() in content
    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")


def _broken() -> Iterator[Chunk]:
    yield _chunk()
    raise RuntimeError("half way")


def test_a_failure_leaves_the_older_file_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    out.write_text("older", encoding="utf-8")
    with pytest.raises(RuntimeError, match="half way"):
        write_csv(out, _broken())
    assert out.read_text(encoding="utf-8") == "older"
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_that_is_missing_or_a_file_that_is_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="There is no folder"):
        write_csv(tmp_path / "nosuch" / "events.csv", [])
    with pytest.raises(ExportError, match="is a folder"):
        write_csv(tmp_path, [])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /proc")
def test_a_folder_that_takes_no_file_is_told() -> None:
    with pytest.raises(ExportError, match="cannot be written"), write_whole(Path("/proc/events.csv")):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="no permission bits there")
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    write_csv(out, [])
    assert out.stat().st_mode & 0o600 == 0o600
    out.chmod(0o640)
    write_csv(out, [])
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
