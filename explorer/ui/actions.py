"""Every action of the window in one table: its name, keys, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: `method` is one of Commands, or of a part of it ("files.export"); `scope` is "window", or
    "timeline" for plain keys. The window keeps the check mark of one that is checkable in step with what it
    switches.
    """

    name: str
    text: str
    keys: tuple[str, ...]
    method: str
    scope: str = "window"
    group: str = "View"
    is_checkable: bool = False


TABLE = (
    Entry("open", "Open…", ("Ctrl+O",), "files.ask_open", group="File"),
    Entry("recent", "Open recent…", ("Ctrl+Shift+O",), "files.show_recent", group="File"),
    Entry("export", "Export…", ("Ctrl+E",), "files.export", group="File"),
    Entry("print", "Print…", ("Ctrl+P",), "files.print", group="File"),
    Entry("copy", "Copy event with citation", ("Ctrl+C",), "files.copy", group="File"),
    Entry(
        "copy-picture", "Copy picture of the timeline", ("Ctrl+Shift+X",), "files.copy_picture", group="File"
    ),
    Entry("copy-table", "Copy all that matches as a table", (), "files.copy_matches", group="File"),
    Entry("preferences", "Preferences…", ("Ctrl+,",), "show_preferences", group="File"),
    Entry("quit", "Quit", ("Ctrl+Q",), "quit", group="File"),
    Entry("find", "Find", ("Ctrl+F",), "focus_search", group="Filter"),
    Entry("clear", "Clear filters", ("Ctrl+Shift+F",), "clear_filters", group="Filter"),
    Entry("clear-one", "Clear one filter", ("Ctrl+Shift+Backspace",), "clear_one_filter", group="Filter"),
    Entry("facets", "Go to the filters", ("Ctrl+Shift+B",), "focus_facets", group="Filter"),
    Entry("toggle-facets", "Hide or show the filters", ("Ctrl+B",), "toggle_facets", group="Filter"),
    Entry("open-facets", "Open every section of the filters", (), "open_facets", group="Filter"),
    Entry("close-facets", "Close every section of the filters", (), "close_facets", group="Filter"),
    Entry("filter-dates", "Filter by date…", (), "filter_dates", group="Filter"),
    Entry("filter-window", "Filter to the visible window", (), "filter_to_window", group="Filter"),
    Entry("copy-filter", "Copy filter as sentence", (), "copy_filter", group="Filter"),
    Entry("fit", "Fit all", ("0", "Ctrl+0"), "fit"),
    Entry("zoom-in", "Zoom in", ("+", "=", "Ctrl++", "Ctrl+="), "zoom_in"),
    Entry("zoom-out", "Zoom out", ("-", "Ctrl+-"), "zoom_out"),
    Entry("collapse-gaps", "Collapse gaps", ("G",), "collapse_gaps", "timeline"),
    Entry("lanes", "Lanes", ("L",), "show_lanes", "timeline"),
    Entry("dims", "Dim filtered-out events instead of hiding them", ("D",), "turn_dims", "timeline"),
    Entry("legend", "Legend", ("K",), "turn_legend", "timeline"),
    Entry(
        "commentary", "Show what the article says", ("M",), "turn_commentary", "timeline", is_checkable=True
    ),
    Entry("table", "Table", ("T",), "show_table", "timeline"),
    Entry(
        "sort", "Sort the table by the column; again: the other way", ("Shift+S",), "sort_table", "timeline"
    ),
    Entry("centre", "Centre the selection; again: fit it", ("F",), "focus_selection", "timeline"),
    Entry("show-event", "Show the event", ("Ctrl+1",), "show_event"),
    Entry("show-article", "Show the article", ("Ctrl+2",), "show_article"),
    Entry(
        "follow-article",
        "Follow the article on the timeline",
        ("Ctrl+Shift+A",),
        "follow_article",
        is_checkable=True,
    ),
    Entry("page-earlier", "One screen earlier", ("PgUp",), "page_earlier", "timeline"),
    Entry("page-later", "One screen later", ("PgDown",), "page_later", "timeline"),
    Entry("previous", "Previous event", ("Left",), "previous_event", "timeline", "Go"),
    Entry("next", "Next event", ("Right",), "next_event", "timeline", "Go"),
    Entry("above", "Nearest event in the lane above", ("Up",), "event_above", "timeline", "Go"),
    Entry("below", "Nearest event in the lane below", ("Down",), "event_below", "timeline", "Go"),
    Entry("previous-in-lane", "Previous event in the lane", (",",), "previous_in_lane", "timeline", "Go"),
    Entry("next-in-lane", "Next event in the lane", (".",), "next_in_lane", "timeline", "Go"),
    Entry("first", "First event", ("Home",), "first_event", "timeline", "Go"),
    Entry("last", "Last event", ("End",), "last_event", "timeline", "Go"),
    Entry("next-passage", "Next passage about the event", ("P",), "next_passage", group="Go"),
    Entry("previous-passage", "Previous passage about it", ("Shift+P",), "previous_passage", group="Go"),
    Entry("compare", "Compare: mark the first of two events", ("C",), "mark_compared", "timeline", "Go"),
    Entry("swap", "Swap the two events compared", ("Shift+C",), "swap_compared", "timeline", "Go"),
    Entry("back", "Back to the view before", ("Alt+Left",), "go_back", group="Go"),
    Entry("forward", "Forward again", ("Alt+Right",), "go_forward", group="Go"),
    Entry("step-out", "Step back out", ("Esc",), "step_out", group="Go"),
    Entry("star", "Star the event", ("S",), "turn_star", "timeline", "Notes"),
    Entry("note", "Write a note", ("N",), "write_note", "timeline", "Notes"),
    Entry("undo", "Undo", ("Ctrl+Z",), "undo", group="Notes"),
    Entry("redo", "Redo", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo", group="Notes"),
    Entry("export-notes", "Export my notes…", (), "files.export_notes", group="Notes"),
    Entry("next-region", "Next region of the window", ("F6",), "next_region", group="Go"),
    Entry("previous-region", "Region before", ("Shift+F6",), "previous_region", group="Go"),
    Entry("copy-view", "Copy view as text", ("Ctrl+Shift+C",), "copy_view", group="Views"),
    Entry("paste-view", "Open view from text…", ("Ctrl+Shift+V",), "paste_view", group="Views"),
    Entry("save-view", "Save view…", ("Ctrl+S",), "save_view", group="Views"),
    Entry("views", "Saved views", ("V",), "show_views", "timeline", "Views"),
    Entry("edit-views", "Edit saved views…", (), "edit_views", group="Views"),
    Entry("palette", "All commands", ("Ctrl+Shift+P",), "show_palette", group="Help"),
    Entry("search-help", "How to search", (), "show_search_help", group="Help"),
    Entry("shortcuts", "Keyboard shortcuts", ("F1", "?"), "show_shortcuts", group="Help"),
    Entry("report", "Report a problem…", (), "report_problem", group="Help"),
    Entry("about", "About Détente", (), "show_about", group="Help"),
)

#: What must be there for an action to do anything, for those that need something.
NEEDS = {
    **dict.fromkeys(("copy", "centre", "compare", "star", "note"), "event"),
    **dict.fromkeys(("next-passage", "previous-passage"), "event"),
    **dict.fromkeys(("previous", "next", "above", "below", "previous-in-lane", "next-in-lane"), "matches"),
    **dict.fromkeys(("first", "last"), "matches"),
    **dict.fromkeys(("export", "print", "copy-picture", "copy-table"), "database"),
    **dict.fromkeys(("fit", "zoom-in", "zoom-out"), "database"),
    **dict.fromkeys(("collapse-gaps", "lanes", "page-earlier", "page-later"), "database"),
    **dict.fromkeys(("copy-view", "save-view", "views", "edit-views"), "database"),
    "clear": "filter",
    "swap": "two events",
    "back": "earlier view",
    "forward": "later view",
}

#: Why an action can do nothing now, by what it needs; Commands.has knows whether it is there.
LACKING = {
    "database": "No database is open",
    "event": "No event is selected",
    "two events": "No two events are compared",
    "matches": "No event matches",
    "filter": "Nothing is filtered",
    "earlier view": "This is the first view",
    "later view": "This is the last view",
}


def build(
    window: QWidget, timeline: QWidget, do: Callable[[str], Callable[[], object]]
) -> dict[str, QAction]:
    """The actions by name, bound to their keys; `do(method)` gives what an entry runs.

    Keys that type a character work everywhere but in a text field, which takes them first. Arrows and the
    like belong to the timeline: lists move by them too.
    """
    made: dict[str, QAction] = {}
    for entry in TABLE:
        run = do(entry.method)
        action = QAction(entry.text.replace("&", "&&"), window)
        action.setShortcuts(
            [QKeySequence(key) for key in entry.keys if entry.scope == "window" or plain(key)]
        )
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(entry.is_checkable)
        action.setToolTip(tooltip(entry))
        action.setCheckable(entry.is_checkable)
        _bind(action, run)
        window.addAction(action)
        made[entry.name] = action
        bare = [key for key in entry.keys if entry.scope == "timeline" and not plain(key)]
        if bare:
            local = QAction(entry.text, timeline)
            local.setShortcuts([QKeySequence(key) for key in bare])
            local.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            _bind(local, run)
            timeline.addAction(local)
    return made


def _bind(action: QAction, run: Callable[[], object]) -> None:
    def triggered() -> None:
        run()

    action.triggered.connect(triggered)


def plain(key: str) -> bool:
    """True for a key that types a character."""
    return len(key) == 1


def tooltip(entry: Entry) -> str:
    """What a button for the entry says: its text and first shortcut."""
    return f"{entry.text} ({native(entry.keys[0])})" if entry.keys else entry.text


def native(key: str) -> str:
    """A shortcut as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def entry(name: str) -> Entry:
    """The row of TABLE with that name."""
    return next(row for row in TABLE if row.name == name)
