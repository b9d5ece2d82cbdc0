"""Which events pass the terms of a query that an EventIndex alone can answer: all but texts and paragraphs.

storage/search.py puts these masks together with what the full-text index finds.
"""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np

from explorer.domain.blocks import blocks
from explorer.domain.facet import Facet
from explorer.domain.facet_words import unknown_value
from explorer.domain.folding import has_phrase, phrase_of, plain_name, plain_names
from explorer.domain.index import Bools, EventIndex
from explorer.domain.near_values import near_values
from explorer.domain.other_names import other_names
from explorer.domain.query import DateTerm, FacetTerm, NumberTerm, Problem, Query
from explorer.domain.query_parts import Value


def rows_of_facet(term: FacetTerm, index: EventIndex) -> Bools:
    """A mask of the events that have one, or all, of a term's values; an exclusion is left to the caller."""
    facet = index.facets.get(term.field)
    if facet is None:
        # Nobody has starred or noted anything.
        return np.zeros(len(index), np.bool_)
    mask = np.ones(len(index), np.bool_)
    values = [values_of(facet, value) for value in term.values]
    for chosen in values if term.wants_all else [frozenset[str]().union(*values)]:
        facet.restrict(mask, chosen)
    return mask


def rows_of_dates(term: DateTerm, index: EventIndex) -> Bools:
    """A mask of the events that fall into one of a term's stretches of time."""
    mask = np.zeros(len(index), np.bool_)
    for dates in term.dates:
        one = np.ones(len(index), np.bool_)
        index.restrict_dates(one, dates, term.certainty, term.dating)
        mask |= one
    return mask


def rows_of_importance(term: NumberTerm, index: EventIndex) -> Bools:
    """A mask of the events with an importance in one of a term's ranges."""
    mask = np.zeros(len(index), np.bool_)
    for first, last in blocks(len(index)):
        importance = index.importance[first:last]
        for least, most in term.ranges:
            mask[first:last] |= (importance >= min(least, 255)) & (importance <= min(most, 255))
    return mask


def values_of(facet: Facet, value: Value) -> frozenset[str]:
    """The identifiers of a facet that a value stands for, as written in a query.

    One that is exactly an identifier or a label stands for that alone, the number of a claim for that
    claim; any other for each whose identifier or label has its words, the last one perhaps only begun, or
    those of another name of the same.
    """
    code = facet.code_of(value.text)
    if code is not None:
        return frozenset({facet.slugs[code]})
    if facet.name == "claim" and value.text.isdecimal():
        # Python refuses to read numbers of thousands of digits; no article makes so many claims.
        number = int(value.text) if len(value.text) < 10 else 0
        return frozenset(facet.slugs[number - 1 : number] if number else ())
    text = value.text.rstrip("*")
    found = _named(facet.slugs, facet.labels, text, value.is_open)
    return found.union(*(_named(facet.slugs, facet.labels, name, False) for name in other_names(text)))


@lru_cache(maxsize=64)
def _named(slugs: tuple[str, ...], labels: tuple[str, ...], text: str, is_open: bool) -> frozenset[str]:
    phrase = phrase_of(text, is_open)
    if phrase is None:
        return frozenset()
    phrase = phrase_of(plain_name(text), is_open) or phrase
    names = list(zip(slugs, plain_names(slugs), plain_names(labels), strict=True))
    exact = {slug for slug, *plain in names if plain_name(text) in plain}
    return frozenset(
        exact or (slug for slug, *plain in names if any(has_phrase(phrase, name) for name in plain))
    )


def unknown_values(query: Query, index: EventIndex) -> list[Problem]:
    """What a query asks for that the database does not have, each with what may have been meant."""
    return [
        Problem(value.span, _unknown(value.text, facet))
        for term in query.leaves
        if isinstance(term, FacetTerm) and (facet := index.facets.get(term.field)) is not None
        for value in term.values
        if term.field != "mine" and not values_of(facet, value)
    ]


def _unknown(value: str, facet: Facet) -> str:
    near = near_values(value, facet)
    return f"{unknown_value(facet.name, value)}; {near[0].lower()}{near[1:]}."


def problems_of(query: Query, index: EventIndex) -> Iterable[Problem]:
    """All that is wrong with a query, in the order of its text."""
    return sorted([*query.problems, *unknown_values(query, index)], key=lambda problem: problem.span)
