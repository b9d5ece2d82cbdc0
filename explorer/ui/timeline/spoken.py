"""A frame of the timeline in words: its lanes, and in each the events in view in order of time.

accessible.py gives it to screen readers. Nothing here is asked unless one runs.
"""

from dataclasses import dataclass
from typing import TypeAlias

from explorer.domain.edtf import parse
from explorer.domain.event import EventTitle
from explorer.domain.interval import Interval
from explorer.domain.words import instant_in_words, span_in_words
from explorer.layout.marks import Cluster, LaneMarks, Mark, Marks
from explorer.ui.collection import Collection

#: What stays the same while the picture moves: "event", "cluster" or "rest", a lane, and a row: the event's,
#: the cluster's first, or -1.
Key: TypeAlias = tuple[str, int, int]

#: Titles that a cluster's name lists.
_LISTED = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """What a lane shows at one place: an event, a cluster, or (`drawn` None) all that its bars count."""

    key: Key
    lane: LaneMarks
    drawn: Mark | Cluster | None


def entries(lane: LaneMarks, collection: Collection) -> list[Entry]:
    """The events and clusters of a lane by the time they begin, after them what bars of density count."""
    index = collection.index
    assert index is not None
    found: list[tuple[int, Entry]] = [
        (int(index.start[mark.row]), Entry(("event", lane.lane, mark.row), lane, mark)) for mark in lane.marks
    ]
    for cluster in lane.clusters:
        key = ("cluster", lane.lane, cluster.rows[0])
        found.append((cluster.window.start, Entry(key, lane, cluster)))
    listed = [entry for _, entry in sorted(found, key=lambda pair: pair[0])]
    if lane.density is not None and lane.density.total:
        listed.append(Entry(("rest", lane.lane, -1), lane, None))
    return listed


def lane_name(lane: LaneMarks, title: str) -> str:
    """ "Trump–Kim, 29 events, 12 earlier, 3 later"."""
    parts = [title, counted(lane.total)]
    if lane.earlier:
        parts.append(f"{lane.earlier:,} earlier")
    if lane.later:
        parts.append(f"{lane.later:,} later")
    if not lane.is_placed:
        parts.append("scrolled out of view")
    return ", ".join(parts)


def entry_name(entry: Entry, collection: Collection) -> str:
    """What one place of a lane is called."""
    if isinstance(entry.drawn, Mark):
        return event_name(entry.drawn.row, collection)
    if isinstance(entry.drawn, Cluster):
        return cluster_name(entry.drawn, collection)
    assert entry.lane.density is not None
    return f"{entry.lane.density.total:,} more in view, counted in bars"


def event_name(row: int, collection: Collection) -> str:
    """Title, date in words and kind; the date of the index while the title is still being read."""
    index = collection.index
    assert index is not None
    kind = index.facets["kind"]
    label = kind.labels[int(kind.codes[row])]
    title = collection.title_of(row)
    if title is None:
        return f"{label}, {_stretch(collection.extent_of(row))}, title being read"
    return f"{title.title}, {date_of(title)}, {label}"


def cluster_name(cluster: Cluster, collection: Collection) -> str:
    """How many events, when, and the first titles; of a single one its name."""
    if cluster.count == 1:
        return event_name(cluster.rows[0], collection)
    titles = [collection.title_of(row) for row in cluster.rows[:_LISTED]]
    names = [title.title for title in titles if title is not None]
    if names and cluster.count > len(names):
        names.append(f"{cluster.count - len(names):,} more")
    said = f"{counted(cluster.count)} close together, {_stretch(cluster.window)}"
    return f"{said}: {'; '.join(names)}" if names else said


def picture_name(marks: Marks, facet: str) -> str:
    """What the whole timeline shows."""
    lanes = len(marks.lanes)
    inside = sum(lane.drawn for lane in marks)
    return (
        f"{counted(inside)} in view, {_stretch(marks.scale.window)}, "
        f"in {lanes:,} lane{'s' * (lanes != 1)}, one for each {facet}"
    )


def date_of(title: EventTitle) -> str:
    return span_in_words(parse(title.start_edtf), parse(title.end_edtf) if title.end_edtf else None)


def counted(count: int) -> str:
    return f"{count:,} event{'s' * (count != 1)}"


def _stretch(span: Interval) -> str:
    # Days are enough to tell where in time something is.
    resolution = max(86_400.0, span.length / 200)
    first, last = (instant_in_words(instant, resolution) for instant in (span.start, span.end - 1))
    return first if first == last else f"{first} – {last}"
