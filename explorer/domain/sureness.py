"""How sure an event's date is, in words, for the detail panel."""

from typing import Final

from explorer.domain.edtf import EdtfDate, End
from explorer.domain.tongue import mark, translate

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


def sureness_in_words(start: EdtfDate, end: EdtfDate | None, confidence: str) -> str:
    """ "Known to the month; approximate.": the precision of both ends, qualifiers and our confidence."""
    first, last = start.start, (end or start).end
    said: list[str] = []
    if _KNOWN.get(first.precision) == _KNOWN.get(last.precision):
        said.append(translate("Dates", _KNOWN.get(first.precision, _NOT_KNOWN)))
    else:
        said += [
            translate("Dates", "start {known}", "such as: start known to the day").format(known=_of(first)),
            translate("Dates", "end {known}", "such as: end open").format(known=_of(last)),
        ]
    qualifiers = first.qualifier + last.qualifier
    if "~" in qualifiers or "%" in qualifiers:
        said.append(translate("Dates", "approximate"))
    if "?" in qualifiers or "%" in qualifiers:
        said.append(translate("Dates", "uncertain"))
    if confidence in _CONFIDENCE:
        said.append(translate("Dates", _CONFIDENCE[confidence]))
    words = "; ".join(said)
    return f"{words[0].upper()}{words[1:]}."


def _of(end: End) -> str:
    if not end.precision and end.is_open:
        return translate("Dates", "open", "an end of a date")
    return translate("Dates", _KNOWN.get(end.precision, _NOT_KNOWN))
