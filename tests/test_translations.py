"""Every text of the program has a translation that can be put in its place."""

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.domain import tongue
from explorer.domain.calendar_names import month_name
from explorer.ui.desktop.language import LANGUAGES
from tests.db.spelling import AMERICAN

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
OTHERS = [code for code in LANGUAGES if code != "en"]

#: Notes of the axis's samples, and the months whose names stand there.
MEASURED = {
    "the widest short month, to measure by": range(1, 13),
    "the widest of January, April, July and October in short, to measure by": (1, 4, 7, 10),
}

_PLACE = re.compile(r"\{[^{}]*\}")


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in sorted((ROOT / "explorer").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id in {"translate", "mark"} and path.name != "tongue.py":
                yield path, node


def _texts() -> set[tuple[str, str, str]]:
    """Context, text and note of everything that is translated."""
    found: set[tuple[str, str, str]] = set()
    for _, call in _calls():
        words = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
        if len(words) == len(call.args):
            context, text, *note = (str(word) for word in words)
            found.add((context, text, note[0] if note else ""))
    return found


def _translations(language: str) -> dict[tuple[str, str, str], str]:
    tree = ET.parse(FOLDER / f"detente_{language}.ts")
    return {
        (
            context.findtext("name") or "",
            message.findtext("source") or "",
            message.findtext("comment") or "",
        ): message.findtext("translation") or ""
        for context in tree.iter("context")
        for message in context.iter("message")
    }


def test_a_context_is_always_a_literal() -> None:
    for path, call in _calls():
        first = call.args[0]
        assert isinstance(first, ast.Constant), f"{path.name}:{call.lineno}"


@pytest.mark.parametrize("language", OTHERS)
def test_everything_is_translated_and_nothing_else(language: str) -> None:
    known = _translations(language)
    assert {key for key in _texts() if not known.get(key)} == set()
    assert set(known) - _texts() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_places_of_its_text(language: str) -> None:
    for (_, text, _), translation in _translations(language).items():
        assert sorted(_PLACE.findall(text)) == sorted(_PLACE.findall(translation)), text


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_read_is_what_was_translated(language: str, tmp_path: Path) -> None:
    compiled = tmp_path / "compiled.qm"
    release = Path(sys.executable).with_name("pyside6-lrelease")
    source = FOLDER / f"detente_{language}.ts"
    subprocess.run([release, "-silent", source, "-qm", compiled], check=True)
    assert compiled.read_bytes() == (FOLDER / f"detente_{language}.qm").read_bytes()


def test_thousands_are_parted_as_the_language_does() -> None:
    try:
        assert tongue.grouped(-1_234_567) == "-1,234,567"
        tongue.speak(lambda _, text, __: text.upper(), ".")
        assert tongue.grouped(1_234_567) == "1.234.567"
        assert tongue.translate("Test", "a text") == "A TEXT"
        assert tongue.mark("Test", "a text") == "a text"
    finally:
        tongue.speak(None)


@pytest.mark.parametrize("language", OTHERS)
def test_a_sample_that_months_are_measured_by_is_the_widest_of_those_that_are_shown(language: str) -> None:
    known = _translations(language)
    samples = {
        note: said for (context, text, note), said in known.items() if (context, text) == ("Axis", "Mar")
    }
    try:
        tongue.speak(lambda context, text, note: known[context, text, note])
        shown = {note: [month_name(m, is_short=True) for m in months] for note, months in MEASURED.items()}
    finally:
        tongue.speak(None)
    assert samples.keys() == shown.keys()
    for note, names in shown.items():
        assert samples[note] in names
        assert len(samples[note]) == max(map(len, names))


def _messages(language: str) -> list[tuple[str, str]]:
    """Each text with its translations, singular and plural."""
    tree = ET.parse(FOLDER / f"detente_{language}.ts")
    assert tree.getroot().get("sourcelanguage") == "en_GB"
    return [
        (message.findtext("source") or "", " | ".join(found.itertext()))
        for message in tree.iter("message")
        if (found := message.find("translation")) is not None
    ]


def test_the_interface_is_spelled_as_in_britain_and_calls_the_article_so() -> None:
    for text, _ in _messages("de"):
        assert not AMERICAN.search(text), text
        assert not re.search(r"(what|where) the column (says|discusses)|newspaper column", text), text


@pytest.mark.parametrize(
    "word",
    [
        "Kolumne", "gesichert", "Sichern", "Aktenlage", "Grundlage", "Lücken raffen", "Unterzeile",
        "erörtert", "Angedeutet", "angedeutet", "Nur Zusammenhang", "Bedeutung", "in Sicht",
        "These löschen", "Filter löschen", "Filter entfernen",
    ],
)  # fmt: skip
def test_german_uses_one_word_for_one_thing(word: str) -> None:
    assert [found for found in _messages("de") if re.search(rf"\b{word}", found[1])] == []
