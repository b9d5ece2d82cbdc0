"""The file of a reader's notes: two writers, a killed one, folders and files that refuse."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.note import Note
from explorer.storage.notes import (
    APPLICATION_ID,
    NotesError,
    notes_by_id,
    now,
    places_of,
    read_notes,
    rescue_note,
    write_note,
)  # fmt: skip

ROOT = Path(__file__).parents[2]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The path of a database; whether there is one does not matter to its notes."""
    return tmp_path / "some events.db"


def _note(text: str, slug: str = "helsinki", is_starred: bool = False) -> Note:
    return Note(slug, is_starred, text, now())


def _texts(database: Path) -> dict[str, str]:
    notes, problem = read_notes(database)
    assert problem is None
    return {slug: note.text for slug, note in notes.items()}


def _rows(path: Path) -> int:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM notes").fetchone()[0])


def test_what_is_written_beside_the_database_is_read_again(database: Path) -> None:
    note = _note("Ünder the “rug” ✦ مرحبا\nsecond line", is_starred=True)
    assert write_note(database, Note("helsinki"), note) == note
    assert read_notes(database) == ({"helsinki": note}, None)
    assert places_of(database).beside == database.with_name("some events.db.notes")
    assert places_of(database).beside.is_file()
    assert not places_of(database).own.exists()


def test_reading_makes_no_file(database: Path) -> None:
    assert read_notes(database) == ({}, None)
    assert list(database.parent.iterdir()) == []


def test_a_note_without_star_and_words_is_gone(database: Path) -> None:
    note = _note("words")
    write_note(database, Note("helsinki"), note)
    write_note(database, note, _note(" \n"))
    assert _texts(database) == {}


@given(text=st.text(), is_starred=st.booleans())
def test_any_text_can_be_kept(text: str, is_starred: bool, tmp_path_factory: pytest.TempPathFactory) -> None:
    database = tmp_path_factory.mktemp("any") / "a.db"
    note = _note(text, is_starred=is_starred)
    write_note(database, Note("helsinki"), note)
    assert read_notes(database)[0] == ({} if note.is_blank else {"helsinki": note})


def test_half_a_letter_is_kept_as_a_mark(database: Path) -> None:
    kept = write_note(database, Note("helsinki"), _note("before \ud83d after"))
    assert kept.text == "before \ufffd after"
    assert _texts(database) == {"helsinki": "before � after"}


def test_of_two_writers_neither_loses_a_word(database: Path) -> None:
    base = _note("base")
    write_note(database, Note("helsinki"), base)
    one = replace(base, text="base, and one", is_starred=True)
    other = replace(base, text="base, and the other")
    write_note(database, base, one)
    kept = write_note(database, base, other)
    assert "base, and one" in kept.text
    assert "base, and the other" in kept.text
    assert kept.is_starred
    assert _texts(database) == {"helsinki": kept.text}


def test_many_writers_at_once_leave_all_that_each_wrote(database: Path) -> None:
    refused: list[BaseException] = []

    def write(number: int) -> None:
        try:
            for turn in range(6):
                mine = f"writer {number} turn {turn};"
                write_note(database, Note("shared"), _note(mine, "shared"))
                write_note(database, Note(f"own-{number}"), _note(mine, f"own-{number}"))
        except BaseException as error:  # noqa: BLE001 - told by the assertion
            refused.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == []
    texts = _texts(database)
    assert set(texts) == {"shared", *(f"own-{number}" for number in range(4))}
    for number in range(4):
        for turn in range(6):
            assert f"writer {number} turn {turn};" in texts["shared"]


_WRITER = """
import sys
from pathlib import Path
from explorer.domain.note import Note
from explorer.storage.notes import now, write_note
base = Note("helsinki")
for count in range(100_000):
    base = write_note(Path(sys.argv[1]), base, Note("helsinki", bool(count % 2), "x" * count, now()))
    print(count, flush=True)
"""


