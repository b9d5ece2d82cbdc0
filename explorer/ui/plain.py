"""The one place where a text meets what of Qt may read it as HTML, as a mnemonic or as a placeholder.

Text that comes from data is shown as it is. Nothing else in ui/ makes labels, message boxes, documents or
tooltips, or escapes: tests/test_plain_rule.py holds that. What is meant as HTML is Markup, which only
`markup` and `joined` make; they escape what is put into it.
"""

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Any, Final, final

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QAction, Qt, QTextDocument
from PySide6.QtWidgets import (
    QLabel,
    QListWidgetItem,
    QMenu,
    QMessageBox,
    QTabBar,
    QTableWidgetItem,
    QTextBrowser,
    QToolTip,
    QWidget,
)

#: Letters of a text that a label shows, at the most.
LONGEST_SHOWN: Final = 20_000

#: Says of a widget that its description was put there by `set_tip`.
_TOLD: Final = "plainTip"
#: What a menu gives a meaning of its own, or breaks a line at: tabs begin the column of keys.
_BREAKS: Final = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")


@final
class Markup(str):
    """A text that is HTML, and safe to be read as such."""

    __slots__ = ()


def markup(form: str, **texts: object) -> Markup:
    """The HTML `form`, a literal of ours, with texts in its braces: escaped unless they are Markup."""
    return Markup(form.format(**{name: _escaped(text) for name, text in texts.items()}))


def joined(between: str, parts: Iterable[str]) -> Markup:
    """The parts, escaped unless they are Markup, with a literal of ours between them."""
    return Markup(between.join(map(_escaped, parts)))


def _escaped(text: object) -> str:
    if isinstance(text, Markup):
        return text
    return escape(str(text)).replace("\r\n", "<br>").replace("\n", "<br>")


def tip(text: str) -> str:
    """The text as a tooltip that shows just that, for what a model answers; Markup stays what it is."""
    if isinstance(text, Markup) or not Qt.mightBeRichText(text):
        return str(text)
    return markup("<qt>{text}</qt>", text=text)


def set_tip(made: QWidget | QAction | QListWidgetItem | QTableWidgetItem, text: str) -> None:
    """The tooltip shows just that text, and a screen reader reads it as it is."""
    safe = tip(text)
    made.setToolTip(safe)
    if isinstance(made, QWidget):
        # Qt describes a widget by its tooltip, where nothing else does.
        if safe != text and not made.accessibleDescription():
            made.setAccessibleDescription(text)
            made.setProperty(_TOLD, True)
        elif made.property(_TOLD):
            made.setAccessibleDescription(text if safe != text else "")


def set_tab_tip(tabs: QTabBar, at: int, text: str) -> None:
    """The tooltip of a tab shows just that text."""
    tabs.setTabToolTip(at, tip(text))


def show_tip(at: QPoint, text: str, owner: QWidget) -> None:
    """A tooltip at a point of the screen, with just that text; Markup is read as such."""
    QToolTip.showText(at, tip(text), owner)


def hide_tip() -> None:
    """No tooltip is shown."""
    QToolTip.hideText()


class Label(QLabel):
    """A label that shows just its text, and Markup only where `show_markup` puts it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show the text, as far as LONGEST_SHOWN letters: breaking a megabyte into lines takes seconds."""
        super().setText(text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…")


def show_markup(label: QLabel, text: Markup, spoken: str) -> None:
    """The label shows HTML; a screen reader is told the bare text."""
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText(text)
    label.setAccessibleName(spoken)


def one_line(text: str) -> str:
    """The text with a space where it would begin another line or column."""
    return _BREAKS.sub(" ", text)


def caption(text: str) -> str:
    """The text for buttons, tabs and menus, where an ampersand marks a key and a tab another column."""
    return one_line(text).replace("&", "&&")


def add_action(menu: QMenu, text: str, do: Callable[[], object] | None = None, before: str = "") -> QAction:
    """A menu's entry that says just that; `before` is ours: the number that leads to it."""
    action = QAction(f"{before}{caption(text)}", menu)
    # Qt's own tooltip would be the text again.
    action.setToolTip(tip(text))
    if do is not None:
        # Without Qt's own argument.
        action.triggered.connect(lambda _=False: do())
    menu.addAction(action)
    return action


def title(text: str) -> str:
    """The text as the title of a window, on one line: Qt puts a mark of its own in the place of [*]."""
    return one_line(text).replace("[*]", "[*][*]")


def message(
    parent: QWidget, icon: QMessageBox.Icon, what: str, advice: str = "", *, is_answered: bool = True
) -> QMessageBox:
    """A box that says what is wrong and what to do, gone once it is closed; with OK, if that is all."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(icon)
    box.setWindowTitle("Détente")
    box.setText(what)
    box.setInformativeText(advice)
    # The box has no format for its second text.
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
    if is_answered:
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
    return box


class _ClosedDocument(QTextDocument):
    def loadResource(self, type: int, name: QUrl | str) -> Any:  # noqa: A002, ARG002 - Qt's own names
        """Nothing: no picture, no style sheet, of whatever file or address."""
        return None


class Reader(QTextBrowser):
    """Shows Markdown of ours. It opens nothing, neither what the text names nor what is clicked."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setDocument(_ClosedDocument(self))
        self.setOpenLinks(False)
        self.setMarkdown(text)
