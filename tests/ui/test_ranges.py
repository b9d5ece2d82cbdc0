"""The sections of importance and of dates: ranges chosen by mouse and by key, checked and explained."""

from PySide6.QtCore import Qt

from explorer.domain.filter import EventFilter
from explorer.domain.index import EventIndex
from explorer.ui.filtering.dates_section import DatesSection
from explorer.ui.filtering.importance_section import ImportanceSection
from tests.ui.pilot import Pilot, focused


def _index(pilot: Pilot) -> EventIndex:
    index = pilot.window.collection.index
    assert index is not None
    return index


def _filter(pilot: Pilot) -> EventFilter:
    return pilot.window.store.state.filter


def test_importance_is_chosen_by_click_drag_and_key(pilot: Pilot) -> None:
    section = pilot.window.facets.section("importance")
    assert isinstance(section, ImportanceSection)
    section.open()
    pilot.settle()
    index = _index(pilot)
    levels = [int((index.importance == level).sum()) for level in range(1, 6)]
    assert [section.counts[str(level)] for level in range(1, 6)] == levels
    bars = section.histogram
    pilot.window.facets.ensureWidgetVisible(bars)
    pilot.settle()
    pilot.click(bars.column(4).center().toPoint(), widget=bars)
    pilot.settle()
    assert (_filter(pilot).min_importance, _filter(pilot).max_importance) == (4, 4)
    assert pilot.matching == levels[3]
    pilot.click(bars.column(4).center().toPoint(), widget=bars)
    assert _filter(pilot).is_empty
    pilot.press(bars.column(4).center().toPoint(), widget=bars)
    pilot.release(bars.column(2).center().toPoint(), widget=bars)
    pilot.settle()
    assert (_filter(pilot).min_importance, _filter(pilot).max_importance) == (2, 4)
    assert pilot.matching == sum(levels[1:4])
    # Counted under the other filters, not under its own.
    assert [section.counts[str(level)] for level in range(1, 6)] == levels
    section.least.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        pilot.key("Up")
    pilot.settle()
    assert (_filter(pilot).min_importance, _filter(pilot).max_importance) == (5, 5)
    assert pilot.matching == levels[4]


def _dates(pilot: Pilot) -> DatesSection:
    pilot.window.commands.filters.filter_dates()
    section = pilot.window.facets.section("dates")
    assert isinstance(section, DatesSection)
    pilot.settle()
    return section


def test_dates_are_typed_checked_and_applied(pilot: Pilot) -> None:
    section = _dates(pilot)
    assert focused() is section.after
    pilot.type("2018-13")
    said = section._said  # pyright: ignore[reportPrivateUsage]
    assert said.isVisible()
    assert said.property("role") == "warning"
    pilot.key("Return")
    assert _filter(pilot).is_empty
    assert section.after.text() == "2018-13"
    section.after.selectAll()
    pilot.type("2018-06")
    pilot.key("Return")
    pilot.settle()
    assert (_filter(pilot).after, _filter(pilot).before) == ("2018-06", "")
    assert said.text() == "From the start of June 2018 on"
    assert said.property("role") == "soft"
    pilot.key("Tab")
    assert focused() is section.before
    pilot.type("2017")
    assert said.property("role") == "warning"
    pilot.key("Return")
    assert _filter(pilot).before == ""
    section.clear()
    assert _filter(pilot).is_empty
    assert (section.after.text(), section.before.text()) == ("", "")


def test_a_date_may_be_typed_as_people_write_it_and_what_was_understood_stands_beneath(pilot: Pilot) -> None:
    section = _dates(pilot)
    pilot.type("12 June 2018")
    said = section.understood[section.after]
    assert said.text() == "12 June 2018 (2018-06-12)"
    pilot.until(lambda: _filter(pilot).after == "2018-06-12")
    assert section.after.text() == "12 June 2018"
    pilot.key("Tab")
    pilot.type("Ende Juni 2018")
    pilot.key("Return")
    pilot.settle()
    assert (_filter(pilot).after, _filter(pilot).before) == ("2018-06-12", "[2018-06-21..2018-06-30]")
    assert section.before.text() == "Ende Juni 2018"
    assert section.understood[section.before].text().startswith("between 21 June 2018 and 30 June 2018 (")
    section.before.selectAll()
    pilot.type("8/7/2018")
    assert section.understood[section.before].text().startswith("May mean 8 July 2018 or 7 August 2018")
    section.before.selectAll()
    pilot.type("June")
    said = section.understood[section.before]
    assert (said.property("role"), said.text()) == ("warning", "“June” names no year. Add the year.")