@pytest.mark.parametrize("turns", [1, 7, 23, 40])
def test_what_was_written_before_a_kill_is_there_after_it(database: Path, turns: int) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(database)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    done = -1
    with contextlib.closing(writer.stdout):
        for _ in range(turns):
            done = int(writer.stdout.readline())
        os.kill(writer.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        writer.wait()
        done = max([done, *(int(line) for line in writer.stdout.read().split("\n")[:-1])])
    (text,) = _texts(database).values() or ("",)
    # One more may have been committed and not yet told.
    assert len(text) in {done, done + 1}
    assert set(text) <= {"x"}
    write_note(database, Note("osaka"), _note("goes on", "osaka"))
    assert _texts(database)["osaka"] == "goes on"


@pytest.fixture
def unwritable(database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database in a folder that may not be written to; the superuser is told so by os.access."""

    def access(path: Path, mode: int) -> bool:
        return database.parent not in (Path(path), *Path(path).parents)

    monkeypatch.setattr(os, "access", access)
    return database


def test_a_folder_that_refuses_leaves_notes_to_the_users_own(
    unwritable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_note(unwritable, Note("helsinki"), _note("kept at home"))
    assert not places_of(unwritable).beside.exists()
    assert places_of(unwritable).own.is_file()
    assert _texts(unwritable) == {"helsinki": "kept at home"}
    assert _texts(unwritable.with_name("another.db")) == {}
    monkeypatch.undo()
    # The folder has become writable: reading moves nothing, the next note takes the others with it.
    assert _texts(unwritable) == {"helsinki": "kept at home"}
    assert not places_of(unwritable).beside.exists()
    write_note(unwritable, Note("osaka"), _note("beside it", "osaka"))
    assert _texts(unwritable) == {"helsinki": "kept at home", "osaka": "beside it"}
    assert _rows(places_of(unwritable).beside) == 2
    assert _rows(places_of(unwritable).own) == 0


_STRANGER = """
import os, sys
from pathlib import Path
from explorer.domain.note import Note
from explorer.storage.notes import places_of, read_notes, write_note
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
database = Path(sys.argv[1])
write_note(database, Note("a"), Note("a", True, "words", "now"))
print(places_of(database).kept_in == places_of(database).own, read_notes(database)[0]["a"].text)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be someone else")
def test_a_folder_of_someone_else_is_left_alone(tmp_path: Path) -> None:
    theirs, home = tmp_path / "theirs", tmp_path / "home"
    theirs.mkdir(mode=0o755)
    home.mkdir()
    home.chmod(0o777)
    for folder in (tmp_path, *tmp_path.parents[:-2]):
        folder.chmod(folder.stat().st_mode | 0o011)
    done = subprocess.run(
        [sys.executable, "-c", _STRANGER, str(theirs / "some.db")],
        cwd=ROOT,
        env={**os.environ, "XDG_DATA_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("True words\n", "")
    assert list(theirs.iterdir()) == []


def test_a_rescued_note_joins_the_others_at_the_next_write(database: Path) -> None:
    base = _note("first line")
    write_note(database, Note("helsinki"), base)
    rescue_note(database, base, _note("first line, and what came after"))
    rescue_note(database, Note("osaka"), _note("only rescued", "osaka"))
    expected = {"helsinki": "first line, and what came after", "osaka": "only rescued"}
    before = places_of(database).beside.read_bytes()
    assert _texts(database) == expected
    assert places_of(database).beside.read_bytes() == before
    write_note(database, Note("war"), _note("another", "war"))
    assert _rows(places_of(database).own) == 0
    assert _texts(database) == {**expected, "war": "another"}


def _refused(database: Path) -> NotesError:
    before = places_of(database).beside.read_bytes()
    with pytest.raises(NotesError) as told:
        write_note(database, Note("helsinki"), _note("words"))
    assert places_of(database).beside.read_bytes() == before
    return told.value


@pytest.mark.parametrize("content", [b"no database at all", b"SQLite format 3\0" + b"\0" * 4000])
def test_a_file_that_is_no_file_of_notes_is_refused_and_left_as_it_is(database: Path, content: bytes) -> None:
    places_of(database).beside.write_bytes(content)
    assert "damaged or not a file of notes" in _refused(database).what
    notes, problem = read_notes(database)
    assert notes == {}
    assert problem is not None


def test_a_file_cut_in_half_is_refused(database: Path) -> None:
    for number in range(300):
        write_note(database, Note(f"event-{number}"), _note("words " * 20, f"event-{number}"))
    beside = places_of(database).beside
    beside.write_bytes(beside.read_bytes()[:9000])
    assert "damaged" in _refused(database).what


def test_another_programs_database_is_refused(database: Path) -> None:
    with contextlib.closing(sqlite3.connect(places_of(database).beside)) as other:
        other.execute("CREATE TABLE theirs (a)")
        other.commit()
    assert "not a file of notes" in _refused(database).what


def test_notes_of_a_newer_version_are_refused(database: Path) -> None:
    write_note(database, Note("helsinki"), _note("of now"))
    with contextlib.closing(sqlite3.connect(places_of(database).beside)) as newer:
        newer.execute("PRAGMA user_version = 9")
    assert "newer Détente" in _refused(database).what
    with contextlib.closing(sqlite3.connect(places_of(database).beside)) as newer:
        assert newer.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_a_locked_file_is_refused_and_can_be_written_later(database: Path) -> None:
    write_note(database, Note("helsinki"), _note("before"))
    with contextlib.closing(sqlite3.connect(places_of(database).beside, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "locked by another program" in _refused(database).what
        other.execute("ROLLBACK")
    write_note(database, Note("osaka"), _note("after", "osaka"))
    assert _texts(database) == {"helsinki": "before", "osaka": "after"}


def test_notes_on_events_that_are_gone_stay_in_the_file_only() -> None:
    notes = {"here": _note("a", "here"), "gone": _note("b", "gone")}
    assert notes_by_id(notes, {"here": 7}.get) == {7: notes["here"]}


def test_what_one_file_lacks_and_the_other_has_was_cleared_by_nobody(database: Path) -> None:
    base = _note("words", is_starred=True)
    write_note(database, Note("helsinki"), base)
    kept = rescue_note(database, base, replace(base, text="words, and more", changed=now()))
    assert (kept.is_starred, kept.text) == (True, "words, and more")
    notes, _ = read_notes(database)
    assert notes["helsinki"].says(kept)


def test_what_waits_in_the_users_folder_is_not_cleared_beside_the_database(database: Path) -> None:
    base = _note("words", is_starred=True)
    rescue_note(database, Note("helsinki"), base)
    kept = write_note(database, base, replace(base, is_starred=False, changed=now()))
    assert kept.text == "words"
    assert _texts(database) == {"helsinki": "words"}


def test_notes_whose_file_was_moved_away_are_written_whole(database: Path) -> None:
    base = _note("words", is_starred=True)
    write_note(database, Note("helsinki"), base)
    places_of(database).beside.unlink()
    assert write_note(database, base, replace(base, text="words, and more")).is_starred


def test_what_another_window_cleared_stays_cleared(database: Path) -> None:
    base = _note("words", is_starred=True)
    write_note(database, Note("helsinki"), base)
    write_note(database, base, Note("helsinki", changed=now()))
    kept = write_note(database, base, replace(base, text="words, and more"))
    assert (kept.is_starred, kept.text) == (False, "words, and more")


def _cleared() -> Note:
    return Note("helsinki", changed=now())


def test_what_is_cleared_while_its_file_refuses_stays_cleared(database: Path) -> None:
    for first in (_note("words"), _note("", is_starred=True), _note("words", is_starred=True)):
        base = write_note(database, Note("helsinki"), first)
        kept = rescue_note(database, base, _cleared())
        assert kept.is_blank
        # Once more, as undo and redo may have it.
        rescue_note(database, kept, _cleared())
        for _ in range(2):
            assert _texts(database) == {}
        write_note(database, Note("osaka"), Note("osaka", changed=now()))
        assert _texts(database) == {}
        assert _rows(places_of(database).own) == 0


def test_what_another_window_wrote_after_what_was_cleared_stays(database: Path) -> None:
    base = write_note(database, Note("helsinki"), _note("words"))
    later = write_note(database, base, _note("words, and later ones"))
    assert later.changed > base.changed
    rescue_note(database, base, _cleared())
    assert _texts(database) == {"helsinki": "words, and later ones"}


def test_what_is_written_anew_after_it_was_cleared_stays(database: Path) -> None:
    base = write_note(database, Note("helsinki"), _note("words"))
    cleared = rescue_note(database, base, _cleared())
    rescue_note(database, cleared, _note("other words"))
    assert "other words" in _texts(database)["helsinki"]


def test_what_waits_in_the_users_folder_is_cleared_from_there(database: Path) -> None:
    base = rescue_note(database, Note("helsinki"), _note("words", is_starred=True))
    write_note(database, base, _cleared())
    assert _texts(database) == {}
    assert _texts(database) == {}


def test_many_windows_bring_back_and_rescue_at_once_without_losing_a_word(database: Path) -> None:
    """What is written to the user's folder as other windows empty that is moved with the rest, or stays."""
    refused: list[BaseException] = []
    done = threading.Event()

    def rescue(number: int) -> None:
        try:
            for turn in range(12):
                slug = f"event-{number}-{turn}"
                rescue_note(database, Note(slug), _note(f"words {number} {turn}", slug))
        except BaseException as error:  # noqa: BLE001 - told by the assertion
            refused.append(error)

    def read() -> None:
        while not done.is_set():
            read_notes(database)

    readers = [threading.Thread(target=read) for _ in range(2)]
    writers = [threading.Thread(target=rescue, args=(number,)) for number in range(3)]
    for thread in (*readers, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    for thread in readers:
        thread.join()
    assert refused == []
    assert len(_texts(database)) == 36


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("ending", ["", "-journal", "-wal"])
def test_a_link_in_the_place_of_notes_is_neither_read_nor_written_through(
    database: Path, tmp_path: Path, ending: str
) -> None:
    beside = places_of(database).beside
    if ending:
        write_note(database, Note("helsinki"), _note("mine"))
    other = tmp_path / "other"
    other.write_bytes(b"")
    beside.with_name(beside.name + ending).symlink_to(other)
    notes, problem = read_notes(database)
    assert (notes, problem is None) == ({}, False)
    with pytest.raises(NotesError):
        write_note(database, Note("helsinki"), _note("mine"))
    assert other.read_bytes() == b""
