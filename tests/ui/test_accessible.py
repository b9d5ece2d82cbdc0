"""What a screen reader is told: regions, lanes and events in view, in order; the selection; what to press."""

from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from pytestqt.qtbot import QtBot

from explorer.domain.edtf import parse
from explorer.domain.view_request import ViewRequest
from explorer.domain.words import span_in_words
from explorer.layout.marks import Cluster, Mark
from explorer.ui.main_window import MainWindow
from explorer.ui.timeline import accessible
from explorer.ui.timeline.accessible import EntryAccess, LaneAccess, TimelineAccess, access_to
from explorer.ui.timeline.view import TimelineView
from tests.bench.generate import generate
from tests.ui.pilot import Pilot
from tests.ui.reader import Part, dump, tree

Make = Callable[..., MainWindow]

REGIONS = ("Toolbar", "Filters", "Timeline", "Overview of all time", "Status")


def _timeline(window: MainWindow) -> TimelineAccess:
    found = access_to(window.timeline)
    assert found is not None
    return found


def _lanes(window: MainWindow) -> list[tuple[Part, list[Part]]]:
    """The lanes that are read, each with its items, but not with what is in their clusters."""
    parts = tree(window)
    found: list[tuple[Part, list[Part]]] = []
    for part in parts:
        if isinstance(part.access, LaneAccess):
            found.append((part, []))
        elif isinstance(part.access, EntryAccess) and part.depth == found[-1][0].depth + 1:
            found[-1][1].append(part)
    return found


@pytest.mark.parametrize(
    "request_",
    [
        ViewRequest(),
        ViewRequest(window="2018/2019", lanes="person"),
        ViewRequest(lanes="kind", collapse_gaps=True),
        ViewRequest(window="2019-10"),
    ],
)
def test_every_region_lane_and_event_in_view_is_named(
    make_window: Make, qtbot: QtBot, request_: ViewRequest
) -> None:
    pilot = Pilot(make_window(request=request_), qtbot)
    window, collection = pilot.window, pilot.window.collection
    index, lanes = collection.index, pilot.timeline.lanes
    assert index is not None
    assert lanes is not None
    names = [part.name for part in tree(window)]
    for region in REGIONS:
        assert region in names, dump(window)
    read = _lanes(window)
    assert len(read) == len(pilot.timeline.marks.lanes)
    for lane, (part, items) in zip(pilot.timeline.marks, read, strict=True):
        told = part.name.split(", ")
        assert told[0] == lanes.arrangement.labels[lane.lane]
        assert told[1] == f"{lane.total} event{'s' * (lane.total != 1)}"
        assert (f"{lane.earlier} earlier" in told) == bool(lane.earlier)
        assert (f"{lane.later} later" in told) == bool(lane.later)
        said = [item.name for item in items]
        for mark in lane.marks:
            title = collection.title_of(mark.row)
            assert title is not None
            when = span_in_words(parse(title.start_edtf), parse(title.end_edtf) if title.end_edtf else None)
            kind = index.facets["kind"]
            assert f"{title.title}, {when}, {kind.labels[int(kind.codes[mark.row])]}" in said
        for cluster in lane.clusters:
            first = collection.title_of(cluster.rows[0])
            assert first is not None
            assert any(
                first.title in name and (cluster.count == 1 or f"{cluster.count} events close" in name)
                for name in said
            )
        away = [_entry_of(item).key[2] for item in items if _drawn(item) is None]
        assert len(said) == len(lane.marks) + len(lane.clusters) + len(away)
        # Out of view, only what is selected stands among them.
        assert set(away) <= {pilot.row}
        starts = [_start(pilot, item) for item in items]
        assert starts == sorted(starts)


def _entry_of(item: Part) -> EntryAccess:
    assert isinstance(item.access, EntryAccess)
    return item.access


def _drawn(item: Part) -> Mark | Cluster | None:
    entry = _entry_of(item).entry
    assert entry is not None
    return entry.drawn


def _start(pilot: Pilot, item: Part) -> int:
    access, index = item.access, pilot.window.collection.index
    assert isinstance(access, EntryAccess)
    assert index is not None
    drawn = _drawn(item)
    return int(
        index.start[list(drawn.rows)].min() if isinstance(drawn, Cluster) else index.start[access.key[2]]
    )


def test_regions_are_read_in_the_order_in_which_they_stand(window: MainWindow) -> None:
    names = [part.name for part in tree(window)]
    places = [names.index(region) for region in (*REGIONS, "Event details")]
    assert places == sorted(places)


