"""A pilot for the window that a test asked for."""

from typing import TYPE_CHECKING

import pytest

from explorer.ui.main_window import MainWindow
from tests.ui.pilot import Pilot

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def pilot(window: MainWindow, qtbot: "QtBot") -> Pilot:
    """Someone at the controls of a window on the bundled database."""
    return Pilot(window, qtbot)
