"""Sizes of pictures."""

import pytest

from explorer.domain.figure import PRESETS, Figure, FigureError


def test_millimetres_become_device_pixels() -> None:
    assert Figure(width=297, height=210, unit="mm", dpi=300).pixels == (3508, 2480)


def test_pixels_stay_what_they_are_at_any_dpi() -> None:
    assert Figure(width=1920, height=1080, dpi=192).pixels == (1920, 1080)
    assert Figure(width=1920, height=1080, dpi=192).scale == 2.0


@pytest.mark.parametrize(
    ("width", "height", "word"), [(70_000, 900, "large"), (60_000, 60_000, "large"), (60, 900, "small")]
)
def test_a_size_that_cannot_be_is_told(width: float, height: float, word: str) -> None:
    with pytest.raises(FigureError, match=word):
        Figure(width=width, height=height).checked()


def test_every_preset_can_be_made() -> None:
    for preset in PRESETS:
        size = Figure(preset.width, preset.height, preset.unit, preset.dpi, text_scale=preset.text_scale)
        assert size.checked() is size
