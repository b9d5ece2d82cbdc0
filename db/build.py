"""Build db/diplomacy.db from the texts in db/source and the schema in db/schema.sql.

    python db/build.py [OUT]      write the database (db/diplomacy.db unless OUT is given)
    python db/build.py --check    exit with 1 if db/diplomacy.db is not what the sources give

The same sources always give the same content: ids follow the order of the sources and of time. What
each field means, and how to mend the data, is told in db/README.md.
"""

import argparse
import contextlib
import csv
import os
import re
import sqlite3
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

HERE: Final = Path(__file__).resolve().parent
if str(HERE.parent) not in sys.path:  # so that it runs from any directory, installed or not
    sys.path.insert(0, str(HERE.parent))

from explorer.domain import edtf  # noqa: E402
from explorer.domain.errors import ExplorerError  # noqa: E402
from explorer.domain.event import BASES, ROLES  # noqa: E402

SOURCE: Final = HERE / "source"
SCHEMA: Final = HERE / "schema.sql"
DATABASE: Final = HERE / "diplomacy.db"

PAGE_SIZE: Final = 4096
LONGEST_LABEL: Final = 24
LONGEST_CLAIM_LABEL: Final = 34
CONFIDENCES: Final = ("high", "medium", "low")


class SourceError(ExplorerError):
    """The sources contradict themselves or leave something out: every problem found, one a line."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


# What the sources say ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Relationship:
    slug: str
    label: str


@dataclass(frozen=True, slots=True)
class Kind:
    slug: str
    label: str
    shape: str


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    country_code: str
    country: str
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    sort_name: str
    is_body: bool


@dataclass(frozen=True, slots=True)
class Participation:
    name: str
    office: str
    country: str


@dataclass(frozen=True, slots=True)
class Event:
    file: str
    slug: str
    title: str
    label: str
    relationship: str
    kind: str
    place: str
    coordinates: tuple[float, float] | None
    start_text: str
    end_text: str | None
    start: edtf.End
    end: edtf.End
    importance: int
    basis: str
    paragraphs: tuple[int, ...]
    people: tuple[Participation, ...]
    summary: str
    sources: tuple[str, ...]
    confidence: str
    commentary: str
    on_the_record: str


@dataclass(frozen=True, slots=True)
class Passage:
    number: int
    summary: str


@dataclass(frozen=True, slots=True)
class ClaimEvent:
    slug: str
    role: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Claim:
    slug: str
    label: str
    statement: str
    paragraphs: tuple[int, ...]
    events: tuple[ClaimEvent, ...]


@dataclass(frozen=True, slots=True)
class Document:
    slug: str
    title: str
    author: str
    publisher: str
    date: str
    note: str
    passages: tuple[Passage, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything under db/source, read and found consistent. Events are in order of time."""

    properties: Mapping[str, str]
    relationships: tuple[Relationship, ...]
    kinds: tuple[Kind, ...]
    places: tuple[Place, ...]
    people: tuple[Person, ...]
    events: tuple[Event, ...]
    document: Document


# Reading ----------------------------------------------------------------------------------------


def tidy(text: str) -> str:
    """Prose as it is stored: the line breaks of the source are only spaces."""
    return " ".join(text.split())


