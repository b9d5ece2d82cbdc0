"""The column cache: it gives the index that the rows give or is passed over; no database is changed by it."""

import contextlib
import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from explorer.domain.index import EventIndex
from explorer.domain.named_views import NamedView
from explorer.storage import cache, packed, rows
from explorer.storage.cache import needs_packing, pack
from explorer.storage.connection import Cancelled
from explorer.storage.index import load_index, read_rows
from explorer.storage.opening import open_database
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
    """A database large enough to be packed, its pieces small; an empty cache folder."""
    monkeypatch.setattr(cache, "LEAST", 100)
    monkeypatch.setattr(packed, "PIECE", 500)
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
    index, before, folder = _load(many), many.read_bytes(), sorted(many.parent.iterdir())
    assert needs_packing(index)
    told: list[tuple[int, int]] = []
    kept = pack(many, index, lambda done, total: told.append((done, total)) is None)
    assert kept is not None
    assert kept.parent == cache.folder()
    assert told == sorted(told)
    assert told[-1] == (1_000, 1_000)
    again = _load(many)
    assert again.origin == ""
    assert not needs_packing(again)
    assert_same(again, index)
    # Little is stored: about a quarter of what stands in memory.
    with contextlib.closing(sqlite3.connect(kept)) as reader:
        assert reader.execute("SELECT sum(length(data)) FROM columns").fetchone()[0] < 30 * EVENTS
    assert many.read_bytes() == before
    assert sorted({*many.parent.iterdir()} - {many.parent / "cache"}) == folder


def test_deep_time_is_packed_exactly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LEAST", 1)
    dates = ["Y-13800000000", "-0043-03-15", "Y13800000000", "../1900", "2000/..", "2018-07-16T12:30:15"]
    path = build_database(tmp_path / "deep.db", [Given(f"e{n}", start=text) for n, text in enumerate(dates)])
    index = _load(path)
    assert pack(path, index)
    assert_same(_load(path), index)


_CHANGES = [
    "DELETE FROM events WHERE id = 5",
    "UPDATE events SET importance = importance % 5 + 1",
    "UPDATE events SET end_latest = end_latest + 1",
    "UPDATE events SET place_id = NULL WHERE place_id NOTNULL",
    "DELETE FROM participations",
    "INSERT INTO claim_events VALUES (1, 10, 'evidence', NULL)",
    "DELETE FROM citations",
    "UPDATE sources SET citation = 'Another'",
    "UPDATE relationships SET slug = slug || 'x', label = 'Another'",
    "UPDATE kinds SET slug = slug || 'x'",
    "UPDATE places SET name = name || 'x'",
    "UPDATE people SET name = name || 'x'",
]


@pytest.mark.parametrize("statement", [*_CHANGES, "UPDATE events SET summary = 'x'"])
def test_any_change_of_the_file_lets_the_rows_be_read(many: Path, statement: str) -> None:
    pack(many, _load(many))
    assert _load(many).origin == ""
    _change(many, statement)
    index = _load(many)
    assert index.origin
    pack(many, index)
    again = _load(many)
    assert again.origin == ""
    assert_same(again, _from_rows(many))


@pytest.mark.parametrize("statement", [one for one in _CHANGES if "UPDATE events" in one or "slug ||" in one])
def test_rows_that_were_changed_without_a_trace_are_noticed(many: Path, statement: str) -> None:
    """Whoever gives a file its former size, times and counters back is given away by a sample of its rows."""
    pack(many, _load(many))
    known = open_database(many).connect()
    identity = known.identity
    known.close()
    _change(many, statement)
    with contextlib.closing(open_database(many).connect()) as connection:
        connection.identity = identity
        index = load_index(connection)
    assert index.origin == identity
    assert_same(index, _from_rows(many))


def test_what_lies_in_the_file_is_not_taken_for_its_columns(many: Path) -> None:
    """A stranger's file may hold a forged cache: 0.1 kept its own there."""
    index = _load(many)
    kept = pack(many, index)
    assert kept is not None
    data = kept.read_bytes()
    kept.unlink()
    with contextlib.closing(sqlite3.connect(many)) as writer:
        writer.execute("INSERT INTO packed_columns VALUES (0, 'about', ?)", (data,))
        writer.commit()
    assert _load(many).origin


