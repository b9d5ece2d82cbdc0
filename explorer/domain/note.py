"""A reader's own note and star on one event, and how two versions of a note become one without losing any."""

from dataclasses import dataclass
from typing import Final

from explorer.domain.tongue import mark

#: The facet of events that the reader has marked, and its values.
FACET: Final = "mine"
STARRED: Final = "starred"
NOTED: Final = "noted"
LABELS: Final = {STARRED: mark("Facets", "Starred"), NOTED: mark("Facets", "With a note")}

#: Stands between two texts of which neither can be dropped.
SEAM: Final = "\n\n— also written —\n\n"


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader has put on the event of that slug. `changed` is when, in UTC as ISO 8601."""

    slug: str
    is_starred: bool = False
    text: str = ""
    changed: str = ""

    @property
    def is_blank(self) -> bool:
        """True when there is neither a star nor a word."""
        return not self.is_starred and not self.text.strip()

    def says(self, other: "Note") -> bool:
        """True when both have the same star and words, whenever they were changed."""
        return (self.is_starred, self.text) == (other.is_starred, other.text)


def merged(base: Note, mine: Note, theirs: Note) -> Note:
    """One note of two that were made of `base` apart from each other: no word of either is lost.

    Where only one side changed the star or the text, that side's counts.
    """
    is_starred = theirs.is_starred if mine.is_starred == base.is_starred else mine.is_starred
    return Note(mine.slug, is_starred, _merged_text(base.text, mine.text, theirs.text), mine.changed)


def _merged_text(base: str, mine: str, theirs: str) -> str:
    if base in (theirs, mine):
        return mine if theirs == base else theirs
    if mine in theirs or theirs in mine:
        return max(mine, theirs, key=len)
    if base and theirs.endswith(SEAM + base):
        # What came between was joined before this text, which has gone on meanwhile.
        return theirs.removesuffix(base) + mine
    return theirs + SEAM + mine
