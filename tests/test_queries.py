"""Every query of tests/queries.py through the command line: the events it must show, the facets it counts."""

import csv
import json
from pathlib import Path

import pytest

from explorer.cli import main
from explorer.domain.filter import FACETS
from tests.meaning import Case, counts_of, filter_of, passes
from tests.queries import CASES
from tests.record import Record, records

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_table_says_what_the_record_says(case: Case) -> None:
    wanted = filter_of(case)
    found = {record.slug for record in records() if passes(record, wanted, case.rule)}
    assert case.is_met_by(found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_query_on_the_command_line(case: Case, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out.csv"
    assert main(["export", str(out), *case.words]) == 0
    with out.open(encoding="utf-8", newline="") as stream:
        assert case.is_met_by({row["id"] for row in csv.DictReader(stream)})
    assert main(["info", "--json", *case.words]) == 0
    told = json.loads(capsys.readouterr().out)
    wanted = filter_of(case)
    assert told["matching"] == sum(passes(record, wanted, case.rule) for record in records())
    for facet, counts in told["facets"].items():
        present = {value: count for value, count in counts.items() if count}
        assert present == counts_of(facet, wanted, case.rule), facet
    # Of the reader’s own there is nothing.
    assert set(told["facets"]) == set(FACETS) - {"mine"}


def test_the_table_is_large_and_covers_the_record() -> None:
    assert len(CASES) >= 60
    assert len(records()) == 110
    shown: set[str] = set()
    for case in CASES:
        if isinstance(case.expected, str):
            shown |= set(case.expected.split())
    unknown = shown - {record.slug for record in records()}
    assert not unknown


def test_a_record_is_read_as_written() -> None:
    (yalta,) = (record for record in records() if record.slug == "yalta-conference")
    assert isinstance(yalta, Record)
    assert yalta.says("franklin d roosevelt", "people")
    assert not yalta.says("oosevelt")
    assert (yalta.country, yalta.country_name) == ("UA", "Ukraine")
    assert (yalta.start.isoformat(), yalta.end.isoformat()) == ("1945-02-04", "1945-02-12")
