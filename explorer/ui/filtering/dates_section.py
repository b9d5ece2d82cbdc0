"""The section of dates: from and to in EDTF, checked as they are typed, and what "in" means."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from explorer.domain.edtf import parse, text_of_day
from explorer.domain.errors import ExplorerError
from explorer.domain.filter import EventFilter
from explorer.domain.interval import Interval
from explorer.domain.tongue import mark, translate
from explorer.domain.words import date_in_words
from explorer.state import Store
from explorer.ui.collection import Collection
from explorer.ui.desktop.settings import Settings
from explorer.ui.filtering.section import Section
from explorer.ui.plain import set_tip
from explorer.ui.theme import Theme
from explorer.ui.widgets import FlowLayout, button, label

#: Milliseconds of calm after which a date that can be read is taken: "1985" may become "1985-04".
_PAUSE: Final = 600

_MEANS: Final = {
    "possible": mark("Filters", "Possibly in: an event counts if any reading of its date lies in the range."),
    "certain": mark(
        "Filters", "Certainly in: an event counts only if it lies in the range however its date is read."
    ),
}
_FROM: Final = mark(
    "Filters", "From: a date such as 1985, 1985-04, 1985-04-12, 198X, 1985~ or -0043 (44 BCE)"
)
_TO: Final = mark("Filters", "To: a date such as 1985, 1985-04, 1985-04-12, 198X, 1985~ or -0043 (44 BCE)")


class DatesSection(Section):
    """Edits the filter's `after`, `before` and `certainty`; what cannot be read is said and not applied."""

    def __init__(self, store: Store, collection: Collection, settings: Settings, theme: Theme) -> None:
        super().__init__(
            "dates", translate("Filters", "Dates"), store, collection, settings, theme, is_open=False
        )

    def has_values(self) -> bool:
        return self.collection.index is not None and len(self.collection.index) > 0

    def make(self, inside: QVBoxLayout) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(6, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        self.after = self._field(translate("Filters", "From (date)"), _FROM, "1985, 1985-04, 1985~")
        self.before = self._field(translate("Filters", "To (date)"), _TO, "2020-05-31")
        names = translate("Filters", "From"), translate("Filters", "To")
        for row, (words, field) in enumerate(zip(names, (self.after, self.before), strict=True)):
            said = label(words, "soft")
            said.setWordWrap(False)
            grid.addWidget(said, row, 0)
            grid.addWidget(field, row, 1)
        inside.addLayout(grid)
        self._said = label("", "soft")
        self._said.setContentsMargins(6, 0, 0, 0)
        inside.addWidget(self._said)
        margin = QHBoxLayout()
        margin.setContentsMargins(6, 2, 0, 0)
        switch = FlowLayout(spacing=6)
        margin.addLayout(switch, 1)
        self._group = QButtonGroup(self)
        self.switches = {
            name: button(words, "choice", translate("Filters", _MEANS[name]))
            for name, words in (
                ("possible", translate("Filters", "Possibly in")),
                ("certain", translate("Filters", "Certainly in")),
            )
        }
        for name, made in self.switches.items():
            made.setCheckable(True)
            self._group.addButton(made)
            made.clicked.connect(lambda _=False, name=name: self._pick(name))
            switch.addWidget(made)
        inside.addLayout(margin)
        self._meaning = label("", "soft", 0.9)
        self._meaning.setContentsMargins(6, 0, 0, 0)
        inside.addWidget(self._meaning)
        self._visible = button(
            translate("Filters", "Use the visible window"),
            "link",
            translate("Filters", "From the first to the last day that the timeline shows"),
        )
        self._visible.clicked.connect(self.use_window)
        row = QHBoxLayout()
        row.setContentsMargins(3, 0, 0, 0)
        row.addWidget(self._visible)
        row.addStretch(1)
        inside.addLayout(row)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._apply)

    def stops(self) -> list[QWidget]:
        return [self.after, self.before, *self.switches.values(), self._visible]

    def lifted(self, wanted: EventFilter) -> EventFilter:
        return wanted.without("dates")

    def in_short(self, wanted: EventFilter) -> str:
        if not wanted.after and not wanted.before:
            return ""
        return f"{wanted.after or '…'} – {wanted.before or '…'}"

    def fill_menu(self, menu: QMenu) -> None:
        menu.addAction(translate("Filters", "Use the visible window"), self.use_window)
        menu.addSeparator()

    def forget(self) -> None:
        """Drop what was typed and could not be read."""
        if self._body is not None:
            self._pause.stop()
            for field in (self.after, self.before):
                with QSignalBlocker(field):
                    field.clear()
                field.setModified(False)

    def clear(self) -> None:
        """Lift the restriction, and forget what could not be read."""
        self.forget()
        super().clear()
        self.refresh()

    def use_window(self) -> None:
        """Take the stretch of time that the timeline shows."""
        window = self.store.state.window
        if window is not None:
            after, before = days_of(window)
            self.store.edit(filter=replace(self.store.state.filter, after=after, before=before))

    def update_body(self) -> None:
        wanted = self.store.state.filter
        for field, text in ((self.after, wanted.after), (self.before, wanted.before)):
            # What is being typed, or cannot be read yet, is the user's until it is taken.
            if not field.isModified() and field.text() != text:
                with QSignalBlocker(field):
                    field.setText(text)
        for name, made in self.switches.items():
            made.setChecked(name == wanted.certainty)
        self._meaning.setText(translate("Filters", _MEANS[wanted.certainty]))
        self._say()

    def _field(self, name: str, tooltip: str, example: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        field.setPlaceholderText(example)
        set_tip(field, translate("Filters", tooltip))
        field.setClearButtonEnabled(True)
        field.textEdited.connect(self._typed)
        # The button that clears a field does not count as typing.
        field.textChanged.connect(self._emptied)
        field.editingFinished.connect(self._apply)
        return field

    def _typed(self, _: str = "") -> None:
        for field in (self.after, self.before):
            if field.text().strip() != self._kept(field):
                field.setModified(True)
        self._pause.start()
        self._say()

    def _emptied(self, text: str) -> None:
        if not text:
            self._typed()

    def _kept(self, field: QLineEdit) -> str:
        wanted = self.store.state.filter
        return wanted.after if field is self.after else wanted.before

    def _read(self) -> EventFilter:
        """The filter with the dates that stand in the fields. Raises ExplorerError."""
        wanted = replace(
            self.store.state.filter, after=self.after.text().strip(), before=self.before.text().strip()
        )
        _ = wanted.dates
        return wanted

    def _apply(self) -> None:
        self._pause.stop()
        try:
            wanted = self._read()
        except ExplorerError:
            self._say()
            return
        for field in (self.after, self.before):
            field.setModified(False)
        self.store.edit(filter=wanted)
        self.refresh()

    def _say(self) -> None:
        """Repeat the dates in words, or explain what is wrong with them."""
        try:
            wanted = self._read()
            texts = [parse(text) for text in (wanted.after, wanted.before) if text]
        except ExplorerError as error:
            self._tell(f"{error.what} {error.advice}", is_wrong=True)
            return
        words = [date_in_words(date) for date in texts]
        if len(words) == 2:
            first, last = words
            self._tell(
                translate("Filters", "From the start of {first} to the end of {last}").format(
                    first=first, last=last
                )
            )
        elif words:
            date = words[0]
            self._tell(
                translate("Filters", "From the start of {first} on").format(first=date)
                if wanted.after
                else translate("Filters", "Until the end of {last}").format(last=date)
            )
        else:
            self._tell("")

    def _tell(self, words: str, *, is_wrong: bool = False) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
        role = "warning" if is_wrong else "soft"
        if self._said.property("role") != role:
            self._said.setProperty("role", role)
            self._said.style().polish(self._said)

    def _pick(self, certainty: str) -> None:
        self.store.edit(filter=replace(self.store.state.filter, certainty=certainty))


def days_of(window: Interval) -> tuple[str, str]:
    """The first and the last day of a stretch of time, as EDTF."""
    return text_of_day(window.start), text_of_day(window.end - 1)
