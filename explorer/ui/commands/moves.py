"""What the actions do that lead from event to event, through time, the article and the window."""

from typing import TYPE_CHECKING

from explorer.domain.tongue import translate

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


class MoveCommands:
    """The part of Commands that takes the user elsewhere."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._store, self._timeline = window.store, window.timeline
        self._travel = window.timeline.travel

    def fit(self) -> None:
        """Bring everything that matches into view."""
        self._travel.fit()

    def zoom_in(self) -> None:
        """Magnify around the middle."""
        self._timeline.zoom(1.5)

    def zoom_out(self) -> None:
        """Show more around the middle."""
        self._timeline.zoom(1 / 1.5)

    def step_back_out(self) -> None:
        """Show twice as much, and no more than the whole: a zoom is not thrown away by one key."""
        window, extent = self._store.state.window, self._window.collection.extent
        if window is not None and extent is not None and 2 * window.length < extent.length:
            self._timeline.zoom(0.5)
        else:
            self._travel.fit()

    def page_earlier(self) -> None:
        """Move the window nearly its own length back."""
        self._travel.page(-0.9)

    def page_later(self) -> None:
        """Move the window nearly its own length on."""
        self._travel.page(0.9)

    def focus_selection(self) -> None:
        """Centre the selection; once it is centred, fit it."""
        self._travel.focus_selection()

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
        self._window.commands.show_article()
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
