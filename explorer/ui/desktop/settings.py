"""What is remembered between sessions, typed; kept by QSettings in the user's own place."""

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QByteArray, QSettings

from explorer import bundle

#: Databases that are remembered.
_RECENT = 12


class _Kept(Protocol):
    def value(self, key: str, default: Any = None, /) -> Any: ...
    def setValue(self, key: str, value: Any, /) -> None: ...
    def sync(self) -> None: ...


class Forgotten:
    """Settings that begin empty and are written nowhere: for pictures and tests."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}

    def value(self, key: str, default: Any = None, /) -> Any:
        return self._values.get(key, default)

    def setValue(self, key: str, value: Any, /) -> None:
        self._values[key] = value

    def sync(self) -> None:
        """There is nowhere to write to."""


class Settings:
    """The user's preferences and the window's last shape. Reading never fails: what is odd is the default."""

    def __init__(self, kept: _Kept | None = None) -> None:
        self._kept: _Kept = kept or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "detente", "detente"
        )

    @property
    def theme(self) -> str:
        """ "light", "dark", or "system"."""
        value = str(self._kept.value("theme", "system"))
        return value if value in ("light", "dark") else "system"

    @theme.setter
    def theme(self, value: str) -> None:
        self._kept.setValue("theme", value)

    @property
    def language(self) -> str:
        """The code of a language, or "system"."""
        return str(self._kept.value("language", "system"))

    @language.setter
    def language(self, value: str) -> None:
        self._kept.setValue("language", value)

    @property
    def wheel_scrolls_lanes(self) -> bool:
        return str(self._kept.value("wheel_scrolls_lanes", "false")) == "true"

    @wheel_scrolls_lanes.setter
    def wheel_scrolls_lanes(self, value: bool) -> None:
        self._kept.setValue("wheel_scrolls_lanes", "true" if value else "false")

    @property
    def fits_filter(self) -> bool:
        """Whether the window fits to what a filter leaves, where that would fill but little of it."""
        return str(self._kept.value("fits_filter", "true")) != "false"

    @fits_filter.setter
    def fits_filter(self, value: bool) -> None:
        self._kept.setValue("fits_filter", "true" if value else "false")

    @property
    def motion(self) -> str:
        """ "reduced", "full", or "system"."""
        value = str(self._kept.value("motion", "system"))
        return value if value in ("reduced", "full") else "system"

    @motion.setter
    def motion(self, value: str) -> None:
        self._kept.setValue("motion", value)

    @property
    def follows_article(self) -> bool:
        """Whether reading the article lights events on the timeline and brings them into view."""
        return str(self._kept.value("follows_article", "true")) != "false"

    @follows_article.setter
    def follows_article(self, value: bool) -> None:
        self._kept.setValue("follows_article", "true" if value else "false")

    @property
    def hint_dismissed(self) -> bool:
        return str(self._kept.value("hint_dismissed", "false")) == "true"

    @hint_dismissed.setter
    def hint_dismissed(self, value: bool) -> None:
        self._kept.setValue("hint_dismissed", "true" if value else "false")

    @property
    def shows_legend(self) -> bool:
        return str(self._kept.value("shows_legend", "false")) == "true"

    @shows_legend.setter
    def shows_legend(self, value: bool) -> None:
        self._kept.setValue("shows_legend", "true" if value else "false")

    @property
    def geometry(self) -> QByteArray:
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._kept.setValue("geometry", value)

    @property
    def panes(self) -> QByteArray:
        return self._bytes("panes")

    @panes.setter
    def panes(self, value: QByteArray) -> None:
        self._kept.setValue("panes", value)

    @property
    def last_database(self) -> Path | None:
        """The database opened last, None when there was none or it is gone."""
        text = str(self._kept.value("last_database", ""))
        return Path(text) if text and Path(text).is_file() else None

    @last_database.setter
    def last_database(self, value: Path | None) -> None:
        self._kept.setValue("last_database", str(value.absolute()) if value else "")
        if value:
            former = [path for path in self.recent_databases if path != value.absolute()]
            recent = [str(path) for path in (value.absolute(), *former)][:_RECENT]
            self._kept.setValue("recent_databases", json.dumps(recent))

    @property
    def recent_databases(self) -> list[Path]:
        """The databases opened last, the latest first; some may be gone."""
        return [Path(text) for text in self._list("recent_databases") if isinstance(text, str) and text]

    def forget_recent(self) -> None:
        """Remember no database but the one that the next start opens."""
        self._kept.setValue("recent_databases", "[]")

    @property
    def restores(self) -> bool:
        """Whether a start brings back what was shown last."""
        return str(self._kept.value("restores", "true")) != "false"

    @restores.setter
    def restores(self, value: bool) -> None:
        self._kept.setValue("restores", "true" if value else "false")

    @property
    def last_view(self) -> tuple[str, str] | None:
        """The database shown last, "" for the bundled one, and its view as a line; None for none."""
        found = self._list("last_view")
        is_pair = len(found) == 2 and all(isinstance(part, str) for part in found)
        return (found[0], found[1]) if is_pair else None

    @last_view.setter
    def last_view(self, value: tuple[str, str]) -> None:
        # One value: a database never comes with the view of another.
        self._kept.setValue("last_view", json.dumps(value))

    @property
    def is_running(self) -> bool:
        """True from the start of a session to its end: where a start finds it, the one before crashed."""
        return str(self._kept.value("is_running", "false")) == "true"

    @is_running.setter
    def is_running(self, value: bool) -> None:
        self._kept.setValue("is_running", "true" if value else "false")
        # What is to be found after a crash must be on the disk before it.
        self._kept.sync()

    def opens_section(self, name: str, default: bool) -> bool:
        """Whether a section of the left panel stands open; `default` until someone has turned it."""
        value = str(self._kept.value(f"sections/{name}", ""))
        return value == "open" if value in ("open", "closed") else default

    def keep_section(self, name: str, is_open: bool) -> None:
        """Remember that a section of the left panel was opened or closed."""
        self._kept.setValue(f"sections/{name}", "open" if is_open else "closed")

    def section_sort(self, name: str, default: str) -> str:
        """How the values of a section are sorted: "listed", "count" or "name"."""
        value = str(self._kept.value(f"sorts/{name}", ""))
        return value if value in ("listed", "count", "name") else default

    def keep_section_sort(self, name: str, sort: str) -> None:
        """Remember how the values of a section are sorted."""
        self._kept.setValue(f"sorts/{name}", sort)

    @property
    def shows_facets(self) -> bool:
        """Whether the left panel is shown."""
        return str(self._kept.value("shows_facets", "true")) == "true"

    @shows_facets.setter
    def shows_facets(self, value: bool) -> None:
        self._kept.setValue("shows_facets", "true" if value else "false")

    @property
    def recent_commands(self) -> tuple[str, ...]:
        """Names of what was last chosen in the command palette, the latest first."""
        return tuple(name for name in self._list("recent_commands") if isinstance(name, str))

    @recent_commands.setter
    def recent_commands(self, value: Sequence[str]) -> None:
        self._kept.setValue("recent_commands", json.dumps(list(value), ensure_ascii=False))

    def choice(self, name: str) -> str:
        """What a dialog has kept under a name, "" for nothing; ui/exporting/remembering.py reads it."""
        return str(self._kept.value(f"choices/{name}", ""))

    def keep_choice(self, name: str, text: str) -> None:
        """Keep a dialog's choices as a text."""
        self._kept.setValue(f"choices/{name}", text)

    def views(self, database: Path) -> list[tuple[str, str]]:
        """The views saved for a database, as (name, line), in their order."""
        self._kept.sync()  # another window may have saved some
        found: list[tuple[str, str]] = []
        for pair in self._list(_views_key(database)):
            # What is odd is left out.
            with suppress(TypeError, ValueError):
                name, line = pair
                found.append((str(name), str(line)))
        return found

    def keep_views(self, database: Path, views: Sequence[tuple[str, str]]) -> None:
        """Keep these views for a database, in place of all that were kept for it."""
        self._kept.setValue(_views_key(database), json.dumps(views, ensure_ascii=False))

    def save(self) -> None:
        """Write everything to disk now."""
        self._kept.sync()

    def _list(self, key: str) -> list[Any]:
        with suppress(TypeError, ValueError):
            found: Any = json.loads(str(self._kept.value(key, "[]")))
            return list(found)
        return []

    def _bytes(self, key: str) -> QByteArray:
        value = self._kept.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()


def _views_key(database: Path) -> str:
    # The bundled database may lie elsewhere with the next version of the program.
    place, own = str(database.absolute()), str(bundle.path("db", "diplomacy.db").absolute())
    name = "bundled" if place == own else place
    # A path is no key: it has slashes.
    return f"views/{hashlib.sha256(name.encode(errors='surrogateescape')).hexdigest()[:24]}"
