"""Calling the command line in this process."""

from pathlib import Path

from explorer.cli import main


def status(*words: str | Path) -> int | str | None:
    """The exit status that the words lead to, whether returned or, as argparse does, raised."""
    try:
        return main([str(word) for word in words])
    except SystemExit as stopped:
        return stopped.code
