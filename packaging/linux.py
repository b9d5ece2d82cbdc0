"""What build.py makes of a bundle on Linux, with dpkg-deb: the .deb, the self-extracting .run, the AppDir."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import platform
import re
import shutil
import subprocess
import tarfile
import textwrap
from datetime import datetime, timezone
from email.utils import format_datetime
from pathlib import Path
from typing import Callable, NamedTuple

import start

HERE = Path(__file__).resolve().parent
MAINTAINER = "The Détente authors <authors@detente.example>"
HOMEPAGE = "https://detente.example/"
SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 192, 256, 512)

#: What the bundle's files ask the system for, and the package of Debian that brings it. None: the C library.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
C_LIBRARY = re.compile(r"(ld-linux.*|lib(c|m|dl|pthread|rt|util|resolv))\.so\.\d")
#: Plugins that are loaded only where the system has what they need.
OPTIONAL = ("libqgtk3.so", "libcupsprintersupport.so")
RECOMMENDED = "fonts-inter, libgtk-3-0, libcups2, shared-mime-info, desktop-file-utils, xdg-utils"

CONTROL = """\
Package: detente
Version: {version}
Section: education
Priority: optional
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommended}
Homepage: {homepage}
Description: explorer for dated events on a timeline
 Shows dated events in lanes on a timeline that can be searched, filtered and
 read, with the record of each event, what a text says of it, and the sources.
 .
 It comes with 110 events of personal diplomacy from 1941 to 2020, each beside
 what one newspaper column made of it, and opens databases of up to ten million
 events. Pictures and tables are exported from the window or by a command that
 needs no display.
 .
 This package carries Python, Qt and all else that it needs of them.
"""

COPYRIGHT = """\
Détente {version}, from {homepage}

{licence}
What the program is built on is in /usr/lib/detente, under the licences in
/usr/share/doc/detente/licences; README.txt there names each part.

Qt and Qt for Python are used under the GNU Lesser General Public License,
version 3, which on Debian systems is in /usr/share/common-licenses/LGPL-3
(it adds to /usr/share/common-licenses/GPL-3). Where their source is, and that
you may replace them, is said in
/usr/share/doc/detente/licences/Qt-source.txt.
"""


class Job(NamedTuple):
    """What is made: of this checkout, by way of `work`, into `results`, of that version and day."""

    root: Path
    work: Path
    results: Path
    version: str
    epoch: int

    @property
    def bundle(self) -> Path:
        return self.work / "dist" / "detente"


Maker = Callable[[Job], Path]


def size_of(path: Path) -> str:
    """A file's size, for the line that says it was made."""
    return ", {:.1f} MB".format(path.stat().st_size / 1e6) if path.is_file() else ""


def needed(bundle: Path) -> set[str]:
    """The libraries that the bundle's files ask for and that it does not hold itself."""
    files = [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]
    binaries = [path for path in files if path.read_bytes()[:4] == b"\x7fELF" and path.name not in OPTIONAL]
    command = ["objdump", "-p", *map(str, binaries)]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    asked = set(re.findall(r"^\s+NEEDED\s+(\S+)$", told, re.MULTILINE))
    return {
        name
        for name in asked - {path.name for path in bundle.rglob("*.so*")}
        if not C_LIBRARY.fullmatch(name)
    }


def depends(bundle: Path) -> str:
    """The packages that bring what the bundle needs; an error names a library that none of them brings."""
    asked = needed(bundle)
    unknown = sorted(asked - set(LIBRARIES))
    if unknown:
        raise start.SetUpError("The bundle needs what packaging/linux.py does not know: " + " ".join(unknown))
    packages = sorted({LIBRARIES[name] for name in asked})
    return ", ".join(
        [
            "libc6 (>= " + platform.libc_ver()[1] + ")",
            *packages,
            "fonts-dejavu-core | fonts-liberation | fonts-noto-core",
        ]
    )


def put(path: Path, content: str | bytes, mode: int = 0o644) -> None:
    """The file is there with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    path.chmod(mode)


def filled(name: str, **values: str) -> str:
    """A template of packaging/linux with its @PLACES@ filled."""
    text = (HERE / "linux" / name).read_text("utf-8")
    for key, value in values.items():
        text = text.replace("@" + key + "@", value)
    return text


def day_of(job: Job) -> datetime:
    return datetime.fromtimestamp(job.epoch, timezone.utc)


def metainfo(job: Job) -> str:
    """What software centres are told."""
    return filled("detente.metainfo.xml", VERSION=job.version, DATE=day_of(job).strftime("%Y-%m-%d"))


def lay_out(job: Job, prefix: Path) -> None:
    """The folder `prefix` holds what goes into /usr: program, entries for the desktop, manual, licences."""
    shutil.rmtree(str(prefix), ignore_errors=True)
    shutil.copytree(
        job.bundle, prefix / "lib" / "detente", symlinks=True, ignore=shutil.ignore_patterns("licences")
    )
    (prefix / "bin").mkdir()
    (prefix / "bin" / "detente").symlink_to("../lib/detente/detente")
    share = prefix / "share"
    put(share / "applications" / "detente.desktop", filled("detente.desktop"))
    put(share / "mime" / "packages" / "detente.xml", filled("detente-mime.xml"))
    put(share / "metainfo" / "example.detente.Detente.metainfo.xml", metainfo(job))
    drawings = job.root / "resources" / "icons"
    for name, kind, called in (
        ("detente", "apps", "detente"),
        ("database", "mimetypes", "application-x-detente"),
    ):
        icons = share / "icons" / "hicolor"
        put(icons / "scalable" / kind / (called + ".svg"), (drawings / (name + ".svg")).read_bytes())
        for size in SIZES:
            picture = (job.work / "icons" / f"{name}-{size}.png").read_bytes()
            put(icons / f"{size}x{size}" / kind / (called + ".png"), picture)
    put(share / "man" / "man1" / "detente.1.gz", packed((job.work / "detente.1").read_bytes()))
    documentation = share / "doc" / "detente"
    shutil.copytree(job.bundle / "licences", documentation / "licences")
    licence = (job.root / "LICENSE").read_text("utf-8")
    put(
        documentation / "copyright", COPYRIGHT.format(version=job.version, homepage=HOMEPAGE, licence=licence)
    )
    put(documentation / "changelog.gz", packed(changelog(job).encode("utf-8")))
    for page in ("GUIDE", "SEARCH", "EDTF"):
        put(documentation / (page + ".md"), (job.root / "docs" / (page + ".md")).read_bytes())


def packed(content: bytes) -> bytes:
    """Content in gzip's form, without a time."""
    out = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, out, mtime=0) as stream:
        stream.write(content)
    return out.getvalue()


