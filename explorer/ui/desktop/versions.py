"""What the program is made of, in numbers: for the About box, reports and the log."""

import importlib.metadata
import platform
from typing import Final

from PySide6.QtCore import QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from explorer import __version__
from explorer.domain.tongue import mark
from explorer.storage.opening import sqlite_version

#: Packages whose version is told, by the name that pip knows.
_PACKAGES: Final = (
    ("PySide6", "PySide6-Essentials"),
    ("numpy", "numpy"),
    ("pandas", "pandas"),
    ("pyqtgraph", "pyqtgraph"),
    ("SQLAlchemy", "SQLAlchemy"),
)


def versions() -> list[tuple[str, str]]:
    """Names and versions, the program first; none of the packages is loaded for it."""
    found = [("Détente", __version__), ("Python", platform.python_version()), ("Qt", qVersion())]
    for name, package in _PACKAGES:
        try:
            found.append((name, importlib.metadata.version(package)))
        except importlib.metadata.PackageNotFoundError:
            found.append((name, "not installed"))
    found.append(("SQLite", sqlite_version()))
    system = (QSysInfo.prettyProductName(), QSysInfo.currentCpuArchitecture(), QGuiApplication.platformName())
    return [*found, (mark("About", "System"), ", ".join(system))]


def as_text() -> str:
    """One line for each: "Qt 6.11.3"."""
    return "\n".join(f"{name} {version}" for name, version in versions())
