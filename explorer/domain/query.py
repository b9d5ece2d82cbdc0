"""The search language: what a reader types, read into terms. docs/SEARCH.md tells it to readers.

`parse_query` never raises: what cannot be understood becomes a Problem, and the rest is searched. The window,
the command line and storage/search.py call it; domain/query_rows.py says which events a term lets pass.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

from explorer.domain.bare_dates import BareDate, bare_dates
from explorer.domain.edtf import EdtfError
from explorer.domain.filter import DATINGS
from explorer.domain.folding import Phrase, phrase_of, spans_of, words_of
from explorer.domain.free_dates import AmbiguousDateError, ambiguity, date_of
from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.domain.other_names import other_names
from explorer.domain.query_parts import (
    FACET_FIELDS,
    FIELDS,
    MARKS,
    NUMBER_FIELDS,
    SURENESS,
    Part,
    Span,
    Value,
    is_date_field,
    parts_of,
)
from explorer.domain.quoting import quotable
from explorer.domain.tongue import translate

_NUMBERS: Final = re.compile(r"(\d{1,9})|(\d{1,9})\.\.(\d{1,9})|(>=|<=|>|<)(\d{1,9})")

#: Date fields that go by another name, and those that leave all time on one side.
_ALIASES: Final = {"in": "during", "year": "during"}
_ONE_SIDED: Final = ("after", "before", "since", "until")

#: Greater than every number that may be written.
_ENDLESS: Final = 10**9


@dataclass(frozen=True, slots=True)
class Problem:
    """What in a text cannot be understood, from one character of it up to another, and what to write."""

    span: Span
    sentence: str


@dataclass(frozen=True, slots=True)
class TextTerm:
    """Events whose text has one of some phrases; `field` is one of TEXT_FIELDS, "" for anywhere."""

    span: Span
    field: str
    is_excluded: bool
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class FacetTerm:
    """Events with one (or all) of some values of a facet, given by words; "mine" by its identifiers."""

    span: Span
    field: str
    is_excluded: bool
    values: tuple[Value, ...]
    wants_all: bool = False


@dataclass(frozen=True, slots=True)
class DateTerm:
    """Events that fall, possibly or certainly, into one of some stretches of time.

    One that `is_bare` is written without a field, and might have been words.
    """

    span: Span
    field: str
    is_excluded: bool
    dates: tuple[Interval, ...]
    certainty: str
    values: tuple[Value, ...]
    is_bare: bool = False

    @property
    def dating(self) -> str:
        """How events stand to these stretches, one of domain.filter.DATINGS."""
        return self.field if self.field in DATINGS else DATINGS[0]


@dataclass(frozen=True, slots=True)
class NumberTerm:
    """Events whose importance, or one of whose paragraphs, lies in one of some ranges, both ends included."""

    span: Span
    field: str
    is_excluded: bool
    ranges: tuple[tuple[int, int], ...]
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class IdTerm:
    """Events by identifier; a value that ends in * is the beginning of one."""

    span: Span
    field: str
    is_excluded: bool
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class EitherTerm:
    """Events that pass all the terms of one of some choices, as if each were a query."""

    span: Span
    is_excluded: bool
    choices: "tuple[tuple[Term, ...], ...]"

    @property
    def field(self) -> str:
        """None of its own."""
        return ""


#: What does not hold other terms.
Leaf: TypeAlias = TextTerm | FacetTerm | DateTerm | NumberTerm | IdTerm
Term: TypeAlias = Leaf | EitherTerm


@dataclass(frozen=True, slots=True)
class Query:
    """What a text asks for: every term must let an event pass, but of terms with the same field any one.

    Words and text columns are each required; so is every exclusion, and a term that wants all its values.
    """

    text: str
    terms: tuple[Term, ...]
    problems: tuple[Problem, ...]

    @property
    def is_plain(self) -> bool:
        """True when there are only words and phrases, looked for anywhere."""
        return all(
            isinstance(term, TextTerm) and not term.field and not term.is_excluded for term in self.terms
        )

    @property
    def is_bare(self) -> bool:
        """True when it is plain but for words that are read as dates."""
        return all(
            not term.is_excluded
            and (
                (isinstance(term, DateTerm) and term.is_bare)
                or (isinstance(term, TextTerm) and not term.field)
            )
            for term in self.terms
        )

    @property
    def groups(self) -> list[list[Term]]:
        """The terms, each of a group sufficient by itself, each group required."""
        return groups_of(self.terms)

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The terms with those of every choice in place of an EitherTerm."""
        return tuple(_leaves(self.terms))

    @property
    def wanted(self) -> tuple[Leaf, ...]:
        """The leaves that neither are excluded nor stand within what is."""
        return tuple(term for term in _leaves(self.terms, skips_excluded=True) if not term.is_excluded)


