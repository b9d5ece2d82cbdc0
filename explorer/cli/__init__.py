"""The command `detente`: the window, and what scripts and machines without a display need.

A composition root. Each command imports what it needs when it runs: the window must not wait for what
only an export uses, and no command but those that paint knows Qt.
"""

import os
import sys
from collections.abc import Sequence

from explorer.cli.call import COMMANDS, check, joined_dates, parser_of, refuse_misspelt
from explorer.domain.errors import ExplorerError
from explorer.host import terminal


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name, without one the window; the answer is the exit status.

    0: done. 1: it could not be done, one sentence on standard error says why; so with a value that this
    database does not have. 2: the call's words are off, whatever the database holds. 130: interrupted.
    Raises SystemExit for 2, --help and --version, as argparse does.
    """
    words = joined_dates(sys.argv[1:] if arguments is None else arguments)
    command = words[0] if words and words[0] in COMMANDS else ""
    parser = parser_of(command)
    if words and not command:
        refuse_misspelt(parser, words[0])
    words = words[1:] if command else words
    chosen = parser.parse_intermixed_args(words)
    check(parser, chosen)
    if not command and chosen.log:
        from explorer.host import log

        terminal.tell(str(log.path()))
        return 0
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None and not sys.stdout.isatty():
        # A pipe on Windows would otherwise refuse most letters.
        reconfigure(encoding="utf-8")
    try:
        is_restored = False
        if command != "check" and chosen.database is not None:
            from explorer.formats.restoring import is_export

            is_restored = is_export(chosen.database)
            if is_restored:
                from explorer.cli.restored import restored

                chosen = restored(parser, words, chosen.database, is_window=not command)
                check(parser, chosen)
        if not is_restored and getattr(chosen, "view", None):
            from explorer.cli.saved import words_of_saved

            # What else is asked for comes on top of the saved view.
            saved = words_of_saved(chosen.view, chosen.database, is_window=not command)
            chosen = parser.parse_intermixed_args([*saved, *words])
        if not command:
            from explorer.cli import window

            return window.open_window(chosen, is_export=is_restored)
        from explorer.cli import commands
        from explorer.cli.mistakes import mistakes_caught
        from explorer.cli.stopping import ending_cleanly

        run = {
            "screenshot": commands.take_screenshot,
            "export": commands.export,
            "info": commands.tell_about,
            "check": commands.check_file,
        }[command]
        with ending_cleanly(command, chosen), mistakes_caught():
            status = run(parser, chosen)
        sys.stdout.flush()
    except ExplorerError as error:
        terminal.warn(f"detente: {one_sentence(error)}")
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader has seen enough; Python must not try to flush once more as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except OSError as error:
        if error.filename is not None:
            raise
        # Standard output on a full disk: of what has a name, formats/writing.py tells.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        reason = (error.strerror or str(error)).lower()
        terminal.warn(f"detente: Standard output cannot be written: {reason}; make room, or write elsewhere.")
        return 1
    return status


def one_sentence(error: ExplorerError) -> str:
    """What is wrong and what to do, as one sentence on one line."""
    what, advice = error.what.rstrip("."), error.advice
    said = f"{what}; {advice[0].lower()}{advice[1:]}" if advice else f"{what}."
    return " ".join(said.split())
