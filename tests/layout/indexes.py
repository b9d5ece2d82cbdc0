"""Small event indexes made from numbers alone, for tests of layout."""

import numpy as np
from numpy.typing import ArrayLike

from explorer.domain.facet import Facet
from explorer.domain.filter import FACETS
from explorer.domain.index import EventIndex


def index_of(
    start: ArrayLike, length: ArrayLike, lane: ArrayLike, importance: ArrayLike, lanes: int
) -> EventIndex:
    """An index of events [start, start + length) in lanes 0..lanes - 1; ids count in the order given."""
    starts = np.array(start, dtype=np.int64)
    ends = starts + np.array(length, dtype=np.int64)
    ids = np.arange(1, len(starts) + 1, dtype=np.int32)
    codes = np.array(lane, dtype=np.uint8)
    order = np.lexsort((ids, ends, starts, codes))
    names = tuple(f"lane {number}" for number in range(lanes))
    single = Facet("kind", ("k",), ("K",), np.zeros(len(starts), dtype=np.uint8))
    facets = {name: Facet(name, single.slugs, single.labels, single.codes) for name in FACETS}
    facets["relationship"] = Facet("relationship", names, names, codes[order])
    return EventIndex(
        ids=ids[order],
        start=starts[order],
        end=ends[order],
        slacks=np.array([0], dtype=np.int64),
        start_slack=np.zeros(len(starts), dtype=np.uint8),
        end_slack=np.zeros(len(starts), dtype=np.uint8),
        importance=np.array(importance, dtype=np.uint8)[order],
        qualified=np.zeros(len(starts), dtype=np.uint8),
        offsets=np.concatenate(([0], np.cumsum(np.bincount(codes, minlength=lanes)))).astype(np.int64),
        facets=facets,
    )
