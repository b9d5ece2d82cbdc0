"""Where the system wants what the program writes beside the user's own files. Nothing is made here."""

import os
import re
import sys
from pathlib import Path


def state() -> Path:
    """The folder of the log: what is worth keeping, but is neither a setting nor the user's own work."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "Detente"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / "Détente"
    return (_absolute("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "detente"


def running() -> Path:
    """The folder of the window that runs: one that ends with the user's session, where there is one.

    Another user's place, as a command run by sudo is given, is not taken.
    """
    own = _absolute("XDG_RUNTIME_DIR")
    if own is not None and is_ours(own):
        return own / "detente"
    return state() / "running"


def is_ours(folder: Path) -> bool:
    """Whether a folder is there and belongs to the user of this process."""
    try:
        found = folder.stat()
    except OSError:
        return False
    return sys.platform == "win32" or found.st_uid == os.geteuid()


def without_home(text: str) -> str:
    """The text with the user's own folder as "~", so that it can be shown to others."""
    homes = {str(Path.home()), os.path.realpath(Path.home())}
    homes |= {home.replace(os.sep, "/") for home in homes}
    # The longest first: one may lie in the other.
    for home in sorted(homes - {"", "/"}, key=len, reverse=True):
        text = re.sub(re.escape(home) + r"(?![\w-])", "~", text)
    return text


def _absolute(name: str) -> Path | None:
    # The specification wants a relative path ignored.
    path = Path(os.environ.get(name, ""))
    return path if path.is_absolute() else None
