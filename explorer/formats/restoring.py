"""Reading back, from a file that was exported, which view of which database it shows.

The window (ui/desktop/restoring.py) and the command line call `is_export` and `provenance_in`. What is
read was written by anyone: sizes are bounded, entities of XML are refused, and a view is a line of words
that only domain/view_line.py reads.

Where a file has it: a PNG in a text chunk of the keyword "detente"; an SVG in the text of <metadata>; a PDF
in its XMP packet, as the text or an attribute of any element; JSON Lines as the first line. Beside any
other file (a CSV table stays plain) it lies in one whose name ends in `SIDECAR`.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final
from xml.parsers import expat

from explorer.domain.provenance import KEY, NewerProvenanceError, Provenance, ProvenanceError, from_json
from explorer.domain.tongue import mark, translate
from explorer.domain.view_line import LONGEST, ViewLineError, read_line
from explorer.domain.view_request import ViewRequest
from explorer.formats import FORMATS

#: What the name of the file beside an export has after that export's own name.
SIDECAR: Final = ".detente.json"

#: The endings of files that may say what they are of, for dialogs.
ENDINGS: Final = tuple(
    dict.fromkeys(
        [".png", ".svg", ".pdf", *(ending for known in FORMATS for ending in known.endings), SIDECAR]
    )
)

#: Bytes that a provenance may have; those of its view are LONGEST of domain/view_line.py.
MOST: Final = 2**20

#: Bytes of a file that are looked through for it, where it may be anywhere.
_SEARCHED: Final = 2**27
_AT_ONCE: Final = 2**16
_CHUNKS: Final = 1_000_000
_DEEPEST: Final = 1000
_HEAD: Final = 4096

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PACKET: Final = (b"<x:xmpmeta", b"</x:xmpmeta>")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a file's beginning shows it to be."""

    name: str
    words: str


_KINDS: Final = {
    "png": _Kind("png", mark("Format", "PNG picture")),
    "svg": _Kind("svg", mark("Format", "SVG picture")),
    "pdf": _Kind("pdf", mark("Format", "PDF document")),
    "json": _Kind("json", mark("Format", "JSON file")),
}


def sidecar_of(path: Path) -> Path:
    """The file beside an export that says what it is of: “events.csv.detente.json”."""
    return path.with_name(path.name + SIDECAR)


def is_export(path: Path) -> bool:
    """True for a file that may say which view it shows, whether it does or not; never for a database.

    Reads its first bytes only. False for what cannot be read.
    """
    try:
        head = _head(path)
        if not head or head.startswith(b"SQLite"):
            return False
        return _kind_of(head) is not None or path.suffix.lower() in ENDINGS or sidecar_of(path).is_file()
    except OSError:
        return False


def provenance_in(path: Path) -> Provenance:
    """Which view of which database an exported file shows. Raises ProvenanceError in one clear sentence."""
    try:
        kind = _kind_of(_head(path))
        beside = sidecar_of(path)
        if kind is None:
            if not beside.is_file():
                raise ProvenanceError(
                    translate(
                        "Errors",
                        "“{name}” does not say which view it shows: there is no “{other}” beside it.",
                    ).format(name=path.name, other=beside.name),
                    translate("Errors", "Open the database itself."),
                )
            found = _from_sidecar(beside)
        else:
            found = _found(path, kind)
    except OSError as error:
        raise ProvenanceError(
            translate("Errors", "“{name}” cannot be read.").format(name=path.name),
            translate("Errors", "Check its name and its disk."),
            str(error),
        ) from error
    if len(found.view.encode(errors="replace")) > LONGEST:
        raise ProvenanceError(
            translate("Errors", "The view in “{name}” is too long.").format(name=path.name),
            translate("Errors", "Open the database itself."),
        )
    return found


def view_in(path: Path, provenance: Provenance) -> ViewRequest:
    """The view that the file's provenance asks for, in words. Raises ProvenanceError."""
    try:
        return read_line(provenance.view)[1]
    except ViewLineError as error:
        raise ProvenanceError(
            translate("Errors", "The view in “{name}” cannot be read.").format(name=path.name),
            translate("Errors", "Open the database itself."),
            shown(error.what, 300),
        ) from error


