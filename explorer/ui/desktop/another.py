"""Opens another window, on what this one shows: a process of its own, so that neither can end the other."""

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


def open_another(window: "MainWindow") -> int:
    """A second window is starting on the same file and view; the number of its process, 0 if it cannot."""
    # A package is the program itself. Else it is Python that runs it, whatever lies in the present folder.
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "explorer"]
    is_started, process = QProcess.startDetached(program[0], [*program[1:], *call_of(window)])
    return process if is_started else 0


def call_of(window: "MainWindow") -> list[str]:
    """The words of a call that opens another window on what this one shows."""
    from explorer.domain.query import parse_query
    from explorer.domain.view_line import words_of
    from explorer.ui.desktop.session import present_view

    database = window.collection.database
    if database is None:
        return ["--new-window"]
    view = present_view(window)
    if parse_query(view.filter.search).problems:
        # Half typed: a call would be refused.
        view = replace(view, filter=replace(view.filter, search=""))
    return ["--new-window", str(database.path.absolute()), *words_of(view)]
