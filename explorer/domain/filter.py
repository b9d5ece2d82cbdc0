"""The one predicate on events: frozen, comparable, and able to say itself in words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from explorer.domain.edtf import parse
from explorer.domain.errors import FilterError
from explorer.domain.folding import is_blank
from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.domain.tongue import mark, translate
from explorer.domain.words import date_in_words

#: The facets a filter may choose from, in the order in which its sentence names them. "mine" is the
#: reader's own: its values are MINE, and an index that knows of no stars and notes does not have it.
FACETS: Final = (
    "kind", "relationship", "person", "place", "country", "basis", "claim", "source", "mine",
)  # fmt: skip

#: Those that tell what a document makes of an event.
ARTICLE: Final = ("basis", "claim")

#: Those of which one event may have several values: only there does "all of" make sense.
MANY_VALUED: Final = frozenset({"person", "claim", "source", "mine"})

#: The values of the facet "mine".
MINE: Final = ("starred", "noted")

#: "certain": wholly inside whatever the dates turn out to be; "possible": some reading falls inside.
CERTAINTIES: Final = ("possible", "certain")

#: How an event stands to the dates of a filter: it takes place, begins or ends there, is under way there at
#: some time, or all the time.
DATINGS: Final = ("in", "begins", "ends", "underway", "throughout")

#: The least and the greatest importance of an event.
LEAST_IMPORTANCE: Final = 1
GREATEST_IMPORTANCE: Final = 5

#: A filter by dates in words, by `dating` and whether for certain: one date, two, from one on, up to one.
_WHICH: Final = ("in", "between", "from", "until")
_DATES_IN_WORDS: Final = {
    ("in", False): (
        mark("Filter", "in {date}"),
        mark("Filter", "from {after} to {before}"),
        mark("Filter", "from {date} on"),
        mark("Filter", "until {date}"),
    ),
    ("in", True): (
        mark("Filter", "certainly in {date}"),
        mark("Filter", "certainly from {after} to {before}"),
        mark("Filter", "certainly from {date} on"),
        mark("Filter", "certainly until {date}"),
    ),
    ("begins", False): (
        mark("Filter", "beginning in {date}"),
        mark("Filter", "beginning from {after} to {before}"),
        mark("Filter", "beginning from {date} on"),
        mark("Filter", "beginning until {date}"),
    ),
    ("begins", True): (
        mark("Filter", "certainly beginning in {date}"),
        mark("Filter", "certainly beginning from {after} to {before}"),
        mark("Filter", "certainly beginning from {date} on"),
        mark("Filter", "certainly beginning until {date}"),
    ),
    ("ends", False): (
        mark("Filter", "ending in {date}"),
        mark("Filter", "ending from {after} to {before}"),
        mark("Filter", "ending from {date} on"),
        mark("Filter", "ending until {date}"),
    ),
    ("ends", True): (
        mark("Filter", "certainly ending in {date}"),
        mark("Filter", "certainly ending from {after} to {before}"),
        mark("Filter", "certainly ending from {date} on"),
        mark("Filter", "certainly ending until {date}"),
    ),
    ("underway", False): (
        mark("Filter", "under way in {date}"),
        mark("Filter", "under way at some time from {after} to {before}"),
        mark("Filter", "under way at some time from {date} on"),
        mark("Filter", "under way at some time until {date}"),
    ),
    ("underway", True): (
        mark("Filter", "certainly under way in {date}"),
        mark("Filter", "certainly under way at some time from {after} to {before}"),
        mark("Filter", "certainly under way at some time from {date} on"),
        mark("Filter", "certainly under way at some time until {date}"),
    ),
    ("throughout", False): (
        mark("Filter", "under way throughout {date}"),
        mark("Filter", "under way all the time from {after} to {before}"),
        mark("Filter", "under way all the time from {date} on"),
        mark("Filter", "under way all the time until {date}"),
    ),
    ("throughout", True): (
        mark("Filter", "certainly under way throughout {date}"),
        mark("Filter", "certainly under way all the time from {after} to {before}"),
        mark("Filter", "certainly under way all the time from {date} on"),
        mark("Filter", "certainly under way all the time until {date}"),
    ),
}

_Values: TypeAlias = Mapping[str, frozenset[str]]


def _nothing() -> _Values:
    return {}


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Any (or all) of the chosen values within a facet, all facets, dates, importance and words together.

    `chosen` maps a name of FACETS to the identifiers chosen there, `excluded` to those whose events do not
    pass; never an empty set. A facet named in `every` wants all of its chosen values on the same event, any
    other facet one of them. `after` and `before` are EDTF texts: events from the start of `after` to the
    end of `before`, which must stand to that as `dating` says. `search` is in the language of domain.query.
    """

    search: str = ""
    chosen: _Values = field(default_factory=_nothing)
    after: str = ""
    before: str = ""
    certainty: str = CERTAINTIES[0]
    min_importance: int = LEAST_IMPORTANCE
    max_importance: int = GREATEST_IMPORTANCE
    excluded: _Values = field(default_factory=_nothing)
    every: frozenset[str] = frozenset()
    dating: str = DATINGS[0]

    def __hash__(self) -> int:
        return hash(
            (
                self.search,
                frozenset(self.chosen.items()),
                frozenset(self.excluded.items()),
                self.every,
                self.after,
                self.before,
                self.certainty,
                self.dating,
                self.min_importance,
                self.max_importance,
            )
        )

    def choosing(self, facet: str, values: Iterable[str]) -> "EventFilter":
        """This filter with other values chosen in one facet; none lifts the restriction.

        A value that is chosen is no longer excluded.
        """
        values = frozenset(values)
        return replace(
            self,
            chosen=_with(self.chosen, facet, values),
            excluded=_with(self.excluded, facet, self.excluded_in(facet) - values),
        )

    def without_facets(self, facets: Iterable[str]) -> "EventFilter":
        """This filter with nothing chosen and nothing excluded in some facets."""
        lifted = self
        for facet in facets:
            lifted = lifted.excluding(facet, ()).choosing(facet, ())
        return lifted

    def excluding(self, facet: str, values: Iterable[str]) -> "EventFilter":
        """This filter with other values excluded in one facet; a value that is excluded is not chosen."""
        values = frozenset(values)
        return replace(
            self,
            chosen=_with(self.chosen, facet, self.chosen_in(facet) - values),
            excluded=_with(self.excluded, facet, values),
        )

    def requiring_all(self, facet: str, is_required: bool = True) -> "EventFilter":
        """This filter with all of a facet's chosen values wanted on the same event, or any of them."""
        return replace(self, every=self.every | {facet} if is_required else self.every - {facet})

    def chosen_in(self, facet: str) -> frozenset[str]:
        return self.chosen.get(facet, frozenset())

    def excluded_in(self, facet: str) -> frozenset[str]:
        return self.excluded.get(facet, frozenset())

    def without(self, clause: str) -> "EventFilter":
        """This filter without one of its clauses, named as in `clauses`."""
        if clause == "dates":
            return replace(self, after="", before="", certainty=CERTAINTIES[0], dating=DATINGS[0])
        if clause == "importance":
            return replace(self, min_importance=LEAST_IMPORTANCE, max_importance=GREATEST_IMPORTANCE)
        if clause == "search":
            return replace(self, search="")
        if clause.startswith("not "):
            return self.excluding(clause.removeprefix("not "), ())
        return self.requiring_all(clause, False).choosing(clause, ())

    @property
    def limits_importance(self) -> bool:
        return self.min_importance > LEAST_IMPORTANCE or self.max_importance < GREATEST_IMPORTANCE

    @property
    def is_empty(self) -> bool:
        """True when every event passes."""
        has_dates = bool(self.after or self.before)
        return not (
            not is_blank(self.search) or self.chosen or self.excluded or has_dates or self.limits_importance
        )

    @property
    def dates(self) -> Interval | None:
        """The stretch that `after` and `before` leave, or None without either. Raises FilterError."""
        if not self.after and not self.before:
            return None
        start = parse(self.after).earliest if self.after else BEGINNING
        end = parse(self.before).latest if self.before else FOREVER
        if start >= end:
            raise FilterError(
                translate("Errors", "No time lies between {after} and {before}.").format(
                    after=self.after, before=self.before
                ),
                translate("Errors", "Give the earlier date first and the later one second."),
            )
        return Interval(start, end)

    def clauses(self, label_of: Callable[[str, str], str]) -> list[tuple[str, str, "EventFilter"]]:
        """Each restriction as (its name, its words, the filter without it), in reading order.

        `label_of(facet, slug)` gives the words for a value. The name is that of a facet, "not " and that of
        a facet for what is excluded there, "dates", "importance" or "search".
        """
        # The window's call is read before the first paint, and says nothing of itself.
        from explorer.domain.query import parse_query
        from explorer.domain.saying import facet_in_words, query_in_words

        said = [
            (name, facet_in_words(name, slugs, label_of, name in self.every))
            for name in FACETS
            if (slugs := self.chosen_in(name))
        ]
        said += [
            (f"not {name}", facet_in_words(name, slugs, label_of, is_excluded=True))
            for name in FACETS
            if (slugs := self.excluded_in(name))
        ]
        if self.after or self.before:
            said.append(("dates", self._dates_in_words()))
        if self.limits_importance:
            said.append(("importance", _importance_in_words(self.min_importance, self.max_importance)))
        if not is_blank(self.search):
            said.append(("search", query_in_words(parse_query(self.search))))
        return [(name, words, self.without(name)) for name, words in said]

    def sentence(self, label_of: Callable[[str, str], str]) -> str:
        """The filter in words, "all events" when it is empty."""
        clauses = [words for _, words, _ in self.clauses(label_of)]
        return ", ".join(clauses) or translate("Filter", "all events")

    def _dates_in_words(self) -> str:
        is_sure = self.certainty == "certain"
        after = date_in_words(parse(self.after)) if self.after else ""
        before = date_in_words(parse(self.before)) if self.before else ""
        if after == before:
            which, date = "in", after
        elif after and before:
            which, date = "between", ""
        else:
            which, date = ("from", after) if after else ("until", before)
        said = translate("Filter", _DATES_IN_WORDS[self.dating, is_sure][_WHICH.index(which)])
        return said.format(date=date, after=after, before=before)


def _with(values: _Values, facet: str, slugs: frozenset[str]) -> _Values:
    """These values by facet with others in one of them; no empty set is kept."""
    others = {name: kept for name, kept in values.items() if name != facet}
    return others | {facet: slugs} if slugs else others


def _importance_in_words(least: int, greatest: int) -> str:
    if least == greatest:
        return translate("Filter", "importance {n}").format(n=least)
    if greatest == GREATEST_IMPORTANCE:
        return translate("Filter", "importance {n} or more").format(n=least)
    if least == LEAST_IMPORTANCE:
        return translate("Filter", "importance {n} or less").format(n=greatest)
    return translate("Filter", "importance {least} to {greatest}").format(least=least, greatest=greatest)
