"""Interval: half-open, never empty, and exact at both ends."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.interval import BEGINNING, FOREVER, Interval
from tests.shares import biting

#: Few enough that two of them often share an end.
SMALL = st.integers(-6, 6)
FAR = st.integers(BEGINNING, FOREVER)


def _intervals(ends: "st.SearchStrategy[int]") -> "st.SearchStrategy[Interval]":
    return st.lists(ends, min_size=2, max_size=2, unique=True).map(lambda pair: Interval(*sorted(pair)))


def _seconds(interval: Interval) -> set[int]:
    return set(range(interval.start, interval.end))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (1, 0), (FOREVER, BEGINNING), (-5, -5)])
def test_it_holds_something(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=rf"start < end, not \[{start}, {end}\)"):
        Interval(start, end)


def test_the_shortest_holds_one_second() -> None:
    second = Interval(7, 8)
    assert (second.length, second.middle) == (1, 7)
    assert [second.holds(instant) for instant in (6, 7, 8)] == [False, True, False]


def test_it_never_changes() -> None:
    interval = Interval(0, 1)
    with pytest.raises(FrozenInstanceError):
        interval.start = -1  # type: ignore[misc]
    assert hash(interval) == hash(Interval(0, 1))


def test_what_touches_does_not_overlap() -> None:
    assert not Interval(0, 5).overlaps(Interval(5, 9))
    assert not Interval(5, 9).overlaps(Interval(0, 5))
    assert Interval(0, 6).overlaps(Interval(5, 9))
    assert Interval(5, 9).overlaps(Interval(0, 6))
    assert Interval(0, 9).overlaps(Interval(3, 4))


def test_it_contains_itself_and_what_ends_with_it() -> None:
    whole = Interval(0, 9)
    assert [whole.contains(Interval(*ends)) for ends in ((0, 9), (0, 5), (5, 9), (3, 4))] == [True] * 4
    assert [whole.contains(Interval(*ends)) for ends in ((-1, 9), (0, 10), (-1, 10), (9, 10))] == [False] * 4


def test_overlap_containment_and_holding_are_those_of_sets_of_seconds() -> None:
    with biting(0.2) as overlapping, biting(0.05) as containing, biting(0.1) as apart:

        @given(_intervals(SMALL), _intervals(SMALL), SMALL)
        def check(one: Interval, other: Interval, instant: int) -> None:
            mine, theirs = _seconds(one), _seconds(other)
            assert one.overlaps(other) == other.overlaps(one) == bool(mine & theirs)
            assert one.contains(other) == (theirs <= mine)
            assert one.holds(instant) == (instant in mine)
            assert one.length == len(mine)
            overlapping(one.overlaps(other))
            containing(one.contains(other) and one != other)
            apart(not one.overlaps(other))

        check()


@given(_intervals(FAR))
def test_the_middle_halves_it_to_the_second_however_long_it_is(one: Interval) -> None:
    before, after = one.middle - one.start, one.end - one.middle
    assert before + after == one.length
    assert after - before in {0, 1}


@given(_intervals(FAR), st.integers(-(10**18), 10**18))
def test_shifting_moves_both_ends_and_can_be_undone(one: Interval, seconds: int) -> None:
    moved = one.shifted(seconds)
    assert (moved.start - one.start, moved.end - one.end) == (seconds, seconds)
    assert moved.shifted(-seconds) == one


@given(_intervals(SMALL.map(lambda end: end * 1000)), st.sampled_from([0.0, 1e-9, 0.25, 0.5, 2.0]))
def test_padding_adds_the_share_at_either_end_and_a_second_at_least(one: Interval, share: float) -> None:
    padded = one.padded(share)
    extra = one.start - padded.start
    assert padded.end - one.end == extra
    assert extra == max(1, one.length * share if share >= 0.25 else 1)
    assert padded.contains(one)
    assert padded != one


def test_they_sort_by_their_start_and_then_their_end() -> None:
    ascending = [Interval(-3, 9), Interval(0, 1), Interval(0, 2), Interval(1, 2)]
    assert sorted([ascending[n] for n in (3, 1, 0, 2)]) == ascending
    assert len({*ascending, Interval(0, 1)}) == 4


def test_all_of_time_is_one_of_them_and_its_length_fits_64_bits() -> None:
    always = Interval(BEGINNING, FOREVER)
    assert always.length < 2**63
    assert always.middle == 0
    # 73 billion years on either side.
    assert -BEGINNING == FOREVER
    assert FOREVER // 31_556_952 == 73_069_256_156
