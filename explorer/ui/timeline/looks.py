"""How events and lanes look: colours, shapes and labels, taken once from what is shown and kept."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from explorer.domain.query import highlights, parse_query
from explorer.ui.theme import Theme, lane_colour
from explorer.ui.timeline.frame import EventLook, LaneLook
from explorer.ui.timeline.lighting import Present

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Looks of events kept.
_KEPT = 3_000


class Looks:
    """Remembers looks until what they depend on has changed."""

    def __init__(self, present: Present, theme: Theme) -> None:
        self.present, self.theme = present, theme
        self.roles: Mapping[int, str] = {}
        self._events: dict[int, EventLook] = {}
        self._lanes: dict[int, LaneLook] = {}

    def forget(self) -> None:
        """Take everything anew: other titles, another theme, other lanes or roles."""
        self._events.clear()
        self._lanes.clear()

    def forget_unread(self) -> None:
        """Take the looks anew whose titles have come meanwhile."""
        self._events = {row: look for row, look in self._events.items() if look.label}

    def event(self, row: int) -> EventLook:
        """How an event is drawn."""
        found = self._events.get(row)
        if found is None:
            present = self.present
            index = present.index
            assert index is not None
            kind, basis = index.facets["kind"], index.facets["basis"]
            bits = int(index.qualified[row])
            title = present.titles.get(int(index.ids[row]))
            if len(self._events) > _KEPT:
                self._events.clear()
            colour = lane_colour(int(index.facets["relationship"].codes[row]), self.theme)
            pale = QColor(colour)
            pale.setAlphaF(0.26 if self.theme.name == "light" else 0.32)
            label = title.label if title else ""
            found = self._events[row] = EventLook(
                label,
                colour,
                present.shapes.get(kind.slugs[int(kind.codes[row])], "disc"),
                pale,
                bool(bits & 1),
                bool(bits & 2),
                bool(bits & 4),
                bool(bits & 8),
                # Without a document there is nobody who could have discussed it.
                present.argument is not None
                and present.state.commentary
                and basis.slugs[int(basis.codes[row])] == "context",
                self.roles.get(row, ""),
                self.hits(label),
            )
        return found

    def hits(self, label: str) -> tuple[tuple[int, int], ...]:
        """Where a label has what is searched for."""
        match = self.present.match
        if match is None or not match.filter.search.strip():
            return ()
        return tuple(highlights(parse_query(match.filter.search), label))

    def lane(self, lane: int) -> LaneLook:
        """How a lane's header is drawn."""
        found = self._lanes.get(lane)
        if found is None:
            lanes = self.present.lanes
            assert lanes is not None
            # Colour stands for the relationship: lanes of anything else have none of their own.
            is_coloured = lanes.arrangement.facet == "relationship"
            colour = lane_colour(lane, self.theme) if is_coloured else self.theme.colour("text_soft")
            found = self._lanes[lane] = LaneLook(lanes.arrangement.labels[lane], colour)
        return found
