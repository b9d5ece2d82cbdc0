"""The words of a call: every command's arguments, with help that is complete, and the view they ask for."""

import argparse
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NoReturn

from explorer import __version__, bundle
from explorer.cli.picture import add_picture
from explorer.domain.errors import ExplorerError
from explorer.domain.filter import EventFilter
from explorer.domain.view_line import OFFERED, add_options, joined_dates, view_of
from explorer.domain.view_request import window_dates
from explorer.formats import FORMATS, Format, format_named
from explorer.formats.table import LINE_ENDS, SEPARATORS
from explorer.formats.table import OFFERED as OFFERED_COLUMNS
from explorer.host.terminal import visible

__all__ = ["COMMANDS", "OFFERED", "joined_dates", "parser_of", "refuse_misspelt", "view_of"]

#: Each command's arguments and what it does.
COMMANDS: Final = {
    "screenshot": ("OUT.png [DB] [VIEW]", "A picture of the whole window, drawn without a display."),
    "export": ("OUT [DB] [VIEW]", "The timeline as a picture, or the matching events as a table."),
    "info": ("[DB] [VIEW] [--json]", "Counts, range, facet counts under the view, the filter as a sentence."),
    "check": ("DB [--json]", "Whether the file is sound and ours: status 0 yes, 1 no, with every finding."),
}

