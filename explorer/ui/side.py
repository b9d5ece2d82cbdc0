"""The right pane: the tabs “Event” and “The article” over the two panels they show."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from explorer.domain.tongue import counted, translate
from explorer.ui.actions import entry, native
from explorer.ui.article.tab import ArticlePane
from explorer.ui.event.panel import DetailPanel
from explorer.ui.plain import set_tab_tip, set_tip
from explorer.ui.tabs import Tabs
from explorer.ui.theme import Theme
from explorer.ui.widgets import label

#: Pixels below which tabs and arrows take all the width there is.
_ROOMY = 280


class SidePane(QWidget):
    """One panel at a time. `step_asked` carries -1 or 1 from the arrows beside the tabs."""

    EVENT, ARTICLE = 0, 1
    step_asked = Signal(int)
    turned = Signal(int)

    def __init__(self, detail: DetailPanel, article: ArticlePane) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(250)
        self.article = article
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(20, 6, 14, 0)
        self.tabs = Tabs()
        for text, action in (
            (translate("Panel", "Event"), "show-event"),
            (translate("Panel", "The article"), "show-article"),
        ):
            at = self.tabs.addTab(text)
            set_tab_tip(self.tabs, at, f"{entry(action).text} ({native(entry(action).keys[0])})")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setAccessibleName(translate("Panel", "Panel"))
        head.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        self._has_place = False
        self._place = label("", "soft", 0.88)
        self._place.setWordWrap(False)
        self._arrows = [self._arrow("◂", -1), self._arrow("▸", 1)]
        for part in (self._arrows[0], self._place, self._arrows[1]):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        outside.addLayout(head)
        self._line = QFrame()
        self._line.setObjectName("headLine")
        self._line.setFixedHeight(1)
        outside.addWidget(self._line)
        self._stack = QStackedWidget()
        self._stack.addWidget(detail)
        self._stack.addWidget(article)
        outside.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._turn)
        self.offer_article(False)
        self.show_place((), 0)

    @property
    def shows_article(self) -> bool:
        return self._stack.currentIndex() == self.ARTICLE

    def show_tab(self, tab: int) -> None:
        """Show a panel, if its tab is offered."""
        if self.tabs.isTabVisible(tab):
            self.tabs.setCurrentIndex(tab)

    def offer_article(self, is_offered: bool) -> None:
        """Have the second tab, or not: a database without a document has nothing to show there."""
        if not is_offered:
            self.tabs.setCurrentIndex(self.EVENT)
        self.tabs.setTabVisible(self.ARTICLE, is_offered)
        # Qt does not ask for the room of a tab that has come later.
        self.tabs.updateGeometry()

    def show_place(self, numbers: Sequence[int], read: int) -> None:
        """Say between the arrows which of the paragraphs about the selected event is read.

        With the article shown and no such paragraph there is nothing that the arrows could do.
        """
        is_article = self.shows_article
        rows = ("previous-passage", "next-passage") if is_article else ("previous", "next")
        for arrow, row in zip(self._arrows, map(entry, rows), strict=True):
            arrow.setAccessibleName(row.text)
            tip = translate("Panel", "{action} ({key} on the timeline)")
            if is_article:
                tip = translate("Panel", "{action} ({key})")
            set_tip(arrow, tip.format(action=row.text, key=native(row.keys[0])))
            arrow.setVisible(bool(numbers) or not is_article)
        words = counted(
            len(numbers),
            translate("Panel", "{n} passage about the selected event"),
            translate("Panel", "{n} passages about the selected event"),
        )
        self._place.setText(f"{len(numbers)}")
        if read in numbers:
            at = numbers.index(read) + 1
            words = translate("Panel", "Passage {at} of {n} about the selected event")
            words = words.format(at=at, n=len(numbers))
            self._place.setText(f"{at}/{len(numbers)}")
        set_tip(self._place, words)
        self._place.setAccessibleName(words)
        self._has_place = is_article and bool(numbers)
        self._place.setVisible(self._has_place and self.width() >= _ROOMY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place.setVisible(self._has_place and self.width() >= _ROOMY)

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        self._line.setStyleSheet(f"background: {theme.line};")

    def _turn(self, tab: int) -> None:
        self._stack.setCurrentIndex(tab)
        if tab == self.ARTICLE:
            self.article.open()
        self.turned.emit(tab)

    def _arrow(self, text: str, step: int) -> QToolButton:
        arrow = QToolButton()
        arrow.setText(text)
        arrow.setProperty("role", "link")
        arrow.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        arrow.clicked.connect(lambda _=False: self.step_asked.emit(step))
        return arrow
