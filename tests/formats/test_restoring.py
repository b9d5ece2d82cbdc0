"""Reading back from an exported file which view it shows; files are made by hand, sound, damaged and foul."""

import json
import struct
import sys
import time
import zlib
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest

from explorer.domain.provenance import Provenance, ProvenanceError
from explorer.domain.view_line import LONGEST
from explorer.formats.restoring import (
    MOST,
    is_export,
    provenance_in,
    sidecar_of,
)
from tests.builders import build_database

OURS = Provenance(
    collection="“Diplomacy” — 外交 ]]> & <b>",
    database="diplomacy.db",
    fingerprint="0123456789abcdef",
    filter="summits, found by “oil”",
    matching=5,
    events=110,
    first="1941-08-09",
    last="2020-04-12",
    view='--kind summit --search "oil 🙂"',
    program="Détente 0.4.0",
    exported="2026-11-23",
)
TEXT = OURS.to_json()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(*chunks: bytes, end: bytes = chunk(b"IEND", b"")) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IDAT", zlib.compress(bytes(4))) + end


def itxt(text: str, *, packed: bool = False, keyword: bytes = b"detente") -> bytes:
    body = zlib.compress(text.encode()) if packed else text.encode()
    return chunk(b"iTXt", keyword + b"\0" + bytes([packed, 0]) + b"\0\0" + body)


def svg(metadata: str, before: str = "", after: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n{before}'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><title>{{}}</title>'
        f'{metadata}<path d="M0 0"/>{after}</svg>'
    ).encode()


def xmp(inside: str) -> bytes:
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:detente="urn:detente">'
        f"{inside}</rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    ).encode()


def pdf(*packets: bytes, filling: int = 0) -> bytes:
    streams = b"".join(b"1 0 obj\n<< >>\nstream\n" + one + b"\nendstream\nendobj\n" for one in packets)
    return b"%PDF-1.4\n" + b"x" * filling + streams + b"trailer\n%%EOF\n"


_DESCRIPTION = f"<rdf:Description><detente:provenance>{escape(TEXT)}</detente:provenance></rdf:Description>"

CDATA = f"<![CDATA[{TEXT.replace(']]>', ']]]]><![CDATA[>')}]]>"

