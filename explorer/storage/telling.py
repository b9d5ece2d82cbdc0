"""What SQLite says of a file, in one sentence; and every question to a file, asked of one state of it."""

import contextlib
import functools
import json
import os
import sqlite3
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import Any, Concatenate, Final, NoReturn, ParamSpec, TypeVar

from explorer.domain.errors import DatabaseError
from explorer.domain.listing import quoted
from explorer.domain.tongue import translate
from explorer.storage.connection import (
    LONGEST_TEXT,
    Cancelled,
    Connection,
    changed,
    path_of,
)

_CLOSED: Final = (
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_READONLY,
)

_BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)

_NONE: Final = type(None)
_TYPES: Final[dict[str, set[type]]] = {
    "i": {int}, "I": {int, _NONE}, "r": {float, int}, "R": {float, int, _NONE}, "t": {str}, "T": {str, _NONE},
    "j": {str},
}  # fmt: skip

_Arguments = ParamSpec("_Arguments")
_Answer = TypeVar("_Answer")


class UnsoundError(sqlite3.DatabaseError):
    """A value is not what the schema says: what is sound can still be read on a mended connection."""


class UnsoundFileError(DatabaseError):
    """A file holds values that the schema forbids; what is sound of it can still be read."""


class BusyError(DatabaseError):
    """Another program has a file to itself; the same question may be answered a moment later."""