class Table:
    """One table of a source file: takes its fields, each of the right type, and notes what is amiss."""

    def __init__(self, where: str, values: Mapping[str, object], problems: list[str]) -> None:
        self.where = where
        self._left = dict(values)
        self._problems = problems

    def amiss(self, what: str) -> None:
        self._problems.append(f"{self.where}: {what}.")

    def text(self, field: str, *, required: bool = True) -> str:
        value = self._left.pop(field, None)
        if value is None and not required:
            return ""
        if value is None:
            self.amiss(f"“{field}” is missing")
            return ""
        if not isinstance(value, str) or not value.strip():
            self.amiss(f"“{field}” must be a text, in quotation marks and not empty")
            return ""
        return tidy(value)

    def number(self, field: str) -> int:
        value = self._left.pop(field, None)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self.amiss(f"“{field}” must be a whole number")
        return 0

    def numbers(self, field: str) -> tuple[int, ...]:
        value = self._left.pop(field, None)
        if isinstance(value, list):
            items = cast("list[object]", value)
            numbers = tuple(item for item in items if isinstance(item, int) and not isinstance(item, bool))
            if len(numbers) == len(items):
                return numbers
        self.amiss(f"“{field}” must be a list of whole numbers, such as [4, 11]")
        return ()

    def texts(self, field: str) -> tuple[str, ...]:
        value = self._left.pop(field, None)
        if isinstance(value, list):
            items = cast("list[object]", value)
            texts = tuple(tidy(item) for item in items if isinstance(item, str) and item.strip())
            if len(texts) == len(items):
                return texts
        self.amiss(f"“{field}” must be a list of texts")
        return ()

    def tables(self, field: str, *, name: str = "") -> Iterator["Table"]:
        """The tables of a list; each is called by its `name` field in messages, or by its number."""
        value = self._left.pop(field, [])
        items = cast("list[object]", value) if isinstance(value, list) else [value]
        for position, item in enumerate(items, start=1):
            if isinstance(item, dict):
                fields = cast("dict[str, object]", item)
                called = fields.get(name) if name else None
                yield Table(f"{self.where}, {field} {called or position}", fields, self._problems)
            else:
                self.amiss(f"“{field}” must be a list of tables")

    def one_of(self, field: str, allowed: Iterable[str]) -> str:
        value = self.text(field)
        if value and value not in allowed:
            self.amiss(f"unknown {field} “{value}”")
        return value

    def coordinates(self) -> tuple[float, float] | None:
        value = self._left.pop("coordinates", None)
        if value is None:
            return None
        items = cast("list[object]", value) if isinstance(value, list) else []
        degrees = [float(item) for item in items if type(item) in (int, float)]  # type: ignore[arg-type]
        if len(degrees) != len(items) or len(items) != 2:
            self.amiss("“coordinates” must be latitude and longitude, such as [60.1684, 24.9561]")
            return None
        latitude, longitude = degrees
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            self.amiss("“coordinates” must lie between -90 and 90, -180 and 180")
            return None
        return latitude, longitude

    def finish(self) -> None:
        for field in self._left:
            self.amiss(f"there is no field “{field}”")


