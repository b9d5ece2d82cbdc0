"""Bringing an older file to the present schema: db/migrations/NNNN_what.sql takes version NNNN - 1 to NNNN.

Only what is about to write calls this; a file that is merely read is never changed.
"""

import contextlib
import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from explorer import bundle
from explorer.domain.errors import DatabaseError
from explorer.domain.tongue import translate
from explorer.storage.opening import SCHEMA_VERSION, Cancelled, tell, uri_of

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


#: `progress(done, total)`, which says whether to go on.
Progress: TypeAlias = Callable[[int, int], bool]

#: What progress is told in, and the share of it at which the texts are indexed and only references are left.
_WHOLE: Final = 1_000
_INDEXED: Final = 0.9
#: SQLite's own instructions between two looks at progress: some milliseconds.
_LOOK: Final = 20_000
#: Events that are read to learn how many instructions one takes; instructions to check the references of one.
_SAMPLE: Final = 1_000
_CHECKED: Final = 60
_REBUILD: Final = "'rebuild'"


def migrate(
    path: Path,
    folder: Path | None = None,
    *,
    to: int = SCHEMA_VERSION,
    progress: Progress | None = None,
) -> int:
    """The file is at version `to`; the answer is how many migrations that took.

    All happen in one transaction: when one fails, the file is as it was. `progress(done, total)` is called
    while texts are indexed and references checked, which takes minutes for millions of events; when it
    returns False, the file is as it was and Cancelled is raised. Raises DatabaseError.
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
            course = _Course(connection, progress)
            for step in steps:
                if step not in available:
                    raise DatabaseError(
                        translate(
                            "Errors", "“{name}” cannot be brought from schema {former} to {step}."
                        ).format(name=path.name, former=step - 1, step=step),
                        translate("Errors", "Install the latest Détente or get a newer copy of the file."),
                    )
                for statement in _statements(available[step].read_text(encoding="utf-8")):
                    if _REBUILD in statement:
                        course.expect_texts()
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {step}")
            course.expect_check()
            if broken := connection.execute("PRAGMA foreign_key_check").fetchone():
                raise DatabaseError(
                    translate(
                        "Errors", "“{name}” was left as it was: rows of “{table}” would refer to nothing."
                    ).format(name=path.name, table=broken[0]),
                    translate("Errors", "Use a sound copy; `detente check` lists what is wrong."),
                )
            course.end()
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL}:
                raise DatabaseError(
                    translate("Errors", "“{name}” cannot be written to.").format(name=path.name),
                    translate("Errors", "Check that you may write to it and that its disk is not full."),
                    str(error),
                ) from error
            tell(error, path)
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
    return len(steps)


class _Course:
    """Tells progress how far a connection has come, by counting SQLite's instructions."""

    def __init__(self, connection: sqlite3.Connection, progress: Progress | None) -> None:
        self._connection, self._progress = connection, progress
        self._events: int = connection.execute("SELECT count(*) FROM events").fetchone()[0]
        self._looks = self._expected = 0.0
        self._from, self._to = 0.0, 0.0
        if progress is not None:
            connection.set_progress_handler(self._look, _LOOK)

    def expect_texts(self) -> None:
        """What comes now indexes the texts of all events."""
        if self._progress is None:
            return
        taken = 0

        def count() -> int:
            nonlocal taken
            taken += 100
            return 0

        self._connection.set_progress_handler(count, 100)
        read = self._connection.execute(
            "SELECT * FROM event_text_source WHERE id IN (SELECT id FROM events LIMIT ?)", (_SAMPLE,)
        )
        rows = len(read.fetchall())
        self._connection.set_progress_handler(self._look, _LOOK)
        self._begin(0.0, _INDEXED, taken / max(1, rows))

    def expect_check(self) -> None:
        """What comes now checks all references."""
        self._begin(_INDEXED, 1.0, _CHECKED)

    def end(self) -> None:
        """Nothing can be stopped any more. Raises Cancelled if progress says no at the very last."""
        if self._progress is not None:
            self._connection.set_progress_handler(None, 0)
            if not self._progress(_WHOLE, _WHOLE):
                raise Cancelled

    def _begin(self, first: float, last: float, each: float) -> None:
        self._from, self._to = first, last
        self._looks, self._expected = 0, max(1.0, each * self._events / _LOOK)

    def _look(self) -> int:
        """Called by SQLite: other than 0 interrupts it."""
        assert self._progress is not None
        self._looks += 1
        # It may take more than expected, but never all.
        share = min(0.99, self._looks / self._expected) if self._expected else 0.0
        done = self._from + share * (self._to - self._from)
        return 0 if self._progress(round(done * _WHOLE), _WHOLE) else 1


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
