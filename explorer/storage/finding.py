"""Finding the database that an export was made of, among files where it may be.

The window and the command line call `find_database`, off the main thread where there is one: a fingerprint
takes as long as reading the whole file.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import TypeAlias

from explorer.domain.errors import DatabaseError
from explorer.domain.provenance import Provenance
from explorer.storage.opening import Database, open_database

Progress: TypeAlias = Callable[[int, int], bool]
Fingerprint: TypeAlias = Callable[[Database, Progress | None], str]


@dataclass(frozen=True, slots=True)
class Found:
    """The database of an export; `has_changed` since the export was made of it."""

    database: Database
    has_changed: bool


def find_database(
    provenance: Provenance,
    places: Iterable[Path],
    progress: Progress | None = None,
    fingerprint: Fingerprint = Database.fingerprint,
) -> Found | None:
    """The database that a provenance names, None when no place has it.

    `places` are files, or folders where a file of that name may lie. The first that holds exactly what was
    exported is taken, one of the same name before one that was renamed; else the first of the same name and
    title, which has changed. Raises Cancelled when `progress` says no.
    """
    candidates = list(_candidates(provenance, places))
    # What has the name is read first: reading a large one takes seconds.
    candidates.sort(key=lambda database: database.name != provenance.database)
    for database in candidates:
        if _holds(database, provenance, progress, fingerprint):
            return Found(database, has_changed=False)
    named = next((one for one in candidates if one.name == provenance.database), None)
    return None if named is None else Found(named, has_changed=True)


def compared(
    path: Path,
    provenance: Provenance,
    progress: Progress | None = None,
    fingerprint: Fingerprint = Database.fingerprint,
) -> Found:
    """The database in a file that someone says is that of the provenance. Raises DatabaseError, Cancelled."""
    database = open_database(path)
    return Found(database, has_changed=fingerprint(database, progress) != provenance.fingerprint)


def _candidates(provenance: Provenance, places: Iterable[Path]) -> Iterable[Database]:
    """The readable databases among the places that have the title of the one that was exported."""
    name = provenance.database
    # It came with a file from anywhere: only a bare name may be looked for.
    is_bare = name.isprintable() and PureWindowsPath(name).name == name != ""
    seen: set[Path] = set()
    for place in places:
        try:
            path = place / name if place.is_dir() else place
            if (place.is_dir() and not is_bare) or path.resolve() in seen or not path.is_file():
                continue
            seen.add(path.resolve())
            database = open_database(path)
        except (DatabaseError, OSError):
            continue
        if database.properties.get("title", "") == provenance.collection:
            yield database


def _holds(
    database: Database, provenance: Provenance, progress: Progress | None, fingerprint: Fingerprint
) -> bool:
    try:
        return fingerprint(database, progress) == provenance.fingerprint
    except DatabaseError:
        return False
