"""A view as a command line or a link asks for it, in words; `resolve` turns them into fields of ViewState."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypedDict

from explorer.domain.edtf import EdtfDate, parse
from explorer.domain.errors import FilterError
from explorer.domain.filter import EventFilter
from explorer.domain.interval import BEGINNING, FOREVER, Interval

if TYPE_CHECKING:  # the window's call is read before numpy is loaded
    from explorer.domain.argument import Argument, Claim
    from explorer.domain.index import EventIndex

#: The facets that events can be grouped into lanes by.
LANES: Final = ("relationship", "kind", "person", "place", "claim")


#: The tabs of the right panel.
TABS: Final = ("event", "article")


class ViewFields(TypedDict, total=False):
    """Fields of ViewState; window and selection only when the request names them."""

    window: Interval
    filter: EventFilter
    selection: int
    lanes: str
    collapse_gaps: bool
    dims: bool
    passage: int
    claim: str
    commentary: bool


@dataclass(frozen=True, slots=True)
class ViewRequest:
    """What to look at, before it is known whether the database has it.

    `window` is the visible stretch as EDTF ("2017-01/2020-05", also "2018" or "2019/.."), `select` an
    event's slug; both "" for the database's own choice. The filter's values may be identifiers or labels.
    `claim` is a claim to show, by its slug, label or number, "" for none; `paragraph` the document's
    paragraph to light, 0 for none; `tab` the right panel's, one of TABS or "" for its own choice.
    """

    window: str = ""
    select: str = ""
    lanes: str = LANES[0]
    filter: EventFilter = field(default_factory=EventFilter)
    collapse_gaps: bool = False
    dims: bool = False
    claim: str = ""
    paragraph: int = 0
    tab: str = ""
    commentary: bool = True

    def resolve(
        self,
        index: "EventIndex",
        id_of: Callable[[str], int | None],
        argument: "Argument | None" = None,
    ) -> ViewFields:
        """The view's fields, fit for Store.edit; `id_of` gives an event's id for its slug.

        `argument` is what the database's document argues, None for a database without one.
        Raises FilterError or EdtfError for a value, date, event, claim or paragraph that does not exist.
        """
        # Needed only now: the window's call is read before numpy is loaded.
        from explorer.domain.query import parse_query
        from explorer.domain.query_rows import problems_of

        resolved = index.resolve(self.filter)
        # An impossible stretch of dates is told here, not when the first count is taken.
        _ = resolved.dates
        if resolved.min_importance > resolved.max_importance:
            raise FilterError(
                f"No importance is at least {resolved.min_importance} and at most {resolved.max_importance}.",
                "--min-importance wants the smaller of the two numbers.",
            )
        for problem in problems_of(parse_query(resolved.search), index):
            raise FilterError(problem.sentence)
        if not index.facets[self.lanes].slugs and self.lanes == "claim":
            raise FilterError(
                "This database has no claims to group lanes by.",
                f"Group them by {', '.join(LANES[:-2])} or {LANES[-2]} (--lanes).",
            )
        fields = ViewFields(
            filter=resolved, lanes=self.lanes, collapse_gaps=self.collapse_gaps, dims=self.dims
        )
        if not self.commentary:
            if self.claim or self.paragraph or self.tab == "article" or self.lanes == "claim":
                raise FilterError(
                    "--no-commentary hides the article.",
                    "Leave it out, or --show-claim, --paragraph, --tab article and --lanes claim.",
                )
            fields["commentary"] = False
        if self.window:
            fields["window"] = window_of(self.window, index)
        if self.select:
            selection = id_of(self.select)
            if selection is None:
                raise FilterError(
                    f"There is no event “{self.select}” in this database.",
                    "Give an event's identifier, as in the first column of a CSV export.",
                )
            fields["selection"] = selection
        if self.claim:
            fields["claim"] = _claim_of(self.claim, argument).slug
        if self.paragraph:
            if _with_passages(argument).passage(self.paragraph) is None:
                raise FilterError(
                    f"The article has no paragraph {self.paragraph}.",
                    f"Its paragraphs are {_numbers(_with_passages(argument))}.",
                )
            fields["passage"] = self.paragraph
        if self.tab == "article":
            _with_passages(argument)
        return fields


def _with_passages(argument: "Argument | None") -> "Argument":
    if argument is None or not argument.passages:
        raise FilterError(
            "This database has no article to read.", "Leave out --tab, --paragraph and --show-claim."
        )
    return argument


def _numbers(argument: "Argument") -> str:
    first, last = argument.passages[0].number, argument.passages[-1].number
    return f"numbered {first} to {last}" if last > first else f"one, number {first}"


def _claim_of(text: str, argument: "Argument | None") -> "Claim":
    claims = argument.claims if argument is not None else ()
    if not claims:
        raise FilterError("This database has no article that claims anything.", "Leave out --show-claim.")
    wanted = text.strip().casefold()
    for claim in claims:
        if wanted in {claim.slug.casefold(), claim.label.casefold(), str(claim.position)}:
            return claim
    known = ", ".join(f"“{claim.slug}”" for claim in claims)
    raise FilterError(f"The article makes no claim “{text}”.", f"There are {known}.")


def window_dates(text: str) -> tuple[EdtfDate, EdtfDate]:
    """The dates at both ends of "A/B", or of a single date twice. Raises EdtfError."""
    first, slash, last = (part.strip() for part in text.partition("/"))
    # Apart, they may have a time of day, which an interval of EDTF may not.
    if slash and not {first, last} & {"", ".."} and "/" not in last:
        return parse(first), parse(last)
    whole = parse(text)
    return whole, whole


def window_of(text: str, index: "EventIndex") -> Interval:
    """The stretch of time that "A/B" names; an open end reaches as far as the events do.

    Raises EdtfError for what is no date, FilterError when the end comes before the start.
    """
    first, last = window_dates(text)
    start, end = first.earliest, last.latest
    if start <= BEGINNING:
        known = index.start[index.start > BEGINNING]
        start = int(known.min()) if len(known) else start
    if end >= FOREVER:
        known = index.end[index.end < FOREVER]
        end = int(known.max()) if len(known) else end
    if start >= end:
        raise FilterError(
            f"The window “{text}” ends before it starts.",
            "Write the earlier date first, as in 2017-01/2020-05.",
        )
    return Interval(start, end)
