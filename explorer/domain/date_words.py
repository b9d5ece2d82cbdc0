"""The words that people write dates with, in English, German and some French and Spanish, made signs.

`signs_of` gives "~ 12 M7 2018" for "about the 12th of July, 2018": what domain/free_dates.py has a grammar
for. The same text is read alike in every language of the program and of the system.
"""

import re
import unicodedata
from typing import Final

#: Months by number, seasons by EDTF's, days of the week from 0 for Monday.
_NUMBERED: Final = {
    "M": (
        (1, "january jan januar jänner jaenner janvier janv enero ene"),
        (2, "february feb februar feber février févr fevrier febrero"),
        (3, "march mar märz mrz maerz mars marzo"),
        (4, "april apr avril avr abril abr"),
        (5, "may mai mayo"),
        (6, "june jun juni juin junio"),
        (7, "july jul juli juillet juil julio"),
        (8, "august aug août aout agosto"),
        (9, "september sept sep septembre septiembre"),
        (10, "october oct oktober okt octobre octubre"),
        (11, "november nov novembre noviembre"),
        (12, "december dec dezember dez décembre déc decembre diciembre dic"),
    ),
    "S": (
        (21, "spring frühjahr frühling fruehjahr fruehling printemps primavera"),
        (22, "summer sommer été verano"),
        (23, "autumn fall herbst automne otoño"),
        (24, "winter hiver invierno"),
    ),
    "W": (
        (0, "monday mon montag"),
        (1, "tuesday tue tues dienstag"),
        (2, "wednesday wed mittwoch"),
        (3, "thursday thu thur thurs donnerstag"),
        (4, "friday fri freitag"),
        (5, "saturday sat samstag sonnabend"),
        (6, "sunday sun sonntag"),
    ),
}

_SIGNS: Final = {
    "~": "c ca circa cca about around approximately approx abt est estimated etwa ungefähr um gegen zirka "
    "vers environ hacia",
    "?": "possibly perhaps maybe probably uncertain vielleicht wohl vermutlich möglicherweise wahrscheinlich "
    "unsicher",
    "BEFORE": "before bef vor avant antes",
    "AFTER": "after aft nach après",
    "BY": "by",
    "FROM": "from since von vom seit ab depuis desde",
    "TO": "to until till through thru bis au à",
    "BETWEEN": "between bet btw zwischen entre",
    "AND": "and und et y",
    "EARLY": "early beginning start anfang beginn frühes frühe frühen début debut",
    "MID": "mid middle mitte milieu mi",
    "LATE": "late end ende spätes späte späten fin",
    "HALF": "half hälfte haelfte halbjahr",
    "QUARTER": "quarter quartal viertel",
    "CENTURY": "century cent centuries jahrhundert jahrhunderts jahrhunderte jh jhd jhdt siècle siècles "
    "siecle siglo",
    "MILLENNIUM": "millennium millennia jahrtausend jahrtausends jt",
    "MILLION": "million millions mio millionen",
    "BILLION": "billion billions milliarde milliarden mrd",
    "YEARS": "years jahren",
    "AGO": "ago",
    "JULIAN": "julian julianisch",
    "GREGORIAN": "gregorian gregorianisch",
    "UTC": "utc gmt z",
    "PM": "pm",
    "1°": "first erste ersten erstes",
    "2°": "second zweite zweiten zweites",
    "3°": "third dritte dritten drittes drittel",
    "4°": "fourth vierte vierten viertes last letzte letzten letztes",
    "5°": "fifth",
    "OR": "or oder ou",
    "": "uhr the of in on at year anno dated dem den der des das die im am zum jahr jahre le la les du de "
    "del el année l d",
}

#: Instead of a date.
_NO_DATE: Final = (
    "unknown undated unbekannt undatiert inconnu inconnue desconocido n.d. s.d. o.j. o.d. n/a na k.a. none "
    "- – — ? ?? . /"
)
NO_DATE: Final = frozenset(_NO_DATE.split())

