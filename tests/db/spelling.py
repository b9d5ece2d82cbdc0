"""American spellings, to find them where British ones are the rule; a computer's program is one in both."""

import re
from typing import Final

AMERICAN: Final = re.compile(
    r"\b(?:"
    r"(?:col|fav|hon|rum|lab|harb|vap|rig|vig|neighb|behavi|endeav|flav|sav|splend|arm)or(?!ous|iz|a)\w*"
    r"|(?:un|dis)?(?:colored|favorable|favorite|honored)"
    r"|cent(?:er|ers|ered|ering)|theaters?|meters?|liters?|kilometers?"
    r"|defenses?|offenses?|pretenses?|toward|judgments?|acknowledgments?"
    r"|gray\w*|aluminum|percent|skeptic\w*|catalogs?|dialog|canceled|canceling|travel(?:ed|ing|er)s?"
    r"|label(?:ed|ing)|signal(?:ed|ing)|model(?:ed|ing)|fulfill"
    r"|analyz\w+|maneuver\w*|plow\w*|mustache|enroll|skillful"
    r"|\w+(?:organ|recogn|real|critic|emphas|apolog|summar|minim|maxim|normal|militar|author|modern|stabil"
    r"|util|capital|general|special|central|neutral|personal|final|global)iz\w+"
    r"|(?:organ|recogn|real|critic|emphas|apolog|summar|minim|maxim|normal|author|modern|stabil|symbol|util"
    r"|capital|general|special|central|neutral|personal|final|global)iz\w+"
    r")\b",
    re.IGNORECASE,
)
#: Names keep the spelling of their owners.
NAMES: Final = ("World Health Organization", "Strategic Defense Initiative", "Secretary of Defense")


def without_names(text: str) -> str:
    """The text less the names that are spelled as they are."""
    for name in NAMES:
        text = text.replace(name, "")
    return text
