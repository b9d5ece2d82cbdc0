"""The timeline as a screen reader knows it: lanes as lists, in each the events in view as items.

What is painted has no widgets of its own, so Qt asks here (docs/decisions/0007). The objects stand for lanes,
events and clusters, not for places in a frame: one stays the same while the picture moves.
"""

from typing import Any, cast

from PySide6.QtCore import QRect, QRectF, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from explorer.domain.tongue import translate
from explorer.layout import steps
from explorer.layout.marks import Cluster, LaneMarks, Mark, Marks
from explorer.layout.packing import Side
from explorer.ui import access
from explorer.ui.access import set_states
from explorer.ui.access_parts import Part, Parts, Press, nothing, offered
from explorer.ui.timeline.frame import AXIS
from explorer.ui.timeline.spoken import (
    Entry,
    Key,
    entries,
    entries_within,
    entry_name,
    event_name,
    lane_name,
    picture_name,
)
from explorer.ui.timeline.view import TimelineView

#: Objects of what is out of view that are kept before they are let go.
_KEPT = 400

_Text, _Role = QAccessible.Text, QAccessible.Role


def install() -> None:
    """From now on timelines that are made answer screen readers, as do the widgets of access.py."""
    access.answers_through(TimelineView, TimelineAccess)
    access.install()


def access_to(timeline: TimelineView) -> "TimelineAccess | None":
    """What stands for a timeline, None before `install`."""
    found = QAccessible.queryAccessibleInterface(timeline)
    return found if isinstance(found, TimelineAccess) else None


