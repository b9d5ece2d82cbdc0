"""The controls of the export dialog that TableOptions come from: extent, columns, content, file."""

from typing import Final

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.errors import ExplorerError
from explorer.domain.index import EventIndex
from explorer.domain.tongue import mark, translate
from explorer.formats import Format
from explorer.formats.table import (
    COMMENTARY,
    HEADINGS,
    LINE_ENDS,
    OFFERED,
    OWN,
    SEPARATORS,
    TableOptions,
    heading_of,
)
from explorer.ui.exporting.fields import ExtentField, Form, Listed, switch
from explorer.ui.exporting.sample import usual_columns
from explorer.ui.plain import set_tip
from explorer.ui.sizes import scaled
from explorer.ui.widgets import button, on_click

#: What a format's table can be told, beside its extent.
_MEANT: Final = {
    "csv": {"columns", "separator", "commentary", "notes", "file", "sidecar"},
    "jsonl": {"commentary", "notes"},
    "excel": {"columns", "commentary", "notes", "file", "sidecar"},
    "markdown": {"columns", "commentary", "notes", "file", "sidecar"},
    "html": {"columns", "commentary", "notes", "file", "sidecar"},
    "icalendar": {"commentary", "notes", "file", "sidecar"},
}
#: What the separators are called.
_SEPARATORS: Final = {
    "comma": mark("Export", "Comma"),
    "semicolon": mark("Export", "Semicolon"),
    "tab": mark("Export", "Tab"),
}
#: What the line ends are called.
_LINE_ENDS: Final = {
    "crlf": mark("Export", "CR LF, the standard"),
    "lf": mark("Export", "LF, as on Unix"),
}
#: The columns that can be chosen; the reader's own have a switch.
_CHOOSABLE: Final = tuple(name for name in OFFERED if name not in OWN)
#: Rows of the list of columns that are seen at once.
_SEEN: Final = 8


