"""Writes one file at a time, off the main thread, with progress and Cancel in the status line.

The dialog hands over what was chosen; the notes' export goes the same way.
"""

from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from explorer.domain.errors import ExplorerError
from explorer.domain.figure import Figure
from explorer.domain.provenance import UNTOLD, Provenance, part_of, showing
from explorer.domain.tongue import grouped, mark, translate
from explorer.storage.connection import Cancelled
from explorer.storage.reading import read_titles
from explorer.ui.exporting.sample import mask_of, span_of
from explorer.ui.plain import message

if TYPE_CHECKING:
    from explorer.formats import Format
    from explorer.formats.table import Chunk, TableOptions
    from explorer.ui.figure.scene import Scene
    from explorer.ui.main_window import MainWindow

#: What is said when there is no new file.
NOTHING = mark("Export", "Nothing was exported")
_TOPIC: Final = "export"
#: Told how much of how much is done; says whether to go on.
Progress: TypeAlias = Callable[[int, int], bool]
#: Runs off the main thread; answers what is to be said, or what is to be called on the main thread, which
#: answers that.
Work: TypeAlias = Callable[[Progress], str | Callable[[], str]]


class _Job:
    """One file. `is_cancelled` is set on the main thread, read by the writer's."""

    is_cancelled = False
    #: True once it is on the writer's thread, which ends it.
    is_begun = False


