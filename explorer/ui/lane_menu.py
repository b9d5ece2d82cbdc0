"""The menu of lanes: what they stand for, and what to do with one: fold, expand, hide, move."""

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from explorer.domain.tongue import mark, translate
from explorer.state import Store
from explorer.ui.collection import Collection
from explorer.ui.plain import add_action

#: What lanes can stand for, by facet.
GROUPINGS = {
    "relationship": mark("Lanes", "Relationship"),
    "kind": mark("Lanes", "Kind"),
    "person": mark("Lanes", "Person"),
    "place": mark("Lanes", "Place"),
    "claim": mark("Lanes", "Claim"),
}


def fill(menu: QMenu, store: Store, collection: Collection, lane: int | None) -> None:
    """Fill a menu anew: groupings, then what can be done with `lane`, if there is one, and with all."""
    menu.clear()
    state, lanes = store.state, collection.lanes
    if lanes is None:
        return
    slugs, labels = lanes.arrangement.slugs, lanes.arrangement.labels
    group = QActionGroup(menu)
    _heading(menu, translate("Lanes", "Group lanes by"))
    for facet, text in GROUPINGS.items():
        if facet == "claim" and not (collection.has_claims and state.commentary):
            continue
        action = menu.addAction(translate("Lanes", text), lambda facet=facet: regroup(store, facet))
        action.setCheckable(True)
        action.setChecked(facet == state.lanes)
        group.addAction(action)
    if lane is not None:
        slug = slugs[lane]
        menu.addSeparator()
        _heading(menu, translate("Lanes", "Lane {name}").format(name=labels[lane]))
        for text, name in (
            (translate("Lanes", "Fold this lane to one row"), "folded"),
            (translate("Lanes", "Expand this lane to all rows"), "expanded"),
        ):
            action = menu.addAction(text, lambda name=name: turn(store, name, slug))
            action.setCheckable(True)
            action.setChecked(slug in getattr(state, name))
        hide = translate("Lanes", "Hide this lane")
        menu.addAction(hide, lambda: store.edit(hidden=store.state.hidden | {slug}))
        order = shown_order(store, collection)
        at = order.index(slug) if slug in order else 0
        up, down = translate("Lanes", "Move this lane up"), translate("Lanes", "Move this lane down")
        menu.addAction(up, lambda: move(store, collection, slug, at - 1)).setEnabled(at > 0)
        menu.addAction(down, lambda: move(store, collection, slug, at + 1)).setEnabled(at < len(order) - 1)
    menu.addSeparator()
    _heading(menu, translate("Lanes", "All lanes"))
    everything = frozenset(slugs)
    fold, expand = translate("Lanes", "Fold all"), translate("Lanes", "Expand all")
    menu.addAction(fold, lambda: store.edit(folded=everything, expanded=frozenset[str]()))
    menu.addAction(expand, lambda: store.edit(expanded=everything, folded=frozenset[str]()))
    menu.addAction(translate("Lanes", "Back to the usual order and size"), lambda: reset(store))
    menu.addSeparator()
    dims = translate("Lanes", "Dim filtered-out events")
    dim = menu.addAction(dims, lambda: store.edit(dims=not store.state.dims))
    dim.setCheckable(True)
    dim.setChecked(state.dims)
    if state.hidden & frozenset(slugs):
        menu.addSeparator()
        _heading(menu, translate("Lanes", "Hidden lanes"))
    for slug in sorted(state.hidden & everything, key=slugs.index):
        again = translate("Lanes", "Show {name} again").format(name=labels[slugs.index(slug)])
        add_action(menu, again, lambda slug=slug: store.edit(hidden=store.state.hidden - {slug}))


def _heading(menu: QMenu, text: str) -> None:
    # Not addSection: a style sheet makes a bare line of it.
    add_action(menu, text).setEnabled(False)


def menu_for(parent: QWidget, store: Store, collection: Collection, lane: int | None) -> QMenu:
    """A menu made for the moment: it deletes itself when it closes."""
    from PySide6.QtCore import Qt

    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fill(menu, store, collection, lane)
    return menu


def regroup(store: Store, facet: str) -> None:
    """Let lanes stand for the values of another facet; what was done to the former lanes is undone."""
    if facet != store.state.lanes:
        store.edit(lanes=facet, lane_order=(), hidden=frozenset(), folded=frozenset(), expanded=frozenset())


def reset(store: Store) -> None:
    """Show every lane in its usual place and size."""
    store.edit(lane_order=(), hidden=frozenset(), folded=frozenset(), expanded=frozenset())


def turn(store: Store, name: str, slug: str) -> None:
    """Fold or expand a lane (`name` is "folded" or "expanded"), or undo that; never both."""
    other = {"folded": "expanded", "expanded": "folded"}[name]
    chosen: frozenset[str] = getattr(store.state, name)
    store.edit(**{name: chosen ^ {slug}, other: getattr(store.state, other) - {slug}})


def shown_order(store: Store, collection: Collection) -> list[str]:
    """The identifiers of the lanes with anything in them, as they stand from top to bottom."""
    lanes, hidden = collection.every or collection.lanes, store.state.hidden
    if lanes is None:
        return []
    matching = {lanes.arrangement.slugs[lane] for lane in lanes.shown()}
    return [slug for slug in _whole_order(store, collection) if slug in matching and slug not in hidden]


def move(store: Store, collection: Collection, slug: str, to: int) -> None:
    """Put a lane at a place among those shown, counted from 0 at the top.

    Lanes that are hidden or have no match now keep their places among the others.
    """
    shown = shown_order(store, collection)
    if slug not in shown:
        return
    was = shown.index(slug)
    shown.remove(slug)
    to = max(0, min(to, len(shown)))
    order = _whole_order(store, collection)
    order.remove(slug)
    if shown:
        # Right beside the lane that it was moved past, whatever stands there unseen.
        at = order.index(shown[to - 1]) + 1 if to > was or to == len(shown) else order.index(shown[to])
        order.insert(at, slug)
        store.edit(lane_order=tuple(order))


def _whole_order(store: Store, collection: Collection) -> list[str]:
    """The identifiers of all lanes, also of those not shown, in the chosen order."""
    assert collection.lanes is not None
    place = {slug: number for number, slug in enumerate(store.state.lane_order)}
    return sorted(collection.lanes.arrangement.slugs, key=lambda slug: place.get(slug, len(place)))
