"""Loading: columns in order of time, every facet, in one consistent state of the file."""

import contextlib
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from explorer.domain.edtf import parse
from explorer.domain.errors import DatabaseError
from explorer.domain.filter import FACETS, EventFilter
from explorer.storage import rows as rows_module
from explorer.storage.connection import Cancelled
from explorer.storage.index import LONGEST_LABEL, load_index
from explorer.storage.opening import open_database
from tests.bench.generate import generate
from tests.builders import Given, build_database

DAY = 86_400


def test_events_are_ordered_by_relationship_start_end_and_id(connection: sqlite3.Connection) -> None:
    index = load_index(connection)
    # Trump–Erdoğan: the call; Trump–Putin: war 2017, helsinki and same-day 2018-07-16, Osaka.
    assert index.ids.tolist() == [1, 4, 2, 5, 3]
    assert index.offsets.tolist() == [0, 1, 5]
    codes = index.facets["relationship"].codes.tolist()
    keys = list(zip(codes, index.start.tolist(), index.end.tolist(), index.ids.tolist(), strict=True))
    assert keys == sorted(keys)


def test_rows_are_put_in_order_of_time(connection: sqlite3.Connection) -> None:
    index = load_index(connection)
    # war 2017, helsinki and same-day 2018-07-16, the call in February 2019, Osaka.
    assert index.ids[index.in_time(np.arange(5))].tolist() == [4, 2, 5, 1, 3]
    assert index.in_time(np.array([4, 0, 3])).tolist() == [3, 0, 4]


def test_bounds_are_those_of_the_dates(connection: sqlite3.Connection) -> None:
    index = load_index(connection)
    war, osaka = index.row_of(4), index.row_of(3)
    assert war is not None
    assert osaka is not None
    assert (index.start[war], index.start_latest(war)) == (parse("2017").earliest, parse("2017").latest)
    assert (index.end_earliest(war), index.end[war]) == (parse("2020").earliest, parse("2020").latest)
    assert index.end[osaka] - index.start[osaka] == 2 * DAY


def test_qualifiers_are_bits(tmp_path: Path) -> None:
    cases = [("2017", None, 0), ("2017?", None, 1), ("2017~", None, 2), ("2017%", None, 3)]
    cases += [("2017?", "2020~", 1 | 2 | 16), ("2017", "2020~", 2 | 16), ("2017~", "2020~", 2)]
    cases += [("../2016", None, 4 | 16), ("2017/..", None, 8 | 16)]
    events = [Given(f"e{n}", start=start, end=end) for n, (start, end, _) in enumerate(cases)]
    path = build_database(tmp_path / "q.db", events)
    with contextlib.closing(open_database(path).connect()) as connection:
        index = load_index(connection)
    found = {int(i): int(bits) for i, bits in zip(index.ids, index.qualified, strict=True)}
    assert found == {n: bits for n, (_, _, bits) in enumerate(cases, start=1)}


def test_every_facet_has_its_values_in_display_order(connection: sqlite3.Connection) -> None:
    facets = load_index(connection).facets
    # The reader's own are in a file of the reader's.
    assert set(facets) == set(FACETS) - {"mine"}
    assert facets["relationship"].slugs == ("Trump–Erdoğan", "Trump–Putin")
    assert facets["kind"].slugs == ("call", "summit", "meeting", "crisis")
    assert facets["kind"].labels[0] == "CALL"
    assert facets["person"].slugs == ("Donald Trump", "Vladimir Putin", "Recep Tayyip Erdoğan")
    assert facets["place"].slugs == ("Osaka", "Presidential Palace, Helsinki")
    assert facets["country"].slugs == ("FI", "JP")
    assert facets["country"].labels == ("Finland", "Japan")
    assert facets["basis"].slugs == ("named", "alluded", "context")
    assert facets["basis"].labels == ("Named", "Alluded to", "Context only")
    assert facets["claim"].slugs == ("method", "motive")
    assert facets["claim"].labels == ("METHOD", "MOTIVE")


def test_a_row_is_found_by_its_id_and_back(connection: sqlite3.Connection) -> None:
    ids = load_index(connection).ids.tolist()
    for prepares in (False, True):
        index = load_index(connection)
        if prepares:
            index.rows_of(index.ids)
        assert [index.id_of(row) for row in range(len(ids))] == ids
        fresh = load_index(connection)
        if prepares:
            fresh.rows_of(fresh.ids)
        assert [fresh.row_of(event) for event in ids] == list(range(len(ids)))
        assert fresh.row_of(10**9) is None
        assert fresh.row_of(10**9) is None


