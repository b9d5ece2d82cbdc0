"""Checking a database thoroughly, for `detente check`: every finding is a sentence, nothing is changed.

The file is read, row by row, against the rules of our own schema (declared.py, rows.py, dates.py); a private
copy is what SQLite writes to in order to judge itself, with all constraints on. guarded.py bounds both.
"""

import contextlib
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from explorer.domain.errors import DatabaseError
from explorer.domain.listing import quoted
from explorer.domain.tongue import mark, translate
from explorer.storage.checking import dates, rows
from explorer.storage.checking.declared import Schema, differences, expected, read_schema
from explorer.storage.checking.findings import (
    MORE,
    TOLD,
    Finding,
    counted,
    error,
    one_line,
    shown,
    text_of,
    warning,
)
from explorer.storage.checking.guarded import EndlessError, connect, copy_of, is_too_big, limited, name
from explorer.storage.connection import LONGEST_VALUE
from explorer.storage.notes import read_notes
from explorer.storage.opening import Database, open_database
from explorer.storage.telling import tell

__all__ = ["TOLD", "Finding", "check", "opened"]

_ADVICE: Final = mark(
    "Errors", "Use a sound copy; the command `.recover` of SQLite’s own shell saves what is left of this one."
)

#: Up to this size a copy is made, which SQLite and the full-text index compare with themselves.
COPIED_BYTES: Final = 2**30

_UNINDEXED: Final = """
    SELECT (SELECT count(*) FROM (SELECT id FROM events EXCEPT SELECT id FROM event_text_docsize)),
           (SELECT count(*) FROM (SELECT id FROM event_text_docsize EXCEPT SELECT id FROM events))
"""

#: What SQLite says of rows; rows.py says it of the same rows with their names.
_OF_ROWS: Final = re.compile(r"(CHECK constraint failed in|NULL value in|(non-)?[A-Z]+ value in) ")

#: How SQLite begins what it says of pages.
_PAGES: Final = "*** in database main ***"

_FULL_TEXT: Final = ("event_text", "event_text_source", *rows.SHADOWS)


def check(path: Path) -> list[Finding]:
    """Everything that is wrong with the file; an empty list when it is sound and ours.

    A file that cannot even be opened gives the one finding that says why. Never raises DatabaseError.
    """
    try:
        database = opened(path)
        connection = connect(database)
    except DatabaseError as failure:
        return [error(one_line(failure.what))]
    judged = _Judged(database, connection)
    with contextlib.closing(connection):
        judged.judge()
    _, problem = read_notes(path)
    if problem is not None:
        judged.findings.append(error(one_line(problem.what)))
    return judged.findings


def opened(path: Path) -> Database:
    """The database in a file that may be anything. DatabaseError says why not, without advising a check."""
    try:
        return open_database(path)
    except DatabaseError as failure:
        sends_here = "`detente check`" in failure.advice
        advice = translate("Errors", _ADVICE) if sends_here else failure.advice
        raise DatabaseError(failure.what, advice, failure.details) from failure
    except (UnicodeDecodeError, OverflowError, ValueError, TypeError) as failure:
        # What the file says of itself is no text where one is due.
        raise DatabaseError(
            translate("Errors", "{name} is damaged.").format(name=quoted(one_line(ascii(path.name)[1:-1]))),
            translate("Errors", _ADVICE),
            ascii(failure),
        ) from failure


