"""The parts of the detail panel, kept apart: the record, what the article says, and on the record again."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from explorer.domain.edtf import stored
from explorer.domain.event import Commentary, Event
from explorer.domain.sureness import sureness_in_words
from explorer.domain.tongue import mark, translate
from explorer.domain.words import date_in_words, span_in_words
from explorer.ui import shapes
from explorer.ui.collection import Collection
from explorer.ui.event.prose import Hits, found, prose
from explorer.ui.event.reading import dates_of
from explorer.ui.plain import Label
from explorer.ui.theme import Theme, lane_colour
from explorer.ui.widgets import ElidedButton, FlowLayout, button, card, label, on_click, section
from explorer.ui.wording import role_in_words

#: What stands above a commentary: an allusion is not a statement, and context is ours alone.
_READINGS = {
    "named": mark("Panel", "What the article says"),
    "alluded": mark("Panel", "What the article alludes to"),
    "context": mark("Panel", "What the article says"),
}
NOT_DISCUSSED = mark("Panel", "The article does not discuss this event.")

#: Letters of a title and of a summary: Qt takes seconds to lay out a megabyte, and nobody reads one.
_TITLE = 400
_SUMMARY = 20_000


@dataclass(frozen=True, slots=True)
class Parts:
    """Builds the parts of one event: with a theme, marking what a search finds, telling what is clicked."""

    event: Event
    collection: Collection
    theme: Theme
    hits: Hits
    choose_person: Callable[[str], object]
    choose_passage: Callable[[int], object]
    choose_claim: Callable[[str], object]

    def record(self, inside: QVBoxLayout) -> None:
        """Add what happened, when, where and who, how it is known, and from where."""
        event = self.event
        inside.addWidget(_KindLine(event, self.collection, self.theme))
        inside.addSpacing(6)
        text = _cut(event.title, _TITLE)
        title = found(
            label(text, "title", 1.6 if len(text) < 90 else 1.2, is_selectable=True),
            text,
            self.theme,
            self.hits,
        )
        title.setAccessibleName(translate("Panel", "Event: {title}").format(title=event.title))
        inside.addWidget(title)
        inside.addSpacing(8)
        when = span_in_words(*dates_of(event), weekday=True)
        inside.addWidget(label(f"{when[0].upper()}{when[1:]}", "strong", is_selectable=True))
        inside.addSpacing(2)
        inside.addWidget(label(sureness_in_words(*dates_of(event), event.confidence), "soft", 0.9))
        if event.place is not None:
            inside.addSpacing(4)
            where = label(event.place.in_words, "soft", is_selectable=True)
            inside.addWidget(found(where, event.place.in_words, self.theme, self.hits))
        if event.participants:
            inside.addSpacing(12)
            inside.addLayout(self._people())
        if event.summary:
            inside.addSpacing(12)
            inside.addWidget(prose(_cut(event.summary, _SUMMARY), self.theme, self.hits))
        if event.sources:
            inside.addSpacing(12)
            inside.addWidget(section(translate("Panel", "Sources")))
            inside.addSpacing(4)
            for source in event.sources:
                cited = label(source, "soft", 0.92, is_selectable=True)
                inside.addWidget(found(cited, source, self.theme, self.hits))
                inside.addSpacing(3)

    def _people(self) -> FlowLayout:
        chips = FlowLayout()
        for person in self.event.participants:
            office = ", ".join(part for part in (person.office, person.country) if part)
            only = translate("Panel", "Click to show only events with {person}").format(person=person.name)
            only = f"{office}\n{only}".strip()
            chip = ElidedButton(person.name, "chip", only)
            chip.setProperty("found", bool(self.hits(person.name)))
            on_click(chip, lambda name=person.name: self.choose_person(name))
            chips.addWidget(chip)
        return chips

    def article(self, inside: QVBoxLayout) -> None:
        """Add what documents say of the event and the claims it serves; or that the article says nothing."""
        event = self.event
        for number, comment in enumerate(event.commentary):
            inside.addWidget(self._commentary(comment, has_claims=not number))
            inside.addSpacing(10)
        if not event.commentary and self.collection.argument is not None:
            frame, box = card("noteCard")
            box.addWidget(section(translate("Panel", _READINGS[event.basis])))
            if event.basis == "context":
                box.addWidget(label(translate("Panel", NOT_DISCUSSED), "strong"))
            self._passages(box, event.paragraphs, self.collection.argument.document.id)
            self._claims(box)
            inside.addWidget(frame)
            inside.addSpacing(10)

    def on_the_record(self, inside: QVBoxLayout) -> None:
        """Add where the record bears on what is said of the event."""
        for note in self.event.record_notes:
            frame, box = card("recordCard")
            box.addWidget(section(translate("Panel", "On the record")))
            box.addWidget(prose(note, self.theme, self.hits))
            inside.addWidget(frame)
            inside.addSpacing(10)

    def _commentary(self, comment: Commentary, *, has_claims: bool) -> QFrame:
        frame, box = card("noteCard")
        box.addWidget(section(translate("Panel", _READINGS[self.event.basis])))
        self._passages(box, comment.paragraphs, comment.document.id)
        if self.event.basis == "context":
            box.addWidget(label(translate("Panel", NOT_DISCUSSED), "strong"))
        box.addWidget(prose(comment.text, self.theme, self.hits))
        document = comment.document
        if self.event.basis == "context":
            cited = translate("Panel", "Our own words beside {author}, {publisher}")
            cited = cited.format(author=document.author, publisher=document.publisher)
        else:
            date = date_in_words(stored(document.date_edtf)[0])
            cited = translate("Panel", "In our words, on {author}, {publisher}, {date}")
            cited = cited.format(author=document.author, publisher=document.publisher, date=date)
        box.addWidget(label(cited, "soft", 0.84))
        if has_claims:
            self._claims(box)
        return frame

    def _passages(self, box: QVBoxLayout, numbers: tuple[int, ...], document: int) -> None:
        if not numbers:
            return
        links = FlowLayout(spacing=2)
        argument = self.collection.argument
        for number in numbers:
            if argument is None or argument.document.id != document or argument.passage(number) is None:
                # A paragraph of some other document, which no tab shows.
                mark = label(f"¶ {number}", "soft", 0.92)
                mark.setWordWrap(False)
                links.addWidget(mark)
                continue
            link = button(
                f"¶ {number}",
                "link",
                translate("Panel", "Show paragraph {n} in the article").format(n=number),
            )
            link.setAccessibleName(translate("Panel", "Show paragraph {n} in the article").format(n=number))
            on_click(link, lambda number=number: self.choose_passage(number))
            links.addWidget(link)
        box.addLayout(links)

    def _claims(self, box: QVBoxLayout) -> None:
        if not self.event.claims:
            return
        box.addSpacing(4)
        box.addWidget(section(translate("Panel", "Claims it serves")))
        for claim in self.event.claims:
            row = QHBoxLayout()
            row.setSpacing(6)
            role_name = role_in_words(claim.role)
            role = label(role_name, "soft", 0.92)
            role.setWordWrap(False)
            name = f"{claim.position}  {claim.label}"
            tip = translate("Panel", "{claim}\nClick to see the events that carry it")
            chip = ElidedButton(name, "chip", tip.format(claim=claim.statement))
            said = translate("Panel", "Claim {n}: {claim}. {role}")
            chip.setAccessibleName(said.format(n=claim.position, claim=claim.label, role=role_name))
            on_click(chip, lambda slug=claim.slug: self.choose_claim(slug))
            row.addWidget(chip)
            row.addWidget(role)
            row.addStretch(1)
            box.addLayout(row)


class _KindLine(Label):
    """The event's mark, kind and relationship, as on the timeline."""

    def __init__(self, event: Event, collection: Collection, theme: Theme) -> None:
        super().__init__(f"{event.kind_label} · {event.relationship_label}")
        self.setProperty("role", "soft")
        self.setIndent(20)
        self.setWordWrap(True)
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
            painter.drawPixmap(-1, min(round(self.height() / 2 - 9), 3), pixmap)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
