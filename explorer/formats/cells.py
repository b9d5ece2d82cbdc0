"""How the columns of a table read as plain text: lists joined, dates as ISO, formulas made harmless."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from explorer.domain.calendar import SECONDS_PER_DAY, civil_from_days, civil_of, days_from_civil
from explorer.domain.edtf import offset_of, parse, stored
from explorer.domain.errors import ExplorerError
from explorer.domain.interval import BEGINNING, FOREVER
from explorer.domain.words import span_in_words
from explorer.formats.table import DATE, LABELS, NUMBERS, Chunk

#: Columns of few distinct values, or of texts that are written here.
_FEW: Final = frozenset({"kind", "relationship", "place", "country", "basis", "precision"})
_BOUNDS: Final = ("earliest", "latest")
#: What numpy writes just as we do: years 0 to 9999.
_FIRST_DAY: Final = days_from_civil(0)
_LAST_DAY: Final = days_from_civil(9999, 12, 31)

# What OWASP's advice on formulas in tables names: signs, and what a program may drop before it looks for one.
_SIGNS: Final = frozenset("=+-@")
_BROKEN: Final = frozenset("\t\r\n\0")
_QUOTES: Final = frozenset("\"'")
#: Letters that are seen as nothing, though their category does not say so.
_UNSEEN: Final = frozenset(
    chr(number)
    for first, last in (
        (0x34F, 0x34F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2800, 0x2800),
        (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xE0100, 0xE01EF),
    )
    for number in range(first, last + 1)
)  # fmt: skip
#: Categories of letters that are nothing to be seen: controls, formats, blanks, and what is no letter at all.
_BLANK: Final = frozenset({"Cc", "Cf", "Cn", "Zs", "Zl", "Zp"})
# A date before the year 0 begins with a minus; computing with digits alone does no harm.
_BCE: Final = re.compile(r"'*-[0-9X][-0-9X~?%/.]*")
_DATES: Final = ("start", "end", *_BOUNDS)


def cells_of(chunk: Chunk, name: str) -> Sequence[Any]:
    """A column as texts, "" or None where nothing is known; of NUMBERS as numbers or None."""
    if name in NUMBERS:
        return chunk[name]
    if name in _BOUNDS:
        return bound_texts(chunk, name)
    if name == DATE:
        return [in_words(start, end) for start, end in zip(chunk["start"], chunk["end"], strict=True)]
    join = _JOINED.get(name)
    if join is None:
        return chunk[name]
    if not any(chunk[name]):
        return [""] * len(chunk[name])
    return [join(values) if values else "" for values in chunk[name]]


def _people(people: Iterable[tuple[str, str, str, int]]) -> str:
    """“Vladimir Putin (President, Russia); …”, without what is not known."""
    said: list[str] = []
    for name, office, country, _ in people:
        inside = ", ".join(part for part in (office, country) if part)
        said.append(f"{name} ({inside})" if inside else name)
    return "; ".join(said)


def _paragraphs(numbers: Iterable[int]) -> str:
    return ";".join(map(str, numbers))


def _claims(claims: Iterable[tuple[str, str]]) -> str:
    return ";".join(slug for slug, _ in claims)


def _commentary(said: Iterable[tuple[str, str, Sequence[int]]]) -> str:
    return " ".join(text for _, text, _ in said)


#: How a column of several values at each event becomes one text.
_JOINED: Final[Mapping[str, Callable[[Any], str]]] = {
    "people": _people,
    "paragraphs": _paragraphs,
    "claims": _claims,
    "commentary": _commentary,
    "sources": "; ".join,
}


def reading_cells_of(chunk: Chunk, name: str) -> Sequence[Any]:
    """A column as `cells_of` has it, with labels."""
    return cells_of(chunk, LABELS.get(name, name))


def in_words(start: str, end: str) -> str:
    """The dates of an event in words; as they are where they are no EDTF."""
    try:
        return span_in_words(*stored(start, end))
    except ExplorerError:
        return f"{start}/{end}" if end else start


def guarded(values: Sequence[Any], name: str = "") -> Sequence[Any]:
    """The cells of a column, an apostrophe before each that a spreadsheet would run as a formula."""
    if name in NUMBERS or name in _BOUNDS or not any(values):
        return values
    if name in _FEW and not any(_is_formula(value, name) for value in set(values) if value):
        return values
    # Nearly every text is harmless: a look at its first letter is cheaper than a call.
    return [
        value if not value or (value[0].isalnum() and value[0] not in _UNSEEN) else harmless(value, name)
        for value in values
    ]


def harmless(value: str, name: str = "") -> str:
    """The text, preceded by an apostrophe where it is a formula; `bare` takes that off again.

    A date with a minus, in a column of dates, stays as it is.
    """
    return f"'{value}" if _is_formula(value, name) else value


def bare(value: str, name: str = "") -> str:
    """The text that `harmless` was given, whatever that was: also one that began with an apostrophe."""
    return value[1:] if value[:1] == "'" and _is_formula(value[1:], name) else value


def _is_formula(value: str, name: str) -> bool:
    """True for a text that begins with a sign, whatever that is not seen stands before it.

    An apostrophe before a text changes nothing in this: one more can be taken off again.
    """
    is_first = True
    for letter in value:
        if is_first and letter in _BROKEN:
            return True
        is_first = is_first and letter == "'"
        if _is_sign(letter):
            return not (name in _DATES and _BCE.fullmatch(value))
        if letter not in _QUOTES and letter not in _UNSEEN and unicodedata.category(letter) not in _BLANK:
            return False
    return False


def _is_sign(letter: str) -> bool:
    """True for = + - @ in any of their forms, and for the minus of mathematics."""
    return letter in _SIGNS or letter == "\u2212" or unicodedata.normalize("NFKC", letter) in _SIGNS


def bound_texts(chunk: Chunk, name: str) -> list[str]:
    """A column of bounds as `iso_texts` has it; times of day with the offset that the date has."""
    is_end = "latest" in name
    texts = iso_texts(np.asarray(chunk[name], dtype=np.int64), is_end=is_end)
    is_of_end = name in ("latest", "end_earliest")
    for at, start in enumerate(chunk["start"]):
        date = (chunk["end"][at] or start) if is_of_end else start
        if "T" in date and "/" not in date:
            texts[at] = _instant(date, is_end=is_end) or texts[at]
    return texts


def _instant(text: str, *, is_end: bool) -> str:
    """A time of day on its place's clock, with the offset where that is known; "" for what is no EDTF."""
    try:
        date, offset = parse(text), offset_of(text)
    except ExplorerError:
        return ""
    year, month, day, hour, minute, second = civil_of(date.latest - 1 if is_end else date.earliest)
    said = f"{_year(year)}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
    if offset is None:
        return said
    hours, minutes = divmod(abs(offset) // 60, 60)
    return said + (f"{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}" if offset else "Z")


def iso_texts(seconds: npt.NDArray[np.int64], *, is_end: bool = False) -> list[str]:
    """Instants as ISO 8601, the time of day only where it is not midnight, '' for the ends of all time.

    With `is_end`, instants are the first that no longer belong: the last day is told, or the last second
    where they are not midnight. Years before 0000 and beyond 9999 carry a sign and as many digits as they
    need: -0043-03-15, +12000-01-01. Year 0000 is 1 BCE.
    """
    days, rest = np.divmod(seconds, SECONDS_PER_DAY)
    if not rest.any() and len(days) and days.min() > _FIRST_DAY and days.max() <= _LAST_DAY:
        return np.datetime_as_string((days - is_end).astype("datetime64[D]")).tolist()
    is_timed = rest != 0
    if is_end:
        days, rest = np.divmod(seconds - 1, SECONDS_PER_DAY)
    years, months, dates = civil_from_days(days)
    texts: list[str] = []
    for instant, year, month, day, second, has_time in zip(
        *(column.tolist() for column in (seconds, years, months, dates, rest, is_timed)), strict=True
    ):
        if instant <= BEGINNING or instant >= FOREVER:
            texts.append("")
            continue
        text = f"{_year(year)}-{month:02}-{day:02}"
        if has_time:
            text += f"T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
        texts.append(text)
    return texts


def _year(year: int) -> str:
    if year < 0:
        return f"-{-year:04}"
    return f"{year:04}" if year <= 9999 else f"+{year}"
