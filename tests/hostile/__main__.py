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
from typing import Any

from tests.hostile.campaign import COMMANDS, WRITES, cases_of, kinds_of, monkeys


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
    parser.add_argument("--no-monkey", action="store_true", help="without random events in five databases")
    chosen = parser.parse_args(arguments)
    seed: int = multiprocessing.current_process().pid or 0 if chosen.seed is None else chosen.seed
    commands = tuple(chosen.commands.split(",")) if chosen.commands else COMMANDS
    inputs = kinds_of(chosen.only, seed, chosen.cases, len(commands))
    print(json.dumps({"seed": seed, "inputs": len(inputs)}), flush=True)
    total = _run(inputs, commands, chosen.jobs)
    is_harmed = total["faults"] > 0
    if not chosen.no_monkey and chosen.only is None:
        is_harmed = not monkeys(seed) or is_harmed
    return 1 if is_harmed else 0


def _run(inputs: list[tuple[str, int]], commands: tuple[str, ...], jobs: int) -> dict[str, Any]:
    by: dict[str, Counter[str]] = {}
    most: dict[str, Any] = {"memory_mb": 0, "turn_s": 0.0, "steps": 0, "cpu_s": 0.0}
    work = [(kind, seed, commands) for kind, seed in inputs]
    # Each process ends after some inputs: what it has in memory is copied into every trial.
    with multiprocessing.get_context("spawn").Pool(jobs, maxtasksperchild=60) as pool:
        for kind, seed, found in pool.imap_unordered(cases_of, work):
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
    return {"faults": by.get("all", Counter())["faults"], "writes": len(WRITES)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
