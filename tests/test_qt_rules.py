"""What PySide must not be asked for: it works on most machines, on most days."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "explorer").rglob("*.py"))
#: For Python, what these answer belongs to the widget that is asked, and is gone with it.
TAKING = {"nextInFocusChain", "previousInFocusChain", "buddy"}


def _calls(file: Path) -> Iterator[tuple[ast.Call, dict[str, object]]]:
    """The calls in a module, and what of Qt's its names stand for."""
    tree = ast.parse(file.read_text("utf-8"), str(file))
    known: dict[str, object] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
            module = importlib.import_module(node.module or "")
            for name in node.names:
                found = getattr(module, name.name, None)
                known[name.asname or name.name] = found or importlib.import_module(
                    f"{node.module}.{name.name}"
                )
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, known
        if isinstance(node, ast.ClassDef) and any(_named(base, known) for base in node.bases):
            # What is handed on to Qt by a class of ours.
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and _is_base(call.func):
                    yield call, known | {"super.__init__": _named(node.bases[0], known)}


def _is_base(called: ast.expr) -> bool:
    return isinstance(called, ast.Attribute) and ast.unparse(called) == "super().__init__"


def _named(called: ast.expr, known: dict[str, object]) -> object:
    """The class of Qt's that an expression names, None for anything else."""
    found = known.get(ast.unparse(called).replace("()", ""))
    if found is None and isinstance(called, ast.Attribute):
        found = getattr(known.get(ast.unparse(called.value)), called.attr, None)
    return found if isinstance(found, type) else None


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_property_is_set_by_a_keyword_of_a_constructor(file: Path) -> None:
    # PySide finds it by the C library's toupper, which has no plain I in Turkish.
    found = [
        f"line {call.lineno}: {ast.unparse(call)}"
        for call, known in _calls(file)
        if call.keywords and _named(call.func, known) is not None
    ]
    assert not found


def test_a_property_set_by_a_keyword_is_found(tmp_path: Path) -> None:
    file = tmp_path / "module.py"
    file.write_text(
        "from PySide6 import QtCore\n"
        "from PySide6.QtCore import QTimer as Clock\n"
        "Clock(interval=3)\n"
        "QtCore.QTimer(singleShot=True)\n"
        "class Own(QtCore.QTimer):\n"
        "    def __init__(self):\n"
        "        super().__init__(interval=2)\n"
    )
    found = [call for call, known in _calls(file) if call.keywords and _named(call.func, known) is not None]
    assert sorted(call.lineno for call in found) == [3, 4, 7]


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_widget_is_asked_for_what_would_then_belong_to_it(file: Path) -> None:
    found = [
        f"line {call.lineno}: {ast.unparse(call)}"
        for call, _ in _calls(file)
        if isinstance(call.func, ast.Attribute) and call.func.attr in TAKING
    ]
    assert not found
