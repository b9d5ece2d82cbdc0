"""The bottom edge: what is shown of how much, the visible range, progress while anything long runs."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from explorer.domain.index import EventIndex, Matched
from explorer.domain.interval import Interval
from explorer.domain.tongue import counted, grouped, translate
from explorer.domain.words import instant_in_words
from explorer.layout.lanes import Lanes
from explorer.state import Store, ViewState
from explorer.ui.actions import native
from explorer.ui.collection import Collection
from explorer.ui.filtering.filter_bar import sentence_of
from explorer.ui.in_view import InView
from explorer.ui.plain import Label, set_tip
from explorer.ui.sizes import scaled
from explorer.ui.widgets import Elided, button
from explorer.ui.wording import events_in_words

_YEAR = 31_556_952
#: Milliseconds for which the folder of a file just written is offered; the palette offers it after that.
_OFFERED_FOR = 20_000


class StatusLine(QFrame):
    """Observes counts and window; `cancelled` is emitted by the button beside a progress bar.

    `folder_wanted` comes from the button that is offered when a file has been written; `spoke` carries each
    message.
    """

    spoke = Signal(str)
    cancelled = Signal()
    folder_wanted = Signal()

    def __init__(
        self, store: Store, collection: Collection, in_view: InView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAccessibleName(translate("Status", "Status"))
        self.setFixedHeight(scaled(30))
        self._collection = collection
        self._hidden = store.state.hidden
        self._in_view = in_view
        #: What is said of the matches, wherever the window is.
        self._matching = ""
        self._in_view.changed.connect(self._show_seen)
        self._claim = store.state.claim
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 12, 0)
        line.setSpacing(10)
        self.counts, self.range = Elided(), Label()
        self.counts.setAccessibleDescription(translate("Status", "Counts"))
        self.range.setAccessibleDescription(translate("Status", "Visible range"))
        for words in (self.counts, self.range):
            words.setProperty("role", "soft")
        # Short enough to be read whole, while the counts can be cut.
        self.counts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.range.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName(translate("Status", "Progress"))
        tip = translate("Status", "Stop this; what was there before stays ({key})").format(key=native("Esc"))
        self._cancel = button(translate("Status", "Cancel"), "link", tip)
        self._cancel.clicked.connect(self.cancelled)
        self.folder = button(
            translate("Status", "Show in folder"),
            "link",
            translate("Status", "Open the folder of the file that was written"),
        )
        self.folder.clicked.connect(self.folder_wanted)
        self.folder.hide()
        self._offered = QTimer(self)
        self._offered.setSingleShot(True)
        self._offered.setInterval(_OFFERED_FOR)
        self._offered.timeout.connect(self._end_offer)
        line.addWidget(self.counts, 3)
        line.addWidget(self.folder)
        line.addWidget(self._bar)
        line.addWidget(self._cancel)
        line.addWidget(self.range)
        self.range.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(3500)
        self._said.timeout.connect(self._count)
        self.end_progress()
        store.observe(self._follow)
        collection.matched.connect(self._count)
        collection.arranged.connect(self._count)

    def say(self, text: str) -> None:
        """Show a message for a few seconds in place of the counts."""
        self.counts.setText(text)
        self._said.start()
        self.spoke.emit(text)

    def say_written(self, text: str) -> None:
        """Show for a few seconds what was written, and for longer a button that leads to it."""
        self.say(text)
        self.folder.show()
        self._offered.start()

    def say_copied(self, text: str) -> None:
        """Show for a few seconds what was put on the clipboard."""
        self.say(translate("Status", "Copied: {text}").format(text=text))

    def show_progress(self, done: int, total: int) -> None:
        """Show how far something long is; a total of 0 means unknown."""
        self._bar.setRange(0, max(0, min(total, 2**31 - 1)))
        self._bar.setValue(min(done, 2**31 - 1))
        self._bar.show()
        self._cancel.show()
        self.folder.hide()

    def _end_offer(self) -> None:
        """The button goes, but not from under the keyboard."""
        if self.folder.hasFocus():
            self._offered.start()
        else:
            self.folder.hide()

    def end_progress(self) -> None:
        """Put bar and button away."""
        self._bar.hide()
        self._cancel.hide()

    def _count(self, _: object = None) -> None:
        index, match = self._collection.index, self._collection.match
        if index is not None and match is not None and not self._said.isActive():
            words = counts_in_words(index, match, self._collection.extent)
            words += dimmed_in_words(index, match, is_dim=self._collection.every is not None)
            words += hidden_in_words(self._collection.lanes, self._hidden)
            words += self._claim_in_words()
            sentence = "" if match.filter.is_empty else match.filter.sentence(index.label_of)
            self._matching = f"{words} · {sentence}" if sentence else words
            self._show_seen()
            set_tip(self.counts, sentence_of(index, match))

    def _show_seen(self) -> None:
        """Say how many are in view, which changes with every step, before what matches."""
        if self._matching and not self._said.isActive():
            self.counts.setText(f"{self._seen_in_words()}{self._matching}")

    def _seen_in_words(self) -> str:
        """ "84 in view · ", and how many can be nowhere for want of a year."""
        seen = self._in_view.seen
        if seen is None:
            return ""
        words = translate("Status", "{n} in view").format(n=grouped(seen.inside))
        if seen.undated:
            undated = translate("Status", "{n} without a year").format(n=grouped(seen.undated))
            words += f" · {undated}"
        return f"{words} · "

    def _claim_in_words(self) -> str:
        argument = self._collection.argument
        claim = argument.claim(self._claim) if argument is not None else None
        words = translate("Status", "claim {number}")
        return f" · {words.format(number=claim.position)}" if claim is not None else ""

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if new.filter != old.filter and self._said.isActive():
            # What was said of the former filter holds no longer.
            self._said.stop()
            self._count()
        if (new.hidden, new.claim) != (old.hidden, old.claim):
            self._hidden, self._claim = new.hidden, new.claim
            self._count()
        if new.window != old.window:
            self.range.setText(range_in_words(new.window) if new.window is not None else "")


def counts_in_words(index: EventIndex, match: Matched, extent: Interval | None) -> str:
    """ "92 of 110 events · 12 relationships · 1941–2020"."""
    lanes = sum(bool(match.mask[first:last].any()) for first, last in pairwise(index.offsets.tolist()))
    words = translate("Status", "{matching} of {n} events")
    if len(index) == 1:
        words = translate("Status", "{matching} of {n} event")
    words = words.format(matching=grouped(match.total), n=grouped(len(index)))
    one, many = translate("Status", "{n} relationship"), translate("Status", "{n} relationships")
    words += f" · {counted(lanes, one, many)}"
    if extent is None:
        return words
    first = instant_in_words(extent.start, 2 * _YEAR)
    last = instant_in_words(extent.end - 1, 2 * _YEAR)
    return f"{words} · {first}" if first == last else f"{words} · {first}–{last}"


def dimmed_in_words(index: EventIndex, match: Matched, *, is_dim: bool) -> str:
    """ " · 49 dimmed", or nothing."""
    rest = len(index) - match.total
    words = translate("Status", "{n} dimmed").format(n=grouped(rest))
    return f" · {words}" if is_dim and rest else ""


def hidden_in_words(lanes: Lanes | None, hidden: frozenset[str]) -> str:
    """ " · 1 lane hidden (9 events)", or nothing."""
    if lanes is None:
        return ""
    slugs = lanes.arrangement.slugs
    gone = [lane for lane in lanes.shown() if slugs[lane] in hidden]
    if not gone:
        return ""
    events = sum(lanes.total(lane) for lane in gone)
    words = counted(
        len(gone), translate("Status", "{n} lane hidden"), translate("Status", "{n} lanes hidden")
    )
    return f" · {words} ({events_in_words(events)})"


def range_in_words(window: Interval) -> str:
    """The window's first and last day, coarser when it is long: "1 Jan 2017 – 20 May 2020"."""
    resolution = max(60.0 if window.length < 3 * 86_400 else 7200.0, window.length / 2000)
    first = instant_in_words(window.start, resolution, short=True)
    last = instant_in_words(window.end - 1, resolution, short=True)
    return f"{first} – {last}"
