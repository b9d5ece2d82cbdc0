"""What a database file holds as sixteen digits: the same before and after its columns were packed.

Exports and `detente info` ask through Database.fingerprint. The digits stand for the bytes of the file's
pages, but not for those of the table packed_columns, which is never read, nor of the table views, which
readers keep with the file; not for free pages, and not for the counters at the file's head. The pages of a
table or an index are found from its root, as https://www.sqlite.org/fileformat2.html tells: a walk over a few
pages only. Pages are left out where a check finds that nothing else refers to them: else a file could show
what its digits do not stand for.
"""

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from typing import Final

from explorer.storage.connection import Cancelled, connect, path_of

_DIGITS: Final = 16
#: Kinds of pages.
_INDEX_INTERIOR: Final = 2
_TABLE_INTERIOR: Final = 5
_INDEX_LEAF: Final = 10
_TABLE_LEAF: Final = 13
#: Where SQLite keeps its locks: the page there is never used.
_LOCKS: Final = 2**30
#: Bytes of the head that change with every writing: write version, change counter, size, free pages, version.
_COUNTERS: Final = ((18, 20), (24, 40), (92, 100))
_TOGETHER: Final = 2**20


#: Where trees begin, and whether what is kept there comes and goes without the database being another.
_ROOTS: Final = """
    SELECT rootpage, tbl_name IN ('packed_columns', 'views') FROM sqlite_schema WHERE rootpage > 0
"""