def shown(text: str, most: int = 100) -> str:
    """A text out of such a file as it may be shown: on one line, at most so many letters, none that acts."""
    cut = "".join(letter if letter.isprintable() else "�" for letter in text[:most])
    return cut if len(text) <= most else f"{cut}…"


def _head(path: Path) -> bytes:
    if not path.is_file():
        # A pipe would wait for someone to write into it.
        return b""
    with path.open("rb") as stream:
        return stream.read(_HEAD)


def _kind_of(head: bytes) -> _Kind | None:
    if head.startswith(_PNG):
        return _KINDS["png"]
    if b"%PDF-" in head[:1024]:
        return _KINDS["pdf"]
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"<") and b"<svg" in text and b"<html" not in text:
        return _KINDS["svg"]
    return _KINDS["json"] if text.startswith(b"{") else None


def _found(path: Path, kind: _Kind) -> Provenance:
    """The first provenance among the texts of the file."""
    texts = {"png": _png_texts, "svg": _svg_texts, "pdf": _pdf_texts, "json": _json_texts}[kind.name]
    newer: ProvenanceError | None = None
    try:
        with path.open("rb") as stream:
            for text in texts(stream):
                try:
                    return from_json(text)
                except ProvenanceError as error:
                    newer = newer or (error if isinstance(error, NewerProvenanceError) else None)
    except (_DamagedError, expat.ExpatError, zlib.error, UnicodeDecodeError) as error:
        raise ProvenanceError(
            translate("Errors", "“{name}” is a damaged {kind}: which view it shows cannot be read.").format(
                name=path.name, kind=translate("Format", kind.words)
            ),
            translate("Errors", "Use a sound copy, or open the database itself."),
            str(error),
        ) from error
    if newer is not None:
        raise ProvenanceError(
            translate("Errors", "“{name}” was written by a newer version of Détente.").format(name=path.name),
            newer.advice,
        )
    beside = sidecar_of(path)
    if beside.is_file():
        return _from_sidecar(beside)
    raise ProvenanceError(
        translate(
            "Errors",
            "“{name}” is a {kind} that does not say which view it shows: another program made it, or "
            "has left that out.",
        ).format(name=path.name, kind=translate("Format", kind.words)),
        translate("Errors", "Open the database itself."),
    )


def _from_sidecar(path: Path) -> Provenance:
    with path.open("rb") as stream:
        text = stream.read(MOST + 1)
    try:
        return from_json(text if len(text) <= MOST else b"")
    except ProvenanceError as error:
        said = (
            translate("Errors", "“{name}” was written by a newer version of Détente.")
            if isinstance(error, NewerProvenanceError)
            else translate("Errors", "“{name}” does not say which view it shows.")
        )
        raise ProvenanceError(said.format(name=path.name), error.advice) from error


class _DamagedError(Exception):
    """A file is not what it began as."""


def _json_texts(stream: IO[bytes]) -> Iterator[bytes]:
    """The first line; or all of it, where one object takes several."""
    text = stream.read(MOST).removeprefix(b"\xef\xbb\xbf")
    yield text.partition(b"\n")[0]
    yield text


def _png_texts(stream: IO[bytes]) -> Iterator[bytes]:
    """The texts of the keyword KEY in tEXt, zTXt and iTXt chunks, as UTF-8."""
    keyword, read = KEY.encode(), 0
    stream.seek(len(_PNG))
    for _ in range(_CHUNKS):
        head = stream.read(8)
        if len(head) < 8:
            raise _DamagedError("the file ends too early")
        length, kind = int.from_bytes(head[:4], "big"), head[4:]
        if kind == b"IEND":
            return
        if length >= 2**31 or not kind.isalpha():
            raise _DamagedError("no chunk where one should be")
        if kind not in {b"tEXt", b"zTXt", b"iTXt"} or length > MOST:
            stream.seek(length + 4, 1)
            continue
        read += length
        if read > _SEARCHED:
            return
        body, check = stream.read(length), stream.read(4)
        if len(body) < length or zlib.crc32(body, zlib.crc32(kind)) != int.from_bytes(check, "big"):
            raise _DamagedError("a chunk does not add up")
        name, _, rest = body.partition(b"\0")
        if name == keyword:
            yield _png_text(kind, rest)


