"""Examples in empty fields come from the file that is open, and find something in it."""

from pathlib import Path
from typing import TYPE_CHECKING

from tests.builders import Given, build_database
from tests.ui.pilot import Pilot

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from explorer.ui.main_window import MainWindow


def test_examples_are_of_the_file_that_is_open(
    make_window: "Callable[..., MainWindow]", qtbot: "QtBot", tmp_path: Path
) -> None:
    path = build_database(
        tmp_path / "waterloo.db",
        [
            Given("elba", "Napoleon leaves Elba", start="1815-02-26"),
            Given("waterloo", "Battle of Waterloo", start="1815-06-18"),
        ],
        properties={"first_event": "waterloo"},
    )
    pilot = Pilot(make_window(path), qtbot)
    dates = pilot.window.facets.dates
    assert dates.after.placeholderText() == "February 1815"
    assert dates.before.placeholderText() == "1815-06-18"
    example = pilot.window.toolbar.search.placeholderText()
    assert example.endswith("battle waterloo")
    pilot.search("battle waterloo")
    assert pilot.matching == 1


def test_the_bundled_file_has_examples_of_its_own(pilot: Pilot) -> None:
    dates = pilot.window.facets.dates
    assert dates.is_open
    assert (dates.after.placeholderText(), dates.before.placeholderText()) == ("July 1941", "2020-04-24")
    assert pilot.window.toolbar.search.placeholderText().endswith("helsinki summit")


def test_how_events_stand_to_dates_is_asked_once_there_are_some(pilot: Pilot) -> None:
    dates = pilot.window.facets.dates
    assert not dates.datings["begins"].isVisible()
    dates.after.setFocus()
    pilot.type("June 2018")
    pilot.key("Return")
    pilot.until(dates.datings["begins"].isVisible)
    pilot.push(dates.clear_button)
    assert not dates.datings["begins"].isVisible()
