"""The three panes side by side: filters, timeline, reading."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QSplitter

from explorer.ui.sizes import factor


class Panes(QSplitter):
    """Shares the window's width among left, middle and right until the user moves a border."""

    def __init__(self) -> None:
        super().__init__()
        self._is_own = False
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def begin(self, width: int, saved: QByteArray) -> None:
        """Take the widths that were saved, if any were, else share `width` pixels; all three are in."""
        self.setStretchFactor(1, 1)
        self.share(width)
        self._is_own = self.restoreState(saved)
        # Whoever has moved a border has chosen the widths: resizing the window leaves them.
        self.splitterMoved.connect(self._keep)

    def share(self, width: int) -> None:
        """Share `width` pixels, unless the user has chosen."""
        if self._is_own:
            return
        by = factor()
        left = max(214, min(262, round(width * 0.182)))
        right = max(290, min(420, round(width * 0.27)))
        # A large text gets wider panes, but no more than leaves the middle its place.
        left = max(left, round(min(left * by, width * 0.25)))
        right = max(right, round(min(right * by, width * 0.34)))
        self.setSizes([left, width - left - right, right])

    def _keep(self) -> None:
        self._is_own = True
