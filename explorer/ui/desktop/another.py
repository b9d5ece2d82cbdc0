"""Opens another window, on what this one shows: a process of its own, so that neither can end the other."""

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

#: Held, since Python complains of a process that is forgotten while it runs.
_STARTED: list[subprocess.Popen[bytes]] = []


def open_another(window: "MainWindow") -> int:
    """A second window is starting on the same file and view; the number of its process, 0 if it cannot."""
    # A package is the program itself. Else it is Python that runs it, whatever lies in the present folder.
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "explorer"]
    # With nowhere to write to: whoever reads what this window says, in a pipe, would wait for both to end.
    try:
        other = subprocess.Popen(  # noqa: S603 - the program itself
            [*program, *call_of(window)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return 0
    _STARTED.append(other)
    # Those that have ended go for good once they are asked.
    _STARTED[:] = [one for one in _STARTED if one.poll() is None]
    return other.pid


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
