"""Packed columns: the index they give is the one the rows give; any change of a row ends them."""

import contextlib
import json
import os
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from explorer.domain.index import EventIndex
from explorer.domain.named_views import NamedView
from explorer.storage import cache, packed, rows
from explorer.storage.checking import check
from explorer.storage.index import load_index, read_rows
from explorer.storage.opening import Cancelled, open_database
from explorer.storage.packed import ABOUT, needs_packing, pack
from explorer.storage.views import change_views
from tests.bench.generate import generate
from tests.builders import Given, build_database

EVENTS = 3_000


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("packed") / "some.db"
    generate(path, EVENTS, seed=3)
    with contextlib.closing(sqlite3.connect(path)) as writer:
        writer.execute(
            "UPDATE events SET start_edtf = start_edtf || '~', start_qualifier = '~', end_qualifier = '~'"
            " WHERE id % 7 = 0 AND end_edtf IS NULL"
        )
        writer.execute(
            "INSERT INTO documents VALUES (1, 'column', 'A column', 'An author', 'Paper', '2020', '')"
        )
        writer.execute("INSERT INTO claims VALUES (1, 1, 'method', 1, 'Method', 'That')")
        writer.execute("INSERT INTO claim_events SELECT 1, id, 'evidence', NULL FROM events WHERE id < 9")
        writer.execute("INSERT INTO sources VALUES (1, 'A newspaper')")
        writer.execute("INSERT INTO citations SELECT id, 0, 1 FROM events WHERE id < 5")
        writer.execute("INSERT INTO event_text (event_text) VALUES ('rebuild')")
        writer.commit()
    return path


