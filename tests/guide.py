"""Keeps the user guide in step with the program: `make guide` takes its pictures and writes its tables anew.

    python -m tests.guide              tables and pictures
    python -m tests.guide tables       the tables of docs/GUIDE.md only
    python -m tests.guide NAME …       some pictures only

The pictures are of the real program with the bundled database, without a display. tests/test_guide.py checks
all this.
"""

import argparse
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtTest import QTest

from explorer.cli.call import COMMANDS, parser_of
from explorer.ui.actions import TABLE
from explorer.ui.shortcuts import PLACES, POINTER

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

ROOT: Final = Path(__file__).resolve().parents[1]
GUIDE: Final = ROOT / "docs" / "GUIDE.md"
PICTURES: Final = ROOT / "docs" / "images" / "guide"
THEMES: Final = ("light", "dark")
SIZE: Final = (1280, 800)


# Tables


def tables() -> dict[str, str]:
    """The tables of the guide by their names, as Markdown."""
    made = {"keys": _keys(), "pointer": _rows(("Pointer", "Does"), [(a, b) for a, b in POINTER])}
    for command in COMMANDS:
        options = [row for row in _options(command) if row not in _options("")]
        made[command] = _rows(("Option", "What it is for"), options)
    made["view"] = _rows(
        ("Option", "What it is for"), [row for row in _options("") if "--version" not in row[0]]
    )
    return made


def _keys() -> str:
    groups = dict.fromkeys(entry.group for entry in TABLE)
    actions = [entry for group in groups for entry in TABLE if entry.group == group]
    rows = [(entry.group, entry.text, " ".join(f"`{key}`" for key in entry.keys)) for entry in actions]
    rows += [("In one place", does, f"`{keys.replace(', ', '` `')}`") for keys, does in PLACES]
    # The name of a group once is enough.
    shown = [(row[0] if not at or rows[at - 1][0] != row[0] else "", *row[1:]) for at, row in enumerate(rows)]
    return _rows(("", "Action", "Keys"), shown)


def _options(command: str) -> list[tuple[str, str]]:
    """The options of a command as (option, what its help says)."""
    found: list[tuple[str, str]] = []
    for action in parser_of(command)._actions:  # pyright: ignore[reportPrivateUsage] - nothing else tells
        # Two where the second is the first one's opposite.
        options = [one for one in action.option_strings if one.startswith("--")]
        if not options or "--help" in options:
            continue
        value = action.metavar if isinstance(action.metavar, str) else ""
        if not value and action.choices is not None:
            value = "\\|".join(map(str, action.choices))
        takes_none = isinstance(action, argparse._StoreTrueAction)  # pyright: ignore[reportPrivateUsage]
        given = "" if takes_none or not value else f" {value}"
        names = ", ".join(f"`{option}{given}`" for option in options)
        found.append((names, str(action.help or "").replace("|", "\\|")))
    return found


def _rows(head: tuple[str, ...], rows: "list[tuple[str, str]] | list[tuple[str, ...]]") -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(line)} |".replace("  |", " |") for line in lines)


def with_tables(text: str) -> str:
    """The guide with each stretch between <!-- name --> and <!-- end --> written anew."""
    known = tables()

    def write(found: re.Match[str]) -> str:
        return f"<!-- {found[1]} -->\n\n{known[found[1]]}\n\n<!-- end -->"

    return re.sub(r"<!-- ([a-z]+) -->\n.*?<!-- end -->", write, text, flags=re.DOTALL)


# Pictures


class Camera:
    """A window on the bundled database, as somebody has it in front of them."""

    def __init__(self, theme: str) -> None:
        from explorer import app
        from explorer.domain.view_request import ViewRequest

        self.window: MainWindow = app.staged(app.bundled(), ViewRequest(), SIZE, 1.0, theme)
        self.settle()

    def settle(self) -> None:
        """Wait until all is answered and drawn."""
        from PySide6.QtCore import QCoreApplication, QEvent

        for _ in range(4):
            QTest.qWait(60)
            while self.window.collection.is_busy:
                QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def look(self, line: str) -> None:
        """Bring up the view of a line of text."""
        self.window.views.open_line(f"detente {line}")
        self.settle()

    def shoot(self, out: Path) -> None:
        """Write what the window shows, with a dialog over it where one is open."""
        from PySide6.QtGui import QPainter
        from PySide6.QtWidgets import QApplication

        self.settle()
        picture = self.window.grab()
        above = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if above is not None:
            painter = QPainter(picture)
            shade = self.window.theme.colour("text_soft")
            shade.setAlphaF(0.35)
            painter.fillRect(picture.rect(), shade)
            painter.drawPixmap(
                (picture.width() - above.width()) // 2, (picture.height() - above.height()) // 2, above.grab()
            )
            painter.end()
            # It would outlive the window, and be over the next one.
            above.close()
        picture.save(str(out))
        self.window.close()


