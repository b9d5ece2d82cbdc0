"""Sets up all that Détente needs in this checkout, then does what was asked. Standard library only.

    python3 packaging/start.py run [ARGS…]      the program (Windows: py packaging\\start.py run)
    python3 packaging/start.py test [ARGS…]     every check; ARGS go to pytest
    python3 packaging/start.py bench [ARGS…]    the benchmarks
    python3 packaging/start.py hostile [ARGS…]  hostile files of every kind, opened in every way
    python3 packaging/start.py setup            only the set-up, for all of them

Everything goes to .venv in the checkout, but for system libraries, which apt installs. A stamp in .venv tells
that nothing is to be done. This file must parse on Python 3.8, so that it can say what it needs instead.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import io
import locale
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path

OLDEST, NEWEST = (3, 11), (3, 14)  # the newest that PySide6 6.11 has wheels for
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")
LOCKS = {"run": "requirements.lock", "test": "requirements-dev.lock", "package": "requirements-package.lock"}
WITHOUT_WINDOW = ("screenshot", "export", "info", "check", "-h", "--help", "--version")
NO_DISPLAY = (
    "There is no display, so no window: `.venv/bin/detente screenshot OUT.png` draws it into a file, "
    "`.venv/bin/detente export OUT.csv` writes its events."
)

# What Qt loads from the system, and the package of Debian and Ubuntu that brings it. Newer releases call the
# first one libglib2.0-0t64, which apt finds by the old name too.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
TEST_PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool"}
# What the tests make a Turkish locale of.
TEST_FILES = {"/usr/share/i18n/locales/tr_TR": "locales"}
FONT = "fonts-inter"
# What the tests listen with, as a screen reader does; without it those are skipped.
READERS = ("at-spi2-core", "python3-pyatspi", "orca")
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


class SetUpError(Exception):
    """The set-up cannot go on; the message says why and what to type."""


def say(text: str) -> None:
    """One step, told before it is done."""
    print("· " + text, flush=True)


def ask(*command: str) -> tuple[int, str]:
    """The exit status of a command and what it told; 127 where there is no such command."""
    try:
        done = subprocess.run(
            command, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError:
        return 127, ""
    return done.returncode, done.stdout.decode("utf-8", "replace").strip()


class Checkout:
    """The paths of one checkout and of the environment in it; a level is "run" or "test"."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.venv = root / ".venv"
        self.bin = self.venv / ("Scripts" if WINDOWS else "bin")
        self.python = self.bin / ("python.exe" if WINDOWS else "python")
        self.launcher = self.bin / ("detente.cmd" if WINDOWS else "detente")
        self.unfinished = self.venv / "detente-unfinished"

    def lock(self, level: str) -> Path:
        return self.root / LOCKS[level]

    def stamp(self, level: str) -> Path:
        return self.venv / ("detente-" + level + ".stamp")

    def key(self, level: str, version: str) -> str:
        """What the environment was made from: the lock, this file, the Python and the place."""
        digest = hashlib.sha256()
        for file in (self.lock(level), Path(__file__)):
            digest.update(hashlib.sha256(file.read_bytes()).digest())
        digest.update((version + str(self.root)).encode("utf-8", "surrogateescape"))
        return digest.hexdigest()

    def version(self) -> str:
        """As "3.11.2"; "" where there is no environment, or its Python does not start any more."""
        status, told = ask(str(self.python), "-ISc", "import platform; print(platform.python_version())")
        return told if status == 0 else ""

    def is_ready(self, level: str) -> bool:
        """Nothing is to be installed for this level."""
        try:
            stamp = self.stamp(level).read_text("ascii")
        except (OSError, UnicodeDecodeError):
            return False
        version = self.version()
        return bool(version) and stamp == self.key(level, version)

    def is_sound(self) -> bool:
        """The environment can be brought up to date in place: complete, not moved, its Python unchanged."""
        version = self.version()
        if self.unfinished.exists() or not version or not is_supported(version):
            return False
        if not self.site_packages(version).is_dir():
            return False  # the system's Python was upgraded under it
        if not self.launcher.exists():
            return True  # another tool made it
        here, there = self.launcher_text(), self.launcher.read_text("utf-8", "surrogateescape")
        return here.splitlines()[1:2] == there.splitlines()[1:2]  # the line that holds the path

    def site_packages(self, version: str) -> Path:
        if WINDOWS:
            return self.venv / "Lib" / "site-packages"
        return self.venv / "lib" / ("python" + version[: version.rindex(".")]) / "site-packages"

    def launcher_text(self) -> str:
        """The command `detente`, through sh: a path after #! can hold no blank and only some 120 letters."""
        if WINDOWS:
            return '@"%~dp0python.exe" -P -m explorer %*\n'
        python = str(self.python)
        for letter in '\\"$`':
            python = python.replace(letter, "\\" + letter)
        return (
            "#!/bin/sh\n'''exec' \"" + python + '" "$0" "$@"\n'
            "' '''\nimport sys\n\nfrom explorer.cli import main\n\nsys.exit(main())\n"
        )

    def link(self) -> None:
        """`detente` is a command of the environment, and `explorer` can be imported in it."""
        site = self.site_packages(self.version())
        # Relative: it holds no letter that some locale could not read.
        (site / "detente.pth").write_text(os.path.relpath(self.root, site) + "\n", "utf-8")
        self.launcher.write_text(self.launcher_text(), "utf-8", "surrogateescape")
        self.launcher.chmod(0o755)


