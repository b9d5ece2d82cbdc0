"""The one place from which the window says something to screen readers that has not the focus.

Announcements are what Qt has for that, but on Linux readers before Orca 45 do not know them, and would stay
silent. All of them speak a notification that comes up: there, what is said is the name of one.
"""

import sys
from collections import deque
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from explorer.ui.access import answers_through

#: Milliseconds in which what is said comes as one: of two notifications at once a reader may lose one.
TOGETHER: Final = 60
#: Notifications that stay for a while, unseen: a busy reader asks late for the name of one before.
_LINES: Final = 4
#: What was said last, kept to be read again.
_KEPT: Final = 200


class _Line(QWidget):
    """Nothing to be seen: a notification while it is shown, with what it says for a name."""

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        self.setFixedSize(1, 1)
        self.setAccessibleName(text)


answers_through(_Line, lambda line: QAccessibleWidget(line, QAccessible.Role.Notification))


class Voice(QWidget):
    """`tell` says something. `told` follows with what was said in one breath. Silent unless a reader runs."""

    told = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(1, 1)
        #: What was said, the latest last.
        self.said: deque[str] = deque(maxlen=_KEPT)
        self._waiting: list[str] = []
        self._lines: deque[_Line] = deque()
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.setInterval(TOGETHER)
        self._breath.timeout.connect(self._speak)

    def tell(self, text: str) -> None:
        """Say it soon, together with what else is said just now; the same twice is said once."""
        if text and QAccessible.isActive() and text not in self._waiting:
            self._waiting.append(text)
            self._breath.start()

    def _speak(self) -> None:
        text, self._waiting = ". ".join(self._waiting), []
        self.said.append(text)
        if sys.platform.startswith("linux"):
            # A new one each time: readers keep the names of those they know.
            line = _Line(self, text)
            for former in self._lines:
                former.hide()
            line.show()
            self._lines.append(line)
            if len(self._lines) > _LINES:
                self._lines.popleft().deleteLater()
        else:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.window(), text))
        self.told.emit(text)


def tell(widget: QWidget, text: str) -> None:
    """Say something with the voice of a widget's window, if that has one."""
    voice = widget.window().findChild(Voice)
    if voice is not None:
        voice.tell(text)


def tell_row(view: QWidget, row: int) -> None:
    """Tell readers of a row of a list as if it had the keyboard, which a field may keep meanwhile."""
    if QAccessible.isActive():
        told = QAccessibleEvent(view, QAccessible.Event.Focus)
        told.setChild(row)
        QAccessible.updateAccessibility(told)
