"""Finding the events that a reader's words name: every word required, each as the start of a word.

The window calls this at each keystroke, on a connection of its worker thread; whatever is typed, it is
never a syntax error. docs/decisions/0004 says how the answer becomes part of the one predicate.
"""

import re
import sqlite3
import unicodedata
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from explorer.domain.index import Bools, EventIndex
from explorer.storage.opening import telling

_Ints: TypeAlias = npt.NDArray[np.int64]

# One text of ids instead of a row for each: a third of the time when many events match.
MATCHING: Final = "SELECT group_concat(rowid) FROM event_text WHERE event_text MATCH ?"

#: The first of them, where the words are not the beginning of a single one.
FIRST: Final = "SELECT rowid FROM event_text WHERE event_text MATCH ? LIMIT ?"

# Looks a term up and walks on from there: FTS5 itself would first join the lists of all such terms.
BEGINNING: Final = "SELECT DISTINCT doc FROM event_text_terms WHERE term >= ? AND term < ? LIMIT ?"

BY_SLUG: Final = "SELECT id FROM events WHERE slug = ?"

_PART: Final = re.compile(r'"([^"]*)("?)|([^\s"]+)')
_POSSESSIVE: Final = re.compile(r"['’][sS]?$")
_QUOTES: Final = str.maketrans("“”„«»", '"""""')


@telling
def search_ids(connection: sqlite3.Connection, text: str) -> _Ints:
    """The ids, ascending, of the events that have every word of the text in their full text.

    A word is the beginning of a word, without regard to letter case and diacritics; words in quotation
    marks must follow each other exactly. The slug of an event finds that event as well. A text without
    a letter or digit finds nothing. Raises DatabaseError.
    """
    # What cannot be encoded (from a command line of another encoding) cannot be in the database.
    text = text.encode("utf-8", "ignore").decode()
    query = match_expression(text)
    if not query:
        return np.empty(0, np.int64)
    found: str | None = connection.execute(MATCHING, (query,)).fetchone()[0]
    # FTS5 gives ids in ascending order.
    ids: _Ints = np.fromstring(found, np.int64, sep=",") if found else np.empty(0, np.int64)
    named: list[tuple[int]] = connection.execute(BY_SLUG, (text.strip(),)).fetchall()
    for (event_id,) in named:
        at = int(np.searchsorted(ids, event_id))
        if at == len(ids) or ids[at] != event_id:
            ids = np.insert(ids, at, event_id)
    return ids


def search_rows(connection: sqlite3.Connection, index: EventIndex, text: str) -> Bools | None:
    """What EventIndex.mask wants as `found`: a mask of the rows found, None for a blank text."""
    if not text.strip():
        return None
    mask = np.zeros(len(index), np.bool_)
    mask[index.rows_of(search_ids(connection, text))] = True
    return mask


@telling
def first_hits(connection: sqlite3.Connection, text: str, limit: int = 50) -> list[int]:
    """Some of what search_ids finds, up to `limit` ids in no order of merit, at once.

    The time depends on `limit` alone for the beginning of one word, however many events have it; several
    words are looked for as search_ids does it, and then cut off. Raises DatabaseError.
    """
    text = text.encode("utf-8", "ignore").decode()
    query = match_expression(text)
    if not query:
        return []
    # A slug is exact: worth more than any word.
    hits: list[int] = [event_id for (event_id,) in connection.execute(BY_SLUG, (text.strip(),))]
    word = _folded(query.removeprefix('"').removesuffix('"*'))
    if query.endswith("*") and word.isalnum():
        given = (word, word + "\U0010ffff", limit)
        hits += [event_id for (event_id,) in connection.execute(BEGINNING, given)]
    if len(hits) < limit:
        # Few events then, or a letter that SQLite folds in another way: quick, or else needed.
        hits += [event_id for (event_id,) in connection.execute(FIRST, (query, limit))]
    return list(dict.fromkeys(hits))[:limit]


def _folded(word: str) -> str:
    """A word as the index has it: without case and diacritics."""
    letters = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")


def match_expression(text: str) -> str:
    """The text as an FTS5 query that no character of it can break; '' when there is nothing to look for.

    >>> match_expression('Khashoggi’s "bin Salman" COVID-19')
    '"Khashoggi"* "bin Salman" "COVID-19"*'
    """
    terms: list[str] = []
    for phrase, closed, word in _PART.findall(text.translate(_QUOTES)):
        # “Khashoggi’s” is to find Khashoggi too.
        wanted = _clean(phrase or _POSSESSIVE.sub("", word))
        if wanted:
            # A phrase still being typed is not closed yet: its last word may go on.
            terms.append(f'"{wanted}"' if closed else f'"{wanted}"*')
    return " ".join(dict.fromkeys(terms))


def _clean(text: str) -> str:
    """The text without control characters, '' when the tokenizer would find no word in it."""
    text = "".join(letter for letter in text if letter.isprintable() or letter.isspace())
    # FTS5's unicode61 takes letters, numbers and private-use characters for words.
    return text if any(unicodedata.category(letter)[0] in "LN" for letter in text) else ""
