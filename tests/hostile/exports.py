"""Exported pictures and tables that lie of what they show, and name files elsewhere."""

import functools
import json
import shutil
import struct
import zlib
from pathlib import Path

from explorer import bundle
from tests.hostile.journals import hot_journal
from tests.hostile.kinds import Ground, kind
from tests.hostile.values import DATES, TEXTS


def _provenance(ground: Ground) -> bytes:
    """What an export says of itself: nearly right, wrong, deep, or huge."""
    random = ground.random
    victim, other = str(ground.victim), str(ground.victims / "other.db")
    sound: dict[str, object] = {
        "detente": 1, "version": "0.1.0", "database": "d.db", "collection": _title(), "fingerprint": "0" * 16,
        "view": "--search kim", "filter": "x", "matching": 1, "events": 1, "exported": "2020-01-01T00:00:00Z",
    }  # fmt: skip
    found = sound | _real()
    for _ in range(random.choice((0, 1, 2, 4))):
        values: tuple[object, ...] = (
            *TEXTS, *DATES, None, 0, -1, 2**63, 10**400, 1e308, [], {}, True, victim, other,
            f"file://{other}", "../victims/other.db",
            "//host/share/x.db", "/dev/zero", "C:\\x.db", "NUL", "x" * 70_000, ["x"] * 9999,
        )  # fmt: skip
        found[random.choice(list(found))] = random.choice(values)
    text = json.dumps(found).encode()
    return random.choice((
        *(text,) * 8, b"[" * 200_000, b'{"a":' * 100_000, b"", b"null", b'"x"', b"{}", b"\xff\xfe", text[:-9],
        b'{"detente": 1' + b" " * 2_000_000 + b"}", b"NaN", b"1" * 100_000, text.replace(b"{",
        b'{"view": NaN,', 1),
    ))  # fmt: skip


@functools.cache
def _title() -> str:
    from explorer.storage.opening import open_database

    return open_database(bundle.path("db", "diplomacy.db")).properties["title"]


@functools.cache
def _real() -> dict[str, object]:
    """What the program itself writes, so that the rest is believed."""
    from tempfile import TemporaryDirectory

    from tests.cli.calling import status

    with TemporaryDirectory() as folder:
        out = Path(folder) / "x.csv"
        assert status("export", out, "--sidecar", "--search", "kim") == 0
        return json.loads(Path(f"{out}.detente.json").read_bytes())


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _png(ground: Ground, said: bytes) -> bytes:
    random = ground.random
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    text = random.choice((
        _chunk(b"iTXt", b"detente\0\0\0\0\0" + said),
        _chunk(b"iTXt", b"detente\0\1\0\0\0" + zlib.compress(said)),
        _chunk(b"iTXt", b"detente\0\1\0\0\0" + zlib.compress(b" " * 10**8 + said)),
        _chunk(b"zTXt", b"detente\0\0" + zlib.compress(said)),
        _chunk(b"zTXt", b"detente\0\0" + random.randbytes(100)),
        _chunk(b"tEXt", b"detente\0" + said) * 3,
        struct.pack(">I", 2**31 - 1) + b"iTXt" + said,
        _chunk(b"tEXt", b"x\0y") * 20_000 + _chunk(b"tEXt", b"detente\0" + said),
    ))  # fmt: skip
    return (
        b"\x89PNG\r\n\x1a\n" + head + text + _chunk(b"IDAT", zlib.compress(bytes(4))) + _chunk(b"IEND", b"")
    )


def _svg(ground: Ground, said: bytes) -> bytes:
    from xml.sax.saxutils import escape

    text = escape(said.decode("utf-8", "replace")).replace("\0", "").encode()
    victim = ground.victim.as_uri().encode()
    head = ground.random.choice((
        b"",
        b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">' + b"".join(
            b'<!ENTITY %c "&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;">' % (n + 1, *(n,) * 8) for n in range(97, 110)
        ) + b"]>",
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "' + victim + b'">]>',
        b'<!DOCTYPE svg SYSTEM "' + victim + b'">',
        b'<?xml version="1.0" encoding="UTF-16"?>', b'<?xml-stylesheet href="' + victim + b'"?>',
    ))  # fmt: skip
    inner = ground.random.choice((b"", b"&n;", b"&x;", b"<g>" * 100_000, b'<image href="' + victim + b'"/>'))
    return (
        head
        + b'<svg xmlns="http://www.w3.org/2000/svg">'
        + inner
        + b"<metadata>"
        + text
        + b"</metadata></svg>"
    )


def _pdf(ground: Ground, said: bytes) -> bytes:
    packet = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a>" + said.replace(b"<", b"&lt;") + b"</a></x:xmpmeta>"
    many = ground.random.choice((1, 1, 1, 3000))
    return b"%PDF-1.4\n" + b"<x:xmpmeta" * (many - 1) + packet * min(many, 50) + b"\n%%EOF"


@kind
def exported(ground: Ground) -> Path:
    """A picture or a table with metadata, or with a sidecar; a database of that name may lie near."""
    random, said = ground.random, _provenance(ground)
    ending = random.choice(("png", "svg", "pdf", "jsonl", "csv", "xlsx", "md", "html"))
    path = ground.folder / f"x.{ending}"
    made = {"png": _png, "svg": _svg, "pdf": _pdf}.get(ending)
    data = made(ground, said) if made else said if ending == "jsonl" else b"id,title\r\n1,x\r\n"
    if random.random() < 0.25 and data:
        damaged = bytearray(data)
        for _ in range(random.choice((1, 5))):
            damaged[random.randrange(len(damaged))] = random.randrange(256)
        data = bytes(damaged[: random.randrange(len(damaged))] if random.random() < 0.3 else damaged)
    path.write_bytes(data)
    if (made is None and ending != "jsonl") or random.random() < 0.1:
        Path(f"{path}.detente.json").write_bytes(said)
    if random.random() < 0.4:
        # The database beside it is hostile as well.
        name = random.choice(("d.db", "diplomacy.db"))
        database = ground.sound(name)
        Path(f"{database}-journal").write_bytes(hot_journal(database, ground.victim, random))
    shutil.copyfile(bundle.path("db", "diplomacy.db"), ground.victims / "other.db")
    return path