class Exports(QObject):
    """The window's exports: one at a time."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._job: _Job | None = None
        #: The file that was written last.
        self.written: Path | None = None
        window.status.cancelled.connect(self.cancel)
        # What was asked of the former database will not be answered.
        window.collection.opened.connect(self._drop_waiting)

    @property
    def is_busy(self) -> bool:
        """True while a file is being written, or made ready to be."""
        return self._job is not None

    def is_free(self) -> bool:
        """True when nothing is being written; else that is said."""
        if self.is_busy:
            self._window.status.say(translate("Export", "Another file is being written"))
        return not self.is_busy

    def cancel(self) -> None:
        """Give up the file that is being written; what was there before stays."""
        if self._job is not None:
            self._job.is_cancelled = True
            self._window.composer.forget(_TOPIC)
            if not self._job.is_begun:
                self._end(translate("Export", NOTHING))

    def _drop_waiting(self) -> None:
        if self._job is not None and not self._job.is_begun:
            self.cancel()

    # What can be written

    def picture(self, path: Path, chosen: "Format", figure: Figure) -> None:
        """Write the timeline as a picture, once its provenance and titles are read."""

        def write(scene: "Scene") -> Work:
            def work(report: Progress) -> str:
                from explorer.ui.figure.writing import write_figure

                write_figure(path, scene, chosen.name, report)
                return translate("Export", "Wrote {name}").format(name=path.name)

            return work

        self.scene(figure, write, path)

    def scene(self, figure: Figure, make: Callable[["Scene"], Work], path: Path | None = None) -> None:
        """Compose a picture of the present view, its small print known and its titles read, for `make`.

        What `make` answers is run on the writer's thread; it writes `path`, if a file at all.
        """
        job = self._begin()
        if job is None:
            return

        def composed(scene: "Scene") -> None:
            if self._job is job:
                self._run(job, make(scene), path)

        def known(provenance: Provenance) -> None:
            if self._job is job:
                made = showing(provenance, figure.extent)
                refused = partial(self._refused, job)
                self._window.composer.ask(_TOPIC, figure, made, composed, refused)

        self._window.provenances.want(known, lambda error: self._refused(job, error))

    def table(
        self, path: Path, chosen: "Format", options: "TableOptions", extent: str, *, has_sidecar: bool
    ) -> None:
        """Write the events of an extent as a table, in the order that the window shows them."""
        window = self._window
        collection, state = window.collection, window.store.state
        index, match, database = collection.index, collection.match, collection.database
        if index is None or match is None or database is None or (job := self._begin()) is None:
            return
        notes = {note.slug: note for note in collection.notebook.notes.values()}
        sorted_by = state.sorted_by if state.is_table else "date"

        def work(provenance: Provenance, report: Progress) -> str:
            from explorer.formats import check_rows, columns_read, write_table
            from explorer.formats.sidecar import forget_sidecar, write_sidecar
            from explorer.formats.table import with_notes
            from explorer.storage.tables import export_rows, ordered_ids

            span = span_of(index, extent, state.window)
            mask = mask_of(index, match, span)
            ids = ordered_ids(database, index, mask, sorted_by, report)
            check_rows(chosen, len(ids))
            if span is not None and provenance is not UNTOLD:
                provenance = part_of(provenance, span, index, mask)
            columns = columns_read(chosen, options)
            chunks: Iterable[Chunk] = export_rows(database, ids, columns, progress=report)
            if options.has_notes:
                chunks = with_notes(chunks, notes)
            written = write_table(chosen, path, chunks, options, provenance)
            if has_sidecar:
                write_sidecar(path, provenance)
            else:
                forget_sidecar(path)
            said = (
                translate("Export", "Wrote {n} event to {name}")
                if written.rows == 1
                else translate("Export", "Wrote {n} events to {name}")
            ).format(n=grouped(written.rows), name=path.name)
            return f"{said}. {written.left_out}" if written.left_out else said

        def known(provenance: Provenance) -> None:
            if self._job is job:
                self._run(job, lambda report: work(provenance, report), path)

        if chosen.name == "csv" and not has_sidecar:
            # It stays plain: the whole database need not be read for a fingerprint that nobody writes.
            self._run(job, lambda report: work(UNTOLD, report), path)
        else:
            window.provenances.want(known, lambda error: self._refused(job, error))

    def notes(self) -> Callable[[Path], None] | None:
        """What writes the stars and notes there are now, as Markdown or, for that ending, CSV.

        None while no database is open.
        """
        collection = self._window.collection
        database, notes = collection.database, dict(collection.notebook.notes)
        if database is None:
            return None

        def write(path: Path) -> None:
            if (job := self._begin()) is not None:
                self._run(job, lambda _: work(path), path)

        def work(path: Path) -> str:
            from explorer.formats.notes import NotedEvent, write_notes

            with closing(database.connect()) as connection:
                titles = read_titles(connection, list(notes))
            events = [NotedEvent(titles[event], note) for event, note in notes.items() if event in titles]
            write_notes(path, events, database.properties.get("title", database.name))
            return (
                translate("Export", "Wrote the notes on {n} event to {name}")
                if len(notes) == 1
                else translate("Export", "Wrote the notes on {n} events to {name}")
            ).format(n=grouped(len(notes)), name=path.name)

        return write

    def aside(self, work: Work) -> None:
        """Run something that takes a while as if it were a file: with progress and Cancel, and alone."""
        if (job := self._begin()) is not None:
            self._run(job, work)

    # One after another

    def _begin(self) -> _Job | None:
        if not self.is_free():
            return None
        self._job = _Job()
        self._window.status.show_progress(0, 0)
        return self._job

    def _run(self, job: _Job, work: Work, path: Path | None = None) -> None:
        """Run `work` on the writer's thread; what it answers is said at the end, and where the file is."""
        collection = self._window.collection
        job.is_begun = True

        def report(done: int, total: int) -> bool:
            if collection.is_closed or job.is_cancelled:
                return False
            collection.progressed.emit(done, total)
            return True

        def write() -> str | Callable[[], str]:
            with suppress(Cancelled):
                return work(report)
            return translate("Export", NOTHING)

        def finish(answer: str | Callable[[], str]) -> None:
            said = answer if isinstance(answer, str) else answer()
            if path is None or job.is_cancelled:
                self._end(said)
                return
            self.written = path
            self._end("")
            self._window.status.say_written(said)

        collection.writer.ask("export", write, finish, lambda error: self._refused(job, error))

    def _end(self, said: str) -> None:
        self._job = None
        self._window.status.end_progress()
        if said:
            self._window.status.say(said)

    def _refused(self, job: _Job, error: ExplorerError) -> None:
        if self._job is job:
            self._end("")
            refuse(self._window, error)


def refuse(parent: QWidget, error: ExplorerError) -> None:
    """Say what is wrong and what to do, without blocking the window."""
    message(parent, QMessageBox.Icon.Warning, error.what, error.advice).open()
