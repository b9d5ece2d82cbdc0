"""What a view speaks of: the events of its claim, else of its paragraph, else those that pass the filter.

The timeline asks here for the Layout of its present state.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from explorer.domain.argument import Argument
from explorer.domain.event import EventTitle
from explorer.domain.index import Bools, EventIndex, Matched
from explorer.layout.frames import Layout, Widths
from explorer.layout.lanes import Lanes
from explorer.layout.packing import MARK_RADIUS
from explorer.state import ViewState

#: Pixels: half of a mark with the outline of its role.
LIT_RADIUS = 11.0


class Present(Protocol):
    """What is shown: the Collection, as it is at any time, or a Sight of it."""

    @property
    def state(self) -> ViewState: ...
    @property
    def index(self) -> EventIndex | None: ...
    @property
    def match(self) -> Matched | None: ...
    @property
    def lanes(self) -> Lanes | None: ...
    @property
    def every(self) -> Lanes | None: ...
    @property
    def titles(self) -> Mapping[int, EventTitle]: ...
    @property
    def shapes(self) -> Mapping[str, str]: ...
    @property
    def argument(self) -> Argument | None: ...


def _no_roles() -> Mapping[int, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Lighting:
    """A Layout, and by row the role in which each lit event serves the chosen claim."""

    layout: Layout
    roles: Mapping[int, str] = field(default_factory=_no_roles)


def lighting_of(present: Present, widths: Widths, *, is_still: bool = False) -> Lighting | None:
    """How the present matches are laid out and lit, for a picture if it `is_still`.

    None before a database is open.
    """
    index, lanes = present.index, present.lanes
    if index is None or lanes is None:
        return None
    drawn = present.every or lanes
    spoken = spoken_of(present.argument, index, lanes.mask, present.state)
    if spoken is None:
        lit = lanes if present.every is not None else None
        return Lighting(Layout(index, drawn, widths, lit, is_still=is_still))
    rows = np.array(sorted(spoken), dtype=np.int64)
    mask = np.zeros(len(index), dtype=np.bool_)
    mask[rows] = True
    lit = Lanes.of(lanes.arrangement.among(index, rows), mask)
    has_roles = any(spoken.values())
    return Lighting(
        Layout(index, drawn, widths, lit, LIT_RADIUS if has_roles else MARK_RADIUS, is_still),
        spoken if has_roles else {},
    )


def spoken_of(
    argument: Argument | None, index: EventIndex, mask: Bools, state: ViewState
) -> dict[int, str] | None:
    """The matching rows that a state's claim, else its paragraph, rests on, each with its role.

    The role is "" for a paragraph. None where neither is chosen, the commentary is switched off, or the
    paragraph speaks of no match: then nothing is dimmed. A claim without a match leaves every event dim.
    """
    if not state.commentary:
        return None
    claim = argument.claim(state.claim) if argument is not None and state.claim else None
    if claim is not None:
        return _matching(index, mask, claim.events)
    if argument is None or not state.passage:
        return None
    passage = next((one for one in argument.passages if one.number == state.passage), None)
    if passage is None:
        return None
    return _matching(index, mask, [(event, "") for event in passage.event_ids]) or None


def _matching(index: EventIndex, mask: Bools, events: Sequence[tuple[int, str]]) -> dict[int, str]:
    roles = dict(events)
    rows = index.rows_of(np.array(list(roles), dtype=np.int64))
    found: list[int] = rows[mask[rows]].tolist()
    return {row: roles[int(index.ids[row])] for row in found}
