"""A strip under the timeline that says what its shapes mean: kinds, roles of a claim, strokes, dots."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from explorer.domain.event import ROLES
from explorer.domain.tongue import grouped, mark, translate
from explorer.layout.marks import DOT_RADIUS
from explorer.state import Store, ViewState
from explorer.ui import shapes
from explorer.ui.actions import native
from explorer.ui.collection import Collection
from explorer.ui.plain import Label, set_tip
from explorer.ui.theme import Theme, dimmed, softened
from explorer.ui.timeline.view import TimelineView
from explorer.ui.widgets import FlowLayout, clear, label, on_click

#: Kinds that are listed; of more, which few databases have, the rest is counted.
_LISTED = 24
#: Milliseconds of rest after which the legend follows the picture.
_REST = 250
_ICON = 22
_ROLES = {
    "evidence": mark("Legend", "Evidence"),
    "precedent": mark("Legend", "Precedent"),
    "exception": mark("Legend", "Exception"),
    "consequence": mark("Legend", "Consequence"),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One entry: what is drawn ("role", "dim", "context", "kind" or "more"), its shape or role, and words."""

    drawn: str
    name: str
    words: str


def role_in_words(role: str) -> str:
    """The name of a role of a claim, one of explorer.domain.event.ROLES, to stand by itself."""
    return translate("Legend", _ROLES[role])


class Legend(QFrame):
    """Names what the timeline draws, paler what no mark in view shows. `closed` asks to hide it.

    The list stays while one moves: it changes with the database, the claim and what is dimmed.
    """

    closed = Signal()

    def __init__(self, store: Store, collection: Collection, timeline: TimelineView, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("legend")
        self.setAccessibleName(translate("Legend", "Legend"))
        self._store, self._collection, self._timeline, self._theme = store, collection, timeline, theme
        self._entries: dict[Sign, tuple[QLabel, QLabel]] = {}
        self._present: frozenset[Sign] = frozenset()
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 6, 10, 6)
        self._flow = FlowLayout(spacing=4)
        line.addLayout(self._flow, 1)
        close = QToolButton()
        close.setText("✕")
        close.setProperty("role", "link")
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.setAccessibleName(translate("Legend", "Hide the legend"))
        set_tip(close, translate("Legend", "Hide the legend ({key})").format(key=native("K")))
        on_click(close, self.closed.emit)
        line.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST)
        self._resting.timeout.connect(self._mark_present)
        timeline.painted.connect(self._rest)
        store.observe(self._follow)
        for changed in (collection.opened, collection.matched, collection.arranged):
            changed.connect(self._show)
        self.hide()

    @property
    def signs(self) -> tuple[Sign, ...]:
        """What is listed, in order."""
        return tuple(self._entries)

    @property
    def present(self) -> frozenset[Sign]:
        """What of it stands in the picture."""
        return self._present

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        self._theme = theme
        for sign, (icon, _) in self._entries.items():
            icon.setPixmap(self._icon(sign))

    def setVisible(self, visible: bool) -> None:
        """Show or hide the strip; hidden it follows nothing."""
        super().setVisible(visible)
        if visible:
            self._show()

    def _rest(self) -> None:
        if not self.isHidden():
            self._resting.start()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if (old.claim, old.passage) != (new.claim, new.passage):
            self._show()

    def _show(self, _: object = None) -> None:
        if self.isHidden():
            return
        wanted = self._wanted()
        if wanted != self.signs:
            clear(self._flow)
            self._entries.clear()
            for sign in wanted:
                self._flow.addWidget(self._entry(sign))
        self._mark_present()

    def _wanted(self) -> tuple[Sign, ...]:
        collection, state = self._collection, self._store.state
        index, argument = collection.index, collection.argument
        if index is None:
            return ()
        found: list[Sign] = []
        claim = argument.claim(state.claim) if argument is not None else None
        if claim is not None:
            found += [Sign("role", role, role_in_words(role)) for role in ROLES]
            found.append(Sign("dim", "", translate("Legend", "Does not serve the claim")))
        elif state.passage and self._timeline.is_lit:
            found.append(Sign("dim", "", translate("Legend", "Not of the paragraph")))
        elif collection.every is not None:
            found.append(Sign("dim", "", translate("Legend", "Fails the filter")))
        if argument is not None:
            found.append(Sign("context", "disc", translate("Legend", "Context only: never discussed")))
        kinds = index.facets["kind"]
        named = list(zip(kinds.slugs, kinds.labels, strict=True))[:_LISTED]
        found += [Sign("kind", collection.shapes.get(slug, "disc"), words) for slug, words in named]
        if len(kinds.slugs) > _LISTED:
            more = translate("Legend", "and {n} more kinds").format(n=grouped(len(kinds.slugs) - _LISTED))
            found.append(Sign("more", "", more))
        return tuple(found)

    def _entry(self, sign: Sign) -> QWidget:
        made = QWidget()
        made.setAccessibleName(sign.words)
        inside = QHBoxLayout(made)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(3)
        icon, words = Label(), label(sign.words, scale=0.88)
        icon.setPixmap(self._icon(sign))
        words.setWordWrap(False)
        inside.addWidget(icon)
        inside.addWidget(words)
        self._entries[sign] = icon, words
        return made

    def _mark_present(self) -> None:
        """Make what no mark in view shows paler."""
        index = self._collection.index
        if index is None or self.isHidden():
            return
        lanes = self._timeline.marks.lanes
        marks = [one.row for lane in lanes for one in (*lane.marks, *lane.dims)]
        grouped = [row for lane in lanes for cluster in lane.clusters for row in cluster.rows]
        kinds = index.facets["kind"]
        codes: list[int] = np.unique(kinds.codes[np.array(marks + grouped, dtype=np.int64)]).tolist()
        there = {kinds.labels[int(code)] for code in codes}
        looks = [self._timeline.looks.event(row) for row in marks]
        roles = {look.role for look in looks}
        has_context = any(look.is_context for look in looks)
        self._present = frozenset(
            sign
            for sign in self._entries
            if (sign.drawn == "kind" and sign.words in there)
            or (sign.drawn == "role" and sign.name in roles)
            or (sign.drawn == "context" and has_context)
            or sign.drawn in ("dim", "more")
        )
        for sign, (_, words) in self._entries.items():
            role = "" if sign in self._present else "soft"
            if words.property("role") != role:
                words.setProperty("role", role)
                words.style().polish(words)

    def _icon(self, sign: Sign) -> QPixmap:
        ratio, theme = self.devicePixelRatioF(), self._theme
        drawn = QPixmap(round(_ICON * ratio), round(_ICON * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre, ink = QPointF(_ICON / 2, _ICON / 2), theme.colour("text_soft")
        if sign.drawn == "role":
            shapes.draw_role(painter, sign.name, centre, 4.6, theme.colour(f"role_{sign.name}"))
        elif sign.drawn == "dim":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(dimmed(ink, theme))
            painter.drawEllipse(centre, DOT_RADIUS, DOT_RADIUS)
        elif sign.drawn in ("kind", "context"):
            is_context = sign.drawn == "context"
            colour = softened(ink, theme) if is_context else ink
            ground = theme.colour("side").rgba()
            shape = shapes.pixmap(sign.name, 5.4, colour.rgba(), ground, ratio, is_context)
            half = shape.width() / ratio / 2
            painter.drawPixmap(QPointF(centre.x() - half, centre.y() - half), shape)
        painter.end()
        return drawn
