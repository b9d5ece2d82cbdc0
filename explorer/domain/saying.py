"""The values of a facet and a search in English: what the chips and the sentence of a filter say."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from explorer.domain.edtf import parse
from explorer.domain.query import DateTerm, FacetTerm, NumberTerm, Query, Term, TextTerm
from explorer.domain.words import date_in_words

#: More values than this are counted, not listed.
_LISTED: Final = 3

#: Letters of a value that are shown: a citation may be long.
_LONGEST: Final = 60

# For one value or several joined by "or": chosen, all wanted, excluded.
_PHRASES: Final = {
    "relationship": ("{}", "{}", "not {}"),
    "kind": ("{}", "{}", "no {}"),
    "person": ("with {}", "with {}", "without {}"),
    "place": ("at {}", "at {}", "not at {}"),
    "country": ("in {}", "in {}", "not in {}"),
    "basis": ("{} the article", "{} the article", "not {} the article"),
    "claim": ("serving the claim {}", "serving the claims {}", "not serving the claim {}"),
    "source": ("citing {}", "citing {}", "not citing {}"),
    "mine": ("{}", "{}", "not {}"),
}
_PLURALS: Final = {
    "relationship": "relationships",
    "kind": "kinds",
    "person": "people",
    "place": "places",
    "country": "countries",
    "basis": "bases",
    "claim": "claims",
    "source": "sources",
    "mine": "marks of yours",
}
_WORDS: Final = {
    "basis": {"named": "named in", "alluded": "alluded to in", "context": "context beyond"},
    "mine": {"starred": "starred by you", "noted": "noted by you"},
}


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
    words = _WORDS.get(facet, {})
    labels = sorted((words.get(slug) or label_of(facet, slug) for slug in slugs), key=str.casefold)
    chosen, together, excluded = _PHRASES[facet]
    wants_all = wants_all and len(labels) > 1
    if len(labels) > _LISTED:
        counted = f"{len(labels)} {_PLURALS[facet]}"
        if is_excluded:
            return f"none of {counted}"
        return f"all of {counted}" if wants_all else f"any of {counted}"
    if facet == "kind":
        labels = [plural(label) for label in labels]
    if facet == "source":
        labels = [f"“{_shortened(label)}”" for label in labels]
    if is_excluded:
        return excluded.format(_listed(labels, "or"))
    if wants_all:
        both = "both " if len(labels) == 2 else ""
        return together.format(both + _listed(labels, "and"))
    # Letters and calls: one event is one of them, all events together are both.
    return chosen.format(_listed(labels, "and" if facet == "kind" else "or"))


def query_in_words(query: Query) -> str:
    """What a search says: its words as they were typed, or each of its terms in English.

    >>> from explorer.domain.query import parse_query
    >>> query_in_words(parse_query("Khashoggi’s  fate"))
    'naming “Khashoggi’s  fate”'
    >>> query_in_words(parse_query("kim -trump kind:letter,call certainly-after:2018-03"))
    'naming “kim”, not naming “trump”, kind “letter” or “call”, certainly after March 2018'
    """
    text = query.text.strip()
    if query.is_plain or not query.terms:
        return f"naming “{text}”"
    return ", ".join(" or ".join(_term_in_words(term) for term in terms) for terms in query.groups)


def _term_in_words(term: Term) -> str:
    sure = ""
    if isinstance(term, TextTerm):
        said = "naming " + _listed([f"“{phrase.text}”" for phrase in term.phrases], "or")
        said += {"": "", "note": " in your notes"}.get(term.field, f" in the {term.field}")
    elif isinstance(term, FacetTerm) and term.field == "mine":
        said = _listed([_WORDS["mine"][value.text] for value in term.values], "or")
    elif isinstance(term, DateTerm):
        sure = "certainly " if term.certainty == "certain" else ""
        said = f"{term.field} " + _listed([date_in_words(parse(value.text)) for value in term.values], "or")
    elif isinstance(term, NumberTerm):
        said = f"{term.field} " + _listed([_range_in_words(value.text) for value in term.values], "or")
    else:
        name = "identifier" if term.field == "id" else term.field
        joint = "and" if isinstance(term, FacetTerm) and term.wants_all else "or"
        said = f"{name} " + _listed([f"“{value.text}”" for value in term.values], joint)
    return f"not {sure}{said}" if term.is_excluded else sure + said


def _range_in_words(text: str) -> str:
    """A range of numbers as it is written, in words.

    >>> [_range_in_words(text) for text in ("4", "2..4", ">=3", "<3")]
    ['4', '2 to 4', '3 or more', 'less than 3']
    """
    for sign, words in (
        (">=", "{} or more"),
        ("<=", "{} or less"),
        (">", "more than {}"),
        ("<", "less than {}"),
    ):
        if text.startswith(sign):
            return words.format(text.removeprefix(sign))
    return text.replace("..", " to ")


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


def _listed(labels: Sequence[str], joint: str) -> str:
    """ "a", "a or b", "a, b or c"."""
    *most, last = labels
    return f"{', '.join(most)} {joint} {last}" if most else last


def _shortened(label: str) -> str:
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1].rstrip() + "…"