def changelog(job: Job) -> str:
    """CHANGELOG.md's releases as Debian writes them, newest first."""
    parts: list[str] = []
    text = (job.root / "CHANGELOG.md").read_text("utf-8")
    for found in re.finditer(r"^## \[(\d[^\]]*)\] – (\S+)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL):
        items = re.findall(r"^- (.*?)(?=^- |^#|^\n|\Z)", found[3], re.MULTILINE | re.DOTALL)
        lines = [
            textwrap.fill(" ".join(item.split()), 76, initial_indent="  * ", subsequent_indent="    ")
            for item in items
        ]
        day = datetime.strptime(found[2], "%Y-%m-%d").replace(tzinfo=timezone.utc)
        body = "\n".join(lines)
        parts.append(
            f"detente ({found[1]}) unstable; urgency=medium\n\n{body}\n\n"
            f" -- {MAINTAINER}  {format_datetime(day)}\n"
        )
    return "\n".join(parts)


def tidy(folder: Path, epoch: int) -> None:
    """Nothing in the folder is newer than the release."""
    for path in sorted([folder, *folder.rglob("*")], reverse=True):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def make_deb(job: Job) -> Path:
    """dist/ has the package for Debian and its kin."""
    stage = job.work / "deb"
    shutil.rmtree(str(stage), ignore_errors=True)
    lay_out(job, stage / "usr")
    put(stage / "usr" / "share" / "lintian" / "overrides" / "detente", filled("lintian-overrides"))
    files = sorted(path for path in stage.rglob("*") if path.is_file() and not path.is_symlink())
    sums = [
        hashlib.md5(path.read_bytes()).hexdigest() + "  " + str(path.relative_to(stage)) for path in files
    ]
    kilobytes = sum(-(-path.stat().st_size // 1024) for path in files) + sum(
        1 for path in stage.rglob("*") if path.is_dir()
    )
    architecture = start.ask("dpkg", "--print-architecture")[1]
    control = CONTROL.format(
        version=job.version, architecture=architecture, maintainer=MAINTAINER, kilobytes=kilobytes,
        depends=depends(job.bundle), recommended=RECOMMENDED, homepage=HOMEPAGE,
    )  # fmt: skip
    put(stage / "DEBIAN" / "control", control)
    put(stage / "DEBIAN" / "md5sums", "\n".join(sums) + "\n")
    tidy(stage, job.epoch)
    made = job.results / f"detente_{job.version}_{architecture}.deb"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(job.epoch), "LC_ALL": "C.UTF-8"}
    command = [
        "dpkg-deb",
        "--root-owner-group",
        "-Zzstd",
        "-z19",
        "--threads-max=1",
        "--build",
        str(stage),
        str(made),
    ]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return made


def archive(folder: Path, epoch: int) -> bytes:
    """The folder as a tar.gz of root's files, all of that time, in the order of their names."""
    out = io.BytesIO()
    with gzip.GzipFile("", "wb", 6, out, mtime=0) as stream, tarfile.open(fileobj=stream, mode="w") as tar:
        for path in sorted(folder.rglob("*")):
            entry = tar.gettarinfo(str(path), str(path.relative_to(folder)))
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = epoch
            if entry.isfile():
                with path.open("rb") as content:
                    tar.addfile(entry, content)
            else:
                tar.addfile(entry)
    return out.getvalue()


def make_run(job: Job) -> Path:
    """dist/ has one file that unpacks itself, for distributions without .deb."""
    stage = job.work / "run"
    lay_out(job, stage)
    tidy(stage, job.epoch)
    payload = archive(stage, job.epoch)
    values = {
        "SUM": hashlib.sha256(payload).hexdigest(),
        "SIZE": str(len(payload)),
        "GLIBC": platform.libc_ver()[1],
    }
    made = job.results / f"detente-{job.version}-linux-{platform.machine()}.run"
    put(made, filled("run.sh", VERSION=job.version, **values).encode("utf-8") + payload, 0o755)
    return made


def make_appdir(job: Job) -> Path:
    """build/package/Detente.AppDir is what appimagetool and flatpak-builder take."""
    appdir = job.work / "Detente.AppDir"
    shutil.rmtree(str(appdir), ignore_errors=True)
    lay_out(job, appdir / "usr")
    put(appdir / "AppRun", filled("AppRun"), 0o755)
    put(appdir / "detente.desktop", filled("detente.desktop"))
    put(appdir / "detente.png", (job.work / "icons" / "detente-256.png").read_bytes())
    (appdir / ".DirIcon").symlink_to("detente.png")
    tidy(appdir, job.epoch)
    return appdir
