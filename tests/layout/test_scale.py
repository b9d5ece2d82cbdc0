"""Time to pixels and back: exact where it can be, monotonous, and still under the pointer."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.layout.scale import CLOSEST, LONGEST, TimeScale

_SOME = 10**17
times = st.integers(-_SOME, _SOME)
widths = st.integers(40, 4000).map(float)


def _span(start: int, length: int) -> Interval:
    return Interval(start, start + length)


spans = st.builds(_span, times, st.integers(4000, 10**15))
scales = st.builds(TimeScale, spans, widths)


@st.composite
def with_gaps(draw: st.DrawFn) -> TimeScale:
    """A scale with one to three collapsed gaps well within its window."""
    start, unit = draw(times), draw(st.integers(1000, 10**9))
    edges = sorted(draw(st.lists(st.integers(1, 98), min_size=2, max_size=6, unique=True)))
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    gaps = tuple(Interval(start + a * unit, start + b * unit) for a, b in pairs)
    return TimeScale(Interval(start, start + 100 * unit), 1000.0, gaps)


@given(scales, st.floats(0, 1))
def test_a_pixel_s_time_is_at_that_pixel(scale: TimeScale, share: float) -> None:
    px = share * scale.width
    assert scale.px_of(scale.to_time(px)) == pytest.approx(px, abs=max(0.51 * scale.px_per_second, 1e-3))


@given(with_gaps(), st.floats(0, 1))
def test_the_same_with_collapsed_gaps(scale: TimeScale, share: float) -> None:
    px = share * scale.width
    assert scale.px_of(scale.to_time(px)) == pytest.approx(px, abs=max(0.51 * _widest_second(scale), 1e-2))


def _widest_second(scale: TimeScale) -> float:
    """Pixels of the widest second: in a short gap it may be wider than outside."""
    return max(scale.px_per_second, *(scale.gap_width / gap.length for gap in scale.gaps))


@given(st.one_of(scales, with_gaps()))
def test_the_window_s_ends_are_the_edges_and_later_is_never_further_left(scale: TimeScale) -> None:
    assert scale.px_of(scale.window.start) == pytest.approx(0, abs=1e-6)
    assert scale.px_of(scale.window.end) == pytest.approx(scale.width, abs=1e-3)
    some = np.linspace(scale.window.start, scale.window.end, 200).astype(np.int64)
    assert (np.diff(scale.to_px(np.sort(some))) >= -1e-6).all()


@given(with_gaps())
def test_a_gap_takes_the_width_of_a_gap(scale: TimeScale) -> None:
    for gap in scale.gaps:
        assert scale.px_of(gap.end) - scale.px_of(gap.start) == pytest.approx(scale.gap_width, abs=1e-3)


@given(scales, st.floats(0, 1), st.floats(0.2, 5))
# Half of a second and more of another, both five pixels wide.
@example(TimeScale(Interval(0, 4000), 4000.0), 0.12341, 5.0)
def test_zooming_keeps_the_instant_under_the_pointer(scale: TimeScale, share: float, factor: float) -> None:
    px = share * scale.width
    held = scale.to_time(px)
    after = TimeScale(scale.zoomed(factor, px), scale.width)
    # As near as whole seconds allow: half of one is lost to the window's beginning, half to `held`.
    assert after.px_of(held) == pytest.approx(px, abs=after.px_per_second + 1e-3)


@given(with_gaps(), st.floats(0, 1), st.floats(0.2, 5))
def test_zooming_keeps_it_beside_collapsed_gaps_too(scale: TimeScale, share: float, factor: float) -> None:
    px = share * scale.width
    held = scale.to_time(px)
    after = TimeScale(scale.zoomed(factor, px), scale.width, scale.gaps)
    # Both ends of the window are whole seconds, and so is what is held, of which each scale has its own.
    before, second = _widest_second(scale), _widest_second(after)
    assert after.px_of(held) == pytest.approx(scale.px_of(held), abs=0.5 * before + second + 1e-2)


@pytest.mark.parametrize("gaps", [(), (Interval(100, 110),)])
def test_a_window_closer_than_the_closest_zoom_is_not_widened_by_zooming_in(
    gaps: tuple[Interval, ...],
) -> None:
    scale = TimeScale(Interval(90, 130), 1000.0, gaps)
    assert scale.zoomed(1.25, 500.0).length <= 40


@given(scales, st.floats(-3000, 3000))
def test_panning_keeps_the_length_and_moves_by_the_pixels(scale: TimeScale, px: float) -> None:
    after = scale.panned(px)
    assert after.length == scale.window.length
    assert scale.px_of(after.start) == pytest.approx(px, abs=max(1.0, scale.px_per_second))


@pytest.mark.parametrize(("factor", "times"), [(1.25, 400), (1 / 1.25, 400)])
def test_zooming_stops_at_both_ends(factor: float, times: int) -> None:
    scale = TimeScale(Interval(0, 10**9), 800.0)
    for _ in range(times):
        scale = TimeScale(scale.zoomed(factor, 400.0), 800.0)
    assert 800 / CLOSEST <= scale.window.length <= LONGEST
    assert BEGINNING <= scale.window.start < scale.window.end <= FOREVER
