"""What wheel, drag and clicks do, as DESIGN.md's table "Pointer and keys" has it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QMenu, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.interval import Interval
from explorer.layout.frames import Layout
from explorer.layout.marks import Cluster, Marks
from explorer.layout.ticks import ticks
from explorer.ui.main_window import MainWindow
from tests.ui.pilot import ALT, CTRL, LEFT, NONE, SHIFT, Pilot


@pytest.mark.parametrize("share", [0.02, 0.5, 0.97])
@pytest.mark.parametrize("modifier", [NONE, CTRL])
def test_thirty_turns_of_the_wheel_in_and_out_keep_the_instant_under_the_pointer(
    pilot: Pilot, share: float, modifier: Qt.KeyboardModifier
) -> None:
    timeline = pilot.timeline
    x = timeline.header + round((timeline.viewport().width() - timeline.header) * share)
    before, held = pilot.span, pilot.instant(x)
    lengths = [before.length]
    for notch in [1] * 30 + [-1] * 30:
        pilot.wheel(QPoint(x, 300), notch, modifier)
        lengths.append(pilot.span.length)
        assert timeline.scale.px_of(held) + timeline.header == pytest.approx(x, abs=1)
    assert lengths[30] < lengths[0] / 700
    assert pilot.span.start == pytest.approx(before.start, abs=timeline.scale.seconds_per_px)
    assert pilot.span.end == pytest.approx(before.end, abs=timeline.scale.seconds_per_px)


@pytest.mark.parametrize(("modifier", "sideways"), [(SHIFT, False), (NONE, True)])
def test_shift_and_a_sideways_wheel_move_through_time(
    pilot: Pilot, modifier: Qt.KeyboardModifier, sideways: bool
) -> None:
    before = pilot.span
    pilot.wheel(QPoint(600, 300), -1, modifier, sideways=sideways)
    assert pilot.span.start > before.start
    assert pilot.span.length == before.length
    pilot.wheel(QPoint(600, 300), 1, modifier, sideways=sideways)
    assert pilot.span.start == pytest.approx(before.start, abs=pilot.timeline.scale.seconds_per_px)


def test_alt_and_the_wheel_scroll_the_lanes(make_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    pilot = Pilot(make_window(size=(1024, 500)), qtbot)
    bar, before = pilot.timeline.verticalScrollBar(), pilot.span
    assert bar.maximum() > 0
    pilot.wheel(QPoint(500, 200), -1, ALT)
    assert bar.value() > 0
    assert pilot.span == before


def test_the_wheel_can_be_told_to_scroll_lanes(make_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = make_window(size=(1024, 500))
    pilot, before = Pilot(window, qtbot), window.store.state.window
    window.wheel_picked.emit("scroll")
    pilot.wheel(QPoint(500, 200), -1)
    assert window.timeline.verticalScrollBar().value() > 0
    assert pilot.span == before
    pilot.wheel(QPoint(500, 200), 1, CTRL)
    assert pilot.span.length < before.length  # type: ignore[union-attr]
    assert window.settings.wheel_scrolls_lanes


def test_turning_the_wheel_while_the_pointer_moves_lays_out_once_a_frame(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    timeline, laid = pilot.timeline, list[Marks]()
    frame = Layout.frame

    def counted(layout: Layout, *arguments: Any, **options: Any) -> Marks:
        laid.append(frame(layout, *arguments, **options))
        return laid[-1]

    monkeypatch.setattr(Layout, "frame", counted)
    for step in range(6):
        at = QPointF(600 + step, 300)
        timeline.zoom(1.25, at.x() - timeline.header)
        timeline.pointer.hover(at)
    timeline.viewport().repaint()
    assert len(laid) == 1
    assert timeline.marks is laid[0]


def test_a_drag_moves_time_with_the_pointer_to_the_pixel(pilot: Pilot) -> None:
    first, last = QPoint(700, 250), QPoint(501, 250)
    held = pilot.instant(first.x())
    pilot.drag(first, last)
    assert pilot.timeline.scale.px_of(held) + pilot.timeline.header == pytest.approx(last.x(), abs=1)


def test_a_drag_that_returns_to_its_start_changes_nothing(pilot: Pilot) -> None:
    before, selected = pilot.span, pilot.selected
    at = pilot.empty()
    pilot.press(at)
    for x in (40, 90, 10, 0):
        pilot.move(at + QPoint(x, 0))
    pilot.release(at)
    assert (pilot.span, pilot.selected) == (before, selected)


def test_a_press_whose_release_was_lost_does_not_go_on_dragging(pilot: Pilot) -> None:
    at, port = pilot.empty(), pilot.timeline.viewport()
    pilot.press(at)
    pilot.move(at + QPoint(30, 0))
    before = pilot.span
    # As after Alt+Tab in the middle of a drag: the pointer comes back without its button.
    for x in (80, 160):
        here = QPointF(at + QPoint(x, 0))
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            here,
            port.mapToGlobal(here),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            NONE,
        )
        QApplication.sendEvent(port, event)
    assert pilot.span == before
    pilot.release(at)


def test_a_click_on_a_mark_selects_it_and_fills_the_panel(pilot: Pilot) -> None:
    for mark in pilot.marks()[::7]:
        pilot.click(pilot.at(mark))
        assert pilot.row == mark.row
        pilot.settle()
        reading = pilot.window.collection.reading
        assert reading is not None
        assert reading.event.id == pilot.selected
        shown = [label.text() for label in pilot.window.detail.findChildren(QLabel)]
        assert reading.event.title in shown


def test_a_click_on_nothing_clears_the_selection_and_says_so(pilot: Pilot) -> None:
    assert pilot.selected is not None
    pilot.click(pilot.empty())
    assert pilot.selected is None
    assert "Nothing selected" in [label.text() for label in pilot.window.detail.findChildren(QLabel)]


def test_a_click_on_header_or_axis_keeps_the_selection(pilot: Pilot) -> None:
    selected = pilot.selected
    for at in (QPoint(60, 300), QPoint(600, 12)):
        pilot.click(at)
        assert pilot.selected == selected


def test_a_double_click_centres_and_fits_the_event(pilot: Pilot) -> None:
    mark = next(mark for mark in pilot.marks() if mark.x > 100)
    index = pilot.window.collection.index
    assert index is not None
    pilot.double_click(pilot.at(mark))
    assert pilot.row == mark.row
    middle = (int(index.start[mark.row]) + int(index.end[mark.row])) // 2
    assert pilot.span.middle == pytest.approx(middle, abs=pilot.timeline.scale.seconds_per_px)
    assert pilot.span.length < 90 * 86_400


@pytest.mark.parametrize("way", ["double click", "button", "key", "second click"])
def test_a_cluster_is_zoomed_to_its_members(pilot: Pilot, way: str) -> None:
    cluster = max(pilot.clusters(), key=lambda cluster: cluster.count)
    index, before, selected = pilot.window.collection.index, pilot.span, pilot.selected
    assert index is not None
    if way == "double click":
        pilot.double_click(pilot.at(cluster))
    else:
        listed = _listed(pilot, cluster)
        if way == "button":
            QTest.mouseClick(pilot.button("Zoom here", listed), LEFT)
        elif way == "key":
            QTest.keyClick(listed.focusWidget(), "+")  # type: ignore[call-overload] - the stubs lack letters
        else:
            # The list has the mouse, wherever that is.
            number = pilot.timeline.viewport().mapToGlobal(pilot.at(cluster))
            assert not listed.geometry().contains(number)
            QTest.mouseClick(listed, LEFT, NONE, listed.mapFromGlobal(number))
        assert QApplication.activePopupWidget() is None
    assert pilot.span.length < before.length
    for row in cluster.rows:
        assert pilot.span.start < index.end[row]
        assert index.start[row] < pilot.span.end
    assert pilot.selected == selected


def _listed(pilot: Pilot, cluster: Cluster) -> QWidget:
    pilot.click(pilot.at(cluster))
    listed = QApplication.activePopupWidget()
    assert listed is not None
    return listed


def test_a_click_on_a_count_lists_its_events_and_moves_nothing(pilot: Pilot) -> None:
    before, selected = pilot.span, pilot.selected
    for cluster in [one for one in pilot.clusters() if one.count > 1]:
        listed = _listed(pilot, cluster)
        events = listed.findChildren(QListWidget)[0]
        titles = {pilot.window.collection.title_of(row) for row in cluster.rows}
        shown = {events.item(at).text().removeprefix("★ ") for at in range(events.count())}
        assert shown == {title.title for title in titles if title is not None}
        assert f"{cluster.count} events" in [one.text() for one in listed.findChildren(QLabel)]
        QTest.keyClick(events, Qt.Key.Key_Escape)
        assert (pilot.span, pilot.selected) == (before, selected)


def test_a_click_on_a_count_of_one_selects_its_event(pilot: Pilot) -> None:
    row = pilot.marks()[0].row
    pilot.timeline.pointer.open_cluster(Cluster((row,), 4, 10, 10, Interval(0, 1)), QPoint())
    assert pilot.row == row
    assert QApplication.activePopupWidget() is None


def test_shift_and_a_drag_offer_the_span_to_zoom_or_to_filter(pilot: Pilot) -> None:
    first, last = QPoint(500, 60), QPoint(681, 60)
    span = pilot.instant(first.x()), pilot.instant(last.x())
    before = pilot.span

    def offered() -> QMenu:
        pilot.drag(first, last, SHIFT)
        assert pilot.span == before
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    offered().actions()[1].trigger()
    wanted = pilot.window.store.state.filter
    assert wanted.dates is not None
    assert wanted.dates.start <= span[0] < span[1] <= wanted.dates.end
    pilot.window.store.edit(filter=wanted.__class__())
    for menu in pilot.window.findChildren(QMenu):
        menu.close()
    menu = offered()
    menu.actions()[0].trigger()
    menu.close()
    assert pilot.span.start == pytest.approx(span[0], abs=2)
    assert pilot.span.end == pytest.approx(span[1], abs=2)


def test_a_click_on_3_earlier_shows_and_selects_the_last_of_them(pilot: Pilot) -> None:
    index, lanes = pilot.window.collection.index, pilot.timeline.lanes
    assert index is not None
    assert lanes is not None
    lane = pilot.lane("Obama–Muslim world")
    assert lane.earlier == 3
    y = round(lane.top + lane.height / 2 + 46)
    pilot.click(QPoint(pilot.timeline.header + 20, y))
    assert pilot.row == int(lanes.events(lane.lane)[-1])
    assert pilot.span.holds((int(index.start[pilot.row]) + int(index.end[pilot.row])) // 2)
    # Now the others of Trump's years are "later".
    later = pilot.lane("Trump–Putin")
    assert later.later == 5
    y = round(later.top + later.height / 2 + 46)
    pilot.click(QPoint(pilot.timeline.viewport().width() - 20, y))
    assert pilot.row == int(lanes.events(later.lane)[0])


def test_the_pointer_has_a_hairline_with_its_date_and_leaves_none_behind(pilot: Pilot) -> None:
    pilot.click(pilot.empty())
    at = pilot.empty()
    pilot.move(at)
    x, text = pilot.timeline.hairline(pilot.timeline.pointer.at)
    assert x == pytest.approx(at.x() - pilot.timeline.header)
    assert text
    QApplication.sendEvent(pilot.timeline.viewport(), QEvent(QEvent.Type.Leave))
    assert pilot.timeline.hairline(pilot.timeline.pointer.at) == (None, "")  # pyright: ignore[reportPrivateUsage]


def test_the_tooltip_of_a_mark_names_title_date_and_kind(pilot: Pilot) -> None:
    from PySide6.QtWidgets import QToolTip

    mark = next(mark for mark in pilot.marks() if mark.row == pilot.row)
    pilot.move(pilot.at(mark))
    pilot.until(QToolTip.isVisible)
    assert "Helsinki summit" in QToolTip.text()
    assert "16 July 2018" in QToolTip.text()
    assert "Summit" in QToolTip.text()
    QToolTip.hideText()


def test_close_up_every_second_has_its_tick_and_small_turns_of_the_wheel_add_up(pilot: Pilot) -> None:
    for _ in range(200):
        pilot.timeline.zoom(1.25, 300.0)
    pilot.settle()
    window, scale = pilot.span, pilot.timeline.scale
    found = ticks(scale, lambda text, _: 7.0 * len(text)).lower
    assert [tick.time for tick in found if window.contains(Interval(tick.time, tick.time + 1))] == list(
        range(window.start, window.end)
    )
    assert all(tick.label for tick in found[:-1])
    # A touchpad tells of a few pixels at a time, of a second only together.
    middle = pilot.timeline.viewport().rect().center()
    for _ in range(10):
        pilot.wheel(middle, -0.3, SHIFT)
    moved = pilot.span.start - window.start
    assert moved == pytest.approx(10 * 0.3 * 120 * 0.75 / scale.px_per_second, abs=1)
    assert moved > 0


def test_close_up_small_turns_and_pinches_zoom_as_far_as_large_ones(pilot: Pilot) -> None:
    for _ in range(200):
        pilot.timeline.zoom(1.25, 300.0)
    closest = pilot.span.length
    middle = pilot.timeline.viewport().rect().center()
    for _ in range(100):
        pilot.wheel(middle, -0.1)
    # As ten whole notches: rounding to seconds does not add up.
    assert pilot.span.length == pytest.approx(closest * 1.25**10, rel=0.1)
    for _ in range(130):
        pilot.wheel(middle, 0.1)
    assert pilot.span.length == closest
    # What did not fit is not owed for ever.
    pilot.wheel(middle, -1)
    assert pilot.span.length > closest
