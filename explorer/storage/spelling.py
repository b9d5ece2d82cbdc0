"""Words that the full-text index spells or parts in another way than a search does.

SQLite's index keeps ß, ł and full-width letters as they are, parts words at marks of many scripts and at
what cannot be seen, and takes a run of Chinese for one word. A Spelling knows how the terms of an index
differ from our words, and which events must be read instead; storage/search.py asks it. It is made once for
a file: in a large one aside (`postpone`), so that no search waits for it.
"""

import itertools
import json
import re
import sqlite3
import threading
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from explorer.domain.blocks import RIGHT_OF_WAY
from explorer.domain.folding import Phrase, end_of, has_unspaced, words_in
from explorer.domain.index import EventIndex
from explorer.domain.query import TextTerm
from explorer.storage.telling import telling

_Ints: TypeAlias = npt.NDArray[np.int64]

#: The words of one event by the name of the column, each between blanks.
_Texts: TypeAlias = dict[str, str]

#: One row for each term of the index: of the connection alone, nothing is written into the file.
VOCABULARY: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.event_text_words USING fts5vocab(main, event_text, row)"
)
TERMS: Final = "SELECT term, doc FROM temp.event_text_words"

#: All that is searched, text by text.
ALL: Final = "SELECT * FROM event_text_source"
SOME: Final = "SELECT * FROM event_text_source WHERE id IN (SELECT value FROM json_each(?))"

#: What cannot be seen, and marks that the index takes for the end of a word though its letters know none.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u0332-\u036f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)

#: Letters of scripts with such marks of their own, from Hebrew to Tai Tham; Hangul stands between them.
_MARKED: Final = re.compile("[\u0590-\u10ff\u1200-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefc]")

#: Events read at once, and those whose words are kept.
_TOGETHER: Final = 500
_KEPT: Final = 50_000

#: Ways to spell one phrase that are asked for.
_WAYS: Final = 256


@dataclass(eq=False)
class Spelling:
    """`terms` are pairs of a word as we fold it and the term of the index, in order, where these differ.

    `unseen` are the ids of events in which any word may be parted otherwise, `scripted` of those in scripts
    that the index parts otherwise.
    """

    terms: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    is_postponed: bool = False
    unseen: _Ints = field(default_factory=lambda: np.empty(0, np.int64))
    scripted: _Ints = field(default_factory=lambda: np.empty(0, np.int64))
    _known: dict[int, _Texts] = field(default_factory=dict[int, _Texts])

    def ways(self, phrase: Phrase) -> list[str]:
        """How the index may spell a phrase: expressions of FTS5, each sufficient."""
        if not self.terms:
            return [f'"{" ".join(phrase.words)}"{"*" if phrase.is_open else ""}']
        words = [
            self._spelt(word, is_open=phrase.is_open and at == len(phrase.words) - 1)
            for at, word in enumerate(phrase.words)
        ]
        ways = itertools.islice(itertools.product(*words), _WAYS)
        return [f'"{" ".join(text for text, _ in way)}"{star}' for way in ways for _, star in way[-1:]]

    def _spelt(self, word: str, *, is_open: bool) -> list[tuple[str, str]]:
        """The terms for one word, each with "*" where it is the beginning of one."""
        found = {(word, "*" if is_open else ""): None}
        for at in range(bisect_left(self.terms, (word, "")), len(self.terms)):
            plain, term = self.terms[at]
            if plain != word and not (is_open and plain.startswith(word)):
                break
            found[_part(term, word, is_open=is_open)] = None
        return list(found)

    def reads(self, term: TextTerm) -> bool:
        """Whether the index knows nothing of a term's words, which must be read."""
        return any(
            not word.isascii() and (has_unspaced(word) or _MARKED.search(word))
            for one in term.phrases
            for word in one.words
        )

    def read(
        self, connection: sqlite3.Connection, ids: _Ints, terms: Iterable[TextTerm]
    ) -> Iterator[tuple[int, list[bool]]]:
        """For some events, which of some terms each has."""
        terms = list(terms)
        for event, texts in self._texts(connection, ids):
            yield event, [any(_has(texts, term.field, phrase) for phrase in term.phrases) for term in terms]

    def _texts(self, connection: sqlite3.Connection, ids: _Ints) -> Iterator[tuple[int, _Texts]]:
        for first in range(0, len(ids), _TOGETHER):
            RIGHT_OF_WAY.pass_()
            some: list[int] = ids[first : first + _TOGETHER].tolist()
            missing = [event for event in some if event not in self._known]
            yield from ((event, self._known[event]) for event in some if event in self._known)
            if missing:
                cursor = connection.execute(SOME, (json.dumps(missing),))
                names = [column[0] for column in cursor.description]
                for row in cursor:
                    texts = {
                        name: f" {' '.join(word.folded for word in words_in(text))} "
                        for name, text in zip(names[1:], row[1:], strict=True)
                    }
                    if len(self._known) < _KEPT:
                        self._known[row[0]] = texts
                    yield row[0], texts


