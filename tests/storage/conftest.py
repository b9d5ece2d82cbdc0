"""A database of a few events that between them use every table."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.storage.opening import open_database
from tests.builders import Given, build_database

PUTIN = ("Vladimir Putin", "President", "Russia")
TRUMP = ("Donald Trump", "President", "United States")
ERDOGAN = ("Recep Tayyip Erdoğan", "", "Turkey")

EVENTS = (
    Given(
        "later-call", "A call", "2019-02~", relationship="Trump–Erdoğan", people=(TRUMP, ERDOGAN), kind="call"
    ),
    Given(
        "helsinki",
        "Helsinki summit",
        "2018-07-16",
        label="Helsinki",
        kind="summit",
        relationship="Trump–Putin",
        place="Presidential Palace, Helsinki",
        people=(TRUMP, PUTIN),
        importance=5,
        basis="named",
        summary="They met alone; COVID-19 was far away.",
        sources=("Remarks of 16 July 2018", "A newspaper"),
        paragraphs=(4, 11),
        commentary="The column takes Helsinki as its example.",
        note="The record says otherwise.",
        claims={"method": "evidence", "motive": "exception"},
    ),
    Given(
        "osaka",
        "Osaka meeting",
        "2019-06-28",
        "2019-06-29",
        relationship="Trump–Putin",
        place="Osaka",
        country=("JP", "Japan"),
        people=(PUTIN, TRUMP),
        paragraphs=(4,),
        claims={"method": "precedent"},
        summary="Jamal Khashoggi’s name did not come up.",
    ),
    Given("war", "A war", "2017?", "2020~", relationship="Trump–Putin", importance=1, kind="crisis"),
    Given("same-day", "The same day", "2018-07-16", relationship="Trump–Putin"),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The path of a database with EVENTS, ids from 1."""
    return build_database(
        tmp_path / "some events.db", EVENTS, {"title": "Some events", "first_event": "helsinki"}
    )


@pytest.fixture
def connection(file: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(open_database(file).connect()) as connection:
        yield connection
