"""The left panel: every facet with counts under the other filters, filtering at once."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSignalBlocker, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from explorer.domain.index import Facet, Matched
from explorer.state import Store
from explorer.ui.collection import Collection
from explorer.ui.facet_list import ROW_HEIGHT, FacetList, Value
from explorer.ui.theme import Theme, lane_colour
from explorer.ui.widgets import button, section

#: Values shown of a long facet until "Show all" is pressed.
SHORT = 8


@dataclass(frozen=True, slots=True)
class _Section:
    """One facet of the panel. `is_open_choice`: nothing is checked while nothing is chosen."""

    name: str
    title: str
    is_open_choice: bool = False
    filters: str = ""


_SECTIONS = (
    _Section("relationship", "Relationship"),
    _Section("kind", "Kind"),
    _Section("person", "People", is_open_choice=True, filters="people"),
    _Section("place", "Place", is_open_choice=True, filters="places"),
    _Section("basis", "In the article"),
)


class FacetsPanel(QScrollArea):
    """Observes the Store's filter and the Collection's counts; edits the filter."""

    def __init__(
        self, store: Store, collection: Collection, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("facets")
        self.setAccessibleName("Filters")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(170)
        body = QWidget()
        body.setObjectName("facetBody")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(10, 14, 10, 16)
        inside.setSpacing(2)
        self._panels = [_Panel(kind, store, collection, theme) for kind in _SECTIONS]
        for panel in self._panels:
            inside.addWidget(panel)
            panel.list.moved.connect(self._follow_row)
        inside.addStretch(1)
        self.setWidget(body)
        collection.counted.connect(self._show)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        for panel in self._panels:
            panel.set_theme(theme)

    def lists(self) -> dict[str, FacetList]:
        """The list of each facet by its name."""
        return {panel.name: panel.list for panel in self._panels}

    def _follow_row(self, row: QRect) -> None:
        """Scroll the panel until the row that the keyboard has reached is in view."""
        source = self.sender()
        if isinstance(source, FacetList):
            body = self.widget()
            assert body is not None
            at = source.viewport().mapTo(body, row.center())
            self.ensureVisible(at.x(), at.y(), 0, ROW_HEIGHT)

    def _show(self, matched: Matched) -> None:
        for panel in self._panels:
            panel.show_counts(matched)


class _Panel(QWidget):
    def __init__(self, kind: _Section, store: Store, collection: Collection, theme: Theme) -> None:
        super().__init__()
        self.name = kind.name
        self._kind, self._store, self._collection, self._theme = kind, store, collection, theme
        self._matched: Matched | None = None
        self._shows_all = False
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 12)
        inside.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 2, 0)
        head.addWidget(section(kind.title))
        head.addStretch(1)
        self._clear = button("clear", "link", f"Clear the choice in {kind.title}")
        self._clear.setAccessibleName(f"Clear {kind.title}")
        self._clear.clicked.connect(lambda: self._choose(frozenset()))
        size = self._clear.sizePolicy()
        size.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(size)
        head.addWidget(self._clear)
        inside.addLayout(head)
        self._search = QLineEdit()
        self._search.setVisible(bool(kind.filters))
        self._search.setAccessibleName(f"Filter {kind.filters}")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._relist)
        inside.addWidget(self._search)
        self.list = FacetList(kind.title, theme)
        self.list.toggled.connect(self._toggle)
        self.list.only.connect(self._choose_only)
        inside.addWidget(self.list)
        self._more = button("", "link")
        self._more.clicked.connect(self._show_more)
        inside.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        self._theme = self.list.theme = theme
        self._relist()

    def show_counts(self, matched: Matched) -> None:
        if self._matched is None or set(matched.counts[self.name]) != set(self._matched.counts[self.name]):
            self._shows_all = False
            with QSignalBlocker(self._search):
                self._search.clear()
        self._matched = matched
        self._relist()

    def _facet(self) -> Facet | None:
        index = self._collection.index
        return index.facets[self.name] if index is not None else None

    def _relist(self) -> None:
        facet, matched = self._facet(), self._matched
        if facet is None or matched is None:
            return
        chosen, counts = matched.filter.chosen_in(self.name), matched.counts[self.name]
        values = [
            Value(
                slug,
                label,
                counts[slug],
                slug in chosen or not (chosen or self._kind.is_open_choice),
                *self._look(at),
            )
            for at, (slug, label) in enumerate(zip(facet.slugs, facet.labels, strict=True))
        ]
        self.setVisible(len(values) > 0)
        if self._kind.filters:
            # What is chosen stays in sight, then the commonest.
            values.sort(key=lambda value: (not value.is_checked, -value.count, value.label))
            self._search.setPlaceholderText(f"Filter {len(values):,} {self._kind.filters}…")
            self._search.setVisible(len(values) > SHORT)
        wanted = self._search.text().strip().casefold()
        shown = [value for value in values if wanted in value.label.casefold()]
        is_cut = bool(self._kind.filters) and not self._shows_all and not wanted and len(shown) > SHORT + 1
        self.list.show_values(tuple(shown[: max(SHORT, len(chosen))] if is_cut else shown))
        can_shorten = bool(self._kind.filters) and self._shows_all and not wanted and len(shown) > SHORT + 1
        self._more.setVisible(is_cut or can_shorten)
        self._more.setText(f"Show all {len(shown):,}" if is_cut else "Show fewer")
        self._more.setToolTip(
            f"List {'every one of' if is_cut else 'only the commonest of'} the {self._kind.filters}"
        )
        self._more.setAccessibleName(f"{self._more.text()} {self._kind.filters}")
        self._clear.setVisible(bool(chosen))

    def _look(self, at: int) -> tuple[QColor | None, str]:
        facet = self._facet()
        assert facet is not None
        if self.name == "relationship":
            return lane_colour(at, self._theme), ""
        if self.name == "kind":
            return None, self._collection.shapes.get(facet.slugs[at], "disc")
        return None, ""

    def _toggle(self, slug: str) -> None:
        facet = self._facet()
        if facet is None:
            return
        chosen = self._store.state.filter.chosen_in(self.name)
        if not chosen and not self._kind.is_open_choice:
            chosen = frozenset(facet.slugs)
        chosen = chosen - {slug} if slug in chosen else chosen | {slug}
        self._choose(chosen)

    def _choose(self, chosen: frozenset[str]) -> None:
        facet = self._facet()
        if facet is None:
            return
        if not self._kind.is_open_choice and chosen == frozenset(facet.slugs):
            chosen = frozenset()
        self._store.edit(filter=self._store.state.filter.choosing(self.name, chosen))

    def _choose_only(self, slug: str) -> None:
        self._choose(frozenset({slug}))

    def _show_more(self) -> None:
        self._shows_all = not self._shows_all
        self._relist()
