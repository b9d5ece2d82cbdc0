"""The kinds of hostile inputs, by name: each makes one input from a seed, in a folder that is its own.

A maker is given its Ground and answers with the file to be opened. Whatever the data names beside that file
lies among the victims: nothing may open, change or remove these.
"""

import contextlib
import shutil
import sqlite3
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final, TypeAlias

from explorer import bundle


@dataclass(frozen=True, slots=True)
class Ground:
    """Where one input is made: `folder` is looked at before and after, `victims` may not even be opened."""

    random: Random
    folder: Path
    victims: Path

    @property
    def victim(self) -> Path:
        """A file of the user's that the data may name."""
        return self.victims / "victim.txt"

    def sound(self, name: str = "d.db") -> Path:
        """A copy of the bundled database."""
        path = self.folder / name
        shutil.copyfile(bundle.path("db", "diplomacy.db"), path)
        return path


Maker: TypeAlias = Callable[[Ground], Path]

#: Every kind by its name.
KINDS: Final[dict[str, Maker]] = {}


def kind(maker: Maker) -> Maker:
    """The function is the kind of its own name."""
    KINDS[maker.__name__.strip("_").replace("_", "-")] = maker
    return maker


def make(name: str, seed: int, place: Path) -> tuple[Path, Ground]:
    """The input of a kind and a seed, in a new folder."""
    folder, victims = place / "in", place / "victims"
    folder.mkdir(parents=True)
    victims.mkdir()
    ground = Ground(Random(f"{name}:{seed}"), folder, victims)
    ground.victim.write_text("keep me\n", encoding="ascii")
    (victims / "beacon.png").write_bytes(b"whoever opens this does what the data says")
    return KINDS[name](ground), ground


@contextlib.contextmanager
def lawless(path: Path) -> Generator[sqlite3.Connection]:
    """A connection that writes what no rule of the schema allows."""
    with contextlib.closing(sqlite3.connect(path)) as writer:
        for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON", "writable_schema = ON"):
            writer.execute(f"PRAGMA {pragma}")
        yield writer
        writer.commit()


def loosen(writer: sqlite3.Connection, table: str) -> None:
    """Declare a table without types and rules, its rows as they are."""
    statement: str = writer.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
    loose = statement.replace("STRICT, WITHOUT", "WITHOUT").replace("STRICT", "").replace("NOT NULL", "")
    declare(writer, table, loose)


def declare(writer: sqlite3.Connection, table: str, statement: str) -> None:
    """Say that a table was made by another statement; it holds for the next connection."""
    writer.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (statement, table))
    (version,) = writer.execute("PRAGMA schema_version").fetchone()
    writer.execute(f"PRAGMA schema_version = {version + 1}")


def declared() -> dict[str, str]:
    """The tables of the schema that hold rows of ours, with the statement of each."""
    with contextlib.closing(sqlite3.connect(bundle.path("db", "diplomacy.db"))) as reader:
        return dict(
            reader.execute(
                "SELECT name, sql FROM sqlite_schema WHERE sql LIKE 'CREATE TABLE%' AND sql LIKE '%STRICT%'"
            )
        )


def columns() -> list[tuple[str, str, str]]:
    """Table, name and type of every column of these."""
    with contextlib.closing(sqlite3.connect(bundle.path("db", "diplomacy.db"))) as reader:
        return [
            (table, name, type_)
            for table in declared()
            for name, type_ in reader.execute("SELECT name, type FROM pragma_table_info(?)", (table,))
        ]
