"""A date in the search box is a date first; the other reading is a press away, each with its number."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.domain.filter import EventFilter
from explorer.storage.spelling import is_postponed
from explorer.ui import answers
from explorer.ui.main_window import MainWindow
from tests.ui.pilot import Pilot, focused

Make = Callable[..., MainWindow]


def _type(pilot: Pilot, text: str) -> None:
    pilot.key("Ctrl+F")
    pilot.type(text)
    pilot.until(lambda: not pilot.window.toolbar.search.is_waiting)
    pilot.settle()


def _years(pilot: Pilot) -> set[int]:
    index, match = pilot.window.collection.index, pilot.window.collection.match
    assert index is not None and match is not None  # noqa: PT018
    rows = np.flatnonzero(match.mask)
    return set(
        (index.start[rows].astype("datetime64[s]").astype("datetime64[Y]").astype(int) + 1970).tolist()
    )


def test_a_large_file_is_read_for_its_spelling_with_the_first_search(
    make_window: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "COUNTED_AT_ONCE", 10)
    pilot = Pilot(make_window(), qtbot)
    collection = pilot.window.collection
    pilot.key("0")
    pilot.settle()
    assert collection.index is not None
    assert is_postponed(collection.index)
    _type(pilot, "helsinki")
    pilot.until(lambda: collection.index is not None and not is_postponed(collection.index))
    found = pilot.matching
    assert found
    pilot.settle()
    assert pilot.matching == found


def test_a_year_is_a_date_and_both_readings_are_offered_as_one_types(pilot: Pilot) -> None:
    _type(pilot, "1987")
    assert _years(pilot) == {1987}
    rows = pilot.window.toolbar.search.suggestions.rows
    assert [(row.label, row.detail) for row in rows[:2]] == [
        ("1987 as a date", f"{pilot.matching} events"),
        ("the word “1987”", "3 events"),
    ]
    pilot.key("Down")
    pilot.key("Down")
    pilot.key("Return")
    assert pilot.window.toolbar.search.text() == '"1987"'


def test_the_other_reading_is_a_press_away_beneath_the_chips(pilot: Pilot) -> None:
    _type(pilot, "2019")
    pilot.key("Return")
    pilot.settle()
    offers = pilot.window.filter_bar.offers
    pilot.until(offers.isVisible)
    as_date = pilot.matching
    assert [link.accessibleName() for link in offers.links] == ["the word “2019”: 20 events"]
    offers.links[0].setFocus()
    pilot.key("Space")
    pilot.until(lambda: pilot.window.store.state.filter.search == '"2019"')
    pilot.settle()
    assert pilot.matching == 20
    assert pilot.window.toolbar.search.text() == '"2019"'
    pilot.until(
        lambda: [link.accessibleName() for link in offers.links] == [f"2019 as a date: {as_date} events"]
    )


@pytest.mark.parametrize("text", ["kim", "-", "kind:letter"])
def test_what_has_no_date_has_no_readings(pilot: Pilot, text: str) -> None:
    _type(pilot, "2019")
    pilot.until(pilot.window.filter_bar.offers.isVisible)
    pilot.window.toolbar.search.clear()
    _type(pilot, text)
    pilot.settle()
    assert not pilot.window.filter_bar.offers.isVisible()
    assert focused() is pilot.window.toolbar.search


def test_a_lone_minus_changes_nothing(pilot: Pilot) -> None:
    _type(pilot, "kim")
    kim = pilot.matching
    pilot.type(" -")
    pilot.until(lambda: pilot.window.store.state.filter.search == "kim -")
    pilot.settle()
    assert pilot.matching == kim
    pilot.window.toolbar.search.clear()
    pilot.settle()
    pilot.window.store.edit(filter=EventFilter(search=" – "))
    pilot.settle()
    assert pilot.matching == 110
    assert pilot.window.store.state.filter.is_empty
    assert not pilot.window.filter_bar.isVisible()


def test_a_misspelt_word_without_hits_offers_the_nearest_one(pilot: Pilot) -> None:
    _type(pilot, "helsnki")
    pilot.key("Return")
    assert pilot.matching == 0
    offers = pilot.window.filter_bar.offers
    pilot.until(offers.isVisible)
    assert [link.accessibleName() for link in offers.links] == ["did you mean “helsinki”?: 5 events"]
    offers.links[0].setFocus()
    pilot.key("Space")
    pilot.until(lambda: pilot.window.toolbar.search.text() == "helsinki")
    pilot.settle()
    assert pilot.matching == 5
    pilot.until(lambda: not offers.isVisible())


def test_the_name_of_a_lane_is_offered_as_one_types_it_with_any_dash(pilot: Pilot) -> None:
    _type(pilot, "Trump-Kim")
    rows = pilot.window.toolbar.search.suggestions.rows
    assert "relationship:Trump–Kim" in [row.label for row in rows]
    offers = pilot.window.filter_bar.offers
    pilot.until(offers.isVisible)
    assert [link.accessibleName() for link in offers.links] == ["relationship:Trump–Kim: 29 events"]


def test_the_panel_says_why_it_is_found(pilot: Pilot) -> None:
    _type(pilot, "helsinki finl")
    pilot.key("Return")
    pilot.settle()
    said = "Found by “Helsinki” in the title, “Finland” in the place."
    pilot.until(
        lambda: said in [shown.text() for shown in pilot.window.findChildren(QLabel) if shown.isVisible()]
    )
    pilot.window.store.edit(filter=EventFilter())
    pilot.settle()
    assert said not in [shown.text() for shown in pilot.window.findChildren(QLabel) if shown.isVisible()]
