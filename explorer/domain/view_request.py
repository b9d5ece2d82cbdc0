"""A view as a command line or a link asks for it, in words; `resolve` turns them into fields of ViewState."""

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypedDict

from explorer.domain.calendar import civil_of
from explorer.domain.edtf import EdtfDate, EdtfError, End, parse
from explorer.domain.errors import FilterError
from explorer.domain.facet_words import gone, no_lane
from explorer.domain.filter import ARTICLE, MINE, EventFilter
from explorer.domain.free_dates import date_of
from explorer.domain.interval import BEGINNING, FOREVER, Interval
from explorer.domain.listing import or_each, quoted
from explorer.domain.quoting import quotable
from explorer.domain.tongue import translate

if TYPE_CHECKING:  # the window's call is read before numpy is loaded
    from explorer.domain.argument import Argument, Claim
    from explorer.domain.index import EventIndex

#: The facets that events can be grouped into lanes by.
LANES: Final = ("relationship", "kind", "person", "place", "claim")

#: The tabs of the right panel.
TABS: Final = ("event", "article")

_SECONDS: Final = re.compile(r"@-?[0-9]{1,20}")

#: What the table can be sorted by; with "-" before it from last to first.
SORTABLE: Final = ("date", "title", "relationship", "kind", "place", "person", "importance", "basis")


class ViewFields(TypedDict, total=False):
    """Fields of ViewState; window and selection only when the request names them."""

    window: Interval
    filter: EventFilter
    selection: int | None
    lanes: str
    collapse_gaps: bool
    dims: bool
    lane_order: tuple[str, ...]
    hidden: frozenset[str]
    folded: frozenset[str]
    expanded: frozenset[str]
    passage: int
    claim: str
    commentary: bool
    compared: int | None
    is_table: bool
    sorted_by: str


@dataclass(frozen=True, slots=True)
class ViewRequest:
    """What to look at, before it is known whether the database has it.

    `window` is the visible stretch as EDTF ("2017-01/2020-05", also "2018" or "2019/.."), "" for the
    database's own choice; `select` an event's slug, "" for none, None for the database's own choice.
    Values of facets, in the filter and of lanes, may be identifiers or labels. `claim` is a claim to show,
    by its slug, label or number, "" for none; `paragraph` the document's paragraph to light, 0 for none;
    `compare` the slug of an event to compare the chosen one with; `tab` the right panel's, one of TABS or
    "" for its own choice.
    """

    window: str = ""
    select: str | None = None
    lanes: str = LANES[0]
    filter: EventFilter = field(default_factory=EventFilter)
    collapse_gaps: bool = False
    dims: bool = False
    lane_order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    folded: frozenset[str] = frozenset()
    expanded: frozenset[str] = frozenset()
    claim: str = ""
    paragraph: int = 0
    tab: str = ""
    commentary: bool = True
    compare: str = ""
    is_table: bool = False
    sorted_by: str = "date"

    def resolve(
        self,
        index: "EventIndex",
        id_of: Callable[[str], int | None],
        argument: "Argument | None" = None,
        missing: list[str] | None = None,
        near: Callable[[str], Sequence[str]] = lambda _: (),
    ) -> ViewFields:
        """The view's fields, fit for Store.edit; `id_of` gives an event's id for its slug.

        `argument` is what the database's document argues, None for a database without one; `near` names
        identifiers that are like an unknown one.
        Raises FilterError or EdtfError for a value, date, event, claim or paragraph that does not exist.
        With a list `missing`, what does not exist is added there in words, and left out of the fields.
        """
        wanted = self.filter if missing is None else _known(self.filter, index, missing)
        resolved = index.resolve(wanted)
        # An impossible stretch of dates is told here, not when the first count is taken.
        _ = resolved.dates
        if resolved.min_importance > resolved.max_importance:
            raise FilterError(
                translate("Errors", "No importance is at least {least} and at most {greatest}.").format(
                    least=resolved.min_importance, greatest=resolved.max_importance
                ),
                translate("Errors", "--min-importance wants the smaller of the two numbers."),
            )
        if missing is None:
            # The window explains a search that it cannot understand; a command must not search for less.
            _check_search(resolved.search, index)
        if not index.facets[self.lanes].slugs and self.lanes == "claim":
            raise FilterError(
                translate("Errors", "This database has no claims to group lanes by."),
                translate("Errors", "Group them by {lanes} or {last} (--lanes).").format(
                    lanes=", ".join(LANES[:-2]), last=LANES[-2]
                ),
            )
        lanes = _Lanes(self.lanes, index, missing)
        fields = ViewFields(
            filter=resolved,
            lanes=self.lanes,
            collapse_gaps=self.collapse_gaps,
            dims=self.dims,
            lane_order=tuple(lanes.slugs_of(self.lane_order)),
            hidden=frozenset(lanes.slugs_of(self.hidden)),
            folded=frozenset(lanes.slugs_of(self.folded)),
            expanded=frozenset(lanes.slugs_of(self.expanded)),
            is_table=self.is_table,
            sorted_by=self.sorted_by,
        )
        if not self.commentary:
            if self.claim or self.paragraph or self.tab == "article" or self.lanes == "claim":
                raise FilterError(
                    translate("Errors", "--no-commentary hides the article."),
                    translate(
                        "Errors",
                        "Leave it out, or --show-claim, --paragraph, --tab article and --lanes claim.",
                    ),
                )
            if any(resolved.chosen_in(name) or resolved.excluded_in(name) for name in ARTICLE):
                raise FilterError(
                    translate(
                        "Errors", "--no-commentary hides what the article says, and so what filters by it."
                    ),
                    translate("Errors", "Leave it out, or --basis and --claim."),
                )
            fields["commentary"] = False
        if self.window:
            fields["window"] = window_of(self.window, index)
        if self.select is not None:
            fields["selection"] = _event_of(self.select, id_of, missing, near)
        if self.compare:
            if self.compare == self.select:
                raise FilterError(
                    translate("Errors", "An event cannot be compared with itself."),
                    translate("Errors", "Give --compare another event than --select."),
                )
            fields["compared"] = _event_of(self.compare, id_of, missing, near)
        self._resolve_reading(fields, argument, missing)
        return fields

    def _resolve_reading(
        self, fields: ViewFields, argument: "Argument | None", missing: list[str] | None
    ) -> None:
        """Add the claim and the paragraph that are named."""
        if self.claim:
            with _leaving_out(gone("claim", self.claim), missing):
                fields["claim"] = _claim_of(self.claim, argument).slug
        if self.paragraph:
            with _leaving_out(
                translate("Errors", "paragraph {n} of the article").format(n=self.paragraph), missing
            ):
                if _with_passages(argument).passage(self.paragraph) is None:
                    raise FilterError(
                        translate("Errors", "The article has no paragraph {n}.").format(n=self.paragraph),
                        _numbers(_with_passages(argument)),
                    )
                fields["passage"] = self.paragraph
        if self.tab == "article":
            with _leaving_out(translate("Errors", "the article"), missing):
                _with_passages(argument)


