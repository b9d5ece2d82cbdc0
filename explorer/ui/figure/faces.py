"""The faces of a picture: made anew by each thread that paints, because a font's metrics belong to one."""

import re
from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontInfo

from explorer.ui.sizes import DESIGNED
from explorer.ui.timeline.labels import Fonts, Labels, Written, variant

#: Pixels of the design from one line of a text to the next, in sizes of its face.
LEADING = 1.36
#: Where a name can be parted.
_SEAM = re.compile(r"\s+|(?<=\w)[–—/-](?=\w)")


class Faces:
    """All faces that a page is set in, in the design's pixels, whatever size the system's text has."""

    def __init__(self, families: Sequence[str]) -> None:
        base = QFont(list(families))
        base.setPixelSize(DESIGNED)
        # A page is scaled: widths must not be rounded to the pixels of one size.
        base.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        written_plainly(base)
        self.lanes = Fonts(base, Written)
        self.title = Written(variant(base, 1.7, QFont.Weight.Bold))
        self.small_title = Written(variant(base, 1.25, QFont.Weight.Bold))
        self.caption = Written(variant(base, 1.08, QFont.Weight.Normal))
        self.text = Written(variant(base, 0.93, QFont.Weight.Normal))
        self.fine = Written(variant(base, 0.78, QFont.Weight.Normal))
        self.fine_strong = Written(variant(base, 0.78, QFont.Weight.DemiBold))


def written_plainly(font: QFont) -> None:
    """Let a font draw each letter by itself, whatever stands beside it.

    Of the forms that a face has for some neighbours, as a hyphen's between digits, a PDF does not tell which
    letter they stand for: they would be found and copied as another.
    """
    for feature in ("calt", "liga", "dlig"):
        font.setFeature(QFont.Tag.fromString(feature), 0)


def families_of(font: QFont) -> tuple[str, ...]:
    """The families of a font, the one that is really used first."""
    named = [QFontInfo(font).family(), *font.families()]
    return tuple(dict.fromkeys(name for name in named if name))


def line_height(face: Labels) -> float:
    """Pixels from one line to the next."""
    return round(face.font.pixelSize() * LEADING, 1)


def wrapped(face: Labels, text: str, width: float, most: int = 100) -> list[str]:
    """The text in lines of at most `width` pixels, `most` at most: the last one is cut then.

    A word that is wider than a line is parted; a line break in the text is one on the page.
    """
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if face.width(longer) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            rest = word
            while face.width(rest) > width and len(rest) > 1:
                fits = _fitting(face, rest, width)
                lines.append(rest[:fits])
                rest = rest[fits:]
            line = rest
        if line:
            lines.append(line)
    if len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        lines[most - 1 :] = [face.elided(rest, width)]
    return lines


def balanced(face: Labels, text: str, width: float, most: int) -> list[str]:
    """As `wrapped`, but in lines of about the same length: no single word is left over."""
    lines = wrapped(face, text, width, most)
    low, high = 0.0, width
    while len(lines) > 1 and high - low > 4:
        middle = (low + high) / 2
        tried = wrapped(face, text, middle)
        low, high = (low, middle) if len(tried) <= len(lines) else (middle, high)
    return wrapped(face, text, high, most) if len(lines) > 1 else lines


def name_in_lines(face: Labels, name: str, width: float) -> list[str]:
    """A name in one line, or in two of about the same length where one is too narrow for it.

    It is parted between words and behind the dash of a pair; where that is not enough, the last line is cut.
    """
    if face.width(name) <= width:
        return [name]
    parted = [(name[:at].rstrip(), name[at:].lstrip()) for at in _seams(name)]
    if not parted:
        return [face.elided(name, width)]
    widths = [max(face.width(line) for line in pair) for pair in parted]
    narrowest = min(widths)
    if narrowest <= width:
        return list(parted[widths.index(narrowest)])
    first, rest = next((pair for pair in reversed(parted) if face.width(pair[0]) <= width), ("", name))
    return [first, face.elided(rest, width)] if first else [face.elided(name, width)]


def least_width(face: Labels, name: str) -> float:
    """The width that a name needs in two lines, or in one where it cannot be parted."""
    both = ((name[:at].rstrip(), name[at:].lstrip()) for at in _seams(name))
    return min((max(map(face.width, pair)) for pair in both), default=face.width(name))


def _seams(name: str) -> list[int]:
    """Where the second line of a name may begin."""
    return [seam.end() for seam in _SEAM.finditer(name) if seam.start() > 0 and seam.end() < len(name)]


def _fitting(face: Labels, word: str, width: float) -> int:
    """How many letters of a word fit, at least one."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if face.width(word[:middle]) <= width else (low, middle - 1)
    return low
