"""What `detente check` says: a sentence for each thing that is wrong, on one line, with values cut short."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

#: How many findings of one kind are told one by one; more are only counted.
TOLD: Final = 5

#: Letters of a value that a sentence shows, and of what SQLite or the program says of it.
SHOWN: Final = 80
_SAID: Final = 400

#: How the finding ends that counts those that are not told.
MORE: Final = " more of this kind."

Severity: TypeAlias = Literal["error", "warning"]

#: A value as SQLite gives it where texts are read as bytes.
Value: TypeAlias = int | float | bytes | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or odd: an "error" makes the file unsound, a "warning" does not."""

    severity: Severity
    sentence: str


def error(sentence: str) -> Finding:
    return Finding("error", sentence)


def warning(sentence: str) -> Finding:
    return Finding("warning", sentence)


def counted(findings: Iterable[Finding], total: int | None = None) -> list[Finding]:
    """At most TOLD findings of one kind, the worst first, and one that counts the others.

    `total` is how many there are where not all of them are given.
    """
    known = sorted(dict.fromkeys(findings), key=lambda finding: finding.severity)
    more = max(len(known), total or 0) - TOLD
    if more <= 0:
        return known
    rest = known[TOLD].severity if len(known) > TOLD else known[-1].severity
    return [*known[:TOLD], Finding(rest, f"{more:,}{MORE}")]


def one_line(text: str, most: int = _SAID) -> str:
    """The text without control characters and line breaks, and no longer than `most` letters."""
    cut = text[: most + 1]
    shown = "".join(letter if letter.isprintable() else " " if letter.isspace() else "�" for letter in cut)
    return shown if len(cut) <= most else shown[: most - 1] + "…"


def text_of(value: bytes) -> str:
    """What the bytes say; � for what is no UTF-8."""
    return value.decode("utf-8", "replace")


def shown(value: Value) -> str:
    """A value as a sentence shows it: a text in quotation marks, shortened to SHOWN letters."""
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        # More bytes than any so many letters have need not be read.
        return f"“{one_line(text_of(value[: 4 * SHOWN + 4]), SHOWN)}”"
    return str(value)
