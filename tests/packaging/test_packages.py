"""What packages tell a desktop of the program, against the program itself; and small packages, made here."""

import ast
import configparser
import importlib
import os
import re
import shutil
import sqlite3
import struct
import subprocess
import sys
import sysconfig
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from explorer import __version__
from explorer.cli.call import COMMANDS, parser_of
from explorer.formats.restoring import ENDINGS, SIDECAR
from explorer.storage.opening import APPLICATION_ID
from tests.patience import PROCESS

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging"
SAYS = '#!/bin/sh\necho detente "$@"\n'

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="made on Linux only")


@pytest.fixture(scope="module")
def load() -> Iterator[Any]:
    """Imports a module of packaging/, as a script there does."""
    sys.path.insert(0, str(FOLDER))
    known = set(sys.modules)
    yield importlib.import_module
    sys.path.remove(str(FOLDER))
    for name in set(sys.modules) - known:
        if str(FOLDER) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(FOLDER / "linux" / "detente.desktop", "utf-8")
    return parser["Desktop Entry"]


def types() -> dict[str, ET.Element]:
    tree = ET.parse(FOLDER / "linux" / "detente-mime.xml")
    return {found.get("type", ""): found for found in tree.getroot()}


def below(element: ET.Element, name: str) -> list[ET.Element]:
    return [found for found in element.iter() if found.tag.rpartition("}")[2] == name]


@linux_only
def test_every_library_of_the_system_that_python_asks_for_is_known(load: Any) -> None:
    """What the bundle leaves out comes by a package; of Debian's own Python that is more than of others."""
    spec = ast.parse((FOLDER / "detente.spec").read_text("utf-8"))
    (left_out,) = (
        ast.literal_eval(found.value)
        for found in spec.body
        if isinstance(found, ast.Assign) and ast.unparse(found.targets[0]) == "OF_THE_SYSTEM"
    )
    if shutil.which("objdump") is None:
        pytest.skip("no objdump")
    name = f"python{sysconfig.get_python_version()}"
    python, modules = (
        Path(sys.base_prefix) / "bin" / name,
        Path(sys.base_prefix) / "lib" / name / "lib-dynload",
    )
    files = [str(file.resolve()) for file in (python, *modules.glob("*.so")) if file.exists()]
    assert len(files) > 1
    told = subprocess.run(["objdump", "-p", *files], capture_output=True, text=True, check=True).stdout
    asked = set(re.findall(r"NEEDED\s+(\S+)", told))
    assert asked
    linux = load("linux")
    assert [name for name in asked if name.startswith(left_out) and name not in linux.LIBRARIES] == []


def test_databases_are_known_by_the_application_id_that_the_program_writes() -> None:
    database = types()["application/x-detente"]
    outer = below(database, "match")[0]
    inner = below(outer, "match")[1]
    assert outer.get("value") == r"SQLite format 3\000"
    assert (inner.get("type"), int(inner.get("offset", "")), int(inner.get("value", ""), 16)) == (
        "big32", 68, APPLICATION_ID,
    )  # fmt: skip
    header = (ROOT / "db" / "diplomacy.db").read_bytes()[:100]
    assert struct.unpack_from(">I", header, 68) == (APPLICATION_ID,)
    # More than any SQLite database's, which is 50.
    assert int(below(database, "magic")[0].get("priority", "")) > 50


def test_an_export_is_opened_by_a_name_that_asks_for_it_and_no_other() -> None:
    asking = {glob.get("pattern"): found for found in types().values() for glob in below(found, "glob")}
    endings = (".png", ".svg", ".pdf", ".jsonl", ".ndjson")
    assert set(endings) < set(ENDINGS)
    assert asking.keys() == {"*.detente", "*" + SIDECAR, *("*.detente" + ending for ending in endings)}
    for pattern, found in asking.items():
        if pattern != "*.detente":
            # Above the weight of “*.png”, 50; a kind of it, so that its programs are offered too.
            assert {glob.get("weight") for glob in below(found, "glob")} == {"60"}
            assert len(below(found, "sub-class-of")) == 1
            assert not below(found, "magic")


