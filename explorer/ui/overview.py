"""The strip of all time: density of what matches, the window as a brush, the selection as a tick.

The brush is pyqtgraph's region item. Imported after the first timeline is drawn: pyqtgraph takes longer
to load than everything before it.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
import pyqtgraph  # pyright: ignore[reportMissingTypeStubs] - it has none
from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainterPath, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsItem, QVBoxLayout, QWidget

from explorer.domain.index import Matched
from explorer.domain.interval import Interval
from explorer.domain.tongue import translate
from explorer.layout.scale import TimeScale
from explorer.layout.strip import bar_shares
from explorer.layout.ticks import strip_ticks, ticks
from explorer.state import Store, ViewState
from explorer.ui.collection import Collection
from explorer.ui.plain import set_tip
from explorer.ui.sizes import scaled
from explorer.ui.status import range_in_words
from explorer.ui.theme import Theme

#: pyqtgraph has no types. Here is the border: what comes from it is Any, and none of it leaves this module.
pg: Any = pyqtgraph

#: Pixels: one bar of the density, the least width of the brush.
BAR = 8.0
_LEAST = 30.0
_HANDLE = 16.0
_MARGIN = 12
_GAP_WIDTH = 12.0
#: Events up to which they are counted in an instant; more are, off the main thread.
_COUNTED_AT_ONCE = 20_000

_Key = Qt.Key
#: What each key moves: the start and the end of the window, in shares of its length.
_MOVES = {
    (_Key.Key_Left, False): (-0.1, -0.1),
    (_Key.Key_Right, False): (0.1, 0.1),
    (_Key.Key_PageUp, False): (-0.9, -0.9),
    (_Key.Key_PageDown, False): (0.9, 0.9),
    (_Key.Key_Left, True): (0.0, -0.1),
    (_Key.Key_Right, True): (0.0, 0.1),
    (_Key.Key_Up, False): (0.1, -0.1),
    (_Key.Key_Down, False): (-0.1, 0.1),
}
#: Milliseconds after a movement in which the overview says anew what is visible.
_RESTED = 200


class Overview(QFrame):
    """Observes window, selection and matches; dragging or resizing the brush edits the window.

    A window too short for two handles has a wider brush around it. `zoomed` carries by how much the wheel
    asks to magnify.
    """

    zoomed = Signal(float)

    def __init__(
        self, store: Store, collection: Collection, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("overview")
        self.setAccessibleName(translate("Overview", "Overview of all time"))
        self.setFixedHeight(scaled(68))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        drag = translate(
            "Overview", "Drag the brush to move through time, its edges to zoom; click to go there"
        )
        keys = translate(
            "Overview", "Left and Right move the brush, with Shift its later end; Up and Down zoom"
        )
        set_tip(self, f"{drag}\n{keys}")
        self._store, self._collection, self._theme = store, collection, theme
        self._is_ours = False
        self._drawn = (0.0, 0.0)
        self._font = QFont(self.font())
        self._font.setPixelSize(max(9, round(self._font.pixelSize() * 0.78)))
        self._axis: Any = pg.AxisItem("bottom")
        self._axis.setStyle(tickFont=self._font, tickLength=0, tickTextOffset=1, hideOverlappingLabels=False)
        self._axis.setHeight(scaled(17))
        # Not a PlotWidget: its context menus cost time, and outlive it.
        self._view: Any = pg.GraphicsView(background=None)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setAccessibleName(translate("Overview", "Density of events over time"))
        self._view.setAntialiasing(True)
        strip: Any = pg.GraphicsLayout()
        strip.setContentsMargins(0, 0, 0, 0)
        strip.setSpacing(0)
        self._view.setCentralItem(strip)
        self._box: Any = strip.addViewBox(0, 0, enableMenu=False, enableMouse=False, defaultPadding=0.0)
        strip.addItem(self._axis, 1, 0)
        self._axis.linkToView(self._box)
        self._box.setYRange(0.0, 1.0, padding=0.0)
        self._bars: Any = pg.BarGraphItem(x=[], height=[], width=1.0)
        self._tick: Any = pg.InfiniteLine(angle=90, movable=False)
        self._tick.hide()
        self._brush: Any = pg.LinearRegionItem(swapMode="push")
        self._brush.setZValue(5)
        self._breaks: Any = pg.BarGraphItem(x=[], height=[], width=1.0)
        for item in (self._breaks, self._bars, self._tick, self._brush):
            self._box.addItem(item)
        for item in (self._breaks, self._bars, self._axis):
            # They seldom change, while the brush moves in every frame: a tenth of the time.
            item.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        for line in self._brush.lines:
            line.addMarker("o", 0.5, _HANDLE)
            # A slim pill instead of the round marker; pyqtgraph scales unit shapes by the marker's size.
            handle = QPainterPath()
            handle.addRoundedRect(QRectF(-0.5, -0.19, 1.0, 0.38), 0.19, 0.19)
            line.markers[-1] = (handle, 0.5, _HANDLE)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(_MARGIN, 2, _MARGIN, 0)
        inside.addWidget(self._view)
        self._brush.sigRegionChanged.connect(self._dragged)
        self._view.scene().sigMouseClicked.connect(self._clicked)
        self._view.viewport().installEventFilter(self)
        # Not with each frame of a glide: so many events would flood a screen reader.
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_RESTED)
        self._resting.timeout.connect(self._describe)
        store.observe(self._follow)
        collection.matched.connect(self._take_match)
        collection.arranged.connect(self._show)
        self.set_theme(theme)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        self._theme = theme
        accent = theme.colour("accent")
        soft = QColor(accent)
        soft.setAlphaF(0.14)
        softer = QColor(accent)
        softer.setAlphaF(0.22)
        self._brush.setBrush(soft)
        self._brush.setHoverBrush(softer)
        for line in self._brush.lines:
            line.setPen(accent, width=2)
            line.setHoverPen(accent, width=3)
        bar = QColor(accent)
        bar.setAlphaF(0.78)
        self._bars.setOpts(brush=bar, pen=None)
        self._breaks.setOpts(brush=theme.colour("line"), pen=None)
        self._tick.setPen(theme.colour("text"), width=1)
        self._view.setBackground(theme.colour("side"))
        self._axis.setTextPen(theme.colour("text_soft"))
        self._axis.setPen(theme.colour("line"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel over the strip zooms the window around its middle."""
        if isinstance(event, QWheelEvent):
            self.zoomed.emit(1.25 ** (event.angleDelta().y() / 120))
            return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Take the keys that move the brush before the timeline's shortcuts do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _move(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the window, or one of its ends, as a hand on the brush would."""
        window, every, move = self._store.state.window, self._collection.whole, _move(event)
        if window is None or every is None or move is None:
            super().keyPressEvent(event)
            return
        start = window.start + round(move[0] * window.length)
        end = window.end + round(move[1] * window.length)
        if event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            start = every.start if event.key() == Qt.Key.Key_Home else every.end - window.length
            end = start + window.length
        middle = max(every.start, min(every.end, (start + end) // 2))
        if end - start > 1 and (end - start <= 2 * every.length or end - start < window.length):
            self._store.edit(window=Interval(start, end).shifted(middle - (start + end) // 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    @property
    def _scale(self) -> TimeScale | None:
        """All time over the strip's pixels, gaps collapsed where the timeline collapses them."""
        every = self._collection.whole
        if every is None:
            return None
        gaps = self._collection.gaps if self._store.state.collapse_gaps else ()
        return TimeScale(every, float(max(60, self.width() - 2 * _MARGIN)), gaps, _GAP_WIDTH)

    def _take_match(self, _: Matched) -> None:
        self._show()

    def _show(self) -> None:
        scale, lanes = self._scale, self._collection.lanes
        if scale is None or lanes is None:
            self._bars.setOpts(x=[], height=[])
            self._brush.hide()
            self._tick.hide()
            self._breaks.setOpts(x=[], height=[])
            self._axis.setTicks([[]])
            return
        self._label_years(scale)
        self._box.setXRange(0.0, scale.width, padding=0.0)
        index = self._collection.index
        assert index is not None
        if len(index) <= _COUNTED_AT_ONCE:
            self._show_bars(bar_shares(index, lanes, scale, BAR))
        else:
            self._collection.compute("strip", lambda: bar_shares(index, lanes, scale, BAR), self._show_bars)
        self._brush.show()
        self._follow(self._store.state, self._store.state)

    def _show_bars(self, heights: npt.NDArray[np.float64]) -> None:
        filled = np.flatnonzero(heights)
        self._bars.setOpts(x=(filled + 0.5) * BAR, height=heights[filled], width=BAR * 0.86)

    def _label_years(self, scale: TimeScale) -> None:
        """Put our own calendar ticks under the strip: pyqtgraph's date axis ends at the years 1 and 9999."""
        room = QFontMetricsF(self._font).horizontalAdvance
        if scale.gaps:
            found = strip_ticks(scale, room)
        else:
            found = ticks(scale, lambda text, _bold: room(text) * 1.6 + 30).upper
        # A label stands centred under its tick: not where it would leave the strip.
        inside = [t for t in found if t.label and room(t.label) / 2 <= t.x <= scale.width - room(t.label) / 2]
        self._axis.setTicks([[(t.x, t.label) for t in inside]])
        gaps = [(low, high) for low, high in scale.gap_pixels if high > 0 and low < scale.width]
        middles = [(low + high) / 2 for low, high in gaps]
        self._breaks.setOpts(x=middles, height=[1.0] * len(gaps), width=_GAP_WIDTH)

    def _follow(self, old: ViewState, new: ViewState) -> None:
        scale, index = self._scale, self._collection.index
        if scale is None or index is None or new.window is None:
            return
        if new.collapse_gaps != old.collapse_gaps:
            self._show()
        self._resting.start()
        self._is_ours = True
        self._drawn = _brush_around(scale.px_of(new.window.start), scale.px_of(new.window.end), scale.width)
        self._brush.setRegion(self._drawn)
        self._is_ours = False
        row = index.row_of(new.selection) if new.selection is not None else None
        self._tick.setVisible(row is not None)
        if row is not None:
            self._tick.setPos(scale.px_of(self._collection.extent_of(row).middle))

    def _describe(self) -> None:
        window = self._store.state.window
        if window is not None:
            visible = translate("Overview", "Visible: {range}")
            self.setAccessibleDescription(visible.format(range=range_in_words(window)))

    def _dragged(self) -> None:
        scale, window = self._scale, self._store.state.window
        if self._is_ours or scale is None or window is None:
            return
        low, high = (float(edge) for edge in self._brush.getRegion())
        moved = (low - self._drawn[0], high - self._drawn[1])
        # What stands between the brush's edges and those of the window it is drawn around.
        before, after = scale.px_of(window.start) - self._drawn[0], self._drawn[1] - scale.px_of(window.end)
        if abs(moved[0] - moved[1]) < 0.01 and (before > 0.5 or after > 0.5):
            at = scale.px_of(window.middle)
            self._store.edit(window=window.shifted(scale.to_time(at + moved[0]) - scale.to_time(at)))
            return
        first = window.start if not moved[0] else scale.to_time(low + before)
        last = window.end if not moved[1] else scale.to_time(high - after)
        if last > first:
            self._store.edit(window=Interval(first, last))

    def _clicked(self, event: Any) -> None:
        scale, window = self._scale, self._store.state.window
        if scale is None or window is None or event.button() != Qt.MouseButton.LeftButton:
            return
        at = scale.to_time(float(self._box.mapSceneToView(event.scenePos()).x()))
        if not window.holds(at):
            self._store.edit(window=window.shifted(at - window.middle))


def _brush_around(start: float, end: float, width: float) -> tuple[float, float]:
    """The pixels of a brush for a window between two of them: wide enough to grab, within the strip."""
    lacking = _LEAST - (end - start)
    if lacking <= 0:
        return start, end
    low = start - lacking / 2
    if end > 0 and start < width:
        low = max(0.0, min(low, width - _LEAST))
        # Never beside the window it stands for.
        low = min(max(low, end - _LEAST), start)
    return low, low + _LEAST


def _move(event: QKeyEvent) -> tuple[float, float] | None:
    """How a key moves both ends of the window, None for a key that does not."""
    if event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and not event.modifiers():
        return 0.0, 0.0
    others = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return None if others else _MOVES.get((Qt.Key(event.key()), is_shifted))
