"""Forty views: the CSV, the JSON Lines, `detente info` and the marks drawn name the same events.

What they must be is known for most from tests/queries.py; in what order, from the index and the table.
"""

import json
import shlex
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from explorer.cli import main
from explorer.domain.figure import Figure
from explorer.domain.interval import Interval
from explorer.formats.csv import read_csv
from explorer.formats.jsonl import read_jsonl
from explorer.layout.marks import Marks
from explorer.ui.figure.composing import compose
from explorer.ui.figure.sight import sight_of
from explorer.ui.table.model import EventTableModel
from tests.queries import CASES
from tests.ui.pilot import Pilot

if TYPE_CHECKING:
    from tests.meaning import Case

Capture = pytest.CaptureFixture[str]

#: Every fourth query, and what else a view may say beside its filter.
VIEWS: tuple[tuple[str, ...], ...] = (
    *(tuple(case.words) for case in CASES[::4]),
    (),
    ("--sort", "title"),
    ("--sort=-title", "--kind", "summit", "--kind", "letter"),
    ("--sort=-date", "--search", "putin"),
    ("--sort=-importance", "--from", "2017"),
    ("--sort", "person", "--relationship", "Trump–Kim"),
    ("--sort", "place", "--table", "--country", "Japan", "--country", "Finland"),
    ("--lanes", "kind", "--basis", "named"),
    ("--lanes", "place", "--search", "oil OR letter"),
    ("--collapse-gaps", "--min-importance", "3"),
    ("--dim", "--claim", "method"),
    ("--window", "2018", "--select", "yalta-conference", "--kind", "meeting"),
    ("--to", "1950", "--no-commentary"),
    ("--from", "2018-06", "--to", "2018-06-30", "--certainty", "certain", "--lanes", "kind"),
)


def _exported(words: Sequence[str], folder: Path) -> tuple[list[str], list[str]]:
    """The ids of the CSV and of the JSON Lines."""
    table, lines = folder / "out.csv", folder / "out.jsonl"
    for out in (table, lines):
        assert main(["export", str(out), "--force", *words]) == 0
    provenance, events = read_jsonl(lines)
    ids = [event["id"] for event in events]
    assert provenance.matching == len(ids)
    return [row["id"] for row in read_csv(table)], ids


def _marks(pilot: Pilot, window: Interval) -> Marks:
    """The lanes of a picture of this stretch of the view."""
    sight = sight_of(pilot.window)
    sight = replace(sight, state=replace(sight.state, window=window))
    return compose(sight, Figure(1440, 900), None).frames[0].marks


def _drawn(pilot: Pilot) -> tuple[set[str], int]:
    """The events of all marks and clusters of a picture of everything, and what its lanes count."""
    collection = pilot.window.collection
    assert collection.index is not None
    assert collection.extent is not None
    # A part of the time only: the rest is counted as earlier or later.
    extent = collection.extent
    for window in (extent.padded(0.03), Interval(extent.start, extent.start + extent.length // 2 + 1)):
        lanes = _marks(pilot, window)
        counts = [
            sum(lane.drawn + lane.earlier + lane.later for lane in lanes),
            sum(lane.total for lane in lanes),
        ]
        assert counts[0] == counts[1]
    whole = _marks(pilot, extent.padded(0.03))
    rows = [mark.row for lane in whole for mark in lane.marks]
    rows += [row for lane in whole for cluster in lane.clusters for row in cluster.rows]
    slugs = {collection.titles[event].slug for event in collection.index.ids[rows].tolist()}
    return slugs, sum(lane.total for lane in whole)


def test_every_view_names_the_same_events_everywhere(pilot: Pilot, tmp_path: Path, capsys: Capture) -> None:
    assert len(VIEWS) >= 40
    known = {tuple(case.words): case for case in CASES}
    for words in VIEWS:
        ids, lines = _exported(words, tmp_path)
        assert ids == lines, words
        assert len(set(ids)) == len(ids), words
        case: Case | None = known.get(words)
        assert case is None or case.is_met_by(set(ids)), words
        capsys.readouterr()
        assert main(["info", "--json", *words]) == 0
        assert json.loads(capsys.readouterr().out)["matching"] == len(ids), words
        pilot.window.views.open_line(shlex.join(["detente", *words]))
        pilot.settle()
        collection = pilot.window.collection
        assert collection.index is not None
        assert collection.match is not None
        matched = collection.index.ids[collection.match.mask].tolist()
        assert {collection.titles[event].slug for event in matched} == set(ids), words
        if "--dim" not in words and ids:
            slugs, total = _drawn(pilot)
            assert slugs == set(ids), words
            assert total == len(ids), words


def _shows(pilot: Pilot, events: EventTableModel, ids: list[str]) -> bool:
    index, titles = pilot.window.collection.index, pilot.window.collection.titles
    assert index is not None
    return [titles[event].slug for event in index.ids[events.order].tolist()] == ids


def test_the_order_is_that_of_the_table(pilot: Pilot, tmp_path: Path) -> None:
    for order in ("date", "-date", "title", "-title", "place", "-person", "importance", "-basis"):
        words = ("--table", f"--sort={order}", "--from", "2017")
        pilot.window.views.open_line(shlex.join(["detente", *words]))
        pilot.settle()
        table = pilot.window.stage.table
        assert table is not None
        ids, _ = _exported(words, tmp_path)

        # The table sorts on a thread of its own.
        pilot.until(partial(_shows, pilot, table.events, ids))
