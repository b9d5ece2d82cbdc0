"""The file beside a table that says what it is of; the command line and the window's exports write it.

formats/restoring.py reads it.
"""

import contextlib
from pathlib import Path

from explorer.domain.provenance import Provenance, ProvenanceError, from_json
from explorer.formats.restoring import MOST, sidecar_of
from explorer.formats.writing import ExportError, write_whole


def write_sidecar(table: Path, provenance: Provenance) -> None:
    """What stands beside the table is of it. Raises ExportError; then nothing tells of a former table."""
    try:
        with write_whole(sidecar_of(table)) as stream:
            stream.write(f"{provenance.to_json()}\n")
    except ExportError:
        forget_sidecar(table)
        raise


def forget_sidecar(table: Path) -> None:
    """Nothing of ours stands beside a table that has been replaced: it would open the view of the former one.

    A file of that name that says nothing of an export is somebody else's, and stays.
    """
    beside = sidecar_of(table)
    with contextlib.suppress(OSError, ProvenanceError):
        with beside.open("rb") as stream:
            from_json(stream.read(MOST))
        beside.unlink()
