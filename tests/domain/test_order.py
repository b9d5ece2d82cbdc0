"""Orders of the table are what sorting the events one by one gives, also for dates far apart."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.facet import Bools, Facet
from explorer.domain.index import EventIndex
from explorer.domain.interval import BEGINNING, FOREVER
from explorer.domain.order import column_of, in_order, in_time, is_descending
from explorer.domain.view_request import SORTABLE

NAMES = ("bob", "Ann", "émile", "Cid")
DAY = 86_400


@st.composite
def indexes(draw: st.DrawFn) -> EventIndex:
    """Some events in three lanes, at whole days or anywhere in time; some without place or people."""
    size = draw(st.integers(0, 25))
    unit = draw(st.sampled_from([1, DAY]))
    instants = st.integers(0, 9) if unit == DAY else st.integers(BEGINNING, FOREVER - 2**40)
    start = np.array([draw(instants) * unit for _ in range(size)], dtype=np.int64)
    end = start + np.array([draw(st.integers(1, 3)) * unit for _ in range(size)], dtype=np.int64)
    ids = np.array(draw(st.permutations(range(1, size + 1))), dtype=np.int32)
    lane = np.array([draw(st.integers(0, 2)) for _ in range(size)], dtype=np.uint8)
    order = np.lexsort((ids, end, start, lane))
    start, end, ids, lane = start[order], end[order], ids[order], lane[order]

    def single(name: str, count: int) -> Facet:
        codes = np.array([draw(st.integers(0, count - 1)) for _ in range(size)], dtype=np.uint8)
        return Facet(name, NAMES[:count], NAMES[:count], codes)

    def many(name: str) -> Facet:
        pairs = [(row, code) for row in range(size) for code in range(3) if draw(st.booleans())]
        rows = np.array([row for row, _ in pairs], dtype=np.int32)
        codes = np.array([code for _, code in pairs], dtype=np.uint8)
        return Facet(name, NAMES, NAMES, codes, rows)

    facets = {
        "relationship": Facet("relationship", NAMES[:3], NAMES[:3], lane),
        "kind": single("kind", 4),
        "basis": single("basis", 3),
        "place": many("place"),
        "person": many("person"),
    }
    return EventIndex(
        ids=ids,
        start=start,
        end=end,
        slacks=np.zeros(1, dtype=np.int64),
        start_slack=np.zeros(size, dtype=np.uint8),
        end_slack=np.zeros(size, dtype=np.uint8),
        importance=np.array([draw(st.integers(1, 5)) for _ in range(size)], dtype=np.uint8),
        qualified=np.zeros(size, dtype=np.uint8),
        offsets=np.concatenate(([0], np.cumsum(np.bincount(lane, minlength=3)))),
        facets=facets,
    )


def _ordered(index: EventIndex, mask: Bools, sorted_by: str) -> list[int]:
    base = in_time(index, np.arange(len(index), dtype=np.int32))
    return in_order(index, mask, sorted_by, base).tolist()


def _key(index: EventIndex, name: str) -> Callable[[int], Any]:
    """What one event sorts by in a column, None for nothing."""

    def of(row: int) -> Any:
        if name == "importance":
            return int(index.importance[row])
        codes = index.facets[name].values_of(row)
        if not codes:
            return None
        return codes[0] if name == "basis" else index.facets[name].labels[codes[0]].casefold()

    return of


@given(indexes(), st.data())
def test_every_column_sorts_as_one_event_after_another_would(index: EventIndex, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([name for name in SORTABLE if name not in {"title", "date"}]))
    mask = np.array([data.draw(st.booleans()) for _ in range(len(index))], dtype=np.bool_)
    key = _key(index, name)
    timely: list[int] = index.in_time(np.flatnonzero(mask)).tolist()
    with_value = [row for row in timely if key(row) is not None]
    without = [row for row in timely if key(row) is None]
    assert _ordered(index, mask, name) == sorted(with_value, key=key) + without
    backwards = sorted(with_value, key=key, reverse=True)
    assert _ordered(index, mask, f"-{name}") == backwards + without


@given(indexes(), st.data())
def test_the_order_of_time_is_the_indexs(index: EventIndex, data: st.DataObject) -> None:
    mask = np.array([data.draw(st.booleans()) for _ in range(len(index))], dtype=np.bool_)
    rows = np.flatnonzero(mask).astype(np.int32)
    assert in_time(index, rows).tolist() == index.in_time(rows).tolist()
    assert _ordered(index, mask, "date") == index.in_time(rows).tolist()
    assert _ordered(index, mask, "-date") == index.in_time(rows).tolist()[::-1]


@given(indexes(), st.data())
def test_titles_keep_the_databases_order_under_a_filter(index: EventIndex, data: st.DataObject) -> None:
    by_title = np.array(data.draw(st.permutations(range(len(index)))), dtype=np.int32)
    mask = np.array([data.draw(st.booleans()) for _ in range(len(index))], dtype=np.bool_)
    wanted = [row for row in by_title.tolist() if mask[row]]
    assert in_order(index, mask, "title", by_title).tolist() == wanted
    assert in_order(index, mask, "-title", by_title).tolist() == wanted[::-1]


@pytest.mark.parametrize(
    ("text", "name", "backwards"),
    [("date", "date", False), ("-person", "person", True), ("nonsense", "date", False)],
)
def test_an_order_is_a_column_and_a_way(text: str, name: str, *, backwards: bool) -> None:
    assert (column_of(text), is_descending(text)) == (name, backwards)
