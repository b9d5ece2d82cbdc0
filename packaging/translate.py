#!/usr/bin/env python3
"""Brings the translations in line with the program: `make translations`.

Collects every text of `translate` and `mark` in explorer/ into resources/translations/detente_*.ts, where
a translator fills in what is new (with Qt Linguist, or any editor), and compiles these into the .qm files
that the program reads. Both are kept in the repository: a checkout needs no tools to speak another language.
Exit status 1 while texts are not translated.
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"


def main() -> int:
    """Update and compile; the answer is the exit status."""
    tools = Path(sys.executable).parent
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "explorer").rglob("*.py"))
    missing = 0
    for file in sorted(FOLDER.glob("*.ts")):
        update = [tools / "pyside6-lupdate", *sources, "-tr-function-alias", "QT_TRANSLATE_NOOP=mark"]
        # Without line numbers: they would change with every edit of the program.
        update += ["-no-obsolete", "-locations", "none", "-ts", str(file.relative_to(ROOT))]
        subprocess.run(update, cwd=ROOT, check=True)
        compiled = file.with_suffix(".qm").relative_to(ROOT)
        release = [tools / "pyside6-lrelease", "-silent", str(file.relative_to(ROOT)), "-qm", str(compiled)]
        subprocess.run(release, cwd=ROOT, check=True)
        unfinished = [
            str(message.findtext("source"))
            for message in ET.parse(file).iter("message")
            if (found := message.find("translation")) is None or found.get("type") == "unfinished"
        ]
        for text in unfinished[:20]:
            print(f"{file.name}: not translated: {text}")
        missing += len(unfinished)
    print(f"{missing} texts are not translated." if missing else "All texts are translated.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