#: Phrases before their words are looked at; eras first: "vor Christus" is not before.
_PHRASES: Final = tuple(
    (re.compile(rf"(?<![\w]){pattern}(?!\w)"), f" {sign} ")
    for pattern, sign in (
        (r"(?:b\.\s?c\.(?:\s?e\.)?|bce?|v\.?\s?chr\.?|vor\s+(?:chr\.|christus)|v\.?\s?u\.?\s?z\.?)", "BCE"),
        (r"av\.?\s?j\.?-?\s?c\.?", "BCE"),
        (r"(?:a\.\s?d\.|ad|c\.\s?e\.|ce)", "CE"),
        (r"(?:n\.?\s?chr\.?|nach\s+(?:chr\.|christus)|n\.?\s?u\.?\s?z\.?)", "CE"),
        (r"ap(?:r|rès)?\.?\s?j\.?-?\s?c\.?", "CE"),
        (r"@#d?julian@", "JULIAN"),
        (r"@#d?gregorian@", "GREGORIAN"),
        (r"\(?(?:old\s+style|o\.\s?s\.|a\.\s?st\.|alten\s+stils)\)?", "JULIAN"),
        (r"(?:no[tn]?\s+later\s+than|at\s+the\s+latest|on\s+or\s+before|spätestens|nicht\s+nach)", "BY"),
        (r"(?:or\s+(?:before|earlier)|oder\s+(?:davor|früher|vorher))", "BY"),
        (r"(?:no[tn]?\s+(?:before|earlier\s+than)|on\s+or\s+after|frühestens|nicht\s+vor)", "NOTBEFORE"),
        (r"(?:or\s+(?:after|later)|oder\s+(?:danach|später))", "NOTBEFORE"),
        (r"(?:earlier\s+than|prior\s+to)", "BEFORE"),
        (r"later\s+than", "AFTER"),
        (r"(?:on|onwards?)$", ""),
        (r"q([1-4])", r"\1° QUARTER"),
        (r"h([12])", r"\1° HALF"),
        (r"jusqu['’]?\s?(?:en|à|au)", "TO"),
        (r"p\.\s?m\.", "PM"),
    )
)

_DASHES: Final = str.maketrans(dict.fromkeys("‒–—―", "–") | dict.fromkeys("‐‑−", "-"))
_DECADE: Final = re.compile(r"(?<!\d)(\d{1,3}0)\s?(?:['’]?s|er)(?:[-\s]?jahren?)?(?![^\W\d_])")
_FRENCH_DECADE: Final = re.compile(r"ann[ée]es\s+(\d{1,3}0)(?!\d)")
_CHINESE: Final = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?")
_ORDINAL: Final = re.compile(r"(?<!\d)(\d{1,2})\s?(?:st|nd|rd|th|er|ère|ème|e|º|ª)(?![^\W\d_])")
_SHORT_CENTURY: Final = re.compile(r"(?<![\d.])(\d{1,2})°?\s?c\b\.?(?![^\W\d_])")
_ROMAN: Final = re.compile(r"(?<!\w)([ivx]+)(?:e|ème|\.)?\s+(?=siècle|siecle|century|jahrhundert|jh)")
# In German "am" stands before a day.
_MORNING: Final = re.compile(r"([:.]\d\d) ?a\.?m\.?(?!\w)")
_STUCK: Final = re.compile(r"(?<!\w)(ca?\.?)(?=\d)")
_THOUSANDS: Final = re.compile(r"(?<![\d.,])(\d{1,3}(?:[., ]\d{3})+)(?=\s+(?:BCE|CE|years)\b)")
_WORD: Final = re.compile(r"[^\W\d_]+(?:\.(?![^\W\d_]))?")


def _table() -> dict[str, str]:
    words = {word: sign for sign, listed in _SIGNS.items() for word in listed.split()}
    for letter, numbered in _NUMBERED.items():
        for number, listed in numbered:
            words |= dict.fromkeys(listed.split(), f"{letter}{number}")
    return words


_TABLE: Final = _table()
_CAPITALS: Final = frozenset(part for _, sign in _PHRASES for part in sign.split()) | {"AM"}


def signs_of(text: str) -> str | None:
    """The signs of a text, parted by blanks; None when it has a word that belongs to no date.

    Numbers stay; "12°" is an ordinal, "1960S" a decade.
    """
    text = unicodedata.normalize("NFKC", text).translate(_DASHES).lower().strip()
    text = _MORNING.sub(r"\1 AM ", text)
    for pattern, sign in _PHRASES:
        text = pattern.sub(sign, text)
    text = _THOUSANDS.sub(lambda match: re.sub(r"\D", "", match[1]), text)
    text = _ROMAN.sub(lambda match: f"{_roman(match[1])}° ", text)
    text = _FRENCH_DECADE.sub(r"\1§ ", text)
    text = _CHINESE.sub(lambda match: "-".join(part.zfill(2) for part in match.groups() if part), text)
    text = _DECADE.sub(r"\1§ ", text)
    text = _ORDINAL.sub(r"\1° ", text)
    text = _SHORT_CENTURY.sub(r"\1° century ", text)
    text = _STUCK.sub(r"ca ", text)
    signs: list[str] = []
    at = 0
    for match in _WORD.finditer(text):
        word = match[0]
        sign = word if word in _CAPITALS or word == "T" else _TABLE.get(word.rstrip("."))
        if sign is None:
            return None
        if word == "z" and text[: match.start()].rstrip()[-1:].isdigit():
            sign = "UTC"
        signs += [text[at : match.start()], f" {sign} "]
        at = match.end()
    said = "".join([*signs, text[at:]]).replace("§", "S")
    said = re.sub(r"\b(EARLY|MID|LATE)\s*-\s*", r"\1 ", said)
    said = re.sub(r",(?=\s|$)", " ", said)
    return " ".join(said.split())


def _roman(numeral: str) -> int:
    """The number of a Roman numeral up to 39; of what is none, some number."""
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
