"""Words are found however they are spelt: strokes, marks, widths, signs unseen, and runs without blanks."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from explorer.domain.folding import has_phrase, phrase_of
from explorer.domain.query import TextTerm, parse_query
from explorer.storage.index import load_index
from explorer.storage.opening import open_database
from explorer.storage.search import search_rows
from explorer.storage.spelling import make_spelling, postpone, spelling_of
from tests.builders import Given, build_database

Find = Callable[[str], set[str]]

EVENTS = (
    Given("walesa", "Lech Wałęsa meets the envoy", people=[("Lech Wałęsa", "Chairman", "Poland")]),
    Given("plain-walesa", "A letter to Walesa"),
    Given("soren", "Søren Kierkegaard Street talks"),
    Given("strasse", "Große Straße protocol"),
    Given("yildirim", "Binali Yıldırım in Astana", people=[("Binali Yıldırım", "", "Türkiye")]),
    Given("dukanovic", "Đukanović–Kučan letter"),
    Given("xi", "习近平主席与金正恩会晤", people=[("金正恩", "委员长", "朝鲜")]),
    Given("g7", "第2回G7サミット"),
    Given("thai", "การประชุมสุดยอดกรุงเทพ"),
    Given("kana", "ﾄｳｷｮｳ ｻﾐｯﾄ", summary="ガスの話"),
    Given("wide", "ＮＡＴＯ ｓｕｍｍｉｔ in Ｂｒｕｓｓｅｌｓ"),
    Given("ligature", "The ﬁnal oﬀer ½ №5 m²"),
    Given("soft", "Hel\u00adsin\u200bki Final\u2060 Act", commentary="Un\u00adseen in a com\u00adment"),
    Given("arabic", "\u200fالقمة\u200f العربيّة"),
    Given("hebrew", "לָשׁוֹן הרע"),
    Given("hindi", "दिल्ली शिखर सम्मेलन"),
    Given("russian", "Встреча Горбачёва и Рейгана"),
    Given("greek", "Σύνοδος Κορυφής στην Αθήνα"),
    Given("korean", "대한민국 대통령 방북"),
    Given("jamo", "\u1111\u1167\u11bc\u110b\u1163\u11bc 선언"),
    Given("viet", "Gặp gỡ tại Hà Nội"),
    Given("nfd", "Franc\u0327ois Mitte\u0301rand à Paris"),
    Given("plain", "Helsinki summit once more"),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_database(tmp_path_factory.mktemp("spelt") / "spelt.db", EVENTS)


@pytest.fixture(scope="module")
def find(file: Path) -> Iterator[Find]:
    with contextlib.closing(open_database(file).connect()) as connection:
        index = load_index(connection)
        slugs = dict(connection.execute("SELECT id, slug FROM events"))

        def found(text: str) -> set[str]:
            mask = search_rows(connection, index, text)
            assert mask is not None
            return {slugs[event] for event in index.ids[np.flatnonzero(mask)].tolist()}

        yield found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Walesa", {"walesa", "plain-walesa"}),
        ("Wałęsa", {"walesa", "plain-walesa"}),
        ("wal", {"walesa", "plain-walesa"}),
        ("WAŁ", {"walesa", "plain-walesa"}),
        ('"lech walesa"', {"walesa"}),
        ("people:walesa", {"walesa"}),
        ("Soren", {"soren"}),
        ("Strasse", {"strasse"}),
        ("stras", {"strasse"}),
        ("grosse straße", {"strasse"}),
        ('"grosse strasse"', {"strasse"}),
        ("Yildirim", {"yildirim"}),
        ("Dukanovic", {"dukanovic"}),
        ("dukanović kucan", {"dukanovic"}),
        ("金正恩", {"xi"}),
        ("会晤", {"xi"}),
        ("金正恩 主席", {"xi"}),
        ("title:委员长", frozenset[str]()),
        ("people:委员", {"xi"}),
        ("金正日", frozenset[str]()),
        ('"金正恩"', {"xi"}),
        ("-金正恩 kim OR 会晤", {"xi"}),
        ("G7", {"g7"}),
        ("G7サミット", {"g7"}),
        ("サミット", {"g7", "kana"}),
        ("กรุงเทพ", {"thai"}),
        ("ประชุม", {"thai"}),
        ("トウキョウ", {"kana"}),
        ("ﾄｳｷｮｳ", {"kana"}),
        ("ガス", {"kana"}),
        ("ｶﾞｽ", {"kana"}),
        ("カス", frozenset[str]()),
        ("nato", {"wide"}),
        ("ＮＡＴＯ", {"wide"}),
        ("summit brussels", {"wide"}),
        ("summit", {"wide", "plain"}),
        ("ｓｕｍｍｉｔ", {"wide", "plain"}),
        ("final offer", {"ligature"}),
        ("m2", {"ligature"}),
        ("final", {"ligature", "soft"}),
        ("Helsinki", {"soft", "plain"}),
        ("Hel\u00adsinki act", {"soft"}),
        ("sinki", frozenset[str]()),
        ("unseen comment", {"soft"}),
        ("commentary:unseen", {"soft"}),
        ("القمة العربية", {"arabic"}),
        ("לשון", {"hebrew"}),
        ("दिल्ली", {"hindi"}),
        ("Горбачева", {"russian"}),
        ("рейган", {"russian"}),
        ("συνοδος αθηνα", {"greek"}),
        ("대통령", {"korean"}),
        ("평양", {"jamo"}),
        ("ha noi", {"viet"}),
        ("francois mitterrand", frozenset[str]()),
        ("francois mitterand", {"nfd"}),
        ("-final helsinki", {"plain"}),
    ],
)  # fmt: skip
def test_however_it_is_spelt_it_is_found(text: str, found: set[str], find: Find) -> None:
    assert find(text) == found


def test_every_word_on_the_screen_finds_its_event(find: Find) -> None:
    for event in EVENTS:
        for word in event.title.replace("–", " ").split():
            assert event.slug in find(f'"{word}"') or phrase_of(word, is_open=False) is None, (
                event.slug,
                word,
            )
            assert event.slug in find(word.upper()) or phrase_of(word, is_open=True) is None, (
                event.slug,
                word,
            )


def test_notes_are_found_alike(file: Path) -> None:
    with contextlib.closing(open_database(file).connect()) as connection:
        index = load_index(connection)
        notes = {1: "Frag in Gdańsk nach", 7: "东京会议", 19: "Helsinki"}
        meant: dict[str, set[int]] = {
            "gdansk": {1}, "会议": {7}, "金正恩 会议": {7}, "note:東京": set(), "walesa gdansk": {1},
        }  # fmt: skip
        for text, ids in meant.items():
            mask = search_rows(connection, index, text, notes)
            assert mask is not None
            assert set(index.ids[np.flatnonzero(mask)].tolist()) == ids, text


def test_what_is_marked_is_what_is_found(find: Find) -> None:
    for text in ("walesa", "金正恩", "กรุงเทพ", "トウキョウ", "final", "helsinki", "לשון", "горбачева", "g7"):
        (term,) = parse_query(text).terms
        assert isinstance(term, TextTerm)
        marked = {event.slug for event in EVENTS if has_phrase(term.phrases[0], event.title)}
        assert marked == find(f"title:{text}")


def test_a_spelling_that_is_still_to_be_made_is_not_waited_for(file: Path) -> None:
    with contextlib.closing(open_database(file).connect()) as connection:
        index = load_index(connection)
        postpone(index)
        before = search_rows(connection, index, "people:walesa")
        assert before is not None
        assert before.sum() == 0
        make_spelling(connection, index)
        after = search_rows(connection, index, "people:walesa")
        assert after is not None
        assert after.sum() == 1


def test_nothing_is_written_and_nothing_can_be(file: Path) -> None:
    before = file.read_bytes()
    with contextlib.closing(open_database(file).connect()) as connection:
        index = load_index(connection)
        assert spelling_of(connection, index) is spelling_of(connection, index)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("CREATE TEMP TABLE other (a)")
    assert file.read_bytes() == before
