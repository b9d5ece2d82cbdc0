"""The bundled data says what was researched: every event, every field, every paragraph, every claim."""

import csv
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db import build
from explorer.storage.opening import open_database
from explorer.storage.reading import id_of, read_event
from explorer.storage.tables import export_rows

FACTS = build.HERE.parents[1] / "shared" / "facts"
needs_facts = pytest.mark.skipif(
    not FACTS.is_dir(), reason="the researched facts are not beside this checkout"
)

BY_RELATIONSHIP = {
    "FDR–Stalin": 6,
    "Reagan–Gorbachev": 9,
    "Bush–Gorbachev": 7,
    "Obama–Muslim world": 3,
    "Trump–Kim": 29,
    "Trump–Xi": 10,
    "Trump–Putin": 5,
    "Trump–MBS": 12,
    "Trump–Duterte": 6,
    "Trump–Erdogan": 8,
    "Oil 2020": 7,
    "Pandemic": 6,
    "The article": 2,
}
BY_BASIS = {"named": 15, "alluded": 82, "context": 13}
BY_KIND = {
    "summit": 14,
    "meeting": 13,
    "visit": 5,
    "call": 7,
    "letter": 13,
    "agreement": 3,
    "speech": 6,
    "statement": 14,
    "announcement": 7,
    "policy": 7,
    "sanction/tariff": 2,
    "missile-test": 6,
    "military": 1,
    "crisis": 10,
    "publication": 2,
}
CLAIMS = {
    "method": 11,
    "precedent": 8,
    "motive": 4,
    "interests": 3,
    "multiplier": 8,
    "naivety": 4,
    "no-return": 12,
    "oil": 5,
    "leaders": 6,
    "keep-talking": 1,
}
ROLES = {"evidence": 50, "precedent": 8, "exception": 3, "consequence": 1}

#: What a review found wrong in the researched facts, and what it is now.
MENDED = {
    "china-tariffs-begin-2018": {"basis": "alluded", "paragraphs": "7;18"},
    "kushner-riyadh-2017": {"end": "2017-10-28", "confidence": "high"},
    "trump-xi-call-february-2020": {"start": "2020-02-06", "end": "2020-02-07"},
    "turkey-steel-tariffs-2018": {"place": "Bedminster, New Jersey", "lat": "40.6807", "lon": "-74.6454"},
}
#: The claims whose paragraphs left out some that their events have.
MENDED_CLAIMS = {"method": "5;6;7;16", "interests": "9;10;11;14"}


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{build.DATABASE.as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


@pytest.fixture(scope="module")
def sources() -> build.Sources:
    return build.read_sources()


def counts(database: sqlite3.Connection, query: str) -> dict[str, int]:
    return {str(row[0]): int(row[1]) for row in database.execute(query)}


def researched(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub("['’]", "", text.lower()))


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[start : start + length]) for start in range(len(found) - length + 1)}


def sentences(text: str) -> int:
    return len(re.findall(r"[.?!][”’)]*(?=\s|$)", text))


# The record -------------------------------------------------------------------------------------


def test_the_events_are_counted_as_researched(database: sqlite3.Connection) -> None:
    by_relationship = counts(
        database,
        "SELECT r.slug, count(*) FROM events e JOIN relationships r ON r.id = e.relationship_id"
        " GROUP BY r.id ORDER BY r.position",
    )
    assert list(by_relationship.items()) == list(BY_RELATIONSHIP.items())
    by_kind = counts(
        database,
        "SELECT k.slug, count(*) FROM events e JOIN kinds k ON k.id = e.kind_id"
        " GROUP BY k.id ORDER BY k.position",
    )
    assert list(by_kind.items()) == list(BY_KIND.items())
    assert counts(database, "SELECT basis, count(*) FROM events GROUP BY basis") == BY_BASIS
    assert sum(BY_BASIS.values()) == 110


