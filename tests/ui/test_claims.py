"""The claims: a list with counts, the roles of the chosen one, its banner, and how one lets go of it."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.domain.argument import Claim
from explorer.domain.event import ROLES
from explorer.domain.filter import EventFilter
from explorer.domain.view_request import ViewRequest
from explorer.ui.article.claim_banner import carrying_in_words
from explorer.ui.article.claims import ClaimRow
from explorer.ui.main_window import MainWindow
from tests.builders import Given, build_database
from tests.ui.pilot import Pilot, focused

Make = Callable[..., MainWindow]


def _claims(pilot: Pilot) -> tuple[Claim, ...]:
    argument = pilot.window.collection.argument
    assert argument is not None
    return argument.claims


def _rows(pilot: Pilot) -> tuple[ClaimRow, ...]:
    return pilot.window.reader.claims.list.claims.rows


def _passing(pilot: Pilot) -> set[int]:
    index, match = pilot.window.collection.index, pilot.window.collection.match
    assert index is not None
    assert match is not None
    return {int(index.ids[row]) for row in np.flatnonzero(match.mask)}


def _choose(pilot: Pilot, position: int) -> None:
    """Click a claim in the list."""
    claims = pilot.window.reader.claims.list
    place = claims.visualRect(claims.claims.index(position - 1)).center()
    pilot.click(place, widget=claims.viewport())
    pilot.settle()


def test_the_claims_are_there_while_the_article_is_read_or_one_is_chosen(pilot: Pilot) -> None:
    claims = pilot.window.reader.claims
    assert not claims.isVisible()
    pilot.key("Ctrl+2")
    assert claims.isVisible()
    assert [row.position for row in _rows(pilot)] == list(range(1, 11))
    _choose(pilot, 7)
    pilot.key("Ctrl+1")
    assert claims.isVisible()
    pilot.push(pilot.button("Clear the claim"))
    assert not claims.isVisible()


def test_one_claim_at_a_time_and_again_is_none(pilot: Pilot) -> None:
    pilot.key("Ctrl+2")
    for position, slug in ((7, "no-return"), (8, "oil"), (8, "")):
        _choose(pilot, position)
        assert pilot.window.store.state.claim == slug
        assert [row.position for row in _rows(pilot) if row.is_chosen] == [position] * bool(slug)


def test_a_claim_is_chosen_by_keyboard_alone(pilot: Pilot) -> None:
    pilot.key("Ctrl+2")
    claims = pilot.window.reader.claims.list
    for _ in range(200):
        if focused() is claims:
            break
        pilot.key("Tab")
    assert focused() is claims
    pilot.key("End")
    pilot.key("Up")
    pilot.key("Return")
    assert pilot.window.store.state.claim == "leaders"
    pilot.key("Space")
    assert pilot.window.store.state.claim == ""
    pilot.key("Up")
    pilot.key("Space")
    assert pilot.window.store.state.claim == "oil"
    pilot.key("Esc")
    assert pilot.window.store.state.claim == ""


@pytest.mark.parametrize(
    "wanted",
    [
        EventFilter(),
        EventFilter().choosing("person", {"Kim Jong Un"}),
        EventFilter().choosing("claim", {"oil", "motive"}),
        EventFilter(search="summit"),
        EventFilter(search="nothing at all is called this"),
    ],
)
def test_counts_are_those_of_a_count_by_hand(pilot: Pilot, wanted: EventFilter) -> None:
    pilot.key("Ctrl+2")
    window = pilot.window
    window.store.edit(filter=wanted)
    pilot.settle()
    passing = _passing(pilot)
    for claim, row in zip(_claims(pilot), _rows(pilot), strict=True):
        assert row.count == sum(event in passing for event, _ in claim.events)
        window.store.edit(claim=claim.slug)
        for role in ROLES:
            count = sum(event in passing and has == role for event, has in claim.events)
            shown = window.reader.claims.roles[role]
            assert shown.accessibleName() == f"{role.capitalize()}: {count} event{'s' * (count != 1)}"
        words = carrying_in_words(row.count, len(claim.events), len(passing))
        assert window.reader.banner.counts.text() == words


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((10, 10, 110), "10 events carry it, 100 dimmed"),
        ((1, 1, 1), "1 event carries it"),
        ((0, 1, 5), "No event that passes the filter carries it; the one that carries it does not pass"),
        ((0, 9, 0), "No event that passes the filter carries it; the 9 that carry it do not pass"),
        ((0, 0, 9), "No event carries it"),
    ],
)
def test_the_banner_says_plainly_what_carries_the_claim(numbers: tuple[int, int, int], words: str) -> None:
    assert carrying_in_words(*numbers) == words


def test_the_banner_has_the_claim_in_full_and_leads_to_its_paragraphs(pilot: Pilot) -> None:
    window = pilot.window
    window.commands.choose_claim("no-return")
    pilot.settle()
    claim = _claims(pilot)[6]
    banner = window.reader.banner
    assert banner.isVisible()
    assert claim.statement in banner.statement.accessibleName()
    assert "claim 7" in window.status.counts.text()
    for number in claim.paragraphs:
        pilot.push(pilot.button(f"Paragraph {number}", banner))
        assert window.reader.article.read == number
    pilot.push(pilot.button("Close the claim"))
    assert not banner.isVisible()
    assert window.store.state.claim == ""
    assert "claim" not in window.status.counts.text()


def test_choosing_a_claim_brings_its_events_into_view(pilot: Pilot) -> None:
    index, bearing = pilot.window.collection.index, pilot.window.collection.bearing
    assert index is not None
    assert bearing is not None
    for claim in _claims(pilot):
        pilot.window.commands.choose_claim(claim.slug)
        pilot.settle()
        rows = bearing.claims[claim.slug]
        assert pilot.span.start <= index.start[rows].min()
        assert index.end[rows].max() <= pilot.span.end


def test_a_tag_in_the_text_chooses_its_claim_and_goes_to_its_first_paragraph(pilot: Pilot) -> None:
    pilot.key("Ctrl+2")
    text = pilot.window.reader.article.text
    view = text.view_of(16)
    assert view is not None
    # Paragraph 16 carries the first claim and the seventh.
    _, tag = view.tags
    pilot.push(tag)
    pilot.settle()
    assert pilot.window.store.state.claim == "no-return"
    assert text.lit == 12
    for other in text.views:
        looks = [tag.look for tag in other.tags]
        assert looks.count("chosen") == (other.passage.number in (12, 13, 15, 16))
    carrying = text.view_of(12)
    assert carrying is not None
    ids = {event for event, _ in _claims(pilot)[6].events}
    shown = [chip for chip in carrying.chips if not chip.isHidden()]
    assert all(chip.property("event_id") in ids for chip in shown)
    assert {chip.look for chip in shown} == {"carrying"}
    pilot.push(tag)
    assert pilot.window.store.state.claim == ""


def test_the_claims_of_the_paragraph_being_read_are_marked(pilot: Pilot) -> None:
    pilot.key("Ctrl+2")
    for claim in _claims(pilot):
        for number in claim.paragraphs:
            pilot.window.reader.article.show_passage(number)
            assert _rows(pilot)[claim.position - 1].is_read
            read = [row.slug for row in _rows(pilot) if row.is_read]
            assert read == [one.slug for one in _claims(pilot) if number in one.paragraphs]


def test_a_screen_reader_hears_number_label_count_and_choice(pilot: Pilot) -> None:
    from PySide6.QtCore import Qt

    pilot.key("Ctrl+2")
    _choose(pilot, 7)
    model = pilot.window.reader.claims.list.claims
    said = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in (6, 9)]
    assert said == [
        "Claim 7: Little came back in return, 12 events, chosen",
        "Claim 10: Keep talking, expect little, 1 event",
    ]


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (780, 480)])
def test_facets_stay_within_reach_below_the_claims(
    make_window: Make, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = make_window(size=size, request=ViewRequest(claim="oil", tab="article"))
    claims, facets = window.reader.claims, window.facets
    assert facets.isVisible()
    assert facets.height() >= 0.3 * window.reader.column.height()
    assert facets.mapTo(window, QPoint(0, 0)).y() >= claims.mapTo(window, QPoint(0, claims.height())).y()


def test_a_document_without_claims_has_no_list_of_them(
    make_window: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    path = build_database(tmp_path / "plain.db", [Given("one", paragraphs=(1,))])
    pilot = Pilot(make_window(path), qtbot)
    pilot.key("Ctrl+2")
    assert pilot.window.reader.side.shows_article
    assert not pilot.window.reader.claims.isVisible()
    assert not [label for label in pilot.window.reader.banner.findChildren(QLabel) if label.isVisible()]
