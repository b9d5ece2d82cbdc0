"""Finding the events that a reader's search finds: domain/query.py reads it, this asks the database.

The window calls this at each keystroke, on a connection of its worker thread; whatever is typed, it is
never a syntax error. docs/decisions/0004 says how the answer becomes part of the one predicate.
"""

import functools
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from explorer import bundle
from explorer.domain import other_names
from explorer.domain.blocks import RIGHT_OF_WAY
from explorer.domain.folding import has_phrase
from explorer.domain.index import Bools, EventIndex
from explorer.domain.query import (
    DateTerm,
    EitherTerm,
    FacetTerm,
    IdTerm,
    NumberTerm,
    Query,
    Term,
    TextTerm,
    groups_of,
    parse_query,
)
from explorer.domain.query_rows import rows_of_dates, rows_of_facet, rows_of_importance
from explorer.storage.connection import room_for
from explorer.storage.spelling import Spelling, spelling_of
from explorer.storage.telling import telling

_Ints: TypeAlias = npt.NDArray[np.int64]

#: The reader's own notes, by the id of their event.
Notes: TypeAlias = Mapping[int, str]

# One text of ids instead of a row for each: a third of the time when many events match.
# As bytes: making letters of millions of them would hold up the main thread.
MATCHING: Final = "SELECT CAST(group_concat(rowid) AS BLOB) FROM event_text WHERE event_text MATCH ?"

#: The same within a stretch of ids, where that text would be too long.
MATCHING_BETWEEN: Final = f"{MATCHING} AND rowid BETWEEN ? AND ?"

#: The first of them, where the words are not the beginning of a single one.
FIRST: Final = "SELECT rowid FROM event_text WHERE event_text MATCH ? LIMIT ?"

# Looks a term up and walks on from there: FTS5 itself would first join the lists of all such terms.
BEGINNING: Final = "SELECT DISTINCT doc FROM event_text_terms WHERE term >= ? AND term < ? LIMIT ?"

BY_SLUG: Final = "SELECT id FROM events WHERE slug = ?"
BY_SLUGS: Final = "SELECT id FROM events WHERE slug >= ? AND slug < ?"

# CROSS: the few passages first.
BY_PARAGRAPH: Final = """
    SELECT x.event_id FROM passages CROSS JOIN passage_events x ON x.passage_id = passages.id
     WHERE passages.number BETWEEN ? AND ?
"""

#: Ids in the text of ids that SQLite makes at once, and bytes of each.
_TOGETHER: Final = 2**24
_DIGITS: Final = 21

#: Bytes of a list of ids that are read at once.
_PARSED: Final = 2**18

_NONE: Final = np.empty(0, np.int64)

#: Greater than every character that a text may hold.
_LAST: Final = "\U0010ffff"


other_names.learn(lambda: bundle.path("resources", "search", "names.txt").read_text(encoding="utf-8"))
# What was read without them, as the words of a call are.
parse_query.cache_clear()


@telling
def search_rows(
    connection: sqlite3.Connection, index: EventIndex, text: str, notes: Notes | None = None
) -> Bools | None:
    """What EventIndex.mask wants as `found`: a mask of the events found, None for a blank text.

    Words are looked for in the reader's own notes as well. The identifier of an event finds that event. A
    text without anything to look for, or of which nothing can be understood, finds everything.
    Raises DatabaseError.
    """
    if not text.strip():
        return None
    query = parse_query(text)
    if not query.terms:
        return np.ones(len(index), np.bool_)
    search = _Search(connection, index, notes or {})
    mask = search.all(query.terms)
    if query.is_bare:
        mask[index.rows_of(_ids(connection.execute(BY_SLUG, (_encodable(text.strip()),))))] = True
    return mask