def test_no_type_of_others_is_claimed() -> None:
    claimed = entry()["MimeType"].strip(";").split(";")
    assert all(re.match(r"(application|image)/x-detente", name) for name in claimed)


def test_the_entry_opens_just_the_types_that_are_declared() -> None:
    offered = entry()["MimeType"].strip(";").split(";")
    assert offered == list(types())
    assert entry()["Exec"].split() == ["detente", "%f"]
    # One file for each start: that is what the command takes.
    assert parser_of("").parse_args(["one.detente"]).database == Path("one.detente")
    with pytest.raises(SystemExit):
        parser_of("").parse_args(["one.detente", "two.detente"])


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils is not installed")
def test_the_entry_is_valid() -> None:
    file = FOLDER / "linux" / "detente.desktop"
    done = subprocess.run(["desktop-file-validate", file], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_metainfo_tells_of_this_version_and_this_program(load: Any, tmp_path: Path) -> None:
    linux = load("linux")
    job = linux.Job(ROOT, tmp_path, tmp_path, *load("build").Workshop(ROOT).release())
    metainfo = ET.fromstring(linux.metainfo(job))
    release = metainfo.findall("releases/release")[0]
    assert release.get("version") == __version__
    assert f"## [{__version__}] – {release.get('date')}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert [found.text for found in metainfo.findall("provides/mediatype")] == list(types())
    assert metainfo.findtext("launchable") == "detente.desktop"
    identifier = metainfo.findtext("id") or ""
    flatpak = (FOLDER / "linux" / f"{identifier}.yml").read_text("utf-8")
    assert f"\napp-id: {identifier}\n" in flatpak
    assert f'IDENTIFIER = "{identifier}"' in (FOLDER / "detente.spec").read_text("utf-8")
    images = [(found.text or "").partition("/images/")[2] for found in metainfo.iter("image")]
    assert images
    assert all((ROOT / "docs" / "images" / image).is_file() for image in images)


def test_the_manual_names_every_command_and_option(load: Any) -> None:
    page = load("manual").page().replace("\\-", "-")
    for command in ("", *COMMANDS):
        assert f".B {f'detente {command}'.strip()}\n" in page
        for option in re.findall(r"--[a-z][a-z-]+", parser_of(command).format_help()):
            assert option in page, option
    assert f"Détente {__version__}" in page


@pytest.mark.skipif(not shutil.which("mandoc"), reason="mandoc is not installed")
def test_the_manual_is_sound(load: Any) -> None:
    page = load("manual").page()
    command = ["mandoc", "-Tlint", "-Wwarning"]
    done = subprocess.run(command, input=page, capture_output=True, text=True, check=False)
    assert done.stdout == ""


def test_debian_reads_of_this_release_first(load: Any, tmp_path: Path) -> None:
    linux = load("linux")
    job = linux.Job(ROOT, tmp_path, tmp_path, *load("build").Workshop(ROOT).release())
    assert linux.changelog(job).startswith(f"detente ({__version__}) unstable; urgency=medium\n\n  * ")


def test_the_lock_holds_what_the_program_runs_with() -> None:
    def pins(name: str) -> set[str]:
        text = (ROOT / name).read_text("utf-8")
        return {line.partition(" \\")[0] for line in text.splitlines() if re.match(r"\w", line)}

    assert pins("requirements.lock") <= pins("requirements-package.lock")


def test_icons_are_drawn_for_the_smallest_size(load: Any) -> None:
    drawings = load("drawings")
    for name in ("detente", "database"):
        picture = QImage.fromData(drawings.png(name, 16))
        assert (picture.width(), picture.height()) == (16, 16)
        # Lanes and marks, not a blur: many pixels have just the colour they were drawn in.
        colours = [picture.pixelColor(x, y).name() for x in range(16) for y in range(16)]
        sharp = [colour for colour in colours if colours.count(colour) >= 6]
        assert len(set(sharp)) >= 3
        assert len(sharp) > 200
    kinds = struct.unpack_from("<HHH", drawings.ico({16: drawings.png("detente", 16)}))
    assert kinds == (0, 1, 1)


def test_the_wheel_holds_all_that_the_program_opens(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="hatchling came with a later requirements-dev.lock")
    wheel: Any = importlib.import_module("hatchling.builders.wheel")
    (made,) = wheel.WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(made) as archive:
        names = set(archive.namelist())
        database = archive.read("explorer/_bundle/db/diplomacy.db")
        points = archive.read(f"detente-{__version__}.dist-info/entry_points.txt").decode()
    assert "detente = explorer.cli:main" in points
    assert database == (ROOT / "db" / "diplomacy.db").read_bytes()
    ours = [path for folder in ("resources", "db/migrations") for path in (ROOT / folder).rglob("*")]
    ours += (ROOT / "db").glob("schema*.sql")
    for path in ours:
        if path.is_file():
            assert f"explorer/_bundle/{path.relative_to(ROOT).as_posix()}" in names
    for path in (ROOT / "explorer").rglob("*.py"):
        assert path.relative_to(ROOT).as_posix() in names
    assert not [name for name in names if name.startswith(("tests/", "packaging/"))]


@pytest.fixture
def job(load: Any, tmp_path: Path) -> Any:
    """What build.py leaves, with a program that only says how it was called."""
    work = tmp_path / "work"
    bundle = work / "dist" / "detente"
    (bundle / "licences").mkdir(parents=True)
    (bundle / "licences" / "README.txt").write_text("free\n")
    (bundle / "detente").write_text(SAYS)
    (bundle / "detente").chmod(0o755)
    (work / "icons").mkdir()
    for size in load("linux").SIZES:
        for name in ("detente", "database"):
            (work / "icons" / f"{name}-{size}.png").write_bytes(b"")
    (work / "detente.1").write_text(".TH DETENTE 1\n")
    (tmp_path / "dist").mkdir()
    return load("linux").Job(ROOT, work, tmp_path / "dist", __version__, 1_700_000_000)


@linux_only
def test_a_run_file_unpacks_itself_once_installs_and_leaves_nothing(
    load: Any, job: Any, tmp_path: Path
) -> None:
    made = load("linux").make_run(job)
    home = tmp_path / "a home"
    home.mkdir()

    def call(*words: str) -> str:
        environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            ["sh", made, *words],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PROCESS,
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    assert call("info", "two words") == "detente info two words\n"
    (unpacked,) = (home / ".cache" / "detente" / "run").iterdir()
    program = unpacked / "lib" / "detente" / "detente"
    program.write_text(SAYS.replace("detente", "again"))
    assert call("twice") == "again twice\n"

    call("--install")
    local = home / ".local"
    assert f'Exec="{local}/bin/detente" %f' in (local / "share/applications/detente.desktop").read_text(
        "utf-8"
    )
    installed = subprocess.run([local / "bin" / "detente", "x"], capture_output=True, text=True, check=True)
    assert installed.stdout == "detente x\n"
    call("--uninstall")
    assert [path for path in home.rglob("*") if "detente" in path.name] == []


@linux_only
@pytest.mark.skipif(
    not (shutil.which("dpkg-deb") and shutil.which("objdump")), reason="needs dpkg and binutils"
)
def test_a_deb_is_the_same_twice_and_brings_the_desktop_what_it_needs(load: Any, job: Any) -> None:
    linux = load("linux")
    shutil.copy(shutil.which("true") or "/bin/true", job.bundle / "_internal.so")
    first = linux.make_deb(job).read_bytes()
    made = linux.make_deb(job)
    assert made.read_bytes() == first
    told = subprocess.run(["dpkg-deb", "-c", made], capture_output=True, text=True, check=True).stdout
    for path in (
        "usr/lib/detente/detente", "usr/bin/detente -> ../lib/detente/detente",
        "usr/share/applications/detente.desktop", "usr/share/mime/packages/detente.xml",
        "usr/share/icons/hicolor/16x16/apps/detente.png", "usr/share/man/man1/detente.1.gz",
        "usr/share/icons/hicolor/scalable/mimetypes/application-x-detente.svg",
        "usr/share/doc/detente/copyright", "usr/share/doc/detente/licences/README.txt",
    ):  # fmt: skip
        assert f" ./{path}\n" in told
    assert {line.split()[1] for line in told.splitlines()} == {"root/root"}
    field = subprocess.run(["dpkg-deb", "-f", made, "Version"], capture_output=True, text=True, check=True)
    assert field.stdout.strip() == __version__


def test_a_library_that_no_package_brings_stops_the_build(load: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    linux = load("linux")

    def asked(_: Path) -> set[str]:
        return {"libz.so.1", "libnovel.so.7"}

    monkeypatch.setattr(linux, "needed", asked)
    with pytest.raises(load("start").SetUpError, match=r"libnovel\.so\.7"):
        linux.depends(Path())


def test_the_check_makes_a_database_that_tells_its_name(load: Any, tmp_path: Path) -> None:
    load("check_deb").titled(tmp_path / "new folder" / "other.detente", "Another title")
    with sqlite3.connect(tmp_path / "new folder" / "other.detente") as connection:
        (title,) = connection.execute("SELECT value FROM properties WHERE name = 'title'").fetchone()
    connection.close()
    assert title == "Another title"


#: Stands in the place of apt-get: it says what it finds beside it, and which words it was called with.
_APT = """#!/bin/sh
echo "$@" > "$(dirname "$0")/words"
cat "$(dirname "$0")/targets"
"""


@linux_only
@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        ("http://one.example/debian bookworm main Debian\n", "http://one.example/debian"),
        # Before any lists were fetched there are no labels.
        ("http://one.example/debian bookworm main \n", "http://one.example/debian"),
        (
            "http://s.example/debian-security bookworm-security main Debian-Security\n"
            "http://u.example/debian bookworm-updates main Debian\n"
            "https://two.example/apt trixie main Another\n"
            "mirror+file:/etc/apt/mirrors bookworm contrib Debian\n"
            "https://own.example/mirror/debian bookworm main Debian\n",
            "https://own.example/mirror/debian",
        ),
        (
            "http://s.example/debian-security trixie-security main Debian-Security\n"
            "http://t.example/debian trixie main Debian\n",
            "http://t.example/debian",
        ),
    ],
)
def test_debian_comes_from_where_the_machine_s_own_apt_has_it(
    tmp_path: Path, load: Any, monkeypatch: pytest.MonkeyPatch, targets: str, expected: str
) -> None:
    (tmp_path / "apt-get").write_text(_APT)
    (tmp_path / "apt-get").chmod(0o755)
    (tmp_path / "targets").write_text(targets)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.delenv("DEBIAN_MIRROR", raising=False)
    assert load("check_deb").mirror() == expected
    assert (tmp_path / "words").read_text().startswith("indextargets ")
    monkeypatch.setenv("DEBIAN_MIRROR", "http://mine.example/debian")
    assert load("check_deb").mirror() == "http://mine.example/debian"