@contextmanager
def _leaving_out(what: str, missing: list[str] | None) -> Generator[None]:
    """With a list, note what the block's FilterError is about there; without one, let it through."""
    try:
        yield
    except FilterError:
        if missing is None:
            raise
        missing.append(what)


def _event_of(
    slug: str,
    id_of: Callable[[str], int | None],
    missing: list[str] | None,
    near: Callable[[str], Sequence[str]],
) -> int | None:
    """The id of an event, None for "" and for one that is missing."""
    event = id_of(slug) if slug else None
    if slug and event is None:
        named = quotable(slug)
        with _leaving_out(translate("Errors", "the event “{slug}”").format(slug=named), missing):
            likely = [quoted(one) for one in near(slug)] if missing is None else []
            advice = translate(
                "Errors", "Give an event's identifier, as in the first column of a CSV export."
            )
            if likely:
                meant = translate("Errors", "Perhaps you mean {values}", "does not begin with a noun")
                advice = f"{meant.format(values=or_each(likely))}."
            raise FilterError(
                translate("Errors", "There is no event “{slug}” in this database.").format(slug=named), advice
            )
    return event


def _check_search(text: str, index: "EventIndex") -> None:
    # Needed only now: the window's call is read before numpy is loaded.
    from explorer.domain.query import parse_query
    from explorer.domain.query_rows import problems_of

    for problem in problems_of(parse_query(text), index):
        raise FilterError(problem.sentence)


def _known(wanted: EventFilter, index: "EventIndex", missing: list[str]) -> EventFilter:
    """The filter without the values that the database does not have; these are added to `missing`."""

    def known(name: str, values: frozenset[str]) -> frozenset[str]:
        facet = index.facets.get(name)
        if name == "mine":
            lacking = values - frozenset(MINE)
        else:
            lacking = frozenset(value for value in values if facet is None or facet.code_of(value) is None)
        missing.extend(gone(name, value) for value in sorted(lacking))
        return values - lacking

    for name, values in wanted.chosen.items():
        wanted = wanted.choosing(name, known(name, values))
    for name, values in wanted.excluded.items():
        wanted = wanted.excluding(name, known(name, values))
    return wanted


class _Lanes:
    """The values that lanes stand for, by identifier or label."""

    def __init__(self, facet: str, index: "EventIndex", missing: list[str] | None) -> None:
        self._name, self._facet, self._missing = facet, index.facets[facet], missing

    def slugs_of(self, values: Iterable[str]) -> Iterator[str]:
        """The identifiers; "" is that of the lane of events without any value. Raises FilterError."""
        for value in values:
            code = self._facet.code_of(value)
            if code is not None:
                yield self._facet.slugs[code]
            elif not value:
                yield value
            else:
                with _leaving_out(
                    translate("Errors", "the lane “{value}”").format(value=quotable(value)), self._missing
                ):
                    raise FilterError(
                        no_lane(self._name, value),
                        translate("Errors", "Lanes are named by a value of what --lanes says."),
                    )


