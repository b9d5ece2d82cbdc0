"""docs/SEARCH.md: every example is understood and finds what it says; every field is on the page."""

import contextlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from explorer import bundle
from explorer.domain.index import EventIndex
from explorer.domain.query import parse_query
from explorer.domain.query_parts import FIELDS, SURENESS
from explorer.domain.query_rows import problems_of
from explorer.storage.index import load_index
from explorer.storage.opening import open_database
from explorer.storage.search import search_rows
from tests.record import Rule, records

Finder = Callable[[str], tuple[set[str], EventIndex]]

PAGE = (Path(__file__).parents[1] / "docs" / "SEARCH.md").read_text(encoding="utf-8")

#: Code on the page that is no search by itself.
PARTS = {
    "--search", "--from", "--to", "certainly-",
    "2018", "2018-03", "2018-03-08", "2018-03/2018-06", "198X", "-0043",
}  # fmt: skip

#: On purpose.
WRONG = {"after:soon", "kind:lettr"}

#: What each example finds, said once more on the sources of the record.
MEANT: dict[str, Rule] = {
    "kim letter": lambda e: e.says("kim") and e.says("letter"),
    "khash": lambda e: e.says("khash"),
    "nucl*": lambda e: e.says("nucl"),
    '"bin salman"': lambda e: e.says("bin salman", whole=True),
    '"kim"': lambda e: e.says("kim", whole=True),
    "Erdogan": lambda e: e.says("erdogan"),
    "-trump": lambda e: not e.says("trump"),
    'khashoggi -"crown prince"': lambda e: e.says("khashoggi") and not e.says("crown prince", whole=True),
    "walesa": lambda e: e.says("walesa"),
    "strasse": lambda e: e.says("strasse"),
    "MBS": lambda e: e.says("mbs") or (e.says("bin salman") and any(
        e.says(f"{name} bin salman", whole=True) for name in ("mohammed", "mohammad", "muhammad")
    )),
    '"United Nations"': lambda e: any(
        e.says(name, whole=True) for name in ("united nations", "un", "u n", "uno", "vereinte nationen")
    ),
    "kim OR xi": lambda e: e.says("kim") or e.says("xi"),
    "(kim OR xi) letter": lambda e: (e.says("kim") or e.says("xi")) and e.says("letter"),
    "kim letter OR war": lambda e: (e.says("kim") and e.says("letter")) or e.says("war"),
    "(kim letter) OR war": lambda e: (e.says("kim") and e.says("letter")) or e.says("war"),
    "trump -(kim OR putin)": lambda e: e.says("trump") and not (e.says("kim") or e.says("putin")),
    "1987": lambda e: e.within("1987-01-01", "1987-12-31"),
    "12 June 2018": lambda e: e.within("2018-06-12", "2018-06-12"),
    "summit 2018": lambda e: e.says("summit") and e.within("2018-01-01", "2018-12-31"),
    "-2019": lambda e: not e.within("2019-01-01", "2019-12-31"),
    "44 BC": lambda e: False,
    '"1987"': lambda e: e.says("1987", whole=True),
    "june": lambda e: e.says("june"),
    "hanoi-summit-2019": lambda e: e.slug == "hanoi-summit-2019",
    "-kind:call": lambda e: e.kind != "call",
    'person:"Kim Jong Un"': lambda e: "Kim Jong Un" in e.people,
    "kind:letter,call": lambda e: e.kind in {"letter", "call"},
    "kind:letter kind:call": lambda e: e.kind in {"letter", "call"},
    "kind:letter person:kim": lambda e: e.kind == "letter" and any("Kim " in name for name in e.people),
    "person:trump+xi": lambda e: {"Donald Trump", "Xi Jinping"} <= e.people,
    "title:summit": lambda e: e.says("summit", "title"),
    "people:adviser": lambda e: e.says("adviser", "people"),
    "place:vienna,doha": lambda e: e.says("vienna", "place") or e.says("doha", "place"),
    "note:check": lambda e: False,
    "relationship:Trump–Kim": lambda e: e.relationship == "Trump–Kim",
    "relationship:gorbachev": lambda e: "Gorbachev" in e.relationship,
    "kind:letter": lambda e: e.kind == "letter",
    "kind:call": lambda e: e.kind == "call",
    "person:kim": lambda e: any("Kim " in name for name in e.people),
    "country:germany": lambda e: e.country == "DE",
    "country:FI": lambda e: e.country == "FI",
    "basis:named": lambda e: e.basis == "named",
    "claim:3": lambda e: "motive" in e.claims,
    "claim:habit": lambda e: "precedent" in e.claims,
    "source:reuters": lambda e: any("Reuters" in source for source in e.sources),
    "importance:5": lambda e: e.importance == 5,
    "importance:>=4": lambda e: e.importance >= 4,
    "importance:2..4": lambda e: 2 <= e.importance <= 4,
    "paragraph:12": lambda e: 12 in e.paragraphs,
    "paragraph:17..18": lambda e: bool(e.paragraphs & {17, 18}),
    "id:yalta-conference": lambda e: e.slug == "yalta-conference",
    "id:nk-launch*": lambda e: e.slug.startswith("nk-launch"),
    "is:starred": lambda e: False,
    "is:noted": lambda e: False,
    "has:note": lambda e: False,
    "has:star": lambda e: False,
    "-has:note": lambda e: True,
    "after:2019": lambda e: e.within("2020-01-01", ""),
    "before:1943": lambda e: e.within("", "1942-12-31"),
    "since:2020-04-20": lambda e: e.within("2020-04-20", ""),
    "until:1945-02-05": lambda e: e.within("", "1945-02-05"),
    "during:2018-06": lambda e: e.within("2018-06-01", "2018-06-30"),
    "during:2019-02-10": lambda e: e.within("2019-02-10", "2019-02-10"),
    "possibly-during:2019-02-10": lambda e: e.within("2019-02-10", "2019-02-10"),
    "certainly-during:2019-02": lambda e: e.within("2019-02-01", "2019-02-28", surely=True),
    "certainly-after:2020-04-20": lambda e: e.within("2020-04-21", "", surely=True),
    "certainly-before:1943-11-28": lambda e: e.within("", "1943-11-27", surely=True),
    "since:2018/03": lambda e: e.within("2018-03-01", ""),
    'during:"12–14 June 2018"': lambda e: e.within("2018-06-12", "2018-06-14"),
    "in:1980s": lambda e: e.within("1980-01-01", "1989-12-31"),
    "year:2018": lambda e: e.within("2018-01-01", "2018-12-31"),
    "begins:2019-02": lambda e: e.stands("begins", "2019-02-01", "2019-02-28"),
    "certainly-ends:2018-06": lambda e: e.stands("ends", "2018-06-01", "2018-06-30", surely=True),
    "certainly-underway:2019-02-27": lambda e: e.stands("underway", "2019-02-27", "2019-02-27", surely=True),
    "throughout:1945-02-05": lambda e: e.stands("throughout", "1945-02-05", "1945-02-05"),
    "after:soon": lambda e: True,
    "kind:lettr": lambda e: False,
    "DPRK": lambda e: (
        e.says("dprk")
        or any(
            e.says(name, whole=True)
            for name in ("north korea", "nordkorea", "democratic people s republic of korea")
        )
    ),
    "U.N.": lambda e: (
        e.says("u n")
        or any(e.says(name, whole=True) for name in ("united nations", "un", "uno", "vereinte nationen"))
    ),
    "person:MBS": lambda e: "Mohammed bin Salman" in e.people,
    "who": lambda e: e.says("who"),
    "WHO": lambda e: e.says("who") or e.says("world health organization", whole=True),
    "Trump-Kim": lambda e: e.says("trump kim"),
    "10:30": lambda e: e.says("10 30"),
}  # fmt: skip