def _first_look(_: Camera) -> None:
    """The window as it opens."""


def _filtered(camera: Camera) -> None:
    """Letters between Trump and Kim."""
    camera.look(
        "--window 2018/2020-05 --relationship Trump–Kim --kind letter --kind call"
        " --from 2018-03 --select kim-letter-july-2018"
    )


def _nothing_matches(camera: Camera) -> None:
    camera.look("--window 2017/2020-05 --relationship Trump–Putin --kind letter --search coronavirus")


def _searched(camera: Camera) -> None:
    """A search with a field, and what is offered while it is typed."""
    camera.look("--window 2018/2020-05 --search 'kind:letter person:kim' --select kim-letter-july-2018")
    search = camera.window.toolbar.search
    camera.window.activateWindow()
    search.setFocus()
    search.setText("kind:letter person:k")
    search.setCursorPosition(len(search.text()))
    QTest.keyClicks(search, "i")
    camera.settle()


def _article(camera: Camera) -> None:
    """A paragraph that is read, its events lit."""
    camera.look('--window 2017/2020-05 --tab article --paragraph 6 --select ""')


def _claim(camera: Camera) -> None:
    camera.look(
        "--window 2017/2020-05 --tab article --show-claim 7 --collapse-gaps --select helsinki-summit-2018"
    )


def _compared(camera: Camera) -> None:
    camera.look(
        "--window 2018/2019 --relationship Trump–Kim"
        " --select hanoi-summit-2019 --compare singapore-summit-2018"
    )


def _table(camera: Camera) -> None:
    camera.look(
        "--table --sort=-importance --relationship Trump–Kim --relationship Trump–Xi"
        " --select singapore-summit-2018"
    )


def _palette(camera: Camera) -> None:
    from explorer.domain.named_views import NamedView

    camera.window.views.save(NamedView("Kim’s letters", "--relationship Trump–Kim --kind letter"))
    camera.window.commands.show_palette()
    palette = camera.window.palette_open
    assert palette is not None
    palette.field.setText("kim")


def _views(camera: Camera) -> None:
    from explorer.domain.named_views import NamedView

    for name in ("Kim’s letters", "Reagan and Gorbachev", "What the article never names"):
        camera.window.views.save(NamedView(name, "--kind letter"))
    camera.window.commands.edit_views()


def _shortcuts(camera: Camera) -> None:
    camera.window.commands.show_shortcuts()


def _export(camera: Camera) -> None:
    """The dialog with a preview of a page."""
    from explorer.ui.exporting.dialog import ExportDialog

    camera.look("--window 2017/2020-05")
    camera.window.commands.files.export()
    dialog = camera.window.findChild(ExportDialog)
    assert dialog is not None
    size = dialog.picture.size
    size.setCurrentIndex(size.findText("Slide 16:9"))
    size.activated.emit(size.currentIndex())
    while dialog.is_drawing or dialog.desk.preview.is_busy:
        QTest.qWait(20)


#: What is in the pictures, by name.
SHOTS: Final[dict[str, Callable[[Camera], None]]] = {
    "first-look": _first_look,
    "filtered": _filtered,
    "searched": _searched,
    "no-match": _nothing_matches,
    "article": _article,
    "claim": _claim,
    "compared": _compared,
    "table": _table,
    "export": _export,
    "palette": _palette,
    "views": _views,
    "shortcuts": _shortcuts,
}


def main(arguments: list[str]) -> int:
    """The guide's tables and pictures, or those named, are up to date."""
    if not arguments or "tables" in arguments:
        GUIDE.write_text(with_tables(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name in [name for name in arguments if name != "tables"] or ([] if arguments else list(SHOTS)):
        for theme in THEMES:
            camera = Camera(theme)
            SHOTS[name](camera)
            camera.shoot(PICTURES / f"{name}-{theme}.png")
            print(f"{name}-{theme}.png", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
