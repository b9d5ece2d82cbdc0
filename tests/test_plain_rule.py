"""explorer/ui/plain.py alone makes what may read a text as HTML: all code of ui/ is read to see that."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import explorer

UI: Final = Path(explorer.__file__).parent / "ui"
PLAIN: Final = UI / "plain.py"

#: What is made and called in plain.py only, by the name behind the last dot.
MADE: Final = frozenset(
    {"QLabel", "QMessageBox", "QTextDocument", "QTextBrowser", "QTextEdit", "QErrorMessage", "QInputDialog"}
    | {"QProgressDialog", "QStaticText", "Markup", "QSimpleHtmlItem", "QGraphicsTextItem", "QWhatsThis"}
)
CALLED: Final = frozenset(
    {"setToolTip", "setWhatsThis", "setStatusTip", "setTabToolTip", "setTextFormat", "showText", "setHtml"}
    | {"insertHtml", "appendHtml", "setMarkdown", "insertMarkdown", "setInformativeText", "setDetailedText"}
    | {"mightBeRichText", "convertFromPlainText", "escape", "TextItem", "setTitleText"}
)
#: The clipboard holds a page that formats/html.py wrote, for other programs.
ALLOWED: Final = {("exporting/clipboard.py", "setHtml")}
ROLES: Final = ("ToolTipRole", "WhatsThisRole", "StatusTipRole")


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def breaches(source: str) -> Iterator[str]:
    """What stands in a module of ui/ against the rule."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _name(node.func) in MADE | CALLED:
            yield _name(node.func)
        elif isinstance(node, ast.ClassDef):
            yield from (_name(base) for base in node.bases if _name(base) in MADE)
        elif isinstance(node, ast.Attribute) and node.attr in {"RichText", "AutoText", "MarkdownText"}:
            yield node.attr
        elif isinstance(node, ast.Constant) and node.value == "&&":
            yield "&&"
        elif isinstance(node, ast.If) and any(role in ast.unparse(node.test) for role in ROLES):
            answers = [
                one.value for part in node.body for one in ast.walk(part) if isinstance(one, ast.Return)
            ]
            yield from (
                f"a role answered by {ast.unparse(answer)}"
                for answer in answers
                if answer is not None and "tip(" not in ast.unparse(answer)[:4]
            )
        elif isinstance(node, ast.Call) and _name(node.func) == "setData":
            yield from (role for role in ROLES if role in ast.unparse(node))
        elif isinstance(node, ast.Call) and _name(node.func) in {"markup", "joined"}:
            # The form is ours: never a text that was put together.
            form = node.args[0] if node.args else None
            if not isinstance(form, ast.Constant | ast.Name):
                yield f"{_name(node.func)} of what is no literal"


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.relative_to(UI).as_posix())
def test_only_one_module_makes_what_may_read_html(path: Path) -> None:
    if path == PLAIN:
        return
    place = path.relative_to(UI).as_posix()
    found = [what for what in breaches(path.read_text(encoding="utf-8")) if (place, what) not in ALLOWED]
    assert not found, f"explorer/ui/plain.py has functions for this: {found}"


@pytest.mark.parametrize(
    "source",
    [
        "made = QLabel(name)",
        "class Line(QtWidgets.QLabel): ...",
        "self.made.setToolTip(name)",
        "QToolTip.showText(at, name)",
        "label.setTextFormat(Qt.TextFormat.RichText)",
        "box = QMessageBox(window)",
        "menu.addAction(name.replace('&', '&&'))",
        "def data(self, index, role):\n    if role == Qt.ItemDataRole.ToolTipRole:\n        return self.name",
        "item.setData(Qt.ItemDataRole.ToolTipRole, name)",
        "markup(f'<b>{name}</b>')",
        "Markup(name)",
    ],
)
def test_the_rule_sees_a_breach(source: str) -> None:
    assert list(breaches(source))


def test_markup_escapes_what_is_put_into_it() -> None:
    from explorer.ui.plain import joined, markup

    said = markup("<b>{name}</b>", name="<i>&\n\"'")
    assert said == "<b>&lt;i&gt;&amp;<br>&quot;&#x27;</b>"
    assert joined("<br>", (said, "<u>")) == f"{said}<br>&lt;u&gt;"
    assert markup("{said}", said=said) == said
