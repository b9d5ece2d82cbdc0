"""Calendar ticks in two rows for any window from minutes to billions of years, always on true boundaries."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from explorer.domain.calendar import REFORM, SECONDS_PER_DAY, civil_of, days_from_civil, seconds_of, weekday
from explorer.domain.calendar_names import month_name, weekday_name
from explorer.domain.interval import Interval
from explorer.domain.tongue import localised, mark, translate
from explorer.layout.scale import TimeScale

#: Width in pixels of a label, bold (upper row) or not.
Measure: TypeAlias = Callable[[str, bool], float]

#: Pixels kept free between two labels of one row, and between two lines without labels.
_LABEL_ROOM = 12.0
_LINE_ROOM = 7.0
#: The same for labels under a strip, and years that must find room there for finer ticks than years.
_STRIP_ROOM = 26.0
_CLOSE = 4.0

_YEAR = 31_556_952

#: Years in millions and billions, of our era or before.
_LARGE = {
    (10**9, False): mark("Axis", "{n} billion"),
    (10**9, True): mark("Axis", "{n} billion BCE"),
    (10**6, False): mark("Axis", "{n} million"),
    (10**6, True): mark("Axis", "{n} million BCE"),
}


@dataclass(frozen=True, slots=True)
class Tick:
    """A calendar boundary: its second, its pixel, and its label ("" draws only the line)."""

    time: int
    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Ticks:
    """The upper row (years, or the months and days above finer ones) and the lower row.

    `pinned` names what the left edge lies in when no upper tick stands there: the year stays readable.
    """

    upper: tuple[Tick, ...]
    lower: tuple[Tick, ...]
    pinned: str


@dataclass(frozen=True, slots=True)
class _Step:
    """One rung of the ladder: `unit` × `count`, about `seconds` long, under the unit named `above`."""

    unit: str
    count: int
    seconds: float
    above: str
    sample: str
    # The sample's note for translators; "" for what is the same in every language.
    note: str = ""


_MONTH = "the widest short month, to measure by"
_QUARTER = "the widest of January, April, July and October in short, to measure by"
_LADDER = (
    *(_Step("second", n, n, "day", "00:00:00") for n in (1, 5, 15, 30)),
    *(_Step("minute", n, n * 60, "day", "00:00") for n in (1, 5, 15, 30)),
    *(_Step("hour", n, n * 3600, "day", "00:00") for n in (1, 3, 6, 12)),
    _Step("day", 1, 86_400, "month", "30"),
    _Step("week", 1, 7 * 86_400, "month", "30"),
    _Step(
        "month", 1, 28 * 86_400, "year", mark("Axis", "Mar", "the widest short month, to measure by"), _MONTH
    ),
    _Step(
        "month",
        3,
        90 * 86_400,
        "year",
        mark("Axis", "Mar", "the widest of January, April, July and October in short, to measure by"),
        _QUARTER,
    ),
)


def ticks(scale: TimeScale, measure: Measure) -> Ticks:
    """The ticks of a window: no two labels of a row overlap, and every tick is a calendar boundary."""
    per_px = scale.seconds_per_px
    for step in _LADDER:
        sample = translate("Axis", step.sample, step.note) if step.note else step.sample
        if step.seconds / per_px >= measure(sample, False) + _LABEL_ROOM:
            # The unit above needs room for its own labels too; a month of days has it, days of hours may not.
            lower = _placed(
                scale, _boundaries(scale, step.unit, step.count), lambda t, s=step: _label(s.unit, t)
            )
            upper = _placed(
                scale, _boundaries(scale, step.above, 1), lambda t, s=step: _label_above(s.above, t)
            )
            upper = _thinned(upper, scale, measure, bold=True)
            pinned = _label_above(step.above, scale.to_time(0.0))
            return Ticks(upper, _thinned(lower, scale, measure, bold=False), pinned)
    return _year_ticks(scale, measure)


def _year_ticks(scale: TimeScale, measure: Measure) -> Ticks:
    count = 1
    while True:
        labels = [year_label(civil_of(scale.to_time(px))[0], count) for px in (0.0, scale.width)]
        room = max(measure(label, True) for label in labels) + 2 * _LABEL_ROOM
        if scale.gaps:
            # Between breaks there may be few years: they are tried closer, and thinned where they touch.
            room /= 3
        if count * _YEAR / scale.seconds_per_px >= room:
            break
        count = _next_count(count)
    upper = _placed(scale, _years(scale, count), lambda t: year_label(civil_of(t)[0], count))
    fine = next((n for n in _divisions(count) if n * _YEAR / scale.seconds_per_px >= _LINE_ROOM), 0)
    lower = _placed(scale, _years(scale, fine), lambda _: "") if fine else ()
    pinned = year_label(civil_of(scale.to_time(0.0))[0], count)
    return Ticks(_dated(_thinned(upper, scale, measure, bold=True), count, scale, measure), lower, pinned)


def strip_ticks(scale: TimeScale, width_of: Callable[[str], float]) -> tuple[Tick, ...]:
    """Labelled ticks for a strip with collapsed gaps, where each label stands centred under its tick.

    Years of one step, as evenly as in a strip without gaps: pixels last as long everywhere but in a gap. A
    stretch that none of them falls into has a year of its own, the one next to its middle that finds room.
    """
    per_year, count = _YEAR / scale.seconds_per_px, 1
    while count * per_year < _widest(scale, count, width_of) + _STRIP_ROOM:
        count = _next_count(count)
    if count == 1 and per_year > _CLOSE * (_widest(scale, count, width_of) + _STRIP_ROOM):
        found = ticks(scale, lambda text, _: 1.6 * width_of(text) + 30).upper
        return tuple(tick for tick in found if tick.label and _is_inside(tick, scale, width_of))

    def years(step: int, stretch: Interval) -> list[Tick]:
        times = [time for time in _years(scale, step) if stretch.start <= time <= stretch.end]
        placed = _placed(scale, times, lambda t: year_label(civil_of(t)[0], step))
        return [tick for tick in placed if _is_inside(tick, scale, width_of)]

    def clash(one: Tick, other: Tick) -> bool:
        return abs(one.x - other.x) < (width_of(one.label) + width_of(other.label)) / 2 + _LABEL_ROOM

    parts = [years(count, stretch) for stretch in scale.stretches]
    for number in range(1, len(parts)):
        before = next((part for part in reversed(parts[:number]) if part), list[Tick]())
        while before and parts[number] and clash(before[-1], parts[number][0]):
            # The one that its stretch can do without.
            if len(parts[number]) == 1 < len(before):
                before.pop()
            else:
                parts[number].pop(0)
    for number, stretch in enumerate(scale.stretches):
        if not parts[number]:
            middle = scale.to_px([stretch.start, stretch.end]).mean()
            own = sorted(years(1, stretch), key=lambda tick: abs(tick.x - middle))
            others = [tick for part in parts for tick in part]
            fitting = (tick for tick in own if not any(clash(tick, other) for other in others))
            parts[number] = list(islice(fitting, 1))
    return tuple(tick for part in parts for tick in part)


def _widest(scale: TimeScale, count: int, width_of: Callable[[str], float]) -> float:
    return max(width_of(year_label(civil_of(scale.to_time(px))[0], count)) for px in (0.0, scale.width))


def _is_inside(tick: Tick, scale: TimeScale, width_of: Callable[[str], float]) -> bool:
    """Whether a label centred under its tick stays within the strip."""
    half = width_of(tick.label) / 2
    return half <= tick.x <= scale.width - half


def _dated(found: tuple[Tick, ...], count: int, scale: TimeScale, measure: Measure) -> tuple[Tick, ...]:
    """The same ticks, and a year of a closer step in each stretch between gaps that has none with a label.

    Pixels beyond a gap say nothing of when they are: it is not their distance from the last label.
    """
    if not scale.gaps:
        return found
    dated = {tick.time: tick for tick in found}
    for stretch in scale.stretches:
        low, high = scale.to_px([stretch.start, stretch.end]).tolist()
        high = min(high, scale.width)

        def fits(tick: Tick, low: float = low, high: float = high) -> bool:
            return bool(tick.label) and low <= tick.x and tick.x + measure(tick.label, True) < high

        if any(fits(tick) for tick in found):
            continue
        for step in _closer(count, scale):
            times = [time for time in _years(scale, step) if stretch.start <= time <= stretch.end]
            ours = _placed(scale, times, lambda t, n=step: year_label(civil_of(t)[0], n))
            ours = _thinned(tuple(filter(fits, ours)), scale, measure, bold=True)
            if ours:
                # One that goes beyond the right edge would touch them.
                dated |= {tick.time: Tick(tick.time, tick.x, "") for tick in found if low <= tick.x <= high}
                dated |= {tick.time: tick for tick in ours if tick.label}
                break
    return tuple(dated[time] for time in sorted(dated))


def _closer(count: int, scale: TimeScale) -> list[int]:
    """The steps of years below one, the widest first, as far as pixels tell them apart."""
    steps = [1]
    while steps[-1] < count:
        steps.append(_next_count(steps[-1]))
    return [step for step in reversed(steps[:-1]) if step * _YEAR / scale.seconds_per_px >= 1]


def year_label(year: int, count: int = 1) -> str:
    """An astronomical year as historians write it: 2018, 44 BCE for -43, "13.8 billion BCE"."""
    number, is_before = (year, False) if year > 0 else (1 - year, True)
    for size in (10**9, 10**6):
        if number >= size and count * 100 >= size:
            # A label must tell neighbours apart: as many decimals as the step asks for.
            decimals = max(0, len(str(size // max(1, min(count, size)))) - 1)
            value = f"{number / size:,.{decimals}f}"
            value = value.rstrip("0").rstrip(".") if "." in value else value
            return translate("Axis", _LARGE[size, is_before]).format(n=localised(value))
    shown = localised(f"{number:,}") if number >= 10_000 else str(number)
    return translate("Axis", "{year} BCE").format(year=shown) if is_before else shown


def _next_count(count: int) -> int:
    lead = int(str(count)[0])
    return count * 5 // 2 if lead == 2 else count * 2


def _divisions(count: int) -> Iterator[int]:
    """The steps that divide a step of years, finest first."""
    for parts in (10, 5, 4, 2):
        if count % parts == 0:
            yield count // parts


def _years(scale: TimeScale, count: int) -> Iterator[int]:
    """The first seconds of every `count`th year; before the common era 100 BCE is round, not year -100."""
    for stretch in scale.stretches:
        first, last = civil_of(stretch.start)[0], civil_of(stretch.end)[0]
        for number in range(first // count - 1, last // count + 2):
            year = number * count
            if year <= 0 and count > 1:
                # Year 0 is 1 BCE: the round year k·count BCE is 1 - k·count. The turn of the era itself is 1.
                year = 1 + year
            if first - 1 <= year <= last + 1:
                yield seconds_of(year)


def _boundaries(scale: TimeScale, unit: str, count: int) -> Iterator[int]:
    if unit == "year":
        yield from _years(scale, 1)
        return
    for stretch in scale.stretches:
        yield from _within(stretch, unit, count)


def _within(stretch: Interval, unit: str, count: int) -> Iterator[int]:
    start, end = stretch.start, stretch.end
    if unit == "month":
        year, month, *_ = civil_of(start)
        number = (year * 12 + month - 1) // count * count
        while (time := seconds_of(number // 12, number % 12 + 1)) <= end:
            yield time
            number += count
    elif unit in ("day", "week"):
        day = start // SECONDS_PER_DAY
        step = 7 if unit == "week" else 1
        day -= weekday(day) if unit == "week" else 0
        while day * SECONDS_PER_DAY <= end:
            yield day * SECONDS_PER_DAY
            day += step
    else:
        step = count * {"second": 1, "minute": 60, "hour": 3600}[unit]
        yield from range(start // step * step, end + 1, step)


def _placed(scale: TimeScale, times: Iterable[int], label: Callable[[int], str]) -> tuple[Tick, ...]:
    found = [time for time in times if scale.window.start <= time <= scale.window.end]
    if scale.gaps:
        # Stretches on either side of a gap may both name a boundary near it.
        found = sorted({t for t in found if not any(gap.start < t < gap.end for gap in scale.gaps)})
    if not found:
        return ()
    pixels = scale.to_px(found).tolist()
    return tuple(Tick(time, x, label(time)) for time, x in zip(found, pixels, strict=True))


def _thinned(found: tuple[Tick, ...], scale: TimeScale, measure: Measure, *, bold: bool) -> tuple[Tick, ...]:
    """The same ticks, without labels that would touch the one before or stand in a collapsed gap."""
    free = float("-inf")
    kept: list[Tick] = []
    for tick in found:
        end = tick.x + measure(tick.label, bold)
        if tick.label and (
            tick.x < free or any(low < end and high > tick.x for low, high in scale.gap_pixels)
        ):
            kept.append(Tick(tick.time, tick.x, ""))
            continue
        if tick.label:
            free = end + _LABEL_ROOM
        kept.append(tick)
    return tuple(kept)


def _label(unit: str, time: int) -> str:
    _, month, day, hour, minute, second = civil_of(time)
    if unit == "second":
        return f"{hour:02}:{minute:02}:{second:02}"
    if unit in ("minute", "hour"):
        return f"{hour:02}:{minute:02}"
    return str(day) if unit in ("day", "week") else month_name(month, is_short=True)


def _label_above(unit: str, time: int) -> str:
    year, month, day, *_ = civil_of(time)
    if unit == "year":
        return year_label(year)
    if unit == "month":
        return translate("Axis", "{month} {year}").format(month=month_name(month), year=year_label(year))
    if time < REFORM:
        # No day of the week that people knew then.
        said = translate("Axis", "{day} {month} {year}")
        return said.format(day=day, month=month_name(month), year=year_label(year))
    name = weekday_name(weekday(days_from_civil(year, month, day)), is_short=True)
    said = translate("Axis", "{weekday} {day} {month} {year}")
    return said.format(weekday=name, day=day, month=month_name(month), year=year_label(year))
