"""What a view means, said once more without the program: event by event, on the sources of the record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from explorer.cli.call import joined_dates, parser_of, view_of
from explorer.domain.filter import EventFilter
from tests.record import Record, Rule, records


def _all(_: Record) -> bool:
    return True


@dataclass(frozen=True)
class Case:
    """The words of a view, and the slugs of the events it shows, in any order, or their number."""

    words: Sequence[str]
    expected: str | int
    rule: Rule = _all

    @property
    def name(self) -> str:
        return " ".join(self.words)

    def is_met_by(self, slugs: set[str]) -> bool:
        if isinstance(self.expected, int):
            return len(slugs) == self.expected
        return slugs == set(self.expected.split())


def filter_of(case: Case) -> EventFilter:
    """The filter of a case, its labels made identifiers by hand."""
    words = [word.replace("Trump–Erdoğan", "Trump–Erdogan") for word in joined_dates(case.words)]
    wanted = view_of(parser_of("info").parse_args(words)).filter
    codes = {record.country_name: record.country for record in records()}

    def identified(values: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
        return {
            name: frozenset(codes.get(slug, slug) if name == "country" else slug for slug in slugs)
            for name, slugs in values.items()
        }

    return replace(wanted, chosen=identified(wanted.chosen), excluded=identified(wanted.excluded))


def passes(record: Record, wanted: EventFilter, rule: Rule) -> bool:
    """What a filter means for one event; `rule` stands for its search."""
    for facet, slugs in wanted.chosen.items():
        has = record.values(facet) & slugs
        if len(has) < (len(slugs) if facet in wanted.every else 1):
            return False
    if any(record.values(facet) & slugs for facet, slugs in wanted.excluded.items()):
        return False
    if not wanted.min_importance <= record.importance <= wanted.max_importance:
        return False
    # Dates in these views are days, years, and one month as the earlier date.
    first = wanted.after and (wanted.after + "-01-01")[:10]
    last = wanted.before and (wanted.before + "-12-31")[:10]
    is_sure = wanted.certainty == "certain"
    return record.stands(wanted.dating, first, last, surely=is_sure) and rule(record)


def counts_of(facet: str, wanted: EventFilter, rule: Rule) -> dict[str, int]:
    """What a facet (or "importance") must count by value; values that no event passes are left out."""
    others = wanted.without("importance") if facet == "importance" else wanted
    if facet not in wanted.every:
        others = replace(others, chosen=_without(wanted.chosen, facet))
    anyway = replace(wanted, chosen=_without(wanted.chosen, facet), excluded=_without(wanted.excluded, facet))
    counts: dict[str, int] = {}
    for record in records():
        for value in record.values(facet):
            if passes(record, anyway if value in wanted.excluded_in(facet) else others, rule):
                counts[value] = counts.get(value, 0) + 1
    return counts


def _without(values: Mapping[str, frozenset[str]], facet: str) -> Mapping[str, frozenset[str]]:
    return {name: slugs for name, slugs in values.items() if name != facet}
