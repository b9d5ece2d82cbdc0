"""Composes a picture of what the window shows: every part placed on the page, every look resolved.

The dialog composes a preview of each change, the export and the command line what they then write. Composing
is work for the main thread; what it makes is painted anywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from explorer.domain.event import EventTitle
from explorer.domain.figure import Figure
from explorer.domain.index import EventIndex, Ints
from explorer.domain.interval import Interval
from explorer.domain.provenance import Provenance
from explorer.domain.view_request import window_of
from explorer.formats.writing import ExportError
from explorer.layout.frames import LABEL_LIMIT, LANE_BASE, LaneChoice, Layout
from explorer.layout.marks import ROW, LaneMarks, Marks
from explorer.layout.scale import TimeScale
from explorer.layout.ticks import ticks
from explorer.ui.figure.body import BARE, GUTTER, INDENT, Body
from explorer.ui.figure.faces import Faces, families_of
from explorer.ui.figure.legend import Legend, Sign, signs_of
from explorer.ui.figure.prose import Credits, Heading
from explorer.ui.figure.scene import Part, Scene
from explorer.ui.status import range_in_words
from explorer.ui.theme import THEMES, Theme
from explorer.ui.timeline.frame import AXIS, EventLook, Frame, LaneLook
from explorer.ui.timeline.lighting import lighting_of
from explorer.ui.timeline.looks import Looks
from explorer.ui.timeline.view import ASSUMED

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow
    from explorer.ui.timeline.lighting import Lighting

#: Pixels of the design: between the parts of a page, and what its lanes have at least.
GAP = 14.0
LEAST = 120.0
#: How much higher than on the screen rows may become to fill a page.
_STRETCH = 1.5


def compose(
    window: "MainWindow",
    figure: Figure,
    provenance: Provenance | None,
    titles: Mapping[int, EventTitle] | None = None,
) -> Scene:
    """The window's view as a picture. Without a provenance it has no small print.

    `titles`, by event, are used beside those that the collection has read. The lanes get as many rows as the
    page has room for; where even one row each is too much, the page grows: a picture that loses events, or
    whose text is smaller than was asked for, would be worse. Raises ExportError where there is nothing to
    draw, FigureError for a size that cannot be, EdtfError or FilterError for an extent.
    """
    return _Composer(window, figure.checked(), provenance, titles or {}).scene()


class _Composer:
    """What is known while one picture is composed; lengths are pixels of the design."""

    def __init__(
        self,
        window: "MainWindow",
        figure: Figure,
        provenance: Provenance | None,
        titles: Mapping[int, EventTitle],
    ) -> None:
        self.window, self.figure, self.provenance = window, figure, provenance
        self.collection, self.state = window.collection, window.store.state
        self.titles = titles
        self.families = families_of(window.timeline.font())
        self.faces = Faces(self.families)
        self.theme: Theme = THEMES[figure.theme]
        self.looks = Looks(self.collection, self.theme)
        self.unread: set[int] = set()
        width, height = (side / figure.scale for side in figure.pixels)
        self.margin = max(10.0, min(32.0, 0.036 * min(width, height)))
        self.page_width, self.page_height = width, height
        self.width = max(40.0, width - 2 * self.margin)
        self.label_limit = max(LABEL_LIMIT, min(460.0, self.width * 0.3))

    def scene(self) -> Scene:
        index, lighting = self.collection.index, self._lighting()
        span = self._extent(index)
        if index is None or lighting is None or span is None or not lighting.layout.lanes.shown():
            raise ExportError("No event matches, so there is nothing to draw.", "Lift a filter.")
        self.looks.roles = lighting.roles
        header = self._header(lighting.layout)
        spans = self._parted(span, self.width - header)
        count = len(spans)
        figure, faces = self.figure, self.faces
        headings = [
            Heading.of(
                faces, self.margin, self.margin, self.width, figure.title, figure.caption,
                f"{number + 1} of {count}" if count > 1 else "",
            )
            for number in range(count)
        ]  # fmt: skip
        top = self.margin + headings[0].height + (GAP if headings[0].height else 0.0)
        credits_of: list[Credits] = []
        if figure.has_credits and self.provenance is not None:
            credits_of = [
                Credits.of(faces, self.margin, self.width, self.provenance, range_in_words(one))
                for one in spans
            ]
        foot = max((one.height + GAP for one in credits_of), default=0.0)
        # The legend says what occurs in the lanes, whose height depends on it: the first try is without.
        legend = None
        frames: list[Frame] = []
        for _ in range(2 if figure.has_legend else 1):
            below = foot + (legend.height + GAP if legend is not None else 0.0)
            room = self.page_height - self.margin - below - top
            frames = [self._frame(lighting, one, header, max(room, LEAST)) for one in spans]
            if figure.has_legend and legend is None:
                legend = Legend.of(faces, self.margin, self.width, self._signs(index, frames))
        below = foot + (legend.height + GAP if legend is not None else 0.0)
        room = self.page_height - self.margin - below - top
        needed = max(frame.height for frame in frames)
        height = self.page_height + max(0.0, needed - room)
        if needed < room:
            frames = [_stretched(frame, room) for frame in frames]
        bottom = height - self.margin
        sheets: list[tuple[Part, ...]] = []
        for number, frame in enumerate(frames):
            parts: list[Part] = [headings[number]]
            parts.append(Body(frame, self.margin, top, figure.has_headers, not figure.is_transparent))
            y = bottom
            if credits_of:
                y -= credits_of[number].height
                parts.append(replace(credits_of[number], y=y))
                y -= GAP
            if legend is not None:
                parts.append(replace(legend, y=y - legend.height))
            sheets.append(tuple(parts))
        pixels = figure.pixels
        grown = max(0, round(height * figure.scale) - pixels[1])
        replace(figure, width=pixels[0], height=pixels[1] + grown, unit="px").checked()
        return Scene(
            figure,
            self.theme,
            (pixels[0], pixels[1] + grown),
            tuple(sheets),
            tuple(frames),
            self.families,
            tuple(sorted(self.unread)),
            grown,
        )

    def _lighting(self) -> "Lighting | None":
        return lighting_of(self.collection, self.state, self._label_widths)

    def _extent(self, index: EventIndex | None) -> Interval | None:
        every, asked = self.collection.extent, self.figure.extent
        if index is None or every is None:
            return None
        if asked == "all":
            return every.padded(0.03)
        return self.state.window if asked == "visible" else window_of(asked, index)

    def _parted(self, span: Interval, width: float) -> list[Interval]:
        """The stretches of the pages: of as many pixels each, but none ends within a collapsed gap."""
        count = max(1, self.figure.pages)
        scale = self._scale(span, width * count)
        cuts = [span.start]
        for number in range(1, count):
            at = scale.to_time(width * number)
            at = next((gap.end for gap in scale.gaps if gap.start < at < gap.end), at)
            if cuts[-1] < at < span.end:
                cuts.append(at)
        return [Interval(*pair) for pair in zip(cuts, [*cuts[1:], span.end], strict=True)]

    def _scale(self, span: Interval, width: float) -> TimeScale:
        gaps = self.collection.gaps if self.state.collapse_gaps else ()
        return TimeScale(span, max(40.0, width), tuple(gap for gap in gaps if not gap.contains(span)))

    def _header(self, layout: Layout) -> float:
        if not self.figure.has_headers:
            return BARE
        labels, choice = layout.lanes.arrangement.labels, self.window.timeline.choice
        names = [labels[lane] for lane in choice.among(layout.lanes.shown())[:200]]
        widest = max((self.faces.lanes.strong.width(name) for name in names), default=0.0)
        return round(min(max(96.0, widest + INDENT + GUTTER), 280.0, self.width * 0.3))

    def _frame(self, lighting: "Lighting", span: Interval, header: float, height: float) -> Frame:
        scale = self._scale(span, self.width - header)
        marks = self._fitted(lighting.layout, scale, height - AXIS)
        return Frame(
            marks,
            ticks(scale, self._measure),
            self._event_looks(marks).__getitem__,
            self._lane_looks(marks).__getitem__,
            self.theme,
            self.faces.lanes,
            header + scale.width,
            AXIS + marks.height,
            header,
            starred=self.window.timeline.starred_rows if self.window.exports_notes else frozenset(),
            is_still=True,
        )

    def _fitted(self, layout: Layout, scale: TimeScale, height: float) -> Marks:
        """The lanes in a height: those with the fewest events are folded to a row until all fit."""
        choice = self.window.timeline.choice
        marks = layout.frame(scale, height, None, choice)
        excess = marks.height - height
        if excess <= 0:
            return marks
        folded = set(choice.folded)
        one = LANE_BASE + ROW
        for lane in sorted(marks, key=lambda lane: lane.total - lane.earlier - lane.later):
            if excess > 0 and not lane.is_thin and lane.lane not in folded and lane.height > one:
                folded.add(lane.lane)
                excess -= lane.height - one
        fitting = LaneChoice(
            choice.order, choice.hidden, frozenset(folded), choice.expanded - frozenset(folded)
        )
        return layout.frame(scale, height, None, fitting)

    def _event_looks(self, marks: Marks) -> dict[int, EventLook]:
        rows = {mark.row for lane in marks for mark in (*lane.marks, *lane.dims)}
        rows.update(row for lane in marks for cluster in lane.clusters for row in cluster.rows[:50])
        return {row: self._titled(row) for row in rows}

    def _titled(self, row: int) -> EventLook:
        look, index = self.looks.event(row), self.collection.index
        if not look.label and index is not None and (title := self.titles.get(int(index.ids[row]))):
            return replace(look, label=title.label, hits=self.looks.hits(title.label))
        return look

    def _lane_looks(self, marks: Marks) -> dict[int, LaneLook]:
        return {lane.lane: self.looks.lane(lane.lane) for lane in marks}

    def _signs(self, index: EventIndex, frames: Sequence[Frame]) -> list[list[Sign]]:
        is_named = self.figure.has_headers and self.state.lanes == "relationship"
        dim_words = "Fails the filter"
        if self.state.claim:
            dim_words = "Does not serve the claim"
        elif self.state.passage and self.collection.every is None:
            dim_words = "Not of the paragraph"
        return signs_of(
            index, self.collection.shapes, frames, names_colours=not is_named, dim_words=dim_words
        )

    def _measure(self, text: str, is_bold: bool) -> float:
        return (self.faces.lanes.year if is_bold else self.faces.lanes.small).width(text) + 6

    def _label_widths(self, rows: Ints) -> Sequence[float]:
        face, index = self.faces.lanes.label, self.collection.index
        assert index is not None
        known: list[int] = index.ids[rows].tolist()
        widths: list[float] = []
        for row, event in zip(rows.tolist(), known, strict=True):
            title = self.collection.titles.get(event) or self.titles.get(event)
            if title is None:
                self.unread.add(row)
            widths.append(ASSUMED if title is None else min(self.label_limit, face.width(title.label)))
        return widths


def _stretched(frame: Frame, room: float) -> Frame:
    """The frame with rows farther apart, so that its lanes fill the room, or as far as looks well."""
    thin = sum(lane.height for lane in frame.marks if lane.is_thin)
    thick = frame.marks.height - thin
    if not thick:
        return frame
    factor = min(_STRETCH, (room - AXIS - thin) / thick)
    top = 0.0
    lanes: list[LaneMarks] = []
    for lane in frame.marks:
        by = 1.0 if lane.is_thin else factor

        def moved(y: float, by: float = by, old: float = lane.top, new: float = top) -> float:
            return new + (y - old) * by

        lanes.append(
            replace(
                lane,
                top=top,
                height=lane.height * by,
                marks=tuple(replace(mark, y=moved(mark.y)) for mark in lane.marks),
                clusters=tuple(replace(cluster, y=moved(cluster.y)) for cluster in lane.clusters),
                dims=tuple(replace(dot, y=moved(dot.y)) for dot in lane.dims),
            )
        )
        top += lane.height * by
    marks = Marks(frame.marks.scale, tuple(lanes), top)
    return replace(frame, marks=marks, height=AXIS + top)
