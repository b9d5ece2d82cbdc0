"""The search language: what a text asks for, what is wrong with it, what it marks in a text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.folding import fold, has_phrase, phrase_of, words_of
from explorer.domain.interval import BEGINNING, FOREVER
from explorer.domain.query import (
    DateTerm,
    FacetTerm,
    IdTerm,
    NumberTerm,
    TextTerm,
    highlights,
    parse_query,
)
from explorer.domain.query_parts import FIELDS
from explorer.domain.saying import query_in_words

DAY = 86_400
FIRST = 17_532 * DAY  # 2018-01-01

#: Texts made of what the language is made of.
_SIGNS = (
    "-",
    '"',
    "“",
    "”",
    ",",
    "+",
    "*",
    " ",
    "..",
    ">=",
    "<",
    "/",
    "[",
    "]",
    "’s",
    ":",
    "\t",
    "\0",
    "\udcff",
)
_WORDS = (
    "2018-03",
    "2019",
    "(",
    ")",
    " OR ",
    " AND ",
    "12 June",
    "44 BC",
    "kim",
    "Erdoğan",
    "letter",
    "starred",
    "4",
    "ß",
    "İ",
    "e\u0301",
)
LANGUAGE = st.lists(st.sampled_from([*(f"{field}:" for field in FIELDS), *_SIGNS, *_WORDS]), max_size=14).map(
    "".join
)


@given(st.text() | LANGUAGE)
def test_no_text_is_refused(text: str) -> None:
    query = parse_query(text)
    assert query.text == text
    for problem in query.problems:
        first, last = problem.span
        assert 0 <= first < last <= len(text)
        assert problem.sentence.endswith(".")
        assert "\n" not in problem.sentence or "\n" in text
    for term in query.terms:
        assert 0 <= term.span[0] < term.span[1] <= len(text)
    assert sum(len(terms) for terms in query.groups) == len(query.terms)
    query_in_words(query)


@given(st.text() | LANGUAGE, st.text() | LANGUAGE)
def test_what_is_marked_lies_within_the_text(text: str, searched: str) -> None:
    spans = highlights(parse_query(searched), text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(text) for edge in edges)


@given(st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12), st.text(), st.text())
def test_a_word_is_marked_where_it_stands(word: str, before: str, after: str) -> None:
    text = f"{before} {word} {after}"
    marked = [text[first:last] for first, last in highlights(parse_query(f'"{word}"'), text)]
    assert any(unicodedata.normalize("NFC", word) in unicodedata.normalize("NFC", part) for part in marked)


@given(st.text())
def test_folding_keeps_a_word_where_it_was(text: str) -> None:
    for word in words_of(text):
        assert len(word.offsets) == len(word.folded) + 1
        assert list(word.offsets) == sorted(word.offsets)
        assert word.offsets[-2] < word.offsets[-1] <= len(text)
        here = text[word.offsets[0] : word.offsets[-1]]
        assert [one.folded for one in words_of(here)] == [word.folded]
        assert unicodedata.normalize("NFC", fold(here)) == unicodedata.normalize("NFC", word.folded)


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Recep Tayyip Erdoğan", "erdog", ["Erdoğ"]),
        ("Erdog\u0306an came", "erdogan", ["Erdog\u0306an"]),
        ("Erdog\u0306an came", "erdog", ["Erdog\u0306"]),
        ("İzmir, IZMIR, izmir", "izmir", ["İzmir", "IZMIR", "izmir"]),
        ("Die große Straße", "straße", ["Straße"]),
        ("Die große Straße", "gross", ["groß"]),
        ("Die große Straße", "gros", ["groß"]),
        ("Lech Wałęsa, Søren, Đukanović", "walesa soren dukanovic", ["Wałęsa", "Søren", "Đukanović"]),
        ("Binali Yıldırım", "yildirim", ["Yıldırım"]),
        ("习近平主席与金正恩会晤", "金正恩 会晤", ["金正恩会晤"]),
        ("第2回G7サミット", "g7 サミット", ["G7サミット"]),
        ("第2回G7サミット", "g7サミット", ["G7サミット"]),
        ("ﾄｳｷｮｳ サミット", "トウキョウ", ["ﾄｳｷｮｳ"]),
        ("ｶﾞｽ", "ガス", ["ｶﾞｽ"]),
        ("ｶﾞｽ", "カス", []),
        ("การประชุมสุดยอดกรุงเทพ", "กรุงเทพ", ["กรุงเทพ"]),
        ("ＮＡＴＯ and the ﬁnal oﬀer", "nato final offer", ["ＮＡＴＯ", "ﬁnal", "oﬀer"]),
        ("Hel\u00adsin\u200bki \u200fالقمة\u200f", "helsinki القمة", ["Hel\u00adsin\u200bki", "القمة"]),
        ("לָשׁוֹן", "לשון", ["לָשׁוֹן"]),
        ("Встреча Горбачёва", "горбачева", ["Горбачёва"]),
        ("Höfði House", "hofð", ["Höfð"]),
        ("Kim met Kimball", '"kim"', ["Kim"]),
        ("Kim met Kimball", "kim", ["Kim", "Kim"]),
        ("Mohammed bin Salman, bin-Salman", '"bin salman"', ["bin Salman", "bin-Salman"]),
        ("a COVID-19 letter", "covid-1", ["COVID-1"]),
        ("a letter", "-letter", []),
        ("a letter from Kim Jong Un", 'person:"kim jong un" kind:letter', ["letter", "Kim Jong Un"]),
        ("Trump Trump", "trump tr", ["Trump", "Trump"]),
        ("Khashoggi was", "Khashoggi’s", ["Khashoggi"]),
        ("in 2019", "after:2018 importance:5 paragraph:2 is:starred", []),
        ("한국어", "한국", ["한국"]),
        ("", "a", []),
        ("text", "", []),
    ],
)
def test_matches_are_marked(text: str, words: str, marked: list[str]) -> None:
    assert [text[first:last] for first, last in highlights(parse_query(words), text)] == marked


def test_words_and_phrases() -> None:
    query = parse_query('Khashoggi’s "bin Salman" COVID-19 kim* "takes Hels')
    phrases = [phrase for term in query.terms if isinstance(term, TextTerm) for phrase in term.phrases]
    assert [(phrase.words, phrase.is_open) for phrase in phrases] == [
        (("khashoggi",), True),
        (("bin", "salman"), False),
        (("covid", "19"), True),
        (("kim",), True),
        (("takes", "hels"), True),
    ]
    assert query.is_plain
    assert query.problems == ()
    assert len(parse_query("a a A").terms) == 2
    assert not parse_query("a -b").is_plain
    assert not parse_query("title:a").is_plain


def test_a_minus_excludes_only_at_the_beginning_of_a_part() -> None:
    assert [term.is_excluded for term in parse_query('COVID-19 -war -"a b" -kind:call - x-y').terms] == [
        False, True, True, True, False,
    ]  # fmt: skip


def test_fields_of_every_sort() -> None:
    query = parse_query(
        "kind:letter,call person:Trump+Xi title:x importance:>=4 paragraph:3..5 id:a* is:starred"
    )
    kinds, people, title, importance, paragraph, named, mine = query.terms
    assert isinstance(kinds, FacetTerm)
    assert [value.text for value in kinds.values] == ["letter", "call"]
    assert isinstance(people, FacetTerm)
    assert (kinds.wants_all, people.wants_all) == (False, True)
    assert isinstance(title, TextTerm)
    assert title.field == "title"
    assert isinstance(importance, NumberTerm)
    assert importance.ranges[0][0] == 4
    assert isinstance(paragraph, NumberTerm)
    assert paragraph.ranges == ((3, 5),)
    assert isinstance(named, IdTerm)
    assert isinstance(mine, FacetTerm)
    assert (mine.field, mine.values[0].text) == ("mine", "starred")
    assert parse_query("KIND:letter").terms[0].field == "kind"


def test_dates_exclude_or_include_the_date_itself() -> None:
    year = 365 * DAY
    expected = {
        "after:2018": (FIRST + year, FOREVER, "possible"),
        "since:2018": (FIRST, FOREVER, "possible"),
        "before:2018": (BEGINNING, FIRST, "possible"),
        "until:2018": (BEGINNING, FIRST + year, "possible"),
        "certainly-during:2018": (FIRST, FIRST + year, "certain"),
        "possibly-during:2018-01-01/2018-01-02": (FIRST, FIRST + 2 * DAY, "possible"),
    }
    for text, (start, end, certainty) in expected.items():
        (term,) = parse_query(text).terms
        assert isinstance(term, DateTerm)
        (dates,) = term.dates
        assert (dates.start, dates.end, term.certainty) == (start, end, certainty), text
    (several,) = parse_query("during:2018,[2019,2020]").terms
    assert isinstance(several, DateTerm)
    assert len(several.dates) == 2


def test_terms_of_one_field_are_any_of_them() -> None:
    query = parse_query(
        "kind:a kind:b -kind:c person:d person:e+f during:2018 certainly-during:2018 during:2019 x y"
    )
    assert [[term.field for term in terms] for terms in query.groups] == [
        ["kind", "kind"], ["kind"], ["person"], ["person"], ["during", "during"], ["during"], [""], [""],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("after:", "“after:” needs a date such as 2019-03."),
        ("after:soon", "“after:” needs a date such as 2019-03, not “soon”."),
        ("certainly-before:x", "“certainly-before:” needs a date such as 2019-03, not “x”."),
        ("after:2018/..", "“after:” needs a date such as 2019-03, not “2018/..”."),
        ("kind:", "“kind:” needs a kind right after the colon, such as kind:letter."),
        ("title:…", "“title:” needs a word or a “phrase” right after the colon, such as title:summit, not"),
        ("importance:9", "“importance:” needs a number from 1 to 5, such as"),
        ("importance:4..2", "“importance:” needs a number from 1 to 5, such as"),
        ("paragraph:x", "“paragraph:” needs a paragraph's number, such as"),
        ("is:red", "“is:” knows is:starred and is:noted, not “red”."),
        ("has:", "“has:” knows has:note and has:star."),
        ("id:", "“id:” needs the identifier of an event"),
        ("persn:kim", "There is no field “persn:”; write person: if you mean that one."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_the_rest_is_searched(text: str, said: str) -> None:
    query = parse_query(f"kim {text} letter")
    (problem,) = query.problems
    assert problem.sentence.startswith(said)
    assert problem.span == (4, 4 + len(text))
    assert [term.span for term in query.terms] == [(0, 3), (5 + len(text), 11 + len(text))]


@pytest.mark.parametrize(
    "text", ["10:30", "http://x", "Re:trump", "a:b:c", '"kind:letter"', "noted", "Kims:"]
)
def test_other_colons_are_text(text: str) -> None:
    query = parse_query(text)
    assert query.problems == ()
    assert query.is_plain


def test_a_phrase_may_be_looked_for_in_any_text() -> None:
    phrase = phrase_of("Ring  the bell", is_open=True)
    assert phrase is not None
    assert has_phrase(phrase, "to ring the BELLS")
    assert not has_phrase(phrase, "the bell rings")
    assert phrase_of("—…", is_open=True) is None