@telling
def first_hits(connection: sqlite3.Connection, text: str, limit: int = 50) -> list[int]:
    """Some of what search_rows finds in the texts, up to `limit` ids in no order of merit, at once.

    The time depends on `limit` alone for the beginning of one word, however many events have it; several
    words are looked for as search_rows does it, and then cut off. A search for anything but words has no
    first hits. Raises DatabaseError.
    """
    query = parse_query(text)
    if not query.terms or not all(
        isinstance(term, TextTerm) and term.field != "note" for term in query.terms
    ):
        return []
    # A slug is exact: worth more than any word.
    hits: list[int] = [event_id for (event_id,) in connection.execute(BY_SLUG, (_encodable(text.strip()),))]
    words = [phrase for term in query.terms if isinstance(term, TextTerm) for phrase in term.phrases]
    if query.is_plain and len(words) == 1 and words[0].is_open and len(words[0].words) == 1:
        word = words[0].words[0]
        hits += [event_id for (event_id,) in connection.execute(BEGINNING, (word, word + _LAST, limit))]
    if len(hits) < limit and (expression := expression_of(query)):
        # Few events then, or a letter that SQLite folds in another way: quick, or else needed.
        hits += [event_id for (event_id,) in connection.execute(FIRST, (expression, limit))]
    return list(dict.fromkeys(hits))[:limit]


def expression_of(query: Query) -> str:
    """The texts that a query looks for as an FTS5 query; '' when there are none.

    >>> expression_of(parse_query('Khashoggi’s "bin Salman" COVID-19'))
    '"khashoggi"* "bin salman" "covid 19"*'
    >>> expression_of(parse_query("title:summit -call"))
    '(title : ("summit"*)) NOT ("call"*)'
    """
    spelling = Spelling()
    terms = [term for term in query.terms if isinstance(term, TextTerm) and term.field != "note"]
    wanted = [_expression(term, spelling) for term in terms if not term.is_excluded]
    if not wanted:
        return ""
    if query.is_plain:
        return " ".join(wanted)
    joined = " AND ".join(f"({one})" for one in wanted)
    # One after another: a chain of NOT grows to the left.
    return joined + "".join(f" NOT ({_expression(term, spelling)})" for term in terms if term.is_excluded)


def _expression(term: TextTerm, spelling: Spelling) -> str:
    either = " OR ".join(way for phrase in term.phrases for way in spelling.ways(phrase))
    return f"{term.field} : ({either})" if term.field else either


def _is_words(term: Term) -> bool:
    """Whether a term wants words of the full text, which are asked for together."""
    return isinstance(term, TextTerm) and term.field != "note" and not term.is_excluded


