"""What may have been meant: the other reading of a date, values by their names, the nearest word."""

import contextlib
import sqlite3
from collections.abc import Iterator

import numpy as np
import pytest

from explorer import bundle
from explorer.domain.filter import EventFilter
from explorer.domain.index import EventIndex
from explorer.storage.index import load_index
from explorer.storage.offers import offers_of
from explorer.storage.opening import open_database
from explorer.storage.search import search_rows
from explorer.storage.vocabulary import distance, nearest_word

Open = tuple[sqlite3.Connection, EventIndex]


@pytest.fixture(scope="module")
def opened() -> Iterator[Open]:
    with contextlib.closing(open_database(bundle.path("db", "diplomacy.db")).connect()) as connection:
        yield connection, load_index(connection)


def _offers(opened: Open, search: str, wanted: EventFilter | None = None) -> dict[str, int]:
    connection, index = opened
    wanted = (wanted or EventFilter()).without("search")
    wanted = EventFilter(search=search, chosen=wanted.chosen)
    matched = index.match(wanted, search_rows(connection, index, search))
    offers = offers_of(connection, index, matched)
    for offer in offers:
        rows = search_rows(connection, index, offer.search)
        mask = index.mask(EventFilter(search=offer.search, chosen=wanted.chosen), rows)
        assert offer.total == np.count_nonzero(mask)
    return {offer.search: offer.total for offer in offers}


@pytest.mark.parametrize(
    ("search", "meant"),
    [
        ("Trump-Kim", "relationship:Trump–Kim"),
        ("Trump–Kim", "relationship:Trump–Kim"),
        ("letter Trump-Kim", "letter relationship:Trump–Kim"),
        ("Gorbachov", "gorbachev"),
        ("helsnki", "helsinki"),
        ("hlesinki", "helsinki"),
        ("Khasoggi 2018", "khashoggi 2018"),
        ("Khasoggi turkye", "khashoggi turkey"),
        ("title:sumit", "title:summit"),
        ("-kim (helsnki OR nothingatall)", "-kim (helsinki OR nothingatall)"),
    ],
)
def test_what_was_meant_is_offered_where_nothing_is_found(search: str, meant: str, opened: Open) -> None:
    assert _offers(opened, search)[meant] > 0


@pytest.mark.parametrize(
    "search", ["helsinki", "nothingatall", "kim -kim", "zz", "", "kind:letter", "note:helsnki"]
)
def test_nothing_is_offered_without_need(search: str, opened: Open) -> None:
    assert _offers(opened, search) == {}


def test_what_other_filters_keep_away_is_no_misspelling(opened: Open) -> None:
    assert _offers(opened, "helsinki", EventFilter().choosing("kind", {"letter"})) == {}


def test_both_readings_are_counted_under_the_filter(opened: Open) -> None:
    assert list(_offers(opened, "2019", EventFilter().choosing("kind", {"letter"}))) == ["2019", '"2019"']


@pytest.mark.parametrize(
    ("one", "other", "away"),
    [
        ("kim", "kim", 0),
        ("kim", "kmi", 1),
        ("kim", "km", 1),
        ("kim", "kima", 1),
        ("kim", "kam", 1),
        ("ab", "xyz", 3),
    ],
)
def test_how_far_words_are_apart(one: str, other: str, away: int) -> None:
    assert distance(one, other, 3) == away == distance(other, one, 3)
    assert distance(one, other, 0) == min(away, 1)


def test_short_words_have_no_nearest(opened: Open) -> None:
    assert nearest_word(opened[0], "xz") == ""
    assert nearest_word(opened[0], "sumit") == "summit"
