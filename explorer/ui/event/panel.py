"""The right panel: the event that is selected, the record first, then what the article says of it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from explorer.domain.edtf import stored
from explorer.domain.event import EventTitle
from explorer.domain.folding import is_blank
from explorer.domain.query import highlights, parse_query
from explorer.domain.reasons import reasons, texts_of
from explorer.domain.tongue import translate
from explorer.domain.words import date_in_words, short_date, span_in_words
from explorer.state import ViewState
from explorer.ui.actions import entry, native
from explorer.ui.collection import Collection
from explorer.ui.event.comparison import comparison_card, first_card
from explorer.ui.event.note_editor import NoteEditor
from explorer.ui.event.parts import Parts
from explorer.ui.event.prose import Hits, no_hits
from explorer.ui.event.reading import Reading, dates_of
from explorer.ui.plain import Label, set_tip
from explorer.ui.theme import Theme
from explorer.ui.widgets import ElidedButton, FlowLayout, button, label, on_click, section


class DetailPanel(QWidget):
    """Shows the Collection's reading. Signals ask for what lies outside the panel.

    `passage_asked` carries a paragraph's number, `claim_chosen` a claim's identifier.
    """

    person_chosen = Signal(str)
    event_chosen = Signal(int)
    passage_asked = Signal(int)
    claim_chosen = Signal(str)
    citation_asked = Signal()
    star_asked = Signal()
    swap_asked = Signal()
    comparison_ended = Signal()

    def __init__(self, collection: Collection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(translate("Panel", "Event"))
        self.setMinimumWidth(250)
        self._collection, self._theme = collection, theme
        self._important: tuple[EventTitle, ...] = ()
        self._list_heading = ""
        self._star: QToolButton | None = None
        self._words_changed = QTimer(self)
        self._words_changed.setSingleShot(True)
        self._words_changed.timeout.connect(lambda: self._show(self._collection.reading))
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(translate("Panel", "Event details"))
        self._filtered_out = label(translate("Panel", "The filter leaves this event out."), "soft")
        self._filtered_out.setObjectName("filteredOut")
        outside.addWidget(self._filtered_out)
        self._found_by = label("", "soft", is_selectable=True)
        self._found_by.setObjectName("filteredOut")
        outside.addWidget(self._found_by)
        outside.addWidget(self._scroll, 1)
        self.editor = NoteEditor(collection.notebook)
        outside.addWidget(self.editor)
        collection.opened.connect(self.editor.forget)
        collection.read.connect(self._show)
        collection.matched.connect(self._tell_why)
        collection.notebook.changed.connect(self._take_note)
        collection.store.observe(self._follow)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        self._theme = theme
        self._show(self._collection.reading)

    def write_note(self) -> None:
        """Give the keyboard to the note on the event."""
        if self.editor.isVisible():
            self.editor.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_important(self, titles: tuple[EventTitle, ...], heading: str = "") -> None:
        """List some events under a heading, for when nothing is selected."""
        heading = heading or translate("Panel", "Most important in view")
        if (titles, heading) != (self._important, self._list_heading):
            self._important, self._list_heading = titles, heading
            if self._collection.reading is None:
                self._show(None)

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if self._collection.reading is None:
            return
        if new.commentary != old.commentary:
            self._show(self._collection.reading)
        elif new.filter.search != old.filter.search:
            # Other words are marked: not in the same breath as all else that a search changes.
            self._words_changed.start()

    def _take_note(self, event_id: int) -> None:
        reading = self._collection.reading
        if reading is not None and reading.event.id == event_id and self._star is not None:
            self._show_star(self._star, event_id)

    def _show(self, reading: Reading | None) -> None:
        self._words_changed.stop()
        former = self._scroll.widget()
        bar = self._scroll.verticalScrollBar()
        event_id = reading.event.id if reading is not None else None
        stays = former is not None and former.property("event") == event_id
        at = bar.value() if stays else 0
        body = QWidget()
        body.setObjectName("detailBody")
        body.setProperty("event", event_id)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 14, 20, 20)
        inside.setSpacing(0)
        self._star = None
        if reading is None:
            self._nothing(inside)
        else:
            self._event(inside, reading)
        inside.addStretch(1)
        for words in body.findChildren(Label):
            if words.wordWrap():
                # One long word must not widen the panel for all.
                words.setMinimumWidth(1)
        # A new body each time: what belonged to the event before goes with it.
        self._scroll.setWidget(body)
        bar.setValue(at)
        self._tell_why()
        self.editor.show_event(reading.event if reading is not None else None)
        self.editor.show_hits(self._hits(), self._theme.colour("hit"))

    def _tell_why(self, _: object = None) -> None:
        """What is read stays when a filter is set: say that it is not among what is shown, or why it is."""
        reading, index, match = self._collection.reading, self._collection.index, self._collection.match
        row = index.row_of(reading.event.id) if reading is not None and index is not None else None
        is_out = row is not None and match is not None and not match.mask[row]
        self._filtered_out.setVisible(is_out)
        found_by = ""
        if reading is not None and match is not None and not is_out and not is_blank(match.filter.search):
            note = self._collection.notebook.note_of(reading.event.id).text
            why = reasons(parse_query(match.filter.search), texts_of(reading.event, note))
            if why:
                said = ", ".join(reason.in_words for reason in why)
                found_by = translate("Panel", "Found by {reasons}.").format(reasons=said)
        self._found_by.setText(found_by)
        self._found_by.setVisible(bool(found_by))

    def _nothing(self, inside: QVBoxLayout) -> None:
        inside.addSpacing(4)
        inside.addWidget(label(translate("Panel", "Nothing selected"), "title", 1.3))
        inside.addSpacing(8)
        inside.addWidget(
            label(translate("Panel", "Click a mark to read it, or use ← and → on the timeline."), "soft")
        )
        if self._important:
            inside.addSpacing(18)
            inside.addWidget(section(self._list_heading))
            inside.addSpacing(6)
            inside.addLayout(self._listed(self._important))

    def _event(self, inside: QVBoxLayout, reading: Reading) -> None:
        state = self._collection.store.state
        event, index = reading.event, self._collection.index
        if reading.compared is not None and index is not None:
            relationship = index.facets["relationship"]
            made = comparison_card(
                reading,
                relationship.label_of,
                self._listed,
                self.event_chosen.emit,
                self.swap_asked.emit,
                self.comparison_ended.emit,
            )
            inside.addWidget(made)
            inside.addSpacing(14)
        elif state.compared == event.id:
            inside.addWidget(first_card(event, self.comparison_ended.emit))
            inside.addSpacing(14)
        parts = Parts(
            event,
            self._collection,
            self._theme,
            self._hits(),
            self.person_chosen.emit,
            self.passage_asked.emit,
            self.claim_chosen.emit,
        )
        head = QHBoxLayout()
        name = section(translate("Panel", "The record"))
        name.setWordWrap(False)
        head.addWidget(name)
        head.addStretch(1)
        head.addWidget(self._star_button(event.id))
        inside.addLayout(head)
        inside.addSpacing(4)
        parts.record(inside)
        inside.addSpacing(20)
        if state.commentary:
            parts.article(inside)
            parts.on_the_record(inside)
            inside.addSpacing(8)
        if reading.neighbours:
            inside.addWidget(section(translate("Panel", "Before and after, same relationship")))
            inside.addSpacing(6)
            inside.addLayout(self._listed(reading.neighbours))
            inside.addSpacing(18)
        copy = button(
            translate("Panel", "Copy citation"),
            "",
            translate("Panel", "Copy the event as text with its citation (Ctrl+C)"),
        )
        copy.clicked.connect(self.citation_asked)
        buttons = FlowLayout()
        buttons.addWidget(copy)
        argument = self._collection.argument
        numbers = argument.paragraphs_of(event.id) if argument is not None and state.commentary else ()
        if numbers:
            words = translate("Panel", "Show what the article says of it, from ¶ {n} on (P)")
            show = button(translate("Panel", "Show in the article"), "", words.format(n=numbers[0]))
            on_click(show, lambda: self.passage_asked.emit(numbers[0]))
            buttons.addWidget(show)
        inside.addLayout(buttons)

    def _hits(self) -> Hits:
        query = parse_query(self._collection.store.state.filter.search)
        return (lambda text: highlights(query, text)) if query.terms else no_hits

    def _star_button(self, event_id: int) -> QToolButton:
        star = self._star = QToolButton()
        star.setObjectName("starButton")
        star.setCheckable(True)
        star.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        star.setCursor(Qt.CursorShape.PointingHandCursor)
        star.setEnabled(self._collection.notebook.is_open)
        font = star.font()
        font.setPixelSize(round(font.pixelSize() * 1.35))
        star.setFont(font)
        self._show_star(star, event_id)
        on_click(star, self.star_asked.emit)
        return star

    def _show_star(self, star: QToolButton, event_id: int) -> None:
        is_starred = self._collection.notebook.note_of(event_id).is_starred
        star.setChecked(is_starred)
        star.setText("★" if is_starred else "☆")
        star.setAccessibleName(
            translate("Panel", "Take the star away") if is_starred else translate("Panel", "Star the event")
        )
        set_tip(
            star,
            translate("Panel", "{text} ({key})").format(
                text=star.accessibleName(), key=native(entry("star").keys[0])
            ),
        )

    def _listed(self, titles: tuple[EventTitle, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        notebook = self._collection.notebook
        for row, title in enumerate(titles):
            date = label(short_date(stored(title.start_edtf)[0]), "soft")
            date.setWordWrap(False)
            grid.addWidget(date, row, 0, Qt.AlignmentFlag.AlignTop)
            star = "★ " if notebook.note_of(title.id).is_starred else ""
            link = ElidedButton(f"{star}{title.label}", "link", title.title)
            link.setAccessibleName(title.title)
            link.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            link.clicked.connect(lambda _=False, event_id=title.id: self.event_chosen.emit(event_id))
            grid.addWidget(link, row, 1)
        return grid


def citation(reading: Reading, *, has_commentary: bool = True) -> str:
    """The event as plain text with its sources and, where the article bears on it, the article."""
    event = reading.event
    when = span_in_words(*dates_of(event), weekday=True)
    lines = [f"{event.title}, {when}" + (f", {event.place.in_words}." if event.place else ".")]
    if event.summary:
        lines.append(event.summary)
    if event.sources:
        lines.append(translate("Panel", "Sources: {sources}.").format(sources="; ".join(event.sources)))
    for comment in event.commentary if has_commentary else ():
        if comment.paragraphs:
            document = comment.document
            date = date_in_words(stored(document.date_edtf)[0])
            numbers = ", ".join(str(number) for number in comment.paragraphs)
            cited = translate("Panel", "Discussed in {author}, {publisher}, {date}, ¶ {numbers}.")
            cited = cited.format(
                author=document.author, publisher=document.publisher, date=date, numbers=numbers
            )
            lines.append(cited)
    return "\n".join(lines)
