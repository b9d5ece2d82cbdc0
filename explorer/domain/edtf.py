"""EDTF text read into an interval of int seconds: `parse` is what importers, storage and the CLI call.

Level 0 and 1 of the Library of Congress specification and, of level 2, sets, unspecified digits, exponential
years, significant digits, sub-year groupings and qualification of parts. docs/EDTF.md lists the choices.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from explorer.domain.calendar import MEAN_YEAR_SECONDS, civil_of
from explorer.domain.edtf_parts import (
    PRECISIONS,
    EdtfError,
    End,
    day_bounds,
    offset_of,
    read_date,
)
from explorer.domain.interval import BEGINNING, FOREVER
from explorer.domain.tongue import translate

__all__ = ["PRECISIONS", "EdtfDate", "EdtfError", "End", "Form", "offset_of", "parse", "stored"]

Form = Literal["date", "interval", "one of", "all of"]


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as written, and where it lies: the half-open [earliest, latest) in seconds from 1970.

    A single date and a one-of set have start == end. `members` are the parts of a set in the order
    written; a range such as 1670..1672 in a set is a member whose form is "interval".
    """

    text: str
    start: End
    end: End
    form: Form = "date"
    members: tuple["EdtfDate", ...] = ()

    @property
    def earliest(self) -> int:
        """First second that the date may cover, BEGINNING when its start is open or unknown."""
        return self.start.earliest

    @property
    def latest(self) -> int:
        """The second after the last that the date may cover, FOREVER when its end is open or unknown."""
        return self.end.latest


def parse(text: str) -> EdtfDate:
    """The date that the text writes in EDTF; blanks around it are ignored.

    A plain YYYY-MM-DD takes a short cut, since files hold millions of them. Raises EdtfError.
    """
    if len(text) == 10 and text[4] == text[7] == "-" and text.isascii():
        year, month, day = text[:4], text[5:7], text[8:]
        if year.isdigit() and month.isdigit() and day.isdigit():
            end = End(*day_bounds(int(year), int(month), int(day), text), "day")
            return EdtfDate(text, end, end)
    text = text.strip()
    if text[:1] in ("[", "{"):
        return _read_set(text)
    if text.count("/") == 1:
        return _read_interval(text)
    end = read_date(text)
    return EdtfDate(text, end, end)


def stored(start: str, end: str | None = None) -> tuple[EdtfDate, EdtfDate | None]:
    """The dates of an event as a database keeps them: its start and, where it has one, its end.

    With an open end it is one interval. What is no EDTF is some day of an unknown year: `detente check`
    names such dates.
    """
    if not end:
        return _readable(start), None
    if "" in (start, end) or ".." in (start, end):
        # An open end is placed by the other one: only the interval says where.
        return _readable(f"{start}/{end}"), None
    return _readable(start), _readable(end)


def _readable(text: str) -> EdtfDate:
    try:
        return parse(text)
    except EdtfError:
        return parse("XXXX")


def _read_interval(text: str) -> EdtfDate:
    if "T" in text:
        raise EdtfError(
            translate("Errors", "“{text}” is an interval with a time of day.").format(text=text),
            translate("Errors", "Intervals in EDTF run from date to date: leave out the times."),
        )
    return _span(text, *text.split("/"))


#: What an end that is missing was called once.
_NO_ENDS: Final = {"unknown": "", "open": ".."}


def _span(text: str, start_text: str, end_text: str) -> EdtfDate:
    """The interval between two dates, each of which may be missing: '..' is open, '' is unknown."""
    if {start_text.lower(), end_text.lower()} & _NO_ENDS.keys():
        ends = [_NO_ENDS.get(side.lower(), side) for side in (start_text, end_text)]
        raise EdtfError(
            translate("Errors", "“{shown}” is not a date in EDTF.").format(shown=text),
            translate("Errors", "If that is what you mean, write {date}.").format(date="/".join(ends)),
        )
    start = None if start_text in ("", "..") else read_date(start_text)
    end = None if end_text in ("", "..") else read_date(end_text)
    if start and end and end.latest <= start.earliest:
        raise EdtfError(
            translate("Errors", "“{text}” ends before it starts.").format(text=text),
            translate("Errors", "Write the earlier date first."),
        )
    # A missing end lies somewhere on its own side of the other end.
    first = start or _missing(start_text, BEGINNING, end.latest if end else FOREVER)
    last = end or _missing(end_text, start.earliest if start else BEGINNING, FOREVER)
    return EdtfDate(text, first, last, "interval")


def _missing(text: str, earliest: int, latest: int) -> End:
    return End(earliest, latest, "", text, is_open=text == "..", is_unknown=text == "")


_SET = re.compile(r"\[([^][{}]+)\]|\{([^][{}]+)\}")


def _read_set(text: str) -> EdtfDate:
    match = _SET.fullmatch(text)
    if match is None:
        raise EdtfError(
            translate("Errors", "“{text}” is not a set of dates.").format(text=text),
            translate("Errors", "Write [1667,1668] for one of them, {1667,1668} for all."),
        )
    form: Form = "one of" if match[1] else "all of"
    members = tuple(_read_member(part.strip(), text) for part in (match[1] or match[2]).split(","))
    first = min(members, key=lambda member: member.earliest)
    last = max(members, key=lambda member: member.latest)
    if form == "all of":
        return EdtfDate(text, first.start, last.end, form, members)
    ends = [end for member in members for end in (member.start, member.end)]
    whole = End(
        first.earliest,
        last.latest,
        max((end.precision for end in ends if end.precision), key=PRECISIONS.index),
        _joint_qualifier({end.qualifier for end in ends}),
        is_open=any(end.is_open for end in ends),
    )
    return EdtfDate(text, whole, whole, form, members)


def _joint_qualifier(qualifiers: set[str]) -> str:
    if "%" in qualifiers or {"?", "~"} <= qualifiers:
        return "%"
    return "?" if "?" in qualifiers else "~" if "~" in qualifiers else ""


def _read_member(text: str, whole: str) -> EdtfDate:
    start, dots, end = text.partition("..")
    if not dots:
        date = read_date(text)
        return EdtfDate(text, date, date)
    if not start and not end:
        raise EdtfError(
            translate("Errors", "“{whole}” has a range without a date.").format(whole=whole),
            translate("Errors", "Write a date beside the two dots: [..1760]."),
        )
    span = _span(text, start.strip() or "..", end.strip() or "..")
    if start and end and span.start.precision != span.end.precision:
        raise EdtfError(
            translate("Errors", "“{text}” is a range between dates of different precision.").format(
                text=text
            ),
            translate("Errors", "Write both as years, as months or as days."),
        )
    return span


def text_of_day(seconds: int) -> str:
    """The EDTF text of the day that holds an instant; of its year where EDTF writes no days (beyond 9999)."""
    # Beyond these no year is read.
    seconds = min(max(seconds, BEGINNING + 2 * MEAN_YEAR_SECONDS), FOREVER - 2 * MEAN_YEAR_SECONDS)
    year, month, day, *_ = civil_of(seconds)
    if abs(year) > 9999:
        return f"Y{year}"
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{day:02}"
