"""A frame of the timeline in words: its lanes, and in each the events in view in order of time.

accessible.py gives it to screen readers. Nothing here is asked unless one runs.
"""

from dataclasses import dataclass
from typing import TypeAlias

from explorer.domain.edtf import stored
from explorer.domain.event import EventTitle
from explorer.domain.interval import Interval
from explorer.domain.tongue import grouped, mark, translate
from explorer.domain.words import instant_in_words, span_in_words
from explorer.layout.marks import Cluster, LaneMarks, Mark, Marks
from explorer.ui.collection import Collection
from explorer.ui.wording import events_in_words

#: What stays the same while the picture moves: "event", "cluster" or "rest", a lane, and a row: the event's,
#: the cluster's first, or -1.
Key: TypeAlias = tuple[str, int, int]

#: What the lanes stand for.
_FACETS = {
    "relationship": mark("Timeline", "relationship", "facet"),
    "kind": mark("Timeline", "kind", "facet"),
    "person": mark("Timeline", "person", "facet"),
    "place": mark("Timeline", "place", "facet"),
    "claim": mark("Timeline", "claim", "facet"),
}
#: Titles that a cluster's name lists.
_LISTED = 5
#: Events of a cluster that can be walked through; a list of thousands holds a reader up.
_WALKED = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """What a lane shows at one place: an event, a cluster, or all that its bars count.

    An event within a cluster is `drawn` as that; one that is out of view, and what bars count, as None.
    """

    key: Key
    lane: LaneMarks
    drawn: Mark | Cluster | None


def entries(lane: LaneMarks, collection: Collection, selected: tuple[int, int] | None = None) -> list[Entry]:
    """The events and clusters of a lane by the time they begin, after them what bars of density count.

    The event `selected` (its lane, its row) is always among them, or in one of the clusters.
    """
    index = collection.index
    assert index is not None
    found: list[tuple[int, Entry]] = [
        (int(index.start[mark.row]), Entry(("event", lane.lane, mark.row), lane, mark)) for mark in lane.marks
    ]
    for cluster in lane.clusters:
        key = ("cluster" if cluster.count > 1 else "event", lane.lane, cluster.rows[0])
        found.append((cluster.window.start, Entry(key, lane, cluster)))
    if selected is not None and lane.lane == selected[0] and not _shows(lane, selected[1]):
        row = selected[1]
        found.append((int(index.start[row]), Entry(("event", lane.lane, row), lane, None)))
    listed = [entry for _, entry in sorted(found, key=lambda pair: pair[0])]
    if lane.density is not None and lane.density.total:
        listed.append(Entry(("rest", lane.lane, -1), lane, None))
    return listed


def entries_within(lane: LaneMarks, cluster: Cluster, selected: int | None) -> list[Entry]:
    """The events of a cluster by time: the first of them, and the selected one."""
    rows = [*cluster.rows[:_WALKED]]
    if selected in cluster.rows[_WALKED:]:
        rows.append(selected)
    return [Entry(("event", lane.lane, row), lane, cluster) for row in rows]


def _shows(lane: LaneMarks, row: int) -> bool:
    return any(mark.row == row for mark in lane.marks) or any(row in one.rows for one in lane.clusters)


def lane_name(lane: LaneMarks, title: str) -> str:
    """ "Trump–Kim, 29 events, 12 earlier, 3 later"."""
    parts = [title, events_in_words(lane.total)]
    if lane.earlier:
        parts.append(translate("Timeline", "{n} earlier").format(n=grouped(lane.earlier)))
    if lane.later:
        parts.append(translate("Timeline", "{n} later").format(n=grouped(lane.later)))
    if not lane.is_placed:
        parts.append(translate("Timeline", "scrolled out of view"))
    return ", ".join(parts)


def entry_name(entry: Entry, collection: Collection) -> str:
    """What one place of a lane is called."""
    if entry.key[0] == "event":
        return event_name(entry.key[2], collection)
    if isinstance(entry.drawn, Cluster):
        return cluster_name(entry.drawn, collection)
    assert entry.lane.density is not None
    return translate("Timeline", "{n} more in view, counted in bars").format(
        n=grouped(entry.lane.density.total)
    )


def event_name(row: int, collection: Collection) -> str:
    """Title, date in words and kind; the date of the index while the title is still being read."""
    index = collection.index
    assert index is not None
    kind = index.facets["kind"]
    label = kind.labels[int(kind.codes[row])]
    title = collection.title_of(row)
    if title is None:
        return translate("Timeline", "{kind}, {date}, title being read").format(
            kind=label, date=_stretch(collection.extent_of(row))
        )
    return f"{title.title}, {date_of(title)}, {label}"


def cluster_name(cluster: Cluster, collection: Collection) -> str:
    """How many events, when, and the first titles."""
    titles = [collection.title_of(row) for row in cluster.rows[:_LISTED]]
    names = [title.title for title in titles if title is not None]
    if names and cluster.count > len(names):
        names.append(translate("Timeline", "{n} more").format(n=grouped(cluster.count - len(names))))
    said = translate("Timeline", "{events} close together, {date}").format(
        events=events_in_words(cluster.count), date=_stretch(cluster.window)
    )
    return f"{said}: {'; '.join(names)}" if names else said


def picture_name(marks: Marks, facet: str) -> str:
    """What the whole timeline shows."""
    lanes = len(marks.lanes)
    inside = sum(lane.drawn for lane in marks)
    text = (
        translate("Timeline", "{events} in view, {date}, in {n} lane, one for each {facet}")
        if lanes == 1
        else translate("Timeline", "{events} in view, {date}, in {n} lanes, one for each {facet}")
    )
    return text.format(
        events=events_in_words(inside),
        date=_stretch(marks.scale.window),
        n=grouped(lanes),
        facet=translate("Timeline", _FACETS[facet], "facet") if facet in _FACETS else facet,
    )


def date_of(title: EventTitle) -> str:
    return span_in_words(*stored(title.start_edtf, title.end_edtf))


def _stretch(span: Interval) -> str:
    # Days are enough to tell where in time something is.
    resolution = max(86_400.0, span.length / 200)
    first, last = (instant_in_words(instant, resolution) for instant in (span.start, span.end - 1))
    return first if first == last else f"{first} – {last}"
