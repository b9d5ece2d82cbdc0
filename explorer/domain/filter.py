"""The one predicate on events: frozen, comparable, and able to say itself in English."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from explorer.domain.edtf import parse
from explorer.domain.errors import FilterError
from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.domain.words import date_in_words

#: The facets a filter may choose from, in the order in which its sentence names them.
FACETS = ("relationship", "kind", "person", "place", "country", "basis", "claim")

#: "certain": wholly inside whatever the dates turn out to be; "possible": some reading falls inside.
CERTAINTIES = ("possible", "certain")

_PHRASES = {
    "relationship": "{}",
    "kind": "kind {}",
    "person": "with {}",
    "place": "at {}",
    "country": "in {}",
    "basis": "{} the article",
    "claim": "serving the claim {}",
}
_BASIS = {"named": "named in", "alluded": "alluded to in", "context": "context beyond"}


def _nothing() -> Mapping[str, frozenset[str]]:
    return {}


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Any of the chosen values within a facet, all facets, dates, importance and words together.

    `chosen` maps a name of FACETS to the identifiers chosen there, never an empty set. `after` and
    `before` are EDTF texts: events from the start of `after` to the end of `before`.
    """

    search: str = ""
    chosen: Mapping[str, frozenset[str]] = field(default_factory=_nothing)
    after: str = ""
    before: str = ""
    certainty: str = "possible"
    min_importance: int = 1

    def __hash__(self) -> int:
        return hash(
            (self.search, frozenset(self.chosen.items()), self.after, self.before, self.min_importance)
        )

    def choosing(self, facet: str, values: Iterable[str]) -> "EventFilter":
        """This filter with other values chosen in one facet; none lifts the restriction."""
        chosen = {name: slugs for name, slugs in self.chosen.items() if name != facet}
        values = frozenset(values)
        if values:
            chosen[facet] = values
        return replace(self, chosen=chosen)

    def chosen_in(self, facet: str) -> frozenset[str]:
        return self.chosen.get(facet, frozenset())

    @property
    def is_empty(self) -> bool:
        """True when every event passes."""
        return not (
            self.search.strip() or self.chosen or self.after or self.before or self.min_importance > 1
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
                f"No time lies between {self.after} and {self.before}.",
                "Give the earlier date first (--from) and the later one second (--to).",
            )
        return Interval(start, end)

    def clauses(self, label_of: Callable[[str, str], str]) -> list[tuple[str, str, "EventFilter"]]:
        """Each restriction as (its name, its words, the filter without it), in reading order.

        `label_of(facet, slug)` gives the words for a value.
        """
        found: list[tuple[str, str, EventFilter]] = []
        for name in FACETS:
            slugs = self.chosen_in(name)
            if slugs:
                words = _BASIS if name == "basis" else {}
                labels = sorted(words.get(slug, label_of(name, slug)) for slug in slugs)
                said = " or ".join(labels) if len(labels) <= 3 else f"{len(labels)} {_PLURALS[name]}"
                phrase = "{}" if len(labels) > 3 else _PHRASES[name]
                found.append((name, phrase.format(said), self.choosing(name, ())))
        if self.after or self.before:
            found.append(("dates", self._dates_in_words(), replace(self, after="", before="")))
        if self.min_importance > 1:
            words = f"importance {self.min_importance} or more" if self.min_importance < 5 else "importance 5"
            found.append(("importance", words, replace(self, min_importance=1)))
        if self.search.strip():
            found.append(("search", f"naming “{self.search.strip()}”", replace(self, search="")))
        return found

    def sentence(self, label_of: Callable[[str, str], str]) -> str:
        """The filter in English, "all events" when it is empty."""
        return ", ".join(words for _, words, _ in self.clauses(label_of)) or "all events"

    def _dates_in_words(self) -> str:
        sure = "certainly " if self.certainty == "certain" else ""
        after = date_in_words(parse(self.after)) if self.after else ""
        before = date_in_words(parse(self.before)) if self.before else ""
        if after and before:
            return f"{sure}from {after} to {before}"
        return f"{sure}from {after} on" if after else f"{sure}until {before}"


_PLURALS = {
    "relationship": "relationships",
    "kind": "kinds",
    "person": "people",
    "place": "places",
    "country": "countries",
    "basis": "bases",
    "claim": "claims",
}
