"""Beneath the chips: other ways to read what is searched for, each a press away with what it would leave."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from explorer.domain.tongue import translate
from explorer.ui.widgets import FlowLayout, button, clear, label
from explorer.ui.wording import events_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explorer.storage.offers import Offer


class Offers(QFrame):
    """Hidden while there is nothing to offer. `chosen` carries the search to use instead."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("Filters", "Other ways to read the search"))
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.links: list[QWidget] = []
        self.hide()

    def show_offers(self, offers: "Sequence[Offer]") -> None:
        """Show these in place of the former ones, what is searched for now as plain words."""
        clear(self._flow)
        self.links = []
        for offer in offers:
            words = translate("Filters", "{words}: {events}").format(
                words=offer.words, events=events_in_words(offer.total)
            )
            if offer.is_present:
                said = label(words, "soft")
                said.setWordWrap(False)
                self._flow.addWidget(said)
                continue
            tip = translate("Filters", "Search for {search} instead").format(search=offer.search)
            link = button(words, "link", tip)
            link.clicked.connect(lambda _=False, search=offer.search: self.chosen.emit(search))
            self._flow.addWidget(link)
            self.links.append(link)
        self.setVisible(bool(self.links))
