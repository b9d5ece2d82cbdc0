"""A view as words: the options of VIEW, and one line of text that opens the same view anywhere.

The command line takes its options from here; the window reads and writes lines with them. A new field of
ViewState or EventFilter needs a line in `add_options`, `view_of` and `words_of`: a test finds one forgotten.
"""

import argparse
import re
import shlex
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from explorer.domain.errors import ExplorerError
from explorer.domain.filter import CERTAINTIES, DATINGS, FACETS, MANY_VALUED, EventFilter
from explorer.domain.free_dates import edtf_of
from explorer.domain.option_words import Options, WordError
from explorer.domain.quoting import quotable
from explorer.domain.tongue import grouped, translate
from explorer.domain.view_request import LANES, SORTABLE, TABS, ViewRequest, window_dates

#: The facets of VIEW that are options of their own.
OFFERED: Final = FACETS

_FACETS: Final = {
    "relationship": "between whom",
    "kind": "what happened",
    "person": "who took part",
    "place": "where",
    "country": "in which country, as it is called today",
    "basis": "named, alluded or context: how it stands in the article",
    "claim": "the claim of the article that it serves",
    "source": "what it cites",
    "mine": "your own marks: starred or noted",
}

_IDENTIFIERS: Final = {"claim": "ID", "mine": "MARK"}

#: Words that any shell, of Unix or Windows, takes as they are.
_PLAIN: Final = re.compile(r"[A-Za-z0-9_@:.,/+=][A-Za-z0-9_@:.,/+=-]*")

#: What a shell still changes within double quotes.
_CHANGED: Final = frozenset('"$`\\!')

#: Bytes that a line of a view may have: a filter of 2,000 values takes half of them.
LONGEST: Final = 2**16


class ViewLineError(ExplorerError):
    """A line of text that is no view."""


def add_options(parser: argparse.ArgumentParser | Options, *, is_lenient: bool = False) -> Any:
    """Give a parser the options of VIEW; the answer is their group.

    A lenient one takes a search that cannot be understood, as the window's search box does.
    """
    group = parser.add_argument_group(
        "VIEW", "What to look at. Options with X may be repeated: any of them, for lanes all of them."
    )
    add = group.add_argument
    add("--window", type=_window, metavar="A/B", help="the visible stretch of time")
    add("--select", metavar="ID", help='the chosen event, "" for none')
    add("--compare", default="", metavar="ID", help="an event to compare the chosen one with")
    add("--collapse-gaps", action="store_true", help="shrink long stretches without events to a break")
    add("--dim", action="store_true", help="leave events that fail the filter as dim dots, not hidden")
    add("--no-commentary", action="store_true", help="nothing of what the article says, only the record")
    add("--lanes", choices=LANES, default=LANES[0], help="what a lane stands for")
    for option, does in (
        ("--lane-order", "the lanes that come first, in this order"),
        ("--hide", "a lane to leave out"),
        ("--fold", "a lane to show in one row"),
        ("--expand", "a lane to show in as many rows as it needs"),
    ):
        add(option, action="append", default=[], metavar="X", help=does)
    add("--table", action="store_true", dest="is_table", help="list the events in a table")
    add(
        "--sort",
        choices=[f"{way}{name}" for name in SORTABLE for way in ("", "-")],
        default=SORTABLE[0],
        dest="sorted_by",
        metavar="COLUMN",
        help=f"the table's order: {', '.join(SORTABLE)}; --sort=-date for the last first",
    )
    add("--tab", choices=TABS, default="", help="what the panel on the right shows")
    add("--paragraph", type=_paragraph, default=0, metavar="N", help="light the events of the article's ¶ N")
    add("--show-claim", default="", metavar="ID", help="light the events that carry a claim of the article")
    add(
        "--search",
        type=str if is_lenient else _search,
        default="",
        metavar="TEXT",
        help='beginnings of words, "a phrase", -without, kind:letter, after:2018-03 (docs/SEARCH.md)',
    )
    add("--from", type=_date, dest="after", metavar="DATE", help="nothing before it")
    add("--to", type=_date, dest="before", metavar="DATE", help="nothing after it")
    add(
        "--certainty",
        choices=CERTAINTIES,
        default=CERTAINTIES[0],
        help="for dates not known exactly: perhaps between --from and --to, or for certain (possible)",
    )
    add(
        "--dates",
        choices=DATINGS,
        default=DATINGS[0],
        dest="dating",
        help="what events do between --from and --to: in, begins, ends, underway, throughout (in)",
    )
    for name in OFFERED:
        metavar = _IDENTIFIERS.get(name, "X")
        add(f"--{name}", action="append", default=[], metavar=metavar, help=_FACETS[name])
    add(
        "--not",
        type=_exclusion,
        dest="excluded",
        action="append",
        default=[],
        metavar="FACET=X",
        help="none with that value: --not kind=letter (any FACET that is an option above)",
    )
    add(
        "--all-of",
        choices=tuple(name for name in OFFERED if name in MANY_VALUED),
        action="append",
        default=[],
        metavar="FACET",
        help="every X given for it on the same event, not any: person, claim, source or mine",
    )
    add("--min-importance", type=_importance, default=1, metavar="N", help="1 to 5 (1)")
    add("--max-importance", type=_importance, default=5, metavar="N", help="1 to 5 (5)")
    return group


