"""Connections that read a file of anyone's without harm: read-only, within bounds, and never for ever.

Whatever reads a database does so through a Connection. It knows the file that the user named (what is read
may be a private copy of it), counts SQLite's steps against a budget, asks whether to go on, and notices that
the file is no longer in the state in which it was opened.
"""

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from explorer.domain.errors import DatabaseError
from explorer.domain.tongue import translate
from explorer.storage.file_state import state_of
from explorer.storage.uri import uri_of

#: SQLite's steps between two looks at the budget: some 15 ms.
STEPS: Final = 500_000

#: Steps that a question may take: reading all of an honest file takes less than one for each byte.
_LEAST_BUDGET: Final = 100_000_000
_STEPS_A_BYTE: Final = 4

#: Bytes of a text or a row that is read for showing; a longer one is cut (explorer/storage/mended.py).
LONGEST_TEXT: Final = 1_000_000

#: Bytes of the longest value that is looked into at all, and written whole into exports.
LONGEST_VALUE: Final = 2**26

#: Seconds in which a commit of ours ends: twice as long as it waits for a lock.
_LONGEST_COMMIT: Final = 4.0

#: Bytes that SQLite may hold in all, whatever is open: what it asks for beyond is refused as out of memory.
_HEAP: Final = 2**30

# A file from elsewhere must not run functions or read other files through its views.
_PRAGMAS: Final = (
    "trusted_schema = OFF",
    "foreign_keys = ON",
    "query_only = ON",
    "cell_size_check = ON",
    "mmap_size = 0",
    f"hard_heap_limit = {_HEAP}",
)

