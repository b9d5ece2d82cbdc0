"""The left panel: a section for dates, for each facet and for importance, filtering at once.

The window builds it; what a section does is in section.py, facet_section.py, importance_section.py and
dates_section.py.
"""

from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from explorer.domain.index import Matched
from explorer.domain.tongue import mark, translate
from explorer.state import Store, ViewState
from explorer.ui.collection import Collection
from explorer.ui.desktop.settings import Settings
from explorer.ui.filtering.dates_section import DatesSection
from explorer.ui.filtering.facet_list import ROW_HEIGHT, FacetList
from explorer.ui.filtering.facet_section import FacetSection, Kind
from explorer.ui.filtering.importance_section import ImportanceSection
from explorer.ui.filtering.section import Section
from explorer.ui.sizes import scaled
from explorer.ui.theme import Theme

_KINDS: Final = (
    Kind(
        "relationship",
        mark("Filters", "Relationship"),
        mark("Filters", "relationships"),
        is_open=True,
        sort="listed",
    ),
    Kind(
        "kind",
        mark("Filters", "Kind"),
        mark("Filters", "kinds"),
        is_open=True,
        sort="listed",
    ),
    Kind("person", mark("Filters", "People"), mark("Filters", "people"), is_open=True),
    Kind("place", mark("Filters", "Place"), mark("Filters", "places")),
    Kind("country", mark("Filters", "Country"), mark("Filters", "countries")),
    Kind(
        "basis",
        mark("Filters", "In the article"),
        mark("Filters", "bases"),
        sort="listed",
    ),
    Kind("claim", mark("Filters", "Claims"), mark("Filters", "claims")),
    Kind("source", mark("Filters", "Sources"), mark("Filters", "sources")),
    Kind("mine", mark("Filters", "Mine"), mark("Filters", "marks"), is_open=True),
)


class FacetsPanel(QScrollArea):
    """Observes the Store's filter and the Collection's counts; its sections edit the filter."""

    def __init__(
        self,
        store: Store,
        collection: Collection,
        settings: Settings,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("facets")
        self.setAccessibleName(translate("Filters", "Filters"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(170)
        body = QWidget()
        body.setObjectName("facetBody")
        # Whatever is inside, it is as wide as the panel.
        body.setMinimumWidth(150)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(10, 12, 10, 16)
        inside.setSpacing(2)
        self._last: Section | None = None
        self._facets = [FacetSection(kind, store, collection, settings, theme) for kind in _KINDS]
        self._importance = ImportanceSection(store, collection, settings, theme)
        self.dates = DatesSection(store, collection, settings, theme)
        # Dates first: nobody looks for them below people, places and sources.
        self.sections: tuple[Section, ...] = (self.dates, *self._facets, self._importance)
        for section in self.sections:
            section.hide()
            inside.addWidget(section)
            section.walked.connect(self._walk)
        for section in self._facets:
            section.list.moved.connect(self._follow_row)
        inside.addStretch(1)
        self.setWidget(body)
        store.observe(self._follow)
        collection.opened.connect(self.dates.forget)
        collection.counted.connect(self._show)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        for section in self.sections:
            section.set_theme(theme)

    def lists(self) -> dict[str, FacetList]:
        """The list of each facet by its name."""
        return {section.name: section.list for section in self._facets}

    def section(self, name: str) -> Section:
        """The section of a facet, of "importance" or of "dates"."""
        return next(section for section in self.sections if section.name == name)

    def open_section(self, name: str) -> None:
        """Open a section, bring it into view and give it the keyboard."""
        section = self.section(name)
        section.open()
        section.main_stop().setFocus(Qt.FocusReason.ShortcutFocusReason)
        # What has just been opened takes its room with the next event.
        QTimer.singleShot(0, section, lambda: self.ensureWidgetVisible(section))

    def take_keyboard(self) -> None:
        """Give the keyboard to the section that had it last, at first to the first one."""
        last = self._last if self._last is not None and not self._last.isHidden() else None
        section = last or next((one for one in self.sections if not one.isHidden()), None)
        if section is not None:
            stop = section.main_stop() if section.is_open else section.heading
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def focused_section(self) -> Section | None:
        """The section that has the keyboard."""
        focus = QApplication.focusWidget()
        if focus is None:
            return None
        return next((section for section in self.sections if section.isAncestorOf(focus)), None)

    def open_all(self, is_open: bool) -> None:
        """Open or close every section."""
        for section in self.sections:
            section.open(is_open)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Note which section the keyboard leaves, and follow it with the panel's scrolling."""
        self._last = self.focused_section() or self._last
        moved = super().focusNextPrevChild(is_next)
        self._last = self.focused_section() or self._last
        return moved

    def _walk(self, step: int) -> None:
        shown = [section for section in self.sections if not section.isHidden()]
        source = self.sender()
        if isinstance(source, Section):
            at = shown.index(source) + step
            if 0 <= at < len(shown):
                shown[at].heading.setFocus(Qt.FocusReason.TabFocusReason)
                self.ensureWidgetVisible(shown[at].heading)

    def _follow_row(self, row: QRect) -> None:
        """Scroll the panel until the row that the keyboard has reached is in view."""
        source = self.sender()
        if isinstance(source, FacetList):
            body = self.widget()
            assert body is not None
            at = source.viewport().mapTo(body, row.center())
            self.ensureVisible(at.x(), at.y(), 0, scaled(ROW_HEIGHT))

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if (old.filter, old.commentary) != (new.filter, new.commentary):
            # Boxes answer at once; their counts follow when they are known.
            for section in self.sections:
                section.refresh()

    def _show(self, matched: Matched) -> None:
        for section in (*self._facets, self._importance):
            section.show_counts(dict(matched.counts.get(section.name, {})))
        self.dates.refresh()
