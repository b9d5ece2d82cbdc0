"""The parts of a search text: fields, values, exclusions, brackets; domain/query.py makes terms of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from explorer.domain.tongue import mark

Span: TypeAlias = tuple[int, int]

#: Columns of the full text that may be asked for alone; "note" are the reader's own notes.
TEXT_FIELDS: Final = ("title", "summary", "people", "place", "commentary", "note")
FACET_FIELDS: Final = ("relationship", "kind", "person", "country", "basis", "claim", "source")
DATE_FIELDS: Final = (
    *("after", "before", "since", "until", "during", "in", "year"),
    *("begins", "ends", "underway", "throughout"),
)
NUMBER_FIELDS: Final = ("importance", "paragraph")

#: What may stand before the name of a date field.
SURENESS: Final = {"certainly-": "certain", "possibly-": "possible", "": "possible"}

#: What `is:` and `has:` ask for, as values of the facet "mine".
MARKS: Final = {
    "is": {"starred": "starred", "noted": "noted"},
    "has": {"note": "noted", "notes": "noted", "star": "starred"},
}

#: Every field with a sentence, without its end, that says what is wrong with its value.
FIELDS: Final = {
    **dict.fromkeys(
        TEXT_FIELDS,
        mark("Search", "“{field}:” needs a word or a “phrase” right after the colon, such as {field}:summit"),
    ),
    "relationship": mark(
        "Search",
        "“{field}:” needs a relationship right after the colon, such as relationship:Trump–Kim",
    ),
    "kind": mark("Search", "“{field}:” needs a kind right after the colon, such as kind:letter"),
    "person": mark("Search", "“{field}:” needs a name right after the colon, such as person:kim"),
    "country": mark("Search", "“{field}:” needs a country right after the colon, such as country:Japan"),
    "basis": mark("Search", "“{field}:” needs named, alluded or context right after the colon"),
    "claim": mark(
        "Search", "“{field}:” needs its number or a word of it right after the colon, such as claim:3"
    ),
    "source": mark(
        "Search", "“{field}:” needs a word of a source right after the colon, such as source:reuters"
    ),
    **dict.fromkeys(
        [sure + field for sure in SURENESS for field in DATE_FIELDS],
        mark("Search", "“{field}:” needs a date such as 2019-03"),
    ),
    "importance": mark(
        "Search",
        "“{field}:” needs a number from 1 to 5, such as importance:4, importance:>=4 or importance:2..4",
    ),
    "paragraph": mark(
        "Search", "“{field}:” needs a paragraph's number, such as paragraph:12 or paragraph:3..5"
    ),
    "id": mark(
        "Search", "“{field}:” needs the identifier of an event, as an export has it in its first column"
    ),
    "is": mark("Search", "“{field}:” knows is:starred and is:noted"),
    "has": mark("Search", "“{field}:” knows has:note and has:star"),
}

_FIELD: Final = re.compile(r"([A-Za-z]+(?:-[A-Za-z]+)?):")
_QUOTED: Final = re.compile(r'"([^"]*)("?)(\*?)')
_BARE: Final = re.compile(r'[^\s"]+')
_BARE_INSIDE: Final = re.compile(r'[^\s")]+')
_POSSESSIVE: Final = re.compile(r"['’][sS]?$")
QUOTES: Final = str.maketrans("“”„«»", '"""""')

BRACKETS: Final = ("(", ")")

#: Brackets within brackets that are told apart; what is deeper is left out.
_DEEPEST: Final = 16


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values of a term, as written."""

    text: str
    span: Span
    is_quoted: bool = False
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between two blanks: its values are joined by `joints`, commas or plus signs.

    A bracket is a part without values, its `field` is "(" or ")".
    """

    span: Span
    is_excluded: bool
    field: str
    values: tuple[Value, ...]
    joints: str


def is_date_field(field: str) -> bool:
    """Whether a field, perhaps with one of SURENESS before its name, asks for a date."""
    return any(field == f"{sure}{name}" for sure in SURENESS for name in DATE_FIELDS)


