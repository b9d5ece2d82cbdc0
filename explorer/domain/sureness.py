"""How sure an event's date is, in words, for the detail panel."""

from typing import Final

from explorer.domain.edtf import EdtfDate

_CONFIDENCE: Final = {"medium": "probable, not certain", "low": "doubtful"}
_CLOCK: Final = ("second", "minute", "hour")


def sureness_in_words(start: EdtfDate, end: EdtfDate | None, confidence: str) -> str:
    """ "Known to the month; approximate.": the precision of both ends, qualifiers and our confidence."""
    first, last = start.start, (end or start).end
    said: list[str] = []
    precisions = [_unit(one.precision) for one in (first, last)]
    if precisions[0] == precisions[1]:
        said.append(f"known to the {precisions[0]}" if precisions[0] else "not known")
    else:
        said += [
            f"{name} known to the {unit}" if unit else f"{name} {'open' if one.is_open else 'not known'}"
            for name, unit, one in zip(("start", "end"), precisions, (first, last), strict=True)
        ]
    qualifiers = first.qualifier + last.qualifier
    if "~" in qualifiers or "%" in qualifiers:
        said.append("approximate")
    if "?" in qualifiers or "%" in qualifiers:
        said.append("uncertain")
    if confidence in _CONFIDENCE:
        said.append(_CONFIDENCE[confidence])
    words = "; ".join(said)
    return f"{words[0].upper()}{words[1:]}."


def _unit(precision: str) -> str:
    return "time of day" if precision in _CLOCK else precision
