"""All events of a database as sorted numpy columns: what drawing, filtering and counting need, no text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from explorer.domain.errors import FilterError
from explorer.domain.filter import EventFilter

Bools: TypeAlias = npt.NDArray[np.bool_]
Ints: TypeAlias = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Facet:
    """One property of events and the values it takes.

    `slugs` are the identifiers, `labels` what people read, both in display order. `codes[i]` indexes
    them: for a single-valued facet `rows` is None and codes has one entry an event; for a many-valued
    one (people, claims) event `rows[i]` has value `codes[i]`, rows ascending.
    """

    name: str
    slugs: tuple[str, ...]
    labels: tuple[str, ...]
    codes: npt.NDArray[np.integer]
    rows: npt.NDArray[np.integer] | None = None

    def code_of(self, value: str) -> int | None:
        """The position of an identifier or label, or None; letter case does not matter in labels."""
        if value in self.slugs:
            return self.slugs.index(value)
        folded = value.casefold()
        for names in (self.slugs, self.labels):
            for position, name in enumerate(names):
                if name.casefold() == folded:
                    return position
        return None

    def label_of(self, slug: str) -> str:
        return self.labels[self.slugs.index(slug)] if slug in self.slugs else slug

    def having(self, chosen: Iterable[str], size: int) -> Bools:
        """A mask of the `size` events that have any of the chosen values."""
        wanted = np.zeros(len(self.slugs), dtype=np.bool_)
        for slug in chosen:
            if slug in self.slugs:
                wanted[self.slugs.index(slug)] = True
        hits = wanted[self.codes]
        if self.rows is None:
            return hits
        mask = np.zeros(size, dtype=np.bool_)
        mask[self.rows[hits]] = True
        return mask

    def count(self, mask: Bools) -> Ints:
        """How many of the masked events have each value, in the order of `slugs`."""
        codes = self.codes[mask] if self.rows is None else self.codes[mask[self.rows]]
        return np.bincount(codes, minlength=len(self.slugs))

    def values_of(self, row: int) -> tuple[int, ...]:
        """The codes that one event has."""
        if self.rows is None:
            return (int(self.codes[row]),)
        first, last = np.searchsorted(self.rows, [row, row + 1])
        return tuple(int(code) for code in self.codes[first:last])


@dataclass(frozen=True, slots=True)
class Matched:
    """The events that pass a filter, and what each facet would offer under the others.

    `mask[row]` is True for a match; `counts[facet][slug]` counts the matches of that value when the
    facet's own choice is left aside.
    """

    filter: EventFilter
    mask: Bools
    total: int
    counts: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class EventIndex:
    """Every event as a row, ordered by start, then end, then id.

    Bounds are seconds from 1970, half-open, as in db/schema.sql: an event lies within
    [start[i], end[i]), has certainly begun by start_latest[i] and was certainly still going on, or
    not yet over, at end_earliest[i]. `qualified[i]` has bit 1 for an uncertain date, 2 for an
    approximate one, 4 for an open start, 8 for an open end, 16 where the end's qualifier differs from the start's.
    """

    ids: Ints
    start: Ints
    start_latest: Ints
    end_earliest: Ints
    end: Ints
    importance: npt.NDArray[np.uint8]
    qualified: npt.NDArray[np.uint8]
    facets: Mapping[str, Facet]

    def __len__(self) -> int:
        return len(self.ids)

    def row_of(self, event_id: int) -> int | None:
        """The row of an event, or None when the database has no such id."""
        found = np.flatnonzero(self.ids == event_id)
        return int(found[0]) if len(found) else None

    def label_of(self, facet: str, slug: str) -> str:
        return self.facets[facet].label_of(slug) if facet in self.facets else slug

    def resolve(self, wanted: EventFilter) -> EventFilter:
        """The same filter with every label replaced by its identifier.

        Raises FilterError for a value that the database does not know, naming near ones.
        """
        for name, values in wanted.chosen.items():
            facet = self.facets[name]
            slugs: set[str] = set()
            for value in values:
                code = facet.code_of(value)
                if code is None:
                    raise FilterError(
                        f"There is no {name} “{value}” in this database.",
                        f"Choose from: {_near(value, facet)}.",
                    )
                slugs.add(facet.slugs[code])
            wanted = wanted.choosing(name, slugs)
        return wanted

    def match(self, wanted: EventFilter, found: Bools | None = None) -> Matched:
        """Apply a filter. `found` is the mask of the events that its search text finds, None without one."""
        size = len(self)
        conditions: dict[str, Bools] = {}
        for name, slugs in wanted.chosen.items():
            conditions[name] = self.facets[name].having(slugs, size)
        if wanted.search.strip():
            conditions["search"] = np.zeros(size, np.bool_) if found is None else found
        if wanted.min_importance > 1:
            conditions["importance"] = self.importance >= wanted.min_importance
        if wanted.dates is not None:
            conditions["dates"] = self._within(wanted)
        failed = np.zeros(size, dtype=np.uint8)
        for condition in conditions.values():
            failed += ~condition
        mask = failed == 0
        counts: dict[str, dict[str, int]] = {}
        for name, facet in self.facets.items():
            others = mask if name not in conditions else mask | ((failed == 1) & ~conditions[name])
            counts[name] = dict(zip(facet.slugs, facet.count(others).tolist(), strict=True))
        return Matched(wanted, mask, int(np.count_nonzero(mask)), counts)

    def _within(self, wanted: EventFilter) -> Bools:
        dates = wanted.dates
        assert dates is not None
        if wanted.certainty == "certain":
            return (self.start >= dates.start) & (self.end <= dates.end)
        return (self.start < dates.end) & (self.end > dates.start)


def _near(value: str, facet: Facet) -> str:
    import difflib  # noqa: PLC0415 - only a refusal needs it

    folded = value.casefold()
    names = [f"“{slug}”" for slug in facet.slugs]
    inside = [name for name in names if folded in name.casefold()]
    close = difflib.get_close_matches(value, facet.slugs, n=3, cutoff=0.4)
    chosen = inside[:5] or [f"“{name}”" for name in close] or names[:5]
    return ", ".join(chosen)