def groups_of(terms: Iterable[Term]) -> list[list[Term]]:
    """Terms that must all hold, but those of the same field any one: each of a group suffices."""
    groups: dict[object, list[Term]] = {}
    for number, term in enumerate(terms):
        if term.is_excluded or isinstance(term, TextTerm | EitherTerm) or getattr(term, "wants_all", False):
            groups[number] = [term]
        else:
            groups.setdefault((term.field, getattr(term, "certainty", "")), []).append(term)
    return list(groups.values())


def _leaves(terms: Iterable[Term], *, skips_excluded: bool = False) -> Iterator[Leaf]:
    for term in terms:
        if not isinstance(term, EitherTerm):
            yield term
        elif not (skips_excluded and term.is_excluded):
            for choice in term.choices:
                yield from _leaves(choice, skips_excluded=skips_excluded)


@lru_cache(maxsize=64)
def parse_query(text: str) -> Query:
    """What a text asks for. Whatever is typed: never raises."""
    parts = list(parts_of(text))
    dates = bare_dates(text, parts)
    problems: list[Problem] = []
    open_ones = [_Bracket(0)]
    at = 0
    while at < len(parts):
        part, date, inner = parts[at], dates.get(at), open_ones[-1]
        at += date.size if date is not None else 1
        if part.field == "(":
            open_ones.append(_Bracket(part.span[0], part.is_excluded))
        elif part.field == ")":
            if len(open_ones) > 1:
                open_ones.pop()
                inner.close(part.span[1], open_ones[-1])
        elif _is_operator(part, text) and (inner.has_terms or at < len(parts)):
            # One that joins nothing yet is still being typed.
            if text[slice(*part.span)] == "OR":
                inner.begin_choice()
        else:
            term = _bare(date) if date is not None else _misspelt(part) or _term(part)
            if isinstance(term, Problem):
                problems.append(term)
            elif term is not None:
                inner.add(term)
    while len(open_ones) > 1:
        inner = open_ones.pop()
        inner.close(len(text), open_ones[-1])
    return Query(text, open_ones[0].terms(len(text)), tuple(problems))


class _Bracket:
    """What stands between brackets, or in no bracket, while it is read: choices that OR parts."""

    def __init__(self, begin: int, is_excluded: bool = False) -> None:
        self._begin, self._is_excluded = begin, is_excluded
        self._choices: list[list[Term]] = [[]]

    @property
    def has_terms(self) -> bool:
        return any(self._choices)

    def begin_choice(self) -> None:
        if self._choices[-1]:
            self._choices.append([])

    def add(self, term: Term) -> None:
        terms = self._choices[-1]
        if _said(term) not in [_said(known) for known in terms[-_COMPARED:]]:
            terms.append(term)

    def terms(self, end: int) -> tuple[Term, ...]:
        """What is asked for from the beginning to the end."""
        choices = tuple(tuple(terms) for terms in self._choices if terms)
        if len(choices) < 2 and not self._is_excluded:
            return choices[0] if choices else ()
        return (EitherTerm((self._begin, end), self._is_excluded, choices),) if choices else ()

    def close(self, end: int, outer: "_Bracket") -> None:
        """Become a term of the bracket around this one."""
        terms = self.terms(end)
        if len(terms) > 1:
            # Of one field any suffices: not so with those outside.
            terms = (EitherTerm((self._begin, end), False, (terms,)),)
        for term in terms:
            outer.add(term)


def _is_operator(part: Part, text: str) -> bool:
    return not part.field and not part.is_excluded and text[slice(*part.span)] in ("OR", "AND")


#: A term is left out when one of so many before it says the same.
_COMPARED: Final = 32


def highlights(query: Query, text: str) -> list[Span]:
    """Where a text has what a query looks for: spans in order that do not touch each other."""
    words = words_of(text)
    found = [span for phrase in _wanted(query) for span in spans_of(phrase, words)]
    merged: list[Span] = []
    for first, last in sorted(found):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def _wanted(query: Query) -> Iterator[Phrase]:
    for term in query.wanted:
        if isinstance(term, TextTerm):
            yield from term.phrases
        elif isinstance(term, FacetTerm) and term.field != "mine":
            for value in term.values:
                if (phrase := phrase_of(value.text, value.is_open)) is not None:
                    yield phrase


