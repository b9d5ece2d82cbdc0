"""The panel's card on two events: how far apart they are, and what lies between them."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from explorer.domain.event import Event, EventTitle
from explorer.domain.tongue import grouped, translate
from explorer.domain.words import span_in_words
from explorer.ui.actions import entry, native, tooltip
from explorer.ui.event.reading import LISTED, Reading, apart, dates_of
from explorer.ui.widgets import ElidedButton, button, card, label, on_click, section


def comparison_card(
    reading: Reading,
    label_of: Callable[[str], str],
    listed: Callable[[tuple[EventTitle, ...]], QLayout],
    choose: Callable[[int], object],
    swap: Callable[[], object],
    end: Callable[[], object],
) -> QWidget:
    """The card for a reading with a comparison.

    `label_of` names a relationship, `listed` lays events out as links; the others are what its buttons do.
    """
    comparison = reading.compared
    assert comparison is not None
    event, other, between = reading.event, comparison.event, comparison.between
    frame, box = _card(translate("Panel", "Compared"), end, swap)
    words = apart(event, other)
    box.addWidget(label(f"{words[0].upper()}{words[1:]}", "strong", 1.08, is_selectable=True))
    box.addSpacing(2)
    first, second = sorted((event, other), key=lambda one: dates_of(one)[0].earliest)
    for one in (first, second):
        box.addWidget(label(span_in_words(*dates_of(one), weekday=True), "soft", 0.92))
        if one is event:
            box.addWidget(label(one.title, "", is_selectable=True))
        else:
            link = ElidedButton(one.title, "link", translate("Panel", "Show {title}").format(title=one.title))
            on_click(link, lambda one=one: choose(one.id))
            box.addWidget(link)
    names = ""
    for slug in between.relationships:
        name = label_of(slug)
        names = translate("Panel", "{one} and {other}").format(one=names, other=name) if names else name
    box.addSpacing(4)
    if not between.total:
        box.addWidget(
            label(translate("Panel", "Nothing lies between them in {names}.").format(names=names), "soft")
        )
        return frame
    if between.total > LISTED:
        many = translate("Panel", "{n} events between them in {names}, of which the {listed} most important")
    elif between.total == 1:
        many = translate("Panel", "{n} event between them in {names}")
    else:
        many = translate("Panel", "{n} events between them in {names}")
    many = many.format(n=grouped(between.total), names=names, listed=len(comparison.titles))
    box.addWidget(label(many, "soft"))
    box.addLayout(listed(comparison.titles))
    return frame


def first_card(event: Event, end: Callable[[], object]) -> QWidget:
    """The card while only the first of two events is chosen."""
    frame, box = _card(translate("Panel", "Compare"), end)
    box.addWidget(
        label(
            translate(
                "Panel", "Choose the event to compare “{event}” with: by click or by the arrow keys."
            ).format(event=event.label)
        )
    )
    return frame


def _card(
    title: str, end: Callable[[], object], swap: Callable[[], object] | None = None
) -> tuple[QFrame, QVBoxLayout]:
    frame, box = card("compareCard")
    frame.setAccessibleName(title)
    head = QHBoxLayout()
    name = section(title)
    name.setWordWrap(False)
    head.addWidget(name)
    head.addStretch(1)
    if swap is not None:
        turned = button(translate("Panel", "Swap"), "link", tooltip(entry("swap")))
        on_click(turned, swap)
        head.addWidget(turned)
    close = button("×", "link", translate("Panel", "End the comparison ({key})").format(key=native("Esc")))
    close.setAccessibleName(translate("Panel", "End the comparison"))
    on_click(close, end)
    head.addWidget(close)
    box.addLayout(head)
    return frame, box
