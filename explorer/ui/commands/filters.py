"""What the actions on search and filter do."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from explorer.domain.filter import EventFilter
from explorer.domain.folding import is_blank
from explorer.domain.tongue import translate
from explorer.ui.menus import open_menu
from explorer.ui.plain import add_action
from explorer.ui.wording import events_in_words

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


class FilterCommands:
    """The part of Commands that decides which events pass."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._store = window, window.store
        self._travel = window.timeline.travel
        self._gone_to: EventFilter | None = None

    def focus_search(self) -> None:
        """Put the cursor into the search box, what it holds selected."""
        # In this order: Orca stays silent on a focus that news of the cursor has come before.
        self._window.toolbar.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._window.toolbar.search.selectAll()

    def search(self, text: str) -> None:
        """Let only events pass that the words find."""
        self._store.edit(filter=replace(self._store.state.filter, search=text))

    def suggest(self, text: str, cursor: int) -> None:
        """Offer ways to go on with what stands in the search box."""
        box, bar = self._window.toolbar.search, self._window.filter_bar
        self._window.collection.want_completions(
            text, cursor, lambda found: box.suggest(text, cursor, found, bar)
        )

    def go_to_hit(self) -> None:
        """Select the next hit from where one is, and give the timeline the keyboard; none for no search.

        Once more for the same filter goes on to the one behind, and from the last to the first.
        """
        self._window.stage.setFocus()
        if is_blank(self._store.state.filter.search):
            return
        # The answer to what was just typed may still be on its way.
        self._window.collection.loader.ask("go", lambda: None, lambda _: self._go())

    def _go(self) -> None:
        wanted = self._store.state.filter
        goes_on, self._gone_to = wanted == self._gone_to, wanted
        begins_again = self._travel.to_hit(goes_on=goes_on)
        row, match = self._window.timeline.selected_row, self._window.collection.match
        if row is None or match is None or not match.mask[row]:
            return
        title = self._window.collection.title_of(row)
        if title is not None:
            said = (
                translate("Status", "From the beginning again, {n} found: {title}")
                if begins_again and goes_on
                else translate("Status", "{n} found, here: {title}")
            )
            self._window.status.say(said.format(n=events_in_words(match.total), title=title.title))

    def choose_person(self, slug: str) -> None:
        """Let only events with one person pass."""
        self._store.edit(filter=self._store.state.filter.choosing("person", {slug}))

    def show_only(self, facet: str, slug: str) -> None:
        """Let only events with one value of a facet pass, whatever else is filtered."""
        self._store.edit(filter=self._store.state.filter.choosing(facet, {slug}))

    def clear(self) -> None:
        """Let every event pass again."""
        self._window.toolbar.drop_search()
        self._store.edit(filter=EventFilter())

    def clear_last(self) -> None:
        """Lift the last of the filters, as their sentence has them."""
        index, wanted = self._window.collection.index, self._store.state.filter
        clauses = wanted.clauses(index.label_of) if index is not None else []
        if clauses:
            self._store.edit(filter=clauses[-1][2])

    def clear_one(self) -> None:
        """Lift what the section with the keyboard restricts, or let the user choose among the filters."""
        section = self._window.facets.focused_section()
        wanted, index = self._store.state.filter, self._window.collection.index
        if section is not None and section.in_short(wanted):
            section.clear()
            return
        clauses = wanted.clauses(index.label_of) if index is not None else []
        if not clauses:
            self._window.status.say(translate("Status", "Nothing is filtered"))
            return
        if len(clauses) == 1:
            self._store.edit(filter=clauses[0][2])
            return
        menu = QMenu(self._window)
        for _, words, without in clauses:
            said = translate("Status", "Clear: {filter}").format(filter=words)
            add_action(menu, said, lambda without=without: self._store.edit(filter=without))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        bar = self._window.filter_bar
        beneath = bar if bar.isVisible() else self._window.toolbar
        at = beneath.mapToGlobal(beneath.rect().bottomLeft())
        open_menu(menu, at, translate("Status", "Filters"))

    def focus_facets(self) -> None:
        """Show the left panel and give it the keyboard."""
        self._show_facets(True)
        self._window.facets.take_keyboard()

    def toggle_facets(self) -> None:
        """Hide the left panel, or show it again."""
        self._show_facets(self._window.facets.isHidden())

    def open_facets(self) -> None:
        """Open every section of the left panel."""
        self._show_facets(True)
        self._window.facets.open_all(True)

    def close_facets(self) -> None:
        """Close every section of the left panel."""
        self._window.facets.open_all(False)

    def filter_dates(self) -> None:
        """Go to the section of dates."""
        self._show_facets(True)
        self._window.facets.open_section("dates")

    def filter_to_window(self) -> None:
        """Let only events of the visible stretch of time pass."""
        self._window.facets.dates.use_window()

    def copy(self) -> None:
        """Put the filter as a sentence on the clipboard."""
        self._window.filter_bar.copy()

    def _show_facets(self, is_shown: bool) -> None:
        facets = self._window.facets
        if not is_shown and facets.focused_section() is not None:
            self._window.stage.setFocus()
        facets.setVisible(is_shown)
        self._window.settings.shows_facets = is_shown
