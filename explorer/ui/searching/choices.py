"""What the command palette offers: every action, saved views, lanes, preferences and the values of facets."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from explorer.domain.errors import ExplorerError
from explorer.domain.fuzzy import find, folded
from explorer.domain.tongue import mark, translate
from explorer.domain.view_line import is_line, read_line
from explorer.ui import lane_menu
from explorer.ui.actions import LACKING, NEEDS, TABLE, Entry, native
from explorer.ui.desktop import preferences, recent

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

#: Rows that a search shows; values of a facet that are looked through; words for each facet.
SHOWN: Final = 50
_SOUGHT: Final = 1_000
_FACETS: Final = {
    "relationship": mark("Palette", "Relationship"),
    "kind": mark("Palette", "Kind"),
    "person": mark("Palette", "Person"),
    "place": mark("Palette", "Place"),
    "country": mark("Palette", "Country"),
    "claim": mark("Palette", "Claim"),
    "basis": mark("Palette", "Basis"),
}

#: What comes first when nothing is typed, and how much having been used lately adds to a hit.
RECENT: Final = mark("Palette", "Recently used")
_RECENT_WORTH: Final = 4.0

#: What it costs a hit that it cannot be had now, and the share of the best hit's score that others need.
_LACKING_COST: Final = 9.0
_CLOSE: Final = 0.55

#: What it costs to be one of many values rather than a command or a saved view.
_VALUE_COST: Final = 3.0

_GROUPED: Final = {
    "relationship": mark("Palette", "Group lanes by relationship"),
    "kind": mark("Palette", "Group lanes by kind"),
    "person": mark("Palette", "Group lanes by person"),
    "place": mark("Palette", "Group lanes by place"),
    "claim": mark("Palette", "Group lanes by claim"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: `name` tells it from all others between sessions, `why_not` says why it cannot be had now.

    `places` are the letters of `text` that were found; the first `skipped` are not looked at. `is_on` marks
    what is switched on.
    """

    name: str
    text: str
    group: str
    run: Callable[[], object]
    keys: tuple[str, ...] = ()
    why_not: str = ""
    places: tuple[int, ...] = ()
    skipped: int = 0
    is_on: bool = False


def standing(window: "MainWindow") -> list[Choice]:
    """What is offered before anything is typed: all that there is but the values of facets."""
    found = [_of_action(window, entry) for entry in TABLE if entry.name != "palette"]
    found.extend(
        Choice(
            f"view {view.name}",
            view.name,
            translate("Palette", "Saved views"),
            lambda view=view: window.views.open(view),
        )
        for view in window.views.listed
    )
    for facet, text in _GROUPED.items():
        why_not = translate("Palette", "Lanes are grouped so") if window.store.state.lanes == facet else ""
        found.append(
            Choice(
                f"lanes {facet}",
                translate("Palette", text),
                translate("Palette", "Lanes"),
                lambda facet=facet: lane_menu.regroup(window.store, facet),
                why_not=why_not
                or ("" if window.commands.has("database") else translate("Actions", LACKING["database"])),
            )
        )
    databases = recent.others(window)
    found.extend(
        Choice(
            f"recent {path}",
            translate("Palette", "Open {name}").format(name=recent.name_of(path, databases)),
            translate("Actions", "File", "group"),
            partial(window.open, path),
        )
        for path in databases
    )
    for choice in preferences.CHOICES:
        found.extend(
            Choice(
                f"{choice.name} {value}",
                _preferred(choice, text),
                translate("Palette", "Preferences"),
                lambda choice=choice, value=value: choice.pick(window, value),
                why_not=translate("Palette", "Chosen already") if choice.chosen(window) == value else "",
            )
            for value, text in choice.values
        )
    return found


def _preferred(choice: "preferences.Preference", text: str) -> str:
    title, value = translate("Preferences", choice.title), translate("Preferences", text)
    pattern = translate("Palette", "{preference}: {value}")
    return pattern.format(preference=title, value=f"{value[0].lower()}{value[1:]}")


def ranked(window: "MainWindow", typed: str, lately: Sequence[str]) -> list[Choice]:
    """The rows for what is typed, the best first."""
    if is_line(typed):
        return [_line(window, typed)]
    known = standing(window)
    if not typed.strip():
        used = [choice for name in lately for choice in known if choice.name == name]
        rest = [choice for choice in known if choice.name not in lately]
        return [*(replace(choice, group=translate("Palette", RECENT)) for choice in used), *rest]
    hits: list[tuple[float, Choice]] = []
    for choice in (*known, *_values(window, typed)):
        hit = find(typed, choice.text[choice.skipped :])
        if hit is not None:
            score = hit.score + _RECENT_WORTH * (choice.name in lately) - _LACKING_COST * bool(choice.why_not)
            score -= _VALUE_COST * bool(choice.skipped)
            places = tuple(place + choice.skipped for place in hit.places)
            hits.append((score, replace(choice, places=places)))
    hits.sort(key=lambda hit: -hit[0])
    # Letters strewn over a long name are no answer where others are.
    return [choice for score, choice in hits[:SHOWN] if score >= _CLOSE * hits[0][0]]


def _line(window: "MainWindow", typed: str) -> Choice:
    try:
        read_line(typed)
    except ExplorerError as error:
        return Choice(
            "line",
            str(error),
            translate("Palette", "View"),
            lambda: None,
            why_not=translate("Palette", "Not a view"),
        )
    return Choice(
        "line",
        translate("Palette", "Open this view"),
        translate("Palette", "View"),
        lambda: window.views.open_line(typed),
    )


def _values(window: "MainWindow", typed: str) -> Iterator[Choice]:
    """Filters to a single value, of facets that do not have too many."""
    # All begin alike: that is only looked at where it is what somebody types.
    shown = translate("Palette", "Show only {value}")
    before = shown[: shown.index("{")]
    skipped = 0 if folded(before).startswith(folded(typed)[: len(before)]) else len(before)
    index, match = window.collection.index, window.collection.match
    if index is None or match is None:
        return
    for name, group in _FACETS.items():
        facet = index.facets.get(name)
        if facet is None or len(facet.slugs) > _SOUGHT:
            continue
        counts = match.counts.get(name, {})
        for code, slug in enumerate(facet.slugs):
            if not counts or counts.get(slug):
                yield Choice(
                    f"{name} {slug}",
                    shown.format(value=facet.label_at(code)),
                    translate("Palette", group),
                    lambda name=name, slug=slug: window.commands.filters.show_only(name, slug),
                    skipped=skipped,
                )


def _of_action(window: "MainWindow", entry: Entry) -> Choice:
    action, need = window.actions_by_name[entry.name], NEEDS.get(entry.name, "")
    why_not = translate("Actions", LACKING[need]) if need and not window.commands.has(need) else ""
    if not action.isEnabled():
        why_not = why_not or translate("Palette", "Not with this database")
    keys = tuple(native(key) for key in entry.keys)
    is_on = action.isCheckable() and action.isChecked()
    # Triggered, not called: what switches something reads the check mark.
    return Choice(entry.name, entry.text, entry.heading, action.trigger, keys, why_not, is_on=is_on)
