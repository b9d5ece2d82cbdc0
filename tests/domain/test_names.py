"""People are found however their names are typed: case, diacritics and dashes matter in neither direction."""

import numpy as np
import pytest

from explorer.domain.facet import Facet
from explorer.domain.near_values import near_values
from explorer.domain.query_parts import Value
from explorer.domain.query_rows import values_of

SLUGS = ("Recep Tayyip Erdogan", "Trump–Erdoğan", "Lech Wałęsa", "Muller", "Müller", "Soren", "Ğ")
LABELS = ("Recep Tayyip Erdoğan", "Trump–Erdogan", "Walesa, L.", "Muller", "Müller", "Søren Kierkegaard", "Ğ")
FACET = Facet("person", SLUGS, LABELS, np.zeros(0, np.uint8))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdogan"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("RECEP TAYYIP ERDOĞAN", "Recep Tayyip Erdogan"),
        ("recep tayyip erdogan", "Recep Tayyip Erdogan"),
        # Decomposed, as macOS may hand it on.
        ("Recep Tayyip Erdog\u0306an", "Recep Tayyip Erdogan"),
        ("trump-erdogan", "Trump–Erdoğan"),
        ("Trump–ERDOĞAN", "Trump–Erdoğan"),
        ("lech walesa", "Lech Wałęsa"),
        ("LECH WAŁĘSA", "Lech Wałęsa"),
        ("Soren Kierkegaard", "Soren"),
        ("SØREN KIERKEGAARD", "Soren"),
        # Where a diacritic tells two apart, it does.
        ("muller", "Muller"),
        ("MÜLLER", "Müller"),
    ],
)
def test_a_name_is_found_by_option_and_by_field(typed: str, meant: str) -> None:
    code = FACET.code_of(typed)
    assert code is not None
    assert FACET.slugs[code] == meant
    assert values_of(FACET, Value(typed, (0, len(typed)), is_quoted=True)) == {meant}


@pytest.mark.parametrize("typed", ["erdogan", "Erdoğan", "ERDOĞAN", "walesa", "Wałęsa", "kierkegaard"])
def test_a_part_of_a_name_is_found_by_field_and_proposed_for_an_option(typed: str) -> None:
    assert values_of(FACET, Value(typed, (0, len(typed))))
    assert near_values(typed, FACET).startswith("Perhaps you mean “")


@pytest.mark.parametrize("typed", ["", "–", "\u0306", "Erdogam", "Eroğan", "zzz"])
def test_what_is_no_name_is_none(typed: str) -> None:
    assert FACET.code_of(typed) is None


@pytest.mark.parametrize(("typed", "meant"), [("Erdogam", "Recep Tayyip Erdogan"), ("Valesa", "Lech Wałęsa")])
def test_a_misspelt_word_of_a_name_is_told(typed: str, meant: str) -> None:
    assert meant in near_values(typed, FACET)
