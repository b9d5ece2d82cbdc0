"""One property of events as small codes: the chosen values unmark rows of a mask, a mask counts values.

Everything works in blocks that stay in the processor's cache: at ten million events a whole-array
temporary costs more than the arithmetic.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from explorer.domain.blocks import blocks
from explorer.domain.facet_words import OUR_OWN
from explorer.domain.folding import plain_name, plain_names
from explorer.domain.tongue import translate

Bools: TypeAlias = npt.NDArray[np.bool_]
Ints: TypeAlias = npt.NDArray[np.int64]

#: More separate stretches of chosen codes than this are looked up, not compared.
_COMPARED: Final = 6


def _folded(name: str) -> str:
    """A name as it is compared: the en dash of Trump–Putin is hard to type."""
    return name.casefold().replace("–", "-")


@dataclass(frozen=True, slots=True)
class Facet:
    """One property of events and the values it takes.

    `slugs` are the identifiers, `labels` what people read (see `label_at`), both in display order.
    `codes[i]` indexes them: for a single-valued facet `rows` is None and codes has one entry an event; for a
    many-valued one (people, claims, sources) event `rows[i]` has value `codes[i]`, rows ascending and no
    pair twice.
    """

    name: str
    slugs: tuple[str, ...]
    labels: tuple[str, ...]
    codes: npt.NDArray[np.integer]
    rows: npt.NDArray[np.integer] | None = None

    def code_of(self, value: str) -> int | None:
        """The position of an identifier or label, or None.

        Letter case, diacritics and kind of dash do not matter unless they tell two values apart.
        """
        if value in self.slugs:
            return self.slugs.index(value)
        folded = _folded(value)
        for names in (self.slugs, self.labels):
            for position, name in enumerate(names):
                if _folded(name) == folded:
                    return position
        plain = plain_name(value)
        for names in (self.slugs, self.labels):
            if plain and plain in (known := plain_names(names)):
                return known.index(plain)
        return None

    def label_of(self, slug: str) -> str:
        return self.label_at(self.slugs.index(slug)) if slug in self.slugs else slug

    def label_at(self, code: int) -> str:
        """The label of a code as people read it: the database's own, ours in the language spoken."""
        label = self.labels[code]
        return translate("Facets", label) if self.name in OUR_OWN else label

    def restrict(self, mask: Bools, chosen: Iterable[str], *, every: bool = False) -> None:
        """Unmark, in place, the events of a mask that have none of the chosen values.

        With `every`, those that lack one of them.
        """
        chosen = frozenset(chosen)
        if not every or len(chosen) == 1:
            self._keep(mask, self.wanted(chosen))
        elif self.rows is None or not chosen <= frozenset(self.slugs):
            # No event has two values where each has one, and none a value that does not exist.
            mask.fill(False)
        else:
            for slug in chosen:
                self._keep(mask, self.wanted([slug]))

    def exclude(self, mask: Bools, excluded: Iterable[str]) -> None:
        """Unmark, in place, the events of a mask that have one of the excluded values."""
        unwanted = self.wanted(excluded)
        if self.rows is None:
            self._keep(mask, ~unwanted)
            return
        for first, last in blocks(len(self.codes)):
            mask[self.rows[first:last][_chosen(self.codes[first:last], unwanted)]] = False

    def _keep(self, mask: Bools, wanted: Bools) -> None:
        """Unmark the events that have none of the wanted codes."""
        if self.rows is None:
            for first, last in blocks(len(mask)):
                part = mask[first:last]
                if part.any():
                    np.logical_and(part, _chosen(self.codes[first:last], wanted), out=part)
            return
        having = np.zeros(len(mask), dtype=np.bool_)
        for first, last in blocks(len(self.codes)):
            having[self.rows[first:last][_chosen(self.codes[first:last], wanted)]] = True
        np.logical_and(mask, having, out=mask)

    def wanted(self, chosen: Iterable[str]) -> Bools:
        """Which codes stand for one of the chosen values; values that do not exist are left out."""
        wanted = np.zeros(len(self.slugs), dtype=np.bool_)
        for slug in chosen:
            if slug in self.slugs:
                wanted[self.slugs.index(slug)] = True
        return wanted

    def count(self, mask: Bools) -> Ints:
        """How many of the masked events have each value, in the order of `slugs`."""
        counts = np.zeros(len(self.slugs), dtype=np.int64)
        for first, last in blocks(len(self.codes)):
            codes = self.codes[first:last]
            hits = mask[first:last] if self.rows is None else mask[self.rows[first:last]]
            # Not codes[hits]: a quarter of the time.
            counts += np.bincount(codes if hits.all() else codes.compress(hits), minlength=len(counts))
        return counts

    def values_of(self, row: int) -> tuple[int, ...]:
        """The codes that one event has."""
        if self.rows is None:
            return (int(self.codes[row]),)
        # In the rows' own type: numpy would otherwise convert all of them first.
        first, last = np.searchsorted(self.rows, np.array([row, row + 1], self.rows.dtype))
        return tuple(int(code) for code in self.codes[first:last])


def _chosen(codes: npt.NDArray[np.integer], wanted: Bools) -> Bools:
    """A mask of the codes that are wanted."""
    edges = np.flatnonzero(np.diff(wanted, prepend=False, append=False))
    if len(edges) > 2 * _COMPARED:
        return wanted.take(codes)
    hits = np.zeros(len(codes), dtype=np.bool_)
    for low, high in edges.reshape(-1, 2).tolist():
        if high == low + 1:
            hits |= codes == low
        elif low == 0:
            hits |= codes <= high - 1
        else:
            hits |= (codes >= low) & (codes <= high - 1)
    return hits
