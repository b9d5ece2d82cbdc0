"""`detente export` into a picture: its options, and the Figure that they ask for."""

import argparse
import re
from dataclasses import replace
from typing import Final

from explorer.domain.errors import ExplorerError
from explorer.domain.figure import DESIGN_DPI, LONGEST, PRESETS, Figure, Preset, Unit
from explorer.formats import Format

#: Dots to an inch of a picture in millimetres: it is meant for print.
_PRINTED: Final = 300.0
_SIZE: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?)[x×]([0-9]+(?:\.[0-9]+)?)(px|mm)?")

#: The options that a table has no use for, as names of the parsed words.
_OPTIONS: Final = (
    "preset", "size", "scale", "dpi", "theme", "title", "caption", "legend", "headers", "overview",
    "credits", "text_scale", "transparent", "pages",
)  # fmt: skip


def add_picture(parser: argparse.ArgumentParser) -> None:
    """The options of a picture; each is None unless it is given."""
    group = parser.add_argument_group(
        "PICTURE", "It is laid out for its size: more room shows more events with their labels."
    )
    presets = "; ".join(f"{one.name}: {_size_of(one)}" for one in PRESETS)
    group.add_argument("--preset", type=_preset, metavar="NAME", help=f"a size for a purpose ({presets})")
    group.add_argument(
        "--size",
        type=_size,
        metavar="WxH",
        help="width and height in px or mm: 1440x900 (as it is), 297x210mm",
    )
    group.add_argument(
        "--dpi", type=_dpi, metavar="N", help="dots to an inch, 36 to 2400 (96; of millimetres 300)"
    )
    group.add_argument("--scale", type=_scale, metavar="N", help="so many times as many pixels of all (1)")
    group.add_argument("--text-scale", type=_scale, metavar="N", help="how large text and marks are (1)")
    group.add_argument("--theme", choices=("light", "dark"), help="colours (light)")
    group.add_argument("--title", metavar="TEXT", help="a title above the picture")
    group.add_argument("--caption", metavar="TEXT", help="a text under the title")
    on_off = argparse.BooleanOptionalAction
    group.add_argument("--legend", action=on_off, help="what shapes and colours mean (with)")
    group.add_argument("--headers", action=on_off, help="the names of the lanes (with)")
    group.add_argument(
        "--overview", action=on_off, help="a strip of all that matches, with what is shown (without)"
    )
    group.add_argument(
        "--credits", action=on_off, help="filter, counts, dates, database, how to cite, small (with)"
    )
    group.add_argument(
        "--transparent", action="store_true", default=None, help="paint nothing behind the picture"
    )
    group.add_argument(
        "--pages", type=_pages, metavar="N", help="split the time over N pages, side by side (1; PDF only)"
    )


def check_picture(parser: argparse.ArgumentParser, wanted: Format, chosen: argparse.Namespace) -> None:
    """End with status 2 when an option is not for this kind of file, or the picture cannot be."""
    for option in _OPTIONS if wanted.kind == "table" else ():
        if getattr(chosen, option) is not None:
            parser.error(f"--{option.replace('_', '-')} is for pictures, not for {wanted.in_words}")
    if wanted.kind == "picture":
        if chosen.pages is not None and chosen.pages > 1 and wanted.name != "pdf":
            parser.error("--pages is for PDF: other pictures have one page")
        try:
            figure_of(chosen)
        except ExplorerError as error:
            parser.error(str(error).rstrip("."))


def figure_of(chosen: argparse.Namespace) -> Figure:
    """What the parsed words ask for: the preset, with what else is given on top. Raises FigureError."""
    figure = Figure(width=1440, height=900)
    if chosen.preset is not None:
        one: Preset = chosen.preset
        figure = replace(
            figure, width=one.width, height=one.height, unit=one.unit, dpi=one.dpi, text_scale=one.text_scale
        )
    if chosen.size is not None:
        width, height, unit = chosen.size
        if chosen.preset is None:
            figure = replace(figure, dpi=_PRINTED if unit == "mm" else DESIGN_DPI)
        figure = replace(figure, width=width, height=height, unit=unit)
    given = {
        "dpi": chosen.dpi,
        "text_scale": chosen.text_scale,
        "theme": chosen.theme,
        "title": chosen.title,
        "caption": chosen.caption,
        "has_legend": chosen.legend,
        "has_headers": chosen.headers,
        "has_overview": chosen.overview,
        "has_credits": chosen.credits,
        "is_transparent": chosen.transparent,
        "pages": chosen.pages,
        "extent": chosen.extent,
    }
    figure = replace(figure, **{name: value for name, value in given.items() if value is not None})
    if chosen.scale is not None:
        by = chosen.scale if figure.unit == "px" else 1.0
        figure = replace(
            figure, dpi=figure.dpi * chosen.scale, width=figure.width * by, height=figure.height * by
        )
    return figure.checked()


def _size_of(preset: Preset) -> str:
    dots = f" at {preset.dpi:g} dpi" if preset.unit == "mm" else ""
    return f"{preset.width:g}x{preset.height:g}{preset.unit}{dots}"


def _preset(name: str) -> Preset:
    found = next((one for one in PRESETS if one.name == name.lower()), None)
    if found is None:
        names = ", ".join(one.name for one in PRESETS)
        raise argparse.ArgumentTypeError(f"“{name}” is not a preset: choose from {names}")
    return found


def _size(text: str) -> tuple[float, float, Unit]:
    match = _SIZE.fullmatch(text)
    if match is None:
        raise argparse.ArgumentTypeError(f"“{text}” is not a size such as 1440x900 or 297x210mm")
    unit: Unit = "mm" if match[3] == "mm" else "px"
    width, height = float(match[1]), float(match[2])
    if not 0 < width <= LONGEST or not 0 < height <= LONGEST:
        size = "large" if max(width, height) > LONGEST else "small"
        raise argparse.ArgumentTypeError(f"“{text}” is too {size} for a picture")
    return width, height, unit


def _dpi(text: str) -> float:
    return _number(text, 36, 2400, "dots to an inch")


def _scale(text: str) -> float:
    return _number(text, 0.25, 8, "times")


def _number(text: str, low: float, high: float, what: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not low <= number <= high:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of {what} from {low:g} to {high:g}")
    return number


def _pages(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,3}", text) or not 1 <= int(text) <= 100:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of pages from 1 to 100")
    return int(text)