_NOTES: Final = """\
A value X is an identifier or the label shown for it. Dates are EDTF: 1985, 1985-04, 1985-04-12, 198X,
1985~, -0043 (44 BCE). Exit status: 0 done; 1 it could not be done (one sentence on standard error says
what is wrong and what to do), as for a value that this database does not have; 2 the call's words are off,
whatever the database holds.
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        # The whole usage would bury what is wrong.
        self.exit(2, f"{visible(self.prog)}: {visible(message)}; see `{visible(self.prog)} --help`.\n")


def parser_of(command: str) -> argparse.ArgumentParser:
    """The parser of one of COMMANDS, or for "" that of the window."""
    prog = f"detente {command}".strip()
    parser = _Parser(
        prog=prog, allow_abbrev=False, epilog=_NOTES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    if command:
        words, parser.description = COMMANDS[command]
        parser.usage = f"{prog} {words}"
    else:
        parser.usage = "detente [DB] [VIEW]\n       detente COMMAND ..."
        parser.description = "A timeline of diplomacy to search, filter and read."
        listed = "\n".join(f"  {name:<22}{what}" for name, (_, what) in COMMANDS.items())
        parser.epilog = (
            f"commands:\n{listed}\n  `detente COMMAND --help` tells more. A database named like a command "
            f"is called as ./info.\n\n{_NOTES}"
        )
        parser.add_argument(
            "--new-window",
            action="store_true",
            help="a window of its own, even where one is open that would show it",
        )
        parser.add_argument("--log", action="store_true", help="print where the log is, and end")
        parser.add_argument("--version", action="version", version=f"Détente {__version__}")
    if command == "screenshot":
        parser.add_argument(
            "out", type=Path, metavar="OUT.png", help="a PNG picture; an older one is replaced"
        )
    elif command == "export":
        endings = " ".join(ending for known in FORMATS for ending in known.endings)
        parser.add_argument(
            "out",
            type=Path,
            metavar="OUT",
            help=f"a file, its format by its ending ({endings}), or - (a pipe)",
        )
    if command == "check":
        parser.add_argument("database", type=Path, metavar="DB", help="the file to check")
    else:
        which = "the bundled one" if command else "the last one opened, else the bundled one"
        parser.add_argument(
            "database",
            type=_database,
            nargs="?",
            metavar="DB",
            help=f"a database ({which}), or an exported file to look at its view",
        )
    if command in {"info", "check"}:
        parser.add_argument("--json", action="store_true", help="print one JSON object")
    if command == "export":
        _add_export(parser)
        _add_table(parser)
        add_picture(parser)
    elif command == "screenshot":
        _add_picture(parser)
    if command != "check":
        group = add_options(parser)
        group.add_argument("--view", metavar="NAME", help="a saved view; what else is asked for comes on top")
    return parser


def refuse_misspelt(parser: argparse.ArgumentParser, word: str) -> None:
    """End with status 2 when what should name a command or a database is nearly the name of a command."""
    near = get_close_matches(word.lower(), COMMANDS, n=1, cutoff=0.7)
    if near and not Path(word).exists():
        parser.error(f"there is no command and no file “{word}”: did you mean `detente {near[0]}`?")


def check(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> None:
    """End with status 2 when words of a call are no text or contradict each other, whatever is open."""
    texts: list[object] = []
    for said in vars(chosen).values():
        texts += said if isinstance(said, list) else [said]
    # Names of files may be any bytes; what is written into a file may not.
    if any(isinstance(text, str) and _is_torn(text) for text in texts):
        parser.error("a text of the call is not UTF-8")
    if not hasattr(chosen, "after"):
        return
    low, high = chosen.min_importance, chosen.max_importance
    if low > high:
        parser.error(f"no importance is at least {low} and at most {high}")
    try:
        _ = EventFilter(after=chosen.after or "", before=chosen.before or "").dates
    except ExplorerError as error:
        parser.error(str(error).rstrip("."))


def _is_torn(text: str) -> bool:
    """True for bytes that are no letters, as the system hands them over."""
    return any("\ud800" <= letter <= "\udfff" for letter in text)


def _add_export(parser: argparse.ArgumentParser) -> None:
    names = ", ".join(f"{known.name} ({known.in_words})" for known in FORMATS)
    parser.add_argument("--format", type=_format, metavar="NAME", help=f"{names}, whatever OUT's ending")
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")
    parser.add_argument(
        "--extent",
        type=_extent,
        metavar="WHAT",
        help="visible: what lies in the window; all: all that matches; or A/B: what lies between two dates "
        "(pictures: visible, tables: all)",
    )
    parser.add_argument(
        "--with-notes",
        action="store_true",
        help="your own stars and notes too: columns star and note, or stars in the picture",
    )


def _add_table(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(
        "TABLE", "Rows stand in the order of --sort; docs/EXPORT.md tells what each format keeps."
    )
    group.add_argument(
        "--columns",
        type=_columns,
        metavar="A,B,...",
        help=f"the columns in this order: {', '.join(OFFERED_COLUMNS)} (not for jsonl and icalendar)",
    )
    group.add_argument(
        "--separator", choices=tuple(SEPARATORS), help="what stands between the cells of CSV (comma)"
    )
    group.add_argument(
        "--line-ends",
        choices=tuple(LINE_ENDS),
        help="how lines of CSV end: crlf, as RFC 4180 says, or lf, as Unix has it (crlf)",
    )
    group.add_argument("--bom", action="store_true", help="begin CSV with a byte order mark, for old Excel")
    group.add_argument(
        "--raw", action="store_true", help="CSV as it is: no apostrophe before texts that may be formulas"
    )
    group.add_argument(
        "--sidecar", action="store_true", help="beside the table OUT.detente.json, which opens its view again"
    )


def _add_picture(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("PICTURE")
    group.add_argument("--size", type=_size, metavar="WxH", help="width and height in points (1440x900)")
    group.add_argument("--scale", type=_scale, metavar="N", help="pixels for each point (1)")
    group.add_argument("--theme", choices=("light", "dark"), help="colours (light)")


def _database(name: str) -> Path:
    """The file of that name; the name alone of the bundled database is enough where there is no such file."""
    path, own = Path(name), bundle.path("db", "diplomacy.db")
    return own if name == own.name and not path.exists() else path


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"([0-9]{2,5})[x×]([0-9]{2,5})", text)
    if match is None or not all(64 <= int(side) <= 32_768 for side in match.groups()):
        raise argparse.ArgumentTypeError(f"“{text}” is not a size such as 1440x900, 64 to 32768 either way")
    return int(match[1]), int(match[2])


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.25 <= scale <= 8:
        raise argparse.ArgumentTypeError(f"“{text}” is not a scale from 0.25 to 8")
    return scale


def _extent(text: str) -> str:
    if text in {"visible", "all"}:
        return text
    try:
        window_dates(text)
    except ExplorerError as error:
        raise argparse.ArgumentTypeError(
            f"“{text}” is not visible, all or two dates such as 2017/2020-05"
        ) from error
    return text


def _columns(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(","))
    for name in names:
        if name not in OFFERED_COLUMNS:
            raise argparse.ArgumentTypeError(
                f"“{name}” is not a column: choose from {', '.join(OFFERED_COLUMNS)}"
            )
    return names


def _format(name: str) -> Format:
    known = format_named(name)
    if known is None:
        raise argparse.ArgumentTypeError(
            f"“{name}” is not a format: choose from {', '.join(one.name for one in FORMATS)}"
        )
    return known
