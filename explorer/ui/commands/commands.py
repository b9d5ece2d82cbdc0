"""What the actions do: a method for each row of explorer.ui.actions.TABLE, and for what panels ask."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from explorer.domain.edtf import text_of_day
from explorer.domain.interval import Interval
from explorer.domain.tongue import translate
from explorer.ui import lane_menu
from explorer.ui.actions import LACKING, NEEDS, entry, native
from explorer.ui.commands.files import FileCommands
from explorer.ui.commands.filters import FilterCommands
from explorer.ui.commands.moves import MoveCommands
from explorer.ui.menus import open_menu
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
        self.filters = FilterCommands(window)
        self.moves = MoveCommands(window)

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self._window.close()

    # View

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
        self._window.voice.tell(
            translate("Status", "The legend is shown")
            if shows
            else translate("Status", "The legend is hidden")
        )

    def show_lanes(self) -> None:
        """Open the menu of lanes, with what can be done to the lane of the selection."""
        button = self._window.toolbar.lanes_button
        collection = self._window.collection
        menu = lane_menu.menu_for(self._window, self._store, collection, self._timeline.selected_lane)
        at = button.mapToGlobal(button.rect().bottomLeft())
        open_menu(menu, at, translate("Actions", "Lanes"))

    def show_table(self) -> None:
        """List the events in a table, or draw them again."""
        self._store.edit(is_table=not self._store.state.is_table)

    def sort_table(self) -> None:
        """Sort the table by the column that the keyboard is in."""
        table = self._window.stage.table
        if table is not None and self._store.state.is_table:
            table.sort_by_current()
        else:
            self._window.status.say(translate("Status", "Only the table is sorted ({key})").format(key="T"))

    def turn_commentary(self) -> None:
        """Show what the article says, in the panel and wherever it shows, or nothing of it."""
        self._window.reader.set_aside.turn()

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
        """Take back the last edit of a star or a note, show the event, and say what was undone."""
        self._show_edited(
            self._window.collection.notebook.undo(),
            translate("Status", "Undone: your star or note on {event} · {key} does it again"),
            "redo",
            translate("Status", "There is nothing to undo"),
        )

    def redo(self) -> None:
        """Make the edit again that was taken back last."""
        self._show_edited(
            self._window.collection.notebook.redo(),
            translate("Status", "Done again: your star or note on {event} · {key} undoes it"),
            "undo",
            translate("Status", "There is nothing to redo"),
        )

    def _show_edited(self, event_id: int | None, said: str, way_back: str, nothing: str) -> None:
        if event_id is None:
            self._window.status.say(nothing)
            return
        if event_id != self._store.state.selection:
            self.moves.select_id(event_id)
        title = self._window.collection.titles.get(event_id)
        name = title.label if title is not None else translate("Status", "the event")
        self._window.status.say(said.format(event=name, key=native(entry(way_back).keys[0])))

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

    def step_out(self) -> None:
        """Undo one thing: what is under way, an error card, the search, a comparison, the claim,
        the selection, the last filter; then a step of the zoom, as far as the whole."""
        window, state = self._window, self._store.state
        if window.collection.is_opening:
            window.collection.cancel()
        elif window.restoring is not None and window.restoring.is_busy:
            window.restoring.cancel()
        elif window.exports.is_busy:
            window.exports.cancel()
        elif window.stage.is_busy:
            window.stage.cancel()
        elif window.cards.shows_failure:
            window.cards.end()
        elif window.detail.editor.text.hasFocus():
            self._window.stage.setFocus()
        elif state.filter.search or window.toolbar.search.text():
            window.toolbar.drop_search()
            self.filters.search("")
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
            self.filters.clear_last()
        else:
            self.moves.step_back_out()

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

    def explain(self, action: str) -> None:
        """Say what an action lacks, if it can do nothing now."""
        need = NEEDS.get(action)
        if need is not None and not self.has(need):
            self._window.status.say(translate("Actions", LACKING[need]))

    def has(self, need: str) -> bool:
        """Whether what an action needs is there; `need` is one of explorer.ui.actions.LACKING."""
        window, state = self._window, self._store.state
        match = window.collection.match
        return {
            "database": window.collection.index is not None,
            "exported file": window.exports.written is not None,
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
        at = button.mapToGlobal(button.rect().bottomLeft())
        open_menu(menu_for(self._window), at, translate("Actions", "Saved views"))

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
        open_menu(menu, at, translate("Status", "Chosen span"), by_key=False)

    def list_cluster(self, rows: list[int], at: QPoint) -> None:
        """List events that no zoom can part; the one chosen is selected."""
        from explorer.ui.cluster_list import ClusterList

        window = self._window
        ClusterList(window.collection, rows, self._travel.select, self.files.copy_rows, window).open_at(at)
