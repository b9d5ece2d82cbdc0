"""What a reader does in the window for some seconds: opens a file, looks, groups, filters, searches."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

#: Seconds of a clock that an answer may take before the trial is given up.
_PATIENCE: Final = 180.0
_WORDS: Final = (
    "kim",
    "kind:letter",
    '"<b>',
    "after:2019",
    "person:kim country:fi",
    "zz",
    "note:*",
    "é",
    "A",
)


class Driver:
    """Turns the event loop itself, and takes the time of every turn."""

    def __init__(self, said: dict[str, Any], random: Random) -> None:
        self.said, self.random = said, random
        said |= {"turn": 0.0, "told": [], "faults": []}

    def drive(self, path: Path) -> int:
        """The status: 1 where the file was refused, else 0."""
        from PySide6.QtCore import QTimer, qInstallMessageHandler
        from PySide6.QtWidgets import QApplication

        from explorer.app import application
        from explorer.ui.desktop.settings import Settings
        from explorer.ui.main_window import MainWindow

        self._app = application(["detente"])
        sys.excepthook = self._mistake
        qInstallMessageHandler(self._complain)
        # A question to the reader is answered by putting it away.
        closing = QTimer(interval=150)
        closing.timeout.connect(lambda: (one := QApplication.activeModalWidget()) and one.close())
        closing.start()
        settings = Settings()
        settings.hint_dismissed = True
        window = self._window = MainWindow(settings, "light")
        window.resize(1440, 900)
        window.show()
        window.furnish()
        window.finish()
        window.collection.failed.connect(self._refused)
        window.collection.notebook.refused.connect(self._noted)
        if self.random.random() < 0.5:
            # In the place of another that is open.
            from explorer.app import bundled

            window.open(bundled())
            self.settle()
        former = window.collection.database
        self.turn(lambda: window.open_file(path))
        self.settle()
        is_open = window.collection.database is not former or (
            former is not None and bool(window.store.state.filter.search)
        )
        if window.collection.shortcoming:
            self.said["told"].append(window.collection.shortcoming)
        if window.collection.index is not None:
            self._look_around(window)
        self.turn(window.close)
        self.settle_events()
        return 0 if is_open and not self._is_refused else 1

    _is_refused = False

    def _look_around(self, window: "MainWindow") -> None:
        from explorer.domain.filter import EventFilter
        from explorer.domain.view_request import LANES

        store, collection, random = window.store, window.collection, self.random
        index = collection.index
        assert index is not None
        ids = [int(one) for one in index.ids]
        if self.random.random() < 0.7:
            # Where values are odd they are mostly in the first rows.
            ids = ids[:8] + random.sample(ids, min(4, len(ids)))
        for event in ids[:12]:
            self.turn(lambda event=event: store.edit(selection=event))
            self.settle()
        for lanes in random.sample(LANES, min(3, len(LANES))):
            self.turn(lambda lanes=lanes: store.edit(lanes=lanes))
            self.settle()
            self.turn(window.grab)
        if len(ids) > 2:
            self.turn(lambda: store.edit(selection=ids[0], compared=ids[1]))
            self.settle()
            self.turn(lambda: store.edit(compared=None))
        for word in random.sample(_WORDS, 3):
            self.turn(lambda word=word: window.commands.filters.search(word))
            self.settle()
        self.turn(lambda: window.commands.filters.search(""))
        self.settle()
        for section in window.facets.sections:
            self.turn(section.open)
        self.settle()
        self.turn(window.grab)
        for facet in random.sample(sorted(index.facets), min(2, len(index.facets))):
            slugs = index.facets[facet].slugs[:2]
            if slugs:
                self.turn(
                    lambda facet=facet, slugs=slugs: store.edit(filter=EventFilter().choosing(facet, slugs))
                )
                self.settle()
        self.turn(lambda: store.edit(filter=EventFilter()))
        for name in (
            "show-article",
            "show-event",
            "fit",
            "table",
            "legend",
            "copy",
            "table",
            "views",
            "palette",
        ):
            action = window.actions_by_name.get(name)
            if action is not None:
                self.turn(action.trigger)
                self.settle()
                self.turn(window.grab)
                self._put_away()
        argument = collection.argument
        if argument is not None and argument.claims:
            self.turn(lambda: store.edit(claim=argument.claims[0].slug))
            self.settle()
            self.turn(window.grab)

    def _put_away(self) -> None:
        from PySide6.QtWidgets import QApplication

        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        if self._window.palette_open is not None:
            self.turn(self._window.palette_open.close)

    # Turning the loop

    def turn(self, work: Callable[[], object]) -> None:
        """Do something on the main thread, then what it led to."""
        begun = time.thread_time()
        try:
            work()
        except Exception as error:  # noqa: BLE001 - as Qt takes what its slots raise
            self._mistake(type(error), error, error.__traceback__)
        self._measure(begun)
        self.settle_events()

    def settle_events(self) -> None:
        begun = time.thread_time()
        self._app.processEvents()
        self._measure(begun)

    def _measure(self, begun: float) -> None:
        self.said["turn"] = max(self.said["turn"], time.thread_time() - begun)

    def settle(self) -> None:
        """Wait until everything that was asked is answered and drawn."""
        end, window = time.monotonic() + _PATIENCE, self._window
        for _ in range(3):
            self.settle_events()
            while (
                window.collection.is_busy
                or window.collection.is_opening
                or window.stage.is_busy
                or (window.restoring is not None and window.restoring.is_busy)
            ):
                if time.monotonic() > end:
                    self.said["faults"].append("hang: a question in the window is not answered")
                    raise SystemExit(1)
                time.sleep(0.002)
                self.settle_events()

    # What went wrong

    def _mistake(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        import traceback

        where = traceback.extract_tb(trace)[-3:]
        places = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(where))
        self.said["faults"].append(f"traceback: {kind.__name__}: {str(error)[:200]} ({places})")

    def _complain(self, _: object, _context: object, text: str) -> None:
        if "propagateSizeHints" not in text and "This plugin does not support" not in text:
            self.said["faults"].append(f"Qt: {text[:200]}")

    def _refused(self, error: Any) -> None:
        self._is_refused = True
        if error is not None:
            self.said["told"].append(error.what)
            if "made a mistake" in error.what or "\n" in error.what:
                self.said["faults"].append(f"traceback: {error.what[:200]}: {error.details[:300]}")

    def _noted(self, error: Any) -> None:
        if error is not None:
            self.said["told"].append(error.what)
