"""Searching many stretches of a column at once gives what a search of each gives."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.lanes import searched


@given(
    st.lists(st.lists(st.integers(-5, 5), max_size=40).map(sorted), max_size=12),
    st.integers(-7, 7),
    st.booleans(),
)
def test_it_finds_what_searchsorted_finds_in_each(
    parts: list[list[int]], wanted: int, is_after: bool
) -> None:
    column = np.array([value for part in parts for value in part], dtype=np.int64)
    edges = np.concatenate(([0], np.cumsum([len(part) for part in parts]))).astype(np.int64)
    side = "right" if is_after else "left"
    found = searched(column, edges[:-1], edges[1:], np.int64(wanted), is_after=is_after)
    expected = [
        first + int(np.searchsorted(part, wanted, side))
        for first, part in zip(edges[:-1].tolist(), parts, strict=True)
    ]
    assert found.tolist() == expected
