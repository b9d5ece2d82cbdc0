"""Words as a search compares them, without case and diacritics, and where they stand in a text.

The same words as SQLite's full-text index makes of a text: what the panel marks is what the index found.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its folded letter i begins at `offsets[i]`; the last of them is the word's end."""

    folded: str
    offsets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that follow each other; with `is_open` the last is the beginning of a word.

    `text` is what was written, without what could break a query of the full-text index.
    """

    text: str
    words: tuple[str, ...]
    is_open: bool


def phrase_of(text: str, is_open: bool) -> Phrase | None:
    """The phrase that a text writes, None when there is no word in it."""
    text = "".join(letter for letter in text if letter.isprintable() or letter.isspace())
    # What cannot be encoded (from a command line of another encoding) cannot be in a database.
    text = text.encode("utf-8", "ignore").decode().strip()
    words = tuple(word.folded for word in words_of(text))
    return Phrase(text, words, is_open) if words else None


def fold(text: str) -> str:
    """The text in small letters, without diacritics.

    >>> fold("Erdoğan in İzmir, Straße")
    'erdogan in izmir, straße'
    """
    return "".join(_folded(letter) for letter in text)


#: Letters that are another one with a stroke, or two in one: Unicode takes none of them apart.
_STROKES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)


def plain_name(text: str) -> str:
    """A name as it is typed on any keyboard: small letters without diacritics, strokes and long dashes.

    The full-text index tells more letters apart (see `fold`): this is for names of people and the like.

    >>> plain_name("Trump–Erdoğan, Wałęsa")
    'trump-erdogan, walesa'
    """
    return fold(text).translate(_STROKES).replace("–", "-")


@lru_cache(maxsize=16)
def plain_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """All these names so."""
    return tuple(map(plain_name, names))


@lru_cache(maxsize=2**15)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, in order: runs of letters and digits."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    letters: list[str] = []
    offsets: list[int] = []
    end = 0
    for at, letter in enumerate(text):
        if _is_letter(letter):
            letters.append(_folded(letter))
            offsets.append(at)
            end = at + 1
        elif unicodedata.category(letter)[0] == "M" and letters:
            # A mark belongs to the letter before it.
            end = at + 1
        elif letters:
            yield Word("".join(letters), (*offsets, end))
            letters, offsets = [], []
    if letters:
        yield Word("".join(letters), (*offsets, end))


def _is_letter(letter: str) -> bool:
    """Whether it is part of a word: a letter, a digit, or one of a font's own."""
    category = unicodedata.category(letter)
    return category[0] in "LN" or category == "Co"


@lru_cache(maxsize=2**12)
def _folded(letter: str) -> str:
    """One letter for each letter, nothing for a mark."""
    small = letter.lower()
    bare = "".join(
        part for part in unicodedata.normalize("NFD", small) if unicodedata.category(part)[0] != "M"
    )
    # A Hangul syllable is no letter with marks.
    return bare if len(bare) <= 1 else small[0]


def spans_of(phrase: Phrase, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where a phrase stands among the words of a text: from its first letter to the last one asked for."""
    size = len(phrase.words)
    for first in range(len(words) - size + 1):
        here = words[first : first + size]
        if all(word.folded == asked for word, asked in zip(here, phrase.words[:-1], strict=False)):
            last, asked = here[-1], phrase.words[-1]
            if last.folded == asked or (phrase.is_open and last.folded.startswith(asked)):
                yield here[0].offsets[0], last.offsets[len(asked)]


def is_blank(text: str) -> bool:
    """True when a text has no word: nothing can be looked for."""
    return not any(_is_letter(letter) for letter in text)


def has_phrase(phrase: Phrase, text: str) -> bool:
    return next(spans_of(phrase, words_of(text)), None) is not None
