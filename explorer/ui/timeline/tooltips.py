"""What the pointer is told about a mark or a cluster. Never the only way to that text."""

from explorer.domain.edtf import stored
from explorer.domain.tongue import grouped, mark, translate
from explorer.domain.words import calendar_in_words, instant_in_words, span_in_words
from explorer.layout.marks import Bar, Cluster
from explorer.ui.collection import Collection
from explorer.ui.plain import joined, markup
from explorer.ui.timeline.frame import EventLook
from explorer.ui.wording import events_in_words

#: How an event stands to the chosen claim, by role, and what the look of a context-only event says.
ROLE_WORDS = {
    "evidence": mark("Timeline", "Evidence for the chosen claim"),
    "precedent": mark("Timeline", "A precedent for the chosen claim"),
    "exception": mark("Timeline", "An exception to the chosen claim"),
    "consequence": mark("Timeline", "A consequence of the chosen claim"),
}
CONTEXT_WORDS = mark("Timeline", "Context only: the author never discusses it")


def event_text(collection: Collection, row: int, look: EventLook) -> str:
    """Title, date and kind of one event, and what its look says, as rich text; "" while its title is read."""
    index, title = collection.index, collection.title_of(row)
    if index is None or title is None:
        return ""
    kind = index.facets["kind"]
    dates = stored(title.start_edtf, title.end_edtf)
    date = span_in_words(*dates)
    if calendar := calendar_in_words(*dates):
        date = translate("Timeline", "{date} ({calendar})").format(date=date, calendar=calendar)
    label = kind.labels[int(kind.codes[row])]
    said = markup("<b>{title}</b><br>{date} · {kind}", title=title.title, date=date, kind=label)
    if look.role:
        said = joined("<br>", (said, translate("Timeline", ROLE_WORDS[look.role])))
    if look.is_context:
        said = markup("{said}<br><i>{context}</i>", said=said, context=translate("Timeline", CONTEXT_WORDS))
    return said


def bar_text(collection: Collection, bar: Bar) -> str:
    """How many events a bar of density stands for, when and where, and what a double click does."""
    lanes = collection.lanes
    if lanes is None:
        return ""
    resolution = bar.window.length / 2
    first, last = (instant_in_words(t, resolution) for t in (bar.window.start, bar.window.end - 1))
    when = first if first == last else f"{first} – {last}"
    where = lanes.arrangement.labels[bar.lane]
    said = f"{events_in_words(bar.count)} · {where}"
    if bar.dim == bar.count:
        said = translate("Timeline", "{events}, dimmed").format(events=said)
        does = translate("Timeline", "double-click to open")
    else:
        if bar.dim:
            said = translate("Timeline", "{events}, {n} of them dimmed").format(
                events=said, n=grouped(bar.dim)
            )
        does = translate("Timeline", "beyond the marks above; double-click to open")
    return markup("<b>{when}</b><br>{said}<br><i>{does}</i>", when=when, said=said, does=does)


def cluster_text(collection: Collection, cluster: Cluster) -> str:
    """How many events a cluster stands for, the first few by name, and the rule that made it."""
    names: list[str] = []
    for row in cluster.rows[:4]:
        title = collection.title_of(row)
        if title is not None:
            names.append(title.label)
    more = len(cluster.rows) - len(names)
    if names and more:
        names.append(translate("Timeline", "and {n} more").format(n=more))
    rule = translate(
        "Timeline",
        "Events of one lane that fall close together and find no row here. "
        "A click lists them, a double click zooms in on them.",
    )
    return markup(
        "<b>{events}</b><br>{names}<br><i>{rule}</i>",
        events=events_in_words(cluster.count),
        names=joined("<br>", names),
        rule=rule,
    )
