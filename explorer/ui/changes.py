"""What changed from one view to another, in words: what the eye sees at once, and a key leaves unsaid.

Selection, window and matches are not among it: announcing.py tells those when their answers are there.
"""

from collections.abc import Iterator

from explorer.domain.tongue import counted, mark, translate
from explorer.state import ViewState
from explorer.ui.collection import Collection
from explorer.ui.lane_menu import GROUPINGS
from explorer.ui.timeline.spoken import event_name

#: Lanes whose order is told, from the top.
_LISTED = 3
#: What is said of lanes that are now among these, and of those that are no longer.
_LANES = {
    "hidden": (mark("Changes", "Hidden: {lane}"), mark("Changes", "Shown again: {lane}")),
    "folded": (mark("Changes", "Folded: {lane}"), mark("Changes", "No longer folded: {lane}")),
    "expanded": (mark("Changes", "Expanded: {lane}"), mark("Changes", "No longer expanded: {lane}")),
}


def changes_in_words(old: ViewState, new: ViewState, collection: Collection) -> list[str]:
    """What is other than before, one sentence each; nothing without a database."""
    return list(_changes(old, new, collection)) if collection.index is not None else []


def _changes(old: ViewState, new: ViewState, collection: Collection) -> Iterator[str]:
    if new.is_table != old.is_table:
        yield translate("Changes", "Table of events") if new.is_table else translate("Changes", "Timeline")
    if new.sorted_by != old.sorted_by:
        yield _sorting(new.sorted_by)
    if new.lanes != old.lanes:
        yield translate("Changes", "Lanes by {facet}").format(facet=translate("Lanes", GROUPINGS[new.lanes]))
    else:
        yield from _lanes(old, new, collection)
    if new.collapse_gaps != old.collapse_gaps:
        yield (
            translate("Changes", "Gaps are collapsed")
            if new.collapse_gaps
            else translate("Changes", "Gaps have their full length")
        )
    if new.compared != old.compared:
        yield _comparison(new, collection)
    if new.claim != old.claim:
        argument = collection.argument
        claim = argument.claim(new.claim) if argument is not None else None
        yield (
            translate("Changes", "Claim {number}: {claim}").format(number=claim.position, claim=claim.label)
            if claim is not None
            else translate("Changes", "No claim is chosen")
        )
    if new.commentary != old.commentary:
        yield (
            translate("Changes", "What the article says is shown")
            if new.commentary
            else translate("Changes", "What the article says is hidden")
        )


def _sorting(sorted_by: str) -> str:
    # Not loaded before a table is sorted.
    from explorer.ui.table.model import COLUMNS

    name = sorted_by.removeprefix("-")
    heading = next(translate("Table", column.heading) for column in COLUMNS if column.name == name)
    words = translate("Changes", "Sorted: {column}")
    if sorted_by.startswith("-"):
        words = translate("Changes", "Sorted: {column}, from last to first")
    return words.format(column=heading)


def _lanes(old: ViewState, new: ViewState, collection: Collection) -> Iterator[str]:
    if collection.lanes is None:
        return
    arrangement = collection.lanes.arrangement
    names = dict(zip(arrangement.slugs, arrangement.labels, strict=True))
    for among, sentences in _LANES.items():
        before, after = getattr(old, among), getattr(new, among)
        for slugs, sentence in ((after - before, sentences[0]), (before - after, sentences[1])):
            known = [names[slug] for slug in slugs if slug in names]
            if known:
                some = counted(
                    len(known), translate("Changes", "{n} lane"), translate("Changes", "{n} lanes")
                )
                yield translate("Changes", sentence).format(lane=known[0] if len(known) == 1 else some)
    if new.lane_order != old.lane_order:
        order = [names[slug] for slug in new.lane_order if slug in names]
        yield (
            translate("Changes", "Lanes in another order: {lanes}").format(lanes=", ".join(order[:_LISTED]))
            if order
            else translate("Changes", "Lanes in their usual order")
        )


def _comparison(new: ViewState, collection: Collection) -> str:
    index = collection.index
    assert index is not None
    row = index.row_of(new.compared) if new.compared is not None else None
    if row is None:
        return translate("Changes", "Nothing is compared any more")
    if new.compared == new.selection:
        words = translate("Changes", "The first of two events to compare: {event}")
    else:
        words = translate("Changes", "Compared with: {event}")
    return words.format(event=event_name(row, collection))
