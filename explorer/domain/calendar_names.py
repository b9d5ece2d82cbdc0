"""What people call months, days of the week, parts of a year, eras and lengths, in the language spoken.

domain/words.py makes dates of them, domain/distance.py distances, layout/ticks.py the labels of the axis.
"""

from typing import Final, Literal, TypeAlias

from explorer.domain.tongue import counted, localised, mark, translate

_MONTHS: Final = (
    mark("Dates", "January"),
    mark("Dates", "February"),
    mark("Dates", "March"),
    mark("Dates", "April"),
    mark("Dates", "May"),
    mark("Dates", "June"),
    mark("Dates", "July"),
    mark("Dates", "August"),
    mark("Dates", "September"),
    mark("Dates", "October"),
    mark("Dates", "November"),
    mark("Dates", "December"),
)
_SHORT_MONTHS: Final = (
    mark("Dates", "Jan", "short"),
    mark("Dates", "Feb", "short"),
    mark("Dates", "Mar", "short"),
    mark("Dates", "Apr", "short"),
    mark("Dates", "May", "short"),
    mark("Dates", "Jun", "short"),
    mark("Dates", "Jul", "short"),
    mark("Dates", "Aug", "short"),
    mark("Dates", "Sep", "short"),
    mark("Dates", "Oct", "short"),
    mark("Dates", "Nov", "short"),
    mark("Dates", "Dec", "short"),
)
_WEEKDAYS: Final = (
    mark("Dates", "Monday"),
    mark("Dates", "Tuesday"),
    mark("Dates", "Wednesday"),
    mark("Dates", "Thursday"),
    mark("Dates", "Friday"),
    mark("Dates", "Saturday"),
    mark("Dates", "Sunday"),
)
_SHORT_WEEKDAYS: Final = (
    mark("Dates", "Mon", "short"),
    mark("Dates", "Tue", "short"),
    mark("Dates", "Wed", "short"),
    mark("Dates", "Thu", "short"),
    mark("Dates", "Fri", "short"),
    mark("Dates", "Sat", "short"),
    mark("Dates", "Sun", "short"),
)

SEASONS: Final = (
    mark("Dates", "spring"),
    mark("Dates", "summer"),
    mark("Dates", "autumn"),
    mark("Dates", "winter"),
)

#: By EDTF's number.
PARTS_OF_YEAR: Final = {
    33: mark("Dates", "first quarter"),
    34: mark("Dates", "second quarter"),
    35: mark("Dates", "third quarter"),
    36: mark("Dates", "fourth quarter"),
    37: mark("Dates", "first third"),
    38: mark("Dates", "second third"),
    39: mark("Dates", "third third"),
    40: mark("Dates", "first half"),
    41: mark("Dates", "second half"),
}

#: A number of years, of millions or billions of years, in an era.
ERAS: Final = {
    (1, "CE"): mark("Dates", "{n} CE"),
    (1, "BCE"): mark("Dates", "{n} BCE"),
    (10**6, "CE"): mark("Dates", "{n} million CE"),
    (10**6, "BCE"): mark("Dates", "{n} million BCE"),
    (10**9, "CE"): mark("Dates", "{n} billion CE"),
    (10**9, "BCE"): mark("Dates", "{n} billion BCE"),
}

#: So many years on end, in an era or in that of today.
WHOLES: Final = {
    (100, ""): mark("Dates", "the {nth} century"),
    (100, "CE"): mark("Dates", "the {nth} century CE"),
    (100, "BCE"): mark("Dates", "the {nth} century BCE"),
    (1000, ""): mark("Dates", "the {nth} millennium"),
    (1000, "CE"): mark("Dates", "the {nth} millennium CE"),
    (1000, "BCE"): mark("Dates", "the {nth} millennium BCE"),
}

Unit: TypeAlias = Literal["year", "month", "day", "hour", "minute", "second"]

_LENGTHS: Final[dict[Unit, tuple[str, str]]] = {
    "year": (mark("Dates", "{n} year"), mark("Dates", "{n} years")),
    "month": (mark("Dates", "{n} month"), mark("Dates", "{n} months")),
    "day": (mark("Dates", "{n} day"), mark("Dates", "{n} days")),
    "hour": (mark("Dates", "{n} hour"), mark("Dates", "{n} hours")),
    "minute": (mark("Dates", "{n} minute"), mark("Dates", "{n} minutes")),
    "second": (mark("Dates", "{n} second"), mark("Dates", "{n} seconds")),
}


def month_name(month: int, *, is_short: bool = False) -> str:
    """The month of that number, from 1: "July", or "Jul"."""
    if is_short:
        return translate("Dates", _SHORT_MONTHS[month - 1], "short")
    return translate("Dates", _MONTHS[month - 1])


def weekday_name(day: int, *, is_short: bool = False) -> str:
    """The day of the week of that number, from 0 for Monday."""
    if is_short:
        return translate("Dates", _SHORT_WEEKDAYS[day], "short")
    return translate("Dates", _WEEKDAYS[day])


def length_of(count: int, unit: Unit) -> str:
    """So many of a unit: "1 day", "39 years", "4.5 billion years"."""
    if unit == "year" and count >= 10**9:
        return translate("Dates", "{n} billion years").format(n=localised(f"{count / 10**9:.3g}"))
    if unit == "year" and count >= 10**6:
        return translate("Dates", "{n} million years").format(n=localised(f"{count / 10**6:.3g}"))
    one, many = _LENGTHS[unit]
    return counted(count, translate("Dates", one), translate("Dates", many))
