"""What a screen reader finds in a window: the accessible tree, from the window down, as lines or as parts."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from explorer.ui.timeline.accessible import EntryAccess, LaneAccess

#: Children of one part that are looked at: a table has as many as it has cells.
MANY = 1200


@dataclass(frozen=True)
class Part:
    """One accessible object: how deep in the tree, its role's name, what it says of itself.

    `access` is the object where it is ours. Those of Qt end with their widgets, unnoticed by Python: whoever
    kept one would one day hold another.
    """

    depth: int
    role: str
    name: str
    description: str
    rect: QRect
    is_focused: bool
    access: LaneAccess | EntryAccess | None


def walk(access: QAccessibleInterface, depth: int = 0) -> Iterator[Part]:
    """The part and all under it that can be perceived, each before its children."""
    text = QAccessible.Text
    yield Part(
        depth,
        access.role().name,
        access.text(text.Name),
        access.text(text.Description),
        access.rect(),
        bool(getattr(access.state(), "focused")),  # noqa: B009 - the stubs lack the fields
        access if isinstance(access, LaneAccess | EntryAccess) else None,
    )
    for number in range(min(access.childCount(), MANY)):
        child = access.child(number)
        if not getattr(child.state(), "invisible"):  # noqa: B009 - the stubs lack the fields
            assert access.indexOfChild(child) == number, (access.text(text.Name), number)
            yield from walk(child, depth + 1)


def tree(widget: QWidget) -> list[Part]:
    """Everything in a window."""
    return list(walk(QAccessible.queryAccessibleInterface(widget)))


def dump(widget: QWidget) -> str:
    """The tree to read, two spaces for each level."""
    return "\n".join(f"{'  ' * part.depth}{part.role} “{part.name}”" for part in tree(widget))
