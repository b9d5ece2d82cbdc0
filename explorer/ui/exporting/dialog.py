"""The export dialog: what will be written on the left, what can be chosen about it on the right."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
)

from explorer.domain.errors import ExplorerError
from explorer.domain.tongue import translate
from explorer.formats import FORMATS, Format, format_named
from explorer.formats.table import TableOptions
from explorer.formats.writing import check_target
from explorer.ui.exporting import remembering
from explorer.ui.exporting.desk import Desk
from explorer.ui.exporting.fields import Choice, Form
from explorer.ui.exporting.picture_controls import PictureControls
from explorer.ui.exporting.proposals import caption_of, file_name, title_of
from explorer.ui.exporting.table_controls import TableControls
from explorer.ui.plain import set_tip
from explorer.ui.room import open_at
from explorer.ui.sizes import scaled
from explorer.ui.widgets import label

if TYPE_CHECKING:
    from explorer.domain.provenance import Provenance
    from explorer.ui.main_window import MainWindow

#: Milliseconds of calm after which the preview follows what is typed.
_PAUSE: Final = 220
#: What belongs to one view and not to the next export.
_PASSING: Final = frozenset({"title", "caption"})
_SHORT: Final = {
    "png": "PNG",
    "svg": "SVG",
    "pdf": "PDF",
    "csv": "CSV",
    "jsonl": "JSON Lines",
    "excel": "Excel",
    "markdown": "Markdown",
    "html": "HTML",
    "icalendar": "iCalendar",
}


class ExportDialog(QDialog):
    """Edits what an export is to be, and shows it; Export asks for a name, the window's Exports writes."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        index = window.collection.index
        assert index is not None
        self.setObjectName("exportDialog")
        self.setWindowTitle(translate("Export", "Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self._provenance: Provenance | None = None
        # What is answered later finds nobody.
        self._is_over = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._draw)
        self.desk = Desk(window)
        self._build_formats()
        port = window.timeline.viewport()
        self.picture = PictureControls(self.form, index, (port.width(), port.height()))
        has_article = window.collection.argument is not None
        self.table = TableControls(self.form, index, has_article=has_article)
        self._build()
        self._restore()
        self.picture.changed.connect(self._changed)
        self.table.changed.connect(self._changed)
        for made in (self.picture.stars, self.table.notes):
            made.toggled.connect(self._take_own)
        self.formats.idClicked.connect(self._turn)
        self.desk.refused.connect(self._tell)
        window.collection.opened.connect(self.reject)
        window.provenances.want(self._take_provenance, lambda _: None)
        open_at(self, scaled(1180), scaled(800))
        self._turn()

    # Building

    def _build_formats(self) -> None:
        self.form = Form()
        self.form.setObjectName("exportForm")
        self.formats = QButtonGroup(self)
        self.kinds: list[Choice] = []
        for kind, text in (
            ("picture", translate("Export", "&Picture")),
            ("table", translate("Export", "&Table")),
        ):
            offered = {one.name: _SHORT.get(one.name, one.description) for one in FORMATS if one.kind == kind}
            tips = {one.name: one.description for one in FORMATS}
            choice = Choice(text.replace("&", ""), offered, tips, self.formats)
            self.kinds.append(choice)
            self.form.row(text, choice)

    def _build(self) -> None:
        self.controls = QScrollArea()
        self.controls.setObjectName("exportControls")
        self.controls.setAccessibleName(translate("Export", "Controls"))
        self.controls.setWidgetResizable(True)
        self.controls.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.controls.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.controls.setWidget(self.form)
        self.controls.setFixedWidth(scaled(372))
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.desk, 1)
        across.addWidget(self.controls)
        self.problem = label("", "warning")
        self.problem.setAccessibleDescription(translate("Export", "What keeps this from being exported"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())
        self.export_button = self.buttons.addButton(
            translate("Export", "&Export…"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.export_button.setObjectName("exportNow")
        self.export_button.setDefault(True)
        self.buttons.accepted.connect(self._export)
        self.buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 12, 18, 14)
        foot.setSpacing(16)
        foot.addWidget(self.problem, 1)
        foot.addWidget(self.buttons)
        bar = QFrame()
        bar.setObjectName("exportFoot")
        bar.setLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(across, 1)
        whole.addWidget(bar)

    def _restore(self) -> None:
        """Begin with what was chosen last, and with words for the present view."""
        window, settings = self._window, self._window.settings
        figure = remembering.from_text(settings.choice("figure"), self.picture.usual(window.theme.name))
        self._proposed = title_of(window, figure.extent)
        self.picture.show_figure(replace(figure, title=self._proposed, caption=caption_of(window)))
        self.picture.extent.changed.connect(self._follow_extent)
        self.picture.stars.setChecked(window.exports_notes)
        options = remembering.from_text(settings.choice("table"), TableOptions())
        # Of what the view leaves out, and of what is the reader's own, nothing is written unasked.
        commentary = options.has_commentary and window.store.state.commentary
        options = replace(options, has_commentary=commentary, has_notes=window.exports_notes)
        self._habits = remembering.from_text(settings.choice("export"), remembering.Habits())
        self.table.show_options(options, self._habits.extent, has_sidecar=self._habits.has_sidecar)
        for controls in (self.picture, self.table):
            controls.extent.propose(window.store.state.window)
        chosen = format_named(self._habits.format) or FORMATS[0]
        for choice in self.kinds:
            choice.set_value(chosen.name)

    def _follow_extent(self) -> None:
        """The years in the proposed title are those of the events drawn, unless someone has changed it."""
        if self.picture.title.text() == self._proposed:
            # Half a date is told beside the field.
            with suppress(ExplorerError):
                self._proposed = title_of(self._window, self.picture.extent.value)
            self.picture.title.setText(self._proposed)

    # What is chosen

    @property
    def chosen(self) -> Format:
        """The format that is chosen."""
        name = next(choice.value for choice in self.kinds if choice.value)
        found = format_named(name)
        assert found is not None
        return found

    @property
    def is_drawing(self) -> bool:
        """True while the preview does not show yet what is chosen."""
        return self._pause.isActive() or self.desk.is_drawing

    def choose(self, name: str) -> None:
        """Choose a format by its name."""
        for choice in self.kinds:
            if name in choice.buttons:
                choice.buttons[name].click()

    def _turn(self, _: int = 0) -> None:
        """Show the controls and the preview of the format."""
        chosen = self.chosen
        self.picture.show_for(chosen)
        self.table.show_for(chosen)
        self._draw()

    def _changed(self) -> None:
        self._look()
        self._pause.start()

    def _take_own(self, has_notes: bool) -> None:
        """Let everything that leaves the window have the reader's own marks from now on, or not."""
        self._window.exports_notes = has_notes
        for made in (self.picture.stars, self.table.notes):
            made.setChecked(has_notes)

    def _look(self) -> bool:
        """Say what is wrong with what is chosen, and do not offer to export it; True when nothing is."""
        chosen = self.chosen
        try:
            if chosen.kind == "picture":
                self.picture.figure(chosen)
            else:
                self.table.options(chosen)
                _ = self.table.extent.value
        except ExplorerError as error:
            self._tell(error)
            return False
        self._tell(None)
        return True

    def _tell(self, error: ExplorerError | None) -> None:
        words = str(error) if error is not None else ""
        # What is wrong with dates is told in full beside them.
        controls = self.picture if self.chosen.kind == "picture" else self.table
        is_told = controls.extent.is_wrong
        self.problem.setText(error.what if error is not None and is_told else words)
        self.export_button.setEnabled(error is None)
        set_tip(self.export_button, words or translate("Export", "Choose a name and write the file (Enter)"))

    def _draw(self) -> None:
        """Bring the preview up to what is chosen."""
        self._pause.stop()
        chosen = self.chosen
        if not self._look():
            return
        if chosen.kind == "picture":
            self.desk.show_picture(self.picture.figure(chosen), self._provenance)
        else:
            self.desk.show_table(chosen, self.table.options(chosen), self.table.extent.value)

    def _take_provenance(self, provenance: "Provenance") -> None:
        if not self._is_over:
            self._provenance = provenance
            self._pause.start()

    # Exporting

    def _export(self) -> None:
        """Ask for a name and have the file written; the dialog is over then."""
        if self._pause.isActive():
            # What was typed last may be refused.
            self._draw()
        exports, chosen = self._window.exports, self.chosen
        if not self.export_button.isEnabled() or not exports.is_free():
            return
        path = self._ask(chosen)
        # While the name was given, the preview may have shown that there can be no such picture.
        if path is None or not self.export_button.isEnabled():
            return
        try:
            check_target(path)
        except ExplorerError as error:
            self._tell(error)
            # Another name may do.
            self.export_button.setEnabled(True)
            return
        self._remember(path)
        if chosen.kind == "picture":
            figure = self.picture.figure(chosen)
            self.accept()
            exports.picture(path, chosen, figure)
        else:
            options, extent = self.table.options(chosen), self.table.extent.value
            has_sidecar = self.table.writes_sidecar(chosen)
            self.accept()
            exports.table(path, chosen, options, extent, has_sidecar=has_sidecar)

    def _ask(self, chosen: Format) -> Path | None:
        """The name that the user gives, with the format's ending; None for none."""
        ending = chosen.endings[0]
        folder = self._habits.folder if Path(self._habits.folder).is_dir() else ""
        controls = self.picture if chosen.kind == "picture" else self.table
        proposed = Path(folder, file_name(self._window, ending, controls.extent.value))
        kinds = f"{chosen.description} ({' '.join(f'*{one}' for one in chosen.endings)})"
        while True:
            named, _ = QFileDialog.getSaveFileName(self, translate("Export", "Export"), str(proposed), kinds)
            if not named:
                return None
            path = Path(named)
            if path.suffix.lower() in chosen.endings:
                return path
            proposed = path.with_name(path.name + ending)
            if not proposed.exists():
                return proposed
            # Nobody was asked about the file of this name yet: the file dialog asks.

    def _remember(self, path: Path) -> None:
        """The next dialog begins with what this one ends with."""
        settings, chosen = self._window.settings, self.chosen
        habits = replace(self._habits, format=chosen.name, folder=str(path.parent.absolute()))
        if chosen.kind == "picture":
            figure = self.picture.figure(chosen)
            kept = replace(figure, extent=_lasting(figure.extent), pages=self.picture.pages.value())
            settings.keep_choice("figure", remembering.as_text(kept, _PASSING))
        else:
            options, extent = self.table.options(chosen), self.table.extent.value
            settings.keep_choice("table", remembering.as_text(options, frozenset({"has_notes"})))
            has_sidecar = self.table.sidecar.isChecked()
            habits = replace(habits, extent=_lasting(extent), has_sidecar=has_sidecar)
        settings.keep_choice("export", remembering.as_text(habits))

    def done(self, result: int) -> None:
        """End what works for the preview."""
        self._is_over = True
        self._pause.stop()
        self.desk.close_threads()
        super().done(result)


def _lasting(extent: str) -> str:
    """An extent that another view has as well."""
    return extent if extent in ("visible", "all") else "all"
