"""Why a search finds an event: which of its words stand in which of the event's texts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from explorer.domain.event import Event
from explorer.domain.folding import spans_of, words_of
from explorer.domain.query import Query, TextTerm
from explorer.domain.tongue import mark, translate

#: Reasons told of one event.
_MOST: Final = 4

_IN: Final = {
    "title": mark("Search", "“{words}” in the title"),
    "people": mark("Search", "“{words}” in the people"),
    "place": mark("Search", "“{words}” in the place"),
    "summary": mark("Search", "“{words}” in the summary"),
    "commentary": mark("Search", "“{words}” in the commentary"),
    "sources": mark("Search", "“{words}” in the sources"),
    "note": mark("Search", "“{words}” in your note"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """A text of an event, and the words of it that a search asks for, as they stand there."""

    field: str
    words: str

    @property
    def in_words(self) -> str:
        return translate("Search", _IN[self.field]).format(words=self.words)


def texts_of(event: Event, note: str) -> dict[str, Sequence[str]]:
    """The texts of an event that are searched, by field, those that say most first."""
    people = [" ".join((one.name, one.office, one.country)) for one in event.participants]
    place = event.place
    return {
        "title": (event.title, event.label),
        "people": people,
        "place": (f"{place.name} {place.country}",) if place is not None else (),
        "summary": (event.summary,),
        "commentary": [*(one.text for one in event.commentary), *event.record_notes],
        "sources": event.sources,
        "note": (note,),
    }


def reasons(query: Query, texts: Mapping[str, Sequence[str]]) -> list[Reason]:
    """For each word that a search asks for, the first text that has it."""
    found = (reason for term in query.wanted if isinstance(term, TextTerm) for reason in _first(term, texts))
    return list(dict.fromkeys(found))[:_MOST]


def _first(term: TextTerm, texts: Mapping[str, Sequence[str]]) -> Iterator[Reason]:
    for name, parts in texts.items():
        if term.field in ("", name):
            for text in parts:
                words = words_of(text)
                for phrase in term.phrases:
                    for first, last in spans_of(phrase, words):
                        # The whole of a word that was only begun.
                        end = next(word.offsets[-1] for word in words if word.offsets[-1] >= last)
                        yield Reason(name, text[first:end])
                        return