def test_an_item_is_where_its_mark_is_painted(pilot: Pilot) -> None:
    access, port = _timeline(pilot.window), pilot.timeline.viewport()
    checked = 0
    for _, items in _lanes(pilot.window):
        for item in items:
            assert isinstance(item.access, EntryAccess)
            entry = item.access.entry
            assert entry is not None
            assert entry.drawn is not None
            on_screen = port.mapToGlobal(pilot.at(entry.drawn))
            if port.rect().contains(pilot.at(entry.drawn)):
                assert item.rect.contains(on_screen), item.name
                under = access.childAt(on_screen.x(), on_screen.y())
                assert isinstance(under, LaneAccess)
                checked += under.childAt(on_screen.x(), on_screen.y()) is item.access
    assert checked > 30


def test_the_selected_event_is_said_and_has_the_focus(pilot: Pilot) -> None:
    pilot.timeline.setFocus()
    access = _timeline(pilot.window)
    assert "Selected: Helsinki summit, 16 July 2018, Summit" in access.text(QAccessible.Text.Description)
    focused = access.focusChild()
    assert focused.text(QAccessible.Text.Name) == "Helsinki summit, 16 July 2018, Summit"
    state = focused.state()
    assert getattr(state, "selected")  # noqa: B009 - the stubs lack the fields
    assert getattr(state, "focused")  # noqa: B009
    pilot.key("Right")
    pilot.settle()
    after = access.focusChild()
    assert after is not focused
    assert not getattr(focused.state(), "selected")  # noqa: B009


def test_a_selected_event_is_an_object_of_its_own_wherever_it_is(pilot: Pilot) -> None:
    pilot.timeline.setFocus()
    access, index = _timeline(pilot.window), pilot.window.collection.index
    assert index is not None
    names: list[str] = []
    for step in range(30):
        row = pilot.row
        assert row is not None
        focused = access.focusChild()
        names.append(focused.text(QAccessible.Text.Name))
        title = pilot.window.collection.title_of(row)
        assert title is not None
        assert names[-1].startswith(title.title)
        holder = focused.parent()
        at = holder.indexOfChild(focused)
        assert holder.child(at) is focused, f"step {step}"
        claimants = [part.name for part in tree(pilot.timeline) if part.is_focused]
        assert claimants == [names[-1]]
        pilot.key("Right")
        pilot.settle()
    assert len(set(names)) == 30


def test_one_walks_through_a_cluster_event_by_event(pilot: Pilot) -> None:
    pilot.key("0")
    pilot.settle()
    items = [_entry_of(item) for _, found in _lanes(pilot.window) for item in found]
    walked = 0
    for item in items:
        entry = item.entry
        assert entry is not None
        if not isinstance(entry.drawn, Cluster):
            assert item.childCount() == 0
            continue
        inside = [item.child(at) for at in range(item.childCount())]
        assert [part.key[2] for part in inside if isinstance(part, EntryAccess)] == list(entry.drawn.rows)
        assert all(part.parent() is item for part in inside)
        walked += len(inside)
    assert walked > 20


def test_an_event_that_no_lane_shows_is_still_said(pilot: Pilot) -> None:
    pilot.timeline.setFocus()
    lane = pilot.timeline.selected_lane
    lanes = pilot.timeline.lanes
    assert lane is not None
    assert lanes is not None
    access = _timeline(pilot.window)
    pilot.window.store.edit(hidden=frozenset({lanes.arrangement.slugs[lane]}))
    pilot.settle()
    focused = access.focusChild()
    assert focused.text(QAccessible.Text.Name) == "Helsinki summit, 16 July 2018, Summit"
    assert focused.parent() is access
    assert access.child(access.indexOfChild(focused)) is focused
    pilot.window.commands.filters.search("khashoggi")
    pilot.settle()
    focused = access.focusChild()
    assert focused.text(QAccessible.Text.Name) == "Helsinki summit, 16 July 2018, Summit"
    assert access.child(access.indexOfChild(focused)) is focused


def test_pressing_an_item_selects_its_event_and_opens_a_cluster(pilot: Pilot) -> None:
    press = QAccessibleActionInterface.pressAction()
    items = [item for _, found in _lanes(pilot.window) for item in found]
    event = next(item for item in items if item.name.startswith("Singapore summit"))
    assert event.access is not None
    action = event.access.actionInterface()
    assert press in action.actionNames()
    action.doAction(press)
    pilot.settle()
    reading = pilot.window.collection.reading
    assert reading is not None
    assert reading.event.title == "Singapore summit"
    before = pilot.span
    cluster = next(item for item in items if "close together" in item.name)
    assert cluster.access is not None
    cluster.access.actionInterface().doAction(press)
    assert pilot.span.length < before.length


