"""Ends the window as its close button does when the system asks: SIGTERM, SIGHUP, Ctrl+C in a terminal.

Python's own way would wait for the next line of Python, or break off in the middle of one.
"""

import os
import signal
import sys
from types import FrameType
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

_SIGNALS: Final = ("SIGTERM", "SIGHUP", "SIGINT")


class Ending(QObject):
    """Closes all windows after a signal. One for a process."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if sys.platform == "win32":
            # There, Python wakes by sockets only; the desktop closes windows by itself.
            return
        self._reads, self._writes = os.pipe()
        os.set_blocking(self._writes, False)
        self._notifier = QSocketNotifier(self._reads, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._close)
        signal.set_wakeup_fd(self._writes, warn_on_full_buffer=False)
        for name in _SIGNALS:
            number = getattr(signal, name)
            # What the process was told to ignore, as by nohup, stays ignored.
            if signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, _wait_for_qt)

    def _close(self) -> None:
        os.read(self._reads, 64)
        QApplication.closeAllWindows()


def _wait_for_qt(_number: int, _frame: FrameType | None) -> None:
    # Python has written to the pipe already.
    return
