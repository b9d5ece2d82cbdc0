"""What somebody may have meant who asked for a value of a facet that there is not: for the command line, the
search box and the window alike."""

from typing import Final

from explorer.domain.facet import Facet
from explorer.domain.facet_words import none_at_all
from explorer.domain.folding import plain_name, plain_names
from explorer.domain.listing import or_each, quoted
from explorer.domain.tongue import translate

#: Values named to a reader who asked for one that there is not; fewer of those with many letters.
_NEAR: Final = 5
_LISTED: Final = 8
_LONG: Final = 30

#: How much alike two words are of which one is the other misspelt.
_ALIKE: Final = 0.65


def near_values(value: str, facet: Facet) -> str:
    """What may have been meant, or what there is: a sentence without its end, fit to follow a semicolon."""
    # Not at the start of the program.
    import difflib

    plain = plain_name(value)
    known = list(zip(facet.slugs, plain_names(facet.slugs), plain_names(facet.labels), strict=True))
    close = [slug for slug, *names in known if any(plain in name for name in names)][:_NEAR]
    if not close:
        # A misspelt word of a name, or the whole of it.
        parts: dict[str, str] = {}
        for slug, *names in known:
            for part in (part for name in names for part in (name, *name.split())):
                parts.setdefault(part, slug)
        found = difflib.get_close_matches(plain, parts, n=3, cutoff=_ALIKE)
        close = list(dict.fromkeys(parts[part] for part in found))
    if close:
        values = or_each([quoted(slug) for slug in close])
        return translate("Errors", "Perhaps you mean {values}", "does not begin with a noun").format(
            values=values
        )
    if not facet.slugs:
        return none_at_all(facet.name)
    shown = facet.slugs[: _LISTED if len(facet.slugs[0]) < _LONG else 2]
    known, more = ", ".join(map(quoted, shown)), len(facet.slugs) - len(shown)
    if more > 0:
        return translate("Errors", "There are {values} and {n} more", "does not begin with a noun").format(
            values=known, n=more
        )
    return translate("Errors", "There are {values}", "does not begin with a noun").format(values=known)
