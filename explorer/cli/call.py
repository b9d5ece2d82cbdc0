"""The words of a call: every command's arguments, with help that is complete, and the view they ask for."""

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NoReturn

from explorer import __version__
from explorer.domain.errors import ExplorerError
from explorer.domain.filter import CERTAINTIES, MANY_VALUED, EventFilter
from explorer.domain.view_request import LANES, TABS, ViewRequest
from explorer.formats import FORMATS, Format, format_named

#: The facets of VIEW that are options of their own.
OFFERED: Final = ("relationship", "kind", "person", "place", "country", "basis", "claim", "source", "mine")

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
what is wrong and what to do); 2 the call's words are off.
"""

_FACETS: Final = {
    "relationship": "between whom",
    "kind": "what happened",
    "person": "who took part",
    "place": "where",
    "basis": "named, alluded or context: how it stands in the article",
    "claim": "the claim of the article that it serves",
    "country": "in which country",
    "source": "what it cites",
    "mine": "your own marks: starred or noted",
}

_IDENTIFIERS: Final = {"claim": "ID", "mine": "MARK"}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        # The whole usage would bury what is wrong.
        self.exit(2, f"{self.prog}: {message}; see `{self.prog} --help`.\n")


def joined_dates(words: Sequence[str]) -> list[str]:
    """The words with “--from -0043” made “--from=-0043”: argparse would take the date for an option.

    So with “--search -word”.
    """
    joined: list[str] = []
    for word in words:
        before = joined[-1] if joined else ""
        is_date = before in {"--from", "--to", "--window"} and re.match(r"-[0-9X]", word)
        if is_date or (before == "--search" and re.match(r"-[^-]", word)):
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined


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
        parser.add_argument("database", type=Path, nargs="?", metavar="DB", help=f"a database ({which})")
    if command in {"info", "check"}:
        parser.add_argument("--json", action="store_true", help="print one JSON object")
    if command == "export":
        _add_export(parser)
    if command in {"screenshot", "export"}:
        _add_picture(parser)
    if command != "check":
        _add_view(parser)
    return parser


def view_of(chosen: argparse.Namespace) -> ViewRequest:
    """The view that the words of a call ask for."""
    wanted = EventFilter(
        search=chosen.search,
        after=chosen.after or "",
        before=chosen.before or "",
        certainty=chosen.certainty,
        min_importance=chosen.min_importance,
        max_importance=chosen.max_importance,
        every=frozenset(chosen.all_of),
    )
    for name in OFFERED:
        wanted = wanted.choosing(name, getattr(chosen, name))
        excluded = [value for facet, value in chosen.excluded if facet == name]
        if excluded:
            wanted = wanted.excluding(name, excluded)
    return ViewRequest(
        chosen.window or "",
        chosen.select,
        chosen.lanes,
        wanted,
        chosen.collapse_gaps,
        chosen.dim,
        claim=chosen.show_claim,
        paragraph=chosen.paragraph,
        tab=chosen.tab,
        commentary=not chosen.no_commentary,
    )


def _add_export(parser: argparse.ArgumentParser) -> None:
    names = ", ".join(f"{known.name} (a {known.description})" for known in FORMATS)
    parser.add_argument("--format", type=_format, metavar="NAME", help=f"{names}, whatever OUT's ending")
    parser.add_argument("--force", action="store_true", help="replace OUT if it exists")
    parser.add_argument(
        "--extent",
        choices=("visible", "all"),
        help="what lies in the window, or all that matches (pictures: visible, tables: all)",
    )
    parser.add_argument("--title", metavar="TEXT", help="a title above the picture")
    parser.add_argument(
        "--with-notes",
        action="store_true",
        help="your own stars and notes too: columns star and note, or stars in the picture",
    )


def _add_picture(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("PICTURE")
    group.add_argument("--size", type=_size, metavar="WxH", help="width and height in points (1440x900)")
    group.add_argument("--scale", type=_scale, metavar="N", help="pixels for each point (1)")
    group.add_argument("--theme", choices=("light", "dark"), help="colours (light)")


def _add_view(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(
        "VIEW", "What to look at. Options with X or ID may be repeated, but for --select: any of them."
    )
    group.add_argument("--window", type=_window, metavar="A/B", help="the visible stretch of time")
    group.add_argument("--select", default="", metavar="ID", help="the chosen event")
    group.add_argument(
        "--collapse-gaps", action="store_true", help="shrink long stretches without events to a break"
    )
    group.add_argument(
        "--dim", action="store_true", help="leave events that fail the filter as dim dots, not hidden"
    )
    group.add_argument(
        "--no-commentary", action="store_true", help="nothing of what the article says, only the record"
    )
    group.add_argument("--lanes", choices=LANES, default=LANES[0], help="what a lane stands for")
    _add_reading(group)
    group.add_argument(
        "--search",
        type=_search,
        default="",
        metavar="TEXT",
        help='beginnings of words, "a phrase", -without, kind:letter, after:2018-03 (docs/SEARCH.md)',
    )
    group.add_argument("--from", type=_date, dest="after", metavar="DATE", help="nothing before it")
    group.add_argument("--to", type=_date, dest="before", metavar="DATE", help="nothing after it")
    group.add_argument(
        "--certainty",
        choices=CERTAINTIES,
        default=CERTAINTIES[0],
        help="for dates not known exactly: perhaps between --from and --to, or for certain (possible)",
    )
    for name in OFFERED:
        metavar = _IDENTIFIERS.get(name, "X")
        group.add_argument(f"--{name}", action="append", default=[], metavar=metavar, help=_FACETS[name])
    group.add_argument(
        "--not",
        type=_exclusion,
        dest="excluded",
        action="append",
        default=[],
        metavar="FACET=X",
        help="none with that value: --not kind=letter (any FACET that is an option above)",
    )
    group.add_argument(
        "--all-of",
        choices=tuple(name for name in OFFERED if name in MANY_VALUED),
        action="append",
        default=[],
        metavar="FACET",
        help="every X given for it on the same event, not any: person, claim, source or mine",
    )
    group.add_argument("--min-importance", type=_importance, default=1, metavar="N", help="1 to 5 (1)")
    group.add_argument("--max-importance", type=_importance, default=5, metavar="N", help="1 to 5 (5)")


def _add_reading(group: argparse._ArgumentGroup) -> None:  # pyright: ignore[reportPrivateUsage] - it has no public name
    """What is read beside the record: these light events and filter none."""
    group.add_argument("--tab", choices=TABS, default="", help="what the panel on the right shows")
    group.add_argument(
        "--paragraph", type=_paragraph, default=0, metavar="N", help="light the events of the article's ¶ N"
    )
    group.add_argument(
        "--show-claim", default="", metavar="ID", help="light the events that carry a claim of the article"
    )


def _checked(check: Callable[[str], object], text: str) -> str:
    """The text, when it passes; its ExplorerError becomes argparse's."""
    try:
        check(text)
    except ExplorerError as error:
        raise argparse.ArgumentTypeError(str(error).rstrip(".")) from error
    return text


