"""One paragraph of the article's tab: its number, our summary, its claims, its events as chips, and a mark
on its edge that is as full as the filter leaves its events."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from explorer.domain.argument import Claim, Passage
from explorer.domain.edtf import parse
from explorer.domain.event import EventTitle
from explorer.domain.index import Bools, Rows
from explorer.domain.tongue import counted, grouped, translate
from explorer.domain.words import short_date
from explorer.ui.article.pills import Pill
from explorer.ui.event.prose import prose
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


@dataclass(frozen=True, slots=True)
class Standing:
    """The events of one paragraph as the view has them, in order of time.

    `passes` and `carries` say of each row whether the filter lets it through and whether it carries the
    chosen claim; `importance` is 1 to 5; `selected` the selected event's id, `claim` the chosen claim's slug.
    """

    ids: Sequence[int]
    rows: Rows
    passes: Bools
    carries: Bools
    importance: Rows
    selected: int | None
    claim: str

    @property
    def passing(self) -> int:
        return int(np.count_nonzero(self.passes))

    @property
    def key(self) -> tuple[object, ...]:
        """What tells two standings of one paragraph apart."""
        selected = self.selected if self.selected in self.ids else None
        return self.passes.tobytes(), self.carries.tobytes(), selected, self.claim

    def first(self, count: int) -> list[int]:
        """Places of the `count` events worth a chip, in order of time, the selected one among them.

        Those that carry the claim come first, then those that pass, then the more important.
        """
        place = np.arange(len(self.rows))
        ranked = np.lexsort((place, -self.importance.astype(np.int64), ~self.passes, ~self.carries))
        taken: list[int] = ranked[:count].tolist()
        if self.selected is not None and self.selected in self.ids:
            chosen = list(self.ids).index(self.selected)
            if chosen not in taken:
                taken[-1] = chosen
        return sorted(taken)


class PassageView(QWidget):
    """Shows a passage. `pressed` follows a click on its number; `focused` carries what has the keyboard.

    `grown` follows "+2": more events are shown, whose titles may still be to be read.
    """

    pressed = Signal(int)
    event_chosen = Signal(int)
    claim_chosen = Signal(str)
    focused = Signal(object)
    grown = Signal()

    def __init__(self, passage: Passage, claims: Sequence[Claim], theme: Theme) -> None:
        super().__init__()
        self.passage, self._claims, self._theme = passage, claims, theme
        self._standing: Standing | None = None
        self._title_of: Callable[[int], EventTitle | None] = lambda _: None
        self._shown = FEW
        self._is_lit = self._is_chosen = self.is_current = False
        #: Whether every chip has its event's name.
        self._is_titled = True
        self.chips: list[Pill] = []
        light = translate("Article", "Light the events of ¶ {number}").format(number=passage.number)
        self._number = button(f"¶ {passage.number}", "number", light)
        self._number.setParent(self)
        self._number.setAccessibleName(
            translate("Article", "Paragraph {number}").format(number=passage.number)
        )
        # By keyboard the paragraph itself is come to, which does the same.
        self._number.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        on_click(self._number, lambda: self.pressed.emit(passage.number))
        self._share = QLabel(self)
        self._share.setProperty("role", "soft")
        font = self._share.font()
        font.setPixelSize(max(9, round(font.pixelSize() * 0.82)))
        self._share.setFont(font)
        self._share.setIndent(4)
        self._summary = prose(passage.summary)
        self._summary.setParent(self)
        self.tags = [self._tag(claim) for claim in claims]
        self._more = self._pill("more", "")
        self._more.clicked.connect(self._grow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_current(False)

    # What it shows

    def show_standing(self, standing: Standing, title_of: Callable[[int], EventTitle | None]) -> None:
        """Show how the events stand now; `title_of` gives a row's title, None until it is read."""
        former, self._standing, self._title_of = self._standing, standing, title_of
        if former is not None and former.key == standing.key and self._is_titled:
            return
        total, passing = len(standing.rows), standing.passing
        self._is_chosen = any(claim.slug == standing.claim for claim in self._claims)
        for claim, tag in zip(self._claims, self.tags, strict=True):
            is_chosen = claim.slug == standing.claim
            tag.wear(self._theme, "chosen" if is_chosen else "tag")
            tag.setChecked(is_chosen)
        self._share.setText(f"{passing}/{total}")
        self._share.setVisible(passing < total)
        pass_words = passing_in_words(passing, total)
        self.setToolTip(pass_words)
        claims = "".join(f" {_named(claim)}." for claim in self._claims)
        number, summary = self.passage.number, self.passage.summary
        paragraph = translate("Article", "Paragraph {number}").format(number=number)
        self.setAccessibleName(f"{paragraph}. {summary}{claims} {pass_words}.")
        self._show_chips()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        self._theme = theme
        self._more.wear(theme, "more")
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
        for pill in (self, *self.tags, *self.chips, self._more):
            pill.setFocusPolicy(policy)
        self.is_current = is_current
        self._order_stops()

    @property
    def stops(self) -> list[QWidget]:
        """What the arrows go through: the paragraph, then its tags and chips in their order."""
        return [self, *self.tags, *(pill for pill in (*self.chips, self._more) if not pill.isHidden())]

    # Inside

    def _order_stops(self) -> None:
        """Have Tab go through the stops in their order; Qt heeds it only for what can take the keyboard."""
        if self.is_current:
            for one, other in pairwise(self.stops):
                QWidget.setTabOrder(one, other)

    def _tag(self, claim: Claim) -> Pill:
        tag = self._pill("tag", translate("Article", "C {number}", "claim").format(number=claim.position))
        tag.setCheckable(True)
        tag.setAccessibleName(_named(claim))
        tag.setToolTip(
            translate("Article", "Claim {number}: {statement}\nShow the events that carry it").format(
                number=claim.position, statement=claim.statement
            )
        )
        on_click(tag, lambda: self.claim_chosen.emit(claim.slug))
        return tag

    def _pill(self, look: str, text: str) -> Pill:
        pill = Pill(self._theme, look, text, self)
        pill.focused.connect(lambda: self.focused.emit(pill))
        return pill

    def _show_chips(self) -> None:
        standing = self._standing
        assert standing is not None
        total = len(standing.rows)
        # One chip alone is not worth a press.
        count = self._shown if total > self._shown + 1 else total
        places = standing.first(count) if total else []
        had = next((pill for pill in (*self.chips, self._more) if pill.hasFocus()), None)
        while len(self.chips) < len(places):
            chip = self._pill("event", "")
            chip.clicked.connect(self._choose)
            chip.setFocusPolicy(self._more.focusPolicy())
            self.chips.append(chip)
        self._is_titled = True
        for chip, place in zip(self.chips, places, strict=False):
            self._fill(chip, standing, place)
        for chip in self.chips[len(places) :]:
            chip.hide()
        left = total - len(places)
        self._more.setText(f"+{grouped(left)}" if left else translate("Article", "fewer", "events"))
        self._more.setVisible(left > 0 or self._shown > FEW)
        words = translate("Article", "Show fewer events")
        if left:
            words = translate("Article", "Show {n} more of {total} events")
            words = words.format(n=grouped(min(left, MORE)), total=grouped(total))
        self._more.setToolTip(words)
        self._more.setAccessibleName(words)
        self._more.updateGeometry()
        self._order_stops()
        if self._arrange(self.width(), moves=True) != self.height():
            self.updateGeometry()
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
        words = [chip.text()]
        if title is not None:
            words = [title.title, short_date_of(title)]
        if not passes:
            words.append(translate("Article", "hidden by the filter"))
        if standing.carries[place]:
            words.append(translate("Article", "carries the chosen claim"))
        chip.setToolTip(", ".join(words))
        if is_selected:
            words.append(translate("Article", "selected"))
        chip.setAccessibleName(", ".join(words))
        chip.updateGeometry()
        chip.show()

    def _choose(self) -> None:
        chip = self.sender()
        if isinstance(chip, Pill):
            self.event_chosen.emit(chip.property("event_id"))

    def _grow(self) -> None:
        assert self._standing is not None
        has_all = self._shown + 1 >= len(self._standing.rows)
        self._shown = FEW if has_all else self._shown + MORE
        self._show_chips()
        self.grown.emit()

    # Where it stands

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, moves=False)

    def sizeHint(self) -> QSize:
        width = max(200, self.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._arrange(self.width(), moves=True) != self.height():
            # The scroll bar has come or gone since the layout asked, which it must forget first.
            QTimer.singleShot(0, self, self.updateGeometry)

    def _arrange(self, width: int, *, moves: bool) -> int:
        """The height that everything takes in a width; `moves` puts it there.

        The number stands left of the summary, the tags right of it, or below the number where it is narrow.
        """
        # One width for all numbers, so that the summaries stand on one edge.
        first = self.fontMetrics().horizontalAdvance("¶ 00") + 12
        is_narrow = width < NARROW
        left, right, top = EDGE + GAP + first + 9, width - INSIDE, INSIDE
        places: list[tuple[QWidget, QRect]] = []
        beside = top
        below = [self._number] if self._share.isHidden() else [self._number, self._share]
        for widget in below:
            places.append((widget, QRect(EDGE + GAP - 4, beside, first, widget.sizeHint().height())))
            beside += widget.sizeHint().height() + 1
        tagged = top if not is_narrow else beside + 2
        summary_right = right
        for tag in self.tags:
            size = tag.sizeHint()
            x = EDGE + GAP - 4 if is_narrow else right - size.width()
            places.append((tag, QRect(x, tagged, size.width(), size.height())))
            tagged += size.height() + 4
            if not is_narrow:
                summary_right = min(summary_right, x - 8)
        height = self._summary.heightForWidth(summary_right - left)
        places.append((self._summary, QRect(left, top, summary_right - left, height)))
        bottom = max(top + height, tagged if not is_narrow else 0)
        shown = [pill for pill in (*self.chips, self._more) if not pill.isHidden()]
        if shown:
            bottom += 8
            wrapped, taken = _wrapped(shown, QRect(left, bottom, right - left, 0))
            places += wrapped
            bottom += taken
        if moves:
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
            if self._is_lit:
                painter.setBrush(theme.colour("accent_soft"))
                painter.drawRoundedRect(QRectF(self._number.geometry()).adjusted(0, 0, -2, 0), 5, 5)
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


def passing_in_words(passing: int, total: int) -> str:
    """ "3 of 4 events pass the filter", "4 events, all pass the filter", "No events"."""
    if not total:
        return translate("Article", "No events")
    if passing == total:
        return counted(
            total,
            translate("Article", "{n} event, which passes the filter"),
            translate("Article", "{n} events, all pass the filter"),
        )
    words = translate("Article", "{passing} of {n} events pass the filter")
    if total == 1:
        words = translate("Article", "{passing} of {n} event pass the filter")
    return words.format(passing=grouped(passing), n=grouped(total))


def short_date_of(title: EventTitle) -> str:
    """The day on which it began, in words."""
    return short_date(parse(title.start_edtf))
