"""How the events of one paragraph stand in the present view, and that in words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from explorer.domain.edtf import stored
from explorer.domain.event import EventTitle
from explorer.domain.index import Bools, Rows
from explorer.domain.tongue import counted, grouped, translate
from explorer.domain.words import short_date


@dataclass(frozen=True, slots=True)
class Standing:
    """The events of one paragraph as the view has them, in order of time.

    `passes` and `carries` say of each row whether the filter lets it through and whether it carries the
    chosen claim; `importance` is 1 to 5; `selected` the selected event's id, `claim` the chosen claim's slug.
    """

    ids: Sequence[int]
    rows: Rows
    passes: Bools
    carries: Bools
    importance: Rows
    selected: int | None
    claim: str

    @property
    def passing(self) -> int:
        return int(np.count_nonzero(self.passes))

    @property
    def key(self) -> tuple[object, ...]:
        """What tells two standings of one paragraph apart."""
        selected = self.selected if self.selected in self.ids else None
        return self.passes.tobytes(), self.carries.tobytes(), selected, self.claim

    def first(self, count: int) -> list[int]:
        """Places of the `count` events worth a chip, in order of time, the selected one among them.

        Those that carry the claim come first, then those that pass, then the more important.
        """
        place = np.arange(len(self.rows))
        ranked = np.lexsort((place, -self.importance.astype(np.int64), ~self.passes, ~self.carries))
        taken: list[int] = ranked[:count].tolist()
        if self.selected is not None and self.selected in self.ids:
            chosen = list(self.ids).index(self.selected)
            if chosen not in taken:
                taken[-1] = chosen
        return sorted(taken)


def passing_in_words(passing: int, total: int) -> str:
    """ "3 of 4 events pass the filter", "4 events, all pass the filter", "No events"."""
    if not total:
        return translate("Article", "No events")
    if passing == total:
        return counted(
            total,
            translate("Article", "{n} event, which passes the filter"),
            translate("Article", "{n} events, all pass the filter"),
        )
    words = translate("Article", "{passing} of {n} events pass the filter")
    if total == 1:
        words = translate("Article", "{passing} of {n} event pass the filter")
    return words.format(passing=grouped(passing), n=grouped(total))


def short_date_of(title: EventTitle) -> str:
    """The day on which it began, in words."""
    return short_date(stored(title.start_edtf)[0])