def view_of(chosen: argparse.Namespace) -> ViewRequest:
    """The view that parsed words ask for."""
    wanted = EventFilter(
        search=chosen.search,
        after=chosen.after or "",
        before=chosen.before or "",
        certainty=chosen.certainty,
        dating=chosen.dating,
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
        window=chosen.window or "",
        select=chosen.select,
        compare=chosen.compare,
        lanes=chosen.lanes,
        filter=wanted,
        collapse_gaps=chosen.collapse_gaps,
        dims=chosen.dim,
        lane_order=tuple(chosen.lane_order),
        hidden=frozenset(chosen.hide),
        folded=frozenset(chosen.fold),
        expanded=frozenset(chosen.expand),
        claim=chosen.show_claim,
        paragraph=chosen.paragraph,
        tab=chosen.tab,
        commentary=not chosen.no_commentary,
        is_table=chosen.is_table,
        sorted_by=chosen.sorted_by,
    )


def words_of(view: ViewRequest) -> list[str]:
    """The options that `view_of` makes the same request of; what is usual is left out."""
    words: list[str] = []

    def say(option: str, *values: str) -> None:
        for value in values:
            # What begins with a dash would be taken for an option.
            words.extend([f"{option}={value}"] if value.startswith("-") else [option, value])

    def say_sorted(option: str, values: Iterable[str]) -> None:
        say(option, *sorted(values))

    wanted, usual = view.filter, EventFilter()
    if view.window:
        say("--window", view.window)
    if wanted.search:
        say("--search", wanted.search)
    for name in OFFERED:
        say_sorted(f"--{name}", wanted.chosen_in(name))
    for name in OFFERED:
        say_sorted("--not", (f"{name}={value}" for value in wanted.excluded_in(name)))
    say_sorted("--all-of", wanted.every)
    if wanted.after:
        say("--from", wanted.after)
    if wanted.before:
        say("--to", wanted.before)
    if wanted.certainty != usual.certainty:
        say("--certainty", wanted.certainty)
    if wanted.dating != usual.dating:
        say("--dates", wanted.dating)
    if wanted.min_importance != usual.min_importance:
        say("--min-importance", str(wanted.min_importance))
    if wanted.max_importance != usual.max_importance:
        say("--max-importance", str(wanted.max_importance))
    if view.lanes != LANES[0]:
        say("--lanes", view.lanes)
    say("--lane-order", *view.lane_order)
    say_sorted("--hide", view.hidden)
    say_sorted("--fold", view.folded)
    say_sorted("--expand", view.expanded)
    if view.collapse_gaps:
        words.append("--collapse-gaps")
    if view.dims:
        words.append("--dim")
    if not view.commentary:
        words.append("--no-commentary")
    if view.is_table:
        words.append("--table")
    if view.sorted_by != SORTABLE[0]:
        say("--sort", view.sorted_by)
    if view.claim:
        say("--show-claim", view.claim)
    if view.paragraph:
        say("--paragraph", str(view.paragraph))
    if view.tab:
        say("--tab", view.tab)
    if view.select is not None:
        say("--select", view.select)
    if view.compare:
        say("--compare", view.compare)
    return words


def line_of(database: str, view: ViewRequest) -> str:
    """A call of the program that shows the view: `detente "my own.db" --window 2017/2020-05`."""
    return " ".join(["detente", *map(quoted, [database] * bool(database) + words_of(view))])


