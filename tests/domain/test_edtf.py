"""EDTF text and the bounds it stands for: our own table, the peers' vectors, and properties."""

import csv
import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.calendar import SECONDS_PER_DAY, civil_of, days_in_month, seconds_of
from explorer.domain.edtf import PRECISIONS, EdtfDate, EdtfError, offset_of, parse, stored
from explorer.domain.errors import ExplorerError
from explorer.domain.interval import BEGINNING, FOREVER

ROOT = Path(__file__).parents[2]
VECTORS = ROOT.parent / "shared" / "realdata" / "edtf" / "vectors.tsv"


def iso(seconds: int) -> str:
    year, month, day, *_ = civil_of(seconds)
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"


def day_span(date: EdtfDate) -> str:
    """ "first day … last day", both inclusive, as the vectors write bounds."""
    first = "-inf" if date.earliest == BEGINNING else iso(date.earliest)
    last = "inf" if date.latest == FOREVER else iso(date.latest - 1)
    return f"{first} … {last}"


@pytest.mark.parametrize(
    ("text", "span", "precision"),
    [
        ("2018-07-16", "2018-07-16 … 2018-07-16", "day"),
        ("2018-07", "2018-07-01 … 2018-07-31", "month"),
        ("2018", "2018-01-01 … 2018-12-31", "year"),
        (" 2018 ", "2018-01-01 … 2018-12-31", "year"),
        ("-0043-03-15", "-0043-03-15 … -0043-03-15", "day"),
        ("0000-02-29", "0000-02-29 … 0000-02-29", "day"),
        ("196X", "1960-01-01 … 1969-12-31", "decade"),
        ("18XX", "1800-01-01 … 1899-12-31", "century"),
        ("1XXX", "1000-01-01 … 1999-12-31", "millennium"),
        ("-01XX", "-0199-01-01 … -0100-12-31", "century"),
        ("-000X", "-0009-01-01 … -0001-12-31", "decade"),
        ("1999-XX", "1999-01-01 … 1999-12-31", "year"),
        ("1999-02-XX", "1999-02-01 … 1999-02-28", "month"),
        ("156X-12-25", "1560-12-25 … 1569-12-25", "day"),
        ("190X-02-29", "1904-02-29 … 1908-02-29", "day"),
        ("1500-X1-31", "1500-01-31 … 1500-01-31", "day"),
        ("2001-21", "2001-03-01 … 2001-05-31", "season"),
        ("2001-24", "2001-12-01 … 2002-02-28", "season"),
        ("2001-29", "2001-09-01 … 2001-11-30", "season"),
        ("2001-34", "2001-04-01 … 2001-06-30", "season"),
        ("2001-39", "2001-09-01 … 2001-12-31", "season"),
        ("20XX-41", "2000-07-01 … 2099-12-31", "season"),
        ("Y17E3", "17000-01-01 … 17000-12-31", "year"),
        ("Y-17E3", "-17000-01-01 … -17000-12-31", "year"),
        ("1950S2", "1900-01-01 … 1999-12-31", "century"),
        ("-1950S3", "-1959-01-01 … -1950-12-31", "decade"),
        ("1950S4", "1950-01-01 … 1950-12-31", "year"),
        ("[1667,1668,1670..1672]", "1667-01-01 … 1672-12-31", "year"),
        ("[1760-12..]", "1760-12-01 … inf", "month"),
        ("[..1760-12-03]", "-inf … 1760-12-03", "day"),
        ("2018-07-16T23:30-02:00", "2018-07-16 … 2018-07-16", "minute"),
        ("2017-12-01T01:00:00+09:00", "2017-12-01 … 2017-12-01", "second"),
        ("00XX", "0001-01-01 … 0100-12-31", "century"),
        ("-00XX", "-0099-01-01 … 0000-12-31", "century"),
        ("0XXX", "0001-01-01 … 1000-12-31", "millennium"),
        ("-0XXX", "-0999-01-01 … 0000-12-31", "millennium"),
        ("-XXXX", "-9999-01-01 … 0000-12-31", "millennium"),
        ("00XX-12", "0001-12-01 … 0100-12-31", "month"),
        ("XXXX-12", "0000-12-01 … 9999-12-31", "month"),
        ("2018-07-16T24:00:00", "2018-07-17 … 2018-07-17", "second"),
        ("2018-07-16T14Z", "2018-07-16 … 2018-07-16", "hour"),
    ],
)
def test_a_date_has_these_days_and_this_precision(text: str, span: str, precision: str):
    date = parse(text)
    assert (day_span(date), date.start.precision) == (span, precision)
    assert date.start == date.end


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1964/2008", "1964-01-01", "2009-01-01"),
        ("2004-06-01/..", "2004-06-01", "open"),
        ("2004-06-01/", "2004-06-01", "unknown"),
        ("../2006", "open", "2007-01-01"),
        ("/2006", "unknown", "2007-01-01"),
        ("../..", "open", "open"),
        ("2012-21/2012-22", "2012-03-01", "2012-09-01"),
        ("{1960,1961-12}", "1960-01-01", "1962-01-01"),
        ("{..1760}", "open", "1761-01-01"),
    ],
)
def test_an_interval_runs_from_its_start_to_its_end(text: str, start: str, end: str):
    date = parse(text)
    edges = [(date.start, date.earliest, BEGINNING, start), (date.end, date.latest, FOREVER, end)]
    for edge, seconds, limit, expected in edges:
        assert (edge.is_open, edge.is_unknown) == (expected == "open", expected == "unknown")
        assert (edge.precision == "") == (expected in ("open", "unknown")) == (seconds == limit)
        if edge.precision:
            assert iso(seconds) == expected
        assert edge.earliest < edge.latest


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("1984?", "??"),
        ("2017-10-25/2017-10-28~", "~"),
        ("2004-%06", "%%"),
        ("2004?-06-~11", "%%"),
        ("?1945/1959", "?"),
        ("2004/..", ".."),
        ("2004/", ""),
        ("[1667~,1668?]", "%%"),
        ("Y17E7~", "~~"),
    ],
)
def test_qualifiers_are_kept_and_never_widen_the_bounds(text: str, qualifiers: str):
    date, bare = parse(text), parse(re.sub("[?~%]", "", text))
    assert date.start.qualifier + date.end.qualifier == qualifiers
    assert (date.earliest, date.latest) == (bare.earliest, bare.latest)


