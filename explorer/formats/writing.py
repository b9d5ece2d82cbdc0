"""Writing a file whole or not at all; every format that has a file to write uses it."""

import contextlib
import os
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import IO, Any, Literal

from explorer.domain.errors import ExplorerError


class ExportError(ExplorerError):
    """A file cannot be written."""


@contextlib.contextmanager
def write_whole(path: Path, mode: Literal["w", "wb"] = "w") -> Generator[IO[Any]]:
    """A stream, of UTF-8 text or of bytes, that becomes the file when the block ends; none if it raises.

    It is written beside the file, so that putting it in place is one step. Raises ExportError.
    """
    if path.is_dir():
        raise ExportError(f"“{path}” is a folder.", "Name a file inside it.")
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", suffix=".part", dir=path.parent)
    except OSError as error:
        if not path.parent.is_dir():
            raise ExportError(f"There is no folder “{path.parent}”.", "Make it first.") from error
        raise _refused(path, error) from error
    try:
        is_text = mode == "w"
        with open(  # noqa: PTH123 - no path yet
            descriptor, mode, encoding="utf-8" if is_text else None, newline="" if is_text else None
        ) as stream:
            yield stream
        # mkstemp's file is for its owner alone; a new file has what the umask leaves.
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, path.stat().st_mode if path.exists() else 0o666 & ~mask)  # noqa: PTH101
        os.replace(name, path)  # noqa: PTH105
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)  # noqa: PTH108


def _refused(path: Path, error: OSError) -> ExportError:
    reason = (error.strerror or str(error)).lower()
    return ExportError(f"“{path}” cannot be written: {reason}.", "Choose another folder or make room.")