def _with_passages(argument: "Argument | None") -> "Argument":
    if argument is None or not argument.passages:
        raise FilterError(
            translate("Errors", "This database has no article to read."),
            translate("Errors", "Leave out --tab, --paragraph and --show-claim."),
        )
    return argument


def _numbers(argument: "Argument") -> str:
    first, last = argument.passages[0].number, argument.passages[-1].number
    if last > first:
        return translate("Errors", "Its paragraphs are numbered {first} to {last}.").format(
            first=first, last=last
        )
    return translate("Errors", "Its paragraphs are one, number {n}.").format(n=first)


def _claim_of(text: str, argument: "Argument | None") -> "Claim":
    claims = argument.claims if argument is not None else ()
    if not claims:
        raise FilterError(
            translate("Errors", "This database has no article that claims anything."),
            translate("Errors", "Leave out --show-claim."),
        )
    wanted = text.strip().casefold()
    for claim in claims:
        if wanted in {claim.slug.casefold(), claim.label.casefold(), str(claim.position)}:
            return claim
    known = ", ".join(quoted(claim.slug) for claim in claims)
    raise FilterError(
        translate("Errors", "The article makes no claim “{text}”.").format(text=quotable(text)),
        translate("Errors", "There are {values}.").format(values=known),
    )


def window_dates(text: str) -> tuple[EdtfDate, EdtfDate]:
    """The dates at both ends of "A/B", or of a single date twice. Raises EdtfError.

    Where EDTF writes no days, beyond the years ±9999, both ends may be seconds from 1970: "@5/@9".

    Raises also FilterError when the end comes before the start.
    """
    first, slash, last = (part.strip() for part in text.partition("/"))
    if _SECONDS.fullmatch(first) and _SECONDS.fullmatch(last or first):
        return _second(first), _second(last or first)
    # Apart, they may have a time of day, which an interval of EDTF may not.
    if slash and not {first, last} & {"", ".."} and "/" not in last:
        try:
            dates = parse(first), parse(last)
        except EdtfError:
            return _free_window(text, first, last)
        if dates[0].earliest >= dates[1].latest:
            raise _reversed(text)
        return dates
    try:
        whole = parse(text)
    except EdtfError:
        return _free_window(text, first if slash else "", last)
    return whole, whole


def _free_window(text: str, first: str, last: str) -> tuple[EdtfDate, EdtfDate]:
    """The same of dates as people write them: "June 2018/July 2019", "12–14 June 2018"."""
    try:
        whole = date_of(text)
    except EdtfError:
        if not first or not last:
            raise
        dates = date_of(first), date_of(last)
        if dates[0].earliest >= dates[1].latest:
            raise _reversed(text) from None
        return dates
    return whole, whole


def window_of(text: str, index: "EventIndex") -> Interval:
    """The stretch of time that "A/B" names; an open end reaches as far as the events do.

    Raises EdtfError for what is no date, FilterError when the end comes before the start.
    """
    first, last = window_dates(text)
    start, end = first.earliest, last.latest
    if start <= BEGINNING and not first.text.startswith("@"):
        known = index.start[index.start > BEGINNING]
        start = int(known.min()) if len(known) else start
    if end >= FOREVER and not last.text.startswith("@"):
        known = index.end[index.end < FOREVER]
        end = int(known.max()) if len(known) else end
    if start >= end:
        raise _reversed(text)
    return Interval(start, end)


def text_of_window(window: Interval) -> str:
    """The text, as short as can be, of which `window_of` makes exactly this stretch."""
    ends = [_written(window.start, 0), _written(window.end, -1)]
    if "" in ends:
        ends = [f"@{window.start}", f"@{window.end - 1}"]
    return "/".join(dict.fromkeys(ends))


def _written(instant: int, shift: int) -> str:
    """The date that begins at an instant (shift 0) or ends there (-1), "" where EDTF has none."""
    beginning = civil_of(instant)
    year, month, day, hour, minute, second = civil_of(instant + shift)
    if not -9999 <= year <= 9999:
        return ""
    text = f"{'-' if year < 0 else ''}{abs(year):04}"
    if beginning[1:] == (1, 1, 0, 0, 0):
        return text
    text += f"-{month:02}"
    if beginning[2:] == (1, 0, 0, 0):
        return text
    text += f"-{day:02}"
    return text if beginning[3:] == (0, 0, 0) else f"{text}T{hour:02}:{minute:02}:{second:02}"


def _second(text: str) -> EdtfDate:
    instant = int(text[1:])
    if not BEGINNING <= instant < FOREVER:
        raise EdtfError(
            translate("Errors", "“{text}” lies beyond all time.").format(text=quotable(text)),
            translate("Errors", "Years reach to about 73 billion either way."),
        )
    end = End(instant, instant + 1, "second")
    return EdtfDate(text, end, end)


def _reversed(text: str) -> FilterError:
    return FilterError(
        translate("Errors", "The window “{text}” ends before it starts.").format(text=quotable(text)),
        translate("Errors", "Write the earlier date first, as in 2017-01/2020-05."),
    )
