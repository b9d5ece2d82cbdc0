"""What people write for dates is read as they mean it, told where it may mean two things, or refused."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explorer import bundle
from explorer.domain import tongue
from explorer.domain.edtf import EdtfError, parse
from explorer.domain.free_dates import read_free_date
from explorer.domain.words import date_in_words

CLEAR = {
    # Days, months, years
    "12 June 2018": "2018-06-12",
    "12th of June, 2018": "2018-06-12",
    "June 12th, 2018": "2018-06-12",
    "12. Juni 2018": "2018-06-12",
    "am 12. Juni 2018": "2018-06-12",
    "13 aug 1961": "1961-08-13",
    "Sunday, 13 August 1961": "1961-08-13",
    "Jan 1985": "1985-01",
    "Sept. 2018": "2018-09",
    "März 1848": "1848-03",
    "im Jahr 1848": "1848",
    "2018 May 3": "2018-05-03",
    "15 March 44 BC": "-0043-03-15",
    # By numbers
    "16.7.2018": "2018-07-16",
    "7/16/2018": "2018-07-16",
    "16/7/2018": "2018-07-16",
    "5/5/2018": "2018-05-05",
    "20180716": "2018-07-16",
    "2018/07/16": "2018-07-16",
    "1985-4-12": "1985-04-12",
    "07/2018": "2018-07",
    "2018/07": "2018-07",
    # Clock times
    "16 July 2018, 14:05": "2018-07-16T14:05",
    "16. Juli 2018, 14.05 Uhr": "2018-07-16T14:05",
    "16 July 2018 2:05 pm": "2018-07-16T14:05",
    "16 July 2018 12:05 am": "2018-07-16T00:05",
    "2018-07-16 14:05 +09:00": "2018-07-16T14:05+09:00",
    # Eras
    "44 BC": "-0043",
    "44 v. Chr.": "-0043",
    "vor Christus 44": "-0043",
    "AD 800": "0800",
    "10,000 BC": "-9999",
    "12.000 v. Chr.": "Y-11999",
    "66 million years ago": "Y-66000000",
    "vor 66 Millionen Jahren": "Y-66000000",
    # Parts
    "spring 1968": "1968-21",
    "Frühjahr 1968": "1968-21",
    "winter 1962-63": "[1962-12..1963-02]",
    "1980s": "198X",
    "the 1980's": "198X",
    "1980er-Jahre": "198X",
    "19th century": "18XX",
    "19. Jh.": "18XX",
    "1st century BC": "-00XX",
    "3. Jahrtausend v. Chr.": "-2XXX",
    "Q1 2018": "2018-33",
    "2. Halbjahr 2018": "2018-41",
    "second half of 2018": "2018-41",
    "2. Hälfte 2018": "2018-41",
    "late 1962": "[1962-09..1962-12]",
    "Ende 1962": "[1962-09..1962-12]",
    "early March 2019": "[2019-03-01..2019-03-10]",
    "late February 2019": "[2019-02-21..2019-02-28]",
    "mid-1980s": "[1984..1986]",
    "early 1st century": "[0001..0034]",
    "late 1st century BC": "[-0032..0000]",
    # How sure
    "c. 1500": "1500~",
    "um 1500": "1500~",
    "c1500": "1500~",
    "perhaps June 2018": "2018-06?",
    "vielleicht um 1500": "1500%",
    "1500 (?)": "1500?",
    "2006?~": "2006%",
    # Bounds
    "before 1823": "[..1822]",
    "before 12 June 2018": "[..2018-06-11]",
    "vor dem 1. Juni 2018": "[..2018-05-31]",
    "after spring 1968": "[1968-06..]",
    "nach 44 v. Chr.": "[-0042..]",
    "by March 2019": "[..2019-03]",
    "1985 or later": "[1985..]",
    "between 1860 and June 1870": "[1860-01..1870-06]",
    "zwischen 12. und 14. Juli 2018": "[2018-07-12..2018-07-14]",
    # Stretches
    "12–14 June 2018": "2018-06-12/2018-06-14",
    "12.–14. Juni 2018": "2018-06-12/2018-06-14",
    "June 12-14, 2018": "2018-06-12/2018-06-14",
    "30 June – 2 July 2019": "2019-06-30/2019-07-02",
    "June to August 2018": "2018-06/2018-08",
    "vom 12. bis 14. Juli 2018": "2018-07-12/2018-07-14",
    "12.-14.07.2018": "2018-07-12/2018-07-14",
    "from 1914 to 1918": "1914/1918",
    "von 1914 bis 1918": "1914/1918",
    "1914-18": "1914/1918",
    "1984 - 86": "1984/1986",
    "44–40 BC": "-0043/-0039",
    "10 BC – AD 5": "-0009/0005",
    "1960s–70s": "196X/197X",
    "17th–19th centuries": "16XX/18XX",
    "c. 1860–1870?": "1860~/1870?",
    "since 1985": "1985/..",
    "seit Juni 1985": "1985-06/..",
    "until 1985": "../1985",
    "bis Ende 1962": "../1962-12",
    "unknown/2006": "/2006",
    "1985 or 1987": "[1985,1987]",
    "1985 und 1987": "{1985,1987}",
    # Other calendars
    "26 October 1917 (Julian)": "1917-11-08",
    "29 Feb 1700 O.S.": "1700-03-11",
    # EDTF itself
    "1985~": "1985~",
    "2001-21": "2001-21",
    "1939-41": "1939-41",
    "{1667,1668}": "{1667,1668}",
    "Y-170000": "Y-170000",
}


@pytest.mark.parametrize(("text", "edtf"), CLEAR.items())
def test_what_people_write_is_read_as_they_mean_it(text: str, edtf: str):
    understood = read_free_date(text)
    assert (understood.edtf, understood.is_ambiguous) == (edtf, False)


@pytest.mark.parametrize(
    ("text", "edtf", "readings"),
    [
        ("7/8/2018", "[2018-07-08,2018-08-07]", {"2018-07-08", "2018-08-07"}),
        ("1-2-2018", "[2018-01-02,2018-02-01]", {"2018-01-02", "2018-02-01"}),
        ("16.7.18", "[1918-07-16,2018-07-16]", {"1918-07-16", "2018-07-16"}),
        ("12-Mar-47", "[1947-03-12,2047-03-12]", {"1947-03-12", "2047-03-12"}),
        ("1900s", "19XX", {"19XX", "190X"}),
        ("1910/11", "1910/1911", {"1910-11", "1910/1911"}),
        ("July 18", "XXXX-07-18", {"XXXX-07-18", "1918-07", "2018-07"}),
    ],
)
def test_two_meanings_are_both_told(text: str, edtf: str, readings: set[str]):
    understood = read_free_date(text)
    assert understood.edtf == edtf
    assert set(understood.readings) == readings
    assert all(date_in_words(parse(reading)) in understood.words for reading in readings)


def test_a_span_of_years_that_is_also_edtf_is_the_span_where_a_person_types_it():
    assert read_free_date("1939-41", is_typed=True).edtf == "1939/1941"
    assert read_free_date("1918-23", is_typed=True).is_ambiguous
    assert read_free_date("1872-23", is_typed=True).edtf == "1872-23"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "yesterday",
            "unknown",
            "n.d.",
            "-",
            "the sixties",
            "60er Jahre",
            "Easter 1916",
            "not 1985",
        ),
        *("31 February 2018", "31/11/2018", "2018-02-30", "1900-02-29", "16 Julember 2018", "16072018"),
        *("47", "'47", "800", "1531405800", "43293", "40–44 BC", "Tuesday 16 July 2018", "10000 years ago"),
        *(
            "16 July 2018 25:30",
            "13/2018",
            "1985, 1987",
            "attica 1802",
            "12 of 2018 days",
            "0 BC",
            "3 of 4",
            "not 1985",
        ),
    ],
)
def test_what_has_no_clear_meaning_is_refused_with_one_sentence_and_an_advice(text: str):
    with pytest.raises(EdtfError) as caught:
        read_free_date(text)
    assert caught.value.what.endswith(".")
    assert caught.value.advice.endswith(".")


@pytest.mark.parametrize(("text", "day"), [("31 February 2018", "day 31"), ("31/11/2018", "day 31")])
def test_a_day_that_does_not_exist_is_named(text: str, day: str):
    with pytest.raises(EdtfError, match=day):
        read_free_date(text)


# Properties

_LETTERS = st.lists(
    st.sampled_from(
        [
            *"0123456789 .-/–,?~[](){}'XY",
            " June ",
            "Juli",
            " bis ",
            "vor ",
            " AD",
            "century",
            "early ",
            "1985",
            "M7",
        ]
    ),
    max_size=10,
).map("".join)


@given(st.one_of(st.text(max_size=40), _LETTERS), st.booleans())
@example("II century", False)
@example("²", False)
@example("12-M7-2018", False)
@example("1S", False)
def test_whatever_is_typed_is_read_or_refused(text: str, is_typed: bool):
    try:
        understood = read_free_date(text, is_typed=is_typed)
    except EdtfError:
        return
    assert parse(understood.edtf)
    assert understood.words
    for reading in understood.readings:
        assert understood.date.earliest <= parse(reading).earliest
        assert parse(reading).latest <= understood.date.latest


_YEARS = st.one_of(st.integers(1000, 9999), st.integers(-9998, 999))


def _year(number: int) -> str:
    return f"{'-' if number < 0 else ''}{abs(number):04}"


def _month(year: int, month: int) -> str:
    return f"{_year(year)}-{month:02}"


def _day(year: int, month: int, day: int) -> str:
    return f"{_month(year, month)}-{day:02}"


_FOUR_DIGITS = st.integers(1000, 9999)
_DATES = st.one_of(
    st.builds(_day, _YEARS, st.integers(1, 12), st.integers(1, 28)),
    st.builds(_month, _YEARS, st.integers(1, 12)),
    st.builds(_year, _YEARS),
    st.builds(_month, _FOUR_DIGITS, st.sampled_from([*range(21, 25), *range(33, 42)])),
    st.integers(101, 999).filter(lambda n: n % 10).map("{}X".format),
    st.integers(1, 20).map("{:02}XX".format),
    st.integers(1, 20).map("-{:02}XX".format),
)


def _german() -> dict[tuple[str, str, str], str]:
    tree = ET.parse(bundle.path("resources", "translations", "detente_de.ts"))
    return {
        (
            context.findtext("name") or "",
            message.findtext("source") or "",
            message.findtext("comment") or "",
        ): message.findtext("translation") or ""
        for context in tree.iter("context")
        for message in context.iter("message")
    }


GERMAN = _german()


@pytest.mark.parametrize("language", ["en", "de"])
@given(_DATES, st.sampled_from(["", "~", "?"]))
def test_a_date_in_words_is_read_as_the_date_that_it_was(language: str, edtf: str, qualifier: str):
    date = parse(edtf + qualifier)
    if language == "de":
        tongue.speak(lambda context, text, note: GERMAN[context, text, note], ".", ",")
    try:
        words = date_in_words(date)
    finally:
        tongue.speak(None)
    understood = read_free_date(words)
    assert (understood.date.earliest, understood.date.latest) == (date.earliest, date.latest), words
    assert understood.date.start.qualifier == qualifier


@given(st.integers(1000, 9990), st.integers(1, 300), st.integers(1, 12), st.integers(1, 12))
def test_a_stretch_in_words_is_read_as_the_stretch_that_it_was(year: int, more: int, month: int, last: int):
    for edtf in (
        f"{year}/{year + min(more, 9)}",
        f"{year}-{min(month, last):02}-01/{year}-{max(month, last):02}-28",
        f"{year}-{month:02}/{year + 1}-{last:02}",
        f"{year}-{month:02}/..",
        f"../{year}-{month:02}",
    ):
        date = parse(edtf)
        found = read_free_date(date_in_words(date)).date
        assert (found.earliest, found.latest) == (date.earliest, date.latest), date_in_words(date)