def _date(text: str) -> str:
    from explorer.domain.edtf import parse

    return _checked(parse, text)


def _search(text: str) -> str:
    """The text, unless the language does not know what it says."""
    if not text:
        return text
    from explorer.domain.query import parse_query

    problems = parse_query(text).problems
    if problems:
        raise argparse.ArgumentTypeError(problems[0].sentence.rstrip("."))
    return text


def _exclusion(text: str) -> tuple[str, str]:
    facet, _, value = text.partition("=")
    if facet not in OFFERED or not value:
        raise argparse.ArgumentTypeError(
            f"“{text}” is not FACET=X, such as kind=letter: a FACET is {', '.join(OFFERED)}"
        )
    return facet, value


def _window(text: str) -> str:
    from explorer.domain.view_request import window_dates

    return _checked(window_dates, text)


def _importance(text: str) -> int:
    if text not in {"1", "2", "3", "4", "5"}:
        raise argparse.ArgumentTypeError(f"“{text}” is not an importance from 1 to 5")
    return int(text)


def _paragraph(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", text) or not int(text):
        raise argparse.ArgumentTypeError(f"“{text}” is not the number of a paragraph")
    return int(text)


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


def _format(name: str) -> Format:
    known = format_named(name)
    if known is None:
        raise argparse.ArgumentTypeError(
            f"“{name}” is not a format: choose from {', '.join(one.name for one in FORMATS)}"
        )
    return known
