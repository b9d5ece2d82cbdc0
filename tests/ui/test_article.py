"""The article's tab: paragraphs and events reach each other, by mouse and by keyboard; reading lights."""

import contextlib
import itertools
import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from explorer.domain.argument import Argument
from explorer.domain.filter import EventFilter
from explorer.domain.view_request import ViewRequest
from explorer.ui import answers, motion
from explorer.ui.article import tab as article
from explorer.ui.article.column import STEP
from explorer.ui.article.passage import FEW, MORE, PassageView
from explorer.ui.article.pills import Pill
from explorer.ui.article.tab import PAUSE
from explorer.ui.desktop.settings import Forgotten, Settings
from explorer.ui.main_window import MainWindow
from tests.builders import Given, build_database
from tests.patience import PATIENCE
from tests.ui.pilot import Pilot, focused, play, running
from tests.ui.reader import tree

if TYPE_CHECKING:
    from explorer.state import ViewState

Make = Callable[..., MainWindow]
#: Paragraphs of a long article.
LONG = 500


def _argument(pilot: Pilot) -> Argument:
    argument = pilot.window.collection.argument
    assert argument is not None
    return argument


def _view(pilot: Pilot, number: int) -> PassageView:
    view = pilot.window.reader.article.text.view_of(number)
    assert view is not None
    return view


def _bar(pilot: Pilot) -> QScrollBar:
    return pilot.window.reader.article.text.verticalScrollBar()


def _lit(pilot: Pilot) -> int:
    return pilot.window.store.state.passage


def _rest(pilot: Pilot) -> None:
    """Wait until a paragraph that was come to counts as read."""
    pilot.until(lambda: not _resting(pilot).isActive())
    pilot.settle()


def _resting(pilot: Pilot) -> QTimer:
    return pilot.window.reader.article._rest  # pyright: ignore[reportPrivateUsage]


def _open(pilot: Pilot) -> None:
    """Show the article, all of it made unless it is a long one."""
    pilot.key("Ctrl+2")
    if len(_argument(pilot).passages) < LONG:
        pilot.until(lambda: pilot.window.reader.article.text.is_settled)
    _rest(pilot)


def _in_view(pilot: Pilot, view: PassageView) -> bool:
    """True where the paragraph's beginning can be read."""
    port = pilot.window.reader.article.text.viewport()
    top = view.mapTo(port, QPoint(0, 0)).y()
    return -1 <= top < port.height() - 40


def _unfold(view: PassageView, press: Callable[[Pill], object]) -> None:
    """Press “+2” until every event has its chip."""
    for _ in range(20):
        more = next((stop for stop in view.stops if isinstance(stop, Pill) and stop.text()[:1] == "+"), None)
        if more is None:
            return
        press(more)
    raise AssertionError("there are always more")


def _chips(view: PassageView) -> dict[int, Pill]:
    return {chip.property("event_id"): chip for chip in view.chips if not chip.isHidden()}


@pytest.fixture
def small(make_window: Make, qtbot: QtBot) -> Pilot:
    """Someone at a small window, which is drawn faster."""
    return Pilot(make_window(size=(1024, 560)), qtbot)


# From a paragraph to its events


def test_every_paragraph_reaches_each_of_its_events_by_mouse(small: Pilot) -> None:
    pilot = small
    _open(pilot)
    for passage in _argument(pilot).passages:
        view = _view(pilot, passage.number)
        _unfold(view, pilot.push)
        assert set(_chips(view)) == set(passage.event_ids)
        for event_id, chip in _chips(view).items():
            # What was chosen before may still be scrolling the article.
            pilot.until(lambda: pilot.window.reader.article.text.is_settled)
            pilot.settle()
            pilot.push(chip)
            assert pilot.selected == event_id


