"""Composes pictures of the window's view on a thread of its own: for preview, export, print and clipboard.

The main thread only takes a Sight of the window and is given the Scene.
"""

import traceback
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject

from explorer.domain.errors import ExplorerError
from explorer.domain.tongue import translate
from explorer.formats.writing import ExportError
from explorer.storage.connection import Cancelled
from explorer.storage.reading import read_titles
from explorer.ui.figure.sight import Sight, sight_of
from explorer.ui.loader import Loader

if TYPE_CHECKING:
    from explorer.domain.event import EventTitle
    from explorer.domain.figure import Figure
    from explorer.domain.provenance import Provenance
    from explorer.storage.opening import Database
    from explorer.ui.figure.scene import Scene
    from explorer.ui.main_window import MainWindow

#: How often a picture is composed at most: what is drawn may change with what its titles say.
_ROUNDS: Final = 6
#: Titles read at once, between which a picture is given up; titles kept for the next picture.
_AT_ONCE: Final = 2000
_KEPT: Final = 60_000

_Titles: TypeAlias = "dict[int, EventTitle]"


@dataclass(frozen=True, slots=True)
class _Mistake:
    """What composing yields that ended with an exception nobody expected."""

    error: Exception

    def told(self) -> ExportError:
        return ExportError(
            translate("Picture", "The picture could not be made: Détente made a mistake."),
            translate("Picture", "Choose something else, and please report this."),
            f"{type(self.error).__name__}: {self.error}",
        )


class _Job:
    """One picture. `is_over` is set on the main thread, read by the composer's."""

    def __init__(
        self,
        sight: Sight,
        database: "Database",
        figure: "Figure",
        provenance: "Provenance | None",
        known: _Titles,
    ) -> None:
        self.sight, self.database = sight, database
        self.figure, self.provenance = figure, provenance
        self.known = known
        self.is_over = False

    def goes_on(self) -> bool:
        return not self.is_over

    def _read(self, wanted: list[int], found: _Titles) -> None:
        if not wanted:
            return
        with closing(self.database.connect()) as connection:
            for first in range(0, len(wanted), _AT_ONCE):
                if self.is_over:
                    raise Cancelled
                found.update(read_titles(connection, wanted[first : first + _AT_ONCE]))

    def composed(self, wanted: list[int]) -> "tuple[Scene, _Titles] | _Mistake":
        """The picture with the titles of some events more, and these. On the composer's thread."""
        # Loaded here: it takes longer than a frame.
        from explorer.ui.figure.composing import compose

        found: _Titles = {}
        try:
            self._read(wanted, found)
            titles: Mapping[int, EventTitle] = {**self.known, **found}
            return compose(self.sight, self.figure, self.provenance, titles, self.goes_on), found
        except ExplorerError as error:
            # Its frames hold faces, whose metrics must not end on another thread than they began on.
            raise error.with_traceback(None) from None
        except Exception as error:  # noqa: BLE001 - raised again on the main thread, once whoever waits is told
            error.add_note("".join(traceback.format_tb(error.__traceback__)))
            return _Mistake(error.with_traceback(None))


class Composer(QObject):
    """One picture after another; of one topic only the newest is composed to its end and answered."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._loader: Loader | None = None
        self._jobs: dict[str, _Job] = {}
        # Beside what the window has read: a picture may show many more than it keeps.
        self._titles: _Titles = {}
        window.collection.opened.connect(self._begin_anew)

    @property
    def is_busy(self) -> bool:
        """True while a picture is being composed, whether or not anybody waits for it still."""
        return self._loader is not None and self._loader.is_busy

    def ask(
        self,
        topic: str,
        figure: "Figure",
        provenance: "Provenance | None",
        then: "Callable[[Scene], object]",
        otherwise: Callable[[ExplorerError], object],
        before: "Callable[[Scene], object] | None" = None,
    ) -> None:
        """Compose what the window shows now; call `then` with a scene that has all its titles.

        In a large database titles are read first, and `before` gets each scene that still lacks some.
        `otherwise` gets what keeps it from being composed; an exception that nobody expected is then raised
        here. All that later, on this thread, unless another picture is asked for under this topic, it is
        forgotten, or another database is opened.
        """
        self.forget(topic)
        database = self._window.collection.database
        if database is None:
            return
        job = _Job(sight_of(self._window), database, figure, provenance, dict(self._titles))
        self._jobs[topic] = job
        self._compose(topic, job, [], _ROUNDS, then, otherwise, before)

    def forget(self, topic: str) -> None:
        """End what was asked for under a topic: nobody is told."""
        if (job := self._jobs.pop(topic, None)) is not None and self._loader is not None:
            job.is_over = True
            self._loader.forget(topic)

    def close(self) -> None:
        """End the thread; nothing is answered any more."""
        for topic in list(self._jobs):
            self.forget(topic)
        if self._loader is not None:
            self._loader.stop()

    def _begin_anew(self) -> None:
        """Nobody is told of the former database any more."""
        for topic in list(self._jobs):
            self.forget(topic)
        self._titles.clear()

    def _compose(
        self,
        topic: str,
        job: _Job,
        wanted: list[int],
        rounds: int,
        then: "Callable[[Scene], object]",
        otherwise: Callable[[ExplorerError], object],
        before: "Callable[[Scene], object] | None",
    ) -> None:
        def take(answer: "tuple[Scene, _Titles] | _Mistake") -> None:
            if isinstance(answer, _Mistake):
                refuse(answer.told())
                raise answer.error
            scene, found = answer
            job.known.update(found)
            self._keep(found)
            index = job.sight.index
            if scene.unread and rounds > 1 and index is not None:
                ids: list[int] = index.ids[list(scene.unread)].tolist()
                self._compose(topic, job, ids, rounds - 1, then, otherwise, before)
                if before is not None:
                    before(scene)
                return
            del self._jobs[topic]
            then(scene)

        def refuse(error: ExplorerError) -> None:
            del self._jobs[topic]
            otherwise(error)

        self._loader = self._loader or Loader(self)
        self._loader.ask(topic, lambda: job.composed(wanted), take, refuse)

    def _keep(self, found: _Titles) -> None:
        if len(self._titles) + len(found) > _KEPT:
            self._titles.clear()
        self._titles.update(found)
