"""No text acts on the terminal, whatever a database, a file's name or a call says; and one module prints."""

import ast
import contextlib
import json
import logging
import os
import sqlite3
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import explorer
from explorer import bundle
from explorer.host.terminal import as_json, visible, visible_lines
from tests.cli.calling import status

Capture = pytest.CaptureFixture[str]

ACTS = "\x1b]0;owned\x07\x1b[31mRED\x9b2J\x7f\u202etxt.exe\u2066\u200f\u2028\r\nerror: forged\t\ufeff\u200b"


def _acting(text: str) -> set[str]:
    """The letters that act, but for the line ends that are ours."""
    kept = "\n\xad\u200c\u200d\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f"
    wrong = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return {letter for letter in text if unicodedata.category(letter) in wrong and letter not in kept}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A database whose texts, and whose name, would act on a terminal."""
    path = tmp_path / ("h\x1b[31m\u202e\nforged.db" if sys.platform != "win32" else "h\u202e.db")
    path.write_bytes(bundle.path("db", "diplomacy.db").read_bytes())
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for table, column in (
            ("kinds", "label"), ("kinds", "slug"), ("people", "name"), ("places", "name"),
            ("sources", "citation"), ("relationships", "label"), ("claims", "label"),
            ("events", "slug"), ("events", "title"),
        ):  # fmt: skip
            connection.execute(f"UPDATE {table} SET {column} = ? || {column}", (ACTS,))
        connection.execute("UPDATE properties SET value = ? WHERE name IN ('title', 'first_event')", (ACTS,))
        connection.execute("INSERT INTO views VALUES (?, '--kind letter', 0)", (ACTS,))
    return path


CALLS = [
    "info DB",
    "info DB --json",
    "info DB --kind ACTS",
    "info DB --person ACTS",
    "info DB --search kind:ACTS",
    "info DB --view ACTS",
    "info DB --colour ACTS",
    "info DB --window ACTS",
    "info ACTS.db",
    "check DB",
    "check DB --json",
    "check ACTS.db",
    "export OUT/ACTS/x.csv DB",
    "export OUT/x.csv DB --columns ACTS",
    "export OUT/x.csv DB --lanes ACTS",
    "export OUT/x.png DB --select ACTS",
    "infoACTS",
]


@pytest.mark.parametrize("call", CALLS)
def test_nothing_that_a_command_says_acts(call: str, hostile: Path, tmp_path: Path, capsys: Capture) -> None:
    words = [word.replace("DB", str(hostile)).replace("OUT", str(tmp_path)) for word in call.split()]
    ended = status(*[word.replace("ACTS", ACTS) for word in words])
    out, err = capsys.readouterr()
    assert out or err
    assert not _acting(out + err)
    assert "\nerror: forged" not in out + err
    if ended:
        assert err.count("\n") <= 1


def test_json_says_the_very_texts(hostile: Path, capsys: Capture) -> None:
    assert status("info", hostile, "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["title"] == ACTS
    assert answer["database"] == str(hostile)
    assert ACTS in answer["views"]


@pytest.mark.skipif(sys.platform == "win32", reason="has no such terminal")
@pytest.mark.parametrize("call", ["info DB", "export - DB --format csv", "export - DB --format icalendar"])
def test_a_real_terminal_is_left_alone(call: str, hostile: Path) -> None:
    import pty

    words = [word.replace("DB", str(hostile)) for word in call.split()]
    own, theirs = pty.openpty()
    command = [sys.executable, "-m", "explorer", *words]
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL) as process:
        os.close(theirs)
        told = b""
        # Linux tells the end of the other side as an error.
        with contextlib.suppress(OSError):
            while part := os.read(own, 65_536):
                told += part
    os.close(own)
    assert process.returncode == 0
    text = told.decode().replace("\r\n", "\n")
    assert "]0;owned" in text
    assert not _acting(text) - {"\t"}


@given(st.text(st.characters(exclude_categories=())))
def test_a_text_becomes_one_line_that_does_not_act(text: str) -> None:
    shown = visible(text)
    assert not _acting(shown)
    assert "\n" not in shown
    assert visible(shown) == shown
    assert not _acting(visible_lines(text)) - {"\t"}


@given(st.dictionaries(st.text(), st.text(st.characters(exclude_categories=()))))
def test_json_reads_back_as_it_was(texts: dict[str, str]) -> None:
    said = as_json(texts)
    assert json.loads(said) == texts
    assert not _acting(said)


def test_a_line_of_the_log_does_not_act() -> None:
    from explorer.host.log import LOG

    (handler,) = (one for one in LOG.handlers if type(one).__name__ == "_Memory")
    record = logging.LogRecord("detente", logging.INFO, "", 0, "Opening %s", (ACTS,), None)
    line = handler.format(record)
    assert "owned" in line
    assert not _acting(line) - {"\t"}
    assert "\nerror" not in line


def test_one_module_prints() -> None:
    root = Path(explorer.__file__).parent
    for path in sorted(root.rglob("*.py")):
        if path == root / "host" / "terminal.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            assert called != "print", path
            assert not called.startswith(("sys.stdout.write", "sys.stderr.write", "sys.stdout.print")), path
