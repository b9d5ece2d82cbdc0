"""Years, months and days in words: what domain/words.py and domain/unspecified.py make dates of.

Year 0 is never shown: -43 is 44 BCE.
"""

from explorer.domain.calendar_names import ERAS, month_name
from explorer.domain.tongue import localised, translate


def year_in_words(year: int) -> str:
    """The astronomical year as people number it: 1985, "44 BCE" for -43, "800 CE", "13.8 billion BCE"."""
    return _numbered(counted_year(year), "CE" if year > 0 else "BCE")


def counted_year(year: int) -> int:
    """The number of the year within its era."""
    if year > 0:
        return year
    # Whoever writes Y-17E7 means 170 million BCE, not the 170,000,001 BCE of strict counting.
    return -year if is_round(-year) else 1 - year


def is_round(number: int) -> bool:
    """Whether the number of years reads well in millions or billions, with at most three decimals."""
    return number >= 10**6 and number % (10**6 if number >= 10**9 else 10**3) == 0


def _numbered(number: int, era: str) -> str:
    if is_round(number):
        unit = 10**9 if number >= 10**9 else 10**6
        decimals = f"{number % unit * 1000 // unit:03}".rstrip("0")
        shown = localised(f"{number // unit:,}{'.' if decimals else ''}{decimals}")
        return translate("Dates", ERAS[unit, era]).format(n=shown)
    shown = localised(f"{number:,}") if number > 9999 else str(number)
    if era == "CE" and 1000 <= number <= 9999:
        return shown
    return translate("Dates", ERAS[1, era]).format(n=shown)


def rounded_year(year: int, years_per_pixel: float) -> str:
    """The year to the nearest power of ten that a pixel still resolves, counted as people count."""
    step = 1
    while step * 10 <= years_per_pixel:
        step *= 10
    number, era = (year, "CE") if year > 0 else (1 - year, "BCE")
    return _numbered(max(1, (number + step // 2) // step * step), era)


def day_in_words(day: int, month: int, year: int, *, is_short: bool, leaves: str = "") -> str:
    if leaves == "month":
        return translate("Dates", "{day}", "a day alone, as the first of 19–21 November").format(day=day)
    name = month_name(month, is_short=is_short)
    if leaves == "year":
        return translate("Dates", "{day} {month}").format(day=day, month=name)
    said = translate("Dates", "{day} {month} {year}")
    return said.format(day=day, month=name, year=year_in_words(year))


def month_in_words(month: int, year: int, *, is_short: bool, leaves: str = "") -> str:
    name = month_name(month, is_short=is_short)
    if leaves == "year":
        return name
    return translate("Dates", "{month} {year}").format(month=name, year=year_in_words(year))


def ordinal(number: int) -> str:
    ending = 0 if 10 <= number % 100 <= 20 else number % 10
    if ending == 1:
        return translate("Dates", "{n}st").format(n=number)
    if ending == 2:
        return translate("Dates", "{n}nd").format(n=number)
    if ending == 3:
        return translate("Dates", "{n}rd").format(n=number)
    return translate("Dates", "{n}th").format(n=number)