def _term(part: Part) -> Term | Problem | None:
    field, out, span = part.field, part.is_excluded, part.span
    values = tuple(value for value in part.values if value.text.strip())
    if field and not values:
        return _problem(part)
    if field in MARKS:
        known = MARKS[field]
        if any(value.text.lower() not in known for value in values):
            return _problem(part)
        marks = tuple(Value(known[value.text.lower()], value.span) for value in values)
        return FacetTerm(span, "mine", out, marks)
    if field in FACET_FIELDS:
        return FacetTerm(span, field, out, values, wants_all="+" in part.joints)
    if field == "id":
        return IdTerm(span, field, out, values)
    try:
        if field in NUMBER_FIELDS:
            return NumberTerm(span, field, out, tuple(_range(value.text, field) for value in values), values)
        if is_date_field(field):
            sure, plain = _parted(field)
            plain = _ALIASES.get(plain, plain)
            dates = tuple(_stretch(plain, value.text) for value in values)
            return DateTerm(span, plain, out, dates, SURENESS[sure], values)
    except AmbiguousDateError as error:
        return Problem(span, str(error))
    except (EdtfError, ValueError):
        return _problem(part)
    phrases = [phrase_of(value.text, value.is_open) for value in values]
    phrases += [phrase_of(name, is_open=False) for value in values for name in other_names(value.text)]
    known_phrases = tuple(dict.fromkeys(phrase for phrase in phrases if phrase is not None))
    if not known_phrases:
        return _problem(part) if field else None
    return TextTerm(span, field, out, known_phrases)


def _bare(date: BareDate) -> DateTerm | Problem:
    """The term, or the problem, that a date without a field is."""
    understood = date.understood
    if understood.is_ambiguous:
        return Problem(date.span, str(ambiguity(quotable(date.text), understood)))
    value = Value(understood.edtf, date.span)
    stretch = _stretch("during", value.text)
    return DateTerm(date.span, "during", date.is_excluded, (stretch,), SURENESS[""], (value,), is_bare=True)


def _said(term: Term) -> object:
    """What a term says, wherever it stands."""
    if isinstance(term, EitherTerm):
        return term.is_excluded, tuple(tuple(map(_said, choice)) for choice in term.choices)
    said = term.phrases if isinstance(term, TextTerm) else tuple(value.text for value in term.values)
    certainty = term.certainty if isinstance(term, DateTerm) else ""
    return term.field, term.is_excluded, certainty, said, getattr(term, "wants_all", False)


def _parted(field: str) -> tuple[str, str]:
    """A date field as (how sure, which)."""
    return next((sure, field.removeprefix(sure)) for sure in SURENESS if field.startswith(sure))


def _stretch(field: str, text: str) -> Interval:
    """The time that a date field leaves. Raises EdtfError, or ValueError when it leaves none."""
    date = date_of(text)
    if field in _ONE_SIDED:
        start = {"after": date.latest, "since": date.earliest}.get(field, BEGINNING)
        end = {"before": date.earliest, "until": date.latest}.get(field, FOREVER)
        return Interval(start, end)
    return Interval(date.earliest, date.latest)


def _range(text: str, field: str) -> tuple[int, int]:
    """The numbers that a text allows, both ends included. Raises ValueError."""
    match = _NUMBERS.fullmatch(text)
    if match is None:
        raise ValueError
    one, low, high, sign, bound = match.groups()
    if one is not None:
        first = last = int(one)
    elif sign is None:
        first, last = int(low), int(high)
    else:
        limit = int(bound)
        first = {">=": limit, ">": limit + 1}.get(sign, 0)
        last = {"<=": limit, "<": limit - 1}.get(sign, _ENDLESS)
    if first > last or (field == "importance" and (first > 5 or last < 1)):
        raise ValueError
    return first, last


def _problem(part: Part) -> Problem:
    given = ", ".join(value.text for value in part.values if value.text.strip())
    said = translate("Search", FIELDS[part.field]).format(field=part.field)
    if given:
        said = translate("Search", "{said}, not “{given}”").format(said=said, given=quotable(given))
    return Problem(part.span, f"{said}.")


def _misspelt(part: Part) -> Problem | None:
    """What is wrong with a word such as “persn:kim”, which was surely meant for a field."""
    if part.field or part.values[0].is_quoted:
        return None
    name, _, value = part.values[0].text.partition(":")
    if not value or not name.isalpha():
        return None
    # Slow to load, and hardly ever needed.
    import difflib

    near = difflib.get_close_matches(name.lower(), FIELDS, n=1, cutoff=0.8)
    if not near:
        return None
    said = translate("Search", "There is no field “{name}:”; write {near}: if you mean that one.")
    return Problem(part.span, said.format(name=quotable(name), near=near[0]))
