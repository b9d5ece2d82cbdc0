"""Dates that stand in a search as people write them, without a field: "2019", "12 June 2018", "44 BC".

A run of such words is read as a date before it is read as words; in quotation marks it is words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from explorer.domain.date_words import signs_of
from explorer.domain.edtf import EdtfError
from explorer.domain.free_dates import Understood, read_free_date
from explorer.domain.query_parts import Part, Span, parts_of

#: Parts of a search that are looked at, and words that one date may have.
_LOOKED_AT: Final = 100
_LONGEST: Final = 8

#: Without one of these, a text says too little for a date: "12", "May 18".
_TELLING: Final = re.compile(r"\d{3}|BCE|\bCE\b|CENTURY|MILLENNIUM|MILLION|BILLION")
_YEAR_BEFORE_CHRIST: Final = re.compile(r"-0\d{3}(?!\d)")

_DASHES: Final = frozenset("-‐‑‒–—―−")
_OPERATORS: Final = frozenset({"OR", "AND"})
_AROUND: Final = ".,;:!"


@dataclass(frozen=True, slots=True)
class BareDate:
    """A date that some parts of a search write, from one character of its text up to another."""

    span: Span
    text: str
    is_excluded: bool
    size: int
    understood: Understood


def bare_dates(text: str, parts: Sequence[Part]) -> dict[int, BareDate]:
    """The dates in a search, each by the number of its first part."""
    found: dict[int, BareDate] = {}
    words = [_word(text, part) for part in parts[:_LOOKED_AT]]
    if not any(letter.isdecimal() for letter in text):
        return found
    at = 0
    while at < len(words):
        date = _longest(parts, words, at)
        if date is not None:
            found[at] = date
        at += date.size if date is not None else 1
    return found


def _word(text: str, part: Part) -> str:
    """A part that a date may have, as it is written; "" for any other."""
    if part.field or part.values[0].is_quoted:
        return ""
    word = text[part.values[0].span[0] : part.values[0].span[1]]
    return "" if word in _OPERATORS else word


def _longest(parts: Sequence[Part], words: Sequence[str], first: int) -> BareDate | None:
    last = first
    while last < len(words) and last < first + _LONGEST and _may_belong(words[last]):
        if last > first and parts[last].is_excluded:
            break
        last += 1
    begin, is_excluded = parts[first].span[0], parts[first].is_excluded
    is_negative = is_excluded and _YEAR_BEFORE_CHRIST.match(f"-{words[first]}") is not None
    while last > first:
        if _DASHES.isdisjoint({words[first], words[last - 1]}):
            sign = "-" if is_negative else ""
            text = sign + " ".join(words[first:last]).strip(_AROUND)
            understood = _read(text)
            if understood is not None:
                span = (begin, parts[last - 1].span[1])
                return BareDate(span, text, is_excluded and not is_negative, last - first, understood)
        last -= 1
    return None


@lru_cache(maxsize=512)
def _may_belong(word: str) -> bool:
    return bool(word) and (any(map(str.isdecimal, word)) or word in _DASHES or signs_of(word) is not None)


@lru_cache(maxsize=512)
def _read(text: str) -> Understood | None:
    """What a text means as a date; None where it means none, or one of no known year."""
    if not any(map(str.isdecimal, text)) or not _TELLING.search(signs_of(text) or text):
        return None
    try:
        understood = read_free_date(text, is_typed=True)
    except EdtfError:
        return None
    is_known = all("XXXX" not in reading for reading in (understood.edtf, *understood.readings))
    return understood if is_known else None


def is_date(text: str) -> bool:
    """Whether a text as a whole would be read as a date."""
    dates = bare_dates(text, list(parts_of(text)))
    return len(dates) == 1 and next(iter(dates.values())).span == (0, len(text))
