"""Does what someone does who has a bare Debian 12 and the .deb, and says what is seen. As root, on Linux.

    sudo python3 packaging/check_deb.py [FILE.deb] [--root DIR] [--pictures DIR]

The root is made by debootstrap (minbase: no Python) unless DIR holds one already, and removed if it was made
here; its packages come from where this machine's apt has its own, or from DEBIAN_MIRROR. The display is an
Xvfb of this machine, whose framebuffer is read as it is. Needs: debootstrap, dpkg-deb, Xvfb, xdotool. A step
that fails ends it with status 1.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

ROOT = Path(__file__).resolve().parent.parent
SUITE = "bookworm"
SIZE = (1440, 900)
#: The reader's home in the root.
HOME = "/srv/reader"
#: What a desktop has, and the package does not ask for: the openers' own programs, a session bus.
DESKTOP = ("libglib2.0-bin", "xdg-utils", "dbus", "file", "sysvinit-utils")
#: Caches that other packages write anew for whatever is installed.
GENERATED = re.compile(
    r"/usr/share/(mime/(?!packages/)|applications/mimeinfo\.cache|icons/hicolor/icon-theme\.cache)|/var/|/etc/ld\.so\.cache"
)


class Failed(Exception):  # noqa: N818 - a verdict
    """A step did not do what it should."""


def say(text: str) -> None:
    print(text, flush=True)


def mirror() -> str:
    """Where debootstrap gets its packages: DEBIAN_MIRROR, else where this machine's apt has Debian's from.

    Raises Failed on a machine whose apt knows of no Debian.
    """
    if named := os.environ.get("DEBIAN_MIRROR"):
        return named
    told = ""
    with contextlib.suppress(OSError):
        words = ["apt-get", "indextargets", "--format", "$(SITE) $(RELEASE) $(COMPONENT) $(LABEL)"]
        done = subprocess.run(
            [*words, "Created-By: Packages"], check=False, capture_output=True, encoding="utf-8"
        )
        told = done.stdout
    # Labels are known once lists have been fetched; that of security is another.
    targets = [(*line.split(maxsplit=3), "", "", "")[:4] for line in told.splitlines()]
    own = [site for site, release, component, _ in targets if (release, component) == (SUITE, "main")]
    others = [site for site, _, component, label in targets if (component, label) == ("main", "Debian")]
    if own or others:
        return (own + others)[0]
    raise Failed("this machine's apt knows of no Debian: say in DEBIAN_MIRROR where its packages are")


class Machine:
    """A Debian in a folder, with a reader who has a home; what runs in it is shown on `display`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.display = ""

    def run(self, command: str, user: str = "root", patience: int = 900) -> str:
        """What a shell command in there said; Failed where its status is not 0."""
        done = self._call(command, user, patience)
        if done.returncode:
            raise Failed(f"{command}: status {done.returncode}\n{done.stdout[-3000:]}")
        return done.stdout.strip()

    def asks(self, command: str, user: str = "root") -> tuple[int, str]:
        """The status of a shell command in there, and what it said."""
        done = self._call(command, user, 60)
        return done.returncode, done.stdout.strip()

    def start(self, command: str) -> subprocess.Popen[bytes]:
        """The reader's command, which goes on in a session of its own."""
        return subprocess.Popen(
            self._words(command, "reader"),
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
        )

    def files(self) -> set[str]:
        """Every file and folder but those of the kernel, of the reader, and temporary ones."""
        found = self.run(f"find / -xdev \\( -path /proc -o -path /tmp -o -path {HOME} \\) -prune -o -print")
        return set(found.splitlines())

    def _call(self, command: str, user: str, patience: int) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self._words(command, user), check=False, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", timeout=patience,
        )  # fmt: skip

    def _words(self, command: str, user: str) -> list[str]:
        home = "/root" if user == "root" else HOME
        kept = [f"{name}={value}" for name, value in os.environ.items() if name.lower().endswith("_proxy")]
        settings = [
            "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "HOME=" + home,
            "DEBIAN_FRONTEND=noninteractive", "DISPLAY=" + self.display, "XDG_CURRENT_DESKTOP=GNOME", *kept,
        ]  # fmt: skip
        shell = ["sh", "-c", command]
        if user != "root":
            shell = ["setpriv", "--reuid", user, "--regid", user, "--init-groups", *shell]
        return ["chroot", str(self.root), "env", "-i", *settings, *shell]