_SPELLINGS: Final = WeakKeyDictionary[EventIndex, Spelling]()
_LOCK: Final = threading.Lock()


def spelling_of(connection: sqlite3.Connection, index: EventIndex) -> Spelling:
    """The spelling of a file, made now where there is none yet. Raises DatabaseError."""
    found = _SPELLINGS.get(index)
    if found is None:
        found = make_spelling(connection, index)
    return found


def postpone(index: EventIndex) -> None:
    """Search a file without a spelling until `make_spelling` has made one."""
    with _LOCK:
        _SPELLINGS[index] = Spelling(is_postponed=True)


def is_postponed(index: EventIndex) -> bool:
    """Whether a file is searched without a spelling by now."""
    found = _SPELLINGS.get(index)
    return found is not None and found.is_postponed


@telling
def make_spelling(connection: sqlite3.Connection, index: EventIndex) -> Spelling:
    """Make the spelling of a file, for all searches from now on. Raises DatabaseError."""
    terms: list[tuple[str, str]] = []
    for term, _ in vocabulary(connection):
        if not term.isascii():
            words = list(words_in(term))
            terms += [
                (word.folded, term)
                for word in words
                if not has_unspaced(word.folded) and (len(words) > 1 or word.folded != term)
            ]
    unseen: list[int] = []
    scripted: list[int] = []
    for number, (event, *texts) in enumerate(connection.execute(ALL)):
        if not number % _TOGETHER:
            RIGHT_OF_WAY.pass_()
        text = "\n".join(texts)
        if not text.isascii() or _UNSEEN.search(text):
            if _UNSEEN.search(text):
                unseen.append(event)
            if has_unspaced(text) or _MARKED.search(text):
                scripted.append(event)
    made = Spelling(
        sorted(set(terms)), unseen=np.array(unseen, np.int64), scripted=np.array(scripted, np.int64)
    )
    with _LOCK:
        _SPELLINGS[index] = made
    return made


def vocabulary(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """Every term of the full-text index, with how many events have it. Raises sqlite3.Error."""
    connection.execute("PRAGMA query_only = OFF")
    try:
        connection.execute(VOCABULARY)
    finally:
        connection.execute("PRAGMA query_only = ON")
    return connection.execute(TERMS)


def _part(term: str, word: str, *, is_open: bool) -> tuple[str, str]:
    """What of a term is enough to have a word, or its beginning."""
    first, *others = words_in(term)
    if not is_open or others:
        return term, ""
    return term[: end_of(first, len(word))], "*"


def _has(texts: _Texts, name: str, phrase: Phrase) -> bool:
    begin = "" if has_unspaced(phrase.words[0][:1]) else " "
    end = "" if phrase.is_open or has_unspaced(phrase.words[-1][-1:]) else " "
    sought = f"{begin}{' '.join(phrase.words)}{end}"
    return any(sought in text for column, text in texts.items() if not name or column == name)
