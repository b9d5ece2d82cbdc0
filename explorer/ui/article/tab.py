"""The article's tab: the argument paragraph by paragraph, in step with the timeline both ways.

It observes the Store and the Collection. Reading on edits the Store's `passage` after a moment's rest and
tells whose events to bring into view; a passage, claim or event chosen elsewhere scrolls it.
"""

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from explorer.domain.argument import Passage
from explorer.domain.edtf import stored
from explorer.domain.tongue import translate
from explorer.domain.words import date_in_words
from explorer.state import Store, ViewState
from explorer.ui.answers import TITLES_AT_ONCE
from explorer.ui.article.paragraphs import Paragraphs
from explorer.ui.article.passage import FEW, PassageView
from explorer.ui.article.standing import Standing
from explorer.ui.collection import Collection
from explorer.ui.theme import Theme
from explorer.ui.widgets import label

#: Milliseconds of calm after which the paragraph at the top counts as read.
PAUSE = 140


class ArticlePane(QWidget):
    """Shows the Collection's argument; its paragraphs are made when they come into view.

    `event_chosen` asks for an event's selection, `claim_chosen` for a claim ("" for none); `stood` carries
    the number of the paragraph marked as read, `read_on` that of one the reader has come to and stays at.
    """

    event_chosen = Signal(int)
    claim_chosen = Signal(str)
    stood = Signal(int)
    read_on = Signal(int)

    def __init__(self, store: Store, collection: Collection, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("article")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(translate("Article", "The article"))
        self._store, self._collection, self._theme = store, collection, theme
        #: Whether reading lights events on the timeline.
        self.follows = True
        self._built: object = None
        self._is_reading = self._stays = self._edits = self._is_stale = False
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(20, 14, 20, 9)
        head.setSpacing(3)
        self._title = label("", "title", 1.24, is_selectable=True)
        self._byline = label("", "soft", 0.88, is_selectable=True)
        head.addWidget(self._title)
        head.addWidget(self._byline)
        outside.addLayout(head)
        self.text = Paragraphs()
        self.text.reached.connect(self._reach)
        outside.addWidget(self.text, 1)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE)
        self._rest.timeout.connect(self._come_to_rest)
        store.observe(self._follow)
        collection.opened.connect(self._take_argument)
        collection.matched.connect(self._recount)
        collection.titles_read.connect(self._recount)

    @property
    def read(self) -> int:
        """The number of the paragraph that is read, 0 while the tab is closed: nobody reads."""
        return self.text.lit if self.isVisible() else 0

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        self._theme = theme
        for view in self.text.views:
            view.set_theme(theme)

    def open(self) -> None:
        """Build what is to be seen now that the tab is shown, and light what it stands at."""
        self._build()
        if self._is_stale:
            self._recount()
        QTimer.singleShot(0, self.text, self.text.stand)
        if self.text.lit != self._store.state.passage:
            self._is_reading = False
            self._rest.start()

    def show_passage(self, number: int, *, takes_keyboard: bool = False) -> None:
        """Go to a paragraph, eased, and light its events; the timeline stays where it is."""
        self._go(number)
        if takes_keyboard:
            self.take_keyboard()

    def step_about(self, event_id: int, step: int) -> int:
        """Go to the next (1) or previous (-1) paragraph about an event, round and round; its number or 0."""
        argument = self._collection.argument
        numbers = argument.paragraphs_of(event_id) if argument is not None else ()
        if not numbers:
            return 0
        if step > 0:
            number = next((n for n in numbers if n > self.text.lit), numbers[0])
        else:
            number = next((n for n in reversed(numbers) if n < self.text.lit), numbers[-1])
        self._go(number)
        return number

    def take_keyboard(self) -> None:
        """Give the keyboard to the paragraph that is read."""
        view = self.text.view_of(self.text.lit)
        if view is not None:
            view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What it shows

    def _take_argument(self) -> None:
        self._built = None
        self.text.empty()
        argument = self._collection.argument
        if argument is None:
            return
        document = argument.document
        self._title.setText(document.title)
        date = date_in_words(stored(document.date_edtf)[0])
        parts = (document.author, document.publisher, date)
        named = ", ".join(part for part in parts if part)
        self._byline.setText(translate("Article", "{document} · our summary").format(document=named))
        if self.isVisible():
            self._build()

    def _build(self) -> None:
        argument = self._collection.argument
        if argument is None or self._built is argument or not argument.passages:
            return
        self._built = argument
        self._is_stale = False
        self.text.fill(argument.passages, self._view_of, self._show_standing, argument.document.note)
        self._stand_at(self._store.state.passage or self._first_about() or argument.passages[0].number)

    def _view_of(self, passage: Passage, parent: QWidget) -> PassageView:
        argument = self._collection.argument
        assert argument is not None
        claims = [claim for claim in argument.claims if claim.slug in passage.claims]
        view = PassageView(passage, claims, self._theme, parent)
        view.event_chosen.connect(self._choose)
        view.claim_chosen.connect(self._choose_claim)
        return view

    def _recount(self, _: object = None) -> None:
        """Show anew which events pass, carry the chosen claim and are selected."""
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self.text.revise()

    def _show_standing(self, view: PassageView) -> None:
        index, match, bearing = self._collection.index, self._collection.match, self._collection.bearing
        if index is None or match is None or bearing is None:
            return
        state, passage = self._store.state, view.passage
        carrying, rows = bearing.claims.get(state.claim), bearing.passages[passage.number]
        carries = np.isin(rows, carrying) if carrying is not None else np.zeros(len(rows), np.bool_)
        passes, importance = match.mask[rows], index.importance[rows]
        standing = Standing(
            passage.event_ids, rows, passes, carries, importance, state.selection, state.claim
        )
        view.show_standing(standing, self._collection.title_of)
        if view.is_furnished and len(index) > TITLES_AT_ONCE:
            shown = max(FEW, sum(not chip.isHidden() for chip in view.chips))
            wanted = [int(rows[place]) for place in standing.first(shown)]
            self._collection.want_titles(wanted, f"paragraph {passage.number}")

    def _first_about(self) -> int:
        """The first paragraph about the selected event, 0 when there is none."""
        argument, selection = self._collection.argument, self._store.state.selection
        numbers = argument.paragraphs_of(selection) if argument is not None and selection is not None else ()
        return numbers[0] if numbers else 0

    # What the reader does

    def _reach(self, number: int) -> None:
        self.stood.emit(number)
        self._is_reading = True
        self._rest.start()

    def _choose(self, event_id: int) -> None:
        # Who presses a chip is at a passage about the event already.
        self._stays = True
        self.event_chosen.emit(event_id)
        self._stays = False

    def _choose_claim(self, slug: str) -> None:
        focus = QApplication.focusWidget()
        had = focus is not None and self.text.isAncestorOf(focus)
        self.claim_chosen.emit("" if slug == self._store.state.claim else slug)
        if had:
            # The keyboard goes along to the claim's first paragraph.
            self.take_keyboard()

    def _come_to_rest(self) -> None:
        number, is_reading = self.read, self._is_reading
        self._is_reading = False
        if not number or not self.follows:
            return
        self._edits = True
        self._store.edit(passage=number)
        self._edits = False
        if is_reading:
            self.read_on.emit(number)

    # What happens elsewhere

    def _stand_at(self, number: int) -> None:
        self.text.go(number)
        self.stood.emit(number)

    def _go(self, number: int) -> None:
        self._stand_at(number)
        self._is_reading = False
        self._rest.start()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if (old.selection, old.claim) != (new.selection, new.claim):
            self._recount()
        if self._edits:
            return
        if new.passage and new.passage != old.passage:
            if new.passage != self.text.lit:
                self._rest.stop()
                self._stand_at(new.passage)
        elif new.claim and new.claim != old.claim:
            argument = self._collection.argument
            claim = argument.claim(new.claim) if argument is not None else None
            if claim is not None and claim.paragraphs:
                self._go(claim.paragraphs[0])
        elif new.selection != old.selection and not self._stays and self._first_about():
            self._go(self._first_about())
