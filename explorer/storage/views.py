"""Named views kept in a database: the table `views` of schema version 2. The window's ui/views.py calls this.

A database that is older, cannot be written to or came with the program keeps none: its readers' settings do.
"""

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import Final

from explorer import bundle
from explorer.domain.errors import DatabaseError
from explorer.domain.named_views import Change, NamedView, NamedViews
from explorer.domain.tongue import translate
from explorer.storage.opening import path_of, tell, telling, uri_of

VIEWS: Final = "SELECT name, view FROM views ORDER BY position, name"
HAS_VIEWS: Final = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'views'"


@telling
def read_views(connection: sqlite3.Connection) -> tuple[NamedViews, bool]:
    """The views that a database keeps, in their order, and whether it can take others."""
    if connection.execute(HAS_VIEWS).fetchone() is None:
        return (), False
    views = tuple(NamedView(*row) for row in connection.execute(VIEWS))
    return views, is_writable(path_of(connection))


def is_writable(path: Path) -> bool:
    """Whether views may be written to the file: not to the one that comes with the program."""
    with contextlib.suppress(OSError):
        own = bundle.path("db", "diplomacy.db")
        if own.exists() and path.samefile(own):
            return False
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def change_views(path: Path, change: Change) -> NamedViews:
    """The file keeps what `change` makes of its views; the answer is the new list.

    One transaction: when it fails, the file is as it was. Raises DatabaseError, Cancelled.
    """
    try:
        connection = sqlite3.connect(uri_of(path, "rw"), uri=True, timeout=2.0, isolation_level=None)
        with contextlib.closing(connection):
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("BEGIN IMMEDIATE")
            try:
                former = tuple(NamedView(*row) for row in connection.execute(VIEWS))
                views = change(former)
                if views != former:
                    connection.execute("DELETE FROM views")
                    rows = [(view.name, view.line, place) for place, view in enumerate(views)]
                    connection.executemany("INSERT INTO views (name, view, position) VALUES (?, ?, ?)", rows)
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL}:
            raise DatabaseError(
                translate("Errors", "“{name}” cannot be written to.").format(name=path.name),
                translate("Errors", "Check that you may write to it and that its disk is not full."),
                str(error),
            ) from error
        tell(error, path)
    return views
