"""Gathers the licences of all that a bundle holds: licences.py FOLDER CONTENTS.

Called by build.py with the Python that the bundle was made with; CONTENTS has a line for each file that went
in, with the place it came from. The texts are those that each package, Python and (on Debian and its kin)
each system library came with.
"""

import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: Never in a bundle: what makes it.
TOOLS = frozenset({
    "altgraph", "hatchling", "macholib", "packaging", "pathspec", "pefile", "pip", "pluggy",
    "pyinstaller-hooks-contrib", "pywin32-ctypes", "setuptools", "tomlkit", "trove-classifiers",
})  # fmt: skip
#: The folder of a system package's documentation, on Debian and its kin.
DOCUMENTED = Path("/usr/share/doc")

SOURCE = """\
Qt and Qt for Python, and their source
======================================

This program uses Qt {qt} and Qt for Python (PySide6, shiboken6) {qt} under the GNU Lesser
General Public License, version 3 (LGPL-3.0.txt, which adds to GPL-3.0.txt). Qt is (C) The Qt
Company Ltd. and others. Both are used as shared libraries, as their makers built them, unchanged.

Their complete source is offered by their makers, at no charge:

    https://download.qt.io/official_releases/qt/{series}/{qt}/
    https://download.qt.io/official_releases/QtForPython/

Should it no longer be there: for three years from {day}, and for as long as this version is
passed on, the Détente authors (their address is where you have this program from) give anyone who
asks a copy of that source, for no more than what sending it costs.

You may replace these libraries by others that can be linked in their place: they are the files
libQt6*.so*, libpyside6* and libshiboken6* (Windows: Qt6*.dll, pyside6*.dll, shiboken6*.dll; macOS:
the Qt frameworks) beside this program. Nothing in the program or its licence keeps you from that,
or from taking it apart to find faults in what you changed.
"""


def texts_of(distribution: importlib.metadata.Distribution) -> list[Path]:
    """The files of an installed package that are its licences and notices."""
    names = ("licen", "copying", "notice", "authors", "copyright")
    found: list[Path] = []
    for file in distribution.files or ():
        is_metadata = ".dist-info" in file.parts[0]
        if is_metadata and any(name in file.as_posix().lower() for name in names):
            path = Path(str(distribution.locate_file(file)))
            if path.is_file() and path.suffix not in {".py", ".pyc"}:
                found.append(path)
    return sorted(found)


def python_packages(folder: Path) -> list[str]:
    """Copies the licences of every package of the environment but the tools; a line for each."""
    lines: list[str] = []
    for distribution in sorted(
        importlib.metadata.distributions(), key=lambda one: one.metadata["Name"].lower()
    ):
        name = distribution.metadata["Name"].lower().replace("_", "-")
        if name in TOOLS:
            continue
        texts = texts_of(distribution)
        place = folder / name
        for text in texts:
            relative = Path(
                *text.parts[text.parts.index(next(p for p in text.parts if ".dist-info" in p)) + 1 :]
            )
            target = place / Path(*(part for part in relative.parts if part != "licenses"))
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(text, target)
        data = distribution.metadata.json
        stated = str(data.get("license_expression") or data.get("license") or "see its texts")
        where = f"{name}/" if texts else "LGPL-3.0.txt, GPL-3.0.txt"
        lines.append(f"{name} {distribution.version}: {stated.strip().splitlines()[0]} ({where})")
    return lines


def system_libraries(folder: Path, contents: Path) -> list[str]:
    """Copies the copyright files of the Debian packages whose libraries went into the bundle."""
    if not shutil.which("dpkg-query"):
        return []
    entries = [Path(line) for line in contents.read_text("utf-8").splitlines()]
    environment = Path(sys.prefix)
    found: set[str] = set()
    for source in entries:
        if source.is_relative_to(environment) or source.is_relative_to(ROOT):
            continue
        real = source.resolve()
        for path in {str(source), str(real), str(real).removeprefix("/usr")}:
            done = subprocess.run(["dpkg-query", "-S", path], check=False, capture_output=True, text=True)
            if done.returncode == 0:
                found.add(done.stdout.partition(":")[0])
                break
    for package in sorted(found):
        text = DOCUMENTED / package / "copyright"
        if text.is_file():
            (folder / "system").mkdir(exist_ok=True)
            shutil.copyfile(text, folder / "system" / f"{package}.txt")
    return [f"{package}: as Debian built it (system/{package}.txt)" for package in sorted(found)]


def main(folder: Path, contents: Path) -> None:
    """The folder holds every text, and README.txt, which lists them."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for text in sorted((ROOT / "packaging" / "licences").glob("*.txt")):
        shutil.copyfile(text, folder / text.name)
    shutil.copyfile(ROOT / "LICENSE", folder / "Detente.txt")
    shutil.copyfile(ROOT / "docs" / "THIRD_PARTY.md", folder / "THIRD_PARTY.md")
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    here = "Python.txt"
    if python.is_file():
        shutil.copyfile(python, folder / here)
    else:  # Debian keeps it elsewhere
        version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
        shutil.copyfile(DOCUMENTED / version / "copyright", folder / here)
    qt = importlib.metadata.version("PySide6-Essentials")
    day = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date()
    source = SOURCE.format(qt=qt, series=qt.rpartition(".")[0], day=day)
    (folder / "Qt-source.txt").write_text(source, "utf-8")
    lines = [
        "Détente: under the MIT licence (Detente.txt)",
        f"Python {platform.python_version()}: PSF-2.0 ({here})",
    ]
    lines += python_packages(folder) + system_libraries(folder, contents)
    head = "What this program is made of, and the licence of each part; Qt's source: Qt-source.txt.\n\n"
    (folder / "README.txt").write_text(head + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
