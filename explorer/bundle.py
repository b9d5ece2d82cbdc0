"""Where the files that come with the program are: the bundled database, icons, styles.

An installed wheel carries them inside the package, in `explorer/_bundle`; a checkout keeps them at its top.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_bundle"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def path(*parts: str) -> Path:
    """The file or folder of the bundle that `parts` name: `path("db", "diplomacy.db")`.

    It need not exist: who opens it says what is missing.
    """
    return _ROOT.joinpath(*parts)
