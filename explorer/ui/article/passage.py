"""One paragraph of the article's tab: its number, our summary, its claims, its events as chips, and a mark
on its edge that is as full as the filter leaves its events."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from explorer.domain.argument import Claim, Passage
from explorer.domain.event import EventTitle
from explorer.domain.tongue import grouped, translate
from explorer.ui.article.pills import WIDEST, Pill
from explorer.ui.article.standing import Standing, passing_in_words, short_date_of
from explorer.ui.event.prose import prose
from explorer.ui.plain import Label, set_tip
from explorer.ui.theme import Theme
from explorer.ui.widgets import button, on_click

#: Chips of a paragraph before "+2" is pressed, and how many more each press shows.
FEW, MORE = 4, 40
#: Pixels: the mark on the edge, and how far the text keeps from it.
EDGE, GAP = 4, 13
#: Pixels: above, below and right of what a paragraph holds; the width below which its tags change sides.
INSIDE, NARROW = 10, 320
#: Pixels between chips.
BETWEEN = 5


class PassageView(QWidget):
    """Shows a passage. `pressed` follows a click on its number; `focused` carries what has the keyboard.

    `grown` follows "+2": more events are shown, whose titles may still be to be read. Until `furnish` gives
    it its parts it is empty and only says what it holds, at a fraction of the cost.
    """

    pressed = Signal(int)
    event_chosen = Signal(int)
    claim_chosen = Signal(str)
    focused = Signal(object)
    grown = Signal()

    def __init__(
        self, passage: Passage, claims: Sequence[Claim], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.passage, self._claims, self._theme = passage, claims, theme
        self._standing: Standing | None = None
        self._title_of: Callable[[int], EventTitle | None] = lambda _: None
        self._shown = FEW
        self._is_lit = self._is_chosen = self.is_current = False
        #: Whether every chip has its event's name.
        self._is_titled = True
        self._parts: _Parts | None = None
        self.chips: list[Pill] = []

    @property
    def is_furnished(self) -> bool:
        """True while it has its parts."""
        return self._parts is not None

    @property
    def tags(self) -> Sequence[Pill]:
        """The tags of its claims, none before it has its parts."""
        return self._parts.tags if self._parts is not None else ()

    def furnish(self) -> None:
        """Have every part; how the events stand is to be shown anew, and room to be found by `fit`."""
        if self._parts is not None:
            return
        number = self.passage.number
        light = translate("Article", "Light the events of ¶ {number}").format(number=number)
        button_ = button(f"¶ {number}", "number", light)
        button_.setAccessibleName(translate("Article", "Paragraph {number}").format(number=number))
        # By keyboard the paragraph itself is come to, which does the same.
        button_.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        on_click(button_, lambda: self.pressed.emit(number))
        share = Label()
        share.setProperty("role", "soft")
        font = share.font()
        font.setPixelSize(max(9, round(font.pixelSize() * 0.82)))
        share.setFont(font)
        share.setIndent(4)
        share.hide()
        summary = prose(self.passage.summary)
        for part in (button_, share, summary):
            part.setParent(self)
        tags = [self._tag(claim) for claim in self._claims]
        more = self._pill("more", "")
        more.clicked.connect(self._grow)
        self._parts = _Parts(button_, share, summary, tags, more)
        for part in (button_, summary, *tags):
            part.show()
        self._standing = None
        self.set_current(self.is_current)

    def strip(self) -> bool:
        """Give the parts up again, unless the keyboard is or may come here; True if they are gone."""
        parts, focus = self._parts, QApplication.focusWidget()
        if parts is None or self.is_current or (focus is not None and self.isAncestorOf(focus)):
            return False
        for part in (parts.number, parts.share, parts.summary, *parts.tags, *self.chips, parts.more):
            part.hide()
            part.deleteLater()
        self._parts, self.chips = None, []
        return True

    # What it shows

    def show_standing(self, standing: Standing, title_of: Callable[[int], EventTitle | None]) -> None:
        """Show how the events stand now; `title_of` gives a row's title, None until it is read."""
        former, self._standing, self._title_of = self._standing, standing, title_of
        if former is not None and former.key == standing.key and self._is_titled:
            return
        total, passing = len(standing.rows), standing.passing
        self._is_chosen = any(claim.slug == standing.claim for claim in self._claims)
        pass_words = passing_in_words(passing, total)
        set_tip(self, pass_words)
        claims = "".join(f" {_named(claim)}." for claim in self._claims)
        number, summary = self.passage.number, self.passage.summary
        paragraph = translate("Article", "Paragraph {number}").format(number=number)
        self.setAccessibleName(f"{paragraph}. {summary}{claims} {pass_words}.")
        parts = self._parts
        if parts is not None:
            for claim, tag in zip(self._claims, parts.tags, strict=True):
                is_chosen = claim.slug == standing.claim
                tag.wear(self._theme, "chosen" if is_chosen else "tag")
                tag.setChecked(is_chosen)
            parts.share.setText(f"{passing}/{total}")
            parts.share.setVisible(passing < total)
            self._show_chips(parts, standing)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        self._theme = theme
        if self._parts is not None:
            self._parts.more.wear(theme, "more")
        standing, self._standing = self._standing, None
        if standing is not None:
            self.show_standing(standing, self._title_of)

    def set_lit(self, is_lit: bool) -> None:
        """Mark the paragraph as the one that is read."""
        if is_lit != self._is_lit:
            self._is_lit = is_lit
            self.update()

    def set_current(self, is_current: bool) -> None:
        """Let Tab come to the paragraph and to what stands in it, or pass it by."""
        policy = Qt.FocusPolicy.TabFocus if is_current else Qt.FocusPolicy.NoFocus
        # A click leaves the keyboard where it is, and the text under the pointer.
        pills = (*self._parts.tags, *self.chips, self._parts.more) if self._parts is not None else ()
        for pill in (self, *pills):
            pill.setFocusPolicy(policy)
        self.is_current = is_current
        self._order_stops()

    @property
    def stops(self) -> list[QWidget]:
        """What the arrows go through: the paragraph, then its tags and chips in their order."""
        if self._parts is None:
            return [self]
        return [self, *self._parts.tags, *self._shown_pills(self._parts)]

    # Inside

    def _shown_pills(self, parts: "_Parts") -> list[Pill]:
        return [pill for pill in (*self.chips, parts.more) if not pill.isHidden()]

    def _order_stops(self) -> None:
        """Have Tab go through the stops in their order; Qt heeds it only for what can take the keyboard."""
        if self.is_current:
            for one, other in pairwise(self.stops):
                QWidget.setTabOrder(one, other)

    def _tag(self, claim: Claim) -> Pill:
        tag = self._pill("tag", translate("Article", "C {number}", "claim").format(number=claim.position))
        tag.setCheckable(True)
        tag.setAccessibleName(_named(claim))
        set_tip(
            tag,
            translate("Article", "Claim {number}: {statement}\nShow the events that carry it").format(
                number=claim.position, statement=claim.statement
            ),
        )
        on_click(tag, lambda: self.claim_chosen.emit(claim.slug))
        return tag

    def _pill(self, look: str, text: str) -> Pill:
        pill = Pill(self._theme, look, text, self)
        pill.setFocusPolicy(self.focusPolicy())
        pill.focused.connect(lambda: self.focused.emit(pill))
        return pill

    def _show_chips(self, parts: "_Parts", standing: Standing) -> None:
        total = len(standing.rows)
        # One chip alone is not worth a press.
        count = self._shown if total > self._shown + 1 else total
        places = standing.first(count) if total else []
        more = parts.more
        had = next((pill for pill in (*self.chips, more) if pill.hasFocus()), None)
        while len(self.chips) < len(places):
            chip = self._pill("event", "")
            chip.clicked.connect(self._choose)
            self.chips.append(chip)
        self._is_titled = True
        for chip, place in zip(self.chips, places, strict=False):
            self._fill(chip, standing, place)
        for chip in self.chips[len(places) :]:
            chip.hide()
        left = total - len(places)
        more.setText(f"+{grouped(left)}" if left else translate("Article", "fewer", "events"))
        more.setVisible(left > 0 or self._shown > FEW)
        words = translate("Article", "Show fewer events")
        if left:
            words = translate("Article", "Show {n} more of {total} events")
            words = words.format(n=grouped(min(left, MORE)), total=grouped(total))
        set_tip(more, words)
        more.setAccessibleName(words)
        self._order_stops()
        if had is not None and had.isHidden():
            self.setFocus()

    def _fill(self, chip: Pill, standing: Standing, place: int) -> None:
        event_id, passes = int(standing.ids[place]), bool(standing.passes[place])
        title = self._title_of(int(standing.rows[place]))
        look = "out" if not passes else "carrying" if standing.carries[place] else "event"
        is_selected = event_id == standing.selected
        chip.setProperty("event_id", event_id)
        chip.setText(title.label if title is not None else "…")
        self._is_titled = self._is_titled and title is not None
        chip.wear(self._theme, "selected" if is_selected else look)
        words = [chip.words]
        if title is not None:
            words = [title.title, short_date_of(title)]
        if not passes:
            words.append(translate("Article", "hidden by the filter"))
        if standing.carries[place]:
            words.append(translate("Article", "carries the chosen claim"))
        set_tip(chip, ", ".join(words))
        if is_selected:
            words.append(translate("Article", "selected"))
        chip.setAccessibleName(", ".join(words))
        chip.show()

    def _choose(self) -> None:
        chip = self.sender()
        if isinstance(chip, Pill):
            self.event_chosen.emit(chip.property("event_id"))

    def _grow(self) -> None:
        assert self._standing is not None and self._parts is not None  # noqa: PT018
        has_all = self._shown + 1 >= len(self._standing.rows)
        self._shown = FEW if has_all else self._shown + MORE
        self._show_chips(self._parts, self._standing)
        self.grown.emit()

    # Where it stands

    def fit(self, width: int) -> int:
        """Place the parts in a width; the height that they take.

        The number stands left of the summary, the tags right of it, or below the number where it is narrow.
        """
        parts = self._parts
        assert parts is not None
        first = _first(self.fontMetrics(), self.passage.number)
        is_narrow = width < NARROW
        left, right, top = EDGE + GAP + first + 9, width - INSIDE, INSIDE
        places: list[tuple[QWidget, QRect]] = []
        beside = top
        below = [parts.number] if parts.share.isHidden() else [parts.number, parts.share]
        for widget in below:
            places.append((widget, QRect(EDGE + GAP - 4, beside, first, widget.sizeHint().height())))
            beside += widget.sizeHint().height() + 1
        tagged = top if not is_narrow else beside + 2
        summary_right = right
        for tag in parts.tags:
            size = tag.sizeHint()
            x = EDGE + GAP - 4 if is_narrow else right - size.width()
            places.append((tag, QRect(x, tagged, size.width(), size.height())))
            tagged += size.height() + 4
            if not is_narrow:
                summary_right = min(summary_right, x - 8)
        height = parts.summary.heightForWidth(summary_right - left)
        places.append((parts.summary, QRect(left, top, summary_right - left, height)))
        bottom = max(top + height, tagged if not is_narrow else 0)
        shown = self._shown_pills(parts)
        if shown:
            bottom += 8
            wrapped, taken = _wrapped(shown, QRect(left, bottom, right - left, 0))
            places += wrapped
            bottom += taken
        for widget, place in places:
            widget.setGeometry(place)
        return max(bottom, beside, tagged) + INSIDE + 2

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        theme, standing = self._theme, self._standing
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            box = QRectF(self.rect()).adjusted(0, 3, 0, -3)
            if self._is_chosen:
                painter.setBrush(theme.colour("note"))
                painter.drawRoundedRect(box, 4, 4)
            if standing is not None and len(standing.rows):
                self._paint_edge(painter, box, standing)
            if self._is_lit and self._parts is not None:
                painter.setBrush(theme.colour("accent_soft"))
                painter.drawRoundedRect(QRectF(self._parts.number.geometry()).adjusted(0, 0, -2, 0), 5, 5)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.colour("accent"), 1.5))
                painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)

    def _paint_edge(self, painter: QPainter, box: QRectF, standing: Standing) -> None:
        theme = self._theme
        edge = QRectF(box.left(), box.top(), EDGE, box.height())
        painter.setBrush(theme.colour("grid_strong"))
        painter.drawRoundedRect(edge, 2, 2)
        share = standing.passing / len(standing.rows)
        if not share:
            return
        # Whoever passes at all can be seen.
        edge.setHeight(max(2.0 * EDGE, edge.height() * share))
        colour = theme.colour("note_line" if self._is_chosen else "accent")
        if not (self._is_chosen or self._is_lit):
            colour.setAlphaF(0.45)
        painter.setBrush(colour)
        painter.drawRoundedRect(edge, 2, 2)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What stands in a paragraph beside its chips."""

    number: QPushButton
    share: QLabel
    summary: QLabel
    tags: Sequence[Pill]
    more: Pill


def rough_height(passage: Passage, width: int, metrics: QFontMetrics) -> int:
    """About the height that a passage will take in a width, known without its parts."""
    room = max(
        60, width - EDGE - GAP - _first(metrics, passage.number) - 9 - INSIDE - (50 if width >= NARROW else 0)
    )
    lines = 1 + len(passage.summary) * metrics.averageCharWidth() // room
    chips = 1 + min(FEW + 1, len(passage.event_ids)) * WIDEST // 2 // room if passage.event_ids else 0
    return 2 * INSIDE + 2 + round(1.32 * lines * metrics.height()) + chips * (metrics.height() + 8) + 8


def _first(metrics: QFontMetrics, number: int) -> int:
    """The room of the number: one width for all up to 99, so that the summaries stand on one edge."""
    return metrics.horizontalAdvance("¶ " + "0" * max(2, len(str(number)))) + 12


def _wrapped(widgets: Sequence[QWidget], room: QRect) -> tuple[list[tuple[QWidget, QRect]], int]:
    """Where widgets come to stand one after the other, wrapped like text, and how high that is."""
    placed: list[tuple[QWidget, QRect]] = []
    x, y, row = room.left(), room.top(), 0
    for widget in widgets:
        size = widget.sizeHint().boundedTo(QSize(room.width(), 1000))
        if x > room.left() and x + size.width() > room.left() + room.width():
            x, y, row = room.left(), y + row + BETWEEN, 0
        placed.append((widget, QRect(QPoint(x, y), size)))
        x += size.width() + BETWEEN
        row = max(row, size.height())
    return placed, y + row - room.top()


def _named(claim: Claim) -> str:
    words = translate("Article", "Claim {number}: {label}")
    return words.format(number=claim.position, label=claim.label)
