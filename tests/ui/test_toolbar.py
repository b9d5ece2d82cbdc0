"""The toolbar at any width: what does not fit is left out, nothing stands on anything."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from explorer.ui.main_window import MainWindow


def _visible(window: MainWindow) -> list[QPushButton]:
    buttons = window.toolbar.findChildren(QPushButton)
    return sorted((one for one in buttons if one.isVisible()), key=lambda one: one.x())


@pytest.mark.parametrize("width", [760, 880, 1024, 1180, 1440])
def test_no_button_stands_on_another(width: int, make_window: Callable[..., MainWindow]) -> None:
    window = make_window(size=(1440, 700))
    window.resize(width, 700)
    QCoreApplication.processEvents()
    row = [*_visible(window), window.toolbar.search]
    row.sort(key=lambda one: one.x())
    assert row[-1].geometry().right() <= window.toolbar.width()
    for before, after in pairwise(row):
        assert before.geometry().right() < after.x(), (before.accessibleName(), after.accessibleName())
    always = {window.toolbar.app_button, window.toolbar.lanes_button, window.toolbar.views_button}
    assert always <= set(_visible(window))


def test_what_was_left_out_comes_back(make_window: Callable[..., MainWindow]) -> None:
    window = make_window(size=(1440, 700))
    whole = _visible(window)
    window.resize(760, 700)
    QCoreApplication.processEvents()
    assert len(_visible(window)) < len(whole)
    window.resize(1440, 700)
    QCoreApplication.processEvents()
    assert _visible(window) == whole
