"""What the search box offers while one types: fields and values, then words and titles of the database.

explorer.ui.collection asks on its worker thread.
"""

from collections.abc import Mapping
from typing import Any, Final

from explorer.domain.completion import Completion, completions, written
from explorer.domain.edtf import stored
from explorer.domain.index import EventIndex
from explorer.domain.query_parts import TEXT_FIELDS, being_typed
from explorer.domain.words import short_date
from explorer.storage.vocabulary import complete_titles, complete_words

#: So many in all, and of these words and titles at least.
MOST: Final = 10
_WORDS, _TITLES = 3, 3


def completed(
    connection: Any,
    index: EventIndex,
    counts: Mapping[str, Mapping[str, int]],
    text: str,
    cursor: int,
) -> list[Completion]:
    """What may go on from a text at a cursor, at most MOST. Raises DatabaseError."""
    typed = being_typed(text, cursor)
    if typed is None:
        return []
    found = completions(text, cursor, index, counts)
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
