"""Damage of the bundled file: its bytes, its pages, its header, its end."""

import struct
from pathlib import Path

from tests.hostile.kinds import Ground, kind

HEADER = 100


def _pages(data: bytearray) -> tuple[int, int]:
    size = int.from_bytes(data[16:18], "big")
    return size, len(data) // size


@kind
def flip(ground: Ground) -> Path:
    """Some bits are others."""
    path = ground.sound()
    data = bytearray(path.read_bytes())
    for _ in range(ground.random.choice((1, 2, 5, 20, 100))):
        data[ground.random.randrange(len(data))] ^= 1 << ground.random.randrange(8)
    path.write_bytes(data)
    return path


@kind
def pages(ground: Ground) -> Path:
    """Pages are zeroed, swapped, copied over each other, or filled with noise."""
    path = ground.sound()
    data, random = bytearray(path.read_bytes()), ground.random
    size, count = _pages(data)
    for _ in range(random.choice((1, 1, 2, 3))):
        one, other = (slice(n * size, (n + 1) * size) for n in random.sample(range(count), 2))
        how = random.choice(("zero", "swap", "copy", "noise"))
        if how == "zero":
            data[one] = bytes(size)
        elif how == "swap":
            data[one], data[other] = data[other], data[one]
        else:
            data[one] = data[other] if how == "copy" else random.randbytes(size)
    path.write_bytes(data)
    return path


@kind
def heads(ground: Ground) -> Path:
    """A page says something else of what it is and of the cells that it has."""
    path = ground.sound()
    data, random = bytearray(path.read_bytes()), ground.random
    size, count = _pages(data)
    for _ in range(random.choice((1, 2, 3))):
        page = random.randrange(count)
        at = page * size + (HEADER if page == 0 else 0) + random.randrange(40)
        data[at] = random.choice((0, 1, 2, 5, 10, 13, 127, 255, random.randrange(256)))
    path.write_bytes(data)
    return path


@kind
def cut(ground: Ground) -> Path:
    """The file ends too early, or goes on after its end."""
    path = ground.sound()
    data = path.read_bytes()
    size, count = _pages(bytearray(data))
    random = ground.random
    length = random.choice((
        random.randrange(len(data)), size * random.randrange(count), random.randrange(2 * HEADER),
        len(data) - random.randrange(1, 2 * size),
    ))  # fmt: skip
    cut_off = bytearray(data[:length])
    if random.random() < 0.4 and length > HEADER:
        # What it says of its length is true.
        cut_off[28:32] = struct.pack(">I", max(1, length // size))
    if random.random() < 0.2:
        cut_off = bytearray(data) + random.randbytes(random.randrange(1, 3 * size))
    path.write_bytes(cut_off)
    return path


@kind
def header(ground: Ground) -> Path:
    """A field of the header is another: page size, versions, reserved room, counts, encoding, identity."""
    path = ground.sound()
    data, random = bytearray(path.read_bytes()), ground.random
    at, length = random.choice((
        (16, 2), (18, 1), (19, 1), (20, 1), (21, 1), (22, 1), (23, 1), (24, 4), (28, 4), (32, 4), (36, 4),
        (40, 4),
        (44, 4), (48, 4), (52, 4), (56, 4), (60, 4), (64, 4), (68, 4), (92, 4), (96, 4),
    ))  # fmt: skip
    value = random.choice((0, 1, 2, 3, 4, 255, 256, 2**15, 2**16 - 1, 2**31 - 1, 2**31, 2**32 - 1, 77777))
    data[at : at + length] = (value % 256**length).to_bytes(length, "big")
    path.write_bytes(data)
    return path


@kind
def circles(ground: Ground) -> Path:
    """Pages lead to pages that lead on, many times over."""
    path = ground.sound()
    data, random = bytearray(path.read_bytes()), ground.random
    size, count = _pages(data)
    inner = [n for n in range(1, count) if data[n * size] == 5]
    page = random.choice(inner or list(range(1, count)))
    cells = random.choice((3, 50, 300))
    goal = random.choice((page + 1, page, random.randrange(1, count) + 1))
    start = size - cells * 5
    head = bytes([5]) + struct.pack(">HHHBI", 0, cells, start, 0, goal)
    pointers = b"".join(struct.pack(">H", start + 5 * n) for n in range(cells))
    filled = (head + pointers).ljust(start, b"\0") + (struct.pack(">I", goal) + b"\1") * cells
    data[page * size : (page + 1) * size] = filled[:size]
    path.write_bytes(data)
    return path
