"""The active filters as chips beneath the toolbar; there only while something is filtered."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from explorer.domain.filter import EventFilter
from explorer.domain.folding import is_blank
from explorer.domain.index import EventIndex, Matched
from explorer.domain.tongue import grouped, translate
from explorer.state import Store, ViewState
from explorer.ui.collection import Collection
from explorer.ui.filtering.offers import Offers
from explorer.ui.menus import open_menu
from explorer.ui.plain import caption, set_tip
from explorer.ui.widgets import FlowLayout, button, clear, label

if TYPE_CHECKING:  # storage is loaded with the first search
    from explorer.storage.offers import Offer

#: Lines of chips that are shown before the rest is a number, and pixels that a chip may be wide.
_LINES: Final = 2
_WIDEST: Final = 360
#: Milliseconds after which the bar comes or goes without waiting for what the filter finds.
_PATIENCE: Final = 250
#: Sentences on what the search cannot understand that are shown at once.
_PROBLEMS: Final = 2


class FilterBar(QFrame):
    """Observes the Store's filter; a chip pressed removes its restriction.

    Chips are reached by Tab, walked by Left and Right, removed by Enter, Space or Delete; what finds no
    room on two lines stands behind a number. `before` is the widget that Tab leaves for the chips.
    It comes and goes with the picture of what is found: all beneath it moves, and is painted once.
    `cleared` asks to remove every filter, `copied` carries the sentence that was copied.
    """

    cleared = Signal()
    copied = Signal(str)

    def __init__(self, store: Store, collection: Collection, before: QWidget) -> None:
        super().__init__()
        self.setObjectName("filterBar")
        self.setAccessibleName(translate("Filters", "Active filters"))
        self._store, self._collection, self._before = store, collection, before
        self._shows_all = False
        self._chips: list[Chip] = []
        self._links: list[QPushButton] = []
        outside = QVBoxLayout(self)
        outside.setContentsMargins(16, 6, 14, 6)
        outside.setSpacing(4)
        self._flow = FlowLayout()
        outside.addLayout(self._flow, 1)
        self.problems = label("", "soft", is_selectable=True)
        self.problems.hide()
        outside.addWidget(self.problems)
        self.offers = Offers()
        self.offers.chosen.connect(self._search)
        outside.addWidget(self.offers)
        self._is_wanted = False
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_PATIENCE)
        self._waiting.timeout.connect(self._turn_up)
        store.observe(self._follow)
        collection.opened.connect(lambda: self._show(store.state.filter))
        collection.matched.connect(self._tell)
        self.hide()

    @property
    def sentence(self) -> str:
        """The filter in words and how much it leaves: "kind letter, with Kim Jong Un: 4 of 110"."""
        index, match = self._collection.index, self._collection.match
        return sentence_of(index, match) if index is not None and match is not None else ""

    def copy(self) -> None:
        """Put the sentence on the clipboard."""
        if self.sentence:
            QGuiApplication.clipboard().setText(self.sentence)
            self.copied.emit(self.sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the sentence."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("Filters", "Copy filter as sentence"), self.copy)
        menu.addAction(translate("Filters", "Clear all"), self.cleared.emit)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        open_menu(menu, event.globalPos(), translate("Status", "Filters"), by_key=by_key)

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.filter != new.filter:
            self._show(new.filter)

    def _show(self, wanted: EventFilter) -> None:
        focus = QApplication.focusWidget()
        at = self._chips.index(focus) if isinstance(focus, Chip) and focus in self._chips else -1
        clear(self._flow)
        self._chips, self._links = [], []
        index = self._collection.index
        if index is None or wanted.is_empty:
            self._shows_all = False
            if at >= 0:
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._say([])
            self.offers.show_offers(())
            self._want(is_wanted=False)
            return
        self._explain(wanted.search)
        if not may_be_read_otherwise(wanted.search):
            self.offers.show_offers(())
        lead = label(translate("Filters", "Showing only"), "soft")
        lead.setWordWrap(False)
        self._flow.addWidget(lead)
        for _, words, without in wanted.clauses(index.label_of):
            chip = Chip(words)
            chip.clicked.connect(lambda _=False, without=without: self._store.edit(filter=without))
            chip.walked.connect(self._walk)
            self._chips.append(chip)
            self._flow.addWidget(chip)
        self._more = button("", "link")
        self._more.clicked.connect(self._turn)
        self._flow.addWidget(self._more)
        self._links.append(self._more)
        if len(self._chips) > 1:
            every = button(
                translate("Filters", "Clear all"),
                "link",
                translate("Filters", "Remove every filter (Ctrl+Shift+F)"),
            )
            every.clicked.connect(self.cleared)
            self._links.append(every)
            self._flow.addWidget(every)
        copy = button(
            translate("Filters", "Copy"), "link", translate("Filters", "Copy the filter as a sentence")
        )
        copy.setAccessibleName(translate("Filters", "Copy filter as sentence"))
        copy.clicked.connect(self.copy)
        self._links.append(copy)
        self._flow.addWidget(copy)
        height = self._chips[0].sizeHint().height()
        for made in (lead, *self._links):
            # On one line with the chips.
            made.setMinimumHeight(height)
        previous = self._before
        for made in (*self._chips, *self._links):
            QWidget.setTabOrder(previous, made)
            previous = made
        self._want(is_wanted=True)
        self._fit()
        if at >= 0:
            self._chips[min(at, len(self._chips) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _explain(self, search: str) -> None:
        """Say what in a search cannot be understood, and as soon as it is known, what it asks for in vain."""
        self._say(_problems(search))
        if ":" in search:

            def say(problems: list[str]) -> None:
                # Something else may be searched for by now.
                if self._store.state.filter.search == search:
                    self._say(problems[:_PROBLEMS])

            self._collection.want_problems(search, say)

    def _say(self, problems: list[str]) -> None:
        self.problems.setText("\n".join(problems))
        self.problems.setVisible(bool(problems))

    def _tell(self, matched: Matched) -> None:
        set_tip(self, self.sentence)
        self._turn_up()
        wanted = matched.filter
        if not is_blank(wanted.search) and (may_be_read_otherwise(wanted.search) or not matched.total):

            def offer(found: "list[Offer]") -> None:
                # Something else may be searched for by now.
                if self._store.state.filter == wanted:
                    self.offers.show_offers(found)

            self._collection.want_offers(matched, offer)
        else:
            self.offers.show_offers(())

    def _search(self, text: str) -> None:
        self._store.edit(filter=replace(self._store.state.filter, search=text))

    def _want(self, *, is_wanted: bool) -> None:
        """Come or go as soon as the answer is there."""
        self._is_wanted = is_wanted
        # Without its chips it would be lower meanwhile.
        self.setMinimumHeight(0 if is_wanted or self.isHidden() else self.height())
        if is_wanted is self.isHidden():
            self._waiting.start()

    def _turn_up(self) -> None:
        self._waiting.stop()
        if self._is_wanted is self.isHidden():
            self.setMinimumHeight(0)
            self.setVisible(self._is_wanted)
            self._fit()
            above = self.parentWidget()
            layout = above.layout() if above is not None else None
            if layout is not None:
                # Before anything is painted: Qt would do so with what it paints next.
                layout.activate()

    def _turn(self) -> None:
        self._shows_all = not self._shows_all
        self._fit()

    def _walk(self, step: int) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            shown = [one for one in self._chips if not one.isHidden()]
            at = shown.index(chip) + step
            if 0 <= at < len(shown):
                shown[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        """Hide the chips that find no room on so many lines, and say how many."""
        if not self._chips:
            return
        count = len(self._chips)
        self._more.setText(translate("Filters", "Fewer") if self._shows_all else f"+{count}")
        room = max(1, self._flow.geometry().width() or self.width() - 30)
        gap = self._flow.spacing()
        first = self._flow.itemAt(0)
        lead = first.sizeHint().width() + gap if first is not None else 0
        tail = sum(link.sizeHint().width() + gap for link in self._links)
        wide = [min(chip.sizeHint().width(), room) + gap for chip in self._chips]
        fitting = count
        if _lines([lead, *wide, tail - self._links[0].sizeHint().width() - gap], room + gap) > _LINES:
            while fitting > 1 and _lines([lead, *wide[:fitting], tail], room + gap) > _LINES:
                fitting -= 1
        for at, chip in enumerate(self._chips):
            chip.setVisible(self._shows_all or at < fitting)
        hidden = count - fitting
        self._more.setVisible(hidden > 0)
        if not self._shows_all:
            self._more.setText(f"+{hidden}")
        set_tip(
            self._more,
            translate("Filters", "Show the filters on two lines")
            if self._shows_all
            else translate("Filters", "Show also: {filters}").format(
                filters=", ".join(chip.words for chip in self._chips[fitting:])
            ),
        )
        self._more.setAccessibleName(
            translate("Filters", "Show fewer filters")
            if self._shows_all
            else translate("Filters", "Show {n} more filters").format(n=hidden)
        )
        self._flow.invalidate()
        self.updateGeometry()


class Chip(QPushButton):
    """A removable filter. `walked` is emitted with -1 or 1 by the arrow keys."""

    walked = Signal(int)

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        metrics = self.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, _WIDEST)
        self.setText(caption(f"{shown}  ×"))
        self.setProperty("role", "filter")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_tip(self, translate("Filters", "Remove this filter: {filter} (Delete)").format(filter=words))
        self.setAccessibleName(translate("Filters", "Remove filter: {filter}").format(filter=words))

    def event(self, event: QEvent) -> bool:
        """Keep Delete and the arrows from the window's shortcuts."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and not event.modifiers()
            and event.key() in _CHIP_KEYS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.walked.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)


_CHIP_KEYS: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Right)


def sentence_of(index: EventIndex, match: Matched) -> str:
    """A filter in words with what it leaves: "kind letter, with Kim Jong Un: 4 of 110"."""
    return translate("Filters", "{filter}: {n} of {all}").format(
        filter=match.filter.sentence(index.label_of), n=grouped(match.total), all=grouped(len(index))
    )


def may_be_read_otherwise(search: str) -> bool:
    """Whether a search may have a date in it, which might be words as well."""
    return any(map(str.isdecimal, search))


def _problems(search: str) -> list[str]:
    """Sentences on what in a search cannot be understood."""
    if ":" not in search:
        return []
    # Not at the start of the program: few searches name a field.
    from explorer.domain.query import parse_query

    return [problem.sentence for problem in parse_query(search).problems[:_PROBLEMS]]


def _lines(widths: list[int], room: int) -> int:
    """How many lines things of these widths take when they wrap like text."""
    lines, x = 1, 0
    for width in widths:
        if x and x + width > room:
            lines, x = lines + 1, 0
        x += width
    return lines
