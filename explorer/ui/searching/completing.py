"""What the search box offers while one types: fields and values, then words and titles of the database.

explorer.ui.collection asks on its worker thread.
"""

from collections.abc import Mapping
from typing import Any, Final

from explorer.domain.completion import Completion, completions, written
from explorer.domain.edtf import stored
from explorer.domain.index import EventIndex, Matched
from explorer.domain.query_parts import TEXT_FIELDS, being_typed
from explorer.domain.readings import readings_at
from explorer.domain.words import short_date
from explorer.storage.offers import counted
from explorer.storage.vocabulary import complete_titles, complete_words
from explorer.ui.wording import events_in_words

#: So many in all, and of these words and titles at least.
MOST: Final = 10
_WORDS, _TITLES = 3, 3


def completed(
    connection: Any,
    index: EventIndex,
    matched: Matched,
    text: str,
    cursor: int,
    notes: Mapping[int, str],
) -> list[Completion]:
    """What may go on from a text at a cursor, at most MOST. Raises DatabaseError.

    A date may be meant as one, or as the words that it is written in.
    """
    typed = being_typed(text, cursor)
    readings = readings_at(text, cursor)
    offers = counted(connection, index, matched.filter, readings, notes)
    found = [
        Completion(one.span, one.text, one.words, events_in_words(offer.total))
        for one, offer in zip(readings, offers, strict=True)
    ]
    if typed is None:
        return found
    found += completions(text, cursor, index, matched.counts)
    texts: list[Completion] = []
    if not typed.field or typed.field in TEXT_FIELDS:
        before = f"{typed.field}:" if typed.field else ""
        texts = [
            Completion(typed.span, word, before + word, "word")
            for word in complete_words(connection, typed.text, _WORDS + 1)
            if word != typed.text.casefold()
        ][:_WORDS]
        if typed.field in ("", "title"):
            texts += [
                Completion(
                    typed.span, written(title.title), title.title, short_date(stored(title.start_edtf)[0])
                )
                for title in complete_titles(connection, typed.text, _TITLES)
            ]
    return found[: MOST - len(texts)] + texts