class TimelineAccess(QAccessibleWidget):
    """The whole timeline: its lanes, and whatever widgets lie on it."""

    def __init__(self, timeline: TimelineView) -> None:
        super().__init__(timeline, _Role.Grouping)
        self.timeline = timeline
        self._marks: Marks | None = None
        self._entries: dict[int, list[Entry]] = {}
        self._parts = Parts()
        timeline.destroyed.connect(self._parts.clear)

    # What it holds

    @property
    def marks(self) -> Marks:
        """The frame on the screen."""
        marks = self.timeline.marks
        if marks is not self._marks:
            self._marks, self._entries = marks, {}
            if len(self._parts) > _KEPT:
                # Not now: the one who asks may be among them.
                QTimer.singleShot(0, self.timeline, self._prune)
        return marks

    def lane(self, number: int) -> LaneMarks | None:
        """The lane of that number as it is drawn, None while it is not."""
        return next((lane for lane in self.marks if lane.lane == number), None)

    def entries(self, number: int) -> list[Entry]:
        """What a lane shows, in order."""
        lane = self.lane(number)
        if lane is None:
            return []
        if number not in self._entries:
            row, own = self.timeline.selected_row, self.timeline.selected_lane
            selected = None if row is None or own is None else (own, row)
            self._entries[number] = entries(lane, self.timeline.collection, selected)
        return self._entries[number]

    def within(self, entry: Entry | None) -> list[Entry]:
        """The events of a cluster, in order; of all else none."""
        if entry is None or entry.key[0] != "cluster" or not isinstance(entry.drawn, Cluster):
            return []
        return entries_within(entry.lane, entry.drawn, self.timeline.selected_row)

    def entry(self, key: Key) -> Entry | None:
        """What a key stands for in the present frame, None while it is out of view."""
        kind, number, row = key
        found = next((entry for entry in self.entries(number) if entry.key == key), None)
        if found is not None or kind != "event":
            return found
        lane = self.lane(number)
        holds = (one for one in lane.clusters if row in one.rows) if lane is not None else iter(())
        cluster = next(holds, None)
        return Entry(key, lane, cluster) if lane is not None and cluster is not None else None

    def part_of_lane(self, number: int) -> "LaneAccess":
        """The object that stands for a lane."""
        return cast("LaneAccess", self._parts.of(self._key_of_lane(number), lambda: LaneAccess(self, number)))

    def _key_of_lane(self, number: int) -> tuple[str, int]:
        lanes = self.timeline.lanes
        assert lanes is not None
        return f"lane of {lanes.arrangement.facet}", number

    def part_of_entry(self, entry: Entry) -> "EntryAccess":
        """The object that stands for an event, a cluster or a lane's bars."""
        return self.part_of_key(entry.key)

    def part_of_key(self, key: Key) -> "EntryAccess":
        """The object of that key."""
        return cast("EntryAccess", self._parts.of(key, lambda: EntryAccess(self, key)))

    def part_of_event(self, row: int) -> "EntryAccess":
        """The object that stands for an event, wherever that is."""
        lanes, index = self.timeline.lanes, self.timeline.collection.index
        lane = steps.lane_of(index, lanes, row) if lanes is not None and index is not None else None
        return self.part_of_key(("event", -1 if lane is None else lane, row))

    def _prune(self) -> None:
        listed = [entry for lane in self.marks for entry in self.entries(lane.lane)]
        wanted: set[tuple[Any, ...]] = {self._key_of_lane(lane.lane) for lane in self.marks}
        wanted.update(entry.key for entry in listed)
        wanted.update(inside.key for entry in listed for inside in self.within(entry))
        wanted.update(part.key for part in self._strays())
        self._parts.drop_all_but(wanted)

    def on_screen(self, x0: float, x1: float, top: float, bottom: float) -> QRect:
        """A place among the lanes as pixels of the screen, as far as it is in view."""
        port, unit = self.timeline.viewport(), self.timeline.fonts.unit
        y = AXIS - self.timeline.verticalScrollBar().value()
        box = QRectF(x0 * unit, (top + y) * unit, (x1 - x0) * unit, (bottom - top) * unit).toRect()
        box = box.intersected(port.rect().adjusted(0, round(AXIS * unit), 0, 0))
        return QRect(port.mapToGlobal(box.topLeft()), box.size()) if not box.isEmpty() else QRect()

    def _widgets(self) -> list[QWidget]:
        """The visible widgets on the timeline that are not part of its frame: the hint, say."""
        own = self.timeline.viewport()
        return [
            child
            for child in self.timeline.findChildren(QWidget)
            if child.parent() is self.timeline
            and child is not own
            and child.isVisible()
            and not child.objectName().startswith("qt_scrollarea")
        ]

    def _strays(self) -> "list[EntryAccess]":
        """The selected event where no lane shows it: a filter leaves it out, or its lane is hidden."""
        row, lane = self.timeline.selected_row, self.timeline.selected_lane
        if row is None or (lane is not None and self.lane(lane) is not None):
            return []
        return [self.part_of_event(row)]

    # Qt's questions

    def state(self) -> QAccessible.State:
        # One object at a time has the focus: the selected event instead of all that surrounds it.
        has_part = self.timeline.selected_row is not None
        return set_states(super().state(), "focused", is_on=self.timeline.hasFocus() and not has_part)

    def childCount(self) -> int:
        return len(self.marks.lanes) + len(self._strays()) + len(self._widgets())

    def child(self, index: int) -> QAccessibleInterface:
        lanes, strays, widgets = self.marks.lanes, self._strays(), self._widgets()
        if 0 <= index < len(lanes):
            return self.part_of_lane(lanes[index].lane)
        index -= len(lanes)
        if 0 <= index < len(strays):
            return strays[index]
        index -= len(strays)
        if 0 <= index < len(widgets):
            return QAccessible.queryAccessibleInterface(widgets[index])
        return nothing()

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        lanes, strays = self.marks.lanes, self._strays()
        if isinstance(child, LaneAccess):
            return next((at for at, lane in enumerate(lanes) if lane.lane == child.number), -1)
        if isinstance(child, EntryAccess):
            return len(lanes) if child in strays else -1
        widgets = self._widgets()
        found = child.object()
        if not isinstance(found, QWidget) or found not in widgets:
            return -1
        return len(lanes) + len(strays) + widgets.index(found)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        for part in (self.child(at) for at in reversed(range(self.childCount()))):
            if part.rect().contains(x, y):
                return part
        return nothing()

    def focusChild(self) -> QAccessibleInterface:
        row = self.timeline.selected_row
        found = self.part_of_event(row) if row is not None and self.timeline.hasFocus() else None
        return cast("QAccessibleInterface", found)

    def text(self, t: QAccessible.Text) -> str:
        if t == _Text.Description:
            lanes = self.timeline.lanes
            if lanes is None:
                return translate("Timeline", "No database is open")
            said = picture_name(self.marks, lanes.arrangement.facet)
            row = self.timeline.selected_row
            if row is None:
                return said
            event = event_name(row, self.timeline.collection)
            return translate("Timeline", "{picture}. Selected: {event}").format(picture=said, event=event)
        return super().text(t)


class _Part(Part):
    """A part of the timeline."""

    def __init__(self, whole: TimelineAccess) -> None:
        super().__init__(whole.timeline)
        self._timeline = whole.timeline

    @property
    def whole(self) -> TimelineAccess:
        # Asked anew: Qt ends what stands for a widget together with the widget.
        found = access_to(self._timeline)
        assert found is not None
        return found


