"""The one way to standard output and standard error: no letter of a text acts on the terminal that shows it.

What comes from a database, a file's name or a call may hold escape sequences, line ends that forge a line, or
marks that turn the direction of what follows. All of that is written as Python would write it, \\x1b, in a
pipe as well: what reads it shows it somewhere. tests/cli/test_terminal.py holds that nothing else prints.
"""

import json
import re
import sys
from typing import IO, Any, Final

# Controls; line and paragraph separators; marks and overrides of direction; what is not seen, but for the
# joiners that Persian and emoji need; halves of a letter, which no terminal takes.
_ACTING: Final = re.compile(
    "[\0-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """The text on one line, each letter that would act written as an escape."""
    return _ACTING.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def visible_lines(text: str) -> str:
    """The same of a text of several lines, with tabs as they are."""
    return "\n".join("\t".join(map(visible, line.split("\t"))) for line in text.split("\n"))


def as_json(answer: Any) -> str:
    """The object as JSON in which nothing acts: it reads back as it was."""
    lines = json.dumps(answer, ensure_ascii=False, indent=2).split("\n")
    return "\n".join(_ACTING.sub(lambda found: json.dumps(found[0])[1:-1], line) for line in lines)


def tell(*lines: str) -> None:
    """Write lines on standard output."""
    sys.stdout.writelines(f"{visible(line)}\n" for line in lines)


def tell_json(answer: Any) -> None:
    """Write an object as JSON on standard output."""
    sys.stdout.write(f"{as_json(answer)}\n")


def warn(*lines: str) -> None:
    """Write lines on standard error, where there is one: on Windows a window has none."""
    if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison]
        sys.stderr.writelines(f"{visible(line)}\n" for line in lines)


def overwrite(text: str) -> None:
    """Write over the present line of standard error, from its beginning."""
    sys.stderr.write(f"\r{visible(text)}")
    sys.stderr.flush()


class Shown:
    """A stream of texts onto a terminal: what is written keeps its lines and tabs, and acts no further."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write on."""
        self._stream.write(visible_lines(text.replace("\r\n", "\n")))
        return len(text)

    def flush(self) -> None:
        """Have it seen."""
        self._stream.flush()