def fingerprint(
    path: Path, connection: sqlite3.Connection, progress: Callable[[int, int], bool] | None = None
) -> str:
    """The first hexadecimal digits of the SHA-256 of what a file holds; `connection` is one to that file.

    `progress` is told bytes read of how many, and may say no. Raises OSError, sqlite3.Error, Cancelled.
    """
    with path.open("rb", buffering=0) as stream:
        file = _File(stream)
        left_out = bytearray(file.pages + 1)
        for page in (0, _LOCKS // file.size + 1, *_pages_apart(file, connection, progress)):
            if page <= file.pages:
                left_out[page] = 1
        digest = hashlib.sha256()
        first = left_out.find(0)
        while first >= 0:
            last = left_out.find(1, first)
            last = file.pages + 1 if last < 0 else last
            for at in range(first, last, max(1, _TOGETHER // file.size)):
                part = bytearray(file.read(at, min(last - at, max(1, _TOGETHER // file.size))))
                if at == 1:
                    for low, high in _COUNTERS:
                        part[low:high] = bytes(high - low)
                digest.update(part)
                if progress is not None and not progress(at * file.size, file.pages * file.size):
                    raise Cancelled
            first = left_out.find(0, last)
    return digest.hexdigest()[:_DIGITS]


def _pages_apart(
    file: "_File", connection: sqlite3.Connection, progress: Callable[[int, int], bool] | None
) -> set[int]:
    """The pages that are left out: none where something else of the file refers to one of them.

    Raises OSError, sqlite3.Error, Cancelled.
    """
    roots = connection.execute(_ROOTS).fetchall()
    apart, free = {root for root, is_apart in roots if is_apart}, file.free_pages()
    found = free.union(*(file.tree_pages(root) for root in apart))
    if len({root for root, _ in roots}) < len(roots):
        return set()
    if found == apart or _is_whole_without(file, found - apart, apart, path_of(connection), progress):
        return found
    return set()


def _is_whole_without(
    file: "_File",
    pages: set[int],
    roots: set[int],
    named: Path,
    progress: Callable[[int, int], bool] | None,
) -> bool:
    """Whether SQLite finds a file whole in which these pages make no sense and these roots have no branches.

    A copy is judged: SQLite's own check passes a list of free pages that are in use.
    """
    from explorer.storage import cache
    from explorer.storage.private_copy import Copy, new_folder

    copy = Copy(new_folder(cache.folder()), "without.db")
    try:
        with copy.path.open("wb") as target:
            for page in range(1, file.pages + 1):
                data = bytearray(file.read(page))
                if page in roots:
                    data = file.without_branches(data)
                elif page in pages:
                    # As an address this is beyond every file, as a kind of page none.
                    data = bytearray(b"\xff" * file.size)
                if page == 1:
                    data[32:40] = bytes(8)
                target.write(data)
                if progress is not None and page % 256 == 0 and not progress(0, 0):
                    raise Cancelled
        with contextlib.closing(connect(copy.path, named, is_immutable=True)) as connection:
            try:
                return connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            except sqlite3.DatabaseError as error:
                if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT:
                    return False
                raise
    finally:
        copy.remove()


class _File:
    """The pages of an SQLite file, counted from 1."""

    def __init__(self, stream: FileIO) -> None:
        self._stream = stream
        self._head = stream.read(100) or b""
        size = int.from_bytes(self._head[16:18], "big")
        self.size = 65_536 if size <= 1 else size
        self.pages = stream.seek(0, os.SEEK_END) // self.size

    def read(self, page: int, count: int = 1) -> bytes:
        return self._bytes(page, count * self.size)

    def _bytes(self, page: int, count: int) -> bytes:
        self._stream.seek((page - 1) * self.size)
        return self._stream.read(count) or b""

    def without_branches(self, root: bytearray) -> bytearray:
        """The root page of a table or an index as it is without rows."""
        is_table = root[0] in {_TABLE_INTERIOR, _TABLE_LEAF}
        empty = bytearray(self.size)
        empty[0] = _TABLE_LEAF if is_table else _INDEX_LEAF
        # Where the cells begin: behind the last byte that is used.
        empty[5:7] = ((self.size - self._head[20]) & 0xFFFF).to_bytes(2, "big")
        return empty

    def free_pages(self) -> set[int]:
        """The pages that hold nothing: each trunk names the next one and some leaves."""
        found: set[int] = set()
        trunk = int.from_bytes(self._head[32:36], "big")
        while trunk and trunk not in found and trunk <= self.pages:
            found.add(trunk)
            held = _numbers(self.read(trunk))
            found.update(held[2 : 2 + held[1]])
            trunk = held[0]
        return found

    def tree_pages(self, root: int) -> set[int]:
        """The pages of a table or an index with its overflow pages."""
        found: set[int] = set()
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number in found or not 1 < number <= self.pages:
                continue
            found.add(number)
            page = self.read(number)
            cells = int.from_bytes(page[3:5], "big")
            is_interior = page[0] in {_TABLE_INTERIOR, _INDEX_INTERIOR}
            starts = _starts(page, 12 if is_interior else 8, cells)
            if is_interior:
                waiting += [int.from_bytes(page[at : at + 4], "big") for at in starts]
                waiting.append(int.from_bytes(page[8:12], "big"))
            if page[0] in {_TABLE_LEAF, _INDEX_LEAF, _INDEX_INTERIOR}:
                for at in starts:
                    self._follow(self._overflow(page, at), found)
        return found

    def _overflow(self, page: bytes, at: int) -> int:
        """The first overflow page of the cell there, 0 for none."""
        kind, usable = page[0], self.size - self._head[20]
        payload, at = _varint(page, at + 4 if kind == _INDEX_INTERIOR else at)
        if kind == _TABLE_LEAF:
            _, at = _varint(page, at)
        most = usable - 35 if kind == _TABLE_LEAF else (usable - 12) * 64 // 255 - 23
        if payload <= most:
            return 0
        least = (usable - 12) * 32 // 255 - 23
        local = least + (payload - least) % (usable - 4)
        at += local if local <= most else least
        return int.from_bytes(page[at : at + 4], "big")

    def _follow(self, page: int, found: set[int]) -> None:
        while page and page not in found and page <= self.pages:
            found.add(page)
            page = int.from_bytes(self._bytes(page, 4), "big")


def _starts(page: bytes, head: int, cells: int) -> list[int]:
    pointers = page[head : head + 2 * cells]
    return [int.from_bytes(pointers[at : at + 2], "big") for at in range(0, len(pointers), 2)]


def _numbers(page: bytes) -> list[int]:
    return [int.from_bytes(page[at : at + 4], "big") for at in range(0, len(page), 4)]


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """The number that begins there, and where the next one does."""
    value = 0
    for count, byte in enumerate(page[at : at + 9]):
        if count == 8:
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + count + 1
    return value, at + 9
