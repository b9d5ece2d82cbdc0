"""The values of a facet and a search in words: what the chips and the sentence of a filter say."""

from collections.abc import Callable, Iterable
from typing import Final

from explorer.domain.facet_words import number_of_values
from explorer.domain.free_dates import date_of
from explorer.domain.listing import or_each, quoted, with_and, with_or
from explorer.domain.query import (
    DateTerm,
    EitherTerm,
    FacetTerm,
    NumberTerm,
    Query,
    Term,
    TextTerm,
    groups_of,
)
from explorer.domain.tongue import mark, speaks_english, translate
from explorer.domain.words import date_in_words

#: More values than this are counted, not listed.
_LISTED: Final = 3

#: Letters of a value that are shown: a citation may be long.
_LONGEST: Final = 60

# For one value or several joined by "or": chosen, all wanted, excluded.
_PHRASES: Final = {
    "relationship": (
        mark("Filter", "{values}", "relationships"),
        mark("Filter", "{values}", "relationships"),
        mark("Filter", "not {values}", "relationships"),
    ),
    "kind": (
        mark("Filter", "{values}", "kinds"),
        mark("Filter", "{values}", "kinds"),
        mark("Filter", "no {values}", "kinds"),
    ),
    "person": (
        mark("Filter", "with {values}", "people"),
        mark("Filter", "with {values}", "people"),
        mark("Filter", "without {values}", "people"),
    ),
    "place": (
        mark("Filter", "at {values}", "places"),
        mark("Filter", "at {values}", "places"),
        mark("Filter", "not at {values}", "places"),
    ),
    "country": (
        mark("Filter", "in {values}", "countries"),
        mark("Filter", "in {values}", "countries"),
        mark("Filter", "not in {values}", "countries"),
    ),
    "basis": (
        mark("Filter", "{values} the article", "values: named in, alluded to in, context beyond"),
        mark("Filter", "{values} the article", "values: named in, alluded to in, context beyond"),
        mark("Filter", "not {values} the article", "values: named in, alluded to in, context beyond"),
    ),
    "claim": (
        mark("Filter", "serving the claim {values}"),
        mark("Filter", "serving the claims {values}"),
        mark("Filter", "not serving the claim {values}"),
    ),
    "source": (
        mark("Filter", "citing {values}"),
        mark("Filter", "citing {values}"),
        mark("Filter", "not citing {values}"),
    ),
    "mine": (
        mark("Filter", "{values}", "marks"),
        mark("Filter", "{values}", "marks"),
        mark("Filter", "not {values}", "marks"),
    ),
}
_NOTES: Final = {
    "relationship": "relationships",
    "kind": "kinds",
    "person": "people",
    "place": "places",
    "country": "countries",
    "basis": "values: named in, alluded to in, context beyond",
    "mine": "marks",
}
_WORDS: Final = {
    "basis": {
        "named": mark("Filter", "named in"),
        "alluded": mark("Filter", "alluded to in"),
        "context": mark("Filter", "context beyond"),
    },
    "mine": {
        "starred": mark("Filter", "starred by you"),
        "noted": mark("Filter", "noted by you"),
    },
}

#: The terms of a search by field: identifiers and numbers; texts; dates, each also for certain.
_TERMS: Final = {
    "relationship": mark("Filter", "relationship {values}", "a term of a search"),
    "kind": mark("Filter", "kind {values}", "a term of a search"),
    "person": mark("Filter", "person {values}", "a term of a search"),
    "country": mark("Filter", "country {values}", "a term of a search"),
    "basis": mark("Filter", "basis {values}", "a term of a search"),
    "claim": mark("Filter", "claim {values}", "a term of a search"),
    "source": mark("Filter", "source {values}", "a term of a search"),
    "id": mark("Filter", "identifier {values}", "a term of a search"),
    "importance": mark("Filter", "importance {values}", "a term of a search"),
    "paragraph": mark("Filter", "paragraph {values}", "a term of a search"),
}
_TEXTS: Final = {
    "": mark("Filter", "naming {values}"),
    "note": mark("Filter", "naming {values} in your notes"),
    "title": mark("Filter", "naming {values} in the title"),
    "summary": mark("Filter", "naming {values} in the summary"),
    "people": mark("Filter", "naming {values} in the people"),
    "place": mark("Filter", "naming {values} in the place"),
    "commentary": mark("Filter", "naming {values} in the commentary"),
}
_DATES: Final = {
    "after": (mark("Filter", "after {dates}"), mark("Filter", "certainly after {dates}")),
    "before": (mark("Filter", "before {dates}"), mark("Filter", "certainly before {dates}")),
    "since": (mark("Filter", "since {dates}"), mark("Filter", "certainly since {dates}")),
    "until": (mark("Filter", "until {dates}"), mark("Filter", "certainly until {dates}")),
    "during": (mark("Filter", "during {dates}"), mark("Filter", "certainly during {dates}")),
    "begins": (mark("Filter", "beginning in {dates}"), mark("Filter", "certainly beginning in {dates}")),
    "ends": (mark("Filter", "ending in {dates}"), mark("Filter", "certainly ending in {dates}")),
    "underway": (mark("Filter", "under way in {dates}"), mark("Filter", "certainly under way in {dates}")),
    "throughout": (
        mark("Filter", "under way throughout {dates}"),
        mark("Filter", "certainly under way throughout {dates}"),
    ),
}
_RANGES: Final = (
    (">=", mark("Filter", "{n} or more")),
    ("<=", mark("Filter", "{n} or less")),
    (">", mark("Filter", "more than {n}")),
    ("<", mark("Filter", "less than {n}")),
)