def test_every_paragraph_reaches_each_of_its_events_by_keyboard_alone(small: Pilot) -> None:
    pilot = small
    _open(pilot)
    pilot.key("Home")
    for passage in _argument(pilot).passages:
        view = _view(pilot, passage.number)
        assert focused() is view
        while len(_chips(view)) < len(passage.event_ids):
            while focused() is not view.stops[-1]:
                pilot.key("Right")
            pilot.key("Return")
        while focused() is not view:
            pilot.key("Left")
        reached: list[int] = []
        for _ in range(len(view.stops)):
            here = focused()
            if isinstance(here, Pill) and here in view.chips:
                pilot.key("Return")
                assert pilot.selected == here.property("event_id")
                assert pilot.selected is not None
                reached.append(pilot.selected)
            pilot.key("Right")
        assert reached == list(passage.event_ids)
        pilot.key("Down")


def test_tab_goes_through_the_paragraph_that_is_read_and_on(pilot: Pilot) -> None:
    pilot.key("Ctrl+2")
    view = _view(pilot, pilot.window.reader.article.text.lit)
    assert focused() is view
    for stop in view.stops[1:]:
        pilot.key("Tab")
        assert focused() is stop
    pilot.key("Tab")
    assert not pilot.window.reader.article.isAncestorOf(focused() or pilot.window)


# From an event to its paragraphs


def test_every_event_reaches_each_of_its_paragraphs_by_mouse(small: Pilot) -> None:
    pilot = small
    window = pilot.window
    for event_id in sorted({event for passage in _argument(pilot).passages for event in passage.event_ids}):
        window.commands.moves.select_id(event_id)
        pilot.settle()
        for number in _argument(pilot).paragraphs_of(event_id):
            pilot.push(pilot.button(f"Show paragraph {number} in the article", window.detail))
            assert window.reader.side.shows_article
            assert focused() is _view(pilot, number)
            assert window.reader.article.read == number
            view = _view(pilot, number)
            pilot.until(lambda view=view: _in_view(pilot, view))
            window.commands.show_event()


def test_every_event_reaches_each_of_its_paragraphs_by_keyboard_alone(small: Pilot) -> None:
    pilot = small
    article = pilot.window.reader.article
    pilot.key("Home")
    walked = 0
    for _ in range(110):
        assert pilot.selected is not None
        numbers = _argument(pilot).paragraphs_of(pilot.selected)
        if numbers:
            pilot.key("P")
            first = article.text.lit
            assert focused() is _view(pilot, first)
            seen = [first]
            for _ in numbers[1:]:
                pilot.key("P")
                seen.append(article.text.lit)
                assert _in_view(pilot, _view(pilot, article.text.lit))
            assert sorted(seen) == list(numbers)
            for number in reversed(seen[:-1]):
                pilot.key("Shift+P")
                assert article.text.lit == number
            walked += len(numbers)
        else:
            pilot.key("P")
            assert "does not mention" in pilot.window.status.counts.text()
        pilot.key("Ctrl+1")
        pilot.timeline.setFocus()
        pilot.key("Right")
    assert walked == sum(len(passage.event_ids) for passage in _argument(pilot).passages)


def test_choosing_an_event_anywhere_scrolls_to_its_first_passage(pilot: Pilot) -> None:
    _open(pilot)
    event_id = 26
    numbers = _argument(pilot).paragraphs_of(event_id)
    assert numbers == (7, 12, 17)
    before = pilot.span
    pilot.window.store.edit(selection=event_id)
    _rest(pilot)
    assert _lit(pilot) == 7
    assert _in_view(pilot, _view(pilot, 7))
    # The choice of an event moves nothing on the timeline.
    assert pilot.span == before
    chip = _chips(_view(pilot, 7))[event_id]
    assert chip.look == "selected"
    assert "selected" in chip.accessibleName()


def test_a_chip_does_not_scroll_its_paragraph_away(pilot: Pilot) -> None:
    _open(pilot)
    pilot.window.reader.article.show_passage(17)
    _rest(pilot)
    value = _bar(pilot).value()
    pilot.push(_chips(_view(pilot, 17))[26])
    _rest(pilot)
    assert pilot.selected == 26
    assert (_bar(pilot).value(), _lit(pilot)) == (value, 17)


# Reading


