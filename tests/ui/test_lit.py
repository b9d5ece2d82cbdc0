"""A chosen claim, a paragraph and a filter that dims: what is lit, what is dim, and that both are painted."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from explorer.domain.event import ROLES
from explorer.domain.filter import EventFilter
from explorer.domain.view_request import LANES, ViewRequest
from explorer.layout.marks import LaneMarks, Mark
from explorer.layout.packing import Side
from explorer.ui import lane_menu, shapes
from explorer.ui.desktop.settings import Forgotten, Settings
from explorer.ui.legend import Sign
from explorer.ui.main_window import MainWindow
from explorer.ui.theme import DARK, LIGHT, dimmed, lane_colour, softened
from explorer.ui.timeline.frame import AXIS
from explorer.ui.timeline.lane import earlier_text, later_text
from explorer.ui.timeline.tooltips import event_text
from tests.builders import Given, build_database
from tests.ui.pilot import Pilot
from tests.ui.test_theme import contrast

Make = Callable[..., MainWindow]
#: The years in which nearly all of the bundled claims' events fall.
YEARS = ViewRequest(window="2017/2020-06")
BOTH = pytest.mark.parametrize("theme", ["light", "dark"])


@pytest.fixture
def pilot(window: MainWindow, qtbot: QtBot) -> Pilot:
    return Pilot(window, qtbot)


def _pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return raw[:, : image.width(), 2::-1].astype(int)


def _near(pixels: np.ndarray, colour: QColor, by: int = 8) -> np.ndarray:
    wanted = np.array([colour.red(), colour.green(), colour.blue()])
    return np.abs(pixels - wanted).max(axis=2) <= by


def _around(pilot: Pilot, at: QPoint, half: int = 14) -> np.ndarray:
    picture = _pixels(pilot.timeline.viewport().grab().toImage())
    return picture[max(0, at.y() - half) : at.y() + half + 1, max(0, at.x() - half) : at.x() + half + 1]


def _claim_rows(window: MainWindow, slug: str) -> dict[int, str]:
    collection = window.collection
    assert collection.argument is not None and collection.index is not None  # noqa: PT018
    claim = collection.argument.claim(slug)
    assert claim is not None
    rows = {collection.index.row_of(event): role for event, role in claim.events}
    assert None not in rows
    return {row: role for row, role in rows.items() if row is not None}


def _dims(pilot: Pilot) -> list[Mark]:
    return [dot for lane in pilot.timeline.marks for dot in lane.dims]


@pytest.mark.parametrize("claim", ["no-return", "multiplier", "naivety"])
def test_a_chosen_claim_lights_its_events_and_dims_all_others(
    make_window: Make, qtbot: QtBot, claim: str
) -> None:
    window = make_window()
    pilot = Pilot(window, qtbot)
    assert window.collection.index is not None
    window.store.edit(claim=claim)
    window.timeline.travel.fit()
    pilot.settle()
    served = _claim_rows(window, claim)
    bright = {mark.row for mark in pilot.marks()} | {row for c in pilot.clusters() for row in c.rows}
    assert bright == set(served)
    assert {dot.row for dot in _dims(pilot)} == set(range(len(window.collection.index))) - set(served)
    assert {row: window.timeline.looks.event(row).role for row in bright} == served
    window.store.edit(claim="")
    assert not _dims(pilot)
    assert not pilot.timeline.is_lit


def test_a_claim_keeps_to_what_passes_the_filter_and_without_any_all_is_dim(pilot: Pilot) -> None:
    window = pilot.window
    served = _claim_rows(window, "no-return")
    window.store.edit(claim="no-return", filter=EventFilter(min_importance=4))
    pilot.settle()
    match = window.collection.match
    assert match is not None
    lanes = pilot.timeline.marks.lanes
    assert sum(lane.lit or 0 for lane in lanes) == sum(bool(match.mask[row]) for row in served)
    assert sum(lane.total for lane in lanes) == match.total
    assert window.collection.index is not None
    first = window.collection.index.facets["relationship"].slugs[0]
    window.store.edit(filter=EventFilter().choosing("relationship", {first}))
    pilot.settle()
    assert [lane.lit for lane in pilot.timeline.marks] == [0]
    assert not pilot.marks()


def test_a_paragraph_lights_its_events_and_one_without_any_dims_nothing(pilot: Pilot) -> None:
    window = pilot.window
    argument, index = window.collection.argument, window.collection.index
    assert argument is not None and index is not None  # noqa: PT018
    passage = next(one for one in argument.passages if len(one.event_ids) > 2)
    window.store.edit(passage=passage.number)
    assert sum(lane.lit or 0 for lane in pilot.timeline.marks) == len(passage.event_ids)
    assert all(not pilot.timeline.looks.event(mark.row).role for mark in pilot.marks())
    window.store.edit(claim="no-return")
    assert sum(lane.lit or 0 for lane in pilot.timeline.marks) == len(_claim_rows(window, "no-return"))
    window.store.edit(claim="", passage=999)
    assert not pilot.timeline.is_lit


@BOTH
def test_every_role_is_painted_in_its_colour_around_its_mark(
    make_window: Make, qtbot: QtBot, theme: str
) -> None:
    window = make_window(theme=theme, request=YEARS)
    pilot = Pilot(window, qtbot)
    window.store.edit(selection=None)
    seen: set[str] = set()
    assert window.collection.argument is not None
    for claim in window.collection.argument.claims:
        window.store.edit(claim=claim.slug)
        window.timeline.travel.fit()
        pilot.settle()
        for mark in pilot.marks():
            at = pilot.at(mark)
            if (
                mark.is_bar
                or not pilot.timeline.header + 16 < at.x() < pilot.timeline.viewport().width() - 16
            ):
                continue
            role = pilot.timeline.looks.event(mark.row).role
            colour = window.theme.colour(f"role_{role}")
            around = _near(_around(pilot, at), colour, 60)
            assert around.sum() > 20, (claim.slug, role)
            seen.add(role)
    assert len(seen) >= 2


def _outline(role: str) -> np.ndarray:
    image = shapes.role_pixmap(role, 6.0, QColor("black").rgba(), 2.0).toImage()
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return raw[:, :, 3] > 127


def test_roles_differ_in_shape_and_not_in_colour_alone(qapp: object) -> None:
    outlines = {role: _outline(role) for role in ROLES}
    for role, outline in outlines.items():
        # Nothing in the middle: the mark stands there.
        middle = outline.shape[0] // 2
        assert not outline[middle - 6 : middle + 6, middle - 6 : middle + 6].any(), role
        for other, its in outlines.items():
            if other != role:
                assert (outline != its).sum() > 0.1 * outline.sum(), (role, other)


@BOTH
def test_dots_are_dim_and_still_to_be_seen(make_window: Make, qtbot: QtBot, theme: str) -> None:
    window = make_window(theme=theme, request=YEARS)
    pilot = Pilot(window, qtbot)
    window.store.edit(claim="no-return", selection=None)
    for dot in _dims(pilot):
        at, look = pilot.at(dot), pilot.timeline.looks.event(dot.row)
        if at.x() > pilot.timeline.header + 8 and AXIS + 6 < at.y() < pilot.timeline.viewport().height() - 6:
            box = _around(pilot, at, 3)
            ground = window.theme.colour("ground")
            assert (
                np.abs(box - np.array([ground.red(), ground.green(), ground.blue()])).max(axis=2) > 20
            ).any()
            assert not _near(box, look.colour, 4).any()
    assert len(_dims(pilot)) > 60


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_dim_and_soft_colours_keep_their_distance_from_the_ground(theme: object) -> None:
    assert theme in (LIGHT, DARK)
    chosen = LIGHT if theme is LIGHT else DARK
    for lane in range(14):
        colour, ground = lane_colour(lane, chosen), chosen.colour("ground")
        assert contrast(dimmed(colour, chosen), ground) >= 1.85
        assert contrast(softened(colour, chosen), ground) >= 3
        assert contrast(dimmed(colour, chosen), ground) < 2.5


def test_events_the_author_never_discusses_are_struck_through_where_there_is_an_author(
    make_window: Make, tmp_path: Path
) -> None:
    window = make_window()
    index = window.collection.index
    assert index is not None
    basis = index.facets["basis"]
    for row in range(len(index)):
        is_context = basis.slugs[int(basis.codes[row])] == "context"
        look = window.timeline.looks.event(row)
        assert look.is_context == is_context
        assert ("never discusses" in event_text(window.collection, row, look)) == is_context
    # Cut in two by a stroke, whatever the shape.
    for name in shapes.NAMES:
        images = [
            shapes.pixmap(name, 6.0, QColor("black").rgba(), QColor("white").rgba(), 2.0, cut).toImage()
            for cut in (False, True)
        ]
        plain, cut = (_pixels(image) for image in images)
        assert (plain != cut).any(axis=2).sum() > 8, name
    plain = make_window(build_database(tmp_path / "plain.db", [Given("a", basis="context")]))
    assert plain.collection.argument is None
    assert not plain.timeline.looks.event(0).is_context


def test_a_dim_dot_is_selected_by_a_click_and_named_by_its_tooltip(pilot: Pilot) -> None:
    window = pilot.window
    window.store.edit(claim="no-return", selection=None)
    dot = next(
        dot
        for dot in _dims(pilot)
        if pilot.timeline.marks.hit(dot.x, dot.y) == dot and 60 < dot.x < pilot.timeline.scale.width - 60
    )
    pilot.click(pilot.at(dot))
    assert pilot.row == dot.row
    pilot.settle()
    ring = window.theme.colour("accent")
    assert _near(_around(pilot, pilot.at(dot), 8), ring, 40).any()


def test_d_dims_what_fails_the_filter_and_hides_it_again(pilot: Pilot) -> None:
    window = pilot.window
    window.store.edit(filter=EventFilter(min_importance=4))
    pilot.settle()
    assert window.collection.match is not None and window.collection.index is not None  # noqa: PT018
    matching, size = window.collection.match.total, len(window.collection.index)
    assert sum(lane.total for lane in pilot.timeline.marks) == matching
    pilot.key("D")
    pilot.settle()
    lanes = pilot.timeline.marks.lanes
    assert window.store.state.dims
    assert sum(lane.total for lane in lanes) == size
    assert sum(lane.lit or 0 for lane in lanes) == matching
    assert all(lane.drawn + lane.earlier + lane.later == lane.total for lane in lanes)
    window.status._said.stop()  # pyright: ignore[reportPrivateUsage]
    window.collection.arranged.emit()
    assert f"{matching} of {size} events" in window.status.counts.text()
    assert f"{size - matching} dimmed" in window.status.counts.text()
    # Keys go from match to match all the same.
    match = window.collection.match
    for _ in range(6):
        pilot.key("Right")
        assert pilot.row is not None
        assert match.mask[pilot.row]
    pilot.key("D")
    pilot.settle()
    assert sum(lane.total for lane in pilot.timeline.marks) == matching


def test_what_lies_beyond_the_window_is_told_lit_first_and_a_click_goes_to_a_lit_event(pilot: Pilot) -> None:
    window = pilot.window
    window.store.edit(claim="naivety", selection=None)
    lane = next(lane for lane in pilot.timeline.marks if lane.lit_earlier)
    assert lane.lit_earlier <= lane.earlier
    at = QPoint(pilot.timeline.header + 14, round(lane.top + lane.height - 6 + AXIS))
    pilot.click(at)
    assert pilot.row in _claim_rows(window, "naivety")


def test_lanes_of_claims_are_offered_where_there_are_claims_and_named_by_number(
    make_window: Make, tmp_path: Path
) -> None:
    window = make_window(request=ViewRequest(lanes="claim"))
    lanes = window.collection.lanes
    assert lanes is not None
    assert lanes.arrangement.labels[0].startswith("1  ")
    assert lanes.arrangement.labels[-1] == "No claim"
    names = _menu_of(window)
    assert "Claim" in names
    plain = make_window(build_database(tmp_path / "plain.db", [Given("a")]))
    assert "Claim" not in _menu_of(plain)
    assert {"Relationship", "Kind", "Person", "Place"} <= set(_menu_of(plain))
    assert set(lane_menu.GROUPINGS) == set(LANES)


def _menu_of(window: MainWindow) -> list[str]:
    menu = lane_menu.menu_for(window, window.store, window.collection, None)
    names = [action.text() for action in menu.actions()]
    menu.deleteLater()
    return names


def test_the_legend_names_the_kinds_in_view_and_the_roles_of_a_chosen_claim(pilot: Pilot) -> None:
    window = pilot.window
    assert window.legend.isHidden()
    pilot.key("K")
    assert window.legend.isVisible()
    kinds = {sign.words for sign in window.legend.signs if sign.drawn == "kind"}
    assert window.collection.index is not None
    assert kinds == set(window.collection.index.facets["kind"].labels)
    assert Sign("context", "disc", "Context only: never discussed") in window.legend.signs
    assert not any(sign.drawn == "role" for sign in window.legend.signs)
    window.store.edit(claim="no-return")
    assert [sign.name for sign in window.legend.signs if sign.drawn == "role"] == list(ROLES)
    present = {sign.name for sign in window.legend.present if sign.drawn == "role"}
    assert present == {pilot.timeline.looks.event(mark.row).role for mark in pilot.marks()}
    # It stands beside the timeline, not over it.
    top = window.legend.mapTo(window, QPoint(0, 0)).y()
    bottom = pilot.timeline.mapTo(window, QPoint(0, 0)).y() + pilot.timeline.height()
    assert top >= bottom
    pilot.push(pilot.button("Hide the legend"))
    assert window.legend.isHidden()


def test_the_legend_is_remembered(make_window: Make) -> None:
    settings = Settings(Forgotten())
    settings.hint_dismissed = True
    first = make_window(settings=settings)
    first.commands.turn_legend()
    assert settings.shows_legend
    assert make_window(settings=settings).legend.isVisible()


@BOTH
@pytest.mark.parametrize("lanes", LANES)
def test_a_claim_is_painted_in_any_lanes_and_any_window(make_window: Make, theme: str, lanes: str) -> None:
    window = make_window(size=(1024, 700), theme=theme, request=ViewRequest(window="2018", lanes=lanes))
    window.store.edit(claim="method", dims=True)
    for factor in (1.0, 0.01, 1e5):
        window.timeline.zoom(factor)
        picture = _pixels(window.timeline.viewport().grab().toImage())
        assert len(np.unique(picture.reshape(-1, 3), axis=0)) > 10


def test_labels_of_lit_marks_are_all_there_at_the_size_of_the_target(make_window: Make, qtbot: QtBot) -> None:
    window = make_window(request=YEARS)
    window.store.edit(claim="no-return")
    pilot = Pilot(window, qtbot)
    assert pilot.marks()
    assert all(mark.side is not Side.NONE for mark in pilot.marks())


@BOTH
def test_what_a_search_finds_in_a_label_has_a_ground_of_its_own(
    make_window: Make, qtbot: QtBot, theme: str
) -> None:
    window = make_window(theme=theme, request=YEARS)
    pilot = Pilot(window, qtbot)
    window.store.edit(selection=None)
    hit = window.theme.colour("hit")
    port = window.timeline.viewport()
    assert not _near(_pixels(port.grab().toImage()), hit, 2).any()
    pilot.search("letter")
    picture = _pixels(port.grab().toImage())
    seen = 0
    for mark in pilot.marks():
        look = pilot.timeline.looks.event(mark.row)
        at = pilot.at(mark)
        if mark.side in (Side.NONE, Side.INSIDE) or not 20 < at.y() - AXIS < port.height() - 80:
            continue
        first = round(mark.label_x) + pilot.timeline.header
        if first < pilot.timeline.header + 4 or first + mark.label_width > port.width() - 4:
            continue
        box = picture[at.y() - 5 : at.y() + 6, first : first + round(mark.label_width)]
        assert _near(box, hit, 2).any() == bool(look.hits), look.label
        assert ("letter" in look.label.casefold()) == bool(look.hits)
        seen += bool(look.hits)
    assert seen > 1
    pilot.key("Esc")
    pilot.settle()
    assert not _near(_pixels(port.grab().toImage()), hit, 2).any()


def test_a_lane_whose_dim_events_lie_out_of_view_does_not_announce_them_as_lit() -> None:
    lane = LaneMarks(0, 0.0, 40.0, 9, 7, 2, lit=2, lit_earlier=0, lit_later=2)
    assert earlier_text(lane) == "◂ 0 of 7 earlier"
    assert later_text(lane) == "2 later ▸"
    assert earlier_text(replace(lane, lit=None)) == "◂ 7 earlier"
