"""The strip of all time: its brush can be grabbed at every zoom, its wheel zooms as the timeline's."""

import threading
from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph  # pyright: ignore[reportMissingTypeStubs] - it has none
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView, QWidget

from explorer.domain.index import EventIndex
from explorer.domain.interval import Interval
from explorer.layout.lanes import Arrangement, Lanes
from explorer.layout.scale import TimeScale
from explorer.layout.strip import bar_shares
from explorer.ui import overview
from tests.ui.pilot import NONE, Pilot

DAY = 86_400


def _view(pilot: Pilot) -> QGraphicsView:
    return pilot.window.overview.findChildren(QGraphicsView)[0]


def _strip(pilot: Pilot) -> QWidget:
    return _view(pilot).viewport()


def _brush(pilot: Pilot) -> tuple[float, float]:
    """The pixels of the brush in the strip's viewport."""
    view = _view(pilot)
    found: Any = next(item for item in view.items() if isinstance(item, pyqtgraph.LinearRegionItem))
    low, high = found.getRegion()
    return _pixel(view, found, low), _pixel(view, found, high)


def _pixel(view: QGraphicsView, item: QGraphicsItem, x: float) -> float:
    return view.mapFromScene(item.mapToScene(QPointF(x, 0.5))).x()


def _show(pilot: Pilot, start: int, length: int) -> None:
    pilot.window.store.edit(window=Interval(start, start + length))
    QCoreApplication.processEvents()


def _drag(pilot: Pilot, x: float, by: int) -> None:
    strip = _strip(pilot)
    y = strip.height() // 3
    pilot.move(QPoint(round(x), y), strip)
    # pyqtgraph looks a hundred times a second at most.
    QTest.qWait(15)
    pilot.press(QPoint(round(x), y), widget=strip)
    for step in range(1, 11):
        pilot.move(QPoint(round(x + by * step / 10), y), strip)
        QTest.qWait(11)
    pilot.release(QPoint(round(x + by), y), widget=strip)


@pytest.mark.parametrize("length", [3_600, 30 * DAY, 1_000 * DAY])
def test_each_handle_of_the_brush_moves_its_edge_and_the_middle_moves_both(pilot: Pilot, length: int) -> None:
    start = 1_400_000_000
    _show(pilot, start, length)
    low, high = _brush(pilot)
    assert high - low >= 25
    _drag(pilot, low, -60)
    assert pilot.span.start < start - 300 * DAY
    assert pilot.span.end == pytest.approx(start + length, abs=2)
    _show(pilot, start, length)
    _drag(pilot, high - 1, 40)
    assert pilot.span.start == pytest.approx(start, abs=2)
    assert pilot.span.end > start + length + 200 * DAY
    _show(pilot, start, length)
    _drag(pilot, (low + high) / 2, -55)
    assert pilot.span.start < start - 200 * DAY
    assert pilot.span.length == pytest.approx(length, rel=0.05)


def test_the_brush_stays_on_the_strip_at_both_ends_of_time(pilot: Pilot) -> None:
    every = pilot.window.collection.whole
    assert every is not None
    width = _strip(pilot).width()
    for start in (every.start, every.end - DAY):
        _show(pilot, start, DAY)
        low, high = _brush(pilot)
        assert low >= -1
        assert high <= width + 1
        assert high - low >= 25


@pytest.mark.parametrize("collapses", [False, True])
def test_the_wheel_over_the_strip_zooms_as_the_timeline_does(pilot: Pilot, collapses: bool) -> None:
    pilot.window.store.edit(collapse_gaps=collapses)
    pilot.settle()
    every = pilot.window.collection.extent
    assert every is not None
    pilot.window.store.edit(window=every)
    pilot.timeline.zoom(1.25)
    expected = pilot.span
    pilot.window.store.edit(window=every)
    strip = _strip(pilot)
    at = QPointF(pilot.inside(strip, QPoint(300, 20)))
    QTest.wheelEvent(pilot.handle, at, QPoint(0, 120), QPoint(), NONE)
    QCoreApplication.processEvents()
    assert pilot.span == expected


def test_the_strip_counts_each_match_once_however_many_lanes_it_stands_in(pilot: Pilot) -> None:
    collection = pilot.window.collection
    index, lanes, every = collection.index, collection.lanes, collection.whole
    assert index is not None
    assert lanes is not None
    assert every is not None
    scale = TimeScale(every, 800.0)
    by_relationship = bar_shares(index, lanes, scale, 8.0)
    assert by_relationship.any()
    for facet in ("person", "kind"):
        grouped = Lanes.of(Arrangement.of(index, facet), lanes.mask)
        assert np.array_equal(bar_shares(index, grouped, scale, 8.0), by_relationship)


def test_the_strip_of_a_large_database_is_counted_off_the_main_thread(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []
    count = overview.bar_shares

    def told(index: EventIndex, lanes: Lanes, scale: TimeScale, bar: float) -> "npt.NDArray[np.float64]":
        threads.append(threading.current_thread().name)
        return count(index, lanes, scale, bar)

    before = _strip(pilot).grab().toImage()
    monkeypatch.setattr(overview, "bar_shares", told)
    monkeypatch.setattr(overview, "_COUNTED_AT_ONCE", 50)
    pilot.search("Khashoggi")
    assert threads == ["loader"]
    assert _strip(pilot).grab().toImage() != before


@pytest.mark.parametrize("button", [Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton])
def test_the_buttons_for_back_and_forward_leave_nothing_half_done_over_the_strip(
    pilot: Pilot, button: Qt.MouseButton
) -> None:
    # pyqtgraph looks for the press of each button that it has heard of; what it raised would fail this test.
    strip = _strip(pilot)
    at = strip.mapTo(pilot.window, QPoint(strip.width() // 2, strip.height() // 3))
    for _ in range(3):
        QTest.mouseDClick(pilot.handle, button, NONE, at)
        QTest.qWait(20)
        QTest.mousePress(pilot.handle, Qt.MouseButton.LeftButton, NONE, at)
        for step in range(1, 6):
            QTest.qWait(20)
            QTest.mouseMove(pilot.handle, at + QPoint(12 * step, 0))
        QTest.mouseRelease(pilot.handle, Qt.MouseButton.LeftButton, NONE, at + QPoint(60, 0))
