"""Two versions of a note become one, and no word of either is lost."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.note import Note, merged

_TEXT = st.text("ab \n", max_size=6)


def _note(text: str, is_starred: bool = False) -> Note:
    return Note("a-slug", is_starred, text)


@given(_TEXT, _TEXT, _TEXT)
def test_every_text_that_was_changed_is_in_the_one_that_comes_of_both(
    base: str, mine: str, theirs: str
) -> None:
    text = merged(_note(base), _note(mine), _note(theirs)).text
    if mine != base:
        assert mine in text
    if theirs != base:
        assert theirs in text
    if mine == base == theirs:
        assert text == base


@given(_TEXT, _TEXT)
def test_who_alone_has_changed_a_text_has_the_say(base: str, changed: str) -> None:
    assert merged(_note(base), _note(changed), _note(base)).text == changed
    assert merged(_note(base), _note(base), _note(changed)).text == changed


@given(st.booleans(), st.booleans(), st.booleans())
def test_who_has_changed_the_star_has_the_say(base: bool, mine: bool, theirs: bool) -> None:
    star = merged(_note("", base), _note("", mine), _note("", theirs)).is_starred
    assert star is (mine if mine != base else theirs)


def test_joining_again_while_one_types_on_does_not_repeat_anything() -> None:
    base, mine, theirs = _note(""), _note("mine"), _note("theirs")
    joined = merged(base, mine, theirs)
    typed_on = _note("mine, and more")
    assert merged(mine, typed_on, joined).text == joined.text + ", and more"
