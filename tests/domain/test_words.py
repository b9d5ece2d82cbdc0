"""Dates in words: tables of what a reader sees, and properties of every date."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.calendar import MEAN_YEAR_SECONDS, SECONDS_PER_DAY, seconds_of
from explorer.domain.edtf import EdtfError, parse
from explorer.domain.interval import BEGINNING, FOREVER
from explorer.domain.words import (
    calendar_in_words,
    date_in_words,
    instant_in_words,
    short_date,
    span_in_words,
)
from explorer.domain.year_words import year_in_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2018-07-16", "16 July 2018"),
        ("2018-07", "July 2018"),
        ("2018", "2018"),
        ("2018-07-16T14:05", "16 July 2018 14:05"),
        ("2018-07-16T14:05:09+02:00", "16 July 2018 14:05:09 UTC+2"),
        ("2019-02~", "about February 2019"),
        ("1984?", "perhaps 1984"),
        ("1984%", "perhaps about 1984"),
        ("2004-06-~11", "about 11 June 2004"),
        ("[1667,1668]", "between 1667 and 1668"),
        ("[1667..1672]", "between 1667 and 1672"),
        ("[1667,1760-12]", "1667 or December 1760"),
        ("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672"),
        ("[..1760-12-03]", "3 December 1760 or before"),
        ("[1760-12..]", "December 1760 or after"),
        ("[2016-03]", "March 2016"),
        ("{1667,1668,1670..1672}", "1667, 1668 and 1670–1672"),
        ("0000", "1 BCE"),
        ("-0043", "44 BCE"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("0800", "800 CE"),
        ("Y-13800000000", "13.8 billion BCE"),
        ("Y-17E6", "17 million BCE"),
        ("Y-170000002", "170,000,003 BCE"),
        ("Y20000", "20,000 CE"),
        ("196X", "the 1960s"),
        ("156X~", "about the 1560s"),
        ("004X", "the 40s CE"),
        ("-004X", "between 50 BCE and 41 BCE"),
        ("18XX", "the 19th century"),
        ("20XX", "the 21st century"),
        ("-01XX", "the 2nd century BCE"),
        ("1XXX", "the 2nd millennium"),
        ("-1XXX", "the 2nd millennium BCE"),
        ("XXXX", "an unknown year"),
        ("1999-XX", "some month in 1999"),
        ("1999-01-XX", "some day in January 1999"),
        ("156X-12-25", "25 December of a year in the 1560s"),
        ("1XX3", "some year between 1003 and 1993 that ends in 3"),
        ("2001-21", "spring 2001"),
        ("2010-24", "winter 2010"),
        ("1950-29", "spring 1950 (southern hemisphere)"),
        ("2001-34", "the second quarter of 2001"),
        ("20XX-41", "the second half of a year in the 21st century"),
        ("19XX-24", "winter of a year in the 20th century"),
        ("XXXX-12", "December of an unknown year"),
        ("-XXXX-12-25", "25 December of an unknown year BCE"),
        ("1XXX-12", "December of a year in the 2nd millennium"),
        ("17XX-07-04~", "about 4 July of a year in the 18th century"),
        ("000X-12", "December of a year between 1 BCE and 9 CE"),
        ("19X5-12", "December of a year between 1905 and 1995 that ends in 5"),
        ("19X5-XX", "some month of a year between 1905 and 1995 that ends in 5"),
        ("1X6X", "some year between 1060 and 1969 that ends in 60 to 69"),
        ("-1X64", "some year between 1965 BCE and 1065 BCE"),
        ("XXXX-21", "spring of an unknown year"),
        ("156X-25", "spring of a year in the 1560s (northern hemisphere)"),
        ("1985-1X", "October, November or December 1985"),
        ("1985-X1", "January or November 1985"),
        ("1985-0X", "some month from January to September 1985"),
        ("1985-X0", "October 1985"),
        ("1985-XX-12", "the 12th of some month 1985"),
        ("1985-XX-31", "the 31st of some month 1985"),
        ("1985-1X-31", "the 31st of October or December 1985"),
        ("1985-1X-XX", "some day in October, November or December 1985"),
        ("1985-12-2X", "some day from 20 to 29 December 1985"),
        ("1985-12-3X", "30 or 31 December 1985"),
        ("1985-12-X5", "5, 15 or 25 December 1985"),
        ("156X-12-XX", "some day in December of a year in the 1560s"),
        ("XXXX-XX-12", "the 12th of some month of an unknown year"),
        ("XXXX-XX-XX", "some day in an unknown year"),
        ("00XX", "the 1st century CE"),
        ("-00XX", "the 1st century BCE"),
        ("0XXX", "the 1st millennium CE"),
        ("1985-04-12T23:20:30Z", "12 April 1985 23:20:30 UTC"),
        ("1985-04-12T23:20-03:30", "12 April 1985 23:20 UTC\u22123:30"),
        ("1950S2", "about 1950 (between 1900 and 1999)"),
        ("1950S2~", "about 1950 (between 1900 and 1999)"),
        ("Y-138E8S3", "about 13.8 billion BCE"),
        ("2018-06/2020-01", "June 2018 – January 2020"),
        ("1985-11-19/1985-11-21", "19–21 November 1985"),
        ("1990-05-31/1990-06-03", "31 May – 3 June 1990"),
        ("2019-12-28/2020-01-02", "28 December 2019 – 2 January 2020"),
        ("2017-10-25/2017-10-28~", "25 – about 28 October 2017"),
        ("1985-11/1985-12", "November – December 1985"),
        ("1985/1987", "1985–1987"),
        ("-0043/-0039", "44–40 BCE"),
        ("-0009/0005", "10 BCE – 5 CE"),
        ("0800/0900", "800–900 CE"),
        ("196X/197X", "the 1960s – the 1970s"),
        ("2004-06-01/2005", "1 June 2004 – 2005"),
        ("2004-06-01/2004-06-01", "1 June 2004"),
        ("2004-06-01/..", "from 1 June 2004"),
        ("2004-06-01/", "from 1 June 2004 (end unknown)"),
        ("../2006", "until 2006"),
        ("/2006", "until 2006 (start unknown)"),
        ("../..", "at all times"),
        ("/", "at an unknown time"),
    ],
)
def test_a_date_reads_as_a_person_would_say_it(text: str, words: str):
    assert date_in_words(parse(text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2018-07-16", "Monday 16 July 2018"),
        ("2018-07", "July 2018"),
        ("1582-10-15", "Friday 15 October 1582"),
        ("1582-10-14", "14 October 1582"),
        ("1066-10-14", "14 October 1066"),
        ("1582-10-14/1582-10-15", "14 – Friday 15 October 1582"),
        ("2018-07-16~", "about Monday 16 July 2018"),
        ("1985-11-19/1985-11-21", "Tuesday 19 – Thursday 21 November 1985"),
    ],
)
def test_the_long_form_names_the_weekday_of_a_day_since_the_calendar_began(text: str, words: str):
    assert date_in_words(parse(text), weekday=True) == words


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("1066-10-14", True),
        ("-0043-03", True),
        ("{1582-10-01,1582-10-20}", True),
        ("1582-10-15", False),
        ("1066", False),
        ("10XX", False),
        ("156X-12-25", True),
        ("XXXX-12", False),
        ("../1066-10-14", True),
        ("2018-07-16T14:05", False),
    ],
)
def test_the_calendar_is_named_where_a_day_or_month_before_it_is_read(text: str, is_said: bool):
    assert (calendar_in_words(parse(text)) == "proleptic Gregorian calendar") == is_said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2018-07-16", "16 Jul 2018"),
        ("2019-02~", "c. Feb 2019"),
        ("1984%", "perhaps c. 1984"),
        ("1990-05-31/1990-06-03", "31 May – 3 Jun 1990"),
        ("[1667,1760-12]", "1667 or Dec 1760"),
    ],
)
def test_the_short_form_cuts_the_months(text: str, words: str):
    assert short_date(parse(text)) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2018-07-16", None, "16 July 2018"),
        ("1985-11-19", "1985-11-21", "19–21 November 1985"),
        ("2017-10-25", "2017-10-28~", "25 – about 28 October 2017"),
        ("2018-06", "2020-01-03", "June 2018 – 3 January 2020"),
        ("[1667,1668]", "1670", "between 1667 and 1668 – 1670"),
    ],
)
def test_a_span_says_what_both_ends_share_only_once(start: str, end: str | None, words: str):
    assert span_in_words(parse(start), parse(end) if end else None) == words


HELSINKI = seconds_of(2018, 7, 16, 14, 5, 9)


@pytest.mark.parametrize(
    ("seconds", "resolution", "words"),
    [
        (HELSINKI, 1, "16 July 2018 14:05:09"),
        (HELSINKI, 60, "16 July 2018 14:05"),
        (HELSINKI, SECONDS_PER_DAY, "16 July 2018"),
        (HELSINKI, 20 * SECONDS_PER_DAY, "July 2018"),
        (HELSINKI, MEAN_YEAR_SECONDS, "2018"),
        (HELSINKI, 20 * MEAN_YEAR_SECONDS, "2020"),
        (seconds_of(-43), MEAN_YEAR_SECONDS, "44 BCE"),
        (seconds_of(-12_345), 100 * MEAN_YEAR_SECONDS, "12,300 BCE"),
        (seconds_of(-13_798_123_456), 1e7 * MEAN_YEAR_SECONDS, "13.8 billion BCE"),
        (BEGINNING, 1, "the beginning of time"),
        (FOREVER, 1, "the end of time"),
    ],
)
def test_an_instant_is_named_as_precisely_as_a_pixel_warrants(seconds: int, resolution: float, words: str):
    assert instant_in_words(seconds, resolution) == words


def test_an_instant_has_a_short_form():
    assert instant_in_words(HELSINKI, SECONDS_PER_DAY, short=True) == "16 Jul 2018"


# Properties

dates = st.from_regex(
    r"-?[0-9X]{4}(-(0[1-9]|1[0-2]|2[1-9]|[34][01]|XX))?(-([012][1-9]|XX))?[?~%]?", fullmatch=True
)
texts = st.one_of(
    dates, st.tuples(dates, dates).map("/".join), st.tuples(dates, dates).map("[{0[0]},{0[1]}]".format)
)


@given(texts, st.booleans())
def test_every_date_has_words_without_a_year_zero_or_edtf_signs(text: str, weekday: bool):
    try:
        edtf = parse(text)
    except EdtfError:
        return
    for words in (date_in_words(edtf, weekday=weekday), short_date(edtf)):
        assert words == words.strip()
        bare = re.sub(r" that ends in \d+( to \d+)?", "", words)
        assert not re.search(r"[?~%X\[\]/]|  |(?<![,\d])0+\b", bare), words
        assert len(words) < 200


@given(st.integers(-73_000_000_000, 73_000_000_000))
def test_the_era_of_a_year_is_on_the_right_side_of_zero(year: int):
    words = year_in_words(year)
    assert words.endswith(" BCE") == (year <= 0)
    assert words.endswith(" CE") == (0 < year < 1000 or year > 9999)


@given(st.integers(-(2**61), 2**61), st.floats(1, 1e18))
def test_every_instant_has_words_at_every_resolution(seconds: int, resolution: float):
    assert re.fullmatch(r"[\w ,.:]+", instant_in_words(seconds, resolution))
    assert instant_in_words(seconds, resolution, short=True)
