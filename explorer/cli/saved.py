"""Saved views on the command line: `--view NAME`, and those that `detente info --json` lists."""

import contextlib
from pathlib import Path

from explorer import bundle
from explorer.domain.errors import ExplorerError
from explorer.domain.named_views import NamedView, NamedViews, merged, named
from explorer.domain.view_line import joined_dates, read_line, words_of
from explorer.storage.opening import Database, open_database
from explorer.storage.views import read_views
from explorer.ui.desktop.settings import Settings


class ViewNameError(ExplorerError):
    """There is no saved view of that name."""


def saved_views(database: Database) -> NamedViews:
    """The views that the database keeps and then those of the user's settings, as the window lists them."""
    with contextlib.closing(database.connect()) as connection:
        kept, takes_views = read_views(connection)
    own = tuple(NamedView(*pair) for pair in Settings().views(database.path))
    return merged(kept, own) if takes_views else merged(own, kept)


def words_of_saved(name: str, path: Path | None, *, is_window: bool) -> list[str]:
    """The words of a saved view. Raises ViewNameError, ViewLineError, DatabaseError."""
    if path is None and is_window:
        path = Settings().last_database
    database = open_database(path or bundle.path("db", "diplomacy.db"))
    views = saved_views(database)
    view = named(views, name)
    if view is None:
        known = ", ".join(f"“{one.name}”" for one in views[:8])
        raise ViewNameError(
            f"There is no saved view “{name}” of “{database.name}”.",
            f"Saved are {known}." if known else "Save one in the window with Ctrl+S.",
        )
    # Read as a view and written anew: whatever else stands in a file is no option of a command.
    return joined_dates(words_of(read_line(view.line)[1]))
