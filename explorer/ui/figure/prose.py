"""The words on a page: title and caption above the timeline, small print beneath it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from explorer.domain.edtf import parse
from explorer.domain.provenance import Provenance
from explorer.domain.tongue import translate
from explorer.domain.words import date_in_words
from explorer.ui.figure.faces import Faces, balanced, line_height, wrapped
from explorer.ui.theme import Theme

#: Pixels: from a title to its caption, from a rule to the text under it. Letters that are easily read on one
#: line, in widths of an average letter.
_APART = 5.0
_RULE = 9.0
_MEASURE = 620.0
#: Pages narrower than this have the smaller title.
_NARROW = 620.0


@dataclass(frozen=True, slots=True)
class Heading:
    """Title, caption and the page's number, in lines that fit; `height` with the room beneath."""

    x: float
    y: float
    width: float
    title: tuple[str, ...]
    caption: tuple[str, ...]
    number: str
    height: float

    @classmethod
    def of(
        cls, faces: Faces, x: float, y: float, width: float, title: str, caption: str, number: str
    ) -> "Heading":
        """The heading of a page whose text is `width` wide; of no height where there is nothing to say."""
        face = faces.title if width >= _NARROW else faces.small_title
        beside = faces.text.width(number) + 24 if number else 0.0
        titles = balanced(face, title, width - beside, 2)
        captions = balanced(faces.caption, caption, min(width, _MEASURE * 1.5), 4)
        height = line_height(face) * len(titles) + line_height(faces.caption) * len(captions)
        if titles and captions:
            height += _APART
        if number:
            height = max(height, line_height(faces.text))
        return cls(x, y, width, tuple(titles), tuple(captions), number, height)

    def paint(self, painter: QPainter, faces: Faces, theme: Theme, _: tuple[float, float]) -> None:
        face = faces.title if self.width >= _NARROW else faces.small_title
        y = self.y
        if self.number:
            line = line_height(face) if self.title else line_height(faces.text)
            right = self.x + self.width - faces.text.width(self.number)
            faces.text.draw(painter, right, y + line / 2, self.number, theme.colour("text_soft"))
        for line in self.title:
            face.draw(painter, self.x, y + line_height(face) / 2, line, theme.colour("text"))
            y += line_height(face)
        y += _APART if self.title else 0.0
        for line in self.caption:
            faces.caption.draw(
                painter, self.x, y + line_height(faces.caption) / 2, line, theme.colour("text_soft")
            )
            y += line_height(faces.caption)


@dataclass(frozen=True, slots=True)
class Credits:
    """The small print under a fine rule: what is shown, and how to cite it."""

    x: float
    y: float
    width: float
    lines: tuple[str, ...]
    height: float

    @classmethod
    def of(cls, faces: Faces, x: float, width: float, provenance: Provenance, shown: str) -> "Credits":
        """Laid out for a width, at the top of the page; `shown` names the stretch of time in words."""
        lines = [
            line
            for text in (
                _said(provenance, shown),
                translate("Picture", "Cite as: {citation}").format(citation=provenance.citation),
            )
            for line in wrapped(faces.fine, text, width)
        ]
        return cls(x, 0.0, width, tuple(lines), _RULE + line_height(faces.fine) * len(lines))

    def paint(self, painter: QPainter, faces: Faces, theme: Theme, _: tuple[float, float]) -> None:
        painter.fillRect(QRectF(self.x, self.y, self.width, 1), theme.colour("line"))
        y, step = self.y + _RULE, line_height(faces.fine)
        for line in self.lines:
            faces.fine.draw(painter, self.x, y + step / 2, line, theme.colour("text_soft"))
            y += step


def _said(provenance: Provenance, shown: str) -> str:
    """The filter as a sentence, how many of how many, the dates of all that matches and of the picture."""
    sentence = provenance.filter[:1].upper() + provenance.filter[1:]
    parts = [sentence.rstrip("."), provenance.count]
    if provenance.first and provenance.last:
        first, last = (date_in_words(parse(day)) for day in (provenance.first, provenance.last))
        parts.append(first if first == last else f"{first} – {last}")
    return translate("Picture", "{said}. Shown here: {shown}.").format(said="; ".join(parts), shown=shown)
