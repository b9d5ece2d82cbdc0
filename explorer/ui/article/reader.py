"""Reading beside the record: the article's tab, the claims and the banner, tied to the timeline."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from explorer.domain.view_request import ViewRequest
from explorer.state import Store, ViewState
from explorer.ui.article.claim_banner import ClaimBanner
from explorer.ui.article.claims import ClaimsSection, LeftColumn
from explorer.ui.article.following import Following
from explorer.ui.article.set_aside import SetAside
from explorer.ui.article.tab import ArticlePane
from explorer.ui.collection import Collection
from explorer.ui.desktop.settings import Settings
from explorer.ui.event.panel import DetailPanel
from explorer.ui.filtering.facets import FacetsPanel
from explorer.ui.side import SidePane
from explorer.ui.theme import Theme
from explorer.ui.timeline.view import TimelineView

if TYPE_CHECKING:
    from explorer.ui.commands.commands import Commands

#: The actions that need an article.
ARTICLE_ACTIONS = ("show-article", "next-passage", "previous-passage", "follow-article")


class Reader(QObject):
    """Owns what a document adds to the window. `column`, `side` and `banner` are to be placed.

    The paragraph in the Store is lit while the tab is open: whatever sets it from outside opens the tab, and
    closing the tab puts the light out.
    """

    def __init__(
        self,
        store: Store,
        collection: Collection,
        timeline: TimelineView,
        detail: DetailPanel,
        facets: FacetsPanel,
        actions: dict[str, QAction],
        theme: Theme,
    ) -> None:
        super().__init__(timeline)
        self._store, self._collection, self._actions = store, collection, actions
        self._tab = ""
        self._brings = False
        self.article = ArticlePane(store, collection, theme)
        self.side = SidePane(detail, self.article)
        self.claims = ClaimsSection(store, collection, theme)
        self.column = LeftColumn(self.claims, facets)
        self.banner = ClaimBanner(store, collection, theme)
        self.following = Following(store, collection, timeline)
        self.set_aside = SetAside(store, collection)
        self.claims.hide()
        self.article.read_on.connect(self._bring_passage)
        self.article.stood.connect(self.claims.mark_read)
        self.article.stood.connect(self._tell_place)
        self.side.turned.connect(self._turn)
        collection.opened.connect(self._take_argument)
        collection.matched.connect(self._bring_asked)
        store.observe(self._follow)

    def wire(self, commands: "Commands", settings: Settings) -> None:
        """Connect what asks with what does; follow the timeline as the settings say."""
        self.article.follows = settings.follows_article
        self._actions["follow-article"].setChecked(settings.follows_article)
        self.article.event_chosen.connect(commands.moves.select_id)
        self.article.claim_chosen.connect(commands.choose_claim)
        self.claims.claim_chosen.connect(commands.choose_claim)
        self.banner.closed.connect(commands.clear_claim)
        self.banner.passage_asked.connect(commands.show_passage)
        self.side.step_asked.connect(commands.moves.step_in_panel)

    def expect(self, request: ViewRequest | None) -> None:
        """Show the tab that a request asks for once its database is open, and what it lights."""
        self._tab = request.tab if request is not None else ""
        lights = request is not None and bool(request.paragraph or request.claim)
        self._brings = lights and request is not None and not request.window

    def set_theme(self, theme: Theme) -> None:
        """Wear a theme's colours."""
        for part in (self.article, self.side, self.claims, self.banner):
            part.set_theme(theme)

    def bring_claim(self) -> None:
        """Bring the events of the chosen claim into view."""
        bearing, match = self._collection.bearing, self._collection.match
        rows = bearing.claims.get(self._store.state.claim) if bearing is not None else None
        if rows is not None and match is not None:
            self.following.bring(rows[match.mask[rows]])

    def _bring_asked(self) -> None:
        """Have in view what the call that opened the database asks to light."""
        state = self._store.state
        if self._brings and state.claim:
            self.bring_claim()
        elif self._brings and state.passage:
            self._bring_passage(state.passage)
        self._brings = False

    def _bring_passage(self, number: int) -> None:
        bearing, match = self._collection.bearing, self._collection.match
        # A chosen claim is what the timeline shows: reading on must not take it out of view.
        if bearing is not None and match is not None and not self._store.state.claim:
            rows = bearing.passages[number]
            self.following.bring(rows[match.mask[rows]])

    def _offer(self, state: ViewState) -> None:
        """Have the article's tab and actions where there is an article, and it is not switched off."""
        argument = self._collection.argument
        has_passages = argument is not None and bool(argument.passages) and state.commentary
        self.side.offer_article(has_passages)
        for name in ARTICLE_ACTIONS:
            self._actions[name].setEnabled(has_passages)

    def _take_argument(self) -> None:
        self._offer(self._store.state)
        if self._tab:
            self.side.show_tab(SidePane.ARTICLE if self._tab == "article" else SidePane.EVENT)
        self._tab = ""
        self._show_claims(self._store.state)

    def _show_claims(self, state: ViewState) -> None:
        argument = self._collection.argument
        has_claims = argument is not None and bool(argument.claims) and state.commentary
        self.claims.setVisible(has_claims and (self.side.shows_article or bool(state.claim)))

    def _turn(self, tab: int) -> None:
        if tab == SidePane.EVENT and self._store.state.passage:
            self._store.edit(passage=0)
        self._show_claims(self._store.state)
        self._tell_place()

    def _tell_place(self, _: int = 0) -> None:
        argument, selection = self._collection.argument, self._store.state.selection
        numbers = argument.paragraphs_of(selection) if argument is not None and selection is not None else ()
        self.side.show_place(numbers, self.article.text.lit)

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if new.selection != old.selection:
            self._tell_place()
        if new.commentary != old.commentary:
            self._offer(new)
            self._show_claims(new)
        if new.passage and not old.passage:
            self.side.show_tab(SidePane.ARTICLE)
        if new.claim != old.claim:
            self._show_claims(new)
