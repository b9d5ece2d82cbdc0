"""What a picture's shapes and colours mean: a strip of signs under the lanes, of what occurs and no more."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from explorer.domain.event import ROLES
from explorer.domain.index import EventIndex
from explorer.domain.tongue import grouped, translate
from explorer.layout.marks import DOT_RADIUS, LaneMarks
from explorer.ui import shapes
from explorer.ui.figure.faces import Faces
from explorer.ui.theme import Theme, dark_enough, dimmed, lane_colour, softened
from explorer.ui.timeline.frame import Frame
from explorer.ui.timeline.glyphs import faded
from explorer.ui.wording import role_in_words

#: Values of a facet that are listed; of more, the rest is counted.
_LISTED = 24
#: Pixels: a line of the legend, what a sign takes, between signs, and between groups of signs.
_LINE = 21.0
_ICON = 20.0
_WIDE_ICON = 34.0
_BETWEEN = 16.0


@dataclass(frozen=True, slots=True)
class Sign:
    """One entry: what is drawn, its shape, role or number of a colour, and its words."""

    drawn: str
    name: str
    words: str

    @property
    def room(self) -> float:
        return _WIDE_ICON if self.drawn in {"uncertain", "approximate", "density"} else _ICON


@dataclass(frozen=True, slots=True)
class Legend:
    """Signs in lines; `places` are where each begins."""

    signs: tuple[Sign, ...]
    places: tuple[tuple[float, float], ...]
    x: float
    y: float
    height: float

    @classmethod
    def of(cls, faces: Faces, x: float, width: float, groups: Sequence[Sequence[Sign]]) -> "Legend":
        """Laid out for a width, at the top of the page; each group begins a line of its own if it is long."""
        places: list[tuple[float, float]] = []
        left, top = 0.0, 0.0
        for group in groups:
            lengths = [sign.room + faces.text.width(sign.words) + _BETWEEN for sign in group]
            if left and left + sum(lengths) - _BETWEEN > width:
                left, top = 0.0, top + _LINE
            for length in lengths:
                if left and left + length - _BETWEEN > width:
                    left, top = 0.0, top + _LINE
                places.append((left, top))
                left += length
        signs = tuple(sign for group in groups for sign in group)
        return cls(signs, tuple(places), x, 0.0, top + _LINE if signs else 0.0)

    def paint(self, painter: QPainter, faces: Faces, theme: Theme, _: tuple[float, float]) -> None:
        for sign, (left, top) in zip(self.signs, self.places, strict=True):
            x, middle = self.x + left, self.y + top + _LINE / 2
            _draw(painter, sign, x, middle, faces, theme)
            faces.text.draw(painter, x + sign.room, middle, sign.words, theme.colour("text_soft"))


def signs_of(
    index: EventIndex,
    shape_names: Mapping[str, str],
    frames: Sequence[Frame],
    *,
    names_colours: bool,
    dim_words: str,
) -> list[list[Sign]]:
    """Groups of signs of what occurs in some frames: kinds, colours that no header names, strokes, dots.

    `shape_names` has the shape of each kind, `dim_words` says what the dimmed events have in common.
    """
    lanes = [lane for frame in frames for lane in frame.marks]
    looks = [frame.look(mark.row) for frame in frames for lane in frame.marks for mark in lane.marks]
    drawn = np.unique(np.array([mark.row for lane in lanes for mark in lane.marks], dtype=np.int64))
    seen = np.unique(np.array([row for lane in lanes for row in _rows(lane)], dtype=np.int64))
    kinds, relationships = index.facets["kind"], index.facets["relationship"]
    groups: list[list[Sign]] = [[], [], []]
    found: list[int] = np.unique(kinds.codes[drawn]).tolist()
    for code in found:
        shape = shape_names.get(kinds.slugs[code], "disc")
        groups[0].append(Sign("kind", shape, kinds.labels[code]))
    if names_colours:
        codes: list[int] = np.unique(relationships.codes[seen]).tolist()
        groups[1] = [Sign("colour", str(code), relationships.labels[code]) for code in codes]
    for group, more in (
        (groups[0], translate("Picture", "and {n} more kinds")),
        (groups[1], translate("Picture", "and {n} more relationships")),
    ):
        if len(group) > _LISTED:
            group[_LISTED:] = [Sign("more", "", more.format(n=grouped(len(group) - _LISTED)))]
    roles = {look.role for look in looks}
    marked = [Sign("role", role, role_in_words(role)) for role in ROLES if role in roles]
    if dim_words and any(lane.dims or lane.dim_density for lane in lanes):
        marked.append(Sign("dim", "", dim_words))
    if any(look.is_context for look in looks):
        marked.append(Sign("context", "disc", translate("Picture", "Context only: never discussed")))
    if any(look.is_uncertain for look in looks):
        marked.append(Sign("uncertain", "", translate("Picture", "Date uncertain")))
    if any(look.is_approximate or look.opens_left or look.opens_right for look in looks):
        marked.append(Sign("approximate", "", translate("Picture", "Date approximate or open")))
    if any(lane.clusters for lane in lanes):
        marked.append(Sign("cluster", "3", translate("Picture", "Several events")))
    if any(lane.density or lane.dim_density for lane in lanes):
        marked.append(
            Sign("density", "", translate("Picture", "Number of events, tenfold for each step in height"))
        )
    starred = {row for frame in frames for row in frame.starred}
    if not starred.isdisjoint(seen.tolist()):
        marked.append(Sign("star", "", translate("Picture", "Starred")))
    groups[2] = marked
    return [group for group in groups if group]


def _rows(lane: LaneMarks) -> Iterable[int]:
    """The rows of all that is drawn apart or counted in a lane."""
    yield from (mark.row for mark in (*lane.marks, *lane.dims))
    for cluster in lane.clusters:
        yield from cluster.rows


def _draw(painter: QPainter, sign: Sign, x: float, y: float, faces: Faces, theme: Theme) -> None:
    """Paint a sign whose room begins at `x`, centred on the line's middle `y`."""
    ink, ground = theme.colour("text_soft"), theme.colour("ground")
    centre = QPointF(x + 7, y)
    painter.setPen(Qt.PenStyle.NoPen)
    if sign.drawn == "kind":
        shapes.draw(painter, sign.name, centre, 5.4, ink, ground)
    elif sign.drawn == "context":
        shapes.draw_sign(painter, sign.name, centre, 5.4, softened(ink, theme), ground, is_context=True)
    elif sign.drawn == "colour":
        painter.setBrush(lane_colour(int(sign.name), theme))
        painter.drawRoundedRect(QRectF(x, y - 5.5, 14, 11), 2.5, 2.5)
    elif sign.drawn == "role":
        shapes.draw_role(painter, sign.name, centre, 4.6, theme.colour(f"role_{sign.name}"))
    elif sign.drawn == "dim":
        painter.setBrush(dimmed(ink, theme))
        painter.drawEllipse(centre, DOT_RADIUS, DOT_RADIUS)
    elif sign.drawn == "star":
        star = theme.colour("star")
        shapes.draw(painter, "star", centre, 5.0, star, star)
    elif sign.drawn == "cluster":
        painter.setBrush(QColor.fromRgba(dark_enough(ink.rgba())))
        painter.drawRoundedRect(QRectF(x - 1, y - 7, 16, 14), 7, 7)
        count = faces.fine_strong
        count.draw(painter, centre.x() - count.width(sign.name) / 2, y, sign.name, QColor("#ffffff"))
    elif sign.drawn in {"uncertain", "approximate"}:
        _bar(painter, QRectF(x, y - 6, 26, 12), ink, ground, is_sharp=sign.drawn == "uncertain")
    elif sign.drawn == "density":
        painter.setBrush(ink)
        for number, height in enumerate((4.0, 10.0, 7.0, 13.0)):
            painter.drawRect(QRectF(x + 6 * number, y + 6.5 - height, 5, height))


def _bar(painter: QPainter, box: QRectF, ink: QColor, ground: QColor, *, is_sharp: bool) -> None:
    """A bar with a dashed outline, or one with soft ends."""
    pale = QColor(ink)
    pale.setAlphaF(0.4)
    if is_sharp:
        pen = QPen(ink, 1.2)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(pale)
    else:
        painter.setBrush(QBrush(faded(painter, box, pale, ground, left=True, right=True)))
    painter.drawRoundedRect(box, 3, 3)
