"""How much of a text a sentence quotes that refuses it, wherever the text came from."""

import re
from typing import Final

#: Letters of a text that are worth quoting where it is refused.
QUOTED: Final = 80
_QUOTATION: Final = re.compile(f"“[^“”]{{{QUOTED + 1},}}”")


def quotable(text: str) -> str:
    """The text on one line, cut where it is too long for a sentence."""
    cut = " ".join(text[: 4 * QUOTED].split())
    return cut if len(cut) <= QUOTED and len(text) <= 4 * QUOTED else f"{cut[: QUOTED - 1]}…"


def shortened(sentence: str) -> str:
    """The sentence with what it quotes cut where that is too long."""
    return _QUOTATION.sub(lambda found: f"“{quotable(found[0][1:-1])}”", sentence)
