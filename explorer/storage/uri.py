"""Paths as SQLite wants them, and the files that it keeps beside a database."""

import os
from pathlib import Path
from urllib.parse import quote_from_bytes


def uri_of(path: Path, mode: str, *, is_immutable: bool = False) -> str:
    """The path as SQLite's file URI, safe for spaces, ?, #, %, and names that are no Unicode."""
    absolute = path.absolute()
    # os.fsencode keeps the bytes of an undecodable name; Windows needs / and a third / before C:.
    raw = os.fsencode(absolute.as_posix())
    rest = "&immutable=1" if is_immutable else ""
    return f"file://{'' if raw.startswith(b'/') else '/'}{quote_from_bytes(raw)}?mode={mode}{rest}"


def beside(path: Path, ending: str) -> Path:
    """The file that SQLite calls as the database and an ending: its "-wal" or its "-journal".

    Where the database is a link, they lie beside what it leads to.
    """
    real = Path(os.path.realpath(path)) if path.is_symlink() else path
    return real.with_name(real.name + ending)
