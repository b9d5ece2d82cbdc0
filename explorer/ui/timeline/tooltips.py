"""What the pointer is told about a mark or a cluster. Never the only way to that text."""

from html import escape

from explorer.domain.edtf import parse
from explorer.domain.words import instant_in_words, span_in_words
from explorer.layout.dense import Bar
from explorer.layout.marks import Cluster
from explorer.ui.collection import Collection
from explorer.ui.timeline.frame import EventLook

#: How an event stands to the chosen claim, by role, and what the look of a context-only event says.
ROLE_WORDS = {
    "evidence": "Evidence for",
    "precedent": "A precedent for",
    "exception": "An exception to",
    "consequence": "A consequence of",
}
CONTEXT_WORDS = "Context only: the author never discusses it"


def event_text(collection: Collection, row: int, look: EventLook) -> str:
    """Title, date and kind of one event, and what its look says, as rich text; "" while its title is read."""
    index, title = collection.index, collection.title_of(row)
    if index is None or title is None:
        return ""
    kind = index.facets["kind"]
    date = span_in_words(parse(title.start_edtf), parse(title.end_edtf) if title.end_edtf else None)
    said = f"<b>{escape(title.title)}</b><br>{escape(date)} · {escape(kind.labels[int(kind.codes[row])])}"
    if look.role:
        said += f"<br>{ROLE_WORDS[look.role]} the chosen claim"
    return said + (f"<br><i>{CONTEXT_WORDS}</i>" if look.is_context else "")


def bar_text(collection: Collection, bar: Bar) -> str:
    """How many events a bar of density stands for, when and where, and what a double click does."""
    lanes = collection.lanes
    if lanes is None:
        return ""
    resolution = bar.window.length / 2
    first, last = (instant_in_words(t, resolution) for t in (bar.window.start, bar.window.end - 1))
    when = first if first == last else f"{first} – {last}"
    where = escape(lanes.arrangement.labels[bar.lane])
    said = f"{bar.count:,} event{'s' * (bar.count != 1)} · {where}"
    if bar.dim == bar.count:
        return f"<b>{escape(when)}</b><br>{said}, dimmed<br><i>double-click to open</i>"
    said += f", {bar.dim:,} of them dimmed" if bar.dim else ""
    return f"<b>{escape(when)}</b><br>{said}<br><i>beyond the marks above; double-click to open</i>"


def cluster_text(collection: Collection, cluster: Cluster) -> str:
    """How many events a cluster stands for, the first few by name, and the rule that made it."""
    names: list[str] = []
    for row in cluster.rows[:4]:
        title = collection.title_of(row)
        if title is not None:
            names.append(escape(title.label))
    more = len(cluster.rows) - len(names)
    listed = "<br>".join(names) + (f"<br>and {more} more" if names and more else "")
    rule = "Events of one lane that fall close together and find no row here. Click to zoom in on them."
    return f"<b>{cluster.count:,} events</b><br>{listed}<br><i>{rule}</i>"