def test_a_set_keeps_its_members_in_the_order_written():
    date = parse("{1670..1672, 1667}")
    assert date.form == "all of"
    assert [(member.text, member.form) for member in date.members] == [
        ("1670..1672", "interval"),
        ("1667", "date"),
    ]
    assert day_span(date) == "1667-01-01 … 1672-12-31"


@pytest.mark.parametrize(
    ("text", "part_of_the_sentence"),
    [
        ("", "empty"),
        ("tomorrow", "not a date"),
        ("800", "write 0800"),
        ("198", "198X"),
        ("20000", "Y20000"),
        ("198u", "capital X"),
        ("2004-(06)?-11", "brackets"),
        ("1984/1985/1986", "one start and one end"),
        ("2016-13", "month 13"),
        ("2015-02-29", "28 days"),
        ("2016-00-01", "month 00"),
        ("2016-01-00", "day 00"),
        ("156X-02-30", "fits no day"),
        ("-0000", "0000 (1 BCE)"),
        ("Y9999", "Write 9999"),
        ("Y74E9", "too far"),
        ("Y1E999999999999", "too far"),
        ("1950S5", "from 1 to 4"),
        ("1950S0", "from 1 to 4"),
        ("2018-07-16T25:00", "no clock"),
        ("2018-07-16T12:00+15", "time zone"),
        ("2018-07-16T12:00/2018-07-17", "time of day"),
        ("2006/2004", "ends before it starts"),
        ("[1667", "not a set"),
        ("[..]", "without a date"),
        ("[1667,,1668]", "empty"),
        ("[1667..1668-02]", "different precision"),
        ("２０１８-07-16", "not a date"),
        ("2018-07-1²", "not a date"),
    ],
)
def test_a_text_that_is_no_date_is_refused_with_a_sentence(text: str, part_of_the_sentence: str):
    with pytest.raises(EdtfError, match=re.escape(part_of_the_sentence)) as refusal:
        parse(text)
    assert isinstance(refusal.value, ExplorerError)
    assert refusal.value.what.endswith(".")
    assert refusal.value.advice.endswith(".")


