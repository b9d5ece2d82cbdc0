"""What a document argues, paragraph by paragraph and claim by claim, tied to the events it rests on."""

from dataclasses import dataclass

from explorer.domain.event import Document


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of a document, summarised by us, with the events it bears on and its claims."""

    number: int
    summary: str
    event_ids: tuple[int, ...]
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One step of a document's argument, with its paragraphs and the events that serve it.

    `events` holds (event id, role) in order of time; a role is one of explorer.domain.event.ROLES.
    """

    slug: str
    position: int
    label: str
    statement: str
    paragraphs: tuple[int, ...]
    events: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Argument:
    """The document that a database is read beside, with its paragraphs and claims in their order."""

    document: Document
    passages: tuple[Passage, ...]
    claims: tuple[Claim, ...]

    def claim(self, slug: str) -> Claim | None:
        """The claim with that identifier, None when there is none."""
        return next((claim for claim in self.claims if claim.slug == slug), None)

    def passage(self, number: int) -> Passage | None:
        """The paragraph of that number, None when there is none."""
        return next((passage for passage in self.passages if passage.number == number), None)

    def paragraphs_of(self, event_id: int) -> tuple[int, ...]:
        """The numbers of the paragraphs that bear on an event, in order."""
        return tuple(passage.number for passage in self.passages if event_id in passage.event_ids)
