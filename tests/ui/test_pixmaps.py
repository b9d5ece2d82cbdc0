"""Pixmaps are kept as far as they have room, those that were copied last."""

from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from explorer.ui.pixmaps import Pixmaps


def test_what_was_copied_last_is_kept_as_far_as_there_is_room(qtbot: QtBot) -> None:
    kept = Pixmaps[str](1_000)
    for name in "abc":
        kept.keep(name, QPixmap(20, 20))
    assert (kept.get("a"), len(kept), kept.taken) == (None, 2, 800)
    assert kept.get("b") is not None
    kept.keep("d", QPixmap(10, 20))
    assert (len(kept), kept.taken) == (3, 1_000)
    kept.keep("e", QPixmap(1, 1))
    assert kept.get("c") is None
    assert kept.get("b") is not None


def test_a_pixmap_kept_again_is_counted_once(qtbot: QtBot) -> None:
    kept = Pixmaps[str](1_000)
    for _ in range(5):
        kept.keep("a", QPixmap(20, 20))
    assert (len(kept), kept.taken) == (1, 400)


def test_one_larger_than_all_room_is_kept_until_the_next(qtbot: QtBot) -> None:
    kept = Pixmaps[str](100)
    kept.keep("a", QPixmap(20, 20))
    assert kept.get("a") is not None
    kept.keep("b", QPixmap(2, 2))
    assert (kept.get("a"), kept.taken) == (None, 4)
