"""A database of three events."""

from pathlib import Path

import pytest

from tests.builders import Given, build_database

EVENTS = (
    Given("one", "First meeting", "1945", kind="summit", people=[("Ann", "", "")], importance=5),
    Given("two", "Khashoggi", "2018-10-02", place="Istanbul", country=("TR", "Turkey"), basis="named"),
    Given("three", "Last", "2019-02~", "2020", relationship="Ann–Cid", claims={"method": "evidence"}),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The path of a database with EVENTS."""
    return build_database(tmp_path / "events.db", EVENTS, {"title": "Events"})
