"""The window's regions in the order in which they are read: what F6 goes through, and a screen reader."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget
from shiboken6 import isValid

from explorer.domain.tongue import translate

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


class Regions(QObject):
    """Toolbar, active filters, facets, timeline or table, overview, panel.

    Where the keyboard was in each is remembered.
    """

    def __init__(self, window: "MainWindow", panes: QSplitter) -> None:
        super().__init__(window)
        self._all: tuple[QWidget, ...] = (
            window.toolbar,
            window.filter_bar,
            window.reader.column,
            window.stage,
            window.overview,
            window.reader.side,
        )
        self._left: dict[QWidget, QWidget] = {}
        QWidget.setTabOrder(window.reader.banner.last, window.overview)
        self._put_in_order(window, panes)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._remember)

    def step(self, step: int) -> None:
        """Give the keyboard to the next region (1) or the one before (-1) that has something to take it."""
        focused = QApplication.focusWidget()
        count = len(self._all)
        here = next(
            (at for at, region in enumerate(self._all) if _holds(region, focused)), -1 if step > 0 else 0
        )
        for away in range(1, count + 1):
            region = self._all[(here + step * away) % count]
            target = self._target(region)
            if target is not None:
                # As Tab does: where the keyboard is must be seen.
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _target(self, region: QWidget) -> QWidget | None:
        """What of a region takes the keyboard: what had it last, else the first that can."""
        if not region.isVisible():
            return None
        last = self._left.get(region)
        if last is not None and isValid(last) and _holds(region, last) and _takes(last):
            return last
        if (proxy := region.focusProxy()) is not None:
            return proxy
        if _takes(region):
            return region
        # Not by `nextInFocusChain`: for Python, what that answers belongs to the widget that was asked, and
        # is gone with it, as are all that stand below it, however long Qt keeps them.
        return next((widget for widget in region.findChildren(QWidget) if _takes(widget)), None)

    def _remember(self, _: QWidget | None, now: QWidget | None) -> None:
        for region in self._all:
            if _holds(region, now):
                assert now is not None
                self._left[region] = now

    def _put_in_order(self, window: "MainWindow", panes: QSplitter) -> None:
        """Let siblings stand as they are read: screen readers go by the order in which Qt stacks them."""
        for pane in (window.reader.column, window.centre, window.reader.side):
            pane.raise_()
        for at in range(1, panes.count()):
            # The borders lie over the panes, so that there is something to take hold of.
            handle = panes.handle(at)
            handle.setAccessibleName(translate("Window", "Border between panes"))
            handle.raise_()
        for widget in (window.filter_bar, window.stage, window.legend, window.overview, window.status):
            widget.raise_()


def _holds(region: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (region is widget or region.isAncestorOf(widget))


def _takes(widget: QWidget) -> bool:
    is_tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return is_tabbed and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
