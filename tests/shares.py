"""What share of a property's cases could have failed it: a property that nothing can break proves nothing."""

from collections.abc import Callable, Generator
from contextlib import contextmanager

from hypothesis import event


@contextmanager
def biting(least: float) -> Generator[Callable[[object], None]]:
    """Gives a function that is told of each case whether it bites; at least that share of all must have.

    `pytest --hypothesis-show-statistics` lists the shares.
    """
    told: list[bool] = []

    def tell(bites: object) -> None:
        told.append(bool(bites))
        event("bites" if bites else "is idle")

    yield tell
    assert told
    share = sum(told) / len(told)
    assert share >= least, f"only {share:.0%} of {len(told)} cases bite"
