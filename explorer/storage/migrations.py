"""Bringing an older file to the present schema: db/migrations/NNNN_what.sql takes version NNNN - 1 to NNNN.

Only what is about to write calls this; a file that is merely read is never changed.
"""

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from explorer import bundle
from explorer.domain.errors import DatabaseError
from explorer.domain.tongue import translate
from explorer.storage.opening import SCHEMA_VERSION
from explorer.storage.telling import tell
from explorer.storage.uri import uri_of

_NAME: Final = re.compile(r"(\d{4})_\w+\.sql")


def migrations(folder: Path | None = None) -> dict[int, Path]:
    """The migrations there are, by the version they lead to. Raises ValueError for a name out of line."""
    found: dict[int, Path] = {}
    for path in sorted((folder or bundle.path("db", "migrations")).glob("*.sql")):
        match = _NAME.fullmatch(path.name)
        if match is None or int(match[1]) in found:
            raise ValueError(f"a migration is NNNN_what.sql with a number of its own, not {path.name}")
        found[int(match[1])] = path
    return found


def migrate(path: Path, folder: Path | None = None, *, to: int = SCHEMA_VERSION) -> int:
    """The file is at version `to`; the answer is how many migrations that took.

    All happen in one transaction: when one fails, the file is as it was. Raises DatabaseError.
    """
    available = migrations(folder)
    try:
        connection = sqlite3.connect(uri_of(path, "rw"), uri=True, timeout=2.0, isolation_level=None)
    except sqlite3.Error as error:
        tell(error, path)
    with contextlib.closing(connection):
        try:
            # Tables that others refer to are rebuilt; the references are checked before the end.
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute("BEGIN IMMEDIATE")
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
            steps = range(version + 1, to + 1)
            for step in steps:
                if step not in available:
                    raise DatabaseError(
                        translate(
                            "Errors", "“{name}” cannot be brought from schema {former} to {step}."
                        ).format(name=path.name, former=step - 1, step=step),
                        translate("Errors", "Install the latest Détente or get a newer copy of the file."),
                    )
                for statement in _statements(available[step].read_text(encoding="utf-8")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {step}")
            if broken := connection.execute("PRAGMA foreign_key_check").fetchone():
                raise DatabaseError(
                    translate(
                        "Errors", "“{name}” was left as it was: rows of “{table}” would refer to nothing."
                    ).format(name=path.name, table=broken[0]),
                    translate("Errors", "Use a sound copy; `detente check` lists what is wrong."),
                )
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            tell(error, path)
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
    return len(steps)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; executescript would end the transaction before the first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
