"""Which rows of an index an argument rests on, and how many of them pass a filter.

The window computes it once with the index, off the main thread; the article's tab, the claims and the
banner count with it at every new filter.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from explorer.domain.argument import Argument
from explorer.domain.event import ROLES
from explorer.domain.index import Bools, EventIndex, Rows


@dataclass(frozen=True, slots=True)
class Bearing:
    """Rows by the number of a paragraph and by the slug of a claim, in the argument's own order.

    `roles[slug]` are the rows of `claims[slug]` parted by role, every one of ROLES among the keys.
    """

    passages: Mapping[int, Rows]
    claims: Mapping[str, Rows]
    roles: Mapping[str, Mapping[str, Rows]]

    @classmethod
    def of(cls, argument: Argument, index: EventIndex) -> "Bearing":
        """Look every event of the argument up in the index that was read with it."""

        def rows(ids: list[int]) -> Rows:
            return index.rows_of(np.array(ids, dtype=np.int64))

        roles = {
            claim.slug: {role: rows([event for event, has in claim.events if has == role]) for role in ROLES}
            for claim in argument.claims
        }
        return cls(
            {passage.number: rows(list(passage.event_ids)) for passage in argument.passages},
            {claim.slug: rows([event for event, _ in claim.events]) for claim in argument.claims},
            roles,
        )


def passing(rows: Rows, mask: Bools) -> int:
    """How many of these rows a filter's mask lets through."""
    return int(np.count_nonzero(mask[rows]))
