"""Numbers of events in words, as all parts of the window tell them."""

from explorer.domain.tongue import grouped, translate


def events_in_words(number: int) -> str:
    """ "1 event", "1,234 events"."""
    text = translate("Count", "{n} event") if number == 1 else translate("Count", "{n} events")
    return text.format(n=grouped(number))
