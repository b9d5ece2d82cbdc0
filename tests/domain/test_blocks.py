"""Blocks of long columns, and who waits for whom between them."""

import threading
from collections.abc import Callable

import pytest

from explorer.domain.blocks import RightOfWay, blocks
from tests.patience import SECONDS


def test_blocks_are_the_whole_without_gap_or_overlap() -> None:
    assert list(blocks(10, 4)) == [(0, 4), (4, 8), (8, 10)]
    assert list(blocks(0, 4)) == []


class Clock:
    """Time that passes only where someone waits for a free way, and then at once."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[float] = []

    def monotonic(self) -> float:
        return self.now

    def wait(self, timeout: float | None = None) -> bool:
        assert timeout is not None
        self.waits.append(timeout)
        self.now += timeout
        return False


class Held(RightOfWay):
    """A way whose waits are told; so is the time that they take."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._is_free.wait = clock.wait


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr("explorer.domain.blocks.time", made)
    return made


def _aside(work: Callable[[], object]) -> None:
    """Do something on another thread, to its end."""
    aside = threading.Thread(target=work)
    aside.start()
    aside.join()


def test_another_thread_stands_aside_for_a_moment_and_no_longer(clock: Clock) -> None:
    way = Held(clock)
    way.take()
    _aside(way.pass_)
    assert clock.waits == [0.05]


def test_it_goes_on_for_a_quarter_as_long_as_it_has_waited(clock: Clock) -> None:
    way = Held(clock)
    way.take()

    def work() -> None:
        for _ in range(100):
            way.pass_()
            # As long as a block takes.
            clock.now += 0.001

    _aside(work)
    # 50 ms aside, then 12.5 of work: of the hundred blocks every thirteenth waits.
    assert len(clock.waits) == 8
    assert clock.now - 100 == pytest.approx(8 * 0.05 + 0.1)


def test_nobody_waits_for_a_way_that_is_free_or_ones_own(clock: Clock) -> None:
    way = Held(clock)
    way.take()
    way.pass_()
    way.give()
    _aside(way.pass_)
    assert clock.waits == []


def test_who_stands_aside_goes_on_as_soon_as_the_way_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    # However long it might wait: it is told.
    monkeypatch.setattr("explorer.domain.blocks._LONGEST", 1_000.0)
    way = RightOfWay()
    way.take()
    aside = threading.Thread(target=way.pass_, daemon=True)
    aside.start()
    way.give()
    aside.join(SECONDS)
    assert not aside.is_alive()


def test_a_computation_in_blocks_waits_for_the_window(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    way = Held(clock)
    monkeypatch.setattr("explorer.domain.blocks.RIGHT_OF_WAY", way)
    seen: list[tuple[int, int]] = []
    way.take()
    _aside(lambda: seen.extend(blocks(3, 1)))
    assert seen == [(0, 1), (1, 2), (2, 3)]
    assert clock.waits == [0.05]
