"""Text to read in the panels: paragraphs with air, found words marked, right-to-left writing on its side."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from explorer.ui.plain import Markup, joined, markup, show_markup
from explorer.ui.theme import Theme
from explorer.ui.widgets import label

#: Where a search has found something in a text: stretches [start, end), in order, apart from each other.
Hits: TypeAlias = Callable[[str], Sequence[tuple[int, int]]]


_ENDLESS = re.compile(r"(\S{28})(?=\S{12})")


def no_hits(_: str) -> Sequence[tuple[int, int]]:
    """Nothing is searched for."""
    return ()


def is_right_to_left(text: str) -> bool:
    """True when the first letter that has a direction runs from right to left."""
    for letter in text[:400]:
        way = unicodedata.bidirectional(letter)
        if way in ("L", "R", "AL"):
            return way != "L"
    return False


def breakable(text: str) -> str:
    """The text with places to break in words that no line could hold: addresses, runs of letters."""
    return _ENDLESS.sub("\\1\u200b", text)


def marked(text: str, spans: Sequence[tuple[int, int]], theme: Theme | None = None) -> Markup:
    """The text as HTML, whatever it holds, the spans on a ground of their own; line ends are kept."""
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    parts: list[str] = []
    for number, (first, last) in enumerate(pairwise(edges)):
        part = breakable(text[first:last])
        if number % 2 and part and theme is not None:
            ground = '<span style="background-color: {colour}">{part}</span>'
            part = markup(ground, colour=theme.hit, part=part)
        parts.append(part)
    return joined("", parts)


def prose(text: str, theme: Theme | None = None, hits: Hits = no_hits) -> QLabel:
    """A paragraph to read: selectable, with more air between its lines than a label has.

    What a search has found in it is marked in the colours of a theme.
    """
    body = marked(text, hits(text), theme) if theme is not None else marked(text, ())
    made = label("", is_selectable=True)
    way = markup(' dir="rtl"') if is_right_to_left(text) else ""
    paragraph = '<p{way} style="line-height: 132%; margin: 0">{body}</p>'
    show_markup(made, markup(paragraph, way=way, body=body), text)
    return made


def found(made: QLabel, text: str, theme: Theme, hits: Hits) -> QLabel:
    """The label of that text, with what was found in it marked, on the right if written from there."""
    if spans := hits(text):
        show_markup(made, marked(text, spans, theme), text)
    else:
        made.setText(breakable(text))
    if is_right_to_left(text):
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    return made
