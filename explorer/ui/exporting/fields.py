"""What the controls of the export dialog are made of: rows with a label, choices, numbers, dates."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.errors import ExplorerError
from explorer.domain.free_dates import bound_of, date_of
from explorer.domain.index import EventIndex
from explorer.domain.interval import Interval
from explorer.domain.tongue import mark, translate
from explorer.domain.view_request import window_of
from explorer.domain.words import date_in_words
from explorer.ui.access import Holder, answers_through
from explorer.ui.filtering.dates_section import days_of
from explorer.ui.plain import Label, set_tip
from explorer.ui.sizes import scaled
from explorer.ui.widgets import FlowLayout, button, label, section

#: What a picture or a table may show.
_FROM: Final = mark(
    "Export", "From: a date such as 1985, 1985-04, 198X or -0043 (44 BCE); empty for no limit"
)
_TO: Final = mark("Export", "To: a date such as 1985, 1985-04, 198X or -0043 (44 BCE); empty for no limit")
EXTENTS: Final = {
    "visible": mark("Export", "Visible"),
    "all": mark("Export", "All matches"),
    "dates": mark("Export", "Dates"),
}


class Form(QWidget):
    """Rows of a label and a field, the labels of one width; any row can be left out."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = QFormLayout(self)
        self.rows.setContentsMargins(18, 14, 18, 18)
        self.rows.setHorizontalSpacing(10)
        self.rows.setVerticalSpacing(8)
        self.rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def heading(self, text: str) -> QLabel:
        """A heading over the rows that follow."""
        made = section(text)
        made.setContentsMargins(0, 8 if self.rows.rowCount() else 0, 0, 0)
        self.rows.addRow(made)
        return made

    def row(self, text: str, field: QWidget, buddy: QWidget | None = None) -> QWidget:
        """A field behind its name, in which "&" marks the letter that leads to it with Alt."""
        named = Label(text)
        named.setProperty("role", "soft")
        named.setBuddy(buddy or field)
        self.rows.addRow(named, field)
        return field

    def wide(self, field: QWidget) -> QWidget:
        """A field without a name, beneath the other fields."""
        self.rows.addRow("", field)
        return field

    def whole(self, field: QWidget) -> QWidget:
        """A field over the whole width."""
        field.setSizePolicy(field.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Fixed)
        self.rows.addRow(field)
        return field

    def show_row(self, field: QWidget, is_shown: bool) -> None:
        """Show a row, or leave it out, with its name and the space around it."""
        self.rows.setRowVisible(field, is_shown)


