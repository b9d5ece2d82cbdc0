"""Finding the database that an export was made of, by name, title and what it holds."""

from dataclasses import replace
from pathlib import Path

import pytest

from explorer.domain.errors import DatabaseError
from explorer.domain.provenance import Provenance
from explorer.storage.connection import Cancelled
from explorer.storage.finding import compared, find_database
from explorer.storage.opening import open_database
from tests.builders import Given, build_database


def _of(path: Path) -> Provenance:
    database = open_database(path)
    title = database.properties.get("title", "")
    return Provenance(
        title, path.name, database.fingerprint(), "", 1, 1, "", "", "", "Détente 0", "2026-11-23"
    )


def _built(path: Path, *slugs: str, title: str = "Own") -> Path:
    path.parent.mkdir(exist_ok=True)
    return build_database(path, [Given(slug) for slug in slugs], {"title": title})


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return _built(tmp_path / "a" / "own.db", "one")


def test_it_is_taken_from_a_list_or_from_a_folder(own: Path, tmp_path: Path) -> None:
    made = _of(own)
    for places in ([own], [own.parent], [tmp_path / "none", tmp_path, own.parent, own]):
        found = find_database(made, places)
        assert found is not None
        assert found.database.path == own
        assert not found.has_changed
    assert find_database(made, []) is None
    assert find_database(made, [tmp_path]) is None


def test_what_holds_the_same_wins_over_what_only_has_the_name(own: Path, tmp_path: Path) -> None:
    made = _of(own)
    later = _built(tmp_path / "b" / "own.db", "one", "two")
    found = find_database(made, [later, own])
    assert found is not None
    assert found.database.path == own
    renamed = own.rename(own.with_name("kept.db"))
    found = find_database(made, [later, renamed])
    assert found is not None
    assert found.database.path == renamed
    assert not found.has_changed


def test_one_that_has_changed_is_found_and_told(own: Path) -> None:
    made = replace(_of(own), fingerprint="0" * 16)
    found = find_database(made, [own])
    assert found is not None
    assert found.has_changed


def test_another_of_the_same_name_is_not_taken_for_it(own: Path, tmp_path: Path) -> None:
    other = _built(tmp_path / "b" / "own.db", "one", title="Another")
    assert find_database(_of(own), [other]) is None


def test_what_is_no_database_is_passed_over(own: Path, tmp_path: Path) -> None:
    bad = tmp_path / "own.db"
    bad.write_bytes(b"no database")
    found = find_database(_of(own), [bad, tmp_path, own])
    assert found is not None
    assert found.database.path == own


@pytest.mark.parametrize("name", ["../a/own.db", "..\\a\\own.db", "", ".", "..", "a\0b", "own.db\n"])
def test_a_name_does_not_lead_out_of_a_folder(own: Path, tmp_path: Path, name: str) -> None:
    _built(tmp_path / "own.db", "one")
    made = replace(_of(own), database=name)
    (tmp_path / "b").mkdir()
    assert find_database(made, [tmp_path / "b"]) is None


def test_an_absolute_name_is_not_followed(own: Path, tmp_path: Path) -> None:
    assert find_database(replace(_of(own), database=str(own)), [tmp_path]) is None


def test_reading_can_be_given_up(own: Path) -> None:
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> bool:
        told.append((done, total))
        return False

    with pytest.raises(Cancelled):
        find_database(_of(own), [own], stop)
    assert len(told) == 1
    assert 0 < told[0][0] <= told[0][1]


def test_a_file_that_was_pointed_at_is_compared(own: Path, tmp_path: Path) -> None:
    made = _of(own)
    assert not compared(own, made).has_changed
    assert compared(_built(tmp_path / "other.db", "x", title="X"), made).has_changed
    with pytest.raises(DatabaseError):
        compared(tmp_path / "none.db", made)
