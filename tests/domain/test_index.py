"""EventIndex: masks and counts are those that looking at every event alone gives, whatever the filter."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.blocks import blocks
from explorer.domain.event import BASES
from explorer.domain.facet import Facet
from explorer.domain.filter import EventFilter
from explorer.domain.index import Bools, EventIndex
from tests.shares import biting

DAY = 86_400
FIRST = 10_957 * DAY  # 2000-01-01
LANES = ("Ann–Bob", "Bob–Cid", "nobody", "Ann–Cid")
KINDS = tuple(f"kind {n}" for n in range(17))
PEOPLE = ("Ann", "Bob", "Cid")


@dataclass(frozen=True)
class One:
    """An event as the brute force sees it; days from 2000-01-01, half-open."""

    lane: int
    start: int
    length: int
    kind: int
    importance: int
    basis: int
    people: frozenset[int]
    is_found: bool

    @property
    def values(self) -> Mapping[str, set[str]]:
        return {
            "relationship": {LANES[self.lane]},
            "kind": {KINDS[self.kind]},
            "basis": {BASES[self.basis]},
            "person": {PEOPLE[person] for person in self.people},
        }


_ONE = st.builds(
    One,
    lane=st.sampled_from((0, 1, 3)),
    start=st.integers(0, 20),
    length=st.integers(1, 9),
    kind=st.integers(0, 16),
    importance=st.integers(1, 5),
    basis=st.integers(0, 2),
    people=st.frozensets(st.integers(0, 2)),
    is_found=st.booleans(),
)
EVENTS = st.one_of(*[st.lists(_ONE, min_size=least, max_size=40) for least in (0, 6, 6, 6, 12)])
#: Of what a filter may ask for, and what there is of it.
VALUES = {"relationship": LANES, "kind": KINDS, "person": PEOPLE, "basis": BASES, "mine": ("starred",)}
#: What an event has, has not quite, and has more than.
NEAR = st.sampled_from((0, 0, 0, 0, 0, 0, -1, 1))


def _day(number: int) -> str:
    return f"2000-01-{min(max(number, 0), 30) + 1:02}"


@st.composite
def _filters(draw: st.DrawFn, events: list[One]) -> EventFilter:
    """A filter made around one of the events: most of its clauses let that one pass, some only just do not.

    Values drawn at random would exclude each other: of such filters four in five let nothing pass.
    """
    about = draw(st.sampled_from(events)) if events else draw(_ONE)

    def happens(share: int = 3) -> bool:
        return draw(st.integers(1, share)) == share

    def some(name: str) -> frozenset[str]:
        own = about.values.get(name, set[str]())
        others = draw(st.frozensets(st.sampled_from((*VALUES[name], "unknown")), max_size=3))
        if name in every and not happens(5):
            # All of them on one event: that asks for what it has.
            others = others & own
        return frozenset(others if not own or happens(8) else {draw(st.sampled_from(sorted(own))), *others})

    every = frozenset(name for name in VALUES if happens())
    chosen = {name: some(name) for name in VALUES if happens(16 if name == "mine" else 3)}
    excluded = {
        name: draw(st.frozensets(st.sampled_from((*VALUES[name], "unknown")), max_size=3))
        for name in VALUES
        if happens(4)
    }
    if not happens(8):
        # What the event itself is stays, most of the time.
        excluded = {name: slugs - about.values.get(name, set[str]()) for name, slugs in excluded.items()}
    after = _day(about.start + draw(NEAR)) if happens() else ""
    before = _day(about.start + about.length - 1 + draw(NEAR)) if happens() else ""
    wanted = EventFilter(
        search="x" if (happens(2) if about.is_found else happens(16)) else "",
        chosen={name: slugs for name, slugs in chosen.items() if slugs},
        excluded={
            name: left
            for name, slugs in excluded.items()
            if (left := slugs - chosen.get(name, frozenset[str]()))
        },
        every=every,
        after=after,
        before=before,
        certainty=draw(st.sampled_from(["possible", "certain"])),
        min_importance=min(5, max(1, about.importance + draw(NEAR))) if happens() else 1,
        max_importance=min(5, max(1, about.importance + draw(NEAR))) if happens() else 5,
    )
    if after and before:
        wanted = replace(wanted, after=min(after, before), before=max(after, before))
    return wanted


@dataclass(frozen=True)
class Case:
    """Events in the order of rows, what their search finds, and a filter on them."""

    events: list[One]
    wanted: EventFilter

    @property
    def found(self) -> Bools:
        return np.array([one.is_found for one in self.events], dtype=np.bool_)

    @property
    def passing(self) -> list[bool]:
        return [_passes(one, self.wanted) for one in self.events]

    @property
    def bites(self) -> bool:
        """True when the filter tells some events from others."""
        return any(self.passing) and not all(self.passing)


@st.composite
def _cases(draw: st.DrawFn) -> Case:
    events = _ordered(draw(EVENTS))
    case = Case(events, draw(_filters(events)))
    # Two in five filters tell nothing apart, and some runs had many more of them.
    return case if case.bites else Case(events, draw(_filters(events)))


def _ordered(events: list[One]) -> list[One]:
    return sorted(events, key=lambda one: (one.lane, one.start, one.start + one.length))


def _index(events: list[One]) -> EventIndex:
    """The index of events in order, their ids descending: no test may take a row for an id."""
    size = len(events)
    start = np.array([FIRST + one.start * DAY for one in events], dtype=np.int64)
    pairs = [(row, person) for row, one in enumerate(events) for person in sorted(one.people)]
    lanes = np.array([one.lane for one in events], dtype=np.uint8)
    facets = (
        Facet("relationship", LANES, LANES, lanes),
        Facet("kind", KINDS, KINDS, np.array([one.kind for one in events], dtype=np.uint8)),
        Facet("basis", BASES, BASES, np.array([one.basis for one in events], dtype=np.uint8)),
        Facet(
            "person",
            PEOPLE,
            PEOPLE,
            np.array([person for _, person in pairs], dtype=np.uint8),
            np.array([row for row, _ in pairs], dtype=np.int32),
        ),
    )
    return EventIndex(
        ids=np.arange(size, 0, -1, dtype=np.int32) * 3,
        start=start,
        end=start + np.array([one.length for one in events], dtype=np.int64) * DAY,
        slacks=np.array([DAY], dtype=np.int64),
        start_slack=np.zeros(size, np.uint8),
        end_slack=np.zeros(size, np.uint8),
        importance=np.array([one.importance for one in events], dtype=np.uint8),
        qualified=np.zeros(size, np.uint8),
        offsets=np.searchsorted(lanes, np.arange(len(LANES) + 1)),
        facets={facet.name: facet for facet in facets},
    )


def _passes(one: One, wanted: EventFilter) -> bool:
    for name, slugs in wanted.chosen.items():
        # Nobody has starred anything here.
        has = slugs & one.values.get(name, set())
        if (has != slugs) if name in wanted.every else not has:
            return False
    if any(one.values.get(name, set()) & slugs for name, slugs in wanted.excluded.items()):
        return False
    if not wanted.min_importance <= one.importance <= wanted.max_importance:
        return False
    if wanted.search and not one.is_found:
        return False
    dates = wanted.dates
    if dates is None:
        return True
    start, end = FIRST + one.start * DAY, FIRST + (one.start + one.length) * DAY
    if wanted.certainty == "certain":
        return dates.start <= start and end <= dates.end
    return start < dates.end and dates.start < end


def test_the_mask_is_what_each_event_alone_says() -> None:
    with biting(0.4) as tell:

        @given(_cases())
        def check(case: Case) -> None:
            mask = _index(case.events).mask(case.wanted, case.found)
            assert mask.dtype == np.bool_
            assert mask.tolist() == case.passing
            tell(case.bites)

        check()


def test_a_facet_counts_what_passes_all_others() -> None:
    with biting(0.4) as tell:

        @given(_cases())
        def check(case: Case) -> None:
            events, wanted = case.events, case.wanted
            index = _index(events)
            matched = index.match(wanted, case.found)
            assert matched.total == sum(case.passing)
            counted = 0
            for name, facet in index.facets.items():
                chosen = _without(wanted.chosen, name)
                others = wanted if name in wanted.every else replace(wanted, chosen=chosen)
                anyway = replace(others, chosen=chosen, excluded=_without(wanted.excluded, name))
                for slug in facet.slugs:
                    rule = anyway if slug in wanted.excluded_in(name) else others
                    expected = sum(slug in one.values[name] and _passes(one, rule) for one in events)
                    assert matched.counts[name][slug] == expected, (name, slug)
                    counted += expected
            anyhow = replace(wanted, min_importance=1, max_importance=5)
            for level in range(1, 6):
                expected = sum(one.importance == level and _passes(one, anyhow) for one in events)
                assert matched.counts["importance"][str(level)] == expected, level
            assert matched.counts == index.counts(wanted, case.found)
            tell(counted and not all(case.passing))

        check()


def _without(values: Mapping[str, frozenset[str]], name: str) -> Mapping[str, frozenset[str]]:
    return {facet: slugs for facet, slugs in values.items() if facet != name}


def test_relief_is_what_would_pass_without_each_clause() -> None:
    with biting(0.3) as tell:

        @given(_cases())
        def check(case: Case) -> None:
            index = _index(case.events)
            reliefs = index.relief(case.wanted, case.found)
            clauses = case.wanted.clauses(index.label_of)
            assert [(relief.clause, relief.words, relief.without) for relief in reliefs] == clauses
            for relief in reliefs:
                assert relief.total == sum(_passes(one, relief.without) for one in case.events), relief.clause
            tell(any(relief.total > sum(case.passing) for relief in reliefs))

        check()


def test_blocks_change_nothing() -> None:
    with biting(0.4) as tell:

        @given(_cases(), st.integers(1, 7))
        def check(case: Case, size: int) -> None:
            index = _index(case.events)
            whole = index.match(case.wanted, case.found)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(blocks, "__defaults__", (size,))
                pieces = index.match(case.wanted, case.found)
            assert whole.mask.tolist() == pieces.mask.tolist()
            assert whole.counts == pieces.counts
            tell(case.bites)

        check()


@given(EVENTS, st.data())
def test_in_time_is_by_start_end_and_id(events: list[One], data: st.DataObject) -> None:
    index = _index(_ordered(events))
    some = data.draw(st.lists(st.integers(0, len(events) - 1), unique=True)) if events else []
    rows = index.in_time(np.array(some, dtype=np.int32)).tolist()
    assert sorted(rows) == sorted(some)
    keys = [(index.start[row], index.end[row], index.ids[row]) for row in rows]
    assert keys == sorted(keys)


@given(EVENTS)
def test_rows_and_ids_are_each_others_inverse(events: list[One]) -> None:
    index = _index(_ordered(events))
    ids = index.ids.tolist()
    assert [index.row_of(event) for event in ids] == list(range(len(events)))
    assert index.row_of(1) is None
    assert index.row_of(1) is None
    assert index.rows_of(index.ids).tolist() == list(range(len(events)))
    strange = np.array([-5, 1, *ids[:1], 10**15], dtype=np.int64)
    assert index.rows_of(strange).tolist() == [0] * len(ids[:1])


def test_an_exclusion_keeps_events_without_any_value() -> None:
    facet = Facet("place", ("a", "b"), ("A", "B"), np.array([0, 1], np.uint8), np.array([0, 2], np.int32))
    mask = np.ones(4, np.bool_)
    facet.exclude(mask, {"a"})
    assert mask.tolist() == [False, True, True, True]


def test_many_codes_and_wide_codes_restrict_alike() -> None:
    rng = np.random.default_rng(4)
    names = tuple(str(number) for number in range(700))
    codes = rng.integers(0, 700, 5_000)
    facet = Facet("place", names, names, codes.astype(np.uint16))
    for size in (1, 3, 200, 699):
        picked: list[int] = rng.choice(700, size, replace=False).tolist()
        chosen = [names[code] for code in picked]
        mask: Bools = rng.random(5_000) < 0.7
        expected = mask & np.isin(codes, picked)
        facet.restrict(mask, chosen)
        assert np.array_equal(mask, expected)
        assert facet.count(mask).tolist() == np.bincount(codes[mask], minlength=700).tolist()


def test_many_conditions_have_a_bit_each() -> None:
    # More than eight conditions need more than a byte.
    one = One(0, 3, 1, 2, 5, 1, frozenset({0}), True)
    index = _index([one])
    every: dict[str, Any] = {name: frozenset(values) for name, values in one.values.items()}
    more = {name: replace(index.facets["kind"], name=name) for name in ("place", "country", "claim")}
    index = replace(index, facets={**index.facets, **more})
    chosen = every | {name: frozenset({KINDS[2]}) for name in more}
    wanted = EventFilter("x", chosen, "2000-01-02", "2000-01-08", min_importance=4)
    assert index.match(wanted, np.array([True])).total == 1
    assert index.counts(wanted, np.array([False]))["claim"][KINDS[2]] == 0
    assert index.counts(wanted.choosing("claim", {KINDS[3]}), np.array([True]))["claim"][KINDS[2]] == 1
    assert index.counts(wanted.choosing("claim", {KINDS[3]}), np.array([True]))["kind"][KINDS[2]] == 0
