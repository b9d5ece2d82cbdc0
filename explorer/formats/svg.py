"""SVG files: what a drawing needs around it that whoever drew it leaves out; called by ui/figure."""

import re
from collections.abc import Callable
from html import unescape
from typing import Final

from explorer.formats.xml import allowed, escaped

#: What a reader without our font falls back to; all are about as wide.
_FALLBACKS: Final = "'Segoe UI', 'Helvetica Neue', Helvetica, Arial, 'Noto Sans', sans-serif"

#: The width of a text of a face: its family, size and weight as written, and the text.
Measure = Callable[[str, float, int, str], float]

_HEAD: Final = re.compile(r"\A.*?</desc>\n?", re.DOTALL)
_TEXT: Final = re.compile(
    r'<text ([^>]*?)font-family="([^"]*)" font-size="([^"]*)" font-weight="([^"]*)"([^>]*?)\s*>([^<]*)</text>'
)
_EMPTY: Final = re.compile(r"<g [^>]*>\s*</g>\s*")
_LETTER: Final = ' xmlns="http://www.w3.org/2000/svg"'


def finished(
    drawing: str,
    *,
    width: str,
    height: str,
    box: tuple[int, int],
    family: str,
    title: str,
    description: str,
    metadata: str,
    measure: Measure,
) -> str:
    """The drawing, as QSvgGenerator writes it, made a file for any reader.

    `width` and `height` are lengths with their unit, `box` the numbers that the drawing counts in. Texts are
    set in `family` with fallbacks and are told their width, so that they keep to their place in another font.
    `metadata` is the text of the <metadata> element.
    """
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg{_LETTER} version="1.1" width="{width}" height="{height}" viewBox="0 0 {box[0]} {box[1]}">\n'
    )
    if title:
        head += f"<title>{escaped(title)}</title>\n"
    if description:
        head += f"<desc>{escaped(description)}</desc>\n"
    if metadata:
        head += f"<metadata>{escaped(metadata)}</metadata>\n"
    quoted = f"'{family}'" if " " in family else family
    # For browsers alone: other readers know one family only, and would take the list for its name.
    rule = f"font-family: {quoted}, {_FALLBACKS}; font-variant-ligatures: none"
    head += f"<style>@supports (top: 0) {{ text {{ {rule} }} }}</style>\n"

    def fixed(found: re.Match[str]) -> str:
        before, face, size, weight, after, text = found.groups()
        length = measure(face, float(size), int(weight), unescape(text))
        told = f' textLength="{length:.2f}" lengthAdjust="spacingAndGlyphs"' if len(text) > 1 else ""
        return (
            f'<text {before}font-family="{face}" font-size="{size}" font-weight="{weight}"'
            f"{after.rstrip()}{told}>{text}</text>"
        )

    # Titles of events may have any letter, and whoever drew it writes it as it is.
    body = _HEAD.sub("", allowed(drawing), count=1)
    return head + _TEXT.sub(fixed, _EMPTY.sub("", body))
