"""Events arranged in lanes by a facet, with prefix counts that answer "how many here?" under any filter."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from explorer.domain.index import Bools, EventIndex, Ints
from explorer.domain.interval import Interval


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The rows of an EventIndex in lanes, one for each value of `facet`, each lane ordered by start.

    `rows[offsets[k]:offsets[k + 1]]` are the events of lane k; `by_end` holds the same events ordered
    by end. An event with several values of the facet stands in several lanes.
    """

    facet: str
    slugs: tuple[str, ...]
    labels: tuple[str, ...]
    rows: npt.NDArray[np.int32]
    by_end: npt.NDArray[np.int32]
    offsets: Ints
    start: Ints
    end_sorted: Ints

    @classmethod
    def of(cls, index: EventIndex, facet_name: str) -> "Arrangement":
        """Arrange all events by a facet; its values without any event get an empty lane."""
        facet = index.facets[facet_name]
        codes = facet.codes
        events = np.arange(len(index), dtype=np.int32) if facet.rows is None else facet.rows.astype(np.int32)
        by_lane = np.argsort(codes, kind="stable")
        rows = events[by_lane]
        offsets = np.concatenate(([0], np.cumsum(np.bincount(codes, minlength=len(facet.slugs)))))
        by_end = np.empty_like(rows)
        for first, last in zip(offsets[:-1], offsets[1:], strict=True):
            lane = rows[first:last]
            by_end[first:last] = lane[np.argsort(index.end[lane], kind="stable")]
        return cls(
            facet_name,
            facet.slugs,
            facet.labels,
            rows,
            by_end,
            offsets.astype(np.int64),
            index.start[rows],
            index.end[by_end],
        )

    def __len__(self) -> int:
        """How many lanes there are."""
        return len(self.slugs)


@dataclass(frozen=True, slots=True)
class Lanes:
    """An Arrangement under a filter: prefix counts in start order and in end order, n + 1 long each."""

    arrangement: Arrangement
    mask: Bools
    started: npt.NDArray[np.int32]
    ended: npt.NDArray[np.int32]

    @classmethod
    def of(cls, arrangement: Arrangement, mask: Bools) -> "Lanes":
        """Count the events that `mask`, one entry for each row of the index, lets through."""
        return cls(arrangement, mask, _prefix(mask[arrangement.rows]), _prefix(mask[arrangement.by_end]))

    def total(self, lane: int) -> int:
        """Matching events of one lane."""
        first, last = self.arrangement.offsets[lane : lane + 2]
        return int(self.started[last] - self.started[first])

    def events(self, lane: int) -> npt.NDArray[np.int32]:
        """The matching rows of one lane, in order of start."""
        first, last = self.arrangement.offsets[lane : lane + 2]
        rows = self.arrangement.rows[first:last]
        return rows[self.mask[rows]]

    def around(self, lane: int, window: Interval) -> tuple[int, int, int]:
        """How many of a lane's matches are over before the window, overlap it, begin after it."""
        first, last = (int(edge) for edge in self.arrangement.offsets[lane : lane + 2])
        begun = first + int(np.searchsorted(self.arrangement.start[first:last], window.end, side="left"))
        over = first + int(np.searchsorted(self.arrangement.end_sorted[first:last], window.start, side="right"))
        earlier = int(self.ended[over] - self.ended[first])
        later = int(self.started[last] - self.started[begun])
        return earlier, self.total(lane) - earlier - later, later

    def shown(self) -> Sequence[int]:
        """The lanes that have a match anywhere, in display order."""
        edges = self.started[self.arrangement.offsets]
        return [int(lane) for lane in np.flatnonzero(np.diff(edges))]


def _prefix(hits: Bools) -> npt.NDArray[np.int32]:
    counts = np.empty(len(hits) + 1, dtype=np.int32)
    counts[0] = 0
    np.cumsum(hits, out=counts[1:])
    return counts
