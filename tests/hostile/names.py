"""Files that are no databases, and names that are hard to say."""

import os
from pathlib import Path

from tests.bad_files import BAD
from tests.hostile.journals import special
from tests.hostile.kinds import Ground, kind

NAMES = (
    "-.db", "--help", "a\nb.db", "\x1b[31mred.db", "x" * 250 + ".db", "<b>b.db", "%s.db", "a?b#c.db",
    "a;b&c.db",
    "file:x.db", "x.db?mode=rwc", " ", ".", "é\u0301.db", "\udcff\udcfe.db", "שלום.db", "\u202egpj.db",
    "info",
    "x.png", "x.db.notes", "x.db-wal", "&x.db", "'x\".db", "\\x.db", ":memory:", "~", "[*].db", "{name}.db",
)  # fmt: skip


@kind
def names(ground: Ground) -> Path:
    """A sound database whose name is odd."""
    name = ground.random.choice([one for one in NAMES if one != "."])
    return ground.sound(name)


@kind
def others(ground: Ground) -> Path:
    """What is no database of ours: other files, folders, pipes, devices, links, noise that looks like one."""
    random, path = ground.random, ground.folder / "d.db"
    how = random.choice(("special", "noise", "head", "bad", "bad"))
    if how == "special":
        special(path, ground)
    elif how == "noise":
        path.write_bytes(random.randbytes(random.choice((0, 1, 15, 16, 100, 5000))))
    elif how == "head":
        path.write_bytes(
            ground.sound().read_bytes()[:100] + random.randbytes(random.choice((0, 4000, 50_000)))
        )
    else:
        # A name of its own: Windows and others keep those.
        BAD[random.choice(sorted(BAD))][0](path)
    if random.random() < 0.2 and not os.path.lexists(f"{path}-journal"):
        Path(f"{path}-journal").write_bytes(random.randbytes(999))
    return path