def facet_in_words(
    facet: str,
    slugs: Iterable[str],
    label_of: Callable[[str, str], str],
    wants_all: bool = False,
    is_excluded: bool = False,
) -> str:
    """What a filter says of the values chosen or excluded in a facet.

    >>> facet_in_words("kind", {"letter", "call"}, lambda facet, slug: slug.capitalize())
    'calls and letters'
    >>> facet_in_words("person", {"Xi", "Trump"}, lambda facet, slug: slug, wants_all=True)
    'with both Trump and Xi'
    """
    words = {slug: translate("Filter", word) for slug, word in _WORDS.get(facet, {}).items()}
    labels = sorted((words.get(slug) or label_of(facet, slug) for slug in slugs), key=str.casefold)
    wants_all = wants_all and len(labels) > 1
    if len(labels) > _LISTED:
        values = number_of_values(facet, len(labels))
        if is_excluded:
            return translate("Filter", "none of {values}").format(values=values)
        if wants_all:
            return translate("Filter", "all of {values}").format(values=values)
        return translate("Filter", "any of {values}").format(values=values)
    # Only of English words the plural is known: letters and calls.
    is_plural = facet == "kind" and speaks_english()
    if is_plural:
        labels = [plural(label) for label in labels]
    if facet == "source":
        labels = [quoted(_shortened(label)) for label in labels]
    chosen, together, excluded = _PHRASES[facet]
    note = _NOTES.get(facet, "")
    if is_excluded:
        return translate("Filter", excluded, note).format(values=with_or(labels))
    if wants_all and len(labels) == 2:
        both = translate("Filter", "both {first} and {last}").format(first=labels[0], last=labels[1])
        return translate("Filter", together, note).format(values=both)
    if wants_all:
        return translate("Filter", together, note).format(values=with_and(labels))
    # Letters and calls: one event is one of them, all events together are both.
    listed = with_and(labels) if is_plural else with_or(labels)
    return translate("Filter", chosen, note).format(values=listed)


def query_in_words(query: Query) -> str:
    """What a search says: its words as they were typed, or each of its terms.

    >>> from explorer.domain.query import parse_query
    >>> query_in_words(parse_query("Khashoggi’s  fate"))
    'naming “Khashoggi’s  fate”'
    >>> query_in_words(parse_query("kim -trump kind:letter,call certainly-after:2018-03"))
    'naming “kim”, not naming “trump”, kind “letter” or “call”, certainly after March 2018'
    """
    text = query.text.strip()
    if query.is_plain or not query.terms:
        return translate("Filter", _TEXTS[""]).format(values=quoted(text))
    if len(query.terms) == 1 and isinstance(query.terms[0], EitherTerm) and not query.terms[0].is_excluded:
        return _either_in_words(query.terms[0])
    return _terms_in_words(query.terms)


def _terms_in_words(terms: Iterable[Term]) -> str:
    return ", ".join(or_each([_term_in_words(term) for term in group]) for group in groups_of(terms))


def _either_in_words(term: EitherTerm) -> str:
    """The choices, in brackets where one of them has several terms."""
    choices = [
        f"({_terms_in_words(choice)})" if len(choice) > 1 else _terms_in_words(choice)
        for choice in term.choices
    ]
    return or_each(choices)


def _term_in_words(term: Term) -> str:
    if isinstance(term, EitherTerm):
        said = f"({_either_in_words(term)})"
    elif isinstance(term, TextTerm):
        values = with_or([quoted(phrase.text) for phrase in term.phrases])
        said = translate("Filter", _TEXTS[term.field]).format(values=values)
    elif isinstance(term, FacetTerm) and term.field == "mine":
        said = with_or([translate("Filter", _WORDS["mine"][value.text]) for value in term.values])
    elif isinstance(term, DateTerm):
        dates = with_or([date_in_words(date_of(value.text)) for value in term.values])
        said = translate("Filter", _DATES[term.field][term.certainty == "certain"]).format(dates=dates)
    else:
        if isinstance(term, NumberTerm):
            values = with_or([_range_in_words(value.text) for value in term.values])
        else:
            joined = with_and if isinstance(term, FacetTerm) and term.wants_all else with_or
            values = joined([quoted(value.text) for value in term.values])
        said = translate("Filter", _TERMS[term.field], "a term of a search").format(values=values)
    return (
        translate("Filter", "not {said}", "a term of a search").format(said=said)
        if term.is_excluded
        else said
    )


def _range_in_words(text: str) -> str:
    """A range of numbers as it is written, in words.

    >>> [_range_in_words(text) for text in ("4", "2..4", ">=3", "<3")]
    ['4', '2 to 4', '3 or more', 'less than 3']
    """
    for sign, words in _RANGES:
        if text.startswith(sign):
            return translate("Filter", words).format(n=text.removeprefix(sign))
    first, dots, last = text.partition("..")
    return translate("Filter", "{first} to {last}").format(first=first, last=last) if dots else text


def plural(label: str) -> str:
    """A kind's label for several events, as it stands within a sentence.

    >>> [plural(label) for label in ("Crisis", "Sanction or tariff", "Policy decision", "Party", "NGO")]
    ['crises', 'sanctions or tariffs', 'policy decisions', 'parties', 'NGOs']
    """
    parts = [_plural_of_one(part) for part in label.split(" or ")]
    return " or ".join(parts)


def _plural_of_one(label: str) -> str:
    if label[1:2].islower():
        label = label[:1].lower() + label[1:]
    if label.endswith("is"):
        return label[:-2] + "es"
    if label.endswith("y") and label[-2:-1] not in "aeiou":
        return label[:-1] + "ies"
    return label + ("es" if label.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _shortened(label: str) -> str:
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1].rstrip() + "…"
