"""What begins, ends or is under way: the mask is what trying every reading of every event's dates gives."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.blocks import blocks
from explorer.domain.facet import Facet
from explorer.domain.filter import CERTAINTIES, DATINGS
from explorer.domain.index import Bools, EventIndex
from explorer.domain.interval import Interval

#: A moment before, or after, all that is looked at here.
ALWAYS, NEVER = -100, 100


@dataclass(frozen=True)
class One:
    """An event that begins at one of `begins` and is last seen at one of `ends`, both inclusive."""

    lane: int
    begins: tuple[int, int]
    ends: tuple[int, int]
    is_open_before: bool = False
    is_open_after: bool = False

    @property
    def start(self) -> int:
        return ALWAYS if self.is_open_before else self.begins[0]

    @property
    def end(self) -> int:
        return NEVER if self.is_open_after else self.ends[1] + 1

    @property
    def slacks(self) -> tuple[int, int]:
        """How much later it may have begun and how much earlier it may be over; an open end lies anywhere."""
        first = self.end if self.is_open_before else self.begins[1] + 1
        last = self.start if self.is_open_after else self.ends[0]
        return first - self.start, self.end - last

    @property
    def readings(self) -> list[tuple[int, int]]:
        """First and last moment, for each way in which the dates may turn out."""
        firsts = [ALWAYS] if self.is_open_before else range(self.begins[0], self.begins[1] + 1)
        lasts = [NEVER] if self.is_open_after else range(self.ends[0], self.ends[1] + 1)
        return [(first, last) for first in firsts for last in lasts if first <= last]


@st.composite
def _events(draw: st.DrawFn) -> One:
    low, high = sorted((draw(st.integers(0, 12)), draw(st.integers(0, 12))))
    start = draw(st.integers(low, high))
    end = draw(st.integers(low, high))
    return One(
        draw(st.integers(0, 2)),
        (low, max(low, start)),
        (min(high, end), high),
        draw(st.booleans()) and draw(st.booleans()),
        draw(st.booleans()) and draw(st.booleans()),
    )


def _stands(reading: tuple[int, int], dates: Interval, dating: str) -> bool:
    first, last = reading
    moments = range(dates.start, dates.end)
    if dating == "begins":
        return first in moments
    if dating == "ends":
        return last in moments
    if dating == "throughout":
        return all(first <= moment <= last for moment in moments)
    return any(first <= moment <= last for moment in moments)


def _index(events: list[One]) -> EventIndex:
    size = len(events)
    lanes = np.array([one.lane for one in events], dtype=np.uint8)
    slacks = np.arange(2 * NEVER + 1, dtype=np.int64)
    return EventIndex(
        ids=np.arange(1, size + 1, dtype=np.int32),
        start=np.array([one.start for one in events], dtype=np.int64),
        end=np.array([one.end for one in events], dtype=np.int64),
        slacks=slacks,
        start_slack=np.array([one.slacks[0] for one in events], dtype=np.uint8),
        end_slack=np.array([one.slacks[1] for one in events], dtype=np.uint8),
        importance=np.full(size, 3, dtype=np.uint8),
        qualified=np.array([4 * one.is_open_before + 8 * one.is_open_after for one in events], np.uint8),
        offsets=np.searchsorted(lanes, np.arange(4)),
        facets={"relationship": Facet("relationship", ("a", "b", "c"), ("A", "B", "C"), lanes)},
    )


@given(
    st.lists(_events(), max_size=12),
    st.tuples(st.integers(-1, 13), st.integers(1, 6)),
    st.sampled_from(DATINGS[1:]),
    st.sampled_from(CERTAINTIES),
    st.integers(1, 5),
)
def test_a_mask_is_what_every_reading_of_the_dates_gives(
    events: list[One], stretch: tuple[int, int], dating: str, certainty: str, size: int
) -> None:
    events = sorted(events, key=lambda one: (one.lane, one.start, one.end))
    index = _index(events)
    dates = Interval(stretch[0], sum(stretch))
    mask = np.ones(len(index), dtype=np.bool_)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "__defaults__", (size,))
        index.restrict_dates(mask, dates, certainty, dating)
    answers = [[_stands(reading, dates, dating) for reading in one.readings] for one in events]
    rule = all if certainty == "certain" else any
    assert mask.tolist() == [rule(answer) for answer in answers]


@given(st.lists(_events(), max_size=8), st.tuples(st.integers(-1, 13), st.integers(1, 6)))
def test_what_is_certain_is_possible_and_all_the_time_is_some_time(
    events: list[One], stretch: tuple[int, int]
) -> None:
    events = sorted(events, key=lambda one: (one.lane, one.start, one.end))
    index, dates = _index(events), Interval(stretch[0], sum(stretch))
    masks: dict[tuple[str, str], Bools] = {}
    for dating in DATINGS:
        for certainty in CERTAINTIES:
            mask = masks[dating, certainty] = np.ones(len(index), dtype=np.bool_)
            index.restrict_dates(mask, dates, certainty, dating)
        assert not (masks[dating, "certain"] & ~masks[dating, "possible"]).any()
    for certainty in CERTAINTIES:
        assert not (masks["throughout", certainty] & ~masks["underway", certainty]).any()
