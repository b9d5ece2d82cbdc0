"""Failures that are the world's doing, not ours: each is told to the user in one sentence."""


class ExplorerError(Exception):
    """An expected failure. `what` says what is wrong, `advice` what to do; str() gives both.

    Raised anywhere below the composition roots; the CLI prints it and exits with 1, the window
    shows it and keeps what was open. Every other exception is a bug of ours.
    """

    def __init__(self, what: str, advice: str = "", details: str = "") -> None:
        super().__init__(f"{what} {advice}".strip())
        self.what = what
        self.advice = advice
        self.details = details


class DatabaseError(ExplorerError):
    """A file cannot be opened or read as a Détente database."""


class FilterError(ExplorerError):
    """A filter names a value or a date that does not exist."""
