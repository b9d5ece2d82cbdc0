"""Hostile inputs of every kind, each opened in every way: what harm do they do?

    python -m tests.hostile [--cases N] [--seed S] [--jobs J] [--only KIND[:SEED]] [--no-monkey]

A case is one input on one command. Prints JSON lines: faults as they are found, then counts by kind and by
command. A fault is had again by --only with the kind and the seed that it names.
"""

import argparse
import json
import multiprocessing
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

from tests.hostile.campaign import COMMANDS, cases_of, inputs_of, monkeys


def main(arguments: list[str]) -> int:
    """The exit status: 1 when anything did harm."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.hostile", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--cases", type=int, default=2_400, metavar="N", help="cases in all, at least (2400)")
    parser.add_argument("--seed", type=int, default=None, metavar="S", help="of the first input (drawn)")
    parser.add_argument("--jobs", type=int, default=multiprocessing.cpu_count(), metavar="J")
    parser.add_argument("--only", metavar="KIND[:SEED]", help="one kind, or one input")
    parser.add_argument("--commands", default="", help=f"some of {','.join(COMMANDS)}")
    parser.add_argument(
        "--sample",
        action="store_true",
        help="one input of every second kind, checked and tried in one other way",
    )
    parser.add_argument("--no-monkey", action="store_true", help="without random events in five databases")
    chosen = parser.parse_args(arguments)
    seed: int = multiprocessing.current_process().pid or 0 if chosen.seed is None else chosen.seed
    commands: tuple[str, ...] = tuple(chosen.commands.split(",")) if chosen.commands else COMMANDS
    cases = 1 if chosen.sample else chosen.cases
    inputs = inputs_of(chosen.only, seed, cases, len(commands))
    work = [(kind, number, commands) for kind, number in inputs]
    if chosen.sample:
        first, *others = COMMANDS
        work = [
            (kind, number, (first, others[(at + seed) % len(others)]))
            for at, (kind, number, _) in enumerate(work[seed % 2 :: 2])
        ]
    print(json.dumps({"seed": seed, "inputs": len(work)}), flush=True)
    is_harmed = _run(work, chosen.jobs)
    if not (chosen.no_monkey or chosen.sample or chosen.only):
        is_harmed = not monkeys(seed) or is_harmed
    return 1 if is_harmed else 0


def _run(work: Sequence[tuple[str, int, tuple[str, ...]]], jobs: int) -> bool:
    """Whether anything did harm; all of it is printed."""
    by: dict[str, Counter[str]] = {}
    most: dict[str, Any] = {"memory_mb": 0, "turn_s": 0.0, "steps": 0, "cpu_s": 0.0}
    # Each process ends after some inputs: what it has in memory is copied into every trial.
    with multiprocessing.get_context("spawn").Pool(jobs, maxtasksperchild=60) as pool:
        for done, (kind, seed, found) in enumerate(pool.imap_unordered(cases_of, work), 1):
            if sys.stderr.isatty():
                print(f"\r{done} of {len(work)} inputs", end="", file=sys.stderr, flush=True)
            for one in found:
                for name in (f"kind {kind}", f"command {one['command']}", "all"):
                    count = by.setdefault(name, Counter())
                    count["cases"] += 1
                    count["refused"] += one["refused"]
                    count["faults"] += bool(one["faults"])
                    for fault in one["faults"]:
                        count[fault.partition(":")[0]] += 1
                for name in ("memory_mb", "turn_s", "steps", "cpu_s"):
                    if one[name] > most[name]:
                        most[name], most[f"{name}_of"] = one[name], f"{kind}:{seed} {one['command']}"
                if one["faults"]:
                    told = {key: one[key] for key in ("command", "status", "faults", "err")}
                    print(json.dumps({"fault": f"{kind}:{seed}", **told}, ensure_ascii=False), flush=True)
    for name in sorted(by, key=lambda name: (name == "all", name)):
        count = by[name]
        share = round(count.pop("refused") / max(1, count["cases"]), 3)
        print(json.dumps({"of": name, "refused": share, **count}), flush=True)
    print(json.dumps(most), flush=True)
    return by["all"]["faults"] > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