@needs_facts
def test_dates_places_and_weights_are_as_researched_but_for_what_a_review_mended(
    database: sqlite3.Connection,
) -> None:
    rows = database.execute(
        "SELECT e.*, k.slug AS kind, r.slug AS track, l.name AS place, l.country_code,"
        " coalesce(c.latitude, l.latitude) AS latitude, coalesce(c.longitude, l.longitude) AS longitude"
        " FROM events e LEFT JOIN event_coordinates c ON c.event_id = e.id"
        " JOIN kinds k ON k.id = e.kind_id JOIN relationships r ON r.id = e.relationship_id"
        " JOIN places l ON l.id = e.place_id"
    )
    kept: dict[str, dict[str, str]] = {}
    for row in rows:
        paragraphs = database.execute(
            "SELECT p.number FROM passage_events t JOIN passages p ON p.id = t.passage_id"
            " WHERE t.event_id = ? ORDER BY p.number",
            (row["id"],),
        )
        kept[row["slug"]] = {
            "id": row["slug"],
            "start": row["start_edtf"],
            "end": row["end_edtf"] or "",
            "kind": row["kind"],
            "track": row["track"],
            "place": row["place"].replace("Reykjavík", "Reykjavik"),
            "country_code": row["country_code"],
            "lat": f"{row['latitude']:.12g}",
            "lon": f"{row['longitude']:.12g}",
            "paragraphs": ";".join(str(number) for (number,) in paragraphs),
            "basis": row["basis"],
            "importance": str(row["importance"]),
            "confidence": row["confidence"],
        }
    fields = next(iter(kept.values()))
    wanted = {
        row["id"]: {field: row[field] for field in fields} | MENDED.get(row["id"], {})
        for row in researched("events.csv")
    }
    assert kept == wanted


def test_an_event_with_a_spot_of_its_own_is_read_and_exported_there() -> None:
    opened = open_database(build.DATABASE)
    with closing(opened.connect()) as connection:
        ids = [id_of(connection, slug) for slug in ("trump-duterte-manila-2017", "vfa-termination-2020")]
        places = [read_event(connection, event_id).place for event_id in ids if event_id is not None]
    spots = [(place.latitude, place.longitude) for place in places if place is not None]
    assert spots == [(14.5536, 120.9823), (14.5995, 120.9842)]
    (chunk,) = export_rows(opened, [event_id for event_id in ids if event_id is not None])
    assert list(zip(chunk["latitude"], chunk["longitude"], strict=True)) == spots


def test_the_bounds_of_the_dates_enclose_what_is_known(database: sqlite3.Connection) -> None:
    day = 86_400
    bounds = (
        "SELECT start_earliest, start_latest, end_earliest, end_latest,"
        " start_precision, end_precision, start_qualifier, end_qualifier FROM events WHERE slug = ?"
    )
    helsinki = database.execute(bounds, ("helsinki-summit-2018",)).fetchone()
    noon = 1_531_742_400  # 2018-07-16T12:00:00Z
    start, end = noon - day // 2, noon + day // 2
    assert tuple(helsinki) == (start, end, start, end, "day", "day", "", "")
    kushner = database.execute(bounds, ("kushner-riyadh-2017",)).fetchone()
    assert kushner["end_latest"] - kushner["start_earliest"] == 4 * day
    book = database.execute(bounds, ("lessons-of-tragedy-2019",)).fetchone()
    assert book["start_latest"] - book["start_earliest"] == 28 * day
    assert (book["start_precision"], book["start_qualifier"], book["end_qualifier"]) == ("month", "~", "~")


def test_ids_follow_the_order_of_time(database: sqlite3.Connection) -> None:
    starts = [row[0] for row in database.execute("SELECT start_earliest FROM events ORDER BY id")]
    assert starts == sorted(starts)


def test_everyone_is_there_once(sources: build.Sources) -> None:
    people = sources.people
    assert len(people) == 57
    assert len({" ".join(words(person.name)) for person in people}) == len(people)
    assert [person.sort_name for person in people] == sorted((p.sort_name for p in people), key=str.casefold)
    bodies = {person.name for person in people if person.is_body}
    assert {"Congress", "Energy ministers", "Saudi Aramco", "World Health Organization"} <= bodies
    assert "Recep Tayyip Erdoğan" in {person.name for person in people}


