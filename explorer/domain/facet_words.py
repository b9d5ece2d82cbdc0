"""What is said of each facet by its name: a noun has a gender, so each sentence is there for each facet.

The sentences on what a database does not have, the lanes and the filter's own words come here.
"""

from typing import Final

from explorer.domain.quoting import quotable
from explorer.domain.tongue import grouped, mark, translate

#: More values than are listed.
_COUNTED: Final = {
    "relationship": mark("Filter", "{n} relationships"),
    "kind": mark("Filter", "{n} kinds"),
    "person": mark("Filter", "{n} people"),
    "place": mark("Filter", "{n} places"),
    "country": mark("Filter", "{n} countries"),
    "basis": mark("Filter", "{n} bases"),
    "claim": mark("Filter", "{n} claims"),
    "source": mark("Filter", "{n} sources"),
    "mine": mark("Filter", "{n} marks of yours"),
}

_UNKNOWN: Final = {
    "relationship": mark("Errors", "There is no relationship “{value}” in this database"),
    "kind": mark("Errors", "There is no kind “{value}” in this database"),
    "person": mark("Errors", "There is no person “{value}” in this database"),
    "place": mark("Errors", "There is no place “{value}” in this database"),
    "country": mark("Errors", "There is no country “{value}” in this database"),
    "basis": mark("Errors", "There is no basis “{value}” in this database"),
    "claim": mark("Errors", "There is no claim “{value}” in this database"),
    "source": mark("Errors", "There is no source “{value}” in this database"),
}

_NONE_AT_ALL: Final = {
    "relationship": mark("Errors", "Events here have no relationship at all"),
    "kind": mark("Errors", "Events here have no kind at all"),
    "person": mark("Errors", "Events here have no person at all"),
    "place": mark("Errors", "Events here have no place at all"),
    "country": mark("Errors", "Events here have no country at all"),
    "basis": mark("Errors", "Events here have no basis at all"),
    "claim": mark("Errors", "Events here have no claim at all"),
    "source": mark("Errors", "Events here have no source at all"),
}

#: Of what a view names and the database lacks, in a list of such.
_GONE: Final = {
    "relationship": mark("Errors", "the relationship “{value}”"),
    "kind": mark("Errors", "the kind “{value}”"),
    "person": mark("Errors", "the person “{value}”"),
    "place": mark("Errors", "the place “{value}”"),
    "country": mark("Errors", "the country “{value}”"),
    "basis": mark("Errors", "the basis “{value}”"),
    "claim": mark("Errors", "the claim “{value}”"),
    "source": mark("Errors", "the source “{value}”"),
    "mine": mark("Errors", "the mine “{value}”"),
}

_NO_LANE: Final = {
    "relationship": mark("Errors", "There is no lane “{value}” when lanes stand for each relationship."),
    "kind": mark("Errors", "There is no lane “{value}” when lanes stand for each kind."),
    "person": mark("Errors", "There is no lane “{value}” when lanes stand for each person."),
    "place": mark("Errors", "There is no lane “{value}” when lanes stand for each place."),
    "claim": mark("Errors", "There is no lane “{value}” when lanes stand for each claim."),
}

_WITHOUT: Final = {
    "relationship": mark("Lanes", "No relationship"),
    "kind": mark("Lanes", "No kind"),
    "person": mark("Lanes", "No person"),
    "place": mark("Lanes", "No place"),
    "country": mark("Lanes", "No country"),
    "basis": mark("Lanes", "No basis"),
    "claim": mark("Lanes", "No claim"),
    "source": mark("Lanes", "No source"),
}

#: Facets whose values are the program's own words, not the database's.
OUR_OWN: Final = frozenset({"basis", "mine"})


def number_of_values(facet: str, number: int) -> str:
    """ "12 people"."""
    return translate("Filter", _COUNTED[facet]).format(n=grouped(number))


def unknown_value(facet: str, value: str) -> str:
    """That a database does not have a value; a sentence without its end."""
    return translate("Errors", _UNKNOWN[facet]).format(value=quotable(value))


def none_at_all(facet: str) -> str:
    """That a database has no value at all; a sentence without its end."""
    return translate("Errors", _NONE_AT_ALL[facet])


def gone(facet: str, value: str) -> str:
    """ "the kind “letter”", which a view names and the database lacks."""
    return translate("Errors", _GONE[facet]).format(value=quotable(value))


def no_lane(facet: str, value: str) -> str:
    """That no lane stands for a value."""
    return translate("Errors", _NO_LANE[facet]).format(value=quotable(value))


def without(facet: str) -> str:
    """The lane of events without any value: "No person"."""
    return translate("Lanes", _WITHOUT[facet])
