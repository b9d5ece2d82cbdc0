"""Opening: what a file is instead of a database is said in one sentence; what is opened cannot be changed."""

import contextlib
import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from explorer.domain.errors import DatabaseError
from explorer.storage import cache
from explorer.storage.connection import Cancelled
from explorer.storage.opening import SCHEMA_VERSION, open_database
from explorer.storage.telling import tell
from tests.bad_files import BAD
from tests.builders import build_database


@pytest.mark.parametrize("name", sorted(BAD))
def test_what_is_wrong_is_one_sentence_that_names_the_file(name: str, tmp_path: Path) -> None:
    make, said = BAD[name]
    path = tmp_path / "odd name #1 100%.db"
    make(path)
    with pytest.raises(DatabaseError) as caught:
        open_database(path)
    assert said in caught.value.what
    assert path.name in caught.value.what
    assert caught.value.what.endswith(".")
    assert caught.value.advice.endswith(".")
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="permission bits do not bind there")
def test_a_file_without_read_permission_is_refused_or_opened_by_who_may_read_all(file: Path) -> None:
    file.chmod(0)
    if os.access(file, os.R_OK):
        assert open_database(file).name == file.name
        return
    with pytest.raises(DatabaseError, match="may not read"):
        open_database(file)
    file.chmod(stat.S_IRUSR | stat.S_IWUSR)


def test_a_file_that_the_system_refuses_to_read_says_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # What happens to anyone but root; here the refusal is made by hand.
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DatabaseError, match="You may not read"):
        open_database(file)


def test_a_file_locked_by_another_program_says_so(file: Path) -> None:
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseError, match="is locked by another program"):
            open_database(file)


def test_an_interruption_is_no_damage() -> None:
    connection = sqlite3.connect(":memory:")
    connection.set_progress_handler(lambda: 1, 10)
    with pytest.raises(sqlite3.OperationalError) as caught:
        connection.execute("WITH RECURSIVE n AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT count(*) FROM n")
    connection.close()
    with pytest.raises(Cancelled):
        tell(caught.value, Path("x.db"))


def test_what_the_file_says_of_itself_is_known(file: Path) -> None:
    database = open_database(file)
    assert database.schema_version == SCHEMA_VERSION
    assert database.properties == {"title": "Some events", "first_event": "helsinki"}
    assert database.name == "some events.db"


def test_the_fingerprint_follows_the_bytes(file: Path) -> None:
    before = open_database(file).fingerprint()
    assert len(before) == 16
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE events SET title = 'Another'")
        connection.commit()
    assert open_database(file).fingerprint() != before


@pytest.mark.parametrize("statement", ["DELETE FROM claims", "CREATE TABLE x (y)", "PRAGMA user_version = 7"])
def test_a_connection_cannot_write(connection: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute(statement)


def test_opening_leaves_nothing_beside_the_file(file: Path) -> None:
    open_database(file).connect().close()
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("name", ["a?b.db", "a#b&c=d.db", "50%25 ä 你.db", "'quoted'.db"])
def test_any_file_name_opens(name: str, tmp_path: Path) -> None:
    if sys.platform == "win32" and "?" in name:
        pytest.skip("no file may be called that there")
    path = build_database(tmp_path / name)
    database = open_database(path)
    with contextlib.closing(database.connect()) as connection:
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (0,)


def test_the_start_of_the_window_loads_no_slow_library() -> None:
    code = (
        "import sys; import explorer.storage.index, explorer.storage.reading, explorer.storage.search;"
        " import explorer.cli; print([m for m in ('sqlalchemy', 'pandas', 'PySide6') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


#: Changes every event until its cache spills into the file, says so, and waits to be killed.
_BREAKS_OFF = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 5")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE properties SET value = value || ' broken off'")
connection.execute("CREATE TABLE spilt AS SELECT zeroblob(4000) FROM events, events AS others")
print("changed", flush=True)
time.sleep(60)
"""


def test_a_change_that_another_program_broke_off_is_undone(file: Path) -> None:
    before = open_database(file).properties
    with subprocess.Popen([sys.executable, "-c", _BREAKS_OFF, str(file)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"changed\n"
        writer.kill()
    assert file.with_name(f"{file.name}-journal").stat().st_size > 0
    left = _listing(file.parent)
    for _ in range(2):
        assert open_database(file).properties == before
    # In a copy: what the other program left is its own affair.
    assert _listing(file.parent) == left
    assert not list((cache.folder() / "reading").iterdir())


def _listing(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """What the files hold, and when their inodes were changed last: SQLite, run by root, changes owners."""
    return {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ctime_ns)
        for path in folder.iterdir()
    }


_LINKS = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


@_LINKS
@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_a_link_in_the_place_of_a_journal_or_log_is_not_followed(file: Path, ending: str) -> None:
    other = file.with_name("other")
    other.write_bytes(b"a file of the user's")
    file.with_name(file.name + ending).symlink_to(other)
    with pytest.raises(DatabaseError, match="is no file, and SQLite would read it"):
        open_database(file)


@_LINKS
def test_a_database_that_is_named_by_a_link_is_read_with_its_log(file: Path, tmp_path: Path) -> None:
    writer = sqlite3.connect(file, isolation_level=None)
    with contextlib.closing(writer):
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("UPDATE properties SET value = 'in the log' WHERE name = 'title'")
        folder = tmp_path / "elsewhere"
        folder.mkdir()
        link = folder / "link.db"
        link.symlink_to(file)
        assert open_database(link).properties["title"] == "in the log"
        assert list(folder.iterdir()) == [link]


@_LINKS
def test_a_database_that_is_named_by_a_link_is_read_without_a_change_that_was_broken_off(
    file: Path, tmp_path: Path
) -> None:
    before = open_database(file).properties
    with subprocess.Popen([sys.executable, "-c", _BREAKS_OFF, str(file)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"changed\n"
        writer.kill()
    link = tmp_path / "link.db"
    link.symlink_to(file)
    assert open_database(link).properties == before