def parts_of(text: str) -> Iterator[Part]:
    """The parts of a text, in order. Whatever the text: never raises."""
    text = text.translate(QUOTES)
    at = depth = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        start = at
        begins = at == 0 or text[at - 1].isspace() or text[at - 1] == "("
        is_excluded = begins and bool(re.match(r"-[^\s-]", text[at:]))
        at += is_excluded
        if (text[at] == "(" and begins) or (text[at] == ")" and depth):
            # A bracket that closes nothing, and one within a word, belongs to the words.
            depth += 1 if text[at] == "(" else -1
            at += 1
            if depth + (text[at - 1] == ")") <= _DEEPEST:
                yield Part((start, at), is_excluded, text[at - 1], (), "")
            continue
        named = _FIELD.match(text, at) if begins else None
        field = named[1].lower() if named is not None and named[1].lower() in FIELDS else ""
        if named is not None and field:
            values, joints, at = _values(text, named.end(), field, is_inside=depth > 0)
        elif text[at] == '"':
            value, at = _quoted(text, at)
            values, joints = (value,), ""
        else:
            bare = (_BARE_INSIDE if depth else _BARE).match(text, at)
            assert bare is not None
            # “Khashoggi’s” is to find Khashoggi too.
            values, joints = (Value(_POSSESSIVE.sub("", bare[0]), bare.span()),), ""
            at = bare.end()
        yield Part((start, at), is_excluded, field, values, joints)


def _quoted(text: str, at: int) -> tuple[Value, int]:
    """The value in quotation marks at a place of a text, and where it ends."""
    quoted = _QUOTED.match(text, at)
    assert quoted is not None
    inside, closed, star = quoted.groups()
    # A phrase still being typed is not closed yet: its last word may go on.
    return Value(inside, quoted.span(), True, not closed or bool(star)), quoted.end()


def _values(text: str, at: int, field: str, *, is_inside: bool) -> tuple[tuple[Value, ...], str, int]:
    """The values after the colon of a field, perhaps inside brackets; what joins them, and where they end."""
    is_date = is_date_field(field)
    joint = "," if is_date or field not in FACET_FIELDS else ",+"
    # A set of dates has commas of its own, but no set within: each letter is looked at twice at most.
    end = ")" if is_inside else ""
    bare = re.compile(
        rf'(?:[\[{{][^\s"\[\]{{}}]*[\]}}]|[^\s",{end}])+' if is_date else rf'[^\s"{joint}{end}]+'
    )
    values: list[Value] = []
    joints = ""
    while at < len(text) and not text[at].isspace() and text[at] != end:
        if text[at] == '"':
            value, at = _quoted(text, at)
            values.append(value)
        elif text[at] in joint:
            joints += text[at]
            at += 1
        else:
            match = bare.match(text, at)
            assert match is not None
            # "1980's" are ten years.
            word = match[0] if is_date else _POSSESSIVE.sub("", match[0])
            values.append(Value(word, match.span()))
            at = match.end()
    return tuple(values), joints, at


@dataclass(frozen=True, slots=True)
class Typed:
    """The word, or the value after the colon of a field, that a cursor stands in or right behind."""

    text: str
    span: Span
    field: str = ""


def being_typed(text: str, cursor: int) -> Typed | None:
    """What is being typed at a cursor, up to it; None at a blank and in a phrase that is looked for."""
    begun = text[:cursor].translate(QUOTES)
    parts = list(parts_of(begun))
    if not parts or parts[-1].span[1] < cursor:
        return None
    part = parts[-1]
    if part.field in BRACKETS:
        return None
    if not part.field:
        value = part.values[0]
        return None if value.is_quoted else Typed(begun[value.span[0] : cursor], (value.span[0], cursor))
    if part.values and part.values[-1].span[1] == cursor:
        value = part.values[-1]
        is_closed = value.is_quoted and not value.is_open
        return None if is_closed else Typed(begun[value.span[0] : cursor].strip('"'), value.span, part.field)
    return Typed("", (cursor, cursor), part.field)
