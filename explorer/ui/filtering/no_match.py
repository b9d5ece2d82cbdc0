"""What the card over an empty timeline says: which filter to drop, and what would then be seen.

The window shows it when nothing matches.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from explorer.domain.index import Relief
from explorer.domain.tongue import translate
from explorer.state import Store
from explorer.ui.collection import Collection
from explorer.ui.filtering.filter_bar import sentence_of
from explorer.ui.notice import Notice, Way
from explorer.ui.widgets import button, on_click
from explorer.ui.wording import events_in_words


def show_no_match(
    notice: Notice, store: Store, collection: Collection, clear_filters: Callable[[], object]
) -> None:
    """Say that nothing matches, and as soon as it is known, what each filter keeps away."""
    index, matched = collection.index, collection.match
    assert index is not None and matched is not None  # noqa: PT018
    sentence = sentence_of(index, matched)
    title = translate("Notice", "No event matches")
    ways_out: list[Way] = [("clear", clear_filters)]
    notice.show_message(title, sentence, ways_out)

    def explain(found: list[Relief]) -> None:
        present = collection.match
        if present is not None and present.mask is matched.mask and notice.isVisible():
            helpful = sorted((one for one in found if one.total), key=lambda one: -one.total)
            nobody = translate("Notice", "No single filter is to blame. Drop several, or clear them.")
            advice = "" if helpful else f"\n{nobody}"
            offered = [_way(store, one) for one in helpful or found] if len(found) > 1 or helpful else []
            notice.show_message(title, sentence + advice, ways_out, offered)

    collection.want_relief(explain)


def _way(store: Store, relief: Relief) -> QWidget:
    """A button that drops one filter."""
    without = translate("Notice", "Without ‘{words}’: {events}")
    drop = translate("Notice", "Drop this filter: {words}").format(words=relief.words)
    made = button(without.format(words=relief.words, events=events_in_words(relief.total)), "filter", drop)
    on_click(made, lambda: store.edit(filter=relief.without))
    return made
