"""What the one worker thread guarantees."""

import sys
import threading
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEventLoop, QTimer

from explorer.domain.errors import ExplorerError
from explorer.ui.loader import Loader
from tests.patience import PATIENCE, SECONDS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def loader(qtbot: "QtBot") -> Iterator[Loader]:
    loader = Loader()
    yield loader
    loader.stop()


def _rest(loader: Loader, qtbot: "QtBot") -> None:
    qtbot.waitUntil(lambda: not loader.is_busy)


def _reached(loader: Loader) -> None:
    """Wait, without turning the event loop, until all that was asked before is done and its answer sent."""
    reached = threading.Event()
    loader.run(reached.set)
    assert reached.wait(SECONDS)


def test_questions_run_in_order_on_another_thread_answers_come_on_this(
    loader: Loader, qtbot: "QtBot"
) -> None:
    ran: list[object] = []
    answered: list[object] = []
    for number in range(20):
        loader.ask(
            f"topic {number}",
            lambda number=number: (ran.append((number, threading.current_thread())), number)[1],
            lambda number: answered.append((number, threading.current_thread())),
        )
    _rest(loader, qtbot)
    assert [number for number, _ in ran] == list(range(20))  # type: ignore[misc]
    assert {thread.name for _, thread in ran} == {"loader"}  # type: ignore[misc]
    assert answered == [(number, threading.main_thread()) for number in range(20)]


def test_of_one_topic_only_the_newest_is_answered_and_what_waited_is_not_run(
    loader: Loader, qtbot: "QtBot"
) -> None:
    held, ran, answered = threading.Event(), list[int](), list[int]()
    loader.ask("gate", held.wait, lambda _: None)
    for number in range(5):
        loader.ask("topic", lambda number=number: (ran.append(number), number)[1], answered.append)
    held.set()
    _rest(loader, qtbot)
    assert (ran, answered) == ([4], [4])


def test_a_stale_result_goes_to_discard(loader: Loader, qtbot: "QtBot") -> None:
    held, begun = threading.Event(), threading.Event()
    answered, discarded = list[str](), list[str]()

    def first() -> str:
        begun.set()
        held.wait()
        return "first"

    loader.ask("topic", first, answered.append, discard=discarded.append)
    assert begun.wait(SECONDS)
    loader.ask("topic", lambda: "second", answered.append, discard=discarded.append)
    held.set()
    _rest(loader, qtbot)
    assert (answered, discarded) == (["second"], ["first"])


def test_what_is_forgotten_is_not_answered(loader: Loader, qtbot: "QtBot") -> None:
    answered: list[int] = []
    loader.ask("topic", lambda: 1, answered.append)
    loader.forget("topic")
    _rest(loader, qtbot)
    assert answered == []


def test_an_expected_failure_goes_to_otherwise_or_else_to_the_signal(loader: Loader, qtbot: "QtBot") -> None:
    told: list[ExplorerError] = []
    error = ExplorerError("It is gone.")

    def fail() -> None:
        raise error

    loader.ask("topic", fail, lambda _: None, told.append)
    _rest(loader, qtbot)
    assert told == [error]
    with qtbot.waitSignal(loader.failed) as caught:
        loader.ask("topic", fail, lambda _: None)
    assert caught.args == [error]  # pyright: ignore[reportUnknownMemberType]


def test_a_bug_is_raised_on_the_main_thread(loader: Loader, qtbot: "QtBot") -> None:
    with qtbot.captureExceptions() as raised:
        loader.ask("topic", lambda: 1 // 0, lambda _: None)
        _rest(loader, qtbot)
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_after_stop_nothing_is_answered_and_the_thread_is_gone(qtbot: "QtBot") -> None:
    loader, answered, discarded = Loader(), list[int](), list[int]()
    loader.ask("topic", lambda: 1, answered.append, discard=discarded.append)
    loader.stop()
    qtbot.wait(20)
    assert answered == []
    assert not loader._thread.is_alive()  # pyright: ignore[reportPrivateUsage]


def test_it_is_busy_until_the_last_answer(loader: Loader, qtbot: "QtBot") -> None:
    with qtbot.waitSignal(loader.idle):
        loader.ask("a", lambda: 1, lambda _: None)
        loader.ask("b", lambda: 2, lambda _: None)
        assert loader.is_busy
    assert not loader.is_busy


def test_between_two_answers_the_event_loop_turns(qtbot: "QtBot") -> None:
    loaders = [Loader(), Loader()]
    order: list[str] = []
    beat = QTimer()
    beat.setInterval(0)
    beat.timeout.connect(lambda: order.append("beat"))
    for number in range(3):
        for loader in loaders:
            loader.ask(f"topic {number}", lambda: None, lambda _: order.append("answer"))
    # All six are there at once.
    for loader in loaders:
        _reached(loader)
    beat.start()
    for loader in loaders:
        _rest(loader, qtbot)
    beat.stop()
    assert order.count("answer") == 6
    assert all("answer" not in pair or "beat" in pair for pair in pairwise(order))
    for loader in loaders:
        loader.stop()


def test_answers_come_within_a_dialog_that_an_answer_opens(loader: Loader, qtbot: "QtBot") -> None:
    order: list[str] = []
    inner = QEventLoop()

    def open_dialog(_: object) -> None:
        order.append("opened")
        QTimer.singleShot(PATIENCE, inner.quit)
        inner.exec()
        order.append("closed")

    def second(_: object) -> None:
        order.append("second")
        inner.quit()

    loader.ask("dialog", lambda: None, open_dialog)
    loader.ask("second", lambda: None, second)
    _reached(loader)
    _rest(loader, qtbot)
    assert order == ["opened", "second", "closed"]


def test_an_error_at_the_end_is_told_and_what_is_left_discarded(
    qtbot: "QtBot", monkeypatch: pytest.MonkeyPatch
) -> None:
    loader = Loader()
    told: list[object] = []
    discarded: list[object] = []

    def tell(kind: object, *_: object) -> None:
        told.append(kind)

    monkeypatch.setattr(sys, "excepthook", tell)
    loader.run(lambda: 1 / 0)
    loader.ask("file", lambda: "file", lambda _: None, discard=discarded.append)
    _reached(loader)
    loader.stop()
    assert told == [ZeroDivisionError]
    assert discarded == ["file"]
    assert not loader.is_busy
