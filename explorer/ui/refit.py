"""After a filter the window fits to what is left, where that would fill but little of it.

When the filter is lifted, it is as before. The main window makes one. A preference turns it off.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from explorer.domain.interval import Interval
from explorer.ui.in_view import InView, Seen

if TYPE_CHECKING:
    from explorer.domain.filter import EventFilter
    from explorer.state import Store, ViewState
    from explorer.ui.collection import Collection
    from explorer.ui.desktop.settings import Settings
    from explorer.ui.motion import Glide

#: The share of the window that is enough, the air beside what is left, and the least of it in seconds.
_ENOUGH: Final = 1 / 3
_AIR: Final = 0.04
_LEAST: Final = 30 * 86_400


class Refit(QObject):
    """Observes filter and counts. Whoever sets a filter together with its window says `leave` after that."""

    def __init__(
        self,
        store: "Store",
        collection: "Collection",
        in_view: InView,
        glide: "Glide",
        settings: "Settings",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._store, self._collection, self._glide, self._settings = store, collection, glide, settings
        # The filter whose answer is waited for; filter and window before the first fit, and where that led.
        self._awaited: EventFilter | None = None
        self._former: tuple[EventFilter, Interval] | None = None
        self._fitted: Interval | None = None
        self._is_opening = False
        store.observe(self._follow)
        collection.opened.connect(self._open)
        collection.matched.connect(self._end_opening)
        in_view.counted.connect(self._fit)

    def leave(self) -> None:
        """The window stays as it is now, whatever the filter finds."""
        self._awaited = self._former = self._fitted = None

    def _open(self) -> None:
        self._is_opening = True
        self.leave()

    def _end_opening(self) -> None:
        self._is_opening = False

    def _follow(self, old: "ViewState", new: "ViewState") -> None:
        if old.filter == new.filter or self._is_opening or not self._settings.fits_filter:
            return
        if old.window is None or old.window != new.window or new.dims:
            # Dim dots are looked at for what is around the matches.
            self.leave()
            return
        if self._former is None or self._fitted != self._glide.goal:
            self._former, self._fitted = (old.filter, old.window), None
        self._awaited = new.filter

    def _fit(self, seen: Seen | None) -> None:
        match, window = self._collection.match, self._store.state.window
        wanted, former = self._awaited, self._former
        if wanted is None or former is None or match is None or match.filter != wanted or window is None:
            return
        self._awaited = None
        is_lifted = wanted.is_empty or wanted == former[0]
        if is_lifted:
            if self._fitted == self._glide.goal:
                self._glide.to(former[1])
            self.leave()
        elif seen is not None and self._collection.extent is not None:
            self._fit_to(self._collection.extent, seen, window)

    def _fit_to(self, extent: Interval, seen: Seen, window: Interval) -> None:
        used = seen.reach.length if seen.reach is not None else 0
        target = extent.padded(max(_AIR, _LEAST / extent.length))
        if used < window.length * _ENOUGH and target != window:
            self._fitted = target
            self._glide.to(target)