def _png_text(kind: bytes, rest: bytes) -> bytes:
    if kind == b"tEXt":
        return rest.decode("latin-1").encode()
    if kind == b"zTXt":
        return _inflated(rest[1:]).decode("latin-1").encode()
    is_packed, rest = rest[:1] == b"\1", rest[2:]
    # A language and a translated keyword come first.
    text = rest.split(b"\0", 2)[-1]
    return _inflated(text) if is_packed else text


def _inflated(text: bytes) -> bytes:
    """The text unpacked, as far as MOST: a small chunk may unpack to gigabytes."""
    return zlib.decompressobj().decompress(text, MOST)


def _svg_texts(stream: IO[bytes]) -> Iterator[str]:
    """The texts within <metadata>, wherever it stands."""
    wanted = _Texts(within="metadata")
    read = 0
    while read < _SEARCHED and (part := stream.read(_AT_ONCE)):
        read += len(part)
        wanted.feed(part)
        yield from wanted.taken()
        if wanted.is_stuck(read):
            return
    if read < _SEARCHED:
        wanted.feed(b"", is_last=True)
        yield from wanted.taken()


def _pdf_texts(stream: IO[bytes]) -> Iterator[str]:
    """The texts and attributes of every XMP packet."""
    begins, ends = _PACKET
    kept, read = b"", 0
    while read < _SEARCHED and (part := stream.read(2**20)):
        read += len(part)
        kept += part
        at = 0
        while (first := kept.find(begins, at)) >= 0 and (last := kept.find(ends, first)) >= 0:
            wanted = _Texts()
            wanted.feed(kept[first : last + len(ends)], is_last=True)
            yield from wanted.taken()
            at = last + len(ends)
        # One that has begun goes on in the next part; so much of it is worth keeping.
        kept = kept[at:][-len(begins) :] if first < 0 else kept[first:][-2 * MOST :]


class _Texts:
    """The texts of a piece of XML that may be ours: they begin with a brace.

    No entity but the five of XML is known to it: what declares others is refused, and with them whatever
    grows as it is read.
    """

    def __init__(self, within: str = "") -> None:
        self._within, self._depth, self._size, self._nested = within, 0, 0, 0
        self._open: list[list[str]] = []
        self._found: list[str] = []
        parser = self._parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._read

    def feed(self, part: bytes, *, is_last: bool = False) -> None:
        """Read on. Raises ExpatError, _DamagedError."""
        self._parser.Parse(part, is_last)

    def is_stuck(self, read: int) -> bool:
        """True where the parser has come upon a tag so long that it would begin with it again and again."""
        return read - self._parser.CurrentByteIndex > 2 * MOST

    def taken(self) -> list[str]:
        """What was found since this was asked last."""
        found, self._found = self._found, []
        return found

    def _refuse(self, *_: object) -> None:
        raise _DamagedError("it declares entities")

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._nested += 1
        if self._nested > _DEEPEST:
            raise _DamagedError("its elements are nested too deeply")
        if self._depth or not self._within or name.rpartition(":")[2] == self._within:
            self._depth += 1
            self._open.append([])
            for value in attributes.values():
                self._take(value)

    def _read(self, text: str) -> None:
        if self._depth:
            self._size += len(text)
            if self._size > 4 * MOST:
                raise _DamagedError("its metadata are too large")
            self._open[-1].append(text)

    def _end(self, _: str) -> None:
        self._nested -= 1
        if self._depth:
            self._depth -= 1
            self._take("".join(self._open.pop()))

    def _take(self, text: str) -> None:
        if text.lstrip().startswith("{") and len(text) <= MOST:
            self._found.append(text)
