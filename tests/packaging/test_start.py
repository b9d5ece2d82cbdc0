"""packaging/start.py, run as a user runs it: in this checkout, and in small ones that need no network."""

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Protocol

import pytest

from tests.patience import PROCESS

ROOT = Path(__file__).resolve().parents[2]
START = ROOT / "packaging" / "start.py"
LOCKS = ("requirements.lock", "requirements-dev.lock")
# Not the environment's own Python: start.py makes environments, and that one may hold no pip.
PYTHON = str(vars(sys).get("_base_executable") or sys.executable)

CLI = """
import os, sys
def main():
    print("detente", *sys.argv[1:], os.environ.get("LC_ALL", ""), flush=True)
    return 3
"""

posix = pytest.mark.skipif(os.name == "nt", reason="tells of POSIX paths and locales")


def load_start() -> Any:
    specification = importlib.util.spec_from_file_location("start", START)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


class Start(Protocol):
    def __call__(self, root: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture(scope="session")
def start(tmp_path_factory: pytest.TempPathFactory) -> Start:
    """start.py of the checkout at `root`, called from elsewhere, with no display, no apt and no network."""
    commands = tmp_path_factory.mktemp("commands")
    for name in ("Xvfb", "xdotool"):  # else it would say, rightly, that they are missing
        (commands / name).touch(0o755)
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH", "VIRTUAL_ENV")

    def call(root: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if name not in hidden}
        environment.update({"PATH": str(commands), "PIP_NO_INDEX": "1", **variables})
        return subprocess.run(
            [PYTHON, str(root / "packaging" / "start.py"), *arguments],
            check=False,
            cwd=root.anchor,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=PROCESS,
        )

    return call


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose program says how it was called and ends with 3, and that needs no package."""
    root = tmp_path / "a blank, an é and a $HOME"
    (root / "packaging").mkdir(parents=True)
    (root / "explorer").mkdir()
    shutil.copy(START, root / "packaging")
    (root / "explorer" / "__init__.py").touch()
    (root / "explorer" / "__main__.py").write_text(
        "import sys\nfrom explorer.cli import main\nsys.exit(main())\n"
    )
    (root / "explorer" / "cli.py").write_text(CLI)
    for lock in LOCKS:
        (root / lock).write_text("# nothing\n")
    return root


def launcher(root: Path) -> Path:
    return root / ".venv" / ("Scripts/detente.cmd" if os.name == "nt" else "bin/detente")


def is_set_up(level: str) -> bool:
    return bool(load_start().Checkout(ROOT).is_ready(level))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
@pytest.mark.skipif(not is_set_up("run"), reason="this checkout was not set up by start.py")
@pytest.mark.parametrize("platform", ["", "offscreen", "minimal:size"])
def test_without_a_display_run_says_so_in_one_line(start: Start, platform: str) -> None:
    done = start(ROOT, "run", QT_QPA_PLATFORM=platform)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1
    assert "no display" in done.stdout
    assert "detente screenshot" in done.stdout
    assert "detente export" in done.stdout


@posix
@pytest.mark.skipif(not is_set_up("test"), reason="this checkout was not set up by start.py")
def test_a_second_set_up_costs_well_under_a_second(start: Start) -> None:
    before = os.times()
    done = start(ROOT, "setup")
    after = os.times()
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    assert spent < 0.5


def test_run_sets_up_from_nothing_then_hands_over(start: Start, checkout: Path) -> None:
    first = start(checkout, "run", "file.db", "--search", "two words", DISPLAY=":7")
    assert first.returncode == 3, first.stderr
    assert "Making .venv" in first.stdout
    assert "detente file.db --search two words" in first.stdout.splitlines()[-1]
    second = start(checkout, "run", DISPLAY=":7")
    assert second.returncode == 3
    assert second.stdout.startswith("detente"), "nothing is set up twice"


def test_a_command_that_paints_no_window_needs_no_display(start: Start, checkout: Path) -> None:
    done = start(checkout, "run", "info", "--json")
    assert done.returncode == 3
    assert "detente info --json" in done.stdout


def test_the_command_works_from_any_directory(start: Start, checkout: Path, tmp_path: Path) -> None:
    assert start(checkout, "setup").returncode == 0
    (tmp_path / "explorer").mkdir()  # is not taken for the program
    done = subprocess.run(
        [launcher(checkout), "check", "x"], check=False, cwd=tmp_path, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 3, done.stderr
    assert done.stdout.startswith("detente check x")


def test_test_makes_run_ready_too(start: Start, checkout: Path) -> None:
    assert start(checkout, "setup").returncode == 0
    assert start(checkout, "run", "info").stdout.startswith("detente info")


def test_an_interrupted_set_up_starts_anew(start: Start, checkout: Path) -> None:
    assert start(checkout, "setup").returncode == 0
    environment = load_start().Checkout(checkout)
    environment.stamp("run").unlink()
    environment.stamp("test").unlink()
    environment.unfinished.touch()
    half = environment.site_packages(environment.version()) / "half_a_package.py"
    half.touch()
    done = start(checkout, "setup")
    assert done.returncode == 0, done.stderr
    assert "incomplete" in done.stdout
    assert not half.exists()
    assert start(checkout, "setup").stdout == ""


def test_a_changed_lock_is_installed_in_place(start: Start, checkout: Path) -> None:
    assert start(checkout, "setup").returncode == 0
    (checkout / LOCKS[1]).write_text("# something else\n")
    done = start(checkout, "setup")
    assert done.returncode == 0
    assert "Installing" in done.stdout
    assert "Making" not in done.stdout


@posix
def test_a_moved_checkout_gets_its_own_environment(start: Start, checkout: Path) -> None:
    assert start(checkout, "setup").returncode == 0
    moved = checkout.with_name("moved")
    checkout.rename(moved)
    assert "moved" in start(moved, "run").stdout
    done = subprocess.run([launcher(moved)], check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 3, done.stderr


def test_a_package_that_cannot_be_had_is_one_sentence_and_the_next_call_recovers(
    start: Start, checkout: Path
) -> None:
    (checkout / LOCKS[0]).write_text("detente-nosuch==1 --hash=sha256:" + "0" * 64 + "\n")
    done = start(checkout, "run")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("pip could not install")
    assert "Traceback" not in done.stderr
    (checkout / LOCKS[0]).write_text("")
    again = start(checkout, "run")
    assert again.returncode == 0, again.stderr
    assert "Removing" not in again.stdout


@posix
def test_a_locale_without_utf8_becomes_one_with_it(start: Start, checkout: Path) -> None:
    assert start(checkout, "setup").returncode == 0
    if sys.platform.startswith("linux"):
        assert "C.UTF-8" in start(checkout, "run", "info", LC_ALL="C").stdout
        assert "C.UTF-8" in start(checkout, "run", "info", LC_ALL="xx_XX.UTF-8").stdout
    assert "C.UTF-8" not in start(checkout, "run", "info", LC_ALL="", LANG="C.UTF-8").stdout


def test_test_runs_every_check_and_names_those_that_failed(start: Start, checkout: Path) -> None:
    done = start(checkout, "test")  # an environment without any of the tools
    assert done.returncode == 1
    names = "ruff check, ruff format, pyright, lint-imports, pytest"
    assert done.stdout.splitlines()[-1] == "FAILED: " + names, done.stderr


@pytest.mark.parametrize("arguments", [[], ["nosuch"]])
def test_a_wrong_call_shows_how_to_call_it(start: Start, arguments: list[str]) -> None:
    done = start(ROOT, *arguments)
    assert done.returncode == 2
    assert "start.py run" in done.stdout


def test_start_parses_on_a_python_too_old_to_run_it() -> None:
    ast.parse(START.read_text("utf-8"), feature_version=(3, 8))


def test_start_and_pyproject_agree_on_the_oldest_python(start: Start) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    major, minor = load_start().OLDEST
    assert project["requires-python"] == f">={major}.{minor}"


def pins(lock: str) -> dict[str, set[str]]:
    """Each requirement with its marker, and its hashes."""
    text = (ROOT / lock).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {
        line.split(" --hash=")[0].strip(): set(re.findall(r"--hash=(sha256:[0-9a-f]{64})\b", line))
        for line in lines
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_version_and_hashes(lock: str) -> None:
    for requirement, hashes in pins(lock).items():
        assert re.match(r"[a-z0-9-]+==[0-9.]+( ; .*)?$", requirement)
        assert hashes, requirement


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_name_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8").lower()
    assert not re.search(r"://|\.(org|com|net|io)\b|--index|--find-links|file:", text)


def test_the_development_lock_holds_all_of_the_other() -> None:
    assert pins(LOCKS[0]).items() <= pins(LOCKS[1]).items()


def test_the_lock_serves_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = {re.split("==", requirement)[0] for requirement in pins(LOCKS[0])}
    asked = {re.split(r"[<>=\[]", requirement)[0].lower() for requirement in project["dependencies"]}
    assert asked <= locked
    qt = next(requirement for requirement in pins(LOCKS[0]) if requirement.startswith("pyside6-essentials"))
    assert qt.startswith("pyside6-essentials==6.11."), "6.12.0 corrupts reference counts on Python 3.11"
