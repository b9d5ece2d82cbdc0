"""The other way to read a date in a search: as the words that it is written in, or these as the date."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from explorer.domain.bare_dates import is_date
from explorer.domain.query import DateTerm, Query, TextTerm, parse_query
from explorer.domain.query_parts import Span
from explorer.domain.quoting import quotable
from explorer.domain.tongue import translate

#: Dates in one search of which both readings are offered.
_MOST: Final = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """A search in which what stands at `span` is read so; `words` say how, `text` is to stand there."""

    words: str
    search: str
    span: Span
    text: str
    is_present: bool


def readings_of(query: Query) -> list[Reading]:
    """Both readings of each date in a search, the date first; none where there is no date."""
    pairs = [pair for term in query.leaves for pair in _of_term(query.text, term)]
    return pairs[: 2 * _MOST]


def readings_at(text: str, cursor: int) -> list[Reading]:
    """Both readings of the date that a cursor stands right behind."""
    return [one for one in readings_of(parse_query(text[:cursor])) if one.span[1] == cursor]


def _of_term(search: str, term: object) -> Iterator[Reading]:
    if isinstance(term, DateTerm) and term.is_bare:
        written = search[term.span[0] + term.is_excluded : term.span[1]]
        is_date_now = True
    elif isinstance(term, TextTerm) and not term.field and search[term.span[1] - 1] in '"”“»«':
        written = search[term.span[0] + term.is_excluded : term.span[1]][1:-1]
        is_date_now = False
        if not is_date(written):
            return
    else:
        return
    first, last = term.span[0] + term.is_excluded, term.span[1]
    said = quotable(written)
    word = (
        translate("Search", "the words “{text}”") if " " in said else translate("Search", "the word “{text}”")
    )
    for is_date_then, words, text in (
        (True, translate("Search", "{text} as a date"), written),
        (False, word, f'"{written}"'),
    ):
        changed = search[:first] + text + search[last:]
        yield Reading(words.format(text=said), changed, (first, last), text, is_date_then is is_date_now)
