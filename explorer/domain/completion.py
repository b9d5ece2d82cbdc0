"""What may be meant by what is being typed into the search box: fields of the language and values of facets.

The search box asks at each keystroke, with storage/vocabulary.py for the words of the texts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from explorer.domain.facet import Facet
from explorer.domain.folding import plain_name, words_of
from explorer.domain.index import EventIndex
from explorer.domain.query_parts import MARKS, QUOTES, Span, being_typed
from explorer.domain.tongue import counted, mark, translate

#: So many are offered at once.
OFFERED: Final = 12

#: Facets whose values are offered before any field is named, and so many of each.
_BARE: Final = ("person", "kind", "relationship", "country")
_OF_EACH: Final = 4

#: What a field asks for, with an example, to be translated where shown; the order is that of the offer.
EXPLAINED: Final = {
    "person": mark("Search", "who took part: person:kim"),
    "kind": mark("Search", "what happened: kind:letter,call"),
    "relationship": mark("Search", "between whom: relationship:Trump–Kim"),
    "country": mark("Search", "where: country:Japan"),
    "place": mark("Search", "words of the place: place:helsinki"),
    "after": mark("Search", "later than a date: after:2018-03"),
    "before": mark("Search", "earlier than a date: before:2018"),
    "during": mark("Search", "within a date: during:2018-06"),
    "in": mark("Search", "within a date: in:1980s"),
    "year": mark("Search", "within a year: year:2018"),
    "since": mark("Search", "from a date on: since:2018"),
    "until": mark("Search", "up to a date: until:2018-06"),
    "begins": mark("Search", "beginning within a date: begins:2018-06"),
    "ends": mark("Search", "ending within a date: ends:2018-06"),
    "underway": mark("Search", "under way at some time of it: underway:2018-06"),
    "throughout": mark("Search", "under way all the time: throughout:2018-06"),
    "certainly-after": mark("Search", "for certain later than a date"),
    "certainly-before": mark("Search", "for certain earlier than a date"),
    "certainly-during": mark("Search", "for certain within a date"),
    "certainly-since": mark("Search", "for certain from a date on"),
    "certainly-until": mark("Search", "for certain up to a date"),
    "certainly-in": mark("Search", "for certain within a date"),
    "certainly-year": mark("Search", "for certain within a year"),
    "certainly-begins": mark("Search", "for certain beginning within a date"),
    "certainly-ends": mark("Search", "for certain ending within a date"),
    "certainly-underway": mark("Search", "for certain under way at some time of it"),
    "certainly-throughout": mark("Search", "for certain under way all the time"),
    "claim": mark("Search", "the claim it serves: claim:3"),
    "basis": mark("Search", "named, alluded or context: basis:named"),
    "source": mark("Search", "words of a source: source:reuters"),
    "title": mark("Search", "words of the title: title:summit"),
    "summary": mark("Search", "words of the summary: summary:nuclear"),
    "people": mark("Search", "names, offices, countries: people:minister"),
    "commentary": mark("Search", "what is said of it: commentary:leverage"),
    "note": mark("Search", "your own notes: note:check"),
    "importance": mark("Search", "from 1 to 5: importance:>=4"),
    "paragraph": mark("Search", "where the article discusses it: paragraph:12"),
    "is": mark("Search", "is:starred, is:noted"),
    "has": mark("Search", "has:note, has:star"),
    "id": mark("Search", "one event by its identifier"),
}


@dataclass(frozen=True, slots=True)
class Completion:
    """Put `text` in place of `span`; `label` is what the list shows, `detail` what it adds in small."""

    span: Span
    text: str
    label: str
    detail: str = ""


def completions(
    text: str,
    cursor: int,
    index: EventIndex,
    counts: Mapping[str, Mapping[str, int]] | None = None,
) -> list[Completion]:
    """What the word at the cursor may become, the likeliest first, at most OFFERED; none at a blank.

    After the colon of a facet field its values: those that begin with what is typed, then those of which
    a word does; by `counts` (those of a Matched) where given, else in display order.
    """
    typed = being_typed(text, cursor)
    if typed is None:
        return []
    if typed.field:
        found = _values_of_field(typed.field, typed.text, typed.span, index, counts or {})
    else:
        found = _fields_and_values(typed.text, typed.span, index, counts or {})
    return [one for one, _ in zip(found, range(OFFERED), strict=False)]


def _fields_and_values(
    typed: str, span: Span, index: EventIndex, counts: Mapping[str, Mapping[str, int]]
) -> Iterator[Completion]:
    begun = plain_name(typed)
    if not begun:
        return
    for name, explained in EXPLAINED.items():
        if name.startswith(begun):
            yield Completion(span, f"{name}:", f"{name}:", translate("Search", explained))
    # Two letters say too little for a value of any facet.
    if len(begun) > 2:
        for name in _BARE:
            if name in index.facets:
                for code in _ranked(index.facets[name], begun, counts.get(name, {}))[:_OF_EACH]:
                    yield _of_value(index.facets[name], code, span, counts, f"{name}:")


def _values_of_field(
    field: str, typed: str, span: Span, index: EventIndex, counts: Mapping[str, Mapping[str, int]]
) -> Iterator[Completion]:
    if field in MARKS:
        for mark in MARKS[field]:
            if mark.startswith(typed.casefold()):
                yield Completion(span, mark, f"{field}:{mark}")
    elif field in index.facets:
        facet = index.facets[field]
        for code in _ranked(facet, plain_name(typed), counts.get(field, {})):
            yield _of_value(facet, code, span, counts)
    elif field == "importance":
        for said in ("5", ">=4", ">=3", "1..2"):
            if said.startswith(typed):
                yield Completion(span, said, f"{field}:{said}")


def _ranked(facet: Facet, begun: str, counts: Mapping[str, int]) -> list[int]:
    """The codes of the values that begin so, then of those a word of which does, each by count."""
    found: list[tuple[bool, int, int]] = []
    for code, (slug, label) in enumerate(zip(facet.slugs, facet.labels, strict=True)):
        names = (plain_name(label), plain_name(slug))
        begins = any(name.startswith(begun) for name in names)
        if begins or any(word.folded.startswith(begun) for name in (label, slug) for word in words_of(name)):
            found.append((not begins, -counts.get(slug, 0), code))
    return [code for _, _, code in sorted(found)]


def _of_value(
    facet: Facet, code: int, span: Span, counts: Mapping[str, Mapping[str, int]], before: str = ""
) -> Completion:
    slug = facet.slugs[code]
    label = facet.label_of(slug)
    count = counts.get(facet.name, {}).get(slug)
    one, many = translate("Search", "{n} event"), translate("Search", "{n} events")
    detail = "" if count is None else counted(count, one, many)
    return Completion(span, before + written(slug), before + label, detail)


def written(value: str) -> str:
    """A value as the language reads it whole: in quotation marks where it would fall apart.

    >>> written("Kim Jong Un"), written("letter")
    ('"Kim Jong Un"', 'letter')
    """
    value = value.translate(QUOTES).replace('"', " ").strip()
    return f'"{value}"' if any(letter.isspace() or letter in ",+" for letter in value) else value
