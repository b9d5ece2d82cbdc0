"""The saved views of the open database, and views as text: what the menu, the palette and the dialogs ask.

A view is kept in the user's settings at once and, where the database takes it, there too, on the loader's
thread.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from explorer import bundle
from explorer.domain.errors import ExplorerError
from explorer.domain.named_views import (
    Change,
    NamedView,
    NamedViews,
    merged,
    ordered,
    removed,
    renamed,
    saved,
)
from explorer.domain.tongue import translate
from explorer.domain.view_line import line_of, read_line
from explorer.domain.view_request import TABS, ViewFields, ViewRequest
from explorer.state import ViewState, request_of
from explorer.storage.connection import Cancelled, KnownState
from explorer.storage.reading import id_of, read_titles
from explorer.storage.views import change_views, read_views

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


#: Things that a view lacks, named one by one.
_TOLD: Final = 8


class SavedViews(QObject):
    """Holds what is listed; `changed` follows every change of it.

    A view whose name is in `fixed` is kept by a database that cannot be written to: it can only be opened.
    """

    changed = Signal()

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.listed: NamedViews = ()
        self.fixed: frozenset[str] = frozenset()
        self._own: NamedViews = ()
        self._takes_views = False
        # Changes that the database has not been seen to take: made again when the window closes.
        self._pending: list[tuple[int, Path, Change, KnownState | None]] = []
        self._asked = 0
        window.collection.opened.connect(self._begin)

    # What is listed

    def _begin(self) -> None:
        self.listed, self.fixed, self._takes_views = (), frozenset(), False
        self._own = tuple(NamedView(*pair) for pair in self._window.settings.views(self._path))
        self._window.collection.ask("views", read_views, self._take)
        self._show(self._own)

    def _take(self, found: tuple[NamedViews, bool]) -> None:
        views, self._takes_views = found
        if self._takes_views:
            self._show(merged(views, self._own))
            return
        # One of the reader's own stands for that of the same name in a file nobody can change.
        self.fixed = frozenset(view.name for view in views) - {view.name for view in self._own}
        self._show(merged(self._own, views))

    def _show(self, views: NamedViews) -> None:
        self.listed = views
        self.changed.emit()

    @property
    def _path(self) -> Path:
        database = self._window.collection.database
        assert database is not None
        return database.path

    # Changing it

    def save(self, view: NamedView, before: str = "") -> None:
        """Keep a view, in place of the one of its name if there is one."""
        self._change(lambda views: saved(views, view, before))

    def rename(self, old: str, new: str) -> None:
        """Give a view another name, which no other view may have."""
        self._change(lambda views: renamed(views, old, new))

    def remove(self, name: str) -> None:
        """Forget a view."""
        self._change(lambda views: removed(views, name))

    def order(self, names: list[str]) -> None:
        """Keep the views in this order."""
        self._change(lambda views: ordered(views, names))

    def _change(self, change: Change) -> None:
        settings, path, database = self._window.settings, self._path, self._window.collection.database
        # Another window may have kept some since, and removed others that are still listed here.
        kept = tuple(NamedView(*pair) for pair in settings.views(path))
        before = merged(tuple(view for view in self.listed if view.name not in self.fixed), kept)
        after = change(before)
        made = tuple(view for view in after if view not in before)
        self._own = merged(change(kept), made)
        settings.keep_views(path, [(view.name, view.line) for view in self._own])
        fixed = tuple(view for view in self.listed if view.name in self.fixed)
        self.fixed -= {view.name for view in self._own}
        if not self._takes_views:
            self._show(merged(self._own, fixed))
            return
        # What the database answers is the list.
        self._show(after)

        def change_all(views: NamedViews) -> NamedViews:
            return change(merged(views, kept))

        def take(views: NamedViews) -> None:
            self._drop(number)
            if not self._pending and self._window.collection.database is database:
                self._show(merged(views, self._own))

        self._asked += 1
        number, known = self._asked, database.known if database is not None else None
        self._pending.append((number, path, change_all, known))
        # A topic of its own: a later change does not do away with this one.
        self._window.collection.loader.ask(
            f"views {number}",
            lambda: change_views(path, change_all, known),
            take,
            lambda error: self._fail(number, error),
        )

    def _drop(self, number: int) -> None:
        self._pending = [one for one in self._pending if one[0] != number]

    def _fail(self, number: int, error: ExplorerError) -> None:
        self._drop(number)
        words = translate("Views", "Kept in your settings only: {problem}")
        self._window.status.say(words.format(problem=error.what))

    def close(self) -> None:
        """Make the changes that the loader did not come to. Call when it has ended."""
        for _, path, change, known in self._pending:
            with suppress(ExplorerError, Cancelled):
                change_views(path, change, known)
        self._pending = []

    # Opening and writing views

    def open(self, view: NamedView) -> None:
        """Show a saved view; what it names and the database no longer has is told and left out."""
        try:
            _, request = read_line(view.line)
        except ExplorerError as error:
            words = translate("Views", "“{name}” cannot be read: {problem}")
            self._window.tell(words.format(name=view.name, problem=error.what))
            return
        self.show(request, translate("Views", "“{name}”").format(name=view.name))

    def open_line(self, line: str) -> None:
        """Show the view of a line of text, in the database that it names."""
        try:
            named, request = read_line(line)
        except ExplorerError as error:
            self._window.tell(str(error))
            return
        database = self._window.collection.database
        path = Path(named) if named else None
        bundled = bundle.path("db", "diplomacy.db")
        if path is None or (database is not None and path in (Path(database.name), database.path.absolute())):
            self.show(request, translate("Views", "This view"))
        elif path == Path(bundled.name):
            self._window.open(bundled, request)
        else:
            self._window.open(path, request)

    def show(self, request: ViewRequest, name: str, also: str = "") -> None:
        """Bring a view up; `name` begins the sentence on what it lacks, `also` follows that sentence."""
        index, missing = self._window.collection.index, list[str]()
        argument = self._window.collection.argument
        if index is None:
            return

        def show(fields: ViewFields) -> None:
            state = self._window.store.state
            usual = ViewState(window=state.window, selection=state.selection)
            if request.tab:
                # First: the article goes to what the view lights.
                self._window.reader.side.show_tab(TABS.index(request.tab))
            self._window.show_view(replace(usual, **fields))
            self.tell_missing(name, missing, also)

        def resolve(connection: Any) -> ViewFields:
            return request.resolve(index, partial(id_of, connection), argument, missing)

        self._window.collection.ask(
            "view",
            resolve,
            show,
            lambda error: self._window.tell(
                translate("Views", "{name} cannot be shown: {problem}").format(name=name, problem=error.what)
            ),
        )

    def tell_missing(self, name: str, missing: Sequence[str], also: str = "") -> None:
        """Say what a view was opened without, and whatever else there is to say of it."""
        listed = ", ".join(missing[:_TOLD])
        if len(missing) > _TOLD:
            more = translate("Views", "{list} and {n} more")
            listed = more.format(list=listed, n=len(missing) - _TOLD)
        gone = ""
        if missing:
            gone = translate("Views", "{name} opened without what is gone: {list}.")
            gone = gone.format(name=name, list=listed)
        if gone or also:
            self._window.tell(f"{gone} {also}".strip())

    def write(self, then: Callable[[ViewRequest], object], topic: str = "copy") -> None:
        """Call `then` with the present view in words, once the names of its events are read.

        Of what is asked under one topic only the latest is sure to be answered.
        """
        state = self._window.store.state
        tab = "article" if self._window.reader.side.shows_article else ""
        ids = [event for event in (state.selection, state.compared) if event is not None]
        self._window.collection.ask(
            topic, lambda connection: read_titles(connection, ids), partial(_written, state, tab, then)
        )

    def copy(self) -> None:
        """Put the present view on the clipboard as a line of text."""
        path = self._path.absolute()
        # The bundled database has the same name everywhere, but lies elsewhere.
        is_bundled = path == bundle.path("db", "diplomacy.db").absolute()
        named = path.name if is_bundled else path.as_posix()

        def copy(request: ViewRequest) -> None:
            QGuiApplication.clipboard().setText(line_of(named, request))
            self._window.status.say(translate("Views", "Copied the view as a line of text"))

        self.write(copy)


def _written(state: ViewState, tab: str, then: Callable[[ViewRequest], object], titles: Any) -> None:
    request = request_of(state, lambda event: titles[event].slug if event in titles else None)
    then(replace(request, tab=tab))
