"""Prints the manual page detente(1), from the command line's own help. Called by build.py."""

import argparse
import os
import re
import sys
from collections.abc import Iterable
from datetime import UTC, datetime

from explorer import __version__
from explorer.cli.call import COMMANDS, parser_of

FILES = """\
.SH FILES
.TP
.I *.detente
A database: one SQLite file whose application_id is 0x44544E54.
.TP
.I *.notes
Your stars and notes on a database, beside it; where its folder cannot be written to, in your data folder.
.TP
.I $XDG_CONFIG_HOME/detente/detente.ini
What the window remembers: preferences, databases opened, its last shape.
"""


def escaped(text: str) -> str:
    """Text as roff takes it, on one line."""
    text = (
        " ".join(text.split())
        .replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("~", "\\(ti")
        .replace("'", "\\(aq")
    )
    text = text.replace("^", "\\(ha").replace("`", "\\(ga").replace('"', "\\(dq")
    return "\\&" + text if text.startswith(".") else text


class Roff(argparse.HelpFormatter):
    """Writes a parser's help as roff instead of columns."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=10_000)
        self.parts: list[str] = []

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: object, prefix: str | None = None
    ) -> None:
        """The synopsis of the page stands for it."""

    def start_section(self, heading: str | None) -> None:
        self.heading = heading

    def end_section(self) -> None:
        self.heading = None

    def add_text(self, text: str | None) -> None:
        """What a parser says of itself stands above its options, what follows them below."""
        if text and not self.parts:
            self.parts.append(f"{escaped(text)}\n")

    def add_arguments(self, actions: Iterable[argparse.Action]) -> None:
        for action in actions:
            self.add_argument(action)

    def add_argument(self, action: argparse.Action) -> None:
        if action.help in {argparse.SUPPRESS, None}:
            return
        value = action.metavar or (
            "|".join(map(str, action.choices)) if action.choices else action.dest.upper()
        )
        shown = f"\\fI{escaped(str(value))}\\fR"
        if action.option_strings:
            names = ", ".join(f"\\fB{escaped(name)}\\fR" for name in action.option_strings)
            shown = names if action.nargs == 0 else f"{names} {shown}"
        self.parts.append(f".TP\n{shown}\n{escaped(self._expand_help(action))}\n")

    def format_help(self) -> str:
        return "".join(self.parts)


def described(command: str) -> str:
    """A command's purpose and options, as roff."""
    parser = parser_of(command)
    parser.formatter_class = Roff
    return parser.format_help()


def notes() -> list[str]:
    """The paragraphs that end every command's help: values, dates, exit status."""
    tail = (parser_of("info").epilog or "").strip()
    return [escaped(part) for part in re.split(r"(?<=\.)\s+(?=Exit status)", tail)]


def page() -> str:
    """The whole manual page."""
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    day = datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%d")
    synopsis = [("", "[DB] [VIEW]"), *((name, words) for name, (words, _) in COMMANDS.items())]
    parts = [
        f'.TH DETENTE 1 "{day}" "Détente {escaped(__version__)}" "User Commands"\n',
        ".SH NAME\ndetente \\- a timeline of diplomacy to search, filter and read\n.SH SYNOPSIS\n",
    ]
    calls = [f".B {f'detente {name}'.strip()}\n{escaped(words)}\n" for name, words in synopsis]
    parts.append(".br\n".join(calls))
    parts.append(f".SH DESCRIPTION\n{described('')}")
    parts.append(".SH COMMANDS\nNo command needs a display.\n")
    parts += [f".SS detente {name}\n{described(name)}" for name in COMMANDS]
    values, *status = notes()
    parts.append(f".SH VALUES\n{values}\n.SH EXIT STATUS\n{' '.join(status)}\n{FILES}")
    parts.append(".SH SEE ALSO\nThe guide and the page on searching that come with the source.\n")
    return "".join(parts)


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode("utf-8"))