def test_years_reach_beyond_the_big_bang_both_ways():
    assert parse("Y-13800000000").earliest == seconds_of(-13_800_000_000)
    assert parse("Y138E8").latest == seconds_of(13_800_000_001)
    assert parse("Y-73E9").earliest > BEGINNING
    assert parse("Y73E9").latest < FOREVER


def test_a_date_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        parse("1984").text = "1985"  # pyright: ignore[reportAttributeAccessIssue]


# Properties

years = st.integers(-9999, 9999)
masks = st.lists(st.booleans(), min_size=8, max_size=8)


def written(year: int, month: int = 0, day: int = 0) -> str:
    text = f"{'-' if year < 0 else ''}{abs(year):04}"
    return text + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


@given(years, st.integers(1, 12), st.data())
def test_a_day_lies_in_its_month_and_the_month_in_its_year(year: int, month: int, data: st.DataObject):
    day = data.draw(st.integers(1, days_in_month(year, month)))
    inner, middle, outer = (parse(written(*parts)) for parts in ((year, month, day), (year, month), (year,)))
    assert outer.earliest <= middle.earliest <= inner.earliest
    assert inner.latest <= middle.latest <= outer.latest
    assert civil_of(inner.earliest) == (year, month, day, 0, 0, 0)
    assert inner.latest - inner.earliest == SECONDS_PER_DAY


@given(years, st.integers(1, 12), st.integers(1, 28), masks)
def test_a_date_with_digits_left_open_contains_the_date(year: int, month: int, day: int, mask: list[bool]):
    plain, hidden = written(year, month, day), iter(mask)
    masked = "".join("X" if c.isdigit() and next(hidden) else c for c in plain)
    if masked.startswith("-0000"):
        return
    inner, outer = parse(plain), parse(masked)
    assert outer.earliest <= inner.earliest < inner.latest <= outer.latest


@given(st.integers(-73_000_000_000, 73_000_000_000), st.integers(1, 4))
def test_fewer_significant_digits_only_widen_a_year(year: int, digits: int):
    text = f"Y{year}" if abs(year) > 9999 else written(year)
    if len(str(abs(year))) < digits:
        return
    exact = parse(text)
    assert civil_of(exact.earliest) == (year, 1, 1, 0, 0, 0)
    try:
        vague = parse(f"{text}S{digits}")
    except EdtfError as refusal:  # only where rounding leaves what int64 holds
        assert abs(year) > 70_000_000_000, refusal  # noqa: PT017
    else:
        assert vague.earliest <= exact.earliest < exact.latest <= vague.latest


@given(st.lists(years, min_size=1, max_size=6))
def test_a_set_covers_exactly_what_its_members_cover(members: list[int]):
    for brackets in ("[]", "{}"):
        date = parse(brackets[0] + ",".join(written(year) for year in members) + brackets[1])
        assert date.earliest == seconds_of(min(members))
        assert date.latest == seconds_of(max(members) + 1)


@given(st.text(alphabet="0123456789X-/.?~%YES[]{},T:Z+ u", max_size=24))
def test_any_text_gives_ordered_bounds_or_a_refusal(text: str):
    try:
        date = parse(text)
    except EdtfError:
        return
    for end in (date.start, date.end):
        assert BEGINNING <= end.earliest < end.latest <= FOREVER
        assert end.precision in ("", *PRECISIONS)
    assert date.earliest < date.latest


# The peers' vectors


