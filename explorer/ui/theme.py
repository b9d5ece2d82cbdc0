"""Semantic colours of both themes, and how Qt's own widgets come to wear them."""

from dataclasses import dataclass, fields
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from explorer import bundle

#: Colours of lanes by position: told apart by the colour-blind in neighbours, legible on both grounds.
LANE_COLOURS = (
    "#8a6d3b", "#7a7f87", "#557a95", "#6a9f58", "#d1495b", "#d98b2b", "#5b6bbf",
    "#2f9e94", "#a05195", "#b5651d", "#4a7f2c", "#9c3d6f", "#4f5b66", "#3f8fc0",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, named by what they are for. Hex strings; text reaches 4.5 : 1 on its ground."""

    name: str
    ground: str  # the timeline and the panel
    ground_alternate: str  # every other lane
    side: str  # toolbar, facets, overview
    line: str  # between regions
    grid: str  # finer time lines
    grid_strong: str  # upper time lines
    text: str
    text_soft: str  # secondary text
    control: str  # button and field ground
    control_line: str  # around buttons, which their text shows as well
    field_line: str  # around what is written in: 3 : 1
    control_hover: str
    chip: str
    accent: str
    accent_text: str  # links and small accent text on ground
    on_accent: str
    accent_soft: str
    note: str  # ground of what the article says
    note_line: str
    warning: str
    # The outlines of roles: 3 : 1 on the ground, told apart by shape as well.
    role_evidence: str
    role_precedent: str
    role_exception: str
    role_consequence: str
    star: str  # the reader's own mark
    hit: str  # ground of what a search has found in a text

    def colour(self, role: str) -> QColor:
        return QColor(_parsed(getattr(self, role)))


@lru_cache(maxsize=256)
def _parsed(name: str) -> QColor:
    """A colour by its name: reading the name costs more than copying the colour."""
    return QColor(name)


@lru_cache(maxsize=256)
def over(rgba: int, ground: int, share: float) -> QColor:
    """The opaque colour that `share` of a colour looks like on a ground; colours as QColor.rgba()."""
    ink, paper = QColor.fromRgba(rgba), QColor.fromRgba(ground)
    parts = ((ink.redF(), paper.redF()), (ink.greenF(), paper.greenF()), (ink.blueF(), paper.blueF()))
    return QColor.fromRgbF(*(share * of + (1 - share) * under for of, under in parts))


LIGHT = Theme(
    name="light",
    ground="#ffffff",
    ground_alternate="#fafbfc",
    side="#f7f7f8",
    line="#e4e6e9",
    grid="#eff0f2",
    grid_strong="#e2e4e8",
    text="#16181d",
    text_soft="#656b75",
    control="#ffffff",
    control_line="#d9dce1",
    field_line="#858b95",
    control_hover="#f0f2f6",
    chip="#ebecf0",
    accent="#2f5bd8",
    accent_text="#2a52c4",
    on_accent="#ffffff",
    accent_soft="#e8eefc",
    note="#fff9ea",
    note_line="#d9a53a",
    warning="#b3261e",
    role_evidence="#2f5bd8",
    role_precedent="#6d5a9e",
    role_exception="#b3261e",
    role_consequence="#8a6100",
    star="#b07a00",
    hit="#ffe69a",
)

DARK = Theme(
    name="dark",
    ground="#17191d",
    ground_alternate="#1a1c21",
    side="#1e2126",
    line="#32363c",
    grid="#23262b",
    grid_strong="#32353b",
    text="#eceef1",
    text_soft="#9aa0a8",
    control="#17191d",
    control_line="#3a3f47",
    field_line="#737983",
    control_hover="#262a31",
    chip="#2b3038",
    accent="#7ea2ff",
    accent_text="#7ea2ff",
    on_accent="#0f1520",
    accent_soft="#233152",
    note="#2a261c",
    note_line="#d9a53a",
    warning="#ff8a80",
    role_evidence="#7ea2ff",
    role_precedent="#b9a5e8",
    role_exception="#ff8a80",
    role_consequence="#e3b65a",
    star="#f0c24b",
    hit="#5e4a10",
)

THEMES = {"light": LIGHT, "dark": DARK}


#: The grounds that marks, swatches and legends stand on.
MARKED_GROUNDS = ("ground", "ground_alternate", "side", "accent_soft")


def lane_colour(position: int, theme: Theme) -> QColor:
    """The colour of the lane at a position, as much lighter or darker as 3 : 1 on every ground needs."""
    return QColor.fromRgba(_lane_rgba(position % len(LANE_COLOURS), theme))


@lru_cache(maxsize=64)
def _lane_rgba(position: int, theme: Theme) -> int:
    colour, is_dark = QColor(LANE_COLOURS[position]), theme.name == "dark"
    if is_dark:
        colour = colour.lighter(112)
    grounds = [theme.colour(name) for name in MARKED_GROUNDS]
    while min(contrast(colour, ground) for ground in grounds) < 3.05:
        colour = colour.lighter(103) if is_dark else colour.darker(103)
    return colour.rgba()


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two opaque colours as WCAG 2 defines it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(colour: QColor) -> QColor:
    """White, or black where white would not reach 3 : 1: for a tick or a sign on a colour."""
    white = QColor("#ffffff")
    return white if contrast(white, colour) >= 3 else QColor("#101216")


@lru_cache(maxsize=256)
def dark_enough(rgba: int) -> int:
    """The same colour, or as much darker as white text on it needs to reach 4.5 : 1 (as QColor.rgba())."""
    colour, white = QColor.fromRgba(rgba), QColor("#ffffff")
    while contrast(colour, white) < 4.55:
        colour = colour.darker(103)
    return colour.rgba()


def dimmed(colour: QColor, theme: Theme) -> QColor:
    """A colour mixed with the ground until only 1.9 : 1 is left between them: seen, but not looked at."""
    return QColor.fromRgba(_mixed(colour.rgba(), theme.colour("ground").rgba(), 1.9))


def softened(colour: QColor, theme: Theme) -> QColor:
    """A colour mixed with the ground as far as 3 : 1 allows: lighter, and still a mark."""
    return QColor.fromRgba(_mixed(colour.rgba(), theme.colour("ground").rgba(), 3.05))


@lru_cache(maxsize=512)
def _mixed(colour: int, ground: int, least: float) -> int:
    own, other = QColor.fromRgba(colour), QColor.fromRgba(ground)
    mixed = own
    for step in range(1, 40):
        share = step / 40
        further = QColor.fromRgbF(
            (1 - share) * own.redF() + share * other.redF(),
            (1 - share) * own.greenF() + share * other.greenF(),
            (1 - share) * own.blueF() + share * other.blueF(),
        )
        if contrast(further, other) < least:
            break
        mixed = further
    return mixed.rgba()


def _luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it, 0 to 1."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def theme_for(preference: str) -> Theme:
    """The theme a preference asks for: "light", "dark", or anything else to follow the system."""
    if preference in THEMES:
        return THEMES[preference]
    # By name: importing the Qt namespace would cost more than the rest of the first paint.
    return DARK if QGuiApplication.styleHints().colorScheme().name == "Dark" else LIGHT


def base_font() -> QFont:
    """The system's interface font; on Linux, where that is often poor, Inter or the next best installed."""
    font = QGuiApplication.font()
    if QGuiApplication.platformName() in ("xcb", "wayland", "offscreen", "minimal"):
        size = max(13, QFontInfo(font).pixelSize())
        for family in ("Inter", "Noto Sans", "Cantarell", "DejaVu Sans"):
            candidate = QFont(family)
            if QFontInfo(candidate).family() == family:
                font = candidate
                break
        font.setPixelSize(size)
    return font


def set_font() -> None:
    """Give the application the interface font. Finding it takes a while: not before the first paint."""
    QApplication.setFont(base_font())


def apply(app: QApplication, theme: Theme) -> None:
    """Give the application the theme's palette and style sheet."""
    palette = QPalette()
    for role, name in (
        (QPalette.ColorRole.Window, "side"),
        (QPalette.ColorRole.Base, "control"),
        (QPalette.ColorRole.AlternateBase, "ground_alternate"),
        (QPalette.ColorRole.Button, "control"),
        (QPalette.ColorRole.ToolTipBase, "control"),
        (QPalette.ColorRole.Text, "text"),
        (QPalette.ColorRole.WindowText, "text"),
        (QPalette.ColorRole.ButtonText, "text"),
        (QPalette.ColorRole.ToolTipText, "text"),
        (QPalette.ColorRole.PlaceholderText, "text_soft"),
        (QPalette.ColorRole.Highlight, "accent"),
        (QPalette.ColorRole.HighlightedText, "on_accent"),
        (QPalette.ColorRole.Link, "accent_text"),
        (QPalette.ColorRole.Accent, "accent"),
    ):
        palette.setColor(role, theme.colour(name))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, theme.colour("text_soft"))
    app.setPalette(palette)
    app.setStyleSheet(style_sheet(theme))


def style_sheet(theme: Theme) -> str:
    """resources/style.qss with each @name replaced by the theme's colour of that name."""
    text = bundle.path("resources", "style.qss").read_text(encoding="utf-8")
    # Longest names first, so that @text_soft is not read as @text followed by "_soft".
    for name in sorted((f.name for f in fields(theme)), key=len, reverse=True):
        text = text.replace(f"@{name}", str(getattr(theme, name)))
    icons = bundle.path("resources", "icons").as_posix()
    return text.replace("@icons", icons).replace("@theme", theme.name)
