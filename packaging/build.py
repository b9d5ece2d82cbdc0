"""Makes what is installed by a double click: a bundle that needs no Python, and packages of it.

    python3 packaging/build.py            all that this system can make (Windows: py packaging\\build.py)
    python3 packaging/build.py bundle     only the folder build/package/dist/detente
    python3 packaging/build.py deb        only the .deb, from the bundle that is there; so run, appdir, wheel

`make package` calls it. Standard library only: what it needs besides lies in build/package, an environment
from requirements-package.lock and whatever is in between. Results go to dist/. The same checkout, Python and
system give the same bytes: SOURCE_DATE_EPOCH is the day of the release unless it is set.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from datetime import datetime, timezone
from pathlib import Path

import linux
import start

ROOT = Path(__file__).resolve().parent.parent
#: Programs that making the bundle needs on Linux, and the packages that bring them.
TOOLS = {"objdump": "binutils", "ldd": "libc-bin"}
#: Lines of CHANGELOG.md that begin a release: its version and day.
RELEASE = re.compile(r"^## \[([0-9][^\]]*)\] – (\d{4}-\d\d-\d\d)$", re.MULTILINE)


class Workshop(start.Checkout):
    """A checkout, and the places in it where packages are made."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.work = root / "build" / "package"
        self.venv = self.work / "env"
        self.bin = self.venv / ("Scripts" if start.WINDOWS else "bin")
        self.python = self.bin / ("python.exe" if start.WINDOWS else "python")
        self.launcher = self.bin / ("detente.cmd" if start.WINDOWS else "detente")
        self.unfinished = self.venv / "detente-unfinished"
        self.icons = self.work / "icons"
        self.bundle = self.work / "dist" / "detente"
        self.results = root / "dist"

    def release(self) -> tuple[str, int]:
        """The program's version, and the day of that release as seconds since 1970."""
        text = (self.root / "explorer" / "__init__.py").read_text("utf-8")
        found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
        version = found[1] if found else ""
        days = dict(RELEASE.findall((self.root / "CHANGELOG.md").read_text("utf-8")))
        if version not in days:
            raise start.SetUpError("CHANGELOG.md tells of no release “" + version + "” with its day.")
        day = datetime.strptime(days[version], "%Y-%m-%d").replace(tzinfo=timezone.utc)
        return version, int(os.environ.get("SOURCE_DATE_EPOCH") or day.timestamp())

    def call(self, *arguments: str, into: Path | None = None) -> None:
        """Run the environment's Python, whose results are the same each time; `into` takes what it prints."""
        version, epoch = self.release()
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        environment.update({
            "DETENTE_ROOT": str(self.root),
            "DETENTE_ICONS": str(self.icons),
            "DETENTE_VERSION": version,
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "COLUMNS": "80",
            "PYTHONHASHSEED": "0",
            "PYTHONUTF8": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONSAFEPATH": "1",
            "QT_QPA_PLATFORM": "offscreen",
            "SOURCE_DATE_EPOCH": str(epoch),
        })  # fmt: skip
        command = [str(self.python), *arguments]
        told = subprocess.PIPE if into else None
        done = subprocess.run(command, check=False, cwd=str(self.root), env=environment, stdout=told)
        if done.returncode:
            raise start.SetUpError("This did not work (above: why): " + " ".join(arguments))
        if into:
            into.parent.mkdir(parents=True, exist_ok=True)
            into.write_bytes(done.stdout)


def prepare(workshop: Workshop) -> None:
    """The environment, and all that the bundle takes from the system, are there."""
    start.install_system_packages(workshop, "package")
    if start.LINUX:
        missing = [package for tool, package in TOOLS.items() if not shutil.which(tool)]
        if not sysconfig.get_config_var("Py_ENABLE_SHARED") and not has_shared_python():
            version = "{}.{}".format(*sys.version_info[:2])
            missing.append("libpython" + version + " (or a Python that was built with --enable-shared)")
        if missing:
            raise start.SetUpError(
                "Missing to make packages: " + " ".join(missing) + ". Install them, as with apt."
            )
    start.set_up(workshop, "package")


