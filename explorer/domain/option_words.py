"""Words of a call read in one pass, for lines from anywhere: argparse takes the square of their number.

`Options` is told of them as an argparse parser is, as far as domain/view_line.py does that, and means the
same by them: tests/test_view_line.py compares what either makes of a line.
"""

import argparse
import re
from collections.abc import Sequence
from typing import Any, Final

from explorer.domain.errors import ExplorerError
from explorer.domain.quoting import quotable
from explorer.domain.tongue import translate

_NEGATIVE: Final = re.compile(r"-(?:[0-9]+|[0-9]*\.[0-9]+)")


class WordError(ExplorerError):
    """Words are no options, or lack something."""


class Options:
    """What may stand in a line. Only what a line of a view needs of `add_argument` is understood."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, Any]] = {}

    def add_argument_group(self, *_: object) -> "Options":
        """Itself: groups are for help."""
        return self

    def add_argument(self, name: str, **how: Any) -> None:
        """Know an option."""
        self._known[name] = {"dest": name.lstrip("-").replace("-", "_"), **how}

    def read(self, words: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
        """The values of options, as argparse would give them, and what else was said. Raises WordError."""
        said: dict[str, Any] = {}
        for how in self._known.values():
            usual = False if how.get("action") == "store_true" else how.get("default")
            said[how["dest"]] = [] if isinstance(usual, list) else usual
        others: list[str] = []
        left = iter(words)
        for word in left:
            if word == "--":
                others += left
                break
            name, sign, value = word.partition("=")
            how = self._known.get(name)
            if how is None:
                if not _is_option(word):
                    others.append(word)
                    continue
                raise WordError(
                    translate("Errors", "“{option}” is no option of a view.").format(option=quotable(word))
                )
            if how.get("action") == "store_true":
                if sign:
                    raise WordError(translate("Errors", "{option} takes no value.").format(option=name))
                said[how["dest"]] = True
                continue
            if not sign:
                value = next(left, "--")
                if value == "--" or self._is_known(value) or _is_option(value):
                    raise WordError(translate("Errors", "{option} needs a value.").format(option=name))
            value = _converted(name, value, how)
            if how.get("action") == "append":
                said[how["dest"]].append(value)
            else:
                said[how["dest"]] = value
        return argparse.Namespace(**said), others

    def _is_known(self, word: str) -> bool:
        return word.partition("=")[0] in self._known


def _is_option(word: str) -> bool:
    """True for what argparse would take for an option that it does not know."""
    return word[:1] == "-" and len(word) > 1 and " " not in word and not _NEGATIVE.fullmatch(word)


def _converted(name: str, text: str, how: dict[str, Any]) -> Any:
    make, choices = how.get("type"), how.get("choices")
    try:
        value = make(text) if make is not None else text
    except argparse.ArgumentTypeError as error:
        raise WordError(f"{name}: {error}.") from error
    if choices is not None and value not in choices:
        raise WordError(
            translate("Errors", "{option} is {choices}, not “{text}”.").format(
                option=name, choices=", ".join(choices), text=quotable(text)
            )
        )
    return value