def test_what_is_asked_of_an_item_has_an_answer_also_out_of_view(pilot: Pilot) -> None:
    items = [item for _, found in _lanes(pilot.window) for item in found]
    pilot.window.store.edit(window=pilot.span.shifted(20 * pilot.span.length))
    for item in items:
        access = item.access
        assert isinstance(access, EntryAccess)
        assert access.rect().isEmpty()
        assert getattr(access.state(), "offscreen")  # noqa: B009 - the stubs lack the fields
        assert access.isValid()
        name = access.text(QAccessible.Text.Name)
        assert name == (item.name if access.key[0] == "event" else "")
        assert access.parent() is not None
        assert access.valueInterface() is None
        assert access.textInterface() is None


def test_what_is_long_out_of_view_is_let_go(pilot: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accessible, "_KEPT", 20)
    access = _timeline(pilot.window)
    items = [item.access for _, found in _lanes(pilot.window) for item in found]
    numbers = [QAccessible.uniqueId(item) for item in items if item is not None]
    pilot.key("0")
    for _ in range(3):
        tree(pilot.window)
        QCoreApplication.processEvents()
    pilot.key("+")
    tree(pilot.window)
    pilot.until(lambda: any(not QAccessible.accessibleInterface(number) for number in numbers))
    assert access.childCount() >= len(pilot.timeline.marks.lanes)
    assert access.child(0).text(QAccessible.Text.Name)


def test_other_lanes_are_read_as_they_are_grouped(pilot: Pilot) -> None:
    _ = _lanes(pilot.window)
    pilot.window.store.edit(lanes="kind")
    pilot.settle()
    lanes = pilot.timeline.lanes
    assert lanes is not None
    read = [part.name.split(", ")[0] for part, _ in _lanes(pilot.window)]
    assert read == [lanes.arrangement.labels[lane.lane] for lane in pilot.timeline.marks]


def test_a_timeline_that_is_gone_leaves_nothing_behind(pilot: Pilot) -> None:
    window = pilot.window
    other = TimelineView(window.store, window.collection, window.theme)
    access = access_to(other)
    assert access is not None
    other._arrange()  # pyright: ignore[reportPrivateUsage] - as when an answer comes
    other.resize(800, 600)
    numbers = [QAccessible.uniqueId(access.child(at)) for at in range(access.childCount())]
    assert len(numbers) > 5
    assert all(isinstance(QAccessible.accessibleInterface(number), LaneAccess) for number in numbers)
    del access
    shiboken6.delete(other)
    assert all(not QAccessible.accessibleInterface(number) for number in numbers)


def test_the_widgets_on_the_timeline_are_read_too(make_window: Make, qtbot: QtBot) -> None:
    from explorer.ui.desktop.settings import Forgotten, Settings

    window = make_window(settings=Settings(Forgotten()))
    assert "Dismiss the hint" in [part.name for part in tree(window)]


def test_full_lanes_say_what_their_bars_count(make_window: Make, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "large.db"
    generate(path, 30_000)
    pilot = Pilot(make_window(path), qtbot)
    pilot.timeline.viewport().repaint()
    pilot.settle()
    pilot.timeline.viewport().repaint()
    for lane, (_, items) in zip(pilot.timeline.marks, _lanes(pilot.window), strict=True):
        if lane.density is not None and lane.density.total:
            assert items[-1].name == f"{lane.density.total:,} more in view, counted in bars"
            assert len(items) == len(lane.marks) + 1


def test_the_table_is_read_in_place_of_the_timeline(pilot: Pilot) -> None:
    pilot.key("T")
    table = pilot.window.stage.table
    assert table is not None
    pilot.until(lambda: not table.is_busy)
    parts = tree(pilot.window)
    names = [part.name for part in parts]
    assert "Table of events" in names
    assert "Timeline" not in names
    assert "Title" in names
    assert not any(isinstance(part.access, LaneAccess) for part in parts)
    at = table.currentIndex()
    assert [table.events.index(at.row(), column).data() for column in (0, 1)] == [
        "16 July 2018",
        "Helsinki summit",
    ]
    assert {"Helsinki summit", "16 July 2018, in the visible range", "Trump–Putin"} <= set(names)


def test_a_point_beside_everything_belongs_to_nothing(pilot: Pilot) -> None:
    access = _timeline(pilot.window)
    outside = pilot.window.mapToGlobal(QPoint(-50, -50))
    assert not access.childAt(outside.x(), outside.y())
