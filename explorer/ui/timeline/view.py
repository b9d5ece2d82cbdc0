"""The timeline widget: keeps layout and window in step with the Store, paints frames, answers the pointer."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from explorer.domain.event import EventTitle
from explorer.domain.index import Ints, Matched
from explorer.domain.interval import Interval
from explorer.domain.note import FACET, STARRED
from explorer.domain.tongue import translate
from explorer.domain.words import instant_in_words
from explorer.layout import steps
from explorer.layout.frames import ALL, LABEL_LIMIT, LaneChoice, Layout
from explorer.layout.lanes import Lanes
from explorer.layout.marks import ROW, Mark, Marks
from explorer.layout.scale import TimeScale
from explorer.layout.ticks import Ticks, ticks
from explorer.state import Store, ViewState
from explorer.ui import lane_menu
from explorer.ui.answers import TITLES_AT_ONCE
from explorer.ui.collection import Collection
from explorer.ui.event import menu as event_menu
from explorer.ui.menus import open_menu
from explorer.ui.motion import Glide
from explorer.ui.theme import Theme
from explorer.ui.timeline.frame import AXIS, Frame
from explorer.ui.timeline.gestures import Gestures
from explorer.ui.timeline.labels import Fonts
from explorer.ui.timeline.lighting import Lighting, lighting_of
from explorer.ui.timeline.looks import Looks
from explorer.ui.timeline.painting import paint
from explorer.ui.timeline.pointer import Pointer
from explorer.ui.timeline.travel import Travel

#: Pixels kept for a label whose title is still being read.
ASSUMED = 140.0


class TimelineView(QAbstractScrollArea):
    """Draws what matches in the Store's window.

    `span_offered` carries a chosen Interval and where on the screen to ask what to do with it;
    `cluster_opened` the rows of a cluster that no zoom can split, and where to list them.
    """

    span_offered = Signal(object, QPoint)
    cluster_opened = Signal(list, QPoint)
    painted = Signal()

    def __init__(
        self, store: Store, collection: Collection, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("timelinePane")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Timeline", "Timeline"))
        self.setMinimumSize(310, 160)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.store, self.collection, self.theme = store, collection, theme
        self.fonts = Fonts(self.font())
        self.glide = Glide(store, self)
        self.travel = Travel(self)
        self._layout: Layout | None = None
        self._frame: tuple[tuple[object, ...], Marks, Ticks] | None = None
        self.looks = Looks(collection, theme)
        self._names_width = 170.0
        # Runs when Qt has nothing else to do.
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._prepare)
        self.pointer = Pointer(self)
        self.gestures = Gestures(self)
        store.observe(self._follow)
        collection.matched.connect(self._arrange)
        collection.arranged.connect(self._arrange)
        collection.titles_read.connect(self._relabel)
        collection.notebook.changed.connect(self.refresh)
        self.verticalScrollBar().valueChanged.connect(self.refresh)

    # What it shows

    @property
    def room(self) -> QSizeF:
        """The viewport's size in the units of the layout, which all positions here are in."""
        return QSizeF(self.viewport().size()) / self.fonts.unit

    def local(self, at: QPointF) -> QPointF:
        """A pixel of the viewport in units of the layout."""
        return at / self.fonts.unit

    def on_screen(self, at: QPointF) -> QPoint:
        """A place in the viewport as one on the screen."""
        return self.viewport().mapToGlobal((at * self.fonts.unit).toPoint())

    @property
    def header(self) -> int:
        """The width of the column with the lanes' names."""
        room = self.room.width()
        # Wide enough for every name, but little of a narrow timeline.
        return round(max(132, min(self._names_width + 24, 260, room * 0.28)))

    @property
    def scale(self) -> TimeScale:
        """The present window over the pixels right of the header."""
        window = self.store.state.window or Interval(0, 86_400)
        gaps = self.collection.gaps if self.store.state.collapse_gaps else ()
        # A gap that fills the window is shown as what it is: there is nothing to collapse it between.
        gaps = tuple(gap for gap in gaps if not gap.contains(window))
        return TimeScale(window, max(40.0, self.room.width() - self.header), gaps)

    @property
    def marks(self) -> Marks:
        """The frame that is on the screen, laid out anew when something it depends on has changed."""
        return self._laid_out()[0]

    @property
    def choice(self) -> LaneChoice:
        """The lanes that the Store's state hides, folds, expands and orders, as numbers."""
        lanes, state = self.lanes, self.store.state
        if lanes is None or not (state.lane_order or state.hidden or state.folded or state.expanded):
            return ALL
        number = {slug: lane for lane, slug in enumerate(lanes.arrangement.slugs)}
        order = tuple(number[slug] for slug in state.lane_order if slug in number)
        hidden, folded, expanded = (
            frozenset(number[slug] for slug in slugs if slug in number)
            for slugs in (state.hidden, state.folded, state.expanded)
        )
        return LaneChoice(order, hidden, folded, expanded)

    @property
    def lanes(self) -> Lanes | None:
        """The lanes with what matches, None before a database is open."""
        return self.collection.lanes if self._layout else None

    def beyond(self, lane: int, way: int) -> int | None:
        """The row of the event of a lane that is nearest to the window, before (-1) or after it (1)."""
        layout = self._layout
        if layout is None:
            return None
        return steps.beyond(layout.lanes, layout.lit, lane, self.scale.window, way)

    @property
    def is_lit(self) -> bool:
        """True when some events stand before the others, which are dimmed."""
        return self._layout is not None and self._layout.lit is not None

    def most_important(self, count: int = 7) -> tuple[EventTitle, ...]:
        """The titles, as far as they are read, of the most important events drawn, in order of importance."""
        index = self.collection.index
        if index is None:
            return ()
        rows = {mark.row for lane in self.marks for mark in lane.marks}
        ranked = sorted(rows, key=lambda row: (-int(index.importance[row]), int(index.start[row])))
        titles = (self.collection.title_of(row) for row in ranked[: 3 * count])
        return tuple(title for title in titles if title is not None)[:count]

    @property
    def compared_row(self) -> int | None:
        """The row of the event that the selection is compared with."""
        index, compared = self.collection.index, self.store.state.compared
        return index.row_of(compared) if index is not None and compared is not None else None

    @property
    def starred_rows(self) -> frozenset[int]:
        """The rows of the events that the reader has starred."""
        index = self.collection.index
        facet = index.facets.get(FACET) if index is not None else None
        if facet is None or facet.rows is None or not self.collection.shows_notes:
            return frozenset()
        return frozenset(facet.rows[facet.codes == facet.slugs.index(STARRED)].tolist())

    @property
    def selected_row(self) -> int | None:
        """The selected event's row, when there is one in this database."""
        index, selection = self.collection.index, self.store.state.selection
        return index.row_of(selection) if index is not None and selection is not None else None

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        self.theme = self.looks.theme = theme
        self.looks.forget()
        self.refresh()

    # What moves it

    def zoom(self, factor: float, px: float | None = None) -> None:
        """Magnify by `factor`, keeping the instant at `px` right of the header (default: the middle)."""
        scale, every = self.scale, self.collection.whole
        if every is not None:
            # Twice all time is far enough out.
            factor = max(factor, min(1.0, scale.window.length / (2 * every.length)))
        self.show_window(scale.zoomed(factor, scale.width / 2 if px is None else px))

    def pan(self, px: float) -> None:
        """Move the window `px` pixels later, no further than the events reach."""
        self.move_to(self.scale.panned(px))

    def move_to(self, window: Interval) -> None:
        """Make a stretch of time the visible one, moved so that its middle is among the events."""
        every = self.collection.whole
        if every is not None:
            middle = max(every.start, min(every.end, window.middle))
            window = window.shifted(middle - window.middle)
        self.show_window(window)

    def show_window(self, window: Interval) -> None:
        """Make a stretch of time the visible one, at once."""
        self.store.edit(window=window)

    def scroll_to(self, row: int) -> None:
        """Scroll the lanes until what stands for an event is in view, if it is in the window at all."""
        mark, lane = self.marks.find(row), self.selected_lane
        y = mark.y if mark is not None else None
        if y is None and lane is not None:
            # A lane that is scrolled out of view has no marks yet.
            y = next(
                (other.top + ROW for other in self.marks if other.lane == lane and not other.is_placed), None
            )
        if y is not None:
            bar = self.verticalScrollBar()
            room = self.room.height() - AXIS
            if not bar.value() + 15 <= y <= bar.value() + room - 15:
                bar.setValue(round(y - room / 2))

    # Inside

    def _follow(self, old: ViewState, new: ViewState) -> None:
        # A filter shows when its answer comes.
        if (new.claim, new.passage, new.commentary) != (old.claim, old.passage, old.commentary):
            self._arrange()
        elif replace(new, filter=old.filter) != old:
            self.refresh()

    def _arrange(self, _: Matched | None = None) -> None:
        lighting, lanes = self._lighting(), self.collection.lanes
        if lighting is None or lanes is None:
            return
        former = self._layout
        if former is not None:
            lighting.layout.follow(former)
        self.looks.forget()
        self._layout, self.looks.roles, self._frame = lighting.layout, lighting.roles, None
        if former is not None and former.lanes.arrangement is not lanes.arrangement:
            # Other lanes begin at the top.
            self.verticalScrollBar().setValue(0)
        labels = lanes.arrangement.labels[:200]
        self._names_width = max((self.fonts.strong.width(name) for name in labels), default=170.0)
        self.refresh()

    def _lighting(self) -> Lighting | None:
        return lighting_of(self.collection, self._label_widths)

    def _relabel(self) -> None:
        self.looks.forget_unread()
        if self._layout is not None:
            self._layout.release(ASSUMED)
            self._frame = None
        self.refresh()

    def refresh(self) -> None:
        """Paint anew as soon as Qt comes to it."""
        self.viewport().update()

    def _label_widths(self, rows: Ints) -> Sequence[float]:
        """Widths in the strong face, so that a selected label has room where it stands."""
        strong, titles = self.fonts.strong, self.collection.titles
        assert self.collection.index is not None
        known: list[int] = self.collection.index.ids[rows].tolist()
        return [
            min(LABEL_LIMIT, strong.width(title.label)) if (title := titles.get(event)) else ASSUMED
            for event in known
        ]

    def _laid_out(self) -> tuple[Marks, Ticks]:
        scale, height = self.scale, self.room.height() - AXIS
        row = self.selected_row
        choice = self.choice
        scroll = self.verticalScrollBar().value()
        key = (scale.window, scale.width, scale.gaps, height, id(self._layout), row, choice, scroll)
        if self._frame is None or self._frame[0] != key:
            layout = self._layout
            marks = layout.frame(scale, height, row, choice, scroll) if layout else Marks(scale, (), 0.0)
            if len(self.collection.index or ()) > TITLES_AT_ONCE:
                self.collection.want_titles([mark.row for lane in marks for mark in lane.marks])
            self._frame = (key, marks, ticks(scale, self._measure))
            bar = self.verticalScrollBar()
            bar.setPageStep(int(height))
            bar.setSingleStep(24)
            bar.setRange(0, max(0, round(marks.height - height)))
        return self._frame[1], self._frame[2]

    def _measure(self, text: str, is_bold: bool) -> float:
        return (self.fonts.year if is_bold else self.fonts.small).width(text) + 6

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the menu of the lane under the pointer, by keyboard that of the selection."""
        at = self.local(QPointF(event.pos()))
        lane = self.pointer.lane_at(at)
        number = lane.lane if lane is not None else None
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            number = self.selected_lane
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu = lane_menu.menu_for(self, self.store, self.collection, number)
        row = hit.row if isinstance(hit := self.pointer.hit(at), Mark) else None
        if by_key:
            row = self.selected_row
        if row is not None:
            event_menu.put_first(menu, self.store, self.collection, row)
        open_menu(menu, event.globalPos(), translate("Timeline", "Timeline"), by_key=by_key)

    @property
    def selected_lane(self) -> int | None:
        """The lane of the selected event."""
        row, lanes, index = self.selected_row, self.lanes, self.collection.index
        if row is None or lanes is None or index is None:
            return None
        return steps.lane_of(index, lanes, row)

    def hairline(self, pointer: QPointF | None) -> tuple[float | None, str]:
        """Pixels right of the header, and the date there: under a pointer, else of the selection."""
        scale = self.scale
        if pointer is not None and pointer.x() > self.header:
            x = pointer.x() - self.header
            return x, instant_in_words(scale.to_time(x), scale.seconds_per_px)
        row, index = self.selected_row, self.collection.index
        if row is None or index is None:
            return None, ""
        middle = self.collection.extent_of(row).middle
        return scale.px_of(middle), instant_in_words(middle, min(scale.seconds_per_px, 86_400))

    # Qt's events

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the frame for the present state."""
        self.collection.hurry.begin()
        with QPainter(self.viewport()) as painter:
            paint(painter, self._present())
        if self.fonts.are_due:
            self._idle.start()
        self.painted.emit()

    def _prepare(self) -> None:
        self.fonts.prepare()
        if self.fonts.are_due:
            self._idle.start()

    def _present(self) -> Frame:
        marks, ticked = self._laid_out()
        x, text = self.hairline(self.pointer.at)
        hit = self.pointer.hit(self.pointer.at) if self.pointer.at is not None else None
        return Frame(
            marks,
            ticked,
            self.looks.event,
            self.looks.lane,
            self.theme,
            self.fonts,
            self.room.width(),
            self.room.height(),
            self.header,
            scroll=self.verticalScrollBar().value(),
            selected=self.selected_row,
            compared=self.compared_row,
            starred=self.starred_rows,
            hovered=hit.row if isinstance(hit, Mark) else None,
            hairline=x,
            hairline_text=text,
            is_focused=self.hasFocus() and self._shows_focus,
            span=self.pointer.span,
            drop=self.pointer.drop,
        )

    _shows_focus = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        super().focusInEvent(event)
        self.refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fonts = Fonts(QFont(self.font()))
            self._relabel()
