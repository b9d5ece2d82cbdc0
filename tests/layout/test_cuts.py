"""What is kept of a lane while the picture moves is what a fresh look at it would find."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.interval import Interval
from explorer.layout.cuts import Cuts
from explorer.layout.lanes import Arrangement, Lanes
from explorer.layout.scale import TimeScale
from tests.layout.indexes import index_of

WIDTH = 900.0
GAP = Interval(400_000, 3_000_000)
#: Pans by a share of the window, and zooms by a factor.
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("pan"), st.floats(-0.6, 0.6)), st.tuples(st.just("zoom"), st.floats(0.4, 2.5))
    ),
    min_size=1,
    max_size=12,
)


@given(seed=st.integers(0, 10**6), count=st.integers(1, 3000), moves=MOVES, has_gap=st.booleans())
@settings(max_examples=100)
def test_cells_and_bars_kept_on_the_way_are_those_found_anew(
    seed: int, count: int, moves: list[tuple[str, float]], *, has_gap: bool
) -> None:
    rng = np.random.default_rng(seed)
    start = rng.integers(0, 10**7, count)
    start = start[(start < GAP.start) | (start >= GAP.end)] if has_gap else start
    size = len(start)
    if not size:
        return
    index = index_of(start, np.ones(size), rng.integers(0, 2, size), rng.integers(1, 6, size), 2)
    lanes = Lanes.of(Arrangement.of(index, "relationship"), rng.random(size) < 0.7)
    kept = Cuts.of(lanes)
    window = Interval(3_000_000, 6_000_000)
    for number, (move, by) in enumerate(moves):
        if move == "pan":
            shift = round(window.length * by)
            window = Interval(window.start + shift, window.end + shift)
        else:
            half = max(2_000, round(window.length * by / 2))
            window = Interval(window.middle - half, window.middle + half)
        scale = TimeScale(window, WIDTH, (GAP,) if has_gap else ())
        if number % 3 == 2:
            # Another filter takes over where time was cut.
            lanes = Lanes.of(lanes.arrangement, rng.random(size) < 0.5)
            kept = Cuts.of(lanes, kept)
        fresh = Cuts.of(lanes)
        mine, theirs = (cuts.in_view(scale, [0, 1]) for cuts in (kept, fresh))
        assert np.array_equal(mine.times, theirs.times)
        for lane, around in enumerate(lanes.around([0, 1], window)):
            assert np.array_equal(kept.counts(mine, lane, around), fresh.counts(theirs, lane, around))
            begun = np.arange(around.first, around.last)
            assert np.array_equal(kept.bar_of(mine, lane, begun), fresh.bar_of(theirs, lane, begun))
            assert np.array_equal(kept.best(mine, lane, 3), fresh.best(theirs, lane, 3))
