"""Qt's application, of which there is one."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Qt's application; it keeps the files that macOS tells of before there is a window for them."""

    file_opened = Signal(str)

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.waiting: list[str] = []

    def event(self, event: QEvent) -> bool:
        """macOS tells by an event of a file that was opened from the desktop, or dropped on the icon."""
        if isinstance(event, QFileOpenEvent) and event.file():
            if self.receivers("2file_opened(QString)"):
                self.file_opened.emit(event.file())
            else:
                self.waiting.append(event.file())
            return True
        return super().event(event)
