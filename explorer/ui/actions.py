"""Every action of the window in one table: its name, keys, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from explorer.domain.tongue import mark, translate
from explorer.ui.plain import caption, set_tip


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: `method` is one of Commands, or of a part of it ("files.export"); `scope` is "window", or
    "timeline" for plain keys. The window keeps the check mark of one that is checkable in step with what it
    switches.
    """

    name: str
    english: str
    keys: tuple[str, ...]
    method: str
    scope: str = "window"
    group: str = "View"
    is_checkable: bool = False

    @property
    def text(self) -> str:
        """What a person reads."""
        return translate("Actions", self.english)

    @property
    def heading(self) -> str:
        """What the group is called."""
        return translate("Actions", _GROUPS[self.group], "group")


#: The groups of TABLE.
_GROUPS = {
    "File": mark("Actions", "File", "group"),
    "Filter": mark("Actions", "Filter", "group"),
    "View": mark("Actions", "View", "group"),
    "Go": mark("Actions", "Go", "group"),
    "Notes": mark("Actions", "Notes", "group"),
    "Views": mark("Actions", "Views", "group"),
    "Help": mark("Actions", "Help", "group"),
}


TABLE = (
    Entry("open", mark("Actions", "Open…"), ("Ctrl+O",), "files.ask_open", group="File"),
    Entry("recent", mark("Actions", "Open recent…"), ("Ctrl+Shift+O",), "files.show_recent", group="File"),
    Entry("new-window", mark("Actions", "New window"), ("Ctrl+Shift+W",), "files.open_another", group="File"),
    Entry("export", mark("Actions", "Export…"), ("Ctrl+E",), "files.export", group="File"),
    Entry(
        "show-export",
        mark("Actions", "Show the exported file in its folder"),
        (),
        "files.show_export",
        group="File",
    ),
    Entry("print", mark("Actions", "Print…"), ("Ctrl+P",), "files.print", group="File"),
    Entry("copy", mark("Actions", "Copy event with citation"), ("Ctrl+C",), "files.copy", group="File"),
    Entry(
        "copy-picture",
        mark("Actions", "Copy picture of the timeline"),
        ("Ctrl+Shift+X",),
        "files.copy_picture",
        group="File",
    ),
    Entry(
        "copy-table",
        mark("Actions", "Copy all that matches as a table"),
        (),
        "files.copy_matches",
        group="File",
    ),
    Entry("preferences", mark("Actions", "Preferences…"), ("Ctrl+,",), "show_preferences", group="File"),
    Entry("quit", mark("Actions", "Quit"), ("Ctrl+Q",), "quit", group="File"),
    Entry("find", mark("Actions", "Find"), ("Ctrl+F",), "filters.focus_search", group="Filter"),
    Entry("clear", mark("Actions", "Clear filters"), ("Ctrl+Shift+F",), "filters.clear", group="Filter"),
    Entry(
        "clear-one",
        mark("Actions", "Clear one filter"),
        ("Ctrl+Shift+Backspace",),
        "filters.clear_one",
        group="Filter",
    ),
    Entry(
        "facets",
        mark("Actions", "Go to the filters"),
        ("Ctrl+Shift+B",),
        "filters.focus_facets",
        group="Filter",
    ),
    Entry(
        "toggle-facets",
        mark("Actions", "Hide or show the filters"),
        ("Ctrl+B",),
        "filters.toggle_facets",
        group="Filter",
    ),
    Entry(
        "open-facets",
        mark("Actions", "Open every section of the filters"),
        (),
        "filters.open_facets",
        group="Filter",
    ),
    Entry(
        "close-facets",
        mark("Actions", "Close every section of the filters"),
        (),
        "filters.close_facets",
        group="Filter",
    ),
    Entry("filter-dates", mark("Actions", "Filter by date…"), (), "filters.filter_dates", group="Filter"),
    Entry(
        "filter-window",
        mark("Actions", "Filter to the visible window"),
        (),
        "filters.filter_to_window",
        group="Filter",
    ),
    Entry("copy-filter", mark("Actions", "Copy filter as sentence"), (), "filters.copy", group="Filter"),
    Entry("fit", mark("Actions", "Fit all"), ("0", "Ctrl+0"), "moves.fit"),
    Entry("zoom-in", mark("Actions", "Zoom in"), ("+", "=", "Ctrl++", "Ctrl+="), "moves.zoom_in"),
    Entry("zoom-out", mark("Actions", "Zoom out"), ("-", "Ctrl+-"), "moves.zoom_out"),
    Entry("collapse-gaps", mark("Actions", "Collapse gaps"), ("G",), "collapse_gaps", "timeline"),
    Entry("lanes", mark("Actions", "Lanes"), ("L",), "show_lanes", "timeline"),
    Entry(
        "dims",
        mark("Actions", "Dim filtered-out events instead of hiding them"),
        ("D",),
        "turn_dims",
        "timeline",
    ),
    Entry("legend", mark("Actions", "Legend"), ("K",), "turn_legend", "timeline"),
    Entry(
        "commentary",
        mark("Actions", "Show what the article says"),
        ("M",),
        "turn_commentary",
        "timeline",
        is_checkable=True,
    ),
    Entry("table", mark("Actions", "Table"), ("T",), "show_table", "timeline"),
    Entry(
        "sort",
        mark("Actions", "Sort the table by the column; again: the other way"),
        ("Shift+S",),
        "sort_table",
        "timeline",
    ),
    Entry(
        "centre",
        mark("Actions", "Centre the selection; again: fit it"),
        ("F",),
        "moves.focus_selection",
        "timeline",
    ),
    Entry("show-event", mark("Actions", "Show the event"), ("Ctrl+1",), "show_event"),
    Entry("show-article", mark("Actions", "Show the article"), ("Ctrl+2",), "show_article"),
    Entry(
        "follow-article",
        mark("Actions", "Follow the article on the timeline"),
        ("Ctrl+Shift+A",),
        "follow_article",
        is_checkable=True,
    ),
    Entry("page-earlier", mark("Actions", "One screen earlier"), ("PgUp",), "moves.page_earlier", "timeline"),
    Entry("page-later", mark("Actions", "One screen later"), ("PgDown",), "moves.page_later", "timeline"),
    Entry("previous", mark("Actions", "Previous event"), ("Left",), "moves.previous_event", "timeline", "Go"),
    Entry("next", mark("Actions", "Next event"), ("Right",), "moves.next_event", "timeline", "Go"),
    Entry(
        "above",
        mark("Actions", "Nearest event in the lane above"),
        ("Up",),
        "moves.event_above",
        "timeline",
        "Go",
    ),
    Entry(
        "below",
        mark("Actions", "Nearest event in the lane below"),
        ("Down",),
        "moves.event_below",
        "timeline",
        "Go",
    ),
    Entry(
        "previous-in-lane",
        mark("Actions", "Previous event in the lane"),
        (",",),
        "moves.previous_in_lane",
        "timeline",
        "Go",
    ),
    Entry(
        "next-in-lane",
        mark("Actions", "Next event in the lane"),
        (".",),
        "moves.next_in_lane",
        "timeline",
        "Go",
    ),
    Entry("first", mark("Actions", "First event"), ("Home",), "moves.first_event", "timeline", "Go"),
    Entry("last", mark("Actions", "Last event"), ("End",), "moves.last_event", "timeline", "Go"),
    Entry(
        "next-passage",
        mark("Actions", "Next passage about the event"),
        ("P",),
        "moves.next_passage",
        group="Go",
    ),
    Entry(
        "previous-passage",
        mark("Actions", "Previous passage about it"),
        ("Shift+P",),
        "moves.previous_passage",
        group="Go",
    ),
    Entry(
        "compare",
        mark("Actions", "Compare: mark the first of two events"),
        ("C",),
        "mark_compared",
        "timeline",
        "Go",
    ),
    Entry(
        "swap",
        mark("Actions", "Swap the two events compared"),
        ("Shift+C",),
        "swap_compared",
        "timeline",
        "Go",
    ),
    Entry("back", mark("Actions", "Back to the view before"), ("Alt+Left",), "moves.go_back", group="Go"),
    Entry("forward", mark("Actions", "Forward again"), ("Alt+Right",), "moves.go_forward", group="Go"),
    Entry("step-out", mark("Actions", "Step back out"), ("Esc",), "step_out", group="Go"),
    Entry("star", mark("Actions", "Star the event"), ("S",), "turn_star", "timeline", "Notes"),
    Entry("note", mark("Actions", "Write a note"), ("N",), "write_note", "timeline", "Notes"),
    Entry("undo", mark("Actions", "Undo"), ("Ctrl+Z",), "undo", group="Notes"),
    Entry("redo", mark("Actions", "Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo", group="Notes"),
    Entry("export-notes", mark("Actions", "Export my notes…"), (), "files.export_notes", group="Notes"),
    Entry(
        "next-region", mark("Actions", "Next region of the window"), ("F6",), "moves.next_region", group="Go"
    ),
    Entry(
        "previous-region",
        mark("Actions", "Region before"),
        ("Shift+F6",),
        "moves.previous_region",
        group="Go",
    ),
    Entry("copy-view", mark("Actions", "Copy view as text"), ("Ctrl+Shift+C",), "copy_view", group="Views"),
    Entry(
        "paste-view", mark("Actions", "Open view from text…"), ("Ctrl+Shift+V",), "paste_view", group="Views"
    ),
    Entry("save-view", mark("Actions", "Save view…"), ("Ctrl+S",), "save_view", group="Views"),
    Entry("views", mark("Actions", "Saved views"), ("V",), "show_views", "timeline", "Views"),
    Entry("edit-views", mark("Actions", "Edit saved views…"), (), "edit_views", group="Views"),
    Entry("palette", mark("Actions", "All commands"), ("Ctrl+Shift+P",), "show_palette", group="Help"),
    Entry("search-help", mark("Actions", "How to search"), (), "show_search_help", group="Help"),
    Entry("shortcuts", mark("Actions", "Keyboard shortcuts"), ("F1", "?"), "show_shortcuts", group="Help"),
    Entry("report", mark("Actions", "Report a problem…"), (), "report_problem", group="Help"),
    Entry("about", mark("Actions", "About Détente"), (), "show_about", group="Help"),
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
    "show-export": "exported file",
    "swap": "two events",
    "back": "earlier view",
    "forward": "later view",
}

#: Why an action can do nothing now, by what it needs; Commands.has knows whether it is there.
LACKING = {
    "database": mark("Actions", "No database is open"),
    "exported file": mark("Actions", "Nothing was exported yet"),
    "event": mark("Actions", "No event is selected"),
    "two events": mark("Actions", "No two events are compared"),
    "matches": mark("Actions", "No event matches"),
    "filter": mark("Actions", "Nothing is filtered"),
    "earlier view": mark("Actions", "This is the first view"),
    "later view": mark("Actions", "This is the last view"),
}


def build(
    window: QWidget, timeline: QWidget, do: Callable[[str, str], Callable[[], object]]
) -> dict[str, QAction]:
    """The actions by name, bound to their keys; `do(name, method)` gives what an entry runs.

    Keys that type a character work everywhere but in a text field, which takes them first. Arrows and the
    like belong to the timeline: lists move by them too.
    """
    made: dict[str, QAction] = {}
    for entry in TABLE:
        run = do(entry.name, entry.method)
        action = QAction(caption(entry.text), window)
        action.setShortcuts(
            [QKeySequence(key) for key in entry.keys if entry.scope == "window" or plain(key)]
        )
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(entry.is_checkable)
        set_tip(action, tooltip(entry))
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
