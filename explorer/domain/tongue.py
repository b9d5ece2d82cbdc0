"""The language that people are spoken to in: every sentence and word of the program passes through here.

Sentences are made where their facts are, also below Qt; so this knows no Qt. The window gives it Qt's
translation (ui/desktop/language.py); commands leave it as it is and speak English, whatever the system's
language, so that scripts can read them. `pyside6-lupdate` finds texts by the names `translate` and `mark`.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

#: Context, English text and a note for translators to the text of the language spoken.
Translation: TypeAlias = Callable[[str, str, str], str]

#: What stands between thousands in English, and before a fraction.
_COMMA: Final = ","
_POINT: Final = "."


class _Tongue:
    translation: Translation | None = None
    marks: dict[int, str] | None = None
    #: Ticks are named in every frame: each text is asked for once.
    known: Final[dict[tuple[str, str, str], str]] = {}


def speak(translation: Translation | None, thousands: str = _COMMA, point: str = _POINT) -> None:
    """Speak another language from now on, None for English.

    `thousands` parts the digits of large numbers, `point` stands before a fraction.
    """
    _Tongue.translation = translation
    is_english = (thousands, point) == (_COMMA, _POINT)
    _Tongue.marks = None if is_english else str.maketrans({_COMMA: thousands, _POINT: point})
    _Tongue.known.clear()


def speaks_english() -> bool:
    """Whether texts are told as they are written in the program: only then may grammar be made by rules."""
    return _Tongue.translation is None


def translate(context: str, text: str, note: str = "") -> str:
    """A text in the language spoken.

    `context` is where it stands, one word for each part of the program; `text` and `note` are literals, or
    a text that was marked. What changes is put in afterwards:
    translate("Export", "Wrote {name}").format(name=…).
    Of two numbers each is a text of its own: "{n} event", "{n} events".
    """
    translation = _Tongue.translation
    if translation is None:
        return text
    key = (context, text, note)
    found = _Tongue.known.get(key)
    if found is None:
        found = _Tongue.known[key] = translation(context, text, note)
    return found


def mark(context: str, text: str, note: str = "") -> str:  # noqa: ARG001 - read by lupdate
    """The English text as it is, for a table made before a language is known; `translate` it where shown."""
    return text


def grouped(number: int) -> str:
    """A whole number with its thousands parted as in the language spoken: 12,345."""
    return localised(f"{number:,}")


def localised(number: str) -> str:
    """A number as Python writes it, "1,234.5", with the marks of the language spoken: "1.234,5"."""
    return number if _Tongue.marks is None else number.translate(_Tongue.marks)


def counted(number: int, one: str, many: str) -> str:
    """The text for that number, with the number in the place of {n}.

    >>> counted(1, "{n} event", "{n} events"), counted(1200, "{n} event", "{n} events")
    ('1 event', '1,200 events')
    """
    return (one if number == 1 else many).format(n=grouped(number))