SOUND: dict[str, tuple[str, bytes]] = {
    "png": ("a.png", png(itxt(TEXT))),
    "packed png": ("a.png", png(itxt(TEXT, packed=True))),
    "png with other texts": ("a.png", png(itxt("{}", keyword=b"Comment"), itxt("{}"), itxt(TEXT))),
    "png with it at the end": ("a.png", png(end=itxt(TEXT) + chunk(b"IEND", b""))),
    "png by another name": ("timeline.final", png(itxt(TEXT))),
    "png, truncated behind it": ("a.png", png(itxt(TEXT))[:-20]),
    "svg": ("a.svg", svg(f"<metadata>{escape(TEXT)}</metadata>")),
    "svg with CDATA": ("a.svg", svg(f"<metadata>{CDATA}</metadata>")),
    "svg in an element": ("a.svg", svg(f"<metadata><x:d xmlns:x='u'>\n {escape(TEXT)}\n</x:d></metadata>")),
    "svg with a prefix": ("a.svg", svg(f"<s:metadata xmlns:s='x'>{escape(TEXT)}</s:metadata>")),
    "svg with two": ("a.svg", svg("<metadata>{}</metadata>", after=f"<metadata>{escape(TEXT)}</metadata>")),
    "pdf": ("a.pdf", pdf(xmp(_DESCRIPTION))),
    "pdf with an attribute": ("a.pdf", pdf(xmp(f"<rdf:Description detente:provenance={quoteattr(TEXT)}/>"))),
    "pdf with two packets": ("a.pdf", pdf(xmp(""), xmp(_DESCRIPTION))),
    "pdf across parts": ("a.pdf", pdf(xmp(_DESCRIPTION), filling=2**20 - 300)),
    "pdf at a border": ("a.pdf", pdf(xmp(_DESCRIPTION), filling=2**20 - 90)),
    "pdf with half a packet": ("a.pdf", pdf(b"<x:xmpmeta" + b" " * 3 * MOST, xmp(_DESCRIPTION))),
    "json lines": ("a.jsonl", f'{TEXT}\n{{"id": "one"}}\n'.encode()),
    "json lines with a mark": ("a.jsonl", b"\xef\xbb\xbf" + f"{TEXT}\r\n{{}}".encode()),
    "sidecar": ("a.csv.detente.json", TEXT.encode()),
    "pretty sidecar": ("a.csv.detente.json", json.dumps(json.loads(TEXT), indent=1).encode()),
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_a_file_says_which_view_it_shows(tmp_path: Path, name: str) -> None:
    called, content = SOUND[name]
    path = tmp_path / called
    path.write_bytes(content)
    assert is_export(path)
    assert provenance_in(path) == OURS


def test_qt_writes_what_is_read(tmp_path: Path) -> None:
    from PySide6.QtGui import QImage

    for text in (TEXT, replace(OURS, collection="é" * 50, filter="", view="").to_json().replace("“", "")):
        image = QImage(3, 3, QImage.Format.Format_RGB32)
        image.fill(0)
        image.setText("detente", text)
        assert image.save(str(tmp_path / "a.png"))
        assert provenance_in(tmp_path / "a.png").to_json() == text


def test_a_plain_table_has_it_beside(tmp_path: Path) -> None:
    table = tmp_path / "my events.csv"
    table.write_text("id,title\none,First\n")
    with pytest.raises(ProvenanceError, match=r"“my events\.csv\.detente\.json”"):
        provenance_in(table)
    sidecar_of(table).write_text(TEXT)
    assert is_export(table)
    assert provenance_in(table) == OURS
    # So with whatever has lost what it said itself.
    picture = tmp_path / "a.png"
    picture.write_bytes(png())
    sidecar_of(picture).write_text(TEXT)
    assert provenance_in(picture) == OURS


def test_other_files_are_no_exports(tmp_path: Path) -> None:
    database = build_database(tmp_path / "own.db")
    sidecar_of(database).write_text(TEXT)
    (tmp_path / "note.txt").write_text("Dear diary")
    for other in (database, tmp_path / "note.txt", tmp_path, tmp_path / "none.png", Path("/dev/null")):
        assert not is_export(other)


_BOMB = '<!ENTITY e0 "ha">' + "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
_NEWER = json.dumps(json.loads(TEXT) | {"detente": 99})

FOUL: dict[str, tuple[str, bytes, str]] = {
    "a picture of another program": ("a.png", png(), "does not say which view it shows"),
    "a text that is not ours": ("a.png", png(itxt("{}")), "does not say which view it shows"),
    "a cut picture": ("a.png", png()[:50], "damaged PNG"),
    "a picture of nothing": ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "damaged PNG"),
    "a changed letter": ("a.png", png(itxt(TEXT)).replace(b"summit", b"sommet"), "damaged PNG"),
    "a chunk as long as can be": ("a.png", b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffiTXtdetente", "damaged PNG"),
    "no packed text": ("a.png", png(chunk(b"iTXt", b"detente\0\1\0\0\0nonsense")), "damaged PNG"),
    "a text that unpacks to a gigabyte": (
        "a.png", png(chunk(b"zTXt", b"detente\0\0" + zlib.compress(b"{" * 2**28))), "does not say"),
    "a newer version": ("a.png", png(itxt(_NEWER)), "newer version of Détente"),
    "a newer sidecar": ("a.csv.detente.json", _NEWER.encode(), "newer version of Détente"),
    "a drawing of another program": ("a.svg", svg(""), "SVG picture that does not say"),
    "a drawing cut short": ("a.svg", svg("")[:-20], "damaged SVG"),
    "no XML": ("a.svg", b"<svg><metadata>{<</metadata>", "damaged SVG"),
    "a bomb of entities": (
        "a.svg", svg("<metadata>&e9;</metadata>", f"<!DOCTYPE svg [{_BOMB}]>"), "damaged SVG"),
    "a file from elsewhere": (
        "a.svg", svg("<metadata>&x;</metadata>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "/etc/passwd">]>'),
        "damaged SVG"),
    "metadata without end": ("a.svg", svg(f"<metadata>{'x' * 5 * MOST}"), "damaged SVG"),
    "a tower of elements": ("a.svg", svg("<g>" * 100_000), "damaged SVG"),
    "a document of another program": ("a.pdf", pdf(), "PDF document that does not say"),
    "a packet that is no XML": ("a.pdf", pdf(b"<x:xmpmeta <</x:xmpmeta>"), "damaged PDF"),
    "another's JSON": ("a.json", b'{"name": "x"}', "JSON file that does not say"),
    "broken JSON": ("a.jsonl", TEXT.encode()[:40], "does not say"),
    "a first line without end": ("a.jsonl", b'{"a": "' + b"x" * 3 * MOST, "does not say"),
    "nested JSON": ("a.jsonl", b'{"a":' * 100_000, "does not say"),
    "no UTF-8": ("a.jsonl", b'{"detente": "\xff"}', "does not say"),
    "a view as long as a book": (
        "a.jsonl", replace(OURS, view="--kind x " * LONGEST).to_json().encode(), "too long"),
    "beginnings of packets without an end": ("a.pdf", pdf(b"<x:xmpmeta" * 2**20), "does not say"),
    "packets that hold nothing": ("a.pdf", pdf(b"<x:xmpmeta></x:xmpmeta>" * 2**14), "does not say"),
    "a tag without end": ("a.svg", svg(f'<g a="{"x" * 2**26}'), "does not say"),
    "texts without number": ("a.png", png(*[chunk(b"tEXt", b"detente\0{")] * 2**12), "does not say"),
    "half a letter": ("a.jsonl", TEXT.replace("oil", "\\ud800").encode(), "does not say"),
}  # fmt: skip


@pytest.mark.parametrize("name", FOUL)
def test_a_foul_file_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    called, content, sentence = FOUL[name]
    path = tmp_path / called
    path.write_bytes(content)
    begun = time.process_time()
    with pytest.raises(ProvenanceError, match=sentence) as told:
        provenance_in(path)
    assert time.process_time() - begun < 2
    assert called in told.value.what
    assert told.value.advice


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProvenanceError, match=r"a\.png"):
        provenance_in(tmp_path / "a.png")


@pytest.mark.parametrize("kind", ["png", "svg", "pdf", "json lines"])
def test_no_damage_makes_it_fail_otherwise(tmp_path: Path, kind: str) -> None:
    """Every file cut short or with a byte changed is read, or refused with a sentence."""
    called, content = SOUND[kind]
    path = tmp_path / called
    foul = [content[:length] for length in range(8, len(content), 7)]
    foul += [
        content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :] for at in range(0, len(content), 5)
    ]
    refused = 0
    for one in foul:
        path.write_bytes(one)
        try:
            provenance_in(path)
        except ProvenanceError:
            refused += 1
    assert 0 < refused <= len(foul)


def test_reading_needs_no_qt() -> None:
    import subprocess

    code = "import sys, explorer.formats.restoring; sys.exit(bool({'PySide6', 'numpy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
