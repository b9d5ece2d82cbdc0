"""Which inputs are made, what is tried on each, and whether what the commands say of one agrees."""

import contextlib
import importlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, Final

from tests.hostile.kinds import KINDS, Ground, make
from tests.hostile.trial import Outcome, removed, tried
from tests.hostile.writes import WRITES

COMMANDS: Final = ("check", "info", "csv", "png", "screenshot", "window")
ROOT: Final = Path(__file__).parents[2]

#: What is said of a picture, or of a database without events, and is no fault of the file's.
_OF_THE_CALL: Final = ("pixels higher than asked for", "No event matches, so there is nothing to draw")

# Each adds its kinds.
for _module in ("damage", "exports", "journals", "names", "notes", "schema", "values"):
    importlib.import_module(f"tests.hostile.{_module}")


def inputs_of(only: str | None, seed: int, cases: int, commands: int) -> list[tuple[str, int]]:
    """Kind and seed of each input."""
    every = [*KINDS, *WRITES]
    if only is not None:
        name, _, number = only.partition(":")
        if name not in every:
            raise SystemExit(f"There is no kind “{name}”; choose from {', '.join(every)}.")
        return (
            [(name, int(number))] if number else [(name, seed + n) for n in range(max(1, cases // commands))]
        )
    found: list[tuple[str, int]] = []
    number = made = 0
    while made < cases:
        for name in every:
            found.append((name, seed + number))
            made += commands if name in KINDS else 1
        number += 1
    return found


def cases_of(asked: tuple[str, int, tuple[str, ...]]) -> tuple[str, int, list[dict[str, Any]]]:
    """What came of one input on all commands, as far as it can be printed."""
    name, seed, commands = asked
    _prepare()
    place = Path(tempfile.mkdtemp(prefix="detente-hostile-"))
    outcomes: list[Outcome]
    try:
        outcomes = _of_input(name, seed, commands, place) if name in KINDS else [WRITES[name](seed, place)]
    except Exception:  # noqa: BLE001 - a mistake of the campaign's own is told like any fault
        outcomes = [Outcome("make", faults=["campaign: " + traceback.format_exc()[-1500:]])]
    finally:
        removed(place)
    return name, seed, [_printed(outcome) for outcome in outcomes]


def _printed(outcome: Outcome) -> dict[str, Any]:
    return {
        "command": outcome.command, "status": outcome.status, "refused": outcome.is_refusal,
        "faults": outcome.faults, "err": outcome.err[:1500], "memory_mb": outcome.memory >> 20,
        "turn_s": round(outcome.turn, 3), "steps": outcome.steps, "cpu_s": round(outcome.seconds, 2),
    }  # fmt: skip


def _of_input(name: str, seed: int, commands: tuple[str, ...], place: Path) -> list[Outcome]:
    path, ground = make(name, seed, place)
    outcomes: list[Outcome] = []
    for command in commands:
        outcomes.append(tried(command, _work(command, path, ground), place, [ground.folder, ground.victims]))
        for out in (place / "out").iterdir():
            is_wanted = out.name in {"x.csv", "x.png", "w.png"} and outcomes[-1].status == 0
            if not is_wanted:
                outcomes[-1].faults.append(f"litter: out/{out.name}")
            out.unlink()
    _compare(name, outcomes)
    return outcomes


def _work(command: str, path: Path, ground: Ground) -> Callable[[dict[str, Any]], int | str | None]:
    out = ground.folder.parent / "out"
    # What begins with a dash is named from here, as a shell's reader has to.
    words: dict[str, list[str | Path]] = {
        "check": ["check", path], "info": ["info", path], "csv": ["export", out / "x.csv", path],
        "png": ["export", out / "x.png", path, "--size", "900x600"], "screenshot": ["screenshot",
        out / "w.png", path],
    }  # fmt: skip

    def work(said: dict[str, Any]) -> int | str | None:
        if command == "window":
            from tests.hostile.driving import Driver

            return Driver(said, Random(f"{ground.folder}")).drive(path)
        from explorer.cli import main

        return main([str(word) for word in words[command]])

    return work


def _compare(name: str, outcomes: list[Outcome]) -> None:
    """Whatever is refused or left out anywhere, `check` names, with status 1."""
    check = next((one for one in outcomes if one.command == "check"), None)
    if check is None or check.status != 0 or name == "exported":
        return
    for one in outcomes:
        told = [*one.told, *one.err.splitlines()]
        of_file = [said for said in told if not any(words in said for words in _OF_THE_CALL)]
        if of_file and "warning:" not in check.out:
            one.faults.append(f"disagreement: check passes what is told here: {of_file[0][:200]}")
        elif one.status != 0 and (of_file or not told):
            one.faults.append(f"disagreement: check passes it, the status here is {one.status}")


def _prepare() -> None:
    """Everything that a trial needs is loaded, once in each process."""
    if "tests.hostile.loaded" in sys.modules:
        return
    sys.modules["tests.hostile.loaded"] = sys.modules[__name__]
    os.environ.update(QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8", PYTHONPATH=str(ROOT))
    for variable in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "LANGUAGE"):
        os.environ.pop(variable, None)
    for module in ("explorer.app", "explorer.cli.commands", "explorer.cli.saved", "explorer.cli.restored",
                   "explorer.storage.checking", "explorer.formats.csv", "explorer.ui.timeline.view",
                   "explorer.ui.overview", "explorer.ui.figure.writing", "explorer.ui.reader",
                   "explorer.ui.detail", "PySide6.QtSvg", "tests.hostile.driving",
                   "tests.markup"):  # fmt: skip
        with contextlib.suppress(ImportError):
            importlib.import_module(module)


def monkeys(seed: int) -> bool:
    """Whether 20,000 random events did no harm in any of five databases; true where there is no monkey."""
    if importlib.util.find_spec("tests.monkey") is None:
        return True
    odd = importlib.import_module("tests.odd_databases")
    is_well = True
    for name in tuple(odd.NAMES)[:5]:
        words = [sys.executable, "-m", "tests.monkey", name, "20000", str(seed), "--offscreen"]
        status = subprocess.run(words, cwd=ROOT, check=False).returncode
        print(json.dumps({"monkey": name, "status": status}), flush=True)
        is_well = is_well and status == 0
    return is_well