class _Judged:
    """One database, and what was found of it so far."""

    def __init__(self, database: Database, connection: sqlite3.Connection) -> None:
        self.findings: list[Finding] = []
        self._database, self._connection = database, connection
        self._size = _size_of(database.path)
        self._known = expected(database.schema_version)
        self._present = Schema({}, {})
        self._is_structured, self._is_whole = True, False

    def judge(self) -> None:
        """Take every step; what one meets keeps no other from being taken, but for a query without an end."""
        connection = self._connection
        with contextlib.ExitStack() as until, contextlib.suppress(EndlessError):
            self._take(self._schema)
            copy = self._copied(until)
            self._take(lambda: self._structure(copy or connection), copy)
            self._take(lambda: rows.breaches(connection, self._known, self._present), is_counted=True)
            texts = rows.texts(connection, self._known, self._present)
            self._take(lambda: texts, is_counted=True)
            self._take(lambda: dates.dates(connection, self._present))
            self._take(lambda: dates.document_dates(connection, self._present))
            self._take(self._properties)
            if self._is_structured and not self._is_whole:
                self._take(lambda: self._integrity(copy or connection), copy)
            self._take(lambda: self._search(copy), copy)

    def _take(
        self,
        step: Callable[[], Iterable[Finding]],
        connection: sqlite3.Connection | None = None,
        *,
        is_counted: bool = False,
    ) -> None:
        """Keep what a step finds; what SQLite cannot do in it is found as well."""
        found: list[Finding] = []
        try:
            # Pages that lead in circles have no end: where there may be some, less patience is due.
            with limited(connection or self._connection, self._size if self._is_structured else 0):
                # One by one: what comes before a failure stays.
                for finding in step():
                    found.append(finding)  # noqa: PERF402
        except EndlessError:
            self._add(found)
            self._add([error("It takes longer to read than any sound file of its size: it was given up.")])
            raise
        except sqlite3.Error as failure:
            self._add([_failed(failure, self._database.path)])
        except UnicodeDecodeError:
            # Python decodes what SQLite says of a name that is no UTF-8.
            self._add([error("SQLite finds damage in something whose name is no UTF-8.")])
        except MemoryError:
            self._add([error("It takes more memory to read than there is.")])
        self._add(found if is_counted else counted(found))

    def _add(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            told = Finding(finding.severity, one_line(finding.sentence))
            if told not in self.findings or told.sentence.endswith(MORE):
                self.findings.append(told)

    def _schema(self) -> Iterator[Finding]:
        self._present = read_schema(self._connection)
        (encoding,) = self._connection.execute("PRAGMA encoding").fetchone()
        if encoding != b"UTF-8":
            yield error(f"Its texts are in {text_of(encoding)}, not in UTF-8.")
        yield from differences(self._known, self._present)

    def _properties(self) -> Iterator[Finding]:
        properties = self._database.properties
        first: object = properties.get("first_event")
        if isinstance(first, str) and "events" in self._present.tables:
            given = first.encode(errors="replace").decode()
            known = self._connection.execute("SELECT 1 FROM main.events WHERE slug = ?", (given,)).fetchone()
            if known is None:
                yield warning(f"The first event to show, {shown(given.encode())}, does not exist.")
        window: object = properties.get("first_window")
        # A blank one is none.
        if isinstance(window, str) and window:
            problem = dates.problem_of(window.encode(errors="replace"))
            if problem:
                yield warning(f"The first window to show cannot be read: {problem}")

    def _copied(self, until: contextlib.ExitStack) -> sqlite3.Connection | None:
        """A copy that lasts as long as `until`, None of a large file and of one that cannot be copied."""
        if self._size > COPIED_BYTES:
            return None
        copies: list[sqlite3.Connection] = []

        def copied() -> Iterator[Finding]:
            copies.append(until.enter_context(contextlib.closing(copy_of(self._connection, LONGEST_VALUE))))
            return iter(())

        self._take(copied)
        return copies[0] if copies else None

    def _structure(self, connection: sqlite3.Connection) -> Iterator[Finding]:
        """Whether the pages of the file hang together. With them damaged, SQLite may walk without an end."""
        try:
            self._is_whole = True
            for said in _damage(connection, "(1)"):
                self._is_whole = False
                self._is_structured = not said.startswith(_PAGES)
                if not self._is_structured:
                    yield error(f"SQLite finds damage: {said.removeprefix(_PAGES).strip()}.")
        except sqlite3.DataError as failure:
            # Some row is longer than is read: pages come before rows.
            self._is_whole = False
            if not is_too_big(failure):
                raise

    def _integrity(self, connection: sqlite3.Connection) -> Iterator[Finding]:
        """What SQLite finds, in the copy with all constraints on."""
        is_told = any(finding.severity == "error" for finding in self.findings)
        for table in self._present.tables:
            try:
                for said in _damage(connection, f"({name(table)})"):
                    if not (is_told and _OF_ROWS.match(said)):
                        yield error(f"SQLite finds damage: {said}.")
            except sqlite3.DataError as failure:
                if not is_too_big(failure):
                    raise
                told = one_line(table, 80)
                yield warning(f"The indexes of {told} are not compared with a value that is too long.")

    def _search(self, copy: sqlite3.Connection | None) -> Iterator[Finding]:
        """The full-text index knows every event, and each by the text it has now."""
        is_ours = self._known.agrees(self._present, *_FULL_TEXT)
        if not is_ours or not self._present.tables.keys() >= self._known.tables.keys():
            # Whatever it is instead is told where the schema is.
            return
        lost, surplus = (copy or self._connection).execute(_UNINDEXED).fetchone()
        if lost or surplus:
            yield error(f"The search index misses {lost:,} events and holds {surplus:,} that are gone.")
            return
        if copy is None:
            yield warning(
                "The search index was not compared with the texts, as in every file that is so large."
            )
            return
        # FTS5 checks itself by a command that counts as writing.
        try:
            copy.execute("INSERT INTO event_text (event_text, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as failure:
            if failure.sqlite_errorcode & 0xFF == sqlite3.SQLITE_INTERRUPT:
                raise
            if is_too_big(failure):
                yield warning("The search index was not compared with the texts: one is too long.")
            else:
                yield error("The search index does not agree with the text of the events.")


def _damage(connection: sqlite3.Connection, of: str) -> Iterator[str]:
    for (found,) in connection.execute(f"PRAGMA integrity_check{of}"):
        said = one_line(text_of(found))
        if said != "ok":
            yield said


def _failed(failure: sqlite3.Error, path: Path) -> Finding:
    """What it means that SQLite could not do what a step asked for."""
    if is_too_big(failure):
        return error("It holds a value that is too long to be read.")
    if getattr(failure, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
        return error(
            "It could not be checked: there is no room for a copy in the folder for temporary files."
        )
    try:
        tell(failure, path)
    except DatabaseError as told:
        return error(told.what)


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
