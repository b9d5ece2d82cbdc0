"""EventFilter: what its methods leave true, and what it says of itself in English."""

from dataclasses import replace

import pytest

from explorer.domain.filter import FACETS, EventFilter

LABELS = {
    "letter": "Letter", "call": "Call", "crisis": "Crisis", "sanction/tariff": "Sanction or tariff",
    "Trump–MBS": "Trump–Mohammed bin Salman", "method": "Leader to leader", "FI": "Finland",
    "long": "A citation that goes on and on, with a date, a newspaper and even the name of its author, 2019",
}  # fmt: skip


def _label(_facet: str, slug: str) -> str:
    return LABELS.get(slug, slug)


NONE = EventFilter()


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (NONE, "all events"),
        (NONE.requiring_all("person"), "all events"),
        (
            EventFilter("certainly-after:2018-03 coronavirus")
            .choosing("kind", {"letter", "call"})
            .choosing("relationship", {"Trump–Kim"}),
            "calls and letters, Trump–Kim, certainly after March 2018, naming “coronavirus”",
        ),
        (NONE.choosing("kind", {"crisis", "sanction/tariff"}), "crises and sanctions or tariffs"),
        (NONE.choosing("person", {"Xi", "Trump"}), "with Trump or Xi"),
        (NONE.choosing("person", {"Xi", "Trump"}).requiring_all("person"), "with both Trump and Xi"),
        (NONE.choosing("person", {"Xi"}).requiring_all("person"), "with Xi"),
        (NONE.choosing("person", {"A", "B", "C"}).requiring_all("person"), "with A, B and C"),
        (NONE.choosing("person", {"A", "B", "C", "D"}), "any of 4 people"),
        (NONE.choosing("person", {"A", "B", "C", "D"}).requiring_all("person"), "all of 4 people"),
        (NONE.excluding("person", {"A", "B", "C", "D"}), "none of 4 people"),
        (NONE.excluding("kind", {"letter", "call"}), "no calls or letters"),
        (NONE.excluding("relationship", {"Trump–MBS"}), "not Trump–Mohammed bin Salman"),
        (NONE.excluding("person", {"Xi"}).choosing("country", {"FI"}), "in Finland, without Xi"),
        (NONE.choosing("basis", {"named"}), "named in the article"),
        (NONE.excluding("basis", {"context"}), "not context beyond the article"),
        (NONE.choosing("claim", {"method"}), "serving the claim Leader to leader"),
        (NONE.choosing("source", {"AFP"}), "citing “AFP”"),
        (
            NONE.choosing("source", {"long"}),
            "citing “A citation that goes on and on, with a date, a newspaper an…”",
        ),
        (NONE.choosing("mine", {"starred"}), "starred by you"),
        (NONE.excluding("mine", {"starred", "noted"}), "not noted by you or starred by you"),
        (replace(NONE, min_importance=4), "importance 4 or more"),
        (replace(NONE, min_importance=5), "importance 5"),
        (replace(NONE, max_importance=2), "importance 2 or less"),
        (replace(NONE, min_importance=2, max_importance=4), "importance 2 to 4"),
        (replace(NONE, min_importance=3, max_importance=3), "importance 3"),
        (replace(NONE, after="2018-03"), "from March 2018 on"),
        (replace(NONE, before="2018-03", certainty="certain"), "certainly until March 2018"),
        (replace(NONE, after="2018", before="2018", dating="begins"), "beginning in 2018"),
        (
            replace(NONE, after="2018", before="2019-05", dating="ends", certainty="certain"),
            "certainly ending from 2018 to May 2019",
        ),
        (replace(NONE, after="2018", dating="underway"), "under way at some time from 2018 on"),
        (
            replace(NONE, after="2011-05-24", before="2011-05-24", dating="throughout", certainty="certain"),
            "certainly under way throughout 24 May 2011",
        ),
        (EventFilter('begins:"June 2018"'), "beginning in June 2018"),
        (EventFilter("certainly-underway:1980s"), "certainly under way in the 1980s"),
        (EventFilter("year:2018"), "during 2018"),
        (replace(NONE, after="2018", before="2019"), "from 2018 to 2019"),
        (replace(NONE, after="2018", before="2018"), "in 2018"),
        (EventFilter(" Khashoggi’s "), "naming “Khashoggi’s”"),
        (EventFilter('"bin Salman" -call'), "naming “bin Salman”, not naming “call”"),
        (EventFilter("person:trump+xi"), "person “trump” and “xi”"),
        (EventFilter("during:2018,2020"), "during 2018 or 2020"),
        (EventFilter("-certainly-before:1991"), "not certainly before 1991"),
        (EventFilter("title:summit"), "naming “summit” in the title"),
        (EventFilter("note:check is:starred"), "naming “check” in your notes, starred by you"),
        (EventFilter("importance:>=4 paragraph:3..5"), "importance 4 or more, paragraph 3 to 5"),
        (EventFilter("kind:letter kind:call"), "kind “letter” or kind “call”"),
        (EventFilter("id:a"), "identifier “a”"),
        (EventFilter("kind:"), "naming “kind:”"),
    ],
)  # fmt: skip
def test_it_says_itself(wanted: EventFilter, sentence: str) -> None:
    assert wanted.sentence(_label) == sentence


def test_every_clause_can_be_removed_alone() -> None:
    wanted = EventFilter("kim", after="2018", min_importance=2, max_importance=4, certainty="certain")
    for facet in FACETS:
        wanted = wanted.choosing(facet, {"a", "b"}).excluding(facet, {"c"}).requiring_all(facet)
    clauses = wanted.clauses(_label)
    names = [name for name, _, _ in clauses]
    assert names == [*FACETS, *(f"not {facet}" for facet in FACETS), "dates", "importance", "search"]
    for name, _, without in clauses:
        assert [other for other, _, _ in without.clauses(_label)] == [
            other for other in names if other != name
        ]
        wanted = wanted.without(name)
    assert wanted == EventFilter()
    assert wanted.is_empty


def test_a_value_is_chosen_or_excluded_not_both() -> None:
    wanted = NONE.choosing("kind", {"a", "b"}).excluding("kind", {"b", "c"})
    assert (wanted.chosen_in("kind"), wanted.excluded_in("kind")) == ({"a"}, {"b", "c"})
    wanted = wanted.choosing("kind", {"c"})
    assert (wanted.chosen_in("kind"), wanted.excluded_in("kind")) == ({"c"}, {"b"})
    assert wanted.excluding("kind", ()).choosing("kind", ()) == NONE


def test_filters_that_differ_in_anything_are_unequal() -> None:
    every = [
        NONE,
        EventFilter("x"),
        EventFilter(after="2018"),
        EventFilter(before="2018"),
        EventFilter(after="2018", certainty="certain"),
        EventFilter(min_importance=2),
        EventFilter(max_importance=2),
        NONE.choosing("kind", {"a"}),
        NONE.excluding("kind", {"a"}),
        NONE.choosing("kind", {"a"}).requiring_all("kind"),
    ]
    assert len(set(every)) == len({hash(wanted) for wanted in every}) == len(every)
    assert [wanted.is_empty for wanted in every] == [True] + [False] * (len(every) - 1)
    assert NONE.choosing("kind", ["b", "a"]) == NONE.choosing("kind", ("a", "b"))
    assert NONE.requiring_all("kind").requiring_all("kind", False) == NONE
