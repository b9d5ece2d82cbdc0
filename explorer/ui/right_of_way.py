"""While the window answers the user, whatever computes on other threads stands aside (domain/blocks.py).

An event loop does not say when it is at work: with GLib's, Qt's signals for that come at the wrong times.
Whoever begins something that ends in a frame says so, and once nothing more is waiting the others go on.
"""

from PySide6.QtCore import QObject, QTimer

from explorer.domain.blocks import RIGHT_OF_WAY


class Hurry(QObject):
    """Takes the right of way until the events that wait now have been handled."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # A timer of no time fires when there is nothing else to do.
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(0)
        self._end.timeout.connect(RIGHT_OF_WAY.give)

    def begin(self) -> None:
        """The others stand aside from now on."""
        RIGHT_OF_WAY.take()
        self._end.start()