def test_the_values_of_an_event_are_found(connection: sqlite3.Connection) -> None:
    index = load_index(connection)

    def values(facet: str, event: int) -> list[str]:
        row = index.row_of(event)
        assert row is not None
        return [index.facets[facet].slugs[code] for code in index.facets[facet].values_of(row)]

    assert sorted(values("person", 3)) == ["Donald Trump", "Vladimir Putin"]
    assert values("person", 5) == []
    assert values("place", 3) == ["Osaka"]
    assert values("country", 3) == ["JP"]
    assert values("place", 4) == []
    assert values("claim", 2) == ["method", "motive"]
    assert values("basis", 2) == ["named"]
    assert values("relationship", 1) == ["Trump–Erdoğan"]


def test_counts_are_those_that_sql_gives(connection: sqlite3.Connection) -> None:
    counts = load_index(connection).match(EventFilter()).counts
    for facet, statement in {
        "person": "SELECT p.name, count(*) FROM participations JOIN people p ON p.id = person_id GROUP BY 1",
        "kind": "SELECT k.slug, count(*) FROM events JOIN kinds k ON k.id = kind_id GROUP BY 1",
        "place": "SELECT p.name, count(*) FROM events JOIN places p ON p.id = place_id GROUP BY 1",
        "claim": "SELECT c.slug, count(*) FROM claim_events JOIN claims c ON c.id = claim_id GROUP BY 1",
        "source": "SELECT s.citation, count(*) FROM citations JOIN sources s ON s.id = source_id GROUP BY 1",
    }.items():
        assert counts[facet] == dict(connection.execute(statement)), facet


def test_a_place_everywhere_makes_a_plain_column(tmp_path: Path) -> None:
    path = build_database(tmp_path / "p.db", [Given("a", place="X"), Given("b", place="Y")])
    with contextlib.closing(open_database(path).connect()) as connection:
        place = load_index(connection).facets["place"]
    assert place.rows is None
    assert place.codes.dtype == np.uint8
    assert place.codes.tolist() == [0, 1]


def test_an_empty_database_gives_an_empty_index(tmp_path: Path) -> None:
    path = build_database(tmp_path / "none.db")
    with contextlib.closing(open_database(path).connect()) as connection:
        index = load_index(connection)
    assert len(index) == 0
    assert index.match(EventFilter()).total == 0
    assert index.facets["basis"].slugs == ("named", "alluded", "context")


def test_deep_time_stays_exact(tmp_path: Path) -> None:
    dates = ["Y-13800000000", "-0043-03-15", "Y13800000000", "../1900", "2000/.."]
    path = build_database(tmp_path / "deep.db", [Given(f"e{n}", start=text) for n, text in enumerate(dates)])
    with contextlib.closing(open_database(path).connect()) as connection:
        index = load_index(connection)
    for number, text in enumerate(dates, start=1):
        row = index.row_of(number)
        assert row is not None
        assert (index.start[row], index.end[row]) == (parse(text).earliest, parse(text).latest), text


@pytest.mark.parametrize("number", [0, 55_300, 65_533, 70_000, 1_114_111, 10**13])
def test_ids_of_any_size_are_read(connection: sqlite3.Connection, file: Path, number: int) -> None:
    # Half a surrogate pair, SQLite's own mark for what is no character, and what is beyond all characters.
    expected = load_index(connection).match(EventFilter()).counts
    with contextlib.closing(sqlite3.connect(file)) as writer:
        writer.execute("PRAGMA foreign_keys = OFF")
        for table, references in {
            "places": ["events.place_id"],
            "kinds": ["events.kind_id"],
            "relationships": ["events.relationship_id"],
            "people": ["participations.person_id"],
            "events": ["participations.event_id", "claim_events.event_id", "citations.event_id"],
            "sources": ["citations.source_id"],
            "claims": ["claim_events.claim_id"],
        }.items():
            writer.execute(f"UPDATE {table} SET id = ? WHERE id = 2", (number,))
            for reference in references:
                other, column = reference.split(".")
                writer.execute(f"UPDATE {other} SET {column} = ? WHERE {column} = 2", (number,))
        writer.commit()
    with contextlib.closing(open_database(file).connect()) as other_connection:
        index = load_index(other_connection)
    assert index.match(EventFilter()).counts == expected
    assert sorted(index.ids.tolist()) == sorted([1, number, 3, 4, 5])