_LIMITS: Final = (
    (sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_TEXT),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
    (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
)


class Cancelled(Exception):  # noqa: N818 - no error: the caller asked for it
    """The caller asked to stop: `progress` said no, or the connection was interrupted."""


class ChangedError(DatabaseError):
    """Another program has changed, replaced or removed the file since it was opened."""


class Connection(sqlite3.Connection):
    """A read-only connection. `path` is the file that the user named, `identity` what a cache knows it by.

    `is_exhausted` is true once a question took more steps than its budget; `known`, where it is given, is
    the state in which the file was opened, and every question is asked of that state or refused. `reopen`,
    where it is given, makes a mended connection to the same file (storage/mended.py).
    """

    path: Path = Path()
    is_mended: bool = False
    is_exhausted: bool = False
    known: "KnownState | None" = None
    identity: str = ""
    reopen: "Callable[[], Connection] | None" = None
    _budget: int = 0
    _left: int = 0
    goes_on: Callable[[], bool] | None = None
    _reports: Callable[[], bool] | None = None
    _version: int | None = None
    _own_writes: int = 0

    def begin_question(self) -> None:
        """Whatever is asked from now on has the whole budget of steps."""
        self._left, self.is_exhausted = self._budget, False

    def watch(self, budget: int, goes_on: Callable[[], bool] | None) -> None:
        """Count steps from now on, and ask `goes_on`, where there is one, whether to."""
        self._budget, self.goes_on = budget, goes_on
        self.begin_question()
        self.set_progress_handler(self._spend, STEPS)

    @contextlib.contextmanager
    def reporting(self, report: Callable[[], bool]) -> Generator[None]:
        """Ask `report` as well meanwhile whether to go on."""
        self._reports = report
        try:
            yield
        finally:
            self._reports = None

    @contextlib.contextmanager
    def steady(self) -> Generator[None]:
        """One transaction on the state of the file that is known. Raises ChangedError, sqlite3.Error.

        Inside another one it is that one.
        """
        if self.in_transaction:
            yield
            return
        self.begin()
        try:
            yield
            self.confirm()
        finally:
            self.end()

    def begin(self) -> None:
        """Begin a transaction on the state that is known. Raises ChangedError, sqlite3.Error."""
        known = self.known
        try:
            while True:
                own_writes = known.own_writes if known is not None else 0
                self.execute("BEGIN")
                # Takes the lock that keeps others from committing.
                (version,) = self.execute("PRAGMA data_version").fetchone()
                if known is None:
                    return
                if self._version in {None, version} or own_writes != self._own_writes:
                    break
                # What this program is just writing must be able to come to its end.
                self.end()
                if not known.awaits_own(own_writes):
                    # Once changed, never the known one again.
                    known.is_over = True
                    break
            self._version, self._own_writes = version, own_writes
            self.confirm()
        except BaseException:
            self.end()
            raise

    def confirm(self) -> None:
        """The file is still in the state that is known. Raises ChangedError."""
        known = self.known
        if known is not None and known.is_overwritten():
            known.is_over = True
            raise changed(self.path)

    def end(self) -> None:
        """End the transaction."""
        if self.in_transaction:
            self.execute("ROLLBACK")

    def _spend(self) -> int:
        self._left -= STEPS
        if self._left < 0:
            self.is_exhausted = True
            return 1
        return int(any(asks is not None and not asks() for asks in (self.goes_on, self._reports)))


@dataclass(slots=True)
class KnownState:
    """The state of a file in which it was opened, shared by all connections to it.

    What this program writes into the file itself (`wrote`) is no change of another's.
    """

    path: Path
    state: str
    own_writes: int = 0
    is_over: bool = False
    _writers: int = 0
    _turn: threading.Condition = field(default_factory=threading.Condition, compare=False)

    def holds(self) -> bool:
        """True while the file is as it was."""
        return not self.is_over and state_of(self.path) == self.state

    def is_overwritten(self) -> bool:
        """True when the file was changed in its place: one that was replaced or removed can still be read on
        by whoever has it open."""
        while not self.is_over:
            own_writes = self.own_writes
            now = state_of(self.path)
            if now == self.state or now.partition(":")[0] != self.state.partition(":")[0]:
                return False
            if not self.awaits_own(own_writes):
                return True
        return True

    @contextlib.contextmanager
    def being_written(self) -> Generator[None]:
        """Meanwhile this program commits and calls `wrote`: what lies between the two is no change."""
        with self._turn:
            self._writers += 1
        try:
            yield
        finally:
            with self._turn:
                self._writers -= 1
                self._turn.notify_all()

    def awaits_own(self, own_writes: int) -> bool:
        """Whether this program has written since there were so many writes of its own, or was about to.

        That it is about to is waited for, so that a second look sees what it has left.
        """
        with self._turn:
            if self._writers:
                return self._turn.wait_for(lambda: not self._writers, _LONGEST_COMMIT)
            return self.own_writes != own_writes

    def wrote(self) -> None:
        """The file is as this program has just left it. To be called before anyone else can have written."""
        self.state, self.own_writes = state_of(self.path), self.own_writes + 1


def changed(path: Path) -> ChangedError:
    """The error that says so."""
    return ChangedError(
        translate("Errors", "“{name}” has been changed by another program.").format(name=path.name),
        translate("Errors", "Open it again."),
    )


def connect(
    path: Path,
    named: Path,
    *,
    is_immutable: bool = False,
    goes_on: Callable[[], bool] | None = None,
    before: Callable[[Connection], None] | None = None,
) -> Connection:
    """A connection in autocommit mode to the file at `path`, which stands for the one that the user `named`.

    Nothing is ever created, changed or removed by it. `before` is called before it can only read: temporary
    views may be made then. Any thread may interrupt or close it. Raises sqlite3.Error.
    """
    connection = sqlite3.connect(
        uri_of(path, "ro", is_immutable=is_immutable),
        uri=True,
        timeout=2.0,
        isolation_level=None,
        # SQLite itself is thread-safe; the window closes a worker's connection from its own thread.
        check_same_thread=False,
        factory=Connection,
    )
    try:
        connection.path = named
        size = _size_of(path)
        for name, limit in _LIMITS:
            connection.setlimit(name, limit)
        connection.watch(budget_of(size), goes_on)
        if before is not None:
            before(connection)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def room_for(connection: sqlite3.Connection, size: int) -> Generator[None]:
    """Let a value be as long as `size` bytes meanwhile: one that is made of numbers, not of texts."""
    former = connection.getlimit(sqlite3.SQLITE_LIMIT_LENGTH)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, max(size, former))
    try:
        yield
    finally:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, former)


def budget_of(size: int) -> int:
    """SQLite's steps that a question to a file of so many bytes may take."""
    return _LEAST_BUDGET + _STEPS_A_BYTE * size


def path_of(connection: sqlite3.Connection) -> Path:
    """The file behind a connection, as the user named it."""
    if isinstance(connection, Connection):
        return connection.path
    return Path(connection.execute("PRAGMA database_list").fetchone()[2] or "memory")


def _size_of(path: Path) -> int:
    try:
        # A sparse file claims what it does not hold.
        status = path.stat()
        return min(status.st_size, getattr(status, "st_blocks", status.st_size) * 512)
    except OSError:
        return 0
