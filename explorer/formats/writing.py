"""Writing a file whole or not at all; every format that has a file to write uses it.

What a killed process leaves: nothing where the system has files without a name (Linux), else a draft
beside the file, which the next export into that folder removes; and a folder of what a format puts aside on
its way, which the next export of any kind removes.
"""

import contextlib
import errno
import os
import secrets
import shutil
import stat
import sys
import tempfile
import time
import zlib
from collections.abc import Generator
from pathlib import Path
from typing import IO, Any, Final, Literal

from explorer.domain.errors import ExplorerError
from explorer.domain.tongue import translate

#: How the name of a draft begins and ends; between: the machine, the process, chance.
_DRAFT: Final = (".detente-", ".part")
#: Seconds after which a draft that nobody writes to is left over from a process that was killed; and where it
#: is known that there is no such process any more.
_ABANDONED: Final = 86_400
_ORPHANED: Final = 60

#: Letters and names that Windows does not take in a file's name.
_FOREIGN: Final = frozenset('<>:"|?*')
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)


class ExportError(ExplorerError):
    """A file cannot be written."""


def check_target(path: Path, *, replaces: bool = True) -> None:
    """Raise ExportError for what would keep a file from being written there, as far as that is known before.

    Without `replaces`, also when there is a file of that name. What only writing shows, such as a full
    disk, `write_whole` tells.
    """
    try:
        found = _look_at(path)
        if found is not None and stat.S_ISDIR(found.st_mode):
            raise ExportError(
                translate("Errors", "“{path}” is a folder.").format(path=path),
                translate("Errors", "Name a file inside it."),
            )
        if found is not None and not stat.S_ISREG(found.st_mode):
            raise ExportError(
                translate("Errors", "“{path}” is a device or a pipe, not a file.").format(path=path),
                translate("Errors", "Give another name, or - for standard output."),
            )
        if sys.platform == "win32" and _is_foreign(path.name):
            raise ExportError(
                translate("Errors", "Windows does not take the name “{name}”.").format(name=path.name),
                translate("Errors", "Give another one."),
            )
        # What a link points to is replaced, not the link.
        target = path.resolve()
        folder = _look_at(target.parent)
    except OSError as error:
        # A loop of links, or a name that is too long.
        raise _refused(path, error) from error
    except ValueError as error:
        raise ExportError(
            translate("Errors", "A name cannot have that letter."),
            translate("Errors", "Give another name."),
            str(error),
        ) from error
    if folder is None:
        raise ExportError(
            translate("Errors", "There is no folder “{folder}”.").format(folder=path.parent),
            translate("Errors", "Make it first."),
        )
    if not stat.S_ISDIR(folder.st_mode):
        raise ExportError(
            translate("Errors", "“{folder}” is no folder.").format(folder=path.parent),
            translate("Errors", "Name a file inside a folder."),
        )
    if found is not None and not replaces:
        raise ExportError(
            translate("Errors", "“{path}” exists already.").format(path=path),
            translate("Errors", "Give another name, or --force to replace it."),
        )
    if found is not None and not os.access(target, os.W_OK):
        raise ExportError(
            translate("Errors", "“{path}” is write-protected.").format(path=path),
            translate("Errors", "Give another name, or lift the protection."),
        )
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise ExportError(
            translate("Errors", "You may not write to the folder “{folder}”.").format(folder=target.parent),
            translate("Errors", "Choose another folder."),
        )


@contextlib.contextmanager
def write_whole(path: Path, mode: Literal["w", "wb"] = "w") -> Generator[IO[Any]]:
    """A stream, of UTF-8 text or of bytes, that becomes the file when the block ends; none if it raises.

    It is written beside the file and onto the disk, so that putting it in place is one step: whoever looks,
    whenever the process or the machine stops, finds the former file or the new one. A link is written
    through: what it points to is replaced. The mode of a former file stays. Raises ExportError.
    """
    check_target(path)
    target = path.resolve()
    for folder in (target.parent, Path(tempfile.gettempdir())):
        _remove_abandoned(folder)
    try:
        draft = _Draft(target)
    except OSError as error:
        raise _refused(path, error) from error
    try:
        is_text = mode == "w"
        with open(  # noqa: PTH123 - no path
            draft.descriptor, mode, encoding="utf-8" if is_text else None, newline="" if is_text else None
        ) as stream:
            yield stream
            stream.flush()
            draft.finish()
        draft.settle()
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        draft.discard()


@contextlib.contextmanager
def scratch_folder() -> Generator[Path]:
    """A folder for what a format puts aside on its way, gone when the block ends, however it does.

    Of a process that was killed the next `write_whole` removes it.
    """
    first, last = _DRAFT
    with tempfile.TemporaryDirectory(last, f"{first}{_machine()}-{os.getpid()}-") as folder:
        yield Path(folder)


