"""Rows of paragraphs, claims and roles are those of their events, in any order of the index."""

import contextlib
from pathlib import Path

import numpy as np

from explorer.domain.bearing import Bearing, passing
from explorer.domain.event import ROLES
from explorer.storage.index import load_index
from explorer.storage.opening import open_database
from explorer.storage.reading import read_argument
from tests.builders import Given, build_database


def test_every_event_is_found_where_it_stands(tmp_path: Path) -> None:
    path = build_database(
        tmp_path / "argued.db",
        [
            Given("late", start="2019", relationship="B", paragraphs=(2,), claims={"a": "evidence"}),
            Given("early", start="2017", relationship="A", paragraphs=(1, 2), claims={"a": "exception"}),
            Given("apart", start="2018", relationship="A"),
        ],
    )
    with contextlib.closing(open_database(path).connect()) as connection:
        index, argument = load_index(connection), read_argument(connection)
    assert argument is not None
    bearing = Bearing.of(argument, index)
    assert {number: index.ids[rows].tolist() for number, rows in bearing.passages.items()} == {
        1: [2],
        2: [2, 1],
    }
    assert index.ids[bearing.claims["a"]].tolist() == [2, 1]
    assert tuple(bearing.roles["a"]) == ROLES
    assert {role: index.ids[rows].tolist() for role, rows in bearing.roles["a"].items()} == {
        "evidence": [1],
        "precedent": [],
        "exception": [2],
        "consequence": [],
    }
    only_late = index.ids == np.int64(1)
    assert passing(bearing.passages[2], only_late) == 1
    assert passing(bearing.passages[1], only_late) == 0
