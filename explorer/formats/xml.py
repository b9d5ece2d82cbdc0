"""Texts as XML holds them; for the files of ui/figure that are XML or have some in them."""

import re
from typing import Final
from xml.sax.saxutils import escape

#: What no XML may hold, even escaped: control characters, halves of a letter, and two numbers that are none.
_FORBIDDEN: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def allowed(text: str) -> str:
    """The text with a � for each letter that would make XML unreadable."""
    return _FORBIDDEN.sub("\ufffd", text)


def escaped(text: str) -> str:
    """The text as content of an element."""
    return escape(allowed(text))
