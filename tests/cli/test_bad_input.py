"""What cannot be done: one sentence on standard error, status 1. A call whose words are off: status 2."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bad_files import BAD
from tests.cli.calling import status

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    "call",
    [
        "DB",
        "info DB",
        "info DB --json",
        "check DB",
        "export OUT/x.csv DB",
        "export OUT/x.png DB",
        "screenshot OUT/x.png DB",
    ],
)
@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_file_is_one_sentence(name: str, call: str, tmp_path: Path, capsys: Capture) -> None:
    make, _ = BAD[name]
    path, out = tmp_path / "a file.db", tmp_path / "out"
    out.mkdir()
    make(path)
    words = [word.replace("DB", str(path)).replace("OUT", str(out)) for word in call.split()]
    assert status(*words) == 1
    told, err = capsys.readouterr()
    assert told == ""
    assert re.fullmatch(r"detente: [^\n]*a file\.db[^\n]*\.\n", err), err
    assert "Traceback" not in err
    assert list(out.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no permission bits there")
def test_a_file_without_read_permission_is_one_sentence(file: Path, capsys: Capture) -> None:
    file.chmod(0)
    if os.access(file, os.R_OK):  # root
        assert status("info", file) == 0
        return
    assert status("info", file) == 1
    assert re.fullmatch(r"detente: You may not read [^\n]*\.\n", capsys.readouterr().err)


def test_the_real_program_ends_with_one_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "explorer", str(tmp_path / "nosuch.db")],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 1
    assert done.stdout == ""
    said = r"detente: There is no file “[^\n]*nosuch\.db”; check its name and folder\.\n"
    assert re.fullmatch(said, done.stderr)


WRONG_VALUES = {
    "--relationship": "Ann–Zoe",
    "--kind": "sumit",
    "--person": "Zoe",
    "--place": "Oslo",
    "--basis": "rumoured",
    "--claim": "none",
    "--select": "four",
}


@pytest.mark.parametrize("option", WRONG_VALUES)
def test_a_value_that_does_not_exist_is_one_sentence(option: str, file: Path, capsys: Capture) -> None:
    assert status("info", file, option, WRONG_VALUES[option]) == 1
    said = rf"detente: There is no [^\n]*{WRONG_VALUES[option]}[^\n]*\.\n"
    assert re.fullmatch(said, capsys.readouterr().err)


def test_dates_the_wrong_way_round_are_one_sentence(file: Path, capsys: Capture) -> None:
    for command in (["info"], ["export", "x.csv"], ["screenshot", "x.png"]):
        assert status(*command, file, "--from", "2020", "--to", "2019") == 2
        assert "No time lies between 2020 and 2019" in capsys.readouterr().err
    assert status("info", file, "--window", "2020/2019") == 2
    assert "“2020/2019” ends before it starts" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["info", "--from", "yesterday"],
        ["info", "--window", "then/now"],
        ["info", "--lanes", "colour"],
        ["info", "--certainty", "maybe"],
        ["info", "--min-importance", "6"],
        ["info", "--min-importance", "4", "--max-importance", "2"],
        ["info", "--nosuch"],
        ["info", "a.db", "b.db"],
        ["check"],
        ["export"],
        ["export", "x.docx"],
        ["export", "-"],
        ["export", "x.csv", "--format", "docx"],
        ["export", "x.csv", "--scale", "2"],
        ["screenshot", "x.jpg"],
        ["screenshot", "x.png", "--size", "huge"],
        ["screenshot", "x.png", "--scale", "0"],
        ["--theme", "dark"],
    ],
)
def test_words_that_are_off_are_status_2(words: list[str], capsys: Capture) -> None:
    assert status(*words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(r"detente[^\n]*\n", err), err


@pytest.mark.parametrize("out", ["none/x.png", "none/x.csv", ".", "taken.png"])
def test_what_stands_in_an_exports_way_is_told_before_any_work(file: Path, tmp_path: Path, out: str) -> None:
    (tmp_path / "taken.png").write_text("mine")
    code = (
        "import sys; from explorer.cli import main; status = main(sys.argv[1:])\n"
        "sys.exit(status if 'explorer.ui.main_window' not in sys.modules else 9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "export", str(tmp_path / out), str(file), "--format", "png"],
        capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 1
    assert re.fullmatch(r"detente: [^\n]+\.\n", done.stderr), done.stderr
    assert (tmp_path / "taken.png").read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["exprot", "foo.csv"], "export"),
        (["screnshot", "a.png", "x.db"], "screenshot"),
        (["Info"], "info"),
    ],
)
def test_a_misspelt_command_is_named_and_so_is_the_one_that_was_meant(
    words: list[str], meant: str, capsys: Capture
) -> None:
    assert status(*words) == 2
    err = capsys.readouterr().err
    assert f"“{words[0]}”" in err
    assert f"`detente {meant}`" in err


def test_a_database_may_be_named_nearly_like_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("infos").write_text("no database")
    # It is looked at, and is none.
    assert status("infos") == 1
    assert "infos" in capsys.readouterr().err
