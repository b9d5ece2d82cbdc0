"""Words that several parts of the window share: a number of events, and the roles of evidence."""

from typing import Final

from explorer.domain.tongue import grouped, mark, translate

_ROLES: Final = {
    "evidence": mark("Claims", "Evidence"),
    "precedent": mark("Claims", "Precedent"),
    "exception": mark("Claims", "Exception"),
    "consequence": mark("Claims", "Consequence"),
}


def events_in_words(number: int) -> str:
    """ "1 event", "1,234 events"."""
    text = translate("Count", "{n} event") if number == 1 else translate("Count", "{n} events")
    return text.format(n=grouped(number))


def role_in_words(role: str) -> str:
    """How an event serves a claim, "Evidence"; `role` is one of explorer.domain.event.ROLES."""
    return translate("Claims", _ROLES[role])
