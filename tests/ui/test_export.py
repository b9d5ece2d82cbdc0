"""The table that the window writes: in order of time, on a thread of its own, to be cancelled."""

import csv
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from explorer.storage import tables
from tests.ui.pilot import Pilot


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The name that the user gives when asked for one."""
    path = tmp_path / "events.csv"

    def ask(*_: object) -> tuple[str, str]:
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return path


def test_the_table_holds_what_matches_in_order_of_time(pilot: Pilot, out: Path) -> None:
    pilot.search("Khashoggi")
    pilot.key("Ctrl+E")
    pilot.until(lambda: out.exists() and not pilot.window.collection.is_writing)
    with out.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == pilot.matching > 1
    assert [row["earliest"] for row in rows] == sorted(row["earliest"] for row in rows)
    assert f"Wrote {len(rows)} events" in pilot.window.status.counts.text()


@pytest.mark.parametrize("key", ["", "Esc"])
def test_while_a_table_is_written_questions_are_answered_and_it_can_be_given_up(
    pilot: Pilot, out: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    gate = threading.Event()
    read = tables.export_rows

    def slow(*args: Any, **named: Any) -> Iterator[Any]:
        for chunk in read(*args, chunk=10, **named):
            yield chunk
            gate.wait(10)

    monkeypatch.setattr(tables, "export_rows", slow)
    pilot.key("Ctrl+E")
    pilot.until(lambda: pilot.window.collection.is_writing)
    # Its reader is at work, the window's is free.
    pilot.search("Khashoggi")
    assert 0 < pilot.matching < 110
    assert pilot.window.collection.is_writing
    if key:
        pilot.key("Ctrl+F")
        pilot.key(key)
    else:
        pilot.push(pilot.button("Cancel"))
    gate.set()
    pilot.until(lambda: not pilot.window.collection.is_writing)
    assert list(out.parent.glob("*.csv")) == []
    assert list(out.parent.glob(".*")) == []
    assert pilot.window.status.counts.text() == "Nothing was exported"
    # The search, which Esc would otherwise have ended, is still there.
    assert 0 < pilot.matching < 110
