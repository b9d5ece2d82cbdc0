"""Finding what somebody means by a few letters: how well they stand in a text, in order, and where.

The command palette ranks its rows by this. Letters count without case and accents.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

#: What a letter is worth at the beginning of the text, of a word, next to the letter before, elsewhere.
_FIRST: Final = 10.0
_WORD: Final = 8.0
_NEXT: Final = 9.0
_ELSEWHERE: Final = 1.0

#: What each letter that is passed over costs, up to so many; and each letter of the text.
_PASSED: Final = 0.3
_MOST_PASSED: Final = 10
_LENGTH: Final = 0.02

#: Words found apart, in another order than written, count for less than the same words in their order.
_APART: Final = 0.8


@dataclass(frozen=True, slots=True)
class Hit:
    """`score` is higher the better; `places` are the positions of the letters found, ascending."""

    score: float
    places: tuple[int, ...]


def find(pattern: str, text: str) -> Hit | None:
    """How the letters of the pattern best stand in the text, None when they do not.

    They stand in order, anything between them; blanks do not matter, but words may also come in another
    order. An empty pattern is found everywhere, with a score of 0.
    """
    words = folded(pattern).split()
    if not words:
        return Hit(0.0, ())
    letters = folded(text)
    hit = _best("".join(words), letters)
    if len(words) == 1:
        return hit
    apart = [_best(word, letters) for word in words]
    known = [one for one in apart if one is not None]
    if len(known) == len(words):
        score = _APART * sum(one.score for one in known)
        if hit is None or score > hit.score:
            return Hit(score, tuple(sorted({place for one in known for place in one.places})))
    return hit


@lru_cache(maxsize=16_384)
def folded(text: str) -> str:
    """The text without case and accents, of the same length: letter for letter."""
    return "".join(map(_plain, text))


@lru_cache(maxsize=4_096)
def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0].casefold()
    if base in "–—‐":
        return "-"
    return base if len(base) == 1 else letter


def _best(word: str, letters: str) -> Hit | None:
    """The best way to find the letters of `word` in order in `letters`."""
    found = -1
    for letter in word:
        found = letters.find(letter, found + 1)
        if found < 0:
            return None
    whole = letters.find(word)
    if whole == 0 or (whole > 0 and _worth(letters, whole) == _WORD):
        # Nothing beats the word as it is, from the beginning of one.
        score = _worth(letters, whole) - _PASSED * min(whole, _MOST_PASSED) + _NEXT * (len(word) - 1)
        return _hit(score, word, letters, range(whole, whole + len(word)))
    worth = [_worth(letters, place) for place in range(len(letters))]
    # scores[place]: the best for the letters of the word so far, the last of them at this place.
    scores: dict[int, float] = {
        place: worth[place] - _PASSED * min(place, _MOST_PASSED)
        for place, letter in enumerate(letters)
        if letter == word[0]
    }
    ways: list[dict[int, int]] = []
    for letter in word[1:]:
        further: dict[int, float] = {}
        way: dict[int, int] = {}
        for place in range(len(letters)):
            if letters[place] != letter:
                continue
            for before, score in scores.items():
                if before >= place:
                    continue
                gap = place - before - 1
                new = score + (max(_NEXT, worth[place]) if not gap else worth[place])
                new -= _PASSED * min(gap, _MOST_PASSED)
                if new > further.get(place, float("-inf")):
                    further[place], way[place] = new, before
        scores = further
        ways.append(way)
    place = max(scores, key=lambda place: (scores[place], -place))
    places = [place]
    for way in reversed(ways):
        places.append(way[places[-1]])
    return _hit(scores[place], word, letters, reversed(places))


def _hit(score: float, word: str, letters: str, places: Iterable[int]) -> Hit:
    return Hit(score - _LENGTH * len(letters) + (_FIRST if word == letters else 0.0), tuple(places))


def _worth(letters: str, place: int) -> float:
    if place == 0:
        return _FIRST
    return _ELSEWHERE if letters[place - 1].isalnum() or not letters[place].isalnum() else _WORD