def test_one_person_keeps_the_office_of_the_time(database: sqlite3.Connection) -> None:
    offices = database.execute(
        "SELECT DISTINCT t.office FROM participations t JOIN people p ON p.id = t.person_id"
        " JOIN events e ON e.id = t.event_id WHERE p.name = 'George H. W. Bush' ORDER BY e.start_earliest"
    )
    assert [office for (office,) in offices] == ["Vice President", "President-elect", "President"]


def test_labels_fit_the_drawing(sources: build.Sources) -> None:
    for event in sources.events:
        assert 0 < len(event.label) <= build.LONGEST_LABEL, event.slug
    labels = Counter((event.relationship, event.label) for event in sources.events)
    assert max(labels.values()) == 1
    assert len({kind.shape for kind in sources.kinds}) == len(sources.kinds)


# The argument -----------------------------------------------------------------------------------


def test_the_document_has_twenty_paragraphs_each_leading_to_an_event(database: sqlite3.Connection) -> None:
    events = counts(
        database,
        "SELECT p.number, count(t.event_id) FROM passages p"
        " LEFT JOIN passage_events t ON t.passage_id = p.id GROUP BY p.number ORDER BY p.number",
    )
    assert list(events) == [str(number) for number in range(1, 21)]
    assert min(events.values()) > 0


def test_ten_claims_with_their_events(database: sqlite3.Connection) -> None:
    served = counts(
        database,
        "SELECT c.slug, count(e.event_id) FROM claims c LEFT JOIN claim_events e ON e.claim_id = c.id"
        " GROUP BY c.id ORDER BY c.position",
    )
    assert list(served.items()) == list(CLAIMS.items())
    assert counts(database, "SELECT role, count(*) FROM claim_events GROUP BY role") == ROLES


@needs_facts
def test_claims_are_as_researched(sources: build.Sources) -> None:
    rows = researched("claims.csv")
    claims = {claim.slug: claim for claim in sources.document.claims}
    for position, claim in enumerate(sources.document.claims, start=1):
        mine = [row for row in rows if row["claim"] == claim.slug]
        assert {row["position"] for row in mine} == {str(position)}
        researched_events = [(row["event_id"], row["role"]) for row in mine]
        kept = [(event.slug, event.role) for event in claim.events]
        assert kept[: len(researched_events)] == researched_events
        assert mine[0]["statement"].replace("'", "’") == claim.statement
        wanted = MENDED_CLAIMS.get(claim.slug, mine[0]["paragraphs"])
        assert wanted.split(";") == [str(number) for number in claim.paragraphs]
        for row, event in zip(mine[1:], claim.events[1:], strict=False):
            assert row["paragraphs"] == str(event.paragraph)
    assert set(claims) == {row["claim"] for row in rows}


# The commentary ---------------------------------------------------------------------------------


def test_every_event_has_its_own_commentary(sources: build.Sources) -> None:
    seen: dict[tuple[str, ...], str] = {}
    for event in sources.events:
        assert 1 <= sentences(event.commentary) <= 3, event.slug
        assert event.commentary.endswith("."), event.slug
        # Not even the same sentence with other names in it: seven words in a row occur only once.
        for run in runs(event.commentary, 7):
            assert seen.setdefault(run, event.slug) == event.slug, (" ".join(run), event.slug, seen[run])


def test_commentary_rests_on_the_paragraphs_of_its_event(database: sqlite3.Connection) -> None:
    by_commentary = database.execute(
        "SELECT c.event_id, p.passage_id FROM commentary c"
        " JOIN commentary_passages p ON p.commentary_id = c.id ORDER BY 1, 2"
    ).fetchall()
    by_event = database.execute("SELECT event_id, passage_id FROM passage_events ORDER BY 1, 2").fetchall()
    assert [tuple(row) for row in by_commentary] == [tuple(row) for row in by_event]
    resting = {row[0] for row in by_commentary}
    bases = counts(database, "SELECT id, basis <> 'context' FROM events")
    assert resting == {int(event) for event, speaks in bases.items() if speaks}


