"""Below the timeline: the chosen claim in full, what carries it, and where the article makes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from explorer.domain.bearing import passing
from explorer.domain.tongue import grouped, translate
from explorer.state import Store, ViewState
from explorer.ui.collection import Collection
from explorer.ui.plain import Label, markup, set_tip, show_markup
from explorer.ui.theme import Theme
from explorer.ui.widgets import FlowLayout, button, clear, label, on_click


class ClaimBanner(QFrame):
    """Observes the Store's claim; hidden without one. `closed` asks to let go of it, `passage_asked` to
    read a paragraph."""

    closed = Signal()
    passage_asked = Signal(int)

    def __init__(self, store: Store, collection: Collection, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("claimBanner")
        self._store, self._collection = store, collection
        self._shown: tuple[int, ...] = ()
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 10, 8)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.statement = Label()
        self.statement.setWordWrap(True)
        words.addWidget(self.statement)
        below = QHBoxLayout()
        below.setSpacing(0)
        self.counts = label("", "soft", 0.9)
        self.counts.setWordWrap(False)
        below.addWidget(self.counts)
        self._links = FlowLayout(spacing=0)
        below.addLayout(self._links, 1)
        words.addLayout(below)
        line.addLayout(words, 1)
        #: What Tab leaves the banner from.
        self.last = close = QToolButton()
        close.setText("✕")
        close.setProperty("role", "link")
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.setAccessibleName(translate("Claims", "Close the claim"))
        set_tip(close, translate("Claims", "Show no claim on the timeline any more (Esc)"))
        on_click(close, self.closed.emit)
        line.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_theme(theme)
        store.observe(self._follow)
        collection.opened.connect(self._show)
        collection.matched.connect(self._show)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        self._theme = theme
        self._show()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.claim != new.claim:
            self._show()

    def _show(self, _: object = None) -> None:
        argument, bearing, match = self._collection.argument, self._collection.bearing, self._collection.match
        claim = argument.claim(self._store.state.claim) if argument is not None else None
        if claim is None or bearing is None or match is None:
            self.hide()
            return
        accent = self._theme.accent_text
        name = translate("Claims", "Claim {n}").format(n=claim.position)
        form = '<b style="color: {accent}">{name}</b>&nbsp;&nbsp; {statement}'
        text = markup(form, accent=accent, name=name, statement=claim.statement)
        words = carrying_in_words(
            passing(bearing.claims[claim.slug], match.mask), len(claim.events), match.total
        )
        self.counts.setText(words)
        said = translate("Claims", "Claim {n}: {claim} {carried}.")
        said = said.format(n=claim.position, claim=claim.statement, carried=words)
        show_markup(self.statement, text, said)
        if self._shown != claim.paragraphs or not self._links.count():
            self._shown = claim.paragraphs
            clear(self._links)
            for number in claim.paragraphs:
                link = button(
                    f"¶ {number}",
                    "link",
                    translate("Claims", "Read paragraph {n} of the article").format(n=number),
                )
                link.setAccessibleName(translate("Claims", "Paragraph {n}").format(n=number))
                on_click(link, lambda number=number: self.passage_asked.emit(number))
                self._links.addWidget(link)
                # Before the button that closes, as they are read.
                QWidget.setTabOrder(self.last, link)
                QWidget.setTabOrder(link, self.last)
        self.show()


def carrying_in_words(passing_count: int, total: int, matching: int) -> str:
    """ "10 events carry it, 100 dimmed", or plainly that none does."""
    if not total:
        return translate("Claims", "No event carries it")
    if not passing_count:
        if total == 1:
            return translate(
                "Claims", "No event that passes the filter carries it; the one that carries it does not pass"
            )
        return translate(
            "Claims", "No event that passes the filter carries it; the {n} that carry it do not pass"
        ).format(n=grouped(total))
    said = (
        translate("Claims", "{n} event carries it")
        if passing_count == 1
        else translate("Claims", "{n} events carry it")
    )
    said = said.format(n=grouped(passing_count))
    dimmed = matching - passing_count
    return (
        translate("Claims", "{carried}, {n} dimmed").format(carried=said, n=grouped(dimmed))
        if dimmed
        else said
    )
