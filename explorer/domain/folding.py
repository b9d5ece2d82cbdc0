"""Words as a search compares them, without case, marks and widths, and where they stand in a text.

What the panel marks is what the search found: storage/spelling.py finds the words that SQLite's full-text
index spells in another way.
"""

import re
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
    """The text in small letters as they are typed on any keyboard: without marks, strokes and odd widths.

    >>> fold("Erdoğan in İzmir, Große Straße, Wałęsa, ＮＡＴＯ")
    'erdogan in izmir, grosse strasse, walesa, nato'
    """
    return "".join(letter if (sign := _sign(letter)) is None else sign for letter in text)


#: Letters that are another one with a stroke, or two in one: Unicode takes none of them apart.
_STROKES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
     "ŧ": "t", "ŋ": "n", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y"}
)  # fmt: skip

#: Scripts that put no blank between words: there a word may stand anywhere.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u2e80-\u2fdf"
    "\u3005-\u3007\u3021-\u3029\u3031-\u303b\u3040-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
)

#: Voicing marks of Japanese: with them it is another letter. Vowels and finals of Korean, taken apart.
_JOINING = re.compile("[\u3099\u309a\u1160-\u11ff]")


def plain_name(text: str) -> str:
    """A name as it is typed on any keyboard: folded, and without long dashes.

    >>> plain_name("Trump–Erdoğan, Wałęsa")
    'trump-erdogan, walesa'
    """
    return fold(text).replace("–", "-")


@lru_cache(maxsize=16)
def plain_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """All these names so."""
    return tuple(map(plain_name, names))


@lru_cache(maxsize=2**15)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, in order: runs of letters and digits. Remembered, for names and what is shown."""
    return tuple(words_in(text))


def words_in(text: str) -> Iterator[Word]:
    """The same one by one, not remembered: for the texts of many events."""
    letters: list[str] = []
    offsets: list[int] = []
    end = 0
    is_unspaced = False
    for at, letter in enumerate(text):
        sign = _sign(letter)
        if not sign:
            # A mark belongs to the letter before it; what cannot be seen parts nothing.
            if sign is None and letters:
                yield Word("".join(letters), (*offsets, end))
                letters, offsets = [], []
            elif letters and _is_mark(letter):
                end = at + 1
            continue
        if letters and _JOINING.match(sign):
            joined = unicodedata.normalize("NFC", letters[-1] + sign)
            if len(joined) == 1:
                letters[-1] = joined
                end = at + 1
                continue
        was_unspaced, is_unspaced = is_unspaced, _is_unspaced(sign)
        if letters and was_unspaced is not is_unspaced:
            # 第2回: scripts that stand side by side are words of their own.
            yield Word("".join(letters), (*offsets, end))
            letters, offsets = [], []
        letters += sign
        offsets += [at] * len(sign)
        end = at + 1
    if letters:
        yield Word("".join(letters), (*offsets, end))


def has_unspaced(text: str) -> bool:
    """Whether a text has letters of a script without blanks between words."""
    return _UNSPACED.search(text) is not None


#: The same of what letters are folded to.
_is_unspaced = lru_cache(maxsize=2**13)(has_unspaced)


def _is_letter(letter: str) -> bool:
    """Whether it is part of a word: a letter, a digit, or one of a font's own."""
    category = unicodedata.category(letter)
    return category[0] in "LN" or category == "Co"


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "M"


@lru_cache(maxsize=2**13)
def _sign(letter: str) -> str | None:
    """What a letter is folded to, "" for marks and what cannot be seen, None for what parts words."""
    category = unicodedata.category(letter)
    if letter in "\u3099\u309a":
        return letter
    if (
        category[0] == "M"
        or category == "Cf"
        or letter == "\u0640"
        or (category == "Cc" and not letter.isspace())
    ):
        return ""
    if not _is_letter(letter):
        return None
    small = unicodedata.normalize("NFKC", letter).casefold()
    parts = unicodedata.normalize("NFD", small)
    bare = "".join(part for part in parts if not _is_mark(part) or _JOINING.match(part))
    folded = unicodedata.normalize("NFC", bare).translate(_STROKES)
    # Signs such as ½ come apart into what is no word.
    return (
        folded
        if folded and all(_is_letter(part) or _JOINING.match(part) for part in folded)
        else letter.lower()[:1]
    )


def spans_of(phrase: Phrase, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where a phrase stands among the words of a text: from its first letter to the last one asked for.

    Words of scripts without blanks may begin and end within what stands together.
    """
    size = len(phrase.words)
    begins_anywhere = has_unspaced(phrase.words[0][:1])
    ends_anywhere = phrase.is_open or has_unspaced(phrase.words[-1][-1:])
    for first in range(len(words) - size + 1):
        here = words[first : first + size]
        if any(word.folded != asked for word, asked in zip(here[1:-1], phrase.words[1:-1], strict=True)):
            continue
        asked, last = phrase.words[-1], here[-1]
        if size > 1:
            whole, begun = here[0].folded, phrase.words[0]
            starts = whole.endswith(begun) if begins_anywhere else whole == begun
            ends = last.folded.startswith(asked) if ends_anywhere else last.folded == asked
            if starts and ends:
                yield here[0].offsets[len(whole) - len(begun)], end_of(last, len(asked))
        elif begins_anywhere:
            at = last.folded.find(asked)
            while at >= 0:
                yield last.offsets[at], end_of(last, at + len(asked))
                at = last.folded.find(asked, at + len(asked))
        elif last.folded.startswith(asked) if ends_anywhere else last.folded == asked:
            yield last.offsets[0], end_of(last, len(asked))


def end_of(word: Word, size: int) -> int:
    """Where so many folded letters of a word end in its text: ß are two letters that end together."""
    begin = word.offsets[size - 1]
    return next(offset for offset in word.offsets[size:] if offset > begin)


def is_blank(text: str) -> bool:
    """True when a text has no word: nothing can be looked for."""
    return not any(_is_letter(letter) for letter in text)


def has_phrase(phrase: Phrase, text: str) -> bool:
    return next(spans_of(phrase, words_of(text)), None) is not None
