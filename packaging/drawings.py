"""Draws resources/icons in every size and container that a desktop asks for: drawings.py FOLDER.

Called by build.py with the Python that has Qt. Small sizes have drawings of their own, made for 16 pixels.
"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 192, 256, 512)
#: Up to here the small drawing is used where its 16 units fall on whole pixels.
SMALL = (16, 32)
WINDOWS = (16, 24, 32, 48, 64, 128, 256)
#: The types of Apple's container for PNGs of that many pixels.
APPLE = {
    16: (b"icp4",), 32: (b"icp5", b"ic11"), 64: (b"icp6", b"ic12"), 128: (b"ic07",),
    256: (b"ic08", b"ic13"), 512: (b"ic09", b"ic14"),
}  # fmt: skip


def png(name: str, size: int) -> bytes:
    """The drawing `name` as a PNG of size × size pixels."""
    drawing = f"{name}-small" if size in SMALL else name
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(ICONS / f"{drawing}.svg")).render(painter, QRectF(0, 0, size, size))
    painter.end()
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(out, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType] - the stubs know paths only
    return bytes(out.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """An icon for Windows with these PNGs, by size."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    entries, bodies = b"", b""
    for size, body in pictures.items():
        side = size % 256  # 0 means 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(body), place + len(bodies))
        bodies += body
    return head + entries + bodies


def icns(pictures: dict[int, bytes]) -> bytes:
    """An icon for macOS with these PNGs, by size."""
    parts = [(kind, pictures[size]) for size, kinds in APPLE.items() for kind in kinds]
    body = b"".join(kind + struct.pack(">I", len(data) + 8) + data for kind, data in parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main(folder: Path) -> None:
    _application = QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("detente", "database"):
        pictures = {size: png(name, size) for size in SIZES}
        for size, data in pictures.items():
            (folder / f"{name}-{size}.png").write_bytes(data)
        (folder / f"{name}.ico").write_bytes(ico({size: pictures[size] for size in WINDOWS}))
        (folder / f"{name}.icns").write_bytes(icns(pictures))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
