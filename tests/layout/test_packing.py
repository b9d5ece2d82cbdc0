"""No two marks of a row touch, and a lower limit of rows only cuts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.packing import LABEL_GAP, Placed, Side, pack, share_rows

marks = st.lists(
    st.tuples(
        st.floats(0, 3000),
        st.one_of(st.just(14.0), st.floats(14, 400)),
        st.one_of(st.just(0.0), st.floats(20, 230)),
    ),
    max_size=60,
)


def _packed(
    given_marks: list[tuple[float, float, float]], rows: int
) -> tuple[list[float], list[float], list[float], Placed]:
    left = [x for x, _, _ in given_marks]
    right = [x + width for x, width, _ in given_marks]
    labels = [label for *_, label in given_marks]
    return left, right, labels, pack(left, right, labels, range(len(left)), rows)


@given(marks, st.integers(1, 8))
def test_no_two_stretches_of_a_row_overlap(given_marks: list[tuple[float, float, float]], rows: int) -> None:
    left, right, labels, placed = _packed(given_marks, rows)
    for row in range(rows):
        taken: list[tuple[float, float]] = []
        for i in (i for i, at in enumerate(placed.rows) if at == row):
            low, high = left[i], right[i]
            if placed.sides[i] is Side.RIGHT:
                high += LABEL_GAP + labels[i]
            elif placed.sides[i] is Side.LEFT:
                low -= LABEL_GAP + labels[i]
            taken.append((low, high))
        for before, after in pairwise(sorted(taken)):
            assert before[1] <= after[0]
    assert all(-1 <= row < rows for row in placed.rows)


@given(marks, st.integers(1, 7))
def test_rows_of_labelled_marks_do_not_depend_on_the_limit(
    given_marks: list[tuple[float, float, float]], rows: int
) -> None:
    *_, few = _packed(given_marks, rows)
    *_, many = _packed(given_marks, 8)
    for i, (row, side) in enumerate(zip(many.rows, many.sides, strict=True)):
        if side is not Side.NONE and row < rows:
            assert (few.rows[i], few.sides[i]) == (row, side)


@given(st.lists(st.integers(0, 8), max_size=20), st.floats(0, 2000))
def test_rows_are_shared_within_what_is_wanted(wanted: list[int], available: float) -> None:
    shared = share_rows(wanted, available, 16.0, 24.0)
    assert all(min(2, want) <= got <= want for want, got in zip(wanted, shared, strict=True))