class Choice(QWidget):
    """One of a few values as buttons side by side; the arrow keys go from one to the next.

    They wrap unless they are to stand in one row. Choices that share a `group` have one value together: all
    but one of them have none.
    """

    picked = Signal(str)

    def __init__(
        self,
        name: str,
        values: Mapping[str, str],
        tips: Mapping[str, str] | None = None,
        group: QButtonGroup | None = None,
        *,
        is_row: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        # Else a label's letter would not lead here.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = _in_a_row(self) if is_row else FlowLayout(self, 5)
        self._group = group or QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for value, text in values.items():
            made = button(text, "choice", (tips or {}).get(value, ""))
            made.setAccessibleName(f"{name}: {text}")
            made.setCheckable(True)
            # Else it would be told as a check box.
            made.setAutoExclusive(True)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            made.toggled.connect(partial(self._turn, value))
            self._group.addButton(made)
            self.buttons[value] = made
            row.addWidget(made)
        first = next(iter(self.buttons.values()))
        if self._group.checkedButton() is None:
            first.setChecked(True)
        self.setFocusProxy(first)

    @property
    def value(self) -> str:
        """The value that is chosen, "" where that is another's of the group."""
        return next((value for value, made in self.buttons.items() if made.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose a value, silently; one that is not offered changes nothing."""
        if value in self.buttons:
            with QSignalBlocker(self):
                self.buttons[value].setChecked(True)

    def _turn(self, value: str, is_on: bool) -> None:
        if is_on:
            # Tab and Alt+letter lead to what is chosen.
            self.setFocusProxy(self.buttons[value])
            self.picked.emit(value)


def _in_a_row(owner: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(owner)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    return row


def switch(text: str, tooltip: str) -> QCheckBox:
    """A check box; "&" in its text marks the letter that turns it with Alt."""
    made = QCheckBox(text)
    made.setAccessibleName(text.replace("&", ""))
    set_tip(made, tooltip)
    return made


class _Whole(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the column of controls, and changes nothing that it passes over."""
        event.ignore()


class Length(QDoubleSpinBox):
    """A length in pixels or millimetres, of which it shows a tenth."""

    def __init__(self, name: str, tooltip: str) -> None:
        super().__init__()
        self.setRange(1, 100_000)
        _dress(self, name, tooltip)

    def show_unit(self, unit: str) -> None:
        """Write whole pixels, or tenths of millimetres."""
        self.setDecimals(1 if unit == "mm" else 0)

    def textFromValue(self, value: float) -> str:
        """The number without zeros at its end."""
        return f"{value:.{self.decimals()}f}".removesuffix(".0")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As that of a whole number."""
        event.ignore()


class Listed(QComboBox):
    """One of a list that opens."""

    def __init__(self, name: str, tooltip: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        set_tip(self, tooltip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As that of a whole number."""
        event.ignore()


def whole_number(name: str, least: int, most: int, ending: str, tooltip: str) -> QSpinBox:
    """A field for a whole number."""
    made = _Whole()
    made.setRange(least, most)
    if ending:
        made.setSuffix(f" {ending}")
    _dress(made, name, tooltip)
    return made


def _dress(made: QAbstractSpinBox, name: str, tooltip: str) -> None:
    made.setAccessibleName(name)
    set_tip(made, tooltip)
    made.setMinimumWidth(scaled(64))
    # The style sheet moves the field's border only, not what stands in it.
    made.lineEdit().setTextMargins(6, 0, 4, 0)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class ExtentField(QWidget):
    """The visible stretch of time, all that matches, or a span of dates; `changed` follows edits."""

    changed = Signal()

    def __init__(self, index: EventIndex) -> None:
        super().__init__()
        self._index = index
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        #: True while what stands in the fields cannot be read.
        self.is_wrong = False
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        self.choice = Choice(
            translate("Export", "Extent"),
            {name: translate("Export", text) for name, text in EXTENTS.items()},
            {
                "visible": translate("Export", "The stretch of time that the timeline shows now"),
                "all": translate("Export", "Everything that passes the filter"),
                "dates": translate("Export", "A span of dates of your own"),
            },
        )
        self.setFocusProxy(self.choice)
        inside.addWidget(self.choice)
        self._dates = QWidget()
        row = QHBoxLayout(self._dates)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.first, self.last = (
            self._field(translate("Export", "From (date)"), _FROM, "1985-04"),
            self._field(translate("Export", "To (date)"), _TO, "2020-05-31"),
        )
        row.addWidget(self.first, 1)
        row.addWidget(Label("–"))
        row.addWidget(self.last, 1)
        inside.addWidget(self._dates)
        self.said = label("", "soft", 0.92)
        inside.addWidget(self.said)
        self.choice.picked.connect(self._pick)
        self._look()

    def _field(self, name: str, tooltip: str, example: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(example)
        set_tip(made, translate("Export", tooltip))
        made.textChanged.connect(self._typed)
        return made

    @property
    def value(self) -> str:
        """ "visible", "all" or the two dates as EDTF. Raises ExplorerError for what cannot be read."""
        if self.choice.value != "dates":
            return self.choice.value
        first, last = self.first.text().strip(), self.last.text().strip()
        if not first and not last:
            raise ExplorerError(
                translate("Export", "The span has no date."),
                translate("Export", "Write a first or a last one."),
            )
        first, last = (
            bound_of(first, is_end=False) if first else "",
            bound_of(last, is_end=True) if last else "",
        )
        extent = f"{first or '..'}/{last or '..'}"
        window_of(extent, self._index)
        return extent

    def set_value(self, extent: str) -> None:
        """Show an extent."""
        first, slash, last = extent.partition("/")
        self.choice.set_value("dates" if slash else extent)
        if slash:
            for field, text in ((self.first, first), (self.last, last)):
                with QSignalBlocker(field):
                    field.setText("" if text == ".." else text)
        self._look()

    def propose(self, span: Interval | None) -> None:
        """Put the days of a span into empty fields, for who chooses dates later."""
        if span is not None and not self.first.text() and not self.last.text():
            for field, text in zip((self.first, self.last), days_of(span), strict=True):
                with QSignalBlocker(field):
                    field.setText(text)

    def _pick(self, _: str) -> None:
        self._look()
        self.changed.emit()

    def _typed(self, _: str) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        """Repeat the dates in words, or explain what is wrong with them."""
        has_dates = self.choice.value == "dates"
        self._dates.setVisible(has_dates)
        words, is_wrong = "", False
        if has_dates:
            try:
                _ = self.value
            except ExplorerError as error:
                words, is_wrong = str(error), True
            else:
                words = _in_words(self.first.text().strip(), self.last.text().strip())
        self.is_wrong = is_wrong
        self.said.setText(words)
        self.said.setVisible(bool(words))
        role = "warning" if is_wrong else "soft"
        if self.said.property("role") != role:
            self.said.setProperty("role", role)
            self.said.style().polish(self.said)


def _in_words(first: str, last: str) -> str:
    begin, end = (date_in_words(date_of(text)) if text else "" for text in (first, last))
    if not begin:
        return translate("Export", "Until the end of {last}").format(last=end)
    if not end:
        return translate("Export", "From the start of {first} on").format(first=begin)
    return translate("Export", "From the start of {first} to the end of {last}").format(first=begin, last=end)


answers_through(Choice, Holder)
answers_through(ExtentField, Holder)