def read_as(row: dict[str, str]) -> tuple[str, str]:
    """What the vector says and what we say, in the words of docs/EDTF.md; equal when they agree."""
    try:
        date = parse(row["edtf"])
    except EdtfError:
        return row["verdict"], "invalid"
    if row["verdict"] == "invalid":
        return "invalid", "valid"
    if row["bounds"]:
        bounds = row["bounds"].split("|")  # one or two strict bounds, then two fuzzy ones
        strict = bounds[: max(1, len(bounds) - 2)] if len(bounds) > 2 else bounds
        return f"{strict[0]} … {strict[-1]}", day_span(date)
    if row["note"].startswith("unc="):
        uncertain, approximate, both = (flag[-1] == "1" for flag in row["note"].split())
        kept = {date.start.qualifier, date.end.qualifier}
        ours = (bool(kept & {"?", "%"}), bool(kept & {"~", "%"}))
        return str((uncertain or both, approximate or both)), str(ours)
    return "valid", "valid"


@pytest.mark.skipif(not VECTORS.exists(), reason="the peers' vectors are not beside the project")
def test_the_differences_from_the_vectors_are_those_that_the_document_lists():
    with VECTORS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    readings = [(row["edtf"], *read_as(row)) for row in rows]
    differences = {(text, theirs, ours) for text, theirs, ours in readings if theirs != ours}
    document = (ROOT / "docs" / "EDTF.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(.+?)` \| (.+?) \| (.+?) \| (.+?) \|$", document, re.MULTILINE)
    assert all(clause.startswith("Level ") for *_, clause in listed)
    assert {(text, theirs, ours) for text, theirs, ours, _ in listed} == differences
    assert len(rows) > 300


@pytest.mark.parametrize(
    ("start", "end", "texts"),
    [
        ("2018-07-16", None, ("2018-07-16",)),
        ("2018-07-16", "", ("2018-07-16",)),
        ("2017", "2020", ("2017", "2020")),
        ("2017", "..", ("2017/..",)),
        ("..", "1985", ("../1985",)),
        ("no date", "2020", ("XXXX", "2020")),
        ("2017", "soon", ("2017", "XXXX")),
        ("no date", "..", ("XXXX",)),
    ],
)
def test_whatever_a_database_keeps_is_a_date(start: str, end: str | None, texts: tuple[str, ...]) -> None:
    assert tuple(date.text for date in stored(start, end) if date is not None) == texts


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("2017-12-01T01:00:00+09:00", 32_400),
        ("2017-12-01T01:00Z", 0),
        ("2017-12-01T01-03:30", -12_600),
        ("2017-12-01T01:00:00", None),
        ("2017-12-01", None),
        ("2017-12~", None),
    ],
)
def test_the_offset_of_a_place_s_clock_is_read_from_the_date(text: str, offset: int | None):
    assert offset_of(text) == offset


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("20180716", "write 2018-07-16."),
        ("201807", "write 2018-07."),
        ("16072018", "write 2018-07-16."),
        ("20181316", "Write a date like"),
        ("170000", "Write a date like"),
        ("1531405800", "Write a date like"),
        ("12345", "write Y12345."),
        ("-12000", "write Y-12000."),
        ("2006?~", "write 2006%."),
        ("?~", "Write a date like"),
        ("?~?~", "Write a date like"),
        ("unknown/2006", "write /2006."),
        ("2006/open", "write 2006/..."),
        ("1985-4-12", "write 1985-04-12."),
        ("1985-13-12", "Months are 01 to 12"),
        ("19uu-12", "unspecified digit: 19XX-12."),
        ("2uu", "Write a date like"),
        ("y-17e7", "write Y-17E7."),
        ("193", "write 0193, or 193X for the ten years."),
        ("-44", "-0043 is 44 BCE, -0044 is 45 BCE."),
        ("16/7/2018", "Write a date like"),
        ("1984/1985/1986", "one start and one end"),
    ],
)
def test_the_advice_is_right_or_a_general_one(text: str, advice: str):
    with pytest.raises(EdtfError) as refusal:
        parse(text)
    assert advice in refusal.value.advice


@given(st.text(st.sampled_from("0123456789-./uUxXyYeE?~%() ["), max_size=12))
def test_what_an_advice_tells_to_write_is_a_date(text: str):
    advice = ""
    try:
        parse(text)
    except EdtfError as error:
        advice = error.advice
    for told in re.findall(r"(?:write|digit:|such as) ([^ ,]+?)[.,]?(?: |$)", advice):
        assert parse(told), advice