def is_supported(version: str) -> bool:
    major, minor = version.split(".")[:2]
    return OLDEST <= (int(major), int(minor)) <= NEWEST


def set_up(checkout: Checkout, level: str) -> None:
    """The locked packages of `level` and the command are in .venv; the stamp is written last."""
    if checkout.is_ready(level):
        return
    if not checkout.is_sound():
        if checkout.venv.exists():
            say("Removing " + checkout.venv.name + ": it is incomplete, was moved, or its Python is gone")
            checkout.venv.unlink() if checkout.venv.is_symlink() else shutil.rmtree(str(checkout.venv))
        say("Making " + checkout.venv.name + " with Python " + platform.python_version())
        checkout.venv.mkdir(parents=True)
        checkout.unfinished.touch()
        venv.create(str(checkout.venv), with_pip=False, symlinks=not WINDOWS)
    pip = pip_command(checkout)
    lock = checkout.lock(level)
    where = str(checkout.venv.relative_to(checkout.root))
    say(
        "Installing the Python packages of "
        + lock.name
        + " into "
        + where
        + ": about a minute, the first time"
    )
    checkout.unfinished.touch()
    elsewhere = ("PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")
    environment = {name: value for name, value in os.environ.items() if name not in elsewhere}
    environment["PIP_USER"] = "0"
    options = ["--require-hashes", "--only-binary=:all:", "--no-input", "--disable-pip-version-check"]
    options += ["--no-warn-script-location", "--root-user-action=ignore"]
    options += [] if sys.stdout.isatty() else ["-qq"]
    command = [*pip, "install", *options, "-r", str(lock)]
    status = subprocess.call(command, env=environment, stdin=subprocess.DEVNULL)
    if status:
        if status > 0:  # it was not killed: it undid its work
            checkout.unfinished.unlink()
        raise SetUpError("pip could not install the packages (above: why); the same command tries again.")
    checkout.link()
    checkout.unfinished.unlink()
    version = checkout.version()
    for ready in ("run", "test") if level == "test" else (level,):  # the test lock holds all of the other
        checkout.stamp(ready).write_text(checkout.key(ready, version), "ascii")
    say("Ready: " + str((checkout.bin / "detente").relative_to(checkout.root)))


