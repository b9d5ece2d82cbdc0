"""Blocks of long columns, and who waits for whom between them."""

import threading
import time

from explorer.domain.blocks import RIGHT_OF_WAY, RightOfWay, blocks


def test_blocks_are_the_whole_without_gap_or_overlap() -> None:
    assert list(blocks(10, 4)) == [(0, 4), (4, 8), (8, 10)]
    assert list(blocks(0, 4)) == []


def _passing(way: RightOfWay, times: int = 1) -> float:
    """Seconds that another thread takes to pass some times."""
    took: list[float] = []

    def work() -> None:
        begun = time.monotonic()
        for _ in range(times):
            way.pass_()
        took.append(time.monotonic() - begun)

    aside = threading.Thread(target=work)
    aside.start()
    aside.join(20)
    return took[0]


def test_another_thread_stands_aside_for_a_moment_and_no_longer() -> None:
    way = RightOfWay()
    way.take()
    assert 0.04 < _passing(way) < 5


def test_it_goes_on_for_a_while_after_it_has_waited() -> None:
    way = RightOfWay()
    way.take()
    # A hundred waits of a twentieth of a second would take five.
    assert _passing(way, 100) < 1


def test_nobody_waits_for_a_way_that_is_free_or_ones_own() -> None:
    way = RightOfWay()
    way.take()
    way.pass_()
    way.give()
    assert _passing(way, 1000) < 0.04


def test_a_computation_in_blocks_waits_for_the_window() -> None:
    seen: list[tuple[int, int]] = []
    aside = threading.Thread(target=lambda: seen.extend(blocks(3, 1)))
    RIGHT_OF_WAY.take()
    try:
        begun = time.monotonic()
        aside.start()
        aside.join(20)
        waited = time.monotonic() - begun
    finally:
        RIGHT_OF_WAY.give()
    assert seen == [(0, 1), (1, 2), (2, 3)]
    assert waited > 0.04