class _Search:
    """Asks a database for the rows of one term after another."""

    def __init__(self, connection: sqlite3.Connection, index: EventIndex, notes: Notes) -> None:
        self._connection, self._index, self._notes = connection, index, notes

    @functools.cached_property
    def _spelling(self) -> Spelling:
        return spelling_of(self._connection, self._index)

    @functools.cached_property
    def _stretches(self) -> list[tuple[()] | tuple[int, int]]:
        """Stretches of ids, from first to last, each of no more than so many events; () stands for all."""
        ids = self._index.ids
        if len(ids) <= _TOGETHER:
            return [()]
        least, most = int(ids.min()), int(ids.max())
        is_dense = most - least < 2 * len(ids)
        cuts = range(least, most + 1, _TOGETHER) if is_dense else np.sort(ids)[::_TOGETHER].tolist()
        return [(first, next_ - 1) for first, next_ in pairwise([*cuts, most + 1])]

    def all(self, terms: Iterable[Term]) -> Bools:
        """A mask of the events that pass all of some terms."""
        terms = list(terms)
        mask = self.words([term for term in terms if _is_words(term)])
        for group in groups_of(terms):
            if _is_words(group[0]):
                continue
            passing = self.rows(group[0])
            for term in group[1:]:
                passing |= self.rows(term)
            if group[0].is_excluded:
                np.logical_not(passing, out=passing)
            mask &= passing
        return mask

    def words(self, terms: list[Term]) -> Bools:
        """A mask of the events that have every one of some terms of text, in the full text or a note."""
        texts = [term for term in terms if isinstance(term, TextTerm)]
        if not texts:
            return np.ones(len(self._index), np.bool_)
        mask = self._found(texts)
        # What a note has need not be in the event's text: only the rest is asked for there.
        lacking: dict[tuple[int, ...], list[int]] = {}
        for event, note in self._notes.items():
            missing = tuple(at for at, term in enumerate(texts) if not _is_in_note(term, note))
            if len(missing) < len(texts):
                lacking.setdefault(missing, []).append(event)
        for missing, noted in lacking.items():
            rows = self._index.rows_of(np.array(noted, np.int64))
            mask[rows] |= self._found([texts[at] for at in missing])[rows] if missing else True
        return mask

    def _found(self, terms: list[TextTerm]) -> Bools:
        """A mask of the events whose texts have every one of some terms."""
        spelling = self._spelling
        to_read = [term for term in terms if spelling.reads(term)]
        known = [term for term in terms if not spelling.reads(term)]
        mask = self._matching(self._together(known)) if known else np.ones(len(self._index), np.bool_)
        if to_read:
            mask &= self._read(spelling.scripted, to_read)
        if len(spelling.unseen):
            mask[self._index.rows_of(spelling.unseen)] = False
            mask |= self._read(spelling.unseen, terms)
        return mask

    def _together(self, terms: list[TextTerm]) -> str:
        return " AND ".join(f"({_expression(term, self._spelling)})" for term in terms)

    def _read(self, ids: _Ints, terms: list[TextTerm]) -> Bools:
        """A mask of those of some events that have every one of some terms, which are read."""
        found = [event for event, has in self._spelling.read(self._connection, ids, terms) if all(has)]
        return self._mask(np.array(found, np.int64))

    def rows(self, term: Term) -> Bools:
        """A mask of the events that a term lets pass, whether or not it excludes them."""
        if isinstance(term, EitherTerm):
            passing = self.all(term.choices[0])
            for choice in term.choices[1:]:
                passing |= self.all(choice)
            return passing
        if isinstance(term, FacetTerm):
            return rows_of_facet(term, self._index)
        if isinstance(term, DateTerm):
            return rows_of_dates(term, self._index)
        if isinstance(term, NumberTerm) and term.field == "importance":
            return rows_of_importance(term, self._index)
        if isinstance(term, TextTerm):
            noted = [event for event, note in self._notes.items() if _is_in_note(term, note)]
            mask = self._mask(_NONE) if term.field == "note" else self._found([term])
            mask[self._index.rows_of(np.array(noted, np.int64))] = True
            return mask
        ids = self._paragraphs(term) if isinstance(term, NumberTerm) else self._named(term)
        return self._mask(np.array(ids, np.int64))

    def _matching(self, expression: str) -> Bools:
        mask = np.zeros(len(self._index), np.bool_)
        if not expression or not len(mask):
            return mask
        for stretch in self._stretches:
            statement = MATCHING_BETWEEN if stretch else MATCHING
            with room_for(self._connection, min(len(mask), _TOGETHER) * _DIGITS):
                (found,) = self._connection.execute(statement, (expression, *stretch)).fetchone()
            for ids in _parsed(found or b""):
                mask[self._index.rows_of(ids)] = True
        return mask

    def _mask(self, ids: _Ints) -> Bools:
        mask = np.zeros(len(self._index), np.bool_)
        mask[self._index.rows_of(ids)] = True
        return mask

    def _paragraphs(self, term: NumberTerm) -> list[int]:
        return [
            event for numbers in term.ranges for (event,) in self._connection.execute(BY_PARAGRAPH, numbers)
        ]

    def _named(self, term: IdTerm) -> list[int]:
        found: list[int] = []
        for value in term.values:
            slug = _encodable(value.text)
            if slug.endswith("*") and not value.is_quoted:
                beginning = slug.rstrip("*")
                rows = self._connection.execute(BY_SLUGS, (beginning, beginning + _LAST))
            else:
                rows = self._connection.execute(BY_SLUG, (slug,))
            found += [event for (event,) in rows]
        return found


def _is_in_note(term: TextTerm, note: str) -> bool:
    return term.field in {"", "note"} and any(has_phrase(phrase, note) for phrase in term.phrases)


def _encodable(text: str) -> str:
    # What cannot be encoded (from a command line of another encoding) cannot be in the database.
    return text.encode("utf-8", "ignore").decode()


def _parsed(numbers: bytes) -> Iterator[_Ints]:
    """The numbers that commas part, some thousands at a time: nothing else runs while one is read."""
    begin = 0
    while begin < len(numbers):
        end = numbers.find(b",", begin + _PARSED)
        end = len(numbers) if end < 0 else end
        yield np.fromstring(numbers[begin:end], np.int64, sep=",")
        begin = end + 1
        RIGHT_OF_WAY.pass_()


def _ids(rows: Iterable[tuple[int]]) -> _Ints:
    return np.array([event for (event,) in rows], np.int64)
