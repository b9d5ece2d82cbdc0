"""What the search box understands, on one screen. docs/SEARCH.md tells it at length."""

from typing import Final

from PySide6.QtWidgets import QGridLayout, QWidget

from explorer.domain.tongue import mark, translate
from explorer.ui.actions import native
from explorer.ui.dialogs import show_list
from explorer.ui.widgets import label, section

#: The shortcut that asks for suggestions.
_ASK: Final = "Ctrl+Space"

#: What may be typed, and what it finds, by group; examples are in the words of the database.
LANGUAGE: Final = {
    mark("Search", "Words"): (
        (
            "kim letter",
            mark(
                "Search",
                "both words, each as the beginning of a word; case, accents and widths do not matter",
            ),
        ),
        ("“bin Salman”", mark("Search", "these words right after each other")),
        ("-tariff", mark("Search", "events without it; stands before a field too: -kind:letter")),
        (
            "(kim OR xi) letter",
            mark("Search", "either word; brackets say what belongs together, a minus may stand before them"),
        ),
    ),
    mark("Search", "Facets"): (
        (
            "person:kim  country:japan",
            mark("Search", "by a part of the name; so also source:, claim: and basis:"),
        ),
        ("relationship:Trump–Xi  kind:letter", mark("Search", "by what a lane or a shape stands for")),
        ("kind:letter,call", mark("Search", "any of them")),
        ("person:trump+xi", mark("Search", "all of them on the same event")),
    ),
    mark("Search", "Parts of the text"): (
        (
            "title:summit  summary:oil",
            mark("Search", "only there; so also people:, place:, commentary: and note:"),
        ),
    ),
    mark("Search", "Dates"): (
        (
            "1987  12 June 2018",
            mark("Search", "read as dates first; “1987” in quotation marks is the word"),
        ),
        (
            "after:2018  before:2019-03",
            mark("Search", "later than 2018 ends, earlier than March 2019 begins"),
        ),
        ("since:2018  until:2019-03", mark("Search", "the dates themselves included")),
        ("during:198X  in:198X  year:1987", mark("Search", "within them; the three mean the same")),
        ("begins:2018  ends:2019", mark("Search", "what begins, or ends, then")),
        (
            "underway:2018  throughout:2018",
            mark("Search", "what is under way at some time, or all the time, of it"),
        ),
        (
            "certainly-after:2018",
            mark("Search", "however a loose date is read; possibly- is meant otherwise"),
        ),
    ),
    mark("Search", "Numbers and marks"): (
        (
            "importance:4  importance:>=4",
            mark("Search", "one level, or from there on; importance:2..4 is a range"),
        ),
        ("paragraph:12", mark("Search", "what that paragraph of the article is about")),
        ("is:starred  is:noted  has:note", mark("Search", "your own stars and notes")),
        ("id:helsinki*", mark("Search", "by identifier, or the beginning of one")),
    ),
    mark("Search", "Keys"): (
        (_ASK, mark("Search", "what may stand here; it also comes as you type")),
        (
            mark("Search", "Up  Down, then Enter"),
            mark("Search", "choose from that list; Tab takes the first, Enter alone searches"),
        ),
    ),
}


def show_search_help(parent: QWidget) -> None:
    """Open the list, without blocking the window."""
    body = QWidget()
    grid = QGridLayout(body)
    grid.setHorizontalSpacing(22)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    row = 0
    for group, lines in LANGUAGE.items():
        heading = section(translate("Search", group))
        heading.setContentsMargins(0, 6 if row else 0, 0, 0)
        grid.addWidget(heading, row, 0, 1, 2)
        for written, finds in lines:
            row += 1
            shown = native(written) if written == _ASK else translate("Search", written)
            example = label(shown, "strong", is_selectable=True)
            example.setWordWrap(False)
            grid.addWidget(example, row, 0)
            grid.addWidget(label(translate("Search", finds)), row, 1)
        row += 1
    grid.setRowStretch(row, 1)
    show_list(parent, translate("Search", "How to search"), body, width=760, height=610)
