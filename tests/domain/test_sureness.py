"""How sure a date is said to be."""

import pytest

from explorer.domain.edtf import parse
from explorer.domain.sureness import sureness_in_words


@pytest.mark.parametrize(
    ("start", "end", "confidence", "words"),
    [
        ("2018-07-16", None, "high", "Known to the day."),
        ("2018-07", None, "high", "Known to the month."),
        ("2018-07~", None, "medium", "Known to the month; approximate; probable, not certain."),
        ("2018?", "2019-04", "high", "Start known to the year; end known to the month; uncertain."),
        ("2018-07-16%", None, "low", "Known to the day; approximate; uncertain; doubtful."),
        ("2018-07-16T12:30", None, "high", "Known to the time of day."),
        ("2018/..", None, "high", "Start known to the year; end open."),
        ("/2018", None, "high", "Start not known; end known to the year."),
        ("198X", None, "high", "Known to the decade."),
        (
            "156X-12-25",
            None,
            "high",
            "Known to the day; the year only to the decade; proleptic Gregorian calendar.",
        ),
        ("XXXX-12", None, "high", "Known to the month; the year not known."),
        ("19X5-12", None, "high", "Known to the month; the year only in part."),
        ("19XX-21~", None, "high", "Known to the season; the year only to the century; approximate."),
        ("1066-10-14", None, "high", "Known to the day; proleptic Gregorian calendar."),
    ],
)
def test_the_words(start: str, end: str | None, confidence: str, words: str) -> None:
    assert sureness_in_words(parse(start), parse(end) if end else None, confidence) == words
