"""What the actions do: a method for each row of explorer.ui.actions.TABLE, and for what panels ask."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from explorer.domain.edtf import text_of_day
from explorer.domain.filter import ARTICLE, EventFilter
from explorer.domain.interval import Interval
from explorer.domain.tongue import translate
from explorer.ui import lane_menu
from explorer.ui.file_commands import FileCommands
from explorer.ui.side import SidePane

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


class Commands:
    """Edits the Store or calls a part of the window; holds nothing itself."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._store, self._timeline = window.store, window.timeline
        self._travel = window.timeline.travel
        self.files = FileCommands(window)

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self._window.close()

    # Filter

    def focus_search(self) -> None:
        """Put the cursor into the search box, what it holds selected."""
        self._window.toolbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
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

    def go_to_first_hit(self) -> None:
        """Select the first match unless the selection is one, and give the timeline the keyboard."""
        self._window.stage.setFocus()
        # The answer to what was just typed may still be on its way.
        self._window.collection.loader.ask("go", lambda: None, lambda _: self._travel.to_match())

    def choose_person(self, slug: str) -> None:
        """Let only events with one person pass."""
        self._store.edit(filter=self._store.state.filter.choosing("person", {slug}))

    def show_only(self, facet: str, slug: str) -> None:
        """Let only events with one value of a facet pass, whatever else is filtered."""
        self._store.edit(filter=self._store.state.filter.choosing(facet, {slug}))

    def clear_filters(self) -> None:
        """Let every event pass again."""
        self._window.toolbar.drop_search()
        self._store.edit(filter=EventFilter())

    def clear_one_filter(self) -> None:
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
            menu.addAction(
                translate("Status", "Clear: {filter}").format(filter=words).replace("&", "&&"),
                lambda without=without: self._store.edit(filter=without),
            )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        bar = self._window.filter_bar
        menu.popup(bar.mapToGlobal(bar.rect().bottomLeft()))

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

    def copy_filter(self) -> None:
        """Put the filter as a sentence on the clipboard."""
        self._window.filter_bar.copy()

    def _show_facets(self, is_shown: bool) -> None:
        facets = self._window.facets
        if not is_shown and facets.focused_section() is not None:
            self._window.stage.setFocus()
        facets.setVisible(is_shown)
        self._window.settings.shows_facets = is_shown

    # View

    def fit(self) -> None:
        """Bring everything that matches into view."""
        self._travel.fit()

    def zoom_in(self) -> None:
        """Magnify around the middle."""
        self._timeline.zoom(1.5)

    def zoom_out(self) -> None:
        """Show more around the middle."""
        self._timeline.zoom(1 / 1.5)

    def collapse_gaps(self) -> None:
        """Shrink stretches without events to a break, or show them again."""
        self._store.edit(collapse_gaps=not self._store.state.collapse_gaps)

    def turn_dims(self) -> None:
        """Leave events that fail the filter as dim dots, or hide them again."""
        dims = self._store.edit(dims=not self._store.state.dims).dims
        self._window.status.say(
            translate("Status", "Events that fail the filter are dimmed")
            if dims
            else translate("Status", "Events that fail the filter are hidden")
        )

    def turn_legend(self) -> None:
        """Show or hide what the shapes mean, and remember it."""
        shows = not self._window.settings.shows_legend
        self._window.settings.shows_legend = shows
        self._window.legend.setVisible(shows)

    def show_lanes(self) -> None:
        """Open the menu of lanes, with what can be done to the lane of the selection."""
        button = self._window.toolbar.lanes_button
        collection = self._window.collection
        menu = lane_menu.menu_for(self._window, self._store, collection, self._timeline.selected_lane)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def show_table(self) -> None:
        """List the events in a table, or draw them again."""
        self._store.edit(is_table=not self._store.state.is_table)

    def sort_table(self) -> None:
        """Sort the table by the column that the keyboard is in."""
        table = self._window.stage.table
        if table is not None and self._store.state.is_table:
            table.sort_by_current()

    def page_earlier(self) -> None:
        """Move the window nearly its own length back."""
        self._travel.page(-0.9)

    def page_later(self) -> None:
        """Move the window nearly its own length on."""
        self._travel.page(0.9)

    def focus_selection(self) -> None:
        """Centre the selection; once it is centred, fit it."""
        self._travel.focus_selection()

    def turn_commentary(self) -> None:
        """Show what the article says, in the panel and wherever it shows, or nothing of it."""
        if self._store.state.lanes == "claim":
            lane_menu.regroup(self._store, "relationship")
        wanted = self._store.state.filter
        if is_off := self._store.state.commentary:
            # What filters by the article says what it says.
            wanted = wanted.without_facets(ARTICLE)
        self._store.edit(commentary=not is_off, claim="", passage=0, filter=wanted)

    # Notes

    def turn_star(self) -> None:
        """Star the selected event, or take its star away."""
        reading = self._window.collection.reading
        notebook = self._window.collection.notebook
        if reading is not None and notebook.is_open:
            notebook.star(reading.event.id, reading.event.slug)

    def write_note(self) -> None:
        """Put the cursor into the note on the selected event."""
        self.show_event()
        self._window.detail.write_note()

    def undo(self) -> None:
        """Take back the last edit of a star or a note, and show the event."""
        self._show_edited(
            self._window.collection.notebook.undo(), translate("Status", "There is nothing to undo")
        )

    def redo(self) -> None:
        """Make the edit again that was taken back last."""
        self._show_edited(
            self._window.collection.notebook.redo(), translate("Status", "There is nothing to redo")
        )

    def _show_edited(self, event_id: int | None, nothing: str) -> None:
        if event_id is None:
            self._window.status.say(nothing)
        elif event_id != self._store.state.selection:
            self.select_id(event_id)

    # Go

    def mark_compared(self) -> None:
        """Make the selection the first of two events to compare; again: end that."""
        state = self._store.state
        if state.selection is not None:
            self._store.edit(compared=None if state.compared == state.selection else state.selection)

    def swap_compared(self) -> None:
        """Select the event that the selection is compared with, and the other way round."""
        state = self._store.state
        if state.selection is not None and state.compared is not None:
            self._store.edit(selection=state.compared, compared=state.selection)

    def end_comparison(self) -> None:
        """Compare with nothing."""
        self._store.edit(compared=None)

    def previous_event(self) -> None:
        """Select the event before in time."""
        self._travel.in_time(-1)

    def next_event(self) -> None:
        """Select the event after in time."""
        self._travel.in_time(1)

    def event_above(self) -> None:
        """Select the nearest event in the lane above."""
        self._travel.across(-1)

    def event_below(self) -> None:
        """Select the nearest event in the lane below."""
        self._travel.across(1)

    def previous_in_lane(self) -> None:
        """Select the event before in the same lane."""
        self._travel.in_lane(-1)

    def next_in_lane(self) -> None:
        """Select the event after in the same lane."""
        self._travel.in_lane(1)

    def first_event(self) -> None:
        """Select the first match."""
        self._travel.to_end(1)

    def last_event(self) -> None:
        """Select the last match."""
        self._travel.to_end(-1)

    def select_id(self, event_id: int) -> None:
        """Select an event by its id and bring it into view."""
        index = self._window.collection.index
        if index is not None:
            self._travel.select(index.row_of(event_id))

    def next_passage(self) -> None:
        """Read the next paragraph about the selected event."""
        self._step_passage(1)

    def previous_passage(self) -> None:
        """Read the paragraph about the selected event before this one."""
        self._step_passage(-1)

    def _step_passage(self, step: int) -> None:
        window, selection = self._window, self._store.state.selection
        argument = window.collection.argument
        if argument is None:
            return
        if selection is None:
            window.status.say(
                translate("Status", "Select an event to step through what the article says of it")
            )
            return
        numbers = argument.paragraphs_of(selection)
        if not numbers:
            window.status.say(translate("Status", "The article does not mention this event"))
            return
        self.show_article()
        number = window.reader.article.step_about(selection, step)
        window.reader.article.take_keyboard()
        window.status.say(
            translate("Status", "¶ {n}, passage {at} of {all} about the event").format(
                n=number, at=numbers.index(number) + 1, all=len(numbers)
            )
        )

    def step_in_panel(self, step: int) -> None:
        """Do what the arrows beside the tabs mean: a passage on in the article, else an event on."""
        if self._window.reader.side.shows_article:
            self._step_passage(step)
        else:
            self._travel.in_time(step)

    def go_back(self) -> None:
        """Show the view before this one."""
        self._window.go(-1)

    def go_forward(self) -> None:
        """Show the view that Back left."""
        self._window.go(1)

    def next_region(self) -> None:
        """Give the keyboard to the next region of the window."""
        self._window.regions.step(1)

    def previous_region(self) -> None:
        """Give the keyboard to the region before."""
        self._window.regions.step(-1)

    def step_out(self) -> None:
        """Undo one thing: what is under way, an error card, the search, a comparison, the claim,
        the selection, the filters, the zoom."""
        window, state = self._window, self._store.state
        if window.collection.is_opening:
            window.collection.cancel()
        elif window.restoring is not None and window.restoring.is_busy:
            window.restoring.cancel()
        elif window.exports.is_busy:
            window.exports.cancel()
        elif window.stage.is_busy:
            window.stage.cancel()
        elif window.shows_failure:
            window.end_notice()
        elif window.detail.editor.text.hasFocus():
            self._window.stage.setFocus()
        elif state.filter.search or window.toolbar.search.text():
            window.toolbar.drop_search()
            self.search("")
            self._window.stage.setFocus()
        elif window.toolbar.search.hasFocus():
            self._window.stage.setFocus()
        elif state.compared is not None:
            self.end_comparison()
        elif state.claim:
            self.clear_claim()
        elif state.selection is not None:
            self._store.edit(selection=None)
        elif not state.filter.is_empty:
            self.clear_filters()
        else:
            self.fit()

    # The article

    def show_event(self) -> None:
        """Show the selected event in the panel on the right."""
        self._window.reader.side.show_tab(SidePane.EVENT)

    def show_article(self) -> None:
        """Show the article in the panel on the right, and give it the keyboard."""
        reader = self._window.reader
        if not reader.side.shows_article:
            reader.side.show_tab(SidePane.ARTICLE)
        reader.article.take_keyboard()

    def show_passage(self, number: int) -> None:
        """Show a paragraph of the article, and give it the keyboard."""
        self._window.reader.side.show_tab(SidePane.ARTICLE)
        self._window.reader.article.show_passage(number, takes_keyboard=True)

    def follow_article(self) -> None:
        """Let reading the article light its events on the timeline, or not."""
        follows = self._window.actions_by_name["follow-article"].isChecked()
        self._window.settings.follows_article = self._window.reader.article.follows = follows
        self._store.edit(passage=self._window.reader.article.read if follows else 0)

    def choose_claim(self, slug: str) -> None:
        """Show on the timeline which events carry a claim, and bring them into view; "" for none."""
        self._store.edit(claim=slug)
        self._window.reader.bring_claim()

    def clear_claim(self) -> None:
        """Show no claim any more."""
        self._store.edit(claim="")

    # Help

    def show_shortcuts(self) -> None:
        """List every shortcut."""
        from explorer.ui.shortcuts import show_shortcuts

        show_shortcuts(self._window)

    def show_search_help(self) -> None:
        """List what the search box understands."""
        from explorer.ui.searching.search_help import show_search_help

        show_search_help(self._window)

    def show_about(self) -> None:
        """Say what this is, its version and licences."""
        from explorer.ui.desktop.about import show_about

        show_about(self._window)

    def report_problem(self) -> None:
        """Put what helps to understand a problem on the clipboard, and say what that is."""
        from explorer.ui.desktop.problem import report_problem

        report_problem(self._window)

    def show_palette(self) -> None:
        """Offer everything by a few letters of its name."""
        self._open_palette()

    def show_preferences(self) -> None:
        """Let the user choose what is a matter of taste."""
        from explorer.ui.desktop.preferences import show_preferences

        show_preferences(self._window)

    def has(self, need: str) -> bool:
        """Whether what an action needs is there; `need` is one of explorer.ui.actions.LACKING."""
        window, state = self._window, self._store.state
        match = window.collection.match
        return {
            "database": window.collection.index is not None,
            "event": state.selection is not None,
            "two events": state.compared is not None and state.selection not in (None, state.compared),
            "matches": match is not None and match.total > 0,
            "filter": not state.filter.is_empty,
            "earlier view": window.history.can_go(-1),
            "later view": window.history.can_go(1),
        }[need]

    # Views

    def save_view(self) -> None:
        """Ask for a name and keep the present view under it."""
        from explorer.ui.views_dialog import ask_name

        index = self._window.collection.index
        if index is not None:
            wanted = self._store.state.filter
            suggestion = "" if wanted.is_empty else wanted.sentence(index.label_of)
            suggestion = f"{suggestion[:1].upper()}{suggestion[1:80]}"
            self._window.views.write(lambda request: ask_name(self._window, request, suggestion))

    def show_views(self) -> None:
        """Open the menu of saved views."""
        from explorer.ui.views_dialog import menu_for

        button = self._window.toolbar.views_button
        menu_for(self._window).popup(button.mapToGlobal(button.rect().bottomLeft()))

    def edit_views(self) -> None:
        """Open the list of saved views, to rename, delete and order them."""
        from explorer.ui.views_dialog import EditViews

        if self._window.collection.index is not None:
            EditViews(self._window).open()

    def copy_view(self) -> None:
        """Put the present view on the clipboard as a line of text."""
        if self._window.collection.index is not None:
            self._window.views.copy()

    def paste_view(self) -> None:
        """Offer to open the view of the line on the clipboard, or of one that is typed."""
        from explorer.domain.view_line import is_line

        text = " ".join(QGuiApplication.clipboard().text().split())
        self._open_palette(
            text if is_line(text) else "",
            translate("Status", "Paste a line such as detente --window 2017/2020"),
        )

    def _open_palette(self, typed: str = "", hint: str = "") -> None:
        from explorer.ui.searching.choices import ranked
        from explorer.ui.searching.palette import Palette

        window = self._window
        if window.palette_open is not None:
            window.palette_open.dismiss()
            return

        def forget() -> None:
            window.palette_open = None

        window.palette_open = Palette(window, lambda text, recent: ranked(window, text, recent), typed, hint)
        window.palette_open.closed.connect(forget)

    # Menus on the timeline

    def offer_span(self, span: Interval, at: QPoint) -> None:
        """Ask whether to zoom to a stretch of time or to filter to it."""
        menu = QMenu(self._window)
        menu.addAction(translate("Status", "Zoom to this span"), lambda: self._timeline.glide.to(span))
        after, before = text_of_day(span.start), text_of_day(span.end - 1)
        wanted = replace(self._store.state.filter, after=after, before=before)
        menu.addAction(
            translate("Status", "Show only {first} to {last}").format(first=after, last=before),
            lambda: self._store.edit(filter=wanted),
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def list_cluster(self, rows: list[int], at: QPoint) -> None:
        """List events that no zoom can part; the one chosen is selected."""
        from explorer.ui.cluster_list import ClusterList

        window = self._window
        ClusterList(window.collection, rows, self._travel.select, self.files.copy_rows, window).open_at(at)
