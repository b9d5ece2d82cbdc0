"""Views with a name, in the order in which a reader keeps them, and what can be done to such a list.

Every function here gives a new list and may be done twice: the settings and the database keep a list each,
and the same change is made to both.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class NamedView:
    """A name, and the words of VIEW on one line."""

    name: str
    line: str


NamedViews: TypeAlias = tuple[NamedView, ...]
Change: TypeAlias = Callable[[NamedViews], NamedViews]


def named(views: Sequence[NamedView], name: str) -> NamedView | None:
    """The view of that name, letter case aside, None without one."""
    folded = name.casefold()
    return next((view for view in views if view.name.casefold() == folded), None)


def saved(views: NamedViews, view: NamedView, before: str = "") -> NamedViews:
    """With the view in place of the one of its name, else before the one named, else at the end."""
    if (former := named(views, view.name)) is not None:
        return tuple(view if one == former else one for one in views)
    at = next((place for place, one in enumerate(views) if one.name == before), len(views))
    return (*views[:at], view, *views[at:])


def renamed(views: NamedViews, old: str, new: str) -> NamedViews:
    """With another name for one; unchanged where another view has that name."""
    other = named(views, new)
    if other is not None and other.name != old:
        return views
    return tuple(replace(one, name=new) if one.name == old else one for one in views)


def removed(views: NamedViews, name: str) -> NamedViews:
    """Without the view of that name."""
    return tuple(one for one in views if one.name != name)


def ordered(views: NamedViews, names: Sequence[str]) -> NamedViews:
    """In the order of the names; what is not named comes last, as it stood."""
    place = {name: number for number, name in enumerate(names)}
    return tuple(sorted(views, key=lambda one: place.get(one.name, len(place))))


def merged(first: NamedViews, second: NamedViews) -> NamedViews:
    """All of the first list, then those of the second whose names are not in it."""
    return (*first, *(one for one in second if named(first, one.name) is None))