def read_toml(folder: Path, name: str, problems: list[str]) -> Table:
    where = f"{folder.name}/{name}"
    try:
        values = tomllib.loads((folder / name).read_text(encoding="utf-8"))
    except OSError:
        raise SourceError([f"{where}: the file is missing or cannot be read."]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError([f"{where}: not valid TOML ({error})."]) from None
    return Table(where, values, problems)


def read_csv(folder: Path, name: str, columns: Sequence[str], problems: list[str]) -> Iterator[Table]:
    where = f"{folder.name}/{name}"
    try:
        rows = list(csv.reader((folder / name).read_text(encoding="utf-8").splitlines(), strict=True))
    except OSError:
        raise SourceError([f"{where}: the file is missing or cannot be read."]) from None
    except (csv.Error, UnicodeDecodeError) as error:
        raise SourceError([f"{where}: not valid CSV ({error})."]) from None
    if not rows or rows[0] != list(columns):
        raise SourceError([f"{where}: the first line must be {','.join(columns)}."])
    for line, row in enumerate(rows[1:], start=2):
        if len(row) == len(columns):
            fields = dict(zip(columns, row, strict=True))
            yield Table(f"{where}, {row[0] or f'line {line}'}", fields, problems)
        else:
            problems.append(f"{where}, line {line}: {len(row)} fields instead of {len(columns)}.")


def unique(values: Iterable[tuple[str, str]], what: str, problems: list[str]) -> set[str]:
    """The values, each given with where it stands; one that stands twice is a problem."""
    first: dict[str, str] = {}
    for where, value in values:
        if value in first:
            problems.append(f"{where}: {what} “{value}” is already used in {first[value]}.")
        elif value:
            first[value] = where
    return set(first)


def degrees(table: Table, field: str, limit: float) -> float | None:
    text = table.text(field)
    try:
        value = float(text)
    except ValueError:
        if text:
            table.amiss(f"“{field}” must be a number of degrees")
        return None
    if abs(value) > limit:
        table.amiss(f"“{field}” must lie between -{limit:g} and {limit:g}")
    return value


def read_tables(
    folder: Path, problems: list[str]
) -> tuple[list[Relationship], list[Kind], list[Place], list[Person]]:
    relationships = [
        Relationship(row.text("slug"), row.text("label"))
        for row in read_csv(folder, "relationships.csv", ("slug", "label"), problems)
    ]
    kinds = [
        Kind(row.text("slug"), row.text("label"), row.text("shape"))
        for row in read_csv(folder, "kinds.csv", ("slug", "label", "shape"), problems)
    ]
    places: list[Place] = []
    people: list[Person] = []
    columns = ("name", "country_code", "country", "latitude", "longitude")
    for row in read_csv(folder, "places.csv", columns, problems):
        place = Place(
            row.text("name"),
            row.text("country_code"),
            row.text("country"),
            degrees(row, "latitude", 90),
            degrees(row, "longitude", 180),
        )
        if len(place.country_code) != 2:
            row.amiss("“country_code” must be two letters")
        places.append(place)
    for row in read_csv(folder, "people.csv", ("name", "sort_name", "is_body"), problems):
        name, sort_name, is_body = row.text("name"), row.text("sort_name"), row.text("is_body")
        if is_body not in ("0", "1"):
            row.amiss("“is_body” must be 0 or 1")
        people.append(Person(name, sort_name, is_body == "1"))
    here = folder.name
    unique(((f"{here}/relationships.csv", r.slug) for r in relationships), "slug", problems)
    unique(((f"{here}/kinds.csv", k.slug) for k in kinds), "slug", problems)
    unique(((f"{here}/kinds.csv", k.shape) for k in kinds), "shape", problems)
    unique(((f"{here}/places.csv", p.name) for p in places), "name", problems)
    unique(((f"{here}/people.csv", p.name) for p in people), "name", problems)
    return relationships, kinds, places, people


def read_document(folder: Path, problems: list[str]) -> Document:
    file = read_toml(folder, "document.toml", problems)
    heads = list(file.tables("document"))
    head = heads[0] if heads else Table(f"{file.where}, document", {}, problems)
    passages: list[Passage] = []
    for table in file.tables("passage", name="number"):
        passages.append(Passage(table.number("number"), table.text("summary")))
        table.finish()
    claims: list[Claim] = []
    for table in file.tables("claim", name="slug"):
        served: list[ClaimEvent] = []
        for entry in table.tables("events", name="slug"):
            role = entry.one_of("role", ROLES)
            served.append(ClaimEvent(entry.text("slug"), role, entry.number("paragraph")))
            entry.finish()
        claim = Claim(
            slug=table.text("slug"),
            label=table.text("label"),
            statement=table.text("statement"),
            paragraphs=table.numbers("paragraphs"),
            events=tuple(served),
        )
        if len(claim.label) > LONGEST_CLAIM_LABEL:
            table.amiss(f"the label is longer than {LONGEST_CLAIM_LABEL} characters")
        claims.append(claim)
        table.finish()
    document = Document(
        slug=head.text("slug"),
        title=head.text("title"),
        author=head.text("author"),
        publisher=head.text("publisher"),
        date=head.text("date"),
        note=head.text("note", required=False),
        passages=tuple(passages),
        claims=tuple(claims),
    )
    head.finish()
    file.finish()
    read_date(head, "date", document.date)
    unique(((file.where, str(p.number)) for p in passages), "paragraph", problems)
    unique(((file.where, claim.slug) for claim in claims), "claim", problems)
    for claim in claims:
        where = f"{file.where}, claim {claim.slug}"
        unique(((where, served.slug) for served in claim.events), "event", problems)
    return document


def read_date(table: Table, field: str, text: str) -> edtf.EdtfDate | None:
    if not text:
        return None
    try:
        return edtf.parse(text)
    except (ExplorerError, ValueError) as error:
        table.amiss(f"“{field}” is not a date: {str(error).rstrip('.')}")
        return None


def read_event(table: Table, file: str, relationship: str) -> Event | None:
    start_text, end_text = table.text("start"), table.text("end", required=False) or None
    start = read_date(table, "start", start_text)
    end = read_date(table, "end", end_text) if end_text else start
    people: list[Participation] = []
    for entry in table.tables("people", name="name"):
        country = entry.text("country", required=False)  # none for what acts for no single country
        people.append(Participation(entry.text("name"), entry.text("office"), country))
        entry.finish()
    slug, title, label = table.text("slug"), table.text("title"), table.text("label")
    if len(label) > LONGEST_LABEL:
        table.amiss(f"the label is longer than {LONGEST_LABEL} characters")
    importance = table.number("importance")
    if not 1 <= importance <= 5:
        table.amiss("“importance” must be from 1 to 5")
    basis, paragraphs = table.one_of("basis", BASES), table.numbers("paragraphs")
    if basis == "context" and paragraphs:
        table.amiss("an event of context has no paragraphs, since the article does not mention it")
    if basis in ("named", "alluded") and not paragraphs:
        table.amiss(f"an event that is {basis} needs the paragraphs that speak of it")
    commentary = table.text("commentary", required=False)
    if not commentary:
        table.amiss("the commentary is missing")
    sources = table.texts("sources")
    if not sources:
        table.amiss("an event needs at least one source")
    kind, place = table.text("kind"), table.text("place")
    summary, confidence = table.text("summary"), table.one_of("confidence", CONFIDENCES)
    table.text("checked")  # how the event was confirmed: for whoever mends the sources, and not stored
    on_the_record = table.text("on_the_record", required=False)
    coordinates = table.coordinates()
    table.finish()
    if start is None or end is None:
        return None
    return Event(
        file=file,
        slug=slug,
        title=title,
        label=label,
        relationship=relationship,
        kind=kind,
        place=place,
        coordinates=coordinates,
        start_text=start_text,
        end_text=end_text,
        start=start.start,
        end=end.end,
        importance=importance,
        basis=basis,
        paragraphs=paragraphs,
        people=tuple(people),
        summary=summary,
        sources=sources,
        confidence=confidence,
        commentary=commentary,
        on_the_record=on_the_record,
    )


def read_events(folder: Path, relationships: set[str], problems: list[str]) -> list[Event]:
    events: list[Event] = []
    held_in: list[tuple[str, str]] = []
    for path in sorted((folder / "events").glob("*.toml")):
        file = read_toml(folder, f"events/{path.name}", problems)
        relationship = file.one_of("relationship", relationships)
        held_in.append((file.where, relationship))
        for table in file.tables("event", name="slug"):
            event = read_event(table, file.where, relationship)
            if event is not None:
                events.append(event)
        file.finish()
    unique(held_in, "relationship", problems)
    return sorted(events, key=lambda e: (e.start.earliest, e.start.latest, e.end.latest, e.slug))


def check_events(
    events: Sequence[Event], kinds: set[str], places: set[str], people: set[str], problems: list[str]
) -> None:
    """What can be said of an event only beside the other files and the other events."""

    def where(event: Event) -> str:
        return f"{event.file}, event {event.slug}"

    for event in events:
        if event.kind and event.kind not in kinds:
            problems.append(f"{where(event)}: unknown kind “{event.kind}”.")
        if event.place and event.place not in places:
            problems.append(f"{where(event)}: unknown place “{event.place}”.")
        problems += [
            f"{where(event)}: unknown person “{person.name}”."
            for person in event.people
            if person.name and person.name not in people
        ]
        unique(((where(event), person.name) for person in event.people), "person", problems)
        unique(((where(event), source) for source in event.sources), "source", problems)
        if event.start.earliest >= event.end.latest:
            problems.append(f"{where(event)}: it ends before it starts.")
    unique(((where(event), event.slug) for event in events), "slug", problems)
    unique(((where(event), event.commentary) for event in events), "the commentary", problems)
    for relationship in sorted({event.relationship for event in events}):
        among = [event for event in events if event.relationship == relationship]
        unique(((where(event), event.label) for event in among), "label", problems)


def check_unused(named: Iterable[str], used: set[str], file: str, what: str, problems: list[str]) -> None:
    problems += [f"{file}, {name}: no event has this {what}." for name in named if name not in used]


def check_document(document: Document, events: Sequence[Event], where: str, problems: list[str]) -> None:
    """Paragraphs and events name each other across the files."""
    numbers = {passage.number for passage in document.passages}
    for event in events:
        unknown = [number for number in event.paragraphs if number not in numbers]
        problems += [f"{event.file}, event {event.slug}: unknown paragraph {number}." for number in unknown]
    paragraphs = {event.slug: event.paragraphs for event in events}
    for claim in document.claims:
        there = f"{where}, claim {claim.slug}"
        unknown = [number for number in claim.paragraphs if number not in numbers]
        problems += [f"{there}: unknown paragraph {number}." for number in unknown]
        unlisted = sorted({served.paragraph for served in claim.events} - set(claim.paragraphs))
        problems += [
            f"{there}: its paragraphs leave out {number}, which an event has." for number in unlisted
        ]
        for served in claim.events:
            if served.slug not in paragraphs:
                problems.append(f"{there}: unknown event “{served.slug}”.")
            elif served.paragraph not in paragraphs[served.slug]:
                problems.append(f"{there}: paragraph {served.paragraph} does not speak of {served.slug}.")


#: How a text would name the document; “Article 5” of a treaty is another thing.
_NAMES_THE_DOCUMENT: Final = re.compile(r"\b(?:[Tt]he |[Tt]his )?(?:article|column|columnist)(?:[’']s)?\b")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_WRITTEN_DATE: Final = re.compile(
    rf"(?:(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)}) )?\b(?P<year>(?:1[89]|20)\d\d)\b"
)


def dates_in(text: str) -> Iterator[tuple[str, edtf.EdtfDate]]:
    """The dates written out in a text, “29 June 2020”, “June 2020” or “2020”, each as written and as read."""
    for found in _WRITTEN_DATE.finditer(text):
        parts = [found["year"]]
        if found["month"]:
            parts.append(f"{_MONTHS.index(found['month']) + 1:02}")
        if found["day"]:
            parts.append(f"{int(found['day']):02}")
        with contextlib.suppress(ExplorerError, ValueError):
            yield found[0], edtf.parse("-".join(parts))


def texts_of(event: Event) -> Iterator[tuple[str, str]]:
    """Every text of an event that a reader may see, with the name of its field."""
    yield "title", event.title
    yield "label", event.label
    for person in event.people:
        yield "people", f"{person.name}, {person.office}, {person.country}"
    yield "summary", event.summary
    for citation in event.sources:
        yield "sources", citation
    yield "commentary", event.commentary
    yield "on_the_record", event.on_the_record


def check_texts(events: Sequence[Event], document: Document, where: str, problems: list[str]) -> None:
    """The house rules: a record that does not name the document, nothing later than it, “quotes” as these."""
    for event in events:
        there = f"{event.file}, event {event.slug}"
        named = _NAMES_THE_DOCUMENT.search(event.summary)
        if named:
            problems.append(f"{there}: the summary names the document (“{named[0]}”).")
        for field, text in texts_of(event):
            problems += straight_quotes(f"{there}, {field}", text)
            problems += [
                f"{there}, {field}: {date} is later than the document." for date in later(text, document)
            ]
    texts = [("title", document.title), ("note", document.note)]
    texts += [(f"passage {passage.number}", passage.summary) for passage in document.passages]
    texts += [(f"claim {claim.slug}", f"{claim.label} {claim.statement}") for claim in document.claims]
    for field, text in texts:
        problems += straight_quotes(f"{where}, {field}", text)


def straight_quotes(where: str, text: str) -> list[str]:
    return [f"{where}: straight {mark} (write ’ or “these”)." for mark in "'\"" if mark in text]


def later(text: str, document: Document) -> list[str]:
    """The dates in a text that are wholly later than the document."""
    last = edtf.parse(document.date).end.latest
    return [written for written, date in dates_in(text) if date.start.earliest >= last]


def read_properties(folder: Path, events: Sequence[Event], problems: list[str]) -> dict[str, str]:
    file = read_toml(folder, "properties.toml", problems)
    fields = ("title", "description", "first_event", "first_window")
    values = {field: file.text(field) for field in fields}
    file.finish()
    if values["first_event"] not in {event.slug for event in events}:
        file.amiss(f"unknown first_event “{values['first_event']}”")
    read_date(file, "first_window", values["first_window"])
    return values


def read_sources(folder: Path = SOURCE) -> Sources:
    """Everything in the folder. Raises SourceError with every problem found."""
    problems: list[str] = []
    relationships, kinds, places, people = read_tables(folder, problems)
    document = read_document(folder, problems)
    events = read_events(folder, {relationship.slug for relationship in relationships}, problems)
    check_events(
        events,
        {kind.slug for kind in kinds},
        {place.name for place in places},
        {person.name for person in people},
        problems,
    )
    check_document(document, events, f"{folder.name}/document.toml", problems)
    if not problems:
        check_texts(events, document, f"{folder.name}/document.toml", problems)
    properties = read_properties(folder, events, problems)
    if not problems:  # otherwise an event left out above would be told of twice
        here = folder.name
        used = {event.place for event in events}
        check_unused((place.name for place in places), used, f"{here}/places.csv", "place", problems)
        used = {person.name for event in events for person in event.people}
        check_unused((person.name for person in people), used, f"{here}/people.csv", "person", problems)
    if problems:
        raise SourceError(problems)
    return Sources(
        properties=properties,
        relationships=tuple(relationships),
        kinds=tuple(kinds),
        places=tuple(places),
        people=tuple(people),
        events=tuple(events),
        document=document,
    )


# Writing ----------------------------------------------------------------------------------------


def fill(connection: sqlite3.Connection, sources: Sources) -> None:
    """Every row of the database, in one transaction."""

    def add(table: str, *rows: Sequence[object]) -> None:
        for row in rows:
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)

    relationship_id = {item.slug: number for number, item in enumerate(sources.relationships, start=1)}
    kind_id = {item.slug: number for number, item in enumerate(sources.kinds, start=1)}
    place_id = {item.name: number for number, item in enumerate(sources.places, start=1)}
    person_id = {item.name: number for number, item in enumerate(sources.people, start=1)}
    event_id = {item.slug: number for number, item in enumerate(sources.events, start=1)}
    passages = sorted(sources.document.passages, key=lambda passage: passage.number)
    passage_id = {item.number: number for number, item in enumerate(passages, start=1)}
    source_id: dict[str, int] = {}
    for event in sources.events:
        for citation in event.sources:
            source_id.setdefault(citation, len(source_id) + 1)

    with connection:
        connection.execute("BEGIN")
        add("properties (name, value)", *sorted(sources.properties.items()))
        for number, relationship in enumerate(sources.relationships):
            row = (number + 1, relationship.slug, relationship.label, number)
            add("relationships (id, slug, label, position)", row)
        for number, kind in enumerate(sources.kinds):
            row = (number + 1, kind.slug, kind.label, kind.shape, number)
            add("kinds (id, slug, label, shape, position)", row)
        for number, place in enumerate(sources.places, start=1):
            row = (number, place.name, place.country_code, place.country, place.latitude, place.longitude)
            add("places (id, name, country_code, country, latitude, longitude)", row)
        for number, person in enumerate(sources.people, start=1):
            row = (number, person.name, person.sort_name, int(person.is_body))
            add("people (id, name, sort_name, is_body)", row)
        add("sources (citation, id)", *source_id.items())
        document = sources.document
        row = (1, document.slug, document.title, document.author, document.publisher)
        add(
            "documents (id, slug, title, author, publisher, date_edtf, note)",
            (*row, document.date, document.note),
        )
        for passage in passages:
            row = (passage_id[passage.number], 1, passage.number, passage.summary)
            add("passages (id, document_id, number, summary)", row)
        for event in sources.events:
            number = event_id[event.slug]
            add_event(
                add,
                event,
                {
                    "id": number,
                    "kind_id": kind_id[event.kind],
                    "relationship_id": relationship_id[event.relationship],
                    "place_id": place_id[event.place],
                },
            )
            if event.coordinates:
                add("event_coordinates (event_id, latitude, longitude)", (number, *event.coordinates))
            for position, person in enumerate(event.people):
                row = (number, position, person_id[person.name], person.office, person.country)
                add("participations (event_id, position, person_id, office, country)", row)
            for position, citation in enumerate(event.sources):
                add("citations (event_id, position, source_id)", (number, position, source_id[citation]))
            add("commentary (id, event_id, document_id, text)", (number, number, 1, event.commentary))
            for paragraph in event.paragraphs:
                add("passage_events (passage_id, event_id)", (passage_id[paragraph], number))
                add("commentary_passages (commentary_id, passage_id)", (number, passage_id[paragraph]))
            if event.on_the_record:
                add("record_notes (event_id, text)", (number, event.on_the_record))
        for number, claim in enumerate(document.claims, start=1):
            row = (number, 1, claim.slug, number, claim.label, claim.statement)
            add("claims (id, document_id, slug, position, label, statement)", row)
            for paragraph in claim.paragraphs:
                add("claim_passages (claim_id, passage_id)", (number, passage_id[paragraph]))
            for served in claim.events:
                row = (number, event_id[served.slug], served.role, passage_id[served.paragraph])
                add("claim_events (claim_id, event_id, role, passage_id)", row)


