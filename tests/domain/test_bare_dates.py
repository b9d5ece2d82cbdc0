"""Dates without a field in a search: read before words, explained where they may mean two, never guessed."""

import pytest

from explorer.domain.query import DateTerm, EitherTerm, TextTerm, parse_query
from explorer.domain.readings import readings_at, readings_of
from explorer.domain.saying import query_in_words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2019", "during 2019"),
        ("12 June 2018", "during 12 June 2018"),
        ("12. Juni 2018", "during 12 June 2018"),
        ("June 2018", "during June 2018"),
        ("2018-06-12", "during 12 June 2018"),
        ("the 1980s", "during the 1980s"),
        ("1980's", "during the 1980s"),
        ("44 BC", "during 44 BCE"),
        ("-0043", "during 44 BCE"),
        ("1985–1991", "during 1985–1991"),
        ("1985 - 1991", "during 1985–1991"),
        ("2018.", "during 2018"),
        ("summit in 2018", "naming “summit”, during 2018"),
        ("Trump 12 June 2018 Kim", "naming “Trump”, during 12 June 2018, naming “Kim”"),
        ("-2019", "not during 2019"),
        ("kim -2018", "naming “kim”, not during 2018"),
        ("2018 2019", "during 2018 or during 2019"),
        ("2018 -", "during 2018"),
        ("kind:letter 2018", "kind “letter”, during 2018"),
    ],
)
def test_a_date_is_read_before_words(text: str, said: str) -> None:
    query = parse_query(text)
    assert query_in_words(query) == said
    assert query.problems == ()


@pytest.mark.parametrize(
    "text",
    ["May", "june", "12", "May 18", "COVID-19", "10:30", "38.101", "358", "S/RES/1441", "G7", "9/11",
     '"2019"', "“12 June 2018”", "title:1987", "Y2K", "20.04"],
)  # fmt: skip
def test_what_says_too_little_for_a_date_stays_words(text: str) -> None:
    assert all(isinstance(term, TextTerm) for term in parse_query(text).terms)


def test_what_may_mean_two_dates_is_explained() -> None:
    query = parse_query("kim 7/8/2018")
    assert [problem.span for problem in query.problems] == [(4, 12)]
    assert query.problems[0].sentence.startswith("“7/8/2018” may mean 8 July 2018 or 7 August 2018.")
    assert len(query.terms) == 1


def test_both_readings_are_known_from_either() -> None:
    as_date, as_word = readings_of(parse_query("summit 1987"))
    assert (as_date.words, as_date.search, as_date.is_present) == ("1987 as a date", "summit 1987", True)
    assert (as_word.words, as_word.search, as_word.is_present) == ("the word “1987”", 'summit "1987"', False)
    back = readings_of(parse_query('summit "1987"'))
    assert [one.search for one in back] == ["summit 1987", 'summit "1987"']
    assert [one.is_present for one in back] == [False, True]
    assert [one.search for one in readings_of(parse_query('-2019 "12 June 2018"'))] == [
        '-2019 "12 June 2018"', '-"2019" "12 June 2018"', "-2019 12 June 2018", '-2019 "12 June 2018"',
    ]  # fmt: skip
    assert readings_of(parse_query('kim "bin salman" title:1987 since:2018')) == []


def test_the_date_behind_the_cursor_has_readings() -> None:
    assert [one.text for one in readings_at("kim June 2018 trump", 13)] == ["June 2018", '"June 2018"']
    assert readings_at("kim June 2018 ", 14) == []
    assert readings_at("kim", 3) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kim OR xi", "naming “kim” or naming “xi”"),
        ("kim OR xi letter", "naming “kim” or (naming “xi”, naming “letter”)"),
        ("(kim OR xi) letter", "(naming “kim” or naming “xi”), naming “letter”"),
        ("-(kim OR xi)", "not (naming “kim” or naming “xi”)"),
        ("kim AND xi OR 1987", "(naming “kim”, naming “xi”) or during 1987"),
        ("(kind:letter OR kind:call) -war", "(kind “letter” or kind “call”), not naming “war”"),
        ("((kim", "naming “((kim”"),
        ("kim) xi(", "naming “kim) xi(”"),
        ("kim OR", "naming “kim OR”"),
        ("kim OR )", "naming “kim OR )”"),
        ("OR", "naming “OR”"),
        ("(title:kim OR) xi", "naming “kim” in the title, naming “xi”"),
        ("f(x)", "naming “f(x)”"),
    ],
)
def test_or_and_brackets(text: str, said: str) -> None:
    assert query_in_words(parse_query(text)) == said


def test_thousands_of_brackets_and_dates_are_no_error() -> None:
    for text in (
        "(" * 5_000 + "kim",
        "(kim OR " * 3_000,
        "-(" * 2_000,
        "2018 " * 3_000,
        ")" * 999,
        "1 June " * 999,
    ):
        query = parse_query(text)
        query_in_words(query)
        readings_of(query)
    deep = parse_query("-(" * 40 + "kim").terms[0]
    depth = 0
    while isinstance(deep, EitherTerm):
        deep, depth = deep.choices[0][0], depth + 1
    assert depth == 16
    assert isinstance(parse_query("(2018)").terms[0], DateTerm)