def test_blocks_and_gaps_change_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with contextlib.closing(sqlite3.connect(file)) as writer:
        writer.execute("PRAGMA foreign_keys = OFF")
        writer.execute("UPDATE events SET id = 1000000000000 * id")
        writer.execute("UPDATE participations SET event_id = 1000000000000 * event_id")
        writer.execute("UPDATE claim_events SET event_id = 1000000000000 * event_id")
        writer.execute("UPDATE citations SET event_id = 1000000000000 * event_id")
        writer.commit()
    with contextlib.closing(open_database(file).connect()) as connection:
        whole = load_index(connection)
        monkeypatch.setattr(rows_module, "BLOCK", 2)
        told: list[tuple[int, int]] = []
        pieces = load_index(connection, lambda done, total: told.append((done, total)) is None)
    assert whole.ids.tolist() == [n * 10**12 for n in (1, 4, 2, 5, 3)] == pieces.ids.tolist()
    assert np.array_equal(whole.start, pieces.start)
    for name, facet in whole.facets.items():
        assert np.array_equal(facet.codes, pieces.facets[name].codes), name
    assert len(told) > 3
    assert told == sorted(told)
    assert told[-1] == (1_000, 1_000)


def test_saying_no_stops_the_reading(connection: sqlite3.Connection) -> None:
    with pytest.raises(Cancelled):
        load_index(connection, lambda done, total: False)
    # The connection is as usable as before.
    assert len(load_index(connection)) == 5


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET kind_id = 99 WHERE id = 1",
        "UPDATE events SET relationship_id = 99",
        "UPDATE participations SET person_id = 99 WHERE event_id = 3 AND position = 0",
        "DELETE FROM places",
        "DELETE FROM kinds",
        "UPDATE participations SET event_id = 99 WHERE event_id = 3",
        "UPDATE claim_events SET event_id = 99 WHERE event_id = 3",
        "UPDATE citations SET event_id = 99 WHERE event_id = 2",
        "UPDATE citations SET source_id = 99 WHERE event_id = 2",
    ],
)
def test_a_broken_reference_is_damage(file: Path, statement: str) -> None:
    with contextlib.closing(sqlite3.connect(file)) as writer:
        writer.execute("PRAGMA foreign_keys = OFF")
        writer.execute(statement)
        writer.commit()
    with (
        contextlib.closing(open_database(file).connect()) as connection,
        pytest.raises(DatabaseError, match="is damaged"),
    ):
        load_index(connection)


def test_a_generated_database_loads_like_any_other(tmp_path: Path) -> None:
    generate(tmp_path / "many.db", 3_000, seed=7)
    generate(tmp_path / "again.db", 3_000, seed=7)
    with contextlib.closing(open_database(tmp_path / "many.db").connect()) as connection:
        index = load_index(connection)
        text = connection.execute("SELECT group_concat(title || summary) FROM events").fetchone()
    with contextlib.closing(open_database(tmp_path / "again.db").connect()) as connection:
        assert text == connection.execute("SELECT group_concat(title || summary) FROM events").fetchone()
    assert len(index) == 3_000
    assert len(index.facets["relationship"].slugs) == 12
    assert len(index.facets["kind"].slugs) == 14
    lasting = np.count_nonzero(index.end - index.start > DAY) / 3_000
    assert 0.17 < lasting < 0.23


@pytest.mark.parametrize(
    ("table", "column", "facet"),
    [
        ("relationships", "label", "relationship"),
        ("kinds", "label", "kind"),
        ("people", "name", "person"),
        ("places", "name", "place"),
        ("places", "country", "country"),
    ],
)
def test_a_label_that_would_hold_up_the_window_is_shown_cut(
    file: Path, table: str, column: str, facet: str
) -> None:
    long = "W" * 900_000
    with contextlib.closing(sqlite3.connect(file)) as writer:
        writer.execute(f"UPDATE {table} SET {column} = ? WHERE id = (SELECT min(id) FROM {table})", (long,))
        writer.commit()
    with contextlib.closing(open_database(file).connect()) as connection:
        found = load_index(connection).facets[facet]
    assert f"{long[:LONGEST_LABEL]}…" in found.labels
    assert max(map(len, found.labels)) == LONGEST_LABEL + 1
