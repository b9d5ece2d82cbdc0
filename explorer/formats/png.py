"""PNG files in bands, so that a picture needs no more memory than a part of it; ui/figure paints the bands.

What Qt's own writer lacks comes with it: progress between bands, resolution, and texts. Rows are stored as
differences to the row above and packed quickly: a drawing is then as small as with the slowest setting, in
less time than its pixels take to be written as they are.
"""

import struct
import zlib
from collections.abc import Iterable, Mapping
from typing import IO, Final, TypeAlias

import numpy as np
import numpy.typing as npt

Pixels: TypeAlias = npt.NDArray[np.uint8]

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
#: PNG's number for "the difference to the pixel above", and zlib's level.
_UP: Final = 2
_LEVEL: Final = 3
_METRE: Final = 0.0254
#: Bytes of a chunk.
_CHUNK: Final = 2**18


def write_png(
    stream: IO[bytes],
    size: tuple[int, int],
    bands: Iterable[Pixels],
    *,
    has_alpha: bool,
    dpi: float,
    texts: Mapping[str, str],
) -> None:
    """Write a picture of `size` whose rows come in `bands` from the top, each of rows × (width · channels).

    The channels are red, green, blue and with `has_alpha` opacity (not premultiplied), 8 bits each. `dpi` is
    kept as pixels to a metre (pHYs), and each of `texts` in an iTXt chunk, uncompressed UTF-8, under its
    keyword, before the pixels.
    """
    width, height = size
    stream.write(_SIGNATURE)
    _chunk(stream, b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6 if has_alpha else 2, 0, 0, 0))
    _chunk(stream, b"sRGB", b"\0")
    per_metre = round(dpi / _METRE)
    _chunk(stream, b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
    for keyword, text in texts.items():
        # No compression, no language, no translated keyword.
        _chunk(stream, b"iTXt", keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode(errors="replace"))
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, 15, 9)
    pending = bytearray()
    above = np.zeros(width * (4 if has_alpha else 3), np.uint8)
    for band in bands:
        rows = np.empty((len(band), band.shape[1] + 1), np.uint8)
        rows[:, 0] = _UP
        np.subtract(band[0], above, out=rows[0, 1:])
        np.subtract(band[1:], band[:-1], out=rows[1:, 1:])
        above = band[-1].copy()
        pending += packer.compress(rows.data)
        while len(pending) >= _CHUNK:
            _chunk(stream, b"IDAT", bytes(pending[:_CHUNK]))
            del pending[:_CHUNK]
    pending += packer.flush()
    _chunk(stream, b"IDAT", bytes(pending))
    _chunk(stream, b"IEND", b"")


def _chunk(stream: IO[bytes], kind: bytes, content: bytes) -> None:
    checksum = zlib.crc32(content, zlib.crc32(kind))
    stream.write(struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum))
