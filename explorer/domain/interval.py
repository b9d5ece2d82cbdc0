"""Half-open stretches of time in seconds, the one currency of everything that is drawn or filtered."""

from dataclasses import dataclass

#: Bounds of all time: 73 billion years either side of 1970, so that differences still fit an int64.
BEGINNING = -(2**61)
FOREVER = 2**61


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """The time from `start` up to but not including `end`, in seconds from 1970 (proleptic Gregorian).

    Raises ValueError when it would hold nothing. An instant is no second kind of thing: a date is
    the interval it names, "1969" is all of 1969.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"an interval needs start < end, not [{self.start}, {self.end})")

    @property
    def length(self) -> int:
        """Seconds between the ends, at least 1."""
        return self.end - self.start

    @property
    def middle(self) -> int:
        return self.start + self.length // 2

    def overlaps(self, other: "Interval") -> bool:
        """True when both share at least one second."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Interval") -> bool:
        return self.start <= other.start and other.end <= self.end

    def holds(self, instant: int) -> bool:
        return self.start <= instant < self.end

    def shifted(self, seconds: int) -> "Interval":
        return Interval(self.start + seconds, self.end + seconds)

    def padded(self, share: float) -> "Interval":
        """This interval with `share` of its length added at either end."""
        extra = max(1, round(self.length * share))
        return Interval(self.start - extra, self.end + extra)
