"""Sizes of pictures."""

import re
from dataclasses import replace

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


@pytest.mark.parametrize(
    ("figure", "advice"),
    [
        (Figure(60_000, 60_000), "Choose 20,000 × 20,000 px or less."),
        (Figure(90_000, 64), "Choose 65,000 × 64 px or less."),
        (Figure(130_000, 2_000), "Choose 65,000 × 1,000 px or less."),
        (Figure(2_000, 1_000, "mm", 600), "Choose 359 dpi or less, or a smaller size."),
        (Figure(50_000, 50_000, "mm", 36), "Choose 14,111 × 14,111 mm or less."),
    ],
)
def test_a_picture_that_is_too_large_says_what_is_not(figure: Figure, advice: str) -> None:
    with pytest.raises(FigureError) as refused:
        figure.checked()
    assert refused.value.advice == advice
    numbers = [int(number.replace(",", "")) for number in re.findall("[0-9][0-9,]*", advice)]
    if len(numbers) == 2:
        replace(figure, width=numbers[0], height=numbers[1]).checked()
    else:
        replace(figure, dpi=numbers[0]).checked()
