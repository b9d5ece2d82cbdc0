"""What goes to the clipboard beside a citation: a picture of the timeline, and events as a table."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QPainter

from explorer.domain.errors import ExplorerError
from explorer.domain.figure import DESIGN_DPI, Figure
from explorer.domain.index import Rows
from explorer.domain.provenance import KEY
from explorer.domain.tongue import grouped, translate
from explorer.ui.exporting.sample import first_rows, shown_order
from explorer.ui.exporting.writing import Progress, Work, refuse

if TYPE_CHECKING:
    from explorer.formats.table import Chunk
    from explorer.ui.figure.scene import Scene
    from explorer.ui.main_window import MainWindow

#: Events that a clipboard takes as a table: more would stand in memory several times over, in two programs.
MOST: Final = 100_000
#: Device pixels of a copied picture to one of the screen.
_FINER: Final = 2


def copy_picture(window: "MainWindow") -> None:
    """Put the visible timeline on the clipboard as a picture, once its titles are read."""
    port = window.timeline.viewport()
    figure = Figure(
        width=float(_FINER * port.width()),
        height=float(_FINER * port.height()),
        dpi=_FINER * DESIGN_DPI,
        theme=window.theme.name,
        has_legend=False,
        has_credits=False,
    )

    def make(scene: "Scene") -> Work:
        def work(report: Progress) -> Callable[[], str]:
            from explorer.ui.figure.scene import blank_image

            image = blank_image(*scene.size)
            with QPainter(image) as painter:
                scene.paint(painter, 0, lambda: report(0, 0))
            # A program that keeps it with its texts keeps the view that it shows.
            if scene.provenance is not None:
                image.setText(KEY, scene.provenance.to_json())

            def put() -> str:
                QGuiApplication.clipboard().setImage(image)
                return translate("Export", "Copied a picture of the timeline")

            return put

        return work

    window.exports.scene(figure, make)


def copy_matches(window: "MainWindow") -> None:
    """Put every match on the clipboard as a table, in the order that the window shows."""
    index, match = window.collection.index, window.collection.match
    if index is None or match is None:
        return
    if match.total > MOST:
        _refuse(window, match.total)
        return
    copy_events(window, first_rows(index, match.mask, shown_order(window), MOST))


def copy_events(window: "MainWindow", rows: Rows | Sequence[int]) -> None:
    """Put the events of some rows on the clipboard, in their order: as a table for a spreadsheet."""
    collection = window.collection
    index, database = collection.index, collection.database
    if index is None or database is None or not len(rows):
        window.status.say(translate("Export", "There is nothing to copy"))
        return
    if len(rows) > MOST:
        _refuse(window, len(rows))
        return
    from explorer.formats.clipboard import NAMES, as_html, as_tsv
    from explorer.formats.table import TableOptions, with_notes
    from explorer.storage.tables import export_rows

    ids = index.ids[np.asarray(rows, dtype=np.int64)]
    has_notes, has_commentary = window.exports_notes, window.store.state.commentary
    options = TableOptions(has_commentary=has_commentary, has_notes=has_notes)
    notes = {note.slug: note for note in collection.notebook.notes.values()}

    def work(report: Progress) -> Callable[[], str]:
        # Both texts are made of the same rows: few enough to be kept.
        chunks: list[Chunk] = list(export_rows(database, ids, NAMES, progress=report))
        if has_notes:
            chunks = list(with_notes(chunks, notes))
        text, page = as_tsv(chunks, options), as_html(chunks, options)

        def put() -> str:
            both = QMimeData()
            both.setText(text)
            both.setHtml(page)
            QGuiApplication.clipboard().setMimeData(both)
            if len(ids) == 1:
                return translate("Export", "Copied {n} event as a table").format(n=1)
            return translate("Export", "Copied {n} events as a table").format(n=grouped(len(ids)))

        return put

    window.exports.aside(work)


def _refuse(window: "MainWindow", count: int) -> None:
    refuse(
        window,
        ExplorerError(
            translate("Export", "The clipboard takes {most} events at most, and these are {n}.").format(
                most=grouped(MOST), n=grouped(count)
            ),
            translate("Export", "Filter them, or export a table."),
        ),
    )
