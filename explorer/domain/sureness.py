"""How sure an event's date is, in words, for the detail panel."""

import re
from typing import Final

from explorer.domain.edtf import EdtfDate, End
from explorer.domain.tongue import mark, translate
from explorer.domain.words import calendar_in_words

_CONFIDENCE: Final = {
    "medium": mark("Dates", "probable, not certain"),
    "low": mark("Dates", "doubtful"),
}
_NOT_KNOWN: Final = mark("Dates", "not known")
_KNOWN: Final = {
    "second": mark("Dates", "known to the time of day"),
    "minute": mark("Dates", "known to the time of day"),
    "hour": mark("Dates", "known to the time of day"),
    "day": mark("Dates", "known to the day"),
    "month": mark("Dates", "known to the month"),
    "season": mark("Dates", "known to the season"),
    "year": mark("Dates", "known to the year"),
    "decade": mark("Dates", "known to the decade"),
    "century": mark("Dates", "known to the century"),
    "millennium": mark("Dates", "known to the millennium"),
}
#: Of a day or month whose year has unknown digits, by how many there are at the end; 0: within the year.
_YEAR_KNOWN: Final = (
    mark("Dates", "the year only in part"),
    mark("Dates", "the year only to the decade"),
    mark("Dates", "the year only to the century"),
    mark("Dates", "the year only to the millennium"),
    mark("Dates", "the year not known"),
)
_PART_OF_YEAR: Final = re.compile(r"-?([0-9X]{4})-(?!XX)[0-9X]{2}")


def sureness_in_words(start: EdtfDate, end: EdtfDate | None, confidence: str) -> str:
    """ "Known to the month; approximate.": precision, qualifiers, our confidence, the calendar."""
    first, last = start.start, (end or start).end
    said: list[str] = []
    if _KNOWN.get(first.precision) == _KNOWN.get(last.precision):
        said.append(translate("Dates", _KNOWN.get(first.precision, _NOT_KNOWN)))
    else:
        said += [
            translate("Dates", "start {known}", "such as: start known to the day").format(known=_of(first)),
            translate("Dates", "end {known}", "such as: end open").format(known=_of(last)),
        ]
    texts = start.text + (end.text if end else "")
    years = {_year_known(match[1]) for match in _PART_OF_YEAR.finditer(re.sub("[?~%]", "", texts))}
    said += [translate("Dates", words) for words in _YEAR_KNOWN if words in years]
    qualifiers = first.qualifier + last.qualifier
    if "~" in qualifiers or "%" in qualifiers:
        said.append(translate("Dates", "approximate"))
    if "?" in qualifiers or "%" in qualifiers:
        said.append(translate("Dates", "uncertain"))
    if confidence in _CONFIDENCE:
        said.append(translate("Dates", _CONFIDENCE[confidence]))
    if calendar := calendar_in_words(start, end):
        said.append(calendar)
    words = "; ".join(said)
    return f"{words[0].upper()}{words[1:]}."


def _of(end: End) -> str:
    if not end.precision and end.is_open:
        return translate("Dates", "open", "an end of a date")
    return translate("Dates", _KNOWN.get(end.precision, _NOT_KNOWN))


def _year_known(year: str) -> str:
    """How far a year with these digits is known, "" for all of it."""
    trailing = len(year) - len(year.rstrip("X"))
    return _YEAR_KNOWN[0 if "X" in year[: 4 - trailing] else trailing] if "X" in year else ""
