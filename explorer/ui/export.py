"""The window's exports: the timeline as a PNG picture, the matching events as a CSV table."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QMessageBox

from explorer.domain.errors import ExplorerError
from explorer.formats.writing import ExportError, write_whole
from explorer.storage.opening import Cancelled
from explorer.ui.timeline.painting import paint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from explorer.formats.table import Chunk
    from explorer.ui.main_window import MainWindow


def timeline_picture(
    window: "MainWindow", size: tuple[int, int], scale: float, title: str = "", extent: str = "visible"
) -> QImage:
    """The timeline laid out for a picture `size` pixels large, `scale` device pixels to each, under a title.

    It shows the window's stretch of time, or with extent "all" everything that matches, and is higher than
    asked for where the lanes need it. Raises ExportError when there is nothing to draw or no room for it.
    """
    collection, timeline = window.collection, window.timeline
    extent_of_all, visible = collection.extent, window.store.state.window
    if extent_of_all is None or visible is None:
        raise ExportError("No event matches, so there is nothing to draw.", "Lift a filter.")
    unit = timeline.fonts.unit
    head = round(40 * unit) if title else 0
    shown = extent_of_all.padded(0.03) if extent == "all" else visible
    frame = timeline.still(float(size[0]), float(size[1] - head), shown, has_stars=window.exports_notes)
    width, height = size[0], round(frame.height * unit) + head
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise ExportError("The picture is too large for this machine's memory.", "Choose a smaller size.")
    image.setDevicePixelRatio(scale)
    image.fill(window.theme.colour("ground"))
    with QPainter(image) as painter:
        if title:
            font, ink = timeline.fonts.year, window.theme.colour("text")
            timeline.fonts.begin(scale)
            painter.save()
            painter.scale(unit, unit)
            font.draw(painter, 15, 20, font.elided(title, width / unit - 30), ink)
            painter.restore()
            painter.translate(0, head)
        painter.setClipRect(QRectF(0, 0, width, frame.height * unit))
        paint(painter, frame)
    return image


def save_picture(image: QImage, path: Path) -> None:
    """Write a picture as PNG, whole or not at all. Raises ExportError."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG", 80):  # type: ignore[call-overload] - the stubs lack the device overload
        raise ExportError("The picture could not be encoded.", "Choose a smaller size.")
    with write_whole(path, "wb") as stream:
        stream.write(buffer.data().data())


def export_picture(window: "MainWindow") -> None:
    """Ask for a name and write the timeline as it is seen, at twice the screen's resolution."""
    path = _ask(window, "Export as PNG", "timeline.png", "PNG pictures (*.png)")
    if path is not None:
        view = window.timeline.viewport()
        size = (view.width(), view.height())
        _tell(window, path, lambda: save_picture(timeline_picture(window, size, 2.0), path))


class _Writing:
    """One file being written. `is_cancelled` is set on the main thread, read by the writer's."""

    is_cancelled = False

    def cancel(self) -> None:
        self.is_cancelled = True


def export_table(window: "MainWindow") -> None:
    """Ask for a name and write every match as a row of CSV, in the order shown, off the main thread."""
    collection = window.collection
    if _is_writing(window):
        return
    path = _ask(window, "Export as CSV", "events.csv", "CSV tables (*.csv)")
    index, match, database = collection.index, collection.match, collection.database
    if path is None or index is None or match is None or database is None:
        return
    mask = match.mask
    sorted_by = window.store.state.sorted_by if window.store.state.is_table else "date"
    has_notes, has_commentary = window.exports_notes, window.store.state.commentary
    notes = {note.slug: note for note in collection.notebook.notes.values()}

    def work(report: Callable[[int, int], bool]) -> str:
        from explorer.formats.csv import names, write
        from explorer.formats.table import TableOptions, with_notes
        from explorer.storage.tables import export_rows, ordered_ids

        options = TableOptions(has_commentary=has_commentary, has_notes=has_notes)
        ids = ordered_ids(database, index, mask, sorted_by, report)
        chunks: Iterable[Chunk] = export_rows(database, ids, names(options), progress=report)
        if has_notes:
            chunks = with_notes(chunks, notes)
        rows = write(path, chunks, options).rows
        return f"Wrote {rows:,} events to {path.name}"

    _write_apart(window, work)


def export_notes(window: "MainWindow") -> None:
    """Ask for a name and write the reader's stars and notes, as Markdown or as CSV, off the main thread."""
    collection = window.collection
    index, notes = collection.index, dict(collection.notebook.notes)
    if not notes or index is None:
        window.status.say("There are no stars and notes yet")
        return
    if _is_writing(window):
        return
    path = _ask(window, "Export my notes", "notes.md", "Markdown texts (*.md);;CSV tables (*.csv)")
    database = collection.database
    if path is None or database is None:
        return
    title = database.properties.get("title", database.name)

    def work(_: Callable[[int, int], bool]) -> str:
        from explorer.formats.notes import NotedEvent, write_notes
        from explorer.storage.reading import read_titles

        connection = database.connect()
        try:
            titles = read_titles(connection, list(notes))
        finally:
            connection.close()
        events = [NotedEvent(titles[event], note) for event, note in notes.items() if event in titles]
        write_notes(path, events, title)
        return f"Wrote the notes on {len(notes):,} events to {path.name}"

    _write_apart(window, work)


def _is_writing(window: "MainWindow") -> bool:
    """True, and said so, while another file is being written."""
    if window.collection.is_writing:
        window.status.say("Another file is being written")
    return window.collection.is_writing


def _write_apart(window: "MainWindow", work: Callable[[Callable[[int, int], bool]], str]) -> None:
    """Run `work` on the writer's thread with progress and Cancel; what it answers is said at the end."""
    collection, status, writing = window.collection, window.status, _Writing()

    def report(done: int, total: int) -> bool:
        if collection.is_closed or writing.is_cancelled:
            return False
        collection.progressed.emit(done, total)
        return True

    def write() -> str:
        with suppress(Cancelled):
            return work(report)
        return "Nothing was exported"

    def end() -> None:
        status.cancelled.disconnect(writing.cancel)
        status.end_progress()

    def written(said: str) -> None:
        end()
        status.say(said)

    def refused(error: ExplorerError) -> None:
        end()
        _refuse(window, error)

    status.show_progress(0, 0)
    status.cancelled.connect(writing.cancel)
    collection.writer.ask("export", write, written, refused)


def _ask(window: "QWidget", title: str, name: str, kinds: str) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(window, title, name, kinds)
    if not chosen:
        return None
    path = Path(chosen)
    ending = Path(name).suffix
    return path if path.suffix else path.with_suffix(ending)


def _tell(window: "MainWindow", path: Path, write: Callable[[], object]) -> None:
    try:
        write()
    except ExplorerError as error:
        _refuse(window, error)
    else:
        window.status.say(f"Wrote {path.name}")


def _refuse(window: "MainWindow", error: ExplorerError) -> None:
    box = QMessageBox(QMessageBox.Icon.Warning, "Détente", error.what, QMessageBox.StandardButton.Ok, window)
    box.setInformativeText(error.advice)
    box.open()
