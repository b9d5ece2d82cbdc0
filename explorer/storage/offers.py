"""Other searches that a reader may have meant, each with how many events it would leave."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from explorer.domain.completion import written
from explorer.domain.filter import EventFilter
from explorer.domain.index import EventIndex, Matched
from explorer.domain.query import Query, TextTerm, parse_query
from explorer.domain.query_parts import Value
from explorer.domain.query_rows import values_of
from explorer.domain.readings import Reading, readings_of
from explorer.domain.tongue import translate
from explorer.storage.search import Notes, search_rows
from explorer.storage.vocabulary import nearest_word

#: Facets whose values are offered where no text has the words, so many of each, and so many offers in all.
_NAMED: Final = ("relationship", "person", "country", "kind")
_OF_EACH: Final = 2
_MOST: Final = 4


@dataclass(frozen=True, slots=True)
class Offer:
    """A search in place of the present one, `words` on what is different, and the events it leaves."""

    words: str
    search: str
    total: int
    is_present: bool = False


def offers_of(
    connection: sqlite3.Connection, index: EventIndex, matched: Matched, notes: Notes | None = None
) -> list[Offer]:
    """Both readings of the dates in a search; of one that finds nothing what may have been meant instead.

    Raises DatabaseError.
    """
    wanted = matched.filter
    query = parse_query(wanted.search)
    found = counted(connection, index, wanted, readings_of(query), notes)
    rows = None if matched.total else search_rows(connection, index, wanted.search, notes)
    if rows is not None and not rows.any():
        meant = [*_values_meant(query, index), *_words_meant(connection, index, query, notes)]
        offers = counted(connection, index, wanted, meant[:_MOST], notes)
        found += [offer for offer in offers if offer.total]
    return found


def _values_meant(query: Query, index: EventIndex) -> Iterator[Reading]:
    """Values of facets that are named by words which no text has: a lane by its own name."""
    for term in query.wanted:
        if not isinstance(term, TextTerm) or term.field:
            continue
        text = query.text[slice(*term.span)].strip('"“”«»')
        for name in _NAMED:
            for slug in sorted(values_of(index.facets[name], Value(text, term.span)))[:_OF_EACH]:
                label = index.label_of(name, slug)
                yield _instead(query, term, f"{name}:{written(slug)}", f"{name}:{label}")


def _words_meant(
    connection: sqlite3.Connection, index: EventIndex, query: Query, notes: Notes | None
) -> Iterator[Reading]:
    """The search with the nearest word in place of each one that no text has."""
    text, said = query.text, list[str]()
    for term in sorted(query.wanted, key=lambda term: term.span, reverse=True):
        if not isinstance(term, TextTerm) or term.field == "note":
            continue
        words = [word for phrase in term.phrases for word in phrase.words]
        alone = search_rows(connection, index, words[0], notes) if len(words) == 1 else None
        near = nearest_word(connection, words[0]) if alone is not None and not alone.any() else ""
        if near:
            before = f"{term.field}:" if term.field else ""
            text = text[: term.span[0]] + before + near + text[term.span[1] :]
            said.insert(0, near)
    if said:
        meant = translate("Search", "did you mean “{words}”?").format(words=" ".join(said))
        yield Reading(meant, text, (0, len(query.text)), text, is_present=False)


def _instead(query: Query, term: TextTerm, text: str, words: str) -> Reading:
    first, last = term.span
    return Reading(words, query.text[:first] + text + query.text[last:], term.span, text, is_present=False)


def counted(
    connection: sqlite3.Connection,
    index: EventIndex,
    wanted: EventFilter,
    readings: Iterable[Reading],
    notes: Notes | None = None,
) -> list[Offer]:
    """Some readings, each with the events that it would leave. Raises DatabaseError."""
    found: list[Offer] = []
    for one in readings:
        rows = search_rows(connection, index, one.search, notes)
        mask = index.mask(replace(wanted, search=one.search), rows)
        found.append(Offer(one.words, one.search, int(np.count_nonzero(mask)), one.is_present))
    return found
