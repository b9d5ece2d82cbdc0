"""What the search box understands, on one screen. docs/SEARCH.md tells it at length."""

from typing import Final

from PySide6.QtWidgets import QGridLayout, QWidget

from explorer.ui.dialogs import show_list
from explorer.ui.widgets import label, section

#: What may be typed, and what it finds, by group.
LANGUAGE: Final = {
    "Words": (
        ("kim letter", "both words, each as the beginning of a word; case and accents do not matter"),
        ("“bin Salman”", "these words right after each other"),
        ("-tariff", "events without it; stands before a field too: -kind:letter"),
    ),
    "Facets": (
        ("person:kim  country:japan", "by a part of the name; so also source:, claim: and basis:"),
        ("relationship:Trump–Xi  kind:letter", "by what a lane or a shape stands for"),
        ("kind:letter,call", "any of them"),
        ("person:trump+xi", "all of them on the same event"),
    ),
    "Parts of the text": (
        ("title:summit  summary:oil", "only there; so also people:, place:, commentary: and note:"),
    ),
    "Dates": (
        ("after:2018  before:2019-03", "later than 2018 ends, earlier than March 2019 begins"),
        ("since:2018  until:2019-03", "the dates themselves included"),
        ("during:198X", "within them"),
        ("certainly-after:2018", "however a loose date is read; possibly- is meant otherwise"),
    ),
    "Numbers and marks": (
        ("importance:4  importance:>=4", "one level, or from there on; importance:2..4 is a range"),
        ("paragraph:12", "what that paragraph of the article is about"),
        ("is:starred  is:noted  has:note", "your own stars and notes"),
        ("id:helsinki*", "by identifier, or the beginning of one"),
    ),
    "Keys": (
        ("Ctrl+Space", "what may stand here; it also comes as you type"),
        ("Up  Down, then Enter", "choose from that list; Tab takes the first, Enter alone searches"),
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
        heading = section(group)
        heading.setContentsMargins(0, 6 if row else 0, 0, 0)
        grid.addWidget(heading, row, 0, 1, 2)
        for written, finds in lines:
            row += 1
            example = label(written, "strong", is_selectable=True)
            example.setWordWrap(False)
            grid.addWidget(example, row, 0)
            grid.addWidget(label(finds), row, 1)
        row += 1
    grid.setRowStretch(row, 1)
    show_list(parent, "How to search", body, width=760, height=610)
