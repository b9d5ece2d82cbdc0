"""The right panel: the event that is selected, the record first, then what the article says of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from explorer.domain.edtf import parse
from explorer.domain.event import Commentary, Event, EventTitle
from explorer.domain.words import date_in_words, short_date, span_in_words
from explorer.ui import shapes
from explorer.ui.collection import Collection, Reading
from explorer.ui.theme import Theme, lane_colour
from explorer.ui.widgets import FlowLayout, button, card, label, on_click, prose, section

_ROLES = {
    "evidence": "Evidence for",
    "precedent": "A precedent for",
    "exception": "An exception to",
    "consequence": "A consequence in",
}
#: What stands above a commentary: an allusion is not a statement, and context is ours alone.
_READINGS = {
    "named": "What the article says",
    "alluded": "What the article alludes to",
    "context": "Not in the article",
}
_CONFIDENCE = {"medium": "The date is probable, not certain.", "low": "The date is doubtful."}


class DetailPanel(QWidget):
    """Shows the Collection's reading. Signals ask for what lies outside the panel."""

    person_chosen = Signal(str)
    event_chosen = Signal(int)
    passage_asked = Signal(int)
    citation_asked = Signal()

    def __init__(self, collection: Collection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Event")
        self.setMinimumWidth(250)
        self._collection, self._theme = collection, theme
        self._important: tuple[EventTitle, ...] = ()
        self._list_heading = ""
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Event details")
        outside.addWidget(self._scroll, 1)
        collection.read.connect(self._show)
        self.set_theme(theme)
        self._show(None)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        self._theme = theme
        self._show(self._collection.reading)

    def _show(self, reading: Reading | None) -> None:
        body = QWidget()
        body.setObjectName("detailBody")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 18, 20, 20)
        inside.setSpacing(0)
        if reading is None:
            self._nothing(inside)
        else:
            self._event(inside, reading)
        inside.addStretch(1)
        # A new body each time: what belonged to the event before goes with it.
        self._scroll.setWidget(body)

    def _nothing(self, inside: QVBoxLayout) -> None:
        inside.addWidget(label("Nothing selected", "title", 1.3))
        inside.addSpacing(8)
        inside.addWidget(label("Click a mark to read it, or use ← and → on the timeline.", "soft"))
        if self._important:
            inside.addSpacing(18)
            inside.addWidget(section(self._list_heading))
            inside.addSpacing(6)
            inside.addLayout(self._listed(self._important))

    def show_important(self, titles: tuple[EventTitle, ...], heading: str = "Most important in view") -> None:
        """List some events under a heading, for when nothing is selected."""
        if (titles, heading) != (self._important, self._list_heading):
            self._important, self._list_heading = titles, heading
            if self._collection.reading is None:
                self._show(None)

    def _event(self, inside: QVBoxLayout, reading: Reading) -> None:
        event = reading.event
        inside.addWidget(_KindLine(event, self._collection, self._theme))
        inside.addSpacing(7)
        # Qt takes seconds to lay out a title of a megabyte, and nobody reads one.
        title = label(_cut(event.title, 400), "title", 1.6, is_selectable=True)
        title.setAccessibleName(f"Event: {event.title}")
        inside.addWidget(title)
        inside.addSpacing(8)
        inside.addWidget(label(_when(event), "strong", is_selectable=True))
        if event.confidence in _CONFIDENCE:
            inside.addSpacing(3)
            inside.addWidget(label(_CONFIDENCE[event.confidence], "soft", 0.92))
        if event.place is not None:
            inside.addSpacing(4)
            inside.addWidget(label(event.place.in_words, "soft", is_selectable=True))
        if event.participants:
            inside.addSpacing(12)
            inside.addLayout(self._people(event))
        if event.summary:
            inside.addSpacing(12)
            inside.addWidget(prose(_cut(event.summary, 20_000)))
        inside.addSpacing(18)
        for comment in event.commentary:
            inside.addWidget(self._commentary(event, comment))
            inside.addSpacing(10)
        for note in event.record_notes:
            frame, box = card("recordCard")
            box.addWidget(section("On the record"))
            box.addWidget(prose(note))
            inside.addWidget(frame)
            inside.addSpacing(10)
        inside.addSpacing(8)
        if event.claims:
            inside.addWidget(section("Claims it serves"))
            inside.addSpacing(6)
            for claim in event.claims:
                text = f"{_ROLES[claim.role]} claim {claim.position}: {claim.label}"
                line = label(text, is_selectable=True)
                line.setToolTip(claim.statement)
                inside.addWidget(line)
                inside.addSpacing(4)
            inside.addSpacing(14)
        if reading.neighbours:
            inside.addWidget(section("Before and after, same relationship"))
            inside.addSpacing(6)
            inside.addLayout(self._listed(reading.neighbours))
            inside.addSpacing(18)
        if event.sources:
            inside.addWidget(section("Sources"))
            inside.addSpacing(6)
            for source in event.sources:
                inside.addWidget(label(source, "soft", is_selectable=True))
                inside.addSpacing(3)
            inside.addSpacing(18)
        copy = button("Copy citation", "", "Copy the event as text with its citation (Ctrl+C)")
        copy.clicked.connect(self.citation_asked)
        buttons = FlowLayout()
        buttons.addWidget(copy)
        argument = self._collection.argument
        numbers = argument.paragraphs_of(event.id) if argument is not None else ()
        if numbers:
            words = f"Show what the article says of it, from ¶ {numbers[0]} on"
            show = button("Show in the article", "", f"{words} (P)")
            on_click(show, lambda: self.passage_asked.emit(numbers[0]))
            buttons.addWidget(show)
        inside.addLayout(buttons)

    def _people(self, event: Event) -> FlowLayout:
        chips = FlowLayout()
        for person in event.participants:
            office = ", ".join(part for part in (person.office, person.country) if part)
            chip = button(
                person.name, "chip", f"{office}\nClick to show only events with {person.name}".strip()
            )
            chip.clicked.connect(lambda _=False, name=person.name: self.person_chosen.emit(name))
            chips.addWidget(chip)
        return chips

    def _commentary(self, event: Event, comment: Commentary) -> QFrame:
        frame, box = card("noteCard")
        head = QHBoxLayout()
        name = section(_READINGS[event.basis])
        # A wrapping label beside a stretch would take as little width as it can.
        name.setWordWrap(False)
        head.addWidget(name)
        head.addStretch(1)
        for number in comment.paragraphs:
            if not self._is_shown(comment, number):
                mark = label(f"¶ {number}", "soft", 0.92)
                mark.setWordWrap(False)
                head.addWidget(mark)
                continue
            link = button(f"¶ {number}", "link", f"Show paragraph {number} in the article")
            link.setAccessibleName(f"Show paragraph {number} in the article")
            on_click(link, lambda number=number: self.passage_asked.emit(number))
            head.addWidget(link)
        box.addLayout(head)
        box.addWidget(prose(comment.text))
        document = comment.document
        date = date_in_words(parse(document.date_edtf))
        if event.basis != "context":
            cited = f"In our words, on {document.author}, {document.publisher}, {date}"
            box.addWidget(label(cited, "soft", 0.84))
        return frame

    def _is_shown(self, comment: Commentary, number: int) -> bool:
        """True for a paragraph of the document that the article's tab shows."""
        argument = self._collection.argument
        is_ours = argument is not None and argument.document.id == comment.document.id
        return is_ours and argument is not None and argument.passage(number) is not None

    def _listed(self, titles: tuple[EventTitle, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, title in enumerate(titles):
            date = label(short_date(parse(title.start_edtf)), "soft")
            date.setWordWrap(False)
            grid.addWidget(date, row, 0, Qt.AlignmentFlag.AlignTop)
            room = max(120, self.width() - 150)
            words = self.fontMetrics().elidedText(title.label, Qt.TextElideMode.ElideRight, room)
            link = button(words, "link", title.title)
            link.setAccessibleName(title.title)
            link.clicked.connect(lambda _=False, event_id=title.id: self.event_chosen.emit(event_id))
            grid.addWidget(link, row, 1, Qt.AlignmentFlag.AlignLeft)
        return grid


class _KindLine(QLabel):
    """The event's mark, kind and relationship, as on the timeline."""

    def __init__(self, event: Event, collection: Collection, theme: Theme) -> None:
        super().__init__(f"{event.kind_label} · {event.relationship_label}")
        self.setProperty("role", "soft")
        self.setIndent(20)
        self._theme = theme
        self._shape = collection.shapes.get(event.kind, "disc")
        index = collection.index
        code = index.facets["relationship"].code_of(event.relationship) if index is not None else 0
        self._colour = lane_colour(code or 0, theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            ratio = self.devicePixelRatioF()
            ground = self._theme.colour("ground").rgba()
            pixmap = shapes.pixmap(self._shape, 6.0, self._colour.rgba(), ground, ratio)
            painter.drawPixmap(-1, round(self.height() / 2 - 9), pixmap)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def _when(event: Event) -> str:
    start = parse(event.start_edtf)
    return span_in_words(start, parse(event.end_edtf) if event.end_edtf else None, weekday=True)


def citation(reading: Reading) -> str:
    """The event as plain text with its sources and, where the article bears on it, the article."""
    event = reading.event
    lines = [f"{event.title}, {_when(event)}" + (f", {event.place.in_words}." if event.place else ".")]
    if event.summary:
        lines.append(event.summary)
    if event.sources:
        lines.append(f"Sources: {'; '.join(event.sources)}.")
    for comment in event.commentary:
        if comment.paragraphs:
            document = comment.document
            date = date_in_words(parse(document.date_edtf))
            numbers = ", ".join(str(number) for number in comment.paragraphs)
            lines.append(f"Discussed in {document.author}, {document.publisher}, {date}, ¶ {numbers}.")
    return "\n".join(lines)
