"""The language that people are spoken to in: every sentence and word of the program passes through here.

Sentences are made where their facts are, also below Qt; so this knows no Qt. The window gives it Qt's
translation (ui/language.py); commands leave it as it is and speak English, whatever the system's language,
so that scripts can read them. `pyside6-lupdate` finds the texts by the names `translate` and `mark`.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

#: Context, English text and a note for translators to the text of the language spoken.
Translation: TypeAlias = Callable[[str, str, str], str]

#: What stands between thousands in English.
_COMMA: Final = ","


class _Tongue:
    translation: Translation | None = None
    thousands: str = _COMMA


def speak(translation: Translation | None, thousands: str = _COMMA) -> None:
    """Speak another language from now on, None for English; `thousands` parts the digits of large numbers."""
    _Tongue.translation, _Tongue.thousands = translation, thousands


def translate(context: str, text: str, note: str = "") -> str:
    """A text in the language spoken.

    `context` is where it stands, one word for each part of the program; `text` and `note` are literals, or
    a text that was marked. What changes is put in afterwards:
    translate("Export", "Wrote {name}").format(name=…).
    Of two numbers each is a text of its own: "{n} event", "{n} events".
    """
    translation = _Tongue.translation
    return text if translation is None else translation(context, text, note)


def mark(context: str, text: str, note: str = "") -> str:  # noqa: ARG001 - read by lupdate
    """The English text as it is, for a table made before a language is known; `translate` it where shown."""
    return text


def grouped(number: int) -> str:
    """A whole number with its thousands parted as in the language spoken: 12,345."""
    text = f"{number:,}"
    return text if _Tongue.thousands == _COMMA else text.replace(_COMMA, _Tongue.thousands)
