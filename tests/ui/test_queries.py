"""Every query of tests/queries.py through the window: typed where it is only text, else set in the Store."""

import pytest

from explorer.domain.filter import EventFilter
from tests.meaning import Case, counts_of, filter_of
from tests.queries import CASES
from tests.record import records
from tests.ui.pilot import Pilot


def _shows(pilot: Pilot, case: Case) -> None:
    collection = pilot.window.collection
    index, match = collection.index, collection.match
    assert index is not None
    assert match is not None
    slugs = {collection.titles[event].slug for event in index.ids[match.mask].tolist()}
    assert case.is_met_by(slugs)
    wanted = filter_of(case)
    for facet, counts in match.counts.items():
        present = {value: count for value, count in counts.items() if count}
        assert present == counts_of(facet, wanted, case.rule), facet


def test_every_query_in_the_window(pilot: Pilot) -> None:
    for case in CASES:
        pilot.window.store.edit(filter=EventFilter())
        pilot.settle()
        wanted = filter_of(case)
        if wanted == EventFilter(wanted.search) and wanted.search.isascii():
            pilot.search(wanted.search)
        else:
            pilot.window.store.edit(filter=wanted)
            pilot.settle()
        try:
            _shows(pilot, case)
        except AssertionError as error:
            raise AssertionError(case.name) from error


@pytest.mark.parametrize("text", ["after:soon", "kind:lettr", 'person:"'])
def test_what_cannot_be_understood_is_no_failure(pilot: Pilot, text: str) -> None:
    pilot.search(text)
    assert pilot.window.store.state.filter.search == text
    assert pilot.matching in {0, len(records())}
