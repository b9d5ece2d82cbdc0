"""Documentation that cannot lie: its examples run, what it names exists, its numbers are right."""

import contextlib
import os
import re
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from explorer.cli import main
from explorer.cli.call import COMMANDS, parser_of, view_of
from explorer.ui.actions import TABLE

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FOLDERS = ("db", "docs", "explorer", "packaging", "resources", "tests")
TEXTS = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "db").glob("*.md"),
        *(ROOT / "db" / "migrations").glob("*.md"),
    ]
)
SOURCES = sorted(
    path
    for folder in ("db", "docs", "explorer", "packaging", "resources")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".md", ".py", ".sql", ".toml", ".csv", ".qss", ".svg"}
) + [
    ROOT / name for name in ("README.md", "CHANGELOG.md", "LICENSE", "Makefile", "pyproject.toml", ".ci/run")
]

#: What belongs to one machine, never to the project.
FOREIGN = ("/work/", "../shared", "/root/", "/home/", "localhost")
#: Where packages are had from is the machine's affair: pip, npm, apt and cargo know their own. Put together
#: here, so that this file names none of them either.
HOSTS = tuple(
    ".".join(parts)
    for parts in (
        ("debian", "org"), ("ubuntu", "com"), ("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"),
        ("npmjs", "com"), ("yarnpkg", "com"), ("crates", "io"), ("rubygems", "org"), ("anaconda", "org"),
        ("proxy", "golang", "org"), ("docker", "io"), ("ghcr", "io"), ("quay", "io"),
    )
)  # fmt: skip


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def _examples(text: str) -> list[str]:
    return [
        line for block in _blocks(text, "sh") for line in block.splitlines() if line.startswith("detente")
    ]


EXAMPLES = [line for path in TEXTS for line in _examples(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_runs(line: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    words = shlex.split(line)[1:]
    if not words or words[0] not in COMMANDS:
        # What opens a window: its words are read, and the same view is found in the database.
        view_of(parser_of("").parse_intermixed_args(words))
        words = ["info", *words]
    elif words[0] in {"screenshot", "export"} and words[1] != "-":
        words[1] = str(tmp_path / Path(words[1]).name)
    words = [str(ROOT / word) if (ROOT / word).is_file() else word for word in words]
    if words[0] == "screenshot" or words[1].endswith(".png"):
        # Qt takes its platform and scale once in a process: a picture gets a process of its own.
        _run_apart(words)
    else:
        assert main(words) == 0
    if words[0] in {"screenshot", "export"}:
        written = Path(words[1]).read_bytes() if words[1] != "-" else capfdbinary.readouterr().out
        assert len(written) > 500


def _run_apart(words: list[str]) -> None:

    done = subprocess.run(
        [sys.executable, "-m", "explorer", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_there_are_examples_of_every_command() -> None:
    shown = {line.split()[1] for line in _examples(README) if line.split()[1] in COMMANDS}
    assert shown == set(COMMANDS)


def test_every_option_named_exists() -> None:
    known = "\n".join(parser_of(command).format_help() for command in ("", *COMMANDS))
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README))
    assert options
    assert {option for option in options if not re.search(rf"{option}\b(?!-)", known)} == set()
    for line in EXAMPLES:
        command = line.split()[1] if line.split()[1] in COMMANDS else ""
        text = parser_of(command).format_help()
        assert all(option in text for option in re.findall(r" (--[a-z-]+)", line)), line


def test_every_key_in_the_table_belongs_to_an_action() -> None:
    table = README.partition("| Keys | Do |")[2].partition("\n\n")[0]
    named = re.findall(r"`([^`]+)`", table)
    assert len(named) > 15
    assert [key for key in named if key not in {key for entry in TABLE for key in entry.keys}] == []


@pytest.mark.parametrize("path", TEXTS, ids=_name)
def test_every_file_named_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)|(?:src|srcset)=\"([^\"]+)\"", text)
    for link in (unquote(first or second) for first, second in links):
        if "://" not in link:
            assert (path.parent / link).exists(), link
    # In code, paths are from the top, from the text's own folder, or from the package.
    top = rf"(?:{'|'.join(FOLDERS)}|domain|layout|storage|formats|ui|cli|source|migrations|decisions)"
    for code in re.findall(r"`([^`\n]+)`", text):
        if re.fullmatch(rf"{top}/[\w./-]*", code) and "NNNN" not in code and "_bundle" not in code:
            places = (ROOT, path.parent, ROOT / "explorer")
            assert any((place / code).exists() for place in places), code


def test_the_pictures_exist_and_are_small() -> None:
    pictures = sorted((ROOT / "docs" / "images").glob("*.png"))
    assert {picture.stem for picture in pictures} >= {"window-light", "window-dark"}
    for picture in pictures:
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert picture.stat().st_size < 1_000_000, picture.name


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_no_file_speaks_of_one_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [word for word in FOREIGN if word in text] == []


def _tracked() -> list[Path]:
    """Every file of the project; where there is no git to ask, all but what building and testing make."""
    try:
        done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        made = {".git", ".venv", "build", "dist", "__pycache__"}
        return [path for path in ROOT.rglob("*") if path.is_file() and not made & set(path.parts)]
    return [ROOT / os.fsdecode(name) for name in done.stdout.split(b"\0") if name]


def test_no_file_names_a_host_of_packages() -> None:
    files = [path for path in _tracked() if path.is_file()]
    assert {"requirements.lock", "package.yml", "check_deb.py", "pyproject.toml"} <= {
        one.name for one in files
    }
    # As a host is written: with a path, a port or a name before it, or alone.
    pattern = re.compile("|".join(map(re.escape, HOSTS)).encode(), re.IGNORECASE)
    assert pattern.search(b"http://" + HOSTS[0].encode() + b"/debian")
    assert {_name(path): found[0] for path in files if (found := pattern.search(path.read_bytes()))} == {}


def test_the_example_of_a_database_is_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (statements,) = _blocks(README, "sql")
    path = tmp_path / "mine.db"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript((ROOT / "db" / "schema.sql").read_text(encoding="utf-8"))
        connection.executescript(statements)
        connection.commit()
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out == f"“{path}” is sound.\n"
    assert main(["info", str(path), "--search", "waterloo"]) == 0
    assert "1 of 1 events" in capsys.readouterr().out


def test_the_numbers_told_are_those_of_the_database() -> None:
    address = f"{(ROOT / 'db' / 'diplomacy.db').as_uri()}?mode=ro"
    with contextlib.closing(sqlite3.connect(address, uri=True)) as connection:
        basis = dict(connection.execute("SELECT basis, count(*) FROM events GROUP BY basis"))
        (notes,) = connection.execute("SELECT count(DISTINCT event_id) FROM record_notes").fetchone()
    total = sum(basis.values())
    prose = " ".join(README.split())
    assert f"comes with {total} events" in prose
    assert f"names {basis['named']} of the {total} events" in prose
    assert f"another {basis['alluded']} it only alludes" in prose
    assert f"remaining {basis['context']} are" in prose
    assert f"({notes} events)" in prose


def test_the_changelog_knows_this_version() -> None:
    from explorer import __version__

    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