UNMENTIONED = re.compile(
    r"\b(not?|nothing|none|nowhere|neither|without|leaves|left out|pass(es)? over|absent|missing|outside"
    r"|unnamed|unmentioned)\b",
    re.IGNORECASE,
)


def test_what_the_article_does_not_mention_is_said_to_be_unmentioned(sources: build.Sources) -> None:
    for event in sources.events:
        if event.basis != "named":
            assert UNMENTIONED.search(event.commentary), event.slug
        if event.basis == "context":
            assert sentences(event.commentary) == 1, event.slug
            assert not event.paragraphs, event.slug


@needs_facts
def test_nothing_is_copied_from_the_article(sources: build.Sources) -> None:
    article = runs((FACTS / "article.txt").read_text(encoding="utf-8"), 6)
    ours = {event.slug: f"{event.commentary} | {event.on_the_record}" for event in sources.events}
    ours |= {f"paragraph {passage.number}": passage.summary for passage in sources.document.passages}
    ours |= {claim.slug: f"{claim.label} {claim.statement}" for claim in sources.document.claims}
    for where, text in ours.items():
        copied = [" ".join(run) for run in runs(text, 6) & article]
        assert not copied, (where, copied)


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("panmunjom-meeting-2019", "third"),
        ("singapore-summit-2018", "third time"),
        ("hanoi-summit-2019", "Panmunjom"),
        ("tehran-conference", "Hull"),
        ("yalta-conference", "Stettinius"),
        ("hopkins-meets-stalin-1941", "Hull"),
        ("davies-mission-1943", "Hull"),
        ("trump-covid-letter-2020", "four weeks later"),
        ("dprk-denies-letter-2020", "four weeks after"),
        ("khashoggi-killing-2018", "Allegedly"),
        ("qatar-blockade-2017", "Four states"),
        ("opec-plus-deal-2020", "Mexico"),
        ("kim-health-reports-2020", "rumours"),
        ("trump-erdogan-letter-2019", "very day"),
        ("turkey-steel-tariffs-2018", "freed"),
        ("inf-treaty-signed-1987", "disputed"),
    ],
)
def test_the_record_is_noted_where_it_bears_on_the_article(
    database: sqlite3.Connection, slug: str, said: str
) -> None:
    notes = database.execute(
        "SELECT n.text FROM record_notes n JOIN events e ON e.id = n.event_id WHERE e.slug = ?", (slug,)
    ).fetchall()
    assert len(notes) == 1
    assert said in notes[0][0]


def test_searching_finds_people_places_and_commentary(database: sqlite3.Connection) -> None:
    query = (
        "SELECT e.slug FROM event_text t JOIN events e ON e.id = t.rowid"
        " WHERE event_text MATCH ? ORDER BY e.id"
    )

    def found(text: str) -> list[str]:
        return [row[0] for row in database.execute(query, (text,))]

    assert {"khashoggi-killing-2018", "cia-assessment-khashoggi-2018", "trump-stands-with-saudi-2018"} <= set(
        found("khashoggi")
    )
    assert found("hofdi OR hoefdi OR Höfði") == found("höfði") == ["reykjavik-summit-1986"]
    assert found("reykjavik") == found("Reykjavík") == ["reykjavik-summit-1986"]
    assert "erdogan-washington-2017" in found("Erdoğan")
    assert "yalta-conference" in found("Stettinius")


def test_the_properties_name_an_event_and_a_window(sources: build.Sources) -> None:
    assert sources.properties["first_event"] in {event.slug for event in sources.events}
    assert sources.properties["first_window"] == "2017-01/2020-05"
    assert sources.properties["title"] == "Personal diplomacy, 1941–2020"


def test_the_sources_name_no_place_on_any_machine() -> None:
    for path in sorted(build.HERE.rglob("*")):
        if path.suffix in {".toml", ".csv", ".md", ".sql", ".py"}:
            assert not re.search(r"(?<![\w.])/(home|work|tmp|Users)/", path.read_text(encoding="utf-8")), path
    assert Path(build.__file__).parent == build.HERE