class LaneAccess(_Part):
    """One lane: a list of what it shows."""

    def __init__(self, whole: TimelineAccess, number: int) -> None:
        super().__init__(whole)
        self.number = number

    def parent(self) -> QAccessibleInterface:
        return self.whole

    def role(self) -> QAccessible.Role:
        return _Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if self.rect().isEmpty():
            set_states(state, "offscreen")
        return state

    def rect(self) -> QRect:
        whole, lane = self.whole, self.whole.lane(self.number)
        if lane is None:
            return QRect()
        return whole.on_screen(0, self._timeline.room.width(), lane.top, lane.top + lane.height)

    def text(self, t: QAccessible.Text) -> str:
        lane, lanes = self.whole.lane(self.number), self._timeline.lanes
        if t != _Text.Name or lane is None or lanes is None:
            return ""
        return lane_name(lane, lanes.arrangement.labels[self.number])

    def childCount(self) -> int:
        return len(self.whole.entries(self.number))

    def child(self, index: int) -> QAccessibleInterface:
        found = self.whole.entries(self.number)
        part = self.whole.part_of_entry(found[index]) if 0 <= index < len(found) else None
        return cast("QAccessibleInterface", part)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        keys = [entry.key for entry in self.whole.entries(self.number)]
        return keys.index(child.key) if isinstance(child, EntryAccess) and child.key in keys else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        for part in (self.child(at) for at in range(self.childCount())):
            if part.rect().contains(x, y):
                return part
        return nothing()


class EntryAccess(_Part):
    """An event, a cluster or the bars of a lane: an item that can be pressed. A cluster holds its events."""

    def __init__(self, whole: TimelineAccess, key: Key) -> None:
        super().__init__(whole)
        self.key, self.number = key, key[1]
        self._press = Press(self.press, whole.timeline.setFocus)

    @property
    def entry(self) -> Entry | None:
        """What it stands for in the present frame, None while it is out of view."""
        return self.whole.entry(self.key)

    @property
    def _is_event(self) -> bool:
        return self.key[0] == "event"

    def press(self) -> None:
        """Select the event, or go into the cluster or the bars, as a click does."""
        entry, timeline = self.entry, self._timeline
        if self._is_event:
            timeline.travel.select(self.key[2])
        elif entry is not None and isinstance(entry.drawn, Cluster):
            timeline.pointer.open_cluster(entry.drawn, self.rect().bottomLeft())
        else:
            timeline.zoom(2.0)

    def parent(self) -> QAccessibleInterface:
        whole = self.whole
        if self._is_event and self.key not in {entry.key for entry in whole.entries(self.number)}:
            entry = self.entry
            if entry is not None and isinstance(entry.drawn, Cluster):
                return whole.part_of_key(("cluster", self.number, entry.drawn.rows[0]))
            if whole.lane(self.number) is None:
                return whole
        return whole.part_of_lane(self.number)

    def role(self) -> QAccessible.Role:
        return _Role.ListItem

    def state(self) -> QAccessible.State:
        state = set_states(QAccessible.State(), "focusable", "selectable")
        row = self._timeline.selected_row
        if row is not None and self._is_event and self.key[2] == row:
            set_states(state, "selected")
            if self._timeline.hasFocus():
                set_states(state, "focused", "active")
        if self.rect().isEmpty():
            set_states(state, "offscreen")
        return state

    def rect(self) -> QRect:
        entry, header = self.entry, self._timeline.header
        if entry is None:
            return QRect()
        drawn, lane = entry.drawn, entry.lane
        if drawn is None:
            if self._is_event:
                return QRect()
            width = self._timeline.room.width()
            return self.whole.on_screen(header, width, lane.top + lane.height - 24, lane.top + lane.height)
        low, high = drawn.x0, drawn.x1
        if isinstance(drawn, Mark) and drawn.side is not Side.NONE:
            low, high = min(low, drawn.label_x), max(high, drawn.label_x + drawn.label_width)
        low, high = max(low, 0.0), min(high, self._timeline.room.width() - header)
        return self.whole.on_screen(low + header, high + header, drawn.y - 10, drawn.y + 10)

    def text(self, t: QAccessible.Text) -> str:
        if t != _Text.Name:
            return ""
        if self._is_event:
            return event_name(self.key[2], self._timeline.collection)
        entry = self.entry
        return entry_name(entry, self._timeline.collection) if entry is not None else ""

    def childCount(self) -> int:
        return len(self.whole.within(self.entry))

    def child(self, index: int) -> QAccessibleInterface:
        found = self.whole.within(self.entry)
        part = self.whole.part_of_entry(found[index]) if 0 <= index < len(found) else None
        return cast("QAccessibleInterface", part)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        keys = [entry.key for entry in self.whole.within(self.entry)]
        return keys.index(child.key) if isinstance(child, EntryAccess) and child.key in keys else -1

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        return offered(self._press, kind)