def add_event(add: Callable[..., None], event: Event, ids: Mapping[str, int]) -> None:
    row = {
        **ids,
        "slug": event.slug,
        "title": event.title,
        "label": event.label,
        "start_edtf": event.start_text,
        "end_edtf": event.end_text,
        "start_earliest": event.start.earliest,
        "start_latest": event.start.latest,
        "end_earliest": event.end.earliest,
        "end_latest": event.end.latest,
        "start_precision": event.start.precision,
        "end_precision": event.end.precision,
        "start_qualifier": event.start.qualifier,
        "end_qualifier": event.end.qualifier,
        "importance": event.importance,
        "basis": event.basis,
        "summary": event.summary,
        "confidence": event.confidence,
    }
    add(f"events ({', '.join(row)})", tuple(row.values()))


def build(out: Path = DATABASE, folder: Path = SOURCE) -> Sources:
    """Write the database that the sources give. The file at `out` is replaced only when it is whole."""
    sources = read_sources(folder)
    handle, name = tempfile.mkstemp(prefix=f".{out.name}.", suffix=".new", dir=out.parent)
    os.close(handle)
    new = Path(name)
    try:
        with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.executescript(SCHEMA.read_text(encoding="utf-8"))
            fill(connection, sources)
            connection.execute("INSERT INTO event_text (event_text) VALUES ('rebuild')")
            connection.execute("INSERT INTO event_text (event_text) VALUES ('optimize')")
            connection.execute("ANALYZE")
            connection.execute("VACUUM")
        new.chmod(0o644)
        new.replace(out)
    finally:
        new.unlink(missing_ok=True)
    return sources