@linux_only
@pytest.mark.parametrize("targets", ["", "http://u.example/ubuntu jammy main Ubuntu\n", None])
def test_where_apt_knows_of_no_debian_what_to_say_is_said(
    tmp_path: Path, load: Any, monkeypatch: pytest.MonkeyPatch, targets: str | None
) -> None:
    if targets is not None:
        (tmp_path / "apt-get").write_text(_APT)
        (tmp_path / "apt-get").chmod(0o755)
        (tmp_path / "targets").write_text(targets)
    # With None there is no apt-get at all, as on Fedora.
    monkeypatch.setenv(
        "PATH", f"{tmp_path}{os.pathsep}/usr/bin:/bin" if targets is not None else str(tmp_path)
    )
    monkeypatch.delenv("DEBIAN_MIRROR", raising=False)
    check_deb = load("check_deb")
    with pytest.raises(check_deb.Failed, match="DEBIAN_MIRROR"):
        check_deb.mirror()


@linux_only
@pytest.mark.skipif(shutil.which("apt-get") is None, reason="needs apt")
def test_the_real_apt_understands_how_it_is_asked() -> None:
    words = ["apt-get", "indextargets", "--format", "$(SITE) $(RELEASE) $(COMPONENT) $(LABEL)"]
    done = subprocess.run([*words, "Created-By: Packages"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert all(len(line.split()) >= 3 for line in done.stdout.splitlines())
