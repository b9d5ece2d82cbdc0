"""Time to pixels and back: immutable, exact in integers before it rounds, aware of collapsed gaps."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from explorer.domain.interval import BEGINNING, FOREVER, Interval

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]

#: Closest zoom, in pixels a second: each has its tick. Windows begin and end on whole seconds, so that close
#: up they move by as many pixels.
CLOSEST = 100.0
#: Farthest zoom: a window never grows beyond this many seconds (95 billion years).
LONGEST = 3 * 10**18


@dataclass(frozen=True)
class TimeScale:
    """Maps `window` onto pixels 0..`width`, each of `gaps` (sorted, disjoint) shrunk to `gap_width`.

    Example: TimeScale(Interval(0, 100), 200.0).to_px(np.array([50])) is [100.0].
    """

    window: Interval
    width: float
    gaps: tuple[Interval, ...] = ()
    gap_width: float = 30.0

    @cached_property
    def _edges(self) -> tuple[Ints, Ints, Ints]:
        starts = np.array([gap.start for gap in self.gaps], dtype=np.int64)
        ends = np.array([gap.end for gap in self.gaps], dtype=np.int64)
        removed = np.concatenate(([0], np.cumsum(ends - starts))).astype(np.int64)
        return starts, ends, removed

    def _kept(self, times: Ints) -> tuple[Ints, Floats]:
        """Seconds of `times` outside gaps, and how many gaps lie before each (with the share inside one)."""
        starts, ends, removed = self._edges
        before = np.searchsorted(ends, times, side="right")
        if not len(starts):
            return times, np.zeros(len(times))
        here = np.minimum(before, len(starts) - 1)
        inside = np.where(before < len(starts), np.maximum(times - starts[here], 0), 0)
        share = inside / np.maximum(ends[here] - starts[here], 1)
        return times - removed[before] - inside, before + share

    @cached_property
    def _origin(self) -> tuple[int, float, int, float]:
        kept, passed = self._kept(np.array([self.window.start, self.window.end], dtype=np.int64))
        return int(kept[0]), float(passed[0]), int(kept[1]), float(passed[1])

    @cached_property
    def px_per_second(self) -> float:
        """Pixels a second outside gaps."""
        first_kept, first_gaps, last_kept, last_gaps = self._origin
        free = max(1.0, self.width - (last_gaps - first_gaps) * self.gap_width)
        return free / max(1, last_kept - first_kept)

    @cached_property
    def gap_pixels(self) -> list[tuple[float, float]]:
        """The pixels that each collapsed gap takes, also outside the window."""
        if not self.gaps:
            return []
        starts, ends, _ = self._edges
        return list(zip(self.to_px(starts).tolist(), self.to_px(ends).tolist(), strict=True))

    @property
    def seconds_per_px(self) -> float:
        return 1.0 / self.px_per_second

    @cached_property
    def stretches(self) -> tuple[Interval, ...]:
        """The parts of the window outside gaps, in order: as many seconds as the pixels can tell apart."""
        found: list[Interval] = []
        start, end = self.window.start, self.window.end
        for gap in self.gaps:
            if start < min(gap.start, end):
                found.append(Interval(start, min(gap.start, end)))
            start = max(start, gap.end)
        if start < end:
            found.append(Interval(start, end))
        return tuple(found)

    def to_px(self, times: npt.ArrayLike) -> Floats:
        """Pixels from the left edge, one for each of the int64 seconds in `times` (any shape)."""
        times = np.asarray(times, dtype=np.int64)
        if not self.gaps:
            return (times - self.window.start).astype(np.float64) * self.px_per_second
        first_kept, first_gaps, *_ = self._origin
        return self._offsets(times.ravel(), first_kept, first_gaps, self.px_per_second).reshape(times.shape)

    def px_of(self, time: int) -> float:
        """Pixels of one instant."""
        return float(self.to_px(np.array([time]))[0])

    def to_time(self, px: float) -> int:
        """The second at a pixel from the left edge, also outside the window; clamped to all of time."""
        return self._instant(px, self.window.start, self.px_per_second)

    def zoomed(self, factor: float, px: float) -> Interval:
        """The window after magnifying by `factor` (> 1 zooms in) with the instant at `px` kept there.

        A window beyond the closest or farthest zoom, as a call may name one, gets no closer or farther.
        """
        if not self.gaps:
            now = self.window.length
            shortest, longest = min(now, max(1, math.ceil(self.width / CLOSEST))), max(now, LONGEST)
            length = max(shortest, min(longest, round(now / factor)))
            start = self.window.start + round(px / self.px_per_second - px * length / self.width)
            return _fitted(start, length)
        # Gaps stay as wide as they are: the window is what fits around the instant at the new zoom.
        now = self.px_per_second
        zoom = max(min(now, self.width / LONGEST), min(max(now, CLOSEST), now * factor))
        held = self.to_time(px)
        start = self._instant(-px, held, zoom)
        return Interval(start, max(self._instant(self.width - px, held, zoom), start + 1))

    def panned(self, px: float) -> Interval:
        """The window moved `px` to the right (later), as long as before on the screen."""
        if not self.gaps:
            return _fitted(self.window.start + round(px / self.px_per_second), self.window.length)
        start, end = self.to_time(px), self.to_time(self.width + px)
        return Interval(start, max(end, start + 1))

    def _offsets(self, times: Ints, from_kept: int, from_gaps: float, zoom: float) -> Floats:
        """Pixels from an instant, given as _kept says it, at `zoom` pixels a second."""
        kept, passed = self._kept(times)
        return (kept - from_kept).astype(np.float64) * zoom + (passed - from_gaps) * self.gap_width

    def _instant(self, px: float, origin: int, zoom: float) -> int:
        """The second `px` to the right of an instant at `zoom` pixels a second, clamped to all of time."""
        if not self.gaps:
            return _clamped(origin + round(px / zoom))
        kept, passed = self._kept(np.array([origin], dtype=np.int64))
        starts, ends, _ = self._edges
        left, right = (self._offsets(edge, int(kept[0]), float(passed[0]), zoom) for edge in (starts, ends))
        before = int(np.searchsorted(right, px, side="right"))
        if before < len(starts) and px > left[before]:
            share = (px - left[before]) / max(right[before] - left[before], 1e-9)
            return _clamped(int(starts[before]) + round(share * int(ends[before] - starts[before])))
        if before:
            return _clamped(int(ends[before - 1]) + round((px - float(right[before - 1])) / zoom))
        return _clamped(int(starts[0]) + round((px - float(left[0])) / zoom))


def _clamped(time: int) -> int:
    return max(BEGINNING, min(FOREVER, time))


def _fitted(start: int, length: int) -> Interval:
    start = max(BEGINNING, min(FOREVER - length, start))
    return Interval(start, start + length)
