"""The section of dates: from and to as people write them, what was understood, and what events do there."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.edtf import EdtfError, parse, text_of_day
from explorer.domain.errors import ExplorerError
from explorer.domain.filter import EventFilter
from explorer.domain.free_dates import Understood, read_free_date
from explorer.domain.interval import Interval
from explorer.domain.tongue import mark, translate
from explorer.domain.words import date_in_words
from explorer.state import Store
from explorer.ui.collection import Collection
from explorer.ui.desktop.settings import Settings
from explorer.ui.filtering.section import Section
from explorer.ui.plain import set_tip
from explorer.ui.theme import Theme
from explorer.ui.widgets import ElidedButton, Field, FlowLayout, button, label

#: Milliseconds of calm after which a date that can be read is taken: "1985" may become "1985-04".
_PAUSE: Final = 600

#: What a filter by dates asks for, by `dating` and `certainty`.
_MEANS: Final = {
    ("in", "possible"): mark(
        "Filters", "Possibly in: an event counts if any reading of its date lies in the range."
    ),
    ("in", "certain"): mark(
        "Filters", "Certainly in: an event counts only if it lies in the range however its date is read."
    ),
    ("begins", "possible"): mark(
        "Filters", "Possibly begins: an event counts if it may begin in the range, whenever it ends."
    ),
    ("begins", "certain"): mark(
        "Filters",
        "Certainly begins: an event counts only if it begins in the range however its date is read.",
    ),
    ("ends", "possible"): mark(
        "Filters", "Possibly ends: an event counts if it may end in the range, whenever it began."
    ),
    ("ends", "certain"): mark(
        "Filters", "Certainly ends: an event counts only if it ends in the range however its date is read."
    ),
    ("underway", "possible"): mark(
        "Filters", "Possibly under way: an event counts if it may go on at some time of the range."
    ),
    ("underway", "certain"): mark(
        "Filters",
        "Certainly under way: an event counts only if it goes on at some time of the range however its dates "
        "are read.",
    ),
    ("throughout", "possible"): mark(
        "Filters", "Possibly under way: an event counts if it may go on for the whole range."
    ),
    ("throughout", "certain"): mark(
        "Filters",
        "Certainly under way: an event counts only if it goes on for the whole range however its dates "
        "are read.",
    ),
}
_DOES: Final = {
    "in": mark("Filters", "Takes place"),
    "begins": mark("Filters", "Begins"),
    "ends": mark("Filters", "Ends"),
    "underway": mark("Filters", "Under way at some time"),
    "throughout": mark("Filters", "Under way all the time"),
}
_FROM: Final = mark(
    "Filters", "From: a date such as June 2018, 1985, 1980s, about 1500 or 44 BC, or EDTF such as 1985-04~"
)
_TO: Final = mark(
    "Filters", "To: a date such as June 2018, 1985, 1980s, about 1500 or 44 BC, or EDTF such as 1985-04~"
)


class DatesSection(Section):
    """Edits the filter's `after`, `before`, `certainty` and `dating`; what cannot be read is not applied.

    A field keeps what was typed while it means the filter's date; beneath it stands what was understood.
    """

    def __init__(self, store: Store, collection: Collection, settings: Settings, theme: Theme) -> None:
        #: What was typed into a field, and the EDTF that it was taken for.
        self._typed_as: dict[QLineEdit, tuple[str, str]] = {}
        super().__init__(
            "dates", translate("Filters", "Dates"), store, collection, settings, theme, is_open=True
        )

    def has_values(self) -> bool:
        return self.collection.index is not None and len(self.collection.index) > 0

    def make(self, inside: QVBoxLayout) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(6, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        self.after = self._field(translate("Filters", "From (date)"), _FROM)
        self.before = self._field(translate("Filters", "To (date)"), _TO)
        names = translate("Filters", "From"), translate("Filters", "To")
        self.understood = {field: label("", "soft", 0.9) for field in (self.after, self.before)}
        for row, (words, field) in enumerate(zip(names, (self.after, self.before), strict=True)):
            said = label(words, "soft")
            said.setWordWrap(False)
            grid.addWidget(said, 2 * row, 0)
            grid.addWidget(field, 2 * row, 1)
            grid.addWidget(self.understood[field], 2 * row + 1, 1)
        inside.addLayout(grid)
        self._said = label("", "soft")
        self._said.setContentsMargins(6, 0, 0, 0)
        inside.addWidget(self._said)
        # How events stand to the dates: of use only when there are some.
        self._how = QWidget()
        how = QVBoxLayout(self._how)
        how.setContentsMargins(0, 0, 0, 0)
        how.setSpacing(4)
        does = QHBoxLayout()
        does.setContentsMargins(6, 2, 0, 0)
        datings = FlowLayout(spacing=6)
        does.addLayout(datings, 1)
        self._doing = QButtonGroup(self)
        self.datings = {
            name: ElidedButton(
                translate("Filters", words), "choice", translate("Filters", _MEANS[name, "possible"])
            )
            for name, words in _DOES.items()
        }
        for name, made in self.datings.items():
            made.setCheckable(True)
            made.setAutoExclusive(True)
            self._doing.addButton(made)
            made.clicked.connect(lambda _=False, name=name: self._do(name))
            datings.addWidget(made)
        how.addLayout(does)
        margin = QHBoxLayout()
        margin.setContentsMargins(6, 2, 0, 0)
        switch = FlowLayout(spacing=6)
        margin.addLayout(switch, 1)
        self._group = QButtonGroup(self)
        self.switches = {
            name: ElidedButton(words, "choice", translate("Filters", _MEANS["in", name]))
            for name, words in (
                ("possible", translate("Filters", "Possibly in")),
                ("certain", translate("Filters", "Certainly in")),
            )
        }
        for name, made in self.switches.items():
            made.setCheckable(True)
            made.setAutoExclusive(True)
            self._group.addButton(made)
            made.clicked.connect(lambda _=False, name=name: self._pick(name))
            switch.addWidget(made)
        how.addLayout(margin)
        self._meaning = label("", "soft", 0.9)
        self._meaning.setContentsMargins(6, 0, 0, 0)
        how.addWidget(self._meaning)
        inside.addWidget(self._how)
        self._visible = button(
            translate("Filters", "Visible window"),
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
        return [self.after, self.before, *self.datings.values(), *self.switches.values(), self._visible]

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
            self._typed_as.clear()
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
            if not field.isModified() and self._meant(field) != text:
                with QSignalBlocker(field):
                    field.setText(text)
        for name, made in self.switches.items():
            made.setChecked(name == wanted.certainty)
        for name, made in self.datings.items():
            made.setChecked(name == wanted.dating)
        usual = EventFilter()
        is_told = (wanted.certainty, wanted.dating) != (usual.certainty, usual.dating)
        self._how.setVisible(bool(wanted.after or wanted.before) or is_told)
        self._show_examples()
        self._meaning.setText(translate("Filters", _MEANS[wanted.dating, wanted.certainty]))
        self._say()

    def _show_examples(self) -> None:
        """Have an empty field show a date that makes sense in the file that is open: its first and last."""
        known = self.collection.known
        if known is None:
            return
        first, last = text_of_day(known.start), text_of_day(known.end - 1)
        month = first if first.startswith("Y") else first[:-3]
        self.after.setPlaceholderText(date_in_words(parse(month)))
        self.before.setPlaceholderText(last)

    def _field(self, name: str, tooltip: str) -> QLineEdit:
        field = Field()
        field.setAccessibleName(name)
        set_tip(field, translate("Filters", tooltip))
        field.setClearButtonEnabled(True)
        field.textEdited.connect(self._typed)
        # The button that clears a field does not count as typing.
        field.textChanged.connect(self._emptied)
        field.editingFinished.connect(self._apply)
        return field

    def _typed(self, _: str = "") -> None:
        for field in (self.after, self.before):
            if self._meant(field) != self._kept(field):
                field.setModified(True)
        self._pause.start()
        self._say()

    def _emptied(self, text: str) -> None:
        if not text:
            self._typed()

    def _kept(self, field: QLineEdit) -> str:
        wanted = self.store.state.filter
        return wanted.after if field is self.after else wanted.before

    def _meant(self, field: QLineEdit) -> str:
        """What the text of a field was taken for, or is as it stands."""
        text = field.text().strip()
        typed, edtf = self._typed_as.get(field, ("", ""))
        return edtf if text and text == typed else text

    def _understand(self, field: QLineEdit) -> Understood | None:
        """What stands in a field, None for nothing. Raises ExplorerError."""
        text = field.text().strip()
        if not text:
            return None
        kept = self._kept(field)
        if kept and text == kept:
            return Understood(text)
        understood = read_free_date(text, is_typed=True)
        if "XXXX" in understood.edtf and text != understood.edtf:
            raise EdtfError(
                translate("Filters", "“{text}” names no year.").format(text=text),
                translate("Filters", "Add the year."),
            )
        return understood

    def _read(self) -> EventFilter:
        """The filter with the dates that stand in the fields. Raises ExplorerError."""
        dates = [self._understand(field) for field in (self.after, self.before)]
        after, before = ("" if date is None else date.edtf for date in dates)
        wanted = replace(self.store.state.filter, after=after, before=before)
        _ = wanted.dates
        return wanted

    def _apply(self) -> None:
        self._pause.stop()
        try:
            wanted = self._read()
        except ExplorerError:
            self._say()
            return
        for field, edtf in ((self.after, wanted.after), (self.before, wanted.before)):
            self._typed_as[field] = (field.text().strip(), edtf)
            field.setModified(False)
        self.store.edit(filter=wanted)
        self.refresh()

    def _say(self) -> None:
        """Repeat the dates in words, or explain what is wrong with them."""
        is_wrong = [self._say_of(field) for field in (self.after, self.before)]
        if any(is_wrong):
            self._tell(
                translate("Filters", "The first date cannot be read.")
                if is_wrong[0]
                else translate("Filters", "The last date cannot be read."),
                is_wrong=True,
            )
            return
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

    def _say_of(self, field: QLineEdit) -> bool:
        """Say beneath a field what was understood; the answer is whether it cannot be read."""
        text = field.text().strip()
        words, is_wrong = "", False
        try:
            understood = self._understand(field)
        except ExplorerError as error:
            words, is_wrong = f"{error.what} {error.advice}", True
        else:
            if understood is not None:
                edtf = self._meant(field) if text == self._typed_as.get(field, ("",))[0] else understood.edtf
                if understood.is_ambiguous:
                    said = translate("Filters", "May mean {words}: both are taken ({edtf})")
                    words = said.format(words=understood.words, edtf=edtf)
                elif edtf != text:
                    words = translate("Filters", "{words} ({edtf})").format(
                        words=date_in_words(parse(edtf)), edtf=edtf
                    )
        _put(self.understood[field], words, is_wrong=is_wrong)
        return is_wrong

    def _tell(self, words: str, *, is_wrong: bool = False) -> None:
        _put(self._said, words, is_wrong=is_wrong)

    def _pick(self, certainty: str) -> None:
        self.store.edit(filter=replace(self.store.state.filter, certainty=certainty))

    def _do(self, dating: str) -> None:
        self.store.edit(filter=replace(self.store.state.filter, dating=dating))


def _put(said: QLabel, words: str, *, is_wrong: bool) -> None:
    said.setText(words)
    said.setVisible(bool(words))
    role = "warning" if is_wrong else "soft"
    if said.property("role") != role:
        said.setProperty("role", role)
        said.style().polish(said)


def days_of(window: Interval) -> tuple[str, str]:
    """The first and the last day of a stretch of time, as EDTF."""
    return text_of_day(window.start), text_of_day(window.end - 1)
