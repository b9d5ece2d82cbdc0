"""Composes a picture of what the window shows: every part placed on the page, every look resolved.

It takes a Sight, so that it can be done on any thread: the window's is `composer.py`'s.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from explorer.domain.blocks import RIGHT_OF_WAY
from explorer.domain.event import EventTitle
from explorer.domain.figure import Figure
from explorer.domain.index import EventIndex, Ints
from explorer.domain.interval import Interval
from explorer.domain.provenance import Provenance, drawn_of
from explorer.domain.tongue import translate
from explorer.domain.view_request import window_of
from explorer.formats.writing import ExportError
from explorer.layout.frames import LABEL_LIMIT, Layout
from explorer.layout.lanes import seen_among
from explorer.layout.marks import Marks
from explorer.layout.scale import TimeScale
from explorer.layout.strip import bar_shares
from explorer.layout.ticks import strip_ticks, ticks
from explorer.storage.connection import Cancelled
from explorer.ui.figure.body import BARE, GUTTER, INDENT, Body
from explorer.ui.figure.faces import Faces, least_width
from explorer.ui.figure.fitting import fitted, parted
from explorer.ui.figure.legend import Legend, Sign, signs_of
from explorer.ui.figure.prose import Credits, Heading
from explorer.ui.figure.scene import Part, Scene
from explorer.ui.figure.sight import Sight
from explorer.ui.figure.strip import BAR, GAP_WIDTH, HEIGHT, Strip
from explorer.ui.status import range_in_words
from explorer.ui.theme import THEMES, Theme
from explorer.ui.timeline.frame import AXIS, EventLook, Frame, LaneLook
from explorer.ui.timeline.lighting import Lighting, lighting_of
from explorer.ui.timeline.looks import Looks
from explorer.ui.timeline.view import ASSUMED

#: Pixels of the design: between the parts of a page, and what its timeline has at least.
GAP = 14.0
LEAST = 120.0
#: Pixels from which on the lanes are named at both ends; left and right of all that matches.
_WIDE = 2600.0
_AIR = 26.0
#: Of the page's width, what the lanes' names get, and what they get where two lines of theirs need it.
_SHARE = 0.3
_LARGER_SHARE = 0.36


def compose(
    sight: Sight,
    figure: Figure,
    provenance: Provenance | None,
    titles: Mapping[int, EventTitle] | None = None,
    goes_on: Callable[[], bool] | None = None,
) -> Scene:
    """A view as a picture. Without a provenance it has no small print.

    `titles`, by event, are used beside those of the sight. The lanes get as many rows as the
    page has room for; where even one row each is too much, the page grows: a picture that loses events, or
    whose text is smaller than was asked for, would be worse. The selection is not drawn: it is the reader's
    place, not the picture's. Raises ExportError where there is nothing to draw, FigureError for a size that
    cannot be, EdtfError or FilterError for an extent, and Cancelled when `goes_on`, asked often, says no.
    """
    return _Composition(sight, figure.checked(), provenance, titles or {}, goes_on).scene()


class _Composition:
    """What is known while one picture is composed; lengths are pixels of the design."""

    def __init__(
        self,
        sight: Sight,
        figure: Figure,
        provenance: Provenance | None,
        titles: Mapping[int, EventTitle],
        goes_on: Callable[[], bool] | None,
    ) -> None:
        self.sight, self.figure, self.titles, self.goes_on = sight, figure, titles, goes_on
        self.provenance = provenance
        self.state = sight.state
        self.faces = Faces(sight.families)
        self.theme: Theme = THEMES[figure.theme]
        self.looks = Looks(sight, self.theme)
        self.unread: set[int] = set()
        self.page_width, self.page_height = (side / figure.scale for side in figure.pixels)
        self.margin = max(10.0, min(32.0, 0.036 * min(self.page_width, self.page_height)))
        self.width = max(40.0, self.page_width - 2 * self.margin)
        #: The columns with the lanes' names, left and, on a page wider than one looks at at once, right.
        self.header = self.tail = 0.0
        self.label_limit = max(LABEL_LIMIT, min(460.0, self.width * 0.3))

    def scene(self) -> Scene:
        """The picture. Raises as `compose` does."""
        index, lighting = self.sight.index, self._lighting()
        if index is None or lighting is None or not lighting.layout.lanes.shown():
            raise ExportError(
                translate("Picture", "No event matches, so there is nothing to draw."),
                translate("Picture", "Lift a filter."),
            )
        self.looks.roles = lighting.roles
        self.header = self._header(lighting.layout)
        if self.figure.has_headers and self.width > _WIDE:
            self.tail = self.header
        count = max(1, self.figure.pages)
        span = self._extent(index, (self.width - self.header - self.tail) * count)
        self._claim_what_is_drawn(index, span)
        spans = parted(self._scale(span, (self.width - self.header - self.tail) * count), count)
        headings = [self._heading(number, len(spans)) for number in range(len(spans))]
        top = self.margin + headings[0].height + (GAP if headings[0].height else 0.0)
        notes = [self._credits(one) for one in spans]
        strips = [self._strip(index, lighting, one) for one in spans] if self.figure.has_overview else []
        foot = max((note.height + GAP for note in notes if note is not None), default=0.0)
        foot += (HEIGHT + GAP) if strips else 0.0
        legend, below = None, foot
        frames: list[Frame] = []
        while not frames or (legend is not None and foot + legend.height + GAP > below):
            # The legend says what occurs in lanes that it takes room from: laid out until it has enough.
            below = foot if legend is None else foot + legend.height + GAP
            room = self.page_height - self.margin - below - top
            frames = [self._frame(lighting, one, max(room, LEAST)) for one in spans]
            if self.figure.has_legend:
                signs = self._signs(index, frames)
                legend = Legend.of(self.faces, self.margin, self.width, signs)
        height = max(self.page_height, top + max(one.height for one in frames) + below + self.margin)
        sheets: list[tuple[Part, ...]] = []
        for number, frame in enumerate(frames):
            has_ground = not self.figure.is_transparent
            body = Body(frame, self.margin, top, self.figure.has_headers, has_ground, self.tail > 0)
            parts: list[Part] = [headings[number], body]
            y, note = height - self.margin, notes[number]
            if note is not None:
                parts.append(replace(note, y=y - note.height))
                y -= note.height + GAP
            if legend is not None:
                parts.append(replace(legend, y=y - legend.height))
                y -= legend.height + GAP
            if strips:
                parts.append(replace(strips[number], y=y - HEIGHT))
            sheets.append(tuple(parts))
        return self._made(sheets, frames, height)

    def _made(self, sheets: Sequence[tuple[Part, ...]], frames: Sequence[Frame], height: float) -> Scene:
        figure = self.figure
        width, asked = figure.pixels
        grown = round(height * figure.scale) - asked
        # What has grown too large cannot be made either.
        replace(figure, width=width, height=asked + grown, unit="px").checked()
        unread = tuple(sorted(self.unread))
        size = width, asked + grown
        return Scene(
            figure,
            self.theme,
            size,
            tuple(sheets),
            tuple(frames),
            self.sight.families,
            unread,
            grown,
            provenance=self.provenance,
        )

    def _lighting(self) -> Lighting | None:
        return lighting_of(self.sight, self._label_widths, is_still=True)

    def _extent(self, index: EventIndex, width: float) -> Interval:
        """The stretch of time to show on so many pixels."""
        every, asked, window = self.sight.extent, self.figure.extent, self.state.window
        assert window is not None
        if asked == "visible" or (asked == "all" and every is None):
            # Nothing passes where only what fails the filter is drawn.
            return window
        if asked != "all":
            return window_of(asked, index)
        assert every is not None
        scale = self._scale(every, width - 2 * _AIR)
        return Interval(scale.to_time(-_AIR), scale.to_time(scale.width + _AIR))

    def _scale(self, span: Interval, width: float, gap_width: float = 30.0) -> TimeScale:
        gaps = self.sight.gaps if self.state.collapse_gaps else ()
        gaps = tuple(gap for gap in gaps if not gap.contains(span))
        return TimeScale(span, max(40.0, width), gaps, gap_width)

    def _header(self, layout: Layout) -> float:
        """The width of the column with the lanes' names: for every name, but little of a narrow page."""
        if not self.figure.has_headers:
            return BARE
        labels, choice = layout.lanes.arrangement.labels, self.sight.choice
        names = [labels[lane] for lane in choice.among(layout.lanes.shown())[:200]]
        face, beside = self.faces.lanes.strong, INDENT + GUTTER
        widest = max((face.width(name) for name in names), default=0.0)
        usual = min(max(112.0, widest + beside), 300.0, self.width * _SHARE)
        if widest + beside <= usual:
            return round(usual)
        # A narrow page gives a little more, where that lets every name stand in two lines.
        parted = max((least_width(face, name) for name in names), default=0.0) + beside + 1
        return round(max(usual, min(parted, 300.0, self.width * _LARGER_SHARE)))

    def _heading(self, number: int, count: int) -> Heading:
        figure, said = self.figure, ""
        if count > 1:
            said = translate("Picture", "{page} of {pages}").format(page=number + 1, pages=count)
        words = figure.title.strip(), figure.caption.strip(), said
        return Heading.of(self.faces, self.margin, self.margin, self.width, *words)

    def _claim_what_is_drawn(self, index: EventIndex, span: Interval) -> None:
        """Let small print and metadata tell of what is in the picture: not of what lies beside it."""
        match, lanes = self.sight.match, self.sight.lanes
        if self.provenance is not None and match is not None and lanes is not None:
            drawn = seen_among(index, lanes, match.mask, span, self.state.hidden)
            self.provenance = drawn_of(self.provenance, index, drawn)

    def _credits(self, span: Interval) -> Credits | None:
        if self.provenance is None or not self.figure.has_credits:
            return None
        return Credits.of(self.faces, self.margin, self.width, self.provenance, range_in_words(span))

    def _strip(self, index: EventIndex, lighting: Lighting, span: Interval) -> Strip:
        """All that is drawn, whatever of it a page shows."""
        # What only stands there dim has no extent of its own.
        lanes, whole = lighting.layout.lanes, self.sight.extent or span
        header = self.header if self.figure.has_headers else 0.0
        inner = self._scale(whole, self.width - header - 2 * _AIR, GAP_WIDTH)
        around = Interval(inner.to_time(-_AIR), inner.to_time(inner.width + _AIR))
        scale = self._scale(around, self.width - header, GAP_WIDTH)
        width_of = self.faces.fine.width
        found = (
            strip_ticks(scale, width_of)
            if scale.gaps
            else ticks(scale, lambda text, _: width_of(text) * 1.4 + 24).upper
        )
        shares = tuple(bar_shares(index, lanes, scale, BAR).tolist())
        shown = None if span.contains(whole) else span
        return Strip(self.margin, 0.0, header, scale, found, shares, shown, self.figure.has_headers)

    def _frame(self, lighting: Lighting, span: Interval, height: float) -> Frame:
        """The timeline of one page. Whoever paints it brings faces of its own thread."""
        scale, choice = self._scale(span, self.width - self.header - self.tail), self.sight.choice
        marks, pitch = fitted(lighting.layout, scale, height - AXIS, choice)
        self._pass()
        rows = {mark.row for lane in marks for mark in (*lane.marks, *lane.dims)}
        rows.update(row for lane in marks for cluster in lane.clusters for row in cluster.rows)
        return Frame(
            marks,
            ticks(scale, self._measure),
            {row: self._look(row) for row in rows}.__getitem__,
            self._lane_looks(marks).__getitem__,
            self.theme,
            self.sight.fonts,
            self.header + scale.width,
            AXIS + marks.height,
            self.header,
            starred=self.sight.starred & rows,
            is_still=True,
            pitch=pitch,
        )

    def _look(self, row: int) -> EventLook:
        look, index = self.looks.event(row), self.sight.index
        if not look.label and index is not None and (title := self.titles.get(int(index.ids[row]))):
            return replace(look, label=title.label, hits=self.looks.hits(title.label))
        return look

    def _lane_looks(self, marks: Marks) -> dict[int, LaneLook]:
        return {lane.lane: self.looks.lane(lane.lane) for lane in marks}

    def _signs(self, index: EventIndex, frames: Sequence[Frame]) -> list[list[Sign]]:
        is_named = self.figure.has_headers and self.state.lanes == "relationship"
        dim_words = translate("Picture", "Fails the filter")
        if self.state.claim:
            dim_words = translate("Picture", "Does not serve the claim")
        elif self.state.passage and self.sight.every is None:
            dim_words = translate("Picture", "Not of the paragraph")
        names = self.sight.shapes
        return signs_of(index, names, frames, names_colours=not is_named, dim_words=dim_words)

    def _measure(self, text: str, is_bold: bool) -> float:
        return (self.faces.lanes.year if is_bold else self.faces.lanes.small).width(text) + 6

    def _pass(self) -> None:
        """Let the window's thread go first, and end here where nobody waits for the picture any more."""
        RIGHT_OF_WAY.pass_()
        if self.goes_on is not None and not self.goes_on():
            raise Cancelled

    def _label_widths(self, rows: Ints) -> Sequence[float]:
        self._pass()
        width, index = self.faces.lanes.label.width, self.sight.index
        assert index is not None
        widths: list[float] = []
        numbers: list[int] = rows.tolist()
        events: list[int] = index.ids[rows].tolist()
        for row, event in zip(numbers, events, strict=True):
            title = self.sight.titles.get(event) or self.titles.get(event)
            if title is None:
                self.unread.add(row)
            widths.append(ASSUMED if title is None else min(self.label_limit, width(title.label)))
        return widths
