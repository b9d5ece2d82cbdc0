"""The window's language: that of the system or of the preference, where there is a translation."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from explorer import bundle
from explorer.domain.tongue import speak
from explorer.host.terminal import warn

#: Languages by their code, each by its own name. English is what the program is written in.
LANGUAGES: Final = {"en": "English", "de": "Deutsch"}

#: The preference for that of the system.
SYSTEM: Final = "system"


def language_for(preference: str) -> str:
    """The code of the language to speak: what is preferred, else the first of the system's that we have."""
    if preference in LANGUAGES:
        return preference
    known = (name.replace("_", "-").split("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in known if code in LANGUAGES), "en")


def speak_in(app: QCoreApplication, language: str) -> None:
    """Speak a language from now on, in what is made after this; English where there is no translation.

    Dates and numbers follow it, so that a sentence is in one language.
    """
    if language == "en":
        speak(None)
        QLocale.setDefault(QLocale(QLocale.Language.English))
        return
    locale = QLocale(language)
    ours, qts = QTranslator(app), QTranslator(app)
    if not ours.load(str(_translations() / f"detente_{language}.qm")):
        warn(f"detente: the translation into {LANGUAGES[language]} is missing.")
        return
    QLocale.setDefault(locale)
    # What Qt says itself: OK, Cancel, the file dialog.
    if qts.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qts)
    app.installTranslator(ours)
    speak(_translated, locale.groupSeparator(), locale.decimalPoint())


def _translated(context: str, text: str, note: str) -> str:
    return QCoreApplication.translate(context, text, note or None)


def _translations() -> Path:
    return bundle.path("resources", "translations")
