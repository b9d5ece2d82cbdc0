"""Journals and logs beside a database, left by a crash or forged: they may name files of the user's."""

import os
import shutil
import sqlite3
import struct
from pathlib import Path
from random import Random

from tests.hostile.kinds import Ground, kind, lawless

MAGIC = bytes.fromhex("d9d505f920a163d7")


def hot_journal(database: Path, victim: Path | None, random: Random) -> bytes:
    """A journal that is to be played back; with `victim`, whoever does that in place removes it."""
    data = database.read_bytes()
    size = int.from_bytes(data[16:18], "big")
    size = 65536 if size == 1 else max(size, 512)
    nonce, sector = random.randrange(2**32), 512
    pages = random.choice((len(data) // size,) * 6 + (0, 1, 2**31 - 1, 2**32 - 1))
    records = random.choice((1, 1, 1, 2, 0, 2**32 - 1))
    head = (MAGIC + struct.pack(">IIIII", records, nonce, pages, sector, size)).ljust(sector, b"\0")
    body = b""
    for number in range(1, 3):
        page, check, place = data[(number - 1) * size : number * size], nonce, size - 200
        while 0 < place < len(page):
            check, place = (check + page[place]) & 0xFFFFFFFF, place - 200
        body += struct.pack(">I", number) + page + struct.pack(">I", check)
        if records == 1:
            break
    if victim is None:
        return head + body
    name = os.fsencode(victim)
    tail = struct.pack(">I", 0x40000000 // size + 1) + name
    return head + body + tail + struct.pack(">II", len(name), sum(name) & 0xFFFFFFFF) + MAGIC


def special(path: Path, ground: Ground) -> None:
    """Something that is no file in a file's place."""
    how = ground.random.choice(("fifo", "folder", "link", "dangling", "device", "loop"))
    if how == "fifo":
        os.mkfifo(path)
    elif how == "folder":
        path.mkdir()
    elif how == "link":
        path.symlink_to(ground.victim)
    elif how == "dangling":
        path.symlink_to(ground.victims / "not-there")
    elif how == "loop":
        path.symlink_to(path.name)
    else:
        path.symlink_to(ground.random.choice(("/dev/zero", "/dev/full", "/dev/random")))


@kind
def journal(ground: Ground) -> Path:
    """A hot journal that names a victim, as it is, torn, or with bytes changed."""
    path, random = ground.sound(), ground.random
    data = bytearray(hot_journal(path, ground.victim if random.random() < 0.7 else None, random))
    how = random.choice(("whole", "whole", "torn", "flipped", "zeroed", "twice"))
    if how == "torn":
        del data[random.randrange(len(data)) :]
    elif how == "flipped":
        for _ in range(3):
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    elif how == "zeroed":
        data[: random.choice((1, 8, 28))] = bytes(random.choice((1, 8, 28)))
    elif how == "twice":
        data *= 2
    Path(f"{path}-journal").write_bytes(data)
    if random.random() < 0.3:
        # The database itself was left half changed.
        with path.open("r+b") as stream:
            stream.seek(random.randrange(100, path.stat().st_size))
            stream.write(random.randbytes(64))
    return path


@kind
def journal_place(ground: Ground) -> Path:
    """No file where SQLite looks for a journal, a log or its index."""
    path = ground.sound()
    special(Path(f"{path}-{ground.random.choice(('journal', 'wal', 'shm'))}"), ground)
    if ground.random.random() < 0.4:
        with path.open("r+b") as stream:
            stream.seek(18)
            stream.write(b"\2\2")
    return path


@kind
def log(ground: Ground) -> Path:
    """A database with a write-ahead log: alone, whole, torn, stale, of another, with or without its index."""
    random = ground.random
    origin = ground.victims.parent / "origin.db"
    path = ground.folder / "d.db"
    shutil.copyfile(ground.sound("d.db"), origin)
    writer = sqlite3.connect(origin, isolation_level=None)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("PRAGMA wal_autocheckpoint = 0")
    writer.execute("UPDATE properties SET value = 'In the log' WHERE name = 'title'")
    for number in range(random.choice((1, 30))):
        writer.execute("UPDATE events SET summary = summary || ? WHERE id = ?", ("x" * 300, number + 1))
    # Copied while it is open: as a crash leaves it.
    data = {ending: bytearray(Path(f"{origin}{ending}").read_bytes()) for ending in ("", "-wal", "-shm")}
    writer.close()
    origin.unlink()
    how = random.choice(("whole", "alone", "empty", "torn", "flipped", "stale", "noise", "plain header"))
    wal = data["-wal"]
    if how == "alone":
        del data["-wal"]
    elif how == "empty":
        data["-wal"] = bytearray()
    elif how == "torn":
        del wal[random.randrange(len(wal)) :]
    elif how == "flipped":
        for _ in range(4):
            wal[random.randrange(len(wal))] ^= 1 << random.randrange(8)
    elif how == "stale":
        data[""] = bytearray(path.read_bytes())
        data[""][18:20] = b"\2\2"
    elif how == "noise":
        data["-wal"] = bytearray(random.randbytes(random.randrange(1, 9000)))
    elif how == "plain header":
        data[""][18:20] = b"\1\1"
    if random.random() < 0.6:
        del data["-shm"]
    elif random.random() < 0.3:
        data["-shm"] = bytearray(random.randbytes(32768))
    for ending, content in data.items():
        Path(f"{path}{ending}").write_bytes(content)
    if random.random() < 0.2:
        Path(f"{path}-journal").write_bytes(hot_journal(path, ground.victim, random))
    if random.random() < 0.4:
        ground.folder.chmod(0o555)
    return path


@kind
def closed(ground: Ground) -> Path:
    """What may not be read or written: the file, its folder, what lies beside it."""
    path, random = ground.sound(), ground.random
    if random.random() < 0.5:
        Path(f"{path}-journal").write_bytes(hot_journal(path, ground.victim, random))
    if random.random() < 0.3:
        Path(f"{path}-wal").write_bytes(random.randbytes(2000))
    for beside in ground.folder.iterdir():
        beside.chmod(random.choice((0o000, 0o400, 0o444, 0o644)))
    ground.folder.chmod(random.choice((0o555, 0o755)))
    return path


@kind
def attached(ground: Ground) -> Path:
    """A schema whose texts name files: statements that attach, load or write others."""
    path, random = ground.sound(), ground.random
    named = ground.victims / "other.db"
    shutil.copyfile(path, named)
    with lawless(path) as writer:
        writer.execute(
            "INSERT INTO sqlite_schema VALUES (?, ?, ?, 0, ?)",
            random.choice((
                ("trigger", "t1", "events",
                 f"CREATE TRIGGER t1 AFTER INSERT ON events BEGIN SELECT load_extension('{named}'); END"),
                ("view", "v1", "v1", f"CREATE VIEW v1 AS SELECT readfile('{named}')"),
                ("table", "v2", "v2", f"CREATE VIRTUAL TABLE v2 USING csv (filename = '{named}')"),
                ("table", "v3", "v3", "CREATE VIRTUAL TABLE v3 USING dbstat"),
            )),
        )  # fmt: skip
    return path


@kind
def linked(ground: Ground) -> Path:
    """A link to a database, with what SQLite keeps beside that or beside the link."""
    random = ground.random
    (ground.folder / "real").mkdir()
    path, link = ground.sound("real/d.db"), ground.folder / random.choice(("d.db", "other.db"))
    link.symlink_to(random.choice(("real/d.db", path)))
    for beside in (path, link):
        if random.random() < 0.5:
            Path(f"{beside}-journal").write_bytes(hot_journal(path, ground.victim, random))
        elif random.random() < 0.3:
            special(Path(f"{beside}-{random.choice(('journal', 'wal'))}"), ground)
    return link
