"""`detente [DB] [VIEW]`: what is checked before the window comes up."""

import argparse
import os
import sys

from explorer.cli.call import view_of
from explorer.domain.errors import ExplorerError
from explorer.domain.view_line import as_line
from explorer.host.instance import Call, enter


class DisplayError(ExplorerError):
    """There is nothing to open a window on."""


def open_window(chosen: argparse.Namespace, *, is_export: bool = False) -> int:
    """The window has been open and is closed again; the answer is its exit status. Raises ExplorerError.

    With `is_export`, a file stands where a database does: the window looks for the database of its view.
    """
    if chosen.database is not None and not is_export:
        # A file that cannot be opened is told in the terminal, before a window comes up.
        from explorer.storage.opening import open_database

        open_database(chosen.database)
    has_display = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform not in {"darwin", "win32"} and not has_display:
        # Qt would end the process without a word that helps.
        raise DisplayError(
            "There is no display to open the window on.",
            "Use `detente screenshot OUT.png` or `detente export OUT.png` to draw into a file.",
        )
    call = call_of(chosen, is_export=is_export)
    # Before Qt is loaded: where another window shows it, that is all there is to do.
    entered = enter(call, is_alone=chosen.new_window)
    if entered.is_taken:
        return 0
    from explorer import app

    return app.run_window(chosen.database, view_of(chosen), is_export=is_export, instance=entered.instance)


def call_of(chosen: argparse.Namespace, *, is_export: bool = False) -> Call:
    """What the window that runs is to show, wherever it runs."""
    return Call(
        path=str(chosen.database.absolute()) if chosen.database is not None else "",
        view=as_line(view_of(chosen)),
        is_export=is_export,
        token=os.environ.get("XDG_ACTIVATION_TOKEN", "") or os.environ.get("DESKTOP_STARTUP_ID", ""),
    )