def pip_command(checkout: Checkout) -> list[str]:
    """A pip that installs into the environment: this Python's own, or one that the environment gets."""
    if has_own_pip():
        return [sys.executable, "-m", "pip", "--python", str(checkout.python)]
    own = [str(checkout.python), "-m", "pip"]
    if ask(*own, "--version")[0] == 0 or ask(str(checkout.python), "-m", "ensurepip")[0] == 0:
        return own
    own_way = sys.executable + " -m ensurepip"
    how = "sudo apt-get install -y python3-pip" if shutil.which("apt-get") else own_way
    raise SetUpError("This Python has no pip. Type: " + how)


def has_own_pip() -> bool:
    """This Python has a pip that can install into another environment (22.3 or later)."""
    try:
        version = importlib.metadata.version("pip").split(".")
        return (int(version[0]), int(version[1])) >= (22, 3)
    except (importlib.metadata.PackageNotFoundError, ValueError, IndexError):
        return False


def missing_packages(level: str) -> list[str]:
    """The system's packages that Qt, or the test in a real window, needs and that are not there."""
    if not LINUX:
        return []
    ldconfig = shutil.which("ldconfig") or "/sbin/ldconfig"
    status, listing = ask(ldconfig, "-p")
    if status:
        return []  # a system that keeps its libraries another way: Qt itself will say what it misses
    present = {line.split()[0] for line in listing.splitlines()[1:]}
    missing = [package for library, package in QT_LIBRARIES.items() if library not in present]
    if level == "test":
        missing += [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
        missing += [package for file, package in TEST_FILES.items() if not Path(file).exists()]
    return missing


def lacks(package: str) -> bool:
    """dpkg knows that `package` is not installed."""
    return ask("dpkg-query", "-Wf", "${db:Status-Status}", package)[1] != "installed"


def install_system_packages(checkout: Checkout, level: str) -> None:
    """What `level` needs of the system is installed, or the line to type is said."""
    missing = missing_packages(level)
    if not missing and checkout.is_ready(level):
        return
    if not shutil.which("apt-get"):
        if missing:
            names = {package: library for library, package in QT_LIBRARIES.items()}
            say("Missing on this system: " + ", ".join(names.get(package, package) for package in missing))
        return
    missing += ["python3-pip"] if needs_apt_pip() else []
    root = root_prefix()
    if missing and root is None:
        how = "sudo apt-get install -y --no-install-recommends " + " ".join(missing)
        how = "Missing system packages. Type: " + how
        if set(missing) - {*TEST_PROGRAMS.values(), *TEST_FILES.values()}:
            raise SetUpError(how)
        say(how)  # the tests that need them say the rest
    spare = [package for package in (FONT, *(READERS if level == "test" else ())) if lacks(package)]
    wanted = [*missing, *spare]
    if root is None or not wanted:
        return
    say("Installing system packages with apt: " + " ".join(wanted))
    told = ""
    for attempt in (wanted, wanted, [*missing, *spare[:1]], missing):
        status, told = apt(root, "install", *attempt) if attempt else (0, "")
        if status == 0:
            return
        if attempt is wanted:
            apt(root, "update")
    print(told, file=sys.stderr)
    raise SetUpError("apt could not install them. Type: sudo apt-get install " + " ".join(missing))


def needs_apt_pip() -> bool:
    """The system's own Python came without any pip."""
    return (
        sys.executable.startswith("/usr/bin/")
        and not has_own_pip()
        and importlib.util.find_spec("ensurepip") is None
    )


def root_prefix() -> list[str] | None:
    """What makes a command run as root: nothing, or sudo where it asks for no password; None: it cannot."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if ask("sudo", "-n", "true")[0] == 0 else None


def apt(root: list[str], action: str, *packages: str) -> tuple[int, str]:
    """The exit status of apt-get, which asks nothing, and all that it said."""
    options = ["-y", "-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"]
    if action == "install":
        options.append("--no-install-recommends")
    command = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", action, *options, *packages]
    return ask("sh", "-c", '"$@" 2>&1', "sh", *command)


def has_display() -> bool:
    """A window would be seen; Qt's platforms without a screen do not count."""
    qt = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if qt in ("offscreen", "minimal"):
        return False
    return not LINUX or bool(qt or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(checkout: Checkout, arguments: list[str]) -> int:
    """The program takes over; without a display, one line says what works without."""
    if not has_display() and not (arguments and arguments[0] in WITHOUT_WINDOW):
        print(NO_DISPLAY)
        return 0
    sys.stdout.flush()
    if not WINDOWS:
        os.execv(str(checkout.launcher), [str(checkout.launcher), *arguments])
    return subprocess.call([str(checkout.python), "-P", "-m", "explorer", *arguments])


def test(checkout: Checkout, arguments: list[str]) -> int:
    """Every check runs, the tests last; a line says how the others went, and the last one which failed."""
    python = [str(checkout.python), "-m"]
    checks = {
        "ruff check": [*python, "ruff", "check", "."],
        "ruff format": [*python, "ruff", "format", "--check", "."],
        "pyright": [*python, "pyright"],
        "lint-imports": [*python[:1], "-c", LINT_IMPORTS, "--no-logo", "--no-cache"],
        # One process for each core; after it, "-n 0" among the arguments means none.
        "pytest": [*python, "pytest", "--numprocesses", "auto", *arguments],
    }
    os.environ["PYRIGHT_PYTHON_IGNORE_WARNINGS"] = "1"  # or it looks for a newer one on the network
    results: dict[str, str] = {}
    for name, command in checks.items():
        if name == "pytest":
            print("\nChecks: " + " · ".join(check + " " + result for check, result in results.items()))
        say(name)
        status = subprocess.call(command, cwd=str(checkout.root))
        results[name] = "FAILED" if status else "ok"
    failed = [name for name, result in results.items() if result != "ok"]
    if failed:
        print("FAILED: " + ", ".join(failed))
    return 1 if failed else 0


def bench(checkout: Checkout, arguments: list[str]) -> int:
    return subprocess.call([str(checkout.python), "-m", "tests.bench", *arguments], cwd=str(checkout.root))


def hostile(checkout: Checkout, arguments: list[str]) -> int:
    return subprocess.call([str(checkout.python), "-m", "tests.hostile", *arguments], cwd=str(checkout.root))


def speak_utf8() -> None:
    """Children use UTF-8 even where the locale is C or was never generated."""
    if WINDOWS:
        os.environ.setdefault("PYTHONUTF8", "1")
    elif LINUX:
        try:
            locale.setlocale(locale.LC_ALL, "")
            is_utf8 = locale.nl_langinfo(locale.CODESET).upper().replace("-", "") == "UTF8"
        except locale.Error:
            is_utf8 = False
        if not is_utf8:
            os.environ["LC_ALL"] = "C.UTF-8"
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8" if not WINDOWS else None, errors="replace")


def use_supported_python() -> None:
    """This is Python 3.11 to 3.14; else such a one that PATH knows takes over, or a sentence ends it."""
    if is_supported(platform.python_version()):
        return
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        other = shutil.which("python3." + str(minor))
        if other and not WINDOWS:
            os.execv(other, [other, *sys.argv])
    this = platform.python_version()
    raise SetUpError(
        "Détente needs Python 3.11 to 3.14, and this is "
        + this
        + ": install one of those, then start this file with it."
    )


def main(arguments: list[str]) -> int:
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command not in ("run", "test", "bench", "hostile", "setup"):
        print((__doc__ or "").strip())
        return 0 if command in ("-h", "--help", "help") else 2
    use_supported_python()
    speak_utf8()
    checkout = Checkout(Path(__file__).resolve().parent.parent)
    level = "run" if command == "run" else "test"
    install_system_packages(checkout, level)
    set_up(checkout, level)
    if command == "setup":
        return 0
    return {"run": run, "test": test, "bench": bench, "hostile": hostile}[command](checkout, rest)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetUpError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("Interrupted; the same command goes on where it can.")
