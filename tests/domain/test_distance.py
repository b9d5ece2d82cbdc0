"""How far apart events lie: in words by a table, in numbers and in what lies between against brute force."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.distance import Span, apart_in_words, between, distance
from explorer.domain.edtf import EdtfDate, parse
from tests.layout.indexes import index_of


def _dates(text: str) -> tuple[EdtfDate, EdtfDate | None]:
    start, _, end = text.partition(" to ")
    return parse(start), parse(end) if end else None


@pytest.mark.parametrize(
    ("own", "other", "words"),
    [
        ("2018-07-16", "2018-06-19", "27 days after X"),
        ("2018-06-19", "2018-07-16", "27 days before X"),
        ("2018-06-20", "2018-06-19", "1 day after X"),
        ("2018-04", "2018-03-29", "between 3 and 32 days after X"),
        ("2020-10-16", "2018-07-16", "823 days (about 2 years and 3 months) after X"),
        ("2020-10", "2018-07", "between about 2 years and 2 months and 2 years and 4 months after X"),
        ("2018-07-16", "2018-07-16", "on the same day as X"),
        ("2018-07", "2018-07", "perhaps at the same time as X, at most 30 days apart"),
        ("2019-02~", "2018-07-16", "about 7 months after X"),
        ("2018-07-16?", "2018-07-06", "perhaps 10 days after X"),
        ("2018", "2016", "between about 1 year and 3 years after X"),
        ("2018", "2017-01 to 2020", "between about 11 months and 2 years after X began, while it lasted"),
        ("2018-01-01 to 2018-01-05", "2018-01-03 to 2018-02", "begun 2 days before X, and lasting into it"),
        ("2018-01-03", "2018-01-03 to 2018-01-09", "begun on the same day as X"),
        ("2018-01-12", "2018-01-05 to 2018-01-09", "3 days after X ended"),
        ("2018-01-05 to 2018-01-09", "2018-01-12", "ended 3 days before X"),
        ("2018-01-01", "2018-01-05 to 2018-01-09", "4 days before X began"),
        ("2019-01-05/..", "2019", "perhaps at the same time as X, at most 360 days (about 1 year) apart"),
        ("../..", "2017", "how far from X is not known"),
        ("2019-01-05", "../2018-12-31", "5 days after X ended"),
        ("1941", "2020", "between about 78 years and 80 years before X"),
        ("Y-17E7", "2020", "about 170 million years before X"),
        ("2018-07-16T14:30", "2018-07-16T11:10", "3 hours and 20 minutes after X"),
        ("2018-07-16T23:30+09:00", "2018-07-16T11:10Z", "3 hours and 20 minutes after X"),
        ("2017-12-01T01:00+09:00", "2017-11-30T15:50Z", "10 minutes after X"),
        ("2018-07-16T14:30", "2018-07-12", "4 days after X"),
    ],
)  # fmt: skip
def test_the_words_say_no_more_than_the_dates(own: str, other: str, words: str) -> None:
    assert apart_in_words(_dates(own), _dates(other), "X") == words


_DAYS = st.integers(0, 9)


@st.composite
def _spans(draw: st.DrawFn) -> Span:
    begins = sorted((draw(_DAYS), draw(_DAYS)))
    ends = sorted((draw(_DAYS), draw(_DAYS)))
    # As span_of leaves them: every day on either side has a fitting one on the other.
    begins[0], ends[1] = min(begins[0], ends[1]), max(begins[0], ends[1])
    begins[1], ends[0] = min(begins[1], ends[1]), max(ends[0], begins[0])
    return Span((begins[0], max(begins)), (min(ends), ends[1]))


def _readings(span: Span) -> list[tuple[int, int]]:
    """Every first and last day that a span allows."""
    (a, b), (c, d) = span.begins, span.ends
    assert None not in (a, b, c, d)
    assert a is not None and b is not None and c is not None and d is not None  # noqa: PT018
    return [(first, last) for first, last in product(range(a, b + 1), range(c, d + 1)) if first <= last]


@given(_spans(), _spans())
def test_bounds_are_those_of_every_reading(own: Span, other: Span) -> None:
    found = distance(own, other)
    pairs = list(product(_readings(own), _readings(other)))
    afters = [mine[0] - theirs[1] for mine, theirs in pairs]
    befores = [theirs[0] - mine[1] for mine, theirs in pairs]
    if min(afters) > 0:
        assert (found.order, found.least, found.most) == ("after", min(afters), max(afters))
    elif min(befores) > 0:
        assert (found.order, found.least, found.most) == ("before", min(befores), max(befores))
    elif max(*afters, *befores) <= 0:
        assert (found.order, found.least, found.most) == ("together", 0, 0)
    else:
        assert (found.order, found.least) == ("unsure", 0)
        assert found.most == max(*afters, *befores)
    starts = [mine[0] - theirs[0] for mine, theirs in pairs]
    assert found.starts == (min(starts), max(starts))


@given(_spans(), _spans())
def test_the_way_back_is_as_long(own: Span, other: Span) -> None:
    there, back = distance(own, other), distance(other, own)
    turned = {"after": "before", "before": "after"}.get(there.order, there.order)
    assert (back.order, back.least, back.most) == (turned, there.least, there.most)


_EVENTS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 4), st.integers(0, 2), st.integers(1, 5)), min_size=1
)


@given(_EVENTS, st.data())
def test_what_lies_between_is_what_a_walk_finds(
    events: list[tuple[int, int, int, int]], data: st.DataObject
) -> None:
    size = len(events)
    index = index_of(*zip(*events, strict=True), lanes=3)
    one, other = data.draw(st.integers(0, size - 1)), data.draw(st.integers(0, size - 1))
    most = data.draw(st.integers(0, 8))
    found = between(index, one, other, most)
    facet = index.facets["relationship"]
    keys = list(zip(index.start.tolist(), index.end.tolist(), index.ids.tolist(), strict=True))
    low, high = sorted((keys[one], keys[other]))
    lanes = {int(facet.codes[one]), int(facet.codes[other])}
    walked = [row for row in range(size) if low < keys[row] < high and int(facet.codes[row]) in lanes]
    assert found.total == len(walked)
    assert found.relationships == tuple(facet.slugs[lane] for lane in sorted(lanes))
    assert len(found.rows) == min(most, len(walked))
    assert set(found.rows) <= set(walked)
    assert sorted(found.rows, key=lambda row: keys[row]) == list(found.rows)
    left = [int(index.importance[row]) for row in walked if row not in found.rows]
    if left and found.rows:
        assert min(int(index.importance[row]) for row in found.rows) >= max(left)
