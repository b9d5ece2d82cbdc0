"""Other names of people, countries and bodies, which a search takes for each other: MBS, DPRK, UN.

They stand in resources/search/names.txt; storage/search.py says where that is (`learn`).
"""

from collections.abc import Callable
from functools import cache

from explorer.domain.folding import words_of

#: What has the lines of the names, one for each that is named.
_sources: list[Callable[[], str]] = []


def learn(read: Callable[[], str]) -> None:
    """Take the names from what `read` gives, when they are first asked for."""
    _sources[:] = [read]
    _groups.cache_clear()


def other_names(text: str) -> tuple[str, ...]:
    """The other names of what a text names as a whole, none where it is no name that is known.

    Case does not matter, save for names that are common words: WHO is one, who is none.
    """
    names = _groups().get(_key(text), ())
    if not names or (f"!{_key(text)}" in _groups() and not text.isupper()):
        return ()
    return tuple(name for name in names if _key(name) != _key(text))


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for read in _sources:
        for line in read().splitlines():
            if line.strip() and not line.startswith("#"):
                names = [name.strip() for name in line.split("|")]
                plain = tuple(name.removeprefix("!") for name in names)
                groups |= {_key(name): plain for name in plain}
                groups |= {f"!{_key(name)}": () for name in names if name.startswith("!")}
    return groups


def _key(name: str) -> str:
    return " ".join(word.folded for word in words_of(name))
