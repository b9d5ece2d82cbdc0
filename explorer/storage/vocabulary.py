"""Words and titles that begin as what is being typed: what the search box offers beside fields and values.

Both take a time that depends on what is offered, not on how many events there are.
"""

import sqlite3
from typing import Final

from explorer.domain.event import EventTitle
from explorer.domain.folding import words_in, words_of
from explorer.storage.reading import read_titles
from explorer.storage.spelling import vocabulary
from explorer.storage.telling import telling

# One term at a time: the table has a row for each occurrence, and the most frequent have millions.
NEXT: Final = "SELECT term FROM event_text_terms WHERE term >= ? AND term < ? LIMIT 1"

#: How often a term occurs, up to a limit.
OCCURRENCES: Final = "SELECT count(*) FROM (SELECT 1 FROM event_text_terms WHERE term = ? LIMIT ?)"

#: Events in whose titles a term occurs; only so many occurrences are looked at.
IN_TITLES: Final = """
    SELECT DISTINCT doc
      FROM (SELECT doc, col FROM event_text_terms WHERE term >= ? AND term < ? LIMIT ?)
     WHERE col = 'title' LIMIT ?
"""

#: Terms compared by how often they occur, and occurrences counted of each.
_COMPARED: Final = 24
_COUNTED: Final = 100
_LOOKED_AT: Final = 2_000

#: Below this, what is typed says too little.
LEAST: Final = 2

_LAST: Final = "\U0010ffff"


@telling
def complete_words(connection: sqlite3.Connection, begun: str, limit: int = 8) -> list[str]:
    """Words of the texts that begin so, folded as the index has them, the more frequent first.

    None for less than LEAST letters and for more than one word. Raises DatabaseError.
    """
    word = _word(begun)
    terms: list[tuple[int, str]] = []
    at = word
    while word and len(terms) < _COMPARED:
        found = connection.execute(NEXT, (at, word + _LAST)).fetchone()
        if found is None:
            break
        term: str = found[0]
        (times,) = connection.execute(OCCURRENCES, (term, _COUNTED)).fetchone()
        terms.append((-times, term))
        # Past all occurrences of that one.
        at = term + "\x01"
    return [term for _, term in sorted(terms)[:limit]]


@telling
def complete_titles(connection: sqlite3.Connection, begun: str, limit: int = 5) -> list[EventTitle]:
    """Events with a word in the title that begins so, in no order of merit. Raises DatabaseError."""
    word = _word(begun)
    if not word:
        return []
    rows = connection.execute(IN_TITLES, (word, word + _LAST, _LOOKED_AT, limit))
    return list(read_titles(connection, [event for (event,) in rows]).values())


@telling
def nearest_word(connection: sqlite3.Connection, word: str) -> str:
    """The word of the texts that a word is most likely a misspelling of, "" for none. Raises DatabaseError.

    Looks at every term of the index: only for what was not found.
    """
    most = 0 if len(word) < 4 else 1 if len(word) < 6 else 2
    best = (most + 1, 0, "")
    for term, events in vocabulary(connection):
        if most and abs(len(term) - len(word)) <= most:
            plain = next((word.folded for word in words_in(term)), "")
            away = distance(word, plain, best[0])
            if 0 < away < most + 1:
                best = min(best, (away, -events, plain))
    return best[2]


def distance(one: str, other: str, most: int) -> int:
    """Letters to change, leave out, put in or swap to get from one word to the other; at most `most` + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    line = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        further = [at + 1]
        for place, beside in enumerate(other):
            cost = min(line[place] + (letter != beside), line[place + 1] + 1, further[place] + 1)
            if at and place and letter == other[place - 1] and one[at - 1] == beside:
                cost = min(cost, before[place - 1] + 1)
            further.append(cost)
        if min(further) > most:
            return most + 1
        before, line = line, further
    return line[-1]


def _word(begun: str) -> str:
    words = words_of(begun)
    return words[0].folded if len(words) == 1 and len(words[0].folded) >= LEAST else ""
