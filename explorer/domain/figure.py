"""What a picture of the timeline is to look like, whatever kind of file it becomes.

The dialog edits one, the command line reads one from its options, the settings remember the last one.
"""

import math
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from explorer.domain.errors import ExplorerError
from explorer.domain.tongue import grouped, mark, translate

Unit: TypeAlias = Literal["px", "mm"]

#: Points to an inch as the design counts them: a figure of 96 dpi has one pixel for each.
DESIGN_DPI: Final = 96.0
MM_PER_INCH: Final = 25.4
#: Device pixels that a side may have, and that a picture may have in all (four bytes each).
LONGEST: Final = 65_000
MOST: Final = 400_000_000
#: Dots to an inch that can be asked for at least.
LEAST_DPI: Final = 36


class FigureError(ExplorerError):
    """A picture cannot be made like that."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: its size, what it shows, and how.

    `width` and `height` are in `unit`: device pixels, or millimetres that `dpi` makes device pixels of.
    `text_scale` is how large text and marks are drawn: at 1 a text of 13 points of the design takes 13/96
    inch, and at 96 dpi 13 device pixels. `extent` is "visible", "all" that matches, or two EDTF dates "A/B".
    `theme` is "light" or "dark". `has_credits` is the small print: filter, counts, dates, database, how to
    cite. `pages` is over how many pages the time is split, side by side; only PDF has more than one.
    """

    width: float = 1600.0
    height: float = 900.0
    unit: Unit = "px"
    dpi: float = DESIGN_DPI
    extent: str = "visible"
    theme: str = "light"
    title: str = ""
    caption: str = ""
    has_legend: bool = True
    has_headers: bool = True
    has_overview: bool = False
    has_credits: bool = True
    text_scale: float = 1.0
    is_transparent: bool = False
    pages: int = 1

    @property
    def scale(self) -> float:
        """Device pixels to one point of the design."""
        return self.dpi / DESIGN_DPI * self.text_scale

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height in device pixels."""
        per_unit = 1.0 if self.unit == "px" else self.dpi / MM_PER_INCH
        return max(1, round(self.width * per_unit)), max(1, round(self.height * per_unit))

    def checked(self) -> "Figure":
        """The figure itself. Raises FigureError where no picture can be made of it."""
        width, height = self.pixels
        if max(width, height) > LONGEST or width * height > MOST:
            raise self._too_large()
        if min(width, height) < 64:
            said = translate("Errors", "A picture of {width} × {height} pixels is too small.")
            raise FigureError(
                said.format(width=grouped(width), height=grouped(height)),
                translate("Errors", "Choose 64 or more either way."),
            )
        return self

    def _too_large(self) -> FigureError:
        """Names the largest size of this shape that is not, or of millimetres how many dpi are not."""
        width, height = self.pixels
        by = min(LONGEST / max(width, height), math.sqrt(MOST / (width * height)))
        # Rounded down, so that what is told will do.
        dpi = math.floor(self.dpi * by)
        if self.unit == "mm" and dpi >= LEAST_DPI:
            advice = translate("Errors", "Choose {dpi} dpi or less, or a smaller size.").format(dpi=dpi)
        else:
            least = 64 if self.unit == "px" else 1
            sides = [grouped(max(least, math.floor(side * by))) for side in (self.width, self.height)]
            said = translate("Errors", "Choose {width} × {height} {unit} or less.")
            advice = said.format(width=sides[0], height=sides[1], unit=self.unit)
        said = translate("Errors", "A picture of {width} × {height} pixels is too large.")
        return FigureError(said.format(width=grouped(width), height=grouped(height)), advice)


@dataclass(frozen=True, slots=True)
class Preset:
    """A size for a purpose, which `purpose` says in English."""

    name: str
    purpose: str
    width: float
    height: float
    unit: Unit
    dpi: float
    text_scale: float = 1.0

    @property
    def description(self) -> str:
        """The purpose in the language spoken."""
        return translate("Figure", self.purpose)


PRESETS: Final = (
    Preset("slide", mark("Figure", "Slide 16:9"), 1920, 1080, "px", 96, 1.3),
    Preset("a4", mark("Figure", "A4 landscape"), 297, 210, "mm", 300, 0.8),
    Preset("column", mark("Figure", "Column of a journal"), 85, 140, "mm", 600, 0.62),
    Preset("4k", mark("Figure", "4K screen"), 3840, 2160, "px", 192),
    Preset("strip", mark("Figure", "Wide strip"), 20_000, 1600, "px", 144),
)
