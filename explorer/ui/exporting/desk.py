"""The left of the export dialog: what will be written, as a picture or as the first rows of a table."""

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout

from explorer.domain.errors import ExplorerError
from explorer.domain.figure import MM_PER_INCH, Figure
from explorer.domain.tongue import grouped, translate
from explorer.ui.exporting.preview import PicturePreview, TablePreview
from explorer.ui.exporting.sample import Columns, cells, first_rows, mask_of, shown_order, span_of
from explorer.ui.widgets import Elided, button, on_click

if TYPE_CHECKING:
    from explorer.domain.provenance import Provenance
    from explorer.formats import Format
    from explorer.formats.table import TableOptions
    from explorer.ui.figure.scene import Scene
    from explorer.ui.main_window import MainWindow

#: Rows of a table that are shown.
_ROWS: Final = 40
#: Milliseconds after which it is said that the preview is being drawn.
_SAID_AFTER: Final = 150
_TOPIC: Final = "export preview"


class Desk(QFrame):
    """Shows one export; `refused` carries an ExplorerError where there can be none, or None once it can."""

    refused = Signal(object)

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self.setObjectName("exportDesk")
        self._window = window
        self._scene: Scene | None = None
        self._page = 0
        self._is_closed = self._is_composing = False
        self._counted = ""
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(_SAID_AFTER)
        self._said.timeout.connect(self._say_drawing)
        self.preview = PicturePreview(window.theme)
        self.rows = TablePreview()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.preview)
        self.stack.addWidget(self.rows)
        self.summary = Elided("")
        self.summary.setProperty("role", "soft")
        # It is cut where there is no room: the dialog is not made wider for it.
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.summary.setAccessibleDescription(translate("Export", "What will be written"))
        self.earlier_page = button("‹", "link", translate("Export", "The page before"))
        self.later_page = button("›", "link", translate("Export", "The next page"))
        beneath = QHBoxLayout()
        beneath.setContentsMargins(22, 6, 22, 10)
        beneath.addWidget(self.summary, 1)
        for made, step in ((self.earlier_page, -1), (self.later_page, 1)):
            made.setAccessibleName(made.toolTip())
            made.hide()
            on_click(made, lambda step=step: self._turn_page(step))
            beneath.addWidget(made)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.stack, 1)
        inside.addLayout(beneath)
        self.preview.resized.connect(self._paint)
        self.preview.painted.connect(self._say_drawn)

    @property
    def is_drawing(self) -> bool:
        """True while the preview does not show yet what it is to show."""
        return self._is_composing or self.preview.is_busy

    def close_threads(self) -> None:
        """End what works for the preview; what is answered later finds nobody."""
        self._scene, self._is_closed = None, True
        self._said.stop()
        self._window.composer.forget(_TOPIC)
        self.preview.close_thread()

    # Pictures

    def show_picture(self, figure: Figure, provenance: "Provenance | None") -> None:
        """Show how the present view looks as this figure once it is drawn, and until then what was shown."""
        self.stack.setCurrentWidget(self.preview)
        self._is_composing = True
        if not self._said.isActive():
            self._said.start()
        composer = self._window.composer
        composer.ask(_TOPIC, figure, provenance, self._take, self._refuse_picture, self._take_first)

    def _take(self, scene: "Scene") -> None:
        """The picture, with all its titles."""
        self._is_composing = False
        self._take_first(scene)

    def _take_first(self, scene: "Scene") -> None:
        self._scene = scene
        self._page = min(self._page, scene.pages - 1)
        self._paint()
        self._count(scene.figure.extent)
        self.refused.emit(None)

    def _refuse_picture(self, error: ExplorerError) -> None:
        self._scene, self._is_composing, self._counted = None, False, ""
        self.preview.say(str(error))
        self._say_drawn()
        self._offer_pages()
        self.refused.emit(error)

    def _say_drawing(self) -> None:
        words = translate("Export", "Drawing the preview…")
        self.summary.setText(words)
        self.preview.wait(words)

    def _say_drawn(self) -> None:
        if not self.is_drawing:
            self._said.stop()
            self.summary.setText(self._counted)

    def _paint(self) -> None:
        if self._scene is not None:
            self.preview.show_scene(self._scene, self._page, is_transparent=self._scene.figure.is_transparent)
        self._offer_pages()

    def _offer_pages(self) -> None:
        pages = self._scene.pages if self._scene is not None else 1
        for made, is_there in (
            (self.earlier_page, self._page > 0),
            (self.later_page, self._page < pages - 1),
        ):
            made.setVisible(pages > 1)
            made.setEnabled(is_there)

    def _turn_page(self, step: int) -> None:
        if self._scene is not None:
            self._page = max(0, min(self._page + step, self._scene.pages - 1))
            self._paint()
            self._count(self._scene.figure.extent)

    def _size_in_words(self) -> str:
        """ "3,508 × 2,480 pixels, 297 × 210 mm", and which page is shown of how many."""
        scene = self._scene
        if scene is None:
            return ""
        figure = scene.figure
        width, height = scene.size
        pixels = {"width": grouped(width), "height": grouped(height)}
        if figure.unit == "mm":
            by = MM_PER_INCH / figure.dpi
            wide, high = grouped(round(width * by)), grouped(round(height * by))
            words = translate("Export", "{width} × {height} pixels, {wide} × {high} mm")
            words = words.format(**pixels, wide=wide, high=high)
        else:
            words = translate("Export", "{width} × {height} pixels").format(**pixels)
        if scene.grown:
            words = translate("Export", "{size} (higher than asked for: its lanes need it)").format(
                size=words
            )
        if scene.pages == 1:
            return words
        whole = translate("Export", "Page {page} of {pages} · {size}")
        return whole.format(page=self._page + 1, pages=scene.pages, size=words)

    # Tables

    def show_table(self, chosen: "Format", options: "TableOptions", extent: str) -> None:
        """Show the first rows of the present view as this table."""
        self._scene, self._is_composing = None, False
        self._window.composer.forget(_TOPIC)
        self._said.stop()
        self._offer_pages()
        self.stack.setCurrentWidget(self.rows)
        window = self._window
        collection, visible = window.collection, window.store.state.window
        index, match, database = collection.index, collection.match, collection.database
        if index is None or match is None or database is None:
            return
        notes = {note.slug: note for note in collection.notebook.notes.values()} if options.has_notes else {}
        order = shown_order(window)

        def work() -> tuple[tuple[str, ...], Columns]:
            rows = first_rows(index, mask_of(index, match, span_of(index, extent, visible)), order, _ROWS)
            return cells(chosen, database, options, index.ids[rows], notes)

        def show(answer: tuple[tuple[str, ...], Columns]) -> None:
            if not self._is_closed:
                self.rows.show_columns(*answer)

        collection.ask("export rows", lambda _: work(), show, self._refuse)
        self._count(extent)

    # What is beneath

    def _count(self, extent: str) -> None:
        """Say beneath the preview how much of how many it is of."""
        collection, visible = self._window.collection, self._window.store.state.window
        index, match = collection.index, collection.match
        if index is None or match is None:
            return
        size = self._size_in_words()

        def count() -> int:
            span = span_of(index, extent, visible)
            return match.total if span is None else int(np.count_nonzero(mask_of(index, match, span)))

        def say(found: int) -> None:
            if self._is_closed:
                return
            if len(index) == 1:
                words = translate("Export", "{found} of {n} event").format(found=grouped(found), n=1)
            else:
                words = translate("Export", "{found} of {n} events")
                words = words.format(found=grouped(found), n=grouped(len(index)))
            self._counted = f"{words} · {size}" if size else words
            # While it is said that something better is being drawn, that stays.
            if self._said.isActive() or not self.is_drawing:
                self.summary.setText(self._counted)

        collection.ask("export count", lambda _: count(), say, self._refuse)

    def _refuse(self, error: ExplorerError) -> None:
        if not self._is_closed:
            self.refused.emit(error)
