"""Both themes: contrast computed, every region restyled, the system followed unless overridden."""

from dataclasses import fields

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from explorer.domain.event import ROLES
from explorer.ui import theme as themes
from explorer.ui.article.pills import LOOKS
from explorer.ui.theme import (
    DARK,
    LANE_COLOURS,
    LIGHT,
    MARKED_GROUNDS,
    Theme,
    dark_enough,
    ink_on,
    lane_colour,
    style_sheet,
)
from tests.ui.pilot import Pilot

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)

#: Every pair of text and ground that painting, panels and resources/style.qss put together.
TEXT = [
    ("text", "ground"), ("text", "ground_alternate"), ("text", "side"), ("text", "control"),
    ("text", "control_hover"), ("text", "chip"), ("text", "accent_soft"), ("text", "note"),
    ("text_soft", "ground"), ("text_soft", "ground_alternate"), ("text_soft", "side"), ("text_soft", "note"),
    ("text_soft", "control"), ("text_soft", "control_hover"), ("text_soft", "accent_soft"),
    ("text_soft", "chip"), ("accent_text", "accent_soft"), ("accent_text", "chip"), ("warning", "control"),
    ("warning", "side"), ("accent_text", "ground"), ("accent_text", "side"), ("accent_text", "note"),
    ("accent_text", "control"), ("on_accent", "accent"), ("warning", "ground"),
    ("text", "hit"),
]  # fmt: skip


#: What is told by a shape or a line alone: the focus, a field's edge, the brush, a check box, an icon.
GRAPHICS = [
    ("accent", "ground"), ("accent", "ground_alternate"), ("accent", "side"), ("accent", "control"),
    ("accent", "accent_soft"), ("accent", "note"), ("accent", "chip"), ("on_accent", "accent"),
    ("field_line", "side"), ("field_line", "ground"), ("field_line", "control"),
    ("text_soft", "side"), ("text_soft", "control"), ("text_soft", "ground"),
    ("accent_text", "ground"), ("accent_text", "side"), ("star", "ground"), ("star", "ground_alternate"),
]  # fmt: skip

#: Lines that only divide what stands apart anyhow, and grounds: nothing is lost with them.
DECORATION = {"line", "grid", "grid_strong", "control_line", "note_line"}


def luminance(colour: QColor) -> float:
    """Relative luminance of WCAG 2."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast(QColor("#000"), QColor("#fff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@BOTH
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_reaches_four_and_a_half_to_one(theme: Theme, text: str, ground: str) -> None:
    assert contrast(theme.colour(text), theme.colour(ground)) >= 4.5


@BOTH
@pytest.mark.parametrize("look", LOOKS)
def test_a_pill_can_be_read_on_whatever_it_stands(theme: Theme, look: str) -> None:
    # Without a ground of its own it stands on the panel, or on a paragraph of the chosen claim.
    grounds = [LOOKS[look].ground] if LOOKS[look].ground else ["ground", "note"]
    for ground in [*grounds, *(["accent_soft"] if look != "selected" else [])]:
        text = "text" if ground == "accent_soft" and LOOKS[look].text == "text_soft" else LOOKS[look].text
        assert contrast(theme.colour(text), theme.colour(ground)) >= 4.5


@BOTH
@pytest.mark.parametrize(("line", "ground"), GRAPHICS)
def test_what_a_line_or_shape_tells_reaches_three_to_one(theme: Theme, line: str, ground: str) -> None:
    assert contrast(theme.colour(line), theme.colour(ground)) >= 3


def test_every_colour_is_computed_or_only_decorates() -> None:
    computed = {name for pair in [*TEXT, *GRAPHICS] for name in pair} | {f"role_{role}" for role in ROLES}
    assert {field.name for field in fields(Theme)} - {"name"} == computed | DECORATION


@BOTH
@pytest.mark.parametrize("role", ROLES)
def test_the_outline_of_a_role_stands_out(theme: Theme, role: str) -> None:
    assert contrast(theme.colour(f"role_{role}"), theme.colour("ground_alternate")) >= 3
    assert contrast(theme.colour(f"role_{role}"), theme.colour("side")) >= 3


@BOTH
@pytest.mark.parametrize("lane", range(len(LANE_COLOURS)))
def test_a_mark_stands_out_and_the_count_on_a_cluster_can_be_read(theme: Theme, lane: int) -> None:
    colour = lane_colour(lane, theme)
    for ground in MARKED_GROUNDS:
        assert contrast(colour, theme.colour(ground)) >= 3, ground
    assert contrast(ink_on(colour), colour) >= 3
    fill = QColor.fromRgba(dark_enough(colour.rgba()))
    assert contrast(fill, QColor("white")) >= 4.5
    assert contrast(fill, theme.colour("ground")) >= 3
    assert contrast(fill, theme.colour("ground_alternate")) >= 3


@BOTH
def test_the_style_sheet_has_no_name_left_and_every_colour_is_one(theme: Theme) -> None:
    assert "@" not in style_sheet(theme)
    for field in fields(theme):
        if field.name != "name":
            assert QColor(getattr(theme, field.name)).isValid()


def _image(widget: QWidget) -> np.ndarray:
    """The widget as it looks at rest: a new label is drawn as text first, then as a pixmap."""
    former, now = _grabbed(widget), _grabbed(widget)
    while (former != now).any():
        former, now = now, _grabbed(widget)
    return now


def _grabbed(widget: QWidget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return raw[:, : image.width(), :3].astype(int)


def test_another_theme_restyles_every_region(pilot: Pilot) -> None:
    window = pilot.window
    window.store.edit(filter=window.store.state.filter.choosing("basis", {"named", "alluded"}))
    pilot.settle()
    regions = {
        "toolbar": window.toolbar, "facets": window.facets, "timeline": window.timeline,
        "detail": window.detail, "overview": window.overview,
        "status": window.status, "filter bar": window.filter_bar,
    }  # fmt: skip
    light = {name: _image(region) for name, region in regions.items()}
    window.theme_picked.emit("dark")
    for name, region in regions.items():
        dark = _image(region)
        assert light[name].mean() > 200, name
        assert dark.mean() < 70, name
        # Nothing of the light theme's grounds is left over.
        bright = (dark.min(axis=2) > 235).mean()
        assert bright < 0.05, (name, bright)
    window.theme_picked.emit("light")
    for name, region in regions.items():
        assert (_image(region) == light[name]).all(), name


def test_the_theme_is_remembered_and_the_system_followed_again(pilot: Pilot) -> None:
    window = pilot.window
    window.theme_picked.emit("dark")
    assert (window.settings.theme, window.theme) == ("dark", DARK)
    window.theme_picked.emit("system")
    assert (window.settings.theme, window.theme) == ("system", themes.theme_for("system"))
    hints = QApplication.styleHints()
    hints.setColorScheme(Qt.ColorScheme.Dark)
    try:
        QApplication.processEvents()
        if hints.colorScheme() == Qt.ColorScheme.Dark:  # not every platform can be told
            assert window.theme is DARK
    finally:
        hints.unsetColorScheme()
    window.theme_picked.emit("light")
    assert window.theme is LIGHT
