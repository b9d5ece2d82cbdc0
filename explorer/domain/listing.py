"""Several things in one sentence, and words in quotation marks, as the language spoken has them."""

from collections.abc import Sequence
from functools import reduce

from explorer.domain.tongue import translate


def with_and(parts: Sequence[str]) -> str:
    """The parts as all of them.

    >>> with_and(["a"]), with_and(["a", "b"]), with_and(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    return _joined(parts, translate("Lists", "{first} and {last}"))


def with_or(parts: Sequence[str]) -> str:
    """The parts as one of them: "a, b or c"."""
    return _joined(parts, translate("Lists", "{first} or {last}"))


def or_each(parts: Sequence[str]) -> str:
    """The same where a part may have commas of its own: "a, b or c or d"."""
    template = translate("Lists", "{first} or {last}")
    return reduce(lambda first, last: template.format(first=first, last=last), parts)


def quoted(text: str) -> str:
    """The text in quotation marks."""
    return translate("Lists", "“{text}”").format(text=text)


def _joined(parts: Sequence[str], template: str) -> str:
    *most, last = parts
    return template.format(first=", ".join(most), last=last) if most else last