class _Draft:
    """A file being written in the folder of its target: without a name where the system can do that."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._name: Path | None = None
        self.descriptor = self._unnamed()
        if self.descriptor < 0:
            self._name = self._new_name()
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            # As any new file: what the umask leaves.
            self.descriptor = os.open(self._name, flags, 0o666)

    def finish(self) -> None:
        """All of it is on the disk, and has a name beside the target. Raises OSError."""
        os.fsync(self.descriptor)
        with contextlib.suppress(OSError, AttributeError):
            # There may be no former file; on Windows there are no modes.
            os.fchmod(self.descriptor, stat.S_IMODE(self._target.stat().st_mode))
        if self._name is None:
            # Replacing takes a name first: a process killed just here leaves it behind.
            self._name = self._new_name()
            try:
                self._link(self._name)
            except OSError:
                # A /proc that shows no files, as in some sandboxes.
                self._copy(self._name)

    def settle(self) -> None:
        """It stands in the target's place. The descriptor is closed by now: Windows wants it so."""
        assert self._name is not None
        self._name.replace(self._target)
        self._name = None
        # The name too is on the disk, where the system can be asked for that.
        with contextlib.suppress(OSError), _opened_folder(self._target.parent) as folder:
            os.fsync(folder)

    def discard(self) -> None:
        """Nothing of it is left, unless it has settled."""
        if self._name is not None:
            with contextlib.suppress(OSError):
                self._name.unlink()

    def _unnamed(self) -> int:
        """The descriptor of a file without a name, -1 where there are none."""
        # It gets its name by way of /proc.
        if not hasattr(os, "O_TMPFILE") or not Path("/proc/self/fd").is_dir():
            return -1
        try:
            return os.open(self._target.parent, os.O_TMPFILE | os.O_RDWR, 0o666)
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EMFILE}:
                raise
            # Not every file system can.
            return -1

    def _link(self, name: Path) -> None:
        with _opened_folder(name.parent) as folder:
            # With a folder given, os.link follows the link that stands for the descriptor.
            os.link(f"/proc/self/fd/{self.descriptor}", name.name, dst_dir_fd=folder, follow_symlinks=True)

    def _copy(self, name: Path) -> None:
        os.lseek(self.descriptor, 0, os.SEEK_SET)
        with open(self.descriptor, "rb", closefd=False) as content, name.open("xb") as copy:
            shutil.copyfileobj(content, copy, 2**20)
            copy.flush()
            os.fsync(copy.fileno())
            os.fchmod(copy.fileno(), stat.S_IMODE(os.fstat(self.descriptor).st_mode))

    def _new_name(self) -> Path:
        first, last = _DRAFT
        return self._target.with_name(f"{first}{_machine()}-{os.getpid()}-{secrets.token_hex(4)}{last}")


@contextlib.contextmanager
def _opened_folder(folder: Path) -> Generator[int]:
    descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _machine() -> str:
    name = "" if sys.platform == "win32" else os.uname().nodename
    return f"{zlib.crc32(name.encode()):08x}"


def _remove_abandoned(folder: Path) -> None:
    """Remove what processes have begun in a folder that have ended without putting it in place."""
    first, last = _DRAFT
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            if entry.name.startswith(first) and entry.name.endswith(last):
                with contextlib.suppress(OSError):
                    if not _is_abandoned(entry):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        shutil.rmtree(entry)
                    else:
                        os.unlink(entry)  # noqa: PTH108


def _is_abandoned(entry: os.DirEntry[str]) -> bool:
    if entry.is_symlink():
        return False
    age = time.time() - entry.stat(follow_symlinks=False).st_mtime
    if not _ORPHANED < age <= _ABANDONED:
        return age > _ABANDONED
    machine, process, *_ = [*entry.name.removeprefix(_DRAFT[0]).split("-"), "", ""]
    # Asking after a process would end it on Windows; and that of another machine is not ours to ask after.
    if sys.platform == "win32" or machine != _machine() or not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False
    return False


def _look_at(path: Path) -> os.stat_result | None:
    """What stands there, None for nothing. Raises OSError for what cannot stand there."""
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _is_foreign(name: str) -> bool:
    """Whether Windows keeps a name for itself."""
    return bool(_FOREIGN & set(name)) or name.partition(".")[0].lower() in _DEVICES


def _refused(path: Path, error: OSError) -> ExportError:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return ExportError(
                translate("Errors", "“{path}” cannot be written: the disk is full.").format(path=path),
                translate("Errors", "Make room, or choose another."),
            )
        case errno.EACCES | errno.EPERM:
            return ExportError(
                translate("Errors", "You may not write to the folder “{folder}”.").format(folder=path.parent),
                translate("Errors", "Choose another folder."),
            )
        case errno.EROFS:
            return ExportError(
                translate("Errors", "The folder “{folder}” can only be read.").format(folder=path.parent),
                translate("Errors", "Choose another folder."),
            )
        case errno.ENAMETOOLONG:
            return ExportError(
                translate("Errors", "The name “{name}…” is too long.").format(name=path.name[:40]),
                translate("Errors", "Choose a shorter one."),
            )
        case errno.EFBIG:
            return ExportError(
                translate("Errors", "“{path}” is too large for its disk.").format(path=path),
                translate("Errors", "Choose another disk."),
            )
        case _:
            reason = (error.strerror or str(error)).lower()
            return ExportError(
                translate("Errors", "“{path}” cannot be written: {reason}.").format(path=path, reason=reason),
                translate("Errors", "Choose another name or folder."),
            )