def _wheel(pilot: Pilot, notches: int) -> None:
    port = pilot.window.reader.article.text.viewport()
    place = QPointF(pilot.inside(port, port.rect().center()))
    QTest.wheelEvent(pilot.handle, place, QPoint(0, notches * 120))
    QCoreApplication.processEvents()


def test_scrolling_lights_the_topmost_paragraph_after_a_rest(pilot: Pilot) -> None:
    _open(pilot)
    pilot.key("Home")
    _rest(pilot)
    assert _lit(pilot) == 1
    # However long a machine takes from one turn of the wheel to the next, it is no rest.
    _resting(pilot).setInterval(10 * PATIENCE)
    edits: list[ViewState] = []
    pilot.window.store.observe(lambda _, new: edits.append(new))
    seen = [1]
    for _ in range(400):
        if _bar(pilot).value() == _bar(pilot).maximum():
            break
        _wheel(pilot, -1)
        lit = pilot.window.reader.article.text.lit
        if lit != seen[-1]:
            seen.append(lit)
    # It comes by every one of them, the last ones too, and none is read in passing.
    assert seen == [passage.number for passage in _argument(pilot).passages]
    assert edits == []
    _resting(pilot).setInterval(PAUSE)
    _rest(pilot)
    assert _lit(pilot) == seen[-1]


def test_reading_brings_the_events_of_a_paragraph_into_view(pilot: Pilot) -> None:
    index, match = pilot.window.collection.index, pilot.window.collection.match
    bearing = pilot.window.collection.bearing
    assert index is not None
    assert match is not None
    assert bearing is not None
    length = pilot.span.length
    _open(pilot)
    pilot.key("Home")
    for passage in _argument(pilot).passages:
        _rest(pilot)
        assert _lit(pilot) == passage.number
        rows = bearing.passages[passage.number]
        assert pilot.span.start <= index.start[rows].min()
        assert index.end[rows].max() <= pilot.span.end
        # No longer than the reader's own window unless it must be.
        spread = int(index.end[rows].max() - index.start[rows].min())
        assert pilot.span.length <= 1.5 * max(length, 1.17 * spread)
        pilot.key("Down")


def test_reading_on_leaves_one_view_to_come_back_to(pilot: Pilot) -> None:
    window, first = pilot.window, pilot.window.store.state
    window.history.remember()
    _open(pilot)
    window.history.remember()
    for _ in range(4):
        pilot.key("Up")
        _rest(pilot)
        window.history.remember()
    last = window.store.state
    pilot.key("Alt+Left")
    assert window.store.state == first
    pilot.key("Alt+Right")
    assert window.store.state == last
    assert window.reader.article.text.lit == last.passage


def test_following_can_be_switched_off_for_good(make_window: Make, qtbot: QtBot) -> None:
    settings = Settings(Forgotten())
    settings.hint_dismissed = True
    pilot = Pilot(make_window(settings=settings), qtbot)
    _open(pilot)
    assert _lit(pilot) == pilot.window.reader.article.text.lit > 0
    pilot.key("Ctrl+Shift+A")
    assert _lit(pilot) == 0
    before = pilot.span
    pilot.key("Home")
    _wheel(pilot, -8)
    _rest(pilot)
    assert pilot.window.reader.article.text.lit > 1
    assert (_lit(pilot), pilot.span) == (0, before)
    assert not settings.follows_article
    again = Pilot(make_window(settings=settings), qtbot)
    assert not again.window.actions_by_name["follow-article"].isChecked()
    _open(again)
    assert _lit(again) == 0
    again.key("Ctrl+Shift+A")
    assert _lit(again) == again.window.reader.article.text.lit > 0
    assert settings.follows_article


@pytest.mark.parametrize("reduced", [False, True])
def test_paragraphs_glide_into_place_unless_motion_is_unwanted(
    pilot: Pilot, monkeypatch: pytest.MonkeyPatch, reduced: bool
) -> None:
    _open(pilot)
    pilot.key("Home")
    monkeypatch.setattr(motion, "is_reduced", lambda: reduced)
    seen: list[int] = []
    _bar(pilot).valueChanged.connect(seen.append)
    pilot.window.reader.article.show_passage(9)
    goal = pilot.window.reader.article.text.view_of(9)
    assert goal is not None
    moving = running(pilot.window)
    assert (moving == []) == reduced
    for animation in moving:
        play(animation)
    pilot.until(lambda: _bar(pilot).value() == goal.y() - 4)
    assert (len(seen) == 1) == reduced
    assert seen == sorted(seen)


