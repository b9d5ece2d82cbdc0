"""The section of one facet: values with counts under the other filters, to choose, leave out, take alone.

One rule for all: with nothing chosen all pass, a click chooses a value, further clicks add others.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from explorer.domain.filter import ARTICLE, MANY_VALUED, EventFilter
from explorer.domain.index import Facet, Ints
from explorer.domain.tongue import grouped, mark, translate
from explorer.state import Store
from explorer.ui.collection import Collection
from explorer.ui.desktop.settings import Settings
from explorer.ui.filtering.facet_list import FacetList, Value, folded
from explorer.ui.filtering.facet_row import CheckBox
from explorer.ui.filtering.section import Section
from explorer.ui.menus import open_menu
from explorer.ui.plain import add_action, set_tip
from explorer.ui.theme import Theme, lane_colour
from explorer.ui.widgets import button

#: Values shown of a long facet until "Show all" is pressed.
SHORT: Final = 8

#: The ways to sort, with what a menu calls them.
SORTS: Final = {
    "listed": mark("Filters", "Sort: in their own order"),
    "count": mark("Filters", "Sort: by count"),
    "name": mark("Filters", "Sort: by name"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a facet's section is like.

    `title` and `plural`, which names its values, are in English. `is_open` is how the section begins, `sort`
    one of SORTS: "listed" for values that have an order of their own, and are few enough to show them all.
    """

    name: str
    title: str
    plural: str
    is_open: bool = False
    sort: str = "count"

    @property
    def values(self) -> str:
        """What its values are called."""
        return translate("Filters", self.plural)