def test_a_file_changed_since_is_not_packed(many: Path) -> None:
    index = _load(many)
    _change(many, "UPDATE events SET importance = importance % 5 + 1 WHERE id = 5")
    assert pack(many, index) is None
    assert _kept() == []


def test_a_change_between_two_pieces_leaves_no_columns(many: Path) -> None:
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
    assert _kept() == []


def _kept() -> list[Path]:
    return list(cache.folder().glob("*"))


def test_saying_no_leaves_nothing(many: Path) -> None:
    with pytest.raises(Cancelled):
        pack(many, _load(many), lambda done, total: False)
    assert _kept() == []


def test_saying_no_stops_the_reading(many: Path) -> None:
    pack(many, _load(many))
    with contextlib.closing(open_database(many).connect()) as connection:
        with pytest.raises(Cancelled):
            load_index(connection, lambda done, total: False)
        assert len(load_index(connection)) == EVENTS


def test_the_fingerprint_follows_every_change_of_what_is_shown(many: Path) -> None:
    before = open_database(many).fingerprint()
    pack(many, _load(many))
    assert open_database(many).fingerprint() == before
    with contextlib.closing(sqlite3.connect(many)) as writer:
        writer.execute("INSERT INTO packed_columns VALUES (7, 'start', zeroblob(100000))")
        writer.commit()
    # What 0.1 kept in the file is never read, and so is no part of what it holds.
    assert open_database(many).fingerprint() == before
    _change(many, "UPDATE events SET summary = summary || '.' WHERE id = 7")
    changed = open_database(many).fingerprint()
    assert changed != before
    _change(many, "UPDATE properties SET value = 'Another' WHERE name = 'title'")
    assert open_database(many).fingerprint() not in {before, changed}


def _pages(path: Path) -> tuple[int, Callable[[str], int]]:
    with contextlib.closing(sqlite3.connect(path)) as reader:
        (size,) = reader.execute("PRAGMA page_size").fetchone()
        roots = dict(reader.execute("SELECT name, rootpage FROM sqlite_schema"))
    return size, lambda name: (roots[name] - 1) * size


@pytest.mark.parametrize("way", ["free pages", "a table that does not count"])
def test_pages_of_the_events_cannot_be_hidden_from_the_fingerprint(many: Path, way: str) -> None:
    """A forged list of free pages, or table of views, may claim the pages that the events lie on."""
    before = open_database(many).fingerprint()
    size, at = _pages(many)
    data = bytearray(many.read_bytes())
    root = data[at("events") : at("events") + size]
    cells = int.from_bytes(root[3:5], "big")
    assert root[0] == 5, "the events fill more than a page"
    starts = [int.from_bytes(root[12 + 2 * n : 14 + 2 * n], "big") for n in range(cells)]
    children = [int.from_bytes(root[start : start + 4], "big") for start in starts]
    if way == "free pages":
        trunk = len(data) // size + 1
        data += (0).to_bytes(4, "big") + len(children).to_bytes(4, "big")
        data += b"".join(child.to_bytes(4, "big") for child in children)
        data += bytes(size - len(data) % size)
        data[32:40] = trunk.to_bytes(4, "big") + (1).to_bytes(4, "big")
        data[28:32] = trunk.to_bytes(4, "big")
        data[92:96] = data[24:28]
    else:
        data[at("views") : at("views") + size] = root
    many.write_bytes(data)
    forged = open_database(many).fingerprint()
    data[(children[0] - 1) * size + size - 10] ^= 1
    many.write_bytes(data)
    assert open_database(many).fingerprint() not in {before, forged}


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
    for statement in (
        "INSERT INTO packed_columns VALUES (7, 'start', zeroblob(100000))",
        "DELETE FROM packed_columns",
    ):
        _change(many, statement)
        assert open_database(many).fingerprint() == before


def test_small_databases_are_not_packed(file: Path) -> None:
    index = _load(file)
    assert not needs_packing(index)
    assert pack(file, index) is None


