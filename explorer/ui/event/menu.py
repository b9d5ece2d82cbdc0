"""What the timeline's context menu offers for the event under the pointer, above what it offers for lanes."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from explorer.domain.tongue import translate
from explorer.state import Store
from explorer.ui.actions import native
from explorer.ui.collection import Collection
from explorer.ui.plain import caption, set_tip


def put_first(menu: QMenu, store: Store, collection: Collection, row: int) -> None:
    """Put the event's actions above all others of a menu; none while its title is still being read."""
    title, index = collection.title_of(row), collection.index
    if title is None or index is None:
        return
    notebook, state = collection.notebook, store.state
    heading = QAction(caption(title.label), menu)
    set_tip(heading, title.label)
    heading.setEnabled(False)
    made = [heading]
    if notebook.is_open:
        is_starred = notebook.note_of(title.id).is_starred
        words = translate("Panel", "Take the star away") if is_starred else translate("Panel", "Star")
        star = QAction(f"{words}\t{native('S')}", menu)
        star.triggered.connect(lambda: notebook.star(title.id, title.slug))
        made.append(star)
    if state.selection not in (None, title.id):
        words = translate("Panel", "Compare with the selection")
        click = translate("Panel", "{ctrl}+click").format(ctrl=native("Ctrl"))
        compare = QAction(f"{words}\t{click}", menu)
        compare.triggered.connect(lambda: store.edit(compared=title.id))
        made.append(compare)
    elif state.selection == title.id:
        words = translate("Panel", "Compare with another event")
        first = QAction(f"{words}\t{native('C')}", menu)
        first.triggered.connect(lambda: store.edit(compared=title.id))
        made.append(first)
    before = menu.actions()[0] if menu.actions() else None
    separator = QAction(menu)
    separator.setSeparator(True)
    menu.insertActions(before, [*made, separator]) if before else menu.addActions(made)