def as_line(view: ViewRequest) -> str:
    """The words of VIEW on one line, without program and database."""
    return " ".join(map(quoted, words_of(view)))


def is_line(text: str) -> bool:
    """True for a text that is meant as a line of a view rather than as something to search for."""
    bare = text.strip()
    rest = _behind_program(bare)
    return bare.startswith("--") if rest is None else bool(rest)


def read_line(text: str) -> tuple[str, ViewRequest]:
    """The database that a line names, "" for none, and the view. Raises ViewLineError.

    Whatever the line is, this takes time and memory by its length, which is bounded.
    """
    if len(text) > LONGEST or len(text.encode(errors="surrogatepass")) > LONGEST:
        raise ViewLineError(
            translate("Errors", "This line is too long for a view: it begins with “{text}”.").format(
                text=quotable(text)
            ),
            translate("Errors", "A view has {n} bytes at most.").format(n=grouped(LONGEST)),
        )
    bare = text.strip()
    behind = _behind_program(bare)
    try:
        words = joined_dates(shlex.split(bare if behind is None else behind))
    except ValueError as error:
        raise ViewLineError(
            translate("Errors", "A quotation mark in this line is not closed."),
            translate("Errors", "Copy the whole line."),
        ) from error
    options = Options()
    add_options(options, is_lenient=True)
    try:
        chosen, others = options.read(words)
    except WordError as error:
        advice = translate("Errors", "`detente --help` lists the options of a view.")
        raise ViewLineError(error.what, advice) from error
    if len(others) > 1:
        raise ViewLineError(
            translate("Errors", "“{text}” is one word too many.").format(text=quotable(others[1])),
            translate("Errors", "Put a name or a text of several words in quotation marks."),
        )
    return (others[0] if others else ""), view_of(chosen)


def _behind_program(bare: str) -> str | None:
    """What follows the program's name, however it is called, after a prompt or none; None without it."""
    called = bare[1:].lstrip() if bare[:1] == "$" and bare[1:2].isspace() else bare
    word = next(iter(called.split(maxsplit=1)), "")
    name = word[max(word.rfind("/"), word.rfind("\\")) + 1 :].lower()
    return called[len(word) :].strip() if name in {"detente", "detente.exe"} else None


def quoted(word: str) -> str:
    """The word as shells of Unix and Windows read it."""
    if _PLAIN.fullmatch(word) or (word.startswith("--") and _PLAIN.fullmatch(word[2:])):
        return word
    return shlex.quote(word) if _CHANGED & set(word) else f'"{word}"'


def joined_dates(words: Sequence[str]) -> list[str]:
    """The words with “--from -0043” made “--from=-0043”: argparse would take the date for an option.

    So with “--search -word”.
    """
    joined: list[str] = []
    for word in words:
        before = joined[-1] if joined else ""
        is_date = before in {"--from", "--to", "--window", "--extent"} and re.match(r"-[0-9X]", word)
        if is_date or (before == "--search" and re.match(r"-[^-]", word)):
            joined[-1] += f"={word}"
        else:
            joined.append(word)
    return joined


def _checked(check: Callable[[str], object], text: str) -> str:
    """The text, when it passes; its ExplorerError becomes argparse's."""
    try:
        check(text)
    except ExplorerError as error:
        raise argparse.ArgumentTypeError(str(error).rstrip(".")) from error
    return text


def _date(text: str) -> str:
    """The date in EDTF, however it is written."""
    if not text:
        return text
    try:
        return edtf_of(text)
    except ExplorerError as error:
        raise argparse.ArgumentTypeError(str(error).rstrip(".")) from error


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
            translate("Errors", "“{text}” is not FACET=X, such as kind=letter: a FACET is {facets}").format(
                text=quotable(text), facets=", ".join(OFFERED)
            )
        )
    return facet, value


def _window(text: str) -> str:
    return _checked(window_dates, text)


def _paragraph(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", text) or not int(text):
        raise argparse.ArgumentTypeError(
            translate("Errors", "“{text}” is not the number of a paragraph").format(text=quotable(text))
        )
    return int(text)


def _importance(text: str) -> int:
    if text not in {"1", "2", "3", "4", "5"}:
        raise argparse.ArgumentTypeError(
            translate("Errors", "“{text}” is not an importance from 1 to 5").format(text=quotable(text))
        )
    return int(text)