class Screen:
    """An X server without a screen; its picture is read from the file it keeps it in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        reading, writing = os.pipe()
        words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24"]
        words += ["-ac", "-noreset", "-fbdir", str(folder)]
        self.server = subprocess.Popen(words, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as stream:
            self.name = ":" + stream.readline().strip()

    def ask(self, *words: str) -> str:
        environment = {**os.environ, "DISPLAY": self.name}
        done = subprocess.run(
            ["xdotool", *words], check=False, capture_output=True, text=True, env=environment
        )
        return done.stdout.strip()

    def titles(self) -> list[str]:
        """The titles of the windows that are seen."""
        found = self.ask("search", "--onlyvisible", "--name", "Détente").split()
        return [self.ask("getwindowname", window) for window in found]

    def wait_for(self, title: str, seconds: int = 60) -> None:
        """A window with just that title is there."""
        for _ in range(seconds * 4):
            if title in self.titles():
                return
            time.sleep(0.25)
        raise Failed(f"No window “{title}” within {seconds} s; there are {self.titles()}")

    def wait_for_none(self, seconds: int = 20) -> None:
        """No window of the program is there any more."""
        for _ in range(seconds * 4):
            if not self.titles():
                return
            time.sleep(0.25)
        raise Failed(f"The window does not close: {self.titles()}")

    def rows(self) -> list[bytes]:
        """The picture's lines, three bytes to the pixel."""
        data = (self.folder / "Xvfb_screen0").read_bytes()
        head = struct.unpack(">25I", data[:100])
        size, width, height, line, colours = head[0], head[4], head[5], head[12], head[19]
        start = size + colours * 12
        rows: list[bytes] = []
        for row in range(height):
            pixels = data[start + row * line : start + row * line + width * 4]
            rgb = bytearray(width * 3)
            rgb[0::3], rgb[1::3], rgb[2::3] = pixels[2::4], pixels[1::4], pixels[0::4]
            rows.append(bytes(rgb))
        return rows

    def picture(self, path: Path) -> int:
        """The screen as a PNG; how many colours the middle of it has, where the timeline's marks are."""
        rows = self.rows()
        body = zlib.compress(b"".join(b"\0" + row for row in rows))
        head = struct.pack(">IIBBBBB", len(rows[0]) // 3, len(rows), 8, 2, 0, 0, 0)
        chunks = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
            for kind, data in chunks
        ))  # fmt: skip
        middle = rows[len(rows) // 5 : len(rows) * 4 // 5]
        left, right = SIZE[0] // 4 * 3, SIZE[0] * 3 // 4 * 3
        return len({row[at : at + 3] for row in middle for at in range(left, right, 3)})


@contextlib.contextmanager
def machine(root: Path) -> Generator[Machine]:
    """A Debian 12 in `root`, made if it is not there; all that was started in it has ended afterwards."""
    is_new = not (root / "etc" / "debian_version").exists()
    if is_new:
        source = mirror()
        say(f"debootstrap --variant=minbase {SUITE}, from {source}")
        subprocess.run(
            ["debootstrap", "--variant=minbase", SUITE, str(root), source],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    shutil.copy("/etc/resolv.conf", root / "etc" / "resolv.conf")
    mounts = [("proc", "-t proc proc"), ("dev", "--bind /dev"), ("tmp/.X11-unix", "--bind /tmp/.X11-unix")]
    for place, how in mounts:
        (root / place).mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", *how.split(), str(root / place)], check=True)
    try:
        yield Machine(root)
    finally:
        end_all(root)
        for place, _ in reversed(mounts):
            subprocess.run(["umount", str(root / place)], check=False)
        if is_new:
            subprocess.run(["rm", "-rf", "--one-file-system", str(root)], check=False)


def end_all(root: Path) -> None:
    """No process lives in that root any more."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (process / "root").readlink() == root:
                os.kill(int(process.name), signal.SIGKILL)
    time.sleep(0.5)


def titled(path: Path, title: str) -> None:
    """A copy of the bundled database that calls itself `title`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "db" / "diplomacy.db", path)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE properties SET value = ? WHERE name = 'title'", (title,))


def bundled_title() -> str:
    with contextlib.closing(sqlite3.connect(ROOT / "db" / "diplomacy.db")) as connection:
        return str(connection.execute("SELECT value FROM properties WHERE name = 'title'").fetchone()[0])


def newer(deb: Path, folder: Path) -> tuple[Path, str]:
    """The same package under a higher version."""
    tree = folder / "newer"
    subprocess.run(["dpkg-deb", "-R", str(deb), str(tree)], check=True)
    control = tree / "DEBIAN" / "control"
    version = re.search(r"^Version: (.*)$", control.read_text("utf-8"), re.MULTILINE)
    assert version is not None
    higher = version[1] + "+check"
    control.write_text(control.read_text("utf-8").replace(version[0], "Version: " + higher), "utf-8")
    made = folder / "newer.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", str(tree), str(made)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(tree)
    return made, higher


def check(debian: Machine, screen: Screen, deb: Path, pictures: Path) -> None:
    """Every step, in the order in which someone would do it."""
    home = debian.root / HOME[1:]
    status, told = debian.asks("command -v python3")
    say(f"Debian {debian.run('cat /etc/debian_version')}, {'with ' + told if status == 0 else 'no Python'}")
    debian.run("apt-get update -qq")
    debian.run(f"id reader >/dev/null 2>&1 || useradd -m -d {HOME} -s /bin/sh reader")

    shutil.copy(deb, debian.root / "tmp" / deb.name)
    told = debian.run(f"cd /tmp && apt-get install -y -qq ./{deb.name}", patience=1800)
    say(f"apt install ./{deb.name}: {told.count('Setting up ')} packages set up")
    status, told = debian.asks("command -v python3")
    say("Python in the root now: " + (told if status == 0 else "none"))
    libraries = "find /usr/lib/detente -type f -name '*.so*' ! -name libqgtk3.so"
    beside = "LD_LIBRARY_PATH=/usr/lib/detente/_internal"  # as the program has it
    lacking = debian.run(f"{libraries} | {beside} xargs ldd 2>/dev/null | grep 'not found' | sort -u || true")
    if lacking:
        raise Failed("libraries not found:\n" + lacking)
    say("ldd: no library is missing. " + debian.run("detente --version", "reader"))
    debian.run("mkdir -p ~/out", "reader")
    told = debian.run("detente export --help")
    for kind in re.findall(r"(?<=\.)[a-z]+", told.partition("by its ending (")[2].partition(")")[0]):
        debian.run(f"detente export ~/out/all.{kind} --force", "reader")
    say("detente export: " + " ".join(sorted(path.name for path in (home / "out").iterdir())))
    debian.run(
        "detente screenshot ~/out/english.png && LANGUAGE=de detente screenshot ~/out/german.png", "reader"
    )
    if (home / "out" / "english.png").read_bytes() == (home / "out" / "german.png").read_bytes():
        raise Failed("LANGUAGE=de: the window is in English")
    shutil.copy(home / "out" / "german.png", pictures)
    say("LANGUAGE=de detente screenshot: another picture than in English, german.png")
    say(f"man page: {debian.run('zcat /usr/share/man/man1/detente.1.gz | wc -l')} lines")
    debian.run("apt-get install -y -qq --no-install-recommends " + " ".join(DESKTOP))
    # All that is there now but the package itself; what is more in the end was left behind.
    owned = debian.run("dpkg -L detente").splitlines()
    before = debian.files() - {path for path in owned if "detente" in path}

    def see(what: str, command: str, title: str, picture: str) -> None:
        process = debian.start("dbus-run-session -- sh -c '" + command + "; sleep 600'")
        screen.wait_for(title)
        time.sleep(4)
        colours = screen.picture(pictures / picture)
        if colours < 12:
            raise Failed(f"{what}: the window is there, but its middle has {colours} colours only")
        say(f"{what}: window “{title}”, {colours} colours in its middle, {picture}")
        # Asked to end, as when a session does: it must not say of itself that it did not end properly.
        debian.run("kill $(pidof detente)")
        screen.wait_for_none()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        end_all(debian.root)

    own = bundled_title() + " – Détente"
    see(
        "gio launch detente.desktop", "gio launch /usr/share/applications/detente.desktop", own, "started.png"
    )
    titled(home / "My files" / "papers.detente", "Opened by its ending")
    titled(home / "My files" / "papers", "Opened by its application_id")
    titled(home / "My files" / "papers.db", "Opened whatever it is called")
    shutil.copy(home / "out" / "all.png", home / "My files" / "figure.detente.png")
    shutil.copy(home / "out" / "all.png", home / "My files" / "figure.png")
    debian.run("chown -R reader: ~reader")
    for name in ("papers.detente", "papers", "papers.db", "figure.detente.png", "figure.png"):
        told = debian.run(f"gio info -a standard::content-type '{HOME}/My files/{name}'")
        kind = told.rpartition("content-type: ")[2]
        opener = debian.run("xdg-mime query default " + kind)
        say(f"{name}: {kind}, opened by {opener or 'nothing here'}")
        if (opener == "detente.desktop") != (name != "figure.png"):
            raise Failed("figure.png is for the picture viewer, all others for Détente")
    by_ending, by_id, as_db = (
        "Opened by its ending",
        "Opened by its application_id",
        "Opened whatever it is called",
    )
    see(
        "xdg-open papers.detente",
        f'xdg-open "{HOME}/My files/papers.detente"',
        by_ending + " – Détente",
        "ending.png",
    )
    see("gio open papers", f'gio open "{HOME}/My files/papers"', by_id + " – Détente", "magic.png")
    see("gio open papers.db", f'gio open "{HOME}/My files/papers.db"', as_db + " – Détente", "db.png")

    # The view in the picture is of the bundled database, which is not the one that was open last.
    see("gio open figure.detente.png", f'gio open "{HOME}/My files/figure.detente.png"', own, "figure.png")

    with tempfile.TemporaryDirectory() as folder:
        made, version = newer(deb, Path(folder))
        shutil.copy(made, debian.root / "tmp" / "newer.deb")
    debian.run("cd /tmp && apt-get install -y -qq ./newer.deb")
    installed = debian.run("dpkg-query -Wf '${Version}' detente")
    if installed != version:
        raise Failed(f"after the upgrade version {installed} is installed")
    see(
        f"upgraded to {version}, gio launch",
        "gio launch /usr/share/applications/detente.desktop",
        own,
        "upgraded.png",
    )
    debian.run("apt-get purge -y -qq detente")
    named = debian.run("find / -xdev \\( -path /proc -o -path /tmp \\) -prune -o -iname '*detente*' -print")
    left = [path for path in sorted(debian.files() - before) if not GENERATED.match(path)]
    say("purged; left with “detente” in the name: " + " ".join(named.split("\n")))
    left += [path for path in named.splitlines() if not path.startswith(HOME + "/")]
    if left:
        raise Failed("left behind: " + " ".join(left))


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    built = sorted((ROOT / "dist").glob("detente_*.deb"))
    parser.add_argument("deb", nargs="?", type=Path, default=built[-1] if built else None)
    parser.add_argument("--root", type=Path, default=None, help="where the Debian is or is to be")
    parser.add_argument("--pictures", type=Path, default=ROOT / "build" / "package" / "seen")
    chosen = parser.parse_args()
    if chosen.deb is None or os.geteuid() != 0:
        parser.error("run it as root, after `make package`")
    missing = [name for name in ("debootstrap", "dpkg-deb", "Xvfb", "xdotool") if not shutil.which(name)]
    if missing:
        parser.error("missing here: " + " ".join(missing))
    chosen.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        screen = Screen(Path(folder))
        stack.callback(screen.server.terminate)
        try:
            debian = stack.enter_context(machine((chosen.root or Path(folder) / "debian").resolve()))
            debian.display = screen.name
            check(debian, screen, chosen.deb.resolve(), chosen.pictures)
        except Failed as error:
            screen.picture(chosen.pictures / "failed.png")
            say(f"FAILED: {error}")
            return 1
    say("All as it should be.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
