"""An error in an override of Qt's comes back to Python, whatever raised it; it does not end the process."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.patience import PROCESS

#: Raised by Python code, and in C: with a value, with a text, with a key, by a call, by what is deleted.
ERRORS = ('raise ValueError("v")', "1 / 0", 'int("x")', '{}["k"]', "QWidget().resize(1, 2, 3, 4)",
          "QWidget().nothing", "gone.width()")  # fmt: skip

_PROGRAM = """
import sys
import shiboken6
from PySide6.QtWidgets import QApplication, QWidget
import explorer.ui

def fail(self):
    {error}

class Box(QWidget):
    def {override}(self, *_):
        fail(self)

application = QApplication([])
gone = QWidget()
shiboken6.delete(gone)
box = Box()
try:
    {call}
except Exception as error:
    print("caught", type(error).__name__)
print("end")
"""

_CALLS = {
    "resizeEvent": "box.show(); box.resize(310, 300)",
    "paintEvent": "box.grab()",
    "sizeHint": "box.adjustSize()",
    "eventFilter": "box.installEventFilter(box); box.show()",
}


@pytest.mark.parametrize("override", _CALLS)
@pytest.mark.parametrize("error", ERRORS)
def test_an_error_in_an_override_ends_no_process(error: str, override: str) -> None:
    program = _PROGRAM.format(error=error, override=override, call=_CALLS[override])
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=PROCESS
    )
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["end"]), done.stderr


class _Dialog(QDialog):
    """Overrides a slot that takes nothing."""

    rejections = 0
    done_with = Signal(int, int)

    def reject(self) -> None:
        self.rejections += 1


class _Model(QAbstractListModel):
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str:
        return f"{index.row()} {role}"


def test_a_guarded_override_is_called_as_it_was_written(qtbot: QtBot) -> None:
    dialog = _Dialog()
    qtbot.addWidget(dialog)
    dialog.done_with.connect(dialog.reject)
    dialog.done_with.emit(1, 2)
    assert dialog.rejections == 1

    model = _Model()
    index = model.index(0)
    assert model.data(index) == "0 0"
    assert model.data(index, role=int(Qt.ItemDataRole.EditRole)) == "0 2"
    assert _Model.data.__name__ == "data"
    assert not hasattr(QWidget.resizeEvent, "__wrapped__")