def test_a_span_of_years_typed_into_a_field_is_no_half_of_one_but_the_filter_s_own_text_stays(
    pilot: Pilot,
) -> None:
    section = _dates(pilot)
    pilot.type("1939-41")
    pilot.key("Return")
    pilot.settle()
    assert _filter(pilot).after == "1939/1941"
    pilot.window.store.edit(filter=EventFilter(after="1939-41"))
    pilot.settle()
    assert section.after.text() == "1939-41"
    section.before.setFocus()
    pilot.type("1950")
    pilot.key("Return")
    pilot.settle()
    assert (_filter(pilot).after, _filter(pilot).before) == ("1939-41", "1950")


def test_what_events_do_in_the_range_is_chosen_and_said(pilot: Pilot) -> None:
    section = _dates(pilot)
    pilot.type("5 Feb 1945")
    pilot.key("Tab")
    pilot.type("5.2.1945")
    pilot.key("Return")
    pilot.settle()
    assert pilot.matching == 1
    pilot.push(section.datings["begins"])
    pilot.settle()
    assert (_filter(pilot).dating, pilot.matching) == ("begins", 0)
    pilot.push(section.datings["throughout"])
    pilot.push(section.switches["certain"])
    pilot.settle()
    assert pilot.matching == 1
    assert pilot.window.filter_bar.sentence.startswith("certainly under way throughout 5 February 1945")
    assert "for the whole range" in section._meaning.text()  # pyright: ignore[reportPrivateUsage]


def test_a_date_is_taken_after_a_pause_and_dropped_when_the_field_is_emptied(pilot: Pilot) -> None:
    section = _dates(pilot)
    pilot.type("2019")
    pilot.until(lambda: _filter(pilot).after == "2019")
    section.after.clear()
    pilot.until(lambda: _filter(pilot).is_empty)


def test_certainly_in_leaves_out_what_may_lie_elsewhere_and_says_what_it_means(pilot: Pilot) -> None:
    section = _dates(pilot)
    index = _index(pilot)
    loose = next(
        row
        for row in range(len(index))
        if index.start_latest(row) > index.start[row] and index.end[row] - index.start[row] < 400 * 86_400
    )
    from explorer.domain.edtf import text_of_day

    # Begins in the middle of what the date leaves open.
    middle = (int(index.start[loose]) + int(index.end[loose])) // 2
    section.after.setText(text_of_day(middle))
    section.after.setModified(True)
    section.after.setFocus()
    pilot.key("Return")
    pilot.settle()
    match = pilot.window.collection.match
    assert match is not None
    assert match.mask[loose]
    pilot.push(section.switches["certain"])
    pilot.settle()
    match = pilot.window.collection.match
    assert match is not None
    assert not match.mask[loose]
    assert _filter(pilot).certainty == "certain"
    assert section._meaning.text().startswith("Certainly in:")  # pyright: ignore[reportPrivateUsage]
    assert pilot.window.filter_bar.sentence.startswith("certainly from")


def test_the_visible_window_becomes_the_filter(pilot: Pilot) -> None:
    section = _dates(pilot)
    pilot.push(pilot.button("Visible window"))
    pilot.settle()
    assert (_filter(pilot).after, _filter(pilot).before) == ("2017-01-01", "2020-05-31")
    assert section.after.text() == "2017-01-01"
    index, span = _index(pilot), pilot.span
    assert pilot.matching == int(((index.start < span.end) & (index.end > span.start)).sum())
