"""A row that wraps like text stands on one middle, whatever its widgets' heights."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.ui.widgets import FlowLayout


def test_a_row_stands_on_one_middle_and_the_next_below_it(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, spacing=10)
    for height in (20, 40, 30):
        part = QWidget()
        part.setFixedSize(60, height)
        flow.addWidget(part)
    box.resize(140, 200)
    box.show()
    first, second, third = (part.geometry() for part in box.findChildren(QWidget))
    assert (first.top(), first.height()) == (10, 20)
    assert (second.top(), second.left()) == (0, 70)
    assert (third.top(), third.left()) == (50, 0)
    assert flow.heightForWidth(140) == 80