# Comparing --------------------------------------------------------------------------------------


def dump(database: Path) -> Iterator[str]:
    """The content of a database, line by line: its schema and every row, but not how SQLite stores it.

    The index of the full text and the statistics are left out: they follow from the rest, and another
    version of SQLite may write them in another way.
    """
    address = f"{database.absolute().as_uri()}?mode=ro"
    with contextlib.closing(sqlite3.connect(address, uri=True)) as connection:
        for pragma in ("application_id", "user_version", "page_size"):
            yield f"{pragma} {connection.execute(f'PRAGMA {pragma}').fetchone()[0]}"
        objects = connection.execute(
            "SELECT m.name, m.sql, t.type, t.ncol FROM sqlite_schema m"
            " LEFT JOIN pragma_table_list t ON t.schema = 'main' AND t.name = m.name"
            " WHERE m.sql IS NOT NULL AND m.name NOT LIKE 'sqlite#_%' ESCAPE '#'"
            " AND coalesce(t.type, '') <> 'shadow' ORDER BY m.name"
        ).fetchall()
        for _, sql, _, _ in objects:
            yield tidy(sql)
        for name, _, kind, columns in objects:
            if kind == "table":
                order = ", ".join(str(column + 1) for column in range(columns))
                for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY {order}'):
                    yield f"{name} {row!r}"


def is_current(database: Path = DATABASE, folder: Path = SOURCE) -> bool:
    """Whether the database holds what the sources give."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / "fresh.db"
        build(fresh, folder)
        try:
            return list(dump(database)) == list(dump(fresh))
        except sqlite3.Error:
            return False


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Build the bundled database from its sources.")
    parser.add_argument("out", nargs="?", type=Path, default=DATABASE, help="the file to write")
    parser.add_argument("--check", action="store_true", help="only tell whether the file is in step")
    parser.add_argument("--source", type=Path, default=SOURCE, help="the folder of the sources")
    options = parser.parse_args(arguments)
    out, folder = cast("Path", options.out), cast("Path", options.source)
    try:
        if cast("bool", options.check):
            if is_current(out, folder):
                return 0
            print(f"{out.name} is not what its sources give: run python db/build.py.", file=sys.stderr)
            return 1
        sources = build(out, folder)
    except ExplorerError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{out} cannot be written: {error.strerror}.", file=sys.stderr)
        return 1
    print(f"{out.name}: {len(sources.events)} events, {len(sources.document.passages)} paragraphs.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