def has_shared_python() -> bool:
    """Whether Python lies in a shared library, which a bundle needs (Debian: the package libpython3.11)."""
    name = sysconfig.get_config_var("INSTSONAME") or sysconfig.get_config_var("LDLIBRARY") or ""
    folders = [
        sysconfig.get_config_var("LIBDIR") or "/usr/lib",
        "/usr/lib/" + sysconfig.get_config_var("MULTIARCH"),
    ]
    return ".so" in name and any(Path(folder, name).exists() for folder in folders)


def make_bundle(workshop: Workshop) -> None:
    """build/package/dist/detente holds the program, its data and the licences, and starts."""
    prepare(workshop)
    start.say("Drawing icons in all sizes")
    workshop.call(str(ROOT / "packaging" / "drawings.py"), str(workshop.icons))
    start.say("Making the bundle: about two minutes")
    places = ["--distpath", str(workshop.bundle.parent), "--workpath", str(workshop.work / "pyinstaller")]
    shutil.rmtree(str(workshop.bundle), ignore_errors=True)
    workshop.call(
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--clean",
        "--log-level",
        "WARN",
        *places,
        str(ROOT / "packaging" / "detente.spec"),
    )
    contents = str(workshop.icons / "contents.txt")
    workshop.call(str(ROOT / "packaging" / "licences.py"), str(workshop.bundle / "licences"), contents)
    workshop.call(str(ROOT / "packaging" / "manual.py"), into=workshop.work / "detente.1")
    settle(workshop)
    missing = lacking(workshop.bundle)
    if missing:
        raise start.SetUpError("The bundle lacks " + " ".join(missing))
    program = workshop.bundle / ("detente.exe" if start.WINDOWS else "detente")
    status, told = start.ask(str(program), "--version")
    if status or workshop.release()[0] not in told:
        raise start.SetUpError("The bundle does not start: try " + str(program))


def lacking(bundle: Path) -> list[str]:
    """What a wheel carries for explorer/bundle.py and the bundle does not."""
    import tomllib  # Python 3.11; this file must still say so on an older one

    inside = next(
        (path.parent.parent.parent.parent for path in bundle.rglob("_bundle/db/diplomacy.db")), bundle
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    carried: dict[str, str] = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    wanted: list[Path] = []
    for source, place in carried.items():
        origin = ROOT / source
        files = origin.rglob("*") if origin.is_dir() else [origin]
        wanted += [
            Path(place, file.relative_to(origin)) for file in files if file.is_file() and file.suffix != ".ts"
        ]
    return sorted(str(path) for path in wanted if not (inside / path).is_file())


def settle(workshop: Workshop) -> None:
    """No file is newer than the release, and only the program can be executed."""
    epoch = workshop.release()[1]
    for path in [workshop.bundle, *workshop.bundle.rglob("*")]:
        if not path.is_symlink() and not start.WINDOWS:
            path.chmod(0o755 if path.is_dir() or path.name == "detente" else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=start.WINDOWS)


def make_wheel(workshop: Workshop) -> None:
    """dist/ has the wheel, for pip and pipx."""
    prepare(workshop)
    workshop.call("-m", "hatchling", "build", "-t", "wheel", "-d", str(workshop.results))


def packages() -> dict[str, linux.Maker]:
    """What is made of the bundle on this system, and by whom."""
    return {"deb": linux.make_deb, "run": linux.make_run, "appdir": linux.make_appdir} if start.LINUX else {}


def main(arguments: list[str]) -> int:
    workshop, makers = Workshop(ROOT), packages()
    wanted = arguments or ["bundle", *makers, "wheel"]
    if set(wanted) - {"bundle", "wheel", *makers}:
        print((__doc__ or "").strip())
        return 0 if wanted[0] in ("-h", "--help", "help") else 2
    start.use_supported_python()
    start.speak_utf8()
    workshop.results.mkdir(exist_ok=True)
    version, epoch = workshop.release()
    if "bundle" in wanted:
        make_bundle(workshop)
    for name, make in makers.items():
        if name in wanted:
            if not workshop.bundle.is_dir():
                raise start.SetUpError("There is no bundle yet: ask for `bundle` first.")
            made = make(linux.Job(ROOT, workshop.work, workshop.results, version, epoch))
            start.say("Made " + str(made.relative_to(ROOT)) + linux.size_of(made))
    if "wheel" in wanted:
        make_wheel(workshop)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except start.SetUpError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit("Interrupted; the same command begins anew.")