@pytest.fixture
def many(generated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database large enough to be packed, its pieces and transactions small; an empty cache folder."""
    monkeypatch.setattr(packed, "LEAST", 100)
    monkeypatch.setattr(packed, "PIECE", 500)
    monkeypatch.setattr(packed, "TOGETHER", 4_000)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "some.db"
    path.write_bytes(generated.read_bytes())
    return path


def _load(path: Path) -> EventIndex:
    with contextlib.closing(open_database(path).connect()) as connection:
        return load_index(connection)


def _from_rows(path: Path) -> EventIndex:
    with contextlib.closing(open_database(path).connect()) as connection:
        return read_rows(connection, lambda share: None)


def _change(path: Path, statement: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA foreign_keys = ON")
        writer.execute(statement)
        writer.commit()


def _pieces(path: Path) -> int:
    with contextlib.closing(sqlite3.connect(path)) as reader:
        return reader.execute("SELECT count(*) FROM packed_columns").fetchone()[0]


def _is_packed(path: Path) -> bool:
    with contextlib.closing(sqlite3.connect(path)) as reader:
        return reader.execute(ABOUT).fetchone() is not None


def assert_same(one: EventIndex, other: EventIndex) -> None:
    for name in (
        "ids",
        "start",
        "end",
        "slacks",
        "start_slack",
        "end_slack",
        "importance",
        "qualified",
        "offsets",
    ):
        mine, theirs = getattr(one, name), getattr(other, name)
        assert mine.dtype == theirs.dtype, name
        assert np.array_equal(mine, theirs), name
    assert list(one.facets) == list(other.facets)
    for name, facet in one.facets.items():
        twin = other.facets[name]
        assert (facet.slugs, facet.labels) == (twin.slugs, twin.labels), name
        assert facet.codes.dtype == twin.codes.dtype, name
        assert np.array_equal(facet.codes, twin.codes), name
        assert (facet.rows is None) == (twin.rows is None), name
        if facet.rows is not None and twin.rows is not None:
            assert np.array_equal(facet.rows, twin.rows), name


def test_what_is_packed_is_what_the_rows_say(many: Path) -> None:
    index = _load(many)
    assert needs_packing(index)
    told: list[tuple[int, int]] = []
    assert pack(many, index, lambda done, total: told.append((done, total)) is None) == many
    assert told == sorted(told)
    assert told[-1] == (1_000, 1_000)
    again = _load(many)
    assert again.origin == ""
    assert not needs_packing(again)
    assert_same(again, index)
    assert check(many) == []
    # Little is stored: about a quarter of what stands in memory.
    with contextlib.closing(sqlite3.connect(many)) as reader:
        assert reader.execute("SELECT sum(length(data)) FROM packed_columns").fetchone()[0] < 30 * EVENTS


def test_deep_time_is_packed_exactly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "LEAST", 1)
    dates = ["Y-13800000000", "-0043-03-15", "Y13800000000", "../1900", "2000/..", "2018-07-16T12:30:15"]
    path = build_database(tmp_path / "deep.db", [Given(f"e{n}", start=text) for n, text in enumerate(dates)])
    index = _load(path)
    assert pack(path, index) == path
    assert_same(_load(path), index)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM events WHERE id = 5",
        "UPDATE events SET importance = importance % 5 + 1 WHERE id = 5",
        "UPDATE events SET end_latest = end_latest + 1 WHERE id = 5",
        "UPDATE events SET start_qualifier = '?' WHERE id = 5",
        "UPDATE events SET place_id = NULL WHERE place_id NOTNULL",
        "INSERT INTO events (id, slug, title, kind_id, relationship_id, start_edtf, start_earliest,"
        " start_latest, end_earliest, end_latest, start_precision, end_precision, importance, basis)"
        " VALUES (99999, 'new', 'New', 1, 1, '1970-01-01', 0, 86400, 0, 86400, 'day', 'day', 3, 'named')",
        "DELETE FROM participations WHERE person_id = 1",
        "UPDATE participations SET person_id = 199 WHERE person_id = 1 AND position = 0",
        "INSERT INTO claim_events VALUES (1, 10, 'evidence', NULL)",
        "DELETE FROM claim_events",
        "INSERT INTO citations VALUES (10, 0, 1)",
        "UPDATE citations SET event_id = 11 WHERE event_id = 1",
        "DELETE FROM citations",
        "UPDATE sources SET citation = 'Another'",
        "UPDATE relationships SET label = 'Another' WHERE id = 1",
        "UPDATE kinds SET position = position + 100",
        "UPDATE places SET name = 'Aaa' WHERE id = 1",
        "UPDATE people SET name = 'Aaa' WHERE id = 1",
        "UPDATE claims SET label = 'Another'",
        "INSERT INTO people VALUES (999, 'Zzz', 'Zzz', 0)",
    ],
)
def test_a_change_of_what_they_stand_for_leaves_nothing_of_them(many: Path, statement: str) -> None:
    pack(many, _load(many))
    assert _is_packed(many)
    _change(many, statement)
    assert not _is_packed(many)
    index = _load(many)
    assert index.origin
    pack(many, index)
    assert_same(_load(many), _from_rows(many))


@pytest.mark.parametrize(
    "statement",
    ["UPDATE events SET summary = 'x', title = 'y'", "UPDATE people SET sort_name = 'x'", "SELECT 1"],
)
def test_other_changes_leave_them(many: Path, statement: str) -> None:
    pack(many, _load(many))
    _change(many, statement)
    assert _is_packed(many)


def test_a_change_that_is_rolled_back_leaves_them(many: Path) -> None:
    pack(many, _load(many))
    with contextlib.closing(sqlite3.connect(many)) as writer:
        writer.execute("DELETE FROM events WHERE id = 5")
        writer.rollback()
    assert _load(many).origin == ""


def test_a_file_changed_since_is_not_packed(many: Path) -> None:
    index = _load(many)
    _change(many, "UPDATE events SET importance = importance % 5 + 1 WHERE id = 5")
    assert pack(many, index) is None
    assert _pieces(many) == 0


def test_a_change_between_two_pieces_stops_the_packing(many: Path) -> None:
    index = _load(many)
    is_done = False

    def progress(done: int, total: int) -> bool:
        nonlocal is_done
        if not is_done and 0 < done < total:
            is_done = True
            _change(many, "UPDATE events SET importance = importance % 5 + 1 WHERE id = 5")
        return True

    assert pack(many, index, progress) is None
    assert is_done
    assert _pieces(many) == 0
    assert _load(many).origin


def test_saying_no_leaves_nothing(many: Path) -> None:
    with pytest.raises(Cancelled):
        pack(many, _load(many), lambda done, total: False)
    assert _pieces(many) == 0
    assert not cache.folder().exists()


def test_saying_no_stops_the_reading(many: Path) -> None:
    pack(many, _load(many))
    with contextlib.closing(open_database(many).connect()) as connection:
        with pytest.raises(Cancelled):
            load_index(connection, lambda done, total: False)
        assert len(load_index(connection)) == EVENTS


def test_packing_leaves_the_fingerprint_and_a_change_does_not(many: Path) -> None:
    before = open_database(many).fingerprint()
    for _ in range(2):
        pack(many, _load(many))
        assert _is_packed(many)
        assert open_database(many).fingerprint() == before
        _change(many, "DELETE FROM packed_columns")
        assert open_database(many).fingerprint() == before
    pack(many, _load(many))
    _change(many, "UPDATE events SET summary = summary || '.' WHERE id = 7")
    changed = open_database(many).fingerprint()
    assert changed != before
    # Everything of the file but the counters of its head and what is packed counts.
    _change(many, "UPDATE properties SET value = 'Another' WHERE name = 'title'")
    assert open_database(many).fingerprint() not in {before, changed}


@pytest.mark.parametrize("size", [512, 4096])
@pytest.mark.parametrize("letters", [10, 3000])
def test_saved_views_leave_the_fingerprint(file: Path, size: int, letters: int) -> None:
    """What readers keep with the file is no part of what it holds; neither is the room that it took."""
    with contextlib.closing(sqlite3.connect(file)) as writer:
        writer.execute(f"PRAGMA page_size = {size}")
        writer.execute("VACUUM")
    before = open_database(file).fingerprint()
    views = tuple(
        NamedView(f"{number} {'n' * letters}", f"--search {'v' * letters}") for number in range(300)
    )
    for kept in (views[:1], views, views[100:120], ()):
        change_views(file, lambda _, kept=kept: kept)
        assert open_database(file).fingerprint() == before
    _change(file, "UPDATE events SET summary = summary || '.' WHERE id = 1")
    assert open_database(file).fingerprint() != before


@pytest.mark.parametrize("size", [512, 1024, 65_536])
def test_pages_of_any_size_are_told_apart(many: Path, size: int) -> None:
    with contextlib.closing(sqlite3.connect(many)) as writer:
        writer.execute(f"PRAGMA page_size = {size}")
        writer.execute("VACUUM")
    before = open_database(many).fingerprint()
    pack(many, _load(many))
    assert _is_packed(many)
    assert open_database(many).fingerprint() == before


def test_small_databases_are_not_packed(file: Path) -> None:
    index = _load(file)
    assert not needs_packing(index)
    assert pack(file, index) is None
    assert _pieces(file) == 0


def test_others_may_read_while_it_is_packed(many: Path) -> None:
    index = _load(many)
    with contextlib.closing(open_database(many).connect()) as reader:

        def progress(done: int, total: int) -> bool:
            return reader.execute("SELECT count(*) FROM events").fetchone()[0] == EVENTS

        assert pack(many, index, progress) == many


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM packed_columns WHERE name = 'start'",
        "UPDATE packed_columns SET data = substr(data, 2) WHERE name = 'ids'",
        "UPDATE packed_columns SET data = CAST(data || x'00' AS BLOB) WHERE name = 'importance'",
        "UPDATE packed_columns SET data = CAST(replace(data, 'version', 'v') AS BLOB) WHERE name = 'about'",
        "UPDATE packed_columns SET data = x'7B' WHERE name = 'about'",
        "UPDATE packed_columns SET data = zeroblob(length(data)) WHERE name = 'offsets'",
    ],
)
def test_what_is_not_whole_is_passed_over(many: Path, damage: str) -> None:
    expected = _load(many)
    pack(many, expected)
    _change(many, damage)
    index = _load(many)
    assert index.origin
    assert_same(index, expected)


def test_codes_beyond_their_values_are_passed_over(many: Path) -> None:
    pack(many, _load(many))
    with contextlib.closing(sqlite3.connect(many)) as writer:
        about = json.loads(writer.execute(ABOUT).fetchone()[0])
        kinds = next(facet for facet in about["facets"] if facet["name"] == "kind")
        kinds["slugs"], kinds["labels"] = kinds["slugs"][:3], kinds["labels"][:3]
        text = json.dumps(about).encode()
        writer.execute("UPDATE packed_columns SET data = ? WHERE name = 'about'", (text,))
        writer.commit()
    assert _load(many).origin


@pytest.fixture
def unwritable(many: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, but nobody may write to it; the superuser is told so by os.access."""
    monkeypatch.setattr(os, "access", _never)
    return many


def _never(path: Path, mode: int) -> bool:
    return False


def test_a_database_that_cannot_be_written_to_has_them_in_the_cache(unwritable: Path) -> None:
    before = unwritable.read_bytes()
    index = _load(unwritable)
    kept = pack(unwritable, index)
    assert kept is not None
    assert kept.parent == cache.folder()
    assert unwritable.read_bytes() == before
    again = _load(unwritable)
    assert again.origin == ""
    assert_same(again, index)


def test_a_locked_database_has_them_in_the_cache(many: Path) -> None:
    index = _load(many)
    with contextlib.closing(sqlite3.connect(many, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        kept = pack(many, index)
        other.execute("ROLLBACK")
    assert kept is not None
    assert kept.parent == cache.folder()
    assert _load(many).origin == ""


def test_another_content_has_another_key(unwritable: Path) -> None:
    pack(unwritable, _load(unwritable))
    _change(unwritable, "UPDATE events SET importance = importance % 5 + 1 WHERE id = 5")
    index = _load(unwritable)
    assert index.origin
    assert_same(index, _from_rows(unwritable))


@pytest.mark.parametrize("content", [b"", b"no database", "half"])
def test_a_damaged_cache_is_ignored(unwritable: Path, content: bytes | str) -> None:
    expected = _load(unwritable)
    kept = pack(unwritable, expected)
    assert kept is not None
    kept.write_bytes(content if isinstance(content, bytes) else kept.read_bytes()[: kept.stat().st_size // 2])
    index = _load(unwritable)
    assert index.origin
    assert_same(index, expected)
    assert pack(unwritable, index) == kept
    assert _load(unwritable).origin == ""


def test_a_cache_that_cannot_be_written_is_no_error(
    unwritable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = unwritable.parent / "a file"
    blocked.write_text("x")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    index = _load(unwritable)
    assert pack(unwritable, index) is None


def test_saying_no_leaves_no_cache_file(unwritable: Path) -> None:
    with pytest.raises(Cancelled):
        pack(unwritable, _load(unwritable), lambda done, total: False)
    assert list(cache.folder().iterdir()) == []


def test_old_cache_files_go(unwritable: Path) -> None:
    cache.folder().mkdir(parents=True)
    for number in range(12):
        old = cache.folder() / f"{number:032}.columns"
        old.write_bytes(b"x")
        os.utime(old, (number, number))
    part = cache.folder() / "abandoned.part"
    part.write_bytes(b"x")
    os.utime(part, (0, 0))
    kept = pack(unwritable, _load(unwritable))
    left = {path.name for path in cache.folder().iterdir()}
    assert kept is not None
    assert left == {kept.name, *(f"{number:032}.columns" for number in range(5, 12))}


def test_the_cache_folder_is_the_systems(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    for platform, named, expected in (
        ("linux", str(tmp_path / "x"), tmp_path / "x" / "detente"),
        ("linux", "relative", tmp_path / ".cache" / "detente"),
        ("linux", "", tmp_path / ".cache" / "detente"),
        ("darwin", "", tmp_path / "Library" / "Caches" / "Detente"),
        ("win32", "", tmp_path / "local" / "Detente" / "Cache"),
    ):
        monkeypatch.setattr("sys.platform", platform)
        monkeypatch.setenv("XDG_CACHE_HOME", named)
        assert cache.folder() == expected


def test_a_block_that_holds_the_impossible_character_is_read_again(many: Path) -> None:
    # 65,533 is what SQLite writes for what is no character.
    expected = _from_rows(many)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "EVENTS", rows.EVENTS.replace("id - ?1", "-1"))
        patch.setattr(rows, "PEOPLE", rows.PEOPLE.replace("person_id", "-1"))
        assert_same(_from_rows(many), expected)