def _forge(kept: Path, statement: str, *values: object) -> None:
    with contextlib.closing(sqlite3.connect(kept)) as writer:
        writer.execute(statement, values)
        writer.commit()


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM columns WHERE name = 'start'",
        "UPDATE columns SET data = substr(data, 2) WHERE name = 'ids'",
        "UPDATE columns SET data = CAST(data || x'00' AS BLOB) WHERE name = 'importance'",
        "UPDATE columns SET data = CAST(replace(data, 'version', 'v') AS BLOB) WHERE name = 'about'",
        "UPDATE columns SET data = x'7B' WHERE name = 'about'",
        "UPDATE columns SET data = x'FF' WHERE name = 'about'",
        "UPDATE columns SET data = 7 WHERE name = 'about'",
        "UPDATE columns SET data = zeroblob(length(data)) WHERE name = 'offsets'",
        "DROP TABLE columns",
    ],
)
def test_what_is_not_whole_is_passed_over(many: Path, damage: str) -> None:
    expected = _load(many)
    kept = pack(many, expected)
    assert kept is not None
    _forge(kept, damage)
    index = _load(many)
    assert index.origin
    assert_same(index, expected)
    assert pack(many, index) == kept
    assert _load(many).origin == ""


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("type", "<M8[s]"),
        ("type", "O"),
        ("type", "__import__('os')"),
        ("type", "(" * 100_000),
        ("type", 7),
        ("size", 2**40),
        ("size", -1),
        ("size", 10**400),
        ("offset", 2**70),
        ("step", "x"),
        ("pieces", [10**30]),
        ("pieces", "x"),
    ],
)
def test_a_forged_description_is_passed_over(many: Path, key: str, value: object) -> None:
    expected = _load(many)
    kept = pack(many, expected)
    assert kept is not None
    with contextlib.closing(sqlite3.connect(kept)) as reader:
        about = json.loads(reader.execute("SELECT data FROM columns WHERE name = 'about'").fetchone()[0])
    about["columns"]["start"][key] = value
    _forge(kept, "UPDATE columns SET data = ? WHERE name = 'about'", json.dumps(about).encode())
    assert_same(_load(many), expected)


def test_a_deeply_nested_description_is_passed_over(many: Path) -> None:
    expected = _load(many)
    kept = pack(many, expected)
    assert kept is not None
    _forge(kept, "UPDATE columns SET data = ? WHERE name = 'about'", b"[" * 1_000_000)
    assert_same(_load(many), expected)


def test_codes_beyond_their_values_are_passed_over(many: Path) -> None:
    kept = pack(many, _load(many))
    assert kept is not None
    with contextlib.closing(sqlite3.connect(kept)) as reader:
        about = json.loads(reader.execute("SELECT data FROM columns WHERE name = 'about'").fetchone()[0])
    kinds = next(facet for facet in about["facets"] if facet["name"] == "kind")
    kinds["slugs"], kinds["labels"] = kinds["slugs"][:3], kinds["labels"][:3]
    _forge(kept, "UPDATE columns SET data = ? WHERE name = 'about'", json.dumps(about).encode())
    assert _load(many).origin


@pytest.mark.parametrize("content", [b"", b"no database", "half"])
def test_a_damaged_cache_is_ignored(many: Path, content: bytes | str) -> None:
    expected = _load(many)
    kept = pack(many, expected)
    assert kept is not None
    kept.write_bytes(content if isinstance(content, bytes) else kept.read_bytes()[: kept.stat().st_size // 2])
    index = _load(many)
    assert index.origin
    assert_same(index, expected)
    assert pack(many, index) == kept
    assert _load(many).origin == ""


def test_a_cache_that_cannot_be_written_is_no_error(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = many.parent / "a file"
    blocked.write_text("x")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    index = _load(many)
    assert pack(many, index) is None


def test_saying_no_leaves_no_cache_file(many: Path) -> None:
    with pytest.raises(Cancelled):
        pack(many, _load(many), lambda done, total: False)
    assert list(cache.folder().iterdir()) == []


def test_old_cache_files_go(many: Path) -> None:
    cache.folder().mkdir(parents=True)
    for number in range(12):
        old = cache.folder() / f"{number:032}.columns"
        old.write_bytes(b"x")
        os.utime(old, (number, number))
    part = cache.folder() / "abandoned.part"
    part.write_bytes(b"x")
    os.utime(part, (0, 0))
    kept = pack(many, _load(many))
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