class FacetSection(Section):
    """Shows and edits what is chosen and excluded in one facet."""

    def __init__(
        self, kind: Kind, store: Store, collection: Collection, settings: Settings, theme: Theme
    ) -> None:
        super().__init__(
            kind.name,
            translate("Filters", kind.title),
            store,
            collection,
            settings,
            theme,
            is_open=kind.is_open,
        )
        self.kind = kind
        self.list = FacetList(translate("Filters", kind.title), theme)
        self.list.setParent(self)
        self.list.hide()
        self.counts: dict[str, int] = {}
        self._sort = settings.section_sort(kind.name, kind.sort)
        self._shows_all = False
        self._labels: tuple[tuple[str, ...], list[str], Ints] | None = None
        self.list.toggled.connect(self._toggle)
        self.list.only.connect(self._choose_only)
        self.list.excluded.connect(self._exclude)
        self.list.cleared.connect(self.clear)
        self.list.menu_asked.connect(self._show_menu)

    def set_theme(self, theme: Theme) -> None:
        self.list.theme = theme
        super().set_theme(theme)

    def show_counts(self, counts: dict[str, int]) -> None:
        """Take the counts of another match, of this or of another database."""
        if counts.keys() != self.counts.keys():
            self._shows_all = False
            if self._body is not None:
                with QSignalBlocker(self._search):
                    self._search.clear()
        self.counts = counts
        self.refresh()

    # What a section is

    def has_values(self) -> bool:
        facet = self._facet()
        if facet is None or not facet.slugs:
            return False
        if self.name in ARTICLE and not self.store.state.commentary:
            return False
        if self.name == "basis":
            return self.collection.argument is not None
        if self.name == "mine":
            wanted = self.store.state.filter
            is_used = wanted.chosen_in("mine") or wanted.excluded_in("mine")
            return bool(is_used) or bool(len(facet.codes))
        return True

    def make(self, inside: QVBoxLayout) -> None:
        self._search = QLineEdit()
        self._search.setAccessibleName(
            translate("Filters", "Filter {values}").format(values=self.kind.values)
        )
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self.update_body)
        inside.addWidget(self._search)
        inside.addWidget(self.list)
        self.list.show()
        self._all_of = CheckBox(translate("Filters", "all of them on one event"), self.list)
        set_tip(
            self._all_of,
            translate(
                "Filters", "Ask for all of the chosen {values} on the same event, not any of them"
            ).format(values=self.kind.values),
        )
        self._all_of.setAccessibleName(
            translate("Filters", "All of the chosen {values} on one event").format(values=self.kind.values)
        )
        self._all_of.toggled.connect(self.require_all)
        inside.addWidget(self._all_of)
        self._more = button("", "link")
        self._more.clicked.connect(self._show_more)
        inside.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def stops(self) -> list[QWidget]:
        return [self._search, self.list, self._all_of, self._more]

    def main_stop(self) -> QWidget:
        return self.list

    def lifted(self, wanted: EventFilter) -> EventFilter:
        return wanted.requiring_all(self.name, False).choosing(self.name, ()).excluding(self.name, ())

    def in_short(self, wanted: EventFilter) -> str:
        facet = self._facet()
        if facet is None:
            return ""
        parts: list[str] = []
        for slugs, word in (
            (wanted.chosen_in(self.name), "{value}"),
            (wanted.excluded_in(self.name), translate("Filters", "not {value}")),
        ):
            if len(slugs) == 1:
                parts.append(word.format(value=facet.label_of(next(iter(slugs)))))
            elif slugs:
                parts.append(word.format(value=len(slugs)))
        return ", ".join(parts)

    def update_body(self) -> None:
        facet = self._facet()
        if facet is None:
            return
        wanted, counts = self.store.state.filter, self.counts
        chosen, excluded = wanted.chosen_in(self.name), wanted.excluded_in(self.name)
        numbers = np.fromiter((counts.get(slug, 0) for slug in facet.slugs), np.int64, len(facet.slugs))
        names, places = self._names(facet)
        order: list[int] = self._ordered(numbers, places).tolist()
        is_long = len(order) > SHORT + 1 and self.kind.sort != "listed"
        sought = folded(self._search.text().strip()) if is_long else ""
        if sought:
            order = [code for code in order if sought in names[code]]
        is_cut = is_long and not self._shows_all and not sought
        if is_cut:
            marked = chosen | excluded
            # What is chosen stays in sight, in its place in the order.
            order = [
                code
                for at, code in enumerate(order)
                if (at < SHORT and numbers[code]) or facet.slugs[code] in marked
            ]

        def value(code: int) -> Value:
            slug = facet.slugs[code]
            return Value(
                slug,
                facet.label_at(code),
                counts.get(slug, 0),
                slug in chosen,
                *self._look(facet, code),
                slug in excluded,
            )

        self.list.show_values(facet.slugs, order, value, int(numbers.max(initial=0)))
        self._search.setVisible(is_long)
        self._search.setPlaceholderText(
            translate("Filters", "Filter {n} {values}…").format(
                n=grouped(len(facet.slugs)), values=self.kind.values
            )
        )
        self._show_switch(wanted)
        self._more.setVisible(is_long and not sought)
        self._name_more(len(facet.slugs), is_cut=is_cut)

    def _name_more(self, count: int, *, is_cut: bool) -> None:
        more, values = self._more, self.kind.values
        if is_cut:
            more.setText(translate("Filters", "Show all {n}").format(n=grouped(count)))
            set_tip(more, translate("Filters", "List every one of the {values}").format(values=values))
            more.setAccessibleName(
                translate("Filters", "Show all {n} {values}").format(n=grouped(count), values=values)
            )
        else:
            more.setText(translate("Filters", "Show fewer"))
            set_tip(
                more, translate("Filters", "List only the commonest of the {values}").format(values=values)
            )
            more.setAccessibleName(translate("Filters", "Show fewer {values}").format(values=values))

    def fill_menu(self, menu: QMenu) -> None:
        for sort, words in SORTS.items():
            if sort == "listed" and self.kind.sort != "listed":
                continue
            action = menu.addAction(translate("Filters", words), lambda sort=sort: self.sort(sort))
            action.setCheckable(True)
            action.setChecked(sort == self._sort)
        menu.addSeparator()
        if self.name in MANY_VALUED:
            action = menu.addAction(translate("Filters", "All of the chosen on one event"))
            action.setCheckable(True)
            action.setChecked(self.name in self.store.state.filter.every)
            action.toggled.connect(self.require_all)
            menu.addSeparator()

    # What it does

    def sort(self, sort: str) -> None:
        """Sort the values in one of SORTS, and remember it."""
        self._sort = sort
        self.settings.keep_section_sort(self.name, sort)
        self.refresh()

    def require_all(self, is_required: bool) -> None:
        """Want all of the chosen values on the same event, or any of them."""
        self.store.edit(filter=self.store.state.filter.requiring_all(self.name, is_required))

    def _show_switch(self, wanted: EventFilter) -> None:
        is_on = self.name in wanted.every
        with QSignalBlocker(self._all_of):
            self._all_of.setChecked(is_on)
        is_of_use = self.name in MANY_VALUED and len(wanted.chosen_in(self.name)) > 1
        self._all_of.setVisible(is_on or is_of_use)

    def _facet(self) -> Facet | None:
        index = self.collection.index
        return index.facets.get(self.name) if index is not None else None

    def _names(self, facet: Facet) -> tuple[list[str], Ints]:
        """The folded labels, and the place of each among them in order of name; kept for a database."""
        if self._labels is None or self._labels[0] is not facet.labels:
            names = [folded(facet.label_at(code)) for code in range(len(facet.labels))]
            places = np.empty(len(names), np.int64)
            places[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
            self._labels = facet.labels, names, places
        return self._labels[1:]

    def _ordered(self, numbers: Ints, places: Ints) -> Ints:
        if self._sort == "count":
            return np.lexsort((places, -numbers))
        return np.argsort(places) if self._sort == "name" else np.arange(len(numbers))

    def _look(self, facet: Facet, code: int) -> tuple[QColor | None, str]:
        if self.name == "relationship":
            return lane_colour(code, self.theme), ""
        if self.name == "kind":
            return None, self.collection.shapes.get(facet.slugs[code], "disc")
        return None, ""

    def _toggle(self, slug: str) -> None:
        wanted = self.store.state.filter
        chosen, excluded = wanted.chosen_in(self.name), wanted.excluded_in(self.name)
        if slug in excluded:
            self.store.edit(filter=wanted.excluding(self.name, excluded - {slug}))
        else:
            self.store.edit(filter=wanted.choosing(self.name, chosen ^ {slug}))

    def _exclude(self, slug: str) -> None:
        wanted = self.store.state.filter
        excluded = wanted.excluded_in(self.name) ^ {slug}
        self.store.edit(filter=wanted.excluding(self.name, excluded))

    def _choose_only(self, slug: str) -> None:
        self.store.edit(filter=self.lifted(self.store.state.filter).choosing(self.name, {slug}))

    def _show_more(self) -> None:
        self._shows_all = not self._shows_all
        self.refresh()

    def _show_menu(self, slug: str, place: QPoint) -> None:
        facet = self._facet()
        if facet is None:
            return
        menu = self.menu()
        if slug:
            label = facet.label_of(slug)
            first = menu.actions()[0]
            wanted = self.store.state.filter
            is_out = slug in wanted.excluded_in(self.name)
            leave = (
                translate("Filters", "Do not leave out {value}").format(value=label)
                if is_out
                else translate("Filters", "Leave out {value}").format(value=label)
            )
            for words, keys, do in (
                (
                    translate("Filters", "Only {value}").format(value=label),
                    "O",
                    lambda: self._choose_only(slug),
                ),
                (leave, "-", lambda: self._exclude(slug)),
            ):
                action = add_action(menu, words, do)
                # Shown, not set: the key belongs to the list.
                action.setText(f"{action.text()}\t{keys}")
                menu.insertAction(first, action)
            menu.insertSeparator(first)
        open_menu(menu, place, self.title)
