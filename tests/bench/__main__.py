"""`python -m tests.bench NAME …` runs tests/bench/NAME.py, whose `main(arguments)` gives the exit status."""

import importlib
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Run the named bench, or say which there are."""
    here = Path(__file__).parent
    names = sorted(
        path.stem for path in here.glob("*.py") if not path.stem.startswith("_") and path.stem != "result"
    )
    if not arguments or arguments[0] not in names:
        wanted = arguments[0] if arguments else "--help"
        if wanted in {"-h", "--help"}:
            print(f"usage: python -m tests.bench {{{','.join(names)}}} ...")
            return 0
        print(f"There is no bench “{wanted}”; choose from {', '.join(names)}.", file=sys.stderr)
        return 2
    return importlib.import_module(f"tests.bench.{arguments[0]}").main(arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
