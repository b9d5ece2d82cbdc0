"""The user guide keeps step with the program: its tables are those of the code, its pictures exist."""

import re
from pathlib import Path

import pytest

from explorer.cli.call import COMMANDS, parser_of
from explorer.ui.actions import TABLE, Entry
from explorer.ui.shortcuts import PLACES, POINTER
from tests.guide import GUIDE, PICTURES, SHOTS, THEMES, tables, with_tables

TEXT = GUIDE.read_text(encoding="utf-8")
PROSE = re.sub(r"<!-- [a-z]+ -->\n.*?<!-- end -->|```.*?```", "", TEXT, flags=re.DOTALL)

#: Names in the prose that look like keys and are none.
_KEYS = re.compile(
    r"`((?:(?:Ctrl|Shift|Alt)\+)+\S+|[A-Z]|[-+0-9,.]|F\d+|Left|Right|Up|Down|PgUp|PgDown|Home|End|Esc)`"
)


def test_the_tables_are_those_of_the_program() -> None:
    # `make guide` writes them.
    assert with_tables(TEXT) == TEXT


def test_every_table_is_in_it() -> None:
    for name in tables():
        assert f"<!-- {name} -->" in TEXT


@pytest.mark.parametrize("entry", TABLE, ids=[entry.name for entry in TABLE])
def test_every_action_is_in_it_with_its_keys(entry: Entry) -> None:
    keys = " ".join(f"`{key}`" for key in entry.keys)
    assert f"| {entry.text} | {keys}".rstrip() in TEXT


def test_every_key_in_the_prose_is_one_of_the_program() -> None:
    known = {key for entry in TABLE for key in entry.keys}
    known |= {key for keys, _ in PLACES for key in keys.split(", ")}
    named = _KEYS.findall(PROSE)
    assert len(named) > 20
    assert [key for key in named if key not in known] == []


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_option_is_in_it(command: str) -> None:
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", parser_of(command).format_help()))
    for option in options - {"--help", "--version"}:
        assert re.search(rf"`{option}\b(?!-)", TEXT), option


def test_every_gesture_is_in_it() -> None:
    for gesture, does in POINTER:
        assert f"| {gesture} | {does} |" in TEXT


def test_every_picture_is_shown_in_both_themes_and_none_is_left_over() -> None:
    shown = set(re.findall(r"images/guide/([\w-]+\.png)", TEXT))
    assert shown == {f"{name}-{theme}.png" for name in SHOTS for theme in THEMES}
    assert {path.name for path in PICTURES.glob("*")} == shown
    for path in PICTURES.glob("*.png"):
        assert path.read_bytes().startswith(b"\x89PNG")
        assert 10_000 < path.stat().st_size < 1_000_000, path.name


def test_every_picture_says_in_words_what_it_shows() -> None:
    pictures = re.findall(r"<img ([^>]*)>", TEXT)
    assert len(pictures) == len(SHOTS)
    assert all(re.search(r'alt="[^"]{20,}"', picture) for picture in pictures)


def test_it_can_be_found() -> None:
    readme = (Path(GUIDE).parents[1] / "README.md").read_text(encoding="utf-8")
    assert "docs/GUIDE.md" in readme
