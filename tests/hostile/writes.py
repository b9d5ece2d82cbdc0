"""Writes that are broken off, refused or shared: notes, saved views, exports, settings.

A writer is a copy of this process that says in a pipe what is done by now. Whatever it has said so must be
there when it is gone, and the file whole.
"""

import contextlib
import os
import random
import resource
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from explorer import bundle
from tests.hostile.trial import Outcome, tried

Writer = Callable[[Path, int, int], None]

#: By its name, what is tried with a seed in a folder.
WRITES: Final[dict[str, Callable[[int, Path], Outcome]]] = {}


def _note(database: Path, writer: int, number: int) -> None:
    from explorer.domain.note import Note
    from explorer.storage.notes import write_note

    slug = f"slug-{writer}-{number}"
    write_note(database, Note(slug), Note(slug, is_starred=True, text=f"note {number}"))


def _view(database: Path, writer: int, number: int) -> None:
    from explorer.domain.named_views import NamedView
    from explorer.storage.views import change_views

    change_views(database, lambda views: (*views, NamedView(f"view-{writer}-{number}", "--search kim")))


def _setting(database: Path, writer: int, number: int) -> None:
    from PySide6.QtCore import QSettings

    from explorer.ui.desktop.settings import Settings

    kept = QSettings(str(database.parent / f"settings-{writer}.ini"), QSettings.Format.IniFormat)
    kept.setValue(f"number/{number}", number)
    Settings(kept).is_running = True


def _export(database: Path, writer: int, number: int) -> None:
    from explorer.cli import main

    out = database.parent / f"out-{writer}-{number % 3}.csv"
    assert main(["export", str(out), str(database), "--force"]) == 0


def _kept(database: Path, table: str) -> set[str]:
    """What is in the file by now, read as the program reads it."""
    if table == "notes":
        from explorer.storage.notes import read_notes

        notes, problem = read_notes(database)
        assert problem is None, problem
        return {slug.removeprefix("slug-") for slug in notes}
    if table == "views":
        from explorer.storage.opening import open_database
        from explorer.storage.views import read_views

        with contextlib.closing(open_database(database).connect()) as connection:
            return {view.name.removeprefix("view-") for view in read_views(connection)[0]}
    if table == "settings":
        from PySide6.QtCore import QSettings

        found: set[str] = set()
        for path in database.parent.glob("settings-*.ini"):
            kept = QSettings(str(path), QSettings.Format.IniFormat)
            writer = path.stem.removeprefix("settings-")
            found |= {
                f"{writer}-{key.partition('/')[2]}" for key in kept.allKeys() if key.startswith("number/")
            }
        return found
    for path in database.parent.glob("out-*.csv"):
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") > 100, f"{path.name} is not whole"
    return set()


def _begin(writer: Writer, database: Path, name: int, *, limit: int = 0) -> tuple[int, int]:
    """A copy of this process that writes on and on, and the pipe in which it says what is done."""
    hears, says = os.pipe()
    child = os.fork()
    if child:
        os.close(says)
        return child, hears
    os.close(hears)
    status = 0
    try:
        if limit:
            # Python turns the signal off, so that the disk seems full.
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        for number in range(100_000):
            writer(database, name, number)
            os.write(says, f"{name}-{number}\n".encode())
    except BaseException as error:  # noqa: BLE001 - a refusal ends it, in a sentence
        from explorer.domain.errors import ExplorerError

        is_told = isinstance(error, (ExplorerError, AssertionError, BrokenPipeError))
        status = 1 if is_told else 70
        if not is_told:
            with contextlib.suppress(OSError):
                os.write(2, f"{type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(status)


def _said(hears: int) -> set[str]:
    text = b""
    while piece := os.read(hears, 65_536):
        text += piece
    os.close(hears)
    # The last word may have been cut off with its writer.
    return set(text.decode().split("\n")[:-1])


def _campaign(
    name: str, table: str, writer: Writer, *, writers: int = 1, kills: int = 6, limit: bool = False
) -> None:
    def run(seed: int, place: Path) -> Outcome:
        def work(said: dict[str, Any]) -> int:
            faults: list[str] = []
            said["faults"] = faults
            chance = random.Random(f"{name}:{seed}")
            folder = place / "in"
            folder.mkdir()
            database = folder / "d.db"
            shutil.copyfile(bundle.path("db", "diplomacy.db"), database)
            due: set[str] = set()
            for attempt in range(kills):
                size = chance.randrange(1, database.stat().st_size + 60_000) if limit else 0
                begun = [_begin(writer, database, 10 * attempt + n, limit=size) for n in range(writers)]
                time.sleep(chance.random() ** 2 * (0.5 if writer is _export else 0.15))
                for child, _ in begun:
                    os.kill(child, signal.SIGKILL)
                for child, hears in begun:
                    due |= _said(hears)
                    _, status = os.waitpid(child, 0)
                    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 70:
                        faults.append("traceback: a writer ended by what nobody expected")
                try:
                    lost = due - _kept(database, table) if table != "exports" else _kept(database, table)
                except Exception as error:  # noqa: BLE001 - the file cannot be read: that is the fault
                    faults.append(f"lost: {type(error).__name__}: {error}")
                    return 1
                if lost:
                    faults.append(f"lost: {len(lost)} of {len(due)} acknowledged, {sorted(lost)[:3]}")
            with contextlib.closing(sqlite3.connect(database)) as connection:
                if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                    faults.append("lost: the database is damaged")
            known = ("d.db", "out-", "settings-", ".detente-")
            strange = [path.name for path in folder.iterdir() if not path.name.startswith(known)]
            faults += [f"litter: {path}" for path in strange]
            return 0

        outcome = tried(name, work, place, [])
        outcome.err = outcome.err if outcome.faults else ""
        return outcome

    WRITES[name] = run


for _table, _writer in (("notes", _note), ("views", _view), ("settings", _setting), ("exports", _export)):
    _campaign(f"killed-{_table}", _table, _writer)
    _campaign(f"full-{_table}", _table, _writer, limit=True)
for _table, _writer in (("notes", _note), ("views", _view)):
    _campaign(f"shared-{_table}", _table, _writer, writers=3)
