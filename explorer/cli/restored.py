"""`detente FILE`: a call that names an exported file in the place of the database, and so brings its view.

cli.main asks once the words are parsed; the window finds the database itself, and asks where it is.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from explorer import bundle
from explorer.cli.progress import progress_on_terminal
from explorer.domain.provenance import Provenance, ProvenanceError
from explorer.domain.view_line import joined_dates, line_of, words_of
from explorer.domain.view_request import ViewRequest
from explorer.formats.restoring import provenance_in, shown, view_in
from explorer.host.terminal import warn

#: Letters of a call that are worth writing into a sentence.
_LONG = 2000


def restored(
    parser: argparse.ArgumentParser, words: Sequence[str], path: Path, *, is_window: bool
) -> argparse.Namespace:
    """The call with the words of the file's view before its own, and its database; for the window the file.

    Raises ProvenanceError.
    """
    provenance = provenance_in(path)
    # Read as a view and written anew: whatever else stands in the file is no option of a command.
    view = view_in(path, provenance)
    chosen = parser.parse_intermixed_args([*joined_dates(words_of(view)), *words])
    if chosen.view:
        raise ProvenanceError(f"“{path.name}” brings a view of its own.", "Leave out --view.")
    if not is_window:
        chosen.database = _database_of(path, provenance, view)
    return chosen


def _database_of(path: Path, provenance: Provenance, view: ViewRequest) -> Path:
    from explorer.storage.finding import find_database
    from explorer.ui.desktop.settings import Settings

    recent = Settings().recent_databases
    places = [bundle.path("db", "diplomacy.db"), *recent, path.absolute().parent, Path.cwd()]
    # Reading a large file whole takes a while.
    with progress_on_terminal("Reading") as progress:
        found, named = find_database(provenance, places, progress), shown(provenance.database)
    if found is None:
        line = shown(line_of(f"PATH/{provenance.database}", view), _LONG)
        raise ProvenanceError(
            f"“{path.name}” shows a view of “{named}”, which was not found.",
            f"Call `{line}` with its path.",
        )
    if found.has_changed:
        day = shown(provenance.exported)
        warn(f"detente: “{named}” has changed since “{path.name}” was exported ({day}).")
    return found.database.path
