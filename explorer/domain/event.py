"""What is known of one event, as read from a database for the panel, the citation and the exports."""

from dataclasses import dataclass, field

BASES = ("named", "alluded", "context")
ROLES = ("evidence", "precedent", "exception", "consequence")


@dataclass(frozen=True, slots=True)
class Participant:
    """One who took part, with the office held and the country stood for at the time."""

    name: str
    office: str
    country: str
    is_body: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    country_code: str
    country: str
    latitude: float | None
    longitude: float | None

    @property
    def in_words(self) -> str:
        """The name, with the country unless the name already says it."""
        return self.name if self.country in self.name else f"{self.name}, {self.country}"


@dataclass(frozen=True, slots=True)
class Document:
    """A text that discusses events, named as it is cited."""

    id: int
    slug: str
    title: str
    author: str
    publisher: str
    date_edtf: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Commentary:
    """What one document says of one event, in our words, with the paragraphs it rests on."""

    document: Document
    text: str
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ServedClaim:
    """A claim that an event serves, and how: one of ROLES."""

    slug: str
    position: int
    label: str
    statement: str
    role: str


@dataclass(frozen=True, slots=True)
class Event:
    """One row of history: the record first, then what is said of it."""

    id: int
    slug: str
    title: str
    label: str
    kind: str
    kind_label: str
    relationship: str
    relationship_label: str
    start_edtf: str
    end_edtf: str | None
    importance: int
    basis: str
    summary: str
    confidence: str
    verification: str
    place: Place | None = None
    participants: tuple[Participant, ...] = ()
    sources: tuple[str, ...] = ()
    paragraphs: tuple[int, ...] = ()
    commentary: tuple[Commentary, ...] = ()
    record_notes: tuple[str, ...] = ()
    claims: tuple[ServedClaim, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class EventTitle:
    """The little that a list needs of an event."""

    id: int
    slug: str
    title: str
    label: str
    start_edtf: str
    end_edtf: str | None
