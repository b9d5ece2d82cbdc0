"""Dates as people write them, read into EDTF: "12–14 June 2018", "vor 1900", "early 1960s", "44 BC".

A pure function: neither the language of the program nor the system's locale nor today's date changes what a
text means. A text with several meanings is told as such, one without a clear meaning is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from explorer.domain.calendar import civil_of
from explorer.domain.date_words import NO_DATE, signs_of
from explorer.domain.edtf import EdtfDate, EdtfError, End, parse
from explorer.domain.free_date_parts import readings_of, unchecked_readings_of
from explorer.domain.listing import or_each, with_or
from explorer.domain.tongue import translate
from explorer.domain.words import date_in_words

#: More letters than any date has.
_LONGEST: Final = 120

#: "1939-41", which is the second half of 1939 in EDTF and a span of years for whoever knows none.
_TRAP: Final = re.compile(r"(\d\d)(\d\d)-(2[1-9]|3\d|4[01])")
_SHORT: Final = re.compile(r"(.*?)(\d\d)(\d\d)(\?|~)? ?[-–/] ?(\d\d)( ?[?])?( B?CE)?")
_SEPARATORS: Final = (r" TO ", r" ?– ?", r" - ", r" / ", r"-", r"/")

#: An end that is missing, as it was written once.
_MISSING: Final = re.compile(r"^(?:unknown|open) ?(?=/)|(?<=/) ?(?:unknown|open)$", re.IGNORECASE)

#: What precision a side of a span may be told with, from coarse to fine.
_LEVELS: Final = ("year", "month", "day")


@dataclass(frozen=True, slots=True)
class Understood:
    """What a text means as EDTF. `readings` are two or more where it may mean either; `edtf` has them all."""

    edtf: str
    readings: tuple[str, ...] = ()

    @property
    def date(self) -> EdtfDate:
        return parse(self.edtf)

    @property
    def is_ambiguous(self) -> bool:
        return len(self.readings) > 1

    @property
    def words(self) -> str:
        """The date in words, in the language spoken."""
        if self.is_ambiguous:
            return or_each([date_in_words(parse(text)) for text in self.readings])
        return date_in_words(self.date)


def read_free_date(text: str, *, is_typed: bool = False) -> Understood:
    """What a text means, in EDTF or as people write dates. Raises EdtfError.

    With `is_typed`, a person wrote it: there "1939-41" is 1939 to 1941. Elsewhere EDTF stands as it is.
    """
    text = _MISSING.sub(lambda match: ".." if match[0].strip().lower() == "open" else "", text.strip())
    trap = _TRAP.fullmatch(text) if is_typed else None
    if trap is not None and int(trap[3]) > int(trap[2]):
        years = f"{trap[1]}{trap[2]}/{trap[1]}{trap[3]}"
        # Spring to winter are as common in EDTF as such a span is elsewhere.
        return Understood(years) if int(trap[3]) > 24 else _either(text, [text, years])
    if 0 < len(text) <= _LONGEST:
        try:
            parse(text)
        except EdtfError as error:
            wrong = error
        else:
            # EDTF knows "~1860" as well: one date is told in one way.
            return Understood(re.sub(r"^([~?%])(\d{4})$", r"\2\1", text))
        if text.lower() in NO_DATE:
            raise EdtfError(
                translate("Errors", "“{text}” says no date.").format(text=text),
                translate("Errors", "Leave it empty where there is none."),
            )
        signs = signs_of(text)
        if signs and (found := _span(signs)):
            return _either(text, found)
        for unreal in unchecked_readings_of(signs) if signs else ():
            if unreal:
                parse(unreal)  # raises for a day or month that does not exist, and says so
        # What is EDTF but for a detail is told by its reader, anything else by what may be written.
        if re.fullmatch(r"[-\dXTYZESuxy:+?~%/.,\[\]{}() ]+", text) and not re.search(r"\d[./,]\d", text):
            raise wrong
    shown = text if len(text) <= 60 else f"{text[:59]}…"
    raise EdtfError(
        translate("Errors", "“{text}” is no date that can be read.").format(text=shown),
        translate(
            "Errors",
            "Write a date like 16 July 2018, July 2018, 2018-07-16, 1985, 1980s, about 1500, 44 BC, "
            "before 1900 or 1984–1986.",
        ),
    )


def _either(text: str, readings: list[str]) -> Understood:
    if len(readings) == 1:
        return Understood(readings[0])
    try:
        readings = sorted(readings, key=lambda reading: parse(reading).earliest)
        whole = f"[{','.join(readings)}]"
        dates = [parse(reading) for reading in readings]
        widest = next(
            (
                reading
                for reading, date in zip(readings, dates, strict=True)
                if all(date.earliest <= one.earliest and one.latest <= date.latest for one in dates)
            ),
            "",
        )
        if not widest:
            parse(whole)
    except EdtfError:
        widest = whole = ""
    if not widest and not whole:
        said = or_each([date_in_words(parse(reading)) for reading in readings])
        raise EdtfError(
            translate("Errors", "“{text}” may mean {readings}.").format(text=text, readings=said),
            translate("Errors", "Write the month as a word, and years with four digits."),
        )
    return Understood(widest or whole, tuple(readings))


def _span(signs: str) -> list[str]:
    """The readings of anything: bounds, a stretch, or a single date."""
    found = _bounded(signs) or _qualified(signs) or _several(signs)
    if not found and not signs.startswith(("BEFORE", "AFTER", "BY", "NOTBEFORE", "BETWEEN")):
        found = _stretch(signs)
    return found


def _bounded(signs: str) -> list[str]:
    """ "before 1900", "between 1860 and 1870", "from 1985", "1985 or later"."""
    if match := re.fullmatch(r"BETWEEN (.+?)(?: AND | - | ?– ?|-)(.+)", signs):
        return [_among(start, end) for start, end in _completed(match[1], match[2])][:1]
    if found := readings_of(signs):
        # "66 million years ago", in German "vor …".
        return found if signs.startswith("BEFORE") else []
    if match := re.fullmatch(r"(BEFORE|AFTER|BY|NOTBEFORE) (.+)", signs):
        which, rest = match.groups()
    elif match := re.fullmatch(r"(.+) (BY|NOTBEFORE)", signs):
        rest, which = match.groups()
    elif match := re.fullmatch(r"TO (.+)|(?:FROM )?– ?(.+)", signs):
        return [f"../{_side(text, is_end=True)}" for text in _qualified(match[1] or match[2])]
    elif match := re.fullmatch(r"FROM (.+?)(?: ?[-–])?|([^–]+?) ?[-–]", signs):
        if found := _qualified(match[1] or match[2]):
            return [f"{_side(text, is_end=False)}/.." for text in found]
        return []
    else:
        return []
    return [bound for text in _qualified(rest) if (bound := _limit(which, text))]


def _several(signs: str) -> list[str]:
    """ "1985 or 1987", "18. und 19. Jahrhundert"."""
    match = re.fullmatch(r"([^–]+?) (AND|OR) ([^–]+)", signs)
    if match is None:
        return []
    pairs = _completed(match[1], match[3])
    brackets = "[{},{}]" if match[2] == "OR" else "{{{},{}}}"
    return [brackets.format(*pair) for pair in pairs if "[" not in "".join(pair)]


def _limit(which: str, text: str) -> str:
    date = parse(text)
    qualifier = date.start.qualifier
    level = _level(date.start)
    if which == "BY":
        return f"[..{_instant(date.latest - 1, level)}{qualifier}]"
    if which == "NOTBEFORE":
        return f"[{_instant(date.earliest, level)}{qualifier}..]"
    if which == "BEFORE":
        return f"[..{_instant(date.earliest - 1, level)}{qualifier}]"
    return f"[{_instant(date.latest, level)}{qualifier}..]"


def _level(end: End) -> str:
    if end.precision in ("second", "minute", "hour", "day"):
        return "day"
    return "month" if end.precision in ("month", "season") else "year"


def _instant(seconds: int, level: str) -> str:
    """The year, month or day that an instant lies in."""
    year, month, day, *_ = civil_of(seconds)
    if abs(year) > 9999:
        return f"Y{year}"
    text = f"{'-' if year < 0 else ''}{abs(year):04}"
    if level != "year":
        text += f"-{month:02}"
    return text if level != "day" else f"{text}-{day:02}"


def _among(start: str, end: str) -> str:
    """A date within bounds, both written with the precision of the finer one."""
    first, last = parse(start), parse(end)
    level = max(_level(first.start), _level(last.end), key=_LEVELS.index)
    low = f"{_instant(first.earliest, level)}{first.start.qualifier}"
    return f"[{low}..{_instant(last.latest - 1, level)}{last.end.qualifier}]"


def _qualified(signs: str) -> list[str]:
    """A single date, perhaps about right or uncertain."""
    bare = signs.strip()
    qualifiers = ""
    while True:
        match = re.fullmatch(r"\(? ?([~?]) ?\)? ?:? ?(.+)", bare) or re.fullmatch(
            r"(.+?) ?\(? ?([~?]) ?\)?", bare
        )
        if match is None:
            break
        sign = match[1] if match[1] in "~?" else match[2]
        bare = match[2] if match[1] in "~?" else match[1]
        qualifiers += sign
    found = readings_of(bare)
    sign = "%" if {"~", "?"} <= set(qualifiers) else qualifiers[:1]
    if not sign or not found:
        return found
    if any("T" in text for text in found):
        return []
    return [
        re.sub(r"(?=\.\.|\]$)|(?<=[^\]])$", sign, text) if text[0] == "[" else text + sign for text in found
    ]


def _stretch(signs: str) -> list[str]:
    """From one date to another, of which one may leave out what the other says."""
    if match := _SHORT.fullmatch(signs):
        before, century, year, sign, other, doubt, era = match.groups(default="")
        if not before.strip(" ~?") or before in ("FROM ", "~ ", "? "):
            later = int(other) > int(year)
            if era or not later:
                return []
            start = _qualified(f"{before.replace('FROM ', '')}{century}{year}{sign}")
            end = _qualified(f"{century}{other}{doubt}")
            return [f"{start[0]}/{end[0]}"] if start and end else []
    signs = re.sub(r"^FROM ", "", signs)
    for separator in _SEPARATORS:
        for match in re.finditer(separator, signs):
            left, right = signs[: match.start()].strip(), signs[match.end() :].strip()
            if not left or not right:
                continue
            spans = [
                f"{_side(start, is_end=False)}/{_side(end, is_end=True)}"
                for start, end in _completed(left, right)
            ]
            if spans:
                return list(dict.fromkeys(spans))
    return []


def _completed(left: str, right: str) -> list[tuple[str, str]]:
    """Both ends of a stretch, each with what only the other one says; in order of time."""
    for first, last in _completions(left, right):
        starts, ends = _qualified(first), _qualified(last)
        pairs = [
            (start, end)
            for start in starts
            for end in ends
            if "XXXX" not in start + end
            and parse(start).earliest <= parse(end).earliest
            and parse(start).latest <= parse(end).latest
            and "T" not in start + end
        ]
        if pairs:
            return pairs
    return []


def _completions(left: str, right: str) -> Iterator[tuple[str, str]]:
    lefts, rights = left.split(), right.split()
    yield left, right
    # "12 – 14 June 2018", "June – July 2018", "44 – 40 BC": the end says the rest.
    for dropped in range(1, len(rights)):
        yield " ".join([*lefts, *rights[dropped:]]), right
    # "12.-14.07.2018", "28.12. – 3.1.2019"
    numbers = re.match(r"\d{1,2}\.(\d{1,2}\.\d{4}.*)", right)
    if numbers is not None:
        yield f"{left.rstrip('.')}.{numbers[1]}", right
        yield f"{left.rstrip('.')}.{right.rpartition('.')[2]}", right
    # "July 12 – 14 2018": the start has the month, the end the year.
    for kept in range(len(lefts) - 1, 0, -1):
        whole = " ".join([*lefts[:kept], *rights])
        for dropped in range(1, len(rights)):
            yield " ".join([*lefts, *rights[dropped:]]), whole
        yield left, whole
    # "12 June 2018 – 14 July": the start has the year.
    for dropped in range(1, len(lefts)):
        yield left, " ".join([*rights, *lefts[dropped:]])
    # "1960s–70s"
    if re.fullmatch(r"\d0S", right) and (match := re.search(r"(\d\d)\d0S$", left)):
        yield left, match[1] + right


def _side(text: str, *, is_end: bool) -> str:
    """A date as one end of a stretch: of one within bounds, the bound on that side."""
    if not text.startswith("["):
        return text
    first, _, last = text.strip("[]").partition("..")
    return last if is_end else first


class AmbiguousDateError(EdtfError):
    """A text may mean two dates, where nobody can be asked which."""


def date_of(text: str) -> EdtfDate:
    """The one date that a text means. Raises EdtfError, AmbiguousDateError where it may mean two."""
    return parse(edtf_of(text))


def edtf_of(text: str) -> str:
    """The one date that a text means, in EDTF. Raises EdtfError, AmbiguousDateError where it may mean two."""
    understood = read_free_date(text)
    if understood.is_ambiguous:
        raise ambiguity(text, understood)
    return understood.edtf


def ambiguity(text: str, understood: Understood) -> AmbiguousDateError:
    """What to say of a text that may mean two dates."""
    return AmbiguousDateError(
        translate("Errors", "“{text}” may mean {readings}.").format(text=text, readings=understood.words),
        translate("Errors", "Write {dates}.").format(dates=with_or(understood.readings)),
    )


def bound_of(text: str, *, is_end: bool) -> str:
    """What a text means as the first or the last date of a stretch, in EDTF. Raises EdtfError.

    Of a stretch, as "12–14 June 2018", it is the bound on that side; of several dates all of them.
    """
    edtf = edtf_of(text)
    if edtf.count("/") == 1:
        first, _, last = edtf.partition("/")
        return last if is_end else first
    return edtf
