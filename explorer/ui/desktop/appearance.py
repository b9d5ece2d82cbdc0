"""The theme and what the wheel does, as the menu and the preferences choose them."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from explorer.domain.tongue import translate
from explorer.ui import theme

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


class Appearance:
    """Puts both into the window's menu, follows its signals and the system's colours."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._settings = window, window.settings
        window.theme_picked.connect(self._pick_theme)
        window.wheel_picked.connect(self._pick_wheel)
        window.toolbar.add_to_menu(
            translate("Preferences", "Theme"),
            {
                "system": translate("Preferences", "Like the system"),
                "light": translate("Preferences", "Light"),
                "dark": translate("Preferences", "Dark"),
            },
            window.theme_name,
            window.theme_picked,
        )
        wheel = "scroll" if self._settings.wheel_scrolls_lanes else "zoom"
        window.toolbar.add_to_menu(
            translate("Preferences", "Mouse wheel"),
            {
                "zoom": translate("Preferences", "Zooms time"),
                "scroll": translate("Preferences", "Scrolls lanes"),
            },
            wheel,
            window.wheel_picked,
        )
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_theme_changed)

    def _pick_theme(self, name: str) -> None:
        self._window.theme_name = self._settings.theme = name
        self._wear(theme.theme_for(name))

    def _pick_wheel(self, name: str) -> None:
        self._settings.wheel_scrolls_lanes = name == "scroll"
        self._window.timeline.gestures.wheel_scrolls_lanes = name == "scroll"

    def _system_theme_changed(self) -> None:
        if self._window.theme_name not in theme.THEMES:
            self._wear(theme.theme_for(self._window.theme_name))

    def _wear(self, chosen: theme.Theme) -> None:
        window = self._window
        window.theme = chosen
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, chosen)
        for region in (window.stage, window.facets, window.detail, window.legend, window.reader):
            region.set_theme(chosen)
        if hasattr(window, "overview"):
            window.overview.set_theme(chosen)