def _examples() -> list[str]:
    code = re.findall(r"`([^`\n]+)`", PAGE)
    return sorted({text for text in code if text not in PARTS and not text.endswith(":")})


@pytest.fixture(scope="module")
def slugs_found() -> Iterator[Finder]:
    with contextlib.closing(open_database(bundle.path("db", "diplomacy.db")).connect()) as connection:
        index = load_index(connection)
        slugs = dict(connection.execute("SELECT id, slug FROM events"))

        def find(text: str) -> tuple[set[str], EventIndex]:
            mask = search_rows(connection, index, text)
            assert mask is not None
            return {slugs[event] for event in index.ids[mask].tolist()}, index

        yield find


@pytest.mark.parametrize("text", _examples())
def test_an_example_finds_what_it_says(text: str, slugs_found: Finder) -> None:
    found, index = slugs_found(text)
    assert found == {record.slug for record in records() if MEANT[text](record)}
    assert bool(problems_of(parse_query(text), index)) == (text in WRONG)


def test_every_example_meant_is_on_the_page() -> None:
    assert set(MEANT) == set(_examples())


def test_every_field_is_on_the_page() -> None:
    named = set(re.findall(r"`([a-z-]+):`", PAGE))
    plain = {field for field in FIELDS if not field.startswith(tuple(sure for sure in SURENESS if sure))}
    assert named == plain
