"""The bundled events as their sources tell them, read without the program: what queries must agree with."""

import csv
import re
import tomllib
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

SOURCE = Path(__file__).parents[1] / "db" / "source"

Part = Literal["", "title", "summary", "people", "place", "commentary", "sources"]


@dataclass(frozen=True)
class Record:
    """One event; it lies within [start, end), days. It begins before `begun`, and is not over by `over`."""

    slug: str
    relationship: str
    kind: str
    place: str
    country: str
    country_name: str
    people: frozenset[str]
    claims: frozenset[str]
    sources: frozenset[str]
    paragraphs: frozenset[int]
    importance: int
    basis: str
    start: date
    end: date
    begun: date
    over: date
    texts: dict[str, str]

    def says(self, words: str, part: Part = "", *, whole: bool = False) -> bool:
        """Whether a part of the text has the words in a row, the last perhaps only begun unless `whole`."""
        pattern = (
            r"(?<!\w)" + r"\W+".join(map(re.escape, plain(words).split())) + (r"(?!\w)" if whole else "")
        )
        return any(re.search(pattern, text) for name, text in self.texts.items() if part in ("", name))

    def within(self, first: str, last: str, *, surely: bool = False) -> bool:
        """Whether it falls, perhaps or for certain, on the days from one to another, "" for no bound."""
        start = date.fromisoformat(first) if first else date.min
        end = date.fromisoformat(last) + timedelta(1) if last else date.max
        return start <= self.start and self.end <= end if surely else self.start < end and start < self.end

    def stands(self, dating: str, first: str, last: str, *, surely: bool = False) -> bool:
        """Whether it begins, ends or is under way, perhaps or for certain, on some days."""
        start = date.fromisoformat(first) if first else date.min
        end = date.fromisoformat(last) + timedelta(1) if last else date.max
        if dating == "begins":
            earliest, latest = self.start, self.begun
        elif dating == "ends":
            earliest, latest = self.over, self.end
        elif dating == "underway" and surely:
            # Whatever the dates are: begun before it is past, and not over before it comes.
            return self.begun <= end and self.over >= start
        elif dating == "throughout" and surely:
            return self.begun <= start and self.over >= end
        elif dating == "throughout":
            return self.start <= start and end <= self.end
        else:
            return self.within(first, last, surely=surely)
        return start <= earliest and latest <= end if surely else earliest < end and start < latest

    def values(self, facet: str) -> set[str]:
        single = {"relationship", "kind", "place", "country", "basis"}
        many = {"person": self.people, "claim": self.claims, "source": self.sources}
        if facet == "importance":
            return {str(self.importance)}
        return {getattr(self, facet)} if facet in single else set(many.get(facet, ()))


Rule = Callable[[Record], bool]


def plain(text: str) -> str:
    """Small letters without accents."""
    letters = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def records() -> tuple[Record, ...]:
    with (SOURCE / "places.csv").open(encoding="utf-8", newline="") as stream:
        places = {row["name"]: row for row in csv.DictReader(stream)}
    document = tomllib.loads((SOURCE / "document.toml").read_text(encoding="utf-8"))
    claims = [(claim["slug"], {event["slug"] for event in claim["events"]}) for claim in document["claim"]]
    found: list[Record] = []
    for path in sorted((SOURCE / "events").glob("*.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        found += [_record(event, told["relationship"], places, claims) for event in told["event"]]
    return tuple(found)


def _record(
    event: dict[str, Any],
    relationship: str,
    places: dict[str, dict[str, str]],
    claims: list[tuple[str, set[str]]],
) -> Record:
    place = places[event["place"]]
    people = event["people"]
    last = event.get("end", event["start"])
    return Record(
        slug=event["slug"],
        relationship=relationship,
        kind=event["kind"],
        place=event["place"],
        country=place["country_code"],
        country_name=place["country"],
        people=frozenset(person["name"] for person in people),
        claims=frozenset(slug for slug, events in claims if event["slug"] in events),
        sources=frozenset(event["sources"]),
        paragraphs=frozenset(event["paragraphs"]),
        importance=event["importance"],
        basis=event["basis"],
        start=_days(event["start"])[0],
        end=_days(last)[1],
        begun=_days(event["start"])[1],
        over=_days(last)[0],
        texts={
            "title": plain(f"{event['title']} | {event.get('label', '')}"),
            "summary": plain(event["summary"]),
            "people": plain(
                " | ".join(
                    f"{one['name']} {one.get('office', '')} {one.get('country', '')}" for one in people
                )
            ),
            "place": plain(f"{place['name']} {place['country']}"),
            "commentary": plain(f"{event['commentary']} {event.get('on_the_record', '')}"),
            "sources": plain(" | ".join(event["sources"])),
        },
    )


def _days(text: str) -> tuple[date, date]:
    """The first day of a date and the day after its last; the sources have days and one month."""
    text = text.rstrip("?~%")
    if len(text) == 7:
        first = date.fromisoformat(f"{text}-01")
        return first, (first + timedelta(31)).replace(day=1)
    first = date.fromisoformat(text)
    return first, first + timedelta(1)