class TableControls(QObject):
    """Rows of a form that edit TableOptions; `changed` follows each edit."""

    changed = Signal()

    def __init__(self, form: Form, index: EventIndex, *, has_article: bool) -> None:
        super().__init__(form)
        self._form, self._has_article = form, has_article
        self._rows: list[tuple[QWidget, str]] = []
        # As they are usual for the format until someone has chosen: then these.
        self._own_columns: tuple[str, ...] = ()
        self._is_empty = False
        self._chosen: Format | None = None
        self.extent = ExtentField(index)
        self.extent.choice.setAccessibleName(translate("Export", "Extent of the table"))
        self._add("extent", form.row(translate("Export", "E&xtent"), self.extent))
        self._add("columns", form.heading(translate("Export", "Columns")))
        self._add("columns", form.whole(self._build_columns()))
        self._add("extent", form.heading(translate("Export", "Content")))
        self.commentary = switch(
            translate("Export", "What the article &says"),
            translate("Export", "Columns of the article beside those of the record"),
        )
        self.notes = switch(
            translate("Export", "My stars and &notes"),
            translate("Export", "Two columns with your stars and notes, which nobody else sees otherwise"),
        )
        self._add("commentary", form.whole(self.commentary))
        self._add("notes", form.whole(self.notes))
        self._add("file", form.heading(translate("Export", "File")))
        self.separator = Listed(
            translate("Export", "Separator"),
            translate("Export", "What stands between two cells; a spreadsheet may want a semicolon"),
        )
        for name, value in SEPARATORS.items():
            self.separator.addItem(translate("Export", _SEPARATORS[name]), value)
        self._add("separator", form.row(translate("Export", "Separato&r"), self.separator))
        self.line_ends = Listed(
            translate("Export", "Line ends"),
            translate(
                "Export", "How lines end: as RFC 4180 says, for spreadsheets; or as Unix tools have it"
            ),
        )
        for name, value in LINE_ENDS.items():
            self.line_ends.addItem(translate("Export", _LINE_ENDS[name]), value)
        self._add("separator", form.row(translate("Export", "&Line ends"), self.line_ends))
        self.safe = switch(
            translate("Export", "Sa&fe for spreadsheets"),
            translate("Export", "An apostrophe before a text that would be run as a formula"),
        )
        self.bom = switch(
            translate("Export", "&Byte order mark"),
            translate("Export", "So that an older spreadsheet takes the file for UTF-8"),
        )
        self.sidecar = switch(
            translate("Export", "&View file beside it"),
            translate("Export", "A second small file, so that the table opens its view again"),
        )
        for made, meaning in ((self.safe, "separator"), (self.bom, "separator"), (self.sidecar, "sidecar")):
            self._add(meaning, form.whole(made))
        self.extent.changed.connect(self.changed)
        for listed in (self.separator, self.line_ends):
            listed.currentIndexChanged.connect(self.changed)
        for made in (self.commentary, self.notes, self.safe, self.bom, self.sidecar):
            made.toggled.connect(self._turned)

    def _add(self, meaning: str, row: QWidget) -> None:
        self._rows.append((row, meaning))

    def _build_columns(self) -> QWidget:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        self.columns = QListWidget()
        self.columns.setObjectName("columnList")
        self.columns.setAccessibleName(translate("Export", "Columns of the table"))
        set_tip(self.columns, translate("Export", "The columns of the table: Space turns one on and off"))
        self.columns.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.columns.setUniformItemSizes(True)
        for name in _CHOOSABLE:
            item = QListWidgetItem(name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            set_tip(item, heading_of(name) if name in HEADINGS else "")
            self.columns.addItem(item)
        self.columns.setCurrentRow(0)
        self.columns.setFixedHeight((self.columns.fontMetrics().height() + scaled(8)) * _SEEN)
        self.columns.itemChanged.connect(self._turn_column)
        inside.addWidget(self.columns)
        line = QHBoxLayout()
        line.setSpacing(10)
        self.usual_button = button(
            translate("Export", "Usual"),
            "link",
            translate("Export", "The columns that are usual for the format"),
        )
        self.all_button = button(translate("Export", "All"), "link", translate("Export", "Every column"))
        self.none_button = button(
            translate("Export", "None"), "link", translate("Export", "Deselect every column")
        )
        on_click(self.usual_button, lambda: self._take_columns(()))
        on_click(self.all_button, lambda: self._take_columns(_CHOOSABLE))
        on_click(self.none_button, self._take_none)
        for made in (self.usual_button, self.all_button, self.none_button):
            line.addWidget(made)
        line.addStretch(1)
        inside.addLayout(line)
        return body

    # What is chosen

    def show_for(self, chosen: Format) -> None:
        """Show the rows that mean something to a format, and its columns."""
        meant = _MEANT.get(chosen.name, set[str]()) | {"extent"} if chosen.kind == "table" else set[str]()
        for row, meaning in self._rows:
            is_there = meaning != "commentary" or self._has_article
            self._form.show_row(row, meaning in meant and is_there)
        if chosen.kind == "table":
            self._chosen = chosen
            self._show_columns()

    def options(self, chosen: Format) -> TableOptions:
        """The options as they are edited, for a format. Raises ExplorerError where there is no such table."""
        options = TableOptions(
            columns=self._own_columns if "columns" in _MEANT.get(chosen.name, ()) else (),
            separator=self.separator.currentData(),
            line_end=self.line_ends.currentData(),
            has_bom=self.bom.isChecked(),
            is_safe=self.safe.isChecked(),
            has_commentary=self.commentary.isChecked() or not self._has_article,
            has_notes=self.notes.isChecked(),
        )
        if self._is_empty:
            raise ExplorerError(
                translate("Export", "The table has no column."), translate("Export", "Choose one or more.")
            )
        options.names(usual_columns(chosen))
        return options

    def writes_sidecar(self, chosen: Format) -> bool:
        """True where a second file is to say what the table is of."""
        return "sidecar" in _MEANT.get(chosen.name, ()) and self.sidecar.isChecked()

    def show_options(self, options: TableOptions, extent: str, *, has_sidecar: bool) -> None:
        """Put options into the controls, silently."""
        with QSignalBlocker(self):
            self._own_columns = tuple(name for name in options.columns if name in _CHOOSABLE)
            self.separator.setCurrentIndex(max(0, self.separator.findData(options.separator)))
            self.line_ends.setCurrentIndex(max(0, self.line_ends.findData(options.line_end)))
            for made, is_on in (
                (self.bom, options.has_bom),
                (self.safe, options.is_safe),
                (self.commentary, options.has_commentary),
                (self.notes, options.has_notes),
                (self.sidecar, has_sidecar),
            ):
                made.setChecked(is_on)
            self.extent.set_value(extent)

    # Columns

    def _take_columns(self, columns: tuple[str, ...]) -> None:
        self._own_columns, self._is_empty = columns, False
        self._show_columns()
        self.changed.emit()

    def _take_none(self) -> None:
        self._is_empty = True
        self._show_columns()
        self.changed.emit()

    def _show_columns(self) -> None:
        """Check the columns that the table has, and hide those that go with all that the article says."""
        assert self._chosen is not None
        wanted = self._own_columns or usual_columns(self._chosen)
        is_hidden = not (self._has_article and self.commentary.isChecked())
        with QSignalBlocker(self.columns):
            for row, name in enumerate(_CHOOSABLE):
                item = self.columns.item(row)
                is_on = name in wanted and not self._is_empty
                item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
                item.setHidden(is_hidden and name in COMMENTARY)
        # The list was silent, and has not repainted itself either.
        self.columns.viewport().update()

    def _turn_column(self, item: QListWidgetItem) -> None:
        """Take the columns that are checked now, in the order in which they were: a new one at its place."""
        name, is_on = item.text(), item.checkState() == Qt.CheckState.Checked
        assert self._chosen is not None
        before = () if self._is_empty else self._own_columns or usual_columns(self._chosen)
        if is_on:
            usual = usual_columns(self._chosen)
            order = usual if set(before) | {name} <= set(usual) else _CHOOSABLE
            columns = tuple(one for one in order if one in before or one == name)
        else:
            columns = tuple(one for one in before if one != name)
        self._is_empty = not columns
        self._own_columns = () if columns == usual_columns(self._chosen) else columns
        self.changed.emit()

    def _turned(self, _: bool) -> None:
        if self._chosen is not None:
            self._show_columns()
        self.changed.emit()