def test_page_down_goes_a_screen_on_and_end_to_the_last(pilot: Pilot) -> None:
    _open(pilot)
    text = pilot.window.reader.article.text
    pilot.key("Home")
    assert text.lit == 1
    pilot.key("PgDown")
    on = text.lit
    assert on > 2
    assert _view(pilot, on).y() <= _view(pilot, 1).y() + text.viewport().height()
    pilot.key("PgUp")
    assert text.lit == 1
    pilot.key("End")
    assert text.lit == 20
    view = _view(pilot, 20)
    port = text.viewport()
    assert view.mapTo(port, view.rect().bottomLeft()).y() <= port.height()
    assert focused() is view


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (780, 480)])
def test_a_paragraph_keeps_its_place_when_the_window_changes(
    make_window: Make, qtbot: QtBot, size: tuple[int, int]
) -> None:
    pilot = Pilot(make_window(), qtbot)
    _open(pilot)
    pilot.window.reader.article.show_passage(12)
    _rest(pilot)
    pilot.window.resize(*size)
    pilot.until(lambda: _bar(pilot).value() == _view(pilot, 12).y() - 4)
    assert pilot.window.reader.article.text.lit == 12


@pytest.mark.parametrize("width", [1440, 1024, 780])
def test_nothing_in_a_paragraph_is_cut_or_overlaps(make_window: Make, qtbot: QtBot, width: int) -> None:
    pilot = Pilot(make_window(size=(width, 700)), qtbot)
    _open(pilot)
    pilot.until(lambda: pilot.window.reader.article.text.is_settled)
    below = 0
    for view in pilot.window.reader.article.text.views:
        assert view.y() >= below
        below = view.geometry().bottom()
        parts = [part for part in view.children() if isinstance(part, Pill) and part.isVisible()]
        for part in parts:
            assert view.rect().contains(part.geometry())
            assert not any(part.geometry().intersects(other.geometry()) for other in parts if other != part)
        summary = view.childAt(QPoint(view.width() // 2, 30))
        assert summary is not None
        assert summary.height() >= summary.heightForWidth(summary.width())
        assert not any(summary.geometry().intersects(part.geometry()) for part in parts)


# A long article


@pytest.fixture
def long(make_window: Make, qtbot: QtBot, tmp_path: Path) -> Pilot:
    """Someone with an article of LONG unequal paragraphs of five events, at a small window."""
    events = [
        Given(
            f"event-{n}",
            title=f"Event number {n}",
            start=f"{1000 + n % 900}",
            kind="summit" if n % LONG == 250 else "meeting",
            paragraphs=(1 + n % LONG,),
            claims={"late": "evidence"} if n % LONG == 430 else {},
        )
        for n in range(5 * LONG)
    ]
    path = build_database(tmp_path / "long.db", events)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        # Repeated, so that a paragraph takes one line or eight.
        repeated = "replace(hex(zeroblob(id * 7 % 40)), '00', ' told')"
        connection.execute(f"UPDATE passages SET summary = 'Of ' || id || '.' || {repeated}")
        connection.commit()
    return Pilot(make_window(path, size=(1024, 560)), qtbot)


def _parts(pilot: Pilot) -> int:
    """How many widgets the article is made of."""
    return len(pilot.window.reader.article.text.findChildren(QWidget))


def _at_top(pilot: Pilot, number: int) -> bool:
    return _view(pilot, number).y() == _bar(pilot).value() + 4


def test_a_long_article_opens_with_what_is_in_view(long: Pilot) -> None:
    pilot, text = long, long.window.reader.article.text
    pilot.window.reader.side.show_tab(1)
    assert _at_top(pilot, 1) or _bar(pilot).value() == 0
    port = text.viewport().rect()
    for view in text.views:
        if view.is_furnished and port.intersects(QRect(view.mapTo(text.viewport(), QPoint()), view.size())):
            assert view.chips
    # Twelve widgets a paragraph, and a screen has room for a handful of them.
    assert _parts(pilot) < 400
    pilot.until(lambda: text.is_settled)
    # In the end each of them is there to be told, in order, and few have all their parts.
    assert [view.passage.number for view in text.views] == list(range(1, LONG + 1))
    assert _parts(pilot) < LONG + 1_000


def test_no_step_of_making_a_long_article_takes_long(long: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    text = long.window.reader.article.text
    # A clock on which a paragraph takes half of what a step may.
    looks = itertools.count()
    clock = SimpleNamespace(perf_counter=lambda: next(looks) * STEP / 2)
    monkeypatch.setattr("explorer.ui.article.column.time", clock)
    steps: list[int] = []
    long.window.reader.side.show_tab(1)
    while not text.is_settled:
        before = _parts(long)
        QCoreApplication.processEvents()
        steps.append(_parts(long) - before)
    assert len(steps) > 20
    # Three paragraphs at most, of twelve widgets or, with all their events, a few more.
    assert max(steps) < 100


def test_paragraphs_far_down_a_long_article_are_come_to(long: Pilot) -> None:
    pilot, text = long, long.window.reader.article.text
    _open(pilot)
    pilot.key("End")
    assert text.lit == LONG
    view, port = _view(pilot, LONG), text.viewport()
    assert focused() is view
    assert view.mapTo(port, view.rect().bottomLeft()).y() <= port.height()
    pilot.until(lambda: text.is_settled)
    assert view.mapTo(port, view.rect().bottomLeft()).y() <= port.height()
    pilot.key("Up")
    assert text.lit == LONG - 1
    pilot.key("Home")
    assert text.lit == 1
    pilot.window.reader.article.show_passage(300, takes_keyboard=True)
    assert _at_top(pilot, 300)
    pilot.until(lambda: text.is_settled)
    # What has been made above it meanwhile has not moved it.
    assert _at_top(pilot, 300)
    for stop in _view(pilot, 300).stops[1:]:
        pilot.key("Tab")
        assert focused() is stop
    pilot.window.store.edit(selection=401)
    assert text.lit == 401
    assert _chips(_view(pilot, 401))[401].look == "selected"
    pilot.window.store.edit(claim="late")
    assert text.lit == 431


def test_a_hand_scrolls_a_long_article_without_a_jump(long: Pilot) -> None:
    pilot, text = long, long.window.reader.article.text
    _open(pilot)
    text.go(250)
    pilot.until(lambda: text.is_settled)
    above: list[int] = []
    for _ in range(40):
        held = _view(pilot, text.lit)
        before, value = held.mapTo(text.viewport(), QPoint()).y(), _bar(pilot).sliderPosition()
        _wheel(pilot, 1)
        moved = held.mapTo(text.viewport(), QPoint()).y() - before
        assert 0 < moved < 200, (text.lit, value)
        above.append(text.lit)
    assert above == sorted(above, reverse=True)
    assert above[-1] < 240


def test_a_filter_is_told_in_paragraphs_near_and_far(long: Pilot) -> None:
    pilot, text = long, long.window.reader.article.text
    _open(pilot)
    pilot.until(lambda: text.is_settled)
    pilot.window.store.edit(filter=EventFilter().choosing("kind", {"summit"}))
    pilot.settle()
    pilot.until(lambda: text.is_settled)
    for view in text.views:
        words = "5 events, all pass" if view.passage.number == 251 else "0 of 5 events pass"
        assert words in view.accessibleName()
        assert "told" in view.accessibleName() or view.passage.number * 7 % 40 == 0
    names = [part.name for part in tree(pilot.window)]
    found = [name for name in names if name.startswith("Paragraph ") and "pass the filter" in name]
    assert found == [view.accessibleName() for view in text.views]


# Under a filter


@pytest.mark.parametrize(
    "wanted",
    [
        EventFilter(),
        EventFilter().choosing("person", {"Xi Jinping"}),
        EventFilter().choosing("basis", {"named"}),
        EventFilter(search="nothing at all is called this"),
        EventFilter(after="2019", before="2019"),
    ],
)
def test_the_marks_count_what_passes_as_one_does_by_hand(pilot: Pilot, wanted: EventFilter) -> None:
    _open(pilot)
    window = pilot.window
    window.store.edit(filter=wanted)
    pilot.settle()
    index, match = window.collection.index, window.collection.match
    assert index is not None
    assert match is not None
    passing = {int(index.ids[row]) for row in np.flatnonzero(match.mask)}
    for passage in _argument(pilot).passages:
        view, total = _view(pilot, passage.number), len(passage.event_ids)
        count = sum(event in passing for event in passage.event_ids)
        words = (
            f"{count} of {total} event"
            if count < total
            else "passes"
            if total == 1
            else f"{total} events, all"
        )
        assert words in view.toolTip()
        assert f"Paragraph {passage.number}. {passage.summary}" in view.accessibleName()
        assert view.toolTip() in view.accessibleName()
        for event_id, chip in _chips(view).items():
            is_out = event_id not in passing
            assert ("hidden by the filter" in chip.accessibleName()) == is_out
            assert (chip.look == "out") == (is_out and event_id != pilot.selected)


def test_the_mark_on_the_edge_is_as_full_as_the_filter_leaves_its_events(pilot: Pilot) -> None:
    _open(pilot)
    pilot.window.store.edit(filter=EventFilter().choosing("basis", {"named"}))
    pilot.settle()
    view = _view(pilot, 13)
    image = view.grab().toImage()
    empty = pilot.window.theme.colour("grid_strong").rgb()
    ratio = image.devicePixelRatio()
    column = [
        image.pixel(round(2 * ratio), y) for y in range(round(8 * ratio), image.height() - round(8 * ratio))
    ]
    share = 1 - column.count(empty) / len(column)
    words = view.toolTip().split()
    assert share == pytest.approx(int(words[0]) / int(words[2]), abs=0.08)


def test_chips_that_pass_come_first(pilot: Pilot) -> None:
    _open(pilot)
    window = pilot.window
    window.store.edit(filter=EventFilter().choosing("person", {"Jared Kushner"}))
    pilot.settle()
    match, index = window.collection.match, window.collection.index
    assert match is not None
    assert index is not None
    shown = _chips(_view(pilot, 6))
    assert len(shown) == FEW
    passing = [index.row_of(event) for event in shown if match.mask[index.row_of(event)]]
    rows = window.collection.bearing.passages[6]  # type: ignore[union-attr]
    assert len(passing) == min(FEW, int(match.mask[rows].sum()))


# Other databases


def test_a_database_without_an_article_has_no_tab_for_it(
    make_window: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    path = build_database(tmp_path / "plain.db", [Given("one"), Given("two", start="2019")])
    pilot = Pilot(make_window(path), qtbot)
    window = pilot.window
    assert not window.reader.side.tabs.isTabVisible(1)
    for key in ("Ctrl+2", "P", "Shift+P", "Ctrl+Shift+A"):
        pilot.key(key)
    assert not window.reader.side.shows_article
    assert not window.reader.claims.isVisible()
    for name in ("show-article", "next-passage", "previous-passage", "follow-article"):
        assert not window.actions_by_name[name].isEnabled()


def test_another_database_brings_its_own_article(make_window: Make, qtbot: QtBot, tmp_path: Path) -> None:
    pilot = Pilot(make_window(), qtbot)
    _open(pilot)
    path = build_database(
        tmp_path / "own.db", [Given("one", paragraphs=(2, 3), claims={"first": "exception"})]
    )
    pilot.window.open(path)
    pilot.until(lambda: len(pilot.window.collection.titles) == 1)
    pilot.settle()
    pilot.until(lambda: pilot.window.reader.article.text.is_settled)
    assert [view.passage.number for view in pilot.window.reader.article.text.views] == [2, 3]
    pilot.window.open(build_database(tmp_path / "none.db", [Given("one"), Given("two")]))
    pilot.until(lambda: len(pilot.window.collection.titles) == 2)
    pilot.settle()
    assert not pilot.window.reader.side.shows_article
    assert _lit(pilot) == 0


def test_thousands_of_events_in_a_paragraph_are_opened_by_and_by(
    make_window: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    events = [
        Given(
            f"event-{n}",
            title=f"Event {n}",
            start=f"{1000 + n % 1000}",
            paragraphs=(1,),
            importance=1 + n % 3,
        )
        for n in range(2500)
    ]
    pilot = Pilot(make_window(build_database(tmp_path / "many.db", events)), qtbot)
    _open(pilot)
    view = _view(pilot, 1)
    assert len(_chips(view)) == FEW
    more = view.stops[-1]
    assert isinstance(more, Pill)
    assert more.text() == f"+{2500 - FEW:,}"
    pilot.push(more)
    assert len(_chips(view)) == FEW + MORE
    assert more.text() == f"+{2500 - FEW - MORE:,}"


def test_a_call_opens_the_tab_at_a_paragraph(make_window: Make, qtbot: QtBot) -> None:
    request = ViewRequest(paragraph=16, claim="7")
    pilot = Pilot(make_window(request=request, size=(1024, 700)), qtbot)
    _rest(pilot)
    state = pilot.window.store.state
    assert (state.passage, state.claim) == (16, "no-return")
    assert pilot.window.reader.side.shows_article
    assert _in_view(pilot, _view(pilot, 16))


def test_text_follows_the_system_s_size(pilot: Pilot) -> None:
    _open(pilot)
    view = _view(pilot, 12)
    assert view.chips[0].font().pixelSize() == round(pilot.window.font().pixelSize() * 0.9)


def test_the_arrows_beside_the_tabs_step_through_the_passages(pilot: Pilot) -> None:
    _open(pilot)
    side, window = pilot.window.reader.side, pilot.window
    window.store.edit(selection=26)
    _rest(pilot)
    for number in (12, 17, 7):
        pilot.push(pilot.button("Next passage about the event", side))
        assert window.reader.article.read == number
    assert any(label.text() == "1/3" for label in side.findChildren(QLabel) if label.isVisible())
    pilot.push(pilot.button("Previous passage about it", side))
    assert window.reader.article.read == 17
    # An event that the article does not mention has none, and nothing to step through.
    index = window.collection.index
    assert index is not None
    context = next(int(e) for e in index.ids if not _argument(pilot).paragraphs_of(int(e)))
    window.store.edit(selection=context)
    with pytest.raises(AssertionError, match="no button"):
        pilot.button("Next passage about the event", side)
    pilot.key("Ctrl+1")
    pilot.settle()
    before = pilot.selected
    pilot.push(pilot.button("Next event", side))
    assert pilot.selected != before


def test_a_call_that_names_no_window_has_what_it_lights_in_view(make_window: Make, qtbot: QtBot) -> None:
    for request, first in ((ViewRequest(paragraph=4), 1941), (ViewRequest(claim="multiplier"), 1986)):
        pilot = Pilot(make_window(request=request), qtbot)
        assert pilot.span.start < np.datetime64(f"{first}-12-31", "s").astype(np.int64)
    pilot = Pilot(make_window(request=ViewRequest("2018", paragraph=4)), qtbot)
    assert pilot.span.length < 366 * 86_400


def test_chips_of_a_large_database_get_their_names_by_and_by(
    make_window: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (article, answers):
        monkeypatch.setattr(module, "TITLES_AT_ONCE", 5)
    pilot = Pilot(make_window(), qtbot)
    _open(pilot)
    view = _view(pilot, 6)
    _unfold(view, pilot.push)
    pilot.until(lambda: all(chip.text() != "…" for chip in view.chips))
    titles = pilot.window.collection.titles
    assert {chip.text() for chip in view.chips} == {titles[event].label for event in view.passage.event_ids}