def tell(error: BaseException, path: Path, *, is_exhausted: bool = False) -> NoReturn:
    """Raise the DatabaseError that says what SQLite's error means for the file, or Cancelled."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    details = f"{getattr(error, 'sqlite_errorname', type(error).__name__)}: {error}"
    if primary == sqlite3.SQLITE_INTERRUPT and not is_exhausted:
        raise Cancelled from error
    what, advice = _meaning(primary, error, named(path), is_exhausted=is_exhausted)
    kind = UnsoundFileError if is_of_value(error) else BusyError if primary in _BUSY else DatabaseError
    raise kind(what, advice, details) from error


def _meaning(primary: int | None, error: BaseException, name: str, *, is_exhausted: bool) -> tuple[str, str]:
    if is_exhausted:
        return (
            translate("Errors", "{name} is damaged: a question to it does not end.").format(name=name),
            translate("Errors", "Use a sound copy."),
        )
    if primary in _BUSY:
        return (
            translate("Errors", "{name} is locked by another program.").format(name=name),
            translate("Errors", "Close it there, then try again."),
        )
    if primary == sqlite3.SQLITE_NOTADB:
        return (
            translate(
                "Errors", "{name} is not a database that can be read: it is damaged or encrypted."
            ).format(name=name),
            translate("Errors", "Use a sound copy."),
        )
    if primary in _CLOSED:
        return (
            translate("Errors", "{name} cannot be opened.").format(name=name),
            translate("Errors", "Check that you may read it."),
        )
    if primary == sqlite3.SQLITE_IOERR:
        return (
            translate("Errors", "{name} cannot be read.").format(name=name),
            translate("Errors", "Check its disk."),
        )
    if primary == sqlite3.SQLITE_NOMEM or isinstance(error, MemoryError):
        return (
            translate("Errors", "{name} asks for more memory than a file of its kind can need.").format(
                name=name
            ),
            translate("Errors", "Use a sound copy; `detente check` lists what is wrong."),
        )
    if primary == sqlite3.SQLITE_TOOBIG:
        return (
            translate("Errors", "{name} holds a text that is too long to be read.").format(name=name),
            translate("Errors", "Use a sound copy; `detente check` lists what is wrong."),
        )
    if primary == sqlite3.SQLITE_ERROR and str(error).startswith("no such"):
        return (
            translate("Errors", "{name} is not whole: there is {what}.").format(
                name=name, what=str(error).replace("such ", "", 1)
            ),
            translate("Errors", "Use a sound copy; `detente check` lists what is missing."),
        )
    return (
        translate("Errors", "{name} is damaged.").format(name=name),
        translate("Errors", "Use a sound copy; `detente check` lists what is wrong."),
    )


@contextlib.contextmanager
def told(path: Path, connection: sqlite3.Connection | None = None) -> Generator[None]:
    """Whatever SQLite refuses meanwhile is raised as DatabaseError, or as Cancelled.

    ProgrammingError stays as it is: a statement that does not fit the schema is a bug of ours.
    """
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except (sqlite3.Error, UnicodeDecodeError, MemoryError) as error:
        # UnicodeDecodeError: SQLite quotes names of the file in its messages, and these may be any bytes.
        is_exhausted = isinstance(connection, Connection) and connection.is_exhausted
        tell(error, path, is_exhausted=is_exhausted)


def asking(
    function: Callable[Concatenate[sqlite3.Connection, _Arguments], _Answer],
) -> Callable[Concatenate[sqlite3.Connection, _Arguments], _Answer]:
    """Make a function that reads from a connection ask one state of the file, in one transaction.

    Raises DatabaseError for what SQLite refuses (UnsoundFileError where the rest can be read), ChangedError
    where the file is in another state by now, and Cancelled.
    """

    @functools.wraps(function)
    def reading(
        connection: sqlite3.Connection, *args: _Arguments.args, **kwargs: _Arguments.kwargs
    ) -> _Answer:
        if not isinstance(connection, Connection):
            with told(path_of(connection)):
                return function(connection, *args, **kwargs)
        if connection.in_transaction:
            # Part of a greater question.
            return function(connection, *args, **kwargs)
        connection.begin_question()
        # Without context managers: a short question would take half as long again.
        try:
            connection.begin()
            try:
                answer = function(connection, *args, **kwargs)
                connection.confirm()
            finally:
                connection.end()
        except sqlite3.ProgrammingError:
            raise
        except (sqlite3.Error, UnicodeDecodeError, MemoryError) as error:
            known = connection.known
            if known is not None and not connection.is_exhausted and known.is_overwritten():
                # It fails because the file has changed under it.
                known.is_over = True
                raise changed(connection.path) from error
            tell(error, connection.path, is_exhausted=connection.is_exhausted)
        return answer

    return reading


def telling(
    function: Callable[Concatenate[sqlite3.Connection, _Arguments], _Answer],
) -> Callable[Concatenate[sqlite3.Connection, _Arguments], _Answer]:
    """Make a function ask as `asking` does, and read a text that is unsound as far as it is sound.

    storage/mended.py says how.
    """
    ask = asking(function)

    @functools.wraps(function)
    def reading(
        connection: sqlite3.Connection, *args: _Arguments.args, **kwargs: _Arguments.kwargs
    ) -> _Answer:
        try:
            return ask(connection, *args, **kwargs)
        except UnsoundFileError:
            if not isinstance(connection, Connection) or connection.is_mended or connection.reopen is None:
                raise
            with contextlib.closing(connection.reopen()) as mended:
                return ask(mended, *args, **kwargs)

    return reading


def typed(rows: Iterable[tuple[Any, ...]], types: str, longest: int = LONGEST_TEXT) -> list[tuple[Any, ...]]:
    """The rows, each of whose values is of its type: i for a whole number, r for a number, t for a text.

    In capitals a value may be missing; j is JSON of any length. No text is longer than `longest` letters.
    Raises UnsoundError.
    """
    found = list(rows)
    for letter, *column in zip(types, *found, strict=True) if found else ():
        if not set(map(type, column)) <= _TYPES[letter]:
            raise UnsoundError("a value is of another type than the schema says")
        if letter in "tT" and max((len(text) for text in column if text), default=0) > longest:
            raise UnsoundError("a text is too long")
    return found


def numbers_in(text: str) -> tuple[int, ...]:
    """The whole numbers of a JSON array. Raises UnsoundError."""
    found = json.loads(text)
    if not all(type(number) is int for number in found):
        raise UnsoundError("a number is none")
    return tuple(found)


def is_of_value(error: BaseException) -> bool:
    """Whether an error is about a value that may be read in another way, not about the file as a whole."""
    if isinstance(error, (UnsoundError, UnicodeDecodeError)):
        return True
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_TOOBIG:
        return True
    said = str(error)
    return "decode to UTF-8" in said or "JSON cannot hold BLOB" in said


def named(path: Path) -> str:
    """The path in quotation marks, on one line, whatever characters it holds."""
    text = os.fsencode(path).decode(errors="replace")
    return quoted("".join(letter if letter.isprintable() else "�" for letter in text))
