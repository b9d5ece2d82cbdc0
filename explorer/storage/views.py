"""Named views kept in a database: the table `views` of schema version 2. The window's ui/views.py calls this.

A database that is older, cannot be written to or came with the program keeps none: its readers' settings do.
"""

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import Final

from explorer import bundle
from explorer.domain.named_views import Change, NamedView, NamedViews
from explorer.storage.connection import KnownState, path_of
from explorer.storage.telling import telling, told, typed
from explorer.storage.writing import is_ours, writing

VIEWS: Final = "SELECT name, view FROM views ORDER BY position, name"
HAS_VIEWS: Final = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'views'"


@telling
def read_views(connection: sqlite3.Connection) -> tuple[NamedViews, bool]:
    """The views that a database keeps, in their order, and whether it can take others."""
    if connection.execute(HAS_VIEWS).fetchone() is None:
        return (), False
    views = tuple(NamedView(*row) for row in typed(connection.execute(VIEWS), "tt"))
    return views, is_writable(path_of(connection)) and is_ours(connection)


def is_writable(path: Path) -> bool:
    """Whether views may be written to the file: not to the one that comes with the program."""
    with contextlib.suppress(OSError):
        own = bundle.path("db", "diplomacy.db")
        if own.exists() and path.samefile(own):
            return False
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def change_views(path: Path, change: Change, known: KnownState | None = None) -> NamedViews:
    """The file keeps what `change` makes of its views; the answer is the new list.

    One transaction: when it fails, the file is as it was. `known` is the state that the window knows the file
    in: what is written here is no change of another's. Raises DatabaseError, Cancelled.
    """
    with told(path), writing(path, known, {"views"}) as connection:
        former = tuple(NamedView(*row) for row in connection.execute(VIEWS))
        views = change(former)
        if views != former:
            connection.execute("DELETE FROM views")
            rows = [(view.name, view.line, place) for place, view in enumerate(views)]
            connection.executemany("INSERT INTO views (name, view, position) VALUES (?, ?, ?)", rows)
    return views
