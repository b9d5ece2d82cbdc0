"""The main window: builds the regions and wires them. What each does is in its own module.

Its first paint is an empty frame in the theme's colours; `furnish` builds the rest a moment later, because
fonts, numpy and the panes take longer to load than Qt takes to show a window. Until then nothing here
touches the Qt namespace, whose enums alone cost a fifth of that.
"""

from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from explorer.domain.tongue import translate
from explorer.host.terminal import warn
from explorer.ui import theme
from explorer.ui.desktop.settings import Settings
from explorer.ui.plain import title
from explorer.ui.room import room_for

# Only the types: what the shell does not need is not loaded before its first paint.
if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QMenu

    from explorer.domain.errors import ExplorerError
    from explorer.domain.event import EventTitle
    from explorer.domain.note import Note
    from explorer.domain.view_request import ViewRequest
    from explorer.state import ViewState
    from explorer.ui.desktop.restoring import Restoring
    from explorer.ui.notice import Hint
    from explorer.ui.searching.palette import Palette

#: Milliseconds of calm after which a view counts as one to come back to.
SETTLED = 700


class MainWindow(QMainWindow):
    """One window on one database.

    `furnished` follows `furnish`, `ready` the first frame that shows data and its detail; `closing` comes
    while everything is still open.
    """

    ready = Signal()
    furnished = Signal()
    closing = Signal()
    theme_picked = Signal(str)
    wheel_picked = Signal(str)

    def __init__(self, settings: Settings, theme_name: str = "") -> None:
        super().__init__()
        self.settings = settings
        self.theme_name = theme_name or settings.theme
        self.theme = theme.theme_for(self.theme_name)
        self.told: Hint | None = None
        self.palette_open: Palette | None = None
        #: Whether exports have the reader's stars and notes: what was chosen last, since the start.
        self.exports_notes = False
        self._is_furnished = self._is_ready = False
        self.setWindowTitle("Détente")
        room = room_for(self)
        self.resize(QtCore.QSize(1440, 900).boundedTo(room))
        self.setMinimumSize(QtCore.QSize(760, 480).boundedTo(room))
        self.setAcceptDrops(True)
        if not settings.geometry.isEmpty():
            self.restoreGeometry(settings.geometry)

    def _method(self, action: str, name: str) -> Callable[[], object]:
        def run() -> None:
            if self._is_furnished:
                # First: a command may know better why it does nothing.
                self.commands.explain(action)
                attrgetter(name)(self.commands)()

        return run

    # Building

    def furnish(self) -> None:
        """Build toolbar, panes and everything that needs numpy. Call once, after the first paint."""
        from explorer.state import History, Store
        from explorer.ui.article.reader import Reader
        from explorer.ui.cards import Cards
        from explorer.ui.collection import Collection
        from explorer.ui.commands.commands import Commands
        from explorer.ui.event.panel import DetailPanel
        from explorer.ui.exporting.writing import Exports
        from explorer.ui.figure.composer import Composer
        from explorer.ui.file_watch import FileWatch
        from explorer.ui.filtering.facets import FacetsPanel
        from explorer.ui.filtering.filter_bar import FilterBar
        from explorer.ui.in_view import InView
        from explorer.ui.legend import Legend
        from explorer.ui.provenance import Provenances
        from explorer.ui.refit import Refit
        from explorer.ui.sizes import scaled
        from explorer.ui.soundness import Soundness
        from explorer.ui.stage import Stage
        from explorer.ui.status import StatusLine
        from explorer.ui.timeline import accessible
        from explorer.ui.timeline.view import TimelineView
        from explorer.ui.views import SavedViews
        from explorer.ui.voice import Voice

        accessible.install()
        theme.set_font()
        self._build_frame()
        self.store = Store()
        self.history = History(self.store)
        self.collection = Collection(self.store, self)
        self.facets = FacetsPanel(self.store, self.collection, self.settings, self.theme)
        self.facets.setVisible(self.settings.shows_facets)
        self.timeline = TimelineView(self.store, self.collection, self.theme)
        self.timeline.gestures.wheel_scrolls_lanes = self.settings.wheel_scrolls_lanes
        self.stage = Stage(self.store, self.collection, self.timeline, self.theme)
        self.detail = DetailPanel(self.collection, self.theme)
        self.reader = Reader(
            self.store,
            self.collection,
            self.timeline,
            self.detail,
            self.facets,
            self.actions_by_name,
            self.theme,
        )
        self.filter_bar = FilterBar(self.store, self.collection, self.toolbar.export_button)
        self.in_view = InView(self.store, self.collection, self)
        self.status = StatusLine(self.store, self.collection, self.in_view)
        self.refit = Refit(
            self.store, self.collection, self.in_view, self.timeline.glide, self.settings, self
        )
        self.voice = Voice(self.status)
        inside = QVBoxLayout(self.centre)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.filter_bar)
        inside.addWidget(self.stage, 1)
        self.legend = Legend(self.store, self.collection, self.timeline, self.theme)
        inside.addWidget(self.legend)
        self.legend.setVisible(self.settings.shows_legend)
        inside.addWidget(self.reader.banner)
        self._overview_place = QFrame()
        self._overview_place.setObjectName("overview")
        self._overview_place.setFixedHeight(scaled(68))
        inside.addWidget(self._overview_place)
        inside.addWidget(self.status)
        for pane in (self.reader.column, self.centre, self.reader.side):
            self._panes.addWidget(pane)
        self._panes.begin(self.width(), self.settings.panes)
        self.views = SavedViews(self)
        self.provenances = Provenances(self)
        self.restoring: Restoring | None = None
        self.composer = Composer(self)
        self.exports = Exports(self)
        self.commands = Commands(self)
        self.cards = Cards(self)
        self.file_watch = FileWatch(self)
        self.soundness = Soundness(self)
        self._is_furnished = True
        self._wire()
        # Qt gives the keyboard only to what is on the screen, and the window already is.
        self._shell.setVisible(True)
        self.stage.setFocus()
        self.furnished.emit()

    def _build_frame(self) -> None:
        from explorer.ui import actions
        from explorer.ui.panes import Panes
        from explorer.ui.toolbar import Toolbar

        shell = self._shell = QWidget()
        shell.setObjectName("shell")
        self._outside = QVBoxLayout(shell)
        self._outside.setContentsMargins(0, 0, 0, 0)
        self._outside.setSpacing(0)
        self._panes = Panes()
        self.centre = QWidget()
        self.centre.setObjectName("timelinePane")
        self.centre.setAttribute(QtCore.Qt.WidgetAttribute.WA_StyledBackground)
        self.actions_by_name = actions.build(self, self.centre, self._method)
        self.toolbar = Toolbar(self.actions_by_name)
        self._outside.addWidget(self.toolbar)
        self._outside.addWidget(self._panes, 1)
        self.setCentralWidget(shell)

    def keep_shape(self) -> None:
        """Keep the window's place and the widths of the panes in the settings."""
        self.settings.geometry = self.saveGeometry()
        if self._is_furnished:
            self.settings.panes = self._panes.saveState()

    def finish(self) -> None:
        """Build what the first drawn timeline need not wait for: the strip of all time, and the hint.

        pyqtgraph is loaded here.
        """
        from explorer.ui.announcing import Announcer
        from explorer.ui.notice import Hint
        from explorer.ui.overview import Overview
        from explorer.ui.regions import Regions
        from explorer.ui.stillness import Stillness

        self.overview = Overview(self.store, self.collection, self.theme)
        self.overview.zoomed.connect(self.timeline.zoom)
        layout = self.centre.layout()
        assert layout is not None
        layout.replaceWidget(self._overview_place, self.overview)
        self._overview_place.hide()
        self._overview_place.deleteLater()
        self.regions = Regions(self, self._panes)
        self.announcer = Announcer(self)
        self.stillness = Stillness(self.settings, self)
        if not self.settings.hint_dismissed:
            hint = Hint(
                self.timeline,
                translate("Window", "Turn the wheel to zoom at the pointer, drag to move through time."),
                self._dismiss_hint,
            )
            hint.show()

    def _wire(self) -> None:
        from explorer.ui.desktop.appearance import Appearance

        collection, timeline, commands = self.collection, self.timeline, self.commands
        collection.opening.connect(self.cards.show_opening)
        collection.progressed.connect(self.status.show_progress)
        collection.opened.connect(self._show_opened)
        collection.matched.connect(self.cards.show_matched)
        collection.found_first.connect(self._show_first_hits)
        collection.failed.connect(self.cards.show_failure)
        collection.read.connect(self.check_ready)
        timeline.painted.connect(self.check_ready)
        # Frames come fast while the picture moves; the list waits until it rests.
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(200)
        self._resting.timeout.connect(lambda: self.detail.show_important(timeline.most_important()))
        timeline.painted.connect(self._rest)
        timeline.span_offered.connect(commands.offer_span)
        timeline.cluster_opened.connect(commands.list_cluster)
        self.status.cancelled.connect(collection.cancel)
        self.status.folder_wanted.connect(self.commands.files.show_export)
        self.filter_bar.cleared.connect(commands.filters.clear)
        self.legend.closed.connect(commands.turn_legend)
        self.filter_bar.copied.connect(self.status.say_copied)
        self.status.cancelled.connect(self.stage.cancel)
        self.stage.progressed.connect(self.status.show_progress)
        self.stage.rested.connect(self.status.end_progress)
        self.stage.turned.connect(self._show_turned)
        self.toolbar.searched.connect(commands.filters.search)
        self.toolbar.search.completions_wanted.connect(commands.filters.suggest)
        self.toolbar.submitted.connect(commands.filters.go_to_hit)
        self.detail.person_chosen.connect(commands.filters.choose_person)
        self.detail.event_chosen.connect(commands.moves.select_id)
        self.detail.passage_asked.connect(commands.show_passage)
        self.detail.citation_asked.connect(commands.files.copy_citation)
        self.reader.wire(commands, self.settings)
        self.detail.claim_chosen.connect(commands.choose_claim)
        self.detail.star_asked.connect(commands.turn_star)
        self.detail.swap_asked.connect(commands.swap_compared)
        self.detail.comparison_ended.connect(commands.end_comparison)
        collection.notebook.refused.connect(self._show_refusal)
        self.show_switches()
        self.appearance = Appearance(self)
        self.toolbar.offer_recent(self._fill_recent)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLED)
        self._settle.timeout.connect(self.history.remember)
        self.store.observe(self._follow)

    # Opening

    def open(
        self, path: Path, request: "ViewRequest | None" = None, missing: list[str] | None = None
    ) -> None:
        """Open a database; what is open stays until the new one is read.

        With a list `missing`, what the request names and the database lacks is put there and left out.
        """
        self.reader.expect(request)
        self.collection.open(path, request, missing)

    def open_file(self, path: Path, request: "ViewRequest | None" = None) -> None:
        """Open a database, or the view that an exported file shows."""
        # Not loaded for a database that a call names.
        from explorer.ui.desktop.restoring import Restoring

        self.restoring = self.restoring or Restoring(self)
        self.restoring.open(path, request)

    def _fill_recent(self, menu: "QMenu") -> None:
        from explorer.ui.desktop.recent import fill

        fill(menu, self)

    def _show_opened(self) -> None:
        database = self.collection.database
        assert database is not None
        self.status.end_progress()
        self.cards.notice.hide()
        self.toolbar.show_database(database.name)
        first = self.collection.titles.values()
        named = (title for title in first if title.slug == database.properties.get("first_event"))
        example = next(named, next(iter(first), None))
        self.toolbar.search.show_example(example.label if example is not None else "")
        # The file too: two windows may show two files with the same title.
        named = database.properties.get("title") or database.name
        parts = dict.fromkeys((named, database.name, "Détente"))
        self.setWindowTitle(title(" – ".join(parts)))
        if not self.collection.is_reread:
            self.history.forget()
        if database.path.is_file():
            self.settings.last_database = database.path

    def check_ready(self, _: object = None, *, is_failed: bool = False) -> None:
        """Tell once that the window shows what it was started for, or that it cannot."""
        if self._is_ready:
            return
        selected = self.store.state.selection
        is_read = selected is None or self.collection.reading is not None
        if is_failed or (self.collection.index is not None and is_read and self.timeline.lanes is not None):
            self._is_ready = True
            self.ready.emit()

    # Following the Store

    def _show_first_hits(self, titles: "tuple[EventTitle, ...]") -> None:
        self._resting.stop()
        self.detail.show_important(titles, translate("Window", "First found"))
        names = ", ".join(title.label for title in titles[:2])
        words = translate("Window", "Found {names}… counting all").format(names=names)
        self.status.say(words if titles else translate("Window", "Found nothing"))

    def _rest(self) -> None:
        if self.store.state.selection is None:
            self._resting.start()

    def _follow(self, _: "ViewState", new: "ViewState") -> None:
        self._settle.start()
        self.toolbar.show_search(new.filter.search)
        self.toolbar.gaps_button.setChecked(new.collapse_gaps)
        back, forward = self.history.can_go(-1), self.history.can_go(1)
        self.toolbar.show_steps(can_go_back=back, can_go_forward=forward)
        self.show_switches()

    def show_switches(self) -> None:
        """Put the check marks of actions that switch something in step with it."""
        self.actions_by_name["commentary"].setChecked(self.store.state.commentary)

    def _show_refusal(self, problem: "ExplorerError | None") -> None:
        self.status.say(translate("Window", "Your notes are saved") if problem is None else problem.what)

    def _show_turned(self, is_table: bool) -> None:
        self.cards.notice.raise_()
        self.toolbar.table_button.setChecked(is_table)
        # Lanes stand on the timeline alone.
        self.toolbar.lanes_button.setEnabled(not is_table)
        self.actions_by_name["lanes"].setEnabled(not is_table)

    def go(self, step: int) -> None:
        """Show the view `step` back (negative) or forward in the list of those looked at."""
        self.timeline.glide.stop()
        self.history.remember()
        self.history.go(step)
        self.refit.leave()
        self._settle.stop()

    def show_view(self, state: "ViewState") -> None:
        """Show another view; the present one is the one to come back to."""
        self.timeline.glide.stop()
        self.history.remember()
        self.store.show(state)
        self.refit.leave()
        self.history.remember()
        self._settle.stop()

    def put_above_timeline(self, bar: QWidget) -> None:
        """Let a bar stand between the filters and the timeline until it is hidden."""
        inside = self.centre.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.insertWidget(inside.indexOf(self.stage), bar)
        bar.show()

    def tell(self, text: str) -> None:
        """Say something over the timeline until it is dismissed or something else is said."""
        from explorer.ui.notice import Hint

        if self.told is not None:
            self.told.hide()
            self.told.deleteLater()
        self.told = Hint(self.stage, text, lambda: None, translate("Window", "Dismiss"), lift=98)
        self.told.show()

    # Preferences

    def _dismiss_hint(self) -> None:
        self.settings.hint_dismissed = True

    # Qt's events

    def showEvent(self, event: "QShowEvent") -> None:
        super().showEvent(event)
        self.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """The mouse's own buttons for back and forward work wherever the pointer is."""
        kinds = QtCore.QEvent.Type
        if (
            event.type() in (kinds.MouseButtonPress, kinds.MouseButtonDblClick, kinds.MouseButtonRelease)
            and self._is_furnished
        ):
            step = {"BackButton": -1, "ForwardButton": 1}.get(event.button().name)  # type: ignore[attr-defined]
            if step is not None:
                # All of the click: whoever got the rest of it would look for the press.
                if event.type() == kinds.MouseButtonPress:
                    self.go(step)
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        if self._is_furnished:
            self._panes.share(self.width())

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Open a dropped file."""
        names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if names and self._is_furnished:
            self.open_file(Path(names[0]))

    def _keep_lost(self, lost: "list[Note]") -> None:
        # Neither beside the database nor in the user's folder: the clipboard outlives the window.
        lines = [f"{'★ ' if note.is_starred else ''}{note.slug}: {note.text}".rstrip(": ") for note in lost]
        text, clipboard = "\n\n".join(lines), QGuiApplication.clipboard()
        # What was copied before stays, ahead of it.
        clipboard.setText("\n\n".join(filter(None, [clipboard.text(), text])))
        warn("detente: these notes could be saved nowhere:", *text.split("\n"))

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Remember the panes, end the worker."""
        self.closing.emit()
        self.keep_shape()
        if self._is_furnished:
            if lost := self.collection.notebook.close():
                self._keep_lost(lost)
            self.stage.close_table()
            self.collection.close()
            if self.restoring is not None:
                self.restoring.close()
            self.provenances.close()
            self.composer.close()
            self.views.close()
        self.settings.save()
        super().closeEvent(event)
