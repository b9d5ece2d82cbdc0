"""The bar along the top: the program's menu, search, zoom, export."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from explorer.domain.tongue import translate
from explorer.ui.actions import entry, native, tooltip
from explorer.ui.plain import Label, set_tip
from explorer.ui.searching.search_box import SearchBox
from explorer.ui.sizes import scaled
from explorer.ui.widgets import Elided


class Toolbar(QFrame):
    """Emits what was typed; its buttons trigger the window's actions."""

    searched = Signal(str)
    submitted = Signal()

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setAccessibleName(translate("Toolbar", "Toolbar"))
        self.setFixedHeight(scaled(48))
        self._actions = actions
        bar = QHBoxLayout(self)
        bar.setContentsMargins(10, 0, 14, 0)
        bar.setSpacing(8)
        self.app_button = self._app_button()
        bar.addWidget(self.app_button)
        self.back_button = self._button("back", "‹")
        self.forward_button = self._button("forward", "›")
        bar.addWidget(self.back_button)
        bar.addWidget(self.forward_button)
        self.show_steps(can_go_back=False, can_go_forward=False)
        self.search = SearchBox()
        self.search.searched.connect(self.searched)
        self.search.submitted.connect(self.submitted)
        bar.addWidget(self.search, 1)
        help_button = self._button("search-help", "?")
        bar.addWidget(help_button)
        bar.addSpacing(8)
        views = [
            self._button(name, text)
            for name, text in (("fit", translate("Toolbar", "Fit")), ("zoom-out", "−"), ("zoom-in", "+"))
        ]
        for made in views:
            bar.addWidget(made)
        self.gaps_button = self._button("collapse-gaps", translate("Toolbar", "Collapse gaps"))
        self.gaps_button.setCheckable(True)
        bar.addWidget(self.gaps_button)
        self.lanes_button = self._button("lanes", translate("Toolbar", "Lanes ▾"))
        bar.addWidget(self.lanes_button)
        self.views_button = self._button("views", translate("Toolbar", "Views ▾"))
        bar.addWidget(self.views_button)
        self.table_button = self._button("table", translate("Toolbar", "Table"))
        self.table_button.setCheckable(True)
        bar.addWidget(self.table_button)
        bar.addStretch(1)
        self.export_button = self._export_button()
        bar.addWidget(self.export_button)
        # What goes first where there is no room: each has a key or is in the menu too.
        self._spared = [self.forward_button, self.back_button, help_button, *views[::-1]]
        self._spared += [self.gaps_button, self.lanes_button, self.views_button, self._name]
        self._fit_app_button()

    def show_database(self, name: str) -> None:
        """Name the open database beside the program's name."""
        self._name.setText(name)
        self._spare_room()
        self.app_button.setAccessibleName(translate("Toolbar", "Détente, {name}: menu").format(name=name))

    def show_search(self, text: str) -> None:
        """Put a text into the box without searching for it again."""
        if self.search.text() != text and not self.search.is_waiting:
            self.search.setText(text)

    def show_steps(self, *, can_go_back: bool, can_go_forward: bool) -> None:
        """Offer the way back and forward through the views where there is one."""
        self.back_button.setEnabled(can_go_back)
        self.forward_button.setEnabled(can_go_forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what does not fit; its keys remain."""
        super().resizeEvent(event)
        self._spare_room()

    def drop_search(self) -> None:
        """Empty the box; what was typed and not yet searched for is forgotten."""
        self.search.drop()

    def add_to_menu(self, title: str, choices: dict[str, str], chosen: str, pick: SignalInstance) -> None:
        """Append a submenu of exclusive `choices` (value to text) that emits `pick` with the value."""
        menu = QMenu(title, self._menu)
        group = QActionGroup(menu)
        made: dict[str, QAction] = {}
        for value, text in choices.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(lambda _=False, value=value: pick.emit(value))
            group.addAction(action)
            made[value] = action

        def follow(value: str) -> None:
            # It may be picked elsewhere too.
            made[value].setChecked(True)

        pick.connect(follow)
        self._menu.insertMenu(self._actions["preferences"], menu)

    def offer_recent(self, fill: Callable[[QMenu], object]) -> None:
        """Have a submenu under Open that `fill` fills whenever it is shown."""
        menu = QMenu(translate("Toolbar", "Open recent"), self._menu)
        menu.aboutToShow.connect(lambda: fill(menu))
        self._menu.insertMenu(self._actions["new-window"], menu)

    def _app_button(self) -> QPushButton:
        made = QPushButton()
        made.setObjectName("appButton")
        made.setAccessibleName(translate("Toolbar", "Détente: menu"))
        tip = translate("Toolbar", "Open another database, theme, shortcuts ({key})")
        set_tip(made, tip.format(key=native("Alt+D")))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setShortcut("Alt+D")
        inside = QHBoxLayout(made)
        inside.setContentsMargins(6, 0, 8, 0)
        inside.setSpacing(7)
        title = Label("Détente")
        title.setProperty("role", "title")
        font = title.font()
        font.setPixelSize(round(font.pixelSize() * 1.15))
        title.setFont(font)
        self._name = Elided("")
        # As wide as it needs to be, or a long name's worth of it.
        self._name.setMaximumWidth(scaled(170))
        self._name.setProperty("role", "soft")
        arrow = Label("▾")
        arrow.setProperty("role", "soft")
        for part in (title, self._name, arrow):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(part)
        inside.addStretch(1)
        self._menu = QMenu(made)
        self._menu.setAccessibleName(translate("Toolbar", "Menu"))
        for name in ("open", "new-window", "copy", "undo", "redo", "commentary"):
            self._menu.addAction(self._actions[name])
        self._menu.addSeparator()
        self._menu.addAction(self._actions["follow-article"])
        for name in ("palette", "preferences", "shortcuts", "report", "about", "quit"):
            self._menu.addAction(self._actions[name])
        made.setMenu(self._menu)
        return made

    def _fit_app_button(self) -> None:
        """As wide as the panel below it, and wider where the words need it."""
        inside = self.app_button.layout()
        assert inside is not None
        inside.invalidate()
        panel = 0 if self._name.isHidden() else 216
        self.app_button.setMinimumWidth(max(panel, inside.sizeHint().width()))

    def _spare_room(self) -> None:
        """Hide what there is no room for, rather than cut words or lay one button over another."""
        bar = self.layout()
        assert bar is not None
        spared = 0
        while True:
            for number, made in enumerate(self._spared):
                made.setVisible(number >= spared)
            self._fit_app_button()
            bar.invalidate()
            if spared == len(self._spared) or bar.minimumSize().width() <= self.width():
                break
            spared += 1

    def _button(self, name: str, text: str) -> QPushButton:
        made = QPushButton(text)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_tip(made, tooltip(entry(name)))
        made.setAccessibleName(entry(name).text)
        made.clicked.connect(self._actions[name].trigger)
        if len(text) == 1:
            made.setObjectName("stepButton")
        return made

    def _export_button(self) -> QPushButton:
        made = QPushButton(translate("Toolbar", "Export ▾"))
        made.setObjectName("exportButton")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setAccessibleName(translate("Toolbar", "Export"))
        tip = translate("Toolbar", "Export the filtered timeline as a picture or a table ({key})")
        set_tip(made, tip.format(key=native("Ctrl+E")))
        menu = QMenu(made)
        menu.addAction(self._actions["export"])
        menu.addAction(self._actions["print"])
        menu.addSeparator()
        menu.addAction(self._actions["copy-picture"])
        menu.addAction(self._actions["copy-table"])
        menu.addSeparator()
        menu.addAction(self._actions["export-notes"])
        made.setMenu(menu)
        return made
